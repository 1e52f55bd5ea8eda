import type { ErrorCode } from '@nocgia/schemas/errors.ts';
import { sql, type SqlBool } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';

/** A file from home that its dossier has not taken: being checked, or refused and why. */
export interface UploadEntry {
  file_id: string;
  dossier_id: string;
  paper: string | null;
  media_type: string;
  bytes: number;
  state: 'waiting' | 'passed' | 'refused';
  reason: ErrorCode | null;
  sent_at: string;
}

/** Uploads by dossier, the oldest first; for whoever may see the dossiers. Names are not read: they belong to the dossier's papers, once taken. */
export async function uploadsByDossier(
  _: Scope,
  db: ScopedDb,
  dossierIds: readonly string[],
): Promise<Map<string, UploadEntry[]>> {
  const found = new Map<string, UploadEntry[]>();
  if (dossierIds.length === 0) return found;
  const rows = await db
    .withTables<{ 'app.uploads': UploadEntry }>()
    .selectFrom('app.uploads as u')
    .where(sql<SqlBool>`u.dossier_id = any(${dossierIds}::uuid[])`)
    .select(['u.file_id', 'u.dossier_id', 'u.paper', 'u.media_type', 'u.state', 'u.reason'])
    .select(sql<number>`u.bytes::float8`.as('bytes'))
    .select(sql<string>`to_char(u.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`.as('sent_at'))
    .orderBy('u.sent_at')
    .orderBy('u.file_id')
    .execute();
  for (const row of rows) found.set(row.dossier_id, [...(found.get(row.dossier_id) ?? []), row]);
  return found;
}
