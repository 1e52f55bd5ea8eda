import { sql, type RawBuilder } from 'kysely';
import type { ScopedDb } from '../../access/scoped-db.ts';
import { BEFORE, type Sum } from './sums.ts';
import { LAST_GROUP, type Settled } from './question.ts';
import { inUnit } from './reach.ts';

/** First age of the five-year group on a day; no row changes on a birthday, since the birth itself is in the journal. */
export function ageGroup(asOf: string, birth: RawBuilder<unknown>): RawBuilder<number | null> {
  return sql<number | null>`case when ${birth} <= ${asOf}::date then
    least(extract(year from age(${asOf}::date, ${birth}))::int / 5 * 5, ${LAST_GROUP}) end`;
}

/** The columns of a `Sum` out of grouping sets over kind, sex, age, neighbourhood, ethnicity and cause. */
export const sumColumns = sql`
  case grouping(sex, age, neighbourhood, ethnicity, cause)
    when 15 then 'sex' when 7 then 'age' when 27 then 'neighbourhood' when 29 then 'ethnicity' else 'cause' end as what,
  kind, case when grouping(sex) = 0 then sex end as sex,
  case grouping(sex, age, neighbourhood, ethnicity, cause)
    when 7 then age::text when 27 then neighbourhood::text when 29 then ethnicity when 30 then cause end as key`;

export const sumSets = sql`grouping sets ((kind, sex), (kind, sex, age), (kind, neighbourhood), (kind, ethnicity), (kind, cause))`;

/** What stands in the journals after a place in the log (all of it when null), up to where the question knows it, added up. */
export async function journalSums(db: ScopedDb, question: Settled, after: string | null): Promise<Sum[]> {
  const { unit, asOf, knownAt, from } = question;
  const own = sql`${inUnit(unit, 'ward', 'neighbourhood')} and day <= ${asOf}::date and position <= ${knownAt}`;
  // Of what is new only the end of the journal is read, whatever the planner thinks of the rest.
  const tail = (table: string): RawBuilder<unknown> =>
    after === null
      ? sql`${sql.table(table)} where ${own}`
      : sql`(select * from ${sql.table(table)} where position > ${after} and position <= ${knownAt} offset 0) t where ${own}`;
  const cause = from === null ? sql`cause` : sql`case when day < ${from}::date then ${BEFORE} else cause end`;
  const people = await sql<Sum>`
    with changes as (
      select headcount as kind, sex, ${ageGroup(asOf, sql`birth`)} as age, neighbourhood, ethnicity, ${cause} as cause, delta
      from ${tail('view.population_tally')})
    select ${sumColumns}, sum(delta)::int as value from changes group by ${sumSets} having sum(delta) <> 0`.execute(db);
  const statuses = await sql<Sum>`
    select dimension as what, headcount as kind, null as sex, status as key, sum(delta)::int as value
    from ${tail('view.population_status_tally')} group by dimension, headcount, status having sum(delta) <> 0`.execute(
    db,
  );
  return [...people.rows, ...statuses.rows];
}
