import fc from 'fast-check';
import type { RecordedEvent } from '../../../event-store/log.ts';
import { uuidOf } from '../../../projection/testing/sample-events.ts';
import { createRows } from '../../../projection/overlay.ts';
import type { Row } from '../../../projection/projection.ts';
import { populationProjection } from '../projection.ts';
import { day, dayOf, days, statusEvents, withdrawal, type WardEvent } from './random-events.ts';
import { citizenEvents } from './random-people.ts';

export { dayOf, type WardEvent } from './random-events.ts';

export const WARD = '27226';
export const OTHER_WARD = '27238';
const neighbourhoods = ['27226-001', '27226-002', null] as const;

const place = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...neighbourhoods).map((neighbourhood) => ({ ward: WARD, neighbourhood })) },
  { weight: 1, arbitrary: fc.constant({ ward: OTHER_WARD, neighbourhood: '27238-001' }) },
);

const dwellingEvents = (name: string): fc.Arbitrary<WardEvent[]> =>
  fc
    .tuple(
      day,
      place,
      days(2, 1),
      fc.array(fc.tuple(place, fc.constantFrom('boundary', 'placed', 'correction')), { minLength: 2, maxLength: 2 }),
      withdrawal('DwellingWithdrawn', `dwelling-${uuidOf(name)}`, { dwellingId: uuidOf(name) }),
    )
    .map(([first, where, later, moves, withdrawn]) => {
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
        ...withdrawn,
      ];
    });

const householdEvents = (name: string, dwellings: string[]): fc.Arbitrary<WardEvent[]> =>
  fc
    .tuple(
      day,
      fc.constantFrom(...dwellings),
      days(2, 1),
      fc.array(fc.constantFrom(...dwellings), { minLength: 2, maxLength: 2 }),
      statusEvents(
        { type: 'HouseholdStatus', stream: `household-${uuidOf(name)}`, ids: { householdId: uuidOf(name) } },
        ['poor', 'near_poor'],
      ),
      withdrawal('HouseholdWithdrawn', `household-${uuidOf(name)}`, { householdId: uuidOf(name) }),
    )
    .map(([first, home, later, homes, statuses, withdrawn]) => {
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
        ...statuses,
        ...withdrawn,
      ];
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
