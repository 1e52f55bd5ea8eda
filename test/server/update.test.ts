import { withClient } from '@nocgia/infra/roles.ts';
import { DataOfNewerProgram } from '@nocgia/services/server/projecting.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const start = (): Promise<TestServer> =>
  startTestServer({
    database: { ...database, drop: () => Promise.resolve() },
    environment: { NOCGIA_MASTER_KEY: Buffer.alloc(32, 7).toString('base64') },
  });
const people = 'query { citizens(unit: "27226", first: 1) { total } }';

test('after an update of the program nobody is let in before the new rows stand; an older program refuses to start', async () => {
  const first = await start();
  const before = await first.query(await first.signIn('hotich'), people);
  expect(before.errors).toBeUndefined();
  await first.stop();

  // As a release leaves it whose tables had other columns: the view that readers are sent to lacks what this code asks for.
  await withClient(database.projectorUrl, async (client) => {
    await client.query("update projection.checkpoints set shape = 'of an earlier release' where live");
    await client.query('drop view view.citizens');
    await client.query('create view view.citizens with (security_invoker = true) as select 1 as earlier');
  });
  const second = await start();
  expect(await second.query(await second.signIn('hotich'), people)).toEqual(before);
  expect(second.projecting.progress().every(({ serving }) => serving)).toBe(true);
  expect((await fetch(`${second.origin}/readyz`)).status).toBe(200);
  await second.stop();

  await withClient(database.projectorUrl, (client) =>
    client.query("update projection.checkpoints set version = 99 where live and name = 'people'"),
  );
  await expect(start()).rejects.toThrow(DataOfNewerProgram);
});
