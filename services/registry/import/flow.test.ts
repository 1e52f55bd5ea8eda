import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { scopeAt } from '../../access/testing/house.ts';
import type { Scope } from '../../access/scope.ts';
import { nationalIdClaim } from '../citizen/claim.ts';
import { beginImport } from './begin.ts';
import { cancelImport, checkImport, commitImport } from './commands.ts';
import { importRows, visibleImport, visibleImports } from './queries.ts';
import { readRegister } from '../../tables/reader/read-file.ts';
import { expireImports, runImport } from './run.ts';
import { findImport } from './store.ts';
import { establishWard, openHouse, scratchFolder, ward, type House } from './testing/house.ts';
import { csvOf, sampleHeadings, sampleRegister } from './testing/sample-register.ts';
import { acceptFiles } from '../../files/multipart.ts';
import { importRoutes } from './upload.ts';

let database: TestDatabase;
let house: House;
const scratch = scratchFolder();
const clerk = scopeAt('civil_status', ward);
const neighbour = scopeAt('civil_status', '27232');

beforeAll(async () => {
  database = await createTestDatabase();
  house = await openHouse({
    ...database,
    masterKey: randomBytes(32).toString('base64'),
    folder: scratch.folder,
    now: '2026-11-22T03:00:00Z',
  });
  await establishWard(house.log, {
    [`${ward}-001`]: 'Khu phố 1',
    [`${ward}-002`]: 'Khu phố 2',
    [`${ward}-003`]: 'Khu phố 3',
  });
});
afterAll(async () => {
  await house.close();
  await database.drop();
  scratch.remove();
});

async function upload(text: string, accountId: string | null = clerk.accountId): Promise<string> {
  const id = await beginImport(house.deps, {
    file: Readable.from([Buffer.from(text)]),
    fileName: 'sổ hộ.csv',
    ward: Number(ward),
    accountId,
    positionId: null,
  });
  await runImport(house.deps, id);
  return id;
}
const stateOf = async (id: string) => (await findImport(house.app, id))?.state;
const rejection = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    return error instanceof RejectionError ? error.rejection.code : String(error);
  }
};
const row = (changes: Partial<Record<(typeof sampleHeadings)[number], string>>): string[] => {
  const base = {
    STT: '1',
    'Số hộ': '900',
    'Họ và tên': 'Nguyễn Thử',
    'Giới tính': 'Nam',
    'Ngày sinh': '01/02/1990',
    'Số định danh': '',
    'Quan hệ với chủ hộ': 'Chủ hộ',
    'Số nhà': '9',
    Đường: 'Lê Lợi',
    'Khu phố': 'KP 1',
    'Dân tộc': 'Kinh',
  };
  return sampleHeadings.map((heading) => changes[heading] ?? base[heading]);
};

test('upload, check, commit: people with heads, claims and neighbourhoods', async () => {
  const id = await upload(csvOf(sampleRegister(120, 3)));
  expect(await stateOf(id)).toBe('ready');
  expect((await findImport(house.app, id))?.summary).toMatchObject({ rows: 120, create: 120, errors: 0, unplaced: 0 });
  await commitImport(clerk, house.deps, id, true);
  expect(house.queued).toContain(id);
  await runImport(house.deps, id);
  expect(await stateOf(id)).toBe('committed');
  await house.projector.runToHead();
  const heads = await house.projectorPool.query<{ n: number; headed: number }>(
    'select count(*)::int as n, count(head_id)::int as headed from view.households',
  );
  expect(heads.rows[0]?.headed).toBe(heads.rows[0]?.n);
  const placed = await house.projectorPool.query<{ n: number }>(
    'select count(*)::int as n from view.dwellings where neighbourhood is null',
  );
  expect(placed.rows[0]?.n).toBe(0);
  const homeless = await house.projectorPool.query(
    'select from view.citizens where ward is null or neighbourhood is null',
  );
  expect(homeless.rowCount).toBe(0);
  const claim = nationalIdClaim(house.deps.claimHash, sampleRegister(120, 3)[0]?.[5] ?? '');
  expect((await house.log.readStream(claim)).map(({ type }) => type)).toEqual(['ClaimTaken']);
  const [started, finished] = await house.log.readStream(`import-${id}`);
  expect(started).toMatchObject({
    type: 'ImportStarted',
    context: { actor: clerk.accountId, source: { kind: 'import', id } },
  });
  expect(finished).toMatchObject({ type: 'ImportFinished', data: { created: 120, refused: 0 } });
});

