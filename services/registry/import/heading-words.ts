import { foldWords } from '@nocgia/schemas/text/fold.ts';
import { fieldSpecs, isFieldName, type FieldName } from './fields.ts';

const byHeading = new Map<string, FieldName>(
  Object.entries(fieldSpecs).flatMap(([name, { headings }]) =>
    isFieldName(name) ? headings.map((heading) => [heading, name] as const) : [],
  ),
);

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
  return byHeading.get(folded) ?? byHeading.get(folded.replace(/ (\d+|dd mm yyyy)$/, '')) ?? partOf(words);
}

/** Under a heading over several columns stand its parts: `Địa chỉ | Số nhà`, `Họ và tên | Tên`. */
const parts: Partial<Record<FieldName, readonly FieldName[]>> = {
  address: ['houseNumber', 'oldNumber', 'street', 'neighbourhood'],
  fullName: ['namePart'],
  birth: ['birthDay', 'birthMonth', 'birthYear'],
};

function partOf(words: readonly string[]): FieldName | undefined {
  for (let cut = words.length - 1; cut > 0; cut--) {
    const above = byHeading.get(words.slice(0, cut).join(' '));
    const below = byHeading.get(words.slice(cut).join(' '));
    if (above && below && parts[above]?.includes(below)) return below;
  }
  return undefined;
}
