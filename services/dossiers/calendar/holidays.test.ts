import { existsSync, readFileSync } from 'node:fs';
import { numberOfDay, weekdayOf } from '@nocgia/schemas/days.ts';
import { calendarRow, type CalendarRow } from '@nocgia/schemas/events/calendar.ts';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { officialPattern, proposeYear } from './holidays.ts';
import { officialSwaps } from './official-swaps.ts';

const witness = new URL('../../../../shared/data/holidays-vn.json', import.meta.url).pathname;
const here = existsSync(witness);
if (!here) console.warn(`The comparison with published holidays is left out: ${witness} is not there.`);

const dates = (rows: readonly CalendarRow[], type?: CalendarRow['type']) =>
  rows.filter((row) => type === undefined || row.type === type).map((row) => row.date.slice(5));
const weekend = (day: string) => weekdayOf(numberOfDay(day)) > 5;

describe('the rows of a year', () => {
  test('2025: no holiday falls on a weekend, one Friday is swapped', () => {
    const rows = proposeYear(2025);
    const holidays = [
      '01-01',
      '01-27',
      '01-28',
      '01-29',
      '01-30',
      '01-31',
      '04-07',
      '04-30',
      '05-01',
      '09-01',
      '09-02',
    ];
    expect(dates(rows, 'holiday')).toEqual(holidays);
    expect(dates(rows, 'observed_off')).toEqual([]);
    expect([dates(rows, 'swap_off'), dates(rows, 'swap_work')]).toEqual([['05-02'], ['04-26']]);
  });

  test('2026: Giỗ Tổ on a Sunday is given back, two days are swapped, 24/11 is a holiday for the first time', () => {
    const rows = proposeYear(2026);
    const tet = ['02-16', '02-17', '02-18', '02-19', '02-20'];
    const others = ['04-26', '04-30', '05-01', '09-01', '09-02', '11-24'];
    expect(dates(rows, 'holiday')).toEqual(['01-01', ...tet, ...others]);
    expect(dates(rows, 'observed_off')).toEqual(['04-27']);
    expect(dates(rows, 'swap_off')).toEqual(['01-02', '08-31']);
    expect(dates(rows, 'swap_work')).toEqual(['01-10', '08-22']);
  });

  test('2027, as far as the law alone says', () => {
    const rows = proposeYear(2027);
    const tet = ['02-04', '02-05', '02-06', '02-07', '02-08'];
    const others = ['04-16', '04-30', '05-01', '09-02', '09-03', '11-24'];
    expect(dates(rows, 'holiday')).toEqual(['01-01', ...tet, ...others]);
    expect(dates(rows, 'observed_off')).toEqual(['02-09', '02-10', '05-03']);
  });

  test('each has its name and its legal basis, and can be kept as it is', () => {
    for (const row of [...proposeYear(2026), ...proposeYear(2027)]) expect(v.parse(calendarRow, row)).toEqual(row);
    expect(proposeYear(2026).find(({ date }) => date === '2026-04-27')).toEqual({
      date: '2026-04-27',
      type: 'observed_off',
      name: 'Nghỉ bù Giỗ Tổ Hùng Vương',
      legalBasis: 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3',
    });
    expect(proposeYear(2026).find(({ date }) => date === '2026-11-24')).toMatchObject({
      name: 'Ngày Văn hóa Việt Nam',
      legalBasis: 'Nghị quyết 28/2026/QH16, Điều 2',
    });
  });

  test('24/11 is no holiday before its resolution, nor anything before the Labour Code of 2019', () => {
    expect(dates(proposeYear(2025))).not.toContain('11-24');
    expect(proposeYear(2020)).toEqual([]);
    expect(proposeYear(2021).length).toBeGreaterThan(10);
  });
});

describe('a holiday on a weekly rest day', () => {
  test('2022: two, Saturday and Sunday, take the Monday and the Tuesday after', () => {
    const rows = proposeYear(2022);
    expect(dates(rows, 'observed_off')).toEqual(['01-03', '04-11', '05-02', '05-03']);
  });

  test('2023: what falls on Saturday and Sunday goes past a Monday that is a holiday itself', () => {
    const rows = proposeYear(2023);
    expect(dates(rows, 'holiday')).toEqual(expect.arrayContaining(['04-29', '04-30', '05-01']));
    expect(rows.filter(({ date }) => date === '2023-05-02' || date === '2023-05-03')).toMatchObject([
      { type: 'observed_off', name: 'Nghỉ bù Giỗ Tổ Hùng Vương' },
      { type: 'observed_off', name: 'Nghỉ bù Ngày Chiến thắng' },
    ]);
  });

  test('does not take a day that is swapped', () => {
    const off: CalendarRow = { date: '2026-04-27', type: 'swap_off', name: 'Nghỉ hoán đổi', legalBasis: 'Thông báo' };
    expect(dates(proposeYear(2026, officialPattern, [off]), 'observed_off')).toEqual(['04-28']);
  });

  test('24/11 is not given back: article 111.3 speaks of the holidays of article 112.1', () => {
    expect(weekend('2029-11-24')).toBe(true);
    expect(proposeYear(2029).filter(({ date }) => date > '2029-10-01')).toMatchObject([{ date: '2029-11-24' }]);
  });

  test('is no rest day for an office that works on Saturdays', () => {
    const rows = proposeYear(2027, { ...officialPattern, restDays: [7] });
    expect(dates(rows, 'observed_off')).toEqual(['02-09']);
  });
});

