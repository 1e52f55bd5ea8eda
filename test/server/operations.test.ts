import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 120_000);
afterAll(() => server.stop());

test('health, readiness and metrics answer without a session and without personal data', async () => {
  expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
  expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
  const metrics = await (await fetch(`${server.origin}/metrics`)).text();
  for (const name of [
    'nocgia_log_head_position',
    'nocgia_projection_lag_events',
    'nocgia_append_batch_events',
    'nocgia_append_batch_seconds',
    'nocgia_jobs_waiting',
    'nocgia_request_seconds',
  ]) {
    expect(metrics).toContain(name);
  }
  const { rows } = await server.platform.appPool.query<{ username: string }>('select username from view.account');
  for (const { username } of rows) expect(metrics).not.toContain(username);
});

test('readiness says which projection has stopped', async () => {
  const pool = server.platform.appPool;
  expect((await pool.query('select 1 from projection.checkpoints where live')).rowCount).toBeGreaterThan(0);
  expect(await (await fetch(`${server.origin}/readyz`)).json()).toEqual({ ready: true, stopped: [] });
});

test('what was just written is read with the position that it answered', async () => {
  const cookie = await server.signIn('hotich');
  const { data } = await server.query<{ registerDwelling: { position: string; dwellingId: string } }>(
    cookie,
    `mutation ($id: ID!) { registerDwelling(meta: { commandId: $id }, input: { ward: "27226", neighbourhood: "27226-001", houseNumber: "12/3/4", street: "Tôn Thất Hiệp", kind: house, occurredOn: "2026-01-02" }) { position dwellingId } }`,
    { id: crypto.randomUUID() },
  );
  const written = data?.registerDwelling;
  const read = await server.query<{ dwelling: { address: string } }>(
    cookie,
    'query ($id: ID!) { dwelling(id: $id) { address } }',
    { id: written?.dwellingId },
    { 'nocgia-after': written?.position ?? '' },
  );
  expect(read.data?.dwelling.address).toContain('12/3/4');
  expect(read.extensions?.['behind']).toBeUndefined();
});

test('a repeated command answers the first result and writes nothing', async () => {
  const cookie = await server.signIn('hotich');
  const mutation = `mutation ($id: ID!) { registerDwelling(meta: { commandId: $id }, input: { ward: "27226", houseNumber: "77", street: "Lò Siêu", kind: house, occurredOn: "2026-01-02" }) { position dwellingId } }`;
  const variables = { id: crypto.randomUUID() };
  const first = await server.query(cookie, mutation, variables);
  const head = await server.platform.log.store.head();
  const second = await server.query(cookie, mutation, variables);
  expect(second.data).toEqual(first.data);
  expect(await server.platform.log.store.head()).toBe(head);
  const other = await server.query(cookie, mutation.replace('"77"', '"78"'), variables);
  expect(other.errors?.[0]?.extensions?.['code']).toBe('COMMAND_MISMATCH');
});
