import { randomBytes } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { scopeAt } from '../../access/testing/house.ts';
import { openHouse, scratchFolder, type House } from '../../registry/import/testing/house.ts';
import { columnLetters, styles, workbookOf, type SheetCell } from '../../tables/testing/workbook.ts';
import { dossierOf, dossierStream } from '../dossier/dossier-state.ts';
import { content, procedureId, ward } from '../testing/scene.ts';
import { beginPast } from './begin.ts';
import { pastDossierId } from './check.ts';
import { cancelPastImport, checkPastImport, commitPastImport, withdrawPastImport } from './commands.ts';
import { importedDossiers, visiblePast, visiblePasts } from './queries.ts';
import { pastReport } from './report.ts';
import { expirePast, runPast } from './run.ts';
import { findPast } from './store.ts';
import { oldCsv, oldHeadings, oldMerges, oldRows } from './testing/old-software.ts';

let database: TestDatabase;
let house: House;
const scratch = scratchFolder();
const clerk = scopeAt('civil_status', ward);

beforeAll(async () => {
  database = await createTestDatabase();
  const masterKey = randomBytes(32).toString('base64');
  house = await openHouse({ ...database, masterKey, folder: scratch.folder, now: '2026-11-22T03:00:00Z' });
  const published = { procedureId, ward, code: '1.004873', version: 1, validFrom: '2020-01-01', content };
  await house.log.append({
    ...{ commandId: '01930000-0000-7000-8000-00000000000a', fingerprint: '0'.repeat(64), result: null },
    context: { actor: 'system', correlation: 'test' },
    writes: [
      {
        stream: `procedure-${procedureId}`,
        expected: 'none',
        events: [{ type: 'ProcedurePublished', data: { ...published, occurredOn: '2020-01-01' } }],
      },
    ],
  });
});
afterAll(async () => {
  await house.close();
  await database.drop();
  scratch.remove();
});

async function upload(file: string | Buffer, fileName = 'hồ sơ cũ.csv'): Promise<string> {
  const id = await beginPast(house.deps, {
    file: Readable.from([Buffer.from(file)]),
    ...{ fileName, ward: Number(ward), accountId: clerk.accountId, positionId: null },
  });
  await runPast(house.deps, id);
  return id;
}
const recordOf = async (id: string) => {
  const record = await findPast(house.app, id);
  if (!record) throw new Error('no import');
  return record;
};
async function commit(id: string): Promise<void> {
  await commitPastImport(clerk, house.deps, id);
  await runPast(house.deps, id);
  await house.projector.runToHead();
}
const rowsOf = async (where: string, ...values: unknown[]) =>
  (await house.projectorPool.query(`select * from view.dossiers where ${where} order by code`, values)).rows;
const rejection = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    return error instanceof RejectionError ? error.rejection.code : String(error);
  }
};
const found = async (id: string, action: 'error' | 'open' | 'unchanged' | 'create') =>
  (await importedDossiers(clerk, house.deps, await recordOf(id), { filter: action, after: -1, first: 50 })).items;

test('a file is read, checked, taken in: times and clerks as they were, the owner sealed under the dossier’s own key', async () => {
  const rows = oldRows(240);
  const id = await upload(oldCsv(rows));
  expect(await recordOf(id)).toMatchObject({
    state: 'ready',
    summary: { rows: 1440, dossiers: 240, create: 240, steps: 1440, errors: 0, open: 0, skipped: 0 },
  });
  // Nothing is taken in before somebody says so.
  await house.projector.runToHead();
  expect(await rowsOf('past is not null')).toHaveLength(0);
  await commit(id);
  expect((await recordOf(id)).state).toBe('committed');
  const all = await rowsOf('past is not null');
  expect(all).toHaveLength(240);
  const [first] = all;
  expect(first).toMatchObject({
    ...{
      code: '000.23.41.H29-230102-0001',
      code_tail: '230102-0001',
      status: 10,
      channel: 'online',
      ward: Number(ward),
    },
    ...{ procedure_id: procedureId, matter: 1, owner: { name: 'Nguyễn Ánh Tuyết' }, rule: null, assignee: null },
    received_at: new Date('2023-01-02T01:00:00Z'),
  });
  // Whose name the catalogue does not know keeps it; one in eleven was late.
  expect(all.find(({ past }) => past.procedureName === 'Đăng ký khai sinh')).toMatchObject({
    matter: 1,
    past: { flags: [] },
  });
  expect(all.filter(({ past }) => past.pace === 'ended_late')).toHaveLength(21);
  const stream = dossierStream(pastDossierId(Number(ward), '000.23.41.H29-230102-0001'));
  const [event] = await house.log.readStream(stream);
  expect(event?.data).toMatchObject({
    officers: ['Nguyễn Thị Hồng', 'Trần Văn Đức', 'Lê Quang Vinh', 'Phạm Thị Mỹ Lệ', 'Đỗ Hữu Nghĩa', 'Nguyễn Thị Hồng'],
    steps: [
      { name: 'Tiếp nhận hồ sơ', startedAt: '2023-01-02T01:00:00.000Z' },
      {},
      {},
      {},
      {},
      { name: 'Trả kết quả' },
    ],
  });
  // No command finds a dossier in it that it could go on with.
  expect(dossierOf(await house.log.readStream(stream))).toBeNull();
  const bare = await house.app.query<{ n: number }>(
    `select count(*)::int as n from log.events e where e::text like '%Ánh Tuyết%' or e::text like '%Quang Vinh%'`,
  );
  expect(bare.rows[0]?.n).toBe(0);
});

