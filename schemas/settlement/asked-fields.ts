import { codes, type Code } from '../code-lists/code.ts';
import { ethnicGroups } from '../code-lists/ethnic-groups.ts';
import { householdStatuses } from '../code-lists/household-statuses.ts';
import { maritalStatuses } from '../code-lists/marital-statuses.ts';
import { relations } from '../code-lists/relations.ts';
import { isDay } from '../events/common.ts';
import type { SettlementKind } from '../events/procedure.ts';

/** `day` is `YYYY-MM-DD`; `national_id` 12 digits; `choice` a code of `choices`; `long` may fill several lines. */
export type AskedType = 'text' | 'long' | 'day' | 'national_id' | 'choice';

/** One field of the form of a procedure: what the register will need of the matter, asked once and kept as an answer of the dossier. */
export interface AskedField {
  /** Key of the answer (`answers` of a dossier). */
  key: string;
  type: AskedType;
  /** Without it the matter cannot be written; from home it must be there, at the desk it may come later. */
  required: boolean;
  /** Characters at most. */
  most: number;
  vi: string;
  en: string;
  choices: readonly Code[];
}

/** A field as a form shows it in one language. */
export interface ShownField {
  key: string;
  label: string;
  type: AskedType;
  required: boolean;
  most: number;
  choices: readonly { value: string; label: string }[];
}

const sexes = codes('own', [
  ['male', 'Nam', 'Male'],
  ['female', 'Nữ', 'Female'],
]);

/** What of a birth's entry is changed, corrected or added to; the number itself is the police's (Luật Căn cước 26/2023/QH15). */
export const correctable = codes('Luật Hộ tịch 60/2014/QH13, Điều 26–29', [
  ['fullName', 'Họ, chữ đệm, tên', 'Full name'],
  ['birth', 'Ngày, tháng, năm sinh', 'Date of birth'],
  ['sex', 'Giới tính', 'Sex'],
  ['ethnicity', 'Dân tộc', 'Ethnicity'],
  ['homeTown', 'Quê quán', 'Home town'],
  ['birthPlace', 'Nơi sinh', 'Place of birth'],
]);

const natures = codes('Luật Hộ tịch 60/2014/QH13, Điều 4.10–4.13', [
  ['change', 'Thay đổi (trước đây đúng, nay đổi)', 'Change (was right, is another from now on)'],
  ['correction', 'Cải chính, bổ sung (ghi sai hoặc thiếu)', 'Correction (was wrong or missing)'],
]);

/** What a child can be to the head of the household that it is born into. */
const childRelations = relations.filter(({ code }) =>
  ['child', 'grandchild', 'great_grandchild', 'nephew_niece', 'sibling', 'other'].includes(code),
);

/** Standards of living that a ward grants by decision (QĐ 24/2021/QĐ-TTg), and that none of them holds any more. */
const standards: readonly Code[] = [
  ...householdStatuses.filter(({ code }) => code !== 'policy_family'),
  ...codes('QĐ 24/2021/QĐ-TTg', [['none', 'Không còn thuộc diện (thoát nghèo, thoát cận nghèo)', 'None any more']]),
];

const needed = true;
function field(
  type: AskedType,
  key: string,
  [vi, en]: readonly [string, string],
  { required = false, most = 200, choices = [] }: Partial<Pick<AskedField, 'required' | 'most' | 'choices'>> = {},
): AskedField {
  return { key, type, required, most: type === 'national_id' ? 12 : type === 'day' ? 10 : most, vi, en, choices };
}

/**
 * What the form of a procedure asks beyond owner and papers, by what its settled dossier writes into the register: the intake at the
 * desk, the form at home (`askedIn`) and the proposal for the register all go by this one table.
 */
