import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { Sex } from '@nocgia/schemas/events/citizen.ts';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { ScopedDb } from '../../access/scoped-db.ts';
import type { FieldGroup, Scope } from '../../access/scope.ts';
import { fieldView } from '../../access/where-scope.ts';
import { countedIn, liesNow, settle, type PopulationQuestion, type Settled } from './question.ts';
import { inUnit } from './reach.ts';

/** Who has no entry of a code list is asked for by this. */
export const NOT_KNOWN = 'unknown';

/** From this age on a person may have an electronic identity account of one's own (NĐ 69/2024/NĐ-CP Điều 7; 6 to 13 by the guardian). */
export const EID_AGE = 14;

export type EidLevel = 'level2' | 'level1' | 'none';

/** Narrows a list to the people behind one figure. Ages in whole years on the day, inclusive; `cause`: whom it brought or took in the period. */
export interface PeopleFilter {
  sex?: Sex | null;
  ageFrom?: number | null;
  ageTo?: number | null;
  ethnicity?: string | null;
  residenceKind?: 'permanent' | 'temporary' | 'absent' | null;
  policyStatus?: string | null;
  householdStatus?: string | null;
  eidLevel?: EidLevel | null;
  cause?: string | null;
  /** Whose dwelling has no neighbourhood yet. */
  unplaced?: boolean | null;
}

export interface ListedPerson {
  citizenId: string;
  householdId: string;
  since: string;
  /** 1: came in the period, -1: left, 0: both; null where no cause is asked of. */
  change: number | null;
}

export interface ListQuestion extends PopulationQuestion {
  filter?: PeopleFilter;
  after?: string | null;
  first: number;
  /** Whether anybody wants to know how many there are: counting costs more than a page. */
  counted?: boolean;
}

const needed: Record<keyof PeopleFilter, FieldGroup> = {
  sex: 'identity',
  ageFrom: 'identity',
  ageTo: 'identity',
  eidLevel: 'identity',
  ethnicity: 'ethnicityReligion',
  policyStatus: 'policyStatus',
  householdStatus: 'policyStatus',
  residenceKind: 'residence',
  cause: 'residence',
  unplaced: 'residence',
};

/** The filters that a reader may ask a list by: whoever may not see a field in clear may not sort people by it either. */
export function filtersOf(scope: Scope): (keyof PeopleFilter)[] {
  const all = Object.entries(needed) as [keyof PeopleFilter, FieldGroup][];
  return all.filter(([, group]) => fieldView(scope, group) === 'clear').map(([name]) => name);
}

/** Refuses a list by a field that the reader may not see. */
export function refuseFields(scope: Scope, filter: PeopleFilter): void {
  const allowed: readonly string[] = filtersOf(scope);
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined && value !== null && !allowed.includes(name))
      throw new RejectionError({ code: 'FORBIDDEN' });
  }
}

const column = (name: string) => sql.ref(`e.${name}`);

/** Whole years of age of an episode's person on a day. */
export function ageOn(asOf: string, alias = 'e'): RawBuilder<number> {
  return sql<number>`extract(year from age(${asOf}::date, ${sql.ref(`${alias}.birth`)}))::int`;
}

function filtered(filter: PeopleFilter, { asOf, boundaries, unit, today }: Settled): RawBuilder<SqlBool> {
  const { sex, ageFrom, ageTo, ethnicity, residenceKind, policyStatus, householdStatus, eidLevel, unplaced } = filter;
  const parts = [
    sex && sql<SqlBool>`${column('sex')} = ${sex}`,
    typeof ageFrom === 'number' && sql<SqlBool>`${column('birth')} <= ${asOf}::date and ${ageOn(asOf)} >= ${ageFrom}`,
    typeof ageTo === 'number' && sql<SqlBool>`${column('birth')} <= ${asOf}::date and ${ageOn(asOf)} <= ${ageTo}`,
    ethnicity &&
      (ethnicity === NOT_KNOWN
        ? sql<SqlBool>`${column('ethnicity')} is null`
        : sql<SqlBool>`${column('ethnicity')} = ${ethnicity}`),
    residenceKind &&
      (residenceKind === 'absent'
        ? sql<SqlBool>`${column('headcount')} = 'permanent' and ${column('absent')}`
        : sql<SqlBool>`${column('headcount')} = ${residenceKind}`),
    policyStatus && sql<SqlBool>`${policyStatus} = any(${column('policies')})`,
    householdStatus && sql<SqlBool>`${householdStatus} = any(${column('household_statuses')})`,
    eidLevel &&
      sql<SqlBool>`${ageOn(asOf)} >= ${EID_AGE} and ${column('eid')} is not distinct from
        ${{ level2: '2', level1: '1', none: null }[eidLevel]}`,
    unplaced &&
      (boundaries === 'then'
        ? sql<SqlBool>`${column('neighbourhood')} is null`
        : sql<SqlBool>`exists (select 1 from view.population_dwelling_episode d where d.dwelling_id = ${column('dwelling_id')}
            and d.neighbourhood is null and ${liesNow('d', unit, today)})`),
  ].filter((part) => part !== undefined && part !== null && part !== false && part !== '');
  return sql<SqlBool>`(${sql.join([sql<SqlBool>`true`, ...parts], sql` and `)})`;
}

