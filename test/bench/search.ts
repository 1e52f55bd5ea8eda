import { performance } from 'node:perf_hooks';
import { seededRandom, type Random } from '@nocgia/infra/demo/random.ts';
import { withClient } from '@nocgia/infra/roles.ts';
import { unitNumber } from '@nocgia/schemas/events/common.ts';
import { openScoped } from '@nocgia/services/access/scoped-db.ts';
import type { Scope } from '@nocgia/services/access/scope.ts';
import { scopeAt } from '@nocgia/services/access/testing/house.ts';
import { createProjector } from '@nocgia/services/projection/engine.ts';
import { peopleProjection } from '@nocgia/services/registry/projection.ts';
import { search } from '@nocgia/services/registry/search/search.ts';
import { dwellingsProjection } from '@nocgia/services/territory/dwelling/projection.ts';
import { unitsProjection } from '@nocgia/services/territory/unit/projection.ts';
import type pg from 'pg';
import { Pool } from 'pg';
import { openBenchGround, openBenchLog, type BenchGround } from './ground.ts';
import { quantile, type BenchCase, type Contender, type OpenCase, type Slice } from './harness.ts';
import { fillRegister } from './register.ts';

/** Wards that go through the log, and how many times their rows are laid down again under other numbers. */
const WARDS = ['27226', '27232', '27238'];
const PEOPLE = 30_000;
const NEIGHBOURHOODS = 10;
const COPIES = 11;
const CLIENTS = 4;

/** Rows of a million people: three wards through the log, then copied with ids, units and phones of their own. */
async function fill(ground: BenchGround): Promise<{ people: number; wards: number[] }> {
  for (const [seed, ward] of WARDS.entries())
    await fillRegister(ground.log, { people: PEOPLE, ward, neighbourhoods: NEIGHBOURHOODS, seed });
  const db = new Pool({ connectionString: ground.database.projectorUrl, max: 6 });
  const log = await openBenchLog(ground.database.projectorUrl, ground.masterKey);
  const projector = createProjector({ log, db, projections: [unitsProjection, dwellingsProjection, peopleProjection] });
  await projector.runToHead();
  await projector.stop();
  await log.close();
  await db.end();
  return withClient(ground.database.adminUrl, async (client) => {
    const table = await physical(client, 'citizens');
    const { rows: columns } = await client.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
      [table],
    );
    const numbers = WARDS.map(unitNumber);
    const taken: Record<string, string> = {
      citizen_id: 'gen_random_uuid()',
      ward: 'ward + 100 * k',
      neighbourhood: 'neighbourhood + 100000 * k',
      phone: `'09' || lpad((random() * 99999999)::int::text, 8, '0')`,
      national_id: `'079' || lpad((random() * 999999999)::int::text, 9, '0')`,
    };
    const list = columns.map(({ name }) => taken[name] ?? `"${name}"`).join(', ');
    await client.query('set synchronous_commit = off');
    await client.query(
      `insert into ${table} (${columns.map(({ name }) => `"${name}"`).join(', ')}) select ${list} from ${table}, generate_series(1, ${COPIES - 1}) k`,
    );
    await client.query(`vacuum analyze ${table}`);
    await client.query('analyze');
    const counted = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`);
    const wards = Array.from({ length: COPIES }, (_, k) => numbers.map((number) => number + 100 * k)).flat();
    return { people: counted.rows[0]?.n ?? 0, wards };
  });
}

/** The table behind a view. */
async function physical(client: pg.ClientBase, view: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct d.refobjid::regclass::text as name from pg_rewrite r join pg_depend d on d.objid = r.oid and d.refobjid <> r.ev_class
      and d.refclassid = 'pg_class'::regclass where r.ev_class = ('view.' || $1)::regclass`,
    [view],
  );
  if (rows.length !== 1 || !rows[0]) throw new Error(`no single table behind ${view}`);
  return rows[0].name;
}

interface Known {
  names: string[];
  phones: string[];
  ids: string[];
}

function one(random: Random, list: readonly string[]): string {
  return list[random.between(0, list.length - 1)] ?? '';
}

