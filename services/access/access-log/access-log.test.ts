import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTableSql, protectSql, viewSql } from '../../projection/ddl.ts';
import type { Table } from '../../projection/projection.ts';
import type { Scope } from '../scope.ts';
import { withScope } from '../scoped-db.ts';
import { openTestHouse, scopeAt, type TestHouse } from '../testing/house.ts';
import { createAccessLog, type LogAccess } from './access-log.ts';
import { whoLooked } from './queries.ts';

const id = (n: number): string => `00000000-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`;
const HERE = id(11);
const THERE = id(12);

// Stands for the register's own table, of which only place and id matter here.
const citizen: Table = {
  name: 'citizens',
  columns: {
    citizen_id: { type: 'uuid' },
    ward: { type: 'int', nullable: true },
    neighbourhood: { type: 'int', nullable: true },
  },
  key: ['citizen_id'],
  lookups: [],
  indexes: [],
  policy: { by: 'unit', ward: 'ward', neighbourhood: 'neighbourhood' },
};

let house: TestHouse;
let log: LogAccess;
let lan: string;

beforeAll(async () => {
  house = await openTestHouse();
  lan = await house.hire('lan', { role: 'desk', unit: '27226' }, 'đường về làng xa');
  log = createAccessLog(house.app);
  const projector = new pg.Client({ connectionString: house.database.projectorUrl });
  await projector.connect();
  const place = { version: 1, generation: 1 };
  for (const statement of [createTableSql(citizen, place), ...protectSql(citizen, place), ...viewSql(citizen, place)])
    await projector.query(statement);
  await projector.query('insert into view.citizens__v1_1 values ($1, 27226, 127226003), ($2, 27232, null)', [
    HERE,
    THERE,
  ]);
  await projector.end();
});
afterAll(() => house.close());

const entry = (citizenIds: string[], changes: object = {}) =>
  ({
    at: new Date('2026-11-22T03:00:00Z'),
    accountId: lan,
    positionId: null,
    action: 'open',
    citizenIds,
    ...changes,
  }) as const;
const looked = (scope: Scope, citizenId: string, page: { before?: string | null; first?: number } = {}) =>
  withScope(house.app, scope, (db) =>
    whoLooked(scope, db, { citizenId, before: page.before ?? null, first: page.first ?? 20 }),
  );

describe('the access log', () => {
  test('takes looks that come at once in a few statements, each whole', async () => {
    const calls: unknown[] = [];
    const pool = new pg.Pool({ connectionString: house.database.appUrl, max: 1 });
    const query = pool.query.bind(pool);
    Object.defineProperty(pool, 'query', {
      value: (...args: Parameters<typeof query>) => (calls.push(args), query(...args)),
    });
    const many = createAccessLog(pool);
    await Promise.all(Array.from({ length: 40 }, (_, n) => many(entry([id(20), id(30 + n)], { action: 'list' }))));
    const { rows } = await house.app.query(
      'select citizen_ids from app.access_log where citizen_ids @> array[$1::uuid]',
      [id(20)],
    );
    expect(rows).toHaveLength(40);
    expect(rows.every(({ citizen_ids: ids }) => ids.length === 2)).toBe(true);
    expect(calls.length).toBeLessThanOrEqual(3);
    await pool.end();
  });

  test('a look at nobody is not written, and a failure reaches who looked', async () => {
    await log(entry([]));
    await expect(log(entry(['not an id']))).rejects.toThrow(/uuid/);
    await log(entry([HERE], { action: 'reveal', purpose: 'dossier', revealId: id(77) }));
    await log(entry([HERE, THERE], { action: 'search' }));
  });

  test('is never changed, by whomever', async () => {
    const owner = new pg.Client({ connectionString: house.database.ownerUrl });
    await owner.connect();
    for (const statement of [
      'delete from app.access_log',
      `update app.access_log set purpose = 'x'`,
      'truncate app.access_log',
    ]) {
      await expect(owner.query(statement), statement).rejects.toThrow(/only ever added to/);
      await expect(house.app.query(statement), statement).rejects.toThrow(/permission denied/);
    }
    await owner.end();
  });

  test('shows a leader who looked at their own people, newest first and page by page', async () => {
    const leader = scopeAt('leader', '27226');
    const all = await looked(leader, HERE);
    expect(all?.map(({ action, displayName, purpose, revealId }) => [action, displayName, purpose, revealId])).toEqual([
      ['search', 'Người lan', null, null],
      ['reveal', 'Người lan', 'dossier', id(77)],
    ]);
    const next = await looked(leader, HERE, { before: all?.[0]?.id ?? '', first: 1 });
    expect(next?.map(({ action }) => action)).toEqual(['reveal']);
  });

  test('shows it to nobody else', async () => {
    expect(await looked(scopeAt('leader', '27226'), THERE)).toBeNull();
    expect(await looked(scopeAt('desk', '27226'), HERE)).toBeNull();
    expect(await looked(scopeAt('board', '27226-003'), HERE)).toBeNull();
    expect(await looked(scopeAt('administrator', '27226'), HERE)).toBeNull();
    expect(await looked(scopeAt('auditor', '27226'), HERE)).toHaveLength(2);
  });
});
