import pg from 'pg';
import { withClient } from '@nocgia/infra/roles.ts';
import { unitNumber } from '@nocgia/schemas/events/common.ts';
import { fieldsOf } from '@nocgia/services/access/field-table.ts';
import { withScope } from '@nocgia/services/access/scoped-db.ts';
import type { Scope } from '@nocgia/services/access/scope.ts';
import { populationProjection } from '@nocgia/services/insight/population/projection.ts';
import { population, populationBefore } from '@nocgia/services/insight/population/queries.ts';
import { keepTotals } from '@nocgia/services/insight/population/totals/keep.ts';
import { createProjector } from '@nocgia/services/projection/engine.ts';
import type { BenchCase, Contender } from './harness.ts';
import { openBenchGround } from './ground.ts';

const wards = { large: { code: '27226', people: 1_000_000 }, small: { code: '27238', people: 10_000 } };
const TODAY = '2026-11-22';
const YEARS = 40;

/**
 * What the fold writes for people who arrive over forty years, of whom three in ten leave again and one in ten dies: one row of the
 * journal for each change, with births over ninety years, and households by their first member. Positions in order of writing.
 */
function journalSql(table: string): string {
  return `
    insert into ${table} (position, n, ward, neighbourhood, headcount, day, cause, sex, birth, ethnicity, delta)
    select lpad(($3::bigint + i)::text, 20, '0'), c.n, $1, 100000000 + $1 * 1000 + 1 + i % 12, c.headcount, c.day, c.cause,
      case when c.headcount = 'household' then 'unknown' when i % 2 = 0 then 'male' else 'female' end,
      case when c.headcount <> 'household' then p.birth end,
      case when c.headcount <> 'household' then case when i % 20 = 0 then '04' else '01' end end, c.delta
    from generate_series(1, $2::int) i
    cross join lateral (select
      date '${TODAY}' - (hashint8(i) & 2147483647) % (${YEARS} * 365) as arrival,
      (hashint8(i * 7 + 3) & 2147483647) % 3650 + 30 as stays,
      date '${TODAY}' - (hashint8(i * 13 + 5) & 2147483647) % (90 * 365) as birth) p
    cross join lateral (values
      (0, case when i % 10 = 9 then 'temporary' else 'permanent' end, p.arrival, 'arrival', 1),
      (1, case when i % 10 in (1, 2, 3) then 'permanent' end, p.arrival + p.stays, 'departure', -1),
      (2, case when i % 10 = 4 then 'permanent' end, p.arrival + p.stays, 'death', -1),
      (3, case when i % 3 = 0 then 'household' end, p.arrival, 'arrival', 1)) c (n, headcount, day, cause, delta)
    where c.headcount is not null`;
}

/** Rows that PostgreSQL has read so far, from tables and indexes; what a session read is told once it rests. */
async function rowsRead(admin: pg.Client): Promise<number> {
  const { rows } = await admin.query<{ n: string }>(`
    select (select coalesce(sum(idx_tup_read), 0) from pg_stat_user_indexes where schemaname in ('view', 'projection'))
      + (select coalesce(sum(seq_tup_read), 0) from pg_stat_user_tables where schemaname in ('view', 'projection')) as n`);
  return Number(rows[0]?.n ?? 0);
}

function scopeOf(ward: string): Scope {
  const wards = [unitNumber(ward)];
  return {
    ...{
      accountId: 'bench',
      positionId: 'bench',
      role: 'leader',
      unit: ward,
      wards,
      neighbourhoods: [],
      aggregates: wards,
    },
    ...{ fields: fieldsOf('leader', TODAY), today: TODAY, locale: 'vi' },
  };
}

