import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { Resolvers, SystemWarning } from '@nocgia/schemas/generated/resolvers.ts';
import { mayEver } from '../../access/ability.ts';
import type { AppParts } from '../app.ts';
import { openEnds, unitName } from './queries.ts';

type SystemParts = Pick<AppParts, 'platform' | 'projecting' | 'backups' | 'hub'>;

const DAY_MS = 24 * 3_600_000;

/** Resolvers of `schemas/graphql/system.graphql` and of the subscription `changed`. */
export function systemResolvers({ platform, projecting, backups, hub }: SystemParts) {
  /** What the running of the system wants of somebody; read by everybody, so that a backup that stopped does not go unseen. */
  async function warnings(now: Date): Promise<SystemWarning[]> {
    const found: SystemWarning[] = [];
    const warn = (code: string, params: Record<string, string> = {}) =>
      found.push({ code, params: Object.entries(params).map(([name, value]) => ({ name, value })) });
    const { lastAt, error } = await backups.state();
    if (error) warn('backup_failed', { reason: error });
    if (lastAt === null) warn('backup_missing');
    else if (now.getTime() - Date.parse(lastAt) > DAY_MS) warn('backup_old', { at: lastAt });
    for (const { name, state, lag } of projecting.progress()) {
      if (state === 'poisoned') warn('projection_stopped', { name });
      else if (state === 'rebuilding') warn('projection_rebuilding', { name });
      else if (lag > 1_000) warn('projection_behind', { name, lag: String(lag) });
    }
    return found;
  }

  return {
    Query: {
      today: async (_parent, _args, { scope, db, today, now }) => {
        const ends = await openEnds(scope, db);
        return {
          wardName: (scope.unit && (await unitName(scope, db, scope.unit.slice(0, 5)))) ?? '',
          demo: platform.settings.kind === 'demo',
          date: today,
          unplacedDwellings: ends?.unplacedDwellings ?? null,
          householdsWithoutHead: ends?.householdsWithoutHead ?? null,
          warnings: await warnings(now()),
        };
      },
      system: async (_parent, _args, { scope }) => {
        if (!mayEver(scope, 'read', 'System')) throw new RejectionError({ code: 'FORBIDDEN' });
        const { lastAt, error } = await backups.state();
        return {
          head: await platform.log.store.head(),
          projections: projecting.progress().map(({ name, version, state, position, lag }) => ({ name, version, state, position, lag })),
          lastBackup: lastAt,
          lastBackupError: error,
        };
      },
    },
    Subscription: {
      changed: { subscribe: (_parent, _args, { scope }) => hub.listen(scope) },
    },
  } satisfies Resolvers;
}
