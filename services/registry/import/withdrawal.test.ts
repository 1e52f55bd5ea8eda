import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { scopeAt } from '../../access/testing/house.ts';
import type { DomainEvent } from '../../event-store/log.ts';
import { nationalIdClaim, holderOf } from '../citizen/claim.ts';
import { beginImport } from './begin.ts';
import { cancelImport, commitImport } from './commands.ts';
import { runImport } from './run.ts';
import { findImport } from './store.ts';
import { establishWard, openHouse, scratchFolder, ward, type House } from './testing/house.ts';
import { csvOf, sampleRegister } from './testing/sample-register.ts';
import { withdrawImport } from './withdrawal.ts';
import { withdrawalCounts } from './withdrawal-queries.ts';

let database: TestDatabase;
let house: House;
const scratch = scratchFolder();
const clerk = scopeAt('civil_status', ward);
/** A register that stands before, and the households that a later file adds to it. */
const first = sampleRegister(60, 3).map((cells) => cells.with(1, `A${cells[1]}`));
const second = sampleRegister(500, 4).map((cells) => cells.with(1, `B${cells[1]}`).with(5, `080${cells[5]?.slice(3)}`));
/** A child that the later file adds to a household of the first. */
const joining = (first[0] ?? []).map((cell, index) =>
  index === 2 ? 'Nguyễn Mới Đến' : index === 4 ? '02/03/2020' : index === 5 ? '' : index === 6 ? 'Con' : cell,
);

beforeAll(async () => {
  database = await createTestDatabase();
  house = await openHouse({
    ...database,
    masterKey: randomBytes(32).toString('base64'),
    folder: scratch.folder,
    now: '2026-11-22T03:00:00Z',
  });
  await establishWard(house.log, { [`${ward}-001`]: 'Khu phố 1', [`${ward}-002`]: 'Khu phố 2' });
  await take(csvOf(first));
});
afterAll(async () => {
  await house.close();
  await database.drop();
  scratch.remove();
});

async function take(text: string): Promise<string> {
  const id = await beginImport(house.deps, {
    file: Readable.from([Buffer.from(text)]),
    fileName: 'sổ hộ.csv',
    ward: Number(ward),
    accountId: clerk.accountId,
    positionId: null,
  });
  await runImport(house.deps, id);
  await commitImport(clerk, house.deps, id, true);
  await runImport(house.deps, id);
  await house.projector.runToHead();
  return id;
}
const record = async (id: string) => {
  const found = await findImport(house.app, id);
  if (!found) throw new Error('the import is there');
  return found;
};
/** Rows without the length of their streams, which tells of the recording. */
async function rows(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of ['citizens', 'households', 'dwellings', 'places', 'merged_citizens']) {
    const { rows: all } = await house.projectorPool.query<{ row: string }>(
      `select (to_jsonb(t) - 'version')::text as row from view.${table} t order by 1`,
    );
    found[table] = all.map(({ row }) => row);
  }
  return found;
}
async function record1(stream: string, event: DomainEvent): Promise<void> {
  await house.log.append({
    commandId: uuidv7(),
    fingerprint: '0'.repeat(64),
    result: null,
    context: { actor: 'somebody', correlation: 'test' },
    writes: [{ stream, expected: 'any', events: [event] }],
  });
}

test('withdrawn, the rows are as if it had never been; its identity numbers are free; killed half-way it goes on', async () => {
  const before = await rows();
  const id = await take(csvOf([...second, joining]));
  expect((await rows())['citizens']).toHaveLength(561);
  const counts = await withdrawalCounts(house.deps, await record(id));
  expect(counts).toMatchObject({ citizens: 501, kept: 0 });

  await withdrawImport(clerk, house.deps, id, 'wrong_file');
  expect(house.queued.at(-1)).toBe(id);
  await expect(withdrawImport(clerk, house.deps, id, 'wrong_file')).rejects.toThrow(RejectionError);
  await expect(cancelImport(clerk, house.deps, id)).rejects.toThrow(RejectionError);
  const { pause } = house.deps;
  let parts = 0;
  house.deps.pause = (...args) => (++parts === 3 ? Promise.reject(new Error('killed')) : pause(...args));
  await expect(runImport(house.deps, id)).rejects.toThrow('killed');
  house.deps.pause = pause;
  expect(await record(id)).toMatchObject({ state: 'failed', failed_in: 'withdrawing', withdrawal: { done: 2 } });
  await expect(cancelImport(clerk, house.deps, id)).rejects.toThrow(RejectionError);
  await runImport(house.deps, id);
  await house.projector.runToHead();

  const { households, dwellings } = counts;
  expect(await record(id)).toMatchObject({
    state: 'withdrawn',
    withdrawal: { citizens: 501, households, dwellings, kept: 0, seen: 501 + dwellings },
  });
  expect((await house.log.readStream(`import-${id}`)).at(-1)).toMatchObject({
    type: 'ImportWithdrawn',
    data: { citizens: 501, households, dwellings, kept: 0, reason: 'wrong_file' },
    context: { actor: clerk.accountId },
  });
  expect(await rows()).toEqual(before);
  const claim = nationalIdClaim(house.deps.claimHash, second[0]?.[5] ?? '');
  expect(holderOf(await house.log.readStream(claim))).toBeNull();
  // The same file goes in again as if for the first time.
  expect((await record(await take(csvOf(second)))).summary).toMatchObject({ create: 500, unchanged: 0, errors: 0 });
});

test('what others have recorded on since stays, with its household and roof, and is listed', async () => {
  const id = await take(
    csvOf(sampleRegister(40, 9).map((cells) => cells.with(1, `C${cells[1]}`).with(5, '').with(8, 'Võ Văn Tần'))),
  );
  const { rows: made } = await house.app.query<{ citizen_id: string; household_id: string }>(
    `select citizen_id, household_id from app.import_rows join app.import_households using (import_id, household) where import_id = $1 order by line`,
    [id],
  );
  const [touched] = made;
  const changes = { phone: '0903000111' };
  await record1(`citizen-${touched?.citizen_id}`, {
    type: 'CitizenDetailsChanged',
    data: { citizenId: touched?.citizen_id, nature: 'change', changes, reason: null, occurredOn: '2026-11-22' },
  });
  await house.projector.runToHead();
  const counts = await withdrawalCounts(house.deps, await record(id));
  expect(counts).toMatchObject({ citizens: 39, kept: 3 });
  await withdrawImport(clerk, house.deps, id, 'other');
  await runImport(house.deps, id);
  const { citizens, households, dwellings, kept } = counts;
  expect(await record(id)).toMatchObject({ withdrawal: { citizens, households, dwellings, kept } });
  const { rows: stays } = await house.app.query(
    'select kind, why, id from app.import_kept where import_id = $1 order by kind',
    [id],
  );
  expect(stays).toEqual([
    { kind: 'citizen', why: 'changed', id: touched?.citizen_id },
    { kind: 'dwelling', why: 'inhabited', id: expect.any(String) },
    { kind: 'household', why: 'members', id: touched?.household_id },
  ]);
});
