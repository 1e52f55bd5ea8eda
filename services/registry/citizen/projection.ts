import { phoneKey } from '@nocgia/schemas/text/phone.ts';
import type { CitizenDetails, CitizenEvent, Relation } from '@nocgia/schemas/events/citizen.ts';
import { digitsOf, foldName, foldWords } from '@nocgia/schemas/text/fold.ts';
import { nameSortKey } from '@nocgia/schemas/text/sort-key.ts';
import { termVector } from '@nocgia/schemas/text/terms.ts';
import type { Overlay, Table, Touch } from '../../projection/projection.ts';
import type { HouseholdRow, PlaceRow } from '../household/projection.ts';
import { mergedRow, standingAlone, type MergedCitizenRow } from './merged-projection.ts';
import {
  evolveCitizen,
  type AbsenceState,
  type CitizenState,
  type MarriageState,
  type ResidenceState,
  type StatusState,
} from './citizen-state.ts';

/**
 * A row of `view.citizens`: one citizen at one place. Slot 1 is the permanent home, else the temporary one, else the last; slot 2 is a
 * temporary home beside a permanent one, so that the people of both units see the citizen. Everything about the person stands in both.
 */
export type CitizenRow = {
  citizen_id: string;
  slot: 1 | 2;
  ward: number | null;
  neighbourhood: number | null;
  household_id: string | null;
  dwelling_id: string | null;
  residence_id: string | null;
  /** Last day of the residence in this slot, when it is temporary. */
  until: string | null;
  /** What was said of the relation to the household's head, in this slot's residence; only the household says who is head now. */
  relation: Relation | null;
  /** Lives here as of what is recorded; false for the dead and departed. */
  resident: boolean;
  details: CitizenDetails;
  residences: ResidenceState[];
  absences: AbsenceState[];
  policies: StatusState[];
  marriages: MarriageState[];
  absorbed: { mergeId: string; absorbedId: string }[];
  died: string | null;
  registered_on: string;
  name_key: string;
  terms: string;
  national_id: string | null;
  earlier_id: string | null;
  phone: string | null;
  /** The person's id in the register it was imported from, and the folded name: by these an import recognises who is known. */
  source_key: string | null;
  folded_name: string;
  version: number;
};

export const citizensTable: Table = {
  name: 'citizens',
  columns: {
    citizen_id: { type: 'uuid' },
    slot: { type: 'smallint' },
    ward: { type: 'int', nullable: true },
    neighbourhood: { type: 'int', nullable: true },
    household_id: { type: 'uuid', nullable: true },
    dwelling_id: { type: 'uuid', nullable: true },
    residence_id: { type: 'uuid', nullable: true },
    until: { type: 'date', nullable: true },
    relation: { type: 'text', nullable: true },
    resident: { type: 'boolean' },
    details: { type: 'jsonb' },
    residences: { type: 'jsonb' },
    absences: { type: 'jsonb' },
    policies: { type: 'jsonb' },
    marriages: { type: 'jsonb' },
    absorbed: { type: 'jsonb' },
    died: { type: 'date', nullable: true },
    registered_on: { type: 'date' },
    name_key: { type: 'text_c' },
    terms: { type: 'tsvector' },
    national_id: { type: 'text_c', nullable: true },
    earlier_id: { type: 'text_c', nullable: true },
    phone: { type: 'text_c', nullable: true },
    source_key: { type: 'text_c', nullable: true },
    folded_name: { type: 'text_c' },
    version: { type: 'int' },
  },
  key: ['citizen_id', 'slot'],
  lookups: ['household_id', 'dwelling_id'],
  indexes: [
    '(ward, resident, name_key, citizen_id) include (neighbourhood)',
    '(neighbourhood, resident, name_key, citizen_id) include (ward)',
    '(ward, neighbourhood) where slot = 2 or until is not null',
    '(national_id) where national_id is not null',
    '(earlier_id) where earlier_id is not null',
    '(phone) where phone is not null',
    '(source_key) where source_key is not null',
    '(folded_name)',
    'using gin (ward, neighbourhood, terms)',
  ],
  policy: { by: 'unit', ward: 'ward', neighbourhood: 'neighbourhood' },
};

const SLOTS = [1, 2] as const;

/** Rows that a citizen's event needs: both slots, and for every residence the household and its dwelling's place. */
export function* citizenTouches(fact: CitizenEvent, rows: Pick<Overlay, 'get' | 'where'>): Iterable<Touch> {
  const { citizenId } = fact.data;
  for (const slot of SLOTS) yield { table: 'citizens', key: [citizenId, slot] };
  const households = new Set<string>();
  if (fact.type === 'ResidenceStarted') households.add(fact.data.householdId);
  if (fact.type === 'CitizenMerged' || fact.type === 'CitizenUnmerged')
    yield { table: 'merged_citizens', key: [citizenId] };
  if ('whole' in fact.data) for (const one of fact.data.whole?.residences ?? []) households.add(one.householdId);
  if (fact.type !== 'CitizenRegistered' && fact.type !== 'CitizenDetailsChanged' && fact.type !== 'ResidenceStarted') {
    for (const residence of rows.get<CitizenRow>('citizens', citizenId, 1)?.residences ?? [])
      households.add(residence.householdId);
  }
  for (const householdId of households) {
    yield { table: 'households', key: [householdId] };
    const dwellingId = rows.get<HouseholdRow>('households', householdId)?.dwelling_id;
    if (dwellingId) yield { table: 'places', key: [dwellingId] };
  }
}

