import { digitsOf, foldWords } from '@nocgia/schemas/text/fold.ts';
import { phoneKey } from '@nocgia/schemas/text/phone.ts';
import { termsQuery } from '@nocgia/schemas/text/terms.ts';
import type { DossierPaceFilter } from '@nocgia/schemas/generated/resolvers.ts';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { literalLimit } from '../../access/paging.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';
import type { SettlementKind } from '@nocgia/schemas/events/procedure.ts';
import { pressing, type Marks } from './pressing.ts';
import { selectDossiers, visible, type DossierEntry, type Tables } from './queries.ts';
import { writableKinds } from './settlement.ts';

/**
 * Drawers of the desk: what is sent in and waits to be taken, what is worked on, what waits for its owner, what lies ready, what is over,
 * and what the reader is to write into the register.
 */
export type Drawer = 'incoming' | 'open' | 'awaiting' | 'ready' | 'over' | 'to_write';

/** Whose work: the reader's own, that of everybody in their role, or all that they may see. */
export type Whose = 'mine' | 'team' | 'unit';

/** Which dossiers. */
export interface DossierFilter {
  drawer: Drawer;
  whose: Whose;
  /** Only those that press in this way, by these marks. */
  pace: { kind: DossierPaceFilter; marks: Marks } | null;
  matter: number | null;
  /** A code or its end, a name, a phone or identity number. */
  text: string;
}

const drawers: Readonly<Record<Drawer, ReturnType<typeof sql<SqlBool>>>> = {
  incoming: sql<SqlBool>`d.status = 1`,
  open: sql<SqlBool>`d.status in (2, 4, 5, 6)`,
  awaiting: sql<SqlBool>`d.status in (5, 6)`,
  ready: sql<SqlBool>`d.status = 9`,
  over: sql<SqlBool>`d.status in (3, 7, 8, 10)`,
  to_write: sql<SqlBool>`d.to_write is not null`,
};

/** What is due comes first, and last what never is; these are few. */
const byDue = sql`coalesce(d.due_at, 'infinity'::timestamptz)`;

/** The instant by which the dossiers of a drawer stand in order; of what is over, which only grows, a column as an index has it. */
const orders: Readonly<Record<Drawer, RawBuilder<unknown>>> = {
  incoming: sql`d.submitted_at`,
  open: byDue,
  awaiting: byDue,
  ready: sql`d.ended_at`,
  over: sql`d.last_at`,
  to_write: sql`d.ended_at`,
};

function whose(scope: Scope, filter: DossierFilter) {
  if (filter.whose === 'mine') return sql<SqlBool>`d.assignee = ${scope.accountId}::uuid`;
  if (filter.whose === 'team') return sql<SqlBool>`${scope.role ?? ''} = any(d.step_roles)`;
  return sql<SqlBool>`true`;
}

/** What is typed into the search of the inbox, as a condition; null when nothing is. */
function matching(text: string) {
  const typed = text.normalize('NFC').trim().slice(0, 100);
  if (typed === '') return null;
  const code = typed.toUpperCase();
  if (/^[A-Z0-9.]+-\d{6,8}-\d{4,8}$/.test(code)) return sql<SqlBool>`(d.code = ${code} or d.national_code = ${code})`;
  if (/^\d{6}-\d{0,8}$/.test(code)) return sql<SqlBool>`d.code_tail ^@ ${code}`;
  const digits = digitsOf(typed);
  // Codes of another software have any shape.
  const asCode = /\d/.test(typed) && !/\s/.test(typed);
  if (/^[\d\s.+()-]+$/.test(typed) && digits.length >= 9)
    return sql<SqlBool>`(d.phone = ${phoneKey(typed)} or d.national_id = ${digits} or d.code = ${typed})`;
  if (asCode) return sql<SqlBool>`(d.code = ${typed} or d.code = ${code} or d.code_tail = ${code})`;
  const words = foldWords(typed).slice(0, 8);
  if (words.length === 0) return sql<SqlBool>`false`;
  return sql<SqlBool>`d.terms @@ ${termsQuery(words)}::tsquery`;
}

/** Of these kinds of settlement, and not yet in the register. */
function ofKinds(kinds: readonly SettlementKind[]) {
  return sql<SqlBool>`d.to_write = any(${kinds}::text[])`;
}

function filtered(scope: Scope, filter: DossierFilter) {
  const found = matching(filter.text);
  const conditions = [
    ...(filter.drawer === 'to_write' ? [ofKinds(writableKinds(scope))] : []),
    whose(scope, filter),
    ...(found ? [found] : []),
    ...(filter.pace ? [pressing(filter.pace.kind, filter.pace.marks)] : []),
    ...(filter.matter === null ? [] : [sql<SqlBool>`d.matter = ${filter.matter}`]),
  ];
  return sql<SqlBool>`(${drawers[filter.drawer]} and ${sql.join(conditions, sql` and `)})`;
}

