import { addDays, numberOfDay, weekdayOf } from '@nocgia/schemas/days.ts';
import { workingWeek, type WorkingWeek } from '@nocgia/schemas/events/calendar.ts';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { proposeYear } from './holidays.ts';
import { anyDay, anyInstant, rowsOf, weekWithSaturday } from './testing/calendars.ts';
import { calendarOf, defaultWeek, type Calendar } from './working-days.ts';

const calendar = calendarOf({ version: '1', week: defaultWeek, rows: rowsOf(2024, 2028) });
const saturdays = calendarOf({ version: '1', week: weekWithSaturday(false), rows: rowsOf(2024, 2028) });
const worked = calendarOf({ version: '1', week: weekWithSaturday(true), rows: rowsOf(2024, 2028) });
const HOUR = 3_600_000;
/** A time in Vietnam as an instant. */
const at = (text: string) => new Date(`${text}+07:00`).toISOString();

describe('working days', () => {
  test.each([
    ['2026-11-20', true],
    ['2026-11-21', false],
    ['2026-11-24', false],
    ['2026-01-02', false],
    ['2026-01-10', true],
    ['2026-01-17', false],
    ['2026-04-27', false],
    ['2026-02-20', false],
    ['2026-02-23', true],
    ['2026-08-22', true],
    ['2026-08-31', false],
  ])('%s: %s', (day, is) => {
    expect(calendar.isWorkingDay(day)).toBe(is);
  });

  test('are found and counted over holidays, swapped Saturdays and the end of a year', () => {
    expect(calendar.onOrAfter('2026-02-14')).toBe('2026-02-23');
    expect(calendar.onOrAfter('2026-02-23')).toBe('2026-02-23');
    expect(calendar.nextWorkingDay('2026-02-23')).toBe('2026-02-24');
    expect(calendar.addWorkingDays('2025-12-31', 2)).toBe('2026-01-06');
    expect(calendar.addWorkingDays('2026-01-06', -2)).toBe('2025-12-31');
    expect(calendar.addWorkingDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(calendar.addWorkingDays('2026-11-21', 0)).toBe('2026-11-21');
    expect(calendar.countWorkingDays('2025-12-31', '2026-01-06')).toBe(2);
    expect(calendar.countWorkingDays('2026-01-06', '2025-12-31')).toBe(-2);
    expect(calendar.countWorkingDays('2026-11-20', '2026-11-22')).toBe(0);
  });

  test('of a year are all its weekdays but those off, and the Saturdays worked', () => {
    // 2026 has 261 weekdays; 1/1, 2/1, five of Tết, 27/4, 30/4, 1/5, 31/8, 1/9, 2/9, 24/11 are off, 10/1 and 22/8 worked.
    expect(calendar.countWorkingDays('2025-12-31', '2026-12-31')).toBe(261 - 14 + 2);
  });

  test('a year without rows has weekends only, and says so', () => {
    expect(calendar.covers('2028-12-31')).toBe(true);
    expect(calendar.covers('2029-01-01')).toBe(false);
    expect(calendar.isWorkingDay('2029-01-01')).toBe(true);
    expect(calendar.countWorkingDays('2028-12-31', '2029-12-31')).toBe(261);
  });

  test('a Saturday is open, a working day, or neither, by the week of the office', () => {
    expect([calendar, saturdays, worked].map((one) => one.isWorkingDay('2026-11-21'))).toEqual([false, false, true]);
    expect([calendar, saturdays, worked].map((one) => one.hoursOn('2026-11-21'))).toEqual([
      [],
      [{ from: '07:30', to: '11:30' }],
      [{ from: '07:30', to: '11:30' }],
    ]);
    // A swapped Saturday is worked like any other working day.
    expect([calendar, saturdays, worked].map((one) => one.hoursOn('2026-01-10'))).toEqual([
      defaultWeek.hours,
      defaultWeek.hours,
      defaultWeek.hours,
    ]);
    expect(worked.isWorkingDay('2027-02-06')).toBe(false);
    expect(worked.hoursOn('2027-02-06')).toEqual([]);
  });

  test('adding and counting undo each other', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, count) => {
        for (const one of [calendar, worked]) {
          const reached = one.addWorkingDays(day, count);
          if (count > 0) expect(one.countWorkingDays(day, reached)).toBe(count);
          // Before a day of rest, the way back counts from the working day before it.
          if (count < 0) expect(one.countWorkingDays(reached, addDays(day, -1))).toBe(-count - 1);
          if (count !== 0) expect(one.isWorkingDay(reached)).toBe(true);
          if (one.isWorkingDay(day)) expect(one.addWorkingDays(reached, -count)).toBe(day);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('agree with going day by day', () => {
    const slowly = (one: Calendar, from: string, to: string): number => {
      let count = 0;
      for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (one.isWorkingDay(day)) count++;
      return count;
    };
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 900 }), (from, days) => {
        const to = addDays(from, days);
        expect(calendar.countWorkingDays(from, to)).toBe(slowly(calendar, from, to));
        expect(calendar.countWorkingDays(to, from)).toBe(0 - slowly(calendar, from, to));
      }),
      { numRuns: 100 },
    );
  });

  test('by the rows and the week, day by day', () => {
    const rows = [...proposeYear(2024), ...proposeYear(2025), ...proposeYear(2026)];
    for (let day = '2024-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
      const types = rows.filter(({ date }) => date === day).map(({ type }) => type);
      const weekday = weekdayOf(numberOfDay(day));
      const expected = types.length > 0 ? types.includes('swap_work') : weekday <= 5;
      expect(calendar.isWorkingDay(day), day).toBe(expected);
    }
  });
});

