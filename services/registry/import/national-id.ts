import type { Sex } from '@nocgia/schemas/events/citizen.ts';

/** Codes of the 63 provinces of birth registration, which numbers keep after the mergers of 2025 (Nghị định 137/2015/NĐ-CP). */
const provinces = new Set(
  '1 2 4 6 8 10 11 12 14 15 17 19 20 22 24 25 26 27 30 31 33 34 35 36 37 38 40 42 44 45 46 48 49 51 52 54 56 58 60 62 64 66 67 68 70 72 74 75 77 79 80 82 83 84 86 87 89 91 92 93 94 95 96'
    .split(' ')
    .map(Number),
);

/** What a cell with an identity number holds. */
export type ReadId = { id: string; padded: boolean } | { earlier: string } | { invalid: true };

/** Reads a 12-digit identity number, an old 9-digit one, or one whose leading zeros a spreadsheet has eaten. */
export function readNationalId(text: string): ReadId {
  const digits = text.normalize('NFKC').replace(/[\s.\-']/g, '');
  if (/^\d{12}$/.test(digits)) return hasKnownOrigin(digits) ? { id: digits, padded: false } : { invalid: true };
  if (/^\d{9}$/.test(digits)) return { earlier: digits };
  // One or two zeros may have gone: 079… is written 79…, 001… is written 1….
  const padded = digits.padStart(12, '0');
  if (/^[1-9]\d{9,10}$/.test(digits) && hasKnownOrigin(padded)) return { id: padded, padded: true };
  return { invalid: true };
}

/** The first three digits: a province (001–096) or a country (101 and above). */
function hasKnownOrigin(id: string): boolean {
  const origin = Number(id.slice(0, 3));
  return provinces.has(origin) || origin >= 101;
}

/** Sex and birth year that a number tells by its fourth to sixth digit (Nghị định 137/2015/NĐ-CP Điều 13). */
export function toldById(id: string): { sex: Sex; year: number } {
  const fourth = Number(id[3]);
  return {
    sex: fourth % 2 === 0 ? 'male' : 'female',
    year: 1900 + Math.floor(fourth / 2) * 100 + Number(id.slice(4, 6)),
  };
}
