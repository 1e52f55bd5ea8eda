import type { Keyring } from '../../event-store/keys/keyring.ts';
import { sealerFor, type Sealer } from '../../files/sealer.ts';

/** The subject under which an import's own key is kept. */
export function importSubject(importId: string): string {
  return `import:${importId}`;
}

/** A sealer under the import's own key, which is made when there is none yet; throws `SubjectErased` once the import has expired. */
export function sealerOf(keyring: Keyring, importId: string): Promise<Sealer> {
  return sealerFor(keyring, importSubject(importId));
}
