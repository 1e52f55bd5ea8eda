import { neutral } from '@nocgia/schemas/text/neutral.ts';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** What a cell may hold; null stays empty. */
export type Cell = string | number | null;

export interface Sheet {
  name: string;
  /** Lines above the table: what it is, of when, and up to where in the log. */
  above: readonly string[];
  /** Headings with widths in characters. */
  columns: readonly { heading: string; width: number }[];
  /** As they come: a long list is never in memory as a whole. */
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Rows whose text is handed on at once. */
const TOGETHER = 100;

/** Two formats of a cell: as it comes, and bold. */
const styles = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`;

/** Text of XML: what it cannot hold (control characters, halves of a pair) is left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '')
    .replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Excel's own limits: 31 characters, none of these. */
function sheetName(name: string): string {
  return name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}

/** `A` to `Z`, then `AA`: no sheet has as many as 702 columns. */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

function rowXml(cells: readonly Cell[], number: number, bold: boolean): string {
  const style = bold ? ' s="1"' : '';
  const written = cells.map((value, index) => {
    const at = `<c r="${columnName(index)}${number}"${style}`;
    if (value === null) return '';
    if (typeof value === 'number') return `${at}><v>${value}</v></c>`;
    return `${at} t="inlineStr"><is><t xml:space="preserve">${escaped(neutral(value))}</t></is></c>`;
  });
  return `<row r="${number}">${written.join('')}</row>`;
}

/** The XML of a sheet, piece by piece as its rows come. */
async function* sheetXml({ above, columns, rows }: Sheet): AsyncGenerator<string> {
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const top = above.length > 0 ? above.length + 2 : 1;
  const pane = `<pane ySplit="${top}" topLeftCell="A${top + 1}" activePane="bottomLeft" state="frozen"/>`;
  const views = `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`;
  yield `${HEAD}<worksheet xmlns="${MAIN}">${views}${widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''}<sheetData>`;
  let number = 0;
  const head = [
    ...above.map((line) => [line]),
    ...(above.length > 0 ? [[]] : []),
    columns.map(({ heading }) => heading),
  ];
  yield head.map((cells) => rowXml(cells, ++number, true)).join('');
  let waiting: string[] = [];
  for await (const cells of rows) {
    waiting.push(rowXml(cells, ++number, false));
    if (waiting.length < TOGETHER) continue;
    yield waiting.join('');
    waiting = [];
  }
  yield `${waiting.join('')}</sheetData></worksheet>`;
}

/** When a file was made is told by its name and contents alone. */
const made = { mtime: new Date(1980, 0, 1) };

/** A workbook as the bytes of an .xlsx (ECMA-376): texts are cells of type string and neutralised, numbers stay numbers. */
export async function workbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const zip = new ZipFile();
  const text = (name: string, xml: string): void => zip.addBuffer(Buffer.from(HEAD + xml), name, made);
  const related = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${RELATED}/${type}" Target="${target}"/>`;
  const each = (write: (n: number, sheet: Sheet) => string): string =>
    sheets.map((sheet, index) => write(index + 1, sheet)).join('');
  text(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`)}</Types>`,
  );
  text(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships">${related(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  );
  text(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATED}"><sheets>${each((n, { name }) => `<sheet name="${escaped(sheetName(name))}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
  );
  text(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PACKAGE}/relationships">${each((n) => related(n, 'worksheet', `worksheets/sheet${n}.xml`))}${related(sheets.length + 1, 'styles', 'styles.xml')}</Relationships>`,
  );
  text('xl/styles.xml', styles);
  // A fault in the rows is the workbook's; yazl would wait for ever for a stream that ends in one.
  const failed = Promise.withResolvers<never>();
  for (const [index, sheet] of sheets.entries()) {
    const stream = Readable.from(sheetXml(sheet)).on('error', failed.reject);
    zip.addReadStream(stream, `xl/worksheets/sheet${index + 1}.xml`, made);
  }
  zip.end();
  // What is compressed already is all that stands in memory.
  return Promise.race([buffer(zip.outputStream), failed.promise]);
}
