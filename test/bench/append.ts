import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { withClient } from '@nocgia/infra/roles.ts';
import { seal } from '@nocgia/services/event-store/keys/wrap.ts';
import { openPostgresStore } from '@nocgia/services/event-store/postgres/postgres.ts';
import type { AppendCommand, EventContext } from '@nocgia/services/event-store/port.ts';
import pg from 'pg';
import { diskCommitTime, openBenchDatabase, type BenchDatabase } from './database.ts';
import type { BenchCase, Contender, OpenCase, Slice } from './harness.ts';

const streams = 1_000_000;

/** The log with a million streams, events and commands in place, and beside it a plain table with the same million rows. */
const prefill = `
alter table log.commands set (autovacuum_enabled = off);
insert into log.streams select 'citizen-' || lpad(n::text, 36, '0'), 1 from generate_series(1, ${streams}) n;
insert into log.commands select gen_random_uuid(), sha256(n::text::bytea), '{"ids":[]}', n, n, '00000000-0000-0000-0000-000000000000'
from generate_series(1, ${streams}) n;
insert into log.events
select n, 'citizen-' || lpad(n::text, 36, '0'), 1, gen_random_uuid(), 'CitizenDetailsChanged', 1,
  '{"citizenId":"00000000-0000-0000-0000-000000000000","nature":"change","occurredOn":"2026-01-01"}',
  decode(repeat('5a', 180), 'hex'), '{"actor":"a","unit":"27415","correlation":"c"}', gen_random_uuid(), now()
from generate_series(1, ${streams}) n;
select log.after_restore();
create schema bench;
create table bench.plain (like log.events including all);
create sequence bench.position owned by bench.plain.position start ${streams + 1};
alter table bench.plain alter position set default nextval('bench.position');
insert into bench.plain select * from log.events;
grant usage on schema bench to nocgia_app;
grant insert on bench.plain to nocgia_app;
grant usage on sequence bench.position to nocgia_app;
`;

const warmUp = [
  'set enable_seqscan = off; set enable_bitmapscan = off',
  "select max(version) from log.streams where stream > ''",
  "select max(version) from log.events where stream > ''",
  "select max(version) from bench.plain where stream > ''",
  "select count(*) from log.commands where command_id > '00000000-0000-0000-0000-000000000000'",
];

let shared: Promise<BenchDatabase> | null = null;

async function acquire(): Promise<BenchDatabase> {
  shared ??= (async () => {
    const database = await openBenchDatabase();
    await withClient(database.ownerUrl, async (client) => {
      await client.query(prefill);
      await client.query('vacuum (analyze, freeze) log.events, log.streams, log.commands, bench.plain');
      // Whatever the filling left to write is written, and every index is in memory, before anybody's time is taken.
      await withClient(database.adminUrl, (admin) => admin.query('checkpoint'));
      for (const read of warmUp) await client.query(read);
    });
    return database;
  })();
  return shared;
}

/** The server stays for the next case and goes when the last one is done. */
export async function closeAppendBench(): Promise<void> {
  const database = await shared;
  shared = null;
  await database?.close();
}

const key = randomBytes(32);
const payload = JSON.stringify({
  changes: { fullName: 'Nguyễn Thị Hoàng Oanh', phone: '0901234567', homeTown: 'xã Nhơn Đức, huyện Nhà Bè' },
  reason: 'công dân đến trình giấy tờ',
});

/** A UUID of version 7, as all ids of ours are. */
function timeOrderedId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

function freshRow() {
  const id = randomUUID();
  const context: EventContext = {
    actor: 'a3c1f0de-0000-4000-8000-000000000001',
    unit: '27415',
    correlation: randomUUID(),
  };
  const data = { citizenId: '00000000-0000-0000-0000-000000000000', nature: 'change', occurredOn: '2026-11-22' };
  return { id, context, data, bytes: seal(key, payload, id), commandId: timeOrderedId() };
}

function streamName(n: number): string {
  return `citizen-${String(n).padStart(36, '0')}`;
}

/** `writers` loops, each of which does one operation after the other until the time is up. */
async function inParallel(
  writers: number,
  milliseconds: number,
  operation: (writer: number) => Promise<void>,
): Promise<Slice> {
  const start = performance.now();
  const latencies: number[] = [];
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let now = performance.now(); now - start < milliseconds;) {
        await operation(writer);
        const done = performance.now();
        latencies.push(done - now);
        now = done;
      }
    }),
  );
  return { operations: latencies.length, seconds: (performance.now() - start) / 1000, latencies };
}

