import type { LogClient } from './client.ts';
import type { Commands } from './commands.ts';
import { plannedCommand, readDecision, type Plan } from './plan.ts';
import { fromPosition, toPosition } from './wire.ts';

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

/**
 * The durable process behind commands of several streams: at the start, and every `everyMs`, goes through the pending
 * commands whose process is gone. Once per start it also goes through the plans in the log behind its checkpoint and
 * finishes those that the command table does not know, which is so after that table was restored from an older backup.
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

  async function goThroughPlans(): Promise<void> {
    let position = await commands.plansUntil();
    while (!closed) {
      const page = await log.readAll(fromPosition(position), PAGE);
      const planned = page.flatMap(({ event }) => (event ? [plannedCommand(event)] : [])).filter((id) => id !== undefined);
      for (const commandId of await commands.missing([...new Set(planned)])) {
        const decision = await readDecision(log, commandId);
        if (decision.state === 'planned') await parts.restore(decision.plan);
      }
      const last = page.at(-1);
      const commit = last?.commitPosition ?? last?.event?.position.commit;
      if (commit !== undefined) {
        position = toPosition(commit);
        await commands.setPlansUntil(position);
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

  const started = run(async () => {
    await sweep();
    await goThroughPlans();
  });
  const timer = setInterval(() => void run(sweep), parts.everyMs);
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
