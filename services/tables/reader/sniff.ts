import { refuse } from './refusal.ts';

/**
 * Tells a workbook from a text by its first bytes, never by its name. Refuses what is neither: old or password-protected Office
 * files (an OLE2 container), other binary files, a text with NUL bytes that is not UTF-16.
 */
export function sniff(head: Uint8Array): 'xlsx' | 'csv' {
  const starts = (...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04)) return 'xlsx';
  if (starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))
    throw refuse(isEncryptedPackage(head) ? 'IMPORT_PASSWORD' : 'IMPORT_OLD_FORMAT');
  if (head.length === 0) throw refuse('IMPORT_EMPTY');
  if (starts(0xff, 0xfe) || starts(0xfe, 0xff)) return 'csv';
  if (starts(0x25, 0x50, 0x44, 0x46) || starts(0x7b, 0x5c, 0x72, 0x74, 0x66)) throw refuse('IMPORT_WRONG_TYPE');
  const sample = head.subarray(0, 4096);
  // Of UTF-16 without a mark about every second byte is 0, and no two neighbours are; a binary file is not so regular.
  const nulls = sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  const pairs = sample.some((byte, index) => byte === 0 && sample[index + 1] === 0);
  const controls = sample.reduce(
    (count, byte) => count + (byte > 0 && byte < 32 && ![9, 10, 13].includes(byte) ? 1 : 0),
    0,
  );
  const wide = !pairs && nulls > sample.length / 5;
  // UTF-16 has bytes like control characters in Vietnamese letters; a text in one byte or UTF-8 has none.
  if ((nulls > 0 && !wide) || (!wide && controls > 0)) throw refuse('IMPORT_WRONG_TYPE');
  if (/^\s*<(!doctype|html|\?xml|table)/i.test(Buffer.from(sample).toString('latin1')))
    throw refuse('IMPORT_WRONG_TYPE');
  return 'csv';
}

/** Password-protected workbooks are OLE2 containers with a stream named EncryptedPackage (in UTF-16). */
function isEncryptedPackage(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}

/** Lets a file through once its first bytes look like a register. An OLE container is told apart by the reader, which sees all of it. */
export async function* lookedAt(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let first = true;
  for await (const chunk of file) {
    if (first && chunk.readUInt8(0) !== 0xd0) sniff(chunk);
    first = false;
    yield chunk;
  }
  if (first) sniff(Buffer.alloc(0));
}
