import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { scratchFolder } from '@nocgia/services/registry/import/testing/house.ts';
import { importResidents } from '@nocgia/services/registry/import/import-residents.ts';
import { importDeps } from '@nocgia/services/server/imports.ts';
import { establishFromFile } from '@nocgia/services/server/neighbourhoods-from-register.ts';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';

interface ImportAnswer {
  state: string;
  summary: { errors: number; unplaced: number; issues: { code: string; count: number }[] } | null;
  unknownNeighbourhoods: { name: string; rows: number }[];
}

let server: TestServer;
let ward: string;
const cookies = new Map<string, string>();

beforeAll(async () => {
  server = await startTestServer();
  for (const { role, username } of server.accounts) {
    if (!cookies.has(role)) cookies.set(role, await server.signIn(username));
  }
  ward = server.accounts.find(({ role }) => role === 'administrator')?.unit ?? '';
}, 120_000);
afterAll(() => server.stop());

const cookie = (role: string): string => cookies.get(role) ?? '';

/** A file of people, each in a household and a house of their own, in these neighbourhoods. */
function fileOf(neighbourhoods: readonly string[], mark: string): string {
  const rows = neighbourhoods.map(
    (name, index) =>
      `Nguyễn Thị ${mark} ${index},1/2/19${60 + index},Nữ,${index + 1},Đường ${mark},${name},${mark}-${index},Chủ hộ`,
  );
  return ['Họ và tên,Ngày sinh,Giới tính,Số nhà,Đường,Khu phố,Số hộ,Quan hệ với chủ hộ', ...rows, ''].join('\n');
}

async function upload(role: string, text: string): Promise<string> {
  const body = new FormData();
  body.append('unit', ward);
  body.append('file', new Blob([text], { type: 'text/csv' }), 'sổ.csv');
  const response = await fetch(`${server.origin}/api/imports`, {
    method: 'POST',
    headers: { cookie: cookie(role) },
    body,
  });
  expect(response.status).toBe(201);
  return ((await response.json()) as { importId: string }).importId;
}

const asked = 'state summary { errors unplaced issues { code count } } unknownNeighbourhoods { name rows }';

async function until(role: string, id: string, states: readonly string[]): Promise<ImportAnswer> {
  for (;;) {
    const { data, errors } = await server.query<{ import: ImportAnswer | null }>(
      cookie(role),
      `query ($id: ID!) { import(id: $id) { ${asked} } }`,
      { id },
    );
    expect(errors).toBeUndefined();
    if (data?.import && states.includes(data.import.state)) return data.import;
    await sleep(50);
  }
}

function establish(role: string, importId: string, names: readonly string[], commandId: string = uuidv7()) {
  return server.query<{ establishNeighbourhoods: ImportAnswer }>(
    cookie(role),
    `mutation ($meta: CommandMeta!, $importId: ID!, $names: [String!]!) {
      establishNeighbourhoods(meta: $meta, importId: $importId, names: $names) { ${asked} } }`,
    { meta: { commandId }, importId, names },
  );
}

const code = (answer: { errors?: { extensions?: Record<string, unknown> }[] }) => answer.errors?.[0]?.extensions?.code;

interface Neighbourhood {
  code: string;
  name: string;
}
async function neighbourhoods(): Promise<Neighbourhood[]> {
  const { data } = await server.query<{ units: Neighbourhood[] }>(
    cookie('administrator'),
    '{ units(level: neighbourhood) { code name } }',
  );
  return (data?.units ?? [])
    .filter((unit) => unit.code.startsWith(ward))
    .map(({ code: of, name }) => ({ code: of, name }));
}

/** Where the dwellings of a file lie in the end, by house number. */
async function placed(mark: string): Promise<Record<string, string | null>> {
  await server.projecting.waitFor(await server.platform.log.store.head(), 20_000);
  const { data } = await server.query<{
    dwellings: { items: { houseNumber: string; neighbourhood: { code: string } | null }[] };
  }>(
    cookie('civil_status'),
    'query ($unit: ID!, $street: String) { dwellings(unit: $unit, street: $street) { items { houseNumber neighbourhood { code } } } }',
    { unit: ward, street: `Đường ${mark}` },
  );
  return Object.fromEntries(
    (data?.dwellings.items ?? []).map(({ houseNumber, neighbourhood }) => [houseNumber, neighbourhood?.code ?? null]),
  );
}

