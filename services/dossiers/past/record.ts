import { setTimeout as sleep } from 'node:timers/promises';
import { dayInVietnam } from '@nocgia/schemas/days.ts';
import { codeOfUnit } from '@nocgia/schemas/events/common.ts';
import { dossierHistoryRecorded, type PastDossier } from '@nocgia/schemas/events/dossier-history.ts';
import { accept, after, parsed } from '../../event-store/deciding.ts';
import { derivedId } from '../../event-store/derived-id.ts';
import { dispatch, type Decided, type Decision, type LoadStreams } from '../../event-store/dispatcher.ts';
import type { RecordedEvent } from '../../event-store/log.ts';
import type { Sealer } from '../../files/sealer.ts';
import { inTransaction } from '../../tables/one-at-a-time.ts';
import { dossierStream } from '../dossier/dossier-state.ts';
import type { PastCourse } from './course.ts';
import { pastStream, type PastDeps } from './deps.ts';
import { dropFile } from './files.ts';
import { endOf } from './moments.ts';
import { findPast, updatePast, type PastImport } from './store.ts';

/** A clerk's change must not queue behind an import: it waits while the rows are further behind than this. */
const lagLimit = 1_000;
const pauseMs = 5_000;

/** What a slice did, kept with its command: numbers of the file's dossiers that it could not record. */
export type SliceResult = { recorded: number; refused: number[] };

/** Gives one command of the import; its id follows from the import and the step, so that a repeat after a kill is recognised. */
export async function giveCommand<R>(
  deps: PastDeps,
  record: PastImport,
  step: string,
  decide: (load: LoadStreams) => Promise<Decided>,
): Promise<R> {
  const outcome = await dispatch(
    deps.log,
    {
      commandId: derivedId(pastStream(record.id), 'command', step),
      name: 'importDossiers',
      payload: { importId: record.id, step },
      context: {
        actor: record.created_by ?? 'system',
        ...(record.created_in ? { position: record.created_in } : {}),
        unit: codeOfUnit(record.ward),
        source: { kind: 'import', id: record.id },
        correlation: record.id,
      },
    },
    decide,
  );
  if (!outcome.ok) throw new Error(`${step}: ${outcome.rejection.code}`);
  return outcome.result as R;
}

/** Records one fact on the import's own stream, once. */
export async function told(
  deps: PastDeps,
  record: PastImport,
  step: string,
  type: string,
  data: object,
): Promise<void> {
  const occurredOn = dayInVietnam(record.checked_at ?? record.created_at);
  const events = [{ type, data: { importId: record.id, ...data, occurredOn } }];
  const writes = [{ stream: pastStream(record.id), expected: 'any' as const, events }];
  await giveCommand(deps, record, step, () => Promise.resolve(accept(writes)));
}

/** Writes the slices that are not in the log yet, one after another, and then the end. Can be called again after a kill. */
export async function recordSlices(deps: PastDeps, record: PastImport, sealer: Sealer): Promise<void> {
  const { slices, summary } = record;
  if (slices === null || summary === null) throw new Error('an import without its check');
  const ward = codeOfUnit(record.ward);
  await told(deps, record, 'start', 'DossierImportStarted', { ward, fileHash: record.file_hash, rows: record.rows });
  const next = (slice: number): Promise<SliceDossier[]> => {
    const loading = slice < slices ? loadSlice(deps, record, slice, sealer) : Promise.resolve([]);
    // A failure is met where the slice is awaited.
    loading.catch(() => undefined);
    return loading;
  };
  let loading = next(record.slices_done);
  for (let slice = record.slices_done; slice < slices; slice++) {
    const current = await findPast(deps.pool, record.id);
    if (current?.state !== 'committing') return;
    if (current.cancel_asked) break;
    while (!(await deps.pause(await deps.log.store.head(), lagLimit, pauseMs))) await sleep(50);
    const dossiers = await loading;
    // The next is put together while this one waits for the disk.
    loading = next(slice + 1);
    const result = await giveCommand<SliceResult>(deps, record, `slice ${slice}`, decideSlice(dossiers, record));
    await sliceDone(deps, record.id, slice, dossiers, result);
  }
  await finished(deps, record);
}

/** A dossier of a slice, ready to be recorded. */
export interface SliceDossier {
  number: number;
  steps: number;
  dossierId: string;
  course: PastCourse & { fingerprint: string };
}

