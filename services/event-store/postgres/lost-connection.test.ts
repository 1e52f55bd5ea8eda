import { withClient } from '@nocgia/infra/roles.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { aCommand, aStream, aWrite, readToHead } from '../contract.ts';
import type { EventStore } from '../port.ts';
import { StoreUnavailable } from './connection.ts';
import { openPostgresStore } from './postgres.ts';
import { openProxy, type Proxy } from './testing/proxy.ts';

let database: TestDatabase;
let proxy: Proxy;
let store: EventStore;

beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await openProxy(database.appUrl);
  store = openPostgresStore({ connectionString: proxy.through(database.appUrl), retryFor: 2_000, notify: false });
});
afterAll(async () => {
  await store.close();
  await proxy.close();
  await database.drop();
});

test('an answer lost after the commit: every command of the batch gets its verdict, and nothing is written twice', async () => {
  const before = await store.head();
  const [a, b, c] = [aStream(), aStream(), aStream()];
  await store.append(aCommand(aWrite(c, 'none')));
  const earlier = aCommand(aWrite(aStream(), 'none'));
  await store.append(earlier);
  const commands = [
    aCommand(aWrite(a, 'none', 2)),
    aCommand(aWrite(c, 'none')),
    aCommand(aWrite(b, 'none'), aWrite(aStream(), 'any', 2)),
    earlier,
    { ...earlier, fingerprint: 'c3'.repeat(32) },
  ];
  const lostBefore = proxy.lost();
  // Twice, so that the repeat is repeated as well.
  proxy.loseAnswers(commands[0]?.writes[0]?.events[0]?.type ?? '', 2);
  const results = await Promise.all(commands.map((command) => store.append(command)));
  expect(proxy.lost() - lostBefore).toBe(2);
  expect(results.map((result) => result.outcome)).toEqual([
    'appended',
    'conflict',
    'appended',
    'duplicate',
    'mismatch',
  ]);

  const events = await readToHead(store, before);
  expect(events).toHaveLength(7);
  for (const [n, command] of commands.entries()) {
    const result = results[n];
    if (result?.outcome !== 'appended') continue;
    const own = events.filter((event) => event.commandId === command.commandId);
    expect(own.at(-1)?.position).toBe(result.position);
    expect(result.versions).toEqual(Object.fromEntries(own.map((event) => [event.stream, event.version])));
  }
});

test('a connection ended by the server while idle or at work is replaced without anybody noticing', async () => {
  const stream = aStream();
  for (let n = 0; n < 5; n += 1) {
    const [result] = await Promise.all([
      store.append(aCommand(aWrite(stream, n))),
      withClient(database.adminUrl, (admin) =>
        admin.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'nocgia append' and datname = $1",
          [database.name],
        ),
      ),
    ]);
    expect(result).toMatchObject({ outcome: 'appended', versions: { [stream]: n + 1 } });
  }
  expect(await store.readStream(stream)).toHaveLength(5);
});

test('a server that stays away rejects with a clear error, and the command may come again under its id', async () => {
  const stream = aStream();
  const command = aCommand(aWrite(stream, 'none'));
  proxy.down(true);
  await expect(store.append(command)).rejects.toThrow(StoreUnavailable);
  proxy.down(false);
  expect((await store.append(command)).outcome).toBe('appended');
  expect(await store.readStream(stream)).toHaveLength(1);
});

test('what the database cannot take is refused alone', async () => {
  const good = aCommand(aWrite(aStream(), 'none'));
  const bad = aCommand(aWrite(aStream(), 'none'));
  for (const event of bad.writes[0]?.events ?? []) event.schemaVersion = 100_000;
  const [first, second] = await Promise.allSettled([store.append(bad), store.append(good)]);
  expect(first).toMatchObject({
    status: 'rejected',
    reason: expect.objectContaining({ message: 'smallint out of range' }),
  });
  expect(second).toMatchObject({ status: 'fulfilled', value: { outcome: 'appended' } });
  await expect(store.append(aCommand(aWrite('', 'none')))).rejects.toThrow('stream name');
  await expect(store.append({ ...good, commandId: '7' })).rejects.toThrow('not a UUID');
  const stream = aStream();
  await expect(store.append(aCommand(aWrite(stream, 'any'), aWrite(stream, 'any')))).rejects.toThrow('twice');
});
