import type { RecordedEvent } from '../event-store/log.ts';

/** PostgreSQL types a projection may use; dates travel as `YYYY-MM-DD`, positions as text (collate "C"). */
export type ColumnType =
  | 'text'
  | 'text_c'
  | 'uuid'
  | 'int'
  | 'smallint'
  | 'bigint'
  | 'boolean'
  | 'date'
  | 'timestamptz'
  | 'jsonb'
  | 'double precision'
  | 'tsvector'
  | 'text[]'
  | 'uuid[]'
  | 'int[]';

export interface Column {
  type: ColumnType;
  nullable?: boolean;
  /** SQL of a generated column, instead of a value from the row. */
  generated?: string;
  /** A position, an event's id or a time of recording: left out when the content of two databases is compared. */
  trace?: boolean;
}

/**
 * How row-level security narrows a table: by unit number columns (a ward's alone, where rows lie in no neighbourhood), by the same or the wards whose aggregates the reader may see
 * (tables of figures only), by nothing ("open": nothing personal in it), or to nobody but the projector.
 */
export type RowPolicy =
  | { by: 'unit'; ward: string; neighbourhood: string }
  | { by: 'ward'; ward: string }
  | { by: 'aggregate'; ward: string; neighbourhood: string }
  | { by: 'open' }
  | { by: 'closed' };

/** One table of a projection. Its live name is `view.<name>`; the engine gives each version a table of its own behind it. */
export interface Table {
  name: string;
  columns: Record<string, Column>;
  key: readonly string[];
  /** Columns by which `touches` may ask for rows; each gets an index. */
  lookups: readonly string[];
  /** Further indexes, as the text after `on <table>`: `using gin (tokens)`. */
  indexes: readonly string[];
  policy: RowPolicy;
  /** A journal is only ever inserted into: its rows are never loaded, changed or looked up by a fold. */
  journal?: boolean;
}

export type Row = Record<string, unknown>;

/** Rows that an event needs before it can be folded: by key (values in the order of `key`) or by one lookup column. */
export type Touch = { table: string; key: readonly unknown[] } | { table: string; column: string; value: unknown };

/** The rows loaded for a page with everything folded so far on top. Rows given out are frozen; `put` a changed copy. */
export interface Overlay {
  get<R extends Row = Row>(table: string, ...key: unknown[]): Readonly<R> | undefined;
  /** All rows whose lookup column has this value, loaded and folded ones alike. */
  where<R extends Row = Row>(table: string, column: string, value: unknown): Readonly<R>[];
  put(table: string, row: Row): void;
  remove(table: string, ...key: unknown[]): void;
  /** Adds a row to a journal table. */
  insert(table: string, row: Row): void;
}

/**
 * Turns events into rows. `touches` is called again with the rows loaded so far until it asks for nothing new
 * (a residence names a household, whose row names a dwelling …), so a whole page costs a handful of queries.
 */
export interface Projection {
  name: string;
  /** Raised with every change of code or shape: the engine then rebuilds beside the live tables and swaps. */
  version: number;
  tables: readonly Table[];
  handles: readonly string[];
  touches(event: RecordedEvent, rows: Pick<Overlay, 'get' | 'where'>): Iterable<Touch>;
  /** Pure: no clock, no I/O, nothing but the event and the overlay. */
  fold(event: RecordedEvent, rows: Overlay): void;
}
