import type { Pool, PoolClient } from 'pg';
import { START, type Position } from '../event-store/port.ts';
import {
  createTableSql,
  lookupIndexSql,
  markSql,
  physicalTable,
  protectSql,
  readerIndexSql,
  shapeOf,
  viewSql,
  type Placement,
} from './ddl.ts';
import { quote } from './columns.ts';
import type { Projection } from './projection.ts';

/** Why a projection stopped. `reason` names the kind of error and the place in the code, never a value. */
export interface Trouble {
  eventId: string;
  type: string;
  position: Position;
  reason: string;
}

/** One generation of a projection's tables as the database has it. */
export interface Generation extends Placement {
  name: string;
  shape: string;
  live: boolean;
  tables: string[];
  position: Position;
  state: 'running' | 'building' | 'poisoned';
  trouble: Trouble | null;
}

// One lock for all making and clearing of tables: two processes that start together take turns.
const DDL_LOCK = 7311;

async function inTransaction<Result>(db: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await db.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function run(client: Pick<PoolClient, 'query'>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await client.query(statement);
}

/** All generations of these projections, the newest first. */
export async function readGenerations(db: Pick<PoolClient, 'query'>, names: readonly string[]): Promise<Generation[]> {
  const result = await db.query<Generation>(
    `select name, generation, version, shape, live, tables, position, state, trouble
     from projection.checkpoints where name = any($1::text[]) order by name, generation desc`,
    [names],
  );
  return result.rows;
}

/**
 * Makes the tables of a new generation. `live`: complete with indexes, policies and views, for a projection that has none yet;
 * else only what a fill needs.
 */
export async function makeGeneration(db: Pool, projection: Projection, live: boolean): Promise<Generation> {
  return inTransaction(db, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [DDL_LOCK]);
    const known = await readGenerations(client, [projection.name]);
    const other = known.find((generation) => generation.live);
    if (live && other) return other;
    const placement = { version: projection.version, generation: (known[0]?.generation ?? 0) + 1 };
    for (const table of projection.tables) {
      await run(client, [createTableSql(table, placement), ...markSql(table, placement)]);
      if (live) {
        await run(client, [
          ...lookupIndexSql(table, placement),
          ...readerIndexSql(table, placement),
          ...protectSql(table, placement),
          ...viewSql(table, placement),
        ]);
      }
    }
    const generation: Generation = {
      ...placement,
      name: projection.name,
      shape: shapeOf(projection),
      live,
      tables: projection.tables.map((table) => table.name),
      position: START,
      state: live ? 'running' : 'building',
      trouble: null,
    };
    await client.query(
      `insert into projection.checkpoints (name, generation, version, shape, live, tables, position, state)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        generation.name,
        generation.generation,
        generation.version,
        generation.shape,
        live,
        generation.tables,
        START,
        generation.state,
      ],
    );
    return generation;
  });
}

/** Indexes that loading needs; harmless to repeat. */
export async function indexLookups(
  db: Pick<PoolClient, 'query'>,
  projection: Projection,
  placement: Placement,
): Promise<void> {
  for (const table of projection.tables) await run(db, lookupIndexSql(table, placement));
}

/** Everything a filled generation needs before readers may see it: indexes, statistics, policies and grants. */
export async function dressGeneration(db: Pool, projection: Projection, placement: Placement): Promise<void> {
  for (const table of projection.tables) {
    await run(db, [
      ...lookupIndexSql(table, placement),
      ...readerIndexSql(table, placement),
      `analyze ${physicalTable(table.name, placement)}`,
    ]);
  }
  await inTransaction(db, async (client) => {
    for (const table of projection.tables) {
      const secured = await client.query<{ secured: boolean }>(
        'select relrowsecurity and relforcerowsecurity as secured from pg_class where oid = $1::regclass',
        [physicalTable(table.name, placement)],
      );
      if (!secured.rows[0]?.secured) await run(client, protectSql(table, placement));
    }
  });
}

/**
 * Waits until every reader's snapshot is younger than this call, as building an index concurrently must: so that no reader who
 * took its snapshot before the new tables were filled finds them empty. Gives up waiting after ten seconds.
 */
export async function awaitOlderReaders(db: Pool): Promise<void> {
  const client = await db.connect();
  try {
    await client.query("set statement_timeout = '10s'");
    await client.query('create table if not exists view.projector_barrier (x integer)');
    await client.query('drop index if exists view.projector_barrier_x');
    await client.query('create index concurrently projector_barrier_x on view.projector_barrier (x)');
  } catch {
    // A reader that holds out so long is a dump or a forgotten session, not a page.
  } finally {
    await client.query('reset statement_timeout').catch(() => undefined);
    client.release();
  }
}

/**
 * Points the live names at this generation, in one transaction. False when a reader is in the way just now, or when the live one
 * has come further: try again; or when this generation is `gone`, since
 * another process has made its own. Answers the generation that was live.
 */
export async function swapIn(
  db: Pool,
  projection: Projection,
  next: Generation,
): Promise<{ swapped: boolean; gone?: true; previous: Generation | null }> {
  try {
    return await inTransaction(db, async (client) => {
      // Short: whoever wants to read waits behind this lock.
      await client.query("set local lock_timeout = '100ms'");
      await client.query('select pg_advisory_xact_lock($1)', [DDL_LOCK]);
      const known = await client.query<Generation>(
        `select name, generation, version, shape, live, tables, position, state, trouble
         from projection.checkpoints where name = $1 for update`,
        [projection.name],
      );
      const previous = known.rows.find((row) => row.live) ?? null;
      const self = known.rows.find((row) => row.generation === next.generation);
      if (!self) return { swapped: false, gone: true, previous };
      if (previous && previous.position > self.position) return { swapped: false, previous };
      for (const table of previous?.tables ?? []) {
        if (!projection.tables.some((own) => own.name === table))
          await client.query(`drop view if exists view.${quote(table)}`);
      }
      for (const table of projection.tables) await run(client, viewSql(table, next));
      await client.query('update projection.checkpoints set live = false where name = $1 and live', [projection.name]);
      await client.query(
        "update projection.checkpoints set live = true, state = 'running', trouble = null where name = $1 and generation = $2",
        [projection.name, next.generation],
      );
      return { swapped: true, previous };
    });
  } catch (error) {
    if (isCode(error, '55P03')) return { swapped: false, previous: null };
    throw error;
  }
}

/**
 * Drops the tables of those generations that are not live and that `which` picks; where somebody still reads them, they stay for the
 * next time.
 */
export async function clearGenerations(db: Pool, name: string, which: (old: Generation) => boolean): Promise<void> {
  const known = await readGenerations(db, [name]);
  for (const old of known.filter((row) => !row.live && which(row))) {
    await inTransaction(db, async (client) => {
      await client.query("set local lock_timeout = '200ms'");
      await client.query('select pg_advisory_xact_lock($1)', [DDL_LOCK]);
      const gone = await client.query(
        'delete from projection.checkpoints where name = $1 and generation = $2 and not live',
        [name, old.generation],
      );
      if (gone.rowCount === 0) return;
      for (const table of old.tables) await client.query(`drop table if exists ${physicalTable(table, old)}`);
    }).catch((error: unknown) => {
      if (!isCode(error, '55P03')) throw error;
    });
  }
}

/** Marks a generation as stopped at an event, or as running again. */
export async function markTrouble(
  db: Pool,
  generation: Pick<Generation, 'name' | 'generation'>,
  trouble: Trouble | null,
): Promise<void> {
  await db.query(
    `update projection.checkpoints
     set state = case when $3::jsonb is not null then 'poisoned' when live then 'running' else 'building' end, trouble = $3, updated_at = now()
     where name = $1 and generation = $2`,
    [generation.name, generation.generation, trouble === null ? null : JSON.stringify(trouble)],
  );
}

/** Whether an error is PostgreSQL's with this SQLSTATE. */
export function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