async function loadSlice(
  { pool }: PastDeps,
  { id }: PastImport,
  slice: number,
  sealer: Sealer,
): Promise<SliceDossier[]> {
  const { rows } = await pool.query<{ number: number; steps: number; dossier_id: string; course: Buffer }>(
    `select number, steps, dossier_id, course from app.dossier_import_dossiers
    where import_id = $1 and slice = $2 and course is not null order by number`,
    [id, slice],
  );
  return rows.map(({ number, steps, dossier_id: dossierId, course }) => ({
    ...{ number, steps, dossierId },
    course: sealer.open<SliceDossier['course']>(course, `course/${number}`),
  }));
}

/**
 * Decides one slice against the streams as they are now: a code that was taken in meanwhile, by another import, is left out and named;
 * the rest goes in.
 */
export function decideSlice(
  dossiers: readonly SliceDossier[],
  { id, ward }: Pick<PastImport, 'id' | 'ward'>,
): (load: LoadStreams) => Promise<Decided> {
  return async (load) => {
    const streams = await load(dossiers.map(({ dossierId }) => dossierStream(dossierId)));
    const writes: Decision['writes'] = [];
    const refused: number[] = [];
    for (const { number, dossierId, course } of dossiers) {
      const stream = dossierStream(dossierId);
      const before = streams.get(stream) ?? [];
      if (standing(before)) {
        refused.push(number);
        continue;
      }
      const occurredAt = endOf(course.endedAt);
      const data = { dossierId, occurredAt, importId: id, ward: codeOfUnit(ward), ...course };
      const recorded = parsed(dossierHistoryRecorded.schema, data);
      if (!recorded.ok) throw new Error(`a checked dossier has no valid shape: ${recorded.rejection.field}`);
      writes.push(after(stream, before, { type: 'DossierHistoryRecorded', data: recorded.value }));
    }
    return accept(writes, { recorded: writes.length, refused } satisfies SliceResult);
  };
}

/** What was taken in under a code and not taken back; null when there is nothing. */
export function standing(events: readonly RecordedEvent[]): PastDossier | null {
  const last = events.at(-1);
  return last?.type === 'DossierHistoryRecorded' ? (last.data as PastDossier) : null;
}

/** Notes that a slice is in the log, and what of it was left out after all. Repeating it changes nothing. */
async function sliceDone(
  { pool }: PastDeps,
  importId: string,
  slice: number,
  dossiers: readonly SliceDossier[],
  { refused }: SliceResult,
): Promise<void> {
  await inTransaction(pool, async (db) => {
    const steps = dossiers.reduce((sum, one) => sum + one.steps, 0);
    const moved = await db.query(
      'update app.dossier_imports set slices_done = $3, done = done + $4 where id = $1 and slices_done = $2',
      [importId, slice, slice + 1, steps],
    );
    if (moved.rowCount === 0 || refused.length === 0) return;
    await db.query(
      `update app.dossier_import_dossiers set action = 'error', codes = codes || 'course_differs'::text
      where import_id = $1 and number = any($2::int[])`,
      [importId, refused],
    );
  });
}

/** Records the end with its counts, and lets go of the file. */
async function finished(deps: PastDeps, record: PastImport): Promise<void> {
  const { rows } = await deps.pool.query<{
    created: number;
    steps: number;
    unchanged: number;
    refused: number;
    open: number;
    flagged: number;
  }>(
    `select count(*) filter (where written)::int as created, coalesce(sum(d.steps) filter (where written), 0)::int as steps,
      count(*) filter (where action = 'unchanged')::int as unchanged, count(*) filter (where action = 'error')::int as refused,
      count(*) filter (where action = 'open')::int as open, count(*) filter (where written and warned)::int as flagged
    from app.dossier_import_dossiers d
    cross join lateral (select d.action = 'create' and d.slice < (select slices_done from app.dossier_imports where id = $1)) w(written)
    where import_id = $1`,
    [record.id],
  );
  const [counts] = rows;
  if (!counts || record.summary === null) throw new Error('counting answers one row');
  await told(deps, record, 'finish', 'DossierImportFinished', counts);
  const { created: create, refused: errors, ...rest } = counts;
  const now = await findPast(deps.pool, record.id);
  await updatePast(
    deps.pool,
    record.id,
    {
      state: now?.cancel_asked ? 'cancelled' : 'committed',
      finished_at: deps.now(),
      problem: null,
      problem_params: null,
      summary: { ...record.summary, create, errors, ...rest },
    },
    ['committing'],
  );
  await dropFile(deps, record);
}
