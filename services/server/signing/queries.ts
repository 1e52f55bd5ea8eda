import { errors, errorText, type ErrorCode } from '@nocgia/schemas/errors.ts';
import type { DossierSigning } from '@nocgia/schemas/generated/resolvers.ts';
import { sql, type SqlBool } from 'kysely';
import { displayNames } from '../../access/account/queries.ts';
import { batched } from '../../access/batch.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';

type Tables = {
  'app.signings': {
    id: string;
    dossier_id: string;
    file_id: string;
    account_id: string;
    state: DossierSigning['state'];
    asked_at: Date;
    tries: number;
    last_try_at: Date | null;
    next_try_at: Date;
    reason: string | null;
    params: Record<string, string | number> | null;
    recording: boolean;
  };
};

/** What is told of a code of the catalogue that was kept; null where there is none. */
export function reasonText(scope: Scope, code: string | null, params: Record<string, string | number> | null) {
  const known = (text: string): text is ErrorCode => text in errors;
  return code !== null && known(code) ? errorText(scope.locale, { code, params: params ?? {} }) : null;
}

async function readSignings(
  scope: Scope,
  db: ScopedDb,
  ids: readonly string[],
): Promise<Map<string, DossierSigning[]>> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('app.signings as s')
    .select(['s.id', 's.dossier_id', 's.file_id', 's.account_id', 's.state', 's.asked_at', 's.tries'])
    .select(['s.last_try_at', 's.next_try_at', 's.reason', 's.params', 's.recording'])
    .where(sql<SqlBool>`s.dossier_id = any(${ids}::uuid[])`)
    .orderBy('s.asked_at', 'desc')
    .execute();
  const names = await displayNames(db, [...new Set(rows.map((row) => row.account_id))]);
  const found = new Map<string, DossierSigning[]>();
  for (const row of rows) {
    const waits = row.state === 'waiting';
    const own = scope.role === 'leader' || row.account_id === scope.accountId;
    const one: DossierSigning = {
      ...{ id: row.id, fileId: row.file_id, state: row.state, by: names.get(row.account_id) ?? null },
      askedAt: row.asked_at.toISOString(),
      tries: row.tries,
      lastTryAt: row.last_try_at?.toISOString() ?? null,
      nextTryAt: waits ? row.next_try_at.toISOString() : null,
      reason: reasonText(scope, row.reason, row.params),
      cancellable: waits && own && !row.recording,
    };
    found.set(row.dossier_id, [...(found.get(row.dossier_id) ?? []), one]);
  }
  return found;
}

/** Signatures that were asked of the service for a dossier which the reader may see, the newest first. */
export const signingsOf = batched((context: { scope: Scope; db: ScopedDb }, ids: string[]) =>
  readSignings(context.scope, context.db, ids),
);
