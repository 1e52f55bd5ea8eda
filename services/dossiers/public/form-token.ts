import { timingSafeEqual } from 'node:crypto';
import type { Rejection } from '@nocgia/schemas/errors.ts';

/** Keyed hash (64 hex digits) under the installation's secret for what the public holds. */
export type PublicHash = (text: string) => string;

/** A form that comes back sooner than this was filled in by a machine; in milliseconds. */
const SOONEST = 3_000;
/** How long a form may stay open; in milliseconds. */
const LATEST = 24 * 3_600_000;

/** What a form is for: one dossier of one procedure, so that a token that was used once can begin no other dossier. */
export interface FormOf {
  procedureId: string;
  dossierId: string;
}

/** A token for a form that is opened now: the instant, and a keyed hash that binds it to its dossier. */
export function formToken(hash: PublicHash, { procedureId, dossierId }: FormOf, now: Date): string {
  const at = now.getTime().toString(36);
  return `${at}.${signature(hash, { procedureId, dossierId }, at)}`;
}

/** Why a token is not taken: made up or of another dossier, too young, too old; null where it holds. `sooner`: it may be younger. */
export function refuseToken(
  hash: PublicHash,
  of: FormOf,
  token: string,
  { now, sooner = false }: { now: Date; sooner?: boolean },
): Rejection | null {
  const [at = '', given = ''] = token.split('.');
  const right = signature(hash, of, at);
  if (given.length !== right.length || !timingSafeEqual(Buffer.from(given), Buffer.from(right)))
    return { code: 'PUBLIC_FORM_UNKNOWN' };
  const age = now.getTime() - Number.parseInt(at, 36);
  if (age < SOONEST && !sooner) return { code: 'PUBLIC_TOO_FAST' };
  return age > LATEST ? { code: 'PUBLIC_FORM_OLD' } : null;
}

function signature(hash: PublicHash, { procedureId, dossierId }: FormOf, at: string): string {
  return hash(`form/${procedureId}/${dossierId}/${at}`).slice(0, 32);
}

const numbers = {
  vi: ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
} as const;

/** The sum that a form's sender is asked for when many come from one address; it follows from the token, so it is kept nowhere. */
export function questionOf(hash: PublicHash, token: string): { text(locale: 'vi' | 'en'): string; sum: number } {
  const digest = hash(`question/${token}`);
  const [a, b] = [2, 4].map((at) => 2 + (Number.parseInt(digest.slice(at, at + 2), 16) % 8)) as [number, number];
  return {
    sum: a + b,
    text: (locale) =>
      locale === 'vi'
        ? `${numbers.vi[a]} cộng ${numbers.vi[b]} bằng mấy? (viết bằng chữ số)`
        : `what is ${numbers.en[a]} plus ${numbers.en[b]}? (in digits)`,
  };
}