test('nothing of the file lies bare in the database or in the files', async () => {
  const id = await upload(csvOf([row({ 'Họ và tên': 'Nguyễn Bí Mật' })]));
  const texts = await house.app.query<{ text: string }>(
    `select (select string_agg(i::text, ' ') from app.imports i) || (select string_agg(encode(p.sealed, 'escape'), ' ') from app.import_pieces p) || (select string_agg(r::text, ' ') from app.import_rows r) as text`,
  );
  expect(texts.rows[0]?.text).not.toMatch(/Bí Mật|sổ hộ\.csv/);
  const stored = await house.deps.disk.getBytes(`imports/${id}`);
  expect(Buffer.from(stored).toString('utf8')).not.toContain('Nguyễn');
});

test('good rows go in although others are bad, by choice; a number taken meanwhile fails its row alone', async () => {
  const taken = '079090000077';
  const id = await upload(
    csvOf([
      row({ 'Số định danh': taken }),
      row({ 'Họ và tên': ' ', 'Quan hệ với chủ hộ': 'Con' }),
      row({ 'Họ và tên': 'Nguyễn Con', 'Quan hệ với chủ hộ': 'Con', 'Ngày sinh': '01/02/2015' }),
    ]),
  );
  expect((await findImport(house.app, id))?.summary).toMatchObject({ create: 2, errors: 1 });
  expect(await rejection(commitImport(clerk, house.deps, id, false))).toBe('IMPORT_HAS_ERRORS');
  await commitImport(clerk, house.deps, id, true);
  // Between the check and the writing another clerk registers somebody with that number.
  const stream = nationalIdClaim(house.deps.claimHash, taken);
  const pause = house.deps.pause;
  house.deps.pause = async (...args) => {
    house.deps.pause = pause;
    const event = { type: 'ClaimTaken', data: { kind: 'national-id', holder: '01930000-0000-7000-8000-00000000aaaa' } };
    await house.log.append({
      commandId: '01930000-0000-7000-8000-00000000bbbb',
      fingerprint: '0'.repeat(64),
      result: null,
      context: { actor: 'system', correlation: 'test' },
      writes: [{ stream, expected: 'none', events: [event] }],
    });
    return pause(...args);
  };
  await runImport(house.deps, id);
  const record = await findImport(house.app, id);
  expect(record).toMatchObject({ state: 'committed', summary: { create: 1, errors: 2 } });
  if (!record) throw new Error('the import is there');
  const { items } = await importRows(clerk, house.deps, record, { filter: 'error', after: 0, first: 10 });
  expect(items.map(({ line, name, issues }) => [line, name, issues.map(({ code }) => code)])).toEqual([
    [2, 'Nguyễn Thử', expect.arrayContaining(['id_taken'])],
    [3, null, expect.arrayContaining(['name_missing'])],
  ]);
});

describe('who may', () => {
  test('another ward sees nothing of an import and can do nothing with it', async () => {
    const id = await upload(csvOf([row({})]));
    expect(await visibleImport(neighbour, house.deps, id)).toBeNull();
    expect((await visibleImports(neighbour, house.deps, { after: null, first: 50 })).total).toBe(0);
    for (const scope of [
      neighbour,
      scopeAt('desk', ward),
      scopeAt('board', `${ward}-001`),
      scopeAt('department', '79'),
    ]) {
      expect(await rejection(commitImport(scope, house.deps, id, true))).toBe('NOT_FOUND');
      expect(await rejection(cancelImport(scope, house.deps, id))).toBe('NOT_FOUND');
    }
    expect(await rejection(commitImport(scopeAt('leader', ward), house.deps, id, true))).toBe('FORBIDDEN');
  });

  test('an administrator sees names only in a file of their own', async () => {
    const id = await upload(csvOf([row({ 'Họ và tên': ' ' }), row({ 'Họ và tên': 'Lê Tên', 'Giới tính': '??' })]));
    const record = await findImport(house.app, id);
    if (!record) throw new Error('the import is there');
    const page = { filter: null, after: 0, first: 10 };
    const other = await importRows(
      scopeAt('administrator', ward, { accountId: '01930000-0000-7000-8000-00000000cccc' }),
      house.deps,
      record,
      page,
    );
    expect(
      other.items.every(({ name, issues }) => name === null && issues.every(({ value }) => value === undefined)),
    ).toBe(true);
    const own = await importRows(scopeAt('administrator', ward), house.deps, record, page);
    expect(own.items[1]).toMatchObject({ name: 'Lê Tên', warned: true });
  });
});

