import { expect, test } from 'vitest';
import { given, outcome } from '../../event-store/given.ts';
import type { AccountEnv } from '../account/account.ts';
import { authorityOf } from '../authority.ts';
import { scopeAt } from '../testing/house.ts';
import { narrowField, restoreField, type NarrowField } from './narrowing.ts';

const id = '00000000-0000-7000-9000-000000000001';
const env = (unit = '27226', today = '2026-11-22'): AccountEnv => ({
  may: authorityOf(scopeAt('administrator', unit)),
  actor: null,
  today,
  newId: () => id,
  claimHash: (text) => text,
});
const cell: NarrowField = {
  unit: '27226',
  role: 'desk',
  group: 'contact',
  right: 'masked',
  from: '2026-12-01',
  until: null,
};
const narrowed = { type: 'FieldRightNarrowed', data: { ...cell, narrowingId: id, occurredOn: '2026-11-22' } };

test('takes away a right from a day on, at the earliest from today', async () => {
  const world = given({});
  expect(outcome(await world.when(narrowField(cell, env())))).toEqual({ 'rights-27226': [narrowed] });
  for (const [changes, refusal] of [
    [{ from: '2026-11-21' }, 'NARROWING_PAST from'],
    [{ until: '2026-11-30' }, 'POSITION_PERIOD until'],
    [{ right: 'write' }, 'RIGHT_NOT_NARROWER right'],
    [{ group: 'military', right: 'none' }, 'RIGHT_NOT_NARROWER right'],
    [{ unit: '27226-003' }, 'FIELD_INVALID unit'],
  ] as const)
    expect(outcome(await world.when(narrowField({ ...cell, ...changes }, env()))), refusal).toBe(refusal);
  expect(outcome(await world.when(narrowField(cell, env('27232'))))).toBe('NOT_FOUND');
});

test('gives it back from a day on, once', async () => {
  const world = given({ 'rights-27226': [narrowed] });
  const restore = { unit: '27226', narrowingId: id, occurredOn: '2026-12-24' };
  expect(outcome(await world.when(restoreField({ ...restore, occurredOn: '2026-11-21' }, env())))).toBe(
    'NARROWING_PAST occurredOn',
  );
  expect(outcome(await world.when(restoreField({ ...restore, narrowingId: id.replace('1', '2') }, env())))).toBe(
    'NOT_FOUND',
  );
  expect(outcome(await world.when(restoreField(restore, env('27232'))))).toBe('NOT_FOUND');
  await world.run(restoreField(restore, env()));
  expect(outcome(await world.when(restoreField(restore, env())))).toBe('NOTHING_CHANGED');
});
