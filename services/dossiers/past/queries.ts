import { codeOfUnit, wardCode } from '@nocgia/schemas/events/common.ts';
import type { DossierImportIssueCode } from '@nocgia/schemas/dossier-import-issues.ts';
import type { Rejection } from '@nocgia/schemas/errors.ts';
import { sql } from 'kysely';
import * as v from 'valibot';
import { authorize, mayEver, type Action } from '../../access/ability.ts';
import { isId } from '../../access/paging.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';
import type { PastAction } from './check.ts';
import type { PastIssue } from './course.ts';
import { sealerOf, type PastDeps } from './deps.ts';
import { describedBy, findPast, listPast, type Description, type PastImport } from './store.ts';

/** Whether the reader may do this with imports of a ward; null = yes. */
export function pastAllowed(scope: Scope, action: Extract<Action, 'read' | 'import'>, ward: string): Rejection | null {
  if (!v.is(wardCode, ward)) return { code: 'NOT_FOUND' };
  return authorize(scope, action, 'Import', { ward, neighbourhood: null });
}

/** An import that the reader may see, or null: one outside the scope is not told from one that is not there. */
export async function visiblePast(scope: Scope, deps: Pick<PastDeps, 'pool'>, id: string): Promise<PastImport | null> {
  if (!isId(id)) return null;
  const record = await findPast(deps.pool, id);
  return record && pastAllowed(scope, 'read', codeOfUnit(record.ward)) === null ? record : null;
}

/** Imports of the reader's wards, newest first, a page at a time. */
export async function visiblePasts(
  scope: Scope,
  deps: Pick<PastDeps, 'pool'>,
  page: { after: { createdAt: string; id: string } | null; first: number },
): Promise<{ items: PastImport[]; total: number; next: { createdAt: string; id: string } | null }> {
  const wards = mayEver(scope, 'read', 'Import')
    ? scope.aggregates.filter((number) => pastAllowed(scope, 'read', codeOfUnit(number)) === null)
    : [];
  const found = await listPast(deps.pool, wards, { after: page.after, limit: page.first + 1 });
  const items = found.items.slice(0, page.first);
  const last = items.at(-1);
  const next =
    found.items.length > page.first && last ? { createdAt: last.created_at.toISOString(), id: last.id } : null;
  return { items, total: found.total, next };
}

/** Name of the file, its columns and where the headings stand; empty once the import has expired. */
export async function describePast(deps: Pick<PastDeps, 'keyring'>, record: PastImport): Promise<Description> {
  if (record.described === null) return { fileName: '', source: null, headingLine: 0, columns: [] };
  return describedBy(record, await sealerOf(deps.keyring, record.id));
}

/** Whether the reader may see what stands in the rows, phones included: whoever brought the file, and whoever reads all of that in the ward. */
export function maySeeValues(scope: Scope, record: PastImport): boolean {
  const clear = (['identity', 'contact', 'residence'] as const).every(
    (group) => scope.fields[group] !== 'none' && scope.fields[group] !== 'masked',
  );
  return record.created_by === scope.accountId || clear;
}

export interface ImportedView {
  number: number;
  firstLine: number;
  lastLine: number;
  steps: number;
  action: PastAction;
  warned: boolean;
  code: string | null;
  dossierId: string | null;
  issues: { line: number | null; code: DossierImportIssueCode; column?: string; value?: string }[];
}

export type ImportedFilter = PastAction | 'warning';

interface StoredDossier {
  number: number;
  first_line: number;
  last_line: number;
  steps: number;
  action: PastAction;
  warned: boolean;
  codes: DossierImportIssueCode[];
  issues: Buffer | null;
  dossier_id: string | null;
  written: boolean;
}

/** Dossiers of an import in the order of the file, behind a number, a page at a time; `filter` narrows to one action, or to marked ones. */
export async function importedDossiers(
  scope: Scope,
  deps: Pick<PastDeps, 'pool' | 'keyring'>,
  record: PastImport,
  page: { filter: ImportedFilter | null; after: number; first: number },
): Promise<{ items: ImportedView[]; total: number; next: number | null }> {
  const { pool, keyring } = deps;
  // Conditions as text of our own, so that each has its index.
  const narrowed = page.filter === null ? '' : page.filter === 'warning' ? 'and warned' : 'and action = $2';
  const values = page.filter === null || page.filter === 'warning' ? [record.id] : [record.id, page.filter];
  const counted = await pool.query<{ total: number }>(
    `select count(*)::int as total from app.dossier_import_dossiers where import_id = $1 ${narrowed}`,
    values,
  );
  const { rows } = await pool.query<StoredDossier>(
    `select number, first_line, last_line, steps, action, warned, codes, issues, dossier_id, slice < ${record.slices_done} as written
    from app.dossier_import_dossiers
    where import_id = $1 ${narrowed} and number > $${values.length + 1} order by number limit $${values.length + 2}`,
    [...values, page.after, page.first + 1],
  );
  const shown = rows.slice(0, page.first);
  const clear = record.described !== null && maySeeValues(scope, record);
  const sealer = clear ? await sealerOf(keyring, record.id) : null;
  const items = shown.map((row): ImportedView => {
    const said =
      sealer && row.issues
        ? sealer.open<{ code: string; issues: PastIssue[] }>(row.issues, `issues/${row.number}`)
        : null;
    // What was found while writing stands in the codes alone.
    const late = row.codes.filter((code) => said && !said.issues.some((one) => one.code === code));
    const bare = (codes: readonly DossierImportIssueCode[]) => codes.map((code) => ({ line: null, code }));
    return {
      number: row.number,
      firstLine: row.first_line,
      lastLine: row.last_line,
      steps: row.steps,
      action: row.action,
      warned: row.warned,
      code: said?.code || null,
      dossierId: row.action === 'unchanged' || (row.action === 'create' && row.written) ? row.dossier_id : null,
      issues: said ? [...said.issues, ...bare(late)] : bare(row.codes),
    };
  });
  const next = rows.length > page.first ? (shown.at(-1)?.number ?? null) : null;
  return { items, total: counted.rows[0]?.total ?? 0, next };
}

/** Names of wards by code. */
export async function wardNames(
  db: ScopedDb,
  codes: readonly string[],
): Promise<Map<string, { name: string; validFrom: string }>> {
  const { rows } = await sql<{ code: string; name: string; valid_from: string }>`
    select code, name, to_char(valid_from, 'YYYY-MM-DD') as valid_from from view.units where code = any(${[...codes]}::text[])`.execute(
    db,
  );
  return new Map(rows.map(({ code, name, valid_from }) => [code, { name, validFrom: valid_from }]));
}
