import { sql, type Expression, type SqlBool } from 'kysely';
import { mayEver } from '../ability.ts';
import type { HeldPosition } from '../scope-of.ts';
import type { Scope } from '../scope.ts';
import type { ScopedDb } from '../scoped-db.ts';
import { whereScope } from '../where-scope.ts';

type Tables = {
  'view.account': { id: string; username: string; display_name: string; closed_on: string | null; version: number };
  'view.account_position': { id: string; account_id: string; ward: number; neighbourhood: number | null };
  'app.credentials': { account_id: string; last_sign_in: Date | null };
};

export interface AccountEntry {
  id: string;
  username: string;
  displayName: string;
  closed: boolean;
  version: number;
  lastSignIn: Date | null;
  positions: HeldPosition[];
}

export interface AccountList {
  items: AccountEntry[];
  next: AccountCursor | null;
  total: number;
}

/** Accounts an administrator deals with: those with a position in their units, ever, and those without any position. */
function manageable(scope: Scope): Expression<SqlBool> {
  if (!mayEver(scope, 'read', 'Account')) return sql<SqlBool>`false`;
  const own = whereScope(scope, 'Account', 'p');
  return sql<SqlBool>`(exists (select 1 from view.account_position p where p.account_id = a.id and ${own})
    or not exists (select 1 from view.account_position p where p.account_id = a.id))`;
}

const positions = sql<HeldPosition[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', p.id, 'role', p.role, 'unit', p.unit, 'title', p.title,
    'from', p.from_day, 'until', p.until_day, 'endedOn', p.ended_on) order by p.from_day desc, p.id)
  from view.account_position p where p.account_id = a.id), '[]')`;

function select(scope: Scope, db: ScopedDb) {
  return db
    .withTables<Tables>()
    .selectFrom('view.account as a')
    .leftJoin('app.credentials as c', 'c.account_id', 'a.id')
    .where(manageable(scope))
    .select(['a.id', 'a.username', 'a.display_name as displayName', 'a.version', 'c.last_sign_in as lastSignIn'])
    .select([sql<boolean>`a.closed_on is not null`.as('closed'), positions.as('positions')]);
}

/** One account, if the reader deals with it. */
export async function accountById(scope: Scope, db: ScopedDb, id: string): Promise<AccountEntry | null> {
  return (await select(scope, db).where('a.id', '=', id).executeTakeFirst()) ?? null;
}

/** Where a page of accounts ended. A user name may come twice, since a closed account's is given out again. */
export interface AccountCursor {
  username: string;
  id: string;
}

/** Accounts by user name, a page at a time; `text` is looked for in user name and name. */
export async function accounts(
  scope: Scope,
  db: ScopedDb,
  args: { text: string | null; after: AccountCursor | null; first: number },
): Promise<AccountList> {
  const pattern = `%${(args.text ?? '')
    .normalize('NFC')
    .trim()
    .replace(/[\\%_]/g, '\\$&')}%`;
  const matches = sql<SqlBool>`(a.username ilike ${pattern} or a.display_name ilike ${pattern})`;
  const found = await select(scope, db)
    .where(matches)
    .$if(args.after !== null, (query) =>
      query.where(sql<SqlBool>`(a.username, a.id) > (${args.after?.username}, ${args.after?.id}::uuid)`),
    )
    .orderBy('a.username')
    .orderBy('a.id')
    .limit(args.first + 1)
    .execute();
  const count = await db
    .withTables<Tables>()
    .selectFrom('view.account as a')
    .where(manageable(scope))
    .where(matches)
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  const items = found.slice(0, args.first);
  return { items, next: found.length > args.first ? (items.at(-1) ?? null) : null, total: Number(count.total) };
}

/** The position names that stand beside what accounts did, whoever may see that: account id -> display name. */
export async function displayNames(db: ScopedDb, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('view.account as a')
    .select(['a.id', 'a.display_name'])
    .where(sql<SqlBool>`a.id = any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row.display_name]));
}
