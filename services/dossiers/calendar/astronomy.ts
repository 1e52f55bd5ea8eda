import { numberOfDay } from '@nocgia/schemas/days.ts';

const RADIANS = Math.PI / 180;

/** Julian date of midnight UTC, 1970-01-01. */
const EPOCH = 2_440_587.5;

const MONTH = 29.530588853;

/**
 * Day (its number) of the k-th new moon since that of 1 January 1900, by the clock of a meridian so many hours east.
 *
 * Source: Hồ Ngọc Đức, "Thuật toán tính âm lịch" (www.informatik.uni-leipzig.de/~duc/amlich/calrules.html), after J. Meeus,
 * Astronomical Algorithms (1998).
 */
export function newMoonDay(k: number, hoursEast: number): number {
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
  return Math.floor(mean + periodic - deltaT - EPOCH + hoursEast / 24);
}

/**
 * Which twelfth of its way the sun is in when a day begins at that meridian: 0 from the spring equinox, 9 from the winter
 * solstice. Source as above.
 */
export function sunSector(day: number, hoursEast: number): number {
  const t = (day + EPOCH - hoursEast / 24 - 2_451_545) / 36_525;
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

/** The last new moon (its k) on or before 31 December of a year, give or take one. */
export function moonAtYearEnd(year: number): number {
  return Math.floor((numberOfDay(`${year}-12-31`) + EPOCH + 0.5 - 2_415_021) / MONTH);
}
