import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row } from '../../projection/projection.ts';
import type { EpisodeRow } from './tables.ts';
import { asLog, dayOf, foldLog, positionOf, wardFacts, WARD } from './testing/random-ward.ts';

type Tallied = {
  ward: number;
  neighbourhood: number | null;
  headcount: string;
  day: string;
  cause: string;
  delta: number;
  position: string;
  sex: string;
  birth: string | null;
  ethnicity: string | null;
};
type Unit = { ward: number; neighbourhood?: number | null };

const units: Unit[] = [
  { ward: 27226 },
  { ward: 27226, neighbourhood: 127226001 },
  { ward: 27226, neighbourhood: 127226002 },
  { ward: 27226, neighbourhood: null },
  { ward: 27238 },
];
const LAST = positionOf(999_999);

function talliesOf(rows: Map<string, Row[]>): Tallied[] {
  return (rows.get('population_tally') ?? []) as Row[] as Tallied[];
}

function isIn(row: { ward: number | null; neighbourhood: number | null }, unit: Unit): boolean {
  return row.ward === unit.ward && (unit.neighbourhood === undefined || row.neighbourhood === unit.neighbourhood);
}

function figure(tallies: Tallied[], unit: Unit, headcount: string, day: string, knownAt = LAST): number {
  const sum = (kind: string): number =>
    tallies
      .filter((row) => row.headcount === kind && isIn(row, unit) && row.day <= day && row.position <= knownAt)
      .reduce((total, row) => total + row.delta, 0);
  if (headcount !== 'present') return sum(headcount);
  const both =
    unit.neighbourhood === undefined
      ? sum('both_in_ward')
      : tallies
          .filter(
            (row) =>
              row.headcount === 'both_in_neighbourhood' && isIn(row, unit) && row.day <= day && row.position <= knownAt,
          )
          .reduce((total, row) => total + row.delta, 0);
  return sum('permanent') + sum('temporary') - both - sum('absent');
}

function listed(rows: Map<string, Row[]>, unit: Unit, headcount: string, day: string, knownAt = LAST): EpisodeRow[] {
  const all = ((rows.get('population_episode') ?? []) as EpisodeRow[]).filter(
    (row) =>
      isIn(row, unit) &&
      row.valid_from <= day &&
      day < row.valid_to &&
      row.known_from <= knownAt &&
      (row.known_to === null || row.known_to > knownAt),
  );
  if (headcount !== 'present') return all.filter((row) => row.headcount === headcount);
  const atHome = new Set(all.filter((row) => row.headcount === 'permanent').map((row) => row.citizen_id));
  return all.filter((row) => !row.absent || !atHome.has(row.citizen_id));
}

const headcounts = ['permanent', 'temporary', 'present'];

