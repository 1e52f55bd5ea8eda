import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { sampleHeadings, sampleRegister } from '@nocgia/services/registry/import/testing/sample-register.ts';
import { workbookOf } from '@nocgia/services/tables/testing/workbook.ts';
import { projectionNames } from '@nocgia/services/server/projecting.ts';
import pg from 'pg';
import { openBenchDatabase } from './database.ts';
import { quantile, type BenchCase, type OpenCase } from './harness.ts';
import type { ImportServerReady } from './import-server.ts';

const PEOPLE = 100_000;

/** What one run of the import was like. */
interface Run {
  seconds: number;
  megabytes: number;
  clerks: number[];
  notes: Record<string, string | number>;
}

let measured: Promise<Run> | undefined;

/** One register from the file to every row and tally, while clerks look people up; both rows of the table are of the same run. */
async function importOnce(): Promise<Run> {
  const file = workbookOf({ rows: [[...sampleHeadings], ...sampleRegister(PEOPLE, 1)] });
  const database = await openBenchDatabase();
  const { ownerUrl, appUrl, projectorUrl, adminUrl, folder } = database;
  const program = new URL('./import-server.ts', import.meta.url).pathname;
  const urls = JSON.stringify({ ownerUrl, appUrl, projectorUrl, adminUrl, folder });
  const server = fork(program, [urls], { execArgv: ['--disable-warning=ExperimentalWarning'], silent: false });
  const db = new pg.Pool({ connectionString: adminUrl, max: 2 });
  db.on('error', () => undefined);
  try {
    const [ready] = (await once(server, 'message')) as [ImportServerReady];
    const memory = watchMemory(server);
    const ask = await signedIn(ready);
    const work = { over: false };
    const clerks = lookUp(ask, ready.ward, work);
    const importing = takeIn(ask, ready, file, db).finally(() => {
      work.over = true;
    });
    const [phases, latencies] = await Promise.all([importing, clerks]);
    const seconds = Number(phases['all s']);
    return { seconds, megabytes: memory.stop(), clerks: latencies, notes: phases };
  } finally {
    await db.end();
    server.send('stop');
    await once(server, 'exit');
    await database.close();
  }
}

type Ask = (path: string, init?: RequestInit) => Promise<Response>;

async function signedIn({ origin, username, password }: ImportServerReady): Promise<Ask> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ username, password });
  const response = await fetch(`${origin}/auth/sign-in`, { method: 'POST', headers, body });
  const cookie = (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  return (path, init = {}) => fetch(`${origin}${path}`, { ...init, headers: { ...init.headers, cookie } });
}

