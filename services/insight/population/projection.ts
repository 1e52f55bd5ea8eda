import { unitNumber } from '@nocgia/schemas/events/common.ts';
import type { CitizenEvent } from '@nocgia/schemas/events/citizen.ts';
import type { DwellingEvent } from '@nocgia/schemas/events/dwelling.ts';
import type { HouseholdEvent } from '@nocgia/schemas/events/household.ts';
import type { RecordedEvent } from '../../event-store/log.ts';
import type { Overlay, Projection, Touch } from '../../projection/projection.ts';
import { emptyDwelling, emptyHousehold, emptyResidence, type ResidenceFacts } from './facts.ts';
import { ALWAYS } from './history.ts';
import { citizenFacts, openJournal, recount, recountDwelling, standing, type Journal } from './recount.ts';
import { tables, type CitizenRow, type DwellingRow, type HouseholdRow, type ResidenceRow } from './tables.ts';

type Event =
  | Extract<
      CitizenEvent,
      { type: 'CitizenRegistered' | 'CitizenDetailsChanged' | 'CitizenDied' | `Residence${string}` }
    >
  | Extract<HouseholdEvent, { type: 'HouseholdFormed' | 'HouseholdMoved' }>
  | Extract<DwellingEvent, { type: 'DwellingRegistered' | 'DwellingPlaced' }>;

const handles: readonly Event['type'][] = [
  'CitizenRegistered',
  'CitizenDetailsChanged',
  'CitizenDied',
  'ResidenceStarted',
  'ResidenceEnded',
  'ResidenceCorrected',
  'ResidenceRelationChanged',
  'ResidenceRenewed',
  'HouseholdFormed',
  'HouseholdMoved',
  'DwellingRegistered',
  'DwellingPlaced',
];

/** One recorded type per event, so that its type tells its data. */
type Recorded<E extends Event> = E extends Event ? RecordedEvent<E> : never;

type Reader = Pick<Overlay, 'get' | 'where'>;

function isHandled(event: RecordedEvent): event is Recorded<Event> {
  return (handles as readonly string[]).includes(event.type);
}

/** Histories, bitemporal episodes and the journal of figures (design §3). */
export const populationProjection: Projection = {
  name: 'population',
  version: 2,
  tables,
  handles,
  *touches(event, rows) {
    if (!isHandled(event)) return;
    yield { table: 'population_recorded_day', key: [localDay(event.recordedAt)] };
    yield* touchesOf(event, rows);
  },
  fold(event, rows) {
    if (!isHandled(event)) return;
    noteDay(event, rows);
    const journal = openJournal(event.position, rows);
    recount(record(event, rows, journal), journal, rows);
  },
};

function* touchesOf(event: Recorded<Event>, rows: Reader): Iterable<Touch> {
  switch (event.type) {
    case 'HouseholdFormed':
    case 'HouseholdMoved': {
      const { householdId, dwellingId } = event.data;
      yield { table: 'population_household', key: [householdId] };
      yield { table: 'population_dwelling', key: [dwellingId] };
      yield { table: 'population_episode', column: 'household_id', value: householdId };
      for (const citizen of residentsOf(rows, 'household_id', householdId)) yield* citizenTouches(citizen, rows);
      return;
    }
    case 'DwellingRegistered':
    case 'DwellingPlaced': {
      const { dwellingId } = event.data;
      yield { table: 'population_dwelling', key: [dwellingId] };
      yield { table: 'population_dwelling_episode', column: 'dwelling_id', value: dwellingId };
      yield { table: 'population_episode', column: 'dwelling_id', value: dwellingId };
      for (const citizen of residentsOf(rows, 'dwelling_id', dwellingId)) yield* citizenTouches(citizen, rows);
      return;
    }
    case 'ResidenceStarted':
      yield* householdTouches(event.data.householdId, rows);
      yield { table: 'population_residence', key: [event.data.residenceId] };
      break;
    default:
  }
  yield* citizenTouches(event.data.citizenId, rows);
}

function* citizenTouches(citizen: string, rows: Reader): Iterable<Touch> {
  yield { table: 'population_citizen', key: [citizen] };
  yield { table: 'population_episode', column: 'citizen_id', value: citizen };
  yield { table: 'population_residence', column: 'citizen_id', value: citizen };
  for (const residence of rows.where<ResidenceRow>('population_residence', 'citizen_id', citizen)) {
    if (residence.facts.started) yield* householdTouches(residence.facts.started.household, rows);
  }
}

function* householdTouches(household: string, rows: Reader): Iterable<Touch> {
  yield { table: 'population_household', key: [household] };
  yield { table: 'population_episode', column: 'household_id', value: household };
  for (const move of rows.get<HouseholdRow>('population_household', household)?.facts.moves ?? []) {
    yield { table: 'population_dwelling', key: [move.dwelling] };
  }
}

/** People with an episode, as known now, in this household or dwelling. */
function residentsOf(rows: Reader, column: 'household_id' | 'dwelling_id', value: string): string[] {
  return [...new Set(standing(rows, column, value).map((row) => row.citizen_id))];
}

