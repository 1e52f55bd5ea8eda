import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { ownFolder } from './initialise.ts';
import { serverOptions, type Durability } from './options.ts';
import { PostgresError } from './postgres-error.ts';
import { readRunning } from './postmaster.ts';
import type { ServerUser } from './server-user.ts';

/** How to launch: a given port is kept to, without one any free one is taken. */
export type LaunchOptions = { dataDir: string; port: number | undefined; durability: Durability };

const largestLog = 5_000_000;

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Runs the server once on `port`; answers what it wrote when it ended instead of becoming ready. */
async function tryPort(
  port: number,
  options: LaunchOptions,
  binaries: Binaries,
  user: ServerUser,
): Promise<string | undefined> {
  const { dataDir } = options;
  const logFile = join(ownFolder(dataDir), 'server.log');
  if (sizeOf(logFile) > largestLog) renameSync(logFile, `${logFile}.1`);
  const before = sizeOf(logFile);
  const log = openSync(logFile, 'a', 0o600);
  const server = spawn(binaries.postgres, ['-D', dataDir, ...serverOptions(port, dataDir, options.durability)], {
    ...user.ids,
    cwd: '/',
    // A session of its own: Ctrl-C reaches the whole foreground group, and the server is to end after us, not with us.
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
  });
  closeSync(log);
  const state: { ended?: string } = {};
  server.on('error', (error) => (state.ended = error.message));
  server.on('exit', (code, name) => (state.ended ??= `ended with ${name ?? `code ${code}`}`));
  server.unref();
  for (;;) {
    const running = readRunning(dataDir);
    if (running?.ready && running.pid === server.pid) return undefined;
    if (state.ended !== undefined) {
      return readFileSync(logFile).subarray(before).toString('utf8').trim() || state.ended;
    }
    await sleep(10);
  }
}

/** Starts the server and answers its port once it takes connections. Throws with the server's own words when it does not start. */
export async function launch(options: LaunchOptions, binaries: Binaries, user: ServerUser): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const words = await tryPort(port, options, binaries, user);
    if (words === undefined) return port;
    const portTaken = words.includes('could not bind');
    if (portTaken && options.port !== undefined) {
      throw new PostgresError(`Port ${port} is taken by another program; PostgreSQL cannot listen on it.`);
    }
    // Children of a killed server may still hold its shared memory for a moment.
    const passing = portTaken || words.includes('shared memory block');
    if (!passing || attempt === 8) throw new PostgresError(`PostgreSQL did not start on ${options.dataDir}:\n${words}`);
    await sleep(200 * attempt);
  }
}
