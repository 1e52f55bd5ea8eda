import { readDay } from '#lib/read-day.ts';
import type { Boundaries, Headcount, Sex } from '#lib/api/generated.ts';

const headcounts = ['permanent', 'temporary', 'present'] as const satisfies Headcount[];
const boundaries = ['then', 'now'] as const satisfies Boundaries[];
const sexes = ['male', 'female', 'unknown'] as const satisfies Sex[];

/** What a figure's address asks for; an unknown value is left aside for the usual one. Nothing in it is personal. */
export function askedFor(search: URLSearchParams, today: string) {
  const knownAt = (search.get('knownAt') ?? '').trim();
  return {
    asOf: readDay(search.get('asOf') ?? '') ?? today,
    headcount: headcounts.find((each) => each === search.get('headcount')) ?? 'permanent',
    boundaries: boundaries.find((each) => each === search.get('boundaries')) ?? 'then',
    movementFrom: readDay(search.get('from') ?? '') ?? null,
    knownAt: /^\d{1,20}$/.test(knownAt) ? knownAt.padStart(20, '0') : null,
    sex: sexes.find((each) => each === search.get('sex')) ?? null,
  };
}