describe('working time', () => {
  test.each([
    ['2026-11-20T08:00', '2026-11-20T09:30', 1.5],
    ['2026-11-20T11:00', '2026-11-20T14:00', 1],
    ['2026-11-20T16:30', '2026-11-23T07:30', 1],
    ['2026-11-21T08:00', '2026-11-22T20:00', 0],
    ['2026-11-23T00:00', '2026-11-26T00:00', 16],
    ['2025-12-31T13:30', '2026-01-05T08:00', 4.5],
    ['2026-11-20T09:00', '2026-11-20T08:00', -1],
  ])('from %s to %s: %d hours', (from, to, hours) => {
    expect(calendar.workingTime(at(from), at(to))).toBe(hours * HOUR);
  });

  test.each([
    ['2026-11-20T08:00', 8, '2026-11-23T08:00'],
    ['2026-11-20T16:30', 0.5, '2026-11-20T17:00'],
    ['2026-11-20T17:00', 1, '2026-11-23T08:00'],
    ['2026-11-20T12:00', 1, '2026-11-20T14:30'],
    ['2026-11-21T12:00', 8, '2026-11-23T17:00'],
    ['2026-11-23T16:00', 2, '2026-11-25T08:00'],
    ['2025-12-31T16:00', 1.5, '2026-01-05T07:30'],
    ['2026-11-21T12:00', 0, '2026-11-21T12:00'],
  ])('%s and %d hours: %s', (from, hours, to) => {
    expect(calendar.addWorkingTime(at(from), hours * HOUR)).toBe(at(to));
  });

  test('runs on a Saturday morning where the office is open then', () => {
    expect(saturdays.addWorkingTime(at('2026-11-20T16:30'), HOUR)).toBe(at('2026-11-21T08:00'));
    expect(saturdays.workingTime(at('2026-11-21T00:00'), at('2026-11-22T00:00'))).toBe(4 * HOUR);
  });

  test('what is added is what has passed, and at the earliest', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 3_000 * HOUR }), (from, amount) => {
        for (const one of [calendar, saturdays]) {
          const to = one.addWorkingTime(from, amount);
          expect(one.workingTime(from, to)).toBe(amount);
          expect(one.workingTime(from, new Date(Date.parse(to) - 1).toISOString())).toBe(amount - 1);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a week', () => {
  const hours = (...spans: [string, string][]) => spans.map(([from, to]) => ({ from, to }));

  test('has hours that exist and follow each other', () => {
    const bad: WorkingWeek['hours'][] = [
      [],
      hours(['11:30', '07:00']),
      hours(['07:00', '24:30']),
      hours(['07:00', '12:00'], ['11:00', '17:00']),
      hours(['7:00', '12:00']),
    ];
    for (const one of bad) expect(v.is(workingWeek, { hours: one, saturday: null })).toBe(false);
    expect(v.is(workingWeek, defaultWeek)).toBe(true);
    expect(v.is(workingWeek, weekWithSaturday(true))).toBe(true);
  });
});
