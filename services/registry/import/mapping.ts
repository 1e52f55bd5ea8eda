import type { FoundColumn } from '../../tables/headings.ts';
import { fieldSpecs, isFieldName, type FieldName } from './fields.ts';
import { fieldOfHeading } from './heading-words.ts';
import { checkRelationCodes, type RelationCodes } from './relation-codes.ts';
import { isMark, sexOf } from './words.ts';

/** One column gives one field; a field that takes several columns joins them in the order of the list. Columns count from 0. */
export interface ColumnMapping {
  field: FieldName;
  column: number;
  /** Of a column of relations that holds numbers. */
  relations?: RelationCodes;
}

/** What the headings say, with the doubtful ones decided by their company. */
export function proposeMapping(
  columns: readonly (Pick<FoundColumn, 'index' | 'heading'> & { samples?: readonly string[] })[],
): ColumnMapping[] {
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
  // "Họ và tên" over two columns: family and middle names in one, the given name in the next.
  const name = found.find(({ field }) => field === 'fullName');
  const beside = name && columns.find(({ index }) => index === name.column + 1);
  if (name && beside && isGivenName(columns.find(({ index }) => index === name.column)?.heading, beside)) {
    drop('namePart');
    name.field = 'namePart';
    found.push({ field: 'namePart', column: beside.index });
  }
  // A column "Tên" beside "Họ và tên" repeats a part of it.
  if (has('fullName')) drop('namePart');
  // "Năm sinh" beside a day and a month is the year; a lone "ngày" or "tháng" is no birth.
  if (has('birthDay') && has('birthMonth') && !has('birthYear') && has('birth')) rename('birth', 'birthYear');
  if (!has('birthYear')) {
    drop('birthDay');
    drop('birthMonth');
  }
  // "Nam | Nữ" without a birth in them are marks of the sex, which a pair of columns tells as well.
  // Of "Nữ" alone the marks say who is a woman.
  const women = columns.find(({ index }) => found.some((one) => one.field === 'birthFemale' && one.column === index));
  if (!has('birthMale') && !has('sex') && (women?.samples ?? []).length > 0 && women?.samples?.every(isMark))
    rename('birthFemale', 'femaleMark');
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

/** A second column under the heading of the name, or without a heading, that holds single words. */
function isGivenName(heading: string | undefined, beside: { heading: string; samples?: readonly string[] }): boolean {
  const { samples = [] } = beside;
  if (beside.heading !== '' && beside.heading !== heading) return false;
  if (beside.heading === heading) return true;
  return samples.length >= 2 && samples.every((text) => /^\p{L}+$/u.test(text) && sexOf(text) === undefined);
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

/** A column as a person says what it is. */
export interface GivenColumn {
  field: string;
  column: number;
  relations?: Readonly<Record<string, string>>;
}

/** Checks a mapping given by a person against the columns there are; answers it, or the name of what is wrong with it. */
export function checkMapping(
  given: readonly GivenColumn[],
  width: number,
): { ok: true; mapping: ColumnMapping[] } | { ok: false; wrong: string } {
  const mapping: ColumnMapping[] = [];
  for (const { field, column, relations = {} } of given) {
    if (!isFieldName(field)) return { ok: false, wrong: field };
    if (!Number.isInteger(column) || column < 0 || column >= width) return { ok: false, wrong: `${field}: ${column}` };
    if (!fieldSpecs[field].many && mapping.some((one) => one.field === field)) return { ok: false, wrong: field };
    const codes = checkRelationCodes(relations);
    if (!codes.ok) return { ok: false, wrong: codes.wrong };
    const numbered = field === 'relation' && Object.keys(relations).length > 0;
    mapping.push({ field, column, ...(numbered && { relations: codes.relations }) });
  }
  const missing = missingFields(mapping);
  return missing.length > 0 ? { ok: false, wrong: missing.join(', ') } : { ok: true, mapping };
}
