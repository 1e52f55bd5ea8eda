import type { Sex } from '@nocgia/schemas/events/citizen.ts';
import type { CountedAs } from './cells.ts';
import type { Headcount } from './question.ts';
import type { FigureUnit } from './reach.ts';

/**
 * One sum of one kind: of a sex, a five-year group (its first age), a neighbourhood (unit number), an ethnicity, a cause within the period
 * (`before` it: all that came earlier), or a status. `key` null: not known, or not yet placed.
 */
export interface Sum {
  what: 'sex' | 'age' | 'neighbourhood' | 'ethnicity' | 'cause' | 'policy' | 'household';
  kind: CountedAs;
  sex: Sex | null;
  key: string | null;
  value: number;
}

/** The key under which everything before the period stands among the causes. */
export const BEFORE = 'before';

/** Kinds and signs that make up a headcount; who has two residences in the unit counts once in *present*. */
export function signs(headcount: Headcount, level: FigureUnit['level']): Partial<Record<CountedAs, 1 | -1>> {
  if (headcount !== 'present') return { [headcount]: 1 };
  const both = level === 'neighbourhood' ? 'both_in_neighbourhood' : 'both_in_ward';
  return { permanent: 1, temporary: 1, absent: -1, [both]: -1 };
}

/** Sums of one headcount by key, those of nobody left out. `level`: of the unit that is counted. */
export function byKey(
  sums: readonly Sum[],
  what: Sum['what'],
  headcount: Headcount,
  level: FigureUnit['level'],
): Map<string | null, number> {
  const sign = signs(headcount, level);
  const found = new Map<string | null, number>();
  for (const sum of sums) {
    const times = sign[sum.kind];
    if (sum.what !== what || times === undefined) continue;
    const key = what === 'sex' ? sum.sex : sum.key;
    found.set(key, (found.get(key) ?? 0) + times * sum.value);
  }
  return new Map([...found].filter(([, value]) => value !== 0));
}

/** Men and women of each five-year group, youngest first. */
export function byAge(
  sums: readonly Sum[],
  headcount: Headcount,
  level: FigureUnit['level'],
): { from: number; male: number; female: number }[] {
  const of = (sex: Sex): Map<string | null, number> =>
    byKey(
      sums.filter((sum) => sum.sex === sex),
      'age',
      headcount,
      level,
    );
  const [male, female] = [of('male'), of('female')];
  return [...new Set([...male.keys(), ...female.keys()])]
    .filter((key) => key !== null)
    .map((key) => ({ from: Number(key), male: male.get(key) ?? 0, female: female.get(key) ?? 0 }))
    .sort((a, b) => a.from - b.from);
}

/** How many of one kind there are, whatever else they are. */
export function ofKind(sums: readonly Sum[], kind: CountedAs): number {
  return sums.reduce((total, sum) => (sum.what === 'sex' && sum.kind === kind ? total + sum.value : total), 0);
}

/** Households by status. */
export function householdsByStatus(sums: readonly Sum[]): Map<string | null, number> {
  const found = new Map<string | null, number>();
  for (const sum of sums) if (sum.what === 'household') found.set(sum.key, (found.get(sum.key) ?? 0) + sum.value);
  return new Map([...found].filter(([, value]) => value !== 0));
}
