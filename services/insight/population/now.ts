import { sql } from 'kysely';
import type { ScopedDb } from '../../access/scoped-db.ts';
import { ageGroup, sumColumns, sumSets } from './journal.ts';
import { episodesOn, liesNow, type Settled } from './question.ts';
import type { Sum } from './sums.ts';

/**
 * The same sums with every dwelling where it lies today, from episodes: who lived on that day in what is the unit now. Complete
 * for a reader of the whole ward; a board sees of its neighbours' former people only those whom it may see.
 */
export async function sumsNow(db: ScopedDb, question: Settled): Promise<Sum[]> {
  const { unit, asOf, knownAt, today } = question;
  const placed = sql`
    placed as materialized (
      select e.citizen_id, e.household_id, e.headcount, e.absent, e.sex, e.ethnicity, e.policies, e.household_statuses,
        ${ageGroup(asOf, sql`e.birth`)} as age, d.neighbourhood
      from (select * from view.population_episode e where ${episodesOn('e', asOf, knownAt)} and e.ward is not null) e
      join view.population_dwelling_episode d on d.dwelling_id = e.dwelling_id and ${liesNow('d', unit, today)}),
    kinds as (
      select headcount as kind, p.* from placed p
      union all select 'absent', p.* from placed p where headcount = 'permanent' and absent
      union all select 'both_in_ward', p.* from placed p join placed t using (citizen_id)
        where p.headcount = 'permanent' and t.headcount = 'temporary'
      union all select 'both_in_neighbourhood', p.* from placed p join placed t using (citizen_id)
        where p.headcount = 'permanent' and t.headcount = 'temporary' and p.neighbourhood is not distinct from t.neighbourhood)`;
  const people = await sql<Sum>`
    with ${placed}, changes as (select *, '' as cause from kinds)
    select ${sumColumns}, count(*)::int as value from changes group by ${sumSets}
    union all select 'policy', kind, null, status, count(*)::int from kinds, unnest(policies) status group by kind, status
    union all select 'household', 'household', null, status, count(distinct household_id)::int
      from placed, unnest(household_statuses) status group by status
    union all select 'sex', 'household', 'unknown', null, count(distinct household_id)::int from placed`.execute(db);
  const dwellings = await sql<Sum>`
    select 'sex' as what, 'dwelling' as kind, 'unknown' as sex, null as key, count(*)::int as value
    from view.population_dwelling_episode d
    where ${liesNow('d', unit, today)} and exists (
      select 1 from view.population_dwelling_episode t where t.dwelling_id = d.dwelling_id
        and ${episodesOn('t', asOf, knownAt)})`.execute(db);
  return [...people.rows, ...dwellings.rows];
}
