import type { CitizenDetails } from '@nocgia/schemas/events/citizen.ts';
import type { Table } from '../../projection/projection.ts';
import type { CitizenState } from './citizen-state.ts';
import type { CitizenRow } from './projection.ts';

/**
 * A row of `view.merged_citizens`: a person who was found to be another one. It leads old links and a register's own ids to the
 * survivor, and keeps what the undoing of the merge needs to know.
 */
export type MergedCitizenRow = {
  citizen_id: string;
  survivor_id: string;
  merge_id: string;
  ward: number | null;
  neighbourhood: number | null;
  details: CitizenDetails;
  registered_on: string;
  household_id: string | null;
  source_key: string | null;
  merged_on: string;
};

export const mergedCitizensTable: Table = {
  name: 'merged_citizens',
  columns: {
    citizen_id: { type: 'uuid' },
    survivor_id: { type: 'uuid' },
    merge_id: { type: 'uuid' },
    ward: { type: 'int', nullable: true },
    neighbourhood: { type: 'int', nullable: true },
    details: { type: 'jsonb' },
    registered_on: { type: 'date' },
    household_id: { type: 'uuid', nullable: true },
    source_key: { type: 'text_c', nullable: true },
    merged_on: { type: 'date' },
  },
  key: ['citizen_id'],
  lookups: ['survivor_id'],
  indexes: ['(ward) where source_key is not null'],
  policy: { by: 'unit', ward: 'ward', neighbourhood: 'neighbourhood' },
};

/** What is kept of a person who was found to be somebody else. */
export function mergedRow(
  row: CitizenRow,
  fact: { survivorId: string; mergeId: string; occurredOn: string },
): MergedCitizenRow {
  const { citizen_id, ward, neighbourhood, details, registered_on, household_id, source_key } = row;
  const { survivorId: survivor_id, mergeId: merge_id, occurredOn: merged_on } = fact;
  return {
    ...{ citizen_id, survivor_id, merge_id, ward, neighbourhood },
    ...{ details, registered_on, household_id, source_key, merged_on },
  };
}

/** What is left to fold the undoing of a merge onto, which brings the rest. */
export function standingAlone({ citizen_id, details, registered_on, household_id }: MergedCitizenRow): CitizenState {
  return {
    ...{ citizenId: citizen_id, registeredOn: registered_on, details, lastHouseholdId: household_id },
    ...{ residences: [], absences: [], policies: [], marriages: [], absorbed: [] },
    ...{ died: null, mergedInto: null, withdrawn: false },
  };
}
