import pg from 'pg';

/** The store cannot be reached: the command may or may not have been taken; repeat it under the same command id. */
export class StoreUnavailable extends Error {
  constructor(cause: unknown) {
    super('the event store cannot be reached; the command may be repeated under the same id', { cause });
    this.name = 'StoreUnavailable';
  }
}

const transient = /^(08|53|57P|58|40001|40P01|55P03)/;

/** True for what a new connection or a little patience may mend; false for a refusal by the database. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return true;
  return error.code === undefined || transient.test(error.code);
}

/** A connection's settings: UTC and hex, so that rows can be read as text without asking for anything else. */
export function connectionConfig(connectionString: string, name: string, settings = ''): pg.ClientConfig {
  return {
    connectionString,
    application_name: name,
    options: `-c timezone=UTC -c bytea_output=hex -c datestyle=ISO ${settings}`,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    types: { getTypeParser: () => (text: string) => text },
  };
}

/**
 * For the connection that appends. One generic plan for good, and never one that scans a table: a plan made while the log
 * was small would live on when it is not. Set here once rather than by the function at every call.
 */
export const planSettings = [
  'plan_cache_mode=force_generic_plan',
  ...['enable_seqscan', 'enable_bitmapscan', 'enable_hashjoin', 'enable_mergejoin', 'jit'].map((name) => `${name}=off`),
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

/** Resolves after so many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
