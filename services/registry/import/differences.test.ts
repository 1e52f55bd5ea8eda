import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { scopeAt } from '../../access/testing/house.ts';
import type { Scope } from '../../access/scope.ts';
import { beginImport } from './begin.ts';
import { commitImport } from './commands.ts';
import { confirmDifferences, type Confirmation } from './confirm.ts';
import { decideLikely } from './decisions.ts';
import { runImport } from './run.ts';
import { findImport } from './store.ts';
import { establishWard, openHouse, scratchFolder, ward, type House } from './testing/house.ts';
import { after, before, headings, row } from './testing/later-register.ts';
import { csvOf } from './testing/sample-register.ts';

let database: TestDatabase;
let house: House;
let importId: string;
const scratch = scratchFolder();
const clerk = scopeAt('civil_status', ward);

beforeAll(async () => {
  database = await createTestDatabase();
  house = await openHouse({
    ...database,
    masterKey: randomBytes(32).toString('base64'),
    folder: scratch.folder,
    now: '2026-11-22T03:00:00Z',
  });
  await establishWard(house.log, { [`${ward}-001`]: 'Khu phố 1' });
  const { now } = house.deps;
  house.deps.now = () => new Date('2025-11-20T03:00:00Z');
  await commit(await upload(before));
  house.deps.now = now;
  importId = await upload(after);
});
afterAll(async () => {
  await house.close();
  await database.drop();
  scratch.remove();
});

async function upload(rows: string[][]): Promise<string> {
  const id = await beginImport(house.deps, {
    file: Readable.from([Buffer.from(csvOf(rows, headings))]),
    fileName: 'so.csv',
    ward: Number(ward),
    accountId: clerk.accountId,
    positionId: null,
  });
  await runImport(house.deps, id);
  return id;
}
async function commit(id: string): Promise<void> {
  await commitImport(clerk, house.deps, id, true);
  await runImport(house.deps, id);
  await house.projector.runToHead();
}
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    return error instanceof RejectionError ? error.rejection.code : String(error);
  }
};
async function confirm(
  wanted: Partial<Confirmation> & Pick<Confirmation, 'kind'>,
  scope: Scope = clerk,
): Promise<void> {
  const confirmation = { numbers: null, resolution: null, occurredOn: '2026-11-01', ...wanted };
  await confirmDifferences(scope, house.deps, importId, confirmation);
  await runImport(house.deps, importId);
  await house.projector.runToHead();
}
async function differences(): Promise<{ number: number; kind: string; state: string; problem: string | null }[]> {
  const { rows } = await house.app.query(
    'select number, kind, state, problem from app.import_differences where import_id = $1 order by number',
    [importId],
  );
  return rows;
}
/** Who lives where, as `name @ address` by name, heads with a star. */
async function living(): Promise<string[]> {
  const { rows } = await house.projectorPool.query<{ line: string }>(
    `select (c.details->>'fullName') || case when h.head_id = c.citizen_id then '*' else '' end || ' @ ' || d.house_number || ' ' || d.street as line
    from view.citizens c join view.households h using (household_id) join view.dwellings d on d.dwelling_id = c.dwelling_id
    where c.resident order by 1`,
  );
  return rows.map(({ line }) => line);
}

test('the check says what has changed, and the writing changes nothing of it', async () => {
  const was = await living();
  expect((await findImport(house.app, importId))?.summary).toMatchObject({
    rows: 7,
    create: 0,
    confirm: 3,
    update: 1,
    unchanged: 3,
    differences: 7,
  });
  expect(
    await codeOf(
      confirmDifferences(clerk, house.deps, importId, {
        kind: 'birth',
        numbers: null,
        resolution: null,
        occurredOn: '2026-11-01',
      }),
    ),
  ).toBe('IMPORT_STATE');
  await commit(importId);
  expect((await differences()).map(({ kind }) => kind).sort()).toEqual([
    'address',
    'arrival',
    'birth',
    'details',
    'missing',
    'missing',
    'move',
  ]);
  expect(await living()).toEqual(was);
});

