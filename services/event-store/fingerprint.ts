import { createHash } from 'node:crypto';

/** JSON with the keys of every object in order, so that equal payloads have equal text; what JSON leaves out is left out. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** SHA-256 in hex of who gives a command and what it says: the same command id with another one is an error. */
export function fingerprint(actor: string, payload: unknown): string {
  return createHash('sha256')
    .update(canonical([actor, payload ?? null]))
    .digest('hex');
}
