import { streetKey } from '@nocgia/schemas/text/address.ts';
import { sql, type SqlBool } from 'kysely';
import { literalLimit } from '../../access/paging.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';
import { whereScope } from '../../access/where-scope.ts';
import type { DwellingRow } from './projection.ts';

type Tables = { 'view.dwellings': DwellingRow };

/** What a page shows of a dwelling. */
export type DwellingEntry = Omit<DwellingRow, 'terms' | 'street_key'>;

function select(scope: Scope, db: ScopedDb) {
  return db
    .withTables<Tables>()
    .selectFrom('view.dwellings as d')
    .where(whereScope(scope, 'Dwelling', 'd'))
    .select([
      'dwelling_id',
      'ward',
      'neighbourhood',
      'house_number',
      'old_number',
      'street',
      'kind',
      'lon',
      'lat',
      'address',
      'address_key',
      'version',
      sql<string | null>`confirmed_on::text`.as('confirmed_on'),
    ]);
}

/** Dwellings by id, as far as the reader may see them. */
export async function dwellingsByIds(
  scope: Scope,
  db: ScopedDb,
  ids: readonly string[],
): Promise<Map<string, DwellingEntry>> {
  if (ids.length === 0) return new Map();
  const rows = await select(scope, db)
    .where(sql<SqlBool>`d.dwelling_id = any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.dwelling_id, row]));
}

/** Which dwellings of which unit; `numbers` are unit numbers of one column. */
export interface DwellingFilter {
  column: 'ward' | 'neighbourhood';
  numbers: readonly number[];
  street: string | null;
  unplaced: boolean;
  /** Only those that were not confirmed after this day, the longest unconfirmed first; null = all, by address. */
  unconfirmedSince: string | null;
}

const NEVER_CONFIRMED = '0001-01-01';

/** What was never confirmed stands before everything else; the indexes of the table know this expression. */
const confirmedKey = sql<string>`coalesce(d.confirmed_on, '0001-01-01'::date)`;

function inUnits(column: 'ward' | 'neighbourhood', numbers: readonly number[]) {
  const name = sql.ref(`d.${column}`);
  // A single unit is compared with "=", under which the index keeps its order for keyset paging.
  return numbers.length === 1 ? sql<SqlBool>`${name} = ${numbers[0]}` : sql<SqlBool>`${name} = any(${numbers}::int[])`;
}

function conditions({ column, numbers, street, unplaced, unconfirmedSince }: DwellingFilter) {
  const parts = [inUnits(column, numbers)];
  if (street !== null) parts.push(sql<SqlBool>`d.street_key = ${streetKey(street)}`);
  if (unplaced) parts.push(sql<SqlBool>`d.neighbourhood is null`);
  if (unconfirmedSince !== null) parts.push(sql<SqlBool>`${confirmedKey} <= ${unconfirmedSince}::date`);
  return sql<SqlBool>`(${sql.join(parts, sql` and `)})`;
}

/** How many texts a cursor of the list holds. */
export function cursorLength({ unconfirmedSince }: DwellingFilter): number {
  return unconfirmedSince === null ? 2 : 3;
}

/**
 * Dwellings of a unit by street and number, or the longest unconfirmed first, a page at a time. `after`: address key and id of the last
 * one seen, and before them the day of its confirmation where the list goes by that.
 */
export async function dwellingPage(
  scope: Scope,
  db: ScopedDb,
  filter: DwellingFilter,
  page: { after: string[] | null; first: number },
): Promise<{ items: DwellingEntry[]; next: string[] | null }> {
  const byConfirmation = filter.unconfirmedSince !== null;
  const [id, key, day] = page.after?.toReversed() ?? [];
  const rows = await select(scope, db)
    .where(conditions(filter))
    .$if(page.after !== null, (query) =>
      query.where(
        byConfirmation
          ? sql<SqlBool>`(${confirmedKey}, d.address_key, d.dwelling_id) > (${day}::date, ${key}, ${id}::uuid)`
          : sql<SqlBool>`(d.address_key, d.dwelling_id) > (${key}, ${id}::uuid)`,
      ),
    )
    .$if(byConfirmation, (query) => query.orderBy(confirmedKey))
    .orderBy('d.address_key')
    .orderBy('d.dwelling_id')
    .limit(literalLimit(page.first + 1))
    .execute();
  const items = rows.slice(0, page.first);
  const last = rows.length > page.first ? items.at(-1) : undefined;
  if (!last) return { items, next: null };
  const next = [last.address_key, last.dwelling_id];
  return { items, next: byConfirmation ? [last.confirmed_on ?? NEVER_CONFIRMED, ...next] : next };
}

/** How many dwellings the whole list has. */
export async function countDwellings(scope: Scope, db: ScopedDb, filter: DwellingFilter): Promise<number> {
  const row = await db
    .withTables<Tables>()
    .selectFrom('view.dwellings as d')
    .where(whereScope(scope, 'Dwelling', 'd'))
    .where(conditions(filter))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirst();
  return row?.count ?? 0;
}

/** Names of streets of a unit, each once however it was written, in their order. */
export async function streetsOf(scope: Scope, db: ScopedDb, filter: DwellingFilter): Promise<string[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('view.dwellings as d')
    .where(whereScope(scope, 'Dwelling', 'd'))
    .where(conditions(filter))
    .where('d.street', 'is not', null)
    // Of several ways of writing one street, the one that most dwellings have.
    .select([
      sql<string>`mode() within group (order by d.street)`.as('street'),
      sql<string>`min(d.address_key)`.as('key'),
    ])
    .groupBy('d.street_key')
    .orderBy('key')
    .limit(2000)
    .execute();
  return rows.map((row) => row.street);
}
