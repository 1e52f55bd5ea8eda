import { sql } from 'kysely';
import type { RowUnits } from '../../access/row-units.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';
import { fieldView, whereScope } from '../../access/where-scope.ts';
import { headless, holding, staying } from './looked-for.ts';

/** After so many days a dwelling is due for another look: twice a year, as boards go from door to door. */
export const UNCONFIRMED_DAYS = 180;

/** What asks for a look in a unit. */
export interface Glance {
  withoutHead: number;
  unconfirmed: number;
  unconfirmedDays: number;
  temporaryExpired: number;
  temporaryExpiring: number;
  poor: number | null;
  nearPoor: number | null;
}

type Columns = Omit<Glance, 'unconfirmedDays'>;

/** Counts of one unit, or of a few that stand for it, as far as the reader may see; one query. */
export async function glanceOf(scope: Scope, db: ScopedDb, { column, numbers }: RowUnits): Promise<Glance> {
  const within = sql`${sql.ref(`t.${column}`)} = any(${numbers}::int[])`;
  const today = sql`${scope.today}::date`;
  const households = sql`from view.households t where ${within} and t.dissolved_on is null
    and ${whereScope(scope, 'Household', 't')}`;
  const people = sql`from view.citizens t where ${within} and ${whereScope(scope, 'Citizen', 't')}`;
  const with_ = (status: string) =>
    fieldView(scope, 'policyStatus') === 'clear'
      ? sql`(select count(*)::int ${households} and ${holding('t', status, scope.today)})`
      : sql`null::int`;
  const found = await sql<Columns>`
    select (select count(*)::int ${households} and ${headless('t')}) as "withoutHead",
      (select count(*)::int from view.dwellings t where ${within} and ${whereScope(scope, 'Dwelling', 't')}
        and coalesce(t.confirmed_on, '0001-01-01'::date) <= ${today} - ${UNCONFIRMED_DAYS}::int) as unconfirmed,
      (select count(*)::int ${people} and ${staying('t', 'expired', scope.today)}) as "temporaryExpired",
      (select count(*)::int ${people} and ${staying('t', 'expiring', scope.today)}) as "temporaryExpiring",
      ${with_('poor')} as poor,
      ${with_('near_poor')} as "nearPoor"`.execute(db);
  const none = {
    withoutHead: 0,
    unconfirmed: 0,
    temporaryExpired: 0,
    temporaryExpiring: 0,
    poor: null,
    nearPoor: null,
  };
  return { ...none, ...found.rows[0], unconfirmedDays: UNCONFIRMED_DAYS };
}
