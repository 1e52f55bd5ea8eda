import pg from 'pg';
import type { EventStore } from '../port.ts';
import { createAppender, type BatchLimits } from './appender.ts';
import { connectionConfig, isTransient, pause } from './connection.ts';
import type { Queryable } from './commands.ts';
import { createFlusher } from './flusher.ts';
import { createReader } from './reader.ts';
import { createWaker } from './waker.ts';

/** Settings of the PostgreSQL adapter; all but the connection have good defaults. Times in milliseconds. */
export interface PostgresStoreOptions {
  /** URL of the app role (or of the projector role, which may only read). */
  connectionString: string;
  /** Connections for reading. */
  readers?: number;
  pollEvery?: number;
  notify?: boolean;
  retryFor?: number;
  answerWithin?: number;
  inFlight?: number;
  limits?: Partial<BatchLimits>;
}

const defaultLimits: BatchLimits = { commands: 512, events: 4_096, bytes: 8 << 20 };

/** Milliseconds before each further try of a read whose connection was lost. */
const patience = [20, 80, 300, 1_000];

/** A pool on which a read that loses its connection is run again on another. */
function patientPool(pool: pg.Pool): Queryable {
  return {
    async query(...parameters) {
      for (const wait of patience) {
        try {
          return await pool.query<(string | null)[]>(...parameters);
        } catch (error) {
          if (!isTransient(error)) throw error;
          await pause(wait);
        }
      }
      return pool.query<(string | null)[]>(...parameters);
    },
  };
}

/** Opens the log in a PostgreSQL database that has had migration 0010; connects when first used. */
export function openPostgresStore(options: PostgresStoreOptions): EventStore {
  // What this pool writes (notifications, empty partitions) need not wait for the disk.
  const config = connectionConfig(options.connectionString, 'nocgia log', '-c synchronous_commit=off');
  const pool = new pg.Pool({ ...config, max: options.readers ?? 4 });
  pool.on('error', () => undefined);
  const reader = createReader(patientPool(pool));
  const waker = createWaker({
    connectionString: options.connectionString,
    pollEvery: options.pollEvery ?? 200,
    notify: options.notify ?? true,
    headBeyond: reader.headBeyond,
    sendNotify: async (channel) => void (await pool.query(`notify ${channel}`)),
  });
  const { connectionString, answerWithin = 30_000 } = options;
  const flusher = createFlusher({ connectionString, answerWithin });
  const appender = createAppender({
    connectionString,
    flusher,
    limits: { ...defaultLimits, ...options.limits },
    inFlight: options.inFlight ?? 2,
    retryFor: options.retryFor ?? 5_000,
    answerWithin,
    wrote,
  });

  let sincePrepared = Infinity;
  function wrote(): void {
    waker.wrote();
    // Partitions ahead of need, outside the appends; the append itself makes one that is missing all the same.
    if ((sincePrepared += 1) < 1_000) return;
    sincePrepared = 0;
    pool.query('select log.prepare_partitions()').catch(() => undefined);
  }

  let closing: Promise<void> | null = null;
  async function close(): Promise<void> {
    await appender.close();
    await waker.close();
    await pool.end();
  }

  return {
    capabilities: { multiStream: 'atomic' },
    append: appender.append,
    async findCommand(commandId) {
      const record = await reader.findCommand(commandId);
      // Whoever is told "done already" may rely on it: see the appender.
      if (record) await flusher.flush();
      return record;
    },
    readStream: reader.readStream,
    readStreams: reader.readStreams,
    readAll: reader.readAll,
    head: reader.head,
    subscribe: waker.subscribe,
    metrics: () => appender.metrics,
    close: () => (closing ??= close()),
  };
}
