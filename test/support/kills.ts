import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openKeyring, type Keyring } from '@nocgia/services/event-store/keys/keyring.ts';
import type { Log } from '@nocgia/services/event-store/log.ts';
import { openLog } from '@nocgia/services/event-store/open-log.ts';
import { openPostgresStore } from '@nocgia/services/event-store/postgres/postgres.ts';
import { createProjector } from '@nocgia/services/projection/engine.ts';
import { projections } from '@nocgia/services/server/projections.ts';
import { eventRegistry } from '@nocgia/schemas/events/registry.ts';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from './database.ts';
import type { ChildTask } from './projector-child.ts';
import { registerCommands, seeded, type RegisterOptions } from './register-events.ts';

/** A database with a log of its own and the key that children need to read it. */
export interface Ground {
  database: TestDatabase;
  log: Log;
  keyring: Keyring;
  masterKey: string;
  close(): Promise<void>;
}

/** Makes one. */
export async function openGround(): Promise<Ground> {
  const database = await createTestDatabase();
  const masterKey = randomBytes(32);
  const keyring = await openKeyring({ connectionString: database.appUrl, masterKey });
  const log = openLog({
    store: openPostgresStore({ connectionString: database.appUrl }),
    keyring,
    registry: eventRegistry,
  });
  return {
    database,
    log,
    keyring,
    masterKey: masterKey.toString('hex'),
    async close() {
      await log.close();
      await database.drop();
    },
  };
}

/** Records a made-up register, command after command: the order of a log says what was known when, and must not depend on chance. */
export async function recordRegister(ground: Ground, options: RegisterOptions): Promise<void> {
  for (const command of registerCommands(options)) {
    const { outcome } = await ground.log.append(command);
    if (outcome !== 'appended') throw new Error(`not recorded: ${outcome}`);
  }
}

/** Projects everything in this process, undisturbed. */
export async function projectToHead(ground: Ground): Promise<void> {
  const db = new pg.Pool({ connectionString: ground.database.projectorUrl, max: 6 });
  db.on('error', () => undefined);
  const projector = createProjector({ log: ground.log, db, projections });
  await projector.runToHead();
  await projector.stop();
  await db.end();
  const stopped = projector.progress().find((each) => each.state !== 'running');
  if (stopped) throw new Error(`${stopped.name} is ${stopped.state}: ${stopped.trouble?.reason ?? ''}`);
}

/**
 * Runs projecting children one after the other, each killed with SIGKILL at a moment that the seed decides, counted from when it had
 * its tables. Answers how many were killed in the middle of their work, as far as their last words tell.
 */
export async function killChildren(
  ground: Ground,
  task: Pick<ChildTask, 'mode' | 'pageSize' | 'flushEvents'>,
  kills: { times: number; seed: number; within: number },
): Promise<number> {
  const random = seeded(kills.seed);
  let atWork = 0;
  for (let n = 0; n < kills.times; n++) {
    const child = startChild(ground, task);
    await child.started;
    await sleep(random() * kills.within);
    if (!child.words().includes('done')) atWork += 1;
    child.kill();
    await child.ended;
  }
  return atWork;
}

/** Lets a child work until it ends by itself; rejects when it ends badly. */
export async function letFinish(
  ground: Ground,
  task: Pick<ChildTask, 'mode' | 'pageSize' | 'flushEvents'>,
): Promise<void> {
  const child = startChild(ground, task);
  const code = await child.ended;
  if (code !== 0) throw new Error(`the child ended with ${code}: ${child.words()}`);
}

function startChild(ground: Ground, task: Pick<ChildTask, 'mode' | 'pageSize' | 'flushEvents'>) {
  const whole: ChildTask = { ...task, projectorUrl: ground.database.projectorUrl, masterKey: ground.masterKey };
  const child = spawn(
    process.execPath,
    [new URL('./projector-child.ts', import.meta.url).pathname, JSON.stringify(whole)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let words = '';
  const started = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      words += text.toString();
      if (words.includes('started')) resolve();
    });
    child.on('exit', () => reject(new Error(`the child ended before it began: ${words}`)));
  });
  started.catch(() => undefined);
  child.stderr.on('data', (text: Buffer) => {
    words += text.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  return { started, ended, words: () => words, kill: () => child.kill('SIGKILL') };
}
