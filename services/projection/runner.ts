import type { PoolClient } from 'pg';
import type { RecordedEvent } from '../event-store/log.ts';
import type { Position } from '../event-store/port.ts';
import type { Generation } from './generations.ts';
import { createRows, MissingRows, type Rows } from './overlay.ts';
import type { Projection, Touch } from './projection.ts';
import { loadRows, type Share } from './store.ts';
import { FoldFailure } from './trouble.ts';

/** One generation of one projection on its way through the log. */
export interface Runner {
  projection: Projection;
  generation: Generation;
  handles: ReadonlySet<string>;
  position: Position;
  rows: Rows;
}

/** How often `touches` is asked again with what was loaded, before the fold itself says what it misses. */
const ROUNDS = 8;

/** A runner at the place where its generation stands; `complete`: the generation's tables are empty. */
export function createRunner(projection: Projection, generation: Generation, complete: boolean): Runner {
  return {
    projection,
    generation,
    handles: new Set(projection.handles),
    position: generation.position,
    rows: createRows(projection, complete),
  };
}

/** Event types that any of these runners handles. */
export function typesOf(runners: readonly Runner[]): string[] {
  return [...new Set(runners.flatMap((runner) => runner.projection.handles))].sort();
}

/** Folds events onto the rows of one runner, loading what is needed; nothing is stored. Throws FoldFailure at the event that cannot be folded. */
export async function foldEvents(
  runner: Runner,
  events: readonly RecordedEvent[],
  db: Pick<PoolClient, 'query'>,
): Promise<void> {
  const own = events.filter((event) => runner.handles.has(event.type));
  if (!runner.rows.complete) await preload(runner, own, db);
  for (let index = 0; index < own.length; index++) {
    const event = own[index] as RecordedEvent;
    for (;;) {
      const missing = foldOne(runner, event);
      if (!missing) break;
      // Rows made within this page led to rows that no touch could name before: load for all that is left at once.
      await load(runner, [missing], db);
      await preload(runner, own.slice(index), db);
    }
  }
}

function foldOne(runner: Runner, event: RecordedEvent): Touch | null {
  runner.rows.begin();
  try {
    runner.projection.fold(event, runner.rows);
    return null;
  } catch (error) {
    runner.rows.undo();
    if (error instanceof MissingRows) return error.touch;
    throw new FoldFailure(event, error);
  }
}

async function preload(runner: Runner, events: readonly RecordedEvent[], db: Pick<PoolClient, 'query'>): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const wanted = new Map<string, Touch>();
    for (const event of events) {
      for (const touch of touchesOf(runner, event)) {
        const values = 'key' in touch ? touch.key.join('\u0001') : `${touch.column}\u0002${String(touch.value)}`;
        wanted.set(`${touch.table}\u0002${values}`, touch);
      }
    }
    if (wanted.size === 0) return;
    await load(runner, [...wanted.values()], db);
  }
}

/** What the event asks for and is not at hand. `touches` may read rows itself: what it misses there is a touch as well. */
function touchesOf(runner: Runner, event: RecordedEvent): Touch[] {
  const touches: Touch[] = [];
  const reader = {
    get: ((table: string, ...key: unknown[]) => {
      const touch = { table, key };
      if (!runner.rows.lacks(touch)) return runner.rows.get(table, ...key);
      touches.push(touch);
      return undefined;
    }) as Rows['get'],
    where: ((table: string, column: string, value: unknown) => {
      const touch = { table, column, value };
      if (!runner.rows.lacks(touch)) return runner.rows.where(table, column, value);
      touches.push(touch);
      return [];
    }) as Rows['where'],
  };
  try {
    for (const touch of runner.projection.touches(event, reader)) touches.push(touch);
  } catch (error) {
    throw new FoldFailure(event, error);
  }
  return runner.rows.missing(touches);
}

async function load(runner: Runner, touches: readonly Touch[], db: Pick<PoolClient, 'query'>): Promise<void> {
  const found = await loadRows(db, runner.projection.tables, runner.generation, touches);
  runner.rows.admit(touches, found);
}

/** What this runner has to store, with its checkpoint moved to `to`. */
export function shareOf(runner: Runner, to: Position): Share {
  return {
    name: runner.projection.name,
    tables: runner.projection.tables,
    placement: runner.generation,
    live: runner.generation.live,
    from: runner.position,
    to,
    changes: runner.rows.take(),
  };
}
