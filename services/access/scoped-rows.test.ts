import { unitNumber } from '@nocgia/schemas/events/common.ts';
import { createMongoAbility, subject as tagged, type RawRuleOf } from '@casl/ability';
import fc from 'fast-check';
import { sql, type Expression, type SqlBool } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { createTableSql, protectSql, viewSql } from '../projection/ddl.ts';
import type { Table } from '../projection/projection.ts';
import { abilityOf, authorize, type AppAbility } from './ability.ts';
import { fieldsOf } from './field-table.ts';
import type { Scope } from './scope.ts';
import { scopeOf } from './scope-of.ts';
import { openScoped, withScope, type ScopedDb } from './scoped-db.ts';
import { whereAbility, whereScope } from './where-scope.ts';

const person: Table = {
  name: 'test_person',
  columns: {
    id: { type: 'int' },
    ward: { type: 'int', nullable: true },
    neighbourhood: { type: 'int', nullable: true },
  },
  key: ['id'],
  lookups: [],
  indexes: [],
  policy: { by: 'unit', ward: 'ward', neighbourhood: 'neighbourhood' },
};
interface PersonRow {
  id: number;
  ward: number | null;
  neighbourhood: number | null;
}

// Every combination that there can be, impossible ones as well: numbers that share digits, and NULL in either column.
const wards = [27226, 27232, 2722, null];
const neighbourhoods = [127226003, 127226030, 127232003, null];
const rows: PersonRow[] = wards.flatMap((ward, i) =>
  neighbourhoods.map((neighbourhood, j) => ({ id: i * neighbourhoods.length + j, ward, neighbourhood })),
);

const tables = (db: ScopedDb) => db.withTables<{ 'view.test_person': PersonRow }>();

let database: TestDatabase;
let app: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  const projector = new pg.Client({ connectionString: database.projectorUrl });
  await projector.connect();
  const place = { version: 1, generation: 1 };
  for (const statement of [createTableSql(person, place), ...protectSql(person, place), ...viewSql(person, place)]) {
    await projector.query(statement);
  }
  await projector.query(
    'insert into view.test_person__v1_1 (id, ward, neighbourhood) select * from unnest($1::int[], $2::int[], $3::int[])',
    [rows.map((row) => row.id), rows.map((row) => row.ward), rows.map((row) => row.neighbourhood)],
  );
  await projector.end();
  app = new pg.Pool({ connectionString: database.appUrl, max: 4 });
});

afterAll(async () => {
  await app.end();
  await database.drop();
});

const roles = [
  'board',
  'desk',
  'civil_status',
  'social',
  'economy',
  'land',
  'police',
  'military',
  'leader',
  'department',
  'auditor',
  'administrator',
] as const;
const units = ['27226', '27232', '2722', '79', '27226-003', '27226-030', '27232-003', '99999'];
const everything: Pick<Scope, 'wards' | 'neighbourhoods' | 'aggregates'> = {
  wards: [27226, 27232, 2722],
  neighbourhoods: [127226003, 127226030, 127232003],
  aggregates: [],
};

const anyScope = fc
  .record({
    role: fc.constantFrom(...roles),
    unit: fc.constantFrom(...units),
    today: fc.constantFrom('2026-11-22', '2025-12-31', '2027-01-01'),
  })
  .map(({ role, unit, today }) =>
    scopeOf({
      account: { id: 'a', closed: false },
      positions: [{ id: 'p', role, unit, title: null, from: '2026-01-01', until: '2026-12-31', endedOn: null }],
      activePositionId: null,
      today,
      locale: 'vi',
      territory: {
        current: (code) => (code === '99999' ? [] : [code]),
        wardsWithin: (code) => (code === '79' ? ['27226', '27232'] : []),
      },
    }),
  );

const idsOf = (found: { id: number }[]): number[] => found.map((row) => row.id).sort((a, b) => a - b);
const select = (db: ScopedDb, where?: Expression<SqlBool>): Promise<{ id: number }[]> => {
  const query = tables(db).selectFrom('view.test_person').select('id');
  return (where ? query.where(where) : query).execute();
};

