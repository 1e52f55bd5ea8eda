import { sql, type SqlBool } from 'kysely';
import { literalLimit } from '../../../access/paging.ts';
import type { RowUnits } from '../../../access/row-units.ts';
import type { Scope } from '../../../access/scope.ts';
import type { ScopedDb } from '../../../access/scoped-db.ts';
import { whereScope } from '../../../access/where-scope.ts';
import type { FormerResidentRow, UnlinkedArrivalRow } from './moves-projection.ts';

type Units = { code: string; level: string; name: string };
type Tables = {
  'view.former_residents': FormerResidentRow;
  'view.unlinked_arrivals': UnlinkedArrivalRow;
  'view.units': Units;
};

/** What a former unit's card says. */
export type FormerEntry = Pick<
  FormerResidentRow,
  'citizen_id' | 'full_name' | 'since' | 'ended_on' | 'went_to' | 'to_ward'
>;

/** The card that the reader's unit keeps of somebody: the last residence there that ended. */
export async function formerResident(scope: Scope, db: ScopedDb, id: string): Promise<FormerEntry | undefined> {
  return db
    .withTables<Tables>()
    .selectFrom('view.former_residents as c')
    .where(whereScope(scope, 'Citizen', 'c'))
    .where('c.citizen_id', '=', id)
    .select(['c.citizen_id', 'c.full_name', 'c.since', 'c.ended_on', 'c.went_to', 'c.to_ward'])
    .orderBy('c.ended_on', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** A move of which the register knows one end. */
export interface UnmatchedEntry {
  citizen_id: string;
  residence_id: string;
  full_name: string;
  day: string;
  other_ward: string;
  other_name: string | null;
  place: string | null;
}

function unmatched(scope: Scope, db: ScopedDb, side: 'departure' | 'arrival', { column, numbers }: RowUnits) {
  const inUnits = sql<SqlBool>`${sql.ref(`c.${column}`)} = any(${numbers}::int[])`;
  const tables = db.withTables<Tables>();
  // Only a ward of this installation could have told the other end.
  return side === 'departure'
    ? tables
        .selectFrom('view.former_residents as c')
        .innerJoin('view.units as u', (join) => join.onRef('u.code', '=', 'c.to_ward').on('u.level', '=', 'ward'))
        .where(whereScope(scope, 'Citizen', 'c'))
        .where(inUnits)
        .where('c.settled_on', 'is', null)
        .where('c.cause', '=', 'departure')
        .select(['c.citizen_id', 'c.residence_id', 'c.full_name', 'c.went_to as place', 'c.ended_on as day'])
        .select(['u.code as other_ward', 'u.name as other_name'])
    : tables
        .selectFrom('view.unlinked_arrivals as c')
        .innerJoin('view.units as u', (join) => join.onRef('u.code', '=', 'c.from_ward').on('u.level', '=', 'ward'))
        .where(whereScope(scope, 'Citizen', 'c'))
        .where(inUnits)
        .select(['c.citizen_id', 'c.residence_id', 'c.full_name', 'c.came_from as place', 'c.since as day'])
        .select(['u.code as other_ward', 'u.name as other_name']);
}

/** Moves between wards of this installation of which one end is missing, the oldest first, a page at a time. */
export async function unmatchedMoves(
  scope: Scope,
  db: ScopedDb,
  side: 'departure' | 'arrival',
  units: RowUnits,
  page: { after: string[] | null; first: number },
): Promise<{ items: UnmatchedEntry[]; next: string[] | null }> {
  const [day, id] = page.after ?? [];
  const rows = await db
    .selectFrom(unmatched(scope, db, side, units).as('m'))
    .$if(day !== undefined, (query) => query.where(sql<SqlBool>`(m.day, m.residence_id) > (${day}::date, ${id}::uuid)`))
    .selectAll()
    .orderBy('m.day')
    .orderBy('m.residence_id')
    .limit(literalLimit(page.first + 1))
    .execute();
  const items = rows.slice(0, page.first);
  const last = rows.length > page.first ? items.at(-1) : undefined;
  return { items, next: last ? [last.day, last.residence_id] : null };
}

/** How many such moves there are. */
export async function countUnmatched(
  scope: Scope,
  db: ScopedDb,
  side: 'departure' | 'arrival',
  units: RowUnits,
): Promise<number> {
  const row = await db
    .selectFrom(unmatched(scope, db, side, units).as('m'))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirst();
  return row?.count ?? 0;
}
