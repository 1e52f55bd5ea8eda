import { ethnicGroups } from '@nocgia/schemas/code-lists/ethnic-groups.ts';
import { householdStatuses } from '@nocgia/schemas/code-lists/household-statuses.ts';
import { policyStatuses } from '@nocgia/schemas/code-lists/policy-statuses.ts';
import { labelOf, type Code } from '@nocgia/schemas/code-lists/code.ts';
import { codeOfUnit } from '@nocgia/schemas/events/common.ts';
import type { Sex } from '@nocgia/schemas/events/citizen.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';
import type { Scope } from '../../access/scope.ts';
import { fieldView } from '../../access/where-scope.ts';
import type { Position } from '../../event-store/port.ts';
import { filtersOf } from './list.ts';
import { sumsNow } from './now.ts';
import { periodBefore } from './period.ts';
import { LAST_GROUP, settle, type Headcount, type PopulationQuestion, type Settled } from './question.ts';
import { suppressed } from './reach.ts';
import { sumsThen } from './totals/read.ts';
import { BEFORE, byAge, byKey, householdsByStatus, ofKind, type Sum } from './sums.ts';

export { knownAtEndOf, type Headcount, type PopulationQuestion } from './question.ts';

/** `value` null: too small to be shown to this reader. `definition` says what was counted, in which version of the rules. */
export interface Figure {
  value: number | null;
  suppressed: boolean;
  definition: string;
}

/** A figure of one entry of a code list; `code` null: not known. */
export interface CodeFigure {
  code: string | null;
  label: string | null;
  total: Figure;
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
  /** Null for a reader of aggregates. */
  byResidenceKind: { permanent: Figure; temporary: Figure; absent: Figure } | null;
  /** Null where the reader has no right to the field. */
  byEthnicity: CodeFigure[] | null;
  byPolicyStatus: CodeFigure[] | null;
  byHouseholdStatus: CodeFigure[] | null;
  /** By what the reader may ask for the list behind a figure; nothing for a reader of aggregates. */
  listFilters: string[];
  /** Neighbourhoods of a ward by code; null = not yet placed. Empty for a reader of aggregates, and for a neighbourhood. */
  byUnit: { unit: string | null; total: Figure }[];
  /** Five-year groups, the last without end; who has no known age is left out. */
  ages: { from: number; to: number | null; male: Figure; female: Figure }[];
  movement: {
    from: string;
    to: string;
    opening: number;
    causes: { cause: string; delta: number }[];
    closing: number;
  } | null;
}

/** The figures on the last day of the period before the one that is asked of, under the same rules and as known at the same place. */
export async function populationBefore(
  scope: Scope,
  db: ScopedDb,
  asked: PopulationQuestion,
  knownAt: Position,
): Promise<PopulationFigures | null> {
  if (!asked.movementFrom) return null;
  const { from, to } = periodBefore(asked.movementFrom, asked.asOf);
  return population(scope, db, { ...asked, asOf: to, movementFrom: from, knownAt });
}

/** Figures of a unit on a day (design §3): whoever may not see its people gets closed months only, small cells hidden. */
export async function population(scope: Scope, db: ScopedDb, asked: PopulationQuestion): Promise<PopulationFigures> {
  const question = await settle(scope, db, asked);
  const { unit, asOf, knownAt, headcount, rows, boundaries } = question;
  const now = boundaries === 'now';
  const sums = now ? await sumsNow(db, question) : await sumsThen(db, question);
  const sexes = byKey(sums, 'sex', headcount, unit.level);
  const bySex = { male: sexes.get('male') ?? 0, female: sexes.get('female') ?? 0, unknown: sexes.get('unknown') ?? 0 };
  const figure = (value: number, definition: string, hidden = !rows && suppressed([value])[0] === true): Figure => ({
    value: hidden ? null : value,
    suppressed: hidden,
    definition,
  });
  const people = `population.${headcount}.${boundaries}.2`;
  const hide = rows ? [] : suppressed([bySex.male, bySex.female, bySex.unknown]);
  const byCode = (values: Map<string | null, number>, list: readonly Code[], definition: string): CodeFigure[] =>
    [...values]
      .sort((a, b) => b[1] - a[1] || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
      .map(([code, value]) => ({
        code,
        label: code === null ? null : labelOf(list, code, scope.locale),
        total: figure(value, definition),
      }));
  const ethnicity = rows && fieldView(scope, 'ethnicityReligion') === 'clear';
  const statuses = rows && fieldView(scope, 'policyStatus') === 'clear';
  return {
    unit: unit.code,
    asOf,
    knownAt,
    headcount,
    total: figure(bySex.male + bySex.female + bySex.unknown, people),
    bySex: {
      male: figure(bySex.male, people, hide[0] ?? false),
      female: figure(bySex.female, people, hide[1] ?? false),
      unknown: figure(bySex.unknown, people, hide[2] ?? false),
    },
    households: figure(ofKind(sums, 'household'), `households.${boundaries}.1`),
    dwellings: figure(ofKind(sums, 'dwelling'), `dwellings.${boundaries}.1`),
    byResidenceKind: rows
      ? {
          permanent: figure(ofKind(sums, 'permanent'), `population.permanent.${boundaries}.2`),
          temporary: figure(ofKind(sums, 'temporary'), `population.temporary.${boundaries}.2`),
          absent: figure(ofKind(sums, 'absent'), 'absent.1'),
        }
      : null,
    byEthnicity: ethnicity
      ? byCode(byKey(sums, 'ethnicity', headcount, unit.level), ethnicGroups, 'ethnicity.1')
      : null,
    byPolicyStatus: statuses
      ? byCode(byKey(sums, 'policy', headcount, unit.level), policyStatuses, 'policy-status.1')
      : null,
    byHouseholdStatus: statuses ? byCode(householdsByStatus(sums), householdStatuses, 'household-status.1') : null,
    listFilters: rows ? filtersOf(scope) : [],
    byUnit:
      unit.level === 'ward' && rows
        ? [...byKey(sums, 'neighbourhood', headcount, 'neighbourhood')]
            .map(([key, value]) => ({
              unit: key === null ? null : codeOfUnit(Number(key)),
              total: figure(value, people),
            }))
            .sort((a, b) => ((a.unit ?? '~') < (b.unit ?? '~') ? -1 : 1))
        : [],
    ages: rows
      ? byAge(sums, headcount, unit.level).map(({ from, male, female }) => ({
          from,
          to: from >= LAST_GROUP ? null : from + 4,
          male: figure(male, people),
          female: figure(female, people),
        }))
      : [],
    movement: question.from !== null && !now ? movement(sums, question, question.from) : null,
  };
}

function movement(
  sums: readonly Sum[],
  { unit, asOf, headcount }: Settled,
  from: string,
): PopulationFigures['movement'] {
  const found = byKey(sums, 'cause', headcount, unit.level);
  const opening = found.get(BEFORE) ?? 0;
  const causes = [...found]
    .flatMap(([cause, delta]) => (cause === null || cause === BEFORE ? [] : [{ cause, delta }]))
    .sort((a, b) => (a.cause < b.cause ? -1 : 1));
  return { from, to: asOf, opening, causes, closing: causes.reduce((sum, each) => sum + each.delta, opening) };
}
