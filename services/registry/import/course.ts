import { codeOfUnit } from '@nocgia/schemas/events/common.ts';
import { dispatch, type CommandRequest, type Decided, type LoadStreams } from '../../event-store/dispatcher.ts';
import { derivedId } from '../../event-store/derived-id.ts';
import type { EventContext } from '../../event-store/port.ts';
import type { ImportDeps } from './deps.ts';
import { importStream } from './import-stream.ts';
import { updateImport, type ImportRecord } from './store.ts';

/** Gives one command of the import; its id follows from the import and the step, so that a repeat after a kill is recognised. */
export async function giveCommand<R>(
  deps: ImportDeps,
  record: ImportRecord,
  step: string,
  payload: unknown,
  decide: (load: LoadStreams) => Promise<Decided>,
): Promise<R> {
  const request: CommandRequest = {
    commandId: derivedId(importStream(record.id), 'command', step),
    name: 'importResidents',
    payload: { importId: record.id, step, payload },
    context: contextOf(record),
  };
  const outcome = await dispatch(deps.log, request, decide);
  if (!outcome.ok) throw new Error(`${step}: ${outcome.rejection.code}`);
  return outcome.result as R;
}

function contextOf(record: ImportRecord): EventContext {
  return {
    actor: record.created_by ?? 'system',
    ...(record.created_in ? { position: record.created_in } : {}),
    unit: codeOfUnit(record.ward),
    source: { kind: 'import', id: record.id },
    correlation: record.id,
  };
}

/** Records that the import begins to write; a repeat changes nothing. */
export async function started(deps: ImportDeps, record: ImportRecord): Promise<void> {
  const stream = importStream(record.id);
  const data = {
    importId: record.id,
    ward: codeOfUnit(record.ward),
    kind: 'residents',
    fileHash: record.file_hash,
    rows: record.rows,
    occurredOn: record.planned_on,
  };
  const writes = [{ stream, expected: 'none' as const, events: [{ type: 'ImportStarted', data }] }];
  await giveCommand(deps, record, 'start', null, () =>
    Promise.resolve({ ok: true, decision: { writes, result: null } }),
  );
}

/** Records the end with its counts, and lets go of the file. */
export async function finished(deps: ImportDeps, record: ImportRecord): Promise<void> {
  const { pool } = deps;
  const { rows } = await pool.query<{ created: number; unchanged: number; refused: number; warnings: number }>(
    `select count(*) filter (where action = 'create')::int as created, count(*) filter (where action in ('unchanged', 'update'))::int as unchanged,
      count(*) filter (where action = 'error')::int as refused, count(*) filter (where warned and action <> 'error')::int as warnings
    from app.import_rows where import_id = $1`,
    [record.id],
  );
  const made = await pool.query<{ households: number; dwellings: number }>(
    `select count(*) filter (where is_new and exists (
        select from app.import_rows r where r.import_id = h.import_id and r.household = h.household and r.action = 'create'))::int as households,
      count(dwelling_from)::int as dwellings
    from app.import_households h where import_id = $1`,
    [record.id],
  );
  const [counts] = rows;
  const [places] = made.rows;
  if (!counts || !places) throw new Error('counting answers one row');
  const stream = importStream(record.id);
  const data = { importId: record.id, ...counts, ...places, occurredOn: record.planned_on };
  const writes = [{ stream, expected: 'any' as const, events: [{ type: 'ImportFinished', data }] }];
  await giveCommand(deps, record, 'finish', null, () =>
    Promise.resolve({ ok: true, decision: { writes, result: null } }),
  );
  const summary =
    record.summary === null
      ? null
      : { ...record.summary, create: counts.created, errors: counts.refused, people: counts.created, ...places };
  await updateImport(
    pool,
    record.id,
    { state: 'committed', finished_at: deps.now(), problem: null, problem_params: null, summary },
    ['committing'],
  );
  await dropFile(deps, record);
}

/** Records that it was given up on the way; what was written stays. */
export async function cancelled(deps: ImportDeps, record: ImportRecord): Promise<void> {
  const stream = importStream(record.id);
  const data = { importId: record.id, rowsDone: record.done, occurredOn: record.planned_on };
  const writes = [{ stream, expected: 'any' as const, events: [{ type: 'ImportCancelled', data }] }];
  await giveCommand(deps, record, 'cancel', null, () =>
    Promise.resolve({ ok: true, decision: { writes, result: null } }),
  );
  await updateImport(deps.pool, record.id, { state: 'cancelled', finished_at: deps.now() }, ['committing']);
  await dropFile(deps, record);
}

/** What is in the register need not lie about as a file as well. */
export async function dropFile({ disk, pool }: Pick<ImportDeps, 'disk' | 'pool'>, record: ImportRecord): Promise<void> {
  if (record.file_key === null) return;
  await disk.delete(record.file_key).catch(() => undefined);
  await updateImport(pool, record.id, { file_key: null });
}
