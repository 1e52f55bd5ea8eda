import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { Scope } from '../../access/scope.ts';
import { checkAgain, importOf } from './commands.ts';
import type { ImportDeps } from './deps.ts';
import type { RowDecision } from './match.ts';
import type { Db } from '../../tables/one-at-a-time.ts';
import { findImport, type ImportRecord } from './store.ts';

/** What the officer has said of rows that are like somebody of the register, by line. */
export async function decisionsOf(db: Db, importId: string): Promise<Map<number, RowDecision>> {
  const { rows } = await db.query<{ line: number; citizen_id: string | null }>(
    'select line, citizen_id from app.import_decisions where import_id = $1',
    [importId],
  );
  return new Map(rows.map(({ line, citizen_id }) => [line, citizen_id === null ? 'other' : { same: citizen_id }]));
}

/**
 * Says of rows whether they are somebody of the register (one of those shown beside the row) or another person (null), and checks all
 * rows anew. Throws BAD_INPUT for somebody who was not shown, IMPORT_STATE once it is being written.
 */
export async function decideLikely(
  scope: Scope,
  deps: ImportDeps,
  importId: string,
  decisions: readonly { line: number; citizenId: string | null }[],
): Promise<ImportRecord> {
  const record = await importOf(scope, deps, importId);
  if (record.state !== 'ready') throw new RejectionError({ code: 'IMPORT_STATE' });
  const { rows } = await deps.pool.query<{ line: number; citizen_id: string }>(
    'select line, citizen_id from app.import_likely where import_id = $1 and line = any($2::int[])',
    [importId, decisions.map(({ line }) => line)],
  );
  const shown = Map.groupBy(rows, ({ line }) => line);
  for (const { line, citizenId } of decisions) {
    const people = shown.get(line);
    if (!people || (citizenId !== null && !people.some(({ citizen_id }) => citizen_id === citizenId)))
      throw new RejectionError({ code: 'BAD_INPUT', params: { detail: `line ${line}` } });
  }
  await deps.pool.query(
    `insert into app.import_decisions (import_id, line, citizen_id) select $1, * from unnest($2::int[], $3::uuid[])
    on conflict (import_id, line) do update set citizen_id = excluded.citizen_id`,
    [importId, decisions.map(({ line }) => line), decisions.map(({ citizenId }) => citizenId)],
  );
  if (!(await checkAgain(deps, importId))) throw new RejectionError({ code: 'IMPORT_STATE' });
  return (await findImport(deps.pool, importId)) ?? record;
}
