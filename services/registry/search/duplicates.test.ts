import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareBirths, likeness } from './duplicates.ts';

test.each([
  ['1990-05-17', '1990-05-17', 'same'],
  ['1990-05-07', '1990-07-05', 'swapped'],
  ['1990-05-17', '1990-05-18', 'close'],
  ['1990-05-17', '1991-05-17', 'close'],
  ['1990-05-17', '1990', 'close'],
  ['1990-05-17', '1980-05-17', 'different'],
  ['1990-05-17', '1990-06-18', 'different'],
  ['1990-05-17', null, 'unknown'],
])('births %s and %s are %s', (a, b, expected) => {
  expect(compareBirths(a, b)).toBe(expected);
  expect(compareBirths(b, a)).toBe(expected);
});

test('the same id decides; else name and birth, or phone and birth', () => {
  const an = { fullName: 'Nguyễn Thị An', birth: '1990-05-17', phone: '0901 234 567', nationalId: '079190000001' };
  expect(likeness(an, { fullName: 'Ai khác', nationalId: an.nationalId })).toEqual({ score: 1, reasons: ['same_id'] });
  expect(likeness(an, { fullName: 'NGUYEN THI AN', birth: '1990-05-17' })).toEqual({
    score: 0.95,
    reasons: ['same_name', 'birth_same'],
  });
  expect(likeness(an, { fullName: 'An Nguyễn Thị', birth: '1990-17-05' })).toEqual({
    score: 0.85,
    reasons: ['same_name', 'birth_swapped'],
  });
  expect(likeness(an, { fullName: 'nguyen thi an', birth: null })).toEqual({ score: 0.5, reasons: ['same_name'] });
  expect(likeness(an, { fullName: 'Ann', birth: '1990-05-17', phone: '+84 901234567' })).toEqual({
    score: 0.7,
    reasons: ['same_phone', 'birth_same'],
  });
  expect(likeness(an, { fullName: 'nguyen thi an', birth: '1950-01-01' })).toBeNull();
  expect(likeness(an, { fullName: 'Ann', birth: '1990-05-17' })).toBeNull();
});

test('likeness is the same from either side, and nobody is less than certain of themselves', () => {
  const person = fc.record({
    fullName: fc.constantFrom('Nguyễn An', 'nguyen an', 'Trần Bình', 'Lê Đào'),
    birth: fc.constantFrom(null, '1990', '1990-05-07', '1990-07-05', '1991-05-07'),
    phone: fc.constantFrom(null, '0901234567', '+84901234567'),
    nationalId: fc.constantFrom(null, '079190000001', '079190000002'),
  });
  fc.assert(
    fc.property(person, person, (a, b) => {
      expect(likeness(a, b)).toEqual(likeness(b, a));
    }),
  );
});
