import { addDays, daysBetween } from '@nocgia/schemas/days.ts';
import type { ClockRule, PauseReason } from '@nocgia/schemas/events/clock.ts';
import type { Calendar } from '../calendar/working-days.ts';
import { dayOf, dueAt, dueOn, reckon, type Due, type Reckoned } from './due.ts';

/** The dossier waits for its owner; `to` null = still. Instants as ISO text. */
export interface Pause {
  for: PauseReason;
  from: string;
  to: string | null;
}

/** A later deadline, given at `at`: with an apology (form 04), or for the verification that the law allows more days for. */
export interface Extension {
  at: string;
  dueAt: string;
  cause: 'apology' | 'verification';
}

/** All that a dossier's clock depends on. Plain data, as the dossier's state holds it. */
export interface ClockCourse {
  rule: ClockRule;
  /** Null: not received yet. */
  receivedAt: string | null;
  pauses: readonly Pause[];
  extensions: readonly Extension[];
  /** Settled, refused, stopped or withdrawn. */
  endedAt: string | null;
}

/** `first` is what the slip promised, `due` what holds now, `missed` the deadline that had passed before it was extended. */
export interface Deadline {
  first: Due;
  due: Due;
  missed: Due | null;
}

interface ClosedPause extends Pause {
  to: string;
}

const time = (instant: string): number => Date.parse(instant);
const later = (a: string, b: string): string => (time(a) >= time(b) ? a : b);

/** What was known of a course at an instant: nothing that happened after it. A pause that was on when it ended ends with it. */
export function asOf(course: ClockCourse, at: string): ClockCourse {
  const known = (instant: string): boolean => time(instant) <= time(at);
  const endedAt = course.endedAt !== null && known(course.endedAt) ? course.endedAt : null;
  return {
    rule: course.rule,
    receivedAt: course.receivedAt !== null && known(course.receivedAt) ? course.receivedAt : null,
    pauses: course.pauses
      .filter(({ from }) => known(from))
      .map((pause) => ({ ...pause, to: pause.to !== null && known(pause.to) ? pause.to : endedAt })),
    extensions: course.extensions.filter((extension) => known(extension.at)),
    endedAt,
  };
}

/** The pauses that are over, in order, none before the reception nor within another, none without length. */
function closedPauses(pauses: readonly Pause[], receivedAt: string): ClosedPause[] {
  let end = receivedAt;
  return [...pauses]
    .sort((a, b) => time(a.from) - time(b.from))
    .flatMap((pause) => {
      const from = later(pause.from, end);
      if (pause.to === null || time(pause.to) <= time(from)) return [];
      end = pause.to;
      return [{ for: pause.for, from, to: pause.to }];
    });
}

/**
 * The deadline after a pause. Shifted, it moves by what was paused in the term's own unit: working time for hours, working
 * days, or calendar days (and on to a working day), the day on which the pause began being counted as used and the day on
 * which it ended not, as at the start. A term "in the day" begins anew with the complete papers in either mode.
 */
function afterPause(before: Reckoned, pause: ClosedPause, rule: ClockRule, calendar: Calendar): Reckoned {
  const { unit } = rule.term;
  if (unit === 'same_day' || rule.pauses[pause.for] === 'restart') {
    return laterOf(before, reckon(rule, pause.to, calendar));
  }
  if (unit === 'hours') {
    const due = dueAt(calendar.addWorkingTime(before.due.at, calendar.workingTime(pause.from, pause.to)));
    return { counted: due.day, due };
  }
  const [from, to] = [dayOf(pause.from), dayOf(pause.to)];
  if (unit === 'days') {
    const days = daysBetween(from, to);
    return days === 0 ? before : onDay(addDays(before.counted, days), calendar);
  }
  const days = calendar.countWorkingDays(from, to);
  return days === 0 ? before : onDay(calendar.addWorkingDays(before.counted, days), calendar);
}

/** The later of two deadlines; of two that roll on to the same working day, what is counted on from is the later day as well. */
function laterOf(a: Reckoned, b: Reckoned): Reckoned {
  return {
    counted: a.counted > b.counted ? a.counted : b.counted,
    due: time(a.due.at) > time(b.due.at) ? a.due : b.due,
  };
}

function onDay(counted: string, calendar: Calendar): Reckoned {
  return { counted, due: dueOn(counted, calendar) };
}

/**
 * The deadline by all that has happened; null before the reception. Pauses and extensions count in the order in which they
 * began. One that begins when the deadline has passed heals nothing: such a pause moves nothing, such an extension sets the
 * new date and leaves the old one as `missed`. An extension never brings the deadline forward.
 */
export function deadlineOf(course: ClockCourse, calendar: Calendar): Deadline | null {
  const { rule, receivedAt } = course;
  if (receivedAt === null) return null;
  if (calendar.version !== rule.calendarVersion)
    throw new RangeError(`calendar ${calendar.version} is not that of the rule, ${rule.calendarVersion}`);
  const start = reckon(rule, receivedAt, calendar);
  const changes = [
    ...closedPauses(course.pauses, receivedAt).map((pause) => ({ at: pause.from, pause, extension: null })),
    ...course.extensions.map((extension) => ({ at: extension.at, pause: null, extension })),
  ].sort((a, b) => time(a.at) - time(b.at));
  let now = start;
  let missed: Due | null = null;
  for (const { at, pause, extension } of changes) {
    const late = time(at) > time(now.due.at);
    if (pause && !late) now = afterPause(now, pause, rule, calendar);
    if (extension) {
      const due = dueAt(extension.dueAt);
      if (late) missed ??= now.due;
      now = laterOf(now, { counted: due.day, due });
    }
  }
  return { first: start.due, due: now.due, missed };
}
