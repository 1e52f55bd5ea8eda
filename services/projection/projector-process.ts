import type { Projector, ProjectorEvent } from './engine.ts';
import type { FromProjector, ProjectorStart, ToProjector } from './projector-protocol.ts';

/** What the module named at the start gives: a projector whose `onEvent` is the one handed in, and how to close its log and pool. */
export interface OpenedProjector {
  projector: Projector;
  close(): Promise<void>;
}
export type OpenProjector = (data: unknown, onEvent: (event: ProjectorEvent) => void) => Promise<OpenedProjector>;

const PROGRESS_MS = 1_000;

function send(message: FromProjector): void {
  // Who started this process may be gone already; `disconnect` ends it then.
  if (process.connected) process.send?.(message, () => undefined);
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : 'failed');

async function project(start: ProjectorStart): Promise<{ take(message: ToProjector): void; end(): Promise<void> }> {
  const { openProjector }: { openProjector: OpenProjector } = await import(start.module);
  const { projector, close } = await openProjector(start.data, (event) => {
    if (event.kind === 'page') send({ kind: 'reached', positions: event.positions, touched: event.touched });
    else send({ kind: 'event', event, progress: projector.progress() });
  });
  const timer = setInterval(() => send({ kind: 'progress', progress: projector.progress() }), PROGRESS_MS);
  await projector.start();
  send({ kind: 'started', progress: projector.progress() });
  return {
    take(message) {
      if (message.kind === 'wake') projector.wake();
      if (message.kind !== 'rebuild') return;
      projector.rebuild(message.name).then(
        () => send({ kind: 'rebuilt', id: message.id, error: null }),
        (error: unknown) => send({ kind: 'rebuilt', id: message.id, error: reason(error) }),
      );
    },
    async end() {
      clearInterval(timer);
      await projector.stop();
      await close();
    },
  };
}

// Ctrl-C and a service manager's signal reach the whole group; the server decides when this process is to end.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);

let running: ReturnType<typeof project> | undefined;
let ending = false;

function end(): void {
  if (ending) return;
  ending = true;
  (running ?? Promise.resolve(undefined))
    .then((projecting) => projecting?.end())
    .then(
      () => process.exit(0),
      () => process.exit(1),
    );
}

process.on('message', (message: ToProjector) => {
  if (message.kind === 'stop') return end();
  if (message.kind !== 'start') {
    void running?.then((projecting) => projecting.take(message));
    return;
  }
  running = project(message);
  running.catch((error: unknown) => {
    // Ended only when the message is on its way, or nobody would learn why.
    process.send?.({ kind: 'failed', message: reason(error) } satisfies FromProjector, () => process.exit(1));
  });
});
process.on('disconnect', end);
