import type { Sealer } from '../../files/sealer.ts';
import { inTransaction, type Db } from '../../tables/one-at-a-time.ts';
import { checkPast, type CheckedDossier } from './check.ts';
import { hasWarning } from './course.ts';
import type { PastDeps } from './deps.ts';
import { updatePast, type PastImport } from './store.ts';

/** How many dossiers are recorded by one command: small enough that a clerk's change never waits long behind one. */
const sliceDossiers = 100;
/** Dossiers written by one statement. */
const atOnce = 2_000;

/**
 * The dry run: checks every row and says what would become of each dossier. What will be recorded is written down here to the letter, sealed,
 * so that a kill at any later point changes nothing about the outcome.
 */
export async function dryRun(deps: PastDeps, record: PastImport, sealer: Sealer): Promise<void> {
  const checked_at = deps.now();
  const { dossiers, summary } = await checkPast(deps, { ...record, checked_at }, sealer);
  await inTransaction(deps.pool, async (db) => {
    await writeChecked(db, record.id, dossiers, sealer);
    const slices = Math.ceil(summary.create / sliceDossiers);
    const done = summary.rows;
    await updatePast(
      db,
      record.id,
      { state: 'ready', summary, rows: summary.rows, done, checked_at, slices, slices_done: 0 },
      ['checking'],
    );
  });
}

async function writeChecked(
  db: Db,
  importId: string,
  dossiers: readonly CheckedDossier[],
  sealer: Sealer,
): Promise<void> {
  await db.query('delete from app.dossier_import_dossiers where import_id = $1', [importId]);
  let creating = 0;
  for (let from = 0; from < dossiers.length; from += atOnce) {
    const part = dossiers.slice(from, from + atOnce);
    await db.query(
      `insert into app.dossier_import_dossiers
        (import_id, number, first_line, last_line, steps, action, warned, codes, issues, course, dossier_id, slice)
      select $1, number, first_line, last_line, steps, action, warned, string_to_array(codes, ','), issues, course, dossier_id, slice
      from unnest($2::int[], $3::int[], $4::int[], $5::int[], $6::text[], $7::boolean[], $8::text[], $9::bytea[], $10::bytea[],
        $11::uuid[], $12::int[]) r(number, first_line, last_line, steps, action, warned, codes, issues, course, dossier_id, slice)`,
      [
        importId,
        part.map((_, index) => from + index),
        part.map(({ firstLine }) => firstLine),
        part.map(({ lastLine }) => lastLine),
        part.map(({ steps }) => steps),
        part.map(({ action }) => action),
        part.map(({ action, issues }) => action !== 'error' && hasWarning(issues)),
        part.map(({ issues }) => [...new Set(issues.map(({ code }) => code))].join(',')),
        part.map(({ code, issues }, index) => sealer.seal({ code, issues }, `issues/${from + index}`)),
        part.map(({ action, course, fingerprint }, index) =>
          action === 'create' ? sealer.seal({ ...course, fingerprint }, `course/${from + index}`) : null,
        ),
        part.map(({ dossierId }) => dossierId),
        part.map(({ action }) => (action === 'create' ? Math.floor(creating++ / sliceDossiers) : null)),
      ],
    );
  }
}
