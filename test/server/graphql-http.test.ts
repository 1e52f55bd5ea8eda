import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 120_000);
afterAll(() => server.stop());

describe('GraphQL over HTTP', () => {
  // The names do not depend on the address; each audit is a test of its own, so that a report names what fails.
  const audits = serverAudits({ url: 'http://127.0.0.1/graphql' });
  test('there are the 61 audits of graphql-http', () => expect(audits.length).toBe(61));
  test.each(audits.map(({ id, name }) => [id, name] as const))('%s %s', async (id) => {
    const audit = serverAudits({ url: `${server.origin}/graphql`, fetchFn: fetch }).find((one) => one.id === id);
    const result = await audit?.fn();
    // Warnings are SHOULDs, notices MAYs: all of them pass as well.
    expect(result?.status === 'ok' ? 'ok' : result).toBe('ok');
  });
});

describe('limits of an operation', () => {
  test('500 aliases are refused before anything runs', async () => {
    const cookie = await server.signIn('hotich');
    const aliases = Array.from({ length: 500 }, (_, i) => `a${i}: units { code }`).join(' ');
    const { errors, data } = await server.query(cookie, `{ ${aliases} }`);
    expect(errors?.[0]?.message).toMatch(/20 root fields/);
    expect(data).toBeUndefined();
  });

  test('breadth times length is refused', async () => {
    const cookie = await server.signIn('hotich');
    const nested =
      '{ citizens(unit: "27226", first: 100) { items { household { members { citizen { permanentHousehold { members { citizen { residences { household { members { citizen { id } } } } } } } } } } } } }';
    const { errors } = await server.query(cookie, nested);
    expect(errors?.[0]?.message).toMatch(/cost over|depth over/);
  });

  test('a fragment that spreads itself is refused and hurts nobody', async () => {
    const cookie = await server.signIn('hotich');
    const { errors } = await server.query(cookie, 'query { viewer { ...A } } fragment A on Viewer { username ...A }');
    expect(errors?.[0]?.message).toMatch(/itself/);
  });

  test('nobody who is not signed in gets anything but viewer', async () => {
    expect(await server.query(null, '{ viewer { username } }')).toEqual({ data: { viewer: null } });
    const { errors } = await server.query(null, '{ units { code } }');
    expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  test('an error inside answers a reference and nothing of itself', async () => {
    const cookie = await server.signIn('hotich');
    const { errors } = await server.query(cookie, '{ citizen(id: "not-a-uuid") { fullName } }');
    expect(JSON.stringify(errors ?? [])).not.toMatch(/syntax|select|uuid:/i);
  });
});

describe('other sites', () => {
  test('a post with a foreign origin is refused', async () => {
    const cookie = await server.signIn('hotich');
    const answer = await fetch(`${server.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, origin: 'https://elsewhere.example' },
      body: JSON.stringify({ query: '{ viewer { username } }' }),
    });
    expect(answer.status).toBe(403);
  });
});
