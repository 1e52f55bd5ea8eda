import type pg from 'pg';
import { keepTotalsWhenDue } from '../insight/population/totals/keep.ts';

const EVERY_MS = 60_000;
const FIRST_MS = 15_000;

/**
 * Looks from time to time whether the running totals of the figures are far behind, and brings them up. Figures are right without them,
 * only slower: a failure is left to the next time. Answers how to stop.
 */
export function keepTotalsFresh(db: pg.Pool): () => Promise<void> {
  let working: Promise<unknown> = Promise.resolve();
  const look = (): void => {
    working = working.then(() => keepTotalsWhenDue(db)).catch(() => undefined);
  };
  const first = setTimeout(look, FIRST_MS);
  const timer = setInterval(look, EVERY_MS);
  return async () => {
    clearTimeout(first);
    clearInterval(timer);
    await working;
  };
}
