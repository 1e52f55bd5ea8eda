import { sql, type SqlBool } from 'kysely';
import type { RowUnits } from '../../access/row-units.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';
import { whereScope } from '../../access/where-scope.ts';
import type { MergedCitizenRow } from './merged-projection.ts';
import type { CitizenRow } from './projection.ts';

type Tables = { 'view.citizens': CitizenRow; 'view.merged_citizens': MergedCitizenRow };

/** What pages read of a record that was merged into another. */
export type MergedEntry = Pick<MergedCitizenRow, 'citizen_id' | 'survivor_id' | 'merge_id' | 'details' | 'merged_on'>;

function merged(scope: Scope, db: ScopedDb) {
  return db
    .withTables<Tables>()
    .selectFrom('view.merged_citizens as c')
    .where(whereScope(scope, 'Citizen', 'c'))
    .select(['c.citizen_id', 'c.survivor_id', 'c.merge_id', 'c.details'])
    .select(sql<string>`c.merged_on::text`.as('merged_on'));
}

/** Whom records were found to be, by id of the record; within reach of the reader. */
export async function survivorsOf(scope: Scope, db: ScopedDb, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await merged(scope, db)
    .where(sql<SqlBool>`c.citizen_id = any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.citizen_id, row.survivor_id]));
}

/** Records that were found to be of these people, by id of the person. */
export async function mergedInto(
  scope: Scope,
  db: ScopedDb,
  ids: readonly string[],
): Promise<Map<string, MergedEntry[]>> {
  const rows = await merged(scope, db)
    .where(sql<SqlBool>`c.survivor_id = any(${ids}::uuid[])`)
    .orderBy('c.merged_on')
    .orderBy('c.citizen_id')
    .execute();
  return Map.groupBy(rows, (row) => row.survivor_id);
}

/** Two records by their ids, with where the pair stands in the list. */
export interface Pair {
  first: string;
  second: string;
  key: string;
}

/**
 * Pairs of a unit's people that have the same words in their name, and births that are the same, have day and month swapped, or are known
 * in part and agree; in Vietnamese order. One query; both must be within reach of the reader.
 */
export async function duplicatePairs(
  scope: Scope,
  db: ScopedDb,
  { column, numbers }: RowUnits,
  page: { after: string[] | null; first: number },
): Promise<{ items: Pair[]; next: string[] | null }> {
  if (numbers.length === 0) return { items: [], next: null };
  const [key, first, second] = page.after ?? [];
  const birthA = sql.ref('a.birth');
  const birthB = sql.ref('b.birth');
  const people = db
    .withTables<Tables>()
    .selectFrom('view.citizens as c')
    .where(whereScope(scope, 'Citizen', 'c'))
    .where('c.slot', '=', 1)
    .where('c.died', 'is', null)
    .where(sql<SqlBool>`${sql.ref(`c.${column}`)} = any(${numbers}::int[])`)
    .select(['c.citizen_id', 'c.folded_name', 'c.name_key'])
    .select(sql<string | null>`c.details->>'birth'`.as('birth'));
  const rows = await db
    .with('people', (with_) => with_.selectFrom(people.as('p')).selectAll())
    .selectFrom('people as a')
    .innerJoin('people as b', (join) =>
      join.onRef('a.folded_name', '=', 'b.folded_name').on(sql<SqlBool>`a.citizen_id < b.citizen_id`),
    )
    .where(
      sql<SqlBool>`(${birthA} = ${birthB}
        or (length(${birthA}) = 10 and ${birthB} = left(${birthA}, 5) || right(${birthA}, 2) || '-' || substr(${birthA}, 6, 2))
        or (length(${birthA}) < length(${birthB}) and starts_with(${birthB}, ${birthA}))
        or (length(${birthB}) < length(${birthA}) and starts_with(${birthA}, ${birthB})))`,
    )
    .$if(key !== undefined, (query) =>
      query.where(sql<SqlBool>`(a.name_key, a.citizen_id, b.citizen_id) > (${key}, ${first}::uuid, ${second}::uuid)`),
    )
    .select(['a.citizen_id as first', 'b.citizen_id as second', 'a.name_key as key'])
    .orderBy('a.name_key')
    .orderBy('a.citizen_id')
    .orderBy('b.citizen_id')
    .limit(page.first + 1)
    .execute();
  const items = rows.slice(0, page.first);
  const last = rows.length > page.first ? items.at(-1) : undefined;
  return { items, next: last ? [last.key, last.first, last.second] : null };
}
