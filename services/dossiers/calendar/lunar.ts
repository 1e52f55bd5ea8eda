import { dayOfNumber, numberOfDay } from '@nocgia/schemas/days.ts';
import { moonAtYearEnd, newMoonDay, sunSector } from './astronomy.ts';

/** A day of the Vietnamese lunar calendar. `leap`: in the month that repeats the number of the one before it. */
export interface LunarDay {
  year: number;
  month: number;
  day: number;
  leap: boolean;
}

interface LunarMonth {
  year: number;
  month: number;
  leap: boolean;
  /** Number of its first day. */
  first: number;
}

/** Vietnam's lunar calendar is reckoned at 105° east (QĐ 121-CP of 8/8/1967). */
const HOURS_EAST = 7;

/** The new moon (its k) that begins the month of the winter solstice, the eleventh, of a Gregorian year. */
function eleventhMoon(year: number): number {
  const k = moonAtYearEnd(year);
  return sunSector(newMoonDay(k, HOURS_EAST), HOURS_EAST) >= 9 ? k - 1 : k;
}

/**
 * The months from the eleventh of the year before to the tenth of this one. Where there are thirteen, the first without a
 * principal term (the sun is in one sector at its beginning and at its end) is the leap month.
 *
 * Source: as of the astronomy, Hồ Ngọc Đức's rules of the Vietnamese calendar.
 */
function monthsTo(year: number): LunarMonth[] {
  const known = computed.get(year);
  if (known) return known;
  const from = eleventhMoon(year - 1);
  const starts = Array.from({ length: eleventhMoon(year) - from + 1 }, (_, index) =>
    newMoonDay(from + index, HOURS_EAST),
  );
  const sectors = starts.map((day) => sunSector(day, HOURS_EAST));
  const leapAt = starts.length === 14 ? sectors.findIndex((sector, at) => sector === sectors[at + 1]) : -1;
  const months = starts.slice(0, -1).map((first, index): LunarMonth => {
    const number = leapAt !== -1 && index >= leapAt ? index - 1 : index;
    const month = ((number + 10) % 12) + 1;
    return { year: month >= 11 ? year - 1 : year, month, leap: index === leapAt, first };
  });
  if (computed.size >= MOST_YEARS) computed.clear();
  computed.set(year, months);
  return months;
}

const computed = new Map<number, LunarMonth[]>();
const MOST_YEARS = 500;

/** The lunar day of a day `YYYY-MM-DD`, at UTC+7; by today's rules also where, before 1968, another calendar was in use. */
export function toLunar(day: string): LunarDay {
  const number = numberOfDay(day);
  const gregorian = Number(day.slice(0, 4));
  const found =
    monthsTo(gregorian + 1).findLast((month) => month.first <= number) ??
    monthsTo(gregorian).findLast((month) => month.first <= number);
  if (!found) throw new RangeError(`no lunar month holds ${day}`);
  const { year, month, leap, first } = found;
  return { year, month, day: number - first + 1, leap };
}

/** The day `YYYY-MM-DD` of a lunar day; null when that year has no such leap month, or the month no such day. */
export function fromLunar({ year, month, day, leap }: LunarDay): string | null {
  const months = [...monthsTo(year), ...monthsTo(year + 1)];
  const at = months.findIndex((one) => one.year === year && one.month === month && one.leap === leap);
  const found = months[at];
  if (!found || day < 1) return null;
  const next = months[at + 1] ?? monthsTo(year + 2)[0];
  return next && found.first + day - 1 < next.first ? dayOfNumber(found.first + day - 1) : null;
}

/** The number of the month that a lunar year has twice, or null. */
export function leapMonthOf(year: number): number | null {
  return [...monthsTo(year), ...monthsTo(year + 1)].find((month) => month.year === year && month.leap)?.month ?? null;
}