/** Streams that a case has written to, by number; the others stand at version 1. */
const versions = new Map<number, number>();

interface Load {
  writers: number;
  /** Share of the commands that come with a version which is no longer right. */
  conflicting: number;
}

function throughThePort(database: BenchDatabase, load: Load, tally: { appended: number; conflicts: number }) {
  const store = openPostgresStore({ connectionString: database.appUrl });
  let given = 0;
  async function operation(): Promise<void> {
    const n = 1 + Math.floor(Math.random() * streams);
    const version = versions.get(n) ?? 1;
    given += 1;
    const stale = given % 100 < load.conflicting * 100;
    const { id, context, data, bytes, commandId } = freshRow();
    const command: AppendCommand = {
      commandId,
      fingerprint: createHash('sha256').update(id).digest('hex'),
      result: { ids: [id] },
      context,
      writes: [
        {
          stream: streamName(n),
          expected: stale ? version + 1 : version,
          events: [
            {
              id,
              type: 'CitizenDetailsChanged',
              schemaVersion: 1,
              data,
              sealed: [{ subject: `citizen:${data.citizenId}`, bytes }],
            },
          ],
        },
      ],
    };
    const result = await store.append(command);
    if (result.outcome === 'appended') {
      versions.set(n, version + 1);
      tally.appended += 1;
    } else if (result.outcome === 'conflict') tally.conflicts += 1;
    else throw new Error(result.outcome);
  }
  const contender: Contender = {
    name: 'port',
    run: (milliseconds) => inParallel(load.writers, milliseconds, operation),
  };
  return { contender, close: () => store.close() };
}

const insertSql = `insert into bench.plain
(stream, version, id, type, schema_version, data, sealed, context, command_id, recorded_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now())`;

async function plainInsert(database: BenchDatabase, load: Load) {
  const clients = await Promise.all(
    Array.from({ length: load.writers }, async () => {
      const client = new pg.Client({ connectionString: database.appUrl });
      await client.connect();
      return client;
    }),
  );
  async function operation(writer: number): Promise<void> {
    const n = 1 + Math.floor(Math.random() * streams);
    const { id, context, data, bytes, commandId } = freshRow();
    const values = [
      streamName(n),
      2,
      id,
      'CitizenDetailsChanged',
      1,
      JSON.stringify(data),
      bytes,
      JSON.stringify(context),
      commandId,
    ];
    await clients[writer]?.query({ name: 'insert', text: insertSql, values });
  }
  const contender: Contender = {
    name: 'plain insert',
    run: (milliseconds) => inParallel(load.writers, milliseconds, operation),
  };
  return { contender, close: async () => void (await Promise.all(clients.map((client) => client.end()))) };
}

async function openAppendCase(load: Load): Promise<OpenCase> {
  const database = await acquire();
  const tally = { appended: 0, conflicts: 0 };
  const port = throughThePort(database, load, tally);
  const plain = await plainInsert(database, load);
  const commit = diskCommitTime(database.folder);
  return {
    contenders: [port.contender, plain.contender],
    notes: () => ({
      'disk commit ms': Number(commit.toFixed(2)),
      conflicting: `${((100 * tally.conflicts) / (tally.appended + tally.conflicts)).toFixed(0)} %`,
      fsync: 'on',
      streams: '1 M',
    }),
    async close() {
      await port.close();
      await plain.close();
    },
  };
}

function appendCase(name: string, what: string, load: Load, atLeast: number, aim: number): BenchCase {
  return { name, what, measure: 'ratio', atLeast, aim, open: () => openAppendCase(load) };
}

/** Appends of one event through the port against plain INSERT with one connection per writer. */
export const appendBenches: BenchCase[] = [
  appendCase(
    'append-32',
    'single-event appends, 32 writers, against plain INSERT',
    { writers: 32, conflicting: 0 },
    1.3,
    2,
  ),
  appendCase('append-32-conflicts', 'the same, a third conflicting', { writers: 32, conflicting: 1 / 3 }, 1.1, 2),
  appendCase('append-8', 'the same, 8 writers', { writers: 8, conflicting: 0 }, 0.7, 1),
  appendCase('append-1', 'the same, 1 writer', { writers: 1, conflicting: 0 }, 0.5, 0.9),
];
