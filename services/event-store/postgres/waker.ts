import pg from 'pg';
import { START, type Position } from '../port.ts';
import { connectionConfig, pause } from './connection.ts';

const channel = 'nocgia_log';

/** What the waker needs of the store. */
export interface WakerOptions {
  connectionString: string;
  /** Milliseconds between looks at the head: the guarantee, whatever happens to notifications. */
  pollEvery: number;
  /** Also tell, and hear from, other processes by LISTEN and NOTIFY. */
  notify: boolean;
  headBeyond: (after: Position) => Promise<Position>;
  sendNotify: (channel: string) => Promise<void>;
}

/** At most one notification in so many milliseconds: it is sent outside the appends and says only "look again". */
const notifyEvery = 20;

/** Wakes subscribers: at once after this process's own batches, by NOTIFY or at the next poll after those of others. */
export function createWaker(options: WakerOptions) {
  const subscribers = new Set<() => void>();
  let seen: Position = START;
  let polling: NodeJS.Timeout | null = null;
  let listening: pg.Client | null = null;
  let telling = false;
  let tellAgain = false;
  let closed = false;

  function wakeAll(): void {
    for (const wake of [...subscribers]) wake();
  }

  async function look(): Promise<void> {
    try {
      const head = await options.headBeyond(seen);
      if (head !== seen) {
        seen = head;
        wakeAll();
      }
      if (options.notify && !listening && subscribers.size > 0 && !closed) await listen();
    } catch {
      // Out of reach for now; the next look follows.
    }
    if (subscribers.size > 0 && !closed) polling = setTimeout(look, options.pollEvery);
    else polling = null;
  }

  async function listen(): Promise<void> {
    const client = new pg.Client(connectionConfig(options.connectionString, 'nocgia listen'));
    client.on('error', () => {
      if (listening === client) listening = null;
    });
    client.on('notification', wakeAll);
    listening = client;
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
    } catch {
      listening = null;
      await client.end().catch(() => undefined);
    }
  }

  async function tell(): Promise<void> {
    telling = true;
    do {
      tellAgain = false;
      await options.sendNotify(channel).catch(() => undefined);
      await pause(notifyEvery);
    } while (tellAgain && !closed);
    telling = false;
  }

  /** To be called after this process has written events. */
  function wrote(): void {
    wakeAll();
    if (!options.notify) return;
    if (telling) tellAgain = true;
    else void tell();
  }

  function subscribe(wake: () => void): { close(): void } {
    const own = () => wake();
    subscribers.add(own);
    polling ??= setTimeout(look, 0);
    return { close: () => void subscribers.delete(own) };
  }

  async function close(): Promise<void> {
    closed = true;
    subscribers.clear();
    if (polling) clearTimeout(polling);
    await listening?.end().catch(() => undefined);
    listening = null;
  }

  return { wrote, subscribe, close };
}
