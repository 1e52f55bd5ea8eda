import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Position } from '../event-store/port.ts';
import type { Progress, ProjectorEvent } from './engine.ts';
import type { FromProjector, ProjectorStart, ToProjector } from './projector-protocol.ts';
import type { Touched } from './touched.ts';

export interface ProjectorProcess {
  /** Of the process that runs now; undefined while it is down. */
  pid(): number | undefined;
  /** As of the last message, at most a second old. */
  progress(): Progress[];
  wake(): void;
  /** Resolves after the swap; rejects with the projector's reason. */
  rebuild(name: string): Promise<void>;
  stop(): Promise<void>;
}

export interface ProjectorProcessOptions extends ProjectorStart {
  onEvent?: (event: ProjectorEvent) => void;
  /** How far which projection has come, after every page: hand it to the waiter's `tell`. */
  onReached?: (positions: Record<string, Position>, touched: readonly Touched[]) => void;
  /** The process ended by itself: killed, out of memory, or it could not start. It is started again after a pause, and this tells why. */
  onEnd?: (reason: string) => void;
}

const RESTART_MS = 2_000;
const PROGRAM = fileURLToPath(new URL('./projector-process.ts', import.meta.url));
// Pages of events come and go by the megabyte: in a small nursery half of the time went into moving them about.
const NODE_OPTIONS = ['--max-semi-space-size=32'];

/**
 * Starts the projector in a process of its own and keeps it running. Rejects when it cannot start the first time.
 *
 * A process, not a thread: Node 24 takes the types out of TypeScript with WebAssembly, and V8 frees the wrappers of WebAssembly
 * imports across threads without care; one start in fifty of a thread killed the server with it (seen in a core dump).
 */
export async function startProjectorProcess(options: ProjectorProcessOptions): Promise<ProjectorProcess> {
  let latest: Progress[] = [];
  let stopping = false;
  let nextId = 1;
  const rebuilds = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();
  let child: ChildProcess;

  function launch(): Promise<void> {
    return new Promise((resolve, reject) => {
      child = fork(PROGRAM, {
        execArgv: NODE_OPTIONS,
        serialization: 'advanced',
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      let reason = 'ended';
      child.on('message', (message: FromProjector) => {
        switch (message.kind) {
          case 'started':
            latest = message.progress;
            resolve();
            break;
          case 'failed':
            reason = message.message;
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
          }
        }
      });
      child.on('error', (error) => {
        reason = error.name;
      });
      child.on('close', (_code, signal) => {
        if (signal !== null) reason = signal;
        reject(new Error(`the projector did not start: ${reason}`));
        for (const waiting of rebuilds.values()) waiting.reject(new Error(reason));
        rebuilds.clear();
        if (stopping) return;
        options.onEnd?.(reason);
        setTimeout(() => {
          if (!stopping) launch().catch(() => undefined);
        }, RESTART_MS).unref();
      });
      send({ kind: 'start', module: options.module, data: options.data });
    });
  }

  function send(message: ToProjector): void {
    // While it is down nobody listens; it reads from its checkpoint when it is up again.
    if (child.connected) child.send(message, () => undefined);
  }

  try {
    await launch();
  } catch (error) {
    stopping = true;
    throw error;
  }
  return {
    pid: () => (child.connected ? child.pid : undefined),
    progress: () => latest,
    wake: () => send({ kind: 'wake' }),
    rebuild(name) {
      const id = nextId++;
      return new Promise((resolve, reject) => {
        if (!child.connected) return reject(new Error('the projector is starting again'));
        rebuilds.set(id, { resolve, reject });
        send({ kind: 'rebuild', id, name });
      });
    },
    async stop() {
      if (stopping) return;
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
      send({ kind: 'stop' });
      await ended;
    },
  };
}
