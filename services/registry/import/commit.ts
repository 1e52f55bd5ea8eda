import { codeOfUnit } from '@nocgia/schemas/events/common.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { dayInVietnam } from '@nocgia/schemas/days.ts';
import { checkStaged, writeChecked } from './check-staged.ts';
import { cancelled, finished, giveCommand, started } from './course.ts';
import type { ImportDeps } from './deps.ts';
import { openRegister } from './open-register.ts';
import { readPieces } from './pieces.ts';
import { fixPlan, writeHouseholds } from './plan.ts';
import type { RawRow } from '../../tables/reader/messages.ts';
import type { Resident, RowIssue } from './resident.ts';
import type { Sealer } from '../../files/sealer.ts';
import { decideSlice, type SliceHousehold, type SliceResult } from './slice.ts';
import { rowReader, type RowReader } from './staged-rows.ts';
import { inTransaction } from '../../tables/one-at-a-time.ts';
import { findImport, updateImport, type Description, type ImportRecord } from './store.ts';

/** A clerk's change must not queue behind a register: the import waits while the rows are further behind than this. */
const lagLimit = 2_000;
const pauseMs = 5_000;
/** Slices on the way to the log at a time: while one waits for the disk the next is put together. */
const atOnce = 3;
/** Opened pieces kept at hand; a file sorted by household needs two. */
const keptPieces = 96;

/** Streams in which what a check has compared with the register may have changed. */
const compared = ['citizen-', 'household-', 'dwelling-', 'unit-', 'claim-'];

/**
 * Fixes the plan: checks all rows once more against the register of this moment, unless nothing has been recorded there since the check,
 * and writes down for good what will be written, in which slice, under which ids. From then on a kill at any point changes nothing about
 * the outcome.
 */
export async function plan(deps: ImportDeps, record: ImportRecord, sealer: Sealer): Promise<void> {
  const fresh = (await stillHolds(deps, record)) ? null : await checkStaged(deps, record, sealer);
  const summary = fresh?.checked.summary ?? record.summary;
  if (summary === null) throw new Error('an import without its check');
  const { errors } = summary;
  await inTransaction(deps.pool, async (db) => {
    if (fresh) {
      await writeChecked(db, record.id, fresh.checked, fresh.pieceOf, sealer);
      await writeHouseholds(db, record.id, fresh.checked);
    }
    if (errors > 0 && !record.skip_errors) {
      await updateImport(
        db,
        record.id,
        { state: 'ready', summary, problem: 'IMPORT_HAS_ERRORS', problem_params: { count: errors } },
        ['committing'],
      );
      return;
    }
    const slices = await fixPlan(db, record.id);
    const planned_on = record.planned_on ?? fresh?.checkedOn ?? record.checked_on ?? dayInVietnam(deps.now());
    await updateImport(db, record.id, { summary, planned_on, slices, slices_done: 0, rows: summary.rows, done: 0 }, [
      'committing',
    ]);
  });
}

/** Whether the check is of today and nothing was recorded since of anything that it has compared. */
async function stillHolds({ log, now }: ImportDeps, { checked_at, checked_on }: ImportRecord): Promise<boolean> {
  if (checked_at === null || checked_on !== dayInVietnam(now())) return false;
  for (let after = checked_at; ;) {
    const page = await log.store.readAll(after, 1, { streamPrefixes: compared });
    if (page.events.length > 0) return false;
    if (page.atHead) return true;
    after = page.position;
  }
}

/** Writes the planned slices that are not in the log yet, one after another, and then the end. Can be called again after a kill. */
export async function writeSlices(deps: ImportDeps, record: ImportRecord, sealer: Sealer): Promise<void> {
  const { pool, log } = deps;
  const { slices } = record;
  if (slices === null || record.planned_on === null || record.described === null)
    throw new Error('an import without its plan');
  const ward = codeOfUnit(record.ward);
  const options = { importId: record.id, ward, today: record.planned_on, claimHash: deps.claimHash };
  const described = sealer.open<Description>(record.described, 'described');
  const read = await rowReader(described, record.mapping, openRegister(deps, record.ward), record.planned_on);
  const source = pieceSource(deps, record.id, sealer);
  await started(deps, record);
  const writing: Writing[] = [];
  const settleOldest = async (): Promise<void> => {
    const [oldest] = writing;
    if (!oldest) return;
    const people = oldest.households.reduce((sum, household) => sum + household.people.length, 0);
    // Noted in the order of the plan: after a kill what was not noted is given again, and recognised.
    await sliceDone(deps, record.id, oldest.slice, people, await oldest.result, sealer);
    writing.shift();
  };
  const settleAll = async (): Promise<void> => {
    while (writing.length > 0) await settleOldest();
  };
  const load = (slice: number): Promise<SliceHousehold[]> => {
    const loaded = slice < slices ? loadSlice(deps, record.id, slice, source, read) : Promise.resolve([]);
    // A failure is met where the slice is awaited.
    loaded.catch(() => undefined);
    return loaded;
  };
  /** Gives slice after slice; true when somebody has ended it. */
  const giveSlices = async (): Promise<boolean> => {
    let loading = load(record.slices_done);
    for (let slice = record.slices_done; slice < slices; slice++) {
      const current = await findImport(pool, record.id);
      if (current?.state !== 'committing' || current.cancel_asked) return true;
      if (!(await deps.pause(await log.store.head(), lagLimit, pauseMs))) {
        // Still too far behind: look again whether somebody has cancelled meanwhile.
        slice -= 1;
        await sleep(50);
        continue;
      }
      const households = await loading;
      // The next is put together while this one waits for the rows and for the disk.
      loading = load(slice + 1);
      while (writing.length >= atOnce || writing.some((one) => registersRoofOf(one, households))) await settleOldest();
      const decide = decideSlice(households, options);
      const result = giveCommand<SliceResult>(deps, record, `slice ${slice}`, { slice }, decide);
      // Whoever settles it hears of a failure; until then it must not end the process.
      result.catch(() => undefined);
      writing.push({ slice, households, result });
    }
    return false;
  };
  let ended: boolean;
  try {
    ended = await giveSlices();
    await settleAll();
  } catch (error) {
    // What is on its way is noted as far as it went before the fault ends the work.
    await settleAll().catch(() => undefined);
    await Promise.allSettled(writing.map(({ result }) => result));
    throw error;
  }
  if (!ended) return finished(deps, record);
  const now = await findImport(pool, record.id);
  if (now?.state === 'committing' && now.cancel_asked) await cancelled(deps, now);
}

