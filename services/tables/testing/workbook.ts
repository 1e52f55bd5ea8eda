import { makeZip, type ZipPart } from './zip.ts';

const xml = (body: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`;
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Style numbers of `workbookOf`: general, a built-in date, a date format of one's own, a number with decimals, a day with its time. */
export const styles = { general: 0, date: 1, ownDate: 2, decimal: 3, moment: 4 } as const;

/** A cell of a sheet to be: a text (shared), or XML attributes and content of one's own. */
export type SheetCell = string | number | null | { attributes: string; body: string };

export interface WorkbookOptions {
  rows: readonly (readonly SheetCell[])[];
  merges?: readonly string[];
  date1904?: boolean;
  /** Other parts, or other versions of the usual ones. */
  parts?: Readonly<Record<string, string | Buffer>>;
}

/** Letters of a column, from 0. */
export function columnLetters(column: number): string {
  return (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** A small workbook with one sheet. */
export function workbookOf({ rows, merges = [], date1904 = false, parts = {} }: WorkbookOptions): Buffer {
  const shared: string[] = [];
  const numbers = new Map<string, number>();
  const cellXml = (cell: SheetCell, reference: string): string => {
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
    if (typeof cell === 'object')
      return `<c ${/\br="/.test(cell.attributes) ? '' : `r="${reference}" `}${cell.attributes}>${cell.body}</c>`;
    let number = numbers.get(cell);
    if (number === undefined) {
      number = shared.push(`<si><t xml:space="preserve">${escaped(cell)}</t></si>`) - 1;
      numbers.set(cell, number);
    }
    return `<c r="${reference}" t="s"><v>${number}</v></c>`;
  };
  const body = rows
    .map(
      (cells, index) =>
        `<row r="${index + 1}">${cells.map((cell, column) => cellXml(cell, `${columnLetters(column)}${index + 1}`)).join('')}</row>`,
    )
    .join('');
  const merged =
    merges.length > 0
      ? `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : '';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const usual: Record<string, string | Buffer> = {
    '[Content_Types].xml': xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets><sheet name="Dân cư" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/styles.xml': xml(
      `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="2"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    ),
    'xl/sharedStrings.xml': xml(`<sst xmlns="${main}">${shared.join('')}</sst>`),
    'xl/worksheets/sheet1.xml': xml(`<worksheet xmlns="${main}"><sheetData>${body}</sheetData>${merged}</worksheet>`),
  };
  return makeZip(Object.entries({ ...usual, ...parts }).map(([name, data]): ZipPart => ({ name, data })));
}