/** What the statistics page asks, of a day somewhere in the forty years: figures with pyramid and movement, and those of the period before. */
async function statisticsPage(pool: pg.Pool, ward: string, n: number): Promise<void> {
  const scope = scopeOf(ward);
  const back = (n * 7_919) % (YEARS * 365 - 400);
  const asOf = new Date(Date.parse(TODAY) - back * 86_400_000).toISOString().slice(0, 10);
  const headcount = (['permanent', 'present', 'temporary'] as const)[n % 3] ?? 'permanent';
  const asked = { unit: ward, asOf, headcount, boundaries: 'then', movementFrom: `${asOf.slice(0, 4)}-01-01` } as const;
  await withScope(pool, scope, async (db) => {
    const figures = await population(scope, db, asked);
    await populationBefore(scope, db, asked, figures.knownAt);
    if (figures.ages.length === 0 || (figures.total.value ?? 0) === 0) throw new Error(`nobody on ${asOf}`);
  });
}

/** The statistics page of a unit of a million people against one of ten thousand, both with forty years of arrivals. */
export const statisticsBenches: BenchCase[] = [
  {
    name: 'statistics',
    what: 'statistics page with pyramid, any day, 1,000,000 people against 10,000, 40 years of arrivals',
    measure: 'ratio',
    atLeast: 1 / 2,
    aim: 1 / 1.5,
    slice: 800,
    rounds: 10,
    warmUp: 3,
    async open() {
      const { database, log, close } = await openBenchGround();
      const projectorPool = new pg.Pool({ connectionString: database.projectorUrl, max: 4 });
      const projector = createProjector({ log, db: projectorPool, projections: [populationProjection] });
      await projector.runToHead();
      await projector.stop();
      const live = await projectorPool.query<{ table: string }>(
        `select 'view.population_tally__v' || version || '_' || generation as table
         from projection.checkpoints where name = 'population' and live`,
      );
      const table = live.rows[0]?.table ?? '';
      await projectorPool.query(journalSql(table), [unitNumber(wards.small.code), wards.small.people, 0]);
      await projectorPool.query(journalSql(table), [
        unitNumber(wards.large.code),
        wards.large.people,
        wards.small.people,
      ]);
      const head = String(wards.small.people + wards.large.people).padStart(20, '0');
      await projectorPool.query(`update projection.checkpoints set position = $1 where name = 'population' and live`, [
        head,
      ]);
      const began = performance.now();
      await keepTotals(projectorPool);
      const totalsSeconds = Math.round((performance.now() - began) / 100) / 10;
      // As autovacuum does in time; only the tables' owners may.
      await withClient(database.adminUrl, (client) => client.query('vacuum analyze'));
      const pool = new pg.Pool({ connectionString: database.appUrl, max: 2 });
      const admin = new pg.Client({ connectionString: database.adminUrl });
      await admin.connect();
      const notes: Record<string, string | number> = { 'totals of all taken in s': totalsSeconds };
      for (const [name, { code, people }] of Object.entries(wards)) {
        for (let n = 0; n < 9; n++) await statisticsPage(pool, code, n);
        const reading = new pg.Pool({ connectionString: database.appUrl, max: 1 });
        const before = await rowsRead(admin);
        for (let n = 0; n < 9; n++) await statisticsPage(reading, code, n);
        // A session tells what it has read when it ends.
        await reading.end();
        await new Promise((resolve) => setTimeout(resolve, 500));
        notes[`rows read by a page, ${people.toLocaleString('en')} people (${name})`] = Math.round(
          ((await rowsRead(admin)) - before) / 9,
        );
      }
      const contender = (name: string, code: string): Contender => {
        let n = 0;
        return {
          name,
          async run(milliseconds) {
            const latencies: number[] = [];
            const start = performance.now();
            while (performance.now() - start < milliseconds) {
              const begun = performance.now();
              await statisticsPage(pool, code, n++);
              latencies.push(performance.now() - begun);
            }
            return { operations: latencies.length, seconds: (performance.now() - start) / 1000, latencies };
          },
        };
      };
      return {
        contenders: [contender('1,000,000', wards.large.code), contender('10,000', wards.small.code)],
        notes: () => notes,
        close: async () => {
          await admin.end();
          await pool.end();
          await projectorPool.end();
          await close();
        },
      };
    },
  },
];