/** A slice that has been given to the log. */
interface Writing {
  slice: number;
  households: readonly SliceHousehold[];
  result: Promise<SliceResult>;
}

/** Whether these households live under a roof that the other slice registers: it must stand before they can move in. */
function registersRoofOf(one: Writing, households: readonly SliceHousehold[]): boolean {
  const roofs = new Set(one.households.flatMap((each) => (each.dwellingFrom === null ? [] : (each.dwellingId ?? []))));
  return households.some((each) => each.dwellingId !== null && roofs.has(each.dwellingId));
}

type PieceSource = (numbers: readonly number[]) => Promise<Map<number, RawRow[]>>;

/** Opened pieces, the latest used kept: households of a file that is not sorted lie all over it. */
function pieceSource({ pool }: ImportDeps, importId: string, sealer: Sealer): PieceSource {
  const kept = new Map<number, RawRow[]>();
  return async (numbers) => {
    const missing = numbers.filter((number) => !kept.has(number));
    if (missing.length > 0)
      for (const [number, rows] of await readPieces(pool, importId, missing, sealer)) kept.set(number, rows);
    const found = new Map(numbers.map((number) => [number, kept.get(number) ?? []]));
    for (const [number, rows] of found) {
      kept.delete(number);
      kept.set(number, rows);
    }
    for (const number of [...kept.keys()].slice(0, Math.max(0, kept.size - keptPieces))) kept.delete(number);
    return found;
  };
}

interface PlannedRow {
  household: number;
  household_id: string;
  is_new: boolean;
  formed_on: string;
  dwelling_id: string | null;
  dwelling_from: string | null;
  line: number;
  piece: number;
  is_head: boolean;
  citizen_id: string;
}

async function loadSlice(
  { pool }: ImportDeps,
  importId: string,
  slice: number,
  source: PieceSource,
  read: RowReader,
): Promise<SliceHousehold[]> {
  const { rows } = await pool.query<PlannedRow>(
    `select h.household, h.household_id, h.is_new, to_char(h.formed_on, 'YYYY-MM-DD') as formed_on, h.dwelling_id,
      to_char(h.dwelling_from, 'YYYY-MM-DD') as dwelling_from, r.line, r.piece, r.is_head, r.citizen_id
    from app.import_households h join app.import_rows r on r.import_id = h.import_id and r.household = h.household and r.citizen_id is not null
    where h.import_id = $1 and h.slice = $2 and r.action = 'create'
    order by h.household, r.line`,
    [importId, slice],
  );
  const pieces = await source([...new Set(rows.map(({ piece }) => piece))]);
  const raw = new Map([...pieces.values()].flat().map((row) => [row.line, row]));
  const households: SliceHousehold[] = [];
  for (const row of rows) {
    const found = raw.get(row.line);
    if (!found) throw new Error('a planned row is not staged');
    const resident: Resident = read(found);
    let household = households.at(-1);
    if (household?.household !== row.household) {
      household = {
        household: row.household,
        slice,
        householdId: row.household_id,
        isNew: row.is_new,
        formedOn: row.formed_on,
        dwellingId: row.dwelling_id,
        dwellingFrom: row.dwelling_from,
        people: [],
      };
      households.push(household);
    }
    household.people.push({ citizenId: row.citizen_id, isHead: row.is_head, resident });
  }
  return households;
}

/** Notes that a slice is in the log, and which of its rows were left out after all. Repeating it changes nothing. */
async function sliceDone(
  { pool }: ImportDeps,
  importId: string,
  slice: number,
  rows: number,
  result: SliceResult,
  sealer: Sealer,
): Promise<void> {
  await inTransaction(pool, async (db) => {
    // Should a crash lose this note, the slice is given once more and recognised: no need to wait for the disk.
    await db.query('set local synchronous_commit = off');
    const moved = await db.query(
      'update app.imports set slices_done = $3, done = done + $4 where id = $1 and slices_done = $2',
      [importId, slice, slice + 1, rows],
    );
    if (moved.rowCount === 0) return;
    for (const [line, code] of result.failed) {
      const place = `issues/${line}`;
      const { rows: found } = await db.query<{ issues: Buffer | null }>(
        'select issues from app.import_rows where import_id = $1 and line = $2',
        [importId, line],
      );
      const before = found[0]?.issues ? sealer.open<RowIssue[]>(found[0].issues, place) : [];
      await db.query(
        `update app.import_rows set action = 'error', codes = codes || $3::text, issues = $4 where import_id = $1 and line = $2`,
        [importId, line, code, sealer.seal([...before, { code }], place)],
      );
    }
  });
}
