/** DER (ITU-T X.690), as little of it as a signature needs. */

export const TAG = { integer: 0x02, octets: 0x04, null: 0x05, oid: 0x06, sequence: 0x30, set: 0x31 } as const;
/** `[n]` around something whole, or in place of its tag where that is a sequence or set. */
export const tagged = (number: number): number => 0xa0 | number;

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const hex = length.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
}

/** One element: tag, length, what is in it. */
export function element(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => element(TAG.sequence, ...parts);

/** SET OF: DER has its elements in the order of their bytes. */
export const setOf = (...parts: readonly Buffer[]): Buffer =>
  element(TAG.set, ...parts.toSorted((one, other) => one.compare(other)));

export const integer = (value: number): Buffer => element(TAG.integer, Buffer.from([value]));

/** `1.2.840.113549.1.7.2` */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [40 * first + second, ...rest].flatMap((arc) => {
    const groups = [arc & 0x7f];
    for (let left = arc >>> 7; left > 0; left >>>= 7) groups.unshift((left & 0x7f) | 0x80);
    return groups;
  });
  return element(TAG.oid, Buffer.from(bytes));
}

/** The element that begins at `at`: where its content begins, and where it ends. Throws RangeError where the bytes do not hold it. */
function bounds(bytes: Buffer, at: number): { tag: number; start: number; end: number } {
  const tag = bytes.readUInt8(at);
  const first = bytes.readUInt8(at + 1);
  const count = first < 0x80 ? 0 : first & 0x7f;
  const length = count === 0 ? first : bytes.readUIntBE(at + 2, count);
  const start = at + 2 + count;
  if (start + length > bytes.length) throw new RangeError('DER ends too early');
  return { tag, start, end: start + length };
}

/** The elements inside an element, each with its tag and its own whole bytes. */
export function children(bytes: Buffer): { tag: number; bytes: Buffer }[] {
  const { start, end } = bounds(bytes, 0);
  const found: { tag: number; bytes: Buffer }[] = [];
  for (let at = start; at < end;) {
    const one = bounds(bytes, at);
    found.push({ tag: one.tag, bytes: bytes.subarray(at, one.end) });
    at = one.end;
  }
  return found;
}
