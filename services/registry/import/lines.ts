import type { Cell, LineNote, RawRow } from '../../tables/reader/messages.ts';

/** Rows under the headings in which the columns may be numbered. */
const numberedWithin = 3;

const neighbourhood =
  /(?:^|[\s,;:-])((?:khu phố|kp|ấp|thôn|khóm|tổ dân phố|tdp|khu vực|tổ)[\s.:]*(?:\d+[a-zđ]?|[^\s\d,;:(-][^,;:(-]{0,60}))/u;
const household =
  /^(?:sổ hộ khẩu số|sổ hộ số|hộ gia đình|gia đình|hộ số|số hộ|chủ hộ|hộ ông|hộ bà|hộ)[\s:.-]+(.{1,120})$/u;
/** What stands under a list: sums and signatures. `Tổng` is no surname, `Tống` is. */
const closing =
  /^(?:tổng cộng|tổng số|tổng|cộng|lũy kế|luỹ kế|người lập|lập biểu|xác nhận|tm\. |t\/m |uỷ ban|ủy ban|chủ tịch|cán bộ|công chức|trưởng khu phố|trưởng ban|tổ trưởng|thủ trưởng|ký tên|\(ký|ngày \d{1,2} tháng|danh sách này|ghi chú:)/u;
const closingPlain = /^(?:tong cong|tong so|cong)\b/;

/** Reads what a line of a register is besides people: a numbering of columns, headings again, a title between, a sum or a signature. */
export function createLineReader(headings: readonly Cell[], headingLine: number): (row: RawRow) => RawRow {
  let section: string | null = null;
  let block: LineNote['household'] | null = null;

  const noted = (row: RawRow, skip?: LineNote['skip']): RawRow => {
    const note: LineNote = {
      ...(skip ? { skip } : {}),
      ...(section === null ? {} : { neighbourhood: section }),
      ...(block ? { household: block } : {}),
    };
    return Object.keys(note).length === 0 ? row : { ...row, note };
  };
  return (row) => {
    if (row.line <= headingLine) return row;
    const filled = row.cells.flatMap((text, column) => (text === null ? [] : [{ text, column }]));
    const texts = new Set(filled.map(({ text }) => text));
    if (filled.length >= 2 && filled.every(({ text, column }) => repeats(headings[column] ?? null, text)))
      return noted(row, 'heading');
    if (row.line <= headingLine + numberedWithin && isNumbering(filled.map(({ text }) => text)))
      return noted(row, 'numbering');
    const [first = ''] = texts;
    const plain = first.toLowerCase();
    if (texts.size === 1) {
      const place = neighbourhood.exec(plain);
      const home = household.exec(plain);
      if (home && !(home[1] ?? '').startsWith('khẩu')) {
        const number = /\d[\w/.-]*/.exec(home[1] ?? '')?.[0];
        block = { line: row.line, ...(number === undefined ? {} : { number }) };
        return noted(row, 'section');
      }
      if (place && (place.index === 0 || filled.length > 1)) {
        const named = first
          .slice(place.index)
          .replace(/^[\s,;:-]+/, '')
          .slice(0, (place[1] ?? '').length)
          .trim();
        // A group ("tổ") within a neighbourhood that is named already is not one itself.
        if (section === null || !/^tổ[\s.:]*\d/iu.test(named)) section = named;
        block = null;
        return noted(row, 'section');
      }
      // One text merged over half of the sheet is no person.
      if (filled.length >= 3) return noted(row, closing.test(plain) ? 'closing' : 'section');
    }
    if (closing.test(plain) || isPlainSum(filled.map(({ text }) => text))) return noted(row, 'closing');
    return noted(row);
  };
}

function repeats(heading: Cell, text: string): boolean {
  return heading !== null && (heading === text || heading.startsWith(`${text} `) || heading.endsWith(` ${text}`));
}

/** `(1) (2) (3)` or `A B 1 2 3` under the headings. */
function isNumbering(texts: readonly string[]): boolean {
  if (texts.length < 3 || !texts.every((text) => /^\(?\s*(\d{1,3}|\p{L})\s*\)?$/u.test(text))) return false;
  const numbers = texts.map((text) => Number(text.replace(/\D/g, '') || NaN)).filter((number) => !Number.isNaN(number));
  return numbers.length >= 2 && numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
}

/** A sum in a register without accents: nothing but numbers beside it. */
function isPlainSum([first = '', ...rest]: readonly string[]): boolean {
  return closingPlain.test(first.toLowerCase()) && rest.every((text) => !/\p{L}/u.test(text));
}
