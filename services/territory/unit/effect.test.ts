import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dispatch } from '../../event-store/dispatcher.ts';
import { createProjector, type Projector } from '../../projection/engine.ts';
import { openScene, recordEvents, type Scene } from '../../projection/testing/scene.ts';
import { systemAuthority } from '../../access/authority.ts';
import { dwellingsProjection } from '../dwelling/projection.ts';
import { planBoundaryChange, type ProposedChange } from './boundary.ts';
import { takeEffectDue } from './effect.ts';
import { unitsProjection } from './projection.ts';

const DWELLINGS = 5_000;
let scene: Scene;
let projector: Projector;

beforeAll(async () => {
  scene = await openScene();
  projector = createProjector({
    log: scene.log,
    db: scene.projector,
    projections: [unitsProjection, dwellingsProjection],
  });
  const unit = (code: string, level: string, parent: string | null) => ({
    stream: `unit-${code}`,
    event: {
      type: 'UnitEstablished',
      data: { code, level, name: code, parent, occurredOn: '2025-07-01', predecessors: [] },
    },
  });
  await scene.record(
    unit('27226', 'ward', null),
    unit('27226-001', 'neighbourhood', '27226'),
    unit('27226-002', 'neighbourhood', '27226'),
  );
  await recordEvents(
    scene.log,
    Array.from({ length: DWELLINGS }, (_, index) => roof(index % 2 === 0 ? '27226-001' : '27226-002', `${index}`)),
  );
  await projector.runToHead();
}, 120_000);
afterAll(async () => {
  await projector.stop();
  await scene.close();
});

function roof(neighbourhood: string, houseNumber: string) {
  const dwellingId = uuidv7();
  const data = {
    dwellingId,
    ward: '27226',
    neighbourhood,
    houseNumber,
    oldNumber: null,
    street: 'Lê Lợi',
    kind: 'house',
    point: null,
    occurredOn: '2025-07-01',
  };
  return { stream: `dwelling-${dwellingId}`, event: { type: 'DwellingRegistered', data } };
}

async function plan(change: ProposedChange, effectiveOn: string): Promise<void> {
  const env = { may: systemAuthority, today: '2026-11-22', newId: uuidv7 };
  const decide = planBoundaryChange({ ward: '27226', effectiveOn, legalBasis: null, change }, env);
  const request = {
    commandId: uuidv7(),
    name: 'planBoundaryChange',
    payload: change,
    context: { actor: 'system', correlation: 'test' },
  };
  expect(await dispatch(scene.log, request, decide)).toMatchObject({ ok: true });
}

async function counts(): Promise<Record<string, number>> {
  await projector.runToHead();
  const found = await scene.projector.query<{ neighbourhood: number; count: number }>(
    'select neighbourhood, count(*)::int as count from view.dwellings group by 1 order by 1',
  );
  return Object.fromEntries(found.rows.map((row) => [row.neighbourhood, row.count]));
}

test(`a change that concerns ${DWELLINGS} dwellings is carried out whole, and by several servers at once no more than once`, async () => {
  await plan({ kind: 'merge', from: ['27226-001', '27226-002'], into: { name: 'Khu gộp' } }, '2026-12-01');
  expect(await counts()).toEqual({ 127226001: DWELLINGS / 2, 127226002: DWELLINGS / 2 });
  const due = () => takeEffectDue({ log: scene.log, db: scene.app, today: '2026-12-01' });
  const [one, two] = await Promise.all([due(), due()]);
  expect([...one.refused, ...two.refused]).toEqual([]);
  const took = await scene.log.readStream('unit-27226-003');
  expect(took.map((event) => event.type)).toEqual(['UnitEstablished']);
  expect(await counts()).toEqual({ 127226003: DWELLINGS });
  expect(await due()).toEqual({ done: [], refused: [], late: 0 });
});

test('a roof entered into a unit just as it ended is moved by the next run', async () => {
  await scene.record(roof('27226-001', 'muộn'));
  expect(await counts()).toEqual({ 127226001: 1, 127226003: DWELLINGS });
  expect(await takeEffectDue({ log: scene.log, db: scene.app, today: '2026-12-02' })).toEqual({
    done: [],
    refused: [],
    late: 1,
  });
  expect(await counts()).toEqual({ 127226003: DWELLINGS + 1 });
});
