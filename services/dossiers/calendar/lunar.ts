import { dayOfNumber, numberOfDay } from '@nocgia/schemas/days.ts';

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

const RADIANS = Math.PI / 180;

/** Julian date of midnight UTC, 1970-01-01. */
const EPOCH = 2_440_587.5;

/** Vietnam's lunar calendar is reckoned at 105° east (QĐ 121-CP of 8/8/1967). */
const MERIDIAN = 7 / 24;

const MONTH = 29.530588853;

/**
 * Day of the k-th new moon since that of 1 January 1900, at meridian UTC+7.
 *
 * Source of this and of the rules of the months: Hồ Ngọc Đức, "Thuật toán tính âm lịch" and "Computing the Vietnamese lunar
 * calendar" (www.informatik.uni-leipzig.de/~duc/amlich/calrules.html), after J. Meeus, Astronomical Algorithms (1998).
 */
function newMoonDay(k: number): number {
  const t = k / 1236.85;
  const t2 = t * t;
  const t3 = t2 * t;
  const sin = (degrees: number): number => Math.sin(degrees * RADIANS);
  const mean =
    2_415_020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t2);
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;
  const node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;
  const periodic =
    (0.1734 - 0.000393 * t) * sin(sun) +
    0.0021 * sin(2 * sun) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * node) -
    0.0051 * sin(sun + moon) -
    0.0074 * sin(sun - moon) +
    0.0004 * sin(2 * node + sun) -
    0.0004 * sin(2 * node - sun) -
    0.0006 * sin(2 * node + moon) +
    0.001 * sin(2 * node - moon) +
    0.0005 * sin(2 * moon + sun);
  const deltaT =
    t < -11
      ? 0.001 + 0.000839 * t + 0.0002261 * t2 - 0.00000845 * t3 - 0.000000081 * t * t3
      : -0.000278 + 0.000265 * t + 0.000262 * t2;
  return Math.floor(mean + periodic - deltaT - EPOCH + MERIDIAN);
}

/** Which twelfth of its way the sun is in at the beginning of a day at UTC+7: 0 from the spring equinox, 9 from the winter solstice. */
function sunSector(day: number): number {
  const t = (day + EPOCH - MERIDIAN - 2_451_545) / 36_525;
  const t2 = t * t;
  const anomaly = (357.5291 + 35_999.0503 * t - 0.0001559 * t2 - 0.00000048 * t * t2) * RADIANS;
  const longitude =
    280.46645 +
    36_000.76983 * t +
    0.0003032 * t2 +
    (1.9146 - 0.004817 * t - 0.000014 * t2) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

/** The new moon (its k) that begins the month of the winter solstice, the eleventh, of a Gregorian year. */
function eleventhMoon(year: number): number {
  const k = Math.floor((numberOfDay(`${year}-12-31`) + EPOCH + 0.5 - 2_415_021) / MONTH);
  return sunSector(newMoonDay(k)) >= 9 ? k - 1 : k;
}

/**
 * The months from the eleventh of the year before to the tenth of this one. Where there are thirteen, the first without a
 * principal term (the sun is in one sector at its beginning and at its end) is the leap month.
 */
function monthsTo(year: number): LunarMonth[] {
  const known = computed.get(year);
  if (known) return known;
  const from = eleventhMoon(year - 1);
  const starts = Array.from({ length: eleventhMoon(year) - from + 1 }, (_, index) => newMoonDay(from + index));
  const sectors = starts.map(sunSector);
  const leapAt = starts.length === 14 ? sectors.findIndex((sector, at) => at > 0 && sector === sectors[at + 1]) : -1;
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
