import type { Overlay, Projection, Row, Table, Touch } from './projection.ts';

/** What must be written for the events folded since the last time, per table; `fresh` rows are not in the table yet. */
export interface Changes {
  fresh: Map<string, Row[]>;
  changed: Map<string, Row[]>;
  removed: Map<string, Row[]>;
}

/** Thrown out of a fold that reads a row which is not at hand; the engine loads it and folds the event again. */
export class MissingRows extends Error {
  readonly touch: Touch;
  constructor(touch: Touch) {
    // It says what to load, thousands of times in an import: nobody reads from where it was thrown, which is what costs.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(`rows of ${touch.table} are not loaded`);
    Error.stackTraceLimit = stackTraceLimit;
    this.touch = touch;
  }
}

/** The rows at hand of one projection: loaded, folded, and kept from page to page while nobody else can have changed them. */
export interface Rows extends Overlay {
  /** Whether what a touch asks for is not at hand yet. */
  lacks(touch: Touch): boolean;
  /** What of these touches is not at hand yet. */
  missing(touches: Iterable<Touch>): Touch[];
  /** Takes in the rows that were found for these touches; what was not found is known to be absent. */
  admit(touches: readonly Touch[], found: ReadonlyMap<string, readonly Row[]>): void;
  /** Starts the fold of one event: `undo` takes back everything since. */
  begin(): void;
  undo(): void;
  /** What was changed since the last call; from now on it counts as stored. */
  take(): Changes;
  /** Forgets every row: somebody else wrote, or a store failed. */
  forget(): void;
  /** Forgets every row when there are more than `limit` of them; only right after `take`. */
  trim(limit: number): void;
  /** True while the tables were empty at the start and every row since is at hand: nothing ever has to be loaded. */
  readonly complete: boolean;
  readonly size: number;
}

interface Entry {
  /** null: known not to be there. */
  row: Row | null;
  stored: boolean;
  dirty: boolean;
}

/** How an entry stood before the event in hand: `entry` undefined = it was not at hand. */
interface Undo {
  shelf: Shelf;
  key: string;
  entry: Entry | undefined;
  row: Row | null;
  dirty: boolean;
}

interface Shelf {
  table: Table;
  entries: Map<string, Entry>;
  /** column -> value -> keys of the rows at hand that have it. */
  index: Map<string, Map<string, Set<string>>>;
  /** column -> values of which all rows are at hand. */
  whole: Map<string, Set<string>>;
  dirty: Set<string>;
  inserted: Row[];
}

const SEPARATOR = '\u0001';
const none: readonly Row[] = Object.freeze([]);

function keyText(values: readonly unknown[]): string {
  return values.length === 1 ? String(values[0]) : values.join(SEPARATOR);
}

function rowKey(table: Table, row: Row): string {
  const [first, ...others] = table.key;
  if (first === undefined) throw new Error(`${table.name} has no key`);
  let text = String(row[first]);
  for (const column of others) text += SEPARATOR + String(row[column]);
  return text;
}

