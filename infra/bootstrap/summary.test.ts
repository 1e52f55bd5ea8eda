import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const script = join(import.meta.dirname, 'summary.mjs');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nocgia-summary-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

type Result = { status: string; assertionResults: { status: string }[] };

const summaryOf = (counts: [number, number, number], testResults: Result[], code: number): string => {
  const [numPassedTests, numFailedTests, numPendingTests] = counts;
  const file = join(folder, 'report.json');
  writeFileSync(
    file,
    JSON.stringify({ numPassedTests, numFailedTests, numPendingTests, numTodoTests: 0, testResults }),
  );
  return spawnSync(process.execPath, [script, file, String(code)], { encoding: 'utf8' }).stdout;
};

describe('the last line of a test run', () => {
  test('says what passed and failed, and what was skipped only when something was', () => {
    expect(summaryOf([12, 0, 0], [], 0)).toBe('12 passed, 0 failed\n');
    expect(summaryOf([12, 2, 3], [], 1)).toBe('12 passed, 2 failed, 3 skipped\n');
  });

  test('counts a file that could not be loaded as a failure', () => {
    const loaded = { status: 'failed', assertionResults: [{ status: 'failed' }] };
    expect(summaryOf([5, 1, 0], [loaded, { status: 'failed', assertionResults: [] }], 1)).toBe('5 passed, 2 failed\n');
  });

  test('never says that nothing failed after a bad end', () => {
    expect(summaryOf([5, 0, 0], [], 1)).toBe('5 passed, 1 failed\n');
    const missing = spawnSync(process.execPath, [script, join(folder, 'none.json'), '1'], { encoding: 'utf8' });
    expect(missing.stdout).toBe('0 passed, 1 failed\n');
  });
});
