import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Log } from '../event-store/log.ts';
import type { Position } from '../event-store/port.ts';
import { makeGeneration, type Generation, type Trouble } from './generations.ts';
import { advance } from './pages.ts';
import type { Projection } from './projection.ts';
import {
  createRoster,
  dropPoisoned,
  enrol,
  isFilling,
  progressOf,
  reread,
  startFill,
  type Progress,
} from './roster.ts';
import { hurry, type StoredPage } from './hurry.ts';
import type { Runner } from './runner.ts';
import { createStatistics } from './statistics.ts';
import { fillNext, swapNext, type SwapOptions } from './swap.ts';
import type { Touched } from './touched.ts';
import { createWaiter, type Waiter } from './wait.ts';

export type { Progress, ProjectionState } from './roster.ts';

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
  /** Events of one page at the head; small, so that a clerk's change does not wait behind an import's. It grows while pages are full. */
  pageSize?: number;
  /** Further behind than this many positions, fresh tables are filled at once instead of page by page. */
  fillFrom?: number;
  /** Events read at once while filling. */
  fillPageSize?: number;
  /** Events folded before the rows of a fill are written. */
  flushEvents?: number;
  /** Rows kept at hand per projection at the head, and while filling. */
  keepRows?: number;
  keepRowsFilling?: number;
  onEvent?: (event: ProjectorEvent) => void;
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
/** A page of a projector that does not catch up grows to so many times its size: what a page costs by itself is shared by more events. */
const MOST_PAGES = 5;
/** How often a projector that is behind asks how far it has to go. */
const HEAD_MS = 500;

