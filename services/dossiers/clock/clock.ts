import type { PauseReason } from '@nocgia/schemas/events/clock.ts';
import type { Calendar } from '../calendar/working-days.ts';
import { asOf, deadlineOf, type ClockCourse, type Deadline } from './course.ts';
import { dayOf } from './due.ts';

/** A dossier is likely late when the working time left is at most this many hours and at most this share of its first term. */
export interface LikelyLate {
  hours: number;
  share: number;
}

/** A working day before, but not from the start where the whole term is hardly more than that. */
export const defaultLikelyLate: LikelyLate = { hours: 8, share: 0.25 };

/** `remaining`: working time until the deadline in milliseconds; below 0, by how much it is past. */
export type ClockState =
  | { state: 'not_started' }
  | (Deadline & { state: 'running'; remaining: number; pace: 'in_time' | 'likely_late' | 'late' })
  | (Deadline & { state: 'paused'; for: PauseReason; since: string; remaining: number; late: boolean })
  | (Deadline & { state: 'ended'; at: string; result: 'early' | 'on_time' | 'late' });

/**
 * How a dossier's clock stands at an instant, by what had happened until then. Paused, `due` is the deadline as it stood
 * when the pause began: it moves when the pause ends. Ended, `result` is that of form 06 (trước hạn, đúng hạn, quá hạn):
 * early = on a day before that of the deadline; late also when a deadline was missed before it was extended.
 */
export function clockAt(
  course: ClockCourse,
  calendar: Calendar,
  at: string,
  likelyLate: LikelyLate = defaultLikelyLate,
): ClockState {
  const known = asOf(course, at);
  const deadline = deadlineOf(known, calendar);
  if (deadline === null || known.receivedAt === null) return { state: 'not_started' };
  const { first, due, missed } = deadline;
  const past = (instant: string): boolean => Date.parse(instant) > Date.parse(due.at);
  if (known.endedAt !== null) {
    const late = missed !== null || past(known.endedAt);
    const result = late ? 'late' : dayOf(known.endedAt) < due.day ? 'early' : 'on_time';
    return { state: 'ended', ...deadline, at: known.endedAt, result };
  }
  const pause = known.pauses.find(({ to }) => to === null);
  if (pause) {
    const remaining = calendar.workingTime(pause.from, due.at);
    return { state: 'paused', ...deadline, for: pause.for, since: pause.from, remaining, late: past(pause.from) };
  }
  const remaining = calendar.workingTime(at, due.at);
  const whole = calendar.workingTime(known.receivedAt, first.at);
  const soon = remaining <= Math.min(likelyLate.hours * 3_600_000, likelyLate.share * whole);
  return { state: 'running', ...deadline, remaining, pace: past(at) ? 'late' : soon ? 'likely_late' : 'in_time' };
}
