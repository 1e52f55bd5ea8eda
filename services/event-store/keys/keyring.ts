import pg from 'pg';
import type { Json } from '../port.ts';
import { createLru } from './lru.ts';
import { createUnwrapper, masterKeyId, newKey, wrapKey } from './wrap.ts';

/** What an erased subject leaves behind: values of fields by name, nothing that names anyone. */
export type Residue = Record<string, Json>;

/** The key of a subject, or what is left where it was destroyed. */
export type SubjectKey = { key: Buffer; residue?: undefined } | { key: null; residue: Residue };

/** A fact about a person was to be sealed whose key has been destroyed. */
export class SubjectErased extends Error {
  readonly subject: string;
  constructor(subject: string) {
    super(`${subject} has been erased: nothing personal can be recorded of it any more`);
    this.name = 'SubjectErased';
    this.subject = subject;
  }
}

/** The keys of all persons in the log, wrapped by the master key in `app.subject_keys`. */
export interface Keyring {
  /** The subjects' keys, made where there are none and durable when this resolves; throws `SubjectErased`. */
  ensure(subjects: readonly string[]): Promise<Map<string, Buffer>>;
  /** Keys or residues of those subjects that ever had a key. */
  find(subjects: readonly string[]): Promise<Map<string, SubjectKey>>;
  /** Destroys a subject's key for good and leaves the residue; a second call changes nothing. */
  erase(subject: string, residue: Residue): Promise<void>;
  /** Drops what is cached (of these subjects, or all), so that erasures by other processes are seen at once. */
  forget(subjects?: readonly string[]): void;
  /** A 32-byte secret of the installation by name, made when first asked for; it never rotates. */
  secret(name: string): Promise<Buffer>;
  /** Puts every key and secret under another master key, `page` at a time; can be repeated after a crash. Answers how many it moved. */
  rewrap(to: Uint8Array, page?: number): Promise<number>;
  close(): Promise<void>;
}

/** Settings of a keyring. */
export interface KeyringOptions {
  /** URL of the app role, or of the projector role, which only finds. */
  connectionString: string;
  masterKey: Uint8Array;
  /** Master keys of before, while a rotation is under way. */
  formerKeys?: readonly Uint8Array[];
  /** Keys held in memory. */
  cache?: number;
  /** Milliseconds after which a cached key is asked for anew; bounds how long another process's erasure goes unnoticed. */
  maxAge?: number;
  connections?: number;
}

const findSql = 'select subject, wrapped, residue from app.subject_keys where subject = any($1::text[])';
// Sorted, so that two imports with the same people do not deadlock. Who comes second keeps the first one's key.
const makeSql = `insert into app.subject_keys (subject, wrapped)
select subject, wrapped from unnest($1::text[], $2::bytea[]) g(subject, wrapped) order by subject
on conflict (subject) do nothing
returning subject`;

interface KeyRow {
  subject: string;
  wrapped: Buffer | null;
  residue: Residue | null;
}

