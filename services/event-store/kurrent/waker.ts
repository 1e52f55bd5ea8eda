import type { AllStreamSubscription } from '@eventstore/db-client';
import type { LogClient } from './client.ts';

/** Tells readers that something may have been appended. */
export interface Waker {
  subscribe(wake: () => void): { close(): void };
  /** Something was appended by this process. */
  wake(): void;
  close(): Promise<void>;
}

/** A broken subscription is opened anew after this; until then the poll does the work. */
const REOPEN_MS = 500;

/** Wakes at once for own appends, by a subscription to `$all` for those of others, and by looking at the head every `pollMs`. */
export function createWaker(log: LogClient, pollMs: number): Waker {
  const listeners = new Set<() => void>();
  let following: AllStreamSubscription | undefined;
  let poll: NodeJS.Timeout | undefined;
  let reopen: NodeJS.Timeout | undefined;
  let closed = false;
  let looking = false;
  let head: bigint | undefined;

  const wake = (): void => {
    for (const listener of listeners) listener();
  };

  const look = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    try {
      const commit = (await log.last())?.commitPosition;
      if (commit !== head) {
        head = commit;
        wake();
      }
    } catch {
      // Not to be reached just now: readers will find that out themselves, and the next look comes soon.
      wake();
    } finally {
      looking = false;
    }
  };

  const follow = (): void => {
    if (closed || following || listeners.size === 0) return;
    const subscription = log.follow();
    following = subscription;
    const lost = (): void => {
      if (following !== subscription) return;
      following = undefined;
      clearTimeout(reopen);
      reopen = setTimeout(follow, REOPEN_MS);
      reopen.unref();
    };
    subscription.on('data', wake);
    subscription.on('error', lost);
    subscription.on('end', lost);
    subscription.on('close', lost);
  };

  const leave = async (): Promise<void> => {
    clearInterval(poll);
    clearTimeout(reopen);
    poll = undefined;
    const subscription = following;
    following = undefined;
    // Where the server is gone there is nothing to take leave of.
    await subscription?.unsubscribe().catch(() => undefined);
  };

  return {
    subscribe(listener) {
      const own = (): void => listener();
      listeners.add(own);
      if (!poll) {
        poll = setInterval(() => void look(), pollMs);
        poll.unref();
      }
      follow();
      return {
        close() {
          listeners.delete(own);
          if (listeners.size === 0) void leave();
        },
      };
    },
    wake,
    async close() {
      closed = true;
      listeners.clear();
      await leave();
    },
  };
}
