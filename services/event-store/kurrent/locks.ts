/** Takes all of the keys in turn of asking and resolves with how to give them back; no order of keys can deadlock. */
export type TakeLocks = (keys: readonly string[]) => Promise<() => void>;

/** Locks by name within this process, so that its own commands queue here and never find each other in the database. */
export function createLocks(): TakeLocks {
  const tails = new Map<string, Promise<void>>();
  return async (keys) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    // All keys are queued for in one go, before anybody else can ask: the queues agree on the order.
    const ahead = keys.map((key) => tails.get(key));
    for (const key of keys) tails.set(key, promise);
    await Promise.all(ahead);
    return () => {
      for (const key of keys) if (tails.get(key) === promise) tails.delete(key);
      resolve();
    };
  };
}
