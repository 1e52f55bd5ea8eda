import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyTally, FEWEST, isSatisfied, shareOf, shown, sumOf, withAnswer, type Tally } from './score.ts';

describe('the interval of a share', () => {
  test('is that of Wilson: 81 of 263 lies within 25.53 % and 36.62 % (Newcombe, Stat. Med. 17, 1998, table I)', () => {
    const { share, low, high } = shareOf(81, 263);
    expect([share, low, high].map((one) => Math.round(one * 10_000))).toEqual([3080, 2553, 3662]);
  });

  test('holds the share, stays within 0 and 1, and narrows as answers come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 500 }), (n, some) => {
        const hits = Math.min(some, n);
        const { share, low, high } = shareOf(hits, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low <= share + 1e-12 && share <= high + 1e-12).toBe(true);
        const more = shareOf(hits * 4, n * 4);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });
});

const answer = fc.dictionary(fc.constantFrom('thai_do', 'thoi_gian', 'chung'), fc.integer({ min: 1, max: 5 }), {
  minKeys: 1,
});

test('a tally is the recount of its answers, in any order, and in any parts', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(answer, fc.nat(3)), { maxLength: 60 }), (given) => {
      const all = (answers: typeof given): Tally =>
        answers.reduce((sum, [marks]) => withAnswer(sum, marks), emptyTally);
      const whole = all(given);
      expect(all([...given].reverse())).toEqual(whole);
      expect(sumOf([0, 1, 2, 3].map((part) => all(given.filter(([, of]) => of === part))))).toEqual(whole);
      expect(whole.answers).toBe(given.length);
      expect(whole.satisfied).toBe(given.filter(([marks]) => isSatisfied(marks)).length);
      for (const key of ['thai_do', 'thoi_gian', 'chung'])
        for (const mark of [1, 2, 3, 4, 5])
          expect(whole.marks[key]?.[mark - 1] ?? 0).toBe(given.filter(([marks]) => marks[key] === mark).length);
    }),
  );
});

test('no score under five answers, nor of what is left when the shown ones are taken from the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 12 }), (sizes) => {
      const parts = new Map(sizes.map((n, at) => [String(at), n]));
      const may = shown(parts);
      const left = sizes.reduce((sum, n, at) => sum + (may.has(String(at)) ? 0 : n), 0);
      expect([...may].every((part) => (parts.get(part) ?? 0) >= FEWEST)).toBe(true);
      expect(left === 0 || left >= FEWEST || may.size === 0).toBe(true);
    }),
  );
  expect(shown(new Map(Object.entries({ a: 3, b: 7, c: 20 })))).toEqual(new Set(['c']));
  expect(shown(new Map(Object.entries({ a: 3, b: 2, c: 20 })))).toEqual(new Set(['c']));
  expect(shown(new Map(Object.entries({ a: 7, b: 20 })))).toEqual(new Set(['a', 'b']));
});
