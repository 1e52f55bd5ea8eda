import * as v from 'valibot';
import { timeOfDay, workingWeek } from './calendar.ts';
import { line } from './common.ts';

/**
 * The term of a procedure or of a step; a number without a unit is no term (domain §3.5.3). `hours` are working hours,
 * `working_days` leave out days of rest and holidays, `days` count them, `same_day` is "ngay trong ngày".
 */
export const term = v.variant('unit', [
  v.object({ unit: v.literal('same_day') }),
  v.object({
    unit: v.picklist(['hours', 'days', 'working_days']),
    amount: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999)),
  }),
]);
export type Term = v.InferOutput<typeof term>;

/** What a pause does to the deadline: moves it by what was paused, or lets the whole term begin anew at its end. */
export const pauseMode = v.picklist(['shift', 'restart']);
export type PauseMode = v.InferOutput<typeof pauseMode>;

/** What a dossier waits for while its clock stands. */
export const pauseReason = v.picklist(['papers', 'fees']);
export type PauseReason = v.InferOutput<typeof pauseReason>;

/**
 * The rule that applied when a dossier was received, kept with it: a later change of catalogue, calendar or settings never
 * moves its deadline. `cutoff`: what is received after it on a `same_day` term is due on the next working day (15:00 for
 * civil status); null = whatever the hour.
 */
export const clockRule = v.object({
  term,
  cutoff: v.nullable(timeOfDay),
  pauses: v.object({ papers: pauseMode, fees: pauseMode }),
  calendarVersion: line(100),
  week: workingWeek,
});
export type ClockRule = v.InferOutput<typeof clockRule>;
