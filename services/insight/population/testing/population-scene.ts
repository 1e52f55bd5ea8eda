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

/** Many small wards that share dwellings and households. Withdrawals are laid to corrections, which nobody is behind; see recount.test.ts. */
const facts = fc.sample(wardFacts, { numRuns: 12, seed: 20261122 }).flatMap((all, index) =>
  marked(
    all.filter(({ type }) => !type.endsWith('Withdrawn')),
    index,
  ),
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

/** In each of them two people are found to be one, and in every other one they are not, after all. */
const merges: WardEvent[] = Array.from({ length: 12 }, (_, index): WardEvent[] => {
  const [citizenId, survivorId, mergeId] = [uuidOf('c2'), uuidOf('c1'), uuidOf('m')];
  const data = { citizenId, survivorId, mergeId, occurredOn: dayOf(131) };
  const merged = { stream: `citizen-${citizenId}`, type: 'CitizenMerged', data };
  const undone = { ...merged, type: 'CitizenUnmerged', data: { ...data, returned: [], whole: nobody } };
  return marked(index % 2 === 0 ? [merged] : [merged, undone], index);
}).flat();

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
