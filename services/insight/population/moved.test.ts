import { populationCauses } from '@nocgia/schemas/code-lists/population-causes.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ScopedDb } from '../../access/scoped-db.ts';
import { populationList, type ListQuestion } from './list.ts';
import { population, populationBefore, type PopulationQuestion } from './queries.ts';
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

const headcount = fc.constantFrom('permanent', 'temporary', 'present');
const units = fc.constantFrom('27226', '27226-001', '27226-002');

/** Everybody of the list, page by page. */
async function everybody(db: ScopedDb, question: Omit<ListQuestion, 'first'>) {
  const people = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof populationList>> = await populationList(leader, db, {
      ...{ ...question, after, first: 4 },
    });
    people.push(...page.items);
    after = page.nextCursor;
  } while (after !== null);
  return people;
}

async function expectListed(db: ScopedDb, question: PopulationQuestion): Promise<string[]> {
  const figures = await population(leader, db, question);
  const causes = figures.movement?.causes ?? [];
  for (const { cause, delta } of causes) {
    const asks = { ...question, filter: { cause } };
    const people = await everybody(db, asks);
    const { total, change } = await populationList(leader, db, { ...asks, first: 1 });
    expect(change).toBe(delta);
    expect(people).toHaveLength(total);
    expect(new Set(people.map(({ citizenId }) => citizenId)).size).toBe(total);
    expect(people.reduce((sum, one) => sum + (one.change ?? 0), 0)).toBe(delta);
    // Whoever is behind a change lives in the unit, or did.
    expect(people.filter(({ householdId, since }) => !householdId || !since)).toEqual([]);
  }
  return causes.map(({ cause }) => cause);
}

describe('whom a cause brought and took', () => {
  test('makes up what it changed, for random period, place of the log, unit and headcount', async () => {
    await fc.assert(
      fc.asyncProperty(
        ...([fc.nat(130), fc.nat(140), fc.nat(positions.length - 1)] as const),
        units,
        headcount,
        async (from, length, at, code, counted) => {
          const question = { unit: code, asOf: dayOf(from + length), movementFrom: dayOf(from), headcount: counted };
          await reading(leader, (db) => expectListed(db, asked({ ...question, knownAt: positions[at] ?? null })));
        },
      ),
      { numRuns: 50 },
    );
  });

  test.each([
    ['permanent', ['absence', 'return', 'status']],
    ['temporary', ['absence', 'return', 'status']],
    ['present', ['status']],
  ] as const)(
    'has a list under every cause that a figure ever names: %s',
    { timeout: 30_000 },
    async (counted, none) => {
      const met = new Set<string>();
      await reading(leader, async (db) => {
        for (let last = 0; last <= 140; last += 10) {
          const period = { asOf: dayOf(last), movementFrom: dayOf(last - 12) };
          for (const unit of ['27226', '27226-001']) {
            const question = asked({ unit, ...period, headcount: counted });
            for (const cause of await expectListed(db, question)) met.add(cause);
          }
        }
      });
      // Sex and ethnicity bring nobody and take nobody; who is away is absent from *present* only.
      const named = populationCauses.map(({ code }) => code).filter((code) => !none.some((other) => other === code));
      expect([...met].sort()).toEqual(named.sort());
    },
  );

  test('and so does the period before, and the day it ended on', async () => {
    await fc.assert(
      fc.asyncProperty(
        ...([fc.integer({ min: 20, max: 130 }), fc.nat(40), fc.nat(positions.length - 1)] as const),
        units,
        headcount,
        async (from, length, at, code, counted) => {
          const knownAt = positions[at] ?? '';
          const question = asked({
            unit: code,
            asOf: dayOf(from + length),
            movementFrom: dayOf(from),
            headcount: counted,
          });
          await reading(leader, async (db) => {
            const before = (await populationBefore(leader, db, question, knownAt)) ?? expect.fail('no period before');
            const earlier = { ...question, asOf: before.asOf, movementFrom: before.movement?.from ?? null, knownAt };
            const listed = await populationList(leader, db, { ...earlier, first: 1 });
            expect(listed.total).toBe(before.total.value);
            expect(before.movement?.closing).toBe(before.total.value);
            await expectListed(db, earlier);
          });
        },
      ),
      { numRuns: 25 },
    );
  });

  test('goes with no other filter, and with a period only', async () => {
    await reading(leader, async (db) => {
      const refused = { rejection: { code: 'BAD_INPUT' } };
      const period = asked({ movementFrom: dayOf(0), asOf: dayOf(60) });
      const lists = [
        { ...asked(), filter: { cause: 'birth' } },
        { ...period, filter: { cause: 'birth', sex: 'female' } as const },
        { ...period, boundaries: 'now' as const, filter: { cause: 'birth' } },
      ];
      for (const list of lists)
        await expect(populationList(leader, db, { ...list, first: 10 })).rejects.toMatchObject(refused);
    });
  });
});
