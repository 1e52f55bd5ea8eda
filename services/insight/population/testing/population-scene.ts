import fc from 'fast-check';
import { fieldsOf, noFields } from '../../../access/field-table.ts';
import type { Scope } from '../../../access/scope.ts';
import { withScope, type ScopedDb } from '../../../access/scoped-db.ts';
import { createProjector, type Projector } from '../../../projection/engine.ts';
import { openScene, recordEvents, type Scene } from '../../../projection/testing/scene.ts';
import { uuidOf } from '../../../projection/testing/sample-events.ts';
import { populationProjection } from '../projection.ts';
import type { PopulationQuestion } from '../question.ts';
import { dayOf, wardFacts, type WardEvent } from './random-ward.ts';

/** Every id gets a mark of its own; places stay the same. */
function marked<T>(events: T, index: number): T {
  return JSON.parse(
    JSON.stringify(events)
      .replaceAll(/"([0-9a-f]{7})[0-9a-f]-/g, `"$1${index.toString(16)}-`)
      .replaceAll(/(citizen|household|dwelling)-([0-9a-f]{7})[0-9a-f]-/g, `$1-$2${index.toString(16)}-`),
  ) as T;
}

/** So many small wards share dwellings and households; in every fourth some of it is withdrawn. */
const WARDS = 16;
const chance = fc
  .sample(wardFacts, { numRuns: WARDS, seed: 20261122 })
  .flatMap((all, index) =>
    marked(index % 4 === 3 ? all : all.filter(({ type }) => !type.endsWith('Withdrawn')), index),
  );

/** What an undoing leaves is a matter of the register; figures follow from the facts themselves. */
const nobody = {
  details: { fullName: 'Không Ai', sex: 'unknown', birth: null },
  died: null,
  residences: [],
  absences: [],
  policies: [],
  marriages: [],
};

/**
 * What chance seldom brings about: people of each kind of residence under a roof that is placed late and then goes over to another
 * neighbourhood; some come and go, one is away for a while.
 */
const certain: WardEvent[] = (() => {
  const [dwellingId, householdId] = [uuidOf('certain/d'), uuidOf('certain/h')];
  const address = { houseNumber: null, oldNumber: null, street: null, kind: 'house', point: null };
  const stream = `dwelling-${dwellingId}`;
  const placed = (neighbourhood: string, cause: string, on: number): WardEvent => ({
    stream,
    type: 'DwellingPlaced',
    data: { dwellingId, ward: '27226', neighbourhood, cause, changeId: null, occurredOn: dayOf(on) },
  });
  const events: WardEvent[] = [
    {
      stream,
      type: 'DwellingRegistered',
      data: { dwellingId, ward: '27226', neighbourhood: null, ...address, occurredOn: dayOf(2) },
    },
    placed('27226-001', 'placed', 20),
    placed('27226-002', 'boundary', 90),
    {
      stream: `household-${householdId}`,
      type: 'HouseholdFormed',
      data: { householdId, dwellingId, details: {}, occurredOn: dayOf(3) },
    },
  ];
  for (const [name, kind] of [
    ...Array<'permanent'>(4).fill('permanent'),
    ...Array<'temporary'>(4).fill('temporary'),
  ].entries()) {
    const citizenId = uuidOf(`certain/${name}`);
    const stream = `citizen-${citizenId}`;
    const details = { fullName: `Người ${name}`, sex: 'female', birth: '1990-02-03' };
    const own = { citizenId, residenceId: uuidOf(`certain/${name}/stay`) };
    const passing = name % 4 === 2;
    const stay = { householdId, relation: 'other', estimated: false, until: null, source: 'board', cameFrom: null };
    events.push(
      {
        stream,
        type: 'CitizenRegistered',
        data: { citizenId, details, sourceKey: null, unmapped: null, occurredOn: dayOf(4) },
      },
      {
        stream,
        type: 'ResidenceStarted',
        data: {
          ...own,
          kind,
          ...stay,
          cause: passing ? 'arrival' : 'first_entry',
          occurredOn: dayOf(passing ? 30 : 5),
        },
      },
      ...(passing
        ? [
            {
              stream,
              type: 'ResidenceEnded',
              data: { ...own, cause: 'departure', wentTo: null, occurredOn: dayOf(80) },
            },
          ]
        : []),
    );
  }
  const away = { citizenId: uuidOf('certain/0'), absenceId: uuidOf('certain/away') };
  const said = { until: null, destination: null, reason: null, source: 'police', evidence: null };
  const own = { stream: `citizen-${away.citizenId}` };
  events.push(
    { ...own, type: 'AbsenceStarted', data: { ...away, ...said, occurredOn: dayOf(40) } },
    { ...own, type: 'AbsenceEnded', data: { ...away, cause: 'returned', occurredOn: dayOf(60) } },
  );
  return events;
})();

/** One person is found to be another one, and perhaps is not, after all. */
function merge(absorbed: string, survivor: string, id: string, undone: boolean): WardEvent[] {
  const [citizenId, survivorId, mergeId] = [uuidOf(absorbed), uuidOf(survivor), uuidOf(id)];
  const data = { citizenId, survivorId, mergeId, occurredOn: dayOf(131) };
  const merged = { stream: `citizen-${citizenId}`, type: 'CitizenMerged', data };
  return [
    merged,
    ...(undone ? [{ ...merged, type: 'CitizenUnmerged', data: { ...data, returned: [], whole: nobody } }] : []),
  ];
}

/** In each ward two people are found to be one, and in every other one they are not, after all; of each kind of residence in any case. */
const merges: WardEvent[] = [
  ...Array.from({ length: WARDS }, (_, index) => marked(merge('c2', 'c1', 'm', index % 2 === 1), index)).flat(),
  ...merge('certain/1', 'certain/0', 'certain/m1', false),
  ...merge('certain/3', 'certain/2', 'certain/m3', true),
  ...merge('certain/5', 'certain/4', 'certain/m5', false),
  ...merge('certain/7', 'certain/6', 'certain/m7', true),
];

export function scopeOf(reach: Partial<Scope>): Scope {
  return {
    accountId: 'a',
    positionId: 'p',
    role: 'leader',
    unit: '27226',
    wards: [],
    neighbourhoods: [],
    aggregates: [],
    fields: noFields,
    today: '2026-07-01',
    locale: 'vi',
    ...reach,
  };
}
const allFields = { ...fieldsOf('social', '2026-07-01'), ethnicityReligion: 'read', identity: 'read' } as const;
export const leader = scopeOf({ wards: [27226], aggregates: [27226], fields: allFields });

/** A question about the ward on 1 March, but for what is said otherwise. */
export function asked(more: Partial<PopulationQuestion> = {}): PopulationQuestion {
  return { unit: '27226', asOf: '2026-03-01', headcount: 'permanent', boundaries: 'then', ...more };
}

export interface PopulationScene {
  scene: Scene;
  projector: Projector;
  /** Of every event; `unmerged` of them come before the first merge. */
  positions: string[];
  unmerged: number;
  reading<T>(scope: Scope, work: (db: ScopedDb) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The wards' facts in a random order, then the merges, recorded and projected in small pages. */
export async function openPopulation(): Promise<PopulationScene> {
  const scene = await openScene();
  const projector = createProjector({
    log: scene.log,
    db: scene.projector,
    projections: [populationProjection],
    pageSize: 7,
    keepRows: 60,
  });
  const facts = [...chance, ...certain];
  const all = { minLength: facts.length, maxLength: facts.length };
  const [shuffled = []] = fc.sample(fc.shuffledSubarray(facts, all), { numRuns: 1, seed: 7 });
  const positions: string[] = [];
  for (const { stream, type, data } of [...shuffled, ...merges])
    positions.push(await recordEvents(scene.log, [{ stream, event: { type, data } }]));
  await projector.runToHead();
  return {
    scene,
    projector,
    positions,
    unmerged: facts.length,
    reading: (scope, work) => withScope(scene.app, scope, work),
    async close() {
      await projector.stop();
      await scene.close();
    },
  };
}
