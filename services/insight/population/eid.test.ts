import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ScopedDb } from '../../access/scoped-db.ts';
import { eidFigures, type EidFigures, type EidGroup } from './eid.ts';
import { EID_AGE, populationList, type EidLevel, type PeopleFilter } from './list.ts';
import { populationPlaces, type EidGroupFilter } from './places.ts';
import type { PopulationQuestion } from './queries.ts';
import { asked, leader, openPopulation, type PopulationScene } from './testing/population-scene.ts';
import { dayOf } from './testing/random-ward.ts';

let ward: PopulationScene;
let positions: string[];
let reading: PopulationScene['reading'];

beforeAll(async () => {
  ward = await openPopulation();
  ({ positions, reading } = ward);
});
afterAll(() => ward.close());

const bands = [14, 18, 30, 40, 50, 60, 70];

/** By what the lists of a group are asked: its own neighbourhood as the unit, or a filter. */
function askedOf({ by, key }: EidGroup): { unit?: string; filter: EidGroupFilter } {
  if (by === 'neighbourhood') return key === null ? { filter: { unplaced: true } } : { unit: key, filter: {} };
  if (by === 'ethnicity') return { filter: { ethnicity: key ?? 'unknown' } };
  const next = bands[bands.indexOf(Number(key)) + 1];
  return { filter: { ageFrom: Number(key), ageTo: next === undefined ? null : next - 1 } };
}

async function expectListed(db: ScopedDb, question: PopulationQuestion, filter: EidGroupFilter, of: EidFigures) {
  const people = async (more: PeopleFilter) =>
    (await populationList(leader, db, { ...question, filter: { ...filter, ...more }, first: 1 })).total;
  for (const level of ['level2', 'level1', 'none'] as const) expect(await people({ eidLevel: level })).toBe(of[level]);
  expect(await people({ ageFrom: filter.ageFrom ?? EID_AGE })).toBe(of.people);
  for (const [eid, count] of [
    ['any', of.households],
    ['some', of.householdsSome],
    ['all', of.householdsAll],
  ] as const) {
    const list = await populationPlaces(leader, db, 'household', { ...question, eid, among: filter, first: 200 });
    expect(list.total).toBe(count);
    expect(new Set(list.ids).size).toBe(count);
  }
}

describe('electronic identity', () => {
  test('every figure has a list of as many, by group too, for random day, place of the log, unit, headcount and boundaries', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 140 }),
        fc.nat(positions.length - 1),
        fc.constantFrom('27226', '27226', '27226-001'),
        fc.constantFrom('permanent', 'temporary', 'present'),
        fc.constantFrom('then', 'now'),
        async (n, at, unit, headcount, boundaries) => {
          const question = asked({ unit, asOf: dayOf(n), knownAt: positions[at] ?? null, headcount, boundaries });
          await reading(leader, async (db) => {
            const { total, groups } = await eidFigures(leader, db, question);
            await expectListed(db, question, {}, total);
            for (const group of groups) {
              const { filter, ...more } = askedOf(group);
              await expectListed(db, { ...question, ...more }, filter, group);
            }
            for (const by of ['ethnicity', 'age'] as const) {
              const people = groups.filter((group) => group.by === by).reduce((sum, group) => sum + group.people, 0);
              expect(people).toBe(total.people);
            }
          });
        },
      ),
      { numRuns: 30 },
    );
  });

  test('electronic identity by person and household is what a count one by one gives', async () => {
    await reading(leader, async (db) => {
      const question = asked({ asOf: dayOf(60), headcount: 'present' });
      const figures = await eidFigures(leader, db, question);
      const levels = { level2: figures.total.level2, level1: figures.total.level1, none: figures.total.none };
      for (const [eidLevel, count] of Object.entries(levels) as [EidLevel, number][]) {
        const list = await populationList(leader, db, { ...question, filter: { eidLevel }, first: 500 });
        expect(list.total).toBe(count);
      }
      expect(levels.level2 + levels.level1).toBeGreaterThan(0);
      for (const by of ['ethnicity', 'neighbourhood', 'age'] as const)
        expect(figures.groups.filter((group) => group.by === by && group.householdsSome > 0)).not.toEqual([]);
      const households = new Map<string, boolean[]>();
      for (const [level, has] of [
        ['level2', true],
        ['level1', false],
        ['none', false],
      ] as const) {
        const list = await populationList(leader, db, { ...question, filter: { eidLevel: level }, first: 500 });
        for (const { householdId } of list.items)
          households.set(householdId, [...(households.get(householdId) ?? []), has]);
      }
      const all = [...households.values()];
      expect(figures.total).toMatchObject({
        households: all.length,
        householdsSome: all.filter((members) => members.some(Boolean)).length,
        householdsAll: all.filter((members) => members.every(Boolean)).length,
      });
    });
  });

  test('of which people it is asked is no question without it', async () => {
    await reading(leader, async (db) => {
      const places = populationPlaces(leader, db, 'household', { ...asked(), among: { ethnicity: '01' }, first: 1 });
      await expect(places).rejects.toMatchObject({ rejection: { code: 'BAD_INPUT' } });
    });
  });
});
