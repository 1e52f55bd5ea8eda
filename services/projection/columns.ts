import pg from 'pg';
import type { Column, ColumnType, Row, Table } from './projection.ts';

/** What PostgreSQL calls a column type in DDL. */
export function sqlType(type: ColumnType): string {
  return type === 'text_c' ? 'text collate "C"' : type;
}

/** Names of the columns that a row brings with it: all but the generated ones. */
export function storedColumns(table: Table): string[] {
  return Object.keys(table.columns).filter((name) => table.columns[name]?.generated === undefined);
}

/** The column of that name; throws on a name that the table does not have. */
export function columnOf(table: Table, name: string): Column {
  const column = table.columns[name];
  if (!column) throw new Error(`${table.name} has no column ${name}`);
  return column;
}

/** Quotes an SQL identifier. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The array type in which values of this column travel as one parameter; arrays travel as the text of each. */
export function parameterType(type: ColumnType): string {
  return type.endsWith('[]') || type === 'text_c' || type === 'tsvector' ? 'text[]' : `${type}[]`;
}

/** SQL that turns an unnested value of `parameterType` into the column's own type. */
export function castBack(type: ColumnType, value: string): string {
  return type.endsWith('[]') || type === 'tsvector' ? `${value}::${type}` : value;
}

const needsEscape = /["\\]/;
const escapes = /["\\]/g;

function quoted(text: string): string {
  return needsEscape.test(text) ? `"${text.replace(escapes, '\\$&')}"` : `"${text}"`;
}

function listLiteral(values: readonly unknown[]): string {
  return `{${values.map((value) => (value === null || value === undefined ? 'NULL' : quoted(String(value)))).join(',')}}`;
}

/** One value as PostgreSQL reads it as text; null stays null. */
export function asText(type: ColumnType, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' && type !== 'jsonb') return value;
  if (type === 'jsonb') return JSON.stringify(value);
  if (Array.isArray(value)) return listLiteral(value);
  return String(value);
}

/** Values of one column as an array literal, for `unnest($1::type[])`. */
export function arrayLiteral(type: ColumnType, rows: readonly Row[], column: string): string {
  const parts = new Array<string>(rows.length);
  for (let index = 0; index < rows.length; index++) {
    const text = asText(type, rows[index]?.[column]);
    parts[index] = text === null ? 'NULL' : quoted(text);
  }
  return `{${parts.join(',')}}`;
}

const copySpecial = /[\\\t\n\r]/;
const copyNames: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function copyEscape(text: string): string {
  return copySpecial.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => copyNames[sign] as string) : text;
}

/** Types whose text never holds a sign that COPY reads otherwise. */
const plain = new Set<ColumnType>([
  'uuid',
  'int',
  'smallint',
  'bigint',
  'boolean',
  'date',
  'timestamptz',
  'double precision',
  'int[]',
]);

/** Rows in the text format of COPY, columns in the given order. */
export function copyText(table: Table, columns: readonly string[], rows: readonly Row[]): string {
  const cells = columns.map((name) => {
    const { type } = columnOf(table, name);
    return { name, type, plain: plain.has(type) };
  });
  let text = '';
  for (const row of rows) {
    let separator = '';
    for (const cell of cells) {
      const value = asText(cell.type, row[cell.name]);
      text += separator + (value === null ? '\\N' : cell.plain ? value : copyEscape(value));
      separator = '\t';
    }
    text += '\n';
  }
  return text;
}

const DATE = 1082;
const TIMESTAMPTZ = 1184;
const BIGINT = 20;

/** Reads rows back as a fold had put them: days as `YYYY-MM-DD`, instants as ISO in UTC, bigint as a number. */
export const rowTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
    if (oid === DATE) return (text) => text;
    if (oid === TIMESTAMPTZ)
      return (text) => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString();
    if (oid === BIGINT) return Number;
    return defaultParser(oid, format);
  },
};

function defaultParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
}
