import { textCell } from './csv.ts';
import { limits } from './limits.ts';
import type { Cell, RawRow } from './messages.ts';
import { refuse } from './refusal.ts';
import { serialDay, serialMoment } from './serial-day.ts';
import type { Workbook } from './workbook.ts';
import { readXml } from './xml.ts';

/** A merged range: rows and columns from 1 and 0, both ends inclusive. */
export interface Merge {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Column number (from 0) and row (from 1) of a reference like `AB12`; undefined when it is none. */
export function parseReference(reference: string): { column: number; row: number } | undefined {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (!match) return undefined;
  const [, letters = '', digits = ''] = match;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(digits) };
}

/** Reads a sheet once for its merged ranges alone, which stand behind the rows that need them. */
export async function readMerges(chunks: AsyncIterable<Buffer>): Promise<Merge[]> {
  const merges: Merge[] = [];
  let carry = '';
  for await (const chunk of chunks) {
    const text = carry + chunk.toString('latin1');
    for (const [, from = '', to = ''] of text.matchAll(/<(?:\w+:)?mergeCell\s+ref="([A-Z]+\d+):([A-Z]+\d+)"/g)) {
      const start = parseReference(from);
      const end = parseReference(to);
      if (!start || !end) continue;
      if (merges.length >= limits.merges) throw refuse('IMPORT_TOO_HEAVY');
      merges.push({ top: start.row, bottom: end.row, left: start.column, right: end.column });
    }
    // A tag cut by the chunk's end is read again with the next; a whole one must not be counted twice.
    const open = text.lastIndexOf('<');
    carry = open >= 0 && text.indexOf('>', open) < 0 && text.length - open < 200 ? text.slice(open) : '';
  }
  return merges.sort((a, b) => a.top - b.top);
}

/**
 * Rows of a worksheet as they stream in. Merged cells all carry the value of their first; dates are days (with the time their format
 * shows), formulas their last result, errors their text. A value beyond the last allowed row or column refuses the file; empty formatted
 * cells do not.
 */
export async function* sheetRows(
  chunks: AsyncIterable<Buffer>,
  workbook: Workbook,
  merges: Merge[],
): AsyncGenerator<RawRow> {
  let ready: RawRow[] = [];
  let filled = 0;
  let line = 0;
  let column = -1;
  let cells: Cell[] = [];
  let type = '';
  let style = 0;
  let value: string[] = [];
  let capturing = false;
  let inPhonetic = false;
  const fill = mergeFiller(merges);

  const endCell = (): void => {
    if (value.length === 0) return;
    const text = cellText(value.join(''), type, style, workbook);
    if (text === null) return;
    if (column >= limits.columns) throw refuse('IMPORT_TOO_MANY_COLUMNS', { limit: limits.columns });
    while (cells.length < column) cells.push(null);
    cells[column] = text;
  };
  const endRow = (): void => {
    fill(line, cells);
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    if (cells.length === 0) return;
    if (++filled > limits.rows + 1) throw refuse('IMPORT_TOO_MANY_ROWS', { limit: limits.rows });
    ready.push({ line, cells });
  };

  const parsing = readXml(chunks, {
    open(name, attributes) {
      if (name === 'row') {
        const stated = Number(attributes['r']);
        line = Number.isInteger(stated) && stated > line ? stated : line + 1;
        column = -1;
        cells = [];
      } else if (name === 'c') {
        column = parseReference(attributes['r'] ?? '')?.column ?? column + 1;
        type = attributes['t'] ?? '';
        style = Number(attributes['s'] ?? 0);
        value = [];
      } else if (name === 'rPh') inPhonetic = true;
      else if (name === 'v' || name === 't') capturing = true;
    },
    close(name) {
      if (name === 'v' || name === 't') capturing = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'c') endCell();
      else if (name === 'row') endRow();
    },
    text(text) {
      if (capturing && !inPhonetic) value.push(text);
    },
  });
  for await (const _ of parsing) {
    if (ready.length === 0) continue;
    yield* ready;
    ready = [];
  }
}

function cellText(raw: string, type: string, style: number, workbook: Workbook): Cell {
  switch (type) {
    case 's': {
      const text = workbook.shared[Number(raw)];
      if (text === undefined) throw refuse('IMPORT_BROKEN');
      return textCell(text);
    }
    case 'b':
      return raw.trim() === '1' ? 'TRUE' : 'FALSE';
    case 'str':
    case 'inlineStr':
    case 'e':
      return textCell(raw);
    case 'd':
      return textCell(raw.replace(/T00:00(:00(\.0+)?)?Z?$/, ''));
    default: {
      const number = Number(raw);
      if (raw.trim() === '' || !Number.isFinite(number)) return textCell(raw);
      const format = workbook.dateStyles[style] ?? null;
      if (format === null) return plainNumber(number);
      // A time that a format of days hides was never seen by the one who filled the cell.
      const dated = format === 'day' ? serialDay : serialMoment;
      return dated(number, workbook.date1904) ?? plainNumber(number);
    }
  }
}

/** A number as a person reads it: no exponent, at most 15 significant digits (all that a double keeps). */
function plainNumber(number: number): string {
  if (Number.isInteger(number) && Math.abs(number) < 1e15) return String(number);
  const text = String(Number(number.toPrecision(15)));
  return text.includes('e') && Math.abs(number) < 1e21 ? number.toFixed(0) : text;
}

/** Gives every cell of a merged range the value of its first cell; ranges come by their top row. */
function mergeFiller(merges: Merge[]): (line: number, cells: Cell[]) => void {
  let next = 0;
  let active: { merge: Merge; value: Cell }[] = [];
  return (line, cells) => {
    active = active.filter(({ merge }) => merge.bottom >= line);
    for (let merge = merges[next]; merge && merge.top <= line; merge = merges[++next]) {
      const value = merge.top === line ? (cells[merge.left] ?? null) : null;
      if (value !== null) active.push({ merge, value });
    }
    for (const { merge, value } of active) {
      const right = Math.min(merge.right, limits.columns - 1);
      for (let column = merge.left; column <= right; column++) {
        while (cells.length <= column) cells.push(null);
        cells[column] ??= value;
      }
    }
  };
}