export const askedFields: Readonly<Record<SettlementKind, readonly AskedField[]>> = {
  birth: [
    field('text', 'child_name', ['Họ, chữ đệm, tên của con', 'Full name of the child'], { required: needed }),
    field('choice', 'child_sex', ['Giới tính của con', 'Sex of the child'], { required: needed, choices: sexes }),
    field('day', 'child_birth', ['Ngày sinh của con', 'Day of birth of the child'], { required: needed }),
    field('text', 'child_birth_place', ['Nơi sinh', 'Place of birth'], { most: 300 }),
    field('text', 'child_home_town', ['Quê quán', 'Home town'], { most: 300 }),
    field('choice', 'child_ethnicity', ['Dân tộc', 'Ethnicity'], { choices: ethnicGroups }),
    field('text', 'mother_name', ['Họ, chữ đệm, tên của mẹ', 'Full name of the mother']),
    field('national_id', 'mother_id', ['Số định danh của mẹ', 'National id of the mother']),
    field('text', 'father_name', ['Họ, chữ đệm, tên của cha', 'Full name of the father']),
    field('national_id', 'father_id', ['Số định danh của cha', 'National id of the father']),
    field('choice', 'child_relation', ['Quan hệ của con với chủ hộ', 'What the child is to the head of household'], {
      choices: childRelations,
    }),
  ],
  death: [
    field('text', 'dead_name', ['Họ, chữ đệm, tên người chết', 'Full name of the deceased'], { required: needed }),
    field('national_id', 'dead_id', ['Số định danh của người chết', 'National id of the deceased']),
    field('day', 'died_on', ['Ngày chết', 'Day of death'], { required: needed }),
    field('text', 'died_at', ['Nơi chết', 'Place of death'], { most: 300 }),
    field('text', 'death_cause', ['Nguyên nhân chết (nếu có)', 'Cause of death (if known)'], { most: 300 }),
  ],
  marriage: [
    field('text', 'husband_name', ['Bên nam: họ, chữ đệm, tên', 'Husband: full name'], { required: needed }),
    field('national_id', 'husband_id', ['Bên nam: số định danh', 'Husband: national id']),
    field('text', 'wife_name', ['Bên nữ: họ, chữ đệm, tên', 'Wife: full name'], { required: needed }),
    field('national_id', 'wife_id', ['Bên nữ: số định danh', 'Wife: national id']),
  ],
  marital_status: [
    field('choice', 'marital_status', ['Tình trạng hôn nhân hiện tại', 'Marital status now'], {
      required: needed,
      choices: maritalStatuses,
    }),
    field('day', 'marital_since', ['Từ ngày (ly hôn, vợ hoặc chồng chết)', 'Since (divorce, death of the spouse)']),
    field('long', 'purpose', ['Mục đích sử dụng giấy xác nhận', 'What the certificate is for'], { most: 500 }),
  ],
  civil_correction: [
    field('text', 'subject_name', ['Họ tên người được thay đổi, cải chính', 'Full name of whom it is about']),
    field('national_id', 'subject_id', ['Số định danh của người đó', 'Their national id']),
    field('choice', 'nature', ['Loại việc', 'Kind of matter'], { required: needed, choices: natures }),
    field('choice', 'field', ['Nội dung đề nghị', 'What is to be changed'], { required: needed, choices: correctable }),
    field('text', 'from', ['Đang ghi là', 'As it stands'], { most: 300 }),
    field('text', 'to', ['Đề nghị ghi là', 'As it should be'], { required: needed, most: 300 }),
  ],
  household_status: [
    field('choice', 'status', ['Đề nghị công nhận', 'To be recognised as'], { required: needed, choices: standards }),
    field('text', 'head_name', ['Họ tên chủ hộ', 'Full name of the head of household']),
    field('national_id', 'head_id', ['Số định danh của chủ hộ', 'National id of the head of household']),
    field('day', 'status_from', ['Từ ngày', 'From']),
    field('day', 'status_until', ['Đến hết ngày (nếu có)', 'Until (if any)']),
  ],
};

/** The fields of a procedure's form in one language; none where its dossiers write nothing into the register. */
export function askedIn(kind: SettlementKind | null, locale: 'vi' | 'en'): ShownField[] {
  const fields = kind === null ? [] : askedFields[kind];
  return fields.map(({ key, type, required, most, choices, [locale]: label }) => ({
    ...{ key, label, type, required, most },
    choices: choices.map(({ code, [locale]: name }) => ({ value: code, label: name })),
  }));
}

/** What is wrong with an answer, as the forms' dictionaries name it; null = nothing. An empty one is wrong only where it must be there. */
export function wrongAnswer(
  {
    type,
    required,
    most,
    choices,
  }: Pick<AskedField, 'type' | 'required' | 'most'> & {
    choices: readonly ({ code: string } | { value: string })[];
  },
  answer: string,
  strict = true,
): 'required' | 'day' | 'nationalId' | 'choose' | 'line' | null {
  if (answer === '') return required && strict ? 'required' : null;
  if (answer.length > most) return 'line';
  switch (type) {
    case 'day':
      return isDay(answer) ? null : 'day';
    case 'national_id':
      return /^\d{12}$/.test(answer) ? null : 'nationalId';
    case 'choice':
      return choices.some((one) => ('code' in one ? one.code : one.value) === answer) ? null : 'choose';
    case 'text':
    case 'long':
      return null;
  }
}