/** What is typed: 30 % the two commonest words, 30 % a full name, 20 % the beginning of one, 10 % an id or phone, 10 % nobody's name. */
function typed(random: Random, known: Known): { kind: string; text: string } {
  const name = one(random, known.names);
  const dice = random.between(1, 100);
  if (dice <= 30) return { kind: 'commonest', text: random.pick(['nguyễn thị', 'Nguyen Van', 'thi', 'Trần Thị']) };
  if (dice <= 60) return { kind: 'full name', text: name };
  if (dice <= 80) return { kind: 'begun', text: name.slice(0, Math.max(2, name.length - random.between(1, 4))) };
  if (dice <= 90) return { kind: 'number', text: one(random, random.chance(0.5) ? known.phones : known.ids) };
  return { kind: 'nothing', text: `Zzyx ${name.split(' ').at(-1) ?? ''}` };
}

async function open(): Promise<OpenCase> {
  const ground = await openBenchGround();
  const { people, wards } = await fill(ground);
  const pool = new Pool({ connectionString: ground.database.appUrl, max: CLIENTS });
  pool.on('error', () => undefined);
  const [ward = 0] = wards;
  const clerk = scopeAt('civil_status', '27226');
  const readers: Scope[] = [
    scopeAt('board', '27226-003'),
    { ...clerk, wards: [ward], neighbourhoods: [] },
    { ...clerk, wards, neighbourhoods: [] },
  ];
  const known = await withClient(ground.database.adminUrl, async (client) => {
    const { rows } = await client.query<{ name: string; phone: string; id: string | null }>(
      `select details->>'fullName' as name, phone, national_id as id from view.citizens where ward = $1 order by citizen_id limit 3000`,
      [ward],
    );
    return {
      names: rows.map(({ name }) => name),
      phones: rows.map(({ phone }) => phone),
      ids: rows.flatMap(({ id }) => id ?? []),
    };
  });
  // The wards that came through the log have no identity numbers; a copied one lends its own.
  if (known.ids.length === 0) known.ids.push('079190000001');
  const random = seededRandom(5);
  const byKind = new Map<string, number[]>();

  async function once(n: number): Promise<number> {
    const reader = readers[n % readers.length] ?? clerk;
    const { kind, text } = typed(random, known);
    const begun = performance.now();
    const session = openScoped(pool, reader);
    try {
      await search(reader, session.db, text, 20);
    } finally {
      await session.close();
    }
    const took = performance.now() - begun;
    const label = `${kind}, ${['3,000', '30,000', 'all'][n % 3]}`;
    byKind.set(label, [...(byKind.get(label) ?? []), took]);
    return took;
  }
  let n = 0;
  const ours: Contender = {
    name: 'search',
    async run(milliseconds): Promise<Slice> {
      const latencies: number[] = [];
      const start = performance.now();
      await Promise.all(
        Array.from({ length: CLIENTS }, async () => {
          while (performance.now() - start < milliseconds) latencies.push(await once(n++));
        }),
      );
      return { operations: latencies.length, seconds: (performance.now() - start) / 1000, latencies };
    },
  };
  return {
    contenders: [ours],
    notes: () => ({
      people,
      clients: CLIENTS,
      'slowest kinds, p95 ms': [...byKind]
        .map(([label, times]) => ({
          label,
          p95: quantile(
            times.sort((a, b) => a - b),
            0.95,
          ),
        }))
        .sort((a, b) => b.p95 - a.p95)
        .slice(0, 4)
        .map(({ label, p95 }) => `${label} ${p95.toFixed(1)}`)
        .join('; '),
    }),
    async close() {
      await pool.end();
      await ground.close();
    },
  };
}

/** The one search box over a million people, for readers of a neighbourhood, of a ward and of everything. */
export const searchBenches: BenchCase[] = [
  {
    name: 'search',
    what: 'search among 1,000,000 people, p95, readers of 3,000, 30,000 and all in turn',
    measure: 'p95',
    atLeast: 50,
    aim: 10,
    slice: 1_500,
    rounds: 8,
    warmUp: 3,
    open,
  },
];
