import { RejectionError } from '@nocgia/schemas/errors.ts';
import type pg from 'pg';
import { locked, type Lock } from '../../tables/one-at-a-time.ts';
import { dryRun } from './check-staged.ts';
import { plan, writeSlices } from './commit.ts';
import { dropFile } from './course.ts';
import type { ImportDeps } from './deps.ts';
import { importSubject, sealerOf } from './sealer.ts';
import { findImport, updateImport, type ImportRecord, type ImportState } from './store.ts';
import { recordConfirmed } from './record-differences.ts';
import { takeIn } from './take-in.ts';
import { withdrawParts } from './withdrawal.ts';

/** States in which there is work that nobody has to be asked for. */
const working: readonly ImportState[] = ['reading', 'checking', 'committing', 'withdrawing'];

/**
 * Goes on with an import as far as it goes by itself: reads, checks, and once somebody has said so, writes, or takes back. Safe to call at any time and
 * twice at once; after a kill it goes on where the log says it was. A file that is no register ends as `refused`; a fault of the system
 * ends as `failed`, is thrown, and the next call goes on from there.
 */
export async function runImport(deps: ImportDeps, importId: string): Promise<void> {
  await locked(deps.pool, importLock(importId), async () => {
    for (;;) {
      const record = await findImport(deps.pool, importId);
      if (!record) return;
      if (record.state === 'committed') {
        await locked(deps.pool, wardLock(record.ward), () => recordConfirmed(deps, record));
        return;
      }
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
    if (record.state === 'withdrawing')
      await locked(deps.pool, wardLock(record.ward), () => withdrawParts(deps, record.id));
    else if (record.state === 'reading') await takeIn(deps, record, await sealerOf(deps.keyring, record.id));
    else if (record.state === 'checking') await dryRun(deps, record, await sealerOf(deps.keyring, record.id));
    else await commit(deps, record);
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

/**
 * Plans, or writes what is planned, one import of a ward at a time. A plan holds only as long as nobody else takes the same people in:
 * so none is made while another one of the ward, broken off perhaps, is not in the log to its end.
 */
async function commit(deps: ImportDeps, record: ImportRecord): Promise<void> {
  await locked(deps.pool, wardLock(record.ward), async () => {
    const current = await findImport(deps.pool, record.id);
    if (current?.state !== 'committing') return;
    if (current.slices === null) {
      for (const id of await unfinishedPlans(deps.pool, record.ward)) {
        await updateImport(deps.pool, id, { state: 'committing', failed_in: null, problem: null }, ['failed']);
        const other = await findImport(deps.pool, id);
        if (other) await writeSlices(deps, other, await sealerOf(deps.keyring, id));
      }
      await plan(deps, current, await sealerOf(deps.keyring, current.id));
    } else await writeSlices(deps, current, await sealerOf(deps.keyring, current.id));
  });
}

async function unfinishedPlans(pool: pg.Pool, ward: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from app.imports
    where ward = $1 and slices is not null and (state = 'committing' or (state = 'failed' and failed_in = 'committing'))
    order by created_at, id`,
    [ward],
  );
  return rows.map(({ id }) => id);
}

const importLock = (id: string): Lock => [7305, id];
const wardLock = (ward: number): Lock => [7306, ward];

/** The job behind an import: its payload is the import's id and nothing else. */
export function importTask(deps: ImportDeps): (payload: Record<string, string>) => Promise<void> {
  return async ({ importId }) => {
    if (importId !== undefined) await runImport(deps, importId);
  };
}

/** Queues again what a dead process left in the middle; called once at the start of a server. */
export async function resumeImports(deps: ImportDeps): Promise<void> {
  const { rows } = await deps.pool.query<{ id: string }>(
    `select id from app.imports where state = any($1::text[])
    union select import_id from app.import_differences where state = 'confirmed'`,
    [working],
  );
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
      // What was written, or taken back again, stays what it is.
      ...(record.slices === null ? { state: 'cancelled' } : {}),
    });
    await deps.keyring.erase(importSubject(id), {});
  }
  return rows.length;
}