test('the same file again adds nothing; another course under a known code is refused and listed', async () => {
  const rows = oldRows(240);
  const again = await upload(oldCsv(rows));
  expect((await recordOf(again)).summary).toMatchObject({ create: 0, unchanged: 240, errors: 0 });
  const other = rows.map((cells) =>
    cells[1]?.endsWith('230103-0002') && cells[11] === 'Phê duyệt' ? cells.with(12, 'Ai Khác') : cells,
  );
  const id = await upload(oldCsv(other));
  expect((await recordOf(id)).summary).toMatchObject({ create: 0, unchanged: 239, errors: 1 });
  expect(await found(id, 'error')).toMatchObject([
    {
      code: '000.23.41.H29-230103-0002',
      issues: [{ code: 'procedure_unknown' }, { code: 'course_differs', line: 188 }],
    },
  ]);
});

test('what cannot have been is refused by line, what has not ended waits for a later file', async () => {
  const rows = oldRows(4).map((cells) => cells.with(1, (cells[1] ?? '').replace('H29', 'H30')));
  const bad = rows.map((cells, index) => {
    if (index === 2) return cells.with(16, '01/01/2023 08:00');
    if (index >= 6 && index < 12)
      return cells
        .with(9, '')
        .with(10, 'Đang xử lý')
        .with(16, index === 11 ? '' : (cells[16] ?? ''));
    if (index === 13) return cells.with(14, 'hôm qua');
    return cells;
  });
  const id = await upload(
    oldCsv([...bad, ['', ...Array<string>(15).fill(''), ''], ['Tổng cộng', '4 hồ sơ', ...Array<string>(15).fill('')]]),
  );
  expect((await recordOf(id)).summary).toMatchObject({ rows: 24, create: 1, open: 1, errors: 2, skipped: 1 });
  expect(await found(id, 'error')).toMatchObject([
    {
      firstLine: 2,
      issues: [{ line: 4, code: 'step_ends_before_start', column: 'Kết thúc', value: '01/01/2023 08:00' }],
    },
    {
      firstLine: 14,
      issues: [
        { code: 'procedure_unknown' },
        { line: 15, code: 'time_unreadable', column: 'Bắt đầu', value: 'hôm qua' },
      ],
    },
  ]);
  const report = await pastReport(house.deps, await recordOf(id), 'vi');
  expect(report.subarray(0, 2).toString()).toBe('PK');
  await commit(id);
  expect(await rowsOf(`code like '%H30%'`)).toHaveLength(1);
  const later = await upload(oldCsv(rows));
  expect((await recordOf(later)).summary).toMatchObject({ create: 3, unchanged: 1, errors: 0, open: 0 });
});

