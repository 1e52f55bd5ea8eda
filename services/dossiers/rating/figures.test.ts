import { expect, test } from 'vitest';
import { partFigures, wholeFigure } from './figures.ts';
import { emptyTally, withAnswer, type Tally } from './score.ts';

const criteria = [{ key: 'chung', vi: 'Chung', en: 'Whole' }];

/** So many answers, of which so many are content. */
const tally = (answers: number, content: number): Tally =>
  Array.from({ length: answers }).reduce<Tally>(
    (sum, _, n) => withAnswer(sum, { chung: n < content ? 5 : 1 }),
    emptyTally,
  );
const figures = (parts: Record<string, Tally>) =>
  partFigures(new Map(Object.entries(parts)), { nameOf: (subject) => `Tên ${subject}`, criteria, rankFrom: 30 });

test('only who has answers enough is ranked; equal shares share a place, and every score has its n and interval', () => {
  const shown = figures({ a: tally(30, 27), b: tally(29, 29), c: tally(60, 54), d: tally(40, 20), e: tally(30, 24) });
  expect(shown.map(({ subject, rank }) => [subject, rank])).toEqual([
    ['b', null],
    ['c', 1],
    ['a', 1],
    ['e', 3],
    ['d', 4],
  ]);
  for (const { answers, satisfied } of shown) {
    expect(answers).toBeGreaterThan(0);
    expect(satisfied && satisfied.low < satisfied.share + 1e-9 && satisfied.share <= satisfied.high + 1e-9).toBe(true);
  }
});

test('under five answers there is no score, of a part or of the whole, and what no officer worked on is not ranked', () => {
  const shown = figures({ a: tally(4, 4), b: tally(40, 30), '': tally(50, 50), c: tally(7, 7) });
  const of = (name: string) => shown.find((one) => one.name === `Tên ${name}`);
  expect(of('a')).toMatchObject({ answers: 4, satisfied: null, byCriterion: [], rank: null });
  expect(of('b')).toMatchObject({ answers: 40, rank: 1 });
  expect(of('')).toMatchObject({ subject: null, rank: null });
  expect(wholeFigure(tally(4, 4), 'Phường', criteria).satisfied).toBeNull();
  expect(wholeFigure(tally(5, 4), 'Phường', criteria).satisfied?.share).toBeCloseTo(0.8);
});
