import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { Sex } from '@nocgia/schemas/events/citizen.ts';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { ScopedDb } from '../../access/scoped-db.ts';
import type { Scope } from '../../access/scope.ts';
import type { Position } from '../../event-store/port.ts';
import type { CountedAs } from './cells.ts';
import { closedMonthEnd, figureUnit, inUnit, reachOf, suppressed, type FigureUnit } from './reach.ts';

export type Headcount = 'permanent' | 'temporary' | 'present';

/** What is asked of the figures. Days inclusive; `knownAt` a place in the log, now when left out. */
export interface PopulationQuestion {
  unit: string;
  asOf: string;
  knownAt?: Position | null;
  headcount: Headcount;
  boundaries: 'then' | 'now';
  /** First day of the period of the movement statement, which ends with `asOf`. */
  movementFrom?: string | null;
}

/** `value` null: too small to be shown to this reader. `definition` says what was counted, in which version of the rules. */
export interface Figure {
  value: number | null;
  suppressed: boolean;
  definition: string;
}

export interface PopulationFigures {
  unit: string;
  asOf: string;
  knownAt: Position;
  headcount: Headcount;
  total: Figure;
  bySex: Record<Sex, Figure>;
  households: Figure;
  dwellings: Figure;
  /** Neighbourhoods of a ward by code; null = not yet placed. Empty for a reader of aggregates, and for a neighbourhood. */
  byUnit: { unit: string | null; total: Figure }[];
  /** Five-year groups, the last without end; `null` from = age unknown is left out. */
  ages: { from: number; to: number | null; male: Figure; female: Figure }[];
  movement: {
    from: string;
    to: string;
    opening: number;
    causes: { cause: string; delta: number }[];
    closing: number;
  } | null;
}

/** Where the rows of this projection stand in the reader's snapshot. */
export async function populationPosition(db: ScopedDb): Promise<Position> {
  const found = await sql<{ position: Position }>`
    select position from projection.checkpoints where name = 'population' and live`.execute(db);
  const position = found.rows[0]?.position;
  if (position === undefined) throw new RejectionError({ code: 'BUSY' });
  return position;
}

/** The last place in the log that was recorded by the end of a day in Asia/Ho_Chi_Minh. */
export async function knownAtEndOf(db: ScopedDb, day: string): Promise<Position> {
  const found = await sql<{ first: Position | null }>`
    select min(first_position) as first from view.population_recorded_day where day > ${day}::date`.execute(db);
  const first = found.rows[0]?.first ?? null;
  return first === null ? populationPosition(db) : (BigInt(first) - 1n).toString().padStart(20, '0');
}

/** Counted kinds and signs that make up a headcount; who has two residences in the unit counts once in *present*. */
function parts(headcount: Headcount, level: FigureUnit['level']): { kind: CountedAs; sign: 1 | -1 }[] {
  if (headcount !== 'present') return [{ kind: headcount, sign: 1 }];
  return [
    { kind: 'permanent', sign: 1 },
    { kind: 'temporary', sign: 1 },
    { kind: level === 'neighbourhood' ? 'both_in_neighbourhood' : 'both_in_ward', sign: -1 },
  ];
}

function signed(of: readonly { kind: CountedAs; sign: 1 | -1 }[]): RawBuilder<number> {
  const minus = of.filter((part) => part.sign < 0).map((part) => part.kind);
  return minus.length === 0
    ? sql<number>`sum(delta)`
    : sql<number>`sum(case when headcount in (${sql.join(minus)}) then -delta else delta end)`;
}

function tallied(
  unit: FigureUnit,
  of: readonly { kind: CountedAs }[],
  until: string,
  knownAt: Position,
): RawBuilder<SqlBool> {
  return sql<SqlBool>`${inUnit(unit, 'ward', 'neighbourhood')} and headcount in (${sql.join(of.map((part) => part.kind))})
    and day <= ${until}::date and position <= ${knownAt}`;
}

/** How the question is put for this reader: published figures are those of closed months, as first published, of wards and above. */
export async function settle(
  scope: Scope,
  db: ScopedDb,
  asked: PopulationQuestion,
): Promise<{ unit: FigureUnit; asOf: string; knownAt: Position; rows: boolean }> {
  const unit = figureUnit(asked.unit);
  const reach = reachOf(scope, unit);
  if (reach === 'none') throw new RejectionError({ code: 'NOT_FOUND' });
  const now = await populationPosition(db);
  if (reach === 'rows')
    return { unit, asOf: asked.asOf, knownAt: asked.knownAt && asked.knownAt < now ? asked.knownAt : now, rows: true };
  if (asked.boundaries === 'now') throw new RejectionError({ code: 'FORBIDDEN' });
  const asOf = closedMonthEnd(asked.asOf, scope.today);
  return { unit, asOf, knownAt: await knownAtEndOf(db, asOf), rows: false };
}

