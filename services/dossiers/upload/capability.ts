import { timingSafeEqual } from 'node:crypto';
import { refuseToken, type PublicHash } from '../public/form-token.ts';

/** How long whoever has opened a dossier's page may send files to it; in milliseconds. */
const LASTS = 2 * 3_600_000;

/**
 * Lets its holder send files to one dossier for two hours; given to whoever has shown that the dossier is theirs (code and second factor).
 * `POST /public/dossiers/:id/files` takes it, as it takes the token of the form by which the dossier is begun.
 */
export function uploadToken(hash: PublicHash, dossierId: string, now: Date): string {
  const until = (now.getTime() + LASTS).toString(36);
  return `u.${until}.${signature(hash, dossierId, until)}`;
}

/** By which right a token sends files to a dossier: `form` while it is being begun, `holder` to one that there is; null = by none. */
export function rightOf(
  hash: PublicHash,
  { dossierId, procedureId, token }: { dossierId: string; procedureId: string; token: string },
  now: Date,
): 'form' | 'holder' | null {
  const [kind, until = '', given = ''] = token.split('.');
  if (kind !== 'u')
    return refuseToken(hash, { dossierId, procedureId }, token, { now, sooner: true }) === null ? 'form' : null;
  const right = signature(hash, dossierId, until);
  if (given.length !== right.length || !timingSafeEqual(Buffer.from(given), Buffer.from(right))) return null;
  return Number.parseInt(until, 36) > now.getTime() ? 'holder' : null;
}

function signature(hash: PublicHash, dossierId: string, until: string): string {
  return hash(`upload/${dossierId}/${until}`).slice(0, 32);
}
