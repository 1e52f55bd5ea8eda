import type { Keyring } from '../../event-store/keys/keyring.ts';
import { open, seal } from '../../event-store/keys/wrap.ts';

/** Seals and opens what belongs to one import. `place` names where the bytes lie, so that none can stand in for another. */
export interface Sealer {
  seal(value: unknown, place: string): Buffer;
  open<T>(bytes: Uint8Array, place: string): T;
  sealBytes(bytes: Uint8Array, place: string): Buffer;
  openBytes(bytes: Uint8Array, place: string): Buffer;
}

/** The subject under which an import's own key is kept. */
export function importSubject(importId: string): string {
  return `import:${importId}`;
}

/** A sealer under the import's own key, which is made when there is none yet; throws `SubjectErased` once the import has expired. */
export async function sealerOf(keyring: Keyring, importId: string): Promise<Sealer> {
  const subject = importSubject(importId);
  const key = (await keyring.ensure([subject])).get(subject);
  if (!key) throw new Error('the import has no key');
  const bound = (place: string): string => `${subject}/${place}`;
  return {
    seal: (value, place) => seal(key, JSON.stringify(value), bound(place)),
    open: <T>(bytes: Uint8Array, place: string) => JSON.parse(open(key, bytes, bound(place)).toString('utf8')) as T,
    sealBytes: (bytes, place) => seal(key, bytes, bound(place)),
    openBytes: (bytes, place) => open(key, bytes, bound(place)),
  };
}
