import { matterOf, matterOfName } from '@nocgia/schemas/code-lists/matters.ts';
import { codeOfUnit } from '@nocgia/schemas/events/common.ts';
import { dossierImportIssueEntries, type DossierImportIssueCode } from '@nocgia/schemas/dossier-import-issues.ts';
import { foldName } from '@nocgia/schemas/text/fold.ts';
import { sql } from 'kysely';
import { withScope } from '../../access/scoped-db.ts';
import { derivedId } from '../../event-store/derived-id.ts';
import type { Sealer } from '../../files/sealer.ts';
import {
  buildCourse,
  hasError,
  hasWarning,
  type BuiltDossier,
  type KnownProcedure,
  type PastContext,
} from './course.ts';
import { pieces, type PastDeps } from './deps.ts';
import type { PastField, PastTimeField } from './fields.ts';
import { dayOrderOf } from './moments.ts';
import { pastRowReader, textsOf, type PastRow, type Skipped } from './read-row.ts';
import { describedBy, type PastImport, type PastSummary } from './store.ts';

export type PastAction = 'create' | 'unchanged' | 'open' | 'error' | 'skipped';

/** One dossier of the file and what becomes of it; a line that is no step is `skipped`. */
export interface CheckedDossier extends BuiltDossier {
  action: PastAction;
  dossierId: string | null;
  fingerprint: string | null;
}

const settleMs = 120_000;
const codesAtOnce = 5_000;

/** The id of the dossier that has a code of another software in a ward: the same code is always the same dossier. */
export function pastDossierId(ward: number, code: string): string {
  return derivedId('past dossier', codeOfUnit(ward), code);
}

/** Checks all staged rows against themselves and the ward's dossiers as they stand now. Writes nothing. */
export async function checkPast(
  deps: PastDeps,
  record: PastImport,
  sealer: Sealer,
): Promise<{ dossiers: CheckedDossier[]; summary: PastSummary }> {
  const settled = await deps.waitFor(await deps.log.store.head(), settleMs);
  if (settled.behind) throw new Error('the rows lag behind the log');
  const described = describedBy(record, sealer);
  const headings = described.columns.map(({ heading }) => heading);
  const read = pastRowReader(record.mapping, headings);
  const byCode = new Map<string, PastRow[]>();
  const rows: PastRow[] = [];
  const skipped: { line: number; why: Skipped }[] = [];
  const codeless: PastRow[] = [];
  for await (const piece of pieces.each(deps.pool, record.id, sealer)) {
    for (const raw of piece.rows) {
      if (raw.line <= described.headingLine) continue;
      const row = read(raw);
      if ('skipped' in row) {
        skipped.push({ line: row.line, why: row.skipped });
        continue;
      }
      rows.push(row);
      const { code } = row.texts;
      if (code === undefined) codeless.push(row);
      else if (!byCode.get(code)?.push(row)) byCode.set(code, [row]);
    }
  }
  const columnOf = (field: PastField): number | undefined => record.mapping.find((one) => one.field === field)?.column;
  const order = (field: PastTimeField) => dayOrderOf(textsOf(rows, field));
  const context: PastContext = {
    heading: (field) => {
      const column = columnOf(field);
      return column === undefined ? undefined : (headings[column] || `#${column + 1}`).slice(0, 100);
    },
    has: (field) => columnOf(field) !== undefined,
    orders: {
      receivedAt: order('receivedAt'),
      dueAt: order('dueAt'),
      closedAt: order('closedAt'),
      startedAt: order('startedAt'),
      plannedEnd: order('plannedEnd'),
      endedAt: order('endedAt'),
    },
    date1904: described.source?.date1904 ?? false,
    now: (record.checked_at ?? deps.now()).toISOString(),
    procedureOf: await proceduresOf(deps, record.ward),
    matterOf: matterOfName,
  };
  const known = await knownCodes(deps, record.ward, [...byCode.keys()]);
  const dossiers = [
    ...[...byCode].map(([code, own]) => compared(buildCourse(code, own, context), known.get(code), deps, record.ward)),
    ...codeless.map(({ line }) => aside(line, 'code_missing', 'error')),
    ...skipped.map(({ line, why }) => aside(line, why, 'skipped')),
  ].sort((a, b) => a.firstLine - b.firstLine);
  return { dossiers, summary: summarise(dossiers, rows.length) };
}

