import type { Pool } from 'pg';
import {
  START,
  type AppendCommand,
  type AppendResult,
  type CommandRecord,
  type EventStore,
  type StoreMetrics,
} from '../port.ts';
import { carryOut, type Outcome, type Rebase } from './carry-out.ts';
import { openLogClient } from './client.ts';
import { openCommands } from './commands.ts';
import { createLocks } from './locks.ts';
import { toPlan, type Plan } from './plan.ts';
import { readPage, readStream, readStreams } from './reading.ts';
import { startRecovery } from './recovery.ts';
import { sleep } from './retry.ts';
import { createWaker } from './waker.ts';
import { isReservedStream, toPosition } from './wire.ts';

export interface KurrentStoreOptions {
  /** `esdb://…` or `esdb+discover://…` */
  connectionString: string;
  /** PostgreSQL with log.kurrent_*; one of its connections is held for good, so it needs two at least. */
  pool: Pool;
  /** Readers are woken at the latest after this (ms). */
  pollMs?: number;
  /** Commands that a dead process left unfinished are looked for this often (ms). False where this process only reads. */
  recoverMs?: number | false;
  /** An accepted plan met a writer from outside: see `openKurrentStore`. Goes to the log and the alarm. */
  onRebase?: (commandId: string, rebased: Rebase[]) => void;
  /** The recovery could not reach PostgreSQL or the log; it goes on trying. */
  onError?: (error: unknown) => void;
}

export interface KurrentStore extends EventStore {
  /** Resolves when what an earlier process left unfinished has been finished. */
  readonly recovered: Promise<void>;
}

/** The server takes a mebibyte in one append (MaxAppendSize); some of it goes for names and metadata. */
const MAX_STREAM_BYTES = 1_000_000;

/** How long a command waits for another process that holds one of its streams, before it is given up. */
const PATIENCE_MS = 30_000;

/**
 * The event log in KurrentDB. It has no transaction over several streams; PostgreSQL beside it keeps which commands were
 * given (pending before the first write, done with position and result after the last) and which streams are reserved
 * for a command while it runs. What that guarantees:
 *
 * 1. While all writers go through this adapter on one PostgreSQL, a command is taken whole or not at all, and every
 *    expected version, of written and of merely checked streams, held at the moment it was accepted: all are compared
 *    before the first write, and until the last one no other command writes to any of these streams.
 * 2. One stream: the server's append is the moment of acceptance. Several: the plan in `command-<id>` is; it holds the
 *    whole command. From then on the rest is written, by this process or, when it dies, by the next that comes (at its
 *    start, every `recoverMs`, or as soon as it wants one of the streams or the same command id).
 * 3. A reader of the log may see the first streams of a command before the last (`multiStream: 'eventual'`), never
 *    anything of a command that is refused, and every event once.
 * 4. A command id is taken once. Whoever asks again gets the first result, also when the first run was cut off anywhere.
 *    The log tells of every command what the table holds (but for those without events), so that a table restored from
 *    an older backup is made good from the log at the next start.
 * 5. A writer that goes round this adapter cannot be locked out. It fails one-stream commands with a conflict as it
 *    should. For an accepted plan: if it moved the first stream to be written and that one expected a version, the plan
 *    is revoked with nothing of it written, and the command ends as a conflict. Later than that, the plan's events are
 *    written behind the foreign ones (whole goes before version, since the plan was accepted first), and for streams
 *    that expected a version this is noted in `command-<id>`, in log.kurrent_commands.rebased and by `onRebase`.
 *
 * `recordedAt` is the server's clock, which may step back when another node becomes leader; order is by position alone.
 * A stream takes a megabyte per command at most.
 */
