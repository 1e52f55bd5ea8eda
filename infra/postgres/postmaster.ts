import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, isAlive, processesWorkingIn, signal, waitUntilGone } from './processes.ts';

/** The server that runs on a data folder. */
export type Running = { pid: number; port: number; ready: boolean };

function pidFile(dataDir: string): string[] | undefined {
  try {
    return readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
}

/** The server on `dataDir` (a real path), or undefined when none runs, whatever a left-over postmaster.pid says. */
export function readRunning(dataDir: string): Running | undefined {
  // Lines: pid, folder, start time, port, socket folder, address, shared memory, state.
  const lines = pidFile(dataDir);
  const pid = Number(lines?.[0]);
  const command = pid > 0 ? commandLine(pid) : undefined;
  if (lines === undefined || !command?.includes('postgres') || !command.includes(dataDir)) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

// A server killed with -9 leaves children that end by themselves, as a rule at once. To start beside them would spoil the data.
async function endOrphans(dataDir: string): Promise<void> {
  for (const pid of processesWorkingIn(dataDir)) {
    if (!commandLine(pid)?.includes('postgres')) continue;
    if (await waitUntilGone(pid, 5_000)) continue;
    signal(pid, 'SIGKILL');
    await waitUntilGone(pid, 5_000);
  }
}

/** Stops the server: fast (open transactions roll back, everything is written), and harder when that takes over 30 s. */
export async function endServer(pid: number, dataDir: string): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ];
  for (const [name, patience] of steps) {
    signal(pid, name);
    if (await waitUntilGone(pid, patience)) break;
  }
  await endOrphans(dataDir);
}

/** Clears away what a killed server left: its children, and a postmaster.pid whose process id now is somebody else's. */
export async function mendLeftovers(dataDir: string): Promise<void> {
  await endOrphans(dataDir);
  const pid = Number(pidFile(dataDir)?.[0]);
  // PostgreSQL itself mends the file of a dead process, and then checks the shared memory named there; leave that to it.
  if (pid > 0 && (isAlive(pid) || isVisible(pid))) rmSync(join(dataDir, 'postmaster.pid'));
}

function isVisible(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
