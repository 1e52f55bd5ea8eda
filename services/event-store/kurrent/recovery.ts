import type { AllStreamRecordedEvent } from '@eventstore/db-client';
import type { CommandRecord } from '../port.ts';
import type { LogClient } from './client.ts';
import type { Commands } from './commands.ts';
import { plannedCommand, readDecision, type Plan } from './plan.ts';
import { fromPosition, isFact, isWireMetadata, toPosition } from './wire.ts';

export interface Recovery {
  /** Resolves when everything that was unfinished at the start, and could be, has been finished. */
  readonly started: Promise<void>;
  close(): Promise<void>;
}

/** What the recovery is to work with; `settle` carries a pending command out if nobody else is at it. */
export interface RecoveryParts {
  log: LogClient;
  commands: Commands;
  inFlight: ReadonlySet<string>;
  settle: (commandId: string) => Promise<boolean>;
  /** Gives a plan that only the log knows its place in the command table again, and carries it out. */
  restore: (plan: Plan) => Promise<void>;
  everyMs: number;
  onError: (error: unknown) => void;
}

const PAGE = 1_000;

/** What an event of `$all` tells of its command: the whole record, or that its plan was accepted. */
function commandsToldOf(event: AllStreamRecordedEvent): { commandId: string; record?: CommandRecord }[] {
  const planned = plannedCommand(event);
  if (planned !== undefined) return [{ commandId: planned }];
  if (!isFact(event) || !isWireMetadata(event.metadata) || !event.metadata.command) return [];
  const { commandId, command } = event.metadata;
  return [{ commandId, record: { commandId, ...command, position: toPosition(event.position.commit) } }];
}

/**
 * The durable process behind commands of several streams: at the start, and every `everyMs`, it ends the pending commands
 * whose process is gone; then it goes through the log behind its checkpoint and enters commands that the table does not
 * know, which is so after that table was restored from an older backup, and carries out what is left of their plans.
 */
export function startRecovery(parts: RecoveryParts): Recovery {
  const { log, commands } = parts;
  let closed = false;
  let running: Promise<void> = Promise.resolve();

  async function sweep(): Promise<void> {
    for (const commandId of await commands.pending()) {
      if (closed) return;
      if (!parts.inFlight.has(commandId)) await parts.settle(commandId);
    }
  }

  async function goThroughLog(): Promise<void> {
    let position = await commands.knownUntil();
    for (;;) {
      if (closed) return;
      const page = await log.readAll(fromPosition(position), PAGE);
      const told = page.flatMap(({ event }) => (event ? commandsToldOf(event) : []));
      const missing = new Set(await commands.missing([...new Set(told.map(({ commandId }) => commandId))]));
      for (const { commandId, record } of told) {
        if (!missing.has(commandId)) continue;
        if (record) {
          await commands.finish(record, record.position);
          continue;
        }
        const decision = await readDecision(log, commandId);
        if (decision.state === 'planned') await parts.restore(decision.plan);
      }
      const last = page.at(-1);
      const commit = last?.commitPosition ?? last?.event?.position.commit;
      if (commit !== undefined && toPosition(commit) > position) {
        position = toPosition(commit);
        await commands.setKnownUntil(position);
      }
      if (page.length < PAGE) return;
    }
  }

  const run = (work: () => Promise<void>): Promise<void> => {
    running = running.then(work).catch((error: unknown) => {
      if (!closed) parts.onError(error);
    });
    return running;
  };

  const once = async (): Promise<void> => {
    await sweep();
    await goThroughLog();
  };
  const started = run(once);
  const timer = setInterval(() => void run(once), parts.everyMs);
  timer.unref();

  return {
    started,
    async close() {
      closed = true;
      clearInterval(timer);
      await running;
    },
  };
}
