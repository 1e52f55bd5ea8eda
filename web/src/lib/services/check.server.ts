import { party, returnBy } from '@nocgia/schemas/events/dossier.ts';
import { wrongAnswer, type ShownField } from '@nocgia/schemas/settlement/asked-fields.ts';
import * as v from 'valibot';
import { birth, email, nationalId, needed, oneOf, phone, text } from '#lib/forms/fields.ts';
import { readDay } from '#lib/read-day.ts';
import { answerName, steps, type Step } from './submission.ts';

type Schemas = Readonly<Record<string, v.GenericSchema<string, string>>>;
const neededPhone = v.pipe(v.string(), v.trim(), v.nonEmpty('required'), phone.wrapped);

const owner = {
  kind: oneOf(party.entries.kind.options),
  name: needed(200),
  nationalId: nationalId.wrapped,
  birth: birth.wrapped,
  email: email.wrapped,
  address: text(300).wrapped,
} as Schemas;
const another = { submitterName: needed(200), submitterId: nationalId.wrapped, submitterPhone: neededPhone } as Schemas;

/** The fields of a step that are checked by a schema; who hands in for somebody else is who can be called. */
function schemasOf(step: Step, values: Readonly<Record<string, string>>): Schemas {
  if (step === 'who')
    return values.another ? { ...owner, phone: phone.wrapped, ...another } : { ...owner, phone: neededPhone };
  if (step === 'matter') return { request: text(1000).wrapped };
  if (step === 'result') return { returnBy: oneOf(returnBy.options) };
  return step === 'check' ? { promise: v.pipe(v.string(), v.nonEmpty('required')) } : {};
}

/** What an answer says, days as the API has them. */
export function answerOf(field: ShownField, values: Readonly<Record<string, string>>): string {
  const value = (values[answerName(field)] ?? '').normalize('NFC').trim();
  if (field.type === 'national_id') return value.replace(/\s/g, '');
  return field.type === 'day' ? (readDay(value) ?? value) : value;
}

/** What is wrong in a step, by field: codes of `common.errors`. */
export function wrongIn(
  step: Step,
  values: Readonly<Record<string, string>>,
  asked: readonly ShownField[],
): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  for (const [name, schema] of Object.entries(schemasOf(step, values))) {
    const checked = v.safeParse(schema, values[name] ?? '');
    if (!checked.success) errors[name] = [checked.issues[0].message];
  }
  for (const field of step === 'matter' ? asked : []) {
    const wrong = wrongAnswer(field, answerOf(field, values));
    if (wrong) errors[answerName(field)] = [wrong];
  }
  return errors;
}

/** The first step in which something is wrong, with what; null where all of it can be sent. */
export function firstWrong(
  values: Readonly<Record<string, string>>,
  asked: readonly ShownField[],
): { step: Step; errors: Record<string, string[]> } | null {
  for (const step of steps) {
    const errors = wrongIn(step, values, asked);
    if (Object.keys(errors).length > 0) return { step, errors };
  }
  return null;
}
