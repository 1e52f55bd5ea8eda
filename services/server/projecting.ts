import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { START, type Position } from '../event-store/port.ts';
import { createProjector, type Progress, type ProjectorEvent } from '../projection/engine.ts';
import type { Touched } from '../projection/touched.ts';
import { createWaiter } from '../projection/wait.ts';
import type { OpenedProjector } from '../projection/projector-process.ts';
import { startProjectorProcess } from '../projection/projector-client.ts';
import { eventRegistry } from '@nocgia/schemas/events/registry.ts';
import { openKeyring } from '../event-store/keys/keyring.ts';
import { openLog } from '../event-store/open-log.ts';
import { openStore } from './open-store.ts';
import type { Platform } from './platform.ts';
import { projections } from './projections.ts';
import { keepTotalsFresh } from './totals-keeper.ts';

/** The projector as the server sees it, in its own process. */
export interface ProjectionHandle {
  progress(): readonly Progress[];
  /** Waits (bounded) until the rows of every page have come to a position. */
  waitFor(position: Position, timeoutMs: number): Promise<{ behind: boolean }>;
  /** Waits until the rows are at most `limit` positions behind; false when that took too long. */
  pause(position: Position, limit: number, timeoutMs: number): Promise<boolean>;
  /** Waits until every projection's rows can be read by this code; `onProgress` is told the share of the log that they have, 0 to 1. */
  serving(onProgress: (share: number) => void): Promise<void>;
  rebuild(name: string): Promise<void>;
  wake(): void;
  stop(): Promise<void>;
}

/** What the process needs to open log and pool for itself. */
export interface ProjectorData {
  projectorUrl: string;
  eventStoreUrl: string | undefined;
  masterKey: string;
}

/** Names of all projections: what an `after` waits for. */
export const projectionNames: readonly string[] = projections.map(({ name }) => name);

/** Opens a projector with a log and a pool of its own; see `projection/projector-process.ts`. */
export async function openProjector(data: unknown, onEvent: (event: ProjectorEvent) => void): Promise<OpenedProjector> {
  const { projectorUrl, eventStoreUrl, masterKey } = data as ProjectorData;
  const db = new pg.Pool({ connectionString: projectorUrl, max: 6, application_name: 'nocgia projector' });
  db.on('error', () => undefined);
  const keyring = await openKeyring({ connectionString: projectorUrl, masterKey: Buffer.from(masterKey, 'base64') });
  const store = await openStore({
    settings: { eventStoreUrl },
    connectionString: projectorUrl,
    pool: db,
    writes: false,
  });
  const log = openLog({ store, keyring, registry: eventRegistry });
  const projector = createProjector({ log, db, projections, onEvent });
  const stopTotals = keepTotalsFresh(db);
  return {
    projector,
    close: async () => {
      await stopTotals();
      await log.close();
      await db.end();
    },
  };
}

/** What `openProjector` needs of a platform. */
export function projectorData(platform: Platform): ProjectorData {
  return {
    projectorUrl: platform.database.projectorUrl,
    eventStoreUrl: platform.settings.eventStoreUrl,
    masterKey: platform.masterKey.key.toString('base64'),
  };
}

/** Starts projecting in a process beside the API; `changed` is told after every page how far the rows are. */
export async function startProjecting(
  platform: Platform,
  changed: (positions: Record<string, Position>, touched: readonly Touched[]) => void,
): Promise<ProjectionHandle> {
  const { logger } = platform;
  const waiter = createWaiter(platform.appPool);
  const projector = await startProjectorProcess({
    module: import.meta.url,
    data: projectorData(platform),
    onEvent: (event) => tell(logger, event),
    onReached: (positions, touched) => {
      waiter.tell(positions);
      changed(positions, touched);
    },
    onEnd: (reason) => logger.error({ reason }, 'projector ended, starting it again'),
  });
  const subscription = platform.log.store.subscribe(() => projector.wake());
  return {
    progress: projector.progress,
    waitFor: (position, timeoutMs) => waiter.waitFor(position, projectionNames, timeoutMs),
    pause: (position, limit, timeoutMs) => waiter.pause(position, projectionNames, limit, timeoutMs),
    serving: (onProgress) => untilServing(projector.progress, onProgress),
    rebuild: projector.rebuild,
    wake: projector.wake,
    async stop() {
      subscription.close();
      await projector.stop();
      await waiter.close();
    },
  };
}

/** Rows that a newer program made cannot be read by this one. */
export class DataOfNewerProgram extends Error {
  constructor(names: readonly string[]) {
    super(
      `Dữ liệu này đã được một bản Nóc Gia mới hơn mở (${names.join(', ')}). Hãy chạy bản mới đó, đừng quay lại bản cũ.\n` +
        `A newer Nóc Gia has opened these data (${names.join(', ')}). Run that one; do not go back to an older program.`,
    );
    this.name = 'DataOfNewerProgram';
  }
}

async function untilServing(progress: () => readonly Progress[], onProgress: (share: number) => void): Promise<void> {
  for (;;) {
    const all = progress();
    const newer = all.filter(({ state }) => state === 'superseded');
    if (newer.length > 0) throw new DataOfNewerProgram(newer.map(({ name }) => name));
    const waiting = all.filter(({ serving }) => !serving);
    if (waiting.length === 0) return;
    const shares = waiting.map(({ rebuilding, position, lag }) => {
      const head = Number(position) + lag;
      return head === 0 ? 1 : Number(rebuilding ?? START) / head;
    });
    onProgress(Math.min(...shares, 1));
    await sleep(100);
  }
}

function tell(logger: Platform['logger'], event: ProjectorEvent): void {
  switch (event.kind) {
    case 'poisoned':
      logger.error({ projection: event.name, trouble: event.trouble }, 'projection stopped at a poison event');
      break;
    case 'rebuilding':
    case 'rebuilt':
      logger.info(event, 'projection');
      break;
    case 'retrying':
      logger.warn({ reason: event.reason }, 'projector retries');
      break;
    case 'page':
  }
}

/** Projects everything there is with a projector of this process, or waits for the one that is running elsewhere; for the CLI. */
export async function projectToHead(platform: Platform, onProgress: (behind: number) => void): Promise<void> {
  const { projector, close } = await openProjector(projectorData(platform), () => undefined);
  try {
    await projector.start();
    for (;;) {
      const behind = Math.max(0, ...projector.progress().map(({ lag }) => lag));
      onProgress(behind);
      const head = await platform.log.store.head();
      if (!(await projector.waitFor(head, projectionNames, 1_000)).behind) return;
      if (projector.progress().some(({ state }) => state === 'poisoned')) return;
      await sleep(50);
    }
  } finally {
    await projector.stop();
    await close();
  }
}
