import { randomInt } from 'node:crypto';
import type { Rejection } from '@nocgia/schemas/errors.ts';
import { hash, verify } from '@node-rs/argon2';
import { commonPasswords } from './common-passwords.ts';

/** Argon2id with 19 MiB, two passes, one lane: the OWASP password storage cheat sheet's first recommendation. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Longer ones only cost time: a bound keeps a hostile body from being hashed at leisure. */
const LONGEST = 200;

/** Names and passwords are compared as typed on any keyboard: composed, so that two ways to type ế are one. */
function composed(password: string): string {
  return password.normalize('NFC');
}

/** An Argon2id hash in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return hash(composed(password), cost);
}

/** Made at first need; takes the time of a real one, so that an unknown user name answers no faster than a wrong password. */
let dummy: Promise<string> | undefined;

/** Whether the password fits; `stored` null (no such account) takes as long and is never right. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword('nobody signs in with this');
  const right = await verify(stored ?? (await dummy), composed(password.slice(0, LONGEST)));
  return right && stored !== null;
}

/**
 * Whether a password may be set: 10 to 200 characters, not the user name or built on it, none of the common ones
 * (NIST SP 800-63B §5.1.1.2: length and a list of known ones, no rules of composition). Null when it may.
 */
export function refusePassword(password: string, username: string): Rejection | null {
  const text = composed(password);
  const folded = text.toLowerCase();
  if ([...text].length < 10) return { code: 'PASSWORD_TOO_SHORT', field: 'next' };
  if (text.length > LONGEST) return { code: 'PASSWORD_TOO_LONG', field: 'next' };
  const name = username.toLowerCase();
  if (name.length >= 4 && folded.includes(name) && folded.length < name.length + 6)
    return { code: 'PASSWORD_LIKE_NAME', field: 'next' };
  const stem = folded.replace(/[!@#$%.*]+$/, '');
  if (folded === name || commonPasswords.has(folded) || commonPasswords.has(stem) || /^(.)\1*$/u.test(folded)) {
    return { code: folded === name ? 'PASSWORD_LIKE_NAME' : 'PASSWORD_COMMON', field: 'next' };
  }
  return null;
}

// Without letters and digits that look alike on paper.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to be used once, in three groups of five (74 bits): `k3m9x-...`. */
export function oneTimePassword(): string {
  const group = (): string => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return [group(), group(), group()].join('-');
}
