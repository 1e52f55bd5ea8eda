import type { WithdrawalReason } from '@nocgia/schemas/events/import.ts';
import type { Db } from '../../tables/one-at-a-time.ts';
import type { CheckSummary } from './summary.ts';
import type { ColumnMapping } from './mapping.ts';
import type { FoundColumn } from '../../tables/headings.ts';
import type { SourceInfo } from '../../tables/reader/messages.ts';
import type { Sealer } from '../../files/sealer.ts';

export type ImportState =
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

/** How far a withdrawal has come: `done` of its parts are in the log; the counts are of what they took back and what stays. */
export interface Withdrawal {
  reason: WithdrawalReason;
  by: string | null;
  position: string | null;
  /** The day of the withdrawal. */
  on: string;
  done: number;
  /** Records looked at, and how many there are. */
  seen: number;
  total: number;
  citizens: number;
  households: number;
  dwellings: number;
  /** Differences that had been confirmed from it. */
  differences?: number;
  kept: number;
}

/** One import as its row stands. `ward` is the unit number; `described` is sealed. */
export interface ImportRecord {
  id: string;
  ward: number;
  created_by: string | null;
  created_in: string | null;
  created_at: Date;
  state: ImportState;
  failed_in: ImportState | null;
  problem: string | null;
  problem_params: Record<string, string | number> | null;
  file_key: string | null;
  file_bytes: string;
  file_hash: string;
  described: Buffer | null;
  mapping: ColumnMapping[];
  /** The template that the columns were matched by. */
  template_id: string | null;
  rows: number;
  done: number;
  summary: CheckSummary | null;
  skip_errors: boolean;
  cancel_asked: boolean;
  planned_on: string | null;
  slices: number | null;
  slices_done: number;
  /** Up to which event of the log, and as of which day, the rows were checked last. */
  checked_at: string | null;
  checked_on: string | null;
  withdrawal: Withdrawal | null;
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

const columns = `id, ward, created_by, created_in, created_at, state, failed_in, problem, problem_params, file_key, file_bytes, file_hash,
  described, mapping, template_id, rows, done, summary, skip_errors, cancel_asked, to_char(planned_on, 'YYYY-MM-DD') as planned_on, slices, slices_done,
  checked_at, to_char(checked_on, 'YYYY-MM-DD') as checked_on, withdrawal, finished_at, expires_at`;

export async function findImport(db: Db, id: string): Promise<ImportRecord | null> {
  const { rows } = await db.query<ImportRecord>(`select ${columns} from app.imports where id = $1`, [id]);
  return rows[0] ?? null;
}

/** Imports of some wards, newest first, from behind a place in that order. */
export async function listImports(
  db: Db,
  wards: readonly number[],
  page: { after: { createdAt: string; id: string } | null; limit: number; states?: readonly ImportState[] },
): Promise<{ items: ImportRecord[]; total: number }> {
  const states = page.states ?? null;
  const { rows } = await db.query<ImportRecord>(
    `select ${columns} from app.imports
    where ward = any($1::int[]) and ($2::text[] is null or state = any($2::text[]))
      and ($3::timestamptz is null or (created_at, id) < ($3::timestamptz, $4::uuid))
    order by created_at desc, id desc limit $5`,
    [wards, states, page.after?.createdAt ?? null, page.after?.id ?? null, page.limit],
  );
  const counted = await db.query<{ total: number }>(
    'select count(*)::int as total from app.imports where ward = any($1::int[]) and ($2::text[] is null or state = any($2::text[]))',
    [wards, states],
  );
  return { items: rows, total: counted.rows[0]?.total ?? 0 };
}

export interface NewImport {
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

export async function insertImport(db: Db, made: NewImport, sealer: Sealer): Promise<void> {
  const described: Description = { fileName: made.fileName, source: null, headingLine: 0, columns: [] };
  await db.query(
    `insert into app.imports (id, ward, created_by, created_in, created_at, state, file_key, file_bytes, file_hash, described, expires_at)
    values ($1, $2, $3, $4, $5, 'reading', $6, $7, $8, $9, $10)`,
    [
      made.id,
      made.ward,
      made.createdBy,
      made.createdIn,
      made.createdAt,
      made.fileKey,
      made.bytes,
      made.hash,
      sealer.seal(described, 'described'),
      made.expiresAt,
    ],
  );
}

/** Columns of `app.imports` that change while it goes on. */
export type ImportChanges = Partial<
  Pick<
    ImportRecord,
    | 'state'
    | 'failed_in'
    | 'problem'
    | 'problem_params'
    | 'file_key'
    | 'described'
    | 'mapping'
    | 'template_id'
    | 'rows'
    | 'done'
    | 'summary'
    | 'skip_errors'
    | 'cancel_asked'
    | 'planned_on'
    | 'slices'
    | 'slices_done'
    | 'checked_at'
    | 'checked_on'
    | 'withdrawal'
    | 'finished_at'
  >
>;

/** Writes changes to an import, unless it is in another state than `when`; answers whether it was written. */
export async function updateImport(
  db: Db,
  id: string,
  changes: ImportChanges,
  when?: readonly ImportState[],
): Promise<boolean> {
  const names = Object.keys(changes);
  const values = Object.values(changes).map((value) => (isJson(value) ? JSON.stringify(value) : value));
  const sets = names.map((name, index) => `${name} = $${index + 3}`).join(', ');
  const result = await db.query(
    `update app.imports set ${sets} where id = $1 and ($2::text[] is null or state = any($2::text[]))`,
    [id, when ?? null, ...values],
  );
  return result.rowCount === 1;
}

function isJson(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !(value instanceof Date) && !Buffer.isBuffer(value);
}
