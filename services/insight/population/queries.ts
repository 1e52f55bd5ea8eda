import { codeOfUnit } from '@nocgia/schemas/events/common.ts';
import type { Sex } from '@nocgia/schemas/events/citizen.ts';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { ScopedDb } from '../../access/scoped-db.ts';
import type { Scope } from '../../access/scope.ts';
import type { Position } from '../../event-store/port.ts';
import type { CountedAs } from './cells.ts';
import { figuresNow } from './now.ts';
import { LAST_GROUP, settle, type Headcount, type PopulationQuestion, type Settled } from './question.ts';
import { inUnit, suppressed, type FigureUnit } from './reach.ts';

export { knownAtEndOf, type Headcount, type PopulationQuestion } from './question.ts';

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

/** Figures of a unit on a day (design §3): whoever may not see its people gets closed months only, small cells hidden. */
export async function population(scope: Scope, db: ScopedDb, asked: PopulationQuestion): Promise<PopulationFigures> {
  const { unit, asOf, knownAt, rows } = await settle(scope, db, asked);
  const { headcount } = asked;
  const definition = `population.${headcount}.${asked.boundaries}.1`;
  const now = asked.boundaries === 'now';
  const question = { unit, asOf, knownAt, headcount, today: scope.today };
  const [bySex, byUnit, ages, households, dwellings] = now
    ? await figuresNow(db, question)
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
      unit: neighbourhood === null ? null : codeOfUnit(neighbourhood),
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
