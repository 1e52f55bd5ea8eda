import type { Cell, Sheet } from './xlsx.ts';
import type { Words } from './words.ts';

const day = (text: string | null | undefined): Cell => text?.split('-').reverse().join('/') ?? null;

/** One person on a list, as the API gives it to this reader: masked or empty where they may not see it. */
export interface PersonRow {
  since?: string | null;
  change?: number | null;
  relation?: string | null;
  citizen: { fullName: string; sex: keyof Words['sexes']; birth: string | null; nationalId: string | null };
  household: { dwelling: { address: string } } | null;
}
/** People, one row each. */
export function peopleSheet(
  text: Words,
  above: readonly string[],
  people: readonly PersonRow[],
  withChange: boolean,
): Sheet {
  return {
    name: text.people,
    above,
    columns: [
      { heading: text.fullName, width: 30 },
      { heading: text.birth, width: 12 },
      { heading: text.sex, width: 10 },
      { heading: text.nationalId, width: 16 },
      { heading: text.address, width: 40 },
      { heading: text.since, width: 12 },
      ...(withChange ? [{ heading: text.change, width: 10 }] : []),
    ],
    rows: people.map(({ citizen, household, since, change }) => [
      citizen.fullName,
      day(citizen.birth),
      text.sexes[citizen.sex],
      citizen.nationalId,
      household?.dwelling.address ?? null,
      day(since),
      ...(withChange ? [change ?? null] : []),
    ]),
  };
}

export interface HouseholdRow {
  number: string | null;
  head: { fullName: string } | null;
  dwelling: { address: string };
}
/** Households, one row each. */
export function householdsSheet(text: Words, above: readonly string[], households: readonly HouseholdRow[]): Sheet {
  return {
    name: text.households,
    above,
    columns: [
      { heading: text.head, width: 30 },
      { heading: text.householdNumber, width: 16 },
      { heading: text.address, width: 44 },
    ],
    rows: households.map(({ head, number, dwelling }) => [head?.fullName ?? null, number, dwelling.address]),
  };
}

/** Dwellings, one row each. */
export function dwellingsSheet(
  text: Words,
  above: readonly string[],
  dwellings: readonly { address: string }[],
): Sheet {
  return {
    name: text.dwellings,
    above,
    columns: [{ heading: text.address, width: 60 }],
    rows: dwellings.map(({ address }) => [address]),
  };
}
