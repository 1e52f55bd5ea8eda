import { neutral } from '@nocgia/schemas/text/neutral.ts';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';

/** What a cell may hold; null stays empty. */
export type Cell = string | number | null;

export interface Sheet {
  name: string;
  /** Lines above the table: what it is, of when, and up to where in the log. */
  above: readonly string[];
  /** Headings with widths in characters. */
  columns: readonly { heading: string; width: number }[];
  rows: readonly (readonly Cell[])[];
}

/** Excel's own limits: 31 characters, none of these. */
function sheetName(name: string): string {
  return name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}

/** A workbook as the bytes of an .xlsx: texts are cells of type string and neutralised, numbers stay numbers. */
export function workbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const cell = (value: Cell) =>
    typeof value === 'string'
      ? { value: neutral(value), type: String }
      : value === null
        ? null
        : { value, type: Number };
  const bold = (text: string) => ({ value: neutral(text), type: String, fontWeight: 'bold' as const });
  return writeXlsxFile(
    sheets.map(({ name, above, columns, rows }) => {
      const data: SheetData = [
        ...above.map((line) => [bold(line)]),
        ...(above.length > 0 ? [[null]] : []),
        columns.map(({ heading }) => bold(heading)),
        ...rows.map((row) => row.map(cell)),
      ];
      return { data, sheet: sheetName(name), columns: columns.map(({ width }) => ({ width })) };
    }),
  ).toBuffer();
}
