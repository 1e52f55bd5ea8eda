import { expect, test } from 'vitest';
import { readDay } from './read-day.ts';

test.each([
  ['22/11/2026', '2026-11-22'],
  ['3/4/2026', '2026-04-03'],
  ['03042026', '2026-04-03'],
  ['3-4-2026', '2026-04-03'],
  ['2026-04-03', '2026-04-03'],
])('%s is %s: day before month', (written, day) => {
  expect(readDay(written)).toBe(day);
});

test.each(['', '31/02/2026', '11/22/2026', '22/11/26', '2026', 'hôm nay'])('%s is no day', (written) => {
  expect(readDay(written)).toBeUndefined();
});
