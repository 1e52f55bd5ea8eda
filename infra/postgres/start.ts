import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries, type Binaries } from './binaries.ts';
import { initialise, ownFolder, readPasswords, type Passwords } from './initialise.ts';
import { isMarkAlive, ownMark, withLock } from './lock.ts';
import { serverOptions, type Durability } from './options.ts';
import { commandLine, isAlive, processesWorkingIn, signal, waitUntilGone } from './processes.ts';
import { canReach, serverUser, type ServerUser } from './server-user.ts';
import { startWatchdog } from './watchdog.ts';

/** Whom a connection is opened as: the superuser, or one of the three roles of Nóc Gia. */
export type DatabaseLogin = keyof Passwords;

/** A running embedded server. `started` is false when another process had started it. */
export type Postgres = {
  port: number;
  started: boolean;
  url: (login: DatabaseLogin, database: string) => string;
  passwords: Passwords;
  /** Stops the server (fast: open transactions roll back) unless another process uses it; safe to call twice. */
  stop: () => Promise<void>;
};

/** `dataDir` is the cluster's own folder; `port` is free choice when left out; `removeAfterwards` is a folder to delete at the end. */
export type StartOptions = {
  dataDir: string;
  port?: number;
  durability?: Durability;
  removeAfterwards?: string;
  log: (line: string) => void;
};

const roleNames: Record<DatabaseLogin, string> = {
  admin: 'postgres',
  owner: 'nocgia_owner',
  app: 'nocgia_app',
  projector: 'nocgia_projector',
};

type Running = { pid: number; port: number; ready: boolean };

// Lines of postmaster.pid: pid, folder, start time, port, socket folder, address, shared memory, state.
function readRunning(dataDir: string): Running | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  const command = pid > 0 ? commandLine(pid) : undefined;
  if (command === undefined || !command.includes('postgres') || !command.includes(dataDir)) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

async function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      server.close(() => resolvePort(port));
    });
  });
}

async function endServer(pid: number, dataDir: string): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [['SIGINT', 30_000], ['SIGQUIT', 5_000], ['SIGKILL', 5_000]];
  for (const [name, patience] of steps) {
    signal(pid, name);
    if (await waitUntilGone(pid, patience)) break;
  }
  await clearOrphans(dataDir);
}

// A server killed with -9 leaves children that end by themselves, as a rule at once. Starting beside them would spoil the data.
async function clearOrphans(dataDir: string): Promise<void> {
  for (const pid of processesWorkingIn(dataDir)) {
    if (!commandLine(pid)?.includes('postgres')) continue;
    if (await waitUntilGone(pid, 5_000)) continue;
    signal(pid, 'SIGKILL');
    await waitUntilGone(pid, 5_000);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function otherUsers(usersFolder: string): string[] {
  return readdirSync(usersFolder).filter((name) => {
    if (name === String(process.pid)) return false;
    const file = join(usersFolder, name);
    try {
      if (isMarkAlive(readFileSync(file, 'utf8'))) return true;
      rmSync(file, { force: true });
    } catch {
      return false;
    }
    return false;
  });
}

function tail(file: string): string {
  return readFileSync(file, 'utf8').slice(-2000).trim();
}

async function launch(options: StartOptions, dataDir: string, binaries: Binaries, user: ServerUser): Promise<number> {
  const logFile = join(ownFolder(dataDir), 'server.log');
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000) renameSync(logFile, `${logFile}.1`);
  // A socket's path may have some 100 bytes on every system we know.
  const socketFolder = Buffer.byteLength(join(dataDir, '.s.PGSQL.65535.lock')) < 100 ? dataDir : undefined;
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    writeFileSync(logFile, '', { flag: 'a', mode: 0o600 });
    const before = statSync(logFile).size;
    const out = openSync(logFile, 'a');
    const child = spawn(binaries.postgres, ['-D', dataDir, ...serverOptions(port, socketFolder, options.durability ?? 'durable')], {
      ...user.ids,
      cwd: '/',
      detached: true,
      stdio: ['ignore', out, out],
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    });
    closeSync(out);
    let ended: string | undefined;
    child.on('error', (error) => (ended = error.message));
    child.on('exit', (code, name) => (ended ??= `it ended with ${name ?? `code ${code}`}`));
    child.unref();
    while (ended === undefined) {
      const running = readRunning(dataDir);
      if (running?.ready && running.pid === child.pid) return port;
      await sleep(10);
    }
    const words = readFileSync(logFile).subarray(before).toString('utf8').trim();
    const portTaken = words.includes('could not bind') || words.includes('could not create any TCP/IP sockets');
    if (portTaken && options.port !== undefined) {
      throw new Error(`Port ${options.port} is taken by another program; PostgreSQL cannot listen on it.`);
    }
    const retry = portTaken || words.includes('shared memory block') || words.includes('already exists');
    if (!retry || attempt >= 5) throw new Error(`PostgreSQL did not start (${ended}): ${words || tail(logFile)}`);
    await sleep(200 * attempt);
  }
}

