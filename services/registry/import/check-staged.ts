import { checkRows, type Checked, type CheckedRow } from './check.ts';
import { hasWarning } from './summary.ts';
import { dayInVietnam } from '@nocgia/schemas/days.ts';
import { decisionsOf } from './decisions.ts';
import type { ImportDeps } from './deps.ts';
import type { Position } from '../../event-store/port.ts';
import { openRegister } from './open-register.ts';
import { writeHouseholds } from './plan.ts';
import type { Register } from './register.ts';
import { differencePlace } from './recording.ts';
import type { Sealer } from '../../files/sealer.ts';
import { residents, rowReader, type SkippedLine } from './staged-rows.ts';
import { inTransaction, type Db } from '../../tables/one-at-a-time.ts';
import { updateImport, type Description, type ImportRecord } from './store.ts';

/** How long a check waits for the rows to show what was written before it. */
const settleMs = 120_000;
/** Rows written by one statement. */
const rowsAtOnce = 5_000;

/** Checks all staged rows against themselves and the register as it stands now. */
export async function checkStaged(
  deps: ImportDeps,
  record: ImportRecord,
  sealer: Sealer,
): Promise<{ checked: Checked; pieceOf: Map<number, number>; checkedAt: Position; checkedOn: string }> {
  const { pool } = deps;
  if (record.described === null) throw new Error('an import without its description');
  // Rows that lag behind would make known people look new.
  const checkedAt = await deps.log.store.head();
  const settled = await deps.waitFor(checkedAt, settleMs);
  if (settled.behind) throw new Error('the register lags behind the log');
  const described = sealer.open<Description>(record.described, 'described');
  const hidden = new Set<string>();
  const register = noting(openRegister(deps, record.ward), hidden);
  const today = record.planned_on ?? dayInVietnam(deps.now());
  const read = await rowReader(described, record.mapping, register, today);
  const pieceOf = new Map<number, number>();
  const skipped: SkippedLine[] = [];
  const staged = { importId: record.id, headingLine: described.headingLine, sealer, read, pieceOf, skipped };
  const checked = await checkRows(residents(pool, staged), {
    register,
    today,
    decisions: await decisionsOf(pool, record.id),
    bornSince: await bornSince(pool, record, today),
    has: (field) => record.mapping.some((one) => one.field === field),
    onProgress: async (done) => {
      await updateImport(pool, record.id, { done });
    },
  });
  await logHidden(deps, record, hidden);
  return { checked: withSkipped(checked, skipped), pieceOf, checkedAt, checkedOn: today };
}

/** A register that notes whom it names who is not of the ward: of them the file learns that their number is in use. */
function noting(register: Register, hidden: Set<string>): Register {
  return {
    ...register,
    people: async (probe) => {
      const people = await register.people(probe);
      for (const { citizenId, here } of people) if (!here) hidden.add(citizenId);
      return people;
    },
  };
}

/** One entry of the access log for all of them; a file may meet many, and no account of the ward's brought the one of the command line. */
async function logHidden(
  { logAccess, now }: ImportDeps,
  record: ImportRecord,
  hidden: ReadonlySet<string>,
): Promise<void> {
  const { created_by: accountId, created_in: positionId } = record;
  if (accountId === null || hidden.size === 0) return;
  await logAccess({ at: now(), accountId, positionId, action: 'number_in_use', citizenIds: [...hidden] });
}

/** A child that is new and was born since the last import of the ward, or within a year, was born and has not arrived. */
async function bornSince(db: Db, { id, ward }: ImportRecord, today: string): Promise<string> {
  const { rows } = await db.query<{ since: string }>(
    `select to_char(least(max(planned_on), $3::date - interval '1 year'), 'YYYY-MM-DD') as since
    from app.imports where ward = $1 and id <> $2 and state = 'committed'`,
    [ward, id, today],
  );
  return rows[0]?.since ?? today;
}

/** What the check found, with the lines that are no people told as well: nothing is left out silently. */
function withSkipped({ rows, households, differences, summary }: Checked, skipped: readonly SkippedLine[]): Checked {
  const lines = skipped.map(({ line, why }): CheckedRow => {
    const issues = [{ code: `line_${why}` as const }];
    return { line, action: 'skipped', issues, household: null, citizenId: null, relation: 'unknown', likely: [] };
  });
  const counts = Map.groupBy(lines, ({ issues }) => issues[0]?.code ?? 'line_section');
  const told = [...counts].map(([code, { length: count }]) => ({ code, severity: 'notice', count }));
  return {
    rows: [...rows, ...lines],
    households,
    differences,
    summary: { ...summary, skipped: lines.length, issues: [...summary.issues, ...told] },
  };
}

