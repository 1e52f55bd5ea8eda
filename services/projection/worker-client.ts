import { Worker } from 'node:worker_threads';
import type { Position } from '../event-store/port.ts';
import type { Progress, ProjectorEvent } from './engine.ts';
import type { Touched } from './touched.ts';
import type { FromWorker, ToWorker, WorkerStart } from './worker-protocol.ts';

export interface ProjectorThread {
  /** As of the last message, at most a second old. */
  progress(): Progress[];
  wake(): void;
  /** Resolves after the swap; rejects with the projector's reason. */
  rebuild(name: string): Promise<void>;
  stop(): Promise<void>;
}

export interface ThreadOptions extends WorkerStart {
  onEvent?: (event: ProjectorEvent) => void;
  /** How far which projection has come, after every page: hand it to the waiter's `tell`. */
  onReached?: (positions: Record<string, Position>, touched: readonly Touched[]) => void;
  /** The thread ended by itself: out of memory, or it could not start. It is started again after a pause, and this tells why. */
  onEnd?: (reason: string) => void;
}

const RESTART_MS = 2_000;

/** Starts the projector in a thread of its own and keeps it running. Rejects when it cannot start the first time. */
export async function startProjectorThread(options: ThreadOptions): Promise<ProjectorThread> {
  let latest: Progress[] = [];
  let stopping = false;
  let nextId = 1;
  const rebuilds = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();
  let worker: Worker;

  function launch(): Promise<void> {
    return new Promise((resolve, reject) => {
      worker = new Worker(new URL('./worker.ts', import.meta.url), {
        workerData: { module: options.module, data: options.data } satisfies WorkerStart,
        // Pages of events come and go by the megabyte: in a small nursery half of the time went into moving them about.
        resourceLimits: { maxYoungGenerationSizeMb: 64 },
      });
      let reason = 'ended';
      worker.on('message', (message: FromWorker) => {
        switch (message.kind) {
          case 'started':
            latest = message.progress;
            resolve();
            break;
          case 'failed':
            reason = message.message;
            void worker.terminate();
            break;
          case 'event':
            latest = message.progress;
            options.onEvent?.(message.event);
            break;
          case 'progress':
            latest = message.progress;
            break;
          case 'reached':
            options.onReached?.(message.positions, message.touched);
            break;
          case 'rebuilt': {
            const waiting = rebuilds.get(message.id);
            rebuilds.delete(message.id);
            if (message.error === null) waiting?.resolve();
            else waiting?.reject(new Error(message.error));
            break;
          }
          case 'stopped':
        }
      });
      worker.on('error', (error) => {
        reason = error instanceof Error ? error.name : 'error';
      });
      worker.on('exit', () => {
        reject(new Error(`the projector did not start: ${reason}`));
        for (const waiting of rebuilds.values()) waiting.reject(new Error(reason));
        rebuilds.clear();
        if (stopping) return;
        options.onEnd?.(reason);
        setTimeout(() => {
          if (!stopping) launch().catch(() => undefined);
        }, RESTART_MS).unref();
      });
    });
  }

  const send = (message: ToWorker): void => worker.postMessage(message);
  try {
    await launch();
  } catch (error) {
    stopping = true;
    throw error;
  }
  return {
    progress: () => latest,
    wake: () => send({ kind: 'wake' }),
    rebuild(name) {
      const id = nextId++;
      return new Promise((resolve, reject) => {
        rebuilds.set(id, { resolve, reject });
        send({ kind: 'rebuild', id, name });
      });
    },
    async stop() {
      if (stopping) return;
      stopping = true;
      const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
      send({ kind: 'stop' });
      await ended;
    },
  };
}
