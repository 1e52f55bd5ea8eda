import { randomUUID } from 'node:crypto';
import type { AppendCommand, AppendResult, StoreMetrics } from '../port.ts';
import { encodeBatch, outcomes, prepare, verdicts, type BatchAnswer, type Prepared } from './batch.ts';
import { findKnown } from './commands.ts';
import { StoreUnavailable, isTransient, pause, planSettings } from './connection.ts';
import type { Flusher } from './flusher.ts';
import { ownClient } from './own-client.ts';

/** Bounds of one call of `log.append`. */
export interface BatchLimits {
  commands: number;
  events: number;
  bytes: number;
}

/** How the appender reaches the database and how long it tries. */
export interface AppenderOptions {
  connectionString: string;
  limits: BatchLimits;
  /** Calls under way at once: while the lock is one's, another is prepared, sent and parsed. */
  inFlight: number;
  /** Milliseconds for which a call without an answer is repeated before the command is rejected. */
  retryFor: number;
  /** Milliseconds after which a call without an answer counts as lost. */
  answerWithin: number;
  flusher: Flusher;
  /** Called after a batch that wrote events. */
  wrote: () => void;
}

/** From how many waiting commands on a batch is shared among idle connections. */
const worthSplitting = 16;

interface Waiting extends Prepared {
  resolve: (result: AppendResult) => void;
  reject: (error: unknown) => void;
}

const call = `select o_base, o_version, o_outcome, o_offset
from log.append($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22)`;

function integers(text: string | null | undefined): number[] | null {
  if (text === null || text === undefined) return null;
  return text === '{}' ? [] : text.slice(1, -1).split(',').map(Number);
}

/** One way to the database: a connection, and what it has learnt. */
function lane(options: AppenderOptions) {
  const { connected, drop } = ownClient({ ...options, settings: planSettings });
  // Where one batch met conflicts the next one probably does: then it is cheaper to look first than to undo.
  let careful = false;

  async function once(token: string, flushLater: boolean, batch: readonly Prepared[]): Promise<AppendResult[]> {
    const db = await connected();
    const values = encodeBatch(token, { careful, flushLater }, batch);
    const { rows } = await db.query<(string | null)[]>({ name: 'log-append', text: call, values, rowMode: 'array' });
    const [base, version, outcome, offset] = rows[0] ?? [];
    const answer: BatchAnswer = {
      base: BigInt(base ?? 0),
      version: integers(version) ?? [],
      outcome: integers(outcome),
      offset: integers(offset),
    };
    careful = answer.outcome?.some((outcome) => outcome !== outcomes.appended) ?? false;
    const earlier = batch.filter((_, index) => (answer.outcome?.[index] ?? 0) >= outcomes.duplicate);
    const known =
      earlier.length === 0
        ? new Map()
        : await findKnown(
            db,
            earlier.map(({ command }) => command.commandId),
          );
    // A command that was known may have been taken a moment ago by another, who still waits for the disk.
    if (flushLater || earlier.length > 0) await options.flusher.flush();
    return verdicts(batch, answer, known);
  }

  /**
   * Sends a batch until it is answered. A repeat carries the same token: under the lock, which waits for whatever the
   * lost call still does, each command that the lost call took is known as taken by this very batch.
   */
  async function send(batch: readonly Prepared[], flushLater: boolean): Promise<AppendResult[]> {
    const token = randomUUID();
    const until = performance.now() + options.retryFor;
    for (let wait = 10; ; wait = Math.min(wait * 2, 500)) {
      try {
        return await once(token, flushLater, batch);
      } catch (error) {
        drop();
        if (!isTransient(error)) throw error;
        if (performance.now() + wait > until) throw new StoreUnavailable(error);
        await pause(wait);
      }
    }
  }

  return { send, drop, busy: false };
}

/**
 * Group commit: commands that arrive while a call is under way gather by themselves and go out together with the next.
 * A batch holds a stream and a command id at most once; who comes second waits for the next batch.
 */
