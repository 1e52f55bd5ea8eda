import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../test/support/database.ts';
import { migrate } from './migrate.ts';
import { withClient } from './roles.ts';

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase();
  // The shipped migrations are in the template already; the folders of these tests start from nothing.
  await withClient(database.ownerUrl, (client) => client.query('delete from migrations.applied'));
  folder = mkdtempSync(join(tmpdir(), 'nocgia-migrations-'));
});

afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

const write = (name: string, sql: string): void => writeFileSync(join(folder, name), sql);
const run = (): Promise<string[]> => migrate({ ownerUrl: database.ownerUrl, folder });

describe('migrate', () => {
  test('applies in order of number, once', async () => {
    write('0002_second.sql', 'insert into first_table values (2)');
    write('0001_first.sql', 'create table first_table (id int)');
    expect(await run()).toEqual(['0001_first.sql', '0002_second.sql']);
    expect(await run()).toEqual([]);
    write('0003_third.sql', 'drop table first_table');
    expect(await run()).toEqual(['0003_third.sql']);
  });

  test('processes that start together take turns', async () => {
    write('0001_first.sql', 'create table first_table (id int)');
    write('0002_second.sql', 'create table second_table (id int)');
    const applied = await Promise.all([run(), run(), run()]);
    expect(applied.flat().sort()).toEqual(['0001_first.sql', '0002_second.sql']);
  });

  test('refuses an applied migration that was changed, but not one whose line ends were', async () => {
    write('0001_first.sql', 'create table first_table\n(id int)');
    await run();
    write('0001_first.sql', 'create table first_table\r\n(id int)');
    expect(await run()).toEqual([]);
    write('0001_first.sql', 'create table first_table\n(id bigint)');
    await expect(run()).rejects.toThrow('Changed after they were applied: 0001_first.sql');
  });

  test('a failing migration leaves nothing of itself and keeps those before it', async () => {
    write('0001_first.sql', 'create table first_table (id int)');
    write('0002_second.sql', 'create table half (id int); select 1 / 0');
    await expect(run()).rejects.toThrow('Migration 0002_second.sql failed: division by zero');
    const tables = await withClient(database.ownerUrl, (client) =>
      client.query("select to_regclass('first_table') is not null as first, to_regclass('half') is not null as half"),
    );
    expect(tables.rows).toEqual([{ first: true, half: false }]);
  });

  test('refuses a database that a newer program has migrated', async () => {
    write('0001_first.sql', 'select 1');
    write('0002_second.sql', 'select 1');
    await run();
    rmSync(join(folder, '0002_second.sql'));
    await expect(run()).rejects.toThrow('newer than this program: it has had 0002_second.sql');
  });

  test('refuses two migrations with one number and a name that says none', async () => {
    write('0001_first.sql', 'select 1');
    write('0001_other.sql', 'select 1');
    await expect(run()).rejects.toThrow('Two migrations have the number 0001');
    rmSync(join(folder, '0001_other.sql'));
    write('notes.sql', 'select 1');
    await expect(run()).rejects.toThrow('not notes.sql');
  });
});
