import type { CitizenDetails } from '@nocgia/schemas/events/citizen.ts';

/** A person of the register who may be the one of a row. */
export interface KnownPerson {
  citizenId: string;
  sourceKey: string | null;
  fullName: string;
  sex: CitizenDetails['sex'];
  birth: string | null;
  nationalId: string | null;
  phone: string | null;
  householdId: string | null;
  /** Folded number of the household, and where it lives. */
  householdNumber: string | null;
  neighbourhood: string | null;
  houseNumber: string | null;
  street: string | null;
  /** Whether this person lives in the ward of the import; others are found by identity number alone. */
  here: boolean;
}

/** What is asked of the register for a batch of rows. */
export interface Probe {
  sourceKeys: readonly string[];
  nationalIds: readonly string[];
  /** Folded names. */
  names: readonly string[];
  /** Telephone numbers as they are compared. */
  phones: readonly string[];
}

export interface KnownDwelling {
  dwellingId: string;
  neighbourhood: string | null;
  houseNumber: string | null;
  street: string | null;
}

export interface KnownHousehold {
  householdId: string;
  /** Folded. */
  number: string;
  neighbourhood: string | null;
}

/** Somebody who lives in the ward, as little as is needed to miss them. */
export interface RegisteredResident {
  citizenId: string;
  householdId: string;
  neighbourhood: string | null;
}

/** The rows of the register that an import compares with, as they stand now, of one ward. */
export interface Register {
  people(probe: Probe): Promise<KnownPerson[]>;
  /** Everybody who lives in the ward. */
  residents(): Promise<RegisteredResident[]>;
  /** Of these the people of the ward, by name. */
  byIds(citizenIds: readonly string[]): Promise<KnownPerson[]>;
  dwellings(): Promise<KnownDwelling[]>;
  /** Households of the ward that exist, by folded number. */
  households(numbers: readonly string[]): Promise<KnownHousehold[]>;
  /** Neighbourhoods of the ward that exist today. */
  neighbourhoods(): Promise<{ code: string; name: string }[]>;
}
