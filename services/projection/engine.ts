import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Log } from '../event-store/log.ts';
import { START, type Position } from '../event-store/port.ts';
import { shapeOf } from './ddl.ts';
import { fill } from './fill.ts';
import { awaitOlderReaders, clearGenerations, dressGeneration, makeGeneration, markTrouble, readGenerations, swapIn, type Generation, type Trouble } from './generations.ts';
import { advance } from './pages.ts';
import type { Projection } from './projection.ts';
import { createRunner, type Runner } from './runner.ts';
import type { Touched } from './touched.ts';
import { distance, createWaiter, type Waiter } from './wait.ts';

/** What the projector tells as it happens; nothing personal in it. */
export type ProjectorEvent =
  | { kind: 'page'; events: number; seconds: number; positions: Record<string, Position>; touched: Touched[] }
  | { kind: 'poisoned'; name: string; trouble: Trouble }
  | { kind: 'rebuilding'; name: string; position: Position; head: Position }
  | { kind: 'rebuilt'; name: string; version: number; events: number; seconds: number }
  | { kind: 'retrying'; reason: string };

export interface ProjectorOptions {
  log: Log;
  /** A pool that connects as nocgia_projector. */
  db: Pool;
  projections: readonly Projection[];
  /** Events of one page at the head; small, so that a clerk's change does not wait behind an import's. */
  pageSize?: number;
  /** Further behind than this many positions, fresh tables are filled at once instead of page by page. */
  fillFrom?: number;
  /** Events read at once while filling. */
  fillPageSize?: number;
  flushEvents?: number;
  /** Rows kept at hand per projection at the head, and while filling. */
  keepRows?: number;
  keepRowsFilling?: number;
  onEvent?: (event: ProjectorEvent) => void;
}

export type ProjectionState = 'running' | 'rebuilding' | 'poisoned' | 'outdated' | 'superseded';

export interface Progress {
  name: string;
  version: number;
  state: ProjectionState;
  position: Position;
  /** Positions between it and the head, as far as known. */
  lag: number;
  trouble: Trouble | null;
  /** Where the new tables stand while it is rebuilt. */
  rebuilding: Position | null;
}

export interface Projector {
  /** Makes or checks the tables, then projects until `stop`. Resolves when the tables stand. */
  start(): Promise<void>;
  /** Ends after the page in hand. */
  stop(): Promise<void>;
  /** Projects (and rebuilds) until everything that can go on stands at the head of this moment; for tests, the CLI and benches. */
  runToHead(): Promise<void>;
  progress(): Progress[];
  waitFor: Waiter['waitFor'];
  /** Refolds the log into new tables beside the live ones and swaps; resolves after the swap, rejects when it cannot be done. */
  rebuild(name: string): Promise<void>;
  /** The same for all projections at once, over one read of the log. */
  rebuildAll(): Promise<void>;
  /** Something may have been appended. */
  wake(): void;
}

const IDLE_MS = 250;
const RETRY_MS = 500;
/** How often a projector that is behind asks how far it has to go. */
const HEAD_MS = 500;

