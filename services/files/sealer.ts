import type { Keyring } from '../event-store/keys/keyring.ts';
import { open, seal } from '../event-store/keys/wrap.ts';

/** Seals and opens what belongs to one subject. `place` names where the bytes lie, so that none can stand in for another. */
export interface Sealer {
  seal(value: unknown, place: string): Buffer;
  open<T>(bytes: Uint8Array, place: string): T;
  sealBytes(bytes: Uint8Array, place: string): Buffer;
  openBytes(bytes: Uint8Array, place: string): Buffer;
}

/** A sealer under a subject's own key, which is made when there is none yet; throws `SubjectErased` once that was destroyed. */
export async function sealerFor(keyring: Keyring, subject: string): Promise<Sealer> {
  const key = (await keyring.ensure([subject])).get(subject);
  if (!key) throw new Error('a subject without a key');
  const bound = (place: string): string => `${subject}/${place}`;
  return {
    seal: (value, place) => seal(key, JSON.stringify(value), bound(place)),
    open: <T>(bytes: Uint8Array, place: string) => JSON.parse(open(key, bytes, bound(place)).toString('utf8')) as T,
    sealBytes: (bytes, place) => seal(key, bytes, bound(place)),
    openBytes: (bytes, place) => open(key, bytes, bound(place)),
  };
}
