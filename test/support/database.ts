import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomBytes } from 'node:crypto';
import { withClient, type DatabaseUrls } from '@nocgia/infra/roles.ts';
import type { Client } from 'pg';
import { inject } from 'vitest';

/** A migrated, empty database for one test or one file of tests; `drop` ends whatever is still connected. */
export type TestDatabase = DatabaseUrls & { name: string; adminUrl: string; drop: () => Promise<void> };

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** Clones the run's migrated template, or another, under a name of its own, so that tests in parallel never meet. */
export async function createTestDatabase(template = inject('testServer').template): Promise<TestDatabase> {
  const server = inject('testServer');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await withClient(server.adminUrl, async (client) => {
    await client.query(`create database ${name} template ${template} owner nocgia_owner`);
    await client.query(`revoke connect, temporary on database ${name} from public`);
    await client.query(`grant connect, temporary on database ${name} to nocgia_app, nocgia_projector`);
  });
  return {
    name,
    adminUrl: withDatabase(server.adminUrl, name),
    ownerUrl: withDatabase(server.ownerUrl, name),
    appUrl: withDatabase(server.appUrl, name),
    projectorUrl: withDatabase(server.projectorUrl, name),
    drop: () =>
      withClient(server.adminUrl, async (client) => {
        await goodbyes(client, name);
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

/** A pool that was ended still has its goodbyes on the way: cut off then, they would come back as errors that nobody awaits. */
async function goodbyes(client: Client, name: string): Promise<void> {
  for (let wait = 0; wait < 40; wait++) {
    const { rows } = await client.query('select from pg_stat_activity where datname = $1', [name]);
    if (rows.length === 0) break;
    await sleep(25);
  }
}

/** A state that several files of tests begin from: its database, to be cloned, its data folder, to be copied, and what its maker said of it. */
export interface Prepared<T> {
  template: string;
  folder: string;
  told: T;
}

/**
 * The state of that name, made by whoever asks first in this run; the others wait for it. `make` fills a database and a data folder,
 * leaves no connection behind, and answers what can be written as JSON.
 */
export function prepared<T>(
  name: string,
  make: (database: TestDatabase, folder: string) => Promise<T>,
): Promise<Prepared<T>> {
  const server = inject('testServer');
  const [template, folder] = [`nocgia_prepared_${name}`, join(server.folder, name)];
  const told = join(folder, 'told.json');
  return withClient(server.adminUrl, async (client) => {
    // Held by this connection: whoever dies while making it leaves the lock to the next.
    await client.query('select pg_advisory_lock(hashtext($1))', [template]);
    const { rows } = await client.query('select from pg_database where datname = $1', [template]);
    if (rows.length === 0) {
      const database = await createTestDatabase();
      mkdirSync(folder, { recursive: true });
      writeFileSync(told, JSON.stringify(await make(database, folder)));
      // What a clone's planner knows of its tables is what its template knew.
      await withClient(database.adminUrl, (itself) => itself.query('vacuum analyze'));
      await goodbyes(client, database.name);
      await client.query(`alter database ${database.name} rename to ${template}`);
    }
    return { template, folder, told: JSON.parse(readFileSync(told, 'utf8')) as T };
  });
}
