import pg from 'pg';
import { quote } from './columns.ts';
import { physicalTable, TRACE } from './ddl.ts';

/**
 * A hash of the content of every live table, by its name: number of rows and two sums over the rows' own hashes, in no order. What
 * tells of the recording is left out (positions, event ids, times), so that two ways to the same facts compare equal.
 * `url` connects as nocgia_projector, who sees all rows.
 */
export async function contentHashes(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read, read only');
    const live = await client.query<{ tables: string[]; version: number; generation: number }>(
      'select tables, version, generation from projection.checkpoints where live order by name',
    );
    const hashes: [string, string][] = [];
    for (const generation of live.rows) {
      for (const table of generation.tables)
        hashes.push([table, await hashOf(client, physicalTable(table, generation))]);
    }
    await client.query('commit');
    return Object.fromEntries(hashes.sort(([a], [b]) => (a < b ? -1 : 1)));
  } finally {
    await client.end();
  }
}

async function hashOf(client: pg.Client, table: string): Promise<string> {
  const columns = await client.query<{ name: string; trace: boolean }>(
    `select attname as name, col_description(attrelid, attnum) is not distinct from $2 as trace
     from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attname`,
    [table, TRACE],
  );
  // Of a trace it still counts whether there is one: `known_to` null = known now.
  const parts = columns.rows.map(({ name, trace }) => (trace ? `${quote(name)} is null` : quote(name)));
  const row = `row(${parts.join(', ')})::text`;
  const result = await client.query<{ hash: string }>(
    `select count(*) || ':' || coalesce(sum(hashtextextended(${row}, 1)), 0) || ':' || coalesce(sum(hashtextextended(${row}, 2)), 0) as hash from ${table}`,
  );
  return result.rows[0]?.hash ?? '';
}
