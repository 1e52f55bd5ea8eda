import type { Pool, PoolClient } from 'pg';
import type { Log } from '../event-store/log.ts';
import { START, type Position } from '../event-store/port.ts';
import { columnOf, quote, storedColumns } from './columns.ts';
import { createTableSql, lookupIndexSql, physicalTable, shapeOf, type Placement } from './ddl.ts';
import { readGenerations, type Generation } from './generations.ts';
import type { Projection, Table } from './projection.ts';
import { createRunner, foldEvents, typesOf, type Runner } from './runner.ts';
import { storeRows } from './store.ts';

/** How one table compares with what the log says. `keys`: some of the rows concerned, by key; nothing personal. */
export interface TableComparison {
  table: string;
  rows: number;
  missing: number;
  surplus: number;
  different: number;
  keys: string[];
}

export interface ProjectionComparison {
  name: string;
  /** `outdated`: the rows were made by another version of this projection and were not compared. */
  state: 'same' | 'different' | 'outdated' | 'absent';
  position: Position;
  tables: TableComparison[];
}

export interface VerifyOptions {
  log: Log;
  /** A pool that connects as nocgia_projector. */
  db: Pool;
  projections: readonly Projection[];
  /** Called now and then with the place in the log and where it ends. */
  onProgress?: (position: Position, end: Position) => void;
}

const PAGE = 1_000;
const FLUSH = 20_000;
const KEEP = 400_000;
const EXAMPLES = 5;

/**
 * Refolds the log into temporary tables and compares every row with what stands in the database: both as of one snapshot, while
 * the projector goes on. Changes nothing.
 */
export async function verify(options: VerifyOptions): Promise<ProjectionComparison[]> {
  const client = await options.db.connect();
  try {
    await client.query('begin isolation level repeatable read');
    const names = options.projections.map((projection) => projection.name);
    const live = new Map(
      (await readGenerations(client, names)).filter((row) => row.live).map((row) => [row.name, row]),
    );
    const runners = options.projections.flatMap((projection) => {
      const standing = live.get(projection.name);
      return standing && isOwn(projection, standing) ? [scratchRunner(projection, standing)] : [];
    });
    for (const { runner } of runners) {
      // Taken now, so that a rebuild meanwhile leaves these tables standing until the comparison is done.
      const standing = live.get(runner.projection.name);
      for (const table of runner.projection.tables)
        if (standing) await client.query(`lock table ${physicalTable(table.name, standing)} in access share mode`);
      await makeScratch(client, runner);
    }
    await refold(client, runners, options);
    const results: ProjectionComparison[] = [];
    for (const projection of options.projections) {
      const standing = live.get(projection.name);
      const scratch = runners.find((each) => each.runner.projection === projection);
      if (!standing || !scratch) {
        results.push({
          name: projection.name,
          state: standing ? 'outdated' : 'absent',
          position: standing?.position ?? START,
          tables: [],
        });
        continue;
      }
      const tables: TableComparison[] = [];
      for (const table of projection.tables)
        tables.push(await compare(client, table, standing, scratch.runner.generation));
      const same = tables.every((table) => table.missing + table.surplus + table.different === 0);
      results.push({ name: projection.name, state: same ? 'same' : 'different', position: standing.position, tables });
    }
    return results;
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
}

function isOwn(projection: Projection, generation: Generation): boolean {
  return generation.version === projection.version && generation.shape === shapeOf(projection);
}

interface Scratch {
  runner: Runner;
  /** Where the live rows stand: events beyond do not count. */
  end: Position;
}

function scratchRunner(projection: Projection, standing: Generation): Scratch {
  const generation: Generation = {
    ...standing,
    generation: 0,
    temporary: true,
    live: false,
    position: START,
    state: 'building',
    trouble: null,
  };
  return { runner: createRunner(projection, generation, true), end: standing.position };
}

async function makeScratch(client: PoolClient, { projection, generation }: Runner): Promise<void> {
  for (const table of projection.tables) await client.query(createTableSql(table, generation));
}

async function refold(client: PoolClient, scratches: readonly Scratch[], options: VerifyOptions): Promise<void> {
  const end =
    scratches
      .map((scratch) => scratch.end)
      .sort()
      .at(-1) ?? START;
  const types = typesOf(scratches.map((scratch) => scratch.runner));
  let position = START;
  let waiting = 0;
  while (position < end) {
    const page = await options.log.readAll(position, PAGE, { types });
    for (const { runner, end: own } of scratches) {
      await foldEvents(
        runner,
        page.events.filter((event) => event.position <= own),
        client,
      );
    }
    position = page.position;
    waiting += page.events.length;
    if (waiting >= FLUSH || position >= end || page.atHead) {
      waiting = 0;
      for (const { runner } of scratches) await flush(client, runner);
      options.onProgress?.(position, end);
    }
    if (page.atHead) break;
  }
}

async function flush(client: PoolClient, runner: Runner): Promise<void> {
  await storeRows(client, runner.projection.tables, runner.generation, runner.rows.take());
  if (runner.rows.size <= KEEP) return;
  runner.rows.trim(KEEP);
  for (const table of runner.projection.tables)
    for (const statement of lookupIndexSql(table, runner.generation)) await client.query(statement);
}

async function compare(
  client: PoolClient,
  table: Table,
  standing: Placement,
  scratch: Placement,
): Promise<TableComparison> {
  const columns = storedColumns(table);
  const tuple = (alias: string): string => `(${columns.map((name) => `${alias}.${quote(name)}`).join(', ')})`;
  const on = table.key.map((name) => `l.${quote(name)} = s.${quote(name)}`).join(' and ');
  const [first] = table.key;
  if (first === undefined) throw new Error(`${table.name} has no key`);
  const key = table.key.map((name) => `coalesce(l.${quote(name)}, s.${quote(name)})::text`).join(` || ' ' || `);
  columnOf(table, first);
  const result = await client.query<{
    rows: number;
    missing: number;
    surplus: number;
    different: number;
    keys: string[] | null;
  }>(
    `select count(s.${quote(first)})::int as rows,
       count(*) filter (where l.${quote(first)} is null)::int as missing,
       count(*) filter (where s.${quote(first)} is null)::int as surplus,
       count(*) filter (where l.${quote(first)} is not null and s.${quote(first)} is not null and ${tuple('l')} is distinct from ${tuple('s')})::int as different,
       (array_agg(${key}) filter (where ${tuple('l')} is distinct from ${tuple('s')}))[1:${EXAMPLES}] as keys
     from ${physicalTable(table.name, standing)} l full join ${physicalTable(table.name, scratch)} s on ${on}`,
  );
  const [counts] = result.rows;
  if (!counts) throw new Error('no answer');
  return { table: table.name, ...counts, keys: counts.keys ?? [] };
}
