import { createHash } from 'node:crypto';

/** SHA-256 (hex) of actor and payload; object keys are taken in sorted order, so that the same input always gives the same print. */
export function fingerprint(actor: string, payload: unknown): string {
  return createHash('sha256').update(JSON.stringify([actor, canonical(payload)])).digest('hex');
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([name, field]) => [name, canonical(field)]),
  );
}
