import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fieldsOf } from '../../../access/field-table.ts';
import { withScope } from '../../../access/scoped-db.ts';
import type { Scope } from '../../../access/scope.ts';
import { createProjector, type Projector } from '../../../projection/engine.ts';
import { openScene, recordEvents, type Scene } from '../../../projection/testing/scene.ts';
import { journalSums } from '../journal.ts';
import { populationProjection } from '../projection.ts';
import { settle, type Settled } from '../question.ts';
import type { Sum } from '../sums.ts';
import { dayOf, wardFacts } from '../testing/random-ward.ts';
import { birthCells } from './births.ts';
import { keepTotals, keepTotalsWhenDue } from './keep.ts';
import { sumsThen } from './read.ts';

let scene: Scene;
let projector: Projector;
const positions: string[] = [];
const leader: Scope = {
  accountId: 'a',
  positionId: 'p',
  role: 'leader',
  unit: '27226',
  wards: [27226],
  neighbourhoods: [],
  aggregates: [27226],
  fields: fieldsOf('leader', '2026-07-01'),
  today: '2026-07-01',
  locale: 'vi',
};

beforeAll(async () => {
  scene = await openScene();
  projector = createProjector({ log: scene.log, db: scene.projector, projections: [populationProjection] });
  // Told bit by bit, late facts among them, with the totals taken in between.
  const facts = fc.sample(
    wardFacts.chain((all) => fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    { numRuns: 6, seed: 5 },
  );
  for (const [index, events] of facts.entries()) {
    const own = JSON.parse(
      JSON.stringify(events).replaceAll(/"([0-9a-f]{7})[0-9a-f]-/g, `"$1${index}-`),
    ) as typeof events;
    for (const [n, { type, data }] of own.entries()) {
      const subject = data['citizenId'] ?? data['householdId'] ?? data['dwellingId'];
      positions.push(
        await recordEvents(scene.log, [{ stream: `${type}-${String(subject)}-${n}`, event: { type, data } }]),
      );
      if (n % 17 === 0) {
        await projector.runToHead();
        await keepTotals(scene.projector);
      }
    }
  }
  await projector.runToHead();
});
afterAll(async () => {
  await projector.stop();
  await scene.close();
});

/** Sums by what they are of, those of nobody left out. */
function summed(sums: readonly Sum[], question: Settled): Map<string, number> {
  const found = new Map<string, number>();
  for (const { what, kind, sex, key, value } of sums) {
    const asked = {
      permanent: ['permanent'],
      temporary: ['temporary'],
      present: ['permanent', 'temporary', 'absent', 'both_in_ward'],
    };
    // Ages are summed for the headcount that is asked of only; neither are other kinds' neighbourhoods ever looked at.
    if (what === 'age' && (key === null || !asked[question.headcount].includes(kind))) continue;
    if (kind === 'both_in_neighbourhood' && what !== 'neighbourhood') continue;
    if (kind === 'both_in_ward' && what === 'neighbourhood') continue;
    if (['household', 'dwelling'].includes(kind) && !['sex', 'household'].includes(what)) continue;
    const name = [what, kind, what === 'sex' || what === 'age' ? sex : '', key].join('|');
    found.set(name, (found.get(name) ?? 0) + value);
  }
  return new Map([...found].filter(([, value]) => value !== 0).sort());
}

const asked = fc.record({
  n: fc.integer({ min: -20, max: 150 }),
  at: fc.nat(),
  length: fc.nat(60),
  headcount: fc.constantFrom('permanent', 'temporary', 'present'),
});

async function agree(): Promise<void> {
  await fc.assert(
    fc.asyncProperty(asked, async ({ n, at, length, headcount }) => {
      await withScope(scene.app, leader, async (db) => {
        const question = await settle(leader, db, {
          ...{ unit: '27226', asOf: dayOf(n), movementFrom: dayOf(n - length), headcount, boundaries: 'then' },
          knownAt: at % 3 === 0 ? null : (positions[at % positions.length] ?? null),
        });
        const [fast, plain] = [await sumsThen(db, question), await journalSums(db, question, null)];
        expect(summed(fast, question)).toEqual(summed(plain, question));
      });
    }),
    { numRuns: 120 },
  );
}

describe('totals of the journal', () => {
  test('give what the whole journal gives, with a tail of what came after them', async () => {
    const { rows } = await scene.projector.query<{ n: number }>(
      'select count(*)::int as n from projection.population_totals',
    );
    expect(rows[0]?.n).toBeGreaterThan(100);
    await agree();
  });

  test('and without a tail, taken bit by bit or all at once', async () => {
    await keepTotals(scene.projector);
    expect((await keepTotals(scene.projector)).added).toBe(0);
    await agree();
    const all =
      'select ward, kind, cell, day::text, male, female, unknown from projection.population_totals order by 1, 2, 3, 4';
    const bit = (await scene.projector.query(all)).rows;
    await scene.projector.query('delete from projection.population_totals_at');
    expect(await keepTotalsWhenDue(scene.projector)).toBe(true);
    expect(await keepTotalsWhenDue(scene.projector)).toBe(false);
    const once = (await scene.projector.query(all)).rows;
    // Days on which what came was taken back again stand in the one and not in the other.
    const told = new Set(once.map((row) => JSON.stringify(row)));
    expect(once.length).toBeGreaterThan(100);
    expect([...told].filter((row) => !bit.some((other) => JSON.stringify(other) === row))).toEqual([]);
    await agree();
  });

  test('are not used for another generation of the journal', async () => {
    await projector.rebuild('population');
    await scene.projector.query('update projection.population_totals set male = 99');
    await agree();
    await keepTotals(scene.projector);
    await agree();
  });

  test('are seen of the own wards only', async () => {
    const count = (scope: Scope) =>
      withScope(scene.app, scope, async (db) => {
        const found = await sumsThen(db, {
          ...{
            unit: { code: '27226', number: 27226, level: 'ward' },
            asOf: '2026-06-01',
            knownAt: positions.at(-1) ?? '',
          },
          ...{ headcount: 'permanent', boundaries: 'then', from: null, today: scope.today, rows: true },
        });
        return found.length;
      });
    expect(await count(leader)).toBeGreaterThan(0);
    expect(await count({ ...leader, wards: [27238], aggregates: [27238] })).toBe(0);
  });
});

describe('births of a five-year group', () => {
  const day = fc
    .integer({ min: 0, max: 60_000 })
    .map((n) => new Date(Date.UTC(1900, 0, 1 + n)).toISOString().slice(0, 10));

  test('hold every birth in the group of its age, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(day, { minLength: 30, maxLength: 30 }),
        fc.oneof(day, fc.constant('2024-02-29')),
        async (births, asOf) => {
          const of = new Map(birthCells(asOf).map(({ cell, age }) => [cell, age]));
          expect(of.size).toBeLessThan(1_200);
          const { rows } = await scene.projector.query<{ birth: string; age: number | null }>(
            `select birth::text, case when birth <= $2::date then least(extract(year from age($2::date, birth))::int / 5 * 5, 85) end as age
           from unnest($1::date[]) birth`,
            [births, asOf],
          );
          for (const { birth, age } of rows) {
            const found = [`y${birth.slice(0, 4)}`, `m${birth.slice(0, 7)}`, `d${birth}`].filter((cell) =>
              of.has(cell),
            );
            expect(found.map((cell) => of.get(cell))).toEqual(age === null ? [] : [age]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
