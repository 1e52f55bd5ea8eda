import {
  Logger as QueueLogger,
  run,
  runMigrations,
  type JobHelpers,
  type Runner,
  type TaskList,
} from 'graphile-worker';
import pg from 'pg';
import type { Logger } from 'pino';

/** A job's payload is ids only, as text: nothing personal lies in the queue. */
export type JobPayload = Record<string, string>;

export interface JobTasks {
  [name: string]: (payload: JobPayload, helpers: JobHelpers) => Promise<void>;
}

export interface Jobs {
  /** Queues a job; the same `key` again while it waits replaces it. Jobs of one `queue` run one after another. */
  add(task: string, payload: JobPayload, options?: { key?: string; queue?: string; runAt?: Date }): Promise<void>;
  waiting(): Promise<number>;
  stop(): Promise<void>;
}

/** Makes or brings up the queue's tables as the owner, and lets the app role work with them (they have row-level security of their own). */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl });
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`
      grant usage on schema graphile_worker to nocgia_app;
      grant all on all tables in schema graphile_worker to nocgia_app;
      grant all on all sequences in schema graphile_worker to nocgia_app;
      grant execute on all functions in schema graphile_worker to nocgia_app;
      do $$
      declare t regclass;
      begin
        for t in select c.oid from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
            and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'app') loop
          execute format('create policy app on %s to nocgia_app using (true) with check (true)', t);
        end loop;
      end $$`);
  } finally {
    await client.end();
  }
}

/**
 * Starts the queue: `tasks` by name, `crontab` in graphile-worker's format (UTC). A job that throws is tried again, later and later;
 * one that was running when the process died is taken up by the next start.
 */
export async function startJobs(options: {
  appUrl: string;
  tasks: JobTasks;
  crontab: string;
  logger: Logger;
  concurrency?: number;
}): Promise<Jobs> {
  const { logger } = options;
  const pool = new pg.Pool({ connectionString: options.appUrl, max: 5, application_name: 'nocgia jobs' });
  const lost = (error: Error) => logger.warn({ reason: reasonOf(error) }, 'job connection lost');
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  const presence = await freeOrphans(pool);
  const taskList: TaskList = Object.fromEntries(
    Object.entries(options.tasks).map(([name, task]) => [
      name,
      async (payload: unknown, helpers: JobHelpers) => {
        try {
          await task(isPayload(payload) ? payload : {}, helpers);
        } catch (error) {
          logger.error({ task: name, attempt: helpers.job.attempts, reason: reasonOf(error) }, 'job failed');
          // oxlint-disable-next-line preserve-caught-error -- the queue keeps what is thrown; it may quote a row, so only its kind goes on
          throw new Error(reasonOf(error));
        }
      },
    ]),
  );
  const runner: Runner = await run({
    pgPool: pool,
    concurrency: options.concurrency ?? 2,
    pollInterval: 2_000,
    noHandleSignals: true,
    taskList,
    crontab: options.crontab,
    logger: new QueueLogger(() => () => undefined),
  });
  return {
    async add(task, payload, { key, queue, runAt } = {}) {
      await runner.addJob(task, payload, {
        ...(key ? { jobKey: key } : {}),
        ...(queue ? { queueName: queue } : {}),
        ...(runAt ? { runAt } : {}),
      });
    },
    async waiting() {
      const { rows } = await pool.query<{ n: string }>('select count(*) as n from graphile_worker._private_jobs');
      return Number(rows[0]?.n ?? 0);
    },
    async stop() {
      await runner.stop();
      presence.release(true);
      await pool.end();
    },
  };
}

const PRESENCE = 7310;

/**
 * A process that was killed still holds its jobs for hours. Whoever runs jobs holds a shared lock; when nobody else does, all that is
 * still held belongs to the dead and is free again. Answers the connection that bears the lock.
 */
async function freeOrphans(pool: pg.Pool): Promise<pg.PoolClient> {
  const client = await pool.connect();
  const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [PRESENCE]);
  if (rows[0]?.alone) {
    await client.query(
      'update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_at is not null',
    );
    await client.query(
      'update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at is not null',
    );
  }
  await client.query('select pg_advisory_lock_shared($1)', [PRESENCE]);
  if (rows[0]?.alone) await client.query('select pg_advisory_unlock($1)', [PRESENCE]);
  return client;
}

function isPayload(payload: unknown): payload is JobPayload {
  return (
    typeof payload === 'object' &&
    payload !== null &&
    Object.values(payload).every((value) => typeof value === 'string')
  );
}

/** The class of an error, never its text, which may quote a row. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
}
