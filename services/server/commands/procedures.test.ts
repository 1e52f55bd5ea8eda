import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pino } from 'pino';
import { readSettings } from '@nocgia/infra/settings.ts';
import { createTestDatabase } from '../../../test/support/database.ts';
import { shippedProposals, shippedWish, wishOf } from '../../dossiers/procedure/catalogue/publish-catalogue.ts';
import { readCatalogue } from '../../dossiers/procedure/catalogue/read-csv.ts';
import { openPlatform } from '../platform.ts';
import { establishWard } from '../setup.ts';
import { exit, runCommandLine } from './command.ts';
import { importProceduresCommand, publishAndPrint, shipProceduresCommand } from './procedures.ts';

const folder = mkdtempSync(join(tmpdir(), 'nocgia-catalogue-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let said = '';
beforeEach(() => {
  said = '';
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
});
afterEach(() => vi.restoreAllMocks());

const run = (...argv: string[]) => runCommandLine([importProceduresCommand, shipProceduresCommand], argv);
const file = (text: string): string => {
  const path = join(folder, 'catalogue.csv');
  writeFileSync(path, text);
  return path;
};

// All of these are told before any database is opened.
test('a file that is no catalogue is refused in words, and by its code for programs', async () => {
  const unit = ['--unit', '27226'];
  expect(await run('procedures', 'import', file('code,name\n1.1,x\n'), ...unit)).toBe(exit.failed);
  expect(said).toContain('thiếu cột: field, decision, channel_time_fee_raw, result, result_code');
  said = '';
  expect(await run('procedures', 'import', file(''), ...unit, '--json')).toBe(exit.failed);
  expect(said).toContain('"error": "CATALOGUE_FILE"');
});

test('wrong use is told as such', async () => {
  expect(await run('procedures', 'import', file('x'))).toBe(exit.usage);
  expect(await run('procedures', 'import', join(folder, 'none.csv'), '--unit', '27226')).toBe(exit.usage);
  expect(await run('procedures', 'ship', '--unit', 'Phú Thọ')).toBe(exit.usage);
  expect(said).toContain('--unit: mã phường 5 chữ số');
});

test('for a ward that is established, what ships and a catalogue are published once; for another nothing is', async () => {
  const { ownerUrl, appUrl, projectorUrl, drop } = await createTestDatabase();
  const data = { PORT: '0', NOCGIA_DATA: folder, NODE_ENV: 'development', DATABASE_URL: appUrl };
  const platform = await openPlatform({
    settings: readSettings(data, folder),
    logger: pino({ level: 'silent' }),
    database: { ownerUrl, appUrl, projectorUrl, applied: [], embedded: false, stop: drop },
  });
  const told = async (unit: string, catalogue: Parameters<typeof publishAndPrint>[2]) => {
    said = '';
    const code = await publishAndPrint(platform, { unit, json: true }, catalogue);
    return { code, ...JSON.parse(said.slice(0, said.lastIndexOf('}') + 1)) };
  };
  try {
    const run = '00000000-0000-7000-8000-000000000001';
    const ward = { wardCode: '27226', neighbourhoods: [], since: '2025-07-01', run };
    expect(await establishWard(platform, { ...ward, source: { kind: 'form', id: run } })).toBeNull();
    const proposals = shippedProposals();
    const ship = { proposals, refused: [], wishes: proposals.map(shippedWish) };
    expect(await told('27232', ship)).toMatchObject({ code: exit.failed, error: 'UNIT_UNKNOWN' });
    const first = await told('27226', ship);
    expect(first).toMatchObject({ code: exit.ok, changed: [], unchanged: [], refused: [] });
    expect(first.new).toHaveLength(proposals.length);
    expect(await told('27226', ship)).toMatchObject({ code: exit.ok, new: [], changed: [] });
    const read = readCatalogue(
      new TextEncoder().encode(
        'code,name,field,decision,channel_time_fee_raw,result,result_code\n9.000001,Việc mới,Đất đai,QĐ1,Trực tiếp5Miễn phí,Giấy,K\n@,x,y,z,,,',
      ),
    );
    const imported = await told('27226', { ...read, wishes: read.proposals.map(wishOf) });
    // A row that is refused makes the exit code tell of it; the others are taken in.
    expect(imported).toMatchObject({
      code: exit.failed,
      new: ['9.000001'],
      refused: [{ row: 3, code: '@', why: 'code' }],
    });
    expect(imported.asked).toEqual([
      { code: '9.000001', name: 'Việc mới', term: { why: 'no_unit', number: 5 }, fees: [] },
    ]);
  } finally {
    await platform.close();
  }
});
