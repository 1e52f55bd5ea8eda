import { addDays } from '@nocgia/schemas/days.ts';
import type { CalendarRow, WorkingWeek } from '@nocgia/schemas/events/calendar.ts';
import fc from 'fast-check';
import { proposeYear } from '../holidays.ts';
import { defaultWeek } from '../working-days.ts';

/** The proposed rows of several years, both ends included. */
export function rowsOf(from: number, to: number): CalendarRow[] {
  return Array.from({ length: to - from + 1 }, (_, index) => proposeYear(from + index)).flat();
}

/** An office that opens on Saturday mornings, and whether that makes them working days of a term. */
export function weekWithSaturday(workingDay: boolean): WorkingWeek {
  return { ...defaultWeek, saturday: { hours: [{ from: '07:30', to: '11:30' }], workingDay } };
}

/** A day of 2024 to 2027. */
export const anyDay = fc.integer({ min: 0, max: 1460 }).map((days) => addDays('2024-01-01', days));

/** A minute of 2024 to 2027. */
export const anyInstant = fc
  .integer({ min: 0, max: 1460 * 24 * 60 })
  .map((minutes) => new Date(Date.parse('2023-12-31T17:00:00Z') + minutes * 60_000).toISOString());
