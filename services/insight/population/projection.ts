import { dayInVietnam } from '@nocgia/schemas/days.ts';
import type { RecordedEvent } from '../../event-store/log.ts';
import type { Overlay, Projection, Touch } from '../../projection/projection.ts';
import { countedAs, onePerson } from './merge.ts';
import {
  causeOf,
  recordCitizen,
  recordDwelling,
  recordHousehold,
  type PopulationEvent,
  type Recorded,
} from './record.ts';
import { openJournal, recount, recountDwelling, standing, type Journal } from './recount.ts';
import { tables, type HouseholdRow, type ResidenceRow } from './tables.ts';

const handles: readonly PopulationEvent['type'][] = [
  'CitizenRegistered',
  'CitizenDetailsChanged',
  'CitizenDied',
  'CitizenMerged',
  'CitizenUnmerged',
  'CitizenWithdrawn',
  'CitizenFactsTakenBack',
  'ResidenceStarted',
  'ResidenceEnded',
  'ResidenceCorrected',
  'ResidenceRelationChanged',
  'ResidenceRenewed',
  'AbsenceStarted',
  'AbsenceEnded',
  'PolicyStatusGranted',
  'PolicyStatusEnded',
  'HouseholdFormed',
  'HouseholdMoved',
  'HouseholdStatusGranted',
  'HouseholdStatusEnded',
  'HouseholdWithdrawn',
  'HouseholdMoveTakenBack',
  'DwellingRegistered',
  'DwellingPlaced',
  'DwellingWithdrawn',
];

type Reader = Pick<Overlay, 'get' | 'where'>;

function isHandled(event: RecordedEvent): event is Recorded {
  return (handles as readonly string[]).includes(event.type);
}

/** Histories, bitemporal episodes and the journal of figures (design §3). */
export const populationProjection: Projection = {
  name: 'population',
  version: 4,
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
    const journal = openJournal(event.position, causeOf(event), rows);
    recount(record(event, rows, journal), journal, rows);
  },
};

function* touchesOf(event: Recorded, rows: Reader): Iterable<Touch> {
  switch (event.type) {
    case 'HouseholdFormed':
    case 'HouseholdMoved':
    case 'HouseholdStatusGranted':
    case 'HouseholdStatusEnded':
    case 'HouseholdWithdrawn':
    case 'HouseholdMoveTakenBack': {
      const { householdId } = event.data;
      if ('dwellingId' in event.data) yield { table: 'population_dwelling', key: [event.data.dwellingId] };
      yield* householdTouches(householdId, rows);
      for (const citizen of residentsOf(rows, 'household_id', householdId)) yield* citizenTouches(citizen, rows);
      return;
    }
    case 'DwellingRegistered':
    case 'DwellingPlaced':
    case 'DwellingWithdrawn': {
      const { dwellingId } = event.data;
      yield { table: 'population_dwelling', key: [dwellingId] };
      yield { table: 'population_dwelling_episode', column: 'dwelling_id', value: dwellingId };
      yield { table: 'population_episode', column: 'dwelling_id', value: dwellingId };
      for (const citizen of residentsOf(rows, 'dwelling_id', dwellingId)) yield* citizenTouches(citizen, rows);
      return;
    }
    case 'ResidenceStarted':
      yield* householdTouches(event.data.householdId, rows);
      yield { table: 'population_residence', key: [event.data.residenceId, event.data.citizenId] };
      break;
    case 'CitizenMerged':
    case 'CitizenUnmerged':
      yield* citizenTouches(event.data.survivorId, rows);
      break;
    default:
  }
  yield* citizenTouches(event.data.citizenId, rows);
}

/** A person with all who count as the same one. */
function* citizenTouches(citizen: string, rows: Reader): Iterable<Touch> {
  yield { table: 'population_citizen', key: [citizen] };
  const survivor = countedAs(rows, citizen);
  for (const one of new Set([citizen, ...onePerson(rows, survivor)])) {
    yield { table: 'population_citizen', key: [one] };
    yield { table: 'population_episode', column: 'citizen_id', value: one };
    yield { table: 'population_residence', column: 'citizen_id', value: one };
    for (const { facts } of rows.where<ResidenceRow>('population_residence', 'citizen_id', one)) {
      if (facts.started) yield* householdTouches(facts.started.household, rows);
    }
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
function record(event: Recorded, rows: Overlay, journal: Journal): string[] {
  switch (event.type) {
    case 'HouseholdFormed':
    case 'HouseholdMoved':
    case 'HouseholdStatusGranted':
    case 'HouseholdStatusEnded':
    case 'HouseholdWithdrawn':
    case 'HouseholdMoveTakenBack':
      recordHousehold(event, rows);
      return residentsOf(rows, 'household_id', event.data.householdId);
    case 'DwellingRegistered':
    case 'DwellingPlaced':
    case 'DwellingWithdrawn':
      recountDwelling(recordDwelling(event, rows), journal, rows);
      return residentsOf(rows, 'dwelling_id', event.data.dwellingId);
    default:
      return recordCitizen(event, rows);
  }
}

/** The day of an instant in Asia/Ho_Chi_Minh. */
export function localDay(instant: string): string {
  if (instant === latest.instant) return latest.day;
  const day = dayInVietnam(new Date(instant));
  // Events of one command, and often of many, bear the same time.
  latest = { instant, day };
  return day;
}

let latest = { instant: '', day: '' };

/** The first position recorded on each day: what was known at the end of a day is all that stands before the next one's. */
function noteDay(event: RecordedEvent, rows: Overlay): void {
  const day = localDay(event.recordedAt);
  if (!rows.get('population_recorded_day', day))
    rows.put('population_recorded_day', { day, first_position: event.position });
}