describe('rows of a scope', () => {
  test('can(row) holds exactly for the rows that come back', async () => {
    await fc.assert(
      fc.asyncProperty(anyScope, async (scope) => {
        const ability = abilityOf(scope);
        const allowed = rows.filter((row) => ability.can('read', tagged('Citizen', { ...row }))).map((row) => row.id);
        const found = await withScope(app, scope, (db) => select(db, whereScope(scope, 'Citizen', 'view.test_person')));
        expect(idsOf(found)).toEqual(allowed);
      }),
      { numRuns: 150 },
    );
  });

  test('a query that forgets whereScope shows nothing beyond the scope', async () => {
    await fc.assert(
      fc.asyncProperty(anyScope, async (scope) => {
        const found = await withScope(app, scope, (db) => select(db));
        const inReach = rows.filter(
          (row) =>
            (row.ward !== null && scope.wards.includes(row.ward)) ||
            (row.neighbourhood !== null && scope.neighbourhoods.includes(row.neighbourhood)),
        );
        expect(idsOf(found)).toEqual(inReach.map((row) => row.id));
      }),
      { numRuns: 60 },
    );
  });

  test('a connection without a scope shows nothing, also after one with a scope was given back', async () => {
    await withScope(app, everything, (db) => select(db));
    const bare = await app.query('select id from view.test_person');
    expect(bare.rows).toEqual([]);
  });

  test('authorize says NOT_FOUND of what is out of sight and FORBIDDEN of what may only be seen', () => {
    const scope = scopeFor('desk', '27226');
    const own = { ward: '27226', neighbourhood: '27226-003' };
    expect(authorize(scope, 'write', 'Citizen', own, 'contact')).toBeNull();
    expect(authorize(scope, 'write', 'Citizen', own, 'identity')).toEqual({ code: 'FORBIDDEN' });
    expect(authorize(scope, 'write', 'Citizen', { ward: 27232, neighbourhood: null }, 'contact')).toEqual({
      code: 'NOT_FOUND',
    });
    expect(authorize(scopeFor('board', '27226-003'), 'propose', 'Citizen', own, 'residence')).toBeNull();
    expect(
      authorize(scopeFor('board', '27226-003'), 'read', 'Citizen', { ward: '27226', neighbourhood: '27226-030' }),
    ).toEqual({ code: 'NOT_FOUND' });
    expect(authorize(scopeFor('administrator', '27226'), 'read', 'Citizen', own)).toEqual({ code: 'NOT_FOUND' });
    expect(
      authorize(scopeFor('administrator', '27226'), 'manage', 'Account', { ward: '27226', neighbourhood: null }),
    ).toBeNull();
    expect(
      authorize(scopeFor('administrator', '27226'), 'manage', 'Account', { ward: '27232', neighbourhood: null }),
    ).toEqual({ code: 'NOT_FOUND' });
  });
});

function scopeFor(role: (typeof roles)[number], unit: string): Scope {
  const number = unitNumber(unit);
  const isWard = unit.length === 5;
  return {
    accountId: 'a',
    positionId: 'p',
    role,
    unit,
    wards: isWard && role !== 'administrator' ? [number] : [],
    neighbourhoods: isWard ? [] : [number],
    aggregates: [number],
    fields: fieldsOf(role, '2026-11-22'),
    today: '2026-11-22',
    locale: 'vi',
  };
}

