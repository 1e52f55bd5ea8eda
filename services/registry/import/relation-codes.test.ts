import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { scopeAt } from '../../access/testing/house.ts';
import { checkImport } from './commands.ts';
import { importResidents } from './import-residents.ts';
import { checkRelationCodes, relationCode } from './relation-codes.ts';
import { runImport } from './run.ts';
import { findImport } from './store.ts';
import { applyTemplate, saveTemplate } from './templates.ts';
import { establishWard, openHouse, scratchFolder, ward, type House } from './testing/house.ts';
import { csvOf } from './testing/sample-register.ts';

let database: TestDatabase;
let house: House;
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
  await establishWard(house.log);
});
afterAll(async () => {
  await house.close();
  await database.drop();
  scratch.remove();
});

const headings = ['Số hộ', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Quan hệ', 'Số nhà', 'Đường'];
/** A household in which relations are numbers; `mark` tells files apart. */
function bookOf(mark: string): string {
  const person = (name: string, birth: string, sex: string, relation: string) => [
    mark,
    `${name} ${mark}`,
    birth,
    sex,
    relation,
    mark,
    'Lê Lợi',
  ];
  const file = join(scratch.folder, `${mark}.csv`);
  const rows = [
    person('Nguyễn Văn Cha', '01/01/1970', 'Nam', '01'),
    person('Trần Thị Mẹ', '02/02/1972', 'Nữ', '2'),
    person('Nguyễn Văn Con', '03/03/2000', 'Nam', '3'),
    person('Nguyễn Thị Cháu', '04/04/2020', 'Nữ', '10'),
  ];
  writeFileSync(file, csvOf(rows, headings));
  return file;
}
const summaryOf = async (id: string) => (await findImport(house.app, id))?.summary;
const relationsIn = async (): Promise<(string | null)[]> => {
  await house.projector.runToHead();
  const { rows } = await house.projectorPool.query<{ relation: string | null }>(
    `select relation from view.citizens order by details->>'birth'`,
  );
  return rows.map(({ relation }) => relation);
};

test('a number is one, with or without noughts before it; what it stands for is said by code or in words', () => {
  expect(['1', '01', ' 010 ', '3.0', '', 'Con', '1a', '1234'].map(relationCode)).toEqual([
    ...['1', '1', '10', '3', null, null, null, null],
  ]);
  expect(checkRelationCodes({ '01': 'CHU_HO', '2': 'wife', '3': 'Con trai' })).toEqual({
    ok: true,
    relations: { '1': 'head', '2': 'wife', '3': 'child' },
  });
  expect(checkRelationCodes({ '2': 'hàng xóm' })).toEqual({ ok: false, wrong: '2: hàng xóm' });
  expect(checkRelationCodes({ x: 'wife' })).toEqual({ ok: false, wrong: 'x: wife' });
});

test('the check asks what the numbers stand for, guesses none, and keeps the answer in the template', async () => {
  const { importId } = await importResidents(house.deps, { file: bookOf('10'), unit: ward, dryRun: true });
  expect(await summaryOf(importId)).toMatchObject({ create: 4, relationCodes: ['1', '2', '3', '10'] });
  const mapping = (await findImport(house.app, importId))?.mapping ?? [];
  const said = (relations: Record<string, string>) =>
    mapping.map((one) => (one.field === 'relation' ? { ...one, relations } : one));
  await expect(checkImport(clerk, house.deps, importId, said({ '1': 'nobody' }))).rejects.toMatchObject({
    rejection: { code: 'IMPORT_MAPPING', params: { fields: '1: nobody' } },
  });
  await checkImport(clerk, house.deps, importId, said({ '1': 'head', '2': 'wife', '3': 'child' }));
  await runImport(house.deps, importId);
  const checked = await summaryOf(importId);
  expect(checked).toMatchObject({ create: 4, relationCodes: ['10'] });
  expect(checked?.issues.find(({ code }) => code === 'relation_code')).toMatchObject({ severity: 'warning', count: 1 });
  expect(checked?.issues.map(({ code }) => code)).not.toContain('household_no_head');

  const { template_id } = await saveTemplate(clerk, house.deps, importId, 'Sổ đánh số');
  const next = await importResidents(house.deps, { file: bookOf('11'), unit: ward, dryRun: true });
  await applyTemplate(clerk, house.deps, next.importId, template_id ?? '');
  await runImport(house.deps, next.importId);
  expect(await summaryOf(next.importId)).toMatchObject({ relationCodes: ['10'] });
});

test('on the command line the table stands in the mapping, and goes in as it says', async () => {
  const relations = { '1': 'CHU_HO', '2': 'Vợ', '3': 'child', '10': 'grandchild' };
  const outcome = await importResidents(house.deps, { file: bookOf('12'), unit: ward, dryRun: false, relations });
  expect(outcome.summary).toMatchObject({ create: 4, relationCodes: [] });
  expect(await relationsIn()).toEqual(['head', 'wife', 'child', 'grandchild']);
});
