import type { Pool } from 'pg';
import type { Log } from '../event-store/log.ts';
import { START, type Position } from '../event-store/port.ts';
import { shapeOf } from './ddl.ts';
import {
  clearGenerations,
  makeGeneration,
  markTrouble,
  readGenerations,
  type Generation,
  type Trouble,
} from './generations.ts';
import type { Projection } from './projection.ts';
import { createRunner, type Runner } from './runner.ts';
import { distance } from './wait.ts';

export type ProjectionState = 'running' | 'rebuilding' | 'poisoned' | 'outdated' | 'superseded';

export interface Progress {
  name: string;
  version: number;
  state: ProjectionState;
  /** Whether the rows that readers see are of the shape that this code knows, and as far as they were when it started. */
  serving: boolean;
  position: Position;
  /** Positions between it and the head, as far as known. */
  lag: number;
  trouble: Trouble | null;
  /** Where the new tables stand while it is rebuilt. */
  rebuilding: Position | null;
}

/** What readers see of a projection that this process does not go on with. */
interface Resting {
  generation: Generation;
  state: 'outdated' | 'superseded' | 'poisoned';
}

/** Who runs, who is filled, who rests: all that one projector knows of its projections. Changed in place by its loops. */
export interface Roster {
  /** Live generations that this code goes on with. */
  runners: Runner[];
  resting: Map<string, Resting>;
  /** New generations that are being filled. */
  filling: Runner[];
  /** Filled ones, which follow page by page until readers are sent to them. */
  joining: Set<Runner>;
  /** Joining ones for which no older reader is left. */
  ready: Set<Runner>;
  /** Who waits for a rebuild, by projection; and when the filling began. */
  rebuilds: Map<string, PromiseWithResolvers<void>>;
  begun: Map<string, number>;
  head: Position;
}

/** An empty roster. */
export function createRoster(): Roster {
  return {
    ...{ runners: [], filling: [], resting: new Map(), joining: new Set(), ready: new Set() },
    ...{ rebuilds: new Map(), begun: new Map(), head: START },
  };
}

export interface RosterOptions {
  log: Log;
  db: Pool;
  /** Further behind than this many positions, fresh tables are filled at once instead of page by page. */
  fillFrom: number;
}

/**
 * Finds out where a projection stands in the database, and makes or takes up the tables that it needs. `afresh`: the program was
 * started anew, so that its code may have been mended: one that had stopped tries again.
 */
export async function enrol(
  roster: Roster,
  projection: Projection,
  options: RosterOptions,
  afresh: boolean,
): Promise<void> {
  const { db } = options;
  const { name } = projection;
  retire(roster, name);
  const shape = shapeOf(projection);
  const fits = (row: Generation): boolean => row.version === projection.version && row.shape === shape;
  const known = await readGenerations(db, [name]);
  const half = known.find((row) => !row.live && fits(row) && row.state === 'building');
  let live = known.find((row) => row.live) ?? null;
  if (live && live.version > projection.version) {
    roster.resting.set(name, { generation: live, state: 'superseded' });
    return;
  }
  if (!isFilling(roster, name)) await clearGenerations(db, name, (old) => old.generation !== half?.generation);
  if (live && !fits(live)) {
    roster.resting.set(name, { generation: live, state: 'outdated' });
    if (!isFilling(roster, name)) startFill(roster, projection, half ?? (await makeGeneration(db, projection, false)));
    return;
  }
  live ??= await makeGeneration(db, projection, true);
  if (live.state === 'poisoned' && afresh) {
    await markTrouble(db, live, null);
    live = { ...live, state: 'running', trouble: null };
  }
  if (half) startFill(roster, projection, half);
  const late = live.position === START && distance(START, roster.head) > options.fillFrom;
  if (late && !half) startFill(roster, projection, await makeGeneration(db, projection, false));
  if (live.state === 'poisoned') roster.resting.set(name, { generation: live, state: 'poisoned' });
  else if (late) roster.resting.set(name, { generation: live, state: 'outdated' });
  else roster.runners.push(createRunner(projection, live, live.position === START));
}

/** Takes a projection's live generation off the roster. */
function retire(roster: Roster, name: string): void {
  roster.runners = roster.runners.filter((runner) => runner.projection.name !== name);
  roster.resting.delete(name);
}

/** Whether new tables of this projection are on their way. */
export function isFilling(roster: Roster, name: string): boolean {
  return [...roster.filling, ...roster.joining].some((runner) => runner.projection.name === name);
}

/** Puts a generation in line to be filled, unless another of its projection is. */
export function startFill(roster: Roster, projection: Projection, generation: Generation): void {
  if (isFilling(roster, projection.name)) return;
  roster.begun.set(projection.name, performance.now());
  roster.filling.push(createRunner(projection, generation, generation.position === START));
}

/** Ends the wait for a rebuild that cannot be done. */
export function failRebuild(roster: Roster, name: string, why: string): void {
  const waiting = roster.rebuilds.get(name);
  roster.rebuilds.delete(name);
  waiting?.reject(new Error(`${name}: ${why}`));
}

/** Puts a runner that met a poison event to rest; what readers see stays as it is. */
export function dropPoisoned(roster: Roster, runner: Runner): void {
  const { name } = runner.projection;
  if (!roster.joining.delete(runner)) {
    retire(roster, name);
    roster.resting.set(name, { generation: { ...runner.generation, position: runner.position }, state: 'poisoned' });
    return;
  }
  roster.ready.delete(runner);
  failRebuild(roster, name, `stopped at ${runner.generation.trouble?.type ?? 'an event'}`);
  const before = roster.resting.get(name);
  if (before)
    roster.resting.set(name, {
      generation: { ...before.generation, trouble: runner.generation.trouble },
      state: 'poisoned',
    });
}

/** Another process has moved this runner's checkpoint, swapped its tables, or is at it right now: looks what is true. */
export async function reread(roster: Roster, runner: Runner, options: RosterOptions): Promise<void> {
  const known = await readGenerations(options.db, [runner.projection.name]);
  const self = known.find((row) => row.generation === runner.generation.generation);
  if (self && self.live === runner.generation.live && self.state !== 'poisoned') {
    runner.position = self.position;
    return;
  }
  if (roster.joining.delete(runner)) {
    roster.ready.delete(runner);
    failRebuild(roster, runner.projection.name, 'another process took the rebuild over');
    if (!roster.resting.has(runner.projection.name)) return;
  }
  await enrol(roster, runner.projection, options, false);
}

/** How one projection stands. */
export function progressOf(roster: Roster, projection: Projection): Progress {
  const { name } = projection;
  const runner = roster.runners.find((each) => each.projection.name === name);
  const resting = roster.resting.get(name);
  const next = [...roster.filling, ...roster.joining].find((each) => each.projection.name === name) ?? null;
  const position = runner?.position ?? resting?.generation.position ?? START;
  return {
    name,
    version: runner?.generation.version ?? resting?.generation.version ?? projection.version,
    state: next ? 'rebuilding' : (resting?.state ?? 'running'),
    serving: resting === undefined || resting.state === 'poisoned',
    position,
    lag: distance(position, roster.head),
    trouble: resting?.generation.trouble ?? null,
    rebuilding: next?.position ?? null,
  };
}
