import { parentPort, workerData } from 'node:worker_threads';
import type { Projector, ProjectorEvent } from './engine.ts';
import type { FromWorker, ToWorker, WorkerStart } from './worker-protocol.ts';

/** What the module named at the start gives: a projector whose `onEvent` is the one handed in, and how to close its log and pool. */
export interface OpenedProjector {
  projector: Projector;
  close(): Promise<void>;
}
export type OpenProjector = (data: unknown, onEvent: (event: ProjectorEvent) => void) => Promise<OpenedProjector>;

const PROGRESS_MS = 1_000;

async function main(): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('to be started as a worker thread');
  const send = (message: FromWorker): void => port.postMessage(message);
  const start: WorkerStart = workerData;
  const { openProjector }: { openProjector: OpenProjector } = await import(start.module);
  const { projector, close } = await openProjector(start.data, (event) => {
    if (event.kind === 'page') send({ kind: 'reached', positions: event.positions, touched: event.touched });
    else send({ kind: 'event', event, progress: projector.progress() });
  });
  const timer = setInterval(() => send({ kind: 'progress', progress: projector.progress() }), PROGRESS_MS);
  port.on('message', (message: ToWorker) => {
    switch (message.kind) {
      case 'wake':
        projector.wake();
        break;
      case 'rebuild':
        projector.rebuild(message.name).then(
          () => send({ kind: 'rebuilt', id: message.id, error: null }),
          (error: unknown) =>
            send({ kind: 'rebuilt', id: message.id, error: error instanceof Error ? error.message : 'failed' }),
        );
        break;
      case 'stop':
        clearInterval(timer);
        void projector
          .stop()
          .then(close)
          .finally(() => {
            send({ kind: 'stopped' });
            port.close();
          });
    }
  });
  await projector.start();
  send({ kind: 'started', progress: projector.progress() });
}

main().catch((error: unknown) => {
  parentPort?.postMessage({
    kind: 'failed',
    message: error instanceof Error ? error.message : 'failed',
  } satisfies FromWorker);
  process.exitCode = 1;
});
