import type { Pool } from 'pg';
import type { Log, RecordedEvent } from '../event-store/log.ts';
import type { Position } from '../event-store/port.ts';
import { markTrouble, type Trouble } from './generations.ts';
import { foldEvents, shareOf, typesOf, type Runner } from './runner.ts';
import { storePage, type Share } from './store.ts';
import { touchedBy, type Touched } from './touched.ts';
import { describeTrouble, FoldFailure, isTransient } from './trouble.ts';

/** What became of a page for the runners it was meant for. */
export interface PageOutcome {
  /** Somebody else moved the checkpoint of these: they must be read anew. */
  lost: Runner[];
  poisoned: Runner[];
  /** True when nothing more was in the log. */
  atHead: boolean;
  events: number;
  /** Where live rows have changed, a note for each store. */
  touched: Touched[];
}

export interface PageOptions {
  log: Log;
  db: Pool;
  pageSize: number;
  keepRows: number;
  stopping(): boolean;
  /** Told what was stored. */
  stored(shares: readonly Share[]): void;
  onPoison(runner: Runner, trouble: Trouble): void;
}

/**
 * Takes runners that stand at the same place one page further, at most to `upto` (where others stand). A page that fails is cut in
 * halves, runner by runner, until the event is found that one of them cannot take; that one stops there, the others go on.
 * Rejects only when trying again later may help.
 */
export async function advance(
  group: readonly Runner[],
  upto: Position | null,
  options: PageOptions,
): Promise<PageOutcome> {
  const outcome: PageOutcome = { lost: [], poisoned: [], atHead: false, events: 0, touched: [] };
  const from = group[0]?.position;
  if (from === undefined) return outcome;
  const page = await readPage(group, from, options, outcome);
  const runners = group.filter((runner) => !outcome.poisoned.includes(runner));
  if (!page || runners.length === 0) return outcome;
  const cut = upto !== null && page.position > upto;
  const events = cut ? page.events.filter((event) => event.position <= upto) : page.events;
  outcome.atHead = page.atHead && !cut;
  outcome.events = events.length;
  const to = cut ? upto : page.position;
  if (to > from) await step(runners, events, to, options, outcome);
  return outcome;
}

async function readPage(group: readonly Runner[], from: Position, options: PageOptions, outcome: PageOutcome) {
  const types = typesOf(group);
  try {
    return await options.log.readAll(from, options.pageSize, { types });
  } catch (error) {
    // Unreadable for good, or the way there? The raw event tells.
    let limit = options.pageSize;
    while (limit > 1) {
      limit = Math.floor(limit / 2);
      const shorter = await options.log.readAll(from, limit, { types }).catch(() => null);
      if (shorter && shorter.position > from) return { ...shorter, atHead: false };
    }
    const raw = await options.log.store.readAll(from, 1, { types });
    const event = raw.events[0];
    if (!event) throw error;
    for (const runner of group.filter((each) => each.handles.has(event.type))) {
      await poison(
        runner,
        {
          eventId: event.id,
          type: event.type,
          position: event.position,
          reason: `unreadable: ${describeTrouble(error)}`,
        },
        options,
      );
      outcome.poisoned.push(runner);
    }
    return null;
  }
}

async function step(
  runners: readonly Runner[],
  events: readonly RecordedEvent[],
  to: Position,
  options: PageOptions,
  outcome: PageOutcome,
): Promise<void> {
  try {
    // Beside each other, since what takes time is waiting for the rows that each must load.
    const folded = await Promise.allSettled(runners.map((runner) => foldEvents(runner, events, options.db)));
    const failed = folded.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    const shares = runners.map((runner) => shareOf(runner, to));
    if (!(await storePage(options.db, shares))) {
      for (const runner of runners) runner.rows.forget();
      if (runners.length === 1) outcome.lost.push(...runners);
      // One of them was moved or is held: the others need not wait for it.
      else for (const runner of runners) await step([runner], events, to, options, outcome);
      return;
    }
    options.stored(shares);
    outcome.touched.push(touchedBy(shares));
    for (const runner of runners) {
      runner.position = to;
      runner.rows.trim(options.keepRows);
    }
  } catch (error) {
    for (const runner of runners) runner.rows.forget();
    if (isTransient(error)) throw error;
    await isolate(runners, events, to, error, options, outcome);
  }
}

async function isolate(
  runners: readonly Runner[],
  events: readonly RecordedEvent[],
  to: Position,
  error: unknown,
  options: PageOptions,
  outcome: PageOutcome,
): Promise<void> {
  const [only, ...others] = runners;
  const first = events[0];
  if (!only || !first) throw error;
  if (others.length > 0) {
    for (const runner of runners) await step([runner], events, to, options, outcome);
    return;
  }
  if (events.length > 1) {
    const half = events.slice(0, Math.ceil(events.length / 2));
    await step(runners, half, half.at(-1)?.position ?? to, options, outcome);
    if (outcome.poisoned.includes(only) || outcome.lost.includes(only)) return;
    await step(runners, events.slice(half.length), to, options, outcome);
    return;
  }
  const event = error instanceof FoldFailure ? error.event : first;
  await poison(
    only,
    { eventId: event.id, type: event.type, position: event.position, reason: describeTrouble(error) },
    options,
  );
  outcome.poisoned.push(only);
}

async function poison(runner: Runner, trouble: Trouble, options: PageOptions): Promise<void> {
  runner.rows.forget();
  runner.generation.state = 'poisoned';
  runner.generation.trouble = trouble;
  await markTrouble(options.db, runner.generation, trouble);
  options.onPoison(runner, trouble);
}
