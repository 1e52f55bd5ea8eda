import { expect, test } from 'vitest';
import { given, outcome } from '../../event-store/given.ts';
import type { CommandEnv } from '../command-env.ts';
import { establishMissing } from './missing-neighbourhoods.ts';

const ward = '27226';
const env: CommandEnv = { may: () => null, today: '2026-11-22', newId: () => '00000000-0000-7000-9000-000000000001' };
const keyOf = (name: string) => name.toLowerCase();
const established = (code: string, name: string, parent: string | null, level: string) => ({
  type: 'UnitEstablished',
  data: { code, name, parent, level, occurredOn: '2025-07-01', predecessors: [] },
});

/** A ward whose second neighbourhood is gone and whose number 5 is planned. */
function ofTheWard() {
  const planned = {
    unit: ward,
    changeId: '00000000-0000-7000-9000-000000000002',
    effectiveOn: '2099-01-01',
    change: { kind: 'establish', unit: { code: '27226-005', name: 'Khu phố 5' } },
    legalBasis: null,
    occurredOn: '2026-01-01',
  };
  return given({
    'unit-79': [established('79', 'Thành phố', null, 'city')],
    [`unit-${ward}`]: [established(ward, 'Phường', '79', 'ward'), { type: 'BoundaryChangePlanned', data: planned }],
    'unit-27226-001': [established('27226-001', 'Khu phố 1', ward, 'neighbourhood')],
    'unit-27226-002': [
      established('27226-002', 'Khu phố 2', ward, 'neighbourhood'),
      { type: 'UnitDissolved', data: { code: '27226-002', occurredOn: '2026-01-01', successors: [] } },
    ],
  });
}

test('names that the ward lacks get the codes behind all that were ever used or planned, at once and in order', async () => {
  const world = ofTheWard();
  const names = ['KHU PHỐ 1', 'Khu phố 2', 'Xóm Gò', 'xóm gò'];
  const decided = await world.when(establishMissing({ ward, names, keyOf }, env));
  const since = { occurredOn: '2026-11-22', predecessors: [], level: 'neighbourhood', parent: ward };
  expect(outcome(decided)).toEqual({
    'unit-27226-006': [{ type: 'UnitEstablished', data: { ...since, code: '27226-006', name: 'Khu phố 2' } }],
    'unit-27226-007': [{ type: 'UnitEstablished', data: { ...since, code: '27226-007', name: 'Xóm Gò' } }],
  });
  expect(await world.run(establishMissing({ ward, names, keyOf }, env))).toEqual({ codes: ['27226-006', '27226-007'] });
  expect(await world.run(establishMissing({ ward, names, keyOf }, env))).toEqual({ codes: [] });
});

test('the first neighbourhoods of a ward stand since the ward does', async () => {
  const world = given({
    'unit-79': [established('79', 'Thành phố', null, 'city')],
    [`unit-${ward}`]: [established(ward, 'Phường', '79', 'ward')],
  });
  const since = { occurredOn: '2025-07-01', predecessors: [], level: 'neighbourhood', parent: ward };
  expect(outcome(await world.when(establishMissing({ ward, names: ['Khu phố 1'], keyOf }, env)))).toEqual({
    'unit-27226-001': [{ type: 'UnitEstablished', data: { ...since, code: '27226-001', name: 'Khu phố 1' } }],
  });
});

test('nothing is made where one name is no name, in a ward that is not there, or by who may not plan', async () => {
  const world = ofTheWard();
  const decide = (input: { ward: string; names: string[] }, changes: Partial<CommandEnv> = {}) =>
    world.when(establishMissing({ ...input, keyOf }, { ...env, ...changes }));
  expect(outcome(await decide({ ward, names: ['Xóm Gò', ' '] }))).toBe('FIELD_INVALID name');
  expect(outcome(await decide({ ward: '27232', names: ['Xóm Gò'] }))).toBe('UNIT_UNKNOWN');
  const may = () => ({ code: 'FORBIDDEN' as const });
  expect(outcome(await decide({ ward, names: ['Xóm Gò'] }, { may }))).toBe('FORBIDDEN');
});
