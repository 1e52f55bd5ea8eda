import * as v from 'valibot';

/** UUID in lower case. */
export const uuid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/));

/** A day of the Gregorian calendar, `YYYY-MM-DD`, in Asia/Ho_Chi_Minh; the day must exist. */
export const day = v.pipe(v.string(), v.check(isDay));

/** A birth as far as it is known: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export const partialDay = v.pipe(
  v.string(),
  v.check((text) => isDay(text) || /^(1[89]|2[0-9])\d\d(-(0[1-9]|1[0-2]))?$/.test(text)),
);

/** Unit codes: province/city 2 digits, historical district 3, ward 5 (GSO); a neighbourhood is its ward's code, a dash and 3 digits. */
export const unitCode = v.pipe(v.string(), v.regex(/^(\d{2}|\d{3}|\d{5}|\d{5}-\d{3})$/));
export const wardCode = v.pipe(v.string(), v.regex(/^\d{5}$/));
export const neighbourhoodCode = v.pipe(v.string(), v.regex(/^\d{5}-\d{3}$/));

/** One line of text as a person would type it: NFC, trimmed, no control or bidi-override characters, at most `max` characters. */
export function line(max: number) {
  return v.pipe(
    v.string(),
    v.transform((text) => text.normalize('NFC').trim()),
    v.minLength(1),
    v.maxLength(max),
    // oxlint-disable-next-line no-control-regex -- control and direction-override characters are just what is refused here
    v.check((text) => !/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(text)),
  );
}

/** Whether a text is an existing day `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/**
 * Number of a unit for scope columns and row-level security: 79 -> 79, 760 -> 760, 27226 -> 27226, 27226-003 -> 27226003.
 * The code lengths keep the levels apart; every number fits a PostgreSQL int.
 */
export function unitNumber(code: string): number {
  return Number(code.replace('-', ''));
}
