import { addDays, numberOfDay, weekdayOf } from '@nocgia/schemas/days.ts';
import type { CalendarRow } from '@nocgia/schemas/events/calendar.ts';
import { holidayRules, IN_LIEU, type HolidayDay, type HolidayRule } from './holiday-rules.ts';
import { fromLunar } from './lunar.ts';
import { officialSwaps } from './official-swaps.ts';

/** One value for each day of the week, Monday first. */
type ByWeekday<T> = readonly [T, T, T, T, T, T, T];

/** What the Prime Minister decides every year (Bộ luật Lao động 2019, Điều 112.3), as it is likely to be, and the office's week. */
export interface ProposalSettings {
  /** How many of the five days of Tết lie before the first of the lunar year, by the weekday on which that falls. */
  daysBeforeTet: ByWeekday<number>;
  /** On which side of 2 September the second day lies, by the weekday on which 2 September falls. */
  nationalDayNeighbour: ByWeekday<'before' | 'after'>;
  /** Weekly rest days: 1 Monday to 7 Sunday. */
  restDays: readonly number[];
}

/** As decided for civil servants in every year from 2021 to 2026. */
export const officialPattern: ProposalSettings = {
  daysBeforeTet: [1, 1, 2, 2, 2, 2, 2],
  nationalDayNeighbour: ['after', 'before', 'before', 'after', 'before', 'before', 'after'],
  restDays: [6, 7],
};

const DAYS_OF_TET = 5;

function of<T>(values: ByWeekday<T>, day: string): T {
  return values[(weekdayOf(numberOfDay(day)) - 1) as 0 | 1 | 2 | 3 | 4 | 5 | 6];
}

function lunarDay(year: number, month: number, day: number): string {
  const found = fromLunar({ year, month, day, leap: false });
  if (found === null) throw new RangeError(`no lunar day ${day}/${month} in ${year}`);
  return found;
}

function datesOf(day: HolidayDay, year: number, settings: ProposalSettings): string[] {
  if ('solar' in day) return [`${year}-${day.solar}`];
  if ('lunar' in day) return [lunarDay(year, day.lunar.month, day.lunar.day)];
  if (day.every === 'tet') {
    const first = lunarDay(year, 1, 1);
    const before = of(settings.daysBeforeTet, first);
    return Array.from({ length: DAYS_OF_TET }, (_, index) => addDays(first, index - before));
  }
  const second = `${year}-09-02`;
  return of(settings.nationalDayNeighbour, second) === 'before'
    ? [addDays(second, -1), second]
    : [second, addDays(second, 1)];
}

/**
 * The day off in lieu of each weekly rest day that a holiday falls on: the next working day, which neither another holiday,
 * a day off in lieu nor a swapped day may be (Điều 111.3). No two holidays ever fall on one day, so each has its own.
 */
function inLieu(
  holidays: readonly { date: string; rule: HolidayRule }[],
  swaps: readonly CalendarRow[],
  restDays: readonly number[],
): CalendarRow[] {
  const rests = (date: string): boolean => restDays.includes(weekdayOf(numberOfDay(date)));
  const taken = new Set([...holidays.map(({ date }) => date), ...swaps.map(({ date }) => date)]);
  const rows: CalendarRow[] = [];
  for (const { date, rule } of holidays) {
    if (!rule.inLieu || !rests(date)) continue;
    let day = addDays(date, 1);
    while (rests(day) || taken.has(day)) day = addDays(day, 1);
    taken.add(day);
    rows.push({ date: day, type: 'observed_off', name: `Nghỉ bù ${rule.name}`, legalBasis: IN_LIEU });
  }
  return rows;
}

/**
 * The rows of a year's working calendar as law and pattern suggest them, in order of date, for the administrator to confirm
 * or change: holidays (Bộ luật Lao động 2019, Điều 112; NQ 28/2026/QH16), days off in lieu (Điều 111.3) and the swaps that
 * were officially made. Empty before 2021, whose law is not held here.
 */
export function proposeYear(
  year: number,
  settings: ProposalSettings = officialPattern,
  swaps: readonly CalendarRow[] = officialSwaps,
): CalendarRow[] {
  const holidays = holidayRules
    .flatMap((rule) => datesOf(rule.day, year, settings).map((date) => ({ date, rule })))
    .filter(({ date, rule }) => date >= rule.from)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const own = swaps.filter(({ date }) => date.startsWith(`${year}-`));
  const rows = holidays.map(({ date, rule }): CalendarRow => ({
    date,
    type: 'holiday',
    name: rule.name,
    legalBasis: rule.legalBasis,
  }));
  return [...rows, ...inLieu(holidays, own, settings.restDays), ...own].sort((a, b) => (a.date < b.date ? -1 : 1));
}
