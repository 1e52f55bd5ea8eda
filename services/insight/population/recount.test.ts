import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordedEvent } from '../../event-store/log.ts';
import type { Row } from '../../projection/projection.ts';
import { uuidOf } from '../../projection/testing/sample-events.ts';
import { fromRow, signature } from './episode-rows.ts';
import type { EpisodeRow } from './tables.ts';
import { livesOn, type Lives } from './testing/naive.ts';
import { asLog, dayOf, foldLog, positionOf, wardFacts, type WardEvent } from './testing/random-ward.ts';

type Unit = { ward: number; neighbourhood?: number | null };
const units: Unit[] = [
  { ward: 27226 },
  { ward: 27226, neighbourhood: 127226001 },
  { ward: 27226, neighbourhood: 127226002 },
  { ward: 27226, neighbourhood: null },
  { ward: 27238 },
];

const inUnit = (row: { ward?: unknown; neighbourhood?: unknown }, unit: Unit): boolean =>
  row.ward === unit.ward && (unit.neighbourhood === undefined || row.neighbourhood === unit.neighbourhood);

type Tables = Map<string, Row[]>;

/** What the journals add up to on a day, as known at a place of the log: people by sex, birth and ethnicity, statuses, households. */
function journaled(rows: Tables, unit: Unit, day: string, knownAt: string): Record<string, number> {
  const sums: Record<string, number> = {};
  const level = unit.neighbourhood === undefined ? 'both_in_ward' : 'both_in_neighbourhood';
  const other = unit.neighbourhood === undefined ? 'both_in_neighbourhood' : 'both_in_ward';
  for (const table of ['population_tally', 'population_status_tally']) {
    for (const row of rows.get(table) ?? []) {
      if (!inUnit(row, unit) || String(row['day']) > day || String(row['position']) > knownAt) continue;
      const kind = String(row['headcount']);
      if (kind === 'dwelling' || kind === other) continue;
      const what =
        table === 'population_tally'
          ? kind === 'household'
            ? []
            : [row['sex'], row['birth'], row['ethnicity']]
          : [row['dimension'], row['status']];
      const key = [kind === level ? 'both' : kind, ...what].join('|');
      sums[key] = (sums[key] ?? 0) + Number(row['delta']);
    }
  }
  return Object.fromEntries(
    Object.entries(sums)
      .filter(([, value]) => value !== 0)
      .sort(),
  );
}

/** The same counted one by one. */
function counted(all: readonly Lives[], unit: Unit): Record<string, number> {
  const here = all.filter((one) => inUnit(one, unit));
  const sums: Record<string, number> = {};
  const add = (...key: unknown[]): void => void (sums[key.join('|')] = (sums[key.join('|')] ?? 0) + 1);
  for (const one of here) {
    const both =
      one.kind === 'permanent' && here.some((two) => two.citizen === one.citizen && two.kind === 'temporary');
    const away = one.kind === 'permanent' && one.absent;
    for (const kind of [one.kind, ...(both ? ['both'] : []), ...(away ? ['absent'] : [])]) {
      add(kind, one.sex, one.birth, one.ethnicity);
      for (const status of one.policies) add(kind, 'policy', status);
    }
  }
  for (const household of new Set(here.map((one) => one.household))) {
    add('household');
    for (const status of here.find((one) => one.household === household)?.statuses ?? [])
      add('household', 'household', status);
  }
  return Object.fromEntries(Object.entries(sums).sort());
}

/** Episodes known at a place in the log. */
function known(rows: Tables, knownAt: string): EpisodeRow[] {
  return ((rows.get('population_episode') ?? []) as EpisodeRow[]).filter(
    (row) => row.known_from <= knownAt && (row.known_to === null || row.known_to > knownAt),
  );
}

function expectTheSame(log: readonly RecordedEvent[], day: string, cut: number): void {
  const rows = foldLog(log);
  const lives = livesOn(day, log.slice(0, cut));
  for (const unit of units) expect(journaled(rows, unit, day, positionOf(cut))).toEqual(counted(lives, unit));
  const listed = known(rows, positionOf(cut)).filter((row) => row.valid_from <= day && day < row.valid_to);
  const plain = (list: unknown[]): string[] => list.map((one) => JSON.stringify(one)).sort();
  expect(
    plain(
      listed.map((row) => [
        ...[row.citizen_id, row.headcount, row.household_id, row.dwelling_id, row.ward, row.neighbourhood, row.sex],
        ...[row.birth, row.ethnicity, row.eid, row.absent, row.policies, row.household_statuses],
      ]),
    ),
  ).toEqual(
    plain(
      lives.map((one) => [
        ...[one.citizen, one.kind, one.household, one.dwelling, one.ward, one.neighbourhood, one.sex],
        ...[one.birth, one.ethnicity, one.eid, one.absent, one.policies, one.statuses],
      ]),
    ),
  );
}

