import { Agent, request } from 'node:http';
import { withClient } from '@nocgia/infra/roles.ts';
import { readSettings } from '@nocgia/infra/settings.ts';
import { unitNumber } from '@nocgia/schemas/events/common.ts';
import { sessionSql } from '@nocgia/services/access/sign-in/sessions.ts';
import { openFirstAccount } from '@nocgia/services/server/setup.ts';
import { startServer } from '@nocgia/services/server/server.ts';
import { pino } from 'pino';
import { startBaseline } from './baseline.ts';
import { openBenchDatabase } from './database.ts';
import type { BenchCase, Contender } from './harness.ts';
import { fillRegister } from './register.ts';

const PEOPLE = 100_000;
const NEIGHBOURHOODS = 20;
const CLIENTS = 8;
const PASSWORD = 'bench password 2026';

const query = `query List($unit: ID!) {
  citizens(unit: $unit, first: 50) {
    items { citizen { id fullName sex birth nationalId phone } household { id number dwelling { id } } }
    nextCursor
  }
}`;

const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });

/** One request over a connection that is kept, as a browser keeps it. `fetch` would cost more than the server that is measured. */
function ask(url: string, cookie: string, body?: object): Promise<string> {
  return new Promise((resolve, reject) => {
    const text = body && JSON.stringify(body);
    const headers = { cookie, ...(text && { 'content-type': 'application/json', 'content-length': text.length }) };
    const sent = request(url, { agent, method: text ? 'POST' : 'GET', headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve(Buffer.concat(parts).toString()));
    });
    sent.on('error', reject);
    sent.end(text);
  });
}

/** Asks `work` from so many clients at once for about `milliseconds`. */
function contender(name: string, work: (n: number) => Promise<void>): Contender {
  let n = 0;
  return {
    name,
    async run(milliseconds) {
      const latencies: number[] = [];
      const start = performance.now();
      await Promise.all(
        Array.from({ length: CLIENTS }, async () => {
          while (performance.now() - start < milliseconds) {
            const begun = performance.now();
            await work(n++);
            latencies.push(performance.now() - begun);
          }
        }),
      );
      return { operations: latencies.length, seconds: (performance.now() - start) / 1000, latencies };
    },
  };
}

/** A list of 50 citizens with their household out of 100,000, signed in, through GraphQL against a page written by hand. */
export const listBenches: BenchCase[] = [
  {
    name: 'list',
    what: '50 citizens with household out of 100,000 through GraphQL, against fastify + pg by hand',
    measure: 'ratio',
    atLeast: 0.5,
    aim: 0.8,
    slice: 1_000,
    async open() {
      const bench = await openBenchDatabase();
      const settings = readSettings(
        { PORT: '0', NOCGIA_DATA: bench.folder, NODE_ENV: 'development', DATABASE_URL: bench.appUrl },
        bench.folder,
      );
      const server = await startServer({
        settings,
        logger: pino({ level: 'silent' }),
        pages: 'none',
        host: '127.0.0.1',
        database: { ...bench, applied: [], embedded: false, stop: async () => undefined },
      });
      const people = await fillRegister(server.platform.log, {
        people: PEOPLE,
        ward: '27226',
        neighbourhoods: NEIGHBOURHOODS,
        seed: 3,
      });
      const position = { role: 'civil_status', unit: '27226', title: null, from: '2020-01-01', until: null } as const;
      const opened = await openFirstAccount(server.platform, {
        username: 'bench',
        displayName: 'Bench',
        password: PASSWORD,
        mustChange: false,
        position,
        run: 'bench',
        source: { kind: 'demo', id: 'bench' },
      });
      if (!opened.ok) throw new Error(opened.rejection.code);
      const { behind } = await server.projecting.waitFor(await server.platform.log.store.head(), 300_000);
      if (behind) throw new Error('the rows did not come to the head');
      // As autovacuum does in time; only the tables' owners may.
      await withClient(bench.adminUrl, (client) => client.query('analyze'));
      const signedIn = await fetch(`${server.origin}/auth/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'bench', password: PASSWORD }),
      });
      const cookie = (signedIn.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
      const baseline = await startBaseline({ databaseUrl: bench.adminUrl, sessionSql });

      const unitOf = (n: number) => `27226-${String(1 + (n % NEIGHBOURHOODS)).padStart(3, '0')}`;
      const items = (text: string): number => text.split('"fullName"').length - 1;
      const ours = contender('GraphQL', async (n) => {
        const text = await ask(`${server.origin}/graphql`, cookie, { query, variables: { unit: unitOf(n) } });
        if (items(text) !== 50) throw new Error(text.slice(0, 300));
      });
      const theirs = contender('by hand', async (n) => {
        const text = await ask(`${baseline.origin}/citizens?neighbourhood=${unitNumber(unitOf(n))}`, cookie);
        if (items(text) !== 50) throw new Error(text.slice(0, 300));
      });
      return {
        contenders: [ours, theirs],
        notes: () => ({ people, clients: CLIENTS }),
        close: async () => {
          agent.destroy();
          await baseline.stop();
          await server.stop();
          await bench.close();
        },
      };
    },
  },
];
