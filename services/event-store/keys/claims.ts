import { createHmac } from 'node:crypto';

/**
 * The stream that holds a claim on a value which only one may have (an identity number): `claim-<HMAC>`, so that the
 * log tells nothing of the value. `secret` is the installation's own and never rotates.
 */
export function claimStream(secret: Uint8Array, kind: string, value: string): string {
  return `claim-${createHmac('sha256', secret).update(`${kind}\0${value.normalize('NFC')}`).digest('base64url')}`;
}
