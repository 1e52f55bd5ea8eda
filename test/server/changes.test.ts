import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 120_000);
afterAll(() => server.stop());

/** Follows `changed` as a browser does and gathers what comes. */
async function follow(username: string): Promise<{ heard: { position: string; topics: string[] }[]; end(): void }> {
  const cookie = await server.signIn(username);
  const ending = new AbortController();
  const query = new URLSearchParams({ query: 'subscription { changed { position topics } }' });
  const response = await fetch(`${server.origin}/graphql?${query}`, {
    headers: { cookie, accept: 'text/event-stream' },
    signal: ending.signal,
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const heard: { position: string; topics: string[] }[] = [];
  void (async () => {
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString();
      for (const part of text.split('\n\n').slice(0, -1)) {
        const data = /^data: (.+)$/m.exec(part)?.[1];
        if (data) heard.push(JSON.parse(data).data.changed);
      }
      text = text.slice(text.lastIndexOf('\n\n') + 2);
    }
  })().catch(() => undefined);
  return { heard, end: () => ending.abort() };
}

async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 100 && !condition(); i++) await new Promise((resolve) => setTimeout(resolve, 100));
}

test('whoever may see what changed hears of it, by position and topic and nothing else; nobody else does', async () => {
  const officer = await follow('tiepnhan');
  const ownBoard = await follow('khupho');
  const department = await follow('sonoivu');
  const cookie = await server.signIn('hotich');
  const register = (neighbourhood: string) =>
    server.query(
      cookie,
      `mutation { registerDwelling(meta: { commandId: "${crypto.randomUUID()}" }, input: { ward: "27226", neighbourhood: "${neighbourhood}", houseNumber: "5", street: "Đội Cung", kind: house, occurredOn: "2026-01-02" }) { position } }`,
    );
  await register('27226-002');
  await until(() => officer.heard.length > 0);
  expect(officer.heard[0]?.topics).toContain('dwelling');
  expect(Object.keys(officer.heard[0] ?? {})).toEqual(['position', 'topics']);
  await register('27226-001');
  await until(() => ownBoard.heard.length > 0);
  expect(ownBoard.heard).toHaveLength(1);
  expect(department.heard).toHaveLength(0);
  for (const reader of [officer, ownBoard, department]) reader.end();
});

test('a subscription is not answered as plain JSON, and not to nobody', async () => {
  const query = new URLSearchParams({ query: 'subscription { changed { position } }' });
  const anonymous = await (
    await fetch(`${server.origin}/graphql?${query}`, { headers: { accept: 'text/event-stream' } })
  ).json();
  expect(JSON.stringify(anonymous)).toContain('UNAUTHENTICATED');
  const cookie = await server.signIn('hotich');
  const plain = await fetch(`${server.origin}/graphql?${query}`, {
    headers: { cookie, accept: 'application/graphql-response+json' },
  });
  expect(plain.status).toBe(400);
});
