import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importResidents, type ImportOutcome } from '@nocgia/services/registry/import/import-residents.ts';
import {
  establishWard,
  openHouse,
  scratchFolder,
  ward,
  type House,
} from '@nocgia/services/registry/import/testing/house.ts';
import { seeded } from '@nocgia/services/registry/import/testing/sample-register.ts';
import { workbookOf } from '@nocgia/services/tables/testing/workbook.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const register = new URL('../../../shared/data/residents-essnet.csv', import.meta.url).pathname;
const here = existsSync(register);
if (!here) console.warn(`The tests with the real register are left out: ${register} is not there.`);

/** An independent reading of the file: fields are quoted or bare, and none holds a comma within quotes but the address. */
function recount(): Record<string, number> {
  const [head = '', ...lines] = readFileSync(register, 'utf8').trim().split(/\r?\n/);
  const cut = (line: string): string[] =>
    (line.match(/"([^"]*)"|[^,]+|(?<=,)(?=,)/g) ?? []).map((cell) => cell.replace(/^"|"$/g, ''));
  const names = cut(head);
  const rows = lines.map((line) => Object.fromEntries(cut(line).map((cell, index) => [names[index], cell])));
  const exists = (day: number, month: number, year: number): boolean =>
    new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  const count = (test: (row: Record<string, string>) => boolean): number => rows.filter(test).length;
  return {
    rows: rows.length,
    households: new Set(rows.map((row) => `${row.enumpc} ${row.hse_num}`)).size,
    dwellings: new Set(rows.map((row) => row.cap_add?.toLowerCase())).size,
    birth_no_year: count((row) => row.dob_year === ''),
    birth_incomplete: count((row) => row.dob_year !== '' && (row.dob_day === '' || row.dob_mon === '')),
    birth_impossible: count(
      (row) =>
        row.dob_day !== '' &&
        row.dob_mon !== '' &&
        row.dob_year !== '' &&
        !exists(Number(row.dob_day), Number(row.dob_mon), Number(row.dob_year)),
    ),
    name_incomplete: count((row) => row.pername1 === '' || row.pername2 === ''),
    sex_missing: count((row) => row.sex === ''),
  };
}

describe.runIf(here)('the real register', { timeout: 600_000 }, () => {
  let database: TestDatabase;
  let house: House;
  let first: ImportOutcome;
  const scratch = scratchFolder();
  const take = (file: string, dryRun = false): Promise<ImportOutcome> =>
    importResidents(house.deps, { file, unit: ward, dryRun });

  beforeAll(async () => {
    database = await createTestDatabase();
    house = await openHouse({
      ...database,
      masterKey: randomBytes(32).toString('base64'),
      folder: scratch.folder,
      now: '2026-11-22T03:00:00Z',
    });
    await establishWard(house.log);
    first = await take(register);
    await house.projector.runToHead();
  }, 600_000);
  afterAll(async () => {
    await house.close();
    await database.drop();
    scratch.remove();
  });

  test('goes in whole: 25,343 people in 11,835 households, what is doubtful in it listed', async () => {
    const expected = recount();
    expect(expected).toMatchObject({ rows: 25_343, households: 11_835 });
    expect(first.state).toBe('committed');
    const { rows, households, dwellings, ...doubts } = expected;
    expect(first.summary).toMatchObject({
      rows,
      create: rows,
      people: rows,
      errors: 0,
      update: 0,
      unchanged: 0,
      households,
      dwellings,
    });
    const told = Object.fromEntries(
      first.summary?.issues.filter(({ severity }) => severity !== 'notice').map(({ code, count }) => [code, count]) ??
        [],
    );
    expect(told).toEqual(doubts);
    const seen = await house.projectorPool.query(
      'select count(*)::int as people, count(distinct household_id)::int as households from view.citizens where resident and ward = 27226',
    );
    expect(seen.rows[0]).toEqual({ people: rows, households });
  });

  test('the same file again adds nothing, nor do its rows in another order', async () => {
    const head = await house.log.store.head();
    const known = { create: 0, update: 0, unchanged: 25_343, errors: 0, people: 0, households: 0, dwellings: 0 };
    expect((await take(register)).summary).toMatchObject(known);
    const [heading = '', ...lines] = readFileSync(register, 'utf8').trim().split('\n');
    const random = seeded(1);
    const shuffled = lines
      .map((line) => ({ line, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ line }) => line);
    const file = join(scratch.folder, 'shuffled.csv');
    writeFileSync(file, [heading, ...shuffled].join('\n'));
    expect((await take(file)).summary).toMatchObject(known);
    // Only that there were two more imports stands in the log.
    const { events } = await house.log.readAll(head, 100);
    expect(events.map(({ type }) => type)).toEqual([
      'ImportStarted',
      'ImportFinished',
      'ImportStarted',
      'ImportFinished',
    ]);
  });

  test('as a workbook it is the same register', async () => {
    const lines = readFileSync(register, 'utf8').trim().split('\n');
    const rows = lines.map((line, index) =>
      (line.match(/"([^"]*)"|[^,]+/g) ?? []).map((cell) =>
        cell.startsWith('"') ? cell.slice(1, -1) : index === 0 ? cell : Number(cell),
      ),
    );
    const file = join(scratch.folder, 'register.xlsx');
    writeFileSync(file, workbookOf({ rows }));
    const { summary } = await take(file, true);
    expect(summary).toMatchObject({ rows: 25_343, create: 0, update: 0, unchanged: 25_343, errors: 0 });
    expect(summary?.issues.filter(({ severity }) => severity !== 'notice')).toEqual(
      first.summary?.issues.filter(({ severity }) => severity !== 'notice'),
    );
  });
});