/** A citizen's event onto the citizen's one or two rows. */
export function foldCitizen(fact: CitizenEvent, version: number, rows: Overlay): void {
  const { citizenId } = fact.data;
  const first = rows.get<CitizenRow>('citizens', citizenId, 1);
  const second = rows.get<CitizenRow>('citizens', citizenId, 2);
  if (fact.type === 'CitizenMerged' || fact.type === 'CitizenWithdrawn') {
    if (first) rows.remove('citizens', citizenId, 1);
    if (second) rows.remove('citizens', citizenId, 2);
    if (first && fact.type === 'CitizenMerged') rows.put('merged_citizens', mergedRow(first, fact.data));
    return;
  }
  const merged = fact.type === 'CitizenUnmerged' ? rows.get<MergedCitizenRow>('merged_citizens', citizenId) : undefined;
  const state = evolveCitizen(first ? stateOf(first) : merged ? standingAlone(merged) : null, fact);
  if (!state) return;
  if (merged) rows.remove('merged_citizens', citizenId);
  const person =
    first && !RENAMING.has(fact.type)
      ? keep(first, state)
      : personColumns(
          state,
          fact.type === 'CitizenRegistered'
            ? (fact.data.sourceKey ?? null)
            : (first?.source_key ?? merged?.source_key ?? null),
        );
  const current = state.residences.filter((one) => one.endedOn === null).sort(permanentFirst);
  const [home, other] = current;
  // A household that somebody returns to may have moved since they left.
  const placed = fact.type === 'CitizenFactsTakenBack' ? [] : [first, second];
  const nowhere = {
    ward: null,
    neighbourhood: null,
    household_id: null,
    dwelling_id: null,
    residence_id: null,
    until: null,
    relation: null,
  };
  const last = first ? placeOf(first) : nowhere;
  rows.put('citizens', {
    ...person,
    slot: 1,
    ...(home ? at(home, placed, rows) : last),
    resident: home !== undefined,
    version,
  } satisfies CitizenRow);
  if (other)
    rows.put('citizens', {
      ...person,
      slot: 2,
      ...at(other, placed, rows),
      resident: true,
      version,
    } satisfies CitizenRow);
  else if (second) rows.remove('citizens', state.citizenId, 2);
}

/** Facts that may change what a person is found by. */
const RENAMING: ReadonlySet<CitizenEvent['type']> = new Set([
  'CitizenRegistered',
  'CitizenDetailsChanged',
  'MarriageRecorded',
  'MarriageEnded',
  'CitizenAbsorbed',
  'CitizenReleased',
  'CitizenFactsTakenBack',
]);

type PlaceColumns = Pick<
  CitizenRow,
  'ward' | 'neighbourhood' | 'household_id' | 'dwelling_id' | 'residence_id' | 'until' | 'relation'
>;
type PersonColumns = Omit<CitizenRow, keyof PlaceColumns | 'slot' | 'resident' | 'version'>;

function placeOf(row: CitizenRow): PlaceColumns {
  const { ward, neighbourhood, household_id, dwelling_id, residence_id, until, relation } = row;
  return { ward, neighbourhood, household_id, dwelling_id, residence_id, until, relation };
}

function stateOf(row: CitizenRow): CitizenState {
  const { details, residences, absences, policies, marriages, absorbed, died } = row;
  return {
    ...{ citizenId: row.citizen_id, registeredOn: row.registered_on, lastHouseholdId: row.household_id },
    ...{ details, residences, absences, policies, marriages, absorbed, died },
    ...{ mergedInto: null, withdrawn: false },
  };
}

function keep(row: CitizenRow, state: CitizenState): PersonColumns {
  return { ...row, ...factColumns(state) };
}

function factColumns({ residences, absences, policies, marriages, absorbed, died }: CitizenState) {
  return {
    residences: [...residences],
    absences: [...absences],
    policies: [...policies],
    marriages: [...marriages],
    absorbed: [...absorbed],
    died,
  };
}

function personColumns(state: CitizenState, source_key: string | null): PersonColumns {
  const { citizenId, registeredOn, details } = state;
  return {
    citizen_id: citizenId,
    details,
    ...factColumns(state),
    registered_on: registeredOn,
    name_key: nameSortKey(details.fullName),
    terms: termVector([...foldWords(details.fullName), ...foldWords(details.otherName ?? '')]),
    national_id: details.nationalId ?? null,
    earlier_id: details.earlierId ? digitsOf(details.earlierId) || null : null,
    phone: details.phone ? phoneKey(details.phone) || null : null,
    source_key,
    folded_name: foldName(details.fullName),
  };
}

function permanentFirst(a: ResidenceState, b: ResidenceState): number {
  return a.kind === b.kind ? 0 : a.kind === 'permanent' ? -1 : 1;
}

/** Where a residence is: as its row already says, or from the household when the residence is new in its slot. */
function at(residence: ResidenceState, known: readonly (CitizenRow | undefined)[], rows: Overlay): PlaceColumns {
  const same = known.find((row) => row?.residence_id === residence.residenceId);
  if (same) return { ...placeOf(same), until: residence.until, relation: residence.relation };
  const household = rows.get<HouseholdRow>('households', residence.householdId);
  const place = household && rows.get<PlaceRow>('places', household.dwelling_id);
  return {
    ward: place?.ward ?? null,
    neighbourhood: place?.neighbourhood ?? null,
    household_id: residence.householdId,
    dwelling_id: household?.dwelling_id ?? null,
    residence_id: residence.residenceId,
    until: residence.until,
    relation: residence.relation,
  };
}
