import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { withClient } from '@nocgia/infra/roles.ts';
import { openPostgresStore } from '@nocgia/services/event-store/postgres/postgres.ts';
import { START, type ReadEvent } from '@nocgia/services/event-store/port.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { runWriters, type Load, type Report } from './log-load.ts';

const milliseconds = 5_000;
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  // Every third commit or so is slow, with all locks held and everything already written.
  await withClient(database.ownerUrl, (client) =>
    client.query(`
      create function log.dawdle() returns trigger language plpgsql as $$
      begin
        if random() < 0.1 then perform pg_sleep(random() * 0.03); end if;
        return null;
      end $$;
      create constraint trigger dawdle after insert on log.commands
        deferrable initially deferred for each row execute function log.dawdle()`),
  );
});
afterAll(() => database.drop());

/** Ends a random connection of the stores every so often, until stopped. Answers how many. */
function killConnections(): () => Promise<number> {
  let killing = true;
  let killed = 0;
  const done = withClient(database.adminUrl, async (admin) => {
    while (killing) {
      const { rowCount } = await admin.query(
        `select pg_terminate_backend(pid) from (
           select pid from pg_stat_activity where datname = $1 and application_name in ('nocgia append', 'nocgia log')
           order by random() limit 1) x`,
        [database.name],
      );
      killed += rowCount ?? 0;
      await new Promise((resolve) => {
        setTimeout(resolve, 20 + Math.random() * 120);
      });
    }
  });
  return async () => {
    killing = false;
    await done;
    return killed;
  };
}

/** Follows the whole log from its start in pages of random size, and looks at every head whether a command is half there. */
function tail(): { stop: () => Promise<{ events: ReadEvent[]; halves: string[] }> } {
  const store = openPostgresStore({ connectionString: database.appUrl, readers: 1 });
  let writing = true;
  const events: ReadEvent[] = [];
  const halves: string[] = [];
  const open = new Map<string, number>();
  const done = (async () => {
    for (let position = START; ;) {
      const last = !writing;
      const page = await store.readAll(position, 1 + Math.floor(Math.random() * 400));
      ({ position } = page);
      events.push(...page.events);
      for (const { commandId, data } of page.events) {
        const of = data !== null && typeof data === 'object' && 'of' in data ? Number(data.of) : Number.NaN;
        const left = (open.get(commandId) ?? of) - 1;
        if (left === 0) open.delete(commandId);
        else open.set(commandId, left);
      }
      if (page.atHead) halves.push(...open.keys());
      if (last && page.atHead) return;
    }
  })();
  return {
    stop: async () => {
      writing = false;
      await done;
      await store.close();
      return { events, halves };
    },
  };
}

async function inProcess(load: Load): Promise<Report> {
  const child = fork(new URL('./log-process.ts', import.meta.url).pathname);
  return new Promise((resolve, reject) => {
    child.once('message', (report: Report) => resolve(report));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code !== 0) reject(new Error(`a writing process ended with ${code}`));
    });
    child.send(load);
  });
}

async function underFire(work: (load: Omit<Load, 'writers'>) => Promise<Report[]>): Promise<void> {
  const streams = Array.from({ length: 6 }, () => `hostile-${randomUUID()}`);
  const readers = [tail(), tail(), tail()];
  const stopKilling = killConnections();
  const reports = await work({ url: database.appUrl, milliseconds, streams });
  const killed = await stopKilling();
  const seen = await Promise.all(readers.map((reader) => reader.stop()));

  const acknowledged = reports.flatMap((report) => report.acknowledged);
  const refused = new Set(reports.flatMap((report) => report.refused));
  const unknown = new Set(reports.flatMap((report) => report.unknown));
  expect(acknowledged.length).toBeGreaterThan(100);
  expect(refused.size).toBeGreaterThan(100);
  expect(killed).toBeGreaterThan(10);
  expect(reports.flatMap((report) => report.wrongRepeats)).toEqual([]);

  for (const { events: all, halves } of seen) {
    expect(halves).toEqual([]);
    const positions = all.map((event) => event.position);
    expect(positions.every((position, n) => n === 0 || position > (positions[n - 1] ?? ''))).toBe(true);

    const events = all.filter((event) => streams.includes(event.stream));
    const byCommand = Map.groupBy(events, (event) => event.commandId);
    for (const command of acknowledged) {
      const own = byCommand.get(command.commandId) ?? [];
      expect(own.map((event) => event.id)).toEqual(command.events);
      expect(own.at(-1)?.position).toBe(command.position);
      byCommand.delete(command.commandId);
    }
    // What is left was never acknowledged: nothing refused is there, and what nobody knows the fate of is there whole.
    for (const [commandId, own] of byCommand) {
      expect(refused.has(commandId)).toBe(false);
      expect(unknown.has(commandId)).toBe(true);
      expect(own.map((event) => event.data)).toEqual(own.map(() => ({ of: own.length })));
    }
    for (const stream of streams) {
      const versions = events.filter((event) => event.stream === stream).map((event) => event.version);
      expect(versions).toEqual(versions.map((_, n) => n + 1));
    }
    const times = all.map((event) => event.recordedAt);
    expect(times.every((time, n) => n === 0 || time >= (times[n - 1] ?? ''))).toBe(true);
  }
  expect(seen[1]?.events).toEqual(seen[0]?.events);
  expect(seen[2]?.events).toEqual(seen[0]?.events);
}

describe('the log under fire: few streams, conflicts, several streams at once, slow commits, killed connections, tailing readers', () => {
  test('24 writers in one process', () => underFire(async (load) => [await runWriters({ ...load, writers: 24 })]));

  test('24 writers in two server processes on one database', () =>
    underFire((load) => Promise.all([inProcess({ ...load, writers: 12 }), inProcess({ ...load, writers: 12 })])));
});
