import type pg from 'pg';
import { physicalTable } from '../../../projection/ddl.ts';

/** One process at a time takes totals. */
const LOCK = 7311;
/** So many rows of the journal may be added up by whoever reads, before totals are taken anew. */
const TAIL = 2_000;
/** More new rows than this, and the wards they lie in are summed from the beginning: a register comes in with days of forty years. */
const WHOLE = 10_000;

export interface TotalsState {
  /** Up to where in the log the totals are; null: there is no journal. */
  position: string | null;
  /** Rows of the journal that were added. */
  added: number;
}

/**
 * Brings the running totals up to the end of the live journal: a rebuild of the projection starts them anew. `db` connects as
 * nocgia_projector. Does nothing while another process is at it.
 */
export async function keepTotals(db: pg.Pool): Promise<TotalsState> {
  const client = await db.connect();
  try {
    await client.query('begin isolation level repeatable read');
    const state = await keep(client);
    await client.query('commit');
    return state;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** The same, when enough has come in since; for whoever looks in from time to time. */
export async function keepTotalsWhenDue(db: pg.Pool): Promise<boolean> {
  const { rows } = await db.query<{ due: boolean }>(
    `select a.position is null or (a.version, a.generation) <> (c.version, c.generation) or (
       select count(*) from (select 1 from view.population_tally t where t.position > a.position limit $1) n) >= $1 as due
     from projection.checkpoints c left join projection.population_totals_at a on true where c.name = 'population' and c.live`,
    [TAIL],
  );
  if (!rows[0]?.due) return false;
  await keepTotals(db);
  return true;
}

async function keep(client: pg.PoolClient): Promise<TotalsState> {
  const locked = await client.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [LOCK]);
  const live = await client.query<{ version: number; generation: number; position: string; from: string | null }>(
    `select c.version, c.generation, c.position,
       case when (a.version, a.generation) = (c.version, c.generation) then a.position end as "from"
     from projection.checkpoints c left join projection.population_totals_at a on true where c.name = 'population' and c.live`,
  );
  const now = live.rows[0];
  if (!locked.rows[0]?.mine || !now) return { position: null, added: 0 };
  const { from, position } = now;
  const journals = {
    people: physicalTable('population_tally', now),
    statuses: physicalTable('population_status_tally', now),
  };
  // A sum over a ward's whole journal sorts it: in memory where that is enough.
  await client.query("set local work_mem = '128MB'");
  const added = await client.query<{ ward: number; n: number }>(
    `select ward, sum(n)::int as n from (
       select ward, count(*) as n from ${journals.people} where position > $1 and position <= $2 group by ward
       union all select ward, count(*) from ${journals.statuses} where position > $1 and position <= $2 group by ward) j
     group by ward`,
    [from ?? '', position],
  );
  if (from === null) await client.query('delete from projection.population_totals');
  const whole = added.rows.filter(({ n }) => from === null || n > WHOLE).map(({ ward }) => ward);
  const some = added.rows.filter(({ n }) => from !== null && n <= WHOLE).map(({ ward }) => ward);
  if (whole.length > 0) {
    await client.query('delete from projection.population_totals where ward = any($1)', [whole]);
    await client.query(
      `insert into projection.population_totals
       select ward, kind, cell, day, sum(male) over w, sum(female) over w, sum(unknown) over w
       from (${changes(journals)}) d window w as (partition by ward, kind, cell order by day)`,
      [whole, '', position],
    );
  }
  if (some.length > 0) await addTo(client, changes(journals), [some, from ?? '', position]);
  await client.query(
    `insert into projection.population_totals_at (version, generation, position) values ($1, $2, $3)
     on conflict (only_row) do update set version = $1, generation = $2, position = $3`,
    [now.version, now.generation, position],
  );
  return { position, added: added.rows.reduce((sum, { n }) => sum + n, 0) };
}

/** What the journals say of some wards ($1) between two places of the log ($2 exclusive, $3), by cell and day. */
function changes(journals: { people: string; statuses: string }): string {
  return `
    select ward, headcount as kind, cell, day, coalesce(sum(delta) filter (where sex = 'male'), 0) as male,
      coalesce(sum(delta) filter (where sex = 'female'), 0) as female, coalesce(sum(delta) filter (where sex = 'unknown'), 0) as unknown
    from (
      select t.ward, t.headcount, c.cell, t.day, t.sex, t.delta from ${journals.people} t cross join lateral (values
        (case when headcount <> 'both_in_neighbourhood' then 'a:s' end),
        (case when headcount not in ('both_in_ward', 'household', 'dwelling') then 'a:n:' || coalesce(neighbourhood::text, '') end),
        (case when headcount not in ('both_in_neighbourhood', 'household', 'dwelling') then 'a:e:' || coalesce(ethnicity, '') end),
        (case when headcount not in ('both_in_neighbourhood', 'household', 'dwelling') then 'a:c:' || cause end),
        (case when headcount <> 'both_in_neighbourhood' then 'y' || to_char(birth, 'YYYY') end),
        (case when headcount <> 'both_in_neighbourhood' then 'm' || to_char(birth, 'YYYY-MM') end),
        (case when headcount <> 'both_in_neighbourhood' then 'd' || to_char(birth, 'YYYY-MM-DD') end)) c (cell)
      where c.cell is not null and t.ward = any($1) and t.position > $2 and t.position <= $3
      union all
      select ward, headcount, case dimension when 'policy' then 'a:p:' else 'a:h:' end || status, day, 'unknown', delta
      from ${journals.statuses} where ward = any($1) and position > $2 and position <= $3
        and headcount <> 'both_in_neighbourhood') j
    group by ward, headcount, cell, day`;
}

/** Adds changes to totals that stand: days that are new among them first, with what held until then, then each later day its share. */
async function addTo(client: pg.PoolClient, source: string, parameters: unknown[]): Promise<void> {
  await client.query(
    'create temporary table change (ward int, kind text collate "C", cell text collate "C", day date, male int, female int, unknown int) on commit drop',
  );
  await client.query(`insert into change ${source}`, parameters);
  await client.query('analyze change');
  await client.query(`
    insert into projection.population_totals
    select c.ward, c.kind, c.cell, c.day, coalesce(b.male, 0), coalesce(b.female, 0), coalesce(b.unknown, 0)
    from change c left join lateral (
      select t.male, t.female, t.unknown from projection.population_totals t
      where t.ward = c.ward and t.kind = c.kind and t.cell = c.cell and t.day < c.day order by t.day desc limit 1) b on true
    on conflict do nothing`);
  await client.query(`
    update projection.population_totals t
    set male = t.male + s.male, female = t.female + s.female, unknown = t.unknown + s.unknown
    from (
      select t.ward, t.kind, t.cell, t.day, sum(c.male) as male, sum(c.female) as female, sum(c.unknown) as unknown
      from change c join projection.population_totals t
        on t.ward = c.ward and t.kind = c.kind and t.cell = c.cell and t.day >= c.day
      group by t.ward, t.kind, t.cell, t.day) s
    where t.ward = s.ward and t.kind = s.kind and t.cell = s.cell and t.day = s.day`);
}
