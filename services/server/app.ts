import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { sdl } from '@nocgia/schemas/graphql/sdl.ts';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import persisted from '@nocgia/schemas/generated/persisted-operations.json' with { type: 'json' };
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify';
import { mercurius } from 'mercurius';
import type { LogAccess } from '../access/access-log/access-log.ts';
import type { TerritoryLookup } from '../access/scope-of.ts';
import type { Reader } from '../access/sign-in/reader.ts';
import { addressBlock } from '../access/sign-in/throttle.ts';
import type { FileDeps } from '../dossiers/file/deps.ts';
import { dossierFileRoutes } from '../dossiers/file/routes.ts';
import { catalogueRoutes } from '../dossiers/procedure/catalogue/routes.ts';
import type { UploadDeps } from '../dossiers/upload/deps.ts';
import { uploadRoutes } from '../dossiers/upload/routes.ts';
import type { DossierRoutes } from '../dossiers/worked-on.ts';
import type { PastDeps } from '../dossiers/past/deps.ts';
import { pastRoutes } from '../dossiers/past/upload.ts';
import { acceptFiles } from '../files/multipart.ts';
import type { ImportDeps } from '../registry/import/deps.ts';
import type { Backups } from './backups.ts';
import type { ChangeHub } from './changes.ts';
import type { GraphContext } from './context.ts';
import { exportRoutes } from './exports.ts';
import { graphqlEndpoint, type OperationContext } from './graphql/endpoint.ts';
import { resolvers } from './graphql/resolvers.ts';
import type { ErrorReader } from './graphql/answer.ts';
import type { Jobs } from './jobs.ts';
import { servePages, type PageHandler } from './kit.ts';
import type { Metrics } from './metrics.ts';
import { openFields, publicFields } from './open-fields.ts';
import { AFTER_MS, countFromAddress, operationContext } from './operation-context.ts';
import { posterRoutes } from './papers/posters.ts';
import { followRoutes } from './papers/follow-routes.ts';
import { ratingPosterRoutes } from './papers/rating-posters.ts';
import { paperRoutes } from './papers/routes.ts';
import type { OutsideDeps } from './outside/outside.ts';
import type { Platform } from './platform.ts';
import type { ProjectionHandle } from './projecting.ts';
import { authenticate, localeOf, registerSession } from './session.ts';
import { setupRoutes, type Setup } from './setup.ts';
import type { RequestDeps } from './signing/requests.ts';
import { signInRoutes } from './sign-in.ts';
import { importRoutes } from '../registry/import/upload.ts';

export interface AppParts {
  platform: Platform;
  projecting: ProjectionHandle;
  jobs: Jobs;
  hub: ChangeHub;
  metrics: Metrics;
  setup: Setup;
  territory(): Promise<TerritoryLookup>;
  backups: Backups;
  logAccess: LogAccess;
  imports: ImportDeps;
  past: PastDeps;
  files: FileDeps;
  uploads: UploadDeps;
  signings: RequestDeps;
  outside: OutsideDeps;
  /** Counts a question of the public's by its address; false where there were too many. */
  publicReads(address: string): boolean;
  /** Null in tests of the API alone. */
  pages: PageHandler | null;
}

