import type pg from 'pg';

/** A pool, or one of its connections within a transaction. */
export type Db = Pick<pg.ClientBase, 'query'>;

/** Arguments of an advisory lock: what kind of thing is locked, and which. */
export type Lock = readonly [kind: number, which: number | string];

/** Runs `work` while no other process holds the same lock; it goes with the connection, so a killed process holds nothing. */
export async function locked(pool: pg.Pool, [kind, which]: Lock, work: () => Promise<void>): Promise<void> {
  const client = await pool.connect();
  const values = [kind, String(which)];
  try {
    await client.query('select pg_advisory_lock($1::int, hashtext($2::text))', values);
    await work();
    await client.query('select pg_advisory_unlock($1::int, hashtext($2::text))', values);
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Runs `work` in one transaction of its own connection. */
export async function inTransaction<T>(pool: pg.Pool, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // A connection on which even the rollback fails is not used again.
    await client.query('rollback').then(
      () => client.release(),
      () => client.release(true),
    );
    throw error;
  }
}
