import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../test/support/database.ts';
import { openDatabase } from './database.ts';
import { databaseScript, databaseScriptParts, ExternalDatabaseError } from './external-database.ts';
import { withClient } from './roles.ts';
import { readSettings } from './settings.ts';

let database: TestDatabase;
let login: string;
let loginUrl: string;

// An office's own server: an empty database and a plain login with no rights of its own.
beforeEach(async () => {
  database = await createTestDatabase();
  login = `office_${randomBytes(4).toString('hex')}`;
  await withClient(inject('testServer').adminUrl, async (client) => {
    await client.query(`drop database ${database.name} with (force)`);
    await client.query(`create database ${database.name} template template0`);
    await client.query(`create role ${login} login password 'office'`);
  });
  const url = new URL(database.adminUrl);
  url.username = login;
  url.password = 'office';
  loginUrl = url.href;
});

afterEach(async () => {
  await database.drop();
  await withClient(inject('testServer').adminUrl, (client) => client.query(`drop role ${login}`));
});

const open = (kind: 'demo' | 'ward'): ReturnType<typeof openDatabase> =>
  openDatabase(readSettings({ DATABASE_URL: loginUrl, NOCGIA_DEMO: kind === 'demo' ? '1' : '0' }, '/unused'), () => {});

const runScript = async (): Promise<void> => {
  const parts = databaseScriptParts(loginUrl);
  await withClient(database.adminUrl, async (client) => {
    await client.query(parts.server);
    await client.query(parts.database);
  });
};

describe("the office's own PostgreSQL", () => {
  test('is refused, with a script for its administrator, while the login may not act as the roles', async () => {
    const refusal = await open('ward').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ExternalDatabaseError);
    expect(refusal).toMatchObject({ script: databaseScript(loginUrl) });
    expect(String(refusal)).toContain('this login may not act as nocgia_app');
    expect(String(refusal)).toContain('database-script');
    expect(String(refusal)).not.toContain(':office@');
  });

  test('works after the script, which may run twice; nobody works as the owner', async () => {
    await runScript();
    await runScript();
    const opened = await open('ward');
    expect(opened.applied[0]).toBe('0001_roles.sql');
    const user = async (url: string): Promise<unknown> =>
      (await withClient(url, (client) => client.query('select current_user as name'))).rows[0];
    expect(await user(opened.ownerUrl)).toEqual({ name: 'nocgia_owner' });
    expect(await user(opened.appUrl)).toEqual({ name: 'nocgia_app' });
    expect(await user(opened.projectorUrl)).toEqual({ name: 'nocgia_projector' });
    await expect(withClient(opened.appUrl, (client) => client.query('create table app.x ()'))).rejects.toThrow(
      'denied',
    );
    expect((await open('ward')).applied).toEqual([]);
  });

  test('once a real ward, a database is never opened as a demo, nor the other way round', async () => {
    await runScript();
    await open('ward');
    await expect(open('demo')).rejects.toThrow('belongs to a real ward');
    await expect(open('ward')).resolves.toMatchObject({ embedded: false });
  });
});
