import { workbook } from '../../../papers/xlsx.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventRegistry } from '@nocgia/schemas/events/registry.ts';
import { createAccessLog } from '../../../access/access-log/access-log.ts';
import { claimHash } from '../../../event-store/keys/claims.ts';
import { openKeyring } from '../../../event-store/keys/keyring.ts';
import type { Log } from '../../../event-store/log.ts';
import { openLog } from '../../../event-store/open-log.ts';
import { openPostgresStore } from '../../../event-store/postgres/postgres.ts';
import { createProjector, type Projector } from '../../../projection/engine.ts';
import { createWaiter } from '../../../projection/wait.ts';
import type { ImportDeps } from '../deps.ts';
import { projections } from '../../../server/projections.ts';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';

/** What a process needs to work on an import; can be passed to another process as JSON. */
export interface HouseAddress {
  appUrl: string;
  projectorUrl: string;
  masterKey: string;
  folder: string;
  /** The clock stands still at this instant. */
  now: string;
}

export const ward = '27226';
export const names = projections.map(({ name }) => name);

/** A log with everything that an import stands on, in this process; `projecting` runs the projector beside it. */
export interface House {
  deps: ImportDeps;
  log: Log;
  app: pg.Pool;
  projectorPool: pg.Pool;
  projector: Projector;
  /** Imports that were queued. */
  queued: string[];
  close(): Promise<void>;
}

export async function openHouse(address: HouseAddress, { projecting = true } = {}): Promise<House> {
  const keyring = await openKeyring({
    connectionString: address.appUrl,
    masterKey: Buffer.from(address.masterKey, 'base64'),
  });
  const log = openLog({
    store: openPostgresStore({ connectionString: address.appUrl }),
    keyring,
    registry: eventRegistry,
  });
  const app = new pg.Pool({ connectionString: address.appUrl, max: 6 });
  const projectorPool = new pg.Pool({ connectionString: address.projectorUrl, max: 4 });
  for (const pool of [app, projectorPool]) pool.on('error', () => undefined);
  const projector = createProjector({ log, db: projectorPool, projections });
  if (projecting) await projector.start();
  const waiter = createWaiter(app);
  const subscription = log.store.subscribe(() => projector.wake());
  const secret = await keyring.secret('claims');
  const queued: string[] = [];
  const deps: ImportDeps = {
    pool: app,
    log,
    keyring,
    claimHash: (text) => claimHash(secret, text),
    now: () => new Date(address.now),
    logAccess: createAccessLog(app),
    disk: new Disk(new FSDriver({ location: join(address.folder, 'files'), visibility: 'private' })),
    waitFor: (position, timeout) => waiter.waitFor(position, names, timeout),
    workbook,
    pause: (position, limit, timeout) => waiter.pause(position, names, limit, timeout),
    enqueue: (id) => {
      queued.push(id);
      return Promise.resolve();
    },
  };
  return {
    deps,
    log,
    app,
    projectorPool,
    projector,
    queued,
    close: async () => {
      subscription.close();
      await projector.stop();
      await waiter.close();
      await log.close();
      await Promise.all([app.end(), projectorPool.end()]);
    },
  };
}

/** A folder that is gone again when the test is over. */
export function scratchFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'nocgia-import-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A city, a ward and neighbourhoods to import into. */
export async function establishWard(log: Log, neighbourhoods: Record<string, string> = {}): Promise<void> {
  const units = [
    { code: '79', level: 'city', name: 'Thành phố', parent: null },
    { code: ward, level: 'ward', name: 'Phường', parent: '79' },
    ...Object.entries(neighbourhoods).map(([code, name]) => ({ code, level: 'neighbourhood', name, parent: ward })),
  ];
  for (const unit of units) {
    const event = { type: 'UnitEstablished', data: { ...unit, occurredOn: '2020-01-01', predecessors: [] } };
    const write = { stream: `unit-${unit.code}`, expected: 'none' as const, events: [event] };
    await log.append({
      commandId: uuidv7(),
      fingerprint: '0'.repeat(64),
      result: null,
      context: { actor: 'system', correlation: 'test' },
      writes: [write],
    });
  }
}
