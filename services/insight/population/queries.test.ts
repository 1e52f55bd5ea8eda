import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentHashes } from '../../projection/hashes.ts';
import { verify } from '../../projection/verify.ts';
import { populationProjection } from './projection.ts';
import { populationList } from './list.ts';
import { periodBefore } from './period.ts';
import { knownAtEndOf, population, populationBefore } from './queries.ts';
import { asked, leader, openPopulation, scopeOf, type PopulationScene } from './testing/population-scene.ts';
import { dayOf } from './testing/random-ward.ts';

const board = scopeOf({ role: 'board', neighbourhoods: [127226001], aggregates: [127226001] });
const department = scopeOf({ role: 'department', unit: '79', aggregates: [79, 27226, 27238] });

let ward: PopulationScene;
let positions: string[];
let reading: PopulationScene['reading'];

beforeAll(async () => {
  ward = await openPopulation();
  ({ positions, reading } = ward);
});
afterAll(() => ward.close());

describe('figures from PostgreSQL', () => {
  test('were projected from small pages as from the whole log', async () => {
    const compared = await verify({
      log: ward.scene.log,
      db: ward.scene.projector,
      projections: [populationProjection],
    });
    expect(compared[0]).toMatchObject({ state: 'same' });
    expect(compared[0]?.tables.find((table) => table.table === 'population_episode')?.rows).toBeGreaterThan(50);
    const before = await contentHashes(ward.scene.database.projectorUrl);
    await ward.projector.rebuild('population');
    expect(await contentHashes(ward.scene.database.projectorUrl)).toEqual(before);
  });

  test('verify finds a row that was changed, taken away or added by hand', async () => {
    const live = await ward.scene.projector.query<{ version: number; generation: number }>(
      "select version, generation from projection.checkpoints where live and name = 'population'",
    );
    const { version, generation } = live.rows[0] ?? { version: 0, generation: 0 };
    const table = `view.population_tally__v${version}_${generation}`;
    await ward.scene.projector.query(
      `update ${table} set delta = 7 where (position, n) = (select position, n from ${table} order by 1, 2 limit 1)`,
    );
    await ward.scene.projector.query(
      `delete from ${table} where (position, n) = (select position, n from ${table} order by 1 desc, 2 desc limit 1)`,
    );
    const compared = await verify({
      log: ward.scene.log,
      db: ward.scene.projector,
      projections: [populationProjection],
    });
    expect(compared[0]?.state).toBe('different');
    const tally = compared[0]?.tables.find((each) => each.table === 'population_tally');
    expect(tally).toMatchObject({ missing: 1, surplus: 0, different: 1 });
    expect(tally?.keys).toHaveLength(2);
    await ward.projector.rebuild('population');
    expect(
      (await verify({ log: ward.scene.log, db: ward.scene.projector, projections: [populationProjection] }))[0]?.state,
    ).toBe('same');
  });

  test('open, change by causes and close, for random periods', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(130),
        fc.nat(60),
        fc.constantFrom('27226', '27226-001'),
        fc.constantFrom('permanent', 'present'),
        async (from, length, unit, headcount) => {
          await reading(leader, async (db) => {
            const [first, last] = [dayOf(from), dayOf(from + length)];
            const figures = await population(leader, db, asked({ unit, asOf: last, movementFrom: first, headcount }));
            const opening = await population(leader, db, asked({ unit, asOf: dayOf(from - 1), headcount }));
            const sum = figures.movement?.causes.reduce(
              (total, cause) => total + cause.delta,
              figures.movement.opening,
            );
            expect(figures.movement?.opening).toBe(opening.total.value);
            expect(sum).toBe(figures.total.value);
            expect(figures.movement?.closing).toBe(figures.total.value);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('the period before has the same length and ends where this one opens', async () => {
    await reading(leader, async (db) => {
      const question = asked({ asOf: '2026-04-30', movementFrom: '2026-04-01' });
      const figures = await population(leader, db, question);
      const before = await populationBefore(leader, db, question, figures.knownAt);
      expect(before).toMatchObject({ asOf: '2026-03-31', movement: { from: '2026-03-01', to: '2026-03-31' } });
      expect(before?.total.value).toBe(figures.movement?.opening);
      expect(periodBefore('2026-04-11', '2026-04-20')).toEqual({ from: '2026-04-01', to: '2026-04-10' });
      expect(periodBefore('2026-01-01', '2026-12-31')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
    });
  });

  test('ages of both sexes and the unknown make up the whole', async () => {
    await reading(leader, async (db) => {
      const figures = await population(leader, db, asked({ asOf: dayOf(100) }));
      const pyramid = figures.ages.reduce((sum, age) => sum + (age.male.value ?? 0) + (age.female.value ?? 0), 0);
      expect(pyramid).toBeLessThanOrEqual(figures.total.value ?? 0);
      expect(pyramid).toBeGreaterThan(0);
    });
  });

  test('under the boundaries of today every person of the ward is somewhere in it', async () => {
    await reading(scopeOf({ wards: [27226, 27238] }), async (db) => {
      const scope = scopeOf({ wards: [27226, 27238] });
      for (const n of [30, 60, 100]) {
        const units = await Promise.all(
          ['27226', '27238'].map((unit) => population(scope, db, asked({ unit, asOf: dayOf(n), boundaries: 'now' }))),
        );
        const then = await Promise.all(
          ['27226', '27238'].map((unit) => population(scope, db, asked({ unit, asOf: dayOf(n) }))),
        );
        const sum = (all: typeof units): number => all.reduce((total, each) => total + (each.total.value ?? 0), 0);
        expect(sum(units)).toBe(sum(then));
      }
    });
  });

  test('known at the end of a day', async () => {
    await reading(leader, async (db) => {
      expect((await knownAtEndOf(db, '2000-01-01')) < (positions[0] ?? '')).toBe(true);
      expect(await knownAtEndOf(db, '2999-01-01')).toBe(positions.at(-1));
    });
  });
});

describe('who sees which figures', () => {
  test('a board sees its neighbourhood and no other', async () => {
    await reading(board, async (db) => {
      expect((await population(board, db, asked({ unit: '27226-001' }))).total.value).toBeGreaterThan(0);
      await expect(population(board, db, asked({ unit: '27226-002' }))).rejects.toMatchObject({
        rejection: { code: 'NOT_FOUND' },
      });
      await expect(population(board, db, asked())).rejects.toMatchObject({ rejection: { code: 'NOT_FOUND' } });
    });
  });

  test('a department sees closed months of wards, as first published, nobody behind them and no small cell', async () => {
    await reading(department, async (db) => {
      const figures = await population(department, db, asked({ asOf: '2026-06-15' }));
      expect(figures).toMatchObject({ asOf: '2026-05-31', byUnit: [], ages: [], movement: null });
      await expect(population(department, db, asked({ unit: '27226-001' }))).rejects.toMatchObject({
        rejection: { code: 'NOT_FOUND' },
      });
      await expect(population(department, db, asked({ unit: '27999' }))).rejects.toMatchObject({
        rejection: { code: 'NOT_FOUND' },
      });
      await expect(population(department, db, asked({ boundaries: 'now' }))).rejects.toMatchObject({
        rejection: { code: 'FORBIDDEN' },
      });
      await expect(populationList(department, db, { ...asked(), first: 10 })).rejects.toMatchObject({
        rejection: { code: 'FORBIDDEN' },
      });
    });
  });

  test('whoever reads figures only finds nobody behind the journal, and a board its own people alone', async () => {
    const seen = (scope: typeof department) =>
      reading(scope, async (db) => {
        const found = await sql<{ figures: number; people: number; elsewhere: number }>`
          select (select count(*)::int from view.population_tally) as figures, count(*)::int as people,
            count(*) filter (where neighbourhood is distinct from 127226001)::int as elsewhere
          from view.population_tally_citizen`.execute(db);
        return found.rows[0] ?? expect.fail('no answer');
      });
    const [published, own] = [await seen(department), await seen(board)];
    expect(published.figures).toBeGreaterThan(0);
    expect(published.people).toBe(0);
    expect(own.people).toBeGreaterThan(0);
    expect(own.elsewhere).toBe(0);
  });
});
