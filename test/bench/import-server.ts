import { join } from 'node:path';
import { readSettings } from '@nocgia/infra/settings.ts';
import { DEMO_PASSWORD, loadDemo } from '@nocgia/services/server/demo.ts';
import { startServer } from '@nocgia/services/server/server.ts';
import { pino } from 'pino';
import type { BenchDatabase } from './database.ts';

/** What the server of the import bench says when it is up. */
export interface ImportServerReady {
  origin: string;
  ward: string;
  username: string;
  password: string;
}

/** A server in a process of its own, as in life, so that its memory can be told from the measuring one's. Its argument: the database. */
const database = JSON.parse(process.argv[2] ?? '{}') as Omit<BenchDatabase, 'close'>;
const folder = join(database.folder, 'server');
const environment = { PORT: '0', NOCGIA_DATA: folder, NODE_ENV: 'development', DATABASE_URL: database.appUrl };
const { ownerUrl, appUrl, projectorUrl } = database;
const server = await startServer({
  settings: readSettings(environment, folder),
  logger: pino({ level: 'silent' }),
  pages: 'none',
  host: '127.0.0.1',
  database: { ownerUrl, appUrl, projectorUrl, applied: [], embedded: false, stop: () => Promise.resolve() },
});
const accounts = await loadDemo(server.platform, () => undefined, { seed: 11, dwellings: 40, neighbourhoods: 4 });
await server.projecting.waitFor(await server.platform.log.store.head(), 60_000);
const clerk = accounts.find(({ role }) => role === 'civil_status');
const ready: ImportServerReady = {
  origin: server.origin,
  ward: clerk?.unit ?? '',
  username: clerk?.username ?? '',
  password: DEMO_PASSWORD,
};
process.send?.(ready);
process.on('message', () => void server.stop().then(() => process.exit(0)));