const survivor = uuidOf('c1');
const absorbed = uuidOf('c2');
const merge = { citizenId: absorbed, survivorId: survivor, mergeId: uuidOf('m'), occurredOn: dayOf(131) };
const meant = (event: WardEvent, id: string): boolean => event.data['citizenId'] === id;
const mergeEvent: WardEvent = { stream: `citizen-${absorbed}`, type: 'CitizenMerged', data: merge };

/** A ward in which two people are found to be one after `cut` facts; of later facts the survivor's stream takes both persons'. */
const mergedWard = fc
  .tuple(wardFacts, fc.nat(40))
  .map(([facts, cut]) => {
    const first = facts.filter(({ type }) => type === 'CitizenRegistered');
    const rest = facts.filter(({ type }) => type !== 'CitizenRegistered' && type !== 'CitizenWithdrawn');
    // Facts about a residence go where it stands: what is recorded of it later may come before or after the merge.
    const all = [...first, ...rest];
    const at = first.length + Math.min(cut, rest.length);
    return { apart: all, at };
  })
  .map(({ apart, at }) => {
    const together = apart.slice(at).map((event): WardEvent =>
      meant(event, absorbed)
        ? {
            ...event,
            stream: `citizen-${survivor}`,
            data: { ...event.data, citizenId: survivor, addressedAs: absorbed },
          }
        : event,
    );
    const log = [...apart.slice(0, at), mergeEvent, ...together];
    const returned = asLog(log).flatMap(({ position, data }) =>
      (data as { addressedAs?: string }).addressedAs === absorbed ? [position] : [],
    );
    const undone: WardEvent = { ...mergeEvent, type: 'CitizenUnmerged', data: { ...merge, returned } };
    return { apart, merged: log, undone: [...log, undone], at };
  });

describe('an independent count of the same events', () => {
  test('agrees with the journals and the episodes, for any day and any place of the log', () => {
    fc.assert(
      fc.property(
        wardFacts.chain((facts) => fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length })),
        fc.integer({ min: -1, max: 140 }),
        fc.nat(70),
        (facts, n, cut) => expectTheSame(asLog(facts), dayOf(n), Math.min(cut, facts.length)),
      ),
      { numRuns: 300 },
    );
  });

  test('agrees while two are one, and after they are two again', () => {
    fc.assert(
      fc.property(mergedWard, fc.integer({ min: -1, max: 140 }), fc.nat(80), ({ undone }, n, cut) =>
        expectTheSame(asLog(undone), dayOf(n), Math.min(cut, undone.length)),
      ),
      { numRuns: 300 },
    );
  });
});

describe('a merge that is undone', () => {
  test('leaves the episodes and figures that there had been without it', () => {
    fc.assert(
      fc.property(mergedWard, fc.integer({ min: -1, max: 140 }), ({ apart, undone }, n) => {
        const [with_, without] = [foldLog(asLog(undone)), foldLog(asLog(apart))];
        const last = positionOf(999);
        const of = (rows: Tables): string[] =>
          known(rows, last)
            .map((row) => `${row.citizen_id} ${signature(fromRow(row))}`)
            .sort();
        expect(of(with_)).toEqual(of(without));
        for (const unit of units)
          expect(journaled(with_, unit, dayOf(n), last)).toEqual(journaled(without, unit, dayOf(n), last));
      }),
      { numRuns: 300 },
    );
  });

  test('is laid to merge and un-merge, and counts one person in between', () => {
    const home = uuidOf('h1');
    const registered = (citizenId: string): WardEvent => ({
      stream: `citizen-${citizenId}`,
      type: 'CitizenRegistered',
      data: { citizenId, details: { sex: 'female', birth: '1970-01-01' }, occurredOn: dayOf(1) },
    });
    const lives = (citizenId: string, n: number): WardEvent => ({
      stream: `citizen-${citizenId}`,
      type: 'ResidenceStarted',
      data: {
        ...{ citizenId, residenceId: uuidOf(`r${n}`), kind: 'permanent', householdId: home, relation: 'head' },
        ...{ cause: 'arrival', until: null, occurredOn: dayOf(n) },
      },
    });
    const ward = { ward: '27226', neighbourhood: '27226-001', occurredOn: dayOf(0) };
    const log = [
      { stream: 'd', type: 'DwellingRegistered', data: { dwellingId: uuidOf('d1'), ...ward } },
      {
        stream: 'h',
        type: 'HouseholdFormed',
        data: { householdId: home, dwellingId: uuidOf('d1'), occurredOn: dayOf(0) },
      },
      registered(survivor),
      lives(survivor, 5),
      registered(absorbed),
      lives(absorbed, 9),
      mergeEvent,
      { ...mergeEvent, type: 'CitizenUnmerged', data: { ...merge, returned: [] } },
    ];
    const rows = (foldLog(asLog(log)).get('population_tally') ?? []).filter((row) => row['headcount'] === 'permanent');
    expect(rows.map((row) => [row['cause'], row['day'], row['delta']])).toEqual([
      ['arrival', dayOf(5), 1],
      ['arrival', dayOf(9), 1],
      ['merge', dayOf(9), -1],
      ['unmerge', dayOf(9), 1],
    ]);
  });
});
