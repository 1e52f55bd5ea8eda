import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { openBenchDatabase, type BenchDatabase } from './database.ts';
import type { DossierServerOrder, DossierServerReady } from './dossier-server.ts';
import type { BenchCase, Contender, OpenCase } from './harness.ts';
import { historyBenches } from './history.ts';

/** In one ward; `NOCGIA_BENCH_DOSSIERS` for a shorter look. */
const DOSSIERS = Number(process.env['NOCGIA_BENCH_DOSSIERS'] ?? 1_000_000);
/** What it is measured against: a desk just opened, with a page of dossiers in the drawers of the whole desk and a few in each own one. */
const FEW = 150;
/** Clerks who take dossiers in, requests a second of all of them together, and page loads a second by citizens meanwhile. */
const CLERKS = 20;
const INTAKES_PER_SECOND = 3;
const CITIZENS_PER_SECOND = 5;

/** A desk with its server, reached over HTTP as browsers do. */
interface Desk {
  name: string;
  ready: DossierServerReady;
  /** Cookies of the clerks, and of who appraises. */
  clerks: string[];
  appraiser: string;
  /** Public pages that answer here. */
  pages: string[];
  filledIn: number;
  close(): Promise<void>;
}

let shared: Promise<Desk[]> | null = null;

async function openDesk(name: string, dossiers: number): Promise<Desk> {
  const database = await openBenchDatabase();
  const started = performance.now();
  const { close: _, ...rest }: BenchDatabase = database;
  const order: DossierServerOrder = { database: rest, dossiers };
  const child: ChildProcess = fork(`${import.meta.dirname}/dossier-server.ts`, [JSON.stringify(order)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const ended = once(child, 'exit');
  const said = await Promise.race([once(child, 'message'), ended]);
  const ready = said[0] as DossierServerReady;
  if (typeof ready !== 'object' || ready === null) throw new Error('the server of the dossiers did not come up');
  const signIn = async (username: string): Promise<string> => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ username, password: ready.password });
    const answer = await fetch(`${ready.origin}/auth/sign-in`, { method: 'POST', headers, body });
    return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  };
  const clerks: string[] = [];
  for (const clerk of ready.clerks.slice(0, CLERKS)) clerks.push(await signIn(clerk));
  const pages: string[] = [];
  for (const path of ['/services', `/services/${ready.procedureId}`, '/sign-in']) {
    const answer = await fetch(`${ready.origin}${path}`, { headers: { accept: 'text/html' }, redirect: 'manual' });
    if (answer.status === 200) pages.push(path);
    await answer.arrayBuffer();
  }
  return {
    name,
    ready,
    clerks,
    appraiser: await signIn(ready.appraiser),
    pages,
    filledIn: (performance.now() - started) / 1000,
    close: async () => {
      child.send('stop');
      await ended;
      await database.close();
    },
  };
}

/**
 * The full desk, one just opened, and one with a single dossier, each with a server and a database of its own, for all cases of a run. The
 * last is there for its figures: its pages are a fifth as long, so that they say more of rendering than of rows.
 */
function desks(): Promise<Desk[]> {
  shared ??= (async () => [
    await openDesk('a million', DOSSIERS),
    await openDesk('just opened', FEW),
    await openDesk('empty', 0),
  ])();
  return shared;
}

/** The desks stay for the next case and go when the last one is done. */
export async function closeDossierBench(): Promise<void> {
  const open = await shared;
  shared = null;
  for (const desk of open ?? []) await desk.close();
}

async function page(desk: Desk, cookie: string, path: string): Promise<void> {
  const answer = await fetch(`${desk.ready.origin}${path}`, { headers: { cookie, accept: 'text/html' } });
  const text = await answer.text();
  if (answer.status !== 200 || !text.includes('</html>')) throw new Error(`${path}: ${answer.status}`);
}

