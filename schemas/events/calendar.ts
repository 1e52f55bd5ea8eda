import * as v from 'valibot';
import { day, line } from './common.ts';

/**
 * What a day of the working calendar is that its weekday does not say: a holiday (Bộ luật Lao động 2019, Điều 112), the day
 * off in lieu of a weekly rest day that fell on one (Điều 111.3), and the two halves of an official swap ("hoán đổi ngày
 * làm việc"): the working day that is off, the rest day that is worked.
 */
export const calendarDayType = v.picklist(['holiday', 'observed_off', 'swap_off', 'swap_work']);
export type CalendarDayType = v.InferOutput<typeof calendarDayType>;

/** One row of the editable working calendar; `name` in Vietnamese, in the words of the law. */
export const calendarRow = v.object({
  date: day,
  type: calendarDayType,
  name: line(200),
  legalBasis: line(300),
});
export type CalendarRow = v.InferOutput<typeof calendarRow>;

/** A time of the day in Asia/Ho_Chi_Minh, `HH:MM`. */
export const timeOfDay = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** From one time of a day to a later one. */
const workingSpan = v.pipe(
  v.object({ from: timeOfDay, to: timeOfDay }),
  v.check(({ from, to }) => from < to),
);
export type WorkingSpan = v.InferOutput<typeof workingSpan>;

/** The hours of a day, one after another. */
const workingSpans = v.pipe(
  v.array(workingSpan),
  v.minLength(1),
  v.maxLength(6),
  v.check((spans) => spans.every((span, index) => index === 0 || (spans[index - 1]?.to ?? '') <= span.from)),
);

/**
 * The week of an office: the hours of a working day (Monday to Friday, and a swapped Saturday), and Saturday if the office
 * opens then: its hours, and whether it is a working day in a term of working days or merely open. Sunday is a day of rest.
 */
export const workingWeek = v.object({
  hours: workingSpans,
  saturday: v.nullable(v.object({ hours: workingSpans, workingDay: v.boolean() })),
});
export type WorkingWeek = v.InferOutput<typeof workingWeek>;
