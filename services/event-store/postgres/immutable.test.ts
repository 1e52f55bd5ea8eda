import { withClient } from '@nocgia/infra/roles.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { aCommand, aStream, aWrite, eventually, readToHead } from '../contract.ts';
import type { EventStore } from '../port.ts';
import { openPostgresStore } from './postgres.ts';

let database: TestDatabase;
let store: EventStore;

beforeAll(async () => {
  database = await createTestDatabase();
  store = openPostgresStore({ connectionString: database.appUrl });
  await store.append(aCommand(aWrite(aStream(), 'none', 3)));
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

async function partitions(): Promise<string[]> {
  return withClient(database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
       where i.inhparent = 'log.events'::regclass order by c.oid`,
    );
    return rows.map((row) => row.name);
  });
}

describe('recorded events', () => {
  test('are kept from their owner by triggers, in the table and in each partition', async () => {
    await withClient(database.ownerUrl, async (client) => {
      for (const table of ['log.events', ...(await partitions()).map((name) => `log.${name}`)]) {
        for (const change of [`update ${table} set type = 'Other'`, `delete from ${table}`, `truncate ${table}`]) {
          await expect(client.query(change)).rejects.toThrow('the log is never changed');
        }
      }
    });
    expect(await readToHead(store)).toHaveLength(3);
  });

  test('are kept from app and projector by grants: they read, and the app appends through the function alone', async () => {
    for (const url of [database.appUrl, database.projectorUrl]) {
      await withClient(url, async (client) => {
        expect((await client.query('select from log.events')).rowCount).toBe(3);
        const [partition = ''] = await partitions();
        for (const change of [
          "update log.events set type = 'Other'",
          'delete from log.events',
          'truncate log.events',
          'insert into log.events default values',
          `delete from log.${partition}`,
          'delete from log.commands',
          'update log.streams set version = 0',
          "select setval('log.positions', 1)",
          "select nextval('log.positions')",
          'select log.make_partitions(1000000000)',
          'select log.after_restore()',
          'alter table log.events disable trigger all',
        ]) {
          await expect(client.query(change), change).rejects.toThrow(/permission denied|must be owner/);
        }
      });
    }
    await withClient(database.projectorUrl, async (client) => {
      const { rows } = await client.query(
        `select bool_or(has_function_privilege(p.oid, 'execute')) as may from pg_proc p
         where p.proname = 'append' and p.pronamespace = 'log'::regnamespace`,
      );
      expect(rows).toEqual([{ may: false }]);
    });
  });
});

describe('partitions', () => {
  beforeAll(() =>
    withClient(database.ownerUrl, async (client) => {
      await client.query('update log.settings set partition_size = 10');
    }),
  );

  test('are made inside the append when none is there, even several at once', async () => {
    const stream = aStream();
    // Beyond the first partition, as if ten million events lay before it.
    await withClient(database.ownerUrl, (client) => client.query("select setval('log.positions', 9999995)"));
    const before = await partitions();
    await store.append(aCommand(aWrite(stream, 'none', 35)));
    expect((await partitions()).length).toBeGreaterThanOrEqual(before.length + 3);
    expect((await store.readStream(stream)).map((event) => event.version)).toEqual(
      Array.from({ length: 35 }, (_, n) => n + 1),
    );
    expect((await readToHead(store, undefined, 7)).slice(-35).map((event) => event.version)).toHaveLength(35);
  });

  test('are made ahead of need outside of any append, and keep the triggers', async () => {
    const fresh = openPostgresStore({ connectionString: database.appUrl });
    const before = await partitions();
    const position = Number(await store.head());
    await fresh.append(aCommand(aWrite(aStream(), 'none', 6)));
    await eventually(async () => (await partitions()).length > before.length);
    const [newest = ''] = (await partitions()).slice(-1);
    expect(Number(newest.replace('events_', ''))).toBeGreaterThan(position);
    await withClient(database.ownerUrl, async (client) => {
      await expect(client.query(`truncate log.${newest}`)).rejects.toThrow('never changed');
    });
    await fresh.close();
  });
});

test('the append reaches streams and commands by index, also when it was planned while they were empty', async () => {
  await withClient(database.ownerUrl, async (client) => {
    await client.query(
      "insert into log.streams select 'filler-' || n, 1 from generate_series(1, 50000) n; analyze log.streams; analyze log.commands",
    );
    const scans = async () => {
      await client.query('select pg_stat_clear_snapshot()');
      const { rows } = await client.query<{ scans: string }>(
        "select sum(seq_scan) as scans from pg_stat_user_tables where schemaname = 'log' and relname in ('streams', 'commands')",
      );
      return Number(rows[0]?.scans);
    };
    const before = await scans();
    const stream = aStream();
    await store.append(aCommand(aWrite(stream, 'none')));
    await store.append(aCommand(aWrite(stream, 'none'), aWrite(aStream(), 'none')));
    await store.append(aCommand(aWrite(stream, 1, 0), aWrite(aStream(), 'none')));
    const fresh = openPostgresStore({ connectionString: database.appUrl });
    await Promise.all([fresh.append(aCommand(aWrite(stream, 1))), fresh.append(aCommand(aWrite(aStream(), 'any')))]);
    // Closed backends have handed in their figures.
    await fresh.close();
    await store.close();
    await client.query('select pg_sleep(0.2)');
    expect(await scans()).toBe(before);
  });
});

test('after a restore the counters go on behind the copied events', async () => {
  await withClient(database.ownerUrl, async (client) => {
    await client.query("select setval('log.positions', 0, false), setval('log.clock', 0, false)");
    await client.query('delete from log.streams');
    await client.query('select log.after_restore()');
  });
  const restored = openPostgresStore({ connectionString: database.appUrl });
  const [event] = await readToHead(restored);
  const result = await restored.append(aCommand(aWrite(event?.stream ?? '', 3)));
  expect(result).toMatchObject({ outcome: 'appended' });
  expect(result.outcome === 'appended' && result.position).toBe(await restored.head());
  await restored.close();
});
