import { Pool } from 'pg';
import type { AppendCommand } from '../../port.ts';
import { openKurrentStore } from '../kurrent-store.ts';

/** A program to be killed: appends the command it is sent by its parent, and prints the outcome if it lives that long. */
process.once('message', (given: { connectionString: string; databaseUrl: string; command: AppendCommand }) => {
  const pool = new Pool({ connectionString: given.databaseUrl });
  const store = openKurrentStore({ connectionString: given.connectionString, pool, recoverMs: false });
  store.append(given.command).then(
    (result) => process.send?.(result),
    (error: unknown) => process.send?.({ outcome: 'failed', message: String(error) }),
  );
});
