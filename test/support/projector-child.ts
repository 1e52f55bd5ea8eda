import { openKeyring } from '@nocgia/services/event-store/keys/keyring.ts';
import { openLog } from '@nocgia/services/event-store/open-log.ts';
import { openPostgresStore } from '@nocgia/services/event-store/postgres/postgres.ts';
import { createProjector } from '@nocgia/services/projection/engine.ts';
import { projections } from '@nocgia/services/server/projections.ts';
import { eventRegistry } from '@nocgia/schemas/events/registry.ts';
import pg from 'pg';

/** What the child is told, as JSON in its first argument. */
export interface ChildTask {
  projectorUrl: string;
  masterKey: string;
  /** `follow` projects until it is killed; `rebuild` refolds everything once and ends. */
  mode: 'follow' | 'rebuild';
  pageSize: number;
  flushEvents: number;
}

const task: ChildTask = JSON.parse(process.argv[2] ?? '{}');
const db = new pg.Pool({ connectionString: task.projectorUrl, max: 6 });
const keyring = await openKeyring({
  connectionString: task.projectorUrl,
  masterKey: Buffer.from(task.masterKey, 'hex'),
});
const log = openLog({
  store: openPostgresStore({ connectionString: task.projectorUrl }),
  keyring,
  registry: eventRegistry,
});
const projector = createProjector({
  ...{ log, db, projections, pageSize: task.pageSize, flushEvents: task.flushEvents, fillPageSize: 500 },
  onEvent: (event) => process.stdout.write(`${event.kind}\n`),
});
await projector.start();
process.stdout.write('started\n');
if (task.mode === 'rebuild') {
  await projector.runToHead();
  await Promise.all(projections.map((projection) => projector.rebuild(projection.name)));
  await projector.stop();
  await log.close();
  await db.end();
  process.stdout.write('done\n');
}
