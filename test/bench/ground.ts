import { randomBytes } from 'node:crypto';
import { eventRegistry } from '@nocgia/schemas/events/registry.ts';
import { openKeyring } from '@nocgia/services/event-store/keys/keyring.ts';
import type { Log } from '@nocgia/services/event-store/log.ts';
import { openLog } from '@nocgia/services/event-store/open-log.ts';
import { openPostgresStore } from '@nocgia/services/event-store/postgres/postgres.ts';
import { openBenchDatabase, type BenchDatabase } from './database.ts';

/** A bench database with its log, and how to open the same log as the projector does. */
export interface BenchGround {
  database: BenchDatabase;
  log: Log;
  masterKey: Buffer;
  close(): Promise<void>;
}

/** Starts a server of its own with an empty log. */
export async function openBenchGround(): Promise<BenchGround> {
  const database = await openBenchDatabase();
  const masterKey = randomBytes(32);
  const log = await openBenchLog(database.appUrl, masterKey);
  return {
    database,
    log,
    masterKey,
    async close() {
      await log.close();
      await database.close();
    },
  };
}

/** The log over one connection string, with a keyring of its own: nothing is cached from whoever wrote it. */
export async function openBenchLog(connectionString: string, masterKey: Buffer): Promise<Log> {
  const keyring = await openKeyring({ connectionString, masterKey });
  return openLog({ store: openPostgresStore({ connectionString }), keyring, registry: eventRegistry });
}
