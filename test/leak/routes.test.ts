import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestServer } from '../support/server.ts';
import { readPdf } from '../support/pdf.ts';
import { textOfWorkbook } from '../support/workbook-text.ts';
import { asking, inTurns, type Ask } from './asking.ts';
import { mutations } from './mutations.ts';
import { openWorld } from './open-world.ts';
import { leaks, placesFor, type Reader } from './readers.ts';
import { isAllowed, routes, routesOf, upload } from './routes.ts';
import type { World } from './world.ts';

let server: TestServer;
let world: World;
let readers: Reader[];
let ask: Ask;

beforeAll(async () => {
  ({ server, world, readers } = await openWorld());
  ask = asking(server);
}, 120_000);
afterAll(() => server.stop());

/** What somebody could read out of an answer by any means. */
async function textOf(type: string, bytes: Buffer): Promise<string> {
  if (type.includes('officedocument')) return textOfWorkbook(bytes);
  // What the papers set is packed; the scans of the world lie open, and have no pages.
  if (!type.includes('pdf')) return bytes.toString('utf8');
  const pages = bytes.includes('/Kids[]') ? [] : await readPdf(bytes);
  return bytes.toString('utf8') + pages.map(({ text }) => text).join(' ');
}

const reader = (name: string): Reader => readers.find((one) => one.name === name) ?? expect.fail(name);

describe('the routes', () => {
  test('are all in the matrix', () => {
    expect(Object.keys(routes).sort()).toEqual(routesOf(server.app.printRoutes({ commonPrefix: false })).sort());
  });

  test('are read from the tree that Fastify prints', () => {
    const tree = '├── /a (GET, HEAD)\n│   ├── /:id/b (GET, HEAD, POST)\n│   └── c (PUT)\n└── * (DELETE)\n';
    expect(routesOf(tree)).toEqual(['GET /a', 'GET /a/:id/b', 'POST /a/:id/b', 'PUT /ac', 'DELETE *']);
  });

  test.each(Object.keys(routes))('%s shows nobody what they must not see', { timeout: 60_000 }, async (name) => {
    const found: string[] = [];
    const route = routes[name];
    const asked = readers.flatMap((one) => placesFor(one, world).map((place) => ({ one, place })));
    await inTurns(asked, async ({ one, place }) => {
      for (const request of route?.ask({ world, place, reader: one }) ?? []) {
        // Many people from one address would be slowed down as one.
        const remoteAddress = `10.8.${readers.indexOf(one)}.${Object.values(world.places).indexOf(place)}`;
        const answer = await server.app.inject({
          ...request,
          remoteAddress,
          headers: { ...request.headers, ...(one.cookie ? { cookie: one.cookie } : {}) },
        });
        const where = `${name} by ${one.name} about ${place.name}`;
        const shown = await textOf(String(answer.headers['content-type']), answer.rawPayload);
        found.push(...leaks(one, world, shown + JSON.stringify(answer.headers)).map((leak) => `${where}: ${leak}`));
        if (answer.statusCode >= 500) found.push(`${where}: ${answer.statusCode}`);
        if (route?.refused && !isAllowed(route, one, place) && !route.refused.includes(answer.statusCode))
          found.push(`${where}: ${answer.statusCode}`);
      }
    });
    expect(found).toEqual([]);
  });
});

describe('a file that is taken out', () => {
  const take = async (name: string, url: string) => {
    const { cookie } = reader(name);
    return server.app.inject({ url, headers: cookie ? { cookie } : {}, remoteAddress: '10.9.9.9' });
  };

  test.each(['people', 'residents', 'households', 'unit-households', 'unit-dwellings', 'dwellings'])(
    '%s holds what the page of that list shows, and nobody in its name',
    async (what) => {
      const { own } = world.places;
      const answer = await take('civil_status.own', `/api/export/${what}.xlsx?unit=${own.unit}&asOf=${world.today}`);
      expect(answer.statusCode, answer.payload).toBe(200);
      const text = textOfWorkbook(answer.rawPayload);
      const street = own.street;
      expect(text).toContain(street);
      expect(answer.headers['content-disposition']).toMatch(
        /^attachment; filename="nocgia-[a-z-]+-\d{4}-\d\d-\d\d\.xlsx"$/,
      );
    },
  );

  test('is logged as an export, with whom it shows', async () => {
    const { own } = world.places;
    await take('civil_status.own', `/api/export/people.xlsx?unit=${own.unit}&asOf=${world.today}`);
    await take('civil_status.own', `/api/export/population.xlsx?unit=${own.unit}&asOf=${world.today}`);
    const { rows } = await server.platform.appPool.query<{ citizen_ids: string[] }>(
      "select citizen_ids from app.access_log where action = 'export' order by id desc limit 2",
    );
    expect(rows.map((row) => row.citizen_ids.includes(own.headId))).toEqual([false, true]);
  });

  test('is refused in words: nobody signed in, another unit, figures without people behind them, no such file', async () => {
    const { own } = world.places;
    const people = `/api/export/people.xlsx?unit=${own.unit}&asOf=${world.today}`;
    expect((await server.app.inject({ url: people })).statusCode).toBe(401);
    const elsewhere = Object.values(world.places).find((place) => place.ward !== own.ward) ?? expect.fail('one ward');
    expect((await take('civil_status.own', `/api/export/people.xlsx?unit=${elsewhere.ward}`)).statusCode).toBe(404);
    const department = readers.find((one) => one.role === 'department' && one.cookie) ?? expect.fail('no department');
    expect((await take(department.name, people.replace(own.unit, own.ward))).statusCode).toBe(403);
    expect((await take('civil_status.own', '/api/export/passwords.xlsx')).statusCode).toBe(404);
  });
});

