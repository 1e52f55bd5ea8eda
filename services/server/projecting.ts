import { Worker } from 'node:worker_threads';
import type { Position } from '../event-store/port.ts';
import type { Progress } from '../projection/engine.ts';

/** The projector as the server sees it, in its worker thread. */
export interface ProjectionHandle {
  /** True once the tables stand. */
  ready(): boolean;
  progress(): readonly Progress[];
  waitFor(position: Position, timeoutMs: number): Promise<{ behind: boolean }>;
  /** Waits until the rows are at most `limit` positions behind; false when that took too long. */
  pause(position: Position, limit: number, timeoutMs: number): Promise<boolean>;
  rebuild(name: string): Promise<void>;
  stop(): Promise<void>;
}
