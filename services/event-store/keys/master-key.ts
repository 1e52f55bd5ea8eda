import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { newKey } from './wrap.ts';

// Crockford's base32: no I, L, O or U, so that it can be read out and typed from paper.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function toBase32(bytes: Uint8Array): string {
  let bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  bits = bits.padEnd(Math.ceil(bits.length / 5) * 5, '0');
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('');
}

function checksum(key: Uint8Array): string {
  return toBase32(createHash('sha256').update('nocgia recovery key').update(key).digest()).slice(0, 4);
}

/** A 32-byte key as 14 groups of 4 characters for paper; the last group is a checksum. */
export function toRecoveryKey(key: Uint8Array): string {
  return (`${toBase32(key)}${checksum(key)}`.match(/.{4}/g) ?? []).join('-');
}

/** The key of a recovery key typed in any case, with or without hyphens; throws when a character is wrong or missing. */
export function fromRecoveryKey(text: string): Buffer {
  const typed = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  const fives = Array.from(typed.slice(0, 52), (character) => alphabet.indexOf(character));
  if (typed.length !== 56 || fives.includes(-1)) throw new Error('a recovery key is 14 groups of 4 characters');
  const bits = fives.map((five) => five.toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  if (typed.slice(52) !== checksum(key))
    throw new Error('a character of the recovery key is wrong: its checksum does not fit');
  return key;
}

/** A master key as given in a setting: 32 bytes in hex or base64, or a recovery key; throws with a message that shows nothing of it. */
export function parseMasterKey(text: string): Buffer {
  const given = text.trim();
  if (/^[0-9a-f]{64}$/i.test(given)) return Buffer.from(given, 'hex');
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(given)) return Buffer.from(given, 'base64');
  if (given.replace(/[\s-]/g, '').length === 56) return fromRecoveryKey(given);
  throw new Error('NOCGIA_MASTER_KEY is neither 32 bytes in hex or base64 nor a recovery key');
}

/** The key that wraps all others, whether it was made just now, and its form for paper. */
export interface MasterKey {
  key: Buffer;
  created: boolean;
  recoveryKey: string;
}

async function readKeyFile(path: string): Promise<Buffer | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const { mode } = await stat(path);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) await chmod(path, 0o600);
  return parseMasterKey(text);
}

/**
 * The master key from the setting `env` (NOCGIA_MASTER_KEY) or else from the key file at `path`, which is made with mode
 * 600 when there is none. A file that another process makes at the same moment is the one that counts.
 */
export async function openMasterKey(from: { path: string; env?: string | undefined }): Promise<MasterKey> {
  if (from.env) {
    const key = parseMasterKey(from.env);
    return { key, created: false, recoveryKey: toRecoveryKey(key) };
  }
  const present = await readKeyFile(from.path);
  if (present) return { key: present, created: false, recoveryKey: toRecoveryKey(present) };
  const key = newKey();
  await mkdir(dirname(from.path), { recursive: true });
  // Written aside and then linked: whoever finds the file finds it whole, and only one of two can make it.
  const aside = `${from.path}.${randomUUID()}`;
  try {
    const file = await open(aside, 'wx', 0o600);
    await file.writeFile(`${key.toString('base64')}\n`);
    await file.sync();
    await file.close();
    await link(aside, from.path);
  } catch (error) {
    const other = await readKeyFile(from.path);
    if (!other) throw error;
    return { key: other, created: false, recoveryKey: toRecoveryKey(other) };
  } finally {
    await rm(aside, { force: true });
  }
  return { key, created: true, recoveryKey: toRecoveryKey(key) };
}

/** True when a typed recovery key is that of `key`. */
export function isRecoveryKeyOf(key: Uint8Array, typed: string): boolean {
  try {
    return timingSafeEqual(fromRecoveryKey(typed), key);
  } catch {
    return false;
  }
}