describe('a file that is taken in', () => {
  test('is seen by those of its ward who may import, and by nobody else', { timeout: 60_000 }, async () => {
    const line = 'Nhập Kappanhap,1950-02-03,Nam,';
    const sent = await server.app.inject({
      method: 'POST',
      url: '/api/imports',
      ...upload('27226', line),
      headers: { ...upload('27226', line).headers, cookie: reader('civil_status.own').cookie ?? '' },
    });
    expect(sent.statusCode, sent.payload).toBeLessThan(300);
    const importId = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(sent.payload)?.[0] ?? expect.fail(sent.payload);
    const seen = async (one: Reader): Promise<boolean> => {
      const answers = await Promise.all([
        ask(one, 'query', 'import', { id: importId }),
        ask(one, 'query', 'imports', {}),
      ]);
      return answers.some(({ text }) => text.includes(importId) || text.toLowerCase().includes('kappanhap'));
    };
    for (let tries = 0; tries < 100; tries++) {
      const answer = await ask(reader('civil_status.own'), 'query', 'import', { id: importId });
      if (/"state":"(ready|needs_mapping|refused|failed)"/.test(answer.text)) break;
      await sleep(100);
    }
    const witnesses: string[] = [];
    for (const one of readers) if (await seen(one)) witnesses.push(one.name);
    expect(witnesses.sort()).toEqual(['administrator.own', 'civil_status.own', 'leader.own']);
    for (const one of readers.filter(({ name }) => !witnesses.includes(name))) {
      for (const name of ['checkImport', 'commitImport', 'cancelImport']) {
        const place = { ...world.places.own, importId };
        const answer = await ask(one, 'mutation', name, mutations[name]?.ask({ world, place }) ?? {});
        expect(['FORBIDDEN', 'NOT_FOUND', 'UNAUTHENTICATED'], `${name} by ${one.name}: ${answer.text}`).toContain(
          answer.codes[0],
        );
      }
    }
    const leader = await ask(reader('leader.own'), 'mutation', 'commitImport', { importId });
    expect(leader.codes).toEqual(['FORBIDDEN']);
  });
});

describe('the subscription of changes', () => {
  test(
    'rings for those in whose reach something changed, and tells no more than that',
    { timeout: 60_000 },
    async () => {
      const heard = new Map<string, string>();
      const ending = new AbortController();
      const listen = async (one: Reader): Promise<void> => {
        const response = await fetch(`${server.origin}/graphql`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            accept: 'text/event-stream',
            ...(one.cookie ? { cookie: one.cookie } : {}),
          },
          body: JSON.stringify({ query: 'subscription { changed { position topics } }' }),
          signal: ending.signal,
        });
        const decoder = new TextDecoder();
        for await (const chunk of response.body ?? [])
          heard.set(one.name, (heard.get(one.name) ?? '') + decoder.decode(chunk));
      };
      const listening = readers.map((one) => listen(one).catch(() => undefined));
      for (let tries = 0; tries < 400 && heard.size < readers.length; tries++) await sleep(50);
      const change = await ask(
        reader('civil_status.own'),
        'mutation',
        'changeCitizen',
        mutations.changeCitizen?.ask({ world, place: world.places.own }) ?? {},
      );
      expect(change.codes).toEqual([]);
      const hears = ({ name }: Reader): boolean => heard.get(name)?.includes('"changed":{') ?? false;
      const reaching = readers.filter(({ reach }) => reach.includes('own'));
      for (let tries = 0; tries < 200 && !reaching.every(hears); tries++) await sleep(50);
      await sleep(500);
      ending.abort();
      await Promise.all(listening);
      expect(readers.filter(hears).map(({ name }) => name)).toEqual(reaching.map(({ name }) => name));
      for (const one of readers) expect(leaks(one, world, heard.get(one.name) ?? ''), one.name).toEqual([]);
      expect(heard.get('anonymous')).toContain('UNAUTHENTICATED');
    },
  );
});