/** Makes a projector; nothing happens before `start` or `runToHead`. */
export function createProjector(options: ProjectorOptions): Projector {
  const { log, db } = options;
  const pageSize = options.pageSize ?? 200;
  const keepRows = options.keepRows ?? 40_000;
  const tell = options.onEvent ?? (() => undefined);
  const waiter = createWaiter(db);
  const byName = new Map(options.projections.map((projection) => [projection.name, projection]));
  const names = [...byName.keys()];

  /** What is live in the database and can be taken on by this code; and what readers see of the others. */
  let runners: Runner[] = [];
  const stale = new Map<string, { generation: Generation; state: 'outdated' | 'superseded' | 'poisoned' }>();
  /** Generations that are being filled, or follow the live one until readers are sent to them. */
  let filling: Runner[] = [];
  const joining = new Set<Runner>();
  const ready = new Set<Runner>();
  const rebuilds = new Map<string, PromiseWithResolvers<void>>();
  const started = new Map<string, number>();
  let head: Position = START;
  let headSeen = 0;
  let stopping = false;
  let wakeUp: (() => void) | null = null;
  let woken = false;
  let loops: Promise<void>[] = [];
  let prepared: Promise<void> | null = null;

  function wake(): void {
    woken = true;
    wakeUp?.();
  }

  async function idle(): Promise<void> {
    if (!woken && !stopping) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, IDLE_MS);
        wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      wakeUp = null;
    }
    woken = false;
  }

  async function prepare(): Promise<void> {
    head = await log.store.head();
    for (const projection of byName.values()) await prepareOne(projection, true);
  }

  /** Finds out where a projection stands in the database, and makes or resumes the tables that it needs. */
  async function prepareOne(projection: Projection, retryPoisoned: boolean): Promise<void> {
    const name = projection.name;
    runners = runners.filter((runner) => runner.projection.name !== name);
    stale.delete(name);
    const shape = shapeOf(projection);
    const fits = (row: Generation): boolean => row.version === projection.version && row.shape === shape;
    const known = await readGenerations(db, [name]);
    let live = known.find((row) => row.live) ?? null;
    if (live && !fits(live)) {
      if (live.version > projection.version) {
        stale.set(name, { generation: live, state: 'superseded' });
        return;
      }
      stale.set(name, { generation: live, state: 'outdated' });
      const half = known.find((row) => !row.live && fits(row) && row.state === 'building');
      await clearGenerations(db, name, (old) => old.generation !== half?.generation);
      startFill(projection, half ?? (await makeGeneration(db, projection, false)));
      return;
    }
    if (!live) {
      await clearGenerations(db, name, () => true);
      live = await makeGeneration(db, projection, true);
    }
    if (live.state === 'poisoned' && retryPoisoned) {
      // The program was started anew: the code may have been mended.
      await markTrouble(db, live, null);
      live = { ...live, state: 'running', trouble: null };
    }
    if (live.state === 'poisoned') stale.set(name, { generation: live, state: 'poisoned' });
    else runners.push(createRunner(projection, live, live.position === START));
    const half = known.find((row) => !row.live && fits(row) && row.state === 'building');
    await clearGenerations(db, name, (old) => old.generation !== half?.generation && !isFilling(name));
    if (half && !isFilling(name)) startFill(projection, half);
    else if (!half && live.position === START && distance(START, head) > (options.fillFrom ?? 5_000)) {
      runners = runners.filter((runner) => runner.projection.name !== name);
      stale.set(name, { generation: live, state: 'outdated' });
      startFill(projection, await makeGeneration(db, projection, false));
    }
  }

  function isFilling(name: string): boolean {
    return [...filling, ...joining].some((runner) => runner.projection.name === name);
  }

  function startFill(projection: Projection, generation: Generation): void {
    if (isFilling(projection.name)) return;
    started.set(projection.name, performance.now());
    filling.push(createRunner(projection, generation, generation.position === START));
  }

  function failRebuild(name: string, why: string): void {
    const waiting = rebuilds.get(name);
    rebuilds.delete(name);
    waiting?.reject(new Error(`${name}: ${why}`));
  }

  /** One round over all groups at the head, the foremost first: whoever is up to date serves the clerks. Answers the events seen. */
  async function round(): Promise<{ events: number; atHead: boolean }> {
    const groups = Map.groupBy([...runners, ...joining], (runner) => runner.position);
    const places = [...groups.keys()].sort().reverse();
    let events = 0;
    let atHead = true;
    for (const [index, place] of places.entries()) {
      const group = groups.get(place) ?? [];
      const begun = performance.now();
      const outcome = await advance(group, places[index - 1] ?? null, { log, db, pageSize, keepRows, onPoison });
      events += outcome.events;
      atHead &&= outcome.atHead;
      for (const runner of outcome.poisoned) dropPoisoned(runner);
      for (const runner of new Set(outcome.lost)) await reread(runner);
      const positions = Object.fromEntries(
        group.filter((runner) => runner.generation.live).map((runner) => [runner.projection.name, runner.position]),
      );
      waiter.tell(positions);
      if (outcome.events > 0) tell({ kind: 'page', events: outcome.events, seconds: (performance.now() - begun) / 1000, positions, touched: outcome.touched });
      if (outcome.lost.length > 0) await sleep(RETRY_MS / 2);
      const front = group[0]?.position ?? head;
      if (outcome.atHead ? front !== head : front > head) head = front;
    }
    if (!atHead && performance.now() - headSeen > HEAD_MS) {
      headSeen = performance.now();
      head = await log.store.head();
    }
    return { events, atHead };
  }

  function onPoison(runner: Runner, trouble: Trouble): void {
    tell({ kind: 'poisoned', name: runner.projection.name, trouble });
  }

  function dropPoisoned(runner: Runner): void {
    const name = runner.projection.name;
    if (joining.delete(runner)) {
      ready.delete(runner);
      failRebuild(name, `stopped at ${runner.generation.trouble?.type ?? 'an event'}`);
      if (!runners.some((each) => each.projection.name === name)) {
        const before = stale.get(name);
        if (before) stale.set(name, { generation: { ...before.generation, trouble: runner.generation.trouble }, state: 'poisoned' });
      }
      return;
    }
    runners = runners.filter((each) => each !== runner);
    stale.set(name, { generation: { ...runner.generation, position: runner.position }, state: 'poisoned' });
  }

  /** Another process has moved this checkpoint, swapped the tables, or is at it right now. */
  async function reread(runner: Runner): Promise<void> {
    const known = await readGenerations(db, [runner.projection.name]);
    const self = known.find((row) => row.generation === runner.generation.generation);
    if (self && self.live === runner.generation.live && self.state !== 'poisoned') {
      runner.position = self.position;
      return;
    }
    if (joining.delete(runner)) {
      ready.delete(runner);
      failRebuild(runner.projection.name, 'another process took the rebuild over');
      return;
    }
    await prepareOne(runner.projection, false);
  }

  /** Sends readers to every new generation that stands where the live one does. */
  async function swapReady(): Promise<void> {
    for (const next of ready) {
      const name = next.projection.name;
      const current = runners.find((runner) => runner.projection.name === name);
      if (current && current.position > next.position) continue;
      const { swapped } = await swapIn(db, next.projection, next.generation);
      if (!swapped) continue;
      ready.delete(next);
      joining.delete(next);
      next.generation = { ...next.generation, live: true, state: 'running', trouble: null };
      runners = [...runners.filter((runner) => runner !== current), next];
      stale.delete(name);
      tell({
        kind: 'rebuilt',
        name,
        version: next.projection.version,
        events: distance(START, next.position),
        seconds: (performance.now() - (started.get(name) ?? 0)) / 1000,
      });
      waiter.tell({ [name]: next.position });
      const waiting = rebuilds.get(name);
      rebuilds.delete(name);
      await clearGenerations(db, name, (old) => old.generation < next.generation.generation);
      waiting?.resolve();
    }
  }

  /** A new generation that has caught up follows the live one page by page; once no older reader is left, it may be swapped in. */
  async function tryJoin(): Promise<void> {
    const waiting = [...joining].filter((runner) => !ready.has(runner) && standsLevel(runner));
    if (waiting.length === 0) return;
    void awaitOlderReaders(db).then(() => {
      for (const runner of waiting) if (joining.has(runner)) ready.add(runner);
      for (const runner of waiting) barrier.delete(runner);
      wake();
    });
    for (const runner of waiting) barrier.add(runner);
  }
  const barrier = new Set<Runner>();

  function standsLevel(next: Runner): boolean {
    if (barrier.has(next)) return false;
    const current = runners.find((runner) => runner.projection.name === next.projection.name);
    return current ? next.position === current.position : next.position >= head;
  }

  async function fillOnce(): Promise<boolean> {
    const place = filling.map((runner) => runner.position).sort()[0];
    const group = filling.filter((runner) => runner.position === place);
    if (group.length === 0) return false;
    const result = await fill(group, {
      log,
      db,
      pageSize: options.fillPageSize ?? 1_000,
      flushEvents: options.flushEvents ?? 20_000,
      keepRows: options.keepRowsFilling ?? 400_000,
      stopping: () => stopping,
      onProgress: (at) => {
        for (const runner of at) tell({ kind: 'rebuilding', name: runner.projection.name, position: runner.position, head });
      },
    });
    if (result.outcome === 'stopped') {
      // What was folded and not stored is folded again from the checkpoint.
      for (const runner of group) runner.rows.forget();
      return false;
    }
    filling = filling.filter((runner) => !group.includes(runner));
    for (const runner of group) {
      if (result.outcome === 'filled') {
        runner.rows.trim(keepRows);
        joining.add(runner);
        continue;
      }
      const known = await readGenerations(db, [runner.projection.name]);
      const self = known.find((row) => row.generation === runner.generation.generation && row.state === 'building');
      if (!self) {
        failRebuild(runner.projection.name, 'another process took the rebuild over');
        continue;
      }
      // Page by page, each projection by itself, the event that did it is found.
      const careful = createRunner(runner.projection, self, false);
      if (result.outcome === 'failed') {
        tell({ kind: 'retrying', reason: 'a fast fill failed and goes on page by page' });
        await dressGeneration(db, careful.projection, careful.generation);
        joining.add(careful);
      } else filling.push(careful);
    }
    wake();
    return true;
  }

  async function headLoop(): Promise<void> {
    while (!stopping) {
      try {
        await tryJoin();
        await swapReady();
        const { events } = await round();
        if (events === 0) await idle();
      } catch (error) {
        tell({ kind: 'retrying', reason: error instanceof Error ? error.name : 'error' });
        await sleep(RETRY_MS);
      }
    }
  }

  async function fillLoop(): Promise<void> {
    while (!stopping) {
      try {
        if (!(await fillOnce())) await sleep(100);
      } catch (error) {
        tell({ kind: 'retrying', reason: error instanceof Error ? error.name : 'error' });
        await sleep(RETRY_MS);
      }
    }
  }

  async function rebuild(wanted: readonly string[]): Promise<void> {
    await ensurePrepared();
    const promises: Promise<void>[] = [];
    const fresh: [Projection, Generation][] = [];
    for (const name of wanted) {
      const projection = byName.get(name);
      if (!projection) throw new Error(`no projection ${name}`);
      const waiting = rebuilds.get(name) ?? Promise.withResolvers<void>();
      if (!rebuilds.has(name) && !isFilling(name)) fresh.push([projection, await makeGeneration(db, projection, false)]);
      rebuilds.set(name, waiting);
      waiting.promise.catch(() => undefined);
      promises.push(waiting.promise);
    }
    // All at once, so that they start at the same place and share one read of the log.
    for (const [projection, generation] of fresh) startFill(projection, generation);
    if (loops.length === 0) await runToHead();
    await Promise.all(promises);
  }

  async function runToHead(): Promise<void> {
    await ensurePrepared();
    const goal = await log.store.head();
    if (goal > head) head = goal;
    if (loops.length > 0) {
      while ([...runners, ...joining, ...filling].some((runner) => !runner.generation.live || runner.position < goal)) await sleep(10);
      return;
    }
    stopping = false;
    while (filling.length > 0 && !stopping) await fillOnce();
    while (!stopping) {
      await tryJoin();
      await swapReady();
      const { events } = await round();
      const behind = runners.some((runner) => runner.position < goal);
      if (!behind && joining.size === 0) return;
      if (events === 0) await sleep(5);
    }
  }

  async function ensurePrepared(): Promise<void> {
    prepared ??= prepare();
    await prepared;
  }

  return {
    async start() {
      stopping = false;
      await ensurePrepared();
      const subscription = log.store.subscribe(wake);
      loops = [headLoop(), fillLoop().finally(() => subscription.close())];
    },
    async stop() {
      stopping = true;
      wake();
      await Promise.all(loops);
      loops = [];
      await waiter.close();
    },
    runToHead,
    progress() {
      return names.map((name) => {
        const projection = byName.get(name) as Projection;
        const runner = runners.find((each) => each.projection.name === name);
        const other = stale.get(name);
        const next = [...filling, ...joining].find((each) => each.projection.name === name) ?? null;
        const position = runner?.position ?? other?.generation.position ?? START;
        const poisoned = other?.state === 'poisoned';
        return {
          name,
          version: runner?.generation.version ?? other?.generation.version ?? projection.version,
          state: poisoned && !next ? 'poisoned' : next ? 'rebuilding' : (other?.state ?? 'running'),
          position,
          lag: distance(position, head),
          trouble: other?.generation.trouble ?? null,
          rebuilding: next?.position ?? null,
        };
      });
    },
    waitFor: waiter.waitFor,
    rebuild: (name) => rebuild([name]),
    rebuildAll: () => rebuild(names),
    wake,
  };
}
