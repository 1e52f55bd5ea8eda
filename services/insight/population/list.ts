import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { Sex } from '@nocgia/schemas/events/citizen.ts';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { ScopedDb } from '../../access/scoped-db.ts';
import type { FieldGroup, Scope } from '../../access/scope.ts';
import { fieldView } from '../../access/where-scope.ts';
import { movedBy } from './moved.ts';
import { countedIn, settle, type PopulationQuestion, type Settled } from './question.ts';

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
  /** 1: the cause brought them in the period, -1: it took them; null where no cause is asked of. */
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

/** SQL that holds for episodes `e` of those whom the filter leaves; where they live is the question's own matter (`narrowed`). */
export function filtered(filter: PeopleFilter, { asOf }: Settled): RawBuilder<SqlBool> {
  const { sex, ageFrom, ageTo, ethnicity, residenceKind, policyStatus, householdStatus, eidLevel } = filter;
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
  ].filter((part) => part !== undefined && part !== null && part !== false && part !== '');
  return sql<SqlBool>`(${sql.join([sql<SqlBool>`true`, ...parts], sql` and `)})`;
}

/** The question as it is put to what has no neighbourhood yet, which counts by itself as a neighbourhood does. BAD_INPUT but of a ward. */
export function narrowed(question: Settled, unplaced: boolean | null | undefined): Settled {
  if (!unplaced) return question;
  if (question.unit.level !== 'ward') throw new RejectionError({ code: 'BAD_INPUT', params: { detail: 'unplaced' } });
  return { ...question, unit: { ...question.unit, unplaced } };
}

/** A page of those behind a figure, after a cursor, and all of them together. */
export interface Behind {
  page(next: RawBuilder<SqlBool>, limit: number): RawBuilder<ListedPerson>;
  total: RawBuilder<{ total: number; change: number | null }>;
}

/**
 * The people behind a figure: the same filter over episodes, or of a cause over the journal, by id, `first` of them after the cursor.
 * `change`: what the changes of all of them add up to, the figure of the cause. Refused to readers of aggregates.
 */
export async function populationList(
  scope: Scope,
  db: ScopedDb,
  asked: ListQuestion,
): Promise<{ items: ListedPerson[]; nextCursor: string | null; total: number; change: number | null }> {
  const filter = asked.filter ?? {};
  const settled = await settle(scope, db, asked);
  if (!settled.rows) throw new RejectionError({ code: 'FORBIDDEN' });
  refuseFields(scope, filter);
  const question = narrowed(settled, filter.unplaced);
  const behind = filter.cause ? movedBy(question, causeAlone(filter)) : standing(question, filter);
  const after = asked.after && /^[0-9a-f-]{36}$/.test(asked.after) ? asked.after : null;
  const next = after === null ? sql<SqlBool>`true` : sql<SqlBool>`"citizenId" > ${after}::uuid`;
  const page = await behind.page(next, asked.first + 1).execute(db);
  const all = asked.counted === false ? undefined : (await behind.total.execute(db)).rows[0];
  const items = page.rows.slice(0, asked.first);
  return {
    items,
    nextCursor: page.rows.length > asked.first ? (items.at(-1)?.citizenId ?? null) : null,
    total: all?.total ?? 0,
    change: all?.change ?? null,
  };
}

/** What a cause did is not told apart any further: no other filter goes with it. */
function causeAlone({ cause, ...others }: PeopleFilter): string {
  if (Object.values(others).some((value) => value !== undefined && value !== null))
    throw new RejectionError({ code: 'BAD_INPUT', params: { detail: 'cause' } });
  return cause ?? '';
}

function standing(question: Settled, filter: PeopleFilter): Behind {
  // A kind of residence is asked of whatever the headcount is.
  const counted = filter.residenceKind
    ? countedIn('e', { ...question, headcount: filter.residenceKind === 'temporary' ? 'temporary' : 'permanent' })
    : countedIn('e', question);
  const found = sql`select e.citizen_id as "citizenId", e.household_id as "householdId", e.since::text as since, e.headcount
    from view.population_episode e where ${counted} and ${filtered(filter, question)}`;
  return {
    page: (next, limit) => sql<ListedPerson>`
      select "citizenId", (array_agg("householdId" order by headcount, since desc))[1] as "householdId",
        (array_agg(since order by headcount, since desc))[1] as since, null::int as change
      from (${found}) f where ${next} group by "citizenId" order by "citizenId" limit ${limit}`,
    total: sql`select count(distinct "citizenId")::int as total, null::int as change from (${found}) f`,
  };
}
