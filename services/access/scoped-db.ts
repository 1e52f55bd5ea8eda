import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';
import { plainDates } from './plain-dates.ts';
import type { Scope } from './scope.ts';

/**
 * A database handle whose every statement runs in one read-only snapshot with row-level security narrowed to one scope.
 * A slice names its own tables on it: `db.withTables<{ 'view.dwelling': DwellingTable }>()`. A handle made in any other way
 * sees no row of a scoped table, since row-level security without a scope shows none.
 */
export type ScopedDb = Kysely<Record<never, never>>;

/** One operation's view of the database: opened by its first query, one snapshot until `renew` or `close`. */
export interface ScopedSession {
  readonly db: ScopedDb;
  /** Ends the snapshot; the next query opens a new one. For reading what this very operation has just written. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

function intArray(numbers: readonly number[]): string {
  if (!numbers.every((number) => Number.isInteger(number)))
    throw new Error('A scope holds something that is no unit number.');
  return `{${numbers.join(',')}}`;
}

/** What row-level security is told of a scope. */
export type ScopedRows = Pick<Scope, 'wards' | 'neighbourhoods' | 'aggregates'>;

const openings = new WeakMap<ScopedRows, string>();

/** The statements that open a snapshot for a scope; all of it goes out as one message, so it costs one round trip. */
function openingStatements(scope: ScopedRows): string {
  const known = openings.get(scope);
  if (known !== undefined) return known;
  // What is not set is empty: `set local` ends with its transaction.
  const settings = (['wards', 'neighbourhoods', 'aggregates'] as const)
    .filter((name) => scope[name].length > 0)
    .map((name) => `set local nocgia.${name} = '${intArray(scope[name])}'`);
  const opening = ['begin isolation level repeatable read, read only', ...settings].join('; ');
  openings.set(scope, opening);
  return opening;
}

/**
 * Snapshots that may stand on a pool at once: two thirds of its connections. Whoever holds one needs others beside it, for the log and
 * for the access log; were every connection a snapshot, all would wait for one another for ever.
 */
const snapshots = new WeakMap<pg.Pool, Turns>();

function snapshotsOf(pool: pg.Pool): Turns {
  const known = snapshots.get(pool);
  if (known) return known;
  const turns = makeTurns(Math.max(1, Math.floor(((pool.options.max ?? 10) * 2) / 3)));
  snapshots.set(pool, turns);
  return turns;
}

/** Opens a scoped session on a pool that logs in as `nocgia_app`. Nothing is sent before the first query. */
export function openScoped(pool: pg.Pool, scope: ScopedRows): ScopedSession {
  const opening = openingStatements(scope);
  const turns = makeTurns(1);
  const standing = snapshotsOf(pool);
  let client: pg.PoolClient | undefined;
  let closed = false;

  const ask = (on: pg.PoolClient, query: CompiledQuery) => {
    const name = statementName(query.sql);
    return on.query({
      text: query.sql,
      values: query.parameters as unknown[],
      types: plainDates,
      ...(name === undefined ? {} : { name }),
    });
  };
  /** Opens the snapshot and asks the first query in one write: one round trip for both, where the pool's connections are pipelined. */
  const openAndAsk = async (query: CompiledQuery): Promise<pg.QueryResult> => {
    await standing.take();
    const fresh = await pool.connect().catch((error: unknown) => {
      standing.pass();
      throw error;
    });
    client = fresh;
    const { stream } = fresh.connection;
    stream.cork();
    const both = Promise.allSettled([fresh.query(opening), ask(fresh, query)]);
    stream.uncork();
    const [opened, answered] = await both;
    if (opened.status === 'rejected') {
      client = undefined;
      fresh.release(true);
      standing.pass();
      throw opened.reason;
    }
    if (answered.status === 'rejected') throw answered.reason;
    return answered.value;
  };
  const connection: DatabaseConnection = {
    executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
      // A field that is still being resolved when its operation has been answered must not open a snapshot that nobody would end.
      if (closed) throw new Error('The operation is over, and with it its view of the database.');
      const result = client ? await ask(client, query) : await openAndAsk(query);
      return { rows: result.rows };
    },
    streamQuery: refuse,
  };
  const driver: Driver = {
    init: () => Promise.resolve(),
    acquireConnection: async () => {
      await turns.take();
      return connection;
    },
    releaseConnection: () => Promise.resolve(turns.pass()),
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    destroy: () => Promise.resolve(),
  };
  const db: ScopedDb = new Kysely<Record<never, never>>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (inner) => new PostgresIntrospector(inner),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  const end = async (): Promise<void> => {
    await turns.take();
    const ended = client;
    client = undefined;
    turns.pass();
    // A read-only transaction has nothing to lose: nobody needs to wait for its end.
    void ended
      ?.query('commit')
      .then(
        () => ended.release(),
        () => ended.release(true),
      )
      .finally(standing.pass);
  };
  const close = (): Promise<void> => {
    closed = true;
    return end();
  };
  return { db, renew: end, close };
}

const statements = new Map<string, string>();
const MOST_STATEMENTS = 400;

/** A name under which a connection keeps the statement prepared: planning a page under row-level security costs more than running it. */
function statementName(text: string): string | undefined {
  const known = statements.get(text);
  if (known !== undefined || statements.size >= MOST_STATEMENTS) return known;
  const name = `scoped-${statements.size}`;
  statements.set(text, name);
  return name;
}

function refuse(): never {
  throw new Error('A scoped session is one read-only transaction already; it neither nests others nor streams.');
}

interface Turns {
  take(): Promise<void>;
  pass(): void;
}

/** So many may have a turn at once; whoever comes later waits until one is passed on. One connection answers one statement at a time. */
function makeTurns(free: number): Turns {
  const waiting: (() => void)[] = [];
  return {
    take: () => {
      if (free > 0) {
        free -= 1;
        return Promise.resolve();
      }
      return new Promise((resolve) => waiting.push(resolve));
    },
    pass: () => {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    },
  };
}

/**
 * Runs `work` in one read-only repeatable-read transaction whose row-level security shows what `scope` may see and nothing else.
 * Rejects with whatever `work` rejects with.
 */
export async function withScope<T>(pool: pg.Pool, scope: ScopedRows, work: (db: ScopedDb) => Promise<T>): Promise<T> {
  const session = openScoped(pool, scope);
  try {
    return await work(session.db);
  } finally {
    await session.close();
  }
}