/** The people behind a figure: the same filter over episodes, by id, `first` of them after the cursor. Refused to readers of aggregates. */
export async function populationList(
  scope: Scope,
  db: ScopedDb,
  asked: ListQuestion,
): Promise<{ items: ListedPerson[]; nextCursor: string | null; total: number }> {
  const filter = asked.filter ?? {};
  const question = await settle(scope, db, asked);
  if (!question.rows) throw new RejectionError({ code: 'FORBIDDEN' });
  refuseFields(scope, filter);
  const found = filter.cause ? movedBy(question, filter.cause) : standing(question, filter);
  const after = asked.after && /^[0-9a-f-]{36}$/.test(asked.after) ? asked.after : null;
  const page = await sql<ListedPerson>`
    select "citizenId", (array_agg("householdId" order by headcount, since desc))[1] as "householdId",
      (array_agg(since order by headcount, since desc))[1] as since, sum(change)::int as change
    from (${found}) f where ${after === null ? sql<SqlBool>`true` : sql<SqlBool>`"citizenId" > ${after}::uuid`}
    group by "citizenId" order by "citizenId" limit ${asked.first + 1}`.execute(db);
  const total =
    asked.counted === false
      ? 0
      : await sql<{ n: number }>`select count(*)::int as n from (select from (${found}) f group by "citizenId") p`
          .execute(db)
          .then(({ rows }) => rows[0]?.n ?? 0);
  const items = page.rows.slice(0, asked.first);
  return {
    items,
    nextCursor: page.rows.length > asked.first ? (items.at(-1)?.citizenId ?? null) : null,
    total,
  };
}

const listed = sql`e.citizen_id as "citizenId", e.household_id as "householdId", e.since::text as since, e.headcount`;

function standing(question: Settled, filter: PeopleFilter): RawBuilder<unknown> {
  // A kind of residence is asked of whatever the headcount is.
  const counted = filter.residenceKind
    ? countedIn('e', { ...question, headcount: filter.residenceKind === 'temporary' ? 'temporary' : 'permanent' })
    : countedIn('e', question);
  return sql`select ${listed}, null::int as change from view.population_episode e
    where ${counted} and ${filtered(filter, question)}`;
}

/** Whom a cause brought into the unit or took out of it within the period: who was in the unit before, or stays in it, did neither. */
function movedBy(question: Settled, cause: string): RawBuilder<unknown> {
  const { unit, asOf, knownAt, from, headcount } = question;
  if (from === null || headcount === 'present' || question.boundaries === 'now')
    throw new RejectionError({ code: 'BAD_INPUT', params: { detail: 'cause' } });
  const here = (alias: string) => {
    const ref = (name: string) => sql.ref(`${alias}.${name}`);
    return sql<SqlBool>`${inUnit(unit, `${alias}.ward`, `${alias}.neighbourhood`)} and ${ref('ward')} is not null
      and ${ref('headcount')} = ${headcount}
      and ${ref('known_from')} <= ${knownAt} and (${ref('known_to')} is null or ${ref('known_to')} > ${knownAt})`;
  };
  const within = (day: string) => sql<SqlBool>`${column(day)} between ${from}::date and ${asOf}::date`;
  const beside = (other: string, own: string) =>
    sql<SqlBool>`exists (select 1 from view.population_episode n where n.citizen_id = e.citizen_id
      and ${sql.ref(`n.${other}`)} = ${column(own)} and ${here('n')})`;
  return sql`
    select ${listed}, 1 as change from view.population_episode e
    where ${here('e')} and start_cause = ${cause} and ${within('valid_from')} and not ${beside('valid_to', 'valid_from')}
    union all
    select ${listed}, -1 as change from view.population_episode e
    where ${here('e')} and end_cause = ${cause} and ${within('valid_to')} and not ${beside('valid_from', 'valid_to')}`;
}
