import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noFields } from '../../access/field-table.ts';
import { eidFigures } from './eid.ts';
import { populationList, type PeopleFilter } from './list.ts';
import { populationPlaces } from './places.ts';
import { population } from './queries.ts';
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

describe('the list behind a figure', () => {
  test('count as many as the list behind them holds, for random day, place of the log, unit, headcount and sex', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: -1, max: 140 }),
        fc.nat(positions.length - 1),
        fc.constantFrom('27226', '27226-001', '27226-002'),
        fc.constantFrom('permanent', 'temporary', 'present'),
        async (n, at, unit, headcount) => {
          const question = asked({ unit, asOf: dayOf(n), knownAt: positions[at] ?? null, headcount });
          await reading(leader, async (db) => {
            const figures = await population(leader, db, question);
            const all = await populationList(leader, db, { ...question, first: 500 });
            expect(figures.total.value).toBe(all.total);
            expect(all.items).toHaveLength(all.total);
            const women = await populationList(leader, db, { ...question, filter: { sex: 'female' }, first: 2 });
            expect(figures.bySex.female.value).toBe(women.total);
            if (unit === '27226' && headcount !== 'present')
              expect(figures.byUnit.reduce((sum, each) => sum + (each.total.value ?? 0), 0)).toBe(all.total);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('every figure has a list of as many, for random day, place of the log, unit, headcount and boundaries', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: -1, max: 140 }),
        fc.nat(positions.length - 1),
        fc.constantFrom('27226', '27226-001', '27226-002'),
        fc.constantFrom('permanent', 'temporary', 'present'),
        fc.constantFrom('then', 'now'),
        async (n, at, unit, headcount, boundaries) => {
          const question = asked({ unit, asOf: dayOf(n), knownAt: positions[at] ?? null, headcount, boundaries });
          await reading(leader, async (db) => {
            const figures = await population(leader, db, question);
            const listed = async (filter: PeopleFilter) =>
              (await populationList(leader, db, { ...question, filter, first: 1 })).total;
            const places = async (kind: 'household' | 'dwelling', householdStatus?: string | null) =>
              (await populationPlaces(leader, db, kind, { ...question, householdStatus, first: 1 })).total;
            for (const { from, to, male, female } of figures.ages) {
              const age = { ageFrom: from, ageTo: to };
              expect(await listed({ ...age, sex: 'male' })).toBe(male.value);
              expect(await listed({ ...age, sex: 'female' })).toBe(female.value);
            }
            for (const { code, total } of figures.byEthnicity ?? [])
              expect(await listed({ ethnicity: code ?? 'unknown' })).toBe(total.value);
            for (const { code, total } of figures.byPolicyStatus ?? [])
              expect(await listed({ policyStatus: code })).toBe(total.value);
            const unplaced = figures.byUnit.find((part) => part.unit === null)?.total.value ?? 0;
            if (unit === '27226') expect(await listed({ unplaced: true })).toBe(unplaced);
            for (const kind of ['permanent', 'temporary', 'absent'] as const)
              expect(await listed({ residenceKind: kind })).toBe(figures.byResidenceKind?.[kind].value);
            for (const { code, total } of figures.byHouseholdStatus ?? [])
              expect(await places('household', code)).toBe(total.value);
            expect(await places('household')).toBe(figures.households.value);
            expect(await places('dwelling')).toBe(figures.dwellings.value);
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  test('a list is read page by page without loss', async () => {
    await reading(leader, async (db) => {
      const question = { ...asked({ headcount: 'present' }), first: 3 };
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof populationList>> = await populationList(leader, db, {
          ...question,
          after,
        });
        seen.push(...page.items.map((item) => item.citizenId));
        after = page.nextCursor;
      } while (after !== null);
      expect(seen).toHaveLength(new Set(seen).size);
      expect(seen).toHaveLength((await population(leader, db, question)).total.value ?? -1);
    });
  });

  test('without the right to a field there is neither its table nor a list by it', async () => {
    const scope = { ...leader, fields: noFields };
    await reading(scope, async (db) => {
      const figures = await population(scope, db, asked());
      expect(figures).toMatchObject({ byEthnicity: null, byPolicyStatus: null, byHouseholdStatus: null });
      const filters: PeopleFilter[] = [
        { ethnicity: '01' },
        { policyStatus: 'war_invalid' },
        { householdStatus: 'poor' },
        { eidLevel: 'level2' },
        { sex: 'female' },
        { ageFrom: 18 },
      ];
      for (const filter of filters) {
        await expect(populationList(scope, db, { ...asked(), filter, first: 10 })).rejects.toMatchObject({
          rejection: { code: 'FORBIDDEN' },
        });
      }
      const poor = populationPlaces(scope, db, 'household', { ...asked(), householdStatus: 'poor', first: 10 });
      await expect(poor).rejects.toMatchObject({ rejection: { code: 'FORBIDDEN' } });
      await expect(eidFigures(scope, db, asked())).rejects.toMatchObject({ rejection: { code: 'FORBIDDEN' } });
    });
  });
});
