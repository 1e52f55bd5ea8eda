import { cleanText } from '../../tables/clean-text.ts';
import type { FieldName } from './fields.ts';
import type { Cell } from '../../tables/reader/messages.ts';
import type { ReadingContext, RowIssue } from './resident.ts';

/** One row's cells by field, which also remembers what was found wrong and what has to be kept aside. */
export interface RowCells {
  /** The cell of a field, null when empty or not mapped; an Excel error counts as empty and is told. */
  get(field: FieldName): string | null;
  /** The cells of a field that several columns give, in the mapping's order. */
  all(field: FieldName): Cell[];
  has(field: FieldName): boolean;
  heading(field: FieldName): string | undefined;
  note(code: RowIssue['code'], field?: FieldName, value?: string | null): void;
  /** As `note`, and keeps the cell's text with the person, since it is not recorded where it belongs. */
  keep(code: RowIssue['code'], field: FieldName): void;
  /** Keeps a field's text aside without a note. */
  aside(field: FieldName): void;
  readonly issues: RowIssue[];
  /** Texts kept aside by heading, those of columns that nobody mapped included. */
  readonly unmapped: Record<string, string>;
}

const excelError = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/;
// Kept aside under a heading that is too long, or none at all.
const label = (heading: string | undefined, column: number): string =>
  (heading ?? '').slice(0, 100).trim() || `#${column + 1}`;

/** Fields by columns, prepared once for a whole file. */
export interface FieldColumns {
  columns: ReadonlyMap<FieldName, number[]>;
  mapped: ReadonlySet<number>;
}

/** Turns a mapping round: field -> its columns. */
export function fieldColumns(mapping: ReadingContext['mapping']): FieldColumns {
  const columns = new Map<FieldName, number[]>();
  for (const { field, column } of mapping) {
    const known = columns.get(field);
    if (known) known.push(column);
    else columns.set(field, [column]);
  }
  return { columns, mapped: new Set(mapping.map(({ column }) => column)) };
}

/** Opens one row for reading by field. */
export function rowCells(cells: readonly Cell[], context: ReadingContext, { columns, mapped }: FieldColumns): RowCells {
  const issues: RowIssue[] = [];
  const unmapped: Record<string, string> = {};
  const setAside = (column: number, cell: string): void => {
    const name = label(context.headings[column], column);
    const text = cleanText(cell).slice(0, 2000);
    // Of two columns under one heading neither may push the other out.
    const free = unmapped[name] === undefined || unmapped[name] === text;
    unmapped[free ? name : `${name} #${column + 1}`] = text;
  };
  cells.forEach((cell, column) => {
    if (cell !== null && !mapped.has(column)) setAside(column, cell);
  });
  const heading = (field: FieldName): string | undefined => {
    const column = columns.get(field)?.[0];
    return column === undefined ? undefined : label(context.headings[column], column);
  };
  const cellOf = (column: number): Cell => {
    const cell = cells[column] ?? null;
    return cell !== null && excelError.test(cell) ? null : cell;
  };
  const aside = (field: FieldName): void => {
    for (const column of columns.get(field) ?? []) {
      const cell = cells[column];
      if (cell) setAside(column, cell);
    }
  };
  const note = (code: RowIssue['code'], field?: FieldName, value?: string | null): void => {
    const column = field === undefined ? undefined : heading(field);
    issues.push({
      code,
      ...(column === undefined ? {} : { column }),
      ...(value ? { value: cleanText(value).slice(0, 200) } : {}),
    });
  };
  for (const column of mapped) {
    const cell = cells[column];
    if (cell && excelError.test(cell))
      issues.push({ code: 'cell_error', column: label(context.headings[column], column), value: cell });
  }
  const get = (field: FieldName): string | null => {
    const column = columns.get(field)?.[0];
    return column === undefined ? null : cellOf(column);
  };
  return {
    get,
    all: (field) => (columns.get(field) ?? []).map(cellOf),
    has: (field) => columns.has(field),
    heading,
    note,
    keep(code, field) {
      note(code, field, get(field));
      aside(field);
    },
    aside,
    issues,
    unmapped,
  };
}