/** A page of a drawer, the most pressing first. `after`: instant and id of the last one seen. */
export async function dossierPage(
  scope: Scope,
  db: ScopedDb,
  filter: DossierFilter,
  page: { after: string[] | null; first: number },
): Promise<{ items: DossierEntry[]; next: string[] | null }> {
  const order = orders[filter.drawer];
  const [at, id] = page.after ?? [];
  const newest = filter.drawer === 'over';
  const rows = await selectDossiers(scope, db)
    .where(filtered(scope, filter))
    .select(sql<string>`${order}::text`.as('order_key'))
    .$if(at !== undefined, (query) =>
      query.where(
        newest
          ? sql<SqlBool>`(${order}, d.dossier_id) < (${at}::timestamptz, ${id}::uuid)`
          : sql<SqlBool>`(${order}, d.dossier_id) > (${at}::timestamptz, ${id}::uuid)`,
      ),
    )
    .orderBy(order, newest ? 'desc' : 'asc')
    .orderBy('d.dossier_id', newest ? 'desc' : 'asc')
    .limit(literalLimit(page.first + 1))
    .execute();
  const items = rows.slice(0, page.first);
  const last = rows.length > page.first ? items.at(-1) : undefined;
  return { items, next: last ? [last.order_key, last.dossier_id] : null };
}

/** How many dossiers lie in each drawer of whose work it is, and how many are late or due by an instant. */
export interface DossierCounts {
  incoming: number;
  mine: number;
  team: number;
  unit: number;
  awaiting: number;
  ready: number;
  late: number;
  dueSoon: number;
  likelyLate: number;
  stuck: number;
  /** Of those that press, the reader's own. */
  mineLate: number;
  mineDueSoon: number;
  mineLikelyLate: number;
  mineStuck: number;
  /** Settled, and the reader is to write them into the register. */
  toWrite: number;
}

/** How many of the looked at are so, and perhaps so as well. */
const countIf = (...all: [string, string?]) =>
  sql<number>`(count(*) filter (where ${sql.join(
    all.flatMap((name) => (name ? [sql.ref(`x.${name}`)] : [])),
    sql` and `,
  )}))::int`;

/** Counts of the tabs, all in one look at what is not over; null marks: of a reader who has no ward. */
export async function countDossiers(scope: Scope, db: ScopedDb, marks: Marks | null): Promise<DossierCounts> {
  const is = (kind: DossierPaceFilter) => (marks === null ? sql<SqlBool>`false` : pressing(kind, marks));
  const toWrite = countToWrite(scope, db);
  // Each is found out once for a dossier; what is counted twice would be reckoned twice. `offset 0` keeps the two apart.
  const looked = db
    .withTables<Tables>()
    .selectFrom('view.dossiers as d')
    .where(visible(scope))
    .where(sql<SqlBool>`d.status in (1, 2, 4, 5, 6, 9)`)
    .select([
      sql<SqlBool>`d.status = 1`.as('incoming'),
      sql<SqlBool>`d.status in (2, 4, 5, 6)`.as('open'),
      sql<SqlBool>`d.status in (5, 6)`.as('awaiting'),
      sql<SqlBool>`d.status = 9`.as('ready'),
      sql<SqlBool>`d.assignee = ${scope.accountId}::uuid`.as('own'),
      sql<SqlBool>`${scope.role ?? ''} = any(d.step_roles)`.as('team'),
      is('late').as('late'),
      is('due_soon').as('due_soon'),
      is('likely_late').as('likely_late'),
      is('stuck').as('stuck'),
    ])
    .offset(sql.lit(0));
  const row = await db
    .selectFrom(looked.as('x'))
    .select([
      countIf('incoming').as('incoming'),
      countIf('open', 'own').as('mine'),
      countIf('open', 'team').as('team'),
      countIf('open').as('unit'),
      countIf('awaiting').as('awaiting'),
      countIf('ready').as('ready'),
      countIf('late').as('late'),
      countIf('due_soon').as('dueSoon'),
      countIf('likely_late').as('likelyLate'),
      countIf('stuck').as('stuck'),
      countIf('late', 'own').as('mineLate'),
      countIf('due_soon', 'own').as('mineDueSoon'),
      countIf('likely_late', 'own').as('mineLikelyLate'),
      countIf('stuck', 'own').as('mineStuck'),
    ])
    .executeTakeFirstOrThrow();
  return { ...row, toWrite: await toWrite };
}

/** How many settled dossiers the reader is to write into the register; by an index of their own, since most are over long since. */
async function countToWrite(scope: Scope, db: ScopedDb): Promise<number> {
  const kinds = writableKinds(scope);
  if (kinds.length === 0) return 0;
  const { count } = await db
    .withTables<Tables>()
    .selectFrom('view.dossiers as d')
    .where(visible(scope))
    .where(sql<SqlBool>`(d.to_write is not null and ${ofKinds(kinds)})`)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
