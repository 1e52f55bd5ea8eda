import type { Position } from '../event-store/port.ts';
import type { PageOptions } from './pages.ts';
import { foldEvents, shareOf, typesOf, type Runner } from './runner.ts';
import { storePage, type Share } from './store.ts';
import { touchedBy, type Touched } from './touched.ts';

/** A page that has been stored. */
export interface StoredPage {
  events: number;
  seconds: number;
  to: Position;
  touched: Touched[];
}

interface Storing {
  shares: readonly Share[];
  events: number;
  begun: number;
  done: Promise<boolean>;
}

/** Pages taken in one go, before whoever waits for something else has a turn. */
const MOST = 50;

/**
 * Takes runners that stand at the same place on until nothing more is in the log, in pages of at most `limit` events: while one is stored
 * the next is read and folded. What is folded on rows that are still on their way is right, since the rows at hand go before those of
 * the database. Stops at any trouble: everything not stored is forgotten then, and read again page by page (`advance`), which knows
 * what to do about it. Answers how many events were stored.
 */
export async function hurry(
  group: readonly Runner[],
  options: PageOptions,
  limit: number,
  onStored: (page: StoredPage) => void,
): Promise<number> {
  const { log, db, keepRows } = options;
  const types = typesOf(group);
  const start = group[0]?.position;
  if (start === undefined) return 0;
  let storing: Storing | null = null;
  let stored = 0;

  /** Waits for the page on its way; false when somebody else has moved a checkpoint. */
  const settle = async (): Promise<boolean> => {
    if (!storing) return true;
    const { shares, events, begun, done } = storing;
    storing = null;
    if (!(await done)) return false;
    options.stored(shares);
    const to = shares[0]?.to ?? start;
    for (const runner of group) runner.position = to;
    stored += events;
    onStored({ events, seconds: (performance.now() - begun) / 1000, to, touched: [touchedBy(shares)] });
    return true;
  };
  const read = (from: Position) => {
    const page = log.readAll(from, limit, { types });
    // A failure is met where the page is awaited.
    page.catch(() => undefined);
    return page;
  };

  try {
    let from = start;
    let reading = read(start);
    for (let pages = 0; pages < MOST && !options.stopping(); pages++) {
      const page = await reading;
      if (page.position === from) break;
      from = page.position;
      if (!page.atHead) reading = read(from);
      const begun = performance.now();
      const folded = await Promise.allSettled(group.map((runner) => foldEvents(runner, page.events, db)));
      if (folded.some(({ status }) => status === 'rejected') || !(await settle())) throw new Error('not in one go');
      const shares = group.map((runner) => shareOf(runner, page.position));
      const done = storePage(db, shares);
      done.catch(() => undefined);
      storing = { shares, events: page.events.length, begun, done };
      // At the head there is nothing to read ahead; what has come meanwhile is folded while this is stored.
      if (page.atHead) reading = read(from);
      if (group.some((runner) => runner.rows.size > keepRows)) {
        if (!(await settle())) throw new Error('not in one go');
        for (const runner of group) runner.rows.trim(keepRows);
      }
    }
    if (!(await settle())) throw new Error('not in one go');
  } catch {
    // What was on its way may still have come to pass.
    await settle().catch(() => false);
    for (const runner of group) runner.rows.forget();
  }
  return stored;
}
