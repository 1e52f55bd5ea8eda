import { existsSync, readFileSync } from 'node:fs';
import { addDays } from '@nocgia/schemas/days.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromLunar, leapMonthOf, toLunar } from './lunar.ts';

const witness = new URL('../../../../shared/data/holidays-vn.json', import.meta.url).pathname;
const here = existsSync(witness);
if (!here) console.warn(`The comparison with published holidays is left out: ${witness} is not there.`);

const newYear = (year: number) => fromLunar({ year, month: 1, day: 1, leap: false });
const hungKings = (year: number) => fromLunar({ year, month: 3, day: 10, leap: false });

describe('Tết and Giỗ Tổ', () => {
  test.each([
    [2024, '02-10', '04-18'],
    [2025, '01-29', '04-07'],
    [2026, '02-17', '04-26'],
    [2027, '02-06', '04-16'],
    [2028, '01-26', '04-04'],
    [2029, '02-13', '04-23'],
    // Calendars reckoned at UTC+8 say 3 February.
    [2030, '02-02', '04-12'],
    [2031, '01-23', '04-01'],
    [2032, '02-11', '04-19'],
    [2033, '01-31', '04-09'],
    [2034, '02-19', '04-28'],
    [2035, '02-08', '04-17'],
    [2036, '01-28', '04-06'],
  ])('of %i', (year, tet, kings) => {
    expect([newYear(year), hungKings(year)]).toEqual([`${year}-${tet}`, `${year}-${kings}`]);
  });

  // The years in which Vietnam and China kept Tết on different days, or a month apart.
  test.each([
    [1968, '1968-01-29'],
    [1985, '1985-01-21'],
    [2007, '2007-02-17'],
  ])('of %i, not as in China', (year, tet) => {
    expect(newYear(year)).toBe(tet);
  });

  test('official notices say the same of days of the twelfth and first month', () => {
    expect(toLunar('2025-01-25')).toEqual({ year: 2024, month: 12, day: 26, leap: false });
    expect(toLunar('2025-02-02')).toEqual({ year: 2025, month: 1, day: 5, leap: false });
    expect(toLunar('2026-02-14')).toEqual({ year: 2025, month: 12, day: 27, leap: false });
    expect(toLunar('2026-02-22')).toEqual({ year: 2026, month: 1, day: 6, leap: false });
  });
});

describe('leap months', () => {
  test.each([
    [1984, null],
    [1985, 2],
    [1987, 7],
    [2017, 6],
    [2020, 4],
    [2023, 2],
    [2024, null],
    [2025, 6],
    [2026, null],
    [2028, 5],
    [2031, 3],
    [2033, 11],
    [2034, null],
    [2036, 6],
  ])('of %i: %s', (year, month) => {
    expect(leapMonthOf(year)).toBe(month);
  });

  test('the leap eleventh month of 2033 runs into January 2034', () => {
    expect(toLunar('2033-12-21')).toMatchObject({ year: 2033, month: 11, leap: false });
    expect(toLunar('2033-12-22')).toEqual({ year: 2033, month: 11, day: 1, leap: true });
    expect(toLunar('2034-01-19')).toMatchObject({ year: 2033, month: 11, leap: true });
    expect(toLunar('2034-01-20')).toEqual({ year: 2033, month: 12, day: 1, leap: false });
    expect(fromLunar({ year: 2033, month: 11, day: 1, leap: true })).toBe('2033-12-22');
    expect(fromLunar({ year: 2033, month: 12, day: 1, leap: false })).toBe('2034-01-20');
  });

  test('a leap month or a thirtieth day that is not there is no day', () => {
    expect(fromLunar({ year: 2026, month: 6, day: 1, leap: true })).toBeNull();
    expect(fromLunar({ year: 2025, month: 6, day: 1, leap: true })).toBe('2025-07-25');
    expect(fromLunar({ year: 2025, month: 12, day: 30, leap: false })).toBeNull();
    expect(fromLunar({ year: 2025, month: 12, day: 29, leap: false })).toBe('2026-02-16');
    expect(fromLunar({ year: 2026, month: 13, day: 1, leap: false })).toBeNull();
    expect(fromLunar({ year: 2026, month: 1, day: 0, leap: false })).toBeNull();
  });
});

test('every day of 1900 to 2100 has one lunar day, follows the one before, and comes back', () => {
  let before = toLunar('1899-12-31');
  const months = new Set<number>();
  for (let day = '1900-01-01'; day <= '2100-12-31'; day = addDays(day, 1)) {
    const lunar = toLunar(day);
    if (fromLunar(lunar) !== day) expect.fail(`${day} came back as ${String(fromLunar(lunar))}`);
    if (lunar.day === 1) {
      months.add(before.day);
      const next = lunar.leap ? before.month : (before.month % 12) + 1;
      expect([lunar.month, lunar.year], day).toEqual([next, before.year + (next === 1 && before.month === 12 ? 1 : 0)]);
    } else {
      const { month, year, leap } = before;
      if (lunar.day !== before.day + 1 || lunar.month !== month || lunar.year !== year || lunar.leap !== leap)
        expect.fail(`${day} does not follow`);
    }
    before = lunar;
  }
  expect([...months].sort()).toEqual([29, 30]);
});

test('any lunar day that exists comes back from its solar day', () => {
  const lunar = fc.record({
    year: fc.integer({ min: 1900, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    leap: fc.boolean(),
  });
  let some = 0;
  fc.assert(
    fc.property(lunar, (asked) => {
      const day = fromLunar(asked);
      if (day === null) return;
      some++;
      expect(toLunar(day)).toEqual(asked);
    }),
    { numRuns: 2000 },
  );
  expect(some).toBeGreaterThan(500);
});

describe.runIf(here)('beside the published holidays of 1950 to 2050', () => {
  const published = Object.entries(here ? (JSON.parse(readFileSync(witness, 'utf8')) as Record<string, string>) : {});
  const yearsOf = (name: string) =>
    published.flatMap(([day, said]) =>
      said.split('; ').includes(name) ? [[Number(day.slice(0, 4)), day] as const] : [],
    );

  test('Tết of every year is the same day', () => {
    const said = yearsOf('Lunar New Year');
    expect(said).toHaveLength(101);
    expect(said.map(([year]) => [year, newYear(year)])).toEqual(said);
  });

  test('Giỗ Tổ of every year since 2007 is the same day', () => {
    const said = yearsOf("Hung Kings' Commemoration Day");
    expect(said.length).toBeGreaterThan(40);
    expect(said.map(([year]) => [year, hungKings(year)])).toEqual(said);
  });
});
