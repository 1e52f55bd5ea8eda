import { sql } from 'kysely';
import type { Scope } from '../scope.ts';
import type { ScopedDb } from '../scoped-db.ts';
import { whereScope } from '../where-scope.ts';

type Tables = {
  'app.access_log': {
    id: string;
    at: Date;
    account_id: string;
    position_id: string | null;
    action: string;
    citizen_ids: string[];
    purpose: string | null;
    reveal_id: string | null;
  };
  'view.account': { id: string; display_name: string };
  'view.account_position': { id: string; role: string; title: string | null };
  'view.citizens': { citizen_id: string; ward: number | null; neighbourhood: number | null };
};

/** One look at a person, newest first; `revealId` names the stream that holds the reader's own words. */
export interface Look {
  id: string;
  at: Date;
  displayName: string;
  role: string | null;
  title: string | null;
  action: string;
  purpose: string | null;
  revealId: string | null;
}

/**
 * Who looked at a person: newest first, at most `first`, older than the entry `before` (an id). Null when the reader may not see the
 * access log of that person (their own unit's people, by the field table).
 */
export async function whoLooked(
  scope: Scope,
  db: ScopedDb,
  args: { citizenId: string; before: string | null; first: number },
): Promise<Look[] | null> {
  const tables = db.withTables<Tables>();
  const visible = await tables
    .selectFrom('view.citizens as c')
    .select('c.citizen_id')
    .where('c.citizen_id', '=', args.citizenId)
    .where(whereScope(scope, 'AccessLog', 'c'))
    .limit(1)
    .executeTakeFirst();
  if (!visible) return null;
  return tables
    .selectFrom('app.access_log as l')
    .leftJoin('view.account as a', 'a.id', 'l.account_id')
    .leftJoin('view.account_position as p', 'p.id', 'l.position_id')
    .select(['l.id', 'l.at', 'p.role', 'p.title', 'l.action', 'l.purpose', 'l.reveal_id as revealId'])
    .select((eb) => eb.fn.coalesce('a.display_name', sql<string>`''`).as('displayName'))
    .where(sql<boolean>`l.citizen_ids @> array[${args.citizenId}::uuid]`)
    .$if(args.before !== null, (query) => query.where('l.id', '<', args.before))
    .orderBy('l.id', 'desc')
    .limit(args.first)
    .execute();
}
