import type { DwellingEvent } from '@nocgia/schemas/events/dwelling.ts';
import type { HouseholdEvent } from '@nocgia/schemas/events/household.ts';
import { unitNumber } from '@nocgia/schemas/events/common.ts';
import { addressSortKey } from '@nocgia/schemas/text/sort-key.ts';
import type { Overlay, Table, Touch } from '../../projection/projection.ts';
import { ended, type StatusState } from '../citizen/citizen-state.ts';

/** Where a dwelling lies: the registry's own note of it, from which households and people take their unit. */
export type PlaceRow = {
  dwelling_id: string;
  ward: number;
  neighbourhood: number | null;
  street: string | null;
  house_number: string | null;
  address_key: string;
};

/** A row of `view.households`. */
export type HouseholdRow = {
  household_id: string;
  ward: number | null;
  neighbourhood: number | null;
  dwelling_id: string;
  /** Where it lived before. */
  former_dwellings: string[];
  head_id: string | null;
  number: string | null;
  phone: string | null;
  note: string | null;
  formed_on: string;
  dissolved_on: string | null;
  member_count: number;
  statuses: StatusState[];
  /** Order of the address. */
  sort_key: string;
  version: number;
};

export const placesTable: Table = {
  name: 'places',
  columns: {
    dwelling_id: { type: 'uuid' },
    ward: { type: 'int' },
    neighbourhood: { type: 'int', nullable: true },
    street: { type: 'text', nullable: true },
    house_number: { type: 'text', nullable: true },
    address_key: { type: 'text_c' },
  },
  key: ['dwelling_id'],
  lookups: [],
  indexes: [],
  policy: { by: 'closed' },
};

export const householdsTable: Table = {
  name: 'households',
  columns: {
    household_id: { type: 'uuid' },
    ward: { type: 'int', nullable: true },
    neighbourhood: { type: 'int', nullable: true },
    dwelling_id: { type: 'uuid' },
    former_dwellings: { type: 'uuid[]' },
    head_id: { type: 'uuid', nullable: true },
    number: { type: 'text', nullable: true },
    phone: { type: 'text', nullable: true },
    note: { type: 'text', nullable: true },
    formed_on: { type: 'date' },
    dissolved_on: { type: 'date', nullable: true },
    member_count: { type: 'int' },
    statuses: { type: 'jsonb' },
    sort_key: { type: 'text_c' },
    version: { type: 'int' },
  },
  key: ['household_id'],
  lookups: ['dwelling_id'],
  indexes: [
    '(ward, sort_key, household_id) where dissolved_on is null',
    '(neighbourhood, sort_key, household_id) where dissolved_on is null',
    '(ward) where head_id is null and dissolved_on is null',
    'using gin (former_dwellings)',
  ],
  policy: { by: 'unit', ward: 'ward', neighbourhood: 'neighbourhood' },
};

/** Rows that a dwelling's event needs: its place and whoever lives in it. */
export function dwellingTouches(fact: DwellingEvent): Touch[] {
  const own: Touch = { table: 'places', key: [fact.data.dwellingId] };
  if (fact.type === 'DwellingRegistered' || fact.type === 'DwellingConfirmed' || fact.type === 'DwellingWithdrawn')
    return [own];
  const value = fact.data.dwellingId;
  const households: Touch = { table: 'households', column: 'dwelling_id', value };
  return fact.type === 'DwellingPlaced'
    ? [own, households, { table: 'citizens', column: 'dwelling_id', value }]
    : [own, households];
}

/** A dwelling's event onto its place and the households in it. */
export function foldDwelling(fact: DwellingEvent, rows: Overlay): void {
  const { dwellingId } = fact.data;
  if (fact.type === 'DwellingRegistered') {
    const { ward, neighbourhood, street, houseNumber, oldNumber } = fact.data;
    const number = houseNumber ?? oldNumber;
    const place: PlaceRow = {
      dwelling_id: dwellingId,
      ward: unitNumber(ward),
      neighbourhood: neighbourhood === null ? null : unitNumber(neighbourhood),
      street,
      house_number: number,
      address_key: addressSortKey(street, number),
    };
    rows.put('places', place);
    return;
  }
  const place = rows.get<PlaceRow>('places', dwellingId);
  if (!place || fact.type === 'DwellingConfirmed') return;
  if (fact.type === 'DwellingWithdrawn') return rows.remove('places', dwellingId);
  const moved = fact.type === 'DwellingPlaced' ? placed(place, fact.data) : addressed(place, fact.data.changes);
  rows.put('places', moved);
  const { ward, neighbourhood } = moved;
  for (const household of rows.where<HouseholdRow>('households', 'dwelling_id', dwellingId)) {
    rows.put('households', { ...household, ward, neighbourhood, sort_key: moved.address_key });
  }
  if (fact.type !== 'DwellingPlaced') return;
  // Whoever lived here last, the dead and departed too: their last unit goes where the roof goes.
  for (const citizen of rows.where('citizens', 'dwelling_id', dwellingId))
    rows.put('citizens', { ...citizen, ward, neighbourhood });
}

