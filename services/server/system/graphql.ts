import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { BoundaryChangePlan, Resolvers, SystemWarning } from '@nocgia/schemas/generated/resolvers.ts';
import { mayEver } from '../../access/ability.ts';
import { importTypes } from '../../registry/import/graphql.ts';
import { visibleImports } from '../../registry/import/queries.ts';
import { planType } from '../../territory/unit/graphql.ts';
import { boundaryChanges } from '../../territory/unit/queries.ts';
import type { AppParts } from '../app.ts';
import { outsideOf } from '../outside/outside.ts';
import { reasonText } from '../signing/queries.ts';
import { openEnds, unitName } from './queries.ts';

type SystemParts = Pick<AppParts, 'platform' | 'projecting' | 'backups' | 'hub' | 'imports' | 'outside'>;

const DAY_MS = 24 * 3_600_000;

/** Resolvers of `schemas/graphql/system.graphql` and of the subscription `changed`. */
export function systemResolvers({ platform, projecting, backups, hub, imports, outside }: SystemParts) {
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
    for (const { name, configured, reachableSince, lastFailureAt } of await outsideOf(outside))
      if (configured && reachableSince === null && lastFailureAt !== null) warn('service_away', { name });
    return found;
  }

  const lag = () => Math.max(0, ...projecting.progress().map((one) => one.lag));
  return {
    Query: {
      today: async (_parent, _args, { scope, db, today, now }) => {
        const ends = await openEnds(scope, db);
        const ward = scope.unit?.slice(0, 5) ?? '';
        const running = await visibleImports(scope, imports, {
          after: null,
          first: 10,
          states: ['reading', 'checking', 'committing'],
        });
        const planned = (await boundaryChanges(scope, db, ward)).filter(({ state }) => state === 'planned');
        return {
          wardName: (await unitName(scope, db, ward)) ?? '',
          importsRunning: await importTypes(running.items, { ...imports, lag }, { scope, db }),
          // What a plan leaves out is completed by its own resolvers.
          boundaryChangesAhead: planned.map((row) => planType(row) as BoundaryChangePlan),
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
          projections: projecting
            .progress()
            .map(({ name, version, state, position, lag }) => ({ name, version, state, position, lag })),
          lastBackup: lastAt,
          lastBackupError: error,
          services: (await outsideOf(outside)).map((one) => ({
            ...one,
            lastFailure: reasonText(scope, one.lastFailure, null),
          })),
        };
      },
    },
    Subscription: {
      changed: { subscribe: (_parent, _args, { scope }) => hub.listen(scope) },
    },
  } satisfies Resolvers;
}
