import type { Pool } from 'pg';
import { physicalTable } from './ddl.ts';
import type { Share } from './store.ts';

/** Below so many new rows nobody's plan is at stake. */
const WORTH_WHILE = 1_000;

/**
 * Has PostgreSQL take statistics anew of tables that have grown by half: its own autovacuum looks once a minute, a whole register comes
 * in within one, and until then every plan takes the tables for empty. Nobody waits for it, and a failure only leaves it to autovacuum.
 */
export function createStatistics(db: Pool): { grown(shares: readonly Share[]): void; settled(): Promise<void> } {
  const tables = new Map<string, { rows: number; fresh: number }>();
  let working: Promise<unknown> = Promise.resolve();
  return {
    grown(shares) {
      for (const { tables: own, placement, changes } of shares) {
        for (const { name } of own) {
          const physical = physicalTable(name, placement);
          const known = tables.get(physical) ?? { rows: 0, fresh: 0 };
          tables.set(physical, known);
          known.fresh += changes.fresh.get(name)?.length ?? 0;
          if (known.fresh < Math.max(WORTH_WHILE, known.rows / 2)) continue;
          known.rows += known.fresh;
          known.fresh = 0;
          working = working.then(() => db.query(`analyze ${physical}`)).catch(() => undefined);
        }
      }
    },
    settled: async () => void (await working),
  };
}