describe('a life', () => {
  test('columns are set by hand where the headings say nothing', async () => {
    const id = await upload('A,B\nNguyễn An,1 Lê Lợi\nTrần Bình,2 Lê Lợi\n');
    expect(await stateOf(id)).toBe('needs_mapping');
    expect(await rejection(checkImport(clerk, house.deps, id, [{ field: 'fullName', column: 0 }]))).toBe(
      'IMPORT_MAPPING',
    );
    await checkImport(clerk, house.deps, id, [
      { field: 'fullName', column: 0 },
      { field: 'address', column: 1 },
    ]);
    await runImport(house.deps, id);
    expect(await findImport(house.app, id)).toMatchObject({
      state: 'ready',
      summary: { create: expect.any(Number), households: expect.any(Number) },
    });
  });

  test('cancelled while it writes, it stops after the slice in hand and says so', async () => {
    const id = await upload(csvOf(sampleRegister(600, 11).map((cells) => cells.with(1, `H${cells[1]}`).with(5, ''))));
    await commitImport(clerk, house.deps, id, true);
    const pause = house.deps.pause;
    let slices = 0;
    house.deps.pause = async (...args) => {
      if (++slices === 2) await cancelImport(clerk, house.deps, id);
      return pause(...args);
    };
    await runImport(house.deps, id);
    house.deps.pause = pause;
    const record = await findImport(house.app, id);
    expect(record).toMatchObject({ state: 'cancelled', slices_done: 2 });
    expect(
      (await house.log.readStream(`import-${id}`)).map(({ type, data }) => [
        type,
        'rowsDone' in data ? data.rowsDone : null,
      ]),
    ).toEqual([
      ['ImportStarted', null],
      ['ImportCancelled', record?.done],
    ]);
    expect(await rejection(cancelImport(clerk, house.deps, id))).toBe('IMPORT_STATE');
  });

  test('a fault of the system is told, and the next run goes on from there', async () => {
    const id = await upload(csvOf([row({ 'Họ và tên': 'Phạm Sự Cố', 'Số hộ': '77' })]));
    await commitImport(clerk, house.deps, id, true);
    const { pause } = house.deps;
    house.deps.pause = () => Promise.reject(new Error('no database'));
    await expect(runImport(house.deps, id)).rejects.toThrow('no database');
    expect(await findImport(house.app, id)).toMatchObject({
      state: 'failed',
      failed_in: 'committing',
      problem: 'IMPORT_FAILED',
    });
    house.deps.pause = pause;
    await runImport(house.deps, id);
    expect(await stateOf(id)).toBe('committed');
  });

  test('the same file again while an import of it lies broken off: that one is finished first, and nobody goes in twice', async () => {
    const text = csvOf(sampleRegister(400, 12).map((cells) => cells.with(1, `W${cells[1]}`).with(5, '')));
    const broken = await upload(text);
    await commitImport(clerk, house.deps, broken, true);
    const pause = house.deps.pause;
    let slices = 0;
    house.deps.pause = (...args) => (++slices === 3 ? Promise.reject(new Error('killed')) : pause(...args));
    await expect(runImport(house.deps, broken)).rejects.toThrow('killed');
    house.deps.pause = pause;
    expect(await findImport(house.app, broken)).toMatchObject({ state: 'failed', slices_done: 2 });
    const again = await upload(text);
    await commitImport(clerk, house.deps, again, true);
    await runImport(house.deps, again);
    expect(await findImport(house.app, broken)).toMatchObject({ state: 'committed', summary: { create: 400 } });
    expect(await findImport(house.app, again)).toMatchObject({
      state: 'committed',
      summary: { create: 0, unchanged: 400 },
    });
  });

  test('expired, nothing of its file can be read any more', async () => {
    const id = await upload(csvOf([row({ 'Họ và tên': 'Võ Hết Hạn', 'Số hộ': '78' })]));
    const later = { ...house.deps, now: () => new Date('2027-01-22T03:00:00Z') };
    expect(await expireImports(later)).toBeGreaterThan(0);
    const left = await house.app.query('select from app.import_pieces where import_id = $1', [id]);
    expect(left.rowCount).toBe(0);
    expect(await house.deps.disk.exists(`imports/${id}`)).toBe(false);
    expect((await house.deps.keyring.find([`import:${id}`])).get(`import:${id}`)?.key).toBeNull();
    expect(await findImport(house.app, id)).toMatchObject({ described: null, state: 'cancelled' });
  });
});

