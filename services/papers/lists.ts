import type { Cell, Sheet } from './xlsx.ts';
import type { Words } from './words.ts';

const day = (text: string | null | undefined): Cell => text?.split('-').reverse().join('/') ?? null;

/** One person on a list, as the API gives it to this reader: masked or empty where they may not see it. */
export interface PersonRow {
  since?: string | null;
  change?: number | null;
  relation?: string | null;
  /** null where the reader may not see them any more. */
  citizen: { fullName: string; sex: keyof Words['sexes']; birth: string | null; nationalId: string | null } | null;
  household: { dwelling: { address: string } } | null;
}
/** Rows as they come, one after the other. */
export type Rows<Row> = Iterable<Row> | AsyncIterable<Row>;

async function* mapped<Row>(rows: Rows<Row>, cells: (row: Row) => Cell[]): AsyncIterable<Cell[]> {
  for await (const row of rows) yield cells(row);
}

/** People, one row each. */
export function peopleSheet(
  text: Words,
  above: readonly string[],
  people: Rows<PersonRow>,
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
    rows: mapped(people, ({ citizen, household, since, change }) => [
      citizen?.fullName ?? text.beyondReach,
      day(citizen?.birth),
      citizen && text.sexes[citizen.sex],
      citizen?.nationalId ?? null,
      household?.dwelling.address ?? null,
      day(since),
      ...(withChange ? [change ?? null] : []),
    ]),
  };
}

/** A household, or null where the reader may not see it any more. */
export type HouseholdRow = null | {
  number: string | null;
  head: { fullName: string } | null;
  dwelling: { address: string };
};
/** Households, one row each. */
export function householdsSheet(text: Words, above: readonly string[], households: Rows<HouseholdRow>): Sheet {
  return {
    name: text.households,
    above,
    columns: [
      { heading: text.head, width: 30 },
      { heading: text.householdNumber, width: 16 },
      { heading: text.address, width: 44 },
    ],
    rows: mapped(households, (household) =>
      household
        ? [household.head?.fullName ?? null, household.number, household.dwelling.address]
        : [text.beyondReach, null, null],
    ),
  };
}

/** A dwelling of a unit's list, with who lives in it. */
export interface DwellingRow {
  address: string;
  householdCount: number;
  peopleCount: number;
  confirmedOn: string | null;
}
/** Dwellings of a unit, one row each: how many live there, and when that was last found true. */
export function unitDwellingsSheet(text: Words, above: readonly string[], dwellings: Rows<DwellingRow | null>): Sheet {
  return {
    name: text.dwellings,
    above,
    columns: [
      { heading: text.address, width: 60 },
      { heading: text.householdCount, width: 10 },
      { heading: text.members, width: 10 },
      { heading: text.confirmed, width: 16 },
    ],
    rows: mapped(dwellings, (dwelling) =>
      dwelling
        ? [dwelling.address, dwelling.householdCount, dwelling.peopleCount, day(dwelling.confirmedOn)]
        : [text.beyondReach, null, null, null],
    ),
  };
}

/** A departure or an arrival whose other end nobody has recorded. */
export interface MoveRow {
  fullName: string;
  day: string;
  place: string | null;
  otherWard: string;
  otherWardName: string | null;
}
/** Moves that lack their other end, one row each. */
export function movesSheet(
  text: Words,
  above: readonly string[],
  side: keyof Words['moves'],
  moves: Rows<MoveRow | null>,
): Sheet {
  return {
    name: text.moves[side],
    above,
    columns: [
      { heading: text.fullName, width: 30 },
      { heading: text.day, width: 12 },
      { heading: text.otherEnd, width: 50 },
    ],
    rows: mapped(moves, (move) =>
      move
        ? [
            move.fullName,
            day(move.day),
            [...new Set([move.place, move.otherWardName ?? move.otherWard].filter(Boolean))].join(', '),
          ]
        : [text.beyondReach, null, null],
    ),
  };
}

/** Dwellings, one row each. */
export function dwellingsSheet(
  text: Words,
  above: readonly string[],
  dwellings: Rows<{ address: string } | null>,
): Sheet {
  return {
    name: text.dwellings,
    above,
    columns: [{ heading: text.address, width: 60 }],
    rows: mapped(dwellings, (dwelling) => [dwelling?.address ?? text.beyondReach]),
  };
}
