import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { checkPassword, type KeyedHash } from '../access/sign-in/credentials.ts';
import { refuseRequest, SESSION_COOKIE } from './session.ts';

export interface SignInOptions {
  pool: Pool;
  keyed: KeyedHash;
  now(): Date;
}

const signInBody = {
  type: 'object',
  required: ['username', 'password'],
  additionalProperties: false,
  properties: { username: { type: 'string', maxLength: 200 }, password: { type: 'string', maxLength: 1000 } },
} as const;

interface SignInBody {
  username: string;
  password: string;
}

/**
 * `POST /auth/sign-in {username, password}` signs in: 200 {mustChangePassword} with a fresh session cookie, 401 SIGN_IN_FAILED, 429
 * TOO_MANY_ATTEMPTS with `retry-after`. `POST /auth/sign-out` ends the session: 204.
 */
export function signInRoutes(app: FastifyInstance, { pool, keyed, now }: SignInOptions): void {
  app.post<{ Body: SignInBody }>(
    '/auth/sign-in',
    { schema: { body: signInBody }, bodyLimit: 4096 },
    async (request, reply) => {
      const { username, password } = request.body;
      const result = await checkPassword(pool, { username, password, address: request.ip }, keyed, now());
      if (!result.ok) {
        if (result.retryAfter > 0) reply.header('retry-after', result.retryAfter);
        await refuseRequest(request, reply, result.retryAfter > 0 ? 429 : 401, result.rejection);
        return reply;
      }
      // A session id that was there before signing in may be known to somebody else: a new one takes its place.
      request.session.accountId = result.accountId;
      await request.session.regenerate(['accountId']);
      return reply.header('cache-control', 'no-store').send({ mustChangePassword: result.mustChangePassword });
    },
  );

  app.post('/auth/sign-out', async (request, reply) => {
    await request.session.destroy();
    return reply.clearCookie(SESSION_COOKIE, { path: '/' }).code(204).send();
  });
}
