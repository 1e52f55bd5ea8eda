import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { scopeAt } from '../../access/testing/house.ts';
import { holderOf, nationalIdClaim } from '../citizen/claim.ts';
import { formerStints } from '../household/former.ts';
import { runImport } from './run.ts';
import { findImport } from './store.ts';
import { establishWard, openHouse, scratchFolder, ward, type House } from './testing/house.ts';
import { after, before, confirmAll, headings, takeBook } from './testing/later-register.ts';
import { withdrawImport } from './withdrawal.ts';
import { withdrawalCounts } from './withdrawal-queries.ts';

let database: TestDatabase;
let house: House;
let importId: string;
let stood: Record<string, string[]>;
const scratch = scratchFolder();
const clerk = scopeAt('civil_status', ward);
/** Whoever dies in the later file holds it; the death gives it free. */
const number = '079040000001';

beforeEach(async () => {
  database = await createTestDatabase();
  house = await openHouse({
    ...database,
    masterKey: randomBytes(32).toString('base64'),
    folder: scratch.folder,
    now: '2026-11-22T03:00:00Z',
  });
  await establishWard(house.log, { [`${ward}-001`]: 'Khu phố 1' });
  const rows = before.map((cells) => [...cells, cells[1] === 'Lê Văn Mất' ? number : '']);
  await takeBook(house, clerk, { rows, headings: [...headings, 'CCCD'], on: '2025-11-20' });
  stood = await standing();
  importId = await takeBook(house, clerk, { rows: after, headings, on: '2026-11-22' });
  await confirmAll(house, clerk, importId);
});
afterEach(async () => {
  await house.close();
  await database.drop();
  scratch.remove();
});

/** Rows without the length of their streams, which tells of the recording. */
async function standing(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of ['citizens', 'households', 'dwellings', 'places', 'former_residents', 'unlinked_arrivals']) {
    const { rows } = await house.projectorPool.query<{ row: string }>(
      `select (to_jsonb(t) - 'version')::text as row from view.${table} t order by 1`,
    );
    found[table] = rows.map(({ row }) => row);
  }
  return found;
}
const holder = async () => holderOf(await house.log.readStream(nationalIdClaim(house.deps.claimHash, number)));
const record = async () => {
  const found = await findImport(house.app, importId);
  if (!found) throw new Error('the import is there');
  return found;
};
const idOf = async (name: string): Promise<string> => {
  const { rows } = await house.projectorPool.query<{ citizen_id: string }>(
    `select citizen_id from view.citizens where details->>'fullName' = $1`,
    [name],
  );
  return rows[0]?.citizen_id ?? '';
};
async function withdraw(): Promise<void> {
  await withdrawImport(clerk, house.deps, importId, 'wrong_file');
  await runImport(house.deps, importId);
  await house.projector.runToHead();
}
const states = async () => {
  const { rows } = await house.app.query<{ state: string; n: number }>(
    'select state, count(*)::int as n from app.import_differences where import_id = $1 group by state order by state',
    [importId],
  );
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
};

test('a birth, an arrival, a death, a departure, moves and other details go with the file that said so', async () => {
  expect(await states()).toEqual({ applied: 7 });
  expect(await standing()).not.toEqual(stood);
  expect(await holder()).toBeNull();
  expect(await withdrawalCounts(house.deps, await record())).toEqual({
    ...{ citizens: 0, households: 0, dwellings: 0, differences: 7, kept: 0 },
  });

  await withdraw();
  expect(await record()).toMatchObject({
    state: 'withdrawn',
    withdrawal: { citizens: 0, households: 0, dwellings: 1, differences: 7, kept: 0, seen: 10, total: 10 },
  });
  expect((await house.log.readStream(`import-${importId}`)).at(-1)).toMatchObject({
    type: 'ImportWithdrawn',
    data: { citizens: 0, households: 0, dwellings: 1, differences: 7, kept: 0 },
  });
  expect(await standing()).toEqual(stood);
  expect(await states()).toEqual({ withdrawn: 7 });
  expect(await holder()).toBe(await idOf('Lê Văn Mất'));
  const { rows } = await house.projectorPool.query<{ household_id: string }>(
    'select household_id from view.households',
  );
  for (const { household_id } of rows)
    expect(formerStints(await house.log.readStream(`household-${household_id}`))).toEqual([]);
  await house.projector.rebuild('people');
  expect(await standing()).toEqual(stood);
  // The same file has the same to say as if for the first time.
  importId = await takeBook(house, clerk, { rows: after, headings, on: '2026-11-22' });
  expect(await states()).toEqual({ open: 7 });
});

test('whoever has been recorded on since stays as confirmed and is listed; the rest goes', async () => {
  const touched = { departed: await idOf('Nguyễn Văn Đi'), come: await idOf('Lê Văn Họ') };
  for (const citizenId of Object.values(touched)) {
    const data = { citizenId, nature: 'change', changes: { note: 'gọi lại' }, reason: null, occurredOn: '2026-11-22' };
    const write = {
      stream: `citizen-${citizenId}`,
      expected: 'any' as const,
      events: [{ type: 'CitizenDetailsChanged', data }],
    };
    await house.log.append({
      ...{ commandId: uuidv7(), fingerprint: '0'.repeat(64), result: null, writes: [write] },
      context: { actor: 'system', correlation: 'test' },
    });
  }
  await house.projector.runToHead();
  await withdraw();
  expect(await record()).toMatchObject({ withdrawal: { differences: 5, kept: 2 } });
  const kept = await house.app.query('select kind, why, id from app.import_kept where import_id = $1', [importId]);
  expect(kept.rows).toHaveLength(2);
  expect(kept.rows).toEqual(
    expect.arrayContaining(Object.values(touched).map((id) => ({ kind: 'citizen', why: 'changed', id }))),
  );
  expect(await states()).toEqual({ applied: 2, withdrawn: 5 });
  const { rows } = await house.projectorPool.query<{ name: string }>(
    `select details->>'fullName' as name from view.citizens where resident order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual([
    'Lê Thị Hai',
    'Lê Văn Họ',
    'Lê Văn Mất',
    'Nguyễn Văn Anh',
    'Nguyễn Văn Cha',
    'Phạm Văn Ba',
    'Trần Thị Mẹ',
  ]);
});
