import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Pool } from 'pg';
import { createTestDatabase } from '../../../../test/support/database.ts';
import { eventually } from '../../contract.ts';
import type { AppendCommand } from '../../port.ts';
import { openKurrentStore, type KurrentStore, type KurrentStoreOptions } from '../kurrent-store.ts';
import { commandStream } from '../wire.ts';
import { startKurrentTestServer, type KurrentTestServer } from './server.ts';

/** A server, a database, and as many stores on them as asked for; all gone with `close`. */
export interface Harness {
  server: KurrentTestServer;
  database: Pool;
  open: (options?: Partial<KurrentStoreOptions>) => KurrentStore;
  /**
   * Lets another process append `command` and kills it (SIGKILL): with `kill` 0 before its first write, else behind the
   * nth write and before its answer. Resolves with the number of writes the log took.
   */
  appendAndKill: (command: AppendCommand, kill: number) => Promise<number>;
  /** Starts a store that recovers, and waits until it has: a killed process is known dead when its session has ended. */
  recover: () => Promise<KurrentStore>;
  /** Writes into a stream past the adapter, as a program that does not know of it. */
  foreignWrite: (stream: string) => void;
  /** Streams and ids in `$all`, the server's own events left out. */
  written: () => { stream: string; type: string; id: string }[];
  /** Ends the sessions by which processes know each other alive: all that run now seem dead from here on. */
  cutSessions: () => Promise<void>;
  /** Closes the stores opened so far, and lets the server do its work undisturbed again. */
  calm: () => Promise<void>;
  close: () => Promise<void>;
}

/** Starts a harness with an empty log and database. */
export async function startHarness(): Promise<Harness> {
  const server = await startKurrentTestServer();
  const testDatabase = await createTestDatabase();
  const database = new Pool({ connectionString: testDatabase.adminUrl });
  let opened: { store: KurrentStore; pool: Pool }[] = [];
  const closeStores = async (): Promise<void> => {
    for (const { store, pool } of opened) {
      await store.close();
      await pool.end();
    }
    opened = [];
  };

  const open = (options: Partial<KurrentStoreOptions> = {}): KurrentStore => {
    const pool = new Pool({ connectionString: testDatabase.appUrl, max: 8 });
    pool.on('error', () => undefined);
    const store = openKurrentStore({ connectionString: server.connectionString, pool, recoverMs: false, ...options });
    opened.push({ store, pool });
    return store;
  };

  return {
    server,
    database,
    open,
    async recover() {
      const store = open({ recoverMs: 50 });
      await store.recovered;
      await eventually(async () => {
        const { rows } = await database.query(`select from log.kurrent_commands where state = 'pending'`);
        return rows.length === 0;
      });
      return store;
    },
    async appendAndKill(command, kill) {
      const child = fork(join(import.meta.dirname, 'append-process.ts'), { execArgv: ['--no-warnings'] });
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      const strike = async (): Promise<void> => {
        child.kill('SIGKILL');
        await ended;
      };
      let writes = 0;
      server.beforeWrite = async () => {
        // Never answered and never looked at: the connection is gone with the process.
        if (kill === 0) await strike().then(() => new Promise(() => undefined));
      };
      server.onWrite = async () => {
        writes += 1;
        if (writes < kill) return 'answer';
        await strike();
        return 'drop';
      };
      const failed = new Promise<never>((_, reject) => {
        child.once('message', (message) => reject(new Error(`It was not killed: ${JSON.stringify(message)}`)));
      });
      child.send({ connectionString: server.connectionString, databaseUrl: testDatabase.appUrl, command });
      await Promise.race([ended, failed]).finally(() => child.kill('SIGKILL'));
      server.beforeWrite = () => undefined;
      server.onWrite = () => 'answer';
      return writes;
    },
    foreignWrite(stream) {
      const bytes = (value: unknown) => Buffer.from(JSON.stringify(value));
      const data = bytes({ schemaVersion: 1, data: { foreign: true }, sealed: [] });
      const metadata = bytes({ commandId: randomUUID(), context: { actor: 'system', correlation: randomUUID() } });
      const event = { id: randomUUID(), type: 'ForeignThing', contentType: 'application/json', data, metadata };
      server.log.append(stream, 'any', [event]);
    },
    written: () =>
      server.log.all
        .filter((event) => !event.stream.startsWith('$'))
        .map(({ stream, type, id }) => ({ stream, type, id })),
    async calm() {
      server.beforeWrite = () => undefined;
      server.onWrite = () => 'answer';
      server.restart();
      await closeStores();
    },
    async cutSessions() {
      await database.query(
        `select pg_terminate_backend(pid) from pg_locks
         where locktype = 'advisory' and classid = 7312 and database = (select oid from pg_database where datname = current_database())`,
      );
    },
    async close() {
      server.restart();
      await closeStores();
      await database.end();
      await testDatabase.drop();
      await server.close();
    },
  };
}

/** Ids of a command's facts in the order of the log, and whether its plan stands there. */
export function factsOf(harness: Harness, command: AppendCommand): { facts: string[]; planned: boolean } {
  const planned = harness
    .written()
    .some((event) => event.stream === commandStream(command.commandId) && event.type === '#CommandPlanned');
  const ids = new Set(command.writes.flatMap((write) => write.events.map((event) => event.id)));
  return { planned, facts: harness.written().flatMap((event) => (ids.has(event.id) ? [event.id] : [])) };
}

/** The ids of all events of a command, in its order. */
export function idsOf(command: AppendCommand): string[] {
  return command.writes.flatMap((write) => write.events.map((event) => event.id));
}
