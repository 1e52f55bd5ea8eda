import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
}, 120_000);
afterAll(() => server.stop());

test('more readers at once than there are connections are all answered, each with an entry in the access log', async () => {
  const account = server.accounts.find(({ role }) => role === 'civil_status');
  const cookie = await server.signIn(account?.username ?? '');
  const { data } = await server.query<{ viewer: { activePosition: { unit: { code: string } } } }>(
    cookie,
    '{ viewer { activePosition { unit { code } } } }',
  );
  const unit = data?.viewer.activePosition.unit.code;
  const list = 'query ($unit: ID!) { citizens(unit: $unit) { items { citizen { id timeline { type } } } } }';
  const answers = await Promise.all(Array.from({ length: 60 }, () => server.query(cookie, list, { unit })));
  expect(answers.filter(({ errors }) => errors !== undefined)).toEqual([]);
  const { rows } = await server.platform.appPool.query(
    `select count(*)::int as n from app.access_log where action = 'list'`,
  );
  expect(rows).toEqual([{ n: 60 }]);
});
