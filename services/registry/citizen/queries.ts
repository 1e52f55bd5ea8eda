import { foldWords } from '@nocgia/schemas/text/fold.ts';
import { sql, type Expression, type SqlBool } from 'kysely';
import { limitFor, literalLimit } from '../../access/paging.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';
import { runShaped } from '../../access/shaped-query.ts';
import { whereScope } from '../../access/where-scope.ts';
import type { HouseholdRow } from '../household/projection.ts';
import { staying, type TemporaryStay } from '../household/looked-for.ts';
import { householdOfLine, type HouseholdOfLine } from '../household/queries.ts';
import { termsQuery } from '@nocgia/schemas/text/terms.ts';
import type { CitizenRow } from './projection.ts';

type Tables = { 'view.citizens': CitizenRow; 'view.households': HouseholdRow };

const shown = ['c.citizen_id', 'c.details', 'c.died', 'c.version'] as const;
const whole = [
  'c.ward',
  'c.neighbourhood',
  'c.household_id',
  'c.residence_id',
  'c.relation',
  'c.residences',
  'c.absences',
  'c.policies',
  'c.marriages',
  'c.absorbed',
  'c.name_key',
] as const;

/** What a line of a list reads of a citizen; the rest is completed where it is asked for. */
export type CitizenLine = Pick<CitizenRow, 'citizen_id' | 'details' | 'died' | 'version'>;

/** What pages read of a citizen. */
export type CitizenEntry = CitizenLine &
  Pick<
    CitizenRow,
    | 'ward'
    | 'neighbourhood'
    | 'household_id'
    | 'residence_id'
    | 'relation'
    | 'residences'
    | 'absences'
    | 'policies'
    | 'marriages'
    | 'absorbed'
    | 'name_key'
  >;

function from(scope: Scope, db: ScopedDb) {
  return db
    .withTables<Tables>()
    .selectFrom('view.citizens as c')
    .where(whereScope(scope, 'Citizen', 'c'));
}

function select(scope: Scope, db: ScopedDb) {
  return from(scope, db).select(shown).select(whole);
}

/** Citizens by id, as far as the reader may see them; of two homes the permanent one, if it is within reach. */
export async function citizensByIds(
  scope: Scope,
  db: ScopedDb,
  ids: readonly string[],
): Promise<Map<string, CitizenEntry>> {
  if (ids.length === 0) return new Map();
  const rows = await select(scope, db)
    .where(sql<SqlBool>`c.citizen_id = any(${ids}::uuid[])`)
    .orderBy('c.slot', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.citizen_id, row]));
}

/** Which citizens: those who live in these units today, perhaps with words of their name. */
export interface CitizenFilter {
  column: 'ward' | 'neighbourhood';
  numbers: readonly number[];
  text: string | null;
  /** Only those whose temporary residence has run out, or soon will. */
  stay?: TemporaryStay | null;
}

/** The same as a condition needs it, value by value; what it looks like hangs on `one`, `named` and `stay` alone. */
interface Wanted {
  column: 'ward' | 'neighbourhood';
  /** Whether it is a single unit. */
  one: boolean;
  named: boolean;
  stay: TemporaryStay | null;
  values: { number: unknown; numbers: unknown; terms: unknown };
}

function wanted({ column, numbers, text, stay = null }: CitizenFilter): Wanted {
  const words = text === null ? [] : foldWords(text);
  const values = { number: numbers[0], numbers, terms: termsQuery(words) };
  return { column, one: numbers.length === 1, named: words.length > 0, stay, values };
}

function inUnits({ column, one, values }: Wanted) {
  const name = sql.ref(`c.${column}`);
  // A single unit is compared with "=", under which an index keeps its order for keyset paging.
  return one ? sql<SqlBool>`${name} = ${values.number}` : sql<SqlBool>`${name} = any(${values.numbers}::int[])`;
}

/** Of those who live there: a temporary residence that has run out no longer counts, a second home only where the first lies elsewhere. */
function counted({ column, values }: Wanted, today: string) {
  return sql<SqlBool>`((c.until is null or c.until >= ${today}::date)
    and (c.slot = 1 or not view.first_home_in(c.citizen_id, ${column}, ${values.numbers}::int[])))`;
}