async function graph<T>(ask: Ask, query: string, variables: object): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const answer = await ask('/graphql', { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = (await answer.json()) as { data: T | null; errors?: unknown };
  if (!data) throw new Error(JSON.stringify(errors));
  return data;
}

/** A clerk who asks for a page of people and searches for a name, ten times a second, until the work is over; milliseconds each. */
async function lookUp(ask: Ask, unit: string, work: { over: boolean }): Promise<number[]> {
  const taken: number[] = [];
  const page = 'query ($unit: ID!) { citizens(unit: $unit, first: 50) { items { citizen { id fullName } } } }';
  const search = 'query ($text: String!) { search(text: $text, first: 10) { hits { id } } }';
  for (let turn = 0; !work.over; turn++) {
    const start = performance.now();
    await (turn % 2 === 0 ? graph(ask, page, { unit }) : graph(ask, search, { text: 'nguyen van an' }));
    taken.push(performance.now() - start);
    await sleep(100);
  }
  return taken;
}

/** Uploads, waits for the check, orders the writing, and waits until every projection stands at the head of the log. */
async function takeIn(ask: Ask, { ward }: ImportServerReady, file: Buffer, db: pg.Pool): Promise<Run['notes']> {
  const notes: Run['notes'] = {};
  const start = performance.now();
  let last = start;
  const lap = (name: string): void => {
    const now = performance.now();
    notes[`${name} s`] = Number(((now - last) / 1000).toFixed(1));
    last = now;
  };
  const body = new FormData();
  body.append('unit', ward);
  body.append('file', new Blob([new Uint8Array(file)]), 'so.xlsx');
  const uploaded = (await (await ask('/api/imports', { method: 'POST', body })).json()) as { importId: string };
  const id = uploaded.importId;
  const reach = async (state: string): Promise<void> => {
    for (;;) {
      const query = '{ import(id: $id) { state progress { done } } }';
      const { import: one } = await graph<{ import: { state: string } }>(ask, `query ($id: ID!) ${query}`, { id });
      if (one.state === state) return;
      if (['failed', 'refused', 'needs_mapping'].includes(one.state)) throw new Error(`the import is ${one.state}`);
      if (state === 'ready' && one.state === 'checking' && !('reading s' in notes)) lap('reading');
      await sleep(100);
    }
  };
  await reach('ready');
  lap('checking');
  await graph(ask, 'mutation ($id: ID!) { commitImport(importId: $id) { state } }', { id });
  await reach('committed');
  lap('writing');
  for (;;) {
    const { rows } = await db.query<{ behind: boolean }>(
      `select bool_or(position < lpad((select last_value from log.positions)::text, 20, '0')) as behind
      from projection.checkpoints where live and name = any($1::text[])`,
      [projectionNames],
    );
    if (rows[0]?.behind === false) break;
    await sleep(50);
  }
  lap('rows behind');
  notes['all s'] = Number(((last - start) / 1000).toFixed(1));
  const { rows } = await db.query<{ n: number }>('select count(*)::int as n from view.citizens where resident');
  notes['people in the rows'] = rows[0]?.n ?? 0;
  return notes;
}

/** The highest resident memory, in MB, of a process and all of its children together, looked at ten times a second (Linux). */
function watchMemory({ pid = 0 }: ChildProcess): { stop(): number } {
  let peak = 0;
  const look = (): void => {
    const parents = new Map<number, number>();
    const resident = new Map<number, number>();
    for (const entry of readdirSync('/proc')) {
      if (!/^\d+$/.test(entry)) continue;
      try {
        const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
        parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
        resident.set(Number(entry), Number(readFileSync(`/proc/${entry}/statm`, 'utf8').split(' ')[1]) * 4096);
      } catch {
        // Ended in the meantime.
      }
    }
    const belongs = (process: number): boolean =>
      process === pid || (parents.has(process) && belongs(parents.get(process) ?? 0));
    let sum = 0;
    for (const [process, bytes] of resident) if (belongs(process)) sum += bytes;
    peak = Math.max(peak, sum / 1024 / 1024);
  };
  const timer = setInterval(look, 100);
  return {
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}

function open(valueOf: (run: Run) => { operations: number; seconds: number; latencies: number[] }) {
  return async (): Promise<OpenCase> => {
    measured ??= importOnce();
    const run = await measured;
    const clerks = [...run.clerks].sort((a, b) => a - b);
    return {
      contenders: [{ name: 'import', run: () => Promise.resolve(valueOf(run)) }],
      notes: () => ({
        ...run.notes,
        'clerks p50 ms': Math.round(quantile(clerks, 0.5)),
        'clerks p99 ms': Math.round(quantile(clerks, 0.99)),
        'clerks asked': clerks.length,
      }),
      close: () => Promise.resolve(),
    };
  };
}

const oneTurn = { slice: 0, rounds: 1, warmUp: 0 };
export const importBenches: readonly BenchCase[] = [
  {
    ...{
      name: 'import',
      what: '100,000 residents from xlsx to every row and tally, the server answering clerks meanwhile',
    },
    ...{ measure: 'seconds', atLeast: 90, aim: 30, ...oneTurn },
    open: open(({ seconds, clerks }) => ({ operations: 1, seconds, latencies: clerks })),
  },
  {
    ...{ name: 'import memory', what: 'the most that all processes but PostgreSQL took in that run' },
    ...{ measure: 'megabytes', atLeast: 1_536, aim: 1_000, ...oneTurn },
    open: open(({ seconds, megabytes }) => ({ operations: 1, seconds, latencies: [megabytes] })),
  },
];