describe('the translation of rules', () => {
  const value = fc.constantFrom<(number | null)[]>(...wards, 5);
  const condition = fc.oneof(
    value.map((one) => one),
    value.map((one) => ({ $eq: one })),
    value.map((one) => ({ $ne: one })),
    fc.array(value, { maxLength: 3 }).map((some) => ({ $in: some })),
    fc.array(value, { maxLength: 3 }).map((some) => ({ $nin: some })),
  );
  const rule: fc.Arbitrary<RawRuleOf<AppAbility>> = fc
    .record({
      inverted: fc.boolean(),
      ward: fc.option(condition, { nil: undefined }),
      neighbourhood: fc.option(condition, { nil: undefined }),
    })
    .map(({ inverted, ward, neighbourhood }) => ({
      action: 'read',
      subject: 'Citizen',
      inverted,
      conditions: { ...(ward !== undefined && { ward }), ...(neighbourhood !== undefined && { neighbourhood }) },
    }));

  test('agrees with the rules for any of them, rows with NULL included', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(rule, { maxLength: 4 }), async (rules) => {
        const ability = createMongoAbility<AppAbility>(rules);
        const allowed = rows.filter((row) => ability.can('read', tagged('Citizen', { ...row }))).map((row) => row.id);
        const where = whereAbility(ability, 'read', 'Citizen', { ward: 'ward', neighbourhood: 'neighbourhood' });
        expect(idsOf(await withScope(app, everything, (db) => select(db, where)))).toEqual(
          allowed.filter((id) => visibleAtAll(id)),
        );
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['an operator it does not know', { ward: { $gt: 5 } }],
    ['a field it has no column for', { street: 5 }],
    ['a value that is no unit number', { ward: 'x' }],
  ])('refuses %s', (_, conditions) => {
    const ability = createMongoAbility<AppAbility>([{ action: 'read', subject: 'Citizen', conditions }]);
    expect(() => whereAbility(ability, 'read', 'Citizen', { ward: 'ward', neighbourhood: 'neighbourhood' })).toThrow(
      /access rule/,
    );
  });

  test('a single ward is compared with "=", so that an index keeps its order', async () => {
    const query = withScope(app, everything, async (db) =>
      tables(db)
        .selectFrom('view.test_person')
        .select('id')
        .where(whereScope(scopeFor('desk', '27226'), 'Citizen'))
        .compile(),
    );
    expect((await query).sql).toBe('select "id" from "view"."test_person" where "ward" = $1');
  });
});

function visibleAtAll(id: number): boolean {
  const row = rows[id];
  return row !== undefined && (row.ward !== null || row.neighbourhood !== null);
}

describe('a scoped session', () => {
  test('is one read-only snapshot', async () => {
    await withScope(app, everything, async (db) => {
      const first = await sql<{ snapshot: string; level: string }>`
        select pg_current_snapshot()::text as snapshot, current_setting('transaction_isolation') as level`.execute(db);
      const [second, third] = await Promise.all(
        [1, 2].map(() => sql<{ snapshot: string }>`select pg_current_snapshot()::text as snapshot`.execute(db)),
      );
      expect(first.rows[0]?.level).toBe('repeatable read');
      expect([second?.rows[0]?.snapshot, third?.rows[0]?.snapshot]).toEqual([
        first.rows[0]?.snapshot,
        first.rows[0]?.snapshot,
      ]);
      await expect(sql`create temporary table x ()`.execute(db)).rejects.toThrow(/read-only/);
    });
    expect(app.waitingCount).toBe(0);
  });

  test('is over when it is closed: what comes late is refused and holds no connection', async () => {
    const session = openScoped(app, { wards: [27226], neighbourhoods: [], aggregates: [] });
    const count = () => tables(session.db).selectFrom('view.test_person').selectAll().execute();
    expect((await count()).length).toBeGreaterThan(0);
    const waiting = [count(), count()];
    await session.close();
    await expect(count()).rejects.toThrow('over');
    await Promise.allSettled(waiting);
    // The commit is on its way; every connection comes back.
    await expect.poll(() => app.totalCount - app.idleCount).toBe(0);
  });

  test('gives its connection back after an error', async () => {
    for (let i = 0; i < 8; i++)
      await expect(withScope(app, everything, (db) => sql`select 1/0`.execute(db))).rejects.toThrow(/zero/);
    expect(await withScope(app, everything, (db) => select(db))).not.toEqual([]);
  });

  test('refuses a scope that holds anything but numbers', async () => {
    await expect(withScope(app, { ...everything, wards: [Number.NaN] }, (db) => select(db))).rejects.toThrow(
      /no unit number/,
    );
  });
});
