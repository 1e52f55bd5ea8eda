import type { Position } from '../event-store/port.ts';
import type { Progress, ProjectorEvent } from './engine.ts';
import type { Touched } from './touched.ts';

/**
 * What the projector's process is told first: a module that exports `openProjector(data)`, which opens log and pool inside that
 * process, since neither can be handed over, and answers a projector with the way to close what it opened.
 */
export interface ProjectorStart {
  module: string;
  data: unknown;
}

export type ToProjector =
  | ({ kind: 'start' } & ProjectorStart)
  | { kind: 'wake' }
  | { kind: 'rebuild'; id: number; name: string }
  | { kind: 'stop' };

export type FromProjector =
  | { kind: 'started'; progress: Progress[] }
  | { kind: 'failed'; message: string }
  | { kind: 'event'; event: ProjectorEvent; progress: Progress[] }
  | { kind: 'progress'; progress: Progress[] }
  | { kind: 'reached'; positions: Record<string, Position>; touched: Touched[] }
  | { kind: 'rebuilt'; id: number; error: string | null };
