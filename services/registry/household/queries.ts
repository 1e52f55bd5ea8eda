import { sql, type SqlBool } from 'kysely';
import { literalLimit } from '../../access/paging.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';
import { whereScope } from '../../access/where-scope.ts';
import { headless, holding } from './looked-for.ts';
import type { HouseholdRow } from './projection.ts';

type Tables = { 'view.households': HouseholdRow };

/** What pages read of a household. */
export type HouseholdEntry = Omit<HouseholdRow, 'sort_key' | 'former_dwellings'>;

/** What a line of people says of the household, in a join with alias `h`. */
export const householdOfLine = [
  'h.household_id',
  'h.dwelling_id as household_dwelling',
  'h.head_id as household_head',
  'h.number as household_number',
] as const;

/** A row that `householdOfLine` was selected into; all null where there is no household or the reader may not see it. */
export interface HouseholdOfLine {
  household_id: string | null;
  household_dwelling: string | null;
  household_head: string | null;
  household_number: string | null;
}

function select(scope: Scope, db: ScopedDb) {
  return db
    .withTables<Tables>()
    .selectFrom('view.households as h')
    .where(whereScope(scope, 'Household', 'h'))
    .select([
      'h.household_id',
      'h.ward',
      'h.neighbourhood',
      'h.dwelling_id',
      'h.head_id',
      'h.number',
      'h.phone',
      'h.note',
      'h.member_count',
      'h.statuses',
      'h.version',
      'h.sort_key',
    ])
    .select([
      sql<string>`h.formed_on::text`.as('formed_on'),
      sql<string | null>`h.dissolved_on::text`.as('dissolved_on'),
    ]);
}

/** Households by id, as far as the reader may see them. */
export async function householdsByIds(
  scope: Scope,
  db: ScopedDb,
  ids: readonly string[],
): Promise<Map<string, HouseholdEntry>> {
  if (ids.length === 0) return new Map();
  const rows = await select(scope, db)
    .where(sql<SqlBool>`h.household_id = any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.household_id, row]));
}

/** Households that live in dwellings: dwelling id -> households. */
export async function householdsIn(
  scope: Scope,
  db: ScopedDb,
  dwellingIds: readonly string[],
): Promise<Map<string, HouseholdEntry[]>> {
  if (dwellingIds.length === 0) return new Map();
  const rows = await select(scope, db)
    .where(sql<SqlBool>`h.dwelling_id = any(${dwellingIds}::uuid[])`)
    .where('h.dissolved_on', 'is', null)
    .orderBy('h.number')
    .orderBy('h.household_id')
    .execute();
  return Map.groupBy(rows, (row) => row.dwelling_id);
}

/** Households that were dissolved in dwellings or have moved on from them: dwelling id -> households, the latest first. */
export async function householdsFormerlyIn(
  scope: Scope,
  db: ScopedDb,
  dwellingIds: readonly string[],
): Promise<Map<string, HouseholdEntry[]>> {
  if (dwellingIds.length === 0) return new Map();
  const rows = await select(scope, db)
    .where(
      sql<SqlBool>`(h.former_dwellings && ${dwellingIds}::uuid[]
        or (h.dwelling_id = any(${dwellingIds}::uuid[]) and h.dissolved_on is not null))`,
    )
    .select('h.former_dwellings')
    .orderBy('h.dissolved_on', (order) => order.desc().nullsFirst())
    .orderBy('h.household_id', 'desc')
    .execute();
  return new Map(
    dwellingIds.map((id) => [
      id,
      rows.filter(({ former_dwellings, dwelling_id, dissolved_on }) =>
        dwelling_id === id ? dissolved_on !== null : former_dwellings.includes(id),
      ),
    ]),
  );
}

/** Of these dwellings, those that the reader may see. */
export async function visibleDwellings(scope: Scope, db: ScopedDb, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .withTables<{ 'view.dwellings': { dwelling_id: string; ward: number; neighbourhood: number | null } }>()
    .selectFrom('view.dwellings as d')
    .where(whereScope(scope, 'Dwelling', 'd'))
    .where(sql<SqlBool>`d.dwelling_id = any(${ids}::uuid[])`)
    .select('d.dwelling_id')
    .execute();
  return rows.map((row) => row.dwelling_id);
}

/** Which households: the undissolved ones of these units. */
export interface HouseholdFilter {
  column: 'ward' | 'neighbourhood';
  numbers: readonly number[];
  /** Only those in which people live and nobody is the head. */
  withoutHead: boolean;
  /** Only those that hold this status on the day. */
  status?: { code: string; today: string } | null;
}

function standing({ column, numbers, withoutHead, status }: HouseholdFilter) {
  const name = sql.ref(`h.${column}`);
  const unit =
    numbers.length === 1 ? sql<SqlBool>`${name} = ${numbers[0]}` : sql<SqlBool>`${name} = any(${numbers}::int[])`;
  const parts = [unit, sql<SqlBool>`h.dissolved_on is null`];
  if (withoutHead) parts.push(headless('h'));
  if (status) parts.push(holding('h', status.code, status.today));
  return sql<SqlBool>`(${sql.join(parts, sql` and `)})`;
}

/** Households of a unit by address, a page at a time. `after`: sort key and id of the last one seen. */
export async function householdPage(
  scope: Scope,
  db: ScopedDb,
  filter: HouseholdFilter,
  page: { after: string[] | null; first: number },
): Promise<{ items: HouseholdEntry[]; next: string[] | null }> {
  const [key, id] = page.after ?? [];
  const rows = await select(scope, db)
    .where(standing(filter))
    .$if(key !== undefined, (query) => query.where(sql<SqlBool>`(h.sort_key, h.household_id) > (${key}, ${id}::uuid)`))
    .orderBy('h.sort_key')
    .orderBy('h.household_id')
    .limit(literalLimit(page.first + 1))
    .execute();
  const items = rows.slice(0, page.first);
  const last = rows.length > page.first ? items.at(-1) : undefined;
  return { items, next: last ? [last.sort_key, last.household_id] : null };
}

/** How many households the whole list has. */
export async function countHouseholds(scope: Scope, db: ScopedDb, filter: HouseholdFilter): Promise<number> {
  const row = await db
    .withTables<Tables>()
    .selectFrom('view.households as h')
    .where(whereScope(scope, 'Household', 'h'))
    .where(standing(filter))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirst();
  return row?.count ?? 0;
}
