import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { territoryLookup } from '../access/territory-lookup.ts';
import { openTestHouse, type TestHouse } from '../access/testing/house.ts';
import { authenticate, registerSession } from './session.ts';
import { signInRoutes } from './sign-in.ts';

const PASSWORD = 'đường về làng xa';
const START = new Date('2026-11-22T03:00:00Z');
const ward = { parent: '79', validFrom: '2020-01-01', validTo: null, successors: [] };
const territory = territoryLookup([
  { code: '27226', ...ward },
  { code: '27232', ...ward },
]);

let house: TestHouse;
let app: FastifyInstance;

beforeAll(async () => {
  house = await openTestHouse();
  await house.hire('lan', { role: 'desk', unit: '27226' }, PASSWORD);
  app = Fastify({ trustProxy: 'loopback' });
  const now = (): Date => house.clock.now;
  await registerSession(app, { pool: house.app, secret: 'x'.repeat(32), now });
  signInRoutes(app, { pool: house.app, keyed: house.keyed, now });
  app.get('/whoami', (request) => {
    const reader = authenticate(request, { now: now(), territory });
    return reader
      ? {
          username: reader.account.username,
          role: reader.scope.role,
          wards: reader.scope.wards,
          locale: reader.scope.locale,
        }
      : {};
  });
  app.post('/change', () => ({ done: true }));
});
afterAll(async () => {
  await app.close();
  await house.close();
});
beforeEach(async () => {
  house.clock.now = START;
  await house.app.query('delete from app.sign_in_throttle');
});

const signIn = (changes: InjectOptions = {}, password = PASSWORD) =>
  app.inject({ method: 'POST', url: '/auth/sign-in', payload: { username: 'lan', password }, ...changes });
const cookieOf = (response: Awaited<ReturnType<typeof signIn>>) =>
  response.cookies.find(({ name }) => name === 'nocgia_session');
const whoami = async (session: string, more = '') =>
  (
    await app.inject({ url: '/whoami', headers: { cookie: `nocgia_session=${encodeURIComponent(session)}${more}` } })
  ).json();

describe('the session cookie', () => {
  test('is opaque, HttpOnly, SameSite=Lax, and Secure over https only', async () => {
    const plain = await signIn();
    expect([plain.statusCode, plain.json(), plain.headers['cache-control']]).toEqual([
      200,
      { mustChangePassword: false },
      'no-store',
    ]);
    expect(cookieOf(plain)).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(cookieOf(plain)).not.toHaveProperty('secure');
    const tls = await signIn({ headers: { 'x-forwarded-proto': 'https' } });
    expect(cookieOf(tls)).toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: true });
  });

  test('stands for the account, its position and its language', async () => {
    const session = cookieOf(await signIn())?.value ?? '';
    expect(await whoami(session)).toEqual({ username: 'lan', role: 'desk', wards: [27226], locale: 'vi' });
    expect(await whoami(session, '; nocgia_locale=en')).toMatchObject({ locale: 'en' });
  });

  test('changes at every sign-in, so that one planted before is worth nothing', async () => {
    const first = cookieOf(await signIn())?.value ?? '';
    const second = cookieOf(await signIn({ cookies: { nocgia_session: first } }))?.value ?? '';
    expect(second).not.toBe(first);
    expect(await whoami(first)).toEqual({});
    expect(await whoami(second)).toMatchObject({ username: 'lan' });
  });

  test('made up or tampered with is nobody, and is cleared', async () => {
    const session = cookieOf(await signIn())?.value ?? '';
    expect(await whoami(`${session}x`)).toEqual({});
    const answer = await app.inject({ url: '/whoami', cookies: { nocgia_session: 'made.up' } });
    expect([answer.json(), cookieOf(answer)?.value]).toEqual([{}, '']);
  });

  test('is kept only as a hash', async () => {
    const session = cookieOf(await signIn())?.value ?? '';
    const { rows } = await house.app.query<{ all: string }>(
      `select string_agg(s::text, ' ') as all from app.sessions s`,
    );
    expect(rows[0]?.all).not.toContain(session.slice(0, 20));
  });

  test('is worth nothing after half an hour without use', async () => {
    const session = cookieOf(await signIn())?.value ?? '';
    house.clock.now = new Date(START.getTime() + 31 * 60_000);
    expect(await whoami(session)).toEqual({});
  });

  test('costs one query a request, and none where there is no cookie', async () => {
    const session = cookieOf(await signIn())?.value ?? '';
    const asked: unknown[] = [];
    const query = house.app.query.bind(house.app);
    const counting = new Proxy(query, {
      apply: (target, self, args) => (asked.push(args[0]), Reflect.apply(target, self, args)),
    });
    Object.defineProperty(house.app, 'query', { value: counting, configurable: true });
    await whoami(session);
    expect(asked).toHaveLength(1);
    await app.inject({ url: '/whoami' });
    expect(asked).toHaveLength(1);
    Reflect.deleteProperty(house.app, 'query');
  });

  test('signing out ends it', async () => {
    const session = cookieOf(await signIn())?.value ?? '';
    const out = await app.inject({ method: 'POST', url: '/auth/sign-out', cookies: { nocgia_session: session } });
    expect([out.statusCode, cookieOf(out)?.value]).toEqual([204, '']);
    expect(await whoami(session)).toEqual({});
  });
});

