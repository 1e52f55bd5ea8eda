import { setTimeout as sleep } from 'node:timers/promises';
import { randomBytes } from 'node:crypto';
import { withClient, type DatabaseUrls } from '@nocgia/infra/roles.ts';
import { inject } from 'vitest';

/** A migrated, empty database for one test or one file of tests; `drop` ends whatever is still connected. */
export type TestDatabase = DatabaseUrls & { name: string; adminUrl: string; drop: () => Promise<void> };

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** Clones the run's migrated template under a name of its own, so that tests in parallel never meet. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('testServer');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await withClient(server.adminUrl, async (client) => {
    await client.query(`create database ${name} template ${server.template} strategy file_copy owner nocgia_owner`);
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
        // A pool that was ended still has its goodbyes on the way: cut off then, they would come back as errors that nobody awaits.
        for (let wait = 0; wait < 40; wait++) {
          const { rows } = await client.query('select from pg_stat_activity where datname = $1', [name]);
          if (rows.length === 0) break;
          await sleep(25);
        }
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}