async function graph<T>(desk: Desk, cookie: string, query: string, variables: object): Promise<T> {
  const headers = { cookie, 'content-type': 'application/json' };
  const body = JSON.stringify({ query, variables });
  const answer = await fetch(`${desk.ready.origin}/graphql`, { method: 'POST', headers, body });
  const { data, errors } = (await answer.json()) as { data: T | null; errors?: unknown };
  if (!data || errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** One after another, for about so long. */
function closed(desk: Desk, work: (n: number) => Promise<void>): Contender {
  let n = 0;
  return {
    name: desk.name,
    async run(milliseconds) {
      const latencies: number[] = [];
      const start = performance.now();
      while (performance.now() - start < milliseconds) {
        const begun = performance.now();
        await work(n++);
        latencies.push(performance.now() - begun);
      }
      return { operations: latencies.length, seconds: (performance.now() - start) / 1000, latencies };
    },
  };
}

async function openWith(contender: (desk: Desk) => Contender, notes: OpenCase['notes'] = undefined): Promise<OpenCase> {
  const all = await desks();
  const [full] = all;
  return {
    contenders: all.map(contender),
    notes: () => ({
      'rows in the ward': full?.ready.rows ?? 0,
      'events in the log': full?.ready.events ?? 0,
      'filled in s': Math.round(full?.filledIn ?? 0),
      ...notes?.(),
    }),
    close: () => Promise.resolve(),
  };
}

const inbox = ['mine', 'team', 'unit', 'awaiting', 'ready', 'over'].map((tab) => `/dossiers?tab=${tab}`);
/** Names that many have, and a name in the drawer that only grows. */
const searches = ['/dossiers?tab=unit&text=nguyen', '/dossiers?tab=over&text=nguyen%20thi'];

const byCode = `query ($text: String!, $drawer: DossierDrawer!) {
  dossiers(drawer: $drawer, whose: unit, text: $text, first: 50) { items { id code status pace dueOn owner { name } procedure { name } } }
}`;
interface Found {
  dossiers: { items: { code: string }[] };
}
const intake = `mutation ($meta: CommandMeta!, $input: TakeInInput!) {
  takeInDossier(meta: $meta, input: $input) { dossierId code position }
}`;

/** Clerks take dossiers in at a fixed rate, whatever the answers take, while citizens load public pages. */
function takingIn(desk: Desk): Contender {
  let n = 0;
  const take = async (): Promise<number> => {
    const cookie = desk.clerks[n++ % desk.clerks.length] ?? '';
    const owner = {
      kind: 'citizen',
      name: `Trần Thị Thu ${n}`,
      nationalId: String(79_300_000_000 + n).padStart(12, '0'),
    };
    const input = {
      ...{ procedureId: desk.ready.procedureId, channel: 'desk', returnBy: 'desk', owner, answers: [] },
      papers: [{ key: 'to_khai', name: 'Tờ khai', form: 'original', copies: 1, source: 'brought' }],
      handOn: true,
    };
    const begun = performance.now();
    await graph(desk, cookie, intake, { meta: { commandId: randomUUID() }, input });
    return performance.now() - begun;
  };
  return {
    name: desk.name,
    async run(milliseconds) {
      const start = performance.now();
      const citizens = (async () => {
        const loading: Promise<void>[] = [];
        for (let visit = 0; performance.now() - start < milliseconds; visit++) {
          loading.push(page(desk, '', desk.pages[visit % desk.pages.length] ?? '/sign-in'));
          await sleep(1000 / CITIZENS_PER_SECOND);
        }
        await Promise.all(loading);
      })();
      const taken: Promise<number>[] = [];
      while (performance.now() - start < milliseconds) {
        taken.push(take());
        await sleep(1000 / INTAKES_PER_SECOND);
      }
      const latencies = await Promise.all(taken);
      await citizens;
      return { operations: latencies.length, seconds: (performance.now() - start) / 1000, latencies };
    },
  };
}

/** The one-stop desk of a ward with a million dossiers of ten steps, against one just opened. */
export const dossierBenches: readonly BenchCase[] = [
  {
    ...{ name: 'dossiers inbox', what: 'a page of the inbox with its counts, drawer after drawer and by name' },
    ...{ measure: 'p95', atLeast: 100, aim: 60, timesOther: 1.5, slice: 2_000, rounds: 8, warmUp: 2 },
    open: () =>
      openWith((desk) =>
        closed(desk, (n) => page(desk, desk.appraiser, [...inbox, ...searches][n % 8] ?? '/dossiers')),
      ),
  },
  {
    ...{ name: 'dossiers by code', what: 'a dossier by its code, through the API' },
    ...{ measure: 'p95', atLeast: 20, aim: 10, timesOther: 1.5, slice: 1_500, rounds: 8, warmUp: 2 },
    open: () =>
      openWith((desk) =>
        closed(desk, async (n) => {
          const text = desk.ready.codes[(n * 7) % desk.ready.codes.length] ?? '';
          // The one dossier of the empty desk is under way; those of the others that are looked for are over.
          const drawer = desk.ready.rows === 0 ? 'open' : 'over';
          const found = await graph<Found>(desk, desk.appraiser, byCode, { text, drawer });
          if (found.dossiers.items[0]?.code !== text) throw new Error(`${text} was not found`);
        }),
      ),
  },
  {
    ...{
      name: 'dossiers intake',
      what: `intake by ${CLERKS} clerks, ${INTAKES_PER_SECOND} a second in all, while citizens load public pages`,
    },
    ...{ measure: 'p95', atLeast: 150, aim: 80, timesOther: 1.5, slice: 5_000, rounds: 8, warmUp: 1 },
    open: async () => {
      const [full] = await desks();
      return openWith(takingIn, () => ({
        'page loads a second': CITIZENS_PER_SECOND,
        pages: full?.pages.join(' ') ?? '',
      }));
    },
  },
  ...historyBenches,
];
