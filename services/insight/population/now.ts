import type { Sex } from '@nocgia/schemas/events/citizen.ts';
import { sql } from 'kysely';
import type { ScopedDb } from '../../access/scoped-db.ts';
import { episodes, LAST_GROUP, type Settled } from './question.ts';
import { figureUnit, inUnit } from './reach.ts';

interface Counted {
  sex: Sex | null;
  neighbourhood: number | null;
  age: number | null;
  grouping: number;
  people: number;
  households: number;
}

export type FiguresNow = [
  Record<Sex, number>,
  { neighbourhood: number | null; value: number }[],
  { from: number; male: number; female: number }[],
  number,
  number,
];

/**
 * The same figures with every dwelling where it lies today, from episodes: who lived on that day in what is the unit now. Complete
 * for a reader of the whole ward; a board sees of its neighbours' former people only those whom it may see.
 */
export async function figuresNow(
  db: ScopedDb,
  { unit, asOf, knownAt, headcount, today }: Settled,
): Promise<FiguresNow> {
  const then = episodes(figureUnit('00'), asOf, knownAt, headcount, null);
  const found = await sql<Counted>`
    with placed as materialized (
      select e.citizen_id, e.household_id, e.sex, d.neighbourhood,
        case when e.birth <= ${asOf}::date then least(extract(year from age(${asOf}::date, e.birth))::int / 5 * 5, ${LAST_GROUP}) end as age
      from (select * from view.population_episode where ${then}) e
      join view.population_dwelling_episode d on d.dwelling_id = e.dwelling_id and d.known_to is null
        and d.valid_from <= ${today}::date and d.valid_to > ${today}::date and ${inUnit(unit, 'd.ward', 'd.neighbourhood')}
    )
    select sex, neighbourhood, age, grouping(sex, neighbourhood, age) as grouping,
      count(distinct citizen_id)::int as people, count(distinct household_id)::int as households
    from placed group by grouping sets ((), (sex), (neighbourhood), (sex, age)) order by neighbourhood nulls last, age`.execute(
    db,
  );
  const dwellings = await sql<{ n: number }>`
    select count(*)::int as n from view.population_dwelling_episode d
    where d.known_to is null and d.valid_from <= ${today}::date and d.valid_to > ${today}::date and ${inUnit(unit, 'd.ward', 'd.neighbourhood')}
      and exists (select 1 from view.population_dwelling_episode t where t.dwelling_id = d.dwelling_id
        and t.valid_from <= ${asOf}::date and t.valid_to > ${asOf}::date
        and t.known_from <= ${knownAt} and (t.known_to is null or t.known_to > ${knownAt}))`.execute(db);
  const sexes: Record<Sex, number> = { male: 0, female: 0, unknown: 0 };
  const ages = new Map<number, { from: number; male: number; female: number }>();
  for (const row of found.rows) {
    if (row.grouping === 0b011 && row.sex) sexes[row.sex] = row.people;
    if (row.grouping !== 0b010 || row.age === null || row.sex === null || row.sex === 'unknown') continue;
    const group = ages.get(row.age) ?? { from: row.age, male: 0, female: 0 };
    ages.set(row.age, { ...group, [row.sex]: row.people });
  }
  return [
    sexes,
    unit.level === 'ward'
      ? found.rows
          .filter((row) => row.grouping === 0b101)
          .map((row) => ({ neighbourhood: row.neighbourhood, value: row.people }))
      : [],
    [...ages.values()].sort((a, b) => a.from - b.from),
    found.rows.find((row) => row.grouping === 0b111)?.households ?? 0,
    dwellings.rows[0]?.n ?? 0,
  ];
}
