import { describe, expect, test } from 'vitest';
import { closedMonthEnd, suppressed } from './reach.ts';

describe('closed months', () => {
  test.each([
    ['2026-11-22', '2026-11-22', '2026-10-31'],
    ['2026-10-31', '2026-11-22', '2026-10-31'],
    ['2026-11-30', '2026-12-01', '2026-11-30'],
    ['2026-11-30', '2026-11-30', '2026-10-31'],
    ['2027-05-31', '2026-11-22', '2026-10-31'],
    ['2026-03-01', '2026-11-22', '2026-02-28'],
  ])('as of %s, on %s, is %s', (day, today, end) => {
    expect(closedMonthEnd(day, today)).toBe(end);
  });
});

describe('small cells', () => {
  test('are hidden, and with one alone the next smallest too', () => {
    expect(suppressed([100, 90, 3])).toEqual([false, true, true]);
    expect(suppressed([2, 3, 80])).toEqual([true, true, false]);
    expect(suppressed([100, 90, 0])).toEqual([false, false, false]);
    expect(suppressed([4])).toEqual([true]);
  });
});
