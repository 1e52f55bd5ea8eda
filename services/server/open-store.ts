import type { Settings } from '@nocgia/infra/settings.ts';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { EventStore } from '../event-store/port.ts';
import { openPostgresStore } from '../event-store/postgres/postgres.ts';

/** The log's store: KurrentDB where EVENT_STORE_URL names one, PostgreSQL otherwise. */
export async function openStore(options: {
  settings: Pick<Settings, 'eventStoreUrl'>;
  connectionString: string;
  /** Must outlive the store and have an error handler of its own. */
  pool: pg.Pool;
  /** False for a process that only reads: it finishes nobody's commands. */
  writes: boolean;
  logger?: Logger;
}): Promise<EventStore> {
  const { settings, connectionString, pool, writes, logger } = options;
  if (settings.eventStoreUrl === undefined) return openPostgresStore({ connectionString });
  // Its client is loaded by those who have one: it costs every process that starts 150 ms.
  const { openKurrentStore } = await import('../event-store/kurrent/kurrent-store.ts');
  return openKurrentStore({
    connectionString: settings.eventStoreUrl,
    pool,
    ...(writes ? {} : { recoverMs: false as const }),
    onError: (error) => logger?.warn({ kind: error instanceof Error ? error.name : 'unknown' }, 'event store'),
    onRebase: (rebase) => logger?.error({ rebase }, 'a writer outside of Nóc Gia moved a stream'),
  });
}
