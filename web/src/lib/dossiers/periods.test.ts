import { expect, test } from 'vitest';
import { periods } from './periods.ts';

test('the usual periods, at the turn of a year and of a leap February', () => {
  expect(periods('2026-01-05')).toEqual({
    today: { from: '2026-01-05', to: '2026-01-05' },
    thisMonth: { from: '2026-01-01', to: '2026-01-05' },
    lastMonth: { from: '2025-12-01', to: '2025-12-31' },
    thisYear: { from: '2026-01-01', to: '2026-01-05' },
  });
  expect(periods('2028-03-31').lastMonth).toEqual({ from: '2028-02-01', to: '2028-02-29' });
});
