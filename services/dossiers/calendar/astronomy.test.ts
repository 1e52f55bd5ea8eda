import { dayOfNumber, numberOfDay } from '@nocgia/schemas/days.ts';
import { describe, expect, test } from 'vitest';
import { newMoonDay, sunSector } from './astronomy.ts';

const [first, last] = [numberOfDay('1901-01-01'), numberOfDay('2100-12-31')];
const moons = Array.from({ length: 2600 }, (_, k) => newMoonDay(k, 8)).filter((day) => day >= first && day <= last);

describe('new moons', () => {
  test('by Beijing’s clock are the first days of the months that the runtime’s Chinese calendar has', () => {
    const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { day: 'numeric', timeZone: 'UTC' });
    const isFirst = (day: number) => chinese.format(new Date(day * 86_400_000)) === '1';
    expect(moons.length).toBeGreaterThan(2450);
    const different = moons.filter((day) => !isFirst(day));
    // The runtime's own reckoning is a quarter of an hour off at most; some of so many fall that close to midnight.
    expect(different.length).toBeLessThan(20);
    for (const day of different) expect(isFirst(day - 1) || isFirst(day + 1), dayOfNumber(day)).toBe(true);
  });

  // Within minutes of midnight, as published by the Hong Kong Observatory.
  test.each(['1999-01-17', '2012-08-17', '2018-11-08', '2027-02-06', '2030-02-03'])('%s, by minutes', (day) => {
    expect(moons.map(dayOfNumber)).toContain(day);
  });

  test('by Hà Nội’s clock fall on the same day or on the one before', () => {
    const ours = new Set(Array.from({ length: 2600 }, (_, k) => newMoonDay(k, 7)));
    const earlier = moons.filter((day) => !ours.has(day));
    for (const day of earlier) expect(ours.has(day - 1), dayOfNumber(day)).toBe(true);
    // One hour of twenty-four.
    expect(earlier.length / moons.length).toBeGreaterThan(0.03);
    expect(earlier.length / moons.length).toBeLessThan(0.055);
  });
});

describe('the sun at Hà Nội’s midnight', () => {
  test.each([
    ['2026-03-20', 11],
    ['2026-03-21', 0],
    ['2026-06-21', 2],
    ['2026-06-22', 3],
    ['2026-09-23', 5],
    ['2026-09-24', 6],
    ['2026-12-22', 8],
    ['2026-12-23', 9],
  ])('%s: sector %i', (day, sector) => {
    expect(sunSector(numberOfDay(day), 7)).toBe(sector);
  });
});
