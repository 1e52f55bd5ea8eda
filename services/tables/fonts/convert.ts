import type { Cell, RawRow } from '../reader/messages.ts';
import { refuse } from '../reader/refusal.ts';
import { oldFontOf, readingsOf } from './detect.ts';
import { looksVietnamese } from './syllables.ts';
import { fromOldFont, type OldFont } from './tables.ts';

/** Turns rows that were typed in an old font into Unicode, column by column, and watches that all of them make sense. */
export interface FontReader {
  /** The font that the file was typed in, or parts of it; null when there is nothing to convert. */
  font: OldFont | null;
  convert(row: RawRow): RawRow;
  /** Throws IMPORT_OLD_FONT when too much of what was converted makes no sense: it would be stored garbled. */
  finish(): void;
}

/** Of the texts with other than plain letters, how many may make no sense: names of foreigners, slips of the pen. */
const strangeShare = 0.05;
const strangeAtLeast = 3;

/** A reader for a file that begins like this. Throws IMPORT_OLD_FONT where it is old and no one font explains it. */
export function fontReader(head: readonly RawRow[]): FontReader {
  const whole = oldFontOf(readingsOf(head.flatMap(({ cells }) => cells)));
  const width = Math.max(0, ...head.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, column) =>
    readingsOf(head.map(({ cells }) => cells[column] ?? null)),
  );
  const found = columns.map(oldFontOf);
  const known = new Set(found.filter((one) => one !== null && one !== 'unsure'));
  const [font] = known;
  if (found.includes('unsure') || known.size > 1 || (whole !== null && font === undefined))
    throw refuse('IMPORT_OLD_FONT');
  if (font === undefined) return { font: null, convert: (row) => row, finish: () => undefined };
  // A column in which Unicode makes sense and the old font does not is in Unicode; all else goes by the file.
  const unicode = columns.map((readings) => readings.judged > 0 && readings.unicode > readings[font]);
  let judged = 0;
  let strange = 0;
  const cell = (text: Cell, column: number): Cell => {
    if (text === null || looksVietnamese(text) === 'plain') return text;
    judged += 1;
    if (unicode[column] === true) return text;
    const converted = fromOldFont(text, font);
    if (looksVietnamese(converted) === 'yes') return converted.normalize('NFC');
    // Here and there a cell was typed anew in Unicode.
    if (looksVietnamese(text) !== 'yes') strange += 1;
    return text;
  };
  return {
    font,
    convert: (row) => ({ ...row, cells: row.cells.map(cell) }),
    finish: () => {
      if (strange >= strangeAtLeast && strange > judged * strangeShare) throw refuse('IMPORT_OLD_FONT');
    },
  };
}