describe('confirmed by kind, each written by its command', () => {
  test('only who may write people may confirm, for a day that has been', async () => {
    const wanted = { kind: 'birth' as const, numbers: null, resolution: null, occurredOn: '2026-11-01' };
    const ask = (scope: Scope, changes: Partial<Confirmation> = {}) =>
      codeOf(confirmDifferences(scope, house.deps, importId, { ...wanted, ...changes }));
    expect(await ask(scopeAt('administrator', ward))).toBe('NOT_FOUND');
    expect(await ask(scopeAt('civil_status', '27232'))).toBe('NOT_FOUND');
    expect(await ask(clerk, { occurredOn: '2026-12-24' })).toBe('DAY_IN_FUTURE');
    expect(await ask(clerk, { resolution: 'death' })).toBe('FIELD_INVALID');
  });

  test('a birth and an arrival, with what nobody mapped', async () => {
    await confirm({ kind: 'birth' });
    await confirm({ kind: 'arrival' });
    expect(await living()).toEqual(expect.arrayContaining(['Nguyễn Thị Bé @ 1 Lê Lợi', 'Lê Văn Họ @ 2 Lê Lợi']));
    const { rows } = await house.projectorPool.query<{ citizen_id: string }>(
      `select citizen_id from view.citizens where details->>'fullName' = 'Nguyễn Thị Bé'`,
    );
    expect(await house.log.readStream(`citizen-${rows[0]?.citizen_id}`)).toMatchObject([
      {
        type: 'CitizenRegistered',
        data: { unmapped: { Thẻ: 'T-1' } },
        context: { actor: clerk.accountId, source: { kind: 'import', id: importId } },
      },
      { type: 'ResidenceStarted', data: { cause: 'birth', occurredOn: '2026-08-08' } },
    ]);
  });

  test('of those who are missing one has died, the other has left', async () => {
    const open = (await differences()).filter(({ kind }) => kind === 'missing');
    const [dead] = open;
    await confirm({ kind: 'missing', numbers: [dead?.number ?? -1], resolution: 'death' });
    await confirm({ kind: 'missing' });
    expect((await living()).filter((line) => /Mất|Đi/.test(line))).toEqual([]);
    const { rows } = await house.projectorPool.query(
      `select count(*)::int as n from view.citizens where died is not null`,
    );
    expect(rows[0]).toEqual({ n: 1 });
  });

  test('a move into a household of their own, and a household at another address whose roof is new', async () => {
    await confirm({ kind: 'move' });
    await confirm({ kind: 'address' });
    expect(await living()).toEqual([
      'Lê Thị Hai* @ 2 Lê Lợi',
      'Lê Văn Họ @ 2 Lê Lợi',
      'Nguyễn Thị Bé @ 1 Lê Lợi',
      'Nguyễn Văn Anh* @ 1 Lê Lợi',
      'Nguyễn Văn Cha* @ 1 Lê Lợi',
      'Phạm Văn Ba* @ 30 Trần Phú',
      'Trần Thị Mẹ @ 1 Lê Lợi',
    ]);
  });

  test('other details, unless somebody has changed them since the check', async () => {
    await confirm({ kind: 'details', resolution: 'change' });
    const { rows } = await house.projectorPool.query(
      `select phone from view.citizens where details->>'fullName' = 'Nguyễn Văn Cha'`,
    );
    expect(rows).toEqual([{ phone: '0903000009' }]);
    expect((await differences()).map(({ state, problem }) => [state, problem])).toEqual(
      Array.from({ length: 7 }, () => ['applied', null]),
    );
  });

  test('the same file once more has nothing left to say', async () => {
    const again = await upload(after);
    expect((await findImport(house.app, again))?.summary).toMatchObject({ unchanged: 7, confirm: 0, differences: 0 });
  });
});

describe('likely the same person', () => {
  const like = row('50', 'Phạm Văn Ba', '07/07/1981', 'Chủ hộ', '50 Hai Bà Trưng');

  test('said to be the same, the row is that person; said to be another, it is new without a doubt', async () => {
    const id = await upload([like]);
    const { rows } = await house.app.query<{ citizen_id: string; score: number }>(
      'select citizen_id, score from app.import_likely where import_id = $1',
      [id],
    );
    expect(rows).toMatchObject([{ score: 0.75 }]);
    const citizenId = rows[0]?.citizen_id ?? '';
    const decide = (value: string | null) => decideLikely(clerk, house.deps, id, [{ line: 2, citizenId: value }]);
    expect(await codeOf(decide('01930000-0000-7000-8000-00000000cccc'))).toBe('BAD_INPUT');
    await decide(citizenId);
    await runImport(house.deps, id);
    expect((await findImport(house.app, id))?.summary).toMatchObject({ create: 0, update: 1, likely: 0 });
    await decide(null);
    await runImport(house.deps, id);
    expect((await findImport(house.app, id))?.summary).toMatchObject({ create: 1, update: 0, likely: 0 });
  });

  test('another person', async () => {
    const id = await upload([like]);
    await decideLikely(clerk, house.deps, id, [{ line: 2, citizenId: null }]);
    await runImport(house.deps, id);
    expect((await findImport(house.app, id))?.summary).toMatchObject({ create: 1, likely: 0, warnings: 0 });
  });
});
