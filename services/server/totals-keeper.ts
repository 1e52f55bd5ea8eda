import type pg from 'pg';
import { keepTotalsWhenDue } from '../insight/population/totals/keep.ts';
import { distance } from '../projection/wait.ts';
import type { Position } from '../event-store/port.ts';

const EVERY_MS = 60_000;
const FIRST_MS = 15_000;
/** More events than this since the last look: a register is coming in, and its totals would be summed from the beginning every time. */
const FLOOD = 5_000;

/**
 * Looks from time to time whether the running totals of the figures are far behind, and brings them up. Figures are right without them,
 * only slower: a failure is left to the next time, and so is everything while a register comes in. Answers how to stop.
 */
export function keepTotalsFresh(db: pg.Pool): () => Promise<void> {
  let working: Promise<unknown> = Promise.resolve();
  let seen: Position | null = null;
  async function keep(): Promise<void> {
    const { rows } = await db.query<{ position: Position }>(
      `select position from projection.checkpoints where name = 'population' and live`,
    );
    const position = rows[0]?.position ?? null;
    const flood = seen !== null && position !== null && distance(seen, position) > FLOOD;
    seen = position;
    if (!flood) await keepTotalsWhenDue(db);
  }
  const look = (): void => {
    working = working.then(keep).catch(() => undefined);
  };
  const first = setTimeout(look, FIRST_MS);
  const timer = setInterval(look, EVERY_MS);
  return async () => {
    clearTimeout(first);
    clearInterval(timer);
    await working;
  };
}
