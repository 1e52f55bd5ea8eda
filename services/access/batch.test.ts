import { expect, test } from 'vitest';
import { batched, completing } from './batch.ts';

test('keys asked for together go out as one query, known ones not again, and each operation has its own', async () => {
  const queries: string[][] = [];
  const load = batched((_context: object, keys: string[]) => {
    queries.push(keys);
    return Promise.resolve(new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, key.toUpperCase()])));
  });
  const [one, other] = [{}, {}];
  expect(
    await Promise.all([load(one, 'a'), load(one, 'b'), load(one, 'a'), load(other, 'a'), load(one, 'nobody')]),
  ).toEqual(['A', 'B', 'A', 'A', undefined]);
  expect(await Promise.all([load(one, 'b'), Promise.resolve().then(() => load(one, 'c'))])).toEqual(['B', 'C']);
  expect(queries).toEqual([['a', 'b', 'nobody'], ['a'], ['c']]);
});

test('a query that fails fails for all who wait for it', async () => {
  const load = batched(() => Promise.reject(new Error('down')));
  const context = {};
  await expect(Promise.all([load(context, 'a'), load(context, 'b')])).rejects.toThrow('down');
});

test('a field at hand is given at once, any other is completed', async () => {
  interface Thing {
    id: string;
    name: string | null;
  }
  let fetched = 0;
  const name = completing<Thing, object>(() => {
    fetched += 1;
    return Promise.resolve({ name: 'fetched' });
  })('name');
  expect(name({ id: '1', name: null }, {}, {})).toBeNull();
  expect(await name({ id: '1' }, {}, {})).toBe('fetched');
  expect(fetched).toBe(1);
});
