import { digitsOf, foldWords } from '@nocgia/schemas/text/fold.ts';
import { sql, type SqlBool } from 'kysely';
import { literalLimit } from '../../access/paging.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';
import { whereScope } from '../../access/where-scope.ts';
import { termsQuery } from '@nocgia/schemas/text/terms.ts';
import type { DossierRow } from './rows.ts';

type Tables = { 'view.dossiers': DossierRow };

/** What pages read of a dossier. */
export type DossierEntry = Omit<DossierRow, 'terms' | 'code_tail' | 'phone' | 'national_id' | 'assigned_at'>;

/** Drawers of the desk: what is sent in and waits to be taken, what is worked on, what waits for its owner, what lies ready, what is over. */
export type Drawer = 'incoming' | 'open' | 'awaiting' | 'ready' | 'over';

/** Whose work: the reader's own, that of everybody in their role, or all that they may see. */
export type Whose = 'mine' | 'team' | 'unit';

/** Which dossiers. */
export interface DossierFilter {
  drawer: Drawer;
  whose: Whose;
  /** Only those that are due by this instant and not waiting. */
  dueBy: string | null;
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
};

/** The instant by which the dossiers of a drawer stand in order. */
const orders: Readonly<Record<Drawer, 'due_at' | 'submitted_at' | 'ended_at' | 'last_at'>> = {
  incoming: 'submitted_at',
  open: 'due_at',
  awaiting: 'due_at',
  ready: 'ended_at',
  over: 'last_at',
};

const LAST = 'infinity';

const columns = [
  'd.dossier_id',
  'd.ward',
  'd.matter',
  'd.procedure_id',
  'd.procedure_version',
  'd.code',
  'd.national_code',
  'd.status',
  'd.channel',
  'd.return_by',
  'd.owner',
  'd.submitter',
  'd.owner_id',
  'd.answers',
  'd.papers',
  'd.step',
  'd.step_roles',
  'd.assignee',
  'd.approved',
  'd.pauses',
  'd.extensions',
  'd.rule',
  'd.requests',
  'd.fees',
  'd.files',
  'd.ending',
  'd.returned',
  'd.written',
  'd.prints',
  'd.last_by',
  'd.version',
] as const;

const instants = [
  'submitted_at',
  'received_at',
  'due_at',
  'step_due_at',
  'paused_since',
  'ended_at',
  'last_at',
] as const;

/** Instants come as the ISO text that they are everywhere else. */
function iso(name: (typeof instants)[number]) {
  return sql<string | null>`to_char(${sql.ref(`d.${name}`)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

function select(scope: Scope, db: ScopedDb) {
  return db
    .withTables<Tables>()
    .selectFrom('view.dossiers as d')
    .where(scoped(scope))
    .select(columns)
    .select([
      iso('submitted_at').as('submitted_at'),
      iso('received_at').as('received_at'),
      iso('due_at').as('due_at'),
      iso('step_due_at').as('step_due_at'),
      iso('paused_since').as('paused_since'),
      iso('ended_at').as('ended_at'),
      sql<string>`to_char(d.last_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`.as('last_at'),
    ]);
}

function scoped(scope: Scope) {
  return whereScope(scope, 'Dossier', { ward: 'd.ward', matter: 'd.matter' });
}

/** Dossiers by id, as far as the reader may see them. */
export async function dossiersByIds(
  scope: Scope,
  db: ScopedDb,
  ids: readonly string[],
): Promise<Map<string, DossierEntry>> {
  if (ids.length === 0) return new Map();
  const rows = await select(scope, db)
    .where(sql<SqlBool>`d.dossier_id = any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.dossier_id, row]));
}