/** Writes what became of each row in place of what an earlier check said. */
export async function writeChecked(
  db: Db,
  importId: string,
  checked: Checked,
  pieceOf: ReadonlyMap<number, number>,
  sealer: Sealer,
): Promise<void> {
  await db.query('delete from app.import_rows where import_id = $1', [importId]);
  for (let from = 0; from < checked.rows.length; from += rowsAtOnce) {
    const rows = checked.rows.slice(from, from + rowsAtOnce);
    await db.query(
      `insert into app.import_rows (import_id, line, piece, action, warned, codes, issues, household, is_head, citizen_id)
      select $1, line, piece, action, warned, string_to_array(codes, ','), issues, household, is_head, citizen_id
      from unnest($2::int[], $3::int[], $4::text[], $5::boolean[], $6::text[], $7::bytea[], $8::int[], $9::boolean[], $10::uuid[])
        r(line, piece, action, warned, codes, issues, household, is_head, citizen_id)`,
      [
        importId,
        rows.map(({ line }) => line),
        rows.map(({ line }) => pieceOf.get(line) ?? 0),
        rows.map(({ action }) => action),
        rows.map(({ action, issues }) => action !== 'error' && hasWarning(issues)),
        rows.map(({ issues }) => [...new Set(issues.map(({ code }) => code))].join(',')),
        rows.map((row) => sealedIssues(row, sealer)),
        rows.map(({ household }) => household),
        rows.map(({ relation }) => relation === 'head'),
        rows.map(({ citizenId }) => citizenId),
      ],
    );
  }
  await writeComparison(db, importId, checked, sealer);
}

/** Writes who may be whom, and what the file says otherwise than the register, in place of what an earlier check found. */
async function writeComparison(
  db: Db,
  importId: string,
  { rows, differences }: Checked,
  sealer: Sealer,
): Promise<void> {
  await db.query('delete from app.import_likely where import_id = $1', [importId]);
  const likely = rows.flatMap(({ line, likely: people }) => people.map((one) => ({ line, ...one })));
  await db.query(
    `insert into app.import_likely (import_id, line, citizen_id, score, reasons)
    select $1, line, citizen_id, score, string_to_array(reasons, ',')
    from unnest($2::int[], $3::uuid[], $4::real[], $5::text[]) l(line, citizen_id, score, reasons)`,
    [
      importId,
      likely.map(({ line }) => line),
      likely.map(({ citizenId }) => citizenId),
      likely.map(({ score }) => score),
      likely.map(({ reasons }) => reasons.join(',')),
    ],
  );
  await db.query('delete from app.import_differences where import_id = $1', [importId]);
  for (let from = 0; from < differences.length; from += rowsAtOnce) {
    const part = differences.slice(from, from + rowsAtOnce);
    await db.query(
      `insert into app.import_differences (import_id, number, kind, line, citizen_id, household_id, household, sealed)
      select $1, * from unnest($2::int[], $3::text[], $4::int[], $5::uuid[], $6::uuid[], $7::int[], $8::bytea[])`,
      [
        importId,
        part.map((_, index) => from + index),
        part.map(({ kind }) => kind),
        part.map(({ line }) => line),
        part.map(({ citizenId }) => citizenId),
        part.map(({ householdId }) => householdId),
        part.map(({ household }) => household),
        part.map((one, index) => sealer.seal({ old: one.old, new: one.new }, differencePlace(from + index))),
      ],
    );
  }
}

function sealedIssues({ line, issues }: CheckedRow, sealer: Sealer): Buffer | null {
  return issues.length === 0 ? null : sealer.seal(issues, `issues/${line}`);
}

/** The dry run: checks every row and says what would become of it; nothing is written to the register. */
export async function dryRun(deps: ImportDeps, record: ImportRecord, sealer: Sealer): Promise<void> {
  const { checked, pieceOf, checkedAt, checkedOn } = await checkStaged(deps, record, sealer);
  await inTransaction(deps.pool, async (db) => {
    await writeChecked(db, record.id, checked, pieceOf, sealer);
    await writeHouseholds(db, record.id, checked);
    await updateImport(
      db,
      record.id,
      {
        state: 'ready',
        summary: checked.summary,
        rows: checked.summary.rows,
        done: checked.summary.rows,
        checked_at: checkedAt,
        checked_on: checkedOn,
      },
      ['checking'],
    );
  });
}
