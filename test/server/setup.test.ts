import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ empty: true, environment: { NOCGIA_DEMO: '0' } });
}, 120_000);
afterAll(() => server.stop());

const admin = { username: 'quantri', displayName: 'Ngô Thị Quản Trị', password: 'mat khau rat dai 2026' };

function complete(body: unknown): Promise<Response> {
  return fetch(`${server.origin}/setup/api/complete`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

test('a fresh installation asks to be set up, and only whoever reads the terminal can do it', async () => {
  expect(await (await fetch(`${server.origin}/setup/api/state`)).json()).toEqual({ needed: true });
  const wrong = await complete({ token: 'AAAAAAAA', wardCode: '27226', neighbourhoods: [], admin });
  expect(wrong.status).toBe(422);
  expect(await wrong.json()).toMatchObject({ error: { code: 'SETUP_TOKEN', field: 'token' } });
  const nowhere = await complete({ token: server.setup.token, wardCode: '00001', neighbourhoods: [], admin });
  expect(await nowhere.json()).toMatchObject({ error: { code: 'UNIT_UNKNOWN' } });
  const weak = await complete({
    token: server.setup.token,
    wardCode: '27226',
    neighbourhoods: [],
    admin: { ...admin, password: 'ngan' },
  });
  expect(await weak.json()).toMatchObject({ error: { field: 'password' } });
});

test('set-up makes the ward, its neighbourhoods and the first administrator, gives the recovery key, and is over', async () => {
  const done = await complete({
    token: server.setup.token.toLowerCase(),
    wardCode: '27226',
    neighbourhoods: ['Khu phố 1', 'Khu phố 2'],
    admin,
  });
  expect(done.status).toBe(200);
  expect(await done.json()).toEqual({ recoveryKey: server.platform.masterKey.recoveryKey });
  expect(await (await fetch(`${server.origin}/setup/api/state`)).json()).toEqual({ needed: false });
  expect((await complete({ token: server.setup.token, wardCode: '27226', neighbourhoods: [], admin })).status).toBe(
    422,
  );

  await server.projecting.waitFor(await server.platform.log.store.head(), 10_000);
  const signedIn = await fetch(`${server.origin}/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: admin.username, password: admin.password }),
  });
  expect(signedIn.status).toBe(200);
  const cookie = (signedIn.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  const { data } = await server.query<{ units: { code: string; name: string }[] }>(
    cookie,
    '{ units(level: neighbourhood) { code name } }',
  );
  expect(data?.units).toEqual([
    { code: '27226-001', name: 'Khu phố 1' },
    { code: '27226-002', name: 'Khu phố 2' },
  ]);
});
