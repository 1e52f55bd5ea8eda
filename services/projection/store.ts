import type { ClientBase, PoolClient } from 'pg';
import type { Position } from '../event-store/port.ts';
import {
  arrayLiteral,
  castBack,
  columnOf,
  copyText,
  parameterType,
  quote,
  rowTypes,
  sqlType,
  storedColumns,
} from './columns.ts';
import { copyIn } from './copy-in.ts';
import { physicalTable, type Placement } from './ddl.ts';
import type { Changes } from './overlay.ts';
import type { ColumnType, Row, Table, Touch } from './projection.ts';

/** Channel on which the projector tells, after each page, how far which projection has come. */
export const PROGRESS_CHANNEL = 'nocgia_projected';

/** One projection's share of a page that is to be stored. */
export interface Share {
  name: string;
  tables: readonly Table[];
  placement: Placement;
  /** Whether readers see these tables; only then is anybody told of the progress. */
  live: boolean;
  /** Where the checkpoint must stand, and where it then stands. */
  from: Position;
  to: Position;
  changes: Changes;
}

/** Rows for these touches: one query per table for its keys and one per lookup column, whatever their number. */
export async function loadRows(
  db: Pick<ClientBase, 'query'>,
  tables: readonly Table[],
  placement: Placement,
  touches: readonly Touch[],
): Promise<Map<string, Row[]>> {
  const found = new Map<string, Row[]>();
  for (const table of tables) {
    const own = touches.filter((touch) => touch.table === table.name);
    if (own.length === 0) continue;
    const rows: Row[] = [];
    const columns = storedColumns(table)
      .map((name) => `t.${quote(name)}`)
      .join(', ');
    const keys = own.flatMap((touch) => ('key' in touch ? [touch.key] : []));
    if (keys.length > 0) {
      const keyRows = keys.map((key) => Object.fromEntries(table.key.map((name, index) => [name, key[index]])));
      rows.push(...(await probe(db, table, placement, columns, table.key, keyRows)));
    }
    for (const column of table.lookups) {
      const values = own.flatMap((touch) =>
        'key' in touch || touch.column !== column ? [] : [{ [column]: touch.value }],
      );
      if (values.length > 0) rows.push(...(await probe(db, table, placement, columns, [column], values)));
    }
    found.set(table.name, rows);
  }
  return found;
}

async function probe(
  db: Pick<ClientBase, 'query'>,
  table: Table,
  placement: Placement,
  columns: string,
  by: readonly string[],
  values: Row[],
): Promise<Row[]> {
  const types = by.map((name) => columnOf(table, name).type);
  const sources = types.map((type, index) => `$${index + 1}::${parameterType(type)}`).join(', ');
  const names = by.map((_, index) => `c${index}`).join(', ');
  const match = by.map((name, index) => `t.${quote(name)} = p.c${index}`).join(' and ');
  // `offset 0` keeps the parameters as the outer side of the join: one index probe per value, never a scan of the table.
  const text = `select ${columns} from (select distinct * from unnest(${sources}) u(${names}) offset 0) p join ${physicalTable(table.name, placement)} t on ${match}`;
  const params = by.map((name, index) => arrayLiteral(types[index] as ColumnType, values, name));
  const result = await db.query<Row>({ text, values: params, types: rowTypes });
  return result.rows;
}

function unnestSource(
  table: Table,
  columns: readonly string[],
  rows: readonly Row[],
  params: string[],
): { source: string; select: string } {
  const types = columns.map((name) => columnOf(table, name).type);
  const arrays = types.map((type, index) => {
    params.push(arrayLiteral(type, rows, columns[index] as string));
    return `$${params.length}::${parameterType(type)}`;
  });
  return {
    source: `unnest(${arrays.join(', ')}) r(${columns.map(quote).join(', ')})`,
    select: columns.map((name, index) => castBack(types[index] as ColumnType, `r.${quote(name)}`)).join(', '),
  };
}

function upsertSql(
  table: Table,
  placement: Placement,
  rows: readonly Row[],
  params: string[],
  condition: string,
): string {
  const columns = storedColumns(table);
  const { source, select } = unnestSource(table, columns, rows, params);
  const others = columns.filter((name) => !table.key.includes(name));
  const conflict = table.journal
    ? ''
    : ` on conflict (${table.key.map(quote).join(', ')}) do ` +
      (others.length === 0
        ? 'nothing'
        : `update set ${others.map((name) => `${quote(name)} = excluded.${quote(name)}`).join(', ')}`);
  return `insert into ${physicalTable(table.name, placement)} (${columns.map(quote).join(', ')}) select ${select} from ${source}${condition}${conflict}`;
}

function deleteSql(
  table: Table,
  placement: Placement,
  rows: readonly Row[],
  params: string[],
  condition: string,
): string {
  const arrays = table.key.map((name) => {
    const values = rows.map((row) => ({ [name]: row[name] }));
    params.push(arrayLiteral('text', values, name));
    return `$${params.length}::text[]`;
  });
  const match = table.key
    .map(
      (name) =>
        `t.${quote(name)} = r.${quote(name)}::${sqlType(columnOf(table, name).type).replace(' collate "C"', '')}`,
    )
    .join(' and ');
  const source = `unnest(${arrays.join(', ')}) r(${table.key.map(quote).join(', ')})`;
  return `delete from ${physicalTable(table.name, placement)} t using ${source} where ${match}${condition}`;
}

