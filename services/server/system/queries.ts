import { sql } from 'kysely';
import type { ScopedDb } from '../../access/scoped-db.ts';
import type { Scope } from '../../access/scope.ts';
import { whereScope } from '../../access/where-scope.ts';
import { headless } from '../../registry/household/looked-for.ts';

type Tables = {
  'view.dwellings': { ward: number; neighbourhood: number | null };
  'view.households': { ward: number; neighbourhood: number | null };
  'view.units': { code: string; name: string };
};

/** What waits in the reader's own units: dwellings without a neighbourhood, households with members but no head; null without rows. */
export async function openEnds(
  scope: Scope,
  db: ScopedDb,
): Promise<{ unplacedDwellings: number; householdsWithoutHead: number } | null> {
  if (scope.wards.length === 0 && scope.neighbourhoods.length === 0) return null;
  const tables = db.withTables<Tables>();
  const row = await tables
    .selectNoFrom((eb) => [
      eb
        .selectFrom('view.dwellings as d')
        .select(sql<number>`count(*)::int`.as('n'))
        .where('d.neighbourhood', 'is', null)
        .where(whereScope(scope, 'Dwelling', 'd'))
        .as('unplacedDwellings'),
      eb
        .selectFrom('view.households as h')
        .select(sql<number>`count(*)::int`.as('n'))
        .where(headless('h'))
        .where(whereScope(scope, 'Household', 'h'))
        .as('householdsWithoutHead'),
    ])
    .executeTakeFirstOrThrow();
  return { unplacedDwellings: row.unplacedDwellings ?? 0, householdsWithoutHead: row.householdsWithoutHead ?? 0 };
}

/** Name of a unit as it stands; null when there is none of that code. Units are open to every reader who is signed in. */
export async function unitName(_scope: Scope, db: ScopedDb, code: string): Promise<string | null> {
  const row = await db
    .withTables<Tables>()
    .selectFrom('view.units')
    .select('name')
    .where('code', '=', code)
    .executeTakeFirst();
  return row?.name ?? null;
}
