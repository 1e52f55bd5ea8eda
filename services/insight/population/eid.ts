import { ethnicGroups } from '@nocgia/schemas/code-lists/ethnic-groups.ts';
import { labelOf } from '@nocgia/schemas/code-lists/code.ts';
import { codeOfUnit } from '@nocgia/schemas/events/common.ts';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { ScopedDb } from '../../access/scoped-db.ts';
import type { Scope } from '../../access/scope.ts';
import { fieldView } from '../../access/where-scope.ts';
import { ageOn, EID_AGE } from './list.ts';
import { liesNow, livesIn, settle, type PopulationQuestion } from './question.ts';

/**
 * Electronic identity among people of 14 and older on that day (NĐ 69/2024/NĐ-CP): by the level that they have, and the households with
 * such people in which somebody has level 2, and in which all of them have.
 */
export interface EidFigures {
  people: number;
  level2: number;
  level1: number;
  none: number;
  households: number;
  householdsSome: number;
  householdsAll: number;
}

export interface EidGroup extends EidFigures {
  by: 'ethnicity' | 'neighbourhood' | 'age';
  /** Code, unit, or first age of a ten-year band (14 to 17 first); null: not known, or not yet placed. */
  key: string | null;
  label: string | null;
}

/** First ages of the bands: 14 to 17, 18 to 29, then tens, 70 and older. */
const bands = [14, 18, 30, 40, 50, 60, 70];

interface Row extends EidFigures {
  by: EidGroup['by'] | 'all';
  key: string | null;
}

/** Electronic identity in a unit on a day; in a household counts who lives there. Groups by ethnicity only for whom ethnicity is not hidden from. */
export async function eidFigures(
  scope: Scope,
  db: ScopedDb,
  asked: PopulationQuestion,
): Promise<{ unit: string; asOf: string; knownAt: string; total: EidFigures; groups: EidGroup[] }> {
  const question = await settle(scope, db, asked);
  if (!question.rows || fieldView(scope, 'identity') !== 'clear') throw new RejectionError({ code: 'FORBIDDEN' });
  const { unit, asOf, knownAt, boundaries, today } = question;
  const place =
    boundaries === 'then'
      ? sql`e.neighbourhood`
      : sql`(select d.neighbourhood from view.population_dwelling_episode d
          where d.dwelling_id = e.dwelling_id and ${liesNow('d', unit, today)} limit 1)`;
  // Each person once in the unit, and once in each of its neighbourhoods: as the headcount counts them there.
  const counted = (near: RawBuilder<SqlBool>) =>
    question.headcount === 'present'
      ? sql<SqlBool>`not (h.absent and exists (select from here home
          where home.citizen_id = h.citizen_id and home.headcount = 'permanent' and ${near}))`
      : sql<SqlBool>`h.headcount = ${question.headcount}`;
  // A household of several groups counts in each of them, by its people of that group.
  const found = await sql<Row>`
    with here as materialized (
      select e.citizen_id, e.household_id, e.headcount, e.absent, e.eid, e.ethnicity, ${place} as neighbourhood,
        (select max(b) from unnest(${bands}::int[]) b where b <= ${ageOn(asOf)}) as band
      from view.population_episode e
      where ${livesIn('e', question)} and ${ageOn(asOf)} >= ${EID_AGE}),
    people as (
      select distinct on (h.citizen_id) h.* from here h
      where ${counted(sql<SqlBool>`true`)} order by h.citizen_id, h.headcount),
    neighbours as (
      select distinct on (h.citizen_id, h.neighbourhood) h.* from here h
      where ${counted(sql<SqlBool>`home.neighbourhood is not distinct from h.neighbourhood`)}
      order by h.citizen_id, h.neighbourhood, h.headcount),
    households as (
      select case when grouping(ethnicity) = 0 then 'ethnicity' when grouping(band) = 0 then 'age' else 'all' end as by,
        coalesce(ethnicity, band::text) as key, household_id, count(*) as people,
        count(*) filter (where eid = '2') as level2, count(*) filter (where eid = '1') as level1
      from people group by grouping sets ((household_id), (household_id, ethnicity), (household_id, band))
      union all
      select 'neighbourhood', neighbourhood::text, household_id, count(*), count(*) filter (where eid = '2'),
        count(*) filter (where eid = '1')
      from neighbours group by household_id, neighbourhood)
    select by, key, sum(people)::int as people, sum(level2)::int as level2, sum(level1)::int as level1,
      sum(people - level1 - level2)::int as none, count(*)::int as households,
      (count(*) filter (where level2 > 0))::int as "householdsSome",
      (count(*) filter (where level2 = people))::int as "householdsAll"
    from households group by by, key`.execute(db);
  const figures = ({ people, level2, level1, none, households, householdsSome, householdsAll }: EidFigures) => ({
    people,
    level2,
    level1,
    none,
    households,
    householdsSome,
    householdsAll,
  });
  const empty = { people: 0, level2: 0, level1: 0, none: 0, households: 0, householdsSome: 0, householdsAll: 0 };
  const total = found.rows.find(({ by }) => by === 'all') ?? empty;
  const withEthnicity = fieldView(scope, 'ethnicityReligion') === 'clear';
  const groups = found.rows.flatMap((row): EidGroup[] => {
    const { by, key } = row;
    if (by === 'all' || (by === 'ethnicity' && !withEthnicity) || (by === 'neighbourhood' && unit.level !== 'ward'))
      return [];
    const label = by === 'ethnicity' && key !== null ? labelOf(ethnicGroups, key, scope.locale) : null;
    return [
      { by, key: by === 'neighbourhood' && key !== null ? codeOfUnit(Number(key)) : key, label, ...figures(row) },
    ];
  });
  return { unit: unit.code, asOf, knownAt, total: figures(total), groups: groups.sort(inOrder) };
}

function inOrder(a: EidGroup, b: EidGroup): number {
  if (a.by !== b.by) return a.by < b.by ? -1 : 1;
  if (a.by === 'ethnicity') return b.people - a.people;
  return (a.key ?? '~') < (b.key ?? '~') ? -1 : 1;
}