/** Makes a projector; nothing happens before `start` or `runToHead`. */
export function createProjector(options: ProjectorOptions): Projector {
  const { log, db, projections, pageSize = 200, keepRows = 40_000, fillFrom = 5_000 } = options;
  const tell = options.onEvent ?? (() => undefined);
  const waiter = createWaiter(db);
  const alarm = createAlarm();
  const roster = createRoster();
  const waiting = new Set<Runner>();
  const enrolment = { log, db, fillFrom };
  let stopping = false;
  let headSeen = 0;
  let loops: Promise<void>[] = [];
  let prepared: Promise<void> | null = null;

  const swapping: SwapOptions = {
    ...{
      log,
      db,
      tell,
      wake: alarm.ring,
      enrolAgain: (one: Projection) => enrol(roster, one, enrolment, false),
      keepRowsAfter: keepRows,
      stopping: () => stopping,
    },
    ...{
      pageSize: options.fillPageSize ?? 1_000,
      flushEvents: options.flushEvents ?? 20_000,
      keepRows: options.keepRowsFilling ?? 400_000,
    },
    swapped: (runner) => waiter.tell({ [runner.projection.name]: runner.position }),
  };
  const statistics = createStatistics(db);
  const paging = {
    ...{ log, db, pageSize, keepRows, stored: statistics.grown, stopping: () => stopping },
    onPoison: (runner: Runner, trouble: Trouble) => tell({ kind: 'poisoned', name: runner.projection.name, trouble }),
  };

  function ensurePrepared(): Promise<void> {
    prepared ??= (async () => {
      roster.head = await log.store.head();
      for (const projection of projections) await enrol(roster, projection, enrolment, true);
    })();
    return prepared;
  }

  /** Tells of a page of a group that was stored in one go with others. */
  function storedPage(group: readonly Runner[]) {
    return ({ events, seconds, to, touched }: StoredPage): void => {
      const live = group.filter((runner) => runner.generation.live);
      const positions = Object.fromEntries(live.map((runner) => [runner.projection.name, to]));
      waiter.tell(positions);
      tell({ kind: 'page', events, seconds, positions, touched });
      if (to > roster.head) roster.head = to;
    };
  }

  /** One round over all groups at the head, the foremost first: whoever is up to date serves the clerks. Answers the events seen. */
  async function round(): Promise<number> {
    await swapNext(roster, waiting, swapping);
    const groups = Map.groupBy([...roster.runners, ...roster.joining], (runner) => runner.position);
    const places = [...groups.keys()].sort().reverse();
    let events = 0;
    let atHead = true;
    for (const [index, place] of places.entries()) {
      const group = groups.get(place) ?? [];
      // Everybody at one place and far from the head: nothing has to be weighed from page to page.
      if (places.length === 1 && paging.pageSize > pageSize)
        events += await hurry(group, paging, pageSize * MOST_PAGES, storedPage(group));
      const begun = performance.now();
      const outcome = await advance(group, places[index - 1] ?? null, paging);
      events += outcome.events;
      atHead &&= outcome.atHead;
      for (const runner of outcome.poisoned) dropPoisoned(roster, runner);
      for (const runner of new Set(outcome.lost)) await reread(roster, runner, enrolment);
      const live = group.filter((runner) => runner.generation.live);
      const positions = Object.fromEntries(live.map((runner) => [runner.projection.name, runner.position]));
      waiter.tell(positions);
      const seconds = (performance.now() - begun) / 1000;
      if (outcome.events > 0)
        tell({ kind: 'page', events: outcome.events, seconds, positions, touched: outcome.touched });
      if (outcome.lost.length > 0) await sleep(RETRY_MS / 2);
      const front = group[0]?.position ?? roster.head;
      if (outcome.atHead || front > roster.head) roster.head = front;
    }
    paging.pageSize = atHead ? pageSize : Math.min(paging.pageSize * 2, pageSize * MOST_PAGES);
    if (!atHead && performance.now() - headSeen > HEAD_MS) {
      headSeen = performance.now();
      roster.head = await log.store.head();
    }
    return events;
  }

  /** Does one thing after the other until `stop`; a failure is told, and tried again after a pause. */
  async function loop(work: () => Promise<void>): Promise<void> {
    while (!stopping) {
      try {
        await work();
      } catch (error) {
        tell({ kind: 'retrying', reason: error instanceof Error ? error.name : 'error' });
        await sleep(RETRY_MS);
      }
    }
  }

  async function headStep(): Promise<void> {
    if ((await round()) === 0 && !stopping) await alarm.wait(IDLE_MS);
  }

  async function fillStep(): Promise<void> {
    if (!(await fillNext(roster, swapping))) await sleep(IDLE_MS / 2);
  }

  async function runToHead(): Promise<void> {
    await ensurePrepared();
    const goal = await log.store.head();
    if (goal > roster.head) roster.head = goal;
    const isBehind = (runner: Runner): boolean => !runner.generation.live || runner.position < goal;
    if (loops.length > 0) {
      while ([...roster.runners, ...roster.joining, ...roster.filling].some(isBehind)) await sleep(10);
      return;
    }
    stopping = false;
    while (roster.filling.length > 0 && !stopping) await fillNext(roster, swapping);
    while (!stopping) {
      const events = await round();
      if (!roster.runners.some(isBehind) && roster.joining.size === 0) return;
      if (events === 0) await sleep(5);
    }
  }

  async function rebuild(wanted: readonly Projection[]): Promise<void> {
    await ensurePrepared();
    const promises: Promise<void>[] = [];
    const fresh: [Projection, Generation][] = [];
    for (const projection of wanted) {
      const { name } = projection;
      const asked = roster.rebuilds.get(name) ?? Promise.withResolvers<void>();
      if (!roster.rebuilds.has(name) && !isFilling(roster, name))
        fresh.push([projection, await makeGeneration(db, projection, false)]);
      roster.rebuilds.set(name, asked);
      asked.promise.catch(() => undefined);
      promises.push(asked.promise);
    }
    // All at once, so that they start at the same place and share one read of the log.
    for (const [projection, generation] of fresh) startFill(roster, projection, generation);
    if (loops.length === 0) await runToHead();
    await Promise.all(promises);
  }

  return {
    async start() {
      stopping = false;
      await ensurePrepared();
      const subscription = log.store.subscribe(alarm.ring);
      loops = [loop(headStep), loop(fillStep).finally(() => subscription.close())];
    },
    async stop() {
      stopping = true;
      alarm.ring();
      await Promise.all(loops);
      loops = [];
      await statistics.settled();
      await waiter.close();
    },
    runToHead,
    progress: () => projections.map((projection) => progressOf(roster, projection)),
    waitFor: waiter.waitFor,
    async rebuild(name) {
      const wanted = projections.filter((projection) => projection.name === name);
      if (wanted.length === 0) throw new Error(`no projection ${name}`);
      await rebuild(wanted);
    },
    rebuildAll: () => rebuild(projections),
    wake: alarm.ring,
  };
}

/** A wait that a ring ends; a ring while nobody waits is remembered once. */
function createAlarm(): { ring(): void; wait(atMostMs: number): Promise<void> } {
  let rung = false;
  let end: (() => void) | null = null;
  return {
    ring() {
      rung = true;
      end?.();
    },
    async wait(atMostMs) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, atMostMs);
          end = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        end = null;
      }
      rung = false;
    },
  };
}
