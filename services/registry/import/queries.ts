import { codeOfUnit, wardCode } from '@nocgia/schemas/events/common.ts';
import type { ImportIssueCode } from '@nocgia/schemas/import-issues.ts';
import { sql } from 'kysely';
import * as v from 'valibot';
import { authorize, mayEver, type Action } from '../../access/ability.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';
import type { Rejection } from '@nocgia/schemas/errors.ts';
import type { RowAction } from './check.ts';
import type { ImportDeps } from './deps.ts';
import { readPieces } from './pieces.ts';
import type { RowIssue } from './resident.ts';
import { cleanText } from '../../tables/clean-text.ts';
import { sealerOf } from './sealer.ts';
import { findImport, listImports, type Description, type ImportRecord, type ImportState } from './store.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether the reader may do this with imports of a ward; null = yes. */
export function importAllowed(
  scope: Scope,
  action: Extract<Action, 'read' | 'import'>,
  ward: string,
): Rejection | null {
  if (!v.is(wardCode, ward)) return { code: 'NOT_FOUND' };
  return authorize(scope, action, 'Import', { ward, neighbourhood: null });
}

/** An import that the reader may see, or null: one outside the scope is not told from one that is not there. */
export async function visibleImport(
  scope: Scope,
  deps: Pick<ImportDeps, 'pool'>,
  id: string,
): Promise<ImportRecord | null> {
  if (!uuid.test(id)) return null;
  const record = await findImport(deps.pool, id);
  return record && importAllowed(scope, 'read', codeOfUnit(record.ward)) === null ? record : null;
}

export interface ImportCursor {
  createdAt: string;
  id: string;
}

/** Imports of the reader's wards, newest first, a page at a time; `states` narrows to some. */
export async function visibleImports(
  scope: Scope,
  deps: Pick<ImportDeps, 'pool'>,
  page: { after: ImportCursor | null; first: number; states?: readonly ImportState[] },
): Promise<{ items: ImportRecord[]; total: number; next: ImportCursor | null }> {
  const wards = mayEver(scope, 'read', 'Import')
    ? scope.aggregates.filter((number) => importAllowed(scope, 'read', codeOfUnit(number)) === null)
    : [];
  const found = await listImports(deps.pool, wards, { ...page, limit: page.first + 1 });
  const items = found.items.slice(0, page.first);
  const last = items.at(-1);
  const next =
    found.items.length > page.first && last ? { createdAt: last.created_at.toISOString(), id: last.id } : null;
  return { items, total: found.total, next };
}

/** Name of the file, its columns and where the headings stand; empty once the import has expired. */
export async function describe(deps: Pick<ImportDeps, 'keyring'>, record: ImportRecord): Promise<Description> {
  if (record.described === null) return { fileName: '', source: null, headingLine: 0, columns: [] };
  return (await sealerOf(deps.keyring, record.id)).open<Description>(record.described, 'described');
}

/**
 * Whether the reader may see what stands in the rows: whoever brought the file, and whoever reads people's identity in the ward. An
 * administrator keeps the house in order and needs nobody's data for that.
 */
export function maySeeValues(scope: Scope, record: ImportRecord): boolean {
  return (
    record.created_by === scope.accountId || (scope.fields.identity !== 'none' && scope.fields.identity !== 'masked')
  );
}

export interface ImportRowView {
  line: number;
  action: RowAction;
  warned: boolean;
  /** The name in the row; null where the reader may not see it, or there is none. */
  name: string | null;
  citizenId: string | null;
  issues: RowIssue[];
}

export type RowFilter = RowAction | 'warning';

interface StoredRow {
  line: number;
  piece: number;
  action: RowAction;
  warned: boolean;
  codes: ImportIssueCode[];
  issues: Buffer | null;
  citizen_id: string | null;
}

/** Rows of an import in the order of the file, behind a line, a page at a time; `filter` narrows to one action, or to rows with warnings. */
export async function importRows(
  scope: Scope,
  deps: Pick<ImportDeps, 'pool' | 'keyring'>,
  record: ImportRecord,
  page: { filter: RowFilter | null; after: number; first: number },
): Promise<{ items: ImportRowView[]; total: number; next: number | null }> {
  const { pool, keyring } = deps;
  // Conditions as text of our own, so that each has its index.
  const narrowed = page.filter === null ? '' : page.filter === 'warning' ? 'and warned' : 'and action = $2';
  const values = page.filter === null || page.filter === 'warning' ? [record.id] : [record.id, page.filter];
  const counted = await pool.query<{ total: number }>(
    `select count(*)::int as total from app.import_rows where import_id = $1 ${narrowed}`,
    values,
  );
  const { rows } = await pool.query<StoredRow>(
    `select line, piece, action, warned, codes, issues, citizen_id from app.import_rows
    where import_id = $1 ${narrowed} and line > $${values.length + 1} order by line limit $${values.length + 2}`,
    [...values, page.after, page.first + 1],
  );
  const shown = rows.slice(0, page.first);
  const next = rows.length > page.first ? (shown.at(-1)?.line ?? null) : null;
  const total = counted.rows[0]?.total ?? 0;
  const bare = (row: StoredRow): ImportRowView => ({
    line: row.line,
    action: row.action,
    warned: row.warned,
    name: null,
    citizenId: row.citizen_id,
    issues: row.codes.map((code) => ({ code })),
  });
  if (record.described === null || !maySeeValues(scope, record)) return { items: shown.map(bare), total, next };
  const sealer = await sealerOf(keyring, record.id);
  const pieces = await readPieces(pool, record.id, [...new Set(shown.map(({ piece }) => piece))], sealer);
  const nameColumns = record.mapping
    .filter(({ field }) => field === 'fullName' || field === 'namePart')
    .map(({ column }) => column);
  const items = shown.map((row): ImportRowView => {
    const cells = pieces.get(row.piece)?.find(({ line }) => line === row.line)?.cells ?? [];
    const name = cleanText(nameColumns.map((column) => cells[column] ?? '').join(' '));
    return {
      ...bare(row),
      name: name || null,
      issues: row.issues === null ? [] : sealer.open<RowIssue[]>(row.issues, `issues/${row.line}`),
    };
  });
  return { items, total, next };
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
