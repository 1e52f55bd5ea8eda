import type { Cell, Sheet } from './xlsx.ts';
import { causeName, type Words } from './words.ts';

interface Num {
  value: number | null;
  definition: string;
}
interface Coded {
  code: string | null;
  label: string | null;
  total: Num;
}
interface Movement {
  from: string;
  to: string;
  opening: number;
  closing: number;
  causes: { cause: string; delta: number }[];
}
interface Before {
  asOf: string;
  total: Num;
  male: Num;
  female: Num;
  households: Num;
  dwellings: Num;
  movement: Movement | null;
}

/** The answer of the API that the sheets are made of. */
export interface PopulationAnswer extends Before {
  unit: { name: string };
  knownAt: string;
  headcount: 'permanent' | 'temporary' | 'present';
  unknownSex: Num;
  byResidenceKind: { permanent: Num; temporary: Num; absent: Num } | null;
  byEthnicity: Coded[] | null;
  byPolicyStatus: Coded[] | null;
  byHouseholdStatus: Coded[] | null;
  byUnit: { unit: { name: string } | null; total: Num }[];
  ages: { from: number; to: number | null; male: Num; female: Num }[];
  previous: Before | null;
}

/** What is asked of whom, of when, and up to where: it stands above every table. */
export function heading(
  text: Words,
  title: string,
  of: { unit: string; asOf: string; knownAt: string; headcount?: keyof Words['headcount']; boundaries: 'then' | 'now' },
): string[] {
  const day = of.asOf.split('-').reverse().join('/');
  return [
    `${title}: ${of.unit}`,
    [of.headcount ? text.headcount[of.headcount] : null, text.asOf(day)].filter(Boolean).join(', '),
    `${text.position(String(Number(of.knownAt)))}. ${text.boundaries[of.boundaries]}.`,
  ];
}

/** Every table of the statistics page as a sheet of its own; what the reader may not see has none. */
export function populationSheets(text: Words, answer: PopulationAnswer, boundaries: 'then' | 'now'): Sheet[] {
  const { unit, asOf, knownAt, headcount, previous } = answer;
  const above = heading(text, text.figures, { unit: unit.name, asOf, knownAt, headcount, boundaries });
  const shown = ({ value }: Num): Cell => value ?? text.suppressed;
  const before = (of: Num | undefined): Cell => of?.value ?? null;
  const row = (name: string, of: Num, then?: Num): Cell[] => [name, shown(of), before(then), of.definition];
  const kinds = answer.byResidenceKind;
  const overview: Sheet = {
    name: text.figures,
    above,
    columns: [
      { heading: text.what, width: 32 },
      { heading: text.number, width: 12 },
      { heading: text.before, width: 14 },
      { heading: text.definition, width: 34 },
    ],
    rows: [
      row(text.total, answer.total, previous?.total),
      row(text.male, answer.male, previous?.male),
      row(text.female, answer.female, previous?.female),
      row(`${text.sex}: ${text.unknown}`, answer.unknownSex),
      row(text.household, answer.households, previous?.households),
      row(text.dwelling, answer.dwellings, previous?.dwellings),
      ...(kinds
        ? (['permanent', 'temporary', 'absent'] as const).map((kind) => row(text.residence[kind], kinds[kind]))
        : []),
    ],
  };
  const table = (name: string, rows: readonly Cell[][]): Sheet => ({
    name,
    above,
    columns: [
      { heading: name, width: 40 },
      { heading: text.number, width: 12 },
    ],
    rows,
  });
  const coded = (name: string, figures: Coded[] | null): Sheet[] =>
    figures === null
      ? []
      : [
          table(
            name,
            figures.map(({ label, total }) => [label ?? text.unknown, shown(total)]),
          ),
        ];
  const ages: Sheet = {
    name: text.ages,
    above,
    columns: [
      { heading: text.age, width: 12 },
      { heading: text.male, width: 10 },
      { heading: text.female, width: 10 },
    ],
    rows: answer.ages.map(({ from, to, male, female }) => [
      to === null ? `${from}+` : `${from}–${to}`,
      shown(male),
      shown(female),
    ]),
  };
  return [
    overview,
    ...(answer.ages.length > 0 ? [ages] : []),
    ...(answer.movement ? [movementSheet(text, above, answer.movement, previous?.movement ?? null)] : []),
    ...coded(text.ethnicity, answer.byEthnicity),
    ...coded(text.policy, answer.byPolicyStatus),
    ...coded(text.householdStatus, answer.byHouseholdStatus),
    ...(answer.byUnit.length > 0
      ? [
          table(
            text.unit,
            answer.byUnit.map((part) => [part.unit?.name ?? text.unplaced, shown(part.total)]),
          ),
        ]
      : []),
  ];
}

function movementSheet(text: Words, above: string[], movement: Movement, before: Movement | null): Sheet {
  const period = ({ from, to }: Movement): string =>
    [from, to].map((day) => day.split('-').reverse().join('/')).join(' – ');
  const of = (from: Movement | null, cause: string): number =>
    from?.causes.find((one) => one.cause === cause)?.delta ?? 0;
  const causes = [...new Set([...movement.causes, ...(before?.causes ?? [])].map(({ cause }) => cause))];
  const line = (name: string, now: number, then: number | undefined): Cell[] => [name, now, then ?? null];
  return {
    name: text.movement,
    above,
    columns: [
      { heading: text.movement, width: 32 },
      { heading: period(movement), width: 26 },
      { heading: before ? `${text.before} ${period(before)}` : text.before, width: 36 },
    ],
    rows: [
      line(text.opening, movement.opening, before?.opening),
      ...causes.map((cause) =>
        line(causeName(text, cause), of(movement, cause), before ? of(before, cause) : undefined),
      ),
      line(text.closing, movement.closing, before?.closing),
    ],
  };
}

interface EidCounts {
  people: number;
  level2: number;
  level1: number;
  none: number;
  households: number;
  householdsSome: number;
  householdsAll: number;
}
/** The answer of the API about electronic identity. */
export interface EidAnswer {
  unit: { name: string };
  asOf: string;
  knownAt: string;
  total: EidCounts;
  groups: { by: string; key: string | null; label: string | null; unit: { name: string } | null; counts: EidCounts }[];
}

/** Electronic identity of the whole and of each group, one row each. */
export function eidSheet(
  text: Words,
  answer: EidAnswer,
  asked: { headcount: keyof Words['headcount']; boundaries: 'then' | 'now' },
): Sheet {
  const group: Readonly<Record<string, string>> = {
    ethnicity: text.ethnicity,
    neighbourhood: text.unit,
    age: text.age,
  };
  const row = (name: string, of: EidCounts): Cell[] => [
    name,
    ...[of.people, of.level2, of.level1, of.none, of.households, of.householdsSome, of.householdsAll],
  ];
  const headings = [text.of14, text.level2, text.level1, text.none, text.households14, text.some, text.all];
  return {
    name: text.eid,
    above: heading(text, text.eid, { ...asked, unit: answer.unit.name, asOf: answer.asOf, knownAt: answer.knownAt }),
    columns: [{ heading: text.group, width: 36 }, ...headings.map((name) => ({ heading: name, width: 20 }))],
    rows: [
      row(text.whole, answer.total),
      ...answer.groups.map((one) => {
        const name = one.unit?.name ?? one.label ?? (one.by === 'age' ? one.key : null) ?? text.unknown;
        return row(`${group[one.by] ?? one.by}: ${name}`, one.counts);
      }),
    ],
  };
}
