import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOrderOf, isBefore, readMoment, startOf, type DayOrder } from './moments.ts';

const read = (text: string, order: DayOrder = 'day_first') => readMoment(text, { order, date1904: false });

test.each([
  ['22/11/2026 08:15', '2026-11-22T01:15:00.000Z'],
  ['22-11-2026, 08:15:30', '2026-11-22T01:15:30.000Z'],
  ['08:15 22/11/2026', '2026-11-22T01:15:00.000Z'],
  ['8 giờ 15 phút ngày 22/11/2026', '2026-11-22T01:15:00.000Z'],
  ['8h15 ngày 22/11/2026', '2026-11-22T01:15:00.000Z'],
  ['17h 22/11/2026', '2026-11-22T10:00:00.000Z'],
  ['22/11/2026 1:05:00 CH', '2026-11-22T06:05:00.000Z'],
  ['22/11/2026 12:05 SA', '2026-11-21T17:05:00.000Z'],
  ['2026-11-22 08:15', '2026-11-22T01:15:00.000Z'],
  ['2026-11-22T08:15:00Z', '2026-11-22T08:15:00.000Z'],
  ['2016-07-13 15:11:07+00:00', '2016-07-13T15:11:07.000Z'],
  ['20261122081500', '2026-11-22T01:15:00.000Z'],
  ['22/11/2026', '2026-11-22'],
  ['20261122', '2026-11-22'],
  ['46348.5', '2026-11-22T05:00:00.000Z'],
])('%s is read as %s', (text, moment) => expect(read(text)).toBe(moment));

test.each([
  '31/02/2026 08:15',
  '22/11/26 08:15',
  '22/11/2026 25:15',
  '22/11/2026 sáng',
  'chưa',
  '11/22/2026',
  '2026-13-01',
])('%s is not guessed at', (text) => expect(read(text)).toBeUndefined());

test('which is the day is said by the whole column, and by none where it says both', () => {
  expect(dayOrderOf(['03/04/2024', null, '05/06/2024'])).toBe('day_first');
  expect(dayOrderOf(['03/04/2024', '05/16/2024'])).toBe('month_first');
  expect(dayOrderOf(['03/04/2024', '05/16/2024', '16/05/2024'])).toBe('mixed');
  expect(read('03/04/2024', 'month_first')).toBe('2024-03-04');
  expect(read('03/04/2024', 'mixed')).toBeUndefined();
});

test('a day without a time is before nothing of that day', () => {
  expect(isBefore('2026-11-22', '2026-11-22T01:15:00.000Z')).toBe(false);
  expect(isBefore('2026-11-22T01:15:00.000Z', '2026-11-22')).toBe(false);
  // One o'clock in the morning of the 23rd in Việt Nam.
  expect(isBefore('2026-11-22', '2026-11-22T18:00:00.000Z')).toBe(true);
});

test('every minute of Việt Nam comes back as it was written', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }), (date) => {
      const at = new Date(Math.floor(date.getTime() / 60_000) * 60_000);
      const [day = '', time = ''] = new Date(at.getTime() + 7 * 3_600_000).toISOString().split('T');
      const written = `${day.split('-').reverse().join('/')} ${time.slice(0, 5)}`;
      expect(startOf(read(written) ?? '')).toBe(at.toISOString());
    }),
  );
});
