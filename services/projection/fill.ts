import type { Pool } from 'pg';
import type { Log } from '../event-store/log.ts';
import type { Position } from '../event-store/port.ts';
import { dressGeneration, indexLookups } from './generations.ts';
import { foldEvents, shareOf, typesOf, type Runner } from './runner.ts';
import { storeFill, type Share } from './store.ts';

export interface FillOptions {
  log: Log;
  db: Pool;
  /** Events read at once. */
  pageSize: number;
  /** Events folded before rows are written, so that a row that changes often is written once. */
  flushEvents: number;
  /** Rows at hand, of one projection, above which they are let go and loaded again when needed. */
  keepRows: number;
  stopping(): boolean;
  onProgress(runners: readonly Runner[]): void;
}

export type FillOutcome =
  | { outcome: 'filled' | 'stopped' | 'lost' }
  /** These runners cannot go on fast; their rows stand as of their checkpoint. */
  | { outcome: 'failed'; error: unknown };

/**
 * Fills the tables of new generations that stand at the same place, up to the head of the log: pages are read ahead while others
 * are folded and stored, rows go out by COPY, indexes come last. Leaves each generation ready for readers, but not yet live.
 */
export async function fill(runners: readonly Runner[], options: FillOptions): Promise<FillOutcome> {
  const client = await options.db.connect();
  let storing: Promise<boolean> = Promise.resolve(true);
  try {
    // What is lost in a crash here is folded again: the checkpoint is in the same transaction.
    await client.query('set synchronous_commit = off');
    for (const runner of runners) {
      if (!runner.rows.complete) await indexLookups(options.db, runner.projection, runner.generation);
    }
    const types = typesOf(runners);
    const from = runners[0]?.position;
    if (from === undefined) return { outcome: 'filled' };
    let folded: Position = from;
    let next = options.log.readAll(folded, options.pageSize, { types });
    let waiting = 0;
    for (;;) {
      if (options.stopping()) {
        await next.catch(() => undefined);
        return { outcome: (await storing) ? 'stopped' : 'lost' };
      }
      const page = await next;
      if (!page.atHead) {
        next = options.log.readAll(page.position, options.pageSize, { types });
        // A failure is met where it is awaited.
        next.catch(() => undefined);
      }
      for (const runner of runners) await foldEvents(runner, page.events, options.db);
      waiting += page.events.length;
      folded = page.position;
      if (waiting >= options.flushEvents || page.atHead) {
        if (!(await storing)) return { outcome: 'lost' };
        const shares = runners.map((runner) => shareOf(runner, folded));
        storing = storeFill(client, shares);
        storing.catch(() => undefined);
        moveOn(runners, shares);
        waiting = 0;
        options.onProgress(runners);
        for (const runner of runners.filter((each) => each.rows.size > options.keepRows)) {
          if (!(await storing)) return { outcome: 'lost' };
          runner.rows.trim(options.keepRows);
          await indexLookups(options.db, runner.projection, runner.generation);
        }
      }
      if (page.atHead) break;
    }
    if (!(await storing)) return { outcome: 'lost' };
    await Promise.all(runners.map((runner) => dressGeneration(options.db, runner.projection, runner.generation)));
    return { outcome: 'filled' };
  } catch (error) {
    await storing.catch(() => undefined);
    return { outcome: 'failed', error };
  } finally {
    await client.query('reset synchronous_commit').catch(() => undefined);
    client.release();
  }
}

function moveOn(runners: readonly Runner[], shares: readonly Share[]): void {
  for (const [index, runner] of runners.entries()) runner.position = shares[index]?.to ?? runner.position;
}
