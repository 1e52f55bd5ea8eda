import type { Rejection } from '@nocgia/schemas/errors.ts';

/** A cell as text: dates as `YYYY-MM-DD` (with ` HH:MM:SS` where they have a time), numbers in plain decimals, booleans TRUE/FALSE; null = empty. */
export type Cell = string | null;

/** A row with its 1-based line (CSV: record; workbook: row number); trailing empty cells are left off, empty rows left out. */
export type RawRow = { line: number; cells: Cell[]; note?: LineNote };

/** What the lines around a row say of it, and whether it is a person at all; found out when it is staged. */
export interface LineNote {
  /** No person: columns numbered, headings once more, a title between the rows, a sum or a signature. */
  skip?: 'numbering' | 'heading' | 'section' | 'closing';
  /** The neighbourhood named in a title above. */
  neighbourhood?: string;
  /** The title that opened the household's block, and the number in it. */
  household?: { line: number; number?: string };
}

/** What was found out about the file before its rows come. */
export interface SourceInfo {
  format: 'csv' | 'xlsx';
  /** CSV only. */
  encoding: string | null;
  separator: string | null;
  /** Workbook only: the sheet that is read, and the others that hold something and are not. */
  sheet: string | null;
  otherSheets: string[];
  /** Whether bare day numbers count from 1904. */
  date1904: boolean;
}

/** The lines of the protocol between the reading child and its parent, one JSON text each. */
export type ReaderMessage =
  | { kind: 'source'; source: SourceInfo }
  | { kind: 'rows'; rows: [line: number, cells: Cell[]][] }
  | { kind: 'end'; rows: number }
  | { kind: 'refused'; rejection: Rejection };
