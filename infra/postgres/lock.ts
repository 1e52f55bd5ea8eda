import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { PostgresError } from './postgres-error.ts';
import { birthMark, isAlive } from './processes.ts';

const patience = 120_000;

/** The mark ("pid birth") that tells this process from any other, also a later one with its id. */
export function ownMark(): string {
  return `${process.pid} ${birthMark(process.pid)}`;
}

/** Whether the process that wrote `mark` ("pid birth") still runs and is not merely a later one with the same id. */
export function isMarkAlive(mark: string): boolean {
  const [pid, ...birth] = mark.trim().split(' ');
  return Number(pid) > 0 && isAlive(Number(pid)) && birthMark(Number(pid)) === birth.join(' ');
}

function tryTake(file: string): boolean {
  try {
    writeFileSync(file, ownMark(), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return false;
  }
}

/** Runs `work` while this process alone holds the lock file; a lock left by a killed process is taken over. */
export async function withLock<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  for (let waited = 0; !tryTake(file); waited += 50) {
    let holder = '';
    try {
      holder = readFileSync(file, 'utf8');
    } catch {
      continue;
    }
    // An empty file is one that its maker has not written yet; it gets a second before it counts as left behind.
    if (holder === '' ? waited > 1000 : !isMarkAlive(holder)) {
      rmSync(file, { force: true });
      continue;
    }
    if (waited >= patience)
      throw new PostgresError(`Process ${holder.split(' ')[0]} has held ${file} for two minutes.`);
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
