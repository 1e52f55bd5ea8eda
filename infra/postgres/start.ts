import { mkdirSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { roles, withClient } from '../roles.ts';
import { findBinaries } from './binaries.ts';
import { initialise, ownFolder, readPasswords, type Passwords } from './initialise.ts';
import { launch } from './launch.ts';
import { isMarkAlive, ownMark, withLock } from './lock.ts';
import { socketFolder, type Durability } from './options.ts';
import { PostgresError } from './postgres-error.ts';
import { endServer, mendLeftovers, readRunning } from './postmaster.ts';
import { canReach, serverUser } from './server-user.ts';
import { startWatchdog } from './watchdog.ts';

/** Whom a connection is opened as: the superuser, or one of the three roles of Nóc Gia. */
export type DatabaseLogin = keyof Passwords;

/** A running embedded server. `started` is false when another process of ours had started it. */
export type Postgres = {
  port: number;
  started: boolean;
  passwords: Passwords;
  url: (login: DatabaseLogin, database: string) => string;
  /** The same by the Unix socket where there is one, which saves a third of each round trip. */
  socketUrl: (login: DatabaseLogin, database: string) => string;
  /** Stops the server (fast: open transactions roll back) unless another process uses it; safe to call twice. */
  stop: () => Promise<void>;
};

/** `dataDir` is the cluster's own folder; any free `port` when left out; `removeAfterwards` is a folder to delete at the end. */
export type StartOptions = {
  dataDir: string;
  port?: number;
  durability?: Durability;
  removeAfterwards?: string;
  log: (line: string) => void;
};

// One process may hold several handles on one server; each has a note of its own.
let handles = 0;

const userNames: Record<DatabaseLogin, string> = { admin: 'postgres', ...roles };

function urlOf(login: DatabaseLogin, passwords: Passwords, port: number, database: string): string {
  return `postgresql://${userNames[login]}:${passwords[login]}@127.0.0.1:${port}/${database}`;
}

async function answers(url: string): Promise<boolean> {
  try {
    await withClient({ connectionString: url, connectionTimeoutMillis: 5_000 }, (client) => client.query('select 1'));
    return true;
  } catch {
    return false;
  }
}

/** Whether a living process has noted itself as a user of the server; notes of dead ones are cleared away. */
function isUsed(usersFolder: string): boolean {
  const users = readdirSync(usersFolder).filter((name) => {
    const file = join(usersFolder, name);
    if (isMarkAlive(readFileSync(file, 'utf8'))) return true;
    rmSync(file, { force: true });
    return false;
  });
  return users.length > 0;
}

/**
 * Starts the embedded PostgreSQL on `dataDir`, making the cluster at first use, or joins the one that another process of
 * ours runs there; the last process to stop, or to die, stops the server. What a killed process left behind is mended.
 * Throws with a message for the person at the terminal.
 */
export async function startPostgres(options: StartOptions): Promise<Postgres> {
  const wanted = resolve(options.dataDir);
  const user = serverUser();
  if (!canReach(user, dirname(wanted))) {
    throw new PostgresError(
      `The system user "${user.name}", as whom PostgreSQL runs, cannot enter ${dirname(wanted)} or a folder above it. ` +
        'Set NOCGIA_DATA to a folder that it can reach.',
    );
  }
  mkdirSync(dirname(wanted), { recursive: true, mode: 0o755 });
  // The server reports real paths, by which it is recognised later.
  const dataDir = join(realpathSync(dirname(wanted)), basename(wanted));
  const binaries = findBinaries(user, options.log);
  const lockFile = `${dataDir}.lock`;
  const usersFolder = join(ownFolder(dataDir), 'users');
  handles += 1;
  const ownNote = join(usersFolder, `${process.pid}.${handles}`);
  const callOffWatchdog = startWatchdog(dataDir, ownNote, options.removeAfterwards);

  const enter = async (): Promise<{ port: number; started: boolean }> => {
    if (initialise(dataDir, binaries, user)) options.log(`PostgreSQL: new data folder ${dataDir}`);
    let running = readRunning(dataDir);
    if (running && !(await answers(urlOf('admin', readPasswords(dataDir), running.port, 'postgres')))) {
      options.log('PostgreSQL: the server of an earlier process does not answer; ending it');
      await endServer(running.pid, dataDir);
      running = undefined;
    }
    writeFileSync(ownNote, ownMark(), { mode: 0o600 });
    if (running) return { port: running.port, started: false };
    await mendLeftovers(dataDir);
    const { durability = 'durable' } = options;
    const port = await launch({ dataDir, port: options.port, durability }, binaries, user);
    return { port, started: true };
  };
  const { port, started } = await withLock(lockFile, enter).catch((error: unknown) => {
    rmSync(ownNote, { force: true });
    callOffWatchdog();
    throw error;
  });
  const passwords = readPasswords(dataDir);

  const stop = async (): Promise<void> => {
    await withLock(lockFile, async () => {
      rmSync(ownNote, { force: true });
      const running = isUsed(usersFolder) ? undefined : readRunning(dataDir);
      if (running) await endServer(running.pid, dataDir);
    });
    if (options.removeAfterwards) rmSync(options.removeAfterwards, { recursive: true, force: true });
    // Only now: killed on the way here, we would still need it.
    callOffWatchdog();
  };
  let stopping: Promise<void> | undefined;
  return {
    port,
    started,
    passwords,
    url: (login, database) => urlOf(login, passwords, port, database),
    socketUrl: (login, database) => {
      const folder = socketFolder(dataDir);
      const host = folder === undefined ? '' : `?host=${encodeURIComponent(folder)}`;
      return `${urlOf(login, passwords, port, database)}${host}`;
    },
    stop: () => (stopping ??= stop()),
  };
}
