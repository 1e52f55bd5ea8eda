import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { limits } from './limits.ts';
import type { Cell, RawRow, SourceInfo } from './messages.ts';
import { oldFontOf, readingsOf } from '../fonts/detect.ts';
import { refuse } from './refusal.ts';

const separators = [',', ';', '\t', '|'] as const;
const slice = 256 * 1024;

/**
 * Finds the encoding of a text: by its mark, as UTF-16 by its zeros, as UTF-8 when all of it is; else by which bytes make
 * Vietnamese: those of Windows-1258, or those of a font from before (Windows-1252, whose letters are converted later).
 */
export function detectEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 5 && odd > even) return 'utf-16le';
  if (even > sample.length / 5) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : byteEncoding(bytes.subarray(0, slice));
}

function byteEncoding(bytes: Uint8Array): string {
  const texts = (encoding: string): string[] =>
    new TextDecoder(encoding)
      .decode(bytes)
      .normalize('NFC')
      .split(/[\r\n,;\t|]+/);
  const marked = readingsOf(texts('windows-1258'));
  if (marked.unicode >= marked.judged * 0.8) return 'windows-1258';
  const old = oldFontOf(readingsOf(texts('windows-1252')));
  return old === null ? 'windows-1258' : 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += slice) decoder.decode(bytes.subarray(at, at + slice), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** The separator that cuts the first lines into the most columns evenly; a comma when none does. */
export function detectSeparator(text: string): string {
  // The last line of the sample may be cut off in its middle.
  const lines = text.split(/\r\n|\n|\r/).slice(0, 60);
  const sample = (lines.length > 1 ? lines.slice(0, -1) : lines).join('\n');
  const score = (separator: string): number => {
    try {
      const widths = parseSync(sample, {
        delimiter: separator,
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
      }).map((record) => record.length);
      const counts = new Map<number, number>();
      for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
      const [width = 1, times = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
      return width < 2 ? 0 : (times / widths.length) * Math.log2(width);
    } catch {
      return 0;
    }
  };
  return (
    separators.map((separator) => ({ separator, score: score(separator) })).sort((a, b) => b.score - a.score)[0]
      ?.separator ?? ','
  );
}

function* decoded(bytes: Uint8Array, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += slice)
    yield decoder.decode(bytes.subarray(at, at + slice), { stream: true });
  yield decoder.decode();
}

/** What a CSV text is made of, from its bytes. */
export function csvSource(bytes: Uint8Array): SourceInfo {
  const encoding = detectEncoding(bytes);
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, 65_536));
  return { format: 'csv', encoding, separator: detectSeparator(head), sheet: null, otherSheets: [], date1904: false };
}

/** Rows of a CSV text, in order. Quotes may be sloppy and rows uneven; limits of rows, columns and cell length are enforced. */
export async function* csvRows(bytes: Uint8Array, source: SourceInfo): AsyncGenerator<RawRow> {
  const parser = Readable.from(decoded(bytes, source.encoding ?? 'utf-8')).pipe(
    parse({
      bom: true,
      delimiter: source.separator ?? ',',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 4 * 1024 * 1024,
    }),
  );
  let line = 0;
  let filled = 0;
  let empty = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      line += 1;
      const cells = record.map(textCell);
      while (cells.length > 0 && cells.at(-1) === null) cells.pop();
      if (cells.length === 0) {
        if (++empty > limits.rows)
          throw refuse(filled === 0 ? 'IMPORT_EMPTY' : 'IMPORT_TOO_MANY_ROWS', { limit: limits.rows });
        continue;
      }
      if (cells.length > limits.columns) throw refuse('IMPORT_TOO_MANY_COLUMNS', { limit: limits.columns });
      // One line more than the limit, for the headings.
      if (++filled > limits.rows + 1) throw refuse('IMPORT_TOO_MANY_ROWS', { limit: limits.rows });
      yield { line, cells };
    }
  } catch (error) {
    throw isCsvError(error) ? refuse('IMPORT_BROKEN') : error;
  } finally {
    parser.destroy();
  }
}

function isCsvError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('CSV_');
}

/** A cell's text, composed (NFC) and trimmed; null when nothing is left. Refuses a cell longer than any real one. */
export function textCell(text: string): Cell {
  if (text.length > limits.cellCharacters) throw refuse('IMPORT_BROKEN');
  const clean = text.normalize('NFC').trim();
  return clean === '' ? null : clean;
}
