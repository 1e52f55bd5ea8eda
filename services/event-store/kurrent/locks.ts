/** Takes keys, some to have alone and some to share, in turn of asking; resolves with how to give them back. */
export type TakeLocks = (alone: readonly string[], shared?: readonly string[]) => Promise<() => void>;

interface Queue {
  /** The last who wanted the key alone, and those who came to share it since. */
  alone?: Promise<void>;
  shared: Promise<void>[];
}

/** Locks by name within this process, so that its own commands queue here and seldom find each other in the database. */
export function createLocks(): TakeLocks {
  const queues = new Map<string, Queue>();
  return async (alone, shared = []) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    // All keys are queued for in one go, before anybody else can ask: the queues agree on the order, so none can deadlock.
    const ahead: (Promise<void> | undefined)[] = [];
    for (const key of alone) {
      const queue = queues.get(key);
      ahead.push(queue?.alone, ...(queue?.shared ?? []));
      queues.set(key, { alone: promise, shared: [] });
    }
    for (const key of shared) {
      const queue = queues.get(key) ?? { shared: [] };
      ahead.push(queue.alone);
      queue.shared.push(promise);
      queues.set(key, queue);
    }
    await Promise.all(ahead);
    return () => {
      for (const key of [...alone, ...shared]) {
        const queue = queues.get(key);
        if (!queue) continue;
        queue.shared = queue.shared.filter((other) => other !== promise);
        if (queue.alone === promise) delete queue.alone;
        if (!queue.alone && queue.shared.length === 0) queues.delete(key);
      }
      resolve();
    };
  };
}