describe('over HTTP', () => {
  const exported: string[][] = [];
  async function server(scope: Scope | null) {
    const app = Fastify();
    await acceptFiles(app);
    importRoutes(app, {
      ...house.deps,
      scopeOf: () => Promise.resolve(scope),
      logExport: (_, citizenIds) => {
        exported.push([...citizenIds]);
        return Promise.resolve();
      },
    });
    return app;
  }
  function form(file: Buffer | string, unit: string | null = ward) {
    const boundary = '----nocgia';
    const field =
      unit === null ? '' : `--${boundary}\r\ncontent-disposition: form-data; name="unit"\r\n\r\n${unit}\r\n`;
    const head = `${field}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="so.csv"\r\ncontent-type: text/csv\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(head), Buffer.from(file), Buffer.from(`\r\n--${boundary}--\r\n`)]);
    return {
      method: 'POST' as const,
      url: '/api/imports',
      payload,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    };
  }

  test('an upload answers its id and is queued; the report names the faulty rows and what to mend', async () => {
    const app = await server(clerk);
    const made = await app.inject(
      form(csvOf([row({ 'Họ và tên': '=1+1 Formula', 'Giới tính': '@x', 'Số hộ': '79' })])),
    );
    expect(made.statusCode).toBe(201);
    const { importId } = made.json<{ importId: string }>();
    expect(house.queued.at(-1)).toBe(importId);
    await runImport(house.deps, importId);
    const report = await app.inject({ method: 'GET', url: `/api/imports/${importId}/report.xlsx` });
    expect(report.statusCode).toBe(200);
    const rows: (string | null)[][] = [];
    for await (const item of readRegister(Readable.from([report.rawPayload])))
      if ('rows' in item) rows.push(...item.rows.map(({ cells }) => cells));
    expect(rows[0]?.slice(0, 6)).toEqual(['Dòng', 'Mức', 'Nội dung cần xem lại', 'Cột', 'Giá trị', 'STT']);
    expect(rows[1]).toEqual(expect.arrayContaining(['2', 'Cảnh báo', 'Giới tính', "'@x", "'=1+1 Formula"]));
    expect(exported).toHaveLength(1);
    await app.close();
  });

  test('refusals carry their code: wrong type, no unit, another ward, nobody signed in', async () => {
    const codeOf = async (scope: Scope | null, request: ReturnType<typeof form>): Promise<[number, string]> => {
      const app = await server(scope);
      const { statusCode, json } = await app.inject(request);
      await app.close();
      return [statusCode, json<{ error: { code: string } }>().error.code];
    };
    expect(await codeOf(clerk, form(Buffer.from('89504e470d0a1a0a00', 'hex')))).toEqual([400, 'IMPORT_WRONG_TYPE']);
    expect(await codeOf(clerk, form(''))).toEqual([400, 'IMPORT_EMPTY']);
    expect(await codeOf(clerk, form('Họ tên\nAn\n', null))).toEqual([400, 'BAD_INPUT']);
    expect(await codeOf(neighbour, form('Họ tên\nAn\n'))).toEqual([404, 'NOT_FOUND']);
    expect(await codeOf(scopeAt('leader', ward), form('Họ tên\nAn\n'))).toEqual([403, 'FORBIDDEN']);
    expect(await codeOf(null, form('Họ tên\nAn\n'))).toEqual([401, 'UNAUTHENTICATED']);
    const app = await server(neighbour);
    const id = await upload(csvOf([row({ 'Số hộ': '80' })]));
    expect((await app.inject({ method: 'GET', url: `/api/imports/${id}/report.xlsx` })).statusCode).toBe(404);
    await app.close();
  });
});
