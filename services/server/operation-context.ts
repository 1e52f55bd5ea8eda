import type { FastifyRequest } from 'fastify';
import { dayInVietnam } from '@nocgia/schemas/days.ts';
import { PUBLIC_ACTOR, publicScope } from '../access/public.ts';
import { openScoped } from '../access/scoped-db.ts';
import type { Reader } from '../access/sign-in/reader.ts';
import { addressBlock, countHourly, type Attempt } from '../access/sign-in/throttle.ts';
import type { AppParts } from './app.ts';
import type { GraphContext } from './context.ts';
import { localeOf } from './session.ts';

/** How long an `after` may wait for the rows. */
export const AFTER_MS = 2_000;

/**
 * What the resolvers of one operation have at hand, for a reader or for the public (null): then the scope is the public's, which sees
 * nobody's rows, events are the public's own, and nothing can be looked at that the access log would have to name.
 */
export function operationContext(
  { platform, projecting, logAccess, uploads }: Pick<AppParts, 'platform' | 'projecting' | 'logAccess' | 'uploads'>,
  request: FastifyRequest,
  reader: Reader | null,
): { values: Record<string, unknown> & Omit<GraphContext, 'reader'>; close(): Promise<void> } {
  const scope = reader?.scope ?? publicScope(dayInVietnam(platform.now()), localeOf(request));
  const actor = reader?.account.id ?? PUBLIC_ACTOR;
  const session = openScoped(platform.appPool, scope);
  const correlation = request.id;
  const count = (what: string, times: number) =>
    countHourly(platform.appPool, platform.claimHash, { what, times }, platform.now());
  const context: Omit<GraphContext, 'reader'> & { reader: Reader | null } = {
    reader,
    scope,
    db: session.db,
    log: platform.log,
    now: platform.now,
    today: scope.today,
    cursors: platform.cursors(actor),
    claimHash: platform.claimHash,
    publicHash: platform.publicHash,
    eventContext: (source = { kind: 'form', id: correlation }) => ({
      actor,
      ...(scope.positionId ? { position: scope.positionId } : {}),
      ...(scope.unit ? { unit: scope.unit } : {}),
      source,
      correlation,
    }),
    settled: async (position) => {
      await projecting.waitFor(position, AFTER_MS);
      await session.renew();
    },
    countHourly: (what, times) => count(`${what}:${actor}`, times),
    countFromAddress: (what, times) => countFromAddress(platform, request, what, times),
    countAbout: (what, times) => count(`about:${what}`, times),
    dossierSent: (dossierId) => uploads.soon({ dossierId }),
    logAccess: async ({ action, citizenIds, purpose }) => {
      if (!reader) throw new Error('the public looks at nobody');
      await logAccess({
        at: platform.now(),
        accountId: reader.account.id,
        positionId: scope.positionId,
        action,
        citizenIds,
        ...(purpose ? { purpose } : {}),
      });
    },
  };
  return { values: { ...context }, close: session.close };
}

/** Counts something that one address may do only so often in an hour, for all processes; by a keyed hash, the address itself is kept nowhere. */
export function countFromAddress(
  { appPool, claimHash, now }: AppParts['platform'],
  request: FastifyRequest,
  what: string,
  times: number,
): Promise<Attempt> {
  return countHourly(appPool, claimHash, { what: `public:${what}:${addressBlock(request.ip)}`, times }, now());
}
