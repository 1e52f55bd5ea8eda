import type { ResidenceKind, Relation, Sex } from '@nocgia/schemas/events/citizen.ts';

/** When a fact holds from, and where in the log it was recorded; facts are taken in this order, whatever the order of arrival. */
export interface Dated {
  on: string;
  at: string;
}

/** What was said of a person at one time. `eid`: a level from a day on; without `level` only the day was said. */
export interface DetailFact extends Dated {
  nature: 'correction' | 'change';
  sex?: Sex;
  birth?: string | null;
  ethnicity?: string | null;
  eid?: { level?: '1' | '2' | null; from: string };
}

/** Something that holds from `on` to `until` (its last day; null = open), unless an end of the same id says otherwise. */
export interface PeriodFact extends Dated {
  id: string;
  until: string | null;
}
/** `error`: it never was. */
export interface PeriodEnd extends Dated {
  id: string;
  error: boolean;
}
export interface StatusFact extends PeriodFact {
  status: string;
}

/**
 * What the own stream says of a person, as far as figures go. `mergedInto`: who this person was found to be; `absorbed`: who was found to
 * be this person, in the order of the log; `withdrawn`: there is no such person.
 */
export interface CitizenFacts {
  details: DetailFact[];
  deaths: Dated[];
  absences?: PeriodFact[];
  absenceEnds?: PeriodEnd[];
  policies?: StatusFact[];
  policyEnds?: PeriodEnd[];
  mergedInto?: string;
  absorbed?: string[];
  withdrawn?: true;
}

export type StartCause = 'first_entry' | 'birth' | 'arrival' | 'move';
export type EndCause = 'departure' | 'move' | 'expired' | 'recorded_in_error';

/** What one stream says of one residence. `started` is null while only later facts of it are known, or where another stream tells it. */
export interface ResidenceFacts {
  started:
    | (Dated & {
        cause: StartCause;
        kind: ResidenceKind;
        household: string;
        relation: Relation;
        until: string | null;
      })
    | null;
  corrections: (Dated & { since: string; until: string | null })[];
  renewals: (Dated & { until: string })[];
  relations: (Dated & { relation: Relation })[];
  ends: (Dated & { cause: EndCause })[];
}

/** Where a household has stood, in the order of the log, and its statuses; `withdrawn`: there is no such household. */
export interface HouseholdFacts {
  moves: (Dated & { dwelling: string })[];
  statuses?: StatusFact[];
  statusEnds?: PeriodEnd[];
  withdrawn?: true;
}

/** Where a dwelling has lain. `registered` is its first day, null while only placements are known. Units are unit numbers. */
export interface DwellingFacts {
  withdrawn?: true;
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
