import fc from 'fast-check';
import type { RecordedEvent } from '../../../event-store/log.ts';
import { uuidOf } from '../../../projection/testing/sample-events.ts';
import { createRows } from '../../../projection/overlay.ts';
import type { Row } from '../../../projection/projection.ts';
import { populationProjection } from '../projection.ts';

/** An event of a random ward: type and data as recorded, and the stream it stands in. */
export interface WardEvent {
  stream: string;
  type: string;
  data: { occurredOn: string } & Record<string, unknown>;
}

export const WARD = '27226';
export const OTHER_WARD = '27238';
const neighbourhoods = ['27226-001', '27226-002', null] as const;

/** A day of 2026 by its number. */
export function dayOf(n: number): string {
  return new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
}

const day = fc.integer({ min: 0, max: 120 });
const place = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...neighbourhoods).map((neighbourhood) => ({ ward: WARD, neighbourhood })) },
  { weight: 1, arbitrary: fc.constant({ ward: OTHER_WARD, neighbourhood: '27238-001' }) },
);

/** Same-day statements on one matter contradict each other, so that their order does matter: each gets a day of its own. */
function days(many: number, min = 0): fc.Arbitrary<number[]> {
  return fc.uniqueArray(fc.integer({ min, max: 130 }), { minLength: 0, maxLength: many });
}

const dwellingEvents = (name: string): fc.Arbitrary<WardEvent[]> =>
  fc
    .tuple(
      day,
      place,
      days(2, 1),
      fc.array(fc.tuple(place, fc.constantFrom('boundary', 'placed', 'correction')), { minLength: 2, maxLength: 2 }),
    )
    .map(([first, where, later, moves]) => {
      const dwellingId = uuidOf(name);
      const stream = `dwelling-${dwellingId}`;
      const address = { houseNumber: null, oldNumber: null, street: null, kind: 'house', point: null };
      return [
        { stream, type: 'DwellingRegistered', data: { dwellingId, ...where, ...address, occurredOn: dayOf(first) } },
        ...later.map((on, index) => ({
          stream,
          type: 'DwellingPlaced',
          data: { dwellingId, ...moves[index]?.[0], cause: moves[index]?.[1], changeId: null, occurredOn: dayOf(on) },
        })),
      ];
    });

const householdEvents = (name: string, dwellings: string[]): fc.Arbitrary<WardEvent[]> =>
  fc
    .tuple(
      day,
      fc.constantFrom(...dwellings),
      days(2, 1),
      fc.array(fc.constantFrom(...dwellings), { minLength: 2, maxLength: 2 }),
    )
    .map(([first, home, later, homes]) => {
      const householdId = uuidOf(name);
      const stream = `household-${householdId}`;
      return [
        {
          stream,
          type: 'HouseholdFormed',
          data: { householdId, dwellingId: uuidOf(home), details: {}, occurredOn: dayOf(first) },
        },
        ...later.map((on, index) => ({
          stream,
          type: 'HouseholdMoved',
          data: { householdId, dwellingId: uuidOf(homes[index] ?? home), occurredOn: dayOf(on) },
        })),
      ];
    });

const residenceEvents = (citizen: string, index: number, households: string[]): fc.Arbitrary<WardEvent[]> =>
  fc
    .record({
      household: fc.constantFrom(...households),
      kind: fc.constantFrom('permanent', 'permanent', 'temporary'),
      since: day,
      cause: fc.constantFrom('first_entry', 'birth', 'arrival', 'move'),
      until: fc.option(fc.integer({ min: 0, max: 120 })),
      end: fc.option(
        fc.tuple(
          fc.integer({ min: 0, max: 120 }),
          fc.constantFrom('departure', 'move', 'expired', 'recorded_in_error'),
        ),
      ),
      corrections: days(1),
      shifted: day,
      relations: days(1),
    })
    .map((choice) => {
      const citizenId = uuidOf(citizen);
      const ids = { citizenId, residenceId: uuidOf(`${citizen}/${index}`) };
      const stream = `citizen-${citizenId}`;
      const until = choice.kind === 'temporary' && choice.until !== null ? dayOf(choice.until) : null;
      const events: WardEvent[] = [
        {
          stream,
          type: 'ResidenceStarted',
          data: {
            ...ids,
            kind: choice.kind,
            householdId: uuidOf(choice.household),
            relation: 'child',
            cause: choice.cause,
            estimated: false,
            until,
            source: 'board',
            cameFrom: null,
            occurredOn: dayOf(choice.since),
          },
        },
      ];
      for (const on of choice.corrections) {
        events.push({
          stream,
          type: 'ResidenceCorrected',
          data: { ...ids, since: dayOf(choice.shifted), until, source: 'police', occurredOn: dayOf(on) },
        });
      }
      for (const on of choice.relations) {
        events.push({
          stream,
          type: 'ResidenceRelationChanged',
          data: { ...ids, relation: 'other', occurredOn: dayOf(on) },
        });
      }
      if (choice.end) {
        events.push({
          stream,
          type: 'ResidenceEnded',
          data: { ...ids, cause: choice.end[1], wentTo: null, occurredOn: dayOf(choice.end[0]) },
        });
      }
      return events;
    });

