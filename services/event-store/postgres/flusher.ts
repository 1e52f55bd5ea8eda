import { ownClient } from './own-client.ts';

// Writes an empty record and waits for the disk: everything committed before lies ahead of it in the same log.
const flushSql = "select pg_logical_emit_message(false, 'nocgia', '', true)";

/** Makes durable what was committed without waiting for the disk; calls that come together share one wait. */
export interface Flusher {
  /** Resolves when all that was committed before the call is durable; rejects when that is not known. */
  flush(): Promise<void>;
  close(): void;
}

/** Opens a flusher with a connection of its own. */
export function createFlusher(options: { connectionString: string; answerWithin: number }): Flusher {
  const connection = ownClient(options);
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;

  async function once(): Promise<void> {
    try {
      const client = await connection.connected();
      await client.query({ name: 'log-flush', text: flushSql, rowMode: 'array' });
    } catch (error) {
      connection.drop();
      throw error;
    }
  }

  function flush(): Promise<void> {
    // One that is under way may have passed by already: join the one after it.
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null;
        running = once();
        return running;
      });
    return next;
  }

  return { flush, close: connection.drop };
}
