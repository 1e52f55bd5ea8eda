import type { OneStopSettings } from '@nocgia/schemas/events/one-stop.ts';
import { sql } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';
import type { Assignment } from './work.ts';

/** An officer who may do a step, with how many dossiers are open with them and when they were last given one. */
export interface Candidate {
  accountId: string;
  name: string;
  open: number;
  lastAt: string | null;
}

/** Who holds one of these roles in a ward today, the least burdened first. */
export async function candidates(
  scope: Scope,
  db: ScopedDb,
  asked: { ward: string; roles: readonly string[] },
): Promise<Candidate[]> {
  const found = await sql<{ id: string; name: string; open: number; last_at: string | null }>`
    select a.id, a.display_name as name,
      (select count(*)::int from view.dossiers d where d.assignee = a.id and d.status in (2, 4, 5, 6)) as open,
      -- Of all that was ever given, done or not: who is quick has not waited for it.
      (select max(d.assigned_at)::text from view.dossiers d where d.last_assignee = a.id) as last_at
    from view.account a
    where a.closed_on is null and exists (
      select from view.account_position p
      where p.account_id = a.id and p.unit = ${asked.ward} and p.role = any(${asked.roles}::text[])
        and p.from_day <= ${scope.today}::date and (p.until_day is null or p.until_day >= ${scope.today}::date)
        and (p.ended_on is null or p.ended_on > ${scope.today}::date))
    order by open, last_at nulls first, a.display_name, a.id
    limit 100`.execute(db);
  return found.rows.map(({ id, name, open, last_at: lastAt }) => ({ accountId: id, name, open, lastAt }));
}

/** Whom the desk's rule gives a step to; null where it gives to nobody, or nobody is there. */
export function byRule(rule: OneStopSettings['assignment'], among: readonly Candidate[]): Assignment | null {
  if (rule === 'none') return null;
  // Those who were given nothing yet have waited longest.
  const order = [...among].sort((a, b) =>
    rule === 'load' ? a.open - b.open : (a.lastAt ?? '') < (b.lastAt ?? '') ? -1 : 1,
  );
  const first = order[0];
  return first ? { accountId: first.accountId, by: 'rule' } : null;
}
