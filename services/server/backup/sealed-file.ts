import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';

/** scrypt: 128 MB and about half a second, so that a stolen backup cannot be guessed open. */
const cost = { N: 1 << 17, r: 8, p: 1, maxmem: 256 << 20 };
const MAGIC = Buffer.from('NOCGIA-KEYS-1\n');

/** Encrypts bytes under a passphrase: magic, salt (16), nonce (12), tag (16), AES-256-GCM ciphertext. */
export function sealWithPassphrase(plain: Buffer, passphrase: string): Buffer {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', scryptSync(passphrase.normalize('NFC'), salt, 32, cost), nonce);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([MAGIC, salt, nonce, cipher.getAuthTag(), sealed]);
}

/** Opens what {@link sealWithPassphrase} made; null when the passphrase is not the one, or the file was changed. */
export function openWithPassphrase(sealed: Buffer, passphrase: string): Buffer | null {
  if (!sealed.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const at = MAGIC.length;
  const salt = sealed.subarray(at, at + 16);
  const decipher = createDecipheriv(
    'aes-256-gcm',
    scryptSync(passphrase.normalize('NFC'), salt, 32, cost),
    sealed.subarray(at + 16, at + 28),
  );
  decipher.setAuthTag(sealed.subarray(at + 28, at + 44));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(at + 44)), decipher.final()]);
  } catch {
    return null;
  }
}
