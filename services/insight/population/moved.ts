import { RejectionError } from '@nocgia/schemas/errors.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Behind, ListedPerson } from './list.ts';
import type { Settled } from './question.ts';
import { inUnit } from './reach.ts';
import { signs } from './sums.ts';

/**
 * Whom a cause brought into the unit or took out of it within the period, from the very rows of the journal that its figure is the sum of:
 * what is left of each person's changes adds up to it, whatever the headcount and the cause. BAD_INPUT without a period.
 */
export function movedBy(question: Settled, cause: string): Behind {
  const { unit, asOf, knownAt, from, headcount, boundaries } = question;
  if (from === null || boundaries === 'now')
    throw new RejectionError({ code: 'BAD_INPUT', params: { detail: 'cause' } });
  const sign = Object.entries(signs(headcount, unit.level));
  const times = sql<number>`case t.headcount ${sql.join(
    sign.map(([kind, factor]) => sql`when ${kind} then ${factor}::int`),
    sql` `,
  )} end`;
  const moved = sql`
    select c.citizen_id as "citizenId", sum(t.delta * ${times})::int as change
    from view.population_tally t join view.population_tally_citizen c on c.position = t.position and c.n = t.n
    where ${inUnit(unit, 't.ward', 't.neighbourhood')} and t.headcount = any(${sign.map(([kind]) => kind)}::text[])
      and t.cause = ${cause} and t.day between ${from}::date and ${asOf}::date and t.position <= ${knownAt}
    group by c.citizen_id having sum(t.delta * ${times}) <> 0`;
  return {
    page: (next, limit) =>
      ofEach(question, sql`select * from (${moved}) m where ${next} order by "citizenId" limit ${limit}`),
    total: sql`select count(*)::int as total, coalesce(sum(change), 0)::int as change from (${moved}) m`,
  };
}

/** Where each of them lives in the unit, or last did: what is known at the place of the question before what was known earlier. */
function ofEach({ unit, asOf, knownAt }: Settled, people: RawBuilder<unknown>): RawBuilder<ListedPerson> {
  return sql<ListedPerson>`
    select p."citizenId", e.household_id as "householdId", e.since::text as since, p.change from (${people}) p
    left join lateral (
      select e.household_id, e.since from view.population_episode e
      where e.citizen_id = p."citizenId" and ${inUnit(unit, 'e.ward', 'e.neighbourhood')}
        and e.known_from <= ${knownAt} and e.valid_from <= ${asOf}::date
      order by (e.known_to is null or e.known_to > ${knownAt}) desc, e.headcount, e.valid_from desc limit 1) e on true
    order by p."citizenId"`;
}
