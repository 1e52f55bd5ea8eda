import type { ErrorCode } from '@nocgia/schemas/errors.ts';
import type { MediaType } from '@nocgia/schemas/events/dossier.ts';
import type { Pool } from 'pg';

/** A row of `app.uploads`. */
export interface UploadRow {
  file_id: string;
  dossier_id: string;
  paper: string | null;
  /** Sealed under the dossier's own key. */
  name: Buffer;
  media_type: MediaType;
  bytes: number;
  hash: string;
  state: 'waiting' | 'passed' | 'refused';
  reason: ErrorCode | null;
  sent_at: Date;
}

const columns = 'file_id, dossier_id, paper, name, media_type, bytes::float8 as bytes, hash, state, reason, sent_at';

/** What one dossier may have waiting, and what all that were not sent yet may fill together. */
export const uploadLimits = {
  files: 20,
  bytes: 100 * 1024 * 1024,
  unsent: 5 * 1024 * 1024 * 1024,
  hourly: 120,
} as const;

/** Keeps what is known of a file whose bytes are stored; false where its dossier has as many, or as much, as it may have. */
export async function keepUpload(db: Pool, row: Omit<UploadRow, 'state' | 'reason'>): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into app.uploads (file_id, dossier_id, paper, name, media_type, bytes, hash, state, sent_at)
      select $1, $2, $3, $4, $5, $6::bigint, $7, 'waiting', $8
      where (select count(*) < $9 and coalesce(sum(bytes), 0) + $6::bigint <= $10
        from app.uploads where dossier_id = $2 and state <> 'refused')`,
    [
      ...[row.file_id, row.dossier_id, row.paper, row.name, row.media_type, row.bytes, row.hash, row.sent_at],
      ...[uploadLimits.files, uploadLimits.bytes],
    ],
  );
  return rowCount === 1;
}

/** Bytes that wait in all, so that a full store is told before it is full. */
export async function waitingBytes(db: Pool): Promise<number> {
  const { rows } = await db.query<{ bytes: number }>(
    `select coalesce(sum(bytes), 0)::float8 as bytes from app.uploads where state <> 'refused'`,
  );
  return rows[0]?.bytes ?? 0;
}

export async function uploadsOf(db: Pool, dossierId: string): Promise<UploadRow[]> {
  const { rows } = await db.query<UploadRow>(
    `select ${columns} from app.uploads where dossier_id = $1 order by sent_at, file_id`,
    [dossierId],
  );
  return rows;
}

export async function uploadById(db: Pool, fileId: string): Promise<UploadRow | undefined> {
  const { rows } = await db.query<UploadRow>(`select ${columns} from app.uploads where file_id = $1`, [fileId]);
  return rows[0];
}

/** Uploads that were sent before an instant and are neither refused nor taken. */
export async function openUploads(db: Pool, before: Date): Promise<UploadRow[]> {
  const { rows } = await db.query<UploadRow>(
    `select ${columns} from app.uploads where state <> 'refused' and sent_at < $1 order by sent_at limit 1000`,
    [before],
  );
  return rows;
}

/** The outcome of a check; of what was refused only the reason stays. */
export async function markUpload(db: Pool, fileId: string, reason: ErrorCode | null, now: Date): Promise<void> {
  await db.query(
    `update app.uploads set state = case when $2::text is null then 'passed' else 'refused' end, reason = $2, checked_at = $3
      where file_id = $1`,
    [fileId, reason, now],
  );
}

export async function forgetUpload(db: Pool, fileId: string): Promise<void> {
  await db.query('delete from app.uploads where file_id = $1', [fileId]);
}

/** Refusals that everybody concerned has long read. */
export async function forgetRefused(db: Pool, before: Date): Promise<void> {
  await db.query(`delete from app.uploads where state = 'refused' and sent_at < $1`, [before]);
}
