import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { exit, runCommandLine } from './command.ts';
import { importProceduresCommand, shipProceduresCommand } from './procedures.ts';

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
