import type { CitizenDetails } from '@nocgia/schemas/events/citizen.ts';
import { foldAddressWords, foldName } from '@nocgia/schemas/text/fold.ts';
import { earliestBirth } from '../citizen/citizen-state.ts';
import { splitAddress } from './address.ts';
import { fromText } from './birth.ts';
import { codeOf } from './coded.ts';
import { readBirth, readIds, readName, readSex, text } from './read-person.ts';
import type { RawRow } from '../../tables/reader/messages.ts';
import type { ReadingContext, Resident } from './resident.ts';
import { cleanText } from '../../tables/clean-text.ts';
import { rowCells, type FieldColumns, type RowCells } from './row-cells.ts';
import { relationCode } from './relation-codes.ts';
import { isMark, relationOf, residenceKindOf } from './words.ts';

/** Reads one row as a resident, with what is doubtful in it. Pure; knows nothing of other rows or the register. */
export function readRow(row: RawRow, context: ReadingContext, columns: FieldColumns): Resident {
  const cells = rowCells(row.cells, context, columns);
  const name = readName(cells);
  const sex = readSex(cells);
  const birth = readBirth(cells, context);
  const ids = readIds(cells, sex, birth);
  const place = readPlace(cells, context, row.note?.neighbourhood ?? null);
  const head = readHead(cells);
  const relation = head.marked ? { relation: 'head' as const, relationGiven: true } : readRelation(cells, context);
  const details = name === null ? null : { fullName: name, sex, birth, ...ids, ...readOthers(cells, context) };
  const opened = row.note?.household;
  const number = text(cells, 'householdNumber', 60) ?? joinedKey(cells) ?? opened?.number ?? null;
  return {
    line: row.line,
    sourceKey: text(cells, 'sourceKey', 200),
    details,
    ...relation,
    householdKey: opened
      ? `block ${opened.line}`
      : number === null
        ? null
        : `${cells.has('householdNumber') ? (place.neighbourhood ?? '') : ''}|${foldAddressWords(number).join(' ')}`,
    householdNumber: number,
    headName: head.name,
    headId: head.id,
    ...place,
    ...readResidence(cells, birth, context),
    unmapped: cells.unmapped,
    issues: cells.issues,
  };
}

/** Fields that are taken as they stand, with the longest text each may hold. */
const plain = {
  otherName: 200,
  birthPlace: 300,
  homeTown: 300,
  healthInsurance: 20,
  occupation: 200,
  workplace: 300,
  note: 2000,
  email: 200,
} as const;

/** Fields of codes, with how long a text may be that no list knows: it is shown as it stands until somebody chooses. */
const coded = { ethnicity: 10, religion: 40, education: 40, maritalStatus: 40, disability: 40 } as const;

function readOthers(cells: RowCells, context: ReadingContext): Partial<CitizenDetails> {
  const others: Partial<CitizenDetails> = {};
  for (const field of Object.keys(plain) as (keyof typeof plain)[]) {
    const value = text(cells, field, plain[field]);
    if (value !== null) others[field] = value;
  }
  for (const [field, max] of Object.entries(coded) as [keyof typeof coded, number][]) {
    const value = cells.get(field);
    if (value === null) continue;
    const words = cleanText(value);
    const code = codeOf(field, words) ?? (words.length <= max ? words : null);
    if (code === null) cells.aside(field);
    else Object.assign(others, { [field]: code });
  }
  const nationality = cells.get('nationality');
  if (nationality !== null && cleanText(nationality).length <= 3) others.nationality = cleanText(nationality);
  else if (nationality !== null) cells.aside('nationality');
  const level = cells.get('eidLevel');
  const known = level === null ? null : codeOf('eidLevel', level);
  if (known === '1' || known === '2') others.eidLevel = known;
  else if (level !== null) cells.aside('eidLevel');
  const activated = cells.get('eidSince');
  const since = activated === null ? null : fromText(activated, context.today, context.date1904).value;
  if (since?.length === 10) others.eidSince = since;
  else if (activated !== null) cells.aside('eidSince');
  const phone = cells.get('phone');
  if (phone === null) return others;
  const number = phone.replace(/[^\d+]/g, '');
  // A spreadsheet eats the leading zero of a number as well.
  if (/^\+?\d{8,15}$/.test(number)) others.phone = /^[1-9]\d{8}$/.test(number) ? `0${number}` : number;
  else cells.keep('phone_invalid', 'phone');
  return others;
}

