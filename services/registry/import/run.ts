import { RejectionError } from '@nocgia/schemas/errors.ts';
import type pg from 'pg';
import { dryRun } from './check-staged.ts';
import { plan, writeSlices } from './commit.ts';
import { dropFile } from './course.ts';
import type { ImportDeps } from './deps.ts';
import { importSubject, sealerOf } from './sealer.ts';
import { findImport, updateImport, type ImportRecord, type ImportState } from './store.ts';
import { takeIn } from './take-in.ts';

/** States in which there is work that nobody has to be asked for. */
const working: readonly ImportState[] = ['reading', 'checking', 'committing'];

/** Two keys of an advisory lock: one number for all imports, one for each. */
const lockSql = 'select pg_advisory_lock(7305, hashtext($1))';
const unlockSql = 'select pg_advisory_unlock(7305, hashtext($1))';

/**
 * Goes on with an import as far as it goes by itself: reads, checks, and once somebody has said so, writes. Safe to call at any time and
 * twice at once; after a kill it goes on where the log says it was. A file that is no register ends as `refused`; a fault of the system
 * ends as `failed`, is thrown, and the next call goes on from there.
 */
export async function runImport(deps: ImportDeps, importId: string): Promise<void> {
  await alone(deps.pool, importId, async () => {
    for (;;) {
      const record = await findImport(deps.pool, importId);
      if (!record) return;
      if (record.state === 'failed' && record.failed_in !== null) {
        await updateImport(
          deps.pool,
          importId,
          { state: record.failed_in, failed_in: null, problem: null, problem_params: null },
          ['failed'],
        );
        continue;
      }
      if (!working.includes(record.state)) return;
      if (record.cancel_asked && record.slices === null) {
        await updateImport(deps.pool, importId, { state: 'cancelled', finished_at: deps.now() }, working);
        await dropFile(deps, record);
        return;
      }
      await step(deps, record);
    }
  });
}

async function step(deps: ImportDeps, record: ImportRecord): Promise<void> {
  try {
    const sealer = await sealerOf(deps.keyring, record.id);
    if (record.state === 'reading') await takeIn(deps, record, sealer);
    else if (record.state === 'checking') await dryRun(deps, record, sealer);
    else if (record.slices === null) await plan(deps, record, sealer);
    else await writeSlices(deps, record, sealer);
  } catch (error) {
    if (error instanceof RejectionError && record.state === 'reading') {
      const { code, params = null } = error.rejection;
      await updateImport(
        deps.pool,
        record.id,
        { state: 'refused', problem: code, problem_params: params, finished_at: deps.now() },
        ['reading'],
      );
      await deps.pool.query('delete from app.import_pieces where import_id = $1', [record.id]);
      await dropFile(deps, record);
      return;
    }
    await updateImport(
      deps.pool,
      record.id,
      { state: 'failed', failed_in: record.state, problem: 'IMPORT_FAILED', problem_params: null },
      [record.state],
    );
    throw error;
  }
}

/** Runs `work` while no other process works on the same import; the lock goes with the connection, so a killed process holds nothing. */
async function alone(pool: pg.Pool, importId: string, work: () => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(lockSql, [importId]);
    await work();
    await client.query(unlockSql, [importId]);
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** The job behind an import: its payload is the import's id and nothing else. */
export function importTask(deps: ImportDeps): (payload: Record<string, string>) => Promise<void> {
  return async ({ importId }) => {
    if (importId !== undefined) await runImport(deps, importId);
  };
}

/** Queues again what a dead process left in the middle; called once at the start of a server. */
export async function resumeImports(deps: ImportDeps): Promise<void> {
  const { rows } = await deps.pool.query<{ id: string }>('select id from app.imports where state = any($1::text[])', [
    working,
  ]);
  for (const { id } of rows) await deps.enqueue(id);
}

/** Destroys what is left of imports whose time is over: file, staged rows and the key itself. Run once a day. */
export async function expireImports(deps: ImportDeps): Promise<number> {
  const { rows } = await deps.pool.query<{ id: string }>(
    `select id from app.imports where expires_at <= $1 and described is not null and not state = any($2::text[])`,
    [deps.now(), working],
  );
  for (const { id } of rows) {
    const record = await findImport(deps.pool, id);
    if (!record) continue;
    await dropFile(deps, record);
    await deps.pool.query('delete from app.import_pieces where import_id = $1', [id]);
    await deps.pool.query('update app.import_rows set issues = null where import_id = $1', [id]);
    await updateImport(deps.pool, id, {
      described: null,
      ...(record.state === 'committed' ? {} : { state: 'cancelled' }),
    });
    await deps.keyring.erase(importSubject(id), {});
  }
  return rows.length;
}
