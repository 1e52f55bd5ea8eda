import { addDays, dayInVietnam, instantOf, localTime, numberOfDay } from '@nocgia/schemas/days.ts';
import type { ClockRule } from '@nocgia/schemas/events/clock.ts';
import type { Calendar } from '../calendar/working-days.ts';

/** When something is due. `at`: the instant, ISO text, up to and including which it is in time. `day`: the day to print, on which that is. */
export interface Due {
  day: string;
  at: string;
}

/** A deadline on its way: `counted` is the day that the term reaches by counting, before it rolls on to a working day. */
export interface Reckoned {
  counted: string;
  due: Due;
}

/** Due in the course of a day: until its midnight (BLDS 2015, Điều 148.6). */
export function endOf(day: string): Due {
  return { day, at: new Date(instantOf(numberOfDay(day) + 1, 0)).toISOString() };
}

/** The deadline that ends at an instant; midnight belongs to the day that it ends. */
export function dueAt(at: string): Due {
  return { day: dayInVietnam(new Date(Date.parse(at) - 1)), at: new Date(at).toISOString() };
}

/** A deadline on a chosen day, or on the next working day where that is none (BLDS 2015, Điều 148.5). */
export function dueOn(day: string, calendar: Calendar): Due {
  return endOf(calendar.onOrAfter(day));
}

/** The day of an instant in Asia/Ho_Chi_Minh. */
export function dayOf(instant: string): string {
  return dayInVietnam(new Date(instant));
}

/** Whether an instant lies after a `HH:MM` of its day. */
function isAfter(instant: string, time: string): boolean {
  return localTime(Date.parse(instant)).time > (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;
}

/**
 * When a term that begins at `start` ends. The day of the start is not counted (BLDS 2015, Điều 147.2); a term in calendar
 * days that ends on a day of rest ends with the next working day (148.5); hours begin at once (147.1) and pass while the
 * office is open; "in the day" means the same day when it is worked and the cutoff not past, else the next working day
 * (Luật Hộ tịch 2014, Điều 16, 18, 34; NĐ 123/2015/NĐ-CP).
 */
export function reckon(
  { term, cutoff }: Pick<ClockRule, 'term' | 'cutoff'>,
  start: string,
  calendar: Calendar,
): Reckoned {
  const day = dayOf(start);
  switch (term.unit) {
    case 'same_day': {
      const today = calendar.isWorkingDay(day) && !(cutoff !== null && isAfter(start, cutoff));
      const counted = today ? day : calendar.nextWorkingDay(day);
      return { counted, due: endOf(counted) };
    }
    case 'hours': {
      const due = dueAt(calendar.addWorkingTime(start, term.amount * 3_600_000));
      return { counted: due.day, due };
    }
    case 'working_days': {
      const counted = calendar.addWorkingDays(day, term.amount);
      return { counted, due: endOf(counted) };
    }
    case 'days': {
      const counted = addDays(day, term.amount);
      return { counted, due: dueOn(counted, calendar) };
    }
  }
}

/** When a term that begins at `start` is due; also for a step with a term of its own. */
export function dueFrom(rule: Pick<ClockRule, 'term' | 'cutoff'>, start: string, calendar: Calendar): Due {
  return reckon(rule, start, calendar).due;
}
