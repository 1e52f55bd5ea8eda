import { citizenDetails, type CitizenDetails, type Sex } from '@nocgia/schemas/events/citizen.ts';
import { foldName } from '@nocgia/schemas/text/fold.ts';
import * as v from 'valibot';
import { fromParts, fromText, type ReadDate } from './birth.ts';
import type { FieldName } from './fields.ts';
import { readNationalId, toldById } from './national-id.ts';
import type { ReadingContext } from './resident.ts';
import { cleanText } from '../../tables/clean-text.ts';
import type { RowCells } from './row-cells.ts';
import { isMark, sexOf } from './words.ts';

/** A text of a field within its length; kept aside with a warning when it does not fit. */
export function text(cells: RowCells, field: FieldName, max: number): string | null {
  const cell = cells.get(field);
  if (cell === null) return null;
  const clean = cleanText(cell);
  if (clean === '') return null;
  if (clean.length <= max) return clean;
  cells.keep('value_refused', field);
  return null;
}

/** The name, of one column or of its parts; null where none can be recorded. */
export function readName(cells: RowCells): string | null {
  const parts = cells.has('fullName') ? [cells.get('fullName')] : cells.all('namePart');
  const cleaned = parts.map((part) => (part === null ? '' : cleanText(part)));
  // Cells merged over both columns of a name say all of it twice.
  const given = cleaned.filter((part, at) => part !== '' && !(part.includes(' ') && cleaned.indexOf(part) < at));
  const field = cells.has('fullName') ? 'fullName' : 'namePart';
  const name = given.join(' ');
  if (foldName(name) === '') {
    cells.note('name_missing', field, name);
    return null;
  }
  if (!v.is(citizenDetails.entries.fullName, name)) {
    cells.note('name_refused', field, name);
    return null;
  }
  if (cleaned.includes('')) cells.note('name_incomplete', field, name);
  return name;
}

/** The sex, of a column of its own or of which of two is filled. */
export function readSex(cells: RowCells): Sex {
  const cell = cells.get('sex');
  if (cell !== null) {
    const sex = sexOf(cell);
    if (sex === undefined) cells.keep('sex_unknown', 'sex');
    return sex ?? 'unknown';
  }
  if (cells.has('femaleMark')) return isMark(cells.get('femaleMark') ?? '') ? 'female' : 'male';
  // Two columns "Nam | Nữ" tell the sex by which of them is filled.
  const filled = (field: 'birthMale' | 'birthFemale'): boolean => !/^[\s0.-]*$/.test(cells.get(field) ?? '');
  const male = filled('birthMale');
  const female = filled('birthFemale');
  if (male !== female) return male ? 'male' : 'female';
  cells.note('sex_missing', cells.has('sex') ? 'sex' : undefined);
  return 'unknown';
}

const doubtCodes = {
  unreadable: 'birth_unreadable',
  impossible: 'birth_impossible',
  no_year: 'birth_no_year',
  incomplete: 'birth_incomplete',
  two_digit_year: 'birth_two_digit_year',
  swapped: 'birth_swapped',
  future: 'birth_future',
  too_old: 'birth_too_old',
} as const;

/** The birth as far as it can be trusted; what cannot is kept aside. */
export function readBirth(cells: RowCells, context: ReadingContext): string | null {
  let read: ReadDate | undefined;
  let fields: FieldName[] = [];
  const parts = [cells.get('birthDay'), cells.get('birthMonth'), cells.get('birthYear')] as const;
  if (parts.some((part) => part !== null)) {
    fields = ['birthDay', 'birthMonth', 'birthYear'];
    read = fromParts(...parts, context.today);
    // Registers without day and month say so by leaving out the columns: a year alone is then all there is to know.
    if (read.doubt === 'incomplete' && !cells.has('birthDay') && !cells.has('birthMonth')) read = { value: read.value };
  } else {
    const field = (['birth', 'birthMale', 'birthFemale'] as const).find((field) =>
      field === 'birth' ? /\d/.test(cells.get(field) ?? '') : /\d{2}/.test(cells.get(field) ?? ''),
    );
    if (field) {
      fields = [field];
      const text = cells.get(field) ?? '';
      // Under "Nam | Nữ" stand years: 19855 is one typed wrongly, not a serial number of 1954.
      const mistyped = field !== 'birth' && /^(19|20)\d{3}$/.test(text.trim());
      read = mistyped ? { value: null, doubt: 'unreadable' } : fromText(text, context.today, context.date1904);
    }
  }
  if (!read) {
    cells.note('birth_missing', cells.has('birth') ? 'birth' : cells.has('birthYear') ? 'birthYear' : undefined);
    return null;
  }
  if (read.doubt) {
    const value = fields.map((field) => cells.get(field) ?? '?').join('/');
    cells.note(doubtCodes[read.doubt], fields.at(-1), value);
    for (const field of fields) cells.aside(field);
  }
  return read.value;
}

/** Identity numbers, compared with what they tell of sex and year (a doubt, never a refusal). */
export function readIds(
  cells: RowCells,
  sex: Sex,
  birth: string | null,
): Pick<CitizenDetails, 'nationalId' | 'earlierId'> {
  const cell = cells.get('nationalId');
  const earlier = text(cells, 'earlierId', 30);
  const ids = earlier === null ? {} : { earlierId: earlier };
  if (cell === null) return ids;
  const read = readNationalId(cell);
  if ('earlier' in read) return { earlierId: read.earlier, ...ids };
  if ('invalid' in read) {
    cells.keep('id_invalid', 'nationalId');
    return ids;
  }
  if (read.padded) cells.note('id_padded', 'nationalId', cell);
  const told = toldById(read.id);
  if (sex !== 'unknown' && told.sex !== sex) cells.note('id_sex_mismatch', 'nationalId', cell);
  if (birth !== null && Number(birth.slice(0, 4)) !== told.year) cells.note('id_birth_mismatch', 'nationalId', cell);
  return { ...ids, nationalId: read.id };
}
