import { sql } from 'kysely';
import type pg from 'pg';
import type { Scope } from '../../access/scope.ts';
import { withScope, type ScopedDb } from '../../access/scoped-db.ts';
import { citizenLine } from '../citizen/type.ts';
import { citizensByIds } from '../citizen/queries.ts';
import { householdsByIds } from '../household/queries.ts';
import type { ImportDeps } from './deps.ts';
import type { ImportRecord } from './store.ts';
import type { KeptKind, KeptWhy } from './withdraw.ts';

/** What a withdrawal would take back, and how many records would stay. */
export interface WithdrawalCounts {
  citizens: number;
  households: number;
  dwellings: number;
  /** Differences that were confirmed from it, whether or not somebody has gone on since. */
  differences: number;
  kept: number;
}

/** Of these dwellings of a ward, those that a household is recorded to live or have lived in. */
export async function inhabitedRoofs(pool: pg.Pool, ward: number, ids: readonly string[]): Promise<Set<string>> {
  return withScope(pool, { wards: [ward], neighbourhoods: [], aggregates: [] }, async (db) => {
    const { rows } = await sql<{ dwelling_id: string }>`
      select distinct dwelling_id from view.households where dwelling_id = any(${[...ids]}::uuid[])`.execute(db);
    return new Set(rows.map(({ dwelling_id }) => dwelling_id));
  });
}

/**
 * What a withdrawal would do, counted in the rows as they stand: a record is untouched while its stream is no longer than the import
 * made it. The withdrawal itself decides by the streams.
 */
export async function withdrawalCounts(
  { pool }: Pick<ImportDeps, 'pool'>,
  record: ImportRecord,
): Promise<WithdrawalCounts> {
  const counts = await withScope(pool, { wards: [record.ward], neighbourhoods: [], aggregates: [] }, (db) =>
    sql<Omit<WithdrawalCounts, 'differences'>>`
      with people as (
        select r.citizen_id, h.household_id, h.is_new, r.is_head, coalesce(c.version = 2, false) as free
        from app.import_rows r join app.import_households h using (import_id, household)
        left join view.citizens c on c.citizen_id = r.citizen_id and c.slot = 1
        where r.import_id = ${record.id} and r.action = 'create' and h.slice < ${record.slices_done}
      ), homes as (
        select p.household_id, v.dwelling_id,
          bool_and(p.free) and coalesce(v.version = 1 + count(*) + (bool_or(p.is_head))::int and v.member_count = count(*), false) as free
        from people p left join view.households v using (household_id) where p.is_new group by p.household_id, v.version, v.member_count, v.dwelling_id
      ), roofs as (
        select h.dwelling_id, coalesce(d.version = 1, false) and not exists (
          select from view.households v left join homes using (household_id)
          where v.dwelling_id = h.dwelling_id and homes.free is not true) as free
        from app.import_households h left join view.dwellings d using (dwelling_id)
        where h.import_id = ${record.id} and h.dwelling_from is not null and h.slice < ${record.slices_done}
      )
      select (select count(*) from people where free)::int as citizens, (select count(*) from homes where free)::int as households,
        (select count(*) from roofs where free)::int as dwellings,
        ((select count(*) from people where not free) + (select count(*) from homes where not free) + (select count(*) from roofs where not free))::int as kept`.execute(
      db,
    ),
  );
  const [row] = counts.rows;
  if (!row) throw new Error('counting answers one row');
  const confirmed = await pool.query<{ differences: number }>(
    `select count(*)::int as differences from app.import_differences where import_id = $1 and state = 'applied'`,
    [record.id],
  );
  const { citizens, households, dwellings, kept } = row;
  return { citizens, households, dwellings, differences: confirmed.rows[0]?.differences ?? 0, kept };
}

/** A record that stays: what it is, why it stays, and how the reader may call it (null outside of their scope). */
export interface KeptRecord {
  kind: KeptKind;
  id: string;
  why: KeptWhy;
  label: string | null;
}

/** What a withdrawal left in the register, a page at a time, people first; `after`: kind and id of the last one seen. */
export async function keptRecords(
  scope: Scope,
  db: ScopedDb,
  { pool }: Pick<ImportDeps, 'pool'>,
  importId: string,
  page: { after: readonly string[] | null; first: number },
): Promise<{ items: KeptRecord[]; next: string[] | null; total: number }> {
  const [kind = '', id = '00000000-0000-0000-0000-000000000000'] = page.after ?? [];
  const { rows } = await pool.query<Omit<KeptRecord, 'label'> & { total: number }>(
    `select kind, id, why, (select count(*)::int from app.import_kept where import_id = $1) as total
    from app.import_kept where import_id = $1 and (kind, id) > ($2, $3::uuid) order by kind, id limit $4`,
    [importId, kind, id, page.first + 1],
  );
  const shown = rows.slice(0, page.first);
  const of = (wanted: KeptKind): string[] => shown.flatMap((row) => (row.kind === wanted ? row.id : []));
  const citizens = await citizensByIds(scope, db, of('citizen'));
  const households = await householdsByIds(scope, db, of('household'));
  const dwellings = await addressesOf(db, of('dwelling'));
  const label = (row: Pick<KeptRecord, 'kind' | 'id'>): string | null => {
    if (row.kind === 'dwelling') return dwellings.get(row.id) ?? null;
    if (row.kind === 'household') return households.get(row.id)?.number ?? null;
    const citizen = citizens.get(row.id);
    return citizen ? (citizenLine(scope, citizen).fullName ?? null) : null;
  };
  const last = rows.length > page.first ? shown.at(-1) : undefined;
  return {
    items: shown.map((row) => ({ kind: row.kind, id: row.id, why: row.why, label: label(row) })),
    next: last ? [last.kind, last.id] : null,
    total: rows[0]?.total ?? 0,
  };
}

/** Addresses of dwellings within the scope; a roof is no person's data. */
async function addressesOf(db: ScopedDb, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ dwelling_id: string; address: string }>`
    select dwelling_id, concat_ws(' ', house_number, street) as address from view.dwellings
    where dwelling_id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map(({ dwelling_id, address }) => [dwelling_id, address]));
}
