import { RejectionError } from '@nocgia/schemas/errors.ts';
import { locked, type Lock } from '../../tables/one-at-a-time.ts';
import { pastSubject, sealerOf, type PastDeps } from './deps.ts';
import { dryRun } from './dry-run.ts';
import { dropFile } from './files.ts';
import { recordSlices } from './record.ts';
import { findPast, updatePast, type PastImport, type PastState } from './store.ts';
import { takeIn } from './take-in.ts';
import { withdrawSlices } from './withdraw.ts';

/** States in which there is work that nobody has to be asked for. */
const working: readonly PastState[] = ['reading', 'checking', 'committing', 'withdrawing'];

/**
 * Goes on with an import as far as it goes by itself: reads, checks, and once somebody has said so, writes, or takes back. Safe to call at any
 * time and twice at once; after a kill it goes on where the log says it was. A file that is no list of dossiers ends as `refused`; a fault of
 * the system ends as `failed`, is thrown, and the next call goes on from there.
 */
export async function runPast(deps: PastDeps, importId: string): Promise<void> {
  const lock: Lock = [7307, importId];
  await locked(deps.pool, lock, async () => {
    for (;;) {
      const record = await findPast(deps.pool, importId);
      if (!record) return;
      if (record.state === 'failed' && record.failed_in !== null) {
        const again = { state: record.failed_in, failed_in: null, problem: null, problem_params: null };
        await updatePast(deps.pool, importId, again, ['failed']);
        continue;
      }
      if (!working.includes(record.state)) return;
      if (record.cancel_asked && (record.state === 'reading' || record.state === 'checking')) {
        await updatePast(deps.pool, importId, { state: 'cancelled', finished_at: deps.now() }, working);
        await dropFile(deps, record);
        return;
      }
      await step(deps, record);
    }
  });
}

async function step(deps: PastDeps, record: PastImport): Promise<void> {
  try {
    const sealer = await sealerOf(deps.keyring, record.id);
    if (record.state === 'reading') await takeIn(deps, record, sealer);
    else if (record.state === 'checking') await dryRun(deps, record, sealer);
    // One import of a ward writes at a time: two files with the same code do not race.
    else if (record.state === 'committing')
      await locked(deps.pool, [7308, record.ward], () => recordSlices(deps, record, sealer));
    else await locked(deps.pool, [7308, record.ward], () => withdrawSlices(deps, record));
  } catch (error) {
    if (error instanceof RejectionError && record.state === 'reading') {
      const { code: problem, params: problem_params = null } = error.rejection;
      const refused = { state: 'refused' as const, problem, problem_params, finished_at: deps.now() };
      await updatePast(deps.pool, record.id, refused, ['reading']);
      await deps.pool.query('delete from app.dossier_import_pieces where import_id = $1', [record.id]);
      await dropFile(deps, record);
      return;
    }
    const failed = {
      state: 'failed' as const,
      failed_in: record.state,
      problem: 'IMPORT_FAILED',
      problem_params: null,
    };
    await updatePast(deps.pool, record.id, failed, [record.state]);
    throw error;
  }
}

/** The job behind an import: its payload is the import's id and nothing else. */
export function pastTask(deps: PastDeps): (payload: Record<string, string>) => Promise<void> {
  return async ({ importId }) => {
    if (importId !== undefined) await runPast(deps, importId);
  };
}

/** Queues again what a dead process left in the middle; called once at the start of a server. */
export async function resumePast(deps: PastDeps): Promise<void> {
  const { rows } = await deps.pool.query<{ id: string }>(
    'select id from app.dossier_imports where state = any($1::text[])',
    [working],
  );
  for (const { id } of rows) await deps.enqueue(id);
}

/** Destroys what is left of imports whose time is over: file, staged rows and the key itself. Run once an hour. */
export async function expirePast(deps: PastDeps): Promise<number> {
  const { rows } = await deps.pool.query<{ id: string }>(
    'select id from app.dossier_imports where expires_at <= $1 and described is not null and not state = any($2::text[])',
    [deps.now(), working],
  );
  for (const { id } of rows) {
    const record = await findPast(deps.pool, id);
    if (!record) continue;
    await dropFile(deps, record);
    await deps.pool.query('delete from app.dossier_import_pieces where import_id = $1', [id]);
    await deps.pool.query('update app.dossier_import_dossiers set issues = null, course = null where import_id = $1', [
      id,
    ]);
    // What was written, or taken back again, stays what it is.
    const over = record.slices_done > 0 || record.state === 'withdrawn' || record.state === 'committed';
    await updatePast(deps.pool, id, { described: null, ...(over ? {} : { state: 'cancelled' as const }) });
    await deps.keyring.erase(pastSubject(id), {});
  }
  return rows.length;
}
