import { unitNumber } from '@nocgia/schemas/events/common.ts';
import type { CitizenEvent } from '@nocgia/schemas/events/citizen.ts';
import type { DwellingEvent } from '@nocgia/schemas/events/dwelling.ts';
import type { HouseholdEvent } from '@nocgia/schemas/events/household.ts';
import type { RecordedEvent } from '../../event-store/log.ts';
import type { Overlay } from '../../projection/projection.ts';
import {
  emptyDwelling,
  emptyHousehold,
  emptyResidence,
  type CitizenFacts,
  type Dated,
  type DetailFact,
  type HouseholdFacts,
  type ResidenceFacts,
} from './facts.ts';
import { citizenFacts, giveBack, takeBack } from './merge.ts';
import { ALWAYS, type Cause } from './spans.ts';
import type { DwellingRow, HouseholdRow, ResidenceRow } from './tables.ts';

/** The events that figures follow from. Of a merge and of its undoing the absorbed person's event says all. */
export type PopulationEvent =
  | Exclude<CitizenEvent, { type: `Marriage${string}` | 'CitizenAbsorbed' | 'CitizenReleased' }>
  | Extract<
      HouseholdEvent,
      {
        type:
          | 'HouseholdFormed'
          | 'HouseholdMoved'
          | `HouseholdStatus${string}`
          | 'HouseholdWithdrawn'
          | 'HouseholdMoveTakenBack';
      }
    >
  | Extract<DwellingEvent, { type: 'DwellingRegistered' | 'DwellingPlaced' | 'DwellingWithdrawn' }>;

/** One recorded type per event, so that its type tells its data. */
export type Recorded<E extends PopulationEvent = PopulationEvent> = E extends PopulationEvent
  ? RecordedEvent<E>
  : never;

type OfCitizen = Extract<Recorded, { data: { citizenId: string } }>;
type OfHousehold = Extract<Recorded, { type: `Household${string}` }>;
type OfDwelling = Extract<Recorded, { type: `Dwelling${string}` }>;
type OfResidence = Extract<Recorded, { type: `Residence${string}` }>;

/** What an event's changes in the figures are laid to as a whole; null: each has a cause of its own. */
export function causeOf(event: Recorded): Cause | null {
  switch (event.type) {
    case 'CitizenMerged':
      return 'merge';
    case 'CitizenUnmerged':
      return 'unmerge';
    default:
      // What is withdrawn takes back its own causes: known from then on, it never came in.
      return null;
  }
}

/** What a stream begins with comes first, whatever is dated the same day. */
function dated(event: Recorded): Dated {
  const begins =
    event.type === 'CitizenRegistered' || event.type === 'HouseholdFormed' || event.type === 'DwellingRegistered';
  return { on: begins ? ALWAYS : event.data.occurredOn, at: event.position };
}

/** Adds a fact to a household's history. */
export function recordHousehold(event: OfHousehold, rows: Overlay): void {
  const { householdId } = event.data;
  const facts = rows.get<HouseholdRow>('population_household', householdId)?.facts ?? emptyHousehold;
  rows.put('population_household', { household_id: householdId, facts: { ...facts, ...ofHousehold(event, facts) } });
}

function ofHousehold(event: OfHousehold, facts: HouseholdFacts): Partial<HouseholdFacts> {
  switch (event.type) {
    case 'HouseholdFormed':
    case 'HouseholdMoved':
      return { moves: [...facts.moves, { ...dated(event), dwelling: event.data.dwellingId }] };
    case 'HouseholdStatusGranted':
      return { statuses: [...(facts.statuses ?? []), granted(event)] };
    case 'HouseholdStatusEnded':
      return { statusEnds: [...(facts.statusEnds ?? []), end(event, event.data.statusId)] };
    case 'HouseholdWithdrawn':
      return { withdrawn: true };
    case 'HouseholdMoveTakenBack': {
      const gone = new Set(event.data.facts);
      return { moves: facts.moves.filter(({ at }) => !gone.has(at)) };
    }
  }
}

/** Adds a fact to a dwelling's history; answers its row. */
export function recordDwelling(event: OfDwelling, rows: Overlay): DwellingRow {
  const { dwellingId } = event.data;
  const facts = rows.get<DwellingRow>('population_dwelling', dwellingId)?.facts ?? emptyDwelling;
  const put = (changed: DwellingRow['facts']): DwellingRow => {
    const row = { dwelling_id: dwellingId, facts: changed };
    rows.put('population_dwelling', row);
    return row;
  };
  if (event.type === 'DwellingWithdrawn') return put({ ...facts, withdrawn: true });
  const { ward, neighbourhood } = event.data;
  const placement = {
    ...dated(event),
    ward: unitNumber(ward),
    neighbourhood: neighbourhood === null ? null : unitNumber(neighbourhood),
    cause: event.type === 'DwellingPlaced' ? event.data.cause : ('registered' as const),
  };
  const registered = event.type === 'DwellingRegistered' ? event.data.occurredOn : facts.registered;
  return put({ ...facts, registered, placements: [...facts.placements, placement] });
}

