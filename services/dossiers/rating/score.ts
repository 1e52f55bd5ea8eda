/** How many answers have which mark of one criterion: of 1, 2, 3, 4, 5. */
export type Histogram = readonly [number, number, number, number, number];

/** What is known of a group of answers: an officer's, a procedure's, a ward's. */
export interface Tally {
  answers: number;
  /** Of them, those whose marks are 4 or more on the average. */
  satisfied: number;
  marks: Readonly<Record<string, Histogram>>;
}

/** Below so many answers there is no score, since it would be somebody's. */
export const FEWEST = 5;

/** A share with the interval in which it lies with 95 %. */
export interface Share {
  share: number;
  low: number;
  high: number;
}

const Z = 1.959964;

/**
 * The share of `hits` in `n` with its Wilson score interval at 95 % (E. B. Wilson, JASA 22, 1927), which stays within 0 and 1 and holds
 * for few answers too. `n` above 0.
 */
export function shareOf(hits: number, n: number): Share {
  const share = hits / n;
  const spread = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  const centre = share + (Z * Z) / (2 * n);
  const scale = 1 + (Z * Z) / n;
  return { share, low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}

/** Whether an answer is one of somebody satisfied: 4 of 5 or more on the average of its criteria. */
export function isSatisfied(marks: Readonly<Record<string, number>>): boolean {
  const all = Object.values(marks);
  return all.length > 0 && all.reduce((sum, mark) => sum + mark, 0) >= 4 * all.length;
}

const nothing: Histogram = [0, 0, 0, 0, 0];

/** A tally with one more answer. */
export function withAnswer(tally: Tally, marks: Readonly<Record<string, number>>): Tally {
  const counted = Object.entries(marks).map(([key, mark]): [string, Histogram] => {
    const before = tally.marks[key] ?? nothing;
    return [key, before.map((count, at) => (at === mark - 1 ? count + 1 : count)) as [...Histogram]];
  });
  return {
    answers: tally.answers + 1,
    satisfied: tally.satisfied + (isSatisfied(marks) ? 1 : 0),
    marks: { ...tally.marks, ...Object.fromEntries(counted) },
  };
}

export const emptyTally: Tally = { answers: 0, satisfied: 0, marks: {} };

/** Tallies of groups that share no answer, as one. */
export function sumOf(tallies: readonly Tally[]): Tally {
  return tallies.reduce((sum, one) => {
    const keys = new Set([...Object.keys(sum.marks), ...Object.keys(one.marks)]);
    const both = [...keys].map((key): [string, Histogram] => {
      const [a, b] = [sum.marks[key] ?? nothing, one.marks[key] ?? nothing];
      return [key, a.map((count, at) => count + (b[at] ?? 0)) as [...Histogram]];
    });
    return {
      answers: sum.answers + one.answers,
      satisfied: sum.satisfied + one.satisfied,
      marks: Object.fromEntries(both),
    };
  }, emptyTally);
}

/**
 * Which parts of a whole may show their score, given how many answers each has: none under five, and of the others as many as leave at
 * least five answers among those that are hidden, since the whole less what is shown is a score as well. The smallest are hidden first.
 */
export function shown(parts: ReadonlyMap<string, number>): Set<string> {
  const bySize = [...parts].filter(([, n]) => n > 0).sort(([a, n], [b, m]) => n - m || (a < b ? -1 : 1));
  const few = bySize.filter(([, n]) => n < FEWEST);
  const enough = bySize.filter(([, n]) => n >= FEWEST);
  let hidden = few.reduce((sum, [, n]) => sum + n, 0);
  while (hidden > 0 && hidden < FEWEST) {
    const next = enough.shift();
    if (!next) break;
    hidden += next[1];
  }
  return new Set(enough.map(([part]) => part));
}
