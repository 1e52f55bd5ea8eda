import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@nocgia/infra/migrate.ts';
import { startPostgres } from '@nocgia/infra/postgres/start.ts';
import { createDatabase, createLoginRoles, withClient } from '@nocgia/infra/roles.ts';
import type { TestProject } from 'vitest/node';

/** What the tests are told of the one server they share. */
export type TestServer = {
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
  projectorUrl: string;
  template: string;
  folder: string;
};

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

const template = 'nocgia_template';

const MEMORY = '/dev/shm';
const ROOM = 8 * 2 ** 30;

/** Where the server lies: in memory where there is plenty, since hundreds of databases come and go in a run. */
function scratch(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > ROOM && freemem() > ROOM ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** Starts one throw-away PostgreSQL with a migrated template database; gone again at the end, however the end comes. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(scratch(), 'nocgia-test-'));
  // The server may run as another user, who must be able to pass through.
  chmodSync(folder, 0o755);
  const postgres = await startPostgres({
    dataDir: join(folder, 'postgres'),
    durability: 'scratch',
    removeAfterwards: folder,
    log: () => {},
  });
  const tearDown = async (): Promise<void> => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const adminUrl = postgres.url('admin', 'postgres');
    await createLoginRoles(adminUrl, postgres.passwords);
    await createDatabase({ adminUrl, name: template });
    await migrate({ ownerUrl: postgres.url('owner', template) });
    await withClient(adminUrl, (client) =>
      client.query(`alter database ${template} allow_connections false is_template true`),
    );
    project.provide('testServer', {
      adminUrl,
      ownerUrl: postgres.url('owner', template),
      appUrl: postgres.url('app', template),
      projectorUrl: postgres.url('projector', template),
      template,
      folder: join(folder, 'prepared'),
    });
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}