/** Opens the keyring and makes sure that the master key is the one this database was made with; throws `WrongMasterKey`. */
export async function openKeyring(options: KeyringOptions): Promise<Keyring> {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    application_name: 'nocgia keys',
    max: options.connections ?? 2,
  });
  pool.on('error', () => undefined);
  const master = options.masterKey;
  const unwrap = createUnwrapper([master, ...(options.formerKeys ?? [])]);
  const cache = createLru<SubjectKey>(options.cache ?? 100_000, options.maxAge ?? 60_000);

  async function find(subjects: readonly string[]): Promise<Map<string, SubjectKey>> {
    const found = new Map<string, SubjectKey>();
    const unknown = new Set<string>();
    for (const subject of subjects) {
      const cached = cache.get(subject);
      if (cached) found.set(subject, cached);
      else unknown.add(subject);
    }
    if (unknown.size === 0) return found;
    const { rows } = await pool.query<KeyRow>({ name: 'keys-find', text: findSql, values: [[...unknown]] });
    for (const row of rows) {
      const one: SubjectKey = row.wrapped
        ? { key: unwrap(row.wrapped, row.subject) }
        : { key: null, residue: row.residue ?? {} };
      cache.set(row.subject, one);
      found.set(row.subject, one);
    }
    return found;
  }

  async function make(subjects: readonly string[]): Promise<void> {
    const keys = new Map(subjects.map((subject) => [subject, newKey()]));
    const wrapped = [...keys].map(([subject, key]) => wrapKey(master, key, subject));
    const made = await pool.query<{ subject: string }>({
      name: 'keys-make',
      text: makeSql,
      values: [[...keys.keys()], wrapped],
    });
    // Those that were taken are at hand already; where somebody else was faster, theirs is looked up.
    for (const { subject } of made.rows) {
      const key = keys.get(subject);
      if (key) cache.set(subject, { key });
    }
  }

  // Subjects asked for while keys are being made wait for one common statement, hence for one commit.
  let gathering: { subjects: Set<string>; done: Promise<void> } | null = null;
  let making: Promise<void> = Promise.resolve();

  function makeTogether(subjects: readonly string[]): Promise<void> {
    if (gathering) {
      for (const subject of subjects) gathering.subjects.add(subject);
      return gathering.done;
    }
    const own = new Set(subjects);
    const done = making
      .catch(() => undefined)
      .then(() => {
        gathering = null;
        return make([...own]);
      });
    gathering = { subjects: own, done };
    making = done;
    return done;
  }

  async function ensure(subjects: readonly string[]): Promise<Map<string, Buffer>> {
    let found = await find(subjects);
    const missing = subjects.filter((subject) => !found.has(subject));
    if (missing.length > 0) {
      await makeTogether(missing);
      found = new Map([...found, ...(await find(missing))]);
    }
    const keys = new Map<string, Buffer>();
    for (const [subject, { key }] of found) {
      if (!key) throw new SubjectErased(subject);
      keys.set(subject, key);
    }
    return keys;
  }

  async function erase(subject: string, residue: Residue): Promise<void> {
    // A subject that never had a key gets its mark all the same, so that none is made for it later.
    await pool.query(
      `insert into app.subject_keys (subject, wrapped, destroyed_at, residue) values ($1, null, now(), $2)
      on conflict (subject) do update set wrapped = null, destroyed_at = now(), residue = excluded.residue
      where subject_keys.wrapped is not null`,
      [subject, JSON.stringify(residue)],
    );
    cache.delete(subject);
  }

  async function secret(name: string): Promise<Buffer> {
    const owner = `secret:${name}`;
    const readSql = 'select wrapped from app.secrets where name = $1';
    const known = await pool.query<{ wrapped: Buffer }>(readSql, [name]);
    if (known.rows[0]) return unwrap(known.rows[0].wrapped, owner);
    await pool.query('insert into app.secrets (name, wrapped) values ($1, $2) on conflict do nothing', [
      name,
      wrapKey(master, newKey(), owner),
    ]);
    const made = await pool.query<{ wrapped: Buffer }>(readSql, [name]);
    if (!made.rows[0]) throw new Error(`the secret ${name} could not be kept`);
    return unwrap(made.rows[0].wrapped, owner);
  }

  async function rewrapTable(table: 'subject_keys' | 'secrets', to: Uint8Array, page: number): Promise<number> {
    const column = table === 'secrets' ? 'name' : 'subject';
    const owner = (name: string) => (table === 'secrets' ? `secret:${name}` : name);
    for (let moved = 0; ;) {
      const { rows } = await pool.query<{ name: string; wrapped: Buffer }>(
        `select ${column} as name, wrapped from app.${table} where substring(wrapped for 4) <> $1 order by ${column} limit $2`,
        [masterKeyId(to), page],
      );
      if (rows.length === 0) return moved;
      const wrapped = rows.map((row) => wrapKey(to, unwrap(row.wrapped, owner(row.name)), owner(row.name)));
      // Against the old value: a key destroyed in the meantime stays destroyed.
      await pool.query(
        `update app.${table} t set wrapped = g.new from unnest($1::text[], $2::bytea[], $3::bytea[]) g(name, old, new)
        where t.${column} = g.name and t.wrapped = g.old`,
        [rows.map((row) => row.name), rows.map((row) => row.wrapped), wrapped],
      );
      moved += rows.length;
    }
  }

  let closing: Promise<void> | null = null;

  try {
    // The projector role may not make it; it is made when the server first starts, and only checked here.
    const { rows } = await pool.query<{ wrapped: Buffer }>("select wrapped from app.secrets where name = 'claims'");
    if (rows[0]) unwrap(rows[0].wrapped, 'secret:claims');
  } catch (error) {
    await pool.end();
    throw error;
  }

  return {
    ensure,
    find,
    erase,
    forget: (subjects) => {
      if (!subjects) cache.clear();
      else for (const subject of subjects) cache.delete(subject);
    },
    secret,
    rewrap: async (to, page = 5_000) =>
      (await rewrapTable('subject_keys', to, page)) + (await rewrapTable('secrets', to, page)),
    close: () => (closing ??= pool.end()),
  };
}