const LIVE_FENCE = `fence as materialized (
  select 1 from projection.checkpoints c
  join unnest($1::text[], $2::integer[], $3::text[], $5::boolean[]) f(name, generation, position, live)
    on c.name = f.name and c.generation = f.generation and c.position = f.position and c.live = f.live and c.state <> 'poisoned'
  for update of c skip locked
), held as materialized (select count(*) = cardinality($1::text[]) as held from fence)`;

function fenceParams(shares: readonly Share[]): string[] {
  const rows = shares.map(({ name, placement, from, to, live }) => ({
    name,
    generation: placement.generation,
    from,
    to,
    live,
  }));
  return [
    arrayLiteral('text', rows, 'name'),
    arrayLiteral('int', rows, 'generation'),
    arrayLiteral('text', rows, 'from'),
    arrayLiteral('text', rows, 'to'),
    arrayLiteral('boolean', rows, 'live'),
  ];
}

function notice(shares: readonly Share[]): string {
  return JSON.stringify(
    Object.fromEntries(shares.filter((share) => share.live).map((share) => [share.name, share.to])),
  );
}

/**
 * Stores a page of all the projections that stand at the same place in ONE statement: rows and checkpoints together, and only if
 * every checkpoint still stands where this process left it and nobody holds it. Answers whether it did.
 */
export async function storePage(db: Pick<ClientBase, 'query'>, shares: readonly Share[]): Promise<boolean> {
  const params = fenceParams(shares);
  const parts = [LIVE_FENCE];
  const condition = ' where (select held from held)';
  for (const share of shares) {
    for (const table of share.tables) {
      const rows = [...(share.changes.fresh.get(table.name) ?? []), ...(share.changes.changed.get(table.name) ?? [])];
      if (rows.length > 0)
        parts.push(`p${parts.length} as (${upsertSql(table, share.placement, rows, params, condition)})`);
      const gone = share.changes.removed.get(table.name) ?? [];
      if (gone.length > 0)
        parts.push(
          `p${parts.length} as (${deleteSql(table, share.placement, gone, params, ' and (select held from held)')})`,
        );
    }
  }
  params.push(notice(shares));
  parts.push(`moved as (
    update projection.checkpoints c set position = f.new_position, updated_at = now()
    from unnest($1::text[], $2::integer[], $4::text[]) f(name, generation, new_position)
    where c.name = f.name and c.generation = f.generation and (select held from held)
  )`);
  const text = `with ${parts.join(',\n')}
select held, case when held then pg_notify('${PROGRESS_CHANNEL}', $${params.length}) end from held`;
  const result = await db.query<{ held: boolean }>(text, params);
  return result.rows[0]?.held === true;
}

/** Takes the checkpoints of a fill for this transaction; false when another process has them or moved them on. */
async function holdFill(client: PoolClient, shares: readonly Share[]): Promise<boolean> {
  const [names, generations, froms] = fenceParams(shares);
  const held = await client.query(
    `select 1 from projection.checkpoints c
     join unnest($1::text[], $2::integer[], $3::text[]) f(name, generation, position)
       on c.name = f.name and c.generation = f.generation and c.position = f.position and not c.live and c.state = 'building'
     for update of c skip locked`,
    [names, generations, froms],
  );
  return held.rowCount === shares.length;
}

/** Stores many pages of a fill at once, new rows by COPY, with the checkpoints in the same transaction. Answers whether it was still ours. */
export async function storeFill(client: PoolClient, shares: readonly Share[]): Promise<boolean> {
  await client.query('begin');
  try {
    if (!(await holdFill(client, shares))) {
      await client.query('rollback');
      return false;
    }
    for (const share of shares) await storeRows(client, share.tables, share.placement, share.changes);
    const [names, generations, , tos] = fenceParams(shares);
    await client.query(
      `update projection.checkpoints c set position = f.position, updated_at = now()
       from unnest($1::text[], $2::integer[], $3::text[]) f(name, generation, position)
       where c.name = f.name and c.generation = f.generation`,
      [names, generations, tos],
    );
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Writes changes without looking at a checkpoint: within a transaction that holds it, or into temporary tables. */
export async function storeRows(
  client: PoolClient,
  tables: readonly Table[],
  placement: Placement,
  changes: Changes,
): Promise<void> {
  for (const table of tables) {
    const fresh = changes.fresh.get(table.name) ?? [];
    if (fresh.length > 0) {
      const columns = storedColumns(table);
      const target = `${physicalTable(table.name, placement)} (${columns.map(quote).join(', ')})`;
      await copyIn(client, `copy ${target} from stdin`, copyText(table, columns, fresh));
    }
    const changed = changes.changed.get(table.name) ?? [];
    if (changed.length > 0) {
      const params: string[] = [];
      await client.query(upsertSql(table, placement, changed, params, ''), params);
    }
    const removed = changes.removed.get(table.name) ?? [];
    if (removed.length > 0) {
      const params: string[] = [];
      await client.query(deleteSql(table, placement, removed, params, ''), params);
    }
  }
}
