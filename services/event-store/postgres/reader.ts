import type { EventFilter, EventPage, Position, ReadEvent } from '../port.ts';
import { findCommands, type Queryable } from './commands.ts';
import { fromPosition, toPosition } from './position.ts';
import { unpackSealed } from './sealed-parts.ts';

const columns = `e.position, e.stream, e.version, e.id, e.type, e.schema_version, e.data, e.sealed, e.context, e.command_id, e.recorded_at`;

/** How many positions a filtered read looks through at most, for each event it may return. */
const filteredReach = 50;

type Row = (string | null)[];

function text(value: string | null | undefined): string {
  if (value === null || value === undefined) throw new Error('a column of log.events is missing');
  return value;
}

/** '2026-01-02 03:04:05.6+00' as '2026-01-02T03:04:05.600Z'; the log keeps whole milliseconds. */
function toInstant(timestamp: string): string {
  return `${timestamp.slice(0, 10)}T${timestamp.slice(11, 19)}.${timestamp.slice(20, -3).padEnd(3, '0').slice(0, 3)}Z`;
}

/** An event from a row of `columns`, the first of which stands at `at`. */
function toEvent(row: Row, at: number): ReadEvent {
  const sealed = row[at + 7];
  return {
    position: toPosition(text(row[at])),
    stream: text(row[at + 1]),
    version: Number(row[at + 2]),
    id: text(row[at + 3]),
    type: text(row[at + 4]),
    schemaVersion: Number(row[at + 5]),
    data: JSON.parse(text(row[at + 6])),
    sealed: unpackSealed(sealed ? Buffer.from(sealed.slice(2), 'hex') : null),
    context: JSON.parse(text(row[at + 8])),
    commandId: text(row[at + 9]),
    recordedAt: toInstant(text(row[at + 10])),
  };
}

const streamSql = `select ${columns} from log.events e where e.stream = $1 and e.version >= $2 order by e.version limit $3`;
const streamsSql = `select ${columns} from log.events e where e.stream = any($1) order by e.stream, e.version`;
const headSql = 'select max(e.position) from log.events e';
const aheadSql = 'select e.position from log.events e where e.position > $1 order by e.position desc limit 1';

// Head and page in one statement, hence one snapshot: what is not in the page up to that head does not exist. Positions
// are given out under a lock held until commit, so nothing can appear below a head once seen.
function allSql(condition: string): string {
  return `select h.head, ${columns} from (select max(position) as head from log.events) h
left join lateral (
  select * from log.events x where x.position > $1 ${condition} order by x.position limit $2
) e on true order by e.position`;
}

const pageSql = allSql('');
const filteredSql = allSql(
  'and x.position <= $3 and ($4::text[] is null or x.type = any($4)) and ($5::text[] is null or x.stream like any ($5))',
);

/** Reads of the log over any connection whose types come as text. */
export function createReader(db: Queryable) {
  async function readStream(
    stream: string,
    options: { fromVersion?: number; limit?: number } = {},
  ): Promise<ReadEvent[]> {
    const values = [stream, options.fromVersion ?? 1, options.limit ?? null];
    const { rows } = await db.query({ name: 'log-stream', text: streamSql, values, rowMode: 'array' });
    return rows.map((row) => toEvent(row, 0));
  }

  async function readStreams(streams: readonly string[]): Promise<Map<string, ReadEvent[]>> {
    const found = new Map<string, ReadEvent[]>();
    if (streams.length === 0) return found;
    const { rows } = await db.query({ name: 'log-streams', text: streamsSql, values: [streams], rowMode: 'array' });
    for (const row of rows) {
      const event = toEvent(row, 0);
      const events = found.get(event.stream);
      if (events) events.push(event);
      else found.set(event.stream, [event]);
    }
    return found;
  }

  async function readAll(after: Position, limit: number, filter?: EventFilter): Promise<EventPage> {
    const from = fromPosition(after);
    const filtered = filter?.types !== undefined || filter?.streamPrefixes !== undefined;
    const reach = BigInt(from) + BigInt(Math.max(limit * filteredReach, 10_000));
    const prefixes = filter?.streamPrefixes?.map((prefix) => `${prefix.replace(/[\\%_]/g, '\\$&')}%`);
    const { rows } = await db.query(
      filtered
        ? {
            name: 'log-filtered',
            text: filteredSql,
            values: [from, limit, String(reach), filter?.types ?? null, prefixes ?? null],
            rowMode: 'array',
          }
        : { name: 'log-page', text: pageSql, values: [from, limit], rowMode: 'array' },
    );
    const head = BigInt(rows[0]?.[0] ?? 0);
    const events = rows[0]?.[1] ? rows.map((row) => toEvent(row, 1)) : [];
    const last = events.at(-1);
    const seen = filtered && reach < head ? reach : head;
    const come = last && events.length >= limit ? BigInt(last.position) : seen;
    // Asked from beyond the head (a log restored to an earlier state), the reader stays where it is.
    const position = come > BigInt(from) ? toPosition(come) : after;
    return { events, position, atHead: BigInt(position) >= head };
  }

  async function head(): Promise<Position> {
    const { rows } = await db.query({ name: 'log-head', text: headSql, values: [], rowMode: 'array' });
    return toPosition(rows[0]?.[0] ?? '0');
  }

  /** The head if it lies beyond `after`, else `after`. */
  async function headBeyond(after: Position): Promise<Position> {
    const { rows } = await db.query({
      name: 'log-ahead',
      text: aheadSql,
      values: [fromPosition(after)],
      rowMode: 'array',
    });
    return rows[0]?.[0] ? toPosition(rows[0][0]) : after;
  }

  return {
    readStream,
    readStreams,
    readAll,
    head,
    headBeyond,
    findCommand: async (id: string) => (await findCommands(db, [id]))[0] ?? null,
  };
}
