import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { scopeAt } from '../../access/testing/house.ts';
import { beginImport } from './begin.ts';
import { commitImport } from './commands.ts';
import { runImport } from './run.ts';
import { findImport } from './store.ts';
import { establishWard, openHouse, scratchFolder, ward, type House } from './testing/house.ts';
import { csvOf, sampleRegister } from './testing/sample-register.ts';

const elsewhere = '27232';
let database: TestDatabase;
let house: House;
const scratch = scratchFolder();
const clerk = scopeAt('civil_status', ward);

beforeAll(async () => {
  database = await createTestDatabase();
  house = await openHouse({
    ...database,
    masterKey: randomBytes(32).toString('base64'),
    folder: scratch.folder,
    now: '2026-11-22T03:00:00Z',
  });
  await establishWard(house.log);
});
afterAll(async () => {
  await house.close();
  await database.drop();
  scratch.remove();
});

async function check(text: string, unit: string, accountId: string | null): Promise<string> {
  const file = Readable.from([Buffer.from(text)]);
  const id = await beginImport(house.deps, {
    file,
    fileName: 'sổ.csv',
    ward: Number(unit),
    accountId,
    positionId: null,
  });
  await runImport(house.deps, id);
  return id;
}

test('a file that meets numbers of people elsewhere leaves one entry in the access log for all of them', async () => {
  const there = scopeAt('civil_status', elsewhere);
  const book = csvOf(sampleRegister(40, 5));
  const first = await check(book, elsewhere, there.accountId);
  await commitImport(there, house.deps, first, true);
  await runImport(house.deps, first);
  await house.projector.runToHead();
  const entries = async () =>
    (
      await house.app.query<{ account_id: string; citizen_ids: string[] }>(
        `select account_id, citizen_ids from app.access_log where action = 'number_in_use'`,
      )
    ).rows;
  expect(await entries()).toEqual([]);

  const second = await check(book, ward, clerk.accountId);
  const taken = (await findImport(house.app, second))?.summary?.issues.find(({ code }) => code === 'id_taken');
  expect(taken?.count).toBeGreaterThan(10);
  const logged = await entries();
  expect(logged).toMatchObject([{ account_id: clerk.accountId }]);
  expect(new Set(logged[0]?.citizen_ids).size).toBe(taken?.count);
});