/** An empty set of rows for the tables of one projection. `complete`: the tables behind are empty, so nothing has to be loaded. */
export function createRows(projection: Pick<Projection, 'name' | 'tables'>, complete: boolean): Rows {
  const shelves = new Map<string, Shelf>();
  let whole = complete;
  let undoing: Undo[] = [];
  let inserts: Shelf[] = [];

  function reset(): void {
    for (const table of projection.tables) {
      shelves.set(table.name, {
        table,
        entries: new Map(),
        index: new Map(table.lookups.map((column) => [column, new Map()])),
        whole: new Map(table.lookups.map((column) => [column, new Set()])),
        dirty: new Set(),
        inserted: [],
      });
    }
    undoing = [];
    inserts = [];
  }
  reset();

  function shelfOf(name: string): Shelf {
    const shelf = shelves.get(name);
    if (!shelf) throw new Error(`${projection.name} has no table ${name}`);
    return shelf;
  }

  function reindex(shelf: Shelf, key: string, before: Row | null | undefined, after: Row | null): void {
    for (const [column, values] of shelf.index) {
      const old = before?.[column] ?? null;
      const now = after?.[column] ?? null;
      if (old === now) continue;
      if (old !== null) {
        const keys = values.get(String(old));
        keys?.delete(key);
        if (keys?.size === 0) values.delete(String(old));
      }
      if (now !== null) {
        const text = String(now);
        const keys = values.get(text);
        if (keys) keys.add(key);
        else values.set(text, new Set([key]));
      }
    }
  }

  function set(shelf: Shelf, key: string, row: Row | null): void {
    const entry = shelf.entries.get(key);
    // With every row at hand no fold is ever begun again: what fails then is thrown away whole.
    if (!whole) undoing.push({ shelf, key, entry, row: entry?.row ?? null, dirty: entry?.dirty ?? false });
    if (!entry) {
      // Not loaded and yet written: it may be in the table, unless every row is known.
      shelf.entries.set(key, { row, stored: !whole, dirty: true });
      shelf.dirty.add(key);
      reindex(shelf, key, null, row);
      return;
    }
    const before = entry.row;
    entry.row = row;
    if (!entry.dirty) {
      entry.dirty = true;
      shelf.dirty.add(key);
    }
    reindex(shelf, key, before, row);
  }

  function takeBack({ shelf, key, entry, row, dirty }: Undo): void {
    const now = shelf.entries.get(key)?.row ?? null;
    reindex(shelf, key, now, row);
    if (!dirty) shelf.dirty.delete(key);
    if (!entry) shelf.entries.delete(key);
    else Object.assign(entry, { row, dirty });
  }

  function isMissing(touch: Touch): boolean {
    const shelf = shelfOf(touch.table);
    if ('key' in touch) return !shelf.entries.has(keyText(touch.key));
    return touch.value !== null && touch.value !== undefined && !wholeOf(shelf, touch.column).has(String(touch.value));
  }

  function wholeOf(shelf: Shelf, column: string): Set<string> {
    const values = shelf.whole.get(column);
    if (!values) throw new Error(`${shelf.table.name}.${column} is no lookup column`);
    return values;
  }

  return {
    get complete() {
      return whole;
    },
    get size() {
      let size = 0;
      for (const shelf of shelves.values()) size += shelf.entries.size;
      return size;
    },
    get<R extends Row>(name: string, ...key: unknown[]) {
      const entry = shelfOf(name).entries.get(keyText(key));
      if (!entry && !whole) throw new MissingRows({ table: name, key });
      return (entry?.row ?? undefined) as R | undefined;
    },
    where<R extends Row>(name: string, column: string, value: unknown) {
      const shelf = shelfOf(name);
      if (!whole && isMissing({ table: name, column, value })) throw new MissingRows({ table: name, column, value });
      const keys = shelf.index.get(column)?.get(String(value));
      if (!keys || value === null || value === undefined) return none as readonly R[] as R[];
      // In the order of their keys, whatever the order of loading: a fold must not depend on it.
      return [...keys].sort().map((key) => shelf.entries.get(key)?.row as R);
    },
    put(name, row) {
      const shelf = shelfOf(name);
      set(shelf, rowKey(shelf.table, row), Object.freeze(row));
    },
    remove(name, ...key) {
      set(shelfOf(name), keyText(key), null);
    },
    insert(name, row) {
      const shelf = shelfOf(name);
      if (!shelf.table.journal) throw new Error(`${name} is no journal`);
      shelf.inserted.push(row);
      if (!whole) inserts.push(shelf);
    },
    lacks: (touch) => !whole && isMissing(touch),
    missing(touches) {
      return whole ? [] : [...touches].filter(isMissing);
    },
    admit(touches, found) {
      for (const [name, rows] of found) {
        const shelf = shelfOf(name);
        for (const row of rows) {
          const key = rowKey(shelf.table, row);
          if (shelf.entries.has(key)) continue;
          shelf.entries.set(key, { row: Object.freeze(row), stored: true, dirty: false });
          reindex(shelf, key, null, row);
        }
      }
      for (const touch of touches) {
        const shelf = shelfOf(touch.table);
        if ('key' in touch) {
          const key = keyText(touch.key);
          if (!shelf.entries.has(key)) shelf.entries.set(key, { row: null, stored: false, dirty: false });
        } else wholeOf(shelf, touch.column).add(String(touch.value));
      }
    },
    begin() {
      if (undoing.length > 0) undoing = [];
      if (inserts.length > 0) inserts = [];
    },
    undo() {
      for (const step of undoing.reverse()) takeBack(step);
      for (const shelf of inserts) shelf.inserted.pop();
      undoing = [];
      inserts = [];
    },
    take() {
      const changes: Changes = { fresh: new Map(), changed: new Map(), removed: new Map() };
      for (const [name, shelf] of shelves) {
        const fresh: Row[] = shelf.inserted;
        const changed: Row[] = [];
        const removed: Row[] = [];
        for (const key of shelf.dirty) {
          const entry = shelf.entries.get(key) as Entry;
          if (entry.row) (entry.stored ? changed : fresh).push(entry.row);
          else if (entry.stored) removed.push(keyRow(shelf.table, key));
          entry.stored = entry.row !== null;
          entry.dirty = false;
        }
        shelf.dirty = new Set();
        shelf.inserted = [];
        if (fresh.length > 0) changes.fresh.set(name, fresh);
        if (changed.length > 0) changes.changed.set(name, changed);
        if (removed.length > 0) changes.removed.set(name, removed);
      }
      undoing = [];
      inserts = [];
      return changes;
    },
    forget() {
      whole = false;
      reset();
    },
    trim(limit) {
      if (this.size <= limit) return;
      this.forget();
    },
  };
}

function keyRow(table: Table, key: string): Row {
  const values = key.split(SEPARATOR);
  return Object.fromEntries(table.key.map((column, index) => [column, values[index] ?? '']));
}
