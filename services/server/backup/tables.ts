import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type pg from 'pg';

/** `schema.table` of everything that is no projection, parents of partitions included, partitions themselves not. */
export async function tablesToKeep(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('log', 'app') and c.relkind in ('r', 'p') and not c.relispartition
      order by 1`,
  );
  return rows.map((row) => row.name).filter((name) => !left.has(name));
}

/** Sessions end with a restore; migrations and installation are made by it; partitions and projections are made anew. */
const left = new Set(['app.sessions', 'app.migrations', 'app.installation', 'log.partitions', 'log.settings']);

/** Writes a table as gzipped NDJSON, read through a cursor of the caller's snapshot; answers the number of rows. */
export async function dumpTable(client: pg.ClientBase, table: string, file: string): Promise<number> {
  let count = 0;
  async function* lines() {
    await client.query(`declare dump no scroll cursor for select row_to_json(t)::text as line from ${table} t`);
    for (;;) {
      const { rows } = await client.query<{ line: string }>('fetch 2000 from dump');
      if (rows.length === 0) break;
      count += rows.length;
      yield rows.map((row) => `${row.line}\n`).join('');
    }
    await client.query('close dump');
  }
  await pipeline(Readable.from(lines()), createGzip({ level: 6 }), createWriteStream(file, { mode: 0o600 }));
  return count;
}

/** Reads a dumped table back into its empty table; answers the number of rows. Generated columns make themselves. */
export async function loadTable(client: pg.ClientBase, table: string, file: string): Promise<number> {
  const [schema, name] = table.split('.');
  const { rows } = await client.query<{ column_name: string }>(
    `select quote_ident(column_name) as column_name from information_schema.columns
      where table_schema = $1 and table_name = $2 and is_generated = 'NEVER' order by ordinal_position`,
    [schema, name],
  );
  const columns = rows.map((row) => row.column_name).join(', ');
  const insert = `insert into ${table} (${columns}) overriding system value
    select ${columns} from json_populate_recordset(null::${table}, $1::json)`;
  let count = 0;
  let batch: string[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    await client.query(insert, [`[${batch.join(',')}]`]);
    count += batch.length;
    batch = [];
  };
  for await (const line of createInterface({
    input: createReadStream(file).pipe(createGunzip()),
    crlfDelay: Infinity,
  })) {
    if (line === '') continue;
    batch.push(line);
    if (batch.length >= 2000) await flush();
  }
  await flush();
  return count;
}
