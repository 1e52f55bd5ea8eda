import { createHmac } from 'node:crypto';

/**
 * Keyed hash (64 hex digits) of a value which only one may have, with its kind (`username:…`, `national-id:…`): it names the claim's
 * stream `claim-<hash>`, so that the log tells nothing of the value. `secret` is the installation's own and never rotates.
 */
export function claimHash(secret: Uint8Array, text: string): string {
  return createHmac('sha256', secret).update(text.normalize('NFC')).digest('hex');
}
