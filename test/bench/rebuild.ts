import { performance } from 'node:perf_hooks';
import { createProjector } from '@nocgia/services/projection/engine.ts';
import { projections } from '@nocgia/services/server/projections.ts';
import pg from 'pg';
import { registerCommands } from '../support/register-events.ts';
import { openBenchGround, openBenchLog } from './ground.ts';
import type { BenchCase, OpenCase } from './harness.ts';

const PEOPLE = 25_000;

/** Sealed events of a ward's register and half a year of its life, projected once; then refolded whole, again and again. */
async function open(): Promise<OpenCase> {
  const ground = await openBenchGround();
  let waiting: Promise<unknown>[] = [];
  for (const command of registerCommands({ people: PEOPLE, seed: 1, later: 60 })) {
    waiting.push(ground.log.append(command));
    if (waiting.length < 200) continue;
    await Promise.all(waiting);
    waiting = [];
  }
  await Promise.all(waiting);
  const db = new pg.Pool({ connectionString: ground.database.projectorUrl, max: 6 });
  db.on('error', () => undefined);
  const log = await openBenchLog(ground.database.projectorUrl, ground.masterKey);
  const projector = createProjector({ log, db, projections });
  await projector.runToHead();
  const counted = await db.query<{ n: number }>('select count(*)::int as n from log.events');
  const events = counted.rows[0]?.n ?? 0;
  return {
    contenders: [
      {
        name: 'rebuild',
        async run() {
          const start = performance.now();
          await projector.rebuildAll();
          return { operations: events, seconds: (performance.now() - start) / 1000, latencies: [] };
        },
      },
    ],
    notes: () => ({ events, people: PEOPLE, projections: projections.length }),
    async close() {
      await projector.stop();
      await log.close();
      await db.end();
      await ground.close();
    },
  };
}

export const rebuildBenches: readonly BenchCase[] = [
  {
    name: 'rebuild',
    what: 'events a second through every projection into fresh tables, swapped in',
    measure: 'rate',
    atLeast: 12_000,
    aim: 30_000,
    rounds: 3,
    open,
  },
];