const citizenEvents = (name: string, households: string[]): fc.Arbitrary<WardEvent[]> =>
  fc
    .record({
      sex: fc.constantFrom('male', 'female', 'unknown'),
      birth: fc.constantFrom('1950', '1980-05', '2026-02-20', '1999-12-31', null),
      registered: day,
      residences: fc
        .integer({ min: 0, max: 3 })
        .chain((many) =>
          fc.tuple(...Array.from({ length: many }, (_, index) => residenceEvents(name, index, households))),
        ),
      changes: days(2, 1),
      natures: fc.array(fc.constantFrom('correction', 'change'), { minLength: 2, maxLength: 2 }),
      dies: fc.option(day, { freq: 3 }),
    })
    .map((choice) => {
      const citizenId = uuidOf(name);
      const stream = `citizen-${citizenId}`;
      const events: WardEvent[] = [
        {
          stream,
          type: 'CitizenRegistered',
          data: {
            citizenId,
            details: { fullName: name, sex: choice.sex, birth: choice.birth },
            sourceKey: null,
            unmapped: null,
            occurredOn: dayOf(choice.registered),
          },
        },
        ...choice.residences.flat(),
        ...choice.changes.map((on, index) => ({
          stream,
          type: 'CitizenDetailsChanged',
          data: {
            citizenId,
            nature: choice.natures[index],
            changes: index === 0 ? { sex: choice.sex === 'male' ? 'female' : 'male' } : { birth: '1961-03-04' },
            reason: null,
            occurredOn: dayOf(on),
          },
        })),
      ];
      if (choice.dies !== null)
        events.push({ stream, type: 'CitizenDied', data: { citizenId, occurredOn: dayOf(choice.dies) } });
      return events;
    });

/** The facts of a small ward, in streams; every order of recording that keeps each stream's first event first is a possible log. */
export const wardFacts: fc.Arbitrary<WardEvent[]> = fc
  .tuple(
    fc.tuple(...['d1', 'd2', 'd3'].map(dwellingEvents)),
    fc.tuple(...['h1', 'h2'].map((name) => householdEvents(name, ['d1', 'd2', 'd3']))),
    fc.tuple(...['c1', 'c2', 'c3', 'c4'].map((name) => citizenEvents(name, ['h1', 'h2']))),
  )
  .map((parts) => parts.flat(2));

/** The facts as a log in this order: a position, an id and a day of recording for each. */
export function asLog(events: readonly WardEvent[]): RecordedEvent[] {
  return events.map((event, index) => ({
    id: uuidOf(JSON.stringify(event)),
    type: event.type,
    data: event.data,
    stream: event.stream,
    version: 1,
    position: positionOf(index + 1),
    recordedAt: new Date(Date.UTC(2026, 5, 1) + index * 3_600_000).toISOString(),
    context: { actor: 'system', correlation: uuidOf('c') },
    commandId: uuidOf('c'),
    erased: [],
  }));
}

/** The n-th position. */
export function positionOf(n: number): string {
  return String(n).padStart(20, '0');
}

/** What the projection makes of a log, all in memory: rows by table. */
export function foldLog(log: readonly RecordedEvent[]): Map<string, Row[]> {
  const rows = createRows(populationProjection, true);
  for (const event of log) {
    rows.begin();
    populationProjection.fold(event, rows);
  }
  return rows.take().fresh;
}
