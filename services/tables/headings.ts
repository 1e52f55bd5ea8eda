import type { Cell, RawRow } from './reader/messages.ts';

/** A column as found: its heading (both lines of a two-line heading) and a few of its values. */
export interface FoundColumn {
  index: number;
  heading: string;
  samples: string[];
}

/** Where the headings stand. `headingLine` 0 = the file has none and its first row is data. */
export interface FoundHeadings {
  headingLine: number;
  columns: FoundColumn[];
}

/** How headings are known: the field that one names, and whether all of them are those of a kind of file that is known by name already. */
export interface HeadingWords {
  fieldOf: (heading: string) => string | undefined;
  fits?: (columns: readonly { index: number; heading: string }[]) => boolean;
}

/** Headings stand within the first rows of a file, under titles of the register. */
const searchedRows = 40;
const sampleCount = 5;

interface HeadingRow {
  at: number;
  headings: Cell[];
  lines: number;
  score: number;
}

/** Finds the row of headings (one line or two) among the first rows, with samples of what stands below. */
export function findHeadings(rows: readonly RawRow[], words: HeadingWords): FoundHeadings {
  const best = headingRow(rows, words) ?? unknownHeadings(rows);
  const data = rows.slice(best ? best.at + best.lines : 0);
  const headings = best?.headings ?? [];
  const width = Math.max(headings.length, ...data.map(({ cells }) => cells.length), 0);
  const columns = Array.from({ length: width }, (_, index) => ({
    index,
    heading: headings[index] ?? '',
    samples: samplesOf(data, index),
  }));
  return {
    headingLine: best ? (rows[best.at + best.lines - 1]?.line ?? 0) : 0,
    columns,
  };
}

function headingRow(rows: readonly RawRow[], { fieldOf, fits }: HeadingWords): HeadingRow | undefined {
  let best: HeadingRow | undefined;
  for (let at = 0; at < Math.min(rows.length, searchedRows); at++) {
    const row = rows[at];
    if (!row) break;
    for (const lines of [1, 2]) {
      const below = rows[at + 1];
      if (lines === 2 && (!below || below.line !== row.line + 1)) continue;
      const headings = lines === 2 && below ? joinHeadings(row.cells, below.cells) : row.cells;
      const named = headings.map((heading, index) => ({ index, heading: heading ?? '' }));
      if (fits?.(named)) return { at, headings, lines, score: Infinity };
      const score = new Set(
        headings.map((heading) => (heading === null ? undefined : fieldOf(heading))).filter(Boolean),
      ).size;
      // A second line that is no heading through and through must tell at least two fields more than the first alone, or it is data.
      const more = lines === 1 ? 0 : isHeadingLine(row.cells, below?.cells ?? [], fieldOf) ? -1 : 1;
      if (score >= 2 && score > (best?.score ?? 0) + more) best = { at, headings, lines, score };
    }
  }
  return best;
}

/** A first row of words, each once, above a column of figures: headings that nobody knows, to be matched by hand. */
function unknownHeadings([first, ...rest]: readonly RawRow[]): HeadingRow | undefined {
  const headings = first?.cells ?? [];
  const words = headings.filter((cell) => cell !== null);
  const told = words.every((word) => !/\d/.test(word) && word.length <= 60) && new Set(words).size === words.length;
  const figures = headings.some((_, column) => {
    const values = rest.flatMap(({ cells }) => cells[column] ?? []);
    return values.length >= 2 && values.every((value) => /\d/.test(value));
  });
  return words.length >= 2 && told && figures ? { at: 0, headings: [...headings], lines: 1, score: 0 } : undefined;
}

/** Whether all that a second line adds is heading: parts of what stands above, or headings of their own. */
function isHeadingLine(upper: readonly Cell[], lower: readonly Cell[], fieldOf: HeadingWords['fieldOf']): boolean {
  const joined = joinHeadings(upper, lower);
  const added = lower.flatMap((cell, index) => (cell !== null && cell !== upper[index] ? [{ cell, index }] : []));
  return (
    added.length > 0 &&
    added.every(
      ({ cell, index }) =>
        !/\d/.test(cell) && (fieldOf(joined[index] ?? '') !== undefined || fieldOf(cell) !== undefined),
    )
  );
}

/** `Ngày sinh` above `Ngày | Tháng | Năm`: the upper line is spread to the right by merged cells, or by hand left empty. */
function joinHeadings(upper: readonly Cell[], lower: readonly Cell[]): Cell[] {
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const below = lower[index] ?? null;
    let above = upper[index] ?? null;
    if (above === null && below !== null) above = upper.slice(0, index).findLast((cell) => cell !== null) ?? null;
    if (below === null || above === below) return above;
    return above === null ? below : `${above} ${below}`;
  });
}

function samplesOf(rows: readonly RawRow[], index: number): string[] {
  const samples = new Set<string>();
  for (const { cells } of rows) {
    const cell = cells[index];
    if (cell) samples.add(cell.length > 80 ? `${cell.slice(0, 79)}…` : cell);
    if (samples.size === sampleCount) break;
  }
  return [...samples];
}
