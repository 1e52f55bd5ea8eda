import { foldWords } from '@nocgia/schemas/text/fold.ts';
import { fieldSpecs, isFieldName, type FieldName } from './fields.ts';
import type { Cell, RawRow } from './reader/messages.ts';

/** One column gives one field; a field that takes several columns joins them in the order of the list. Columns count from 0. */
export interface ColumnMapping {
  field: FieldName;
  column: number;
}

/** A column as found: its heading (both lines of a two-line heading) and a few of its values. */
export interface FoundColumn {
  index: number;
  heading: string;
  samples: string[];
}

/** Where the headings stand and what they mean. `headingLine` 0 = the file has none and its first row is data. */
export interface FoundColumns {
  headingLine: number;
  columns: FoundColumn[];
  mapping: ColumnMapping[];
}

const byHeading = new Map<string, FieldName>(
  Object.entries(fieldSpecs).flatMap(([name, { headings }]) =>
    isFieldName(name) ? headings.map((heading) => [heading, name] as const) : [],
  ),
);

/** Headings stand within the first rows of a file, under titles of the register. */
const searchedRows = 40;
const sampleCount = 5;

/** Headings that fold alike and mean different things. */
const accented: Readonly<Record<string, FieldName>> = {
  nam: 'birthMale',
  'nam giới': 'birthMale',
  nữ: 'birthFemale',
  'nữ giới': 'birthFemale',
  năm: 'birthYear',
  họ: 'namePart',
  hộ: 'householdNumber',
};

/** The field that a heading names; undefined for a heading that nobody knows. `Nam` and `Năm` differ, though they fold alike. */
export function fieldOfHeading(heading: string): FieldName | undefined {
  const plain = heading.normalize('NFC').trim().toLowerCase();
  const exact = accented[plain];
  if (exact) return exact;
  if (/sinh\s+nam( giới)?$/u.test(plain)) return 'birthMale';
  const words = foldWords(heading.replace(/\([^)]*\)/g, ' '));
  const folded = words.join(' ');
  return byHeading.get(folded) ?? byHeading.get(folded.replace(/ (\d+|dd mm yyyy)$/, ''));
}

/** Finds the row of headings (one line or two) among the first rows, and what each column gives. */
export function findColumns(rows: readonly RawRow[]): FoundColumns {
  let best: { at: number; headings: Cell[]; lines: number; score: number } | undefined;
  for (let at = 0; at < Math.min(rows.length, searchedRows); at++) {
    const row = rows[at];
    if (!row) break;
    for (const lines of [1, 2]) {
      const below = rows[at + 1];
      if (lines === 2 && (!below || below.line !== row.line + 1)) continue;
      const headings = lines === 2 && below ? joinHeadings(row.cells, below.cells) : row.cells;
      const score = new Set(
        headings.map((heading) => (heading === null ? undefined : fieldOfHeading(heading))).filter(Boolean),
      ).size;
      // A second line must tell at least two fields more than the first alone, or it is data.
      if (score >= 2 && score > (best?.score ?? 0) + (lines === 2 ? 1 : 0)) best = { at, headings, lines, score };
    }
  }
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
    mapping: proposeMapping(columns),
  };
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

/** What the headings say, with the doubtful ones decided by their company. */
export function proposeMapping(columns: readonly Pick<FoundColumn, 'index' | 'heading'>[]): ColumnMapping[] {
  const found: ColumnMapping[] = [];
  const taken = new Set<FieldName>();
  for (const { index, heading } of columns) {
    const field = heading === '' ? undefined : fieldOfHeading(heading);
    if (!field || (taken.has(field) && !fieldSpecs[field].many)) continue;
    taken.add(field);
    found.push({ field, column: index });
  }
  const has = (field: FieldName): boolean => found.some((one) => one.field === field);
  const drop = (field: FieldName): void =>
    void found.splice(0, found.length, ...found.filter((one) => one.field !== field));
  const rename = (from: FieldName, to: FieldName): void => {
    for (const one of found) if (one.field === from) one.field = to;
  };
  // A column "Tên" beside "Họ và tên" repeats a part of it.
  if (has('fullName')) drop('namePart');
  // "Năm sinh" beside a day and a month is the year; a lone "ngày" or "tháng" is no birth.
  if (has('birthDay') && has('birthMonth') && !has('birthYear') && has('birth')) rename('birth', 'birthYear');
  if (!has('birthYear')) {
    drop('birthDay');
    drop('birthMonth');
  }
  // "Nam | Nữ" without a birth in them are marks of the sex, which a pair of columns tells as well.
  if (has('birthMale') !== has('birthFemale')) {
    drop('birthMale');
    drop('birthFemale');
  }
  // A postcode tells a household only together with the number of the house.
  if (has('householdKey')) {
    const house = found.find(({ field }) => field === 'houseNumber');
    const known = has('householdNumber');
    if (known || !house) drop('householdKey');
    else found.push({ field: 'householdKey', column: house.column });
  }
  return found;
}

/** Fields without which no resident can be made of a row: a name, and something that tells households apart. */
export function missingFields(mapping: readonly ColumnMapping[]): FieldName[] {
  const has = (...fields: FieldName[]): boolean => mapping.some(({ field }) => fields.includes(field));
  const missing: FieldName[] = [];
  if (!has('fullName', 'namePart')) missing.push('fullName');
  if (!has('householdNumber', 'householdKey', 'headName', 'relation', 'address', 'houseNumber', 'street'))
    missing.push('householdNumber');
  return missing;
}

/** Checks a mapping given by a person against the columns there are; answers it, or the name of what is wrong with it. */
export function checkMapping(
  given: readonly { field: string; column: number }[],
  width: number,
): { ok: true; mapping: ColumnMapping[] } | { ok: false; wrong: string } {
  const mapping: ColumnMapping[] = [];
  for (const { field, column } of given) {
    if (!isFieldName(field)) return { ok: false, wrong: field };
    if (!Number.isInteger(column) || column < 0 || column >= width) return { ok: false, wrong: `${field}: ${column}` };
    if (!fieldSpecs[field].many && mapping.some((one) => one.field === field)) return { ok: false, wrong: field };
    mapping.push({ field, column });
  }
  const missing = missingFields(mapping);
  return missing.length > 0 ? { ok: false, wrong: missing.join(', ') } : { ok: true, mapping };
}
