import { numberOfDay, weekdayOf } from '@nocgia/schemas/days.ts';
import type { CalendarDayType, WorkingSpan, WorkingWeek } from '@nocgia/schemas/events/calendar.ts';

/** A stretch of working time, in milliseconds since the midnight before. */
export interface Stretch {
  from: number;
  to: number;
}

/** One year, reckoned once, so that every question is a look-up. Days are counted from 1 January = 0. */
export interface YearTable {
  /** Number of 1 January since 1970-01-01. */
  first: number;
  length: number;
  /** Working days before the day of this index; one more entry than days. */
  counted: Uint16Array;
  /** Index of every working day. */
  workingDays: Uint16Array;
  /** Working time before the day of this index, in milliseconds; one more entry than days. */
  open: Float64Array;
  /** Working time of each day. */
  hours: readonly (readonly Stretch[])[];
}

const MINUTE = 60_000;

function stretchesOf(spans: readonly WorkingSpan[]): Stretch[] {
  const time = (text: string): number => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * MINUTE;
  return spans.map(({ from, to }) => ({ from: time(from), to: time(to) }));
}

/** Lays out a year: its week, and what single days are by their rows. Of two rows of a day, being worked beats being off. */
export function yearTable(
  year: number,
  week: WorkingWeek,
  typesOf: (day: number) => readonly CalendarDayType[],
): YearTable {
  const first = numberOfDay(`${year}-01-01`);
  const length = numberOfDay(`${year}-12-31`) - first + 1;
  const full = { working: true, hours: stretchesOf(week.hours) };
  const saturday = { working: week.saturday?.workingDay ?? false, hours: stretchesOf(week.saturday?.hours ?? []) };
  const rest = { working: false, hours: [] };
  const counted = new Uint16Array(length + 1);
  const open = new Float64Array(length + 1);
  const hours: (readonly Stretch[])[] = [];
  const workingDays: number[] = [];
  for (let index = 0; index < length; index++) {
    const types = typesOf(first + index);
    const weekday = weekdayOf(first + index);
    const byWeek = weekday <= 5 ? full : weekday === 6 ? saturday : rest;
    const kind = types.includes('swap_work') ? full : types.length > 0 ? rest : byWeek;
    if (kind.working) workingDays.push(index);
    hours.push(kind.hours);
    counted[index + 1] = workingDays.length;
    open[index + 1] = (open[index] ?? 0) + kind.hours.reduce((sum, { from, to }) => sum + to - from, 0);
  }
  return { first, length, counted, workingDays: Uint16Array.from(workingDays), open, hours };
}

/** The index of the day on which the working time since the year's beginning reaches `wanted` (above 0, at most the year's). */
export function dayReaching({ open, length }: YearTable, wanted: number): number {
  let [low, high] = [0, length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((open[middle + 1] ?? 0) >= wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
