import { RejectionError } from '@nocgia/schemas/errors.ts';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { ScopedDb } from '../../access/scoped-db.ts';
import type { Scope } from '../../access/scope.ts';
import { refuseFields, type ListQuestion } from './list.ts';
import { episodesOn, liesNow, livesIn, settle, type Settled } from './question.ts';
import { inUnit } from './reach.ts';

/** Households and dwellings behind a figure, by id. */
export async function populationPlaces(
  scope: Scope,
  db: ScopedDb,
  kind: 'household' | 'dwelling',
  asked: Omit<ListQuestion, 'filter'> & { householdStatus?: string | null },
): Promise<{ ids: string[]; nextCursor: string | null; total: number }> {
  const question = await settle(scope, db, asked);
  if (!question.rows) throw new RejectionError({ code: 'FORBIDDEN' });
  const { householdStatus = null } = asked;
  refuseFields(scope, { householdStatus });
  const found = kind === 'household' ? householdsOf(question, householdStatus) : dwellingsOf(question);
  const after = asked.after && /^[0-9a-f-]{36}$/.test(asked.after) ? asked.after : null;
  const page = await sql<{ id: string }>`select id from (${found}) f
    where ${after === null ? sql<SqlBool>`true` : sql<SqlBool>`id > ${after}::uuid`} order by id limit ${asked.first + 1}`.execute(
    db,
  );
  const total =
    asked.counted === false
      ? 0
      : await sql<{ n: number }>`select count(*)::int as n from (${found}) f`
          .execute(db)
          .then(({ rows }) => rows[0]?.n ?? 0);
  const ids = page.rows.slice(0, asked.first).map(({ id }) => id);
  return {
    ids,
    nextCursor: page.rows.length > asked.first ? (ids.at(-1) ?? null) : null,
    total,
  };
}

function householdsOf(question: Settled, status: string | null): RawBuilder<unknown> {
  const narrowed = status === null ? sql<SqlBool>`true` : sql<SqlBool>`${status} = any(e.household_statuses)`;
  return sql`select distinct e.household_id as id from view.population_episode e
    where ${livesIn('e', question)} and ${narrowed}`;
}

function dwellingsOf({ unit, asOf, knownAt, boundaries, today }: Settled): RawBuilder<unknown> {
  const stood = sql<SqlBool>`${episodesOn('e', asOf, knownAt)}`;
  if (boundaries === 'then')
    return sql`select distinct e.dwelling_id as id from view.population_dwelling_episode e
      where ${stood} and ${inUnit(unit, 'e.ward', 'e.neighbourhood')}`;
  return sql`select distinct d.dwelling_id as id from view.population_dwelling_episode d where ${liesNow('d', unit, today)}
    and exists (select 1 from view.population_dwelling_episode e where e.dwelling_id = d.dwelling_id and ${stood})`;
}
