import type { Pool, PoolClient } from 'pg';
import type { Position } from '../event-store/port.ts';
import { PROGRESS_CHANNEL } from './store.ts';

/** Positions from `from` to `to`: with PostgreSQL's log the number of events, with KurrentDB's a number of bytes. Never negative. */
export function distance(from: Position, to: Position): number {
  return to <= from ? 0 : Number(BigInt(to) - BigInt(from));
}

export interface Waiter {
  /**
   * Waits until all these projections have come to `position`. `behind` is true when one of them has not within `timeoutMs`,
   * or has stopped at a poison event.
   */
  waitFor(position: Position, names: readonly string[], timeoutMs: number): Promise<{ behind: boolean }>;
  /** Positions that the slowest of these projections lacks to `position`. */
  lag(position: Position, names: readonly string[]): Promise<number>;
  /** Waits until `lag` is at most `limit`: an importer calls it between slices. False when that took longer than `timeoutMs`. */
  pause(position: Position, names: readonly string[], limit: number, timeoutMs: number): Promise<boolean>;
  /** What a projector in the same process has just reached; spares the way over the database. */
  tell(positions: Readonly<Record<string, Position>>): void;
  close(): Promise<void>;
}

/** However lost a notice may be, the checkpoints themselves are looked at this often while somebody waits. */
const LOOK_MS = 100;

/** A waiter on one pool: listens for the projector's notices on a connection of its own from the first wait on. */
export function createWaiter(db: Pool): Waiter {
  const known = new Map<string, Position>();
  const stopped = new Set<string>();
  const waiting = new Set<() => void>();
  let listening: Promise<PoolClient | null> | null = null;
  let closed = false;

  function tell(positions: Readonly<Record<string, Position>>): void {
    for (const [name, position] of Object.entries(positions)) known.set(name, position);
    for (const look of waiting) look();
  }

  async function listen(): Promise<PoolClient | null> {
    try {
      const client = await db.connect();
      client.on('notification', (notice) => tell(readNotice(notice.payload)));
      client.on('error', () => {
        client.release(true);
        listening = null;
      });
      await client.query(`listen ${PROGRESS_CHANNEL}`);
      return client;
    } catch {
      listening = null;
      return null;
    }
  }

  async function look(names: readonly string[]): Promise<void> {
    const result = await db.query<{ name: string; position: Position; state: string }>(
      'select name, position, state from projection.checkpoints where live and name = any($1::text[])',
      [names],
    );
    for (const row of result.rows) {
      known.set(row.name, row.position);
      if (row.state === 'poisoned') stopped.add(row.name);
      else stopped.delete(row.name);
    }
  }

  function slowest(names: readonly string[]): Position {
    return names.map((name) => known.get(name) ?? '').sort()[0] ?? '';
  }

  /** Resolves true as soon as `there` holds, false after `timeoutMs` or once one of the projections has stopped. */
  async function until(there: () => boolean, names: readonly string[], timeoutMs: number): Promise<boolean> {
    if (there()) return true;
    if (!closed) listening ??= listen();
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      let ring = (): void => undefined;
      const rung = new Promise<void>((resolve) => {
        ring = resolve;
      });
      waiting.add(ring);
      try {
        await look(names);
        if (there()) return true;
        if (names.some((name) => stopped.has(name)) || closed) return false;
        const left = deadline - performance.now();
        if (left <= 0) return false;
        const timer = setTimeout(ring, Math.min(left, LOOK_MS));
        await untilThere(rung, there);
        clearTimeout(timer);
        if (there()) return true;
      } finally {
        waiting.delete(ring);
      }
    }
  }

  return {
    tell,
    async waitFor(position, names, timeoutMs) {
      return { behind: !(await until(() => slowest(names) >= position, names, timeoutMs)) };
    },
    async lag(position, names) {
      if (slowest(names) < position) await look(names);
      return distance(slowest(names) || '0', position);
    },
    async pause(position, names, limit, timeoutMs) {
      return until(() => distance(slowest(names) || '0', position) <= limit, names, timeoutMs);
    },
    async close() {
      closed = true;
      for (const ring of waiting) ring();
      const client = await listening;
      client?.removeAllListeners('notification');
      client?.release(true);
      listening = null;
    },
  };
}

async function untilThere(rung: Promise<void>, there: () => boolean): Promise<void> {
  if (!there()) await rung;
}

function readNotice(payload: string | undefined): Record<string, Position> {
  const positions: unknown = JSON.parse(payload ?? '{}');
  if (typeof positions !== 'object' || positions === null) return {};
  return Object.fromEntries(
    Object.entries(positions).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

const waiters = new WeakMap<Pool, Waiter>();

/** Waits on the one waiter of this pool; see `Waiter.waitFor`. */
export async function waitFor(
  db: Pool,
  position: Position,
  names: readonly string[],
  timeoutMs: number,
): Promise<{ behind: boolean }> {
  let waiter = waiters.get(db);
  if (!waiter) waiters.set(db, (waiter = createWaiter(db)));
  return waiter.waitFor(position, names, timeoutMs);
}
