import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { scopeAt } from '../../access/testing/house.ts';
import { beginImport } from './begin.ts';
import { checkImport } from './commands.ts';
import { importResidents } from './import-residents.ts';
import { runImport } from './run.ts';
import { findImport } from './store.ts';
import { applyTemplate, deleteTemplate, fittingTemplate, headingKeys, mappingBy, saveTemplate } from './templates.ts';
import { establishWard, openHouse, scratchFolder, ward, type House } from './testing/house.ts';

const columnsOf = (...headings: string[]) => headings.map((heading, index) => ({ index, heading }));
const template = {
  id: '01930000-0000-7000-8000-000000000001',
  name: 'Sổ khu phố',
  headings: ['ai', 'o dau', 'o dau #2', 'ghi'],
  fields: [
    { heading: 'ai', field: 'fullName' as const },
    { heading: 'o dau #2', field: 'address' as const },
  ],
};

describe('by headings', () => {
  test('in any order, case and accents; of two alike the first and the second', () => {
    const columns = columnsOf('GHI', 'Ở đâu', '', 'Ai?', 'ở  đâu');
    expect([...headingKeys(columns)]).toEqual([
      [0, 'ghi'],
      [1, 'o dau'],
      [3, 'ai'],
      [4, 'o dau #2'],
    ]);
    expect(fittingTemplate([template], columns)).toBe(template);
    expect(mappingBy(template, columns)).toEqual([
      { field: 'fullName', column: 3 },
      { field: 'address', column: 4 },
    ]);
  });

  test('a heading more or less is another kind of file; what is there is matched all the same when asked', () => {
    expect(fittingTemplate([template], columnsOf('Ai', 'Ở đâu', 'Ở đâu'))).toBeNull();
    expect(fittingTemplate([template], columnsOf('Ai', 'Ở đâu', 'Ở đâu', 'Ghi', 'Thêm'))).toBeNull();
    expect(mappingBy(template, columnsOf('Ai', 'Ghi'))).toEqual([{ field: 'fullName', column: 0 }]);
  });
});

describe('kept for the ward', () => {
  let database: TestDatabase;
  let house: House;
  const scratch = scratchFolder();
  const clerk = scopeAt('civil_status', ward);
  const text = 'Ai;Ở đâu;Ghi\nNguyễn An;1 Lê Lợi;x\nTrần Bình;2 Lê Lợi;y\n';

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

  async function upload(content: string): Promise<string> {
    const id = await beginImport(house.deps, {
      file: Readable.from([Buffer.from(content)]),
      fileName: 'so.csv',
      ward: Number(ward),
      accountId: clerk.accountId,
      positionId: null,
    });
    await runImport(house.deps, id);
    return id;
  }
  const codeOf = async (work: Promise<unknown>): Promise<string> => {
    try {
      await work;
      return 'done';
    } catch (error) {
      return error instanceof RejectionError ? error.rejection.code : String(error);
    }
  };
  const mapping = [
    { field: 'fullName', column: 0 },
    { field: 'address', column: 1 },
  ];

  test('matched once by hand, the next file with these headings is matched by itself', async () => {
    const first = await upload(text);
    expect(await findImport(house.app, first)).toMatchObject({ state: 'needs_mapping', template_id: null });
    expect(await codeOf(saveTemplate(clerk, house.deps, first, 'Sổ lạ'))).toBe('IMPORT_MAPPING');
    await checkImport(clerk, house.deps, first, mapping);
    expect(await codeOf(saveTemplate(clerk, house.deps, first, ' '))).toBe('FIELD_INVALID');
    const { template_id: id } = await saveTemplate(clerk, house.deps, first, 'Sổ lạ');

    const second = await upload('Ghi;Ai;Ở đâu\nz;Lê Châu;3 Lê Lợi\n');
    expect(await findImport(house.app, second)).toMatchObject({
      state: 'ready',
      template_id: id,
      mapping: [
        { field: 'fullName', column: 1 },
        { field: 'address', column: 2 },
      ],
    });
    // Adjusted by hand it is no longer the template's, until that is asked for again.
    await checkImport(clerk, house.deps, second, mapping);
    expect(await findImport(house.app, second)).toMatchObject({ template_id: null, mapping });
    await runImport(house.deps, second);
    await applyTemplate(clerk, house.deps, second, id ?? '');
    expect(await findImport(house.app, second)).toMatchObject({ state: 'checking', template_id: id });
  });

  test('on the command line by its name', async () => {
    const file = join(scratch.folder, 'so.csv');
    writeFileSync(file, text.replace('Ghi', 'Ghi thêm'));
    const take = (name: string) => importResidents(house.deps, { file, unit: ward, template: name, dryRun: true });
    expect((await take('Sổ lạ')).summary).toMatchObject({ rows: 2, create: 2 });
    expect(await codeOf(take('Không có'))).toBe('IMPORT_MAPPING');
  });

  test('nobody outside of the ward gets at it; deleted, it is used no more', async () => {
    const importId = await upload(text);
    const id = (await findImport(house.app, importId))?.template_id ?? '';
    const neighbour = scopeAt('civil_status', '27232');
    for (const work of [saveTemplate, applyTemplate, deleteTemplate])
      expect(await codeOf(work(neighbour, house.deps, importId, id))).toBe('NOT_FOUND');
    await deleteTemplate(clerk, house.deps, importId, id);
    expect(await codeOf(deleteTemplate(clerk, house.deps, importId, id))).toBe('NOT_FOUND');
    expect(await findImport(house.app, await upload(text))).toMatchObject({
      state: 'needs_mapping',
      template_id: null,
    });
  });
});