/** Adds the fact to the histories; answers the people whose episodes may follow differently from now on. */
function record(event: Recorded<Event>, rows: Overlay, journal: Journal): string[] {
  // What a stream begins with comes first, whatever is dated the same day.
  const begins =
    event.type === 'CitizenRegistered' || event.type === 'HouseholdFormed' || event.type === 'DwellingRegistered';
  const dated = { on: begins ? ALWAYS : event.data.occurredOn, at: event.position };
  switch (event.type) {
    case 'HouseholdFormed':
    case 'HouseholdMoved': {
      const { householdId, dwellingId } = event.data;
      const facts = rows.get<HouseholdRow>('population_household', householdId)?.facts ?? emptyHousehold;
      rows.put('population_household', {
        household_id: householdId,
        facts: { moves: [...facts.moves, { ...dated, dwelling: dwellingId }] },
      });
      return residentsOf(rows, 'household_id', householdId);
    }
    case 'DwellingRegistered':
    case 'DwellingPlaced': {
      const { dwellingId, ward, neighbourhood } = event.data;
      const facts = rows.get<DwellingRow>('population_dwelling', dwellingId)?.facts ?? emptyDwelling;
      const placement = {
        ...dated,
        ward: unitNumber(ward),
        neighbourhood: neighbourhood === null ? null : unitNumber(neighbourhood),
        cause: event.type === 'DwellingPlaced' ? event.data.cause : ('registered' as const),
      };
      const registered = event.type === 'DwellingRegistered' ? event.data.occurredOn : facts.registered;
      const row = { dwelling_id: dwellingId, facts: { registered, placements: [...facts.placements, placement] } };
      rows.put('population_dwelling', row);
      recountDwelling(row, journal, rows);
      return residentsOf(rows, 'dwelling_id', dwellingId);
    }
    case 'CitizenRegistered':
    case 'CitizenDetailsChanged': {
      // Of an erased person only the residue is left, which may lack any of these.
      const said = event.type === 'CitizenRegistered' ? event.data.details : event.data.changes;
      const detail = {
        ...dated,
        nature: event.type === 'CitizenRegistered' ? ('change' as const) : event.data.nature,
        ...(said?.sex === undefined ? {} : { sex: said.sex }),
        ...(said?.birth === undefined ? {} : { birth: said.birth }),
      };
      if (!('sex' in detail) && !('birth' in detail)) return [];
      const facts = citizenFacts(rows, event.data.citizenId);
      putCitizen(rows, event.data.citizenId, { ...facts, details: [...facts.details, detail] });
      return [event.data.citizenId];
    }
    case 'CitizenDied': {
      const facts = citizenFacts(rows, event.data.citizenId);
      putCitizen(rows, event.data.citizenId, { ...facts, deaths: [...facts.deaths, event.data.occurredOn] });
      return [event.data.citizenId];
    }
    default:
      recordResidence(event, rows);
      return [event.data.citizenId];
  }
}

function putCitizen(rows: Overlay, id: string, facts: CitizenRow['facts']): void {
  rows.put('population_citizen', { citizen_id: id, facts });
}

function recordResidence(event: Recorded<Extract<Event, { type: `Residence${string}` }>>, rows: Overlay): void {
  const { citizenId, residenceId, occurredOn } = event.data;
  const dated = { on: occurredOn, at: event.position };
  const known = rows.get<ResidenceRow>('population_residence', residenceId)?.facts ?? emptyResidence;
  let facts: ResidenceFacts;
  switch (event.type) {
    case 'ResidenceStarted': {
      const { cause, kind, householdId, relation, until } = event.data;
      facts = { ...known, started: { on: occurredOn, cause, kind, household: householdId, relation, until } };
      break;
    }
    case 'ResidenceEnded':
      facts = { ...known, ends: [...known.ends, { ...dated, cause: event.data.cause }] };
      break;
    case 'ResidenceCorrected':
      facts = {
        ...known,
        corrections: [...known.corrections, { ...dated, since: event.data.since, until: event.data.until }],
      };
      break;
    case 'ResidenceRenewed':
      facts = { ...known, renewals: [...known.renewals, { ...dated, until: event.data.until }] };
      break;
    case 'ResidenceRelationChanged':
      facts = { ...known, relations: [...known.relations, { ...dated, relation: event.data.relation }] };
      break;
  }
  rows.put('population_residence', { residence_id: residenceId, citizen_id: citizenId, facts });
}

/** The day of an instant in Asia/Ho_Chi_Minh, which has had one offset since 1975. */
export function localDay(instant: string): string {
  if (instant === latest.instant) return latest.day;
  const day = dayIn(instant);
  // Events of one command, and often of many, bear the same time.
  latest = { instant, day };
  return day;
}

let latest = { instant: '', day: '' };

function dayIn(instant: string): string {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** The first position recorded on each day: what was known at the end of a day is all that stands before the next one's. */
function noteDay(event: RecordedEvent, rows: Overlay): void {
  const day = localDay(event.recordedAt);
  if (!rows.get('population_recorded_day', day))
    rows.put('population_recorded_day', { day, first_position: event.position });
}
