import type { CitizenEvent } from '@nocgia/schemas/events/citizen.ts';
import type { Overlay, Table, Touch } from '../../../projection/projection.ts';
import type { HouseholdRow, PlaceRow } from '../../household/projection.ts';
import type { CitizenRow } from '../projection.ts';

/**
 * A row of `view.former_residents`: a residence that ended, as the unit in which it lay remembers it. It is the read-only card that a
 * former unit keeps, and a departure whose other end may still be missing. A roof that a boundary change puts into another unit takes its
 * people along: nobody has left, they stay under the new unit, and the old one keeps no card.
 */
export type FormerResidentRow = {
  citizen_id: string;
  residence_id: string;
  ward: number | null;
  neighbourhood: number | null;
  full_name: string;
  since: string;
  ended_on: string;
  cause: string;
  went_to: string | null;
  to_ward: string | null;
  /** The day from which nothing is open about it: lives somewhere else, died, or was found to be somebody else. */
  settled_on: string | null;
};

export const formerResidentsTable: Table = {
  name: 'former_residents',
  columns: {
    citizen_id: { type: 'uuid' },
    residence_id: { type: 'uuid' },
    ward: { type: 'int', nullable: true },
    neighbourhood: { type: 'int', nullable: true },
    full_name: { type: 'text' },
    since: { type: 'date' },
    ended_on: { type: 'date' },
    cause: { type: 'text' },
    went_to: { type: 'text', nullable: true },
    to_ward: { type: 'text_c', nullable: true },
    settled_on: { type: 'date', nullable: true },
  },
  key: ['citizen_id', 'residence_id'],
  lookups: ['citizen_id'],
  indexes: ['(ward, ended_on, residence_id) where settled_on is null and to_ward is not null'],
  policy: { by: 'unit', ward: 'ward', neighbourhood: 'neighbourhood' },
};

/** A row of `view.unlinked_arrivals`: somebody recorded anew who says they came from a ward by its code; nobody knows whom that ward let go. */
export type UnlinkedArrivalRow = {
  citizen_id: string;
  residence_id: string;
  ward: number | null;
  neighbourhood: number | null;
  full_name: string;
  since: string;
  from_ward: string;
  came_from: string | null;
};

export const unlinkedArrivalsTable: Table = {
  name: 'unlinked_arrivals',
  columns: {
    citizen_id: { type: 'uuid' },
    residence_id: { type: 'uuid' },
    ward: { type: 'int', nullable: true },
    neighbourhood: { type: 'int', nullable: true },
    full_name: { type: 'text' },
    since: { type: 'date' },
    from_ward: { type: 'text_c' },
    came_from: { type: 'text', nullable: true },
  },
  key: ['citizen_id', 'residence_id'],
  lookups: ['citizen_id'],
  indexes: ['(ward, since, residence_id)'],
  policy: { by: 'unit', ward: 'ward', neighbourhood: 'neighbourhood' },
};

const ARRIVALS = 'unlinked_arrivals';
const FORMER = 'former_residents';

/** Facts after which an earlier departure or arrival of the same person stands differently. */
const SETTLING: ReadonlySet<CitizenEvent['type']> = new Set([
  'CitizenDied',
  'CitizenMerged',
  'CitizenAbsorbed',
  'CitizenWithdrawn',
  'CitizenFactsTakenBack',
]);

/** Whether a residence begins of somebody who lived somewhere before: only then an earlier move may find its other end. */
function goesOn(fact: CitizenEvent, rows: Pick<Overlay, 'get'>): boolean {
  if (fact.type !== 'ResidenceStarted') return false;
  return (rows.get<CitizenRow>('citizens', fact.data.citizenId, 1)?.residences.length ?? 0) > 0;
}

/** Rows of moves that a citizen's event needs; none for a first entry, so that a register goes in without them. */
export function* moveTouches(fact: CitizenEvent, rows: Pick<Overlay, 'get'>): Iterable<Touch> {
  const { citizenId } = fact.data;
  const renamed = fact.type === 'CitizenDetailsChanged' && fact.data.changes?.fullName !== undefined;
  const again = goesOn(fact, rows);
  const all = SETTLING.has(fact.type);
  if (fact.type === 'ResidenceEnded' || fact.type === 'ResidenceCorrected') {
    yield { table: FORMER, key: [citizenId, fact.data.residenceId] };
    yield { table: ARRIVALS, key: [citizenId, fact.data.residenceId] };
  }
  if (all || again) yield { table: FORMER, column: 'citizen_id', value: citizenId };
  if (all || renamed || again) yield { table: ARRIVALS, column: 'citizen_id', value: citizenId };
}