/** Who is said to be the head of the row's household: a name, an identity number, or a mark that it is this very person. */
function readHead(cells: RowCells): { name: string | null; id: string | null; marked: boolean } {
  const cell = cells.get('headName');
  const marked = cell !== null && isMark(cell);
  const id = cells.get('headId')?.replace(/\D/g, '') ?? '';
  return {
    name: cell === null || marked ? null : foldName(cell) || null,
    // A spreadsheet has eaten the zeros in front of the head's number as well.
    id: id.length < 8 ? null : id.length > 9 ? id.padStart(12, '0') : id,
    marked,
  };
}

function readPlace(
  cells: RowCells,
  context: ReadingContext,
  titled: string | null,
): Pick<Resident, 'houseNumber' | 'oldNumber' | 'street' | 'neighbourhood'> {
  const whole = text(cells, 'address', 260);
  const split = whole === null ? { houseNumber: null, street: null } : splitAddress(whole);
  const houseNumber = text(cells, 'houseNumber', 60) ?? split.houseNumber;
  const street = text(cells, 'street', 200) ?? split.street;
  if (houseNumber === null && street === null)
    cells.note('address_missing', cells.has('address') ? 'address' : undefined);
  let neighbourhood: string | null = null;
  const given = cells.get('neighbourhood');
  const named = given ?? titled;
  if (named !== null) {
    neighbourhood = context.neighbourhoods.get(neighbourhoodKey(named)) ?? null;
    if (neighbourhood === null && given !== null) cells.keep('neighbourhood_unknown', 'neighbourhood');
    else if (neighbourhood === null) cells.note('neighbourhood_unknown', undefined, named);
  } else if (cells.has('neighbourhood')) cells.note('neighbourhood_missing', 'neighbourhood');
  return { houseNumber, oldNumber: text(cells, 'oldNumber', 60), street, neighbourhood };
}

/** How neighbourhoods are told apart: `Khu phố 03`, `KP3` and `3` are one, and so are names with and without accents. */
export function neighbourhoodKey(name: string): string {
  const folded = foldName(name).replace(/^(khu pho|kp|to dan pho|tdp|thon|ap|khom|to|khu vuc|khu)\s*(?=\S)/, '');
  return folded.replace(/^0+(?=\d)/, '');
}

function readRelation(cells: RowCells, { mapping }: ReadingContext): Pick<Resident, 'relation' | 'relationGiven'> {
  const cell = cells.get('relation');
  if (cell === null) {
    if (cells.has('relation')) cells.note('relation_missing', 'relation');
    return { relation: 'unknown', relationGiven: false };
  }
  // A number is never guessed at: it means what somebody has said that it means in this register.
  const code = relationCode(cell);
  const relation =
    code === null ? relationOf(cell) : mapping.find(({ field }) => field === 'relation')?.relations?.[code];
  if (relation === undefined) cells.keep(code === null ? 'relation_unknown' : 'relation_code', 'relation');
  return { relation: relation ?? 'unknown', relationGiven: true };
}

/** The columns that make up a household's key, as one number; null when one of them is empty. */
function joinedKey(cells: RowCells): string | null {
  const parts = cells.all('householdKey');
  if (parts.length === 0 || parts.some((part) => part === null)) return null;
  return parts
    .map((part) => cleanText(part ?? ''))
    .join('-')
    .slice(0, 60);
}

function readResidence(
  cells: RowCells,
  birth: string | null,
  context: ReadingContext,
): Pick<Resident, 'kind' | 'since' | 'until' | 'cameFrom'> {
  const word = cells.get('residenceKind');
  const kind = word === null ? 'permanent' : residenceKindOf(word);
  if (kind === undefined) cells.keep('residence_kind_unknown', 'residenceKind');
  const dayOf = (
    field: 'since' | 'until',
    code: 'since_unreadable' | 'until_unreadable',
    today: string,
  ): string | null => {
    const cell = cells.get(field);
    if (cell === null) return null;
    const read = fromText(cell, today, context.date1904);
    if (read.value?.length === 10) return read.value;
    cells.keep(code, field);
    return null;
  };
  let since = dayOf('since', 'since_unreadable', context.today);
  if (since !== null && birth !== null && since < earliestBirth(birth)) {
    cells.keep('since_before_birth', 'since');
    since = earliestBirth(birth);
  }
  // A term may well end in the future, but not before it has begun.
  let until = kind === 'temporary' ? dayOf('until', 'until_unreadable', '2999-12-31') : null;
  if (until !== null && until < (since ?? context.today)) {
    cells.keep('until_unreadable', 'until');
    until = null;
  }
  return { kind: kind ?? 'permanent', since, until, cameFrom: text(cells, 'cameFrom', 300) };
}