export function createAppender(options: AppenderOptions) {
  const lanes = Array.from({ length: options.inFlight }, () => lane(options));
  const listeners: Parameters<StoreMetrics['onBatch']>[0][] = [];
  const counts = { appendedEvents: 0, appendedCommands: 0, conflicts: 0, duplicates: 0, batches: 0 };
  let queue: Waiting[] = [];
  let lastBatch = 0;
  let closed = false;
  let closing: (() => void)[] = [];

  function takeBatch(share: number): Waiting[] {
    const taken: Waiting[] = [];
    const left: Waiting[] = [];
    const seen = new Set<string>();
    let { events, bytes } = options.limits;
    let commands = Math.min(share, options.limits.commands);
    for (const one of queue) {
      const keys = [one.command.commandId.toLowerCase(), ...one.command.writes.map((write) => write.stream)];
      const fits = taken.length === 0 || (commands > 0 && events >= one.events && bytes >= one.bytes);
      // Also what stays behind claims its streams: nobody may overtake on the same stream.
      if (fits && !keys.some((key) => seen.has(key))) {
        taken.push(one);
        commands -= 1;
        events -= one.events;
        bytes -= one.bytes;
      } else {
        left.push(one);
      }
      for (const key of keys) seen.add(key);
    }
    queue = left;
    return taken;
  }

  function count(batch: readonly Waiting[], results: readonly AppendResult[], seconds: number): void {
    let written = 0;
    results.forEach((result, index) => {
      if (result.outcome === 'appended') {
        counts.appendedCommands += 1;
        written += batch[index]?.events ?? 0;
      } else if (result.outcome === 'conflict') counts.conflicts += 1;
      else counts.duplicates += 1;
    });
    counts.batches += 1;
    counts.appendedEvents += written;
    for (const listener of listeners) listener({ commands: batch.length, events: written, seconds });
    if (written > 0) options.wrote();
  }

  async function settle(
    through: ReturnType<typeof lane>,
    batch: readonly Waiting[],
    flushLater: boolean,
  ): Promise<void> {
    const start = performance.now();
    try {
      const results = await through.send(batch, flushLater);
      results.forEach((result, index) => batch[index]?.resolve(result));
      count(batch, results, (performance.now() - start) / 1000);
    } catch (error) {
      if (error instanceof StoreUnavailable) {
        // Whoever waits behind would only wait as long again.
        const waiting = queue;
        queue = [];
        for (const one of [...batch, ...waiting]) one.reject(error);
      } else if (batch.length === 1) batch[0]?.reject(error);
      else {
        // The database refused the call as a whole: one by one, so that only the cause of it is refused.
        for (const one of batch) await settle(through, [one], flushLater);
      }
    }
  }

  function pump(): void {
    let idle = lanes.filter((through) => !through.busy).length;
    for (const through of lanes) {
      if (through.busy || queue.length === 0) continue;
      // Two halves under way hide this process's own work behind the server's; small ones would only cost more commits.
      const batch = takeBatch(queue.length < worthSplitting ? queue.length : Math.ceil(queue.length / idle));
      idle -= 1;
      lastBatch = batch.length;
      // Alone, waiting for the disk in the same call is quickest; with others behind, they work while this one waits.
      const flushLater = queue.length > 0 || lanes.some((other) => other.busy);
      through.busy = true;
      void settle(through, batch, flushLater).finally(() => {
        through.busy = false;
        pump();
      });
    }
    if (queue.length === 0 && lanes.every((through) => !through.busy)) {
      for (const resolve of closing) resolve();
      closing = [];
    }
  }

  function append(command: AppendCommand): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      if (closed) throw new Error('the event store is closed');
      queue.push({ ...prepare(command), resolve, reject });
      if (queue.length > 1) return;
      // After the microtasks, so that commands given in the same turn go out together; but a lone writer need not wait for that turn.
      const lone = lastBatch === 1 && lanes.every((through) => !through.busy);
      if (lone) queueMicrotask(pump);
      else setImmediate(pump);
    });
  }

  /** Refuses new commands, waits for those under way, and disconnects. */
  async function close(): Promise<void> {
    closed = true;
    if (queue.length > 0 || lanes.some((through) => through.busy)) {
      await new Promise<void>((resolve) => {
        closing.push(resolve);
      });
    }
    for (const through of lanes) through.drop();
    options.flusher.close();
  }

  const metrics: StoreMetrics = {
    get appendedEvents() {
      return counts.appendedEvents;
    },
    get appendedCommands() {
      return counts.appendedCommands;
    },
    get conflicts() {
      return counts.conflicts;
    },
    get duplicates() {
      return counts.duplicates;
    },
    get batches() {
      return counts.batches;
    },
    get waiting() {
      return queue.length;
    },
    onBatch: (listener) => {
      listeners.push(listener);
    },
  };

  return { append, close, metrics };
}
