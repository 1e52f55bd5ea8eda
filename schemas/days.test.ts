import { expect, test } from 'vitest';
import {
  addDays,
  dayInVietnam,
  dayOfNumber,
  daysBetween,
  instantOf,
  localTime,
  numberOfDay,
  weekdayOf,
} from './days.ts';

test('the day in Vietnam begins at 17:00 UTC of the day before', () => {
  expect(dayInVietnam(new Date('2026-11-22T16:59:59.999Z'))).toBe('2026-11-22');
  expect(dayInVietnam(new Date('2026-11-22T17:00:00Z'))).toBe('2026-11-23');
});

test('days are added, taken away and counted over months, leap days and 1970', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(addDays('1970-01-01', -400)).toBe('1968-11-27');
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
  expect(dayOfNumber(numberOfDay('1899-12-31'))).toBe('1899-12-31');
});

test('weekdays run from 1 Monday to 7 Sunday, also before 1970', () => {
  expect(
    ['2026-11-23', '2026-11-28', '2026-11-29', '1969-12-28', '1900-01-01'].map((day) => weekdayOf(numberOfDay(day))),
  ).toEqual([1, 6, 7, 7, 1]);
});

test('an instant is a day and a time in Vietnam, and comes back; 24 hours are the next midnight', () => {
  const instant = Date.parse('2026-11-22T18:30:00.250Z');
  const { day, time } = localTime(instant);
  expect([dayOfNumber(day), time]).toEqual(['2026-11-23', 90 * 60_000 + 250]);
  expect(instantOf(day, time)).toBe(instant);
  expect(instantOf(day, 86_400_000)).toBe(instantOf(day + 1, 0));
  expect(localTime(Date.parse('1969-12-31T10:00:00Z'))).toEqual({ day: -1, time: 17 * 3_600_000 });
});