/** A citizen's event onto the rows of moves; to be folded before the citizen's own rows, which still say where a residence lay. */
export function foldMoves(fact: CitizenEvent, rows: Overlay): void {
  const { citizenId, occurredOn } = fact.data;
  const former = () => rows.where<FormerResidentRow>(FORMER, 'citizen_id', citizenId);
  const arrivals = () => rows.where<UnlinkedArrivalRow>(ARRIVALS, 'citizen_id', citizenId);
  const settle = (): void => {
    for (const row of former()) if (row.settled_on === null) rows.put(FORMER, { ...row, settled_on: occurredOn });
  };
  const link = (): void => {
    for (const row of arrivals()) rows.remove(ARRIVALS, citizenId, row.residence_id);
  };
  switch (fact.type) {
    case 'ResidenceStarted': {
      const row = arrivalRow(fact.data, rows);
      if (row) rows.put(ARRIVALS, row);
      if (goesOn(fact, rows)) settle();
      return;
    }
    case 'ResidenceEnded': {
      const { residenceId, cause } = fact.data;
      const row = cause === 'recorded_in_error' ? null : formerRow(fact.data, rows);
      if (row) rows.put(FORMER, row);
      else if (rows.get(ARRIVALS, citizenId, residenceId)) rows.remove(ARRIVALS, citizenId, residenceId);
      return;
    }
    case 'ResidenceCorrected': {
      const { residenceId, since } = fact.data;
      for (const table of [FORMER, ARRIVALS]) {
        const row = rows.get(table, citizenId, residenceId);
        if (row) rows.put(table, { ...row, since });
      }
      return;
    }
    case 'CitizenDetailsChanged': {
      const full_name = fact.data.changes?.fullName;
      if (full_name !== undefined) for (const row of arrivals()) rows.put(ARRIVALS, { ...row, full_name });
      return;
    }
    case 'CitizenDied':
      return settle();
    case 'CitizenMerged':
    case 'CitizenAbsorbed':
      settle();
      return link();
    case 'CitizenFactsTakenBack': {
      // Whom a file knows lives here, so whatever is older was settled before it: only what it ended itself is open again.
      const { residences, details } = fact.data.whole ?? {};
      if (!residences || !details) return;
      for (const row of former())
        if (!residences.some((one) => one.residenceId === row.residence_id && one.endedOn !== null))
          rows.remove(FORMER, citizenId, row.residence_id);
      for (const row of arrivals()) rows.put(ARRIVALS, { ...row, full_name: details.fullName });
      return;
    }
    case 'CitizenWithdrawn':
      for (const row of former()) rows.remove(FORMER, citizenId, row.residence_id);
      return link();
  }
}

type Ended = Extract<CitizenEvent, { type: 'ResidenceEnded' }>['data'];
type Started = Extract<CitizenEvent, { type: 'ResidenceStarted' }>['data'];

function formerRow(fact: Ended, rows: Overlay): FormerResidentRow | null {
  const { citizenId, residenceId, cause, wentTo = null, toWard = null, occurredOn } = fact;
  const slots = [1, 2].map((slot) => rows.get<CitizenRow>('citizens', citizenId, slot));
  const row = slots.find((one) => one?.residence_id === residenceId);
  const stay = row?.residences.find((one) => one.residenceId === residenceId);
  if (!row || !stay) return null;
  const { ward, neighbourhood, details } = row;
  return {
    ...{ citizen_id: citizenId, residence_id: residenceId, ward, neighbourhood, full_name: details.fullName },
    ...{ since: stay.since, ended_on: occurredOn, cause, went_to: wentTo, to_ward: toWard },
    // Who has another home here or elsewhere has not left for anywhere.
    settled_on: row.residences.some((one) => one.residenceId !== residenceId && one.endedOn === null)
      ? occurredOn
      : null,
  };
}

function arrivalRow(fact: Started, rows: Overlay): UnlinkedArrivalRow | null {
  const { citizenId, residenceId, householdId, cause, fromWard, cameFrom = null, occurredOn: since } = fact;
  const person = rows.get<CitizenRow>('citizens', citizenId, 1);
  if (cause !== 'arrival' || !fromWard || !person || person.residences.length > 0) return null;
  const household = rows.get<HouseholdRow>('households', householdId);
  const place = household && rows.get<PlaceRow>('places', household.dwelling_id);
  const { ward = null, neighbourhood = null } = place ?? {};
  return {
    ...{ citizen_id: citizenId, residence_id: residenceId, ward, neighbourhood, since },
    ...{ full_name: person.details.fullName, from_ward: fromWard, came_from: cameFrom },
  };
}
