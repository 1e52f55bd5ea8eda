import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Position } from '../event-store/port.ts';
import { createProjector, type Progress, type ProjectorEvent } from '../projection/engine.ts';
import type { Touched } from '../projection/touched.ts';
import { createWaiter } from '../projection/wait.ts';
import type { OpenedProjector } from '../projection/worker.ts';
import { startProjectorThread } from '../projection/worker-client.ts';
import { eventRegistry } from '@nocgia/schemas/events/registry.ts';
import { openKeyring } from '../event-store/keys/keyring.ts';
import { openLog } from '../event-store/open-log.ts';
import { openStore, type Platform } from './platform.ts';
import { projections } from './projections.ts';

/** The projector as the server sees it, in its worker thread. */
export interface ProjectionHandle {
  progress(): readonly Progress[];
  /** Waits (bounded) until the rows of every page have come to a position. */
  waitFor(position: Position, timeoutMs: number): Promise<{ behind: boolean }>;
  /** Waits until the rows are at most `limit` positions behind; false when that took too long. */
  pause(position: Position, limit: number, timeoutMs: number): Promise<boolean>;
  rebuild(name: string): Promise<void>;
  wake(): void;
  stop(): Promise<void>;
}

/** What the thread needs to open log and pool for itself. */
export interface ProjectorData {
  projectorUrl: string;
  eventStoreUrl: string | undefined;
  masterKey: string;
}

/** Names of all projections: what an `after` waits for. */
export const projectionNames: readonly string[] = projections.map(({ name }) => name);

/** Opens a projector with a log and a pool of its own; see `projection/worker.ts`. */
export async function openProjector(data: unknown, onEvent: (event: ProjectorEvent) => void): Promise<OpenedProjector> {
  const { projectorUrl, eventStoreUrl, masterKey } = data as ProjectorData;
  const db = new pg.Pool({ connectionString: projectorUrl, max: 6, application_name: 'nocgia projector' });
  db.on('error', () => undefined);
  const keyring = await openKeyring({ connectionString: projectorUrl, masterKey: Buffer.from(masterKey, 'base64') });
  const store = openStore({ settings: { eventStoreUrl }, connectionString: projectorUrl, pool: db, writes: false });
  const log = openLog({ store, keyring, registry: eventRegistry });
  const projector = createProjector({ log, db, projections, onEvent });
  return {
    projector,
    close: async () => {
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

/** Starts projecting in a worker thread beside the API; `changed` is told after every page how far the rows are. */
export async function startProjecting(
  platform: Platform,
  changed: (positions: Record<string, Position>, touched: readonly Touched[]) => void,
): Promise<ProjectionHandle> {
  const { logger } = platform;
  const waiter = createWaiter(platform.appPool);
  const thread = await startProjectorThread({
    module: import.meta.url,
    data: projectorData(platform),
    onEvent: (event) => tell(logger, event),
    onReached: (positions, touched) => {
      waiter.tell(positions);
      changed(positions, touched);
    },
    onEnd: (reason) => logger.error({ reason }, 'projector ended, starting it again'),
  });
  const subscription = platform.log.store.subscribe(() => thread.wake());
  return {
    progress: thread.progress,
    waitFor: (position, timeoutMs) => waiter.waitFor(position, projectionNames, timeoutMs),
    pause: (position, limit, timeoutMs) => waiter.pause(position, projectionNames, limit, timeoutMs),
    rebuild: thread.rebuild,
    wake: thread.wake,
    async stop() {
      subscription.close();
      await thread.stop();
      await waiter.close();
    },
  };
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