function placed(place: PlaceRow, { ward, neighbourhood }: { ward: string; neighbourhood: string | null }): PlaceRow {
  return { ...place, ward: unitNumber(ward), neighbourhood: neighbourhood === null ? null : unitNumber(neighbourhood) };
}

function addressed(place: PlaceRow, changes: { houseNumber?: string | null; street?: string | null }): PlaceRow {
  const street = changes.street === undefined ? place.street : changes.street;
  const number = changes.houseNumber === undefined ? place.house_number : changes.houseNumber;
  return { ...place, street, house_number: number, address_key: addressSortKey(street, number) };
}

/** Rows that a household's event needs. */
export function householdTouches(fact: HouseholdEvent): Touch[] {
  const own: Touch = { table: 'households', key: [fact.data.householdId] };
  switch (fact.type) {
    case 'HouseholdFormed':
      return [own, { table: 'places', key: [fact.data.dwellingId] }];
    case 'HouseholdMoved':
    case 'HouseholdMoveTakenBack':
      return [
        own,
        { table: 'places', key: [fact.data.dwellingId] },
        { table: 'citizens', column: 'household_id', value: fact.data.householdId },
      ];
    default:
      return [own];
  }
}

/** A household's event onto its row and, when it moves, the rows of those who live in it. */
export function foldHousehold(fact: HouseholdEvent, version: number, rows: Overlay): void {
  if (fact.type === 'HouseholdFormed') {
    const { householdId, dwellingId, occurredOn, details } = fact.data;
    const { number = null, phone = null, note = null } = details ?? {};
    const formed: HouseholdRow = {
      household_id: householdId,
      ...placeColumns(rows.get<PlaceRow>('places', dwellingId)),
      dwelling_id: dwellingId,
      former_dwellings: [],
      head_id: null,
      number,
      phone,
      note,
      formed_on: occurredOn,
      dissolved_on: null,
      member_count: 0,
      statuses: [],
      version,
    };
    rows.put('households', formed);
    return;
  }
  const household = rows.get<HouseholdRow>('households', fact.data.householdId);
  if (!household) return;
  const put = (changes: Partial<HouseholdRow>): void => rows.put('households', { ...household, ...changes, version });
  switch (fact.type) {
    case 'HouseholdDetailsChanged':
      return put(fact.data.changes ?? {});
    case 'HouseholdMemberJoined':
      return put({ member_count: household.member_count + 1 });
    case 'HouseholdMemberLeft':
      return put({ member_count: household.member_count - 1 });
    case 'HouseholdHeadChanged':
      return put({ head_id: fact.data.citizenId });
    case 'HouseholdDissolved':
      return put({ dissolved_on: fact.data.occurredOn });
    case 'HouseholdSplit':
    case 'HouseholdJoined':
      return put({});
    case 'HouseholdStatusGranted': {
      const { statusId, status = 'unknown', occurredOn: since, until } = fact.data;
      return put({ statuses: [...household.statuses, { statusId, status, since, until, endedOn: null }] });
    }
    case 'HouseholdStatusEnded': {
      const { statusId, cause, occurredOn: endedOn } = fact.data;
      const statuses = [...ended(household.statuses, (one) => one.statusId === statusId, cause, { endedOn })];
      return put({ statuses });
    }
    case 'HouseholdWithdrawn':
      return rows.remove('households', household.household_id);
    case 'HouseholdMoved':
    case 'HouseholdMoveTakenBack': {
      const { dwellingId, householdId } = fact.data;
      const place = placeColumns(rows.get<PlaceRow>('places', dwellingId));
      const former_dwellings =
        fact.type === 'HouseholdMoved'
          ? [...new Set([...household.former_dwellings, household.dwelling_id])]
          : fact.data.formerDwellings;
      put({ dwelling_id: dwellingId, former_dwellings, ...place });
      const { ward, neighbourhood } = place;
      for (const citizen of rows.where('citizens', 'household_id', householdId)) {
        // Who had left before does not move with it.
        if (citizen.resident) rows.put('citizens', { ...citizen, dwelling_id: dwellingId, ward, neighbourhood });
      }
    }
  }
}

function placeColumns(place: PlaceRow | undefined): Pick<HouseholdRow, 'ward' | 'neighbourhood' | 'sort_key'> {
  return { ward: place?.ward ?? null, neighbourhood: place?.neighbourhood ?? null, sort_key: place?.address_key ?? '' };
}
