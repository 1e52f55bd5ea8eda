import { timingSafeEqual } from 'node:crypto';
import type { PublicHash } from '../public/form-token.ts';

/** How long a page that was opened by code and digits stays open; in milliseconds. */
export const HOLDER_LASTS = 30 * 60_000;

/** Says for half an hour that its holder has shown code and second factor of a dossier; kept in a cookie, never in an address. */
export function holderToken(hash: PublicHash, dossierId: string, now: Date): string {
  const until = (now.getTime() + HOLDER_LASTS).toString(36);
  return `h.${until}.${dossierId}.${signature(hash, dossierId, until)}`;
}

/** The dossier that a token opens; null for one that was made up or has run out. */
export function holderOf(hash: PublicHash, token: string, now: Date): string | null {
  const [kind, until = '', dossierId = '', given = ''] = token.split('.');
  const right = signature(hash, dossierId, until);
  if (kind !== 'h' || given.length !== right.length || !timingSafeEqual(Buffer.from(given), Buffer.from(right)))
    return null;
  return Number.parseInt(until, 36) > now.getTime() ? dossierId : null;
}

function signature(hash: PublicHash, dossierId: string, until: string): string {
  return hash(`follow/${dossierId}/${until}`).slice(0, 32);
}