test('a workbook with a title, headings in two lines, merged cells of each dossier and real dates', async () => {
  const rows = oldRows(3).map((cells) => cells.with(1, (cells[1] ?? '').replace('H29', 'H31')));
  const serial = (text: string): SheetCell => {
    const [day = '', time = ''] = text.split(' ');
    const [d, m, y] = day.split('/').map(Number);
    const [hh = 0, mm = 0] = time.split(':').map(Number);
    const number = Date.UTC(y ?? 0, (m ?? 1) - 1, d) / 86_400_000 + 25_569 + (hh * 60 + mm) / 1440;
    return { attributes: `s="${styles.moment}"`, body: `<v>${number}</v>` };
  };
  const body = rows.map((cells, index) =>
    cells.map((cell, column): SheetCell => {
      if (column > 0 && column < 11 && index % 6 > 0) return null;
      return [7, 8, 9, 14, 15, 16].includes(column) ? serial(cell) : cell;
    }),
  );
  const merges = [0, 6, 12].flatMap((from) =>
    Array.from(
      { length: 10 },
      (_, column) => `${columnLetters(column + 1)}${from + 4}:${columnLetters(column + 1)}${from + 9}`,
    ),
  );
  const id = await upload(
    workbookOf({
      rows: [['LỊCH SỬ XỬ LÝ HỒ SƠ NĂM 2023'], ...oldHeadings, ...body],
      merges: [...oldMerges(2), ...merges],
    }),
    'hồ sơ.xlsx',
  );
  const { state, summary, mapping } = await recordOf(id);
  expect(mapping.map(({ field }) => field)).toEqual([
    'code',
    'procedure',
    'matter',
    'owner',
    'phone',
    'channel',
    'receivedAt',
    'dueAt',
    'closedAt',
    'outcome',
    'step',
    'officer',
    'department',
    'startedAt',
    'plannedEnd',
    'endedAt',
  ]);
  expect([state, summary]).toMatchObject(['ready', { rows: 18, create: 3, errors: 0 }]);
  await commit(id);
  const workbook = await rowsOf(`code = '000.23.41.H31-230102-0001'`);
  const csv = await rowsOf(`code = '000.23.41.H29-230102-0001'`);
  expect(workbook[0]?.ended_at).toEqual(csv[0]?.ended_at);
});

describe('a life', () => {
  test('taken back, its rows are gone and its codes free again; the file may come once more', async () => {
    const rows = oldRows(130).map((cells) => cells.with(1, (cells[1] ?? '').replace('H29', 'H32')));
    const id = await upload(oldCsv(rows));
    await commit(id);
    expect(await rowsOf(`code like '%H32%'`)).toHaveLength(130);
    await withdrawPastImport(clerk, house.deps, id);
    await runPast(house.deps, id);
    await house.projector.runToHead();
    expect((await recordOf(id)).state).toBe('withdrawn');
    expect(await rowsOf(`code like '%H32%'`)).toHaveLength(0);
    const again = await upload(oldCsv(rows));
    expect((await recordOf(again)).summary).toMatchObject({ create: 130 });
    await commit(again);
    expect(await rowsOf(`code like '%H32%'`)).toHaveLength(130);
  });

  test('another ward sees nothing of it and can do nothing with it; who may not import cannot', async () => {
    const id = await upload(oldCsv(oldRows(1)));
    const neighbour = scopeAt('civil_status', '27232');
    expect(await visiblePast(neighbour, house.deps, id)).toBeNull();
    expect((await visiblePasts(neighbour, house.deps, { after: null, first: 5 })).total).toBe(0);
    expect(await rejection(commitPastImport(neighbour, house.deps, id))).toBe('NOT_FOUND');
    expect(await rejection(checkPastImport(scopeAt('leader', ward), house.deps, id, []))).toBe('FORBIDDEN');
    expect(await rejection(checkPastImport(clerk, house.deps, id, [{ field: 'code', column: 1 }]))).toBe(
      'IMPORT_MAPPING',
    );
    await cancelPastImport(clerk, house.deps, id);
    expect(await rejection(commitPastImport(clerk, house.deps, id))).toBe('IMPORT_STATE');
  });

  test('expired, nothing of its file can be read any more', async () => {
    const id = await upload(oldCsv(oldRows(1)));
    await expirePast({ ...house.deps, now: () => new Date('2027-01-22T03:00:00Z') });
    expect(await recordOf(id)).toMatchObject({ described: null, file_key: null, state: 'cancelled' });
  });
});

const foreign = join(import.meta.dirname, '../../../../shared/data/service-requests-sf.csv');
if (!existsSync(foreign)) process.stderr.write(`the service requests are not there: ${foreign}\n`);
test.skipIf(!existsSync(foreign))(
  'ten thousand real service requests of San Francisco: mapped by their headings, bad orders refused by line',
  { timeout: 60_000 },
  async () => {
    const id = await beginPast(house.deps, {
      ...{
        file: createReadStream(foreign),
        fileName: 'sf.csv',
        ward: Number(ward),
        accountId: clerk.accountId,
        positionId: null,
      },
    });
    await runPast(house.deps, id);
    const { state, summary, mapping } = await recordOf(id);
    expect(mapping.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['code', 'procedure', 'receivedAt', 'closedAt', 'outcome', 'channel']),
    );
    // Seventeen were closed before they were opened: their agency's own clock was wrong.
    expect([state, summary]).toMatchObject(['ready', { rows: 10_000, create: 9_613, open: 370, errors: 17 }]);
    expect(await found(id, 'error')).toHaveLength(17);
  },
);
