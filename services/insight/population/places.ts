import { RejectionError } from '@nocgia/schemas/errors.ts';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { ScopedDb } from '../../access/scoped-db.ts';
import type { Scope } from '../../access/scope.ts';
import { ageOn, EID_AGE, filtered, narrowed, refuseFields, type ListQuestion, type PeopleFilter } from './list.ts';
import { countedIn, episodesOn, liesNow, livesIn, settle, type Settled } from './question.ts';
import { inUnit } from './reach.ts';

/** `any`: somebody of 14 or older lives there; `some`: somebody of them has an electronic identity of level 2; `all`: everybody has. */
export type EidHouseholds = 'any' | 'some' | 'all';

/** Of which of a household's people `eid` is asked; of all of them without. */
export type EidGroupFilter = Pick<PeopleFilter, 'ageFrom' | 'ageTo' | 'ethnicity' | 'unplaced'>;

export interface PlacesQuestion extends Omit<ListQuestion, 'filter'> {
  householdStatus?: string | null;
  eid?: EidHouseholds | null;
  among?: EidGroupFilter | null;
}

/** Households and dwellings behind a figure, by id. `among` goes with `eid` only: BAD_INPUT without. */
export async function populationPlaces(
  scope: Scope,
  db: ScopedDb,
  kind: 'household' | 'dwelling',
  asked: PlacesQuestion,
): Promise<{ ids: string[]; nextCursor: string | null; total: number }> {
  const settled = await settle(scope, db, asked);
  if (!settled.rows) throw new RejectionError({ code: 'FORBIDDEN' });
  const { householdStatus = null, eid = null } = asked;
  const among = asked.among ?? {};
  if (!eid && Object.values(among).some((value) => value !== undefined && value !== null))
    throw new RejectionError({ code: 'BAD_INPUT', params: { detail: 'among' } });
  const question = narrowed(settled, among.unplaced);
  refuseFields(scope, { ...among, householdStatus, eidLevel: eid && 'level2' });
  const found =
    kind === 'dwelling'
      ? dwellingsOf(question)
      : eid
        ? householdsByEid(question, eid, among)
        : householdsOf(question, householdStatus);
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

/** Of households with people of 14 and older whom the headcount counts: as `eidFigures` counts them, each person at the first home. */
function householdsByEid(question: Settled, eid: EidHouseholds, among: EidGroupFilter): RawBuilder<unknown> {
  const having = {
    any: sql<SqlBool>`true`,
    some: sql<SqlBool>`bool_or(eid = '2')`,
    all: sql<SqlBool>`bool_and(eid is not distinct from '2')`,
  }[eid];
  // Each at the first home, and only then those of the group: a second home in another group counts there no more than in the figure.
  return sql`select household_id as id from (
      select distinct on (e.citizen_id) e.* from view.population_episode e
      where ${countedIn('e', question)} and ${ageOn(question.asOf)} >= ${EID_AGE}
      order by e.citizen_id, e.headcount) e
    where ${filtered(among, question)} group by household_id having ${having}`;
}

function dwellingsOf({ unit, asOf, knownAt, boundaries, today }: Settled): RawBuilder<unknown> {
  const stood = sql<SqlBool>`${episodesOn('e', asOf, knownAt)}`;
  if (boundaries === 'then')
    return sql`select distinct e.dwelling_id as id from view.population_dwelling_episode e
      where ${stood} and ${inUnit(unit, 'e.ward', 'e.neighbourhood')}`;
  return sql`select distinct d.dwelling_id as id from view.population_dwelling_episode d where ${liesNow('d', unit, today)}
    and exists (select 1 from view.population_dwelling_episode e where e.dwelling_id = d.dwelling_id and ${stood})`;
}
