import cookie from '@fastify/cookie';
import session, { type SessionStore } from '@fastify/session';
import { errorText, type Rejection } from '@nocgia/schemas/errors.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { TerritoryLookup } from '../access/scope-of.ts';
import { dayInVietnam } from '@nocgia/schemas/days.ts';
import { readerOf, type Reader } from '../access/sign-in/reader.ts';
import {
  endSession,
  hashOfSid,
  loadSession,
  sessionLimits,
  startSession,
  type SessionLimits,
  type SignedIn,
} from '../access/sign-in/sessions.ts';

export const SESSION_COOKIE = 'nocgia_session';
/** The web keeps the reader's choice of language in it. */
const LOCALE_COOKIE = 'nocgia_locale';

declare module 'fastify' {
  interface Session {
    accountId?: string;
    /** What the store's one query found. A function, so that the session's own hash and store never see it. */
    signedIn?: () => SignedIn;
  }
}

export interface SessionOptions {
  /** Logs in as nocgia_app. */
  pool: Pool;
  /** At least 32 characters; signs the cookie, so that made-up ids never reach the database. */
  secret: string;
  now(): Date;
  limits?: SessionLimits;
}

function sessionStore({ pool, now, limits = sessionLimits }: SessionOptions): SessionStore {
  const then = <T>(work: Promise<T>, callback: (error: unknown, value?: T) => void): void => {
    work.then(
      (value) => callback(null, value),
      (error: unknown) => callback(error),
    );
  };
  return {
    get: (sid, callback) =>
      then(
        loadSession(pool, hashOfSid(sid), now(), limits).then((signedIn) =>
          signedIn
            ? { cookie: { originalMaxAge: null }, accountId: signedIn.account.id, signedIn: () => signedIn }
            : null,
        ),
        callback,
      ),
    set: (sid, { accountId }, callback) =>
      then(
        accountId === undefined ? Promise.resolve() : startSession(pool, hashOfSid(sid), accountId, now()),
        callback,
      ),
    destroy: (sid, callback) => then(endSession(pool, hashOfSid(sid)), callback),
  };
}

/**
 * Puts sessions on every route of `app` (and of what is registered in it afterwards): opaque signed cookie, HttpOnly, SameSite=Lax,
 * Secure over https; kept in PostgreSQL, loaded with account and positions by one query. Refuses requests from other sites first.
 */
export async function registerSession(app: FastifyInstance, options: SessionOptions): Promise<void> {
  app.addHook('onRequest', async (request, reply) => {
    if (!isCrossSite(request)) return;
    await refuseRequest(request, reply, 403, { code: 'CROSS_SITE' });
  });
  await app.register(cookie);
  await app.register(session, {
    secret: options.secret,
    store: sessionStore(options),
    cookieName: SESSION_COOKIE,
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto', path: '/' },
    saveUninitialized: false,
    rolling: false,
  });
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/**
 * Whether another site's page sent a request that may change something. Browsers say so by `Sec-Fetch-Site`, older ones by `Origin`
 * (OWASP CSRF cheat sheet, "Verifying origin"); a request with neither comes from no browser and carries nobody's cookie unasked.
 * An upgrade to a web socket counts as unsafe, since CORS does not guard it.
 */
export function isCrossSite(request: FastifyRequest): boolean {
  if (safeMethods.has(request.method) && request.headers.upgrade === undefined) return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== request.host;
}

/** Answers an error of the catalogue as JSON, in the reader's language. */
export async function refuseRequest(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  rejection: Rejection,
): Promise<void> {
  const error = {
    code: rejection.code,
    ...(rejection.field && { field: rejection.field }),
    message: errorText(localeOf(request), rejection),
  };
  await reply.code(status).header('cache-control', 'no-store').send({ error });
}

/** The reader's language: what they chose (cookie), else Vietnamese. */
export function localeOf(request: FastifyRequest): 'vi' | 'en' {
  return new RegExp(`(?:^|;\\s*)${LOCALE_COOKIE}=en(?:;|$)`).test(request.headers.cookie ?? '') ? 'en' : 'vi';
}

/** Who is asking, with their scope of this moment; null when nobody is signed in. Costs no query: the session has brought it all. */
export function authenticate(request: FastifyRequest, at: { now: Date; territory: TerritoryLookup }): Reader | null {
  const signedIn = request.session?.signedIn?.();
  if (!signedIn) return null;
  return readerOf(signedIn, { today: dayInVietnam(at.now), locale: localeOf(request), territory: at.territory });
}
