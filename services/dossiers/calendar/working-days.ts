import { dayOfNumber, instantOf, localTime, numberOfDay } from '@nocgia/schemas/days.ts';
import type { CalendarDayType, CalendarRow, WorkingWeek } from '@nocgia/schemas/events/calendar.ts';
import { dayReaching, yearTable, type YearTable } from './year-table.ts';

/** Working hours of a commune's office unless set otherwise (domain default): 8 hours, Monday to Friday. */
export const defaultWeek: WorkingWeek = {
  hours: [
    { from: '07:00', to: '11:30' },
    { from: '13:30', to: '17:00' },
  ],
  saturday: null,
};

/** What a calendar is made of: one version of the confirmed rows, and the week of the office. */
export interface CalendarPlan {
  version: string;
  week: WorkingWeek;
  rows: readonly CalendarRow[];
}

/** Answers about working days (`YYYY-MM-DD`) and working time (instants as ISO text, amounts in milliseconds). */
export interface Calendar {
  version: string;
  /** Whether rows are known for the year of this day; without them only weekends are days of rest. */
  covers(day: string): boolean;
  isWorkingDay(day: string): boolean;
  /** The day itself if it is worked, else the next that is. */
  onOrAfter(day: string): string;
  /** The first working day after a day. */
  nextWorkingDay(day: string): string;
  /** The n-th working day after a day (before it, if negative), that day itself not counted; 0 is the day itself. */
  addWorkingDays(day: string, count: number): string;
  /** Working days after `from` up to and including `to`; negative when `to` lies before. */
  countWorkingDays(from: string, to: string): number;
  /** The hours in which the office is open on a day; empty when it is closed. */
  hoursOn(day: string): WorkingWeek['hours'];
  /** Working time from one instant to another; negative when `to` lies before. */
  workingTime(from: string, to: string): number;
  /** The earliest instant by which so much working time (not negative) has passed; none passes while the office is closed. */
  addWorkingTime(at: string, amount: number): string;
}

/** Makes the calendar of a plan. Years are laid out when first asked about, and kept: hold on to the calendar of a version. */
export function calendarOf({ version, week, rows }: CalendarPlan): Calendar {
  const types = new Map<number, CalendarDayType[]>();
  const covered = new Set(rows.map(({ date }) => date.slice(0, 4)));
  for (const { date, type } of rows) {
    const day = numberOfDay(date);
    types.set(day, [...(types.get(day) ?? []), type]);
  }
  const tables = new Map<number, YearTable>();
  const tableOf = (year: number): YearTable => {
    let table = tables.get(year);
    if (!table) tables.set(year, (table = yearTable(year, week, (day) => types.get(day) ?? [])));
    return table;
  };
  const yearOf = (day: number): number => new Date(day * 86_400_000).getUTCFullYear();
  /** The sum over whole years from one year up to but not including another; negative backwards. */
  const between = (from: number, to: number, whole: (table: YearTable) => number): number => {
    let sum = 0;
    for (let year = Math.min(from, to); year < Math.max(from, to); year++) sum += whole(tableOf(year));
    return from <= to ? sum : -sum;
  };
  const allDays = (table: YearTable): number => table.workingDays.length;
  const allTime = (table: YearTable): number => table.open[table.length] ?? 0;

  const isWorkingDay = (day: string): boolean => {
    const number = numberOfDay(day);
    const { counted, first } = tableOf(yearOf(number));
    return counted[number - first] !== counted[number - first + 1];
  };

  /** Working days of its year up to and including a day. */
  const reached = (number: number, year: number): number => {
    const { counted, first } = tableOf(year);
    return counted[number - first + 1] ?? 0;
  };

  const addWorkingDays = (day: string, count: number): string => {
    if (count === 0) return day;
    const number = numberOfDay(day);
    let year = yearOf(number);
    // The place of the day that is looked for among the working days of the year, from 1.
    let place = count > 0 ? reached(number, year) + count : reached(number - 1, year) + count + 1;
    while (place > allDays(tableOf(year))) place -= allDays(tableOf(year++));
    while (place < 1) place += allDays(tableOf(--year));
    const { first, workingDays } = tableOf(year);
    return dayOfNumber(first + (workingDays[place - 1] ?? 0));
  };

  const nextWorkingDay = (day: string): string => addWorkingDays(day, 1);

  /** Working time of its year before an instant. */
  const passed = (instant: number): { year: number; time: number } => {
    const { day, time } = localTime(instant);
    const year = yearOf(day);
    const { first, open, hours } = tableOf(year);
    const today = (hours[day - first] ?? []).reduce(
      (sum, { from, to }) => sum + Math.max(0, Math.min(time, to) - from),
      0,
    );
    return { year, time: (open[day - first] ?? 0) + today };
  };

  return {
    version,
    covers: (day) => covered.has(day.slice(0, 4)),
    isWorkingDay,
    onOrAfter: (day) => (isWorkingDay(day) ? day : nextWorkingDay(day)),
    nextWorkingDay,
    addWorkingDays,
    countWorkingDays(from, to) {
      const [start, end] = [numberOfDay(from), numberOfDay(to)];
      const [first, last] = [yearOf(start), yearOf(end)];
      return between(first, last, allDays) + reached(end, last) - reached(start, first);
    },
    hoursOn(day) {
      const number = numberOfDay(day);
      const { hours, first } = tableOf(yearOf(number));
      return (hours[number - first] ?? []).map(({ from, to }) => ({ from: clock(from), to: clock(to) }));
    },
    workingTime(from, to) {
      const [start, end] = [passed(Date.parse(from)), passed(Date.parse(to))];
      return between(start.year, end.year, allTime) + end.time - start.time;
    },
    addWorkingTime(at, amount) {
      if (amount <= 0) return at;
      let { year, time } = passed(Date.parse(at));
      time += amount;
      while (time > allTime(tableOf(year))) time -= allTime(tableOf(year++));
      const table = tableOf(year);
      const index = dayReaching(table, time);
      let rest = time - (table.open[index] ?? 0);
      for (const { from, to } of table.hours[index] ?? []) {
        if (rest <= to - from) return new Date(instantOf(table.first + index, from + rest)).toISOString();
        rest -= to - from;
      }
      throw new RangeError(`no working time on day ${index} of ${year}`);
    },
  };
}

/** Milliseconds since midnight as `HH:MM`. */
function clock(time: number): string {
  const minutes = time / 60_000;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
