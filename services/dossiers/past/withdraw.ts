import { setTimeout as sleep } from 'node:timers/promises';
import { accept, after } from '../../event-store/deciding.ts';
import type { Decided, LoadStreams } from '../../event-store/dispatcher.ts';
import { dossierStream } from '../dossier/dossier-state.ts';
import type { PastDeps } from './deps.ts';
import { giveCommand, standing, told } from './record.ts';
import { updatePast, type PastImport } from './store.ts';

const lagLimit = 1_000;
const pauseMs = 5_000;

/** Takes back what an import has taken in, slice after slice; what was known before stays in the log. Can be called again after a kill. */
export async function withdrawSlices(deps: PastDeps, record: PastImport): Promise<void> {
  const { pool } = deps;
  // Counted down, so that a slice that was never written is never looked at.
  for (let slice = record.slices_done - 1; slice >= 0; slice--) {
    while (!(await deps.pause(await deps.log.store.head(), lagLimit, pauseMs))) await sleep(50);
    const { rows } = await pool.query<{ dossier_id: string }>(
      `select dossier_id from app.dossier_import_dossiers where import_id = $1 and slice = $2 and action = 'create' order by number`,
      [record.id, slice],
    );
    const ids = rows.map(({ dossier_id }) => dossier_id);
    await giveCommand(deps, record, `withdraw ${slice}`, takeBack(ids, record.id, deps.now().toISOString()));
    await updatePast(pool, record.id, { slices_done: slice }, ['withdrawing']);
  }
  const dossiers = record.summary?.create ?? 0;
  await told(deps, record, 'withdrawn', 'DossierImportWithdrawn', { dossiers });
  await updatePast(pool, record.id, { state: 'withdrawn', finished_at: deps.now() }, ['withdrawing']);
}

/** Only what still stands as this import recorded it is taken back. */
function takeBack(
  ids: readonly string[],
  importId: string,
  occurredAt: string,
): (load: LoadStreams) => Promise<Decided> {
  return async (load) => {
    const streams = await load(ids.map(dossierStream));
    return accept(
      ids.flatMap((dossierId) => {
        const before = streams.get(dossierStream(dossierId)) ?? [];
        if (standing(before)?.importId !== importId) return [];
        const data = { dossierId, occurredAt, importId };
        return [after(dossierStream(dossierId), before, { type: 'DossierHistoryWithdrawn', data })];
      }),
    );
  };
}