/**
 * Starts the embedded PostgreSQL on `dataDir`, making the cluster at first use, or joins the one that another process of
 * ours has running there. What a killed process left behind is mended. Throws with a message for the person at the terminal.
 */
export async function startPostgres(options: StartOptions): Promise<Postgres> {
  const wanted = resolve(options.dataDir);
  const user = serverUser();
  if (!canReach(user, dirname(wanted))) {
    throw new Error(
      `The system user "${user.name}", as whom PostgreSQL runs, cannot enter ${dirname(wanted)} or a folder above it. ` +
        'Set NOCGIA_DATA to a folder that it can reach.',
    );
  }
  mkdirSync(dirname(wanted), { recursive: true, mode: 0o755 });
  const dataDir = join(realpathSync(dirname(wanted)), basename(wanted));
  const binaries = findBinaries(user, options.log);
  const lockFile = `${dataDir}.lock`;
  const usersFolder = join(ownFolder(dataDir), 'users');
  const ownEntry = join(usersFolder, String(process.pid));

  const { port, started } = await withLock(lockFile, async () => {
    if (initialise(dataDir, binaries, user)) options.log(`PostgreSQL: new data folder ${dataDir}`);
    const running = readRunning(dataDir);
    writeFileSync(ownEntry, ownMark(), { mode: 0o600 });
    if (running) {
      const login = `postgresql://postgres:${readPasswords(dataDir).admin}@127.0.0.1:${running.port}/postgres`;
      if (await answers(login)) return { port: running.port, started: false };
      options.log('PostgreSQL: a server left by an earlier process does not answer; ending it');
      await endServer(running.pid, dataDir);
    } else {
      await clearOrphans(dataDir);
      // Its process id now belongs to somebody else: PostgreSQL itself would take that for a running server.
      const stale = join(dataDir, 'postmaster.pid');
      const pid = Number(readIfThere(stale)?.split('\n')[0]);
      if (pid > 0 && isAliveOrUnreaped(pid)) rmSync(stale);
    }
    return { port: await launch(options, dataDir, binaries, user), started: true };
  });

  const callOffWatchdog = startWatchdog(dataDir, usersFolder, options.removeAfterwards);
  const passwords = readPasswords(dataDir);
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    callOffWatchdog();
    await withLock(lockFile, async () => {
      rmSync(ownEntry, { force: true });
      if (otherUsers(usersFolder).length > 0) return;
      const running = readRunning(dataDir);
      if (running) await endServer(running.pid, dataDir);
    });
    if (options.removeAfterwards) rmSync(options.removeAfterwards, { recursive: true, force: true });
  };
  return {
    port,
    started,
    passwords,
    url: (login, database) => `postgresql://${roleNames[login]}:${passwords[login]}@127.0.0.1:${port}/${database}`,
    stop: () => (stopping ??= stop()),
  };
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function isAliveOrUnreaped(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return isAlive(pid);
  }
}