export function openKurrentStore(options: KurrentStoreOptions): KurrentStore {
  const log = openLogClient(options.connectionString);
  const commands = openCommands(options.pool);
  const waker = createWaker(log, options.pollMs ?? 1_000);
  const take = createLocks();
  const inFlight = new Set<string>();
  const working = new Set<Promise<unknown>>();
  const listeners: Parameters<StoreMetrics['onBatch']>[0][] = [];
  const counters = { appendedEvents: 0, appendedCommands: 0, conflicts: 0, duplicates: 0, batches: 0, waiting: 0 };

  /** Carries a command out that this process holds. Undefined when another took it over meanwhile: look again. */
  async function conclude(plan: Plan, owner: number, first: boolean): Promise<Outcome | undefined> {
    const started = performance.now();
    const outcome = await carryOut(log, plan, first);
    if (!outcome.accepted) return (await commands.withdraw(plan.commandId, owner)) ? outcome : undefined;
    await commands.finish(plan, outcome.position, outcome.rebased);
    const events = plan.writes.reduce((sum, write) => sum + write.events.length, 0);
    counters.appendedCommands += 1;
    counters.appendedEvents += events;
    counters.batches += 1;
    for (const listener of listeners) listener({ commands: 1, events, seconds: (performance.now() - started) / 1000 });
    if (outcome.rebased.length > 0) options.onRebase?.(plan.commandId, outcome.rebased);
    if (events > 0) waker.wake();
    return outcome;
  }

  /** Brings a pending command to its end if its process is gone. False while that runs. */
  async function settle(commandId: string): Promise<boolean> {
    const adoption = await commands.adopt(commandId);
    if (adoption.verdict === 'adopted') await conclude(adoption.plan, adoption.owner, false);
    return adoption.verdict !== 'alive';
  }

  async function settleOrWait(commandId: string, waited: number): Promise<number> {
    if (await settle(commandId)) return waited;
    if (waited > PATIENCE_MS) throw new Error(`Command ${commandId} of another process does not come to its end.`);
    const pause = Math.min(200, 5 + waited / 4);
    await sleep(pause);
    return waited + pause;
  }

  function repeated(plan: Plan, record: CommandRecord): AppendResult {
    if (record.fingerprint !== plan.fingerprint) return { outcome: 'mismatch', record };
    counters.duplicates += 1;
    return { outcome: 'duplicate', record };
  }

  async function appendHeld(plan: Plan): Promise<AppendResult> {
    for (let waited = 0; ;) {
      const reservation = await commands.reserve(plan);
      switch (reservation.verdict) {
        case 'done':
          return repeated(plan, reservation.record);
        case 'pending':
          waited = await settleOrWait(reservation.commandId, waited);
          continue;
        case 'again':
          continue;
        case 'reserved': {
          const outcome = await conclude(plan, reservation.owner, true);
          if (!outcome) continue;
          if (outcome.accepted) return { outcome: 'appended', position: outcome.position, versions: outcome.versions };
          counters.conflicts += 1;
          return { outcome: 'conflict', stream: outcome.stream, expected: outcome.expected, actual: outcome.actual };
        }
      }
    }
  }

  async function append(command: AppendCommand): Promise<AppendResult> {
    const plan = toPlan(command);
    refuseUnfit(plan);
    counters.waiting += 1;
    const written = plan.writes.filter((write) => write.events.length > 0).map((write) => write.stream);
    const checked = plan.writes.filter((write) => write.events.length === 0).map((write) => write.stream);
    const release = await take([command.commandId, ...written], checked);
    counters.waiting -= 1;
    inFlight.add(command.commandId);
    const held = appendHeld(plan);
    working.add(held);
    try {
      return await held;
    } finally {
      working.delete(held);
      inFlight.delete(command.commandId);
      release();
    }
  }

  const recovery =
    options.recoverMs === false
      ? undefined
      : startRecovery({
          log,
          commands,
          inFlight,
          settle,
          restore: async (plan) => {
            for (let waited = 0; ;) {
              const reservation = await commands.reserve(plan);
              if (reservation.verdict === 'done') return;
              if (reservation.verdict === 'pending') waited = await settleOrWait(reservation.commandId, waited);
              if (reservation.verdict === 'reserved' && (await conclude(plan, reservation.owner, false))) return;
            }
          },
          everyMs: options.recoverMs ?? 5_000,
          onError: options.onError ?? (() => undefined),
        });

  return {
    capabilities: { multiStream: 'eventual' },
    recovered: recovery?.started ?? Promise.resolve(),
    append,
    async findCommand(commandId) {
      for (let waited = 0; ;) {
        const found = await commands.find(commandId);
        if (found !== 'pending') return found;
        // One's own is waited for in its queue; a half-written one of a dead process is brought to its end first,
        // since a decision on what it left so far would go wrong.
        if (inFlight.has(commandId)) (await take([commandId]))();
        else waited = await settleOrWait(commandId, waited);
      }
    },
    readStream: (stream, range) => readStream(log, stream, range),
    readStreams: (streams) => readStreams(log, streams),
    readAll: (after, limit, filter) => readPage(log, after, limit, filter),
    async head() {
      const last = await log.last();
      const commit = last?.commitPosition ?? last?.event?.position.commit;
      return commit === undefined ? START : toPosition(commit);
    },
    subscribe: (wake) => waker.subscribe(wake),
    metrics: () => ({ ...counters, onBatch: (listener) => void listeners.push(listener) }),
    async close() {
      await recovery?.close();
      await Promise.allSettled(working);
      await waker.close();
      await commands.close();
      await log.close();
    },
  };
}

function refuseUnfit(plan: Plan): void {
  const names = plan.writes.map((write) => write.stream);
  if (new Set(names).size < names.length) throw new Error('A command names each stream once.');
  for (const { stream, events } of plan.writes) {
    if (isReservedStream(stream)) throw new Error(`${stream} is no stream for facts.`);
    const bytes = events.reduce((sum, event) => sum + Buffer.byteLength(JSON.stringify(event.body)) + 1_000, 0);
    if (bytes > MAX_STREAM_BYTES)
      throw new Error(`A command's share of one stream has ${bytes} bytes; ${MAX_STREAM_BYTES} is the most.`);
  }
}
