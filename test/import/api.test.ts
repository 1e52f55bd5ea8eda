import { setTimeout as sleep } from 'node:timers/promises';
import { csvOf, sampleHeadings, sampleRegister } from '@nocgia/services/registry/import/testing/sample-register.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let clerk: string;
let ward: string;

interface ImportAnswer {
  state: string;
  fileName: string;
  createdBy: string;
  ward: { code: string; name: string };
  columns: { heading: string; samples: string[] }[];
  mapping: { field: string; column: number }[];
  progress: { done: number; total: number; lag: number };
  summary: Record<string, number> | null;
  problem: string | null;
  rows: {
    total: number;
    items: { line: number; state: string; name: string | null; citizenId: string | null; issues: { code: string }[] }[];
  };
}
const fields = `id state fileName createdBy problem ward { code name } columns { heading samples } mapping { field column } progress { done total lag }
  summary { rows create update unchanged warnings errors people households dwellings unplaced issues { code severity count } }
  rows(first: 3) { total nextCursor items { line state name citizenId issues { code severity column value } } }`;

beforeAll(async () => {
  server = await startTestServer();
  const account = server.accounts.find(({ role }) => role === 'civil_status');
  if (!account) throw new Error('the demo ward has a civil status officer');
  clerk = await server.signIn(account.username);
  const { data } = await server.query<{ viewer: { activePosition: { unit: { code: string } } } }>(
    clerk,
    '{ viewer { activePosition { unit { code } } } }',
  );
  ward = data?.viewer.activePosition.unit.code ?? '';
}, 120_000);
afterAll(() => server.stop());

async function upload(text: string): Promise<string> {
  const body = new FormData();
  body.append('unit', ward);
  body.append('file', new Blob([text], { type: 'text/csv' }), 'sổ hộ khu phố 1.csv');
  const response = await fetch(`${server.origin}/api/imports`, { method: 'POST', headers: { cookie: clerk }, body });
  expect(response.status).toBe(201);
  return ((await response.json()) as { importId: string }).importId;
}

async function until(id: string, states: readonly string[]): Promise<ImportAnswer> {
  for (;;) {
    const { data, errors } = await server.query<{ import: ImportAnswer | null }>(
      clerk,
      `query ($id: ID!) { import(id: $id) { ${fields} } }`,
      { id },
    );
    expect(errors).toBeUndefined();
    if (data?.import && states.includes(data.import.state)) return data.import;
    await sleep(50);
  }
}

test(
  'a register goes in through the browser: uploaded, checked, written as a job, its people found',
  { timeout: 120_000 },
  async () => {
    const rows = sampleRegister(150, 21).map((cells) => cells.with(1, `N${cells[1]}`).with(9, ''));
    const id = await upload(csvOf([...rows, sampleHeadings.map((heading) => (heading === 'Số hộ' ? 'N999' : ''))]));
    const ready = await until(id, ['ready']);
    expect(ready).toMatchObject({
      fileName: 'sổ hộ khu phố 1.csv',
      problem: null,
      ward: { code: ward },
      summary: { rows: 151, create: 150, errors: 1 },
    });
    expect(ready.ward.name).not.toBe(ward);
    expect(ready.createdBy).not.toBe('');
    expect(ready.columns[2]).toMatchObject({ heading: 'Họ và tên' });
    expect(ready.rows).toMatchObject({
      total: 151,
      items: [{ line: 2, name: rows[0]?.[2] }, { line: 3 }, { line: 4 }],
    });

    const commit = await server.query<{ commitImport: { state: string } }>(
      clerk,
      `mutation ($id: ID!) { commitImport(importId: $id) { state } }`,
      { id },
    );
    expect(commit).toMatchObject({ data: { commitImport: { state: 'committing' } } });
    const done = await until(id, ['committed', 'failed']);
    expect(done).toMatchObject({ state: 'committed', summary: { create: 150, errors: 1 } });
    const citizenId = done.rows.items[0]?.citizenId;
    await server.projecting.waitFor(await server.platform.log.store.head(), 20_000);
    const found = await server.query<{ citizen: { fullName: string } }>(
      clerk,
      'query ($id: ID!) { citizen(id: $id) { fullName } }',
      { id: citizenId },
    );
    expect(found).toMatchObject({ data: { citizen: { fullName: rows[0]?.[2] } } });

    const list = await server.query<{ imports: { total: number; items: { id: string }[] } }>(
      clerk,
      '{ imports(first: 5) { total nextCursor items { id state } } }',
    );
    expect(list.data?.imports.items.map((one) => one.id)).toContain(id);
    const report = await fetch(`${server.origin}/api/imports/${id}/report.xlsx`, { headers: { cookie: clerk } });
    expect([report.status, report.headers.get('content-type')]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]);
  },
);

test(
  'a file in two old fonts at once is refused with its reason, in the reader’s language',
  { timeout: 60_000 },
  async () => {
    const id = await upload(
      'Hä vµ tªn,Sè hé\nNguyÔn V¨n An,1\nTrÇn ThÞ B×nh,2\nLª §øc Hoµng,3\nNguyeãn Vaên An,4\nTraàn Thò Bình,5\nLeâ Ñöùc Hoaøng,6\n',
    );
    expect(await until(id, ['refused'])).toMatchObject({ problem: expect.stringContaining('TCVN3'), summary: null });
  },
);
