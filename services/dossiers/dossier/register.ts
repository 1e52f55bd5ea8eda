import { sql, type SqlBool } from 'kysely';
import { literalLimit } from '../../access/paging.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';
import { selectDossiers, type DossierEntry } from './queries.ts';

/** A page of a ward's register of dossiers: those taken in from one instant until before another, in order. */
export async function registerPage(
  scope: Scope,
  db: ScopedDb,
  asked: { ward: number; from: string; until: string },
  page: { after: string[] | null; first: number },
): Promise<{ items: DossierEntry[]; next: string[] | null }> {
  const [at, id] = page.after ?? [];
  const rows = await selectDossiers(scope, db)
    .where('d.ward', '=', asked.ward)
    .where(sql<SqlBool>`(d.received_at >= ${asked.from}::timestamptz and d.received_at < ${asked.until}::timestamptz)`)
    .select(sql<string>`d.received_at::text`.as('order_key'))
    .$if(at !== undefined, (query) =>
      query.where(sql<SqlBool>`(d.received_at, d.dossier_id) > (${at}::timestamptz, ${id}::uuid)`),
    )
    .orderBy('d.received_at')
    .orderBy('d.dossier_id')
    .limit(literalLimit(page.first + 1))
    .execute();
  const items = rows.slice(0, page.first);
  const last = rows.length > page.first ? items.at(-1) : undefined;
  return { items, next: last ? [last.order_key, last.dossier_id] : null };
}