describe('signing in', () => {
  test('says the same of a wrong password and an unknown name', async () => {
    const wrong = await signIn({}, 'không phải đâu');
    const unknown = await signIn({ payload: { username: 'nobody', password: 'không phải đâu' } });
    expect([wrong.statusCode, wrong.json()]).toEqual([
      401,
      { error: { code: 'SIGN_IN_FAILED', message: 'Tên đăng nhập hoặc mật khẩu không đúng.' } },
    ]);
    expect([unknown.statusCode, unknown.json()]).toEqual([wrong.statusCode, wrong.json()]);
    expect(cookieOf(wrong)).toBeUndefined();
  });

  test('too often is answered with the time to wait', async () => {
    for (let n = 0; n < 5; n++) await signIn({}, 'không phải đâu');
    const answer = await signIn();
    expect([answer.statusCode, answer.headers['retry-after'], answer.json().error.code]).toEqual([
      429,
      '30',
      'TOO_MANY_ATTEMPTS',
    ]);
  });

  test('takes nothing but a name and a password', async () => {
    expect((await signIn({ payload: { username: ['lan'], password: { $ne: 1 } } })).statusCode).toBe(400);
    expect((await signIn({ payload: { username: 'lan' } })).statusCode).toBe(400);
    expect(
      (
        await signIn({
          payload: `username=lan&password=x`,
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        })
      ).statusCode,
    ).toBe(415);
  });
});

describe('requests from other sites', () => {
  const change = (headers: Record<string, string>, method: 'POST' | 'GET' = 'POST') =>
    app.inject({
      method,
      url: method === 'POST' ? '/change' : '/whoami',
      headers: { host: 'ward.example', ...headers },
    });

  test.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://ward.example.evil.example' }, 403],
    [{ origin: 'http://ward.example:8080' }, 403],
    [{ origin: 'http://ward.example' }, 200],
    [{ origin: 'https://ward.example', 'sec-fetch-site': 'cross-site' }, 403],
    [{}, 200],
  ])('%o: %i', async (headers, status) => {
    expect((await change(headers)).statusCode).toBe(status);
  });

  test('may read what is public, but open no socket', async () => {
    expect((await change({ 'sec-fetch-site': 'cross-site' }, 'GET')).statusCode).toBe(200);
    expect(
      (await change({ origin: 'https://evil.example', upgrade: 'websocket', connection: 'upgrade' }, 'GET')).statusCode,
    ).toBe(403);
  });
});
