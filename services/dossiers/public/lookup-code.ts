import { createHash } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, which people take for 1, 0 and V. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;

/**
 * The code by which a dossier is followed before it has a number of its own: nine characters out of its id, which only its sender and the
 * ward know (45 bits), and one that checks them. Follows from the id, so that it is kept nowhere else.
 */
export function lookupCode(dossierId: string): string {
  const digest = createHash('sha256').update(`lookup/${dossierId}`).digest();
  const body = Array.from(digest.subarray(0, LENGTH - 1), (byte) => letters[byte % 32]).join('');
  return body + checkOf(body);
}

/** How a code is written for people: `7K3M9-Q2X5T`. */
export function showLookupCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** A code as somebody typed it, with spaces, dashes, small letters, O for 0 and I or L for 1; null for what cannot be one. */
export function readLookupCode(text: string): string | null {
  const code = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (code.length !== LENGTH || ![...code].every((letter) => letters.includes(letter))) return null;
  return checkOf(code.slice(0, -1)) === code.at(-1) ? code : null;
}

/** Odd weights, so that a wrong character never checks; all different, so that two that changed places mostly do not. */
function checkOf(body: string): string {
  const sum = [...body].reduce((total, letter, at) => total + letters.indexOf(letter) * (2 * at + 1), 0);
  return letters[sum % 32] ?? '';
}
