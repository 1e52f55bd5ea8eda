import { askedIn, wrongAnswer, type ShownField } from '@nocgia/schemas/settlement/asked-fields.ts';
import type { IntakeOwnerQuery, IntakeProcedureQuery } from '#lib/api/generated.ts';
import type { Locale } from '#lib/messages.ts';
import { readDay } from '#lib/read-day.ts';

type Owner = NonNullable<IntakeOwnerQuery['citizen']>;
type Procedure = Pick<NonNullable<IntakeProcedureQuery['procedure']>, 'settlement'>;

/** What the form of a procedure asks, with what stands in it: `answers` as they were given, else what the register knows of the owner. */
export interface Asked {
  fields: ShownField[];
  values: Record<string, string>;
  /** What is wrong, by the key of the answer. */
  wrong: Record<string, string[]>;
}

/** The fields when the form opens. */
export function askedOf(
  { settlement }: Procedure,
  locale: Locale,
  answers: readonly { key: string; value: string }[],
  owner: Owner | null,
): Asked {
  const given = Object.fromEntries(answers.map(({ key, value }) => [key, value]));
  const values = { ...(owner && settlement ? knownAnswers(settlement, owner) : {}), ...given };
  return { fields: askedIn(settlement, locale), values, wrong: {} };
}

/** The fields as they were posted (`answer-<key>`); at the desk what is missing may come later. */
export function askedFrom({ settlement }: Procedure, locale: Locale, posted: FormData): Asked {
  const fields = askedIn(settlement, locale);
  const values: Record<string, string> = {};
  const wrong: Record<string, string[]> = {};
  for (const field of fields) {
    const typed = String(posted.get(`answer-${field.key}`) ?? '').trim();
    const value = field.type === 'day' ? (readDay(typed) ?? typed) : typed;
    values[field.key] = field.type === 'national_id' ? value.replace(/\s/g, '') : value;
    const problem = wrongAnswer(field, values[field.key] ?? '', false);
    if (problem) wrong[field.key] = [problem];
  }
  return { fields, values, wrong };
}

/** Declared once: what the register knows of the owner stands in the form already. */
function knownAnswers(kind: NonNullable<Procedure['settlement']>, owner: Owner): Record<string, string> {
  const { fullName: name, nationalId, maritalStatus, sex, masked } = owner;
  const id = masked.includes('nationalId') ? '' : (nationalId ?? '');
  switch (kind) {
    case 'birth':
      return sex === 'male' ? { father_name: name, father_id: id } : { mother_name: name, mother_id: id };
    case 'marriage':
      return sex === 'male' ? { husband_name: name, husband_id: id } : { wife_name: name, wife_id: id };
    case 'marital_status':
      return { marital_status: maritalStatus ?? '' };
    case 'civil_correction':
      return { subject_name: name, subject_id: id };
    case 'household_status':
      return { head_name: name, head_id: id };
    case 'death':
      return {};
  }
}