describe('a random ward', () => {
  test('gives the same figures, known now, in whatever order its facts were recorded', () => {
    fc.assert(
      fc.property(
        wardFacts.chain((facts) =>
          fc.tuple(
            fc.constant(facts),
            fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length }),
          ),
        ),
        ([facts, shuffled]) => {
          // What is withdrawn is laid to a correction where it had been known before, and leaves no trace where not.
          const causes = !facts.some(({ type }) => type.endsWith('Withdrawn'));
          const summed = (events: typeof facts) => {
            const sums = new Map<string, number>();
            for (const row of talliesOf(foldLog(asLog(events)))) {
              const cause = causes ? row.cause : '';
              const key = [
                row.ward,
                row.neighbourhood,
                row.headcount,
                row.day,
                cause,
                row.sex,
                row.birth,
                row.ethnicity,
              ].join('|');
              sums.set(key, (sums.get(key) ?? 0) + row.delta);
            }
            return new Map([...sums].filter(([, delta]) => delta !== 0).sort());
          };
          expect(summed(shuffled)).toEqual(summed(facts));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('counts as many as it lists, for any day as known at any place of the log', () => {
    fc.assert(
      fc.property(
        wardFacts,
        fc.integer({ min: 0, max: 140 }),
        fc.nat(60),
        fc.constantFrom(...units),
        (facts, n, known, unit) => {
          const rows = foldLog(asLog(facts));
          const [day, knownAt] = [dayOf(n), positionOf(known)];
          for (const headcount of headcounts) {
            const people = new Set(listed(rows, unit, headcount, day, knownAt).map((row) => row.citizen_id));
            expect(figure(talliesOf(rows), unit, headcount, day, knownAt)).toBe(people.size);
          }
          const households = new Set(
            ['permanent', 'temporary'].flatMap((kind) =>
              listed(rows, unit, kind, day, knownAt).map((row) => row.household_id),
            ),
          );
          expect(figure(talliesOf(rows), unit, 'household', day, knownAt)).toBe(households.size);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('opens with what was there, and closes with opening and causes, for every unit and period', () => {
    fc.assert(
      fc.property(wardFacts, fc.nat(130), fc.nat(60), (facts, from, length) => {
        const rows = foldLog(asLog(facts));
        const tallies = talliesOf(rows);
        for (const unit of units) {
          const opening = new Set(listed(rows, unit, 'permanent', dayOf(from - 1)).map((row) => row.citizen_id)).size;
          const closing = new Set(listed(rows, unit, 'permanent', dayOf(from + length)).map((row) => row.citizen_id))
            .size;
          const changes = tallies
            .filter(
              (row) =>
                row.headcount === 'permanent' &&
                isIn(row, unit) &&
                row.day >= dayOf(from) &&
                row.day <= dayOf(from + length),
            )
            .reduce((total, row) => total + row.delta, 0);
          expect(opening + changes).toBe(closing);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('what was known at a place of the log is what a log that ended there says', () => {
    fc.assert(
      fc.property(wardFacts, fc.nat(60), fc.integer({ min: 0, max: 140 }), (facts, cut, n) => {
        const whole = talliesOf(foldLog(asLog(facts)));
        const part = talliesOf(foldLog(asLog(facts).slice(0, cut)));
        for (const unit of units) {
          for (const headcount of headcounts) {
            expect(figure(whole, unit, headcount, dayOf(n), positionOf(cut))).toBe(
              figure(part, unit, headcount, dayOf(n)),
            );
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("the design's own example", () => {
  test('a death of 20 February recorded after a move of 1 March', () => {
    const citizenId = '0190a000-0000-7000-8000-000000000001';
    const stream = `citizen-${citizenId}`;
    const home = (n: number) => `0190a000-0000-7000-8000-00000000010${n}`;
    const dwelling = (n: number) => `0190a000-0000-7000-8000-00000000020${n}`;
    const lives = (n: number, cause: string, occurredOn: string) => ({
      stream,
      type: 'ResidenceStarted',
      data: {
        citizenId,
        residenceId: home(n).replace('01', '03'),
        kind: 'permanent',
        householdId: home(n),
        relation: 'head',
        cause,
        until: null,
        occurredOn,
      },
    });
    const placed = [1, 2].flatMap((n) => [
      {
        stream: 'd',
        type: 'DwellingRegistered',
        data: { dwellingId: dwelling(n), ward: WARD, neighbourhood: `${WARD}-00${n}`, occurredOn: '2026-01-01' },
      },
      {
        stream: 'h',
        type: 'HouseholdFormed',
        data: { householdId: home(n), dwellingId: dwelling(n), occurredOn: '2026-01-01' },
      },
    ]);
    const rows = foldLog(
      asLog([
        ...placed,
        {
          stream,
          type: 'CitizenRegistered',
          data: { citizenId, details: { sex: 'male', birth: '1950' }, occurredOn: '2026-01-01' },
        },
        lives(1, 'first_entry', '2026-01-01'),
        {
          stream,
          type: 'ResidenceEnded',
          data: { citizenId, residenceId: home(1).replace('01', '03'), cause: 'move', occurredOn: '2026-03-01' },
        },
        lives(2, 'move', '2026-03-01'),
        { stream, type: 'CitizenDied', data: { citizenId, occurredOn: '2026-02-20' } },
      ]),
    );
    const tallies = talliesOf(rows);
    expect(figure(tallies, { ward: 27226 }, 'permanent', '2026-02-19')).toBe(1);
    expect(figure(tallies, { ward: 27226 }, 'permanent', '2026-02-20')).toBe(0);
    expect(figure(tallies, { ward: 27226, neighbourhood: 127226002 }, 'permanent', '2026-03-02')).toBe(0);
    const before = positionOf(8);
    expect(figure(tallies, { ward: 27226, neighbourhood: 127226002 }, 'permanent', '2026-03-02', before)).toBe(1);
    const causes = tallies.filter((row) => row.headcount === 'permanent').map((row) => [row.cause, row.day, row.delta]);
    const sums = Map.groupBy(causes, ([cause]) => String(cause));
    expect(sums.get('move')?.reduce((sum, [, , delta]) => sum + Number(delta), 0)).toBe(0);
    expect(sums.get('death')).toEqual([['death', '2026-02-20', -1]]);
  });
});
