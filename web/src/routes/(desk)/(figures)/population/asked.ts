import { readDay } from '#lib/read-day.ts';
import type { Boundaries, EidHolding, Headcount, PeopleFilter, ResidenceStanding, Sex } from '#lib/api/generated.ts';

const headcounts = ['permanent', 'temporary', 'present'] as const satisfies Headcount[];
const boundaries = ['then', 'now'] as const satisfies Boundaries[];
const sexes = ['male', 'female', 'unknown'] as const satisfies Sex[];
const kinds = ['permanent', 'temporary', 'absent'] as const satisfies ResidenceStanding[];
const levels = ['level2', 'level1', 'none'] as const satisfies EidHolding[];

/** What a figure's address asks for; an unknown value is left aside for the usual one. Nothing in it is personal. */
export function askedFor(search: URLSearchParams, today: string) {
  const knownAt = (search.get('knownAt') ?? '').trim();
  return {
    asOf: readDay(search.get('asOf') ?? '') ?? today,
    headcount: headcounts.find((each) => each === search.get('headcount')) ?? 'permanent',
    boundaries: boundaries.find((each) => each === search.get('boundaries')) ?? 'then',
    movementFrom: readDay(search.get('from') ?? '') ?? null,
    knownAt: /^\d{1,20}$/.test(knownAt) ? knownAt.padStart(20, '0') : null,
    knownOn: readDay(search.get('knownOn') ?? '') ?? null,
  };
}

/** The period to show when none is asked for: since the first day of the year, for the movement is half of what a figure says. */
export function periodOf(asked: { movementFrom: string | null; asOf: string }): string {
  return asked.movementFrom ?? `${asked.asOf.slice(0, 4)}-01-01`;
}

function number(text: string | null): number | null {
  return text !== null && /^\d{1,3}$/.test(text) ? Number(text) : null;
}

/** A code of a list: lower-case letters, digits and underscores. */
function code(text: string | null): string | null {
  return text !== null && /^[a-z0-9_]{1,40}$/.test(text) ? text : null;
}

/** The filter that stands in the address of a list. */
export function filterOf(search: URLSearchParams) {
  return {
    sex: sexes.find((each) => each === search.get('sex')) ?? null,
    ageFrom: number(search.get('ageFrom')),
    ageTo: number(search.get('ageTo')),
    ethnicity: code(search.get('ethnicity')),
    residenceKind: kinds.find((each) => each === search.get('residenceKind')) ?? null,
    policyStatus: code(search.get('policyStatus')),
    householdStatus: code(search.get('householdStatus')),
    eidLevel: levels.find((each) => each === search.get('eidLevel')) ?? null,
    cause: code(search.get('cause')),
    unplaced: search.get('unplaced') === 'true' ? true : null,
  } satisfies PeopleFilter;
}

/** A figure's question and a filter as the query of an address; empty values are left out. */
export function toSearch(values: Readonly<Record<string, string | number | boolean | null | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  return search.toString();
}
