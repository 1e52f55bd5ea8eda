import type { ResidenceKind, Relation, Sex } from '@nocgia/schemas/events/citizen.ts';
import type { Row, Table } from '../../projection/projection.ts';
import type { CitizenFacts, DwellingFacts, HouseholdFacts, ResidenceFacts } from './facts.ts';
import type { Cause } from './spans.ts';

export interface CitizenRow extends Row {
  citizen_id: string;
  facts: CitizenFacts;
}
export interface ResidenceRow extends Row {
  residence_id: string;
  citizen_id: string;
  facts: ResidenceFacts;
}
export interface HouseholdRow extends Row {
  household_id: string;
  facts: HouseholdFacts;
}
export interface DwellingRow extends Row {
  dwelling_id: string;
  facts: DwellingFacts;
}

/** `known_to` null: known now. Days as `YYYY-MM-DD`, `valid_to` exclusive and `infinity` while it lasts. */
export interface EpisodeRow extends Row {
  citizen_id: string;
  known_from: string;
  n: number;
  known_to: string | null;
  residence_id: string;
  household_id: string;
  dwelling_id: string | null;
  ward: number | null;
  neighbourhood: number | null;
  headcount: ResidenceKind;
  relation: Relation;
  sex: Sex;
  birth: string | null;
  birth_estimated: boolean;
  ethnicity: string | null;
  eid: '1' | '2' | null;
  absent: boolean;
  policies: readonly string[];
  household_statuses: readonly string[];
  since: string;
  valid_from: string;
  valid_to: string;
  start_cause: Cause;
  end_cause: Cause | null;
}

export interface DwellingEpisodeRow extends Row {
  dwelling_id: string;
  known_from: string;
  n: number;
  known_to: string | null;
  ward: number;
  neighbourhood: number | null;
  valid_from: string;
  valid_to: string;
  cause: Cause;
}

const known = {
  known_from: { type: 'text_c', trace: true },
  n: { type: 'int', trace: true },
  known_to: { type: 'text_c', nullable: true, trace: true },
} as const;

const place = { ward: { type: 'int', nullable: true }, neighbourhood: { type: 'int', nullable: true } } as const;
const byUnit = { by: 'unit', ward: 'ward', neighbourhood: 'neighbourhood' } as const;

function histories(name: string, key: string[], lookups: string[] = []): Table {
  const ids = Object.fromEntries(key.map((id): [string, Table['columns'][string]] => [id, { type: 'uuid' }]));
  return {
    name,
    // Facts carry the position they were recorded at.
    columns: { ...ids, facts: { type: 'jsonb', trace: true } },
    key,
    lookups,
    indexes: [],
    policy: { by: 'closed' },
  };
}

const journal = {
  key: ['position', 'n'],
  lookups: [],
  indexes: ['(ward, headcount, day)', '(neighbourhood, headcount, day)'],
  policy: { by: 'aggregate', ward: 'ward', neighbourhood: 'neighbourhood' },
  journal: true,
} as const satisfies Partial<Table>;

/** The tables of the population projection. */
export const tables: readonly Table[] = [
  histories('population_citizen', ['citizen_id']),
  // By stream as well: of people who were merged each may tell of the same residence, and an undone merge keeps the two apart.
  histories('population_residence', ['residence_id', 'citizen_id'], ['citizen_id']),
  histories('population_household', ['household_id']),
  histories('population_dwelling', ['dwelling_id']),
  {
    name: 'population_episode',
    columns: {
      citizen_id: { type: 'uuid' },
      ...known,
      residence_id: { type: 'uuid' },
      household_id: { type: 'uuid' },
      dwelling_id: { type: 'uuid', nullable: true },
      ...place,
      headcount: { type: 'text_c' },
      relation: { type: 'text_c' },
      sex: { type: 'text_c' },
      birth: { type: 'date', nullable: true },
      birth_estimated: { type: 'boolean' },
      ethnicity: { type: 'text_c', nullable: true },
      eid: { type: 'text_c', nullable: true },
      absent: { type: 'boolean' },
      policies: { type: 'text[]' },
      household_statuses: { type: 'text[]' },
      since: { type: 'date' },
      valid_from: { type: 'date' },
      valid_to: { type: 'date' },
      start_cause: { type: 'text_c' },
      end_cause: { type: 'text_c', nullable: true },
    },
    key: ['citizen_id', 'known_from', 'n'],
    lookups: ['citizen_id', 'household_id', 'dwelling_id'],
    indexes: ['(ward, citizen_id)', '(neighbourhood, citizen_id)'],
    policy: byUnit,
  },
  {
    name: 'population_dwelling_episode',
    columns: {
      dwelling_id: { type: 'uuid' },
      ...known,
      ward: { type: 'int' },
      neighbourhood: { type: 'int', nullable: true },
      valid_from: { type: 'date' },
      valid_to: { type: 'date' },
      cause: { type: 'text_c' },
    },
    key: ['dwelling_id', 'known_from', 'n'],
    lookups: ['dwelling_id'],
    indexes: ['(ward)', '(neighbourhood)'],
    policy: byUnit,
  },
  {
    name: 'population_tally',
    columns: {
      position: { type: 'text_c', trace: true },
      n: { type: 'int', trace: true },
      ward: { type: 'int' },
      neighbourhood: { type: 'int', nullable: true },
      headcount: { type: 'text_c' },
      day: { type: 'date' },
      cause: { type: 'text_c' },
      sex: { type: 'text_c' },
      birth: { type: 'date', nullable: true },
      ethnicity: { type: 'text_c', nullable: true },
      delta: { type: 'int' },
    },
    ...journal,
  },
  {
    // Who is behind a change, for those who may see people: figures are read by others as well.
    name: 'population_tally_citizen',
    columns: {
      position: { type: 'text_c', trace: true },
      n: { type: 'int', trace: true },
      citizen_id: { type: 'uuid' },
      ward: { type: 'int' },
      neighbourhood: { type: 'int', nullable: true },
    },
    key: ['position', 'n'],
    lookups: [],
    indexes: [],
    policy: byUnit,
    journal: true,
  },
  {
    name: 'population_status_tally',
    columns: {
      position: { type: 'text_c', trace: true },
      n: { type: 'int', trace: true },
      ward: { type: 'int' },
      neighbourhood: { type: 'int', nullable: true },
      dimension: { type: 'text_c' },
      status: { type: 'text_c' },
      headcount: { type: 'text_c' },
      day: { type: 'date' },
      cause: { type: 'text_c' },
      delta: { type: 'int' },
    },
    ...journal,
  },
  {
    name: 'population_recorded_day',
    columns: { day: { type: 'date', trace: true }, first_position: { type: 'text_c', trace: true } },
    key: ['day'],
    lookups: [],
    indexes: [],
    policy: { by: 'open' },
  },
];
