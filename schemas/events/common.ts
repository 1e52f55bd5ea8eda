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

const daysIn = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is an existing day `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, date] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  if (month < 1 || month > 12 || date < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return date <= (month === 2 && leap ? 29 : (daysIn[month - 1] ?? 0));
}

/** Where the numbers of each length of code begin, so that ward 04003 and neighbourhood 00004-003 are two. */
const numberedFrom: Readonly<Record<number, number>> = { 2: 200_000_000, 3: 300_000_000, 5: 0, 9: 100_000_000 };

/**
 * Number of a unit for scope columns and row-level security, told apart by level; every one fits a PostgreSQL int:
 * ward 27226 -> 27226, neighbourhood 27226-003 -> 127226003, city 79 -> 200000079, district 760 -> 300000760.
 */
export function unitNumber(code: string): number {
  return (numberedFrom[code.length] ?? 0) + Number(code.replace('-', ''));
}

/** The code of a ward's or neighbourhood's number: 4003 -> 04003, 100004003 -> 00004-003. */
export function codeOfUnit(number: number): string {
  if (number < 100_000_000) return String(number).padStart(5, '0');
  const digits = String(number).slice(1);
  return `${digits.slice(0, 5)}-${digits.slice(5)}`;
}