/** Dossiers of people in the register by their owner, the newest first; a person has few. */
export async function dossiersOfOwners(
  scope: Scope,
  db: ScopedDb,
  citizenIds: readonly string[],
): Promise<Map<string, DossierEntry[]>> {
  const found = new Map<string, DossierEntry[]>();
  if (citizenIds.length === 0) return found;
  const rows = await select(scope, db)
    .where(sql<SqlBool>`d.owner_id = any(${citizenIds}::uuid[])`)
    .orderBy('d.received_at', 'desc')
    .orderBy('d.dossier_id')
    .execute();
  for (const row of rows) if (row.owner_id) found.set(row.owner_id, [...(found.get(row.owner_id) ?? []), row]);
  return found;
}

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
  if (/^[\d\s.+()-]+$/.test(typed) && digits.length >= 9)
    return sql<SqlBool>`(d.phone = ${digits.replace(/^84(?=\d{9}$)/, '0')} or d.national_id = ${digits})`;
  const words = foldWords(typed).slice(0, 8);
  if (words.length === 0) return sql<SqlBool>`false`;
  return sql<SqlBool>`d.terms @@ ${termsQuery(words)}::tsquery`;
}

function filtered(scope: Scope, filter: DossierFilter) {
  const found = matching(filter.text);
  const conditions = [
    whose(scope, filter),
    ...(found ? [found] : []),
    ...(filter.dueBy ? [sql<SqlBool>`(d.due_at <= ${filter.dueBy}::timestamptz and d.paused_since is null)`] : []),
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
  const order = sql`coalesce(${sql.ref(`d.${orders[filter.drawer]}`)}, ${LAST}::timestamptz)`;
  const [at, id] = page.after ?? [];
  const newest = filter.drawer === 'over';
  const rows = await select(scope, db)
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
}

/** Counts of the tabs, all in one look at what is not over. `now`, `soon`: instants. */
export async function countDossiers(
  scope: Scope,
  db: ScopedDb,
  { now, soon }: { now: string; soon: string },
): Promise<DossierCounts> {
  const open = sql`d.status in (2, 4, 5, 6)`;
  const running = sql`d.status in (2, 4)`;
  const row = await db
    .withTables<Tables>()
    .selectFrom('view.dossiers as d')
    .where(scoped(scope))
    .where(sql<SqlBool>`d.status in (1, 2, 4, 5, 6, 9)`)
    .select([
      sql<number>`(count(*) filter (where d.status = 1))::int`.as('incoming'),
      sql<number>`(count(*) filter (where ${open} and d.assignee = ${scope.accountId}::uuid))::int`.as('mine'),
      sql<number>`(count(*) filter (where ${open} and ${scope.role ?? ''} = any(d.step_roles)))::int`.as('team'),
      sql<number>`(count(*) filter (where ${open}))::int`.as('unit'),
      sql<number>`(count(*) filter (where d.status in (5, 6)))::int`.as('awaiting'),
      sql<number>`(count(*) filter (where d.status = 9))::int`.as('ready'),
      sql<number>`(count(*) filter (where ${running} and d.due_at < ${now}::timestamptz))::int`.as('late'),
      sql<number>`(count(*) filter (where ${running} and d.due_at between ${now}::timestamptz and ${soon}::timestamptz))::int`.as(
        'dueSoon',
      ),
    ])
    .executeTakeFirstOrThrow();
  return row;
}

/** Dossiers of the same procedure and owner that are not over: what a second intake would double. */
export async function likelySame(
  scope: Scope,
  db: ScopedDb,
  asked: { procedureId: string; ownerId: string | null; nationalId: string | null },
): Promise<DossierEntry[]> {
  const { procedureId, ownerId, nationalId } = asked;
  if (ownerId === null && nationalId === null) return [];
  const same = [
    ...(ownerId === null ? [] : [sql<SqlBool>`d.owner_id = ${ownerId}::uuid`]),
    ...(nationalId === null ? [] : [sql<SqlBool>`d.national_id = ${digitsOf(nationalId)}`]),
  ];
  return select(scope, db)
    .where('d.procedure_id', '=', procedureId)
    .where(sql<SqlBool>`d.status in (1, 2, 4, 5, 6, 9)`)
    .where(sql<SqlBool>`(${sql.join(same, sql` or `)})`)
    .orderBy('d.received_at', 'desc')
    .limit(literalLimit(10))
    .execute();
}