/** Adds a fact to a person's history; answers whose episodes may follow differently from now on. */
export function recordCitizen(event: OfCitizen, rows: Overlay): string[] {
  const { citizenId } = event.data;
  const facts = citizenFacts(rows, citizenId);
  const put = (changes: Partial<CitizenFacts>): string[] => {
    rows.put('population_citizen', { citizen_id: citizenId, facts: { ...facts, ...changes } });
    return [citizenId];
  };
  switch (event.type) {
    case 'CitizenRegistered':
    case 'CitizenDetailsChanged': {
      const detail = detailOf(event);
      return detail === null ? [] : put({ details: [...facts.details, detail] });
    }
    case 'CitizenDied':
      return put({ deaths: [...facts.deaths, dated(event)] });
    case 'AbsenceStarted':
      return put({
        absences: [...(facts.absences ?? []), { ...dated(event), id: event.data.absenceId, until: event.data.until }],
      });
    case 'AbsenceEnded':
      return put({ absenceEnds: [...(facts.absenceEnds ?? []), end(event, event.data.absenceId)] });
    case 'PolicyStatusGranted':
      return put({ policies: [...(facts.policies ?? []), granted(event)] });
    case 'PolicyStatusEnded':
      return put({ policyEnds: [...(facts.policyEnds ?? []), end(event, event.data.statusId)] });
    case 'CitizenWithdrawn':
      return put({ withdrawn: true });
    case 'CitizenFactsTakenBack':
      takeBack(rows, citizenId, new Set(event.data.facts));
      return [citizenId];
    case 'CitizenMerged': {
      const { survivorId } = event.data;
      const survivor = citizenFacts(rows, survivorId);
      const absorbed = [...(survivor.absorbed ?? []), citizenId];
      rows.put('population_citizen', { citizen_id: survivorId, facts: { ...survivor, absorbed } });
      return [...put({ mergedInto: survivorId }), survivorId];
    }
    case 'CitizenUnmerged':
      giveBack(rows, event.data.survivorId, citizenId, new Set(event.data.returned));
      return [citizenId, event.data.survivorId];
    default:
      recordResidence(event, rows);
      return [citizenId];
  }
}

function detailOf(
  event: Extract<Recorded, { type: 'CitizenRegistered' | 'CitizenDetailsChanged' }>,
): DetailFact | null {
  const registers = event.type === 'CitizenRegistered';
  // Of an erased person only the residue is left, which may lack any of these.
  const said = registers ? event.data.details : event.data.changes;
  if (!said) return null;
  const { sex, birth, ethnicity, eidLevel, eidSince } = said;
  const nature = registers ? 'change' : event.data.nature;
  const day = eidSince ?? (nature === 'correction' ? ALWAYS : event.data.occurredOn);
  const eid =
    eidLevel === undefined
      ? typeof eidSince === 'string'
        ? { from: day }
        : undefined
      : registers && eidLevel === null
        ? undefined
        : { level: eidLevel, from: day };
  if (sex === undefined && birth === undefined && ethnicity === undefined && !eid) return null;
  return {
    ...dated(event),
    nature,
    ...(sex === undefined ? {} : { sex }),
    ...(birth === undefined ? {} : { birth }),
    ...(ethnicity === undefined ? {} : { ethnicity }),
    ...(eid ? { eid } : {}),
  };
}

/** What stands where the subject was erased: some status was held, nobody knows which. */
const UNKNOWN_STATUS = 'unknown';

function granted(event: Extract<Recorded, { type: `${string}StatusGranted` }>) {
  const { statusId, status = UNKNOWN_STATUS, until } = event.data;
  return { ...dated(event), id: statusId, status, until };
}

function end(event: Extract<Recorded, { type: 'AbsenceEnded' | `${string}StatusEnded` }>, id: string) {
  return { ...dated(event), id, error: event.data.cause === 'recorded_in_error' };
}

function recordResidence(event: OfResidence, rows: Overlay): void {
  const { citizenId, residenceId } = event.data;
  const known = rows.get<ResidenceRow>('population_residence', residenceId, citizenId)?.facts ?? emptyResidence;
  const facts = { ...known, ...ofResidence(event, known) };
  rows.put('population_residence', { residence_id: residenceId, citizen_id: citizenId, facts });
}

function ofResidence(event: OfResidence, known: ResidenceFacts): Partial<ResidenceFacts> {
  switch (event.type) {
    case 'ResidenceStarted': {
      const { cause, kind, householdId, relation, until } = event.data;
      return { started: { ...dated(event), cause, kind, household: householdId, relation, until } };
    }
    case 'ResidenceEnded':
      return { ends: [...known.ends, { ...dated(event), cause: event.data.cause }] };
    case 'ResidenceCorrected': {
      const { since, until } = event.data;
      return { corrections: [...known.corrections, { ...dated(event), since, until }] };
    }
    case 'ResidenceRenewed':
      return { renewals: [...known.renewals, { ...dated(event), until: event.data.until }] };
    case 'ResidenceRelationChanged':
      return { relations: [...known.relations, { ...dated(event), relation: event.data.relation }] };
  }
}
