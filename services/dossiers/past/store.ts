import type { DossierImportIssueCode } from '@nocgia/schemas/dossier-import-issues.ts';
import type { Sealer } from '../../files/sealer.ts';
import type { FoundColumn } from '../../tables/headings.ts';
import type { Db } from '../../tables/one-at-a-time.ts';
import type { SourceInfo } from '../../tables/reader/messages.ts';
import type { PastMapping } from './mapping.ts';

export type PastState =
  | 'reading'
  | 'needs_mapping'
  | 'checking'
  | 'ready'
  | 'committing'
  | 'committed'
  | 'cancelled'
  | 'failed'
  | 'refused'
  | 'withdrawing'
  | 'withdrawn';

/** Totals of a check. create + unchanged + open + errors = dossiers; `flagged` counts those with a warning among `create`. */
export interface PastSummary {
  rows: number;
  dossiers: number;
  create: number;
  /** Steps of what is created. */
  steps: number;
  unchanged: number;
  open: number;
  errors: number;
  flagged: number;
  /** Lines that are no steps. */
  skipped: number;
  issues: { code: DossierImportIssueCode; severity: string; count: number }[];
}

/** One import as its row stands. `ward` is the unit number; `described` is sealed. */
export interface PastImport {
  id: string;
  ward: number;
  created_by: string | null;
  created_in: string | null;
  created_at: Date;
  state: PastState;
  failed_in: PastState | null;
  problem: string | null;
  problem_params: Record<string, string | number> | null;
  file_key: string | null;
  file_hash: string;
  described: Buffer | null;
  mapping: PastMapping[];
  rows: number;
  done: number;
  summary: PastSummary | null;
  cancel_asked: boolean;
  checked_at: Date | null;
  slices: number | null;
  slices_done: number;
  finished_at: Date | null;
  expires_at: Date;
}

/** What was found out about the file; personal, hence sealed. `columns` is empty until the file has been read. */
export interface Description {
  fileName: string;
  source: SourceInfo | null;
  headingLine: number;
  columns: FoundColumn[];
}

const columns = `id, ward, created_by, created_in, created_at, state, failed_in, problem, problem_params, file_key, file_hash, described, mapping,
  rows, done, summary, cancel_asked, checked_at, slices, slices_done, finished_at, expires_at`;

export async function findPast(db: Db, id: string): Promise<PastImport | null> {
  const { rows } = await db.query<PastImport>(`select ${columns} from app.dossier_imports where id = $1`, [id]);
  return rows[0] ?? null;
}

/** Imports of some wards, newest first, from behind a place in that order. */
export async function listPast(
  db: Db,
  wards: readonly number[],
  page: { after: { createdAt: string; id: string } | null; limit: number },
): Promise<{ items: PastImport[]; total: number }> {
  const { rows } = await db.query<PastImport>(
    `select ${columns} from app.dossier_imports
    where ward = any($1::int[]) and ($2::timestamptz is null or (created_at, id) < ($2::timestamptz, $3::uuid))
    order by created_at desc, id desc limit $4`,
    [wards, page.after?.createdAt ?? null, page.after?.id ?? null, page.limit],
  );
  const counted = await db.query<{ total: number }>(
    'select count(*)::int as total from app.dossier_imports where ward = any($1::int[])',
    [wards],
  );
  return { items: rows, total: counted.rows[0]?.total ?? 0 };
}

export interface NewPast {
  id: string;
  ward: number;
  createdBy: string | null;
  createdIn: string | null;
  createdAt: Date;
  fileName: string;
  fileKey: string;
  bytes: number;
  hash: string;
  expiresAt: Date;
}

export async function insertPast(db: Db, made: NewPast, sealer: Sealer): Promise<void> {
  const described: Description = { fileName: made.fileName, source: null, headingLine: 0, columns: [] };
  const { id, ward, createdBy, createdIn, createdAt, fileKey, bytes, hash, expiresAt } = made;
  await db.query(
    `insert into app.dossier_imports
      (id, ward, created_by, created_in, created_at, state, file_key, file_bytes, file_hash, described, expires_at)
    values ($1, $2, $3, $4, $5, 'reading', $6, $7, $8, $9, $10)`,
    [id, ward, createdBy, createdIn, createdAt, fileKey, bytes, hash, sealer.seal(described, 'described'), expiresAt],
  );
}

/** Columns of `app.dossier_imports` that change while it goes on. */
export type PastChanges = Partial<
  Omit<PastImport, 'id' | 'ward' | 'created_by' | 'created_in' | 'created_at' | 'file_hash' | 'expires_at'>
>;

/** Writes changes to an import, unless it is in another state than `when`; answers whether it was written. */
export async function updatePast(
  db: Db,
  id: string,
  changes: PastChanges,
  when?: readonly PastState[],
): Promise<boolean> {
  const names = Object.keys(changes);
  const values = Object.values(changes).map((value) => (isJson(value) ? JSON.stringify(value) : value));
  const sets = names.map((name, index) => `${name} = $${index + 3}`).join(', ');
  const result = await db.query(
    `update app.dossier_imports set ${sets} where id = $1 and ($2::text[] is null or state = any($2::text[]))`,
    [id, when ?? null, ...values],
  );
  return result.rowCount === 1;
}

function isJson(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !(value instanceof Date) && !Buffer.isBuffer(value);
}

/** What was found out about an import's file, empty once it has expired. */
export function describedBy(record: PastImport, sealer: Sealer): Description {
  if (record.described === null) return { fileName: '', source: null, headingLine: 0, columns: [] };
  return sealer.open<Description>(record.described, 'described');
}
