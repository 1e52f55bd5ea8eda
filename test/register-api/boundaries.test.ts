import { takeEffectDue } from '@nocgia/services/territory/unit/effect.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { board30, leader, listQuery, today, openWard, type Ward } from './ward.ts';

let ward: Ward;

beforeAll(async () => {
  ward = await openWard();
}, 120_000);
afterAll(() => ward.close());

test('a change of neighbourhoods decided for today takes people along at once; one ahead by itself on its day, once', async () => {
  const plan =
    'mutation ($meta: CommandMeta!, $input: BoundaryChangeInput!) { planBoundaryChange(meta: $meta, input: $input) { changeId state } }';
  const split = {
    from: '27226-030',
    into: [
      { unit: { name: 'Khu A' }, streets: [], dwellings: [] },
      { unit: { name: 'Khu B' }, streets: ['HÒA BÌNH'], dwellings: [] },
    ],
  };
  expect(await ward.done(leader, plan, { input: { ward: '27226', effectiveOn: today, split } })).toMatchObject({
    state: 'effective',
  });
  const where = async () =>
    (
      await ward.ask(
        leader,
        'query ($id: ID!) { dwelling(id: $id) { neighbourhood { code name predecessors { code } } peopleCount } }',
        { id: ward.ids.d30 },
      )
    ).data.dwelling;
  expect(await where()).toEqual({
    neighbourhood: { code: '27226-032', name: 'Khu B', predecessors: [{ code: '27226-030' }] },
    peopleCount: 1,
  });
  expect((await ward.ask(board30, listQuery, { unit: '27226' })).data.citizens).toMatchObject({ items: [] });

  const merge = { from: ['27226-003', '27226-032'], into: { code: '27226-100', name: 'Khu gộp' } };
  expect(await ward.done(leader, plan, { input: { ward: '27226', effectiveOn: '2026-12-01', merge } })).toMatchObject({
    state: 'planned',
  });
  await ward.projector.runToHead();
  const due = (day: string) => takeEffectDue({ log: ward.scene.log, db: ward.scene.app, today: day });
  expect(await due('2026-11-30')).toEqual({ done: [], refused: [], late: 0 });
  expect((await due('2026-12-01')).done).toHaveLength(1);
  await ward.projector.runToHead();
  expect(await due('2026-12-01')).toEqual({ done: [], refused: [], late: 0 });
  expect(await where()).toMatchObject({ neighbourhood: { code: '27226-100' } });
  const { data } = await ward.ask(
    leader,
    '{ boundaryChanges(ward: "27226") { kind state from { name } into { code name streets } } then: units(level: neighbourhood, asOf: "2025-12-31") { code } now: units(level: neighbourhood, asOf: "2026-12-01") { code } }',
  );
  expect(data).toMatchObject({
    boundaryChanges: [
      { kind: 'merge', state: 'effective' },
      { kind: 'split', state: 'effective', from: [{ name: 'Khu 27226-030' }] },
    ],
    then: [{ code: '27226-003' }, { code: '27226-030' }],
    now: [{ code: '27226-031' }, { code: '27226-100' }],
  });
});
