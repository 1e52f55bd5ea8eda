import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeOfUnit, isDay, unitNumber } from './common.ts';

const digits = (length: number) =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((n) => String(n).padStart(length, '0'));
const code = fc.oneof(
  digits(2),
  digits(3),
  digits(5),
  fc.tuple(digits(5), digits(3)).map(([ward, n]) => `${ward}-${n}`),
);

test('no two units have one number, whatever zeros their codes begin with, and every number fits an int', () => {
  fc.assert(
    fc.property(code, code, (a, b) => {
      expect(unitNumber(a) === unitNumber(b)).toBe(a === b);
      expect(unitNumber(a)).toBeLessThan(2 ** 31);
    }),
  );
  expect(unitNumber('00004-003')).not.toBe(unitNumber('04003'));
  expect(new Set(['04', '004', '00004'].map(unitNumber)).size).toBe(3);
});

test('a ward and a neighbourhood are found again by their number', () => {
  fc.assert(
    fc.property(
      code.filter((one) => one.length >= 5),
      (one) => codeOfUnit(unitNumber(one)) === one,
    ),
  );
});

test('a day exists or is none', () => {
  for (const day of ['2024-02-29', '1999-12-31']) expect(isDay(day)).toBe(true);
  for (const day of ['2023-02-29', '2024-13-01', '2024-1-1', '', '2024-02-30']) expect(isDay(day)).toBe(false);
});