function aside(line: number, code: DossierImportIssueCode, action: PastAction): CheckedDossier {
  const nothing = { code: '', course: null, open: false, dossierId: null, fingerprint: null };
  return { ...nothing, firstLine: line, lastLine: line, steps: 0, issues: [{ line, code }], action };
}

/** What stands under a code already: a dossier that is led here (`fingerprint` null), or one that was taken in. */
interface Known {
  fingerprint: string | null;
}

function compared(
  built: BuiltDossier,
  known: Known | undefined,
  { claimHash }: PastDeps,
  ward: number,
): CheckedDossier {
  const dossierId = pastDossierId(ward, built.code);
  const fingerprint =
    built.course && claimHash(JSON.stringify({ ...built.course, flags: [], procedureId: null, matter: null }));
  const clash =
    known && (known.fingerprint === null ? 'code_in_use' : known.fingerprint === fingerprint ? null : 'course_differs');
  // Of one that is open or faulty in this file nothing is compared: what was taken in stays as it is.
  const issues =
    clash && (built.course || clash === 'code_in_use') && !hasError(built.issues)
      ? [...built.issues, { line: built.firstLine, code: clash } as const]
      : built.issues;
  const action = hasError(issues) ? 'error' : built.open ? 'open' : known ? 'unchanged' : 'create';
  return { ...built, issues, action, dossierId, fingerprint };
}

/** Dossiers of the ward by code or code of the national system, of those that the file names. */
async function knownCodes({ pool }: PastDeps, ward: number, codes: readonly string[]): Promise<Map<string, Known>> {
  const found = new Map<string, Known>();
  await withScope(pool, { wards: [ward], neighbourhoods: [], aggregates: [] }, async (db) => {
    for (let from = 0; from < codes.length; from += codesAtOnce) {
      const part = codes.slice(from, from + codesAtOnce);
      const { rows } = await sql<{ code: string; fingerprint: string | null }>`
        select code, past->>'fingerprint' as fingerprint from view.dossiers where ward = ${ward} and code = any(${part}::text[])
        union all select national_code, null from view.dossiers where ward = ${ward} and national_code = any(${part}::text[])`.execute(
        db,
      );
      for (const { code, fingerprint } of rows) found.set(code, { fingerprint });
    }
  });
  return found;
}

/** The ward's procedures by code and by name without accents, as any of their versions has it. */
async function proceduresOf({ pool }: PastDeps, ward: number): Promise<PastContext['procedureOf']> {
  const byCode = new Map<string, KnownProcedure>();
  const byName = new Map<string, KnownProcedure | null>();
  await withScope(pool, { wards: [ward], neighbourhoods: [], aggregates: [] }, async (db) => {
    const { rows } = await sql<{ procedure_id: string; code: string; name: string; matter: number }>`
      select procedure_id, code, name, matter from view.procedure_versions where ward = ${ward} order by procedure_id, version`.execute(
      db,
    );
    for (const { procedure_id: procedureId, code, name, matter } of rows) {
      const procedure = { procedureId, matter: matterOf(matter) };
      byCode.set(code, procedure);
      const folded = foldName(name);
      const other = byName.get(folded);
      // A name that two procedures have tells neither.
      byName.set(folded, other === undefined || other?.procedureId === procedureId ? procedure : null);
    }
  });
  return (code, name) =>
    (code === null ? undefined : byCode.get(code)) ??
    (name === null ? null : (byName.get(foldName(name)) ?? byCode.get(name) ?? null));
}

/** Counts what a check found. */
export function summarise(dossiers: readonly CheckedDossier[], rows: number): PastSummary {
  const counts = new Map<DossierImportIssueCode, number>();
  for (const { issues } of dossiers)
    for (const code of new Set(issues.map((issue) => issue.code))) counts.set(code, (counts.get(code) ?? 0) + 1);
  const of = (action: PastAction): CheckedDossier[] => dossiers.filter((one) => one.action === action);
  const create = of('create');
  return {
    rows,
    dossiers: dossiers.length - of('skipped').length,
    create: create.length,
    steps: create.reduce((sum, { steps }) => sum + steps, 0),
    unchanged: of('unchanged').length,
    open: of('open').length,
    errors: of('error').length,
    flagged: create.filter(({ issues }) => hasWarning(issues)).length,
    skipped: of('skipped').length,
    issues: [...counts]
      .map(([code, count]) => ({ code, severity: dossierImportIssueEntries[code].severity, count }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
  };
}
