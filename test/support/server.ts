import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@nocgia/infra/settings.ts';
import { DEMO_PASSWORD, loadDemo, type DemoAccount, type DemoSize } from '@nocgia/services/server/demo.ts';
import { startServer, type RunningServer, type ServerOptions } from '@nocgia/services/server/server.ts';
import { pino } from 'pino';
import { createTestDatabase, prepared, type Prepared, type TestDatabase } from './database.ts';

/** A whole server on a database of its own with a small demo ward in it. */
export interface TestServer extends RunningServer {
  accounts: readonly DemoAccount[];
  password: string;
  /** Signs in and answers the cookie header. */
  signIn(username: string): Promise<string>;
  /** Runs a GraphQL operation as whoever the cookie belongs to. */
  query<T>(
    cookie: string | null,
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<GraphAnswer<T>>;
}

export interface GraphAnswer<T> {
  data: T | null;
  errors?: { message: string; path?: (string | number)[]; extensions?: Record<string, unknown> }[];
  extensions?: Record<string, unknown>;
}

export interface TestServerOptions {
  size?: DemoSize;
  pages?: ServerOptions['pages'];
  environment?: Record<string, string>;
  now?: () => Date;
  /** No ward and no accounts: the state before first-run set-up. */
  empty?: boolean;
  /** A state that was prepared, to begin from. */
  from?: Prepared<unknown>;
  /** A database that is there already; otherwise a fresh one. */
  database?: TestDatabase;
}

const small: DemoSize = { seed: 11, dwellings: 40, neighbourhoods: 4 };

/** Starts it on a free port; `stop` removes database and folders. Persisted operations are off: tests ask what they like. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const from = options.from ?? (beginsWithDemo(options) ? await demoWard() : undefined);
  const folder = mkdtempSync(join(tmpdir(), 'nocgia-server-'));
  if (from) cpSync(from.folder, folder, { recursive: true });
  const database = options.database ?? (await createTestDatabase(from?.template));
  const server = await startOn({ ...options, database }, folder);
  return {
    ...server,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The small ward on the real clock is the same for every file of tests. */
function beginsWithDemo({ empty, size, now, database }: TestServerOptions): boolean {
  return !empty && !size && !now && !database;
}

function demoWard(): Promise<Prepared<null>> {
  return prepareServer('demo', {}, () => Promise.resolve(null));
}

/** A server's state that several files begin from: made once in a run, on a server that `fill` gets and that is gone afterwards. */
export function prepareServer<T>(
  name: string,
  options: TestServerOptions,
  fill: (server: TestServer) => Promise<T>,
): Promise<Prepared<T>> {
  return prepared(name, async (database, folder) => {
    const server = await startOn({ ...options, database: { ...database, drop: () => Promise.resolve() } }, folder);
    const told = await fill(server);
    await server.projecting.waitFor(await server.platform.log.store.head(), 20_000);
    await server.stop();
    return told;
  });
}

async function startOn(options: TestServerOptions & { database: TestDatabase }, folder: string): Promise<TestServer> {
  const { ownerUrl, appUrl, projectorUrl, drop } = options.database;
  const settings = readSettings(
    { PORT: '0', NOCGIA_DATA: folder, NODE_ENV: 'development', DATABASE_URL: appUrl, ...options.environment },
    folder,
  );
  const server = await startServer({
    settings,
    logger: pino({ level: process.env.NOCGIA_TEST_LOG ?? 'silent' }),
    pages: options.pages ?? 'none',
    host: '127.0.0.1',
    database: { ownerUrl, appUrl, projectorUrl, applied: [], embedded: false, stop: drop },
    ...(options.now ? { now: options.now } : {}),
  });
  const { platform, projecting } = server;
  const size = options.size ?? small;
  // A ward that is there already is not loaded again.
  const accounts = options.empty ? [] : await loadDemo(platform, () => undefined, size, projecting);
  await server.projecting.waitFor(await server.platform.log.store.head(), 20_000);
  return {
    ...server,
    accounts,
    password: DEMO_PASSWORD,
    async signIn(username) {
      const response = await fetch(`${server.origin}/auth/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password: DEMO_PASSWORD }),
      });
      if (response.status !== 200) throw new Error(`sign-in of ${username}: ${response.status}`);
      return (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
    },
    async query<T>(cookie: string | null, query: string, variables = {}, headers = {}) {
      const response = await fetch(`${server.origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}), ...headers },
        body: JSON.stringify({ query, variables }),
      });
      const answer: GraphAnswer<T> = JSON.parse(await response.text());
      return answer;
    },
  };
}
