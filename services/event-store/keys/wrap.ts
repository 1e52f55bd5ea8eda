import { createCipheriv, createDecipheriv, createHash, createSecretKey, randomBytes } from 'node:crypto';

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** The key at hand is not the one this was wrapped with. */
export class WrongMasterKey extends Error {
  constructor() {
    super(
      'this database was sealed with another master key; start with the one it was made with (or its recovery key)',
    );
    this.name = 'WrongMasterKey';
  }
}

/** Nonces are cut from a stock, since asking the system for twelve bytes costs as much as for thousands. */
const stockBytes = nonceBytes * 512;
let stock = Buffer.alloc(0);
let used = 0;

function newNonce(): Buffer {
  if (used + nonceBytes > stock.length) {
    stock = randomBytes(stockBytes);
    used = 0;
  }
  used += nonceBytes;
  return stock.subarray(used - nonceBytes, used);
}

/** AES-256-GCM: nonce (12) + ciphertext + tag (16); `bound` must be the same when opening. */
export function seal(key: Uint8Array, plain: Uint8Array | string, bound: string): Buffer {
  const nonce = newNonce();
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), nonce).setAAD(Buffer.from(bound));
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  return Buffer.concat([nonce, body, cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `seal` made; throws when key, bytes or `bound` are not the same. */
export function open(key: Uint8Array, sealed: Uint8Array, bound: string): Buffer {
  const end = sealed.length - tagBytes;
  // As a key object: given bare bytes, Node 24 takes twice as long.
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(bound)).setAuthTag(sealed.subarray(end));
  const plain = decipher.update(sealed.subarray(nonceBytes, end));
  decipher.final();
  return plain;
}

/** Four bytes that tell master keys apart without telling anything of them. */
export function masterKeyId(master: Uint8Array): Buffer {
  return createHash('sha256').update('nocgia master key').update(master).digest().subarray(0, 4);
}

/** A key under the master key: the master key's id (4) and the sealed key, bound to its owner's name. */
export function wrapKey(master: Uint8Array, key: Uint8Array, owner: string): Buffer {
  return Buffer.concat([masterKeyId(master), seal(master, key, owner)]);
}

/** Opens a wrapped key with whichever of the masters it is under; throws `WrongMasterKey` when none fits. */
export function createUnwrapper(masters: readonly Uint8Array[]): (wrapped: Uint8Array, owner: string) => Buffer {
  const byId = new Map(masters.map((master) => [masterKeyId(master).readUInt32BE(), master]));
  return (wrapped, owner) => {
    const id = new DataView(wrapped.buffer, wrapped.byteOffset).getUint32(0);
    const master = byId.get(id);
    if (!master) throw new WrongMasterKey();
    const key = open(master, wrapped.subarray(4), owner);
    if (key.length !== keyBytes) throw new Error('a wrapped key is not 32 bytes');
    return key;
  };
}

/** A fresh 32-byte key. */
export function newKey(): Buffer {
  return randomBytes(keyBytes);
}
