import pg from 'pg';
import { randomBytes, randomUUID } from 'node:crypto';
import { eventRegistry } from '@nocgia/schemas/events/registry.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { openKeyring } from '../../event-store/keys/keyring.ts';
import type { DomainEvent, Log } from '../../event-store/log.ts';
import { openLog } from '../../event-store/open-log.ts';
import { openPostgresStore } from '../../event-store/postgres/postgres.ts';
import { START, type Position } from '../../event-store/port.ts';

/** A database of its own with a log that can be written, and pools for projector and readers. */
export interface Scene {
  database: TestDatabase;
  log: Log;
  projector: pg.Pool;
  app: pg.Pool;
  /** Records events in this order, each as a command of its own; answers the position of the last. */
  record(...events: { stream: string; event: DomainEvent }[]): Promise<Position>;
  close(): Promise<void>;
}

/** Makes a scene; the caller closes it. */
export async function openScene(options: { masterKey?: Buffer } = {}): Promise<Scene> {
  const database = await createTestDatabase();
  const keyring = await openKeyring({
    connectionString: database.appUrl,
    masterKey: options.masterKey ?? randomBytes(32),
  });
  const log = openLog({
    store: openPostgresStore({ connectionString: database.appUrl }),
    keyring,
    registry: eventRegistry,
  });
  const projector = new pg.Pool({ connectionString: database.projectorUrl, max: 6 });
  const app = new pg.Pool({ connectionString: database.appUrl, max: 4 });
  // The database is dropped under connections that have not yet said goodbye.
  for (const pool of [projector, app]) pool.on('error', () => undefined);
  return {
    database,
    log,
    projector,
    app,
    async record(...events) {
      let position = START;
      for (const event of events) position = await recordEvents(log, [event]);
      return position;
    },
    async close() {
      await log.close();
      await projector.end();
      await app.end();
      await database.drop();
    },
  };
}

/** Records events as one command of the system's, stream by stream. */
export async function recordEvents(
  log: Log,
  events: readonly { stream: string; event: DomainEvent }[],
): Promise<Position> {
  const writes = [...Map.groupBy(events, (entry) => entry.stream)].map(([stream, entries]) => ({
    stream,
    expected: 'any' as const,
    events: entries.map((entry) => entry.event),
  }));
  const commandId = randomUUID();
  const result = await log.append({
    commandId,
    fingerprint: '0'.repeat(64),
    result: null,
    context: { actor: 'system', correlation: commandId },
    writes,
  });
  if (result.outcome !== 'appended') throw new Error(`not recorded: ${result.outcome}`);
  return result.position;
}
