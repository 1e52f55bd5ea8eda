import type { CitizenDetails, Relation } from '@nocgia/schemas/events/citizen.ts';
import type { DwellingKind } from '@nocgia/schemas/events/dwelling.ts';
import type { Evidence } from '@nocgia/schemas/events/evidence.ts';

// A synthetic ward: every name, id and number in it is invented. People, households and dwellings are named by their index.

export type Sex = 'male' | 'female';
export type Details = CitizenDetails & { sex: Sex };

/** Somebody of the demo ward as they stand on the day that the generation has come to. Kinship goes by index, the dead included. */
export interface Person {
  index: number;
  details: Details;
  /** Day of birth, also where only its year is on record. */
  born: string;
  mother: number | null;
  father: number | null;
  spouse: number | null;
  /** Index of the household they live in; null for the dead and departed. */
  household: number | null;
  kind: 'permanent' | 'temporary';
  since: string;
  until: string | null;
  alive: boolean;
  away: boolean;
  /** Whether the register has a record of the present marriage. */
  marriageRecorded: boolean;
}

export interface Household {
  index: number;
  number: string;
  dwelling: number;
  formedOn: string;
  head: number | null;
  members: Set<number>;
  /** Rooms that are let, by strangers to each other as often as not. */
  lodging: boolean;
  dissolved: boolean;
}

export interface Dwelling {
  index: number;
  /** Index into `neighbourhoods`; null = not yet placed. */
  neighbourhood: number | null;
  houseNumber: string;
  oldNumber: string | null;
  street: string;
  kind: DwellingKind;
  confirmedOn: string | null;
}

/** Where somebody lives when they are entered. */
export interface Entry {
  person: number;
  details: Details;
  household: number;
  relation: Relation;
  kind: 'permanent' | 'temporary';
  since: string;
  until: string | null;
}

type On<T extends string, Fields> = { type: T; on: string } & Fields;

/** What happens in the ward, in the order of its days; each becomes one ordinary command. */
export type LifeEvent =
  | On<'form', { household: number; dwelling: number; number: string }>
  | On<'arrival', Entry & { cameFrom: string | null; first: boolean }>
  | On<'birth', Entry & { mother: number; father: number | null; evidence: Evidence }>
  | On<'death', { person: number; evidence: Evidence }>
  | On<'leave', { person: number; cause: 'departure' | 'expired'; wentTo: string | null }>
  | On<'move', { person: number; household: number; relation: Relation }>
  | On<'moveHousehold', { household: number; dwelling: number }>
  | On<'head', { household: number; person: number; relations: [person: number, relation: Relation][] }>
  | On<'dissolve', { household: number }>
  | On<
      'split',
      {
        household: number;
        newHousehold: number;
        number: string;
        dwelling: number | null;
        person: number;
        relations: [person: number, relation: Relation][];
      }
    >
  | On<'unite', { household: number; into: number; relations: [person: number, relation: Relation][] }>
  | On<'renewal', { person: number; until: string }>
  | On<'absence', { person: number; until: string; destination: string; reason: string }>
  | On<'return', { person: number }>
  | On<'marriage', { person: number; spouse: number; evidence: Evidence | null }>
  | On<'divorce', { person: number; evidence: Evidence }>
  | On<'policy', { person: number; status: string; until: string | null; evidence: Evidence }>
  | On<'householdStatus', { household: number; status: string; until: string | null; evidence: Evidence }>
  | On<'eid', { person: number; level: '1' | '2' }>
  | On<'confirmation', { dwelling: number; method: 'visit' | 'phone' | 'documents' | 'self_declared' }>;

/** How large the demo ward is, and the seed that it grows from. */
export interface DemoSize {
  seed: number;
  dwellings: number;
  neighbourhoods: number;
  /** Years of life before today; 0 = people as they stand, nothing has happened. */
  years?: number;
  /** Dossiers of the one-stop desk that are over; open ones come on top. 0 or left out = no desk is set up. */
  dossiers?: number;
}

export interface DemoWard {
  city: { code: string; name: string };
  ward: { code: string; name: string };
  neighbourhoods: { code: string; name: string }[];
  /** Units, and so figures, begin on this day. */
  since: string;
  dwellings: Dwelling[];
  /** Households and people of the first day by dwelling, then all that happened since: each list is in order. */
  founding: LifeEvent[][];
  life: LifeEvent[];
}
