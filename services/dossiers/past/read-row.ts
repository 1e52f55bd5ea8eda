import { cleanText } from '../../tables/clean-text.ts';
import type { Cell, RawRow } from '../../tables/reader/messages.ts';
import { timeFields, type PastField, type PastTimeField } from './fields.ts';
import type { PastMapping } from './mapping.ts';

/** One row of the file: what it says of a dossier and of one of its steps; times as they are written. */
export interface PastRow {
  line: number;
  texts: Partial<Record<PastField, string>>;
  /** Whether its code stands in a row above. */
  codeFromAbove: boolean;
}

/** Why a line is no step. */
export type Skipped = 'line_heading' | 'line_closing';

const closing =
  /^(?:tổng cộng|tổng số|tổng|cộng|người lập|lập biểu|xác nhận|tm\. |t\/m |uỷ ban|ủy ban|chủ tịch|thủ trưởng|\(ký|ngày \d{1,2} tháng|ghi chú:|total)/u;

/** Reads rows behind the headings one after another; a row whose code cell is empty goes with the one above, as in a list with blocks. */
export function pastRowReader(
  mapping: readonly PastMapping[],
  headings: readonly string[],
): (row: RawRow) => PastRow | { line: number; skipped: Skipped } {
  let above: string | undefined;
  return ({ line, cells }) => {
    const filled = cells.flatMap((text, column) => (text === null ? [] : [{ text, column }]));
    if (filled.length >= 2 && filled.every(({ text, column }) => repeats(headings[column] ?? '', text)))
      return { line, skipped: 'line_heading' };
    if (filled.length >= 3 && filled.every(({ text }) => /^\(?\s*(\d{1,2}|\p{L})\s*\)?$/u.test(text)))
      return { line, skipped: 'line_heading' };
    const texts: PastRow['texts'] = {};
    for (const { field, column } of mapping) {
      const text = clean(cells[column] ?? null);
      if (text !== null) texts[field] = text;
    }
    const timed = timeFields.some((field) => texts[field] !== undefined);
    const distinct = new Set(filled.map(({ text }) => text));
    if (!timed && (distinct.size === 1 || closing.test((filled[0]?.text ?? '').toLowerCase())))
      return { line, skipped: 'line_closing' };
    const codeFromAbove = texts.code === undefined && above !== undefined && (timed || texts.step !== undefined);
    if (codeFromAbove && above !== undefined) texts.code = above;
    above = texts.code;
    return { line, texts, codeFromAbove };
  };
}

function repeats(heading: string, text: string): boolean {
  return heading !== '' && (heading === text || heading.startsWith(`${text} `) || heading.endsWith(` ${text}`));
}

function clean(cell: Cell): string | null {
  if (cell === null || /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/.test(cell)) return null;
  return cleanText(cell) || null;
}

/** The texts of a column of times over a whole file. */
export function* textsOf(rows: Iterable<PastRow>, field: PastTimeField): Generator<string | null> {
  for (const { texts } of rows) yield texts[field] ?? null;
}
