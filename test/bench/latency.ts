import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { createWaiter } from '@nocgia/services/projection/wait.ts';
import { startProjectorProcess } from '@nocgia/services/projection/projector-client.ts';
import { projectionNames, type ProjectorData } from '@nocgia/services/server/projecting.ts';
import pg from 'pg';
import { registerCommands } from '../support/register-events.ts';
import { openBenchGround } from './ground.ts';
import type { BenchCase, OpenCase, Slice } from './harness.ts';

/** How far an import lets the rows fall behind before it pauses, in events; and how much it appends at once. */
const BEHIND = 300;
const SLICE = 4;

/**
 * An import appends slice after slice, pausing while the rows are behind; meanwhile a clerk corrects one person after the other.
 * Timed is the way from the command's answer to the row being there for a reader.
 */
async function open(): Promise<OpenCase> {
  const ground = await openBenchGround();
  const data: ProjectorData = {
    projectorUrl: ground.database.projectorUrl,
    eventStoreUrl: undefined,
    masterKey: ground.masterKey.toString('base64'),
  };
  const app = new pg.Pool({ connectionString: ground.database.appUrl, max: 6 });
  app.on('error', () => undefined);
  const waiter = createWaiter(app);
  const projector = await startProjectorProcess({
    module: new URL('../../services/server/projecting.ts', import.meta.url).href,
    data,
    onReached: (positions) => waiter.tell(positions),
  });
  const wake = ground.log.store.subscribe(() => projector.wake());
  const commands = registerCommands({ people: 1_000_000, seed: 2 });
  const people: string[] = [];
  const imported = { events: 0, seconds: 0 };

  async function importSlice(): Promise<void> {
    const slice = Array.from({ length: SLICE }, () => commands.next().value).filter((command) => command !== undefined);
    const verdicts = await Promise.all(slice.map((command) => ground.log.append(command)));
    const last =
      verdicts
        .map((verdict) => (verdict.outcome === 'appended' ? verdict.position : ''))
        .sort()
        .at(-1) ?? '';
    for (const command of slice) {
      imported.events += command.writes.reduce((sum, write) => sum + write.events.length, 0);
      for (const { stream } of command.writes)
        if (stream.startsWith('citizen-')) people.push(stream.slice('citizen-'.length));
    }
    await waiter.pause(last, projectionNames, BEHIND, 10_000);
  }

  async function correct(n: number): Promise<number> {
    const citizenId = people[(n * 7_919) % people.length] ?? '';
    const commandId = randomUUID();
    const verdict = await ground.log.append({
      ...{ commandId, fingerprint: '0'.repeat(64), result: null, context: { actor: 'clerk', correlation: commandId } },
      writes: [
        {
          stream: `citizen-${citizenId}`,
          expected: 'any',
          events: [
            {
              type: 'CitizenDetailsChanged',
              data: {
                citizenId,
                nature: 'correction',
                changes: { phone: `09${n}` },
                reason: null,
                occurredOn: '2026-05-01',
              },
            },
          ],
        },
      ],
    });
    if (verdict.outcome !== 'appended') throw new Error(verdict.outcome);
    const answered = performance.now();
    const { behind } = await waiter.waitFor(verdict.position, projectionNames, 10_000);
    if (behind) throw new Error('the rows did not come');
    return performance.now() - answered;
  }

  async function run(milliseconds: number): Promise<Slice> {
    const start = performance.now();
    const over = (): boolean => performance.now() - start > milliseconds;
    const before = imported.events;
    const latencies: number[] = [];
    const importing = (async () => {
      while (!over()) await importSlice();
    })();
    for (let n = 0; !over(); n++) {
      if (people.length > 0) latencies.push(await correct(n));
      await sleep(10);
    }
    await importing;
    const seconds = (performance.now() - start) / 1000;
    imported.seconds += seconds;
    return { operations: Math.max(1, imported.events - before), seconds, latencies };
  }

  return {
    contenders: [{ name: 'import with a clerk beside it', run }],
    notes: () => ({
      'imported events/s': Math.round(imported.events / imported.seconds),
      'pauses beyond': `${BEHIND} events`,
    }),
    async close() {
      wake.close();
      await projector.stop();
      await waiter.close();
      await app.end();
      await ground.close();
    },
  };
}

export const latencyBenches: readonly BenchCase[] = [
  {
    ...{ name: 'latency', what: "from a command's answer to the row being readable, while an import runs" },
    ...{ measure: 'p99', atLeast: 500, aim: 50, slice: 2_000, rounds: 5, open },
  },
];
