import { inflateRawSync } from 'node:zlib';

/** All parts of a zip as text, one after the other: what somebody could read out of an .xlsx by any means. */
export function textOfWorkbook(file: Buffer): string {
  const texts: string[] = [];
  // The directory at the end names every part; each of its entries begins with PK 1 2.
  let at = file.indexOf('PK\u0001\u0002', 0, 'latin1');
  while (at >= 0) {
    const packed = file.readUInt32LE(at + 20);
    const method = file.readUInt16LE(at + 10);
    const nameLength = file.readUInt16LE(at + 28);
    const local = file.readUInt32LE(at + 42);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const bytes = file.subarray(start, start + packed);
    texts.push((method === 8 ? inflateRawSync(bytes) : bytes).toString('utf8'));
    at = file.indexOf('PK\u0001\u0002', at + 46 + nameLength, 'latin1');
  }
  return texts.join('\n');
}
