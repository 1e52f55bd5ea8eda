import type { CommandRecord, Json } from '../port.ts';
import type { KnownCommand } from './batch.ts';
import { toPosition } from './position.ts';

/** Whatever runs a query: a client or a pool whose types are read as text. */
export interface Queryable {
  query(query: {
    name?: string;
    text: string;
    values: unknown[];
    rowMode: 'array';
  }): Promise<{ rows: (string | null)[][] }>;
}

const findSql = `
select c.command_id, encode(c.fingerprint, 'hex'), c.result, c.position
from log.commands c where c.command_id = any($1::uuid[])`;

// A command's events stand side by side, so its streams' versions after it are the last ones in its range.
const findVersionsSql = `
select c.command_id, encode(c.fingerprint, 'hex'), c.result, c.position, v.versions
from log.commands c
cross join lateral (
  select json_object_agg(x.stream, x.version) as versions from (
    select e.stream, max(e.version) as version from log.events e
    where e.position between c.first_position and c.position and c.position > 0 group by e.stream
  ) x
) v
where c.command_id = any($1::uuid[])`;

function toRecord(row: (string | null)[]): CommandRecord {
  const result: Json = JSON.parse(row[2] ?? 'null');
  return { commandId: row[0] ?? '', fingerprint: row[1] ?? '', result, position: toPosition(row[3] ?? '0') };
}

/** The records of those command ids that the store has taken. */
export async function findCommands(db: Queryable, ids: readonly string[]): Promise<CommandRecord[]> {
  const { rows } = await db.query({ name: 'log-commands', text: findSql, values: [ids], rowMode: 'array' });
  return rows.map(toRecord);
}

/** The same with the versions of the streams that each command wrote to, by command id. */
export async function findKnown(db: Queryable, ids: readonly string[]): Promise<Map<string, KnownCommand>> {
  const { rows } = await db.query({ name: 'log-known', text: findVersionsSql, values: [ids], rowMode: 'array' });
  return new Map(
    rows.map((row) => [row[0] ?? '', { record: toRecord(row), versions: JSON.parse(row[4] ?? '{}') ?? {} }]),
  );
}
