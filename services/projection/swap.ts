import { setTimeout as sleep } from 'node:timers/promises';
import { START } from '../event-store/port.ts';
import type { ProjectorEvent } from './engine.ts';
import { fill, type FillOptions } from './fill.ts';
import { awaitOlderReaders, clearGenerations, dressGeneration, readGenerations, swapIn } from './generations.ts';
import type { Projection } from './projection.ts';
import { failRebuild, type Roster } from './roster.ts';
import { createRunner, type Runner } from './runner.ts';
import { isTransient } from './trouble.ts';
import { distance } from './wait.ts';

/** What filling and swapping need beside the roster. */
export interface SwapOptions extends Omit<FillOptions, 'onProgress'> {
  tell(event: ProjectorEvent): void;
  /** Told of a projection whose readers have been sent to its new tables. */
  swapped(runner: Runner): void;
  wake(): void;
  /** Looks anew where a projection stands that another process has gone on with. */
  enrolAgain(projection: Projection): Promise<void>;
  /** Rows kept at hand once the filling is over. */
  keepRowsAfter: number;
}

const RETRY_MS = 500;

/** Fills the generations that stand furthest back, all at one place over one read of the log. False when there was nothing to fill. */
export async function fillNext(roster: Roster, options: SwapOptions): Promise<boolean> {
  const place = roster.filling.map((runner) => runner.position).sort()[0];
  const group = roster.filling.filter((runner) => runner.position === place);
  if (group.length === 0) return false;
  const onProgress = (at: readonly Runner[]): void => {
    for (const { projection, position } of at)
      options.tell({ kind: 'rebuilding', name: projection.name, position, head: roster.head });
  };
  const result = await fill(group, { ...options, onProgress });
  if (result.outcome === 'filled') {
    for (const runner of group) {
      runner.rows.trim(options.keepRowsAfter);
      roster.joining.add(runner);
    }
    roster.filling = roster.filling.filter((runner) => !group.includes(runner));
    options.wake();
    return true;
  }
  // What was folded and not stored is folded again from the checkpoint.
  for (const runner of group) runner.rows.forget();
  if (result.outcome === 'stopped') return false;
  const lasting = result.outcome === 'failed' && !isTransient(result.error);
  options.tell({
    kind: 'retrying',
    reason: lasting ? 'a fill failed and goes on page by page' : 'a fill was interrupted',
  });
  if (!lasting) await sleep(RETRY_MS);
  for (const runner of group) await takeUp(roster, runner, lasting, options);
  return true;
}

/** Goes on with a fill that broke off, from its checkpoint; page by page where the data are at fault, so that the event is found. */
async function takeUp(roster: Roster, runner: Runner, carefully: boolean, options: SwapOptions): Promise<void> {
  const { projection } = runner;
  const known = await readGenerations(options.db, [projection.name]);
  const self = known.find((row) => row.generation === runner.generation.generation && row.state === 'building');
  const others = (): Runner[] => roster.filling.filter((each) => each !== runner);
  if (!self) {
    roster.filling = others();
    failRebuild(roster, projection.name, 'another process took the rebuild over');
    if (roster.resting.has(projection.name)) await options.enrolAgain(projection);
    return;
  }
  const again = createRunner(projection, self, false);
  if (carefully) {
    await dressGeneration(options.db, projection, self);
    roster.joining.add(again);
    roster.filling = others();
  } else roster.filling = [...others(), again];
}

/**
 * Lets new generations that have caught up wait for the end of all older readers, and sends readers to those for whom that is done.
 * `waiting` holds who waits, from call to call.
 */
export async function swapNext(roster: Roster, waiting: Set<Runner>, options: SwapOptions): Promise<void> {
  const level = [...roster.joining].filter(
    (runner) => !roster.ready.has(runner) && !waiting.has(runner) && standsLevel(roster, runner),
  );
  if (level.length > 0) {
    for (const runner of level) waiting.add(runner);
    void awaitOlderReaders(options.db).then(() => {
      for (const runner of level) {
        waiting.delete(runner);
        if (roster.joining.has(runner)) roster.ready.add(runner);
      }
      options.wake();
    });
  }
  for (const next of roster.ready) await swapOne(roster, next, options);
}

function standsLevel(roster: Roster, next: Runner): boolean {
  const current = roster.runners.find((runner) => runner.projection.name === next.projection.name);
  return current ? next.position === current.position : next.position >= roster.head;
}

async function swapOne(roster: Roster, next: Runner, options: SwapOptions): Promise<void> {
  const { name, version } = next.projection;
  const current = roster.runners.find((runner) => runner.projection.name === name);
  if (current && current.position > next.position) return;
  const { swapped, gone } = await swapIn(options.db, next.projection, next.generation);
  if (gone) {
    roster.ready.delete(next);
    roster.joining.delete(next);
    failRebuild(roster, name, 'another process took the rebuild over');
    if (roster.resting.has(name)) await options.enrolAgain(next.projection);
  }
  if (!swapped) return;
  roster.ready.delete(next);
  roster.joining.delete(next);
  next.generation = { ...next.generation, live: true, state: 'running', trouble: null };
  roster.runners = [...roster.runners.filter((runner) => runner !== current), next];
  roster.resting.delete(name);
  const seconds = (performance.now() - (roster.begun.get(name) ?? 0)) / 1000;
  options.tell({ kind: 'rebuilt', name, version, events: distance(START, next.position), seconds });
  options.swapped(next);
  const asked = roster.rebuilds.get(name);
  roster.rebuilds.delete(name);
  await clearGenerations(options.db, name, (old) => old.generation < next.generation.generation);
  asked?.resolve();
}