test('no two rows of a year are of one day, whatever the moon', () => {
  for (let year = 2021; year <= 2200; year++) {
    const days = dates(proposeYear(year));
    expect(new Set(days).size, String(year)).toBe(days.length);
    expect(days).toEqual([...days].sort());
  }
});

describe('what the Prime Minister decides', () => {
  test('is a setting: the days of Tết and the second day of 2/9', () => {
    const rows = proposeYear(2027, {
      ...officialPattern,
      daysBeforeTet: [1, 1, 1, 1, 1, 1, 1],
      nationalDayNeighbour: ['before', 'before', 'before', 'before', 'before', 'before', 'before'],
    });
    expect(dates(rows, 'holiday')).toEqual(
      expect.arrayContaining(['02-05', '02-06', '02-07', '02-08', '02-09', '09-01']),
    );
    expect(dates(rows, 'holiday')).not.toContain('02-04');
    expect(dates(rows, 'observed_off')).toEqual(['02-10', '02-11', '05-03']);
  });
});

test('official swaps come in pairs: a weekday off for a weekend day worked, in the same year', () => {
  for (const year of [2024, 2025, 2026]) {
    const own = officialSwaps.filter(({ date }) => date.startsWith(String(year)));
    const [off, worked] = [
      own.filter(({ type }) => type === 'swap_off'),
      own.filter(({ type }) => type === 'swap_work'),
    ];
    expect(off.length).toBeGreaterThan(0);
    expect(off).toHaveLength(worked.length);
    expect(off.map(({ date }) => weekend(date))).not.toContain(true);
    expect(worked.map(({ date }) => weekend(date))).not.toContain(false);
    const holidays = new Set(dates(proposeYear(year, officialPattern, []), 'holiday'));
    expect(own.filter(({ date }) => holidays.has(date.slice(5)))).toEqual([]);
  }
});

describe.runIf(here)('beside the published holidays', () => {
  const published = here ? (JSON.parse(readFileSync(witness, 'utf8')) as Record<string, string>) : {};

  // What the other source does not hold, each with the reason for which it is right here.
  const onlyHere: Record<string, string> = {
    '2025-05-02':
      'swapped with Saturday 26/4/2025 by notice 6150/TB-BLĐTBXH; the other source ends its swaps with 2024',
    '2026-01-02': 'swapped with Saturday 10/1/2026 by 12729/VPCP-KGVX, decided after the other source was made',
    '2026-08-31': 'swapped with Saturday 22/8/2026 by notice 9441/TB-BNV, not in the other source',
    '2026-11-24': 'Ngày Văn hóa Việt Nam by resolution 28/2026/QH16, not in the other source',
  };

  test('the weekdays off of 2024 to 2026 differ by what is named, and by nothing else', () => {
    const years = ['2024', '2025', '2026'];
    const ours = years
      .flatMap((year) => proposeYear(Number(year)))
      .filter(({ date, type }) => type !== 'swap_work' && !weekend(date))
      .map(({ date }) => date);
    const theirs = Object.keys(published).filter((day) => years.includes(day.slice(0, 4)) && !weekend(day));
    expect(theirs.length).toBeGreaterThan(25);
    expect(theirs.filter((day) => !ours.includes(day))).toEqual([]);
    expect(ours.filter((day) => !theirs.includes(day))).toEqual(Object.keys(onlyHere));
  });

  test('the swap that both know is worked off on the same Saturday', () => {
    const substituted = Object.entries(published).flatMap(([off, name]) => {
      const from = /substituted from (\d\d)\/(\d\d)\/(\d{4})/.exec(name);
      return from && off > '2024' ? [[off, `${from[3]}-${from[1]}-${from[2]}`]] : [];
    });
    expect(substituted).toEqual([['2024-04-29', '2024-05-04']]);
    expect(proposeYear(2024).filter(({ type }) => type.startsWith('swap'))).toMatchObject([
      { date: '2024-04-29', type: 'swap_off' },
      { date: '2024-05-04', type: 'swap_work' },
    ]);
  });

  test('the law and the pattern give the same weekdays off from 2021 to 2050, but for 24/11', () => {
    for (let year = 2021; year <= 2050; year++) {
      const ours = proposeYear(year, officialPattern, [])
        .filter(({ date }) => !weekend(date) && !date.endsWith('-11-24'))
        .map(({ date }) => date);
      const theirs = Object.entries(published).filter(
        ([day, name]) => day.startsWith(String(year)) && !weekend(day) && !name.startsWith('Day off (substituted'),
      );
      expect(ours).toEqual(theirs.map(([day]) => day));
    }
  });
});
