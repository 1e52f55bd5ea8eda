import { sql } from 'kysely';
import type { SubjectName } from '../access/ability.ts';
import type { RowUnits } from '../access/row-units.ts';
import type { Scope } from '../access/scope.ts';
import type { ScopedDb } from '../access/scoped-db.ts';
import { whereScope } from '../access/where-scope.ts';

/** Names of units by number, in two queries at most: neighbourhoods and wards have their own numbers. */
export async function unitNames(db: ScopedDb, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const found = await sql<{
    code: string;
    name: string;
  }>`select u.code, u.name from view.units u where u.code = any(${codes}::text[])`.execute(db);
  return new Map(found.rows.map((row) => [row.code, row.name]));
}

/** Counts of what the reader may see under units, by unit number: dwellings, households, people who live there. */
export interface Counts {
  dwellings: number;
  households: number;
  people: number;
}

/** Counts under units of one level; narrowed to what the reader may see. Four queries, whatever the number of units. */
export async function countsUnder(
  scope: Scope,
  db: ScopedDb,
  { column, numbers }: RowUnits,
): Promise<Map<number, Counts>> {
  const counts = new Map(numbers.map((number) => [number, { dwellings: 0, households: 0, people: 0 }]));
  const unit = sql.ref(`t.${column}`);
  const of = async (
    name: keyof Counts,
    subject: SubjectName,
    from: ReturnType<typeof sql>,
    sign = 1,
  ): Promise<void> => {
    const found = await sql<{ unit: number; count: number }>`
      select ${unit} as unit, count(*)::int as count ${from} and ${unit} = any(${numbers}::int[]) and ${whereScope(scope, subject, 't')} group by 1`.execute(
      db,
    );
    for (const row of found.rows) {
      const own = counts.get(row.unit);
      if (own) own[name] += sign * row.count;
    }
  };
  await of('dwellings', 'Dwelling', sql`from view.dwellings t where true`);
  await of('households', 'Household', sql`from view.households t where t.dissolved_on is null`);
  // Counted in an index alone; then those are taken off whose temporary residence has run out or whose first home is in the same unit.
  await of('people', 'Citizen', sql`from view.citizens t where t.resident`);
  await of(
    'people',
    'Citizen',
    sql`from view.citizens t where t.resident and (t.slot = 2 or t.until is not null) and not ((t.until is null or t.until >= ${scope.today}::date)
      and (t.slot = 1 or not view.first_home_in(t.citizen_id, ${column}, array[${unit}])))`,
    -1,
  );
  return counts;
}
