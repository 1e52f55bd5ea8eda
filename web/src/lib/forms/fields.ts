import { line as schemaLine } from '@nocgia/schemas/events/common.ts';
import * as v from 'valibot';
import { readDay } from '../read-day.ts';
import { readBirth } from './read-birth.ts';

// What forms are made of. Every message is a code of `common.errors`; the dictionary has the sentence. An empty field arrives as ''.

export const commandId = v.pipe(v.string(), v.uuid());
export const password = v.pipe(v.string(), v.nonEmpty('required'), v.maxLength(200, 'tooLong'));
export const newPassword = v.pipe(v.string(), v.minLength(12, 'passwordShort'), v.maxLength(200, 'tooLong'));
export const clean = (max: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.normalize('NFC').trim()),
    v.maxLength(max, 'tooLong'),
  );
const usable = (text: string) => text === '' || v.is(schemaLine(10_000), text);
export const text = (max: number) => v.optional(v.pipe(clean(max), v.check(usable, 'line')), '');
export const needed = (max: number) => v.pipe(clean(max), v.nonEmpty('required'), v.check(usable, 'line'));
export const day = v.pipe(
  v.string(),
  v.nonEmpty('required'),
  v.check((value) => readDay(value) !== undefined, 'day'),
  v.transform((value) => readDay(value) ?? value),
);
export const dayOrNone = v.optional(
  v.pipe(
    v.string(),
    v.check((value) => value === '' || readDay(value) !== undefined, 'day'),
    v.transform((value) => readDay(value) ?? value),
  ),
  '',
);
export const phone = v.optional(
  v.pipe(
    clean(30),
    v.check(
      (value) => value === '' || (/^\+?[\d .]+$/.test(value) && /^\d{8,15}$/.test(value.replace(/\D/g, ''))),
      'phone',
    ),
  ),
  '',
);
export const birth = v.optional(
  v.pipe(
    v.string(),
    v.check((value) => readBirth(value) !== undefined, 'birth'),
    v.transform((value) => readBirth(value) ?? ''),
  ),
  '',
);
export const nationalId = v.optional(
  v.pipe(
    v.string(),
    v.transform((value) => value.replace(/\s/g, '')),
    v.check((value) => value === '' || /^\d{12}$/.test(value), 'nationalId'),
  ),
  '',
);
export const email = v.optional(
  v.pipe(
    clean(200),
    v.check((value) => value === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), 'email'),
  ),
  '',
);

/** One of a list, chosen by the person: a plain picklist would quietly take its first value for an empty field. */
export function oneOf<const T extends readonly string[]>(values: T) {
  return v.pipe(
    v.string(),
    v.guard((value): value is T[number] => values.includes(value), 'choose'),
  );
}
