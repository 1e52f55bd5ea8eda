import type { ResidenceKind, Relation, Sex } from '@nocgia/schemas/events/citizen.ts';

/** When a fact holds from, and where in the log it was recorded; facts are taken in this order, whatever the order of arrival. */
export interface Dated {
  on: string;
  at: string;
}

/** What the log says of a person's sex, birth and death. */
export interface CitizenFacts {
  details: (Dated & { nature: 'correction' | 'change'; sex?: Sex; birth?: string | null })[];
  deaths: string[];
}

export type StartCause = 'first_entry' | 'birth' | 'arrival' | 'move';
export type EndCause = 'departure' | 'move' | 'expired' | 'recorded_in_error';

/** What the log says of one residence. `started` is null while only later facts of it are known. */
export interface ResidenceFacts {
  started: {
    on: string;
    cause: StartCause;
    kind: ResidenceKind;
    household: string;
    relation: Relation;
    until: string | null;
  } | null;
  corrections: (Dated & { since: string; until: string | null })[];
  renewals: (Dated & { until: string })[];
  relations: (Dated & { relation: Relation })[];
  ends: (Dated & { cause: EndCause })[];
}

/** Where a household has stood, in the order of the log. */
export interface HouseholdFacts {
  moves: (Dated & { dwelling: string })[];
}

/** Where a dwelling has lain. `registered` is its first day, null while only placements are known. Units are unit numbers. */
export interface DwellingFacts {
  registered: string | null;
  placements: (Dated & {
    ward: number;
    neighbourhood: number | null;
    cause: 'registered' | 'boundary' | 'placed' | 'correction';
  })[];
}

export const emptyCitizen: CitizenFacts = { details: [], deaths: [] };
export const emptyResidence: ResidenceFacts = { started: null, corrections: [], renewals: [], relations: [], ends: [] };
export const emptyHousehold: HouseholdFacts = { moves: [] };
export const emptyDwelling: DwellingFacts = { registered: null, placements: [] };

/** Facts in the order in which they occurred; of the same day, in the order of the log. */
export function inOrder<F extends Dated>(facts: readonly F[]): F[] {
  return facts.length < 2 ? [...facts] : facts.toSorted((a, b) => compare(a.on, b.on) || compare(a.at, b.at));
}

/** -1, 0 or 1 by code units. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The day after, `YYYY-MM-DD`. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** A partial birth as a day: a year counts as 1 July, a month as its 15th, and both say that they are estimated. */
export function birthDay(partial: string | null): { day: string | null; estimated: boolean } {
  if (partial === null) return { day: null, estimated: false };
  if (partial.length === 4) return { day: `${partial}-07-01`, estimated: true };
  if (partial.length === 7) return { day: `${partial}-15`, estimated: true };
  return { day: partial, estimated: false };
}
