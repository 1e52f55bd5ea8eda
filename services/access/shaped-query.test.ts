import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withScope } from './scoped-db.ts';
import type { Scope } from './scope.ts';
import { runShaped } from './shaped-query.ts';
import { openTestHouse, scopeAt, type TestHouse } from './testing/house.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

test('a query is built once for a scope and a shape, and answers each time by the values of that time', async () => {
  let built = 0;
  const ask = (scope: Scope, shape: string, values: { n: number; list: number[] }) =>
    withScope(house.app, scope, (db) =>
      runShaped(scope, db, shape, values, ({ n, list }) => {
        built += 1;
        return db
          .withTables<{ 'view.account': { id: string } }>()
          .selectNoFrom([
            sql<number>`${n}::int`.as('n'),
            sql<boolean>`${n}::int = any(${list}::int[])`.as('within'),
            sql<string>`${scope.today}::text`.as('today'),
          ]);
      }),
    );
  const scope = scopeAt('desk', '27226');
  const today = scope.today;
  expect(await ask(scope, 'a', { n: 1, list: [1, 2] })).toEqual([{ n: 1, within: true, today }]);
  expect(await ask(scope, 'a', { n: 3, list: [] })).toEqual([{ n: 3, within: false, today }]);
  expect(built).toBe(1);
  await ask(scope, 'b', { n: 1, list: [] });
  await ask(scopeAt('desk', '27232'), 'a', { n: 1, list: [] });
  expect(built).toBe(3);
});