/** Figures of a unit on a day (design §3): whoever may not see its people gets closed months only, small cells hidden. */
export async function population(scope: Scope, db: ScopedDb, asked: PopulationQuestion): Promise<PopulationFigures> {
  const { unit, asOf, knownAt, rows } = await settle(scope, db, asked);
  const { headcount } = asked;
  const definition = `population.${headcount}.${asked.boundaries}.1`;
  const now = asked.boundaries === 'now' ? await import('./now.ts') : null;
  const question = { unit, asOf, knownAt, headcount, today: scope.today };
  const [bySex, byUnit, ages, households, dwellings] = now
    ? await now.figuresNow(db, question)
    : [
        await sexes(db, question),
        unit.level === 'ward' && rows ? await neighbourhoods(db, question) : [],
        rows ? await ageGroups(db, question) : [],
        await counted(db, question, 'household'),
        await counted(db, question, 'dwelling'),
      ];
  const shown = (value: number, hidden = false): Figure => ({
    value: hidden ? null : value,
    suppressed: hidden,
    definition,
  });
  const total = bySex.male + bySex.female + bySex.unknown;
  const hide = rows ? [false, false, false] : suppressed([bySex.male, bySex.female, bySex.unknown]);
  const small = (value: number): boolean => !rows && suppressed([value])[0] === true;
  return {
    unit: unit.code,
    asOf,
    knownAt,
    headcount,
    total: shown(total, small(total)),
    bySex: {
      male: shown(bySex.male, hide[0]),
      female: shown(bySex.female, hide[1]),
      unknown: shown(bySex.unknown, hide[2]),
    },
    households: { ...shown(households, small(households)), definition: `households.${asked.boundaries}.1` },
    dwellings: { ...shown(dwellings, small(dwellings)), definition: `dwellings.${asked.boundaries}.1` },
    byUnit: byUnit.map(({ neighbourhood, value }) => ({
      unit: neighbourhood === null ? null : `${unit.code}-${String(neighbourhood % 1000).padStart(3, '0')}`,
      total: shown(value),
    })),
    ages: ages.map(({ from, male, female }) => ({
      from,
      to: from >= LAST_GROUP ? null : from + 4,
      male: shown(male),
      female: shown(female),
    })),
    movement: asked.movementFrom && rows && !now ? await movement(db, question, asked.movementFrom) : null,
  };
}

/** A settled question. */
export interface Settled {
  unit: FigureUnit;
  asOf: string;
  knownAt: Position;
  headcount: Headcount;
  today: string;
}

/** The oldest five-year group, which has no end. */
export const LAST_GROUP = 85;

async function sexes(db: ScopedDb, { unit, asOf, knownAt, headcount }: Settled): Promise<Record<Sex, number>> {
  const of = parts(headcount, unit.level);
  const found = await sql<{ sex: Sex; value: number }>`
    select sex, ${signed(of)}::int as value from view.population_tally where ${tallied(unit, of, asOf, knownAt)} group by sex`.execute(
    db,
  );
  return { male: 0, female: 0, unknown: 0, ...Object.fromEntries(found.rows.map((row) => [row.sex, row.value])) };
}

async function neighbourhoods(
  db: ScopedDb,
  { unit, asOf, knownAt, headcount }: Settled,
): Promise<{ neighbourhood: number | null; value: number }[]> {
  const of = parts(headcount, 'neighbourhood');
  const found = await sql<{ neighbourhood: number | null; value: number }>`
    select neighbourhood, ${signed(of)}::int as value from view.population_tally where ${tallied(unit, of, asOf, knownAt)}
    group by neighbourhood having ${signed(of)} <> 0 order by neighbourhood nulls last`.execute(db);
  return found.rows;
}

async function ageGroups(
  db: ScopedDb,
  { unit, asOf, knownAt, headcount }: Settled,
): Promise<{ from: number; male: number; female: number }[]> {
  const of = parts(headcount, unit.level);
  // Exact on any day: the birth date is a dimension of the journal, so that no row changes on a birthday.
  const found = await sql<{ from: number; male: number; female: number }>`
    select "from", sum(value) filter (where sex = 'male')::int as male, sum(value) filter (where sex = 'female')::int as female
    from (select least(extract(year from age(${asOf}::date, birth))::int / 5 * 5, ${LAST_GROUP}) as "from", sex, ${signed(of)} as value
      from view.population_tally where ${tallied(unit, of, asOf, knownAt)} and birth <= ${asOf}::date group by 1, 2) g
    group by "from" having bool_or(value <> 0) order by "from"`.execute(db);
  return found.rows.map((row) => ({ from: row.from, male: row.male ?? 0, female: row.female ?? 0 }));
}

async function counted(
  db: ScopedDb,
  { unit, asOf, knownAt }: Settled,
  kind: 'household' | 'dwelling',
): Promise<number> {
  const found = await sql<{ value: number | null }>`
    select sum(delta)::int as value from view.population_tally where ${tallied(unit, [{ kind }], asOf, knownAt)}`.execute(
    db,
  );
  return found.rows[0]?.value ?? 0;
}

async function movement(db: ScopedDb, question: Settled, from: string): Promise<PopulationFigures['movement']> {
  const { unit, asOf, knownAt, headcount } = question;
  const of = parts(headcount, unit.level);
  const found = await sql<{ cause: string | null; delta: number }>`
    select case when day >= ${from}::date then cause end as cause, ${signed(of)}::int as delta
    from view.population_tally where ${tallied(unit, of, asOf, knownAt)} group by 1 order by 1`.execute(db);
  const opening = found.rows.find((row) => row.cause === null)?.delta ?? 0;
  const causes = found.rows.flatMap((row) =>
    row.cause === null || row.delta === 0 ? [] : [{ cause: row.cause, delta: row.delta }],
  );
  return { from, to: asOf, opening, causes, closing: causes.reduce((sum, each) => sum + each.delta, opening) };
}

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

/** The episodes that are counted on a day, as known at a place in the log. */
export function episodes(
  unit: FigureUnit,
  asOf: string,
  knownAt: Position,
  headcount: Headcount,
  sex: Sex | null,
): RawBuilder<SqlBool> {
  return sql<SqlBool>`${inUnit(unit, 'ward', 'neighbourhood')} and ward is not null
    and valid_from <= ${asOf}::date and valid_to > ${asOf}::date
    and known_from <= ${knownAt} and (known_to is null or known_to > ${knownAt})
    and ${headcount === 'present' ? sql<SqlBool>`true` : sql<SqlBool>`headcount = ${headcount}`}
    and ${sex === null ? sql<SqlBool>`true` : sql<SqlBool>`sex = ${sex}`}`;
}
