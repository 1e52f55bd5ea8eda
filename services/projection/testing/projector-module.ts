import pg from 'pg';
import { eventRegistry } from '@nocgia/schemas/events/registry.ts';
import { openKeyring } from '../../event-store/keys/keyring.ts';
import { openLog } from '../../event-store/open-log.ts';
import { openPostgresStore } from '../../event-store/postgres/postgres.ts';
import { createProjector } from '../engine.ts';
import type { OpenProjector } from '../projector-process.ts';
import { sampleProjection } from './sample-projection.ts';

/** Opens the sample projection in a process of its own; `data` is the URL of the projector role. */
export const openProjector: OpenProjector = async (data, onEvent) => {
  if (typeof data !== 'string') throw new Error('no URL');
  const db = new pg.Pool({ connectionString: data });
  db.on('error', () => undefined);
  const keyring = await openKeyring({ connectionString: data, masterKey: Buffer.alloc(32, 7) });
  const log = openLog({ store: openPostgresStore({ connectionString: data }), keyring, registry: eventRegistry });
  return {
    projector: createProjector({ log, db, projections: [sampleProjection()], onEvent }),
    async close() {
      await log.close();
      await db.end();
    },
  };
};