/** Those who live in the units as of what is recorded, each once. */
function residing(who: Wanted, today: string) {
  const parts = who.stay
    ? [inUnits(who), staying('c', who.stay, today)]
    : [inUnits(who), sql<SqlBool>`c.resident`, counted(who, today)];
  if (who.named) parts.push(sql<SqlBool>`c.terms @@ ${who.values.terms}::tsquery`);
  return sql<SqlBool>`(${sql.join(parts, sql` and `)})`;
}

/** A citizen and, in the same query, the household they live in. */
export type CitizenOfPage = CitizenLine & Pick<CitizenRow, 'relation'> & HouseholdOfLine;

/** Residents of a unit in Vietnamese order of names, a page at a time; one query. `after`: name key and id of the last one seen. */
export async function citizenPage(
  scope: Scope,
  db: ScopedDb,
  filter: CitizenFilter,
  page: { after: string[] | null; first: number },
): Promise<{ items: CitizenOfPage[]; next: string[] | null }> {
  if (filter.numbers.length === 0) return { items: [], next: null };
  const who = wanted(filter);
  const [key, id] = page.after ?? [];
  const goesOn = key !== undefined;
  const shape = ['citizens', who.column, who.one, who.named, who.stay, goesOn, limitFor(page.first + 1)].join(' ');
  const rows = await runShaped(scope, db, shape, { ...who.values, key, id }, (values) => {
    const found = from(scope, db)
      .select(shown)
      .select(['c.relation', 'c.household_id', 'c.name_key'])
      .where(residing({ ...who, values }, scope.today))
      .$if(goesOn, (query) =>
        query.where(sql<SqlBool>`(c.name_key, c.citizen_id) > (${values.key}, ${values.id}::uuid)`),
      )
      .orderBy('c.name_key')
      .orderBy('c.citizen_id')
      .limit(literalLimit(page.first + 1));
    // The page first, then its households: the join never sees more rows than are shown.
    return db
      .withTables<Tables>()
      .selectFrom(found.as('c'))
      .leftJoin('view.households as h', 'h.household_id', 'c.household_id')
      .select([...shown, 'c.relation', 'c.name_key'])
      .select(householdOfLine)
      .orderBy('c.name_key')
      .orderBy('c.citizen_id');
  });
  const items = rows.slice(0, page.first);
  const last = rows.length > page.first ? items.at(-1) : undefined;
  return {
    items,
    next: last ? [last.name_key, last.citizen_id] : null,
  };
}

/** How many residents the whole list has. Without words of a name it is counted in an index alone, but for temporary and second homes. */
export async function countCitizens(scope: Scope, db: ScopedDb, filter: CitizenFilter): Promise<number> {
  if (filter.numbers.length === 0) return 0;
  const count = async (condition: Expression<SqlBool>): Promise<number> => {
    const row = await db
      .withTables<Tables>()
      .selectFrom('view.citizens as c')
      .where(whereScope(scope, 'Citizen', 'c'))
      .where(condition)
      .select(sql<number>`count(*)::int`.as('count'))
      .executeTakeFirst();
    return row?.count ?? 0;
  };
  const who = wanted(filter);
  if (who.named || who.stay) return count(residing(who, scope.today));
  const everybody = await count(sql<SqlBool>`(${inUnits(who)} and c.resident)`);
  const special = sql<SqlBool>`(c.slot = 2 or c.until is not null)`;
  return (
    everybody -
    (await count(sql<SqlBool>`(${inUnits(who)} and c.resident and ${special} and not ${counted(who, scope.today)})`))
  );
}

/** Members of households as far as the reader may see them: household id -> rows, the head first, then by age. */
export async function membersOf(
  scope: Scope,
  db: ScopedDb,
  householdIds: readonly string[],
): Promise<Map<string, CitizenEntry[]>> {
  if (householdIds.length === 0) return new Map();
  const rows = await select(scope, db)
    .where(sql<SqlBool>`c.household_id = any(${householdIds}::uuid[])`)
    .where('c.resident', '=', true)
    .orderBy(sql`c.details->>'birth'`)
    .orderBy('c.name_key')
    .orderBy('c.citizen_id')
    .execute();
  return Map.groupBy(rows, (row) => row.household_id ?? '');
}