/** The HTTP server, not yet listening: health, metrics, sessions, GraphQL, uploads, and the web application for all the rest. */
export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  const { platform, projecting, metrics } = parts;
  const { settings } = platform;
  const loggerInstance: FastifyBaseLogger = platform.logger.child({ part: 'http' });
  const app = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: settings.origin?.startsWith('https:') ? true : 'loopback',
    bodyLimit: 256 << 10,
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
  });

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.observeRequest(route, request.method, reply.statusCode, reply.elapsedTime / 1000);
    // The route's pattern, never the address itself: an address may hold what somebody searched for.
    request.log.info(
      { route, method: request.method, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    );
  });
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error({ kind: error.name, stack: stackOf(error) }, 'request failed');
    return reply.code(status).send({
      error: { code: status >= 500 ? 'INTERNAL' : 'BAD_INPUT', message: status >= 500 ? request.id : error.message },
    });
  });

  await app.register(helmet, {
    // Pages carry a policy of their own, with a nonce for each answer; everything else is data and may load nothing at all.
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: settings.origin?.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    // For Internet Explorer, Flash and a filter that browsers have dropped.
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
  await app.register(rateLimit, { global: false, max: 600, timeWindow: '1 minute' });

  app.get('/healthz', () => ({ ok: true }));
  app.get('/readyz', async (_request, reply) => {
    const stopped = projecting.progress().filter((p) => p.state === 'poisoned' || !p.serving);
    const ready = stopped.length === 0;
    return reply.code(ready ? 200 : 503).send({ ready, stopped: stopped.map((p) => p.name) });
  });
  app.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()));

  await app.register(async (api) => {
    await registerSession(api, {
      pool: platform.appPool,
      secret: (await platform.keyring.secret('sessions')).toString('hex'),
      now: platform.now,
    });
    api.addHook('onSend', async (_request, reply) => {
      // A file that a page shows has a policy of its own.
      if (!reply.hasHeader('content-security-policy'))
        reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
    });
    signInRoutes(api, { pool: platform.appPool, keyed: platform.claimHash, now: platform.now });
    setupRoutes(api, parts.setup);
    await acceptFiles(api);
    importRoutes(api, {
      ...parts.imports,
      scopeOf: async (request) => usable(await readerOfRequest(parts, request))?.scope ?? null,
      logExport: (scope, citizenIds) =>
        parts.logAccess({
          at: platform.now(),
          accountId: scope.accountId,
          positionId: scope.positionId,
          action: 'export',
          citizenIds,
        }),
    });
    pastRoutes(api, {
      ...parts.past,
      scopeOf: async (request) => usable(await readerOfRequest(parts, request))?.scope ?? null,
    });
    const dossierRoutes: DossierRoutes = {
      localeOf,
      open: async (request) => {
        const { values, end } = await openOperation(parts, request, ['dossier']);
        return { context: values as Record<string, unknown> & GraphContext, end };
      },
      settled: async (position) => {
        await projecting.waitFor(position, AFTER_MS);
      },
    };
    dossierFileRoutes(api, { ...parts.files, ...dossierRoutes });
    catalogueRoutes(api, dossierRoutes);
    uploadRoutes(api, {
      ...parts.uploads,
      localeOf,
      countFromAddress: (request, what, times) => countFromAddress(platform, request, what, times),
    });
    const originOf = (request: FastifyRequest) => settings.origin ?? `${request.protocol}://${request.host}`;
    await paperRoutes(api, { ...dossierRoutes, originOf });
    posterRoutes(api, { ...dossierRoutes, originOf });
    followRoutes(api, {
      ...{ localeOf, originOf, files: parts.files },
      open: async (request) => {
        const { values, end } = await openOperation(parts, request, ['followed']);
        return { context: values as Record<string, unknown> & GraphContext, end };
      },
    });
    ratingPosterRoutes(api, { ...dossierRoutes, originOf, publicHash: platform.publicHash });
    const { Subscription, ...others } = resolvers(parts);
    await api.register(mercurius, {
      schema: sdl,
      resolvers: others,
      jit: 1,
      routes: false,
      graphiql: false,
      errorFormatter: (execution) => ({ statusCode: 200, response: execution }),
    });
    // Mercurius knows subscriptions over web sockets only, which this server has none of.
    const streams = api.graphql.schema.getSubscriptionType()?.getFields().changed;
    if (streams && typeof Subscription?.changed === 'object') streams.subscribe = Subscription.changed.subscribe;
    graphqlEndpoint(api, {
      path: '/graphql',
      allowed: settings.development ? null : new Set(Object.keys(persisted)),
      readerOf: errorReader,
      countError: metrics.countError,
      open: (request, fields) => openOperation(parts, request, fields),
    });
    exportRoutes(api, {
      readerOf: errorReader,
      originOf,
      open: (request, fields) => openOperation(parts, request, fields),
    });
  });

  if (parts.pages) await servePages(app, parts.pages);
  return app;
}

async function readerOfRequest({ platform, territory }: AppParts, request: FastifyRequest): Promise<Reader | null> {
  return authenticate(request, { now: platform.now(), territory: await territory() });
}

/** A reader who still has a one-time password to change may do nothing else. */
function usable(reader: Reader | null): Reader | null {
  return reader?.account.mustChangePassword ? null : reader;
}

async function openOperation(
  parts: AppParts,
  request: FastifyRequest,
  fields: readonly string[],
): Promise<OperationContext> {
  const { projecting } = parts;
  const reader = await readerOfRequest(parts, request);
  if (!reader && fields.some((field) => !openFields.nobody.has(field)))
    throw new RejectionError({ code: 'UNAUTHENTICATED' });
  if (reader?.account.mustChangePassword && fields.some((field) => !openFields.newcomer.has(field))) {
    throw new RejectionError({ code: 'PASSWORD_CHANGE_NEEDED' });
  }
  // A page says it of its reads; what its own scripts and forms ask for brings it as the cookie that the page set.
  const after = request.headers['nocgia-after'] ?? request.cookies['nocgia-after'];
  const behind =
    typeof after === 'string' && /^\d{20}$/.test(after) ? (await projecting.waitFor(after, AFTER_MS)).behind : false;
  if (fields.some((field) => publicFields.has(field)) && !parts.publicReads(addressBlock(request.ip)))
    throw new RejectionError({ code: 'PUBLIC_LIMIT', params: { minutes: 1 } });
  const { values, close } = operationContext(parts, request, reader);
  return { values, reader: errorReader(request), behind, end: close };
}

function errorReader(request: FastifyRequest): ErrorReader {
  return {
    locale: localeOf(request),
    requestId: request.id,
    logError: (error) =>
      request.log.error(
        { kind: error instanceof Error ? error.name : 'unknown', stack: stackOf(error) },
        'operation failed',
      ),
  };
}

/** Where it broke, without the message, which may quote a row. */
function stackOf(error: unknown): string[] {
  return error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .filter((line) => line.trimStart().startsWith('at '))
        .slice(0, 8)
    : [];
}
