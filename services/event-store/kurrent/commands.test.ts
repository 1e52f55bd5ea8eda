import { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { aCommand, aStream, aWrite } from '../contract.ts';
import { START } from '../port.ts';
import { openCommands, type Commands } from './commands.ts';
import { toPlan } from './plan.ts';

let database: TestDatabase;
let pools: Pool[];
let one: Commands;
let two: Commands;

beforeAll(async () => {
  database = await createTestDatabase();
  pools = [1, 2].map(() => new Pool({ connectionString: database.appUrl }));
  const [first, second] = pools.map(openCommands);
  if (!first || !second) throw new Error('no pools');
  one = first;
  two = second;
});

afterAll(async () => {
  await one.close();
  await two.close();
  await Promise.all(pools.map((pool) => pool.end()));
  await database.drop();
});

async function ownerOf(reserved: ReturnType<Commands['reserve']>): Promise<number> {
  const reservation = await reserved;
  if (reservation.verdict !== 'reserved') throw new Error(`not reserved: ${reservation.verdict}`);
  return reservation.owner;
}

test('a command and all of its streams are reserved, or none of them', async () => {
  const [a, b, c] = [aStream(), aStream(), aStream()];
  const plan = toPlan(aCommand(aWrite(a, 'any'), aWrite(b, 'any')));
  const owner = await ownerOf(one.reserve(plan));
  expect(await two.reserve(plan)).toEqual({ verdict: 'pending', commandId: plan.commandId });
  const overlapping = toPlan(aCommand(aWrite(c, 'any'), aWrite(b, 'any')));
  expect(await two.reserve(overlapping)).toEqual({ verdict: 'pending', commandId: plan.commandId });
  expect(await two.find(overlapping.commandId)).toBeNull();
  expect(await two.reserve(toPlan(aCommand(aWrite(b, 1, 0))))).toEqual({
    verdict: 'pending',
    commandId: plan.commandId,
  });
  expect((await two.reserve(toPlan(aCommand(aWrite(c, 'any'))))).verdict).toBe('reserved');
  expect(await one.withdraw(plan.commandId, owner)).toBe(true);
  expect(await one.find(plan.commandId)).toBeNull();
  expect((await two.reserve(toPlan(aCommand(aWrite(b, 'any'))))).verdict).toBe('reserved');
});

test('a command is taken from a dead process, not from a living one, and the dead one can no longer withdraw it', async () => {
  const plan = toPlan(aCommand(aWrite(aStream(), 'any', 2)));
  const owner = await ownerOf(one.reserve(plan));
  expect(await two.adopt(plan.commandId)).toEqual({ verdict: 'alive' });
  expect(await two.find(plan.commandId)).toBe('pending');
  await one.close();
  expect(await two.adopt(plan.commandId)).toMatchObject({ verdict: 'adopted', plan });
  expect(await one.withdraw(plan.commandId, owner)).toBe(false);
  await two.finish(plan, '1'.padStart(20, '0'));
  const { commandId, fingerprint, result } = plan;
  const record = { commandId, fingerprint, result, position: '1'.padStart(20, '0') };
  expect(await one.adopt(commandId)).toEqual({ verdict: 'done', record });
  expect(await one.find(commandId)).toEqual(record);
  expect(await one.reserve(plan)).toEqual({ verdict: 'done', record });
  expect(await one.missing([commandId, plan.writes[0]?.events[0]?.id ?? ''])).toEqual([plan.writes[0]?.events[0]?.id]);
});

test('a finished command stays as it was first finished, and the checkpoint never runs back', async () => {
  const plan = toPlan(aCommand(aWrite(aStream(), 'any')));
  await one.finish(plan, '5'.padStart(20, '0'));
  await two.finish({ ...plan, result: 'other' }, '6'.padStart(20, '0'));
  expect(await one.find(plan.commandId)).toMatchObject({ result: plan.result, position: '5'.padStart(20, '0') });
  expect(await one.knownUntil()).toBe(START);
  await one.setKnownUntil('7'.padStart(20, '0'));
  await two.setKnownUntil('3'.padStart(20, '0'));
  expect(await two.knownUntil()).toBe('7'.padStart(20, '0'));
});
