import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { Sex } from '@nocgia/schemas/events/citizen.ts';
import { sql, type SqlBool } from 'kysely';
import type { ScopedDb } from '../../access/scoped-db.ts';
import type { Scope } from '../../access/scope.ts';
import { episodes, settle, type PopulationQuestion } from './question.ts';

export interface ListedPerson {
  citizenId: string;
  householdId: string;
  since: string;
}

/** The people behind a figure: the same filter over episodes, by id, `first` of them after the cursor. Refused to readers of aggregates. */
export async function populationList(
  scope: Scope,
  db: ScopedDb,
  asked: Omit<PopulationQuestion, 'boundaries' | 'movementFrom'> & {
    sex?: Sex | null;
    after?: string | null;
    first: number;
  },
): Promise<{ items: ListedPerson[]; nextCursor: string | null; total: number }> {
  const { unit, asOf, knownAt, rows } = await settle(scope, db, { ...asked, boundaries: 'then' });
  if (!rows) throw new RejectionError({ code: 'FORBIDDEN' });
  const after = asked.after && /^[0-9a-f-]{36}$/.test(asked.after) ? asked.after : null;
  const counts = episodes(unit, asOf, knownAt, asked.headcount, asked.sex ?? null);
  const [page, total] = [
    await sql<ListedPerson>`
      select distinct on (citizen_id) citizen_id as "citizenId", household_id as "householdId", since::text as since
      from view.population_episode where ${counts} and ${after === null ? sql<SqlBool>`true` : sql<SqlBool>`citizen_id > ${after}::uuid`}
      order by citizen_id, headcount limit ${asked.first + 1}`.execute(db),
    await sql<{
      n: number;
    }>`select count(distinct citizen_id)::int as n from view.population_episode where ${counts}`.execute(db),
  ];
  const items = page.rows.slice(0, asked.first);
  return {
    items,
    nextCursor: page.rows.length > asked.first ? (items.at(-1)?.citizenId ?? null) : null,
    total: total.rows[0]?.n ?? 0,
  };
}
