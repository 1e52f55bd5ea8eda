import type { Calendar } from '../calendar/working-days.ts';
import { asOf, deadlineOf, type ClockCourse } from './course.ts';

/** Something to say before or after a step; it never stops anybody. `at`: when what it speaks of happened. */
export type ClockWarning =
  | { code: 'papers_requested_again'; at: string; count: number }
  | { code: 'extended_again'; at: string; count: number }
  | { code: 'extended_after_due'; at: string; dueDay: string }
  | { code: 'calendar_not_confirmed'; day: string };

/**
 * What is doubtful in a course: papers asked for more than once (the national measurement counts that overdue), a deadline
 * put off more than once or after it had passed (an apology comes before), and a deadline in a year whose holidays
 * nobody has confirmed. To warn before a step, ask with the step already in the course.
 */
export function clockWarnings(course: ClockCourse, calendar: Calendar): ClockWarning[] {
  const warnings: ClockWarning[] = [];
  inOrder(course.pauses.filter((pause) => pause.for === 'papers').map(({ from }) => from)).forEach((at, index) => {
    if (index > 0) warnings.push({ code: 'papers_requested_again', at, count: index + 1 });
  });
  const apologies = course.extensions.filter(({ cause }) => cause === 'apology').map(({ at }) => at);
  inOrder(apologies).forEach((at, index) => {
    if (index > 0) warnings.push({ code: 'extended_again', at, count: index + 1 });
    // What held until this very moment: everything up to it but what it brought.
    const before = deadlineOf(asOf(course, new Date(Date.parse(at) - 1).toISOString()), calendar);
    if (before && Date.parse(at) > Date.parse(before.due.at))
      warnings.push({ code: 'extended_after_due', at, dueDay: before.due.day });
  });
  const deadline = deadlineOf(course, calendar);
  if (deadline && !calendar.covers(deadline.due.day))
    warnings.push({ code: 'calendar_not_confirmed', day: deadline.due.day });
  return warnings;
}

function inOrder(instants: readonly string[]): string[] {
  return [...instants].sort((a, b) => Date.parse(a) - Date.parse(b));
}