test(
  'names of a register become neighbourhoods of the ward and its rows are placed',
  { timeout: 120_000 },
  async () => {
    const before = await neighbourhoods();
    expect(before.map(({ name }) => name)).toContain('Khu phố 1');
    const id = await upload(
      'administrator',
      fileOf(['Khu phố 1', '077', '077', 'KP 77', 'Xóm Gò', 'xóm gò', 'Xóm Gò', 'Ấp 9'], 'Mận'),
    );
    const ready = await until('administrator', id, ['ready']);
    const listed = [
      { name: '077', rows: 3 },
      { name: 'Ấp 9', rows: 1 },
      { name: 'Xóm Gò', rows: 3 },
    ];
    expect(ready.unknownNeighbourhoods).toEqual(listed);
    expect(ready.summary?.unplaced).toBe(7);

    // Whoever may import but not plan sees no more than they may read, and makes nothing; nor does a name that the file does not have.
    const seen = await until('civil_status', id, ['ready']);
    expect(seen.unknownNeighbourhoods).toEqual(listed);
    expect(code(await establish('civil_status', id, ['077']))).toBe('FORBIDDEN');
    expect(code(await establish('administrator', id, ['077', 'Khu phố của ai']))).toBe('FIELD_INVALID');
    expect(await neighbourhoods()).toEqual(before);

    const commandId = uuidv7();
    const answer = await establish('administrator', id, ['077', 'Xóm Gò'], commandId);
    expect(answer.errors).toBeUndefined();
    const after = await until('administrator', id, ['ready']);
    expect(after.unknownNeighbourhoods).toEqual([{ name: 'Ấp 9', rows: 1 }]);
    expect(after.summary).toMatchObject({ errors: 0, unplaced: 1 });
    const last = Number(
      before
        .map((unit) => unit.code)
        .sort()
        .at(-1)
        ?.slice(6),
    );
    const codeOf = (ahead: number) => `${ward}-${String(last + ahead).padStart(3, '0')}`;
    const made = [
      { code: codeOf(1), name: 'Khu phố 77' },
      { code: codeOf(2), name: 'Xóm Gò' },
    ];
    expect(await neighbourhoods()).toEqual([...before, ...made]);

    const head = await server.platform.log.store.head();
    expect((await establish('administrator', id, ['077', 'Xóm Gò'], commandId)).errors).toBeUndefined();
    expect(await server.platform.log.store.head()).toBe(head);

    await until('administrator', id, ['ready']);
    await server.query(cookie('administrator'), 'mutation ($id: ID!) { commitImport(importId: $id) { state } }', {
      id,
    });
    expect(await until('administrator', id, ['committed', 'failed'])).toMatchObject({
      state: 'committed',
      unknownNeighbourhoods: [],
    });
    const first = before.find(({ name }) => name === 'Khu phố 1')?.code;
    expect(await placed('Mận')).toEqual({
      ...{ 1: first, 2: codeOf(1), 3: codeOf(1), 4: codeOf(1) },
      ...{ 5: codeOf(2), 6: codeOf(2), 7: codeOf(2), 8: null },
    });
  },
);

test('an administrator learns nothing of a file that somebody else brought', { timeout: 60_000 }, async () => {
  const id = await upload('civil_status', fileOf(['Xóm Đình'], 'Đào'));
  expect((await until('civil_status', id, ['ready'])).unknownNeighbourhoods).toEqual([{ name: 'Xóm Đình', rows: 1 }]);
  expect((await until('administrator', id, ['ready'])).unknownNeighbourhoods).toEqual([]);
  expect(code(await establish('administrator', id, ['Xóm Đình']))).toBe('FIELD_INVALID');
});

test('on the command line they are made before the rows are written', { timeout: 60_000 }, async () => {
  const scratch = scratchFolder();
  const file = join(scratch.folder, 'sổ.csv');
  writeFileSync(file, fileOf(['Xóm Bến', 'Xóm Bến', '88'], 'Lựu'));
  const { platform, projecting } = server;
  const outcome = await importResidents(
    importDeps(platform, projecting, () => null),
    {
      file,
      unit: ward,
      dryRun: false,
      establish: (importId, names) => establishFromFile(platform, ward, importId, names),
    },
  );
  scratch.remove();
  expect(outcome).toMatchObject({ state: 'committed', summary: { create: 3, unplaced: 0 } });
  const there = await placed('Lựu');
  const nameOf = new Map((await neighbourhoods()).map((unit) => [unit.code, unit.name]));
  expect(Object.entries(there).map(([house, at]) => [house, nameOf.get(at ?? '')])).toEqual([
    ['1', 'Xóm Bến'],
    ['2', 'Xóm Bến'],
    ['3', 'Khu phố 88'],
  ]);
});
