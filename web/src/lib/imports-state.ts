import type { ImportState } from '#lib/api/generated.ts';

/** How a state of an import looks, and whether the server is at work on it. */
export const importStates: Readonly<
  Record<ImportState, { tone: 'plain' | 'info' | 'good' | 'warn' | 'bad'; busy: boolean; step: number }>
> = {
  reading: { tone: 'info', busy: true, step: 1 },
  needs_mapping: { tone: 'warn', busy: false, step: 2 },
  checking: { tone: 'info', busy: true, step: 3 },
  ready: { tone: 'info', busy: false, step: 3 },
  committing: { tone: 'info', busy: true, step: 4 },
  committed: { tone: 'good', busy: false, step: 4 },
  cancelled: { tone: 'plain', busy: false, step: 4 },
  failed: { tone: 'bad', busy: false, step: 4 },
  refused: { tone: 'bad', busy: false, step: 1 },
  withdrawing: { tone: 'info', busy: true, step: 4 },
  withdrawn: { tone: 'plain', busy: false, step: 4 },
};
