import type { SealedPart } from '../port.ts';

/** Several sealed parts as one value: per part the subject's length (2 bytes) and text, the length (4 bytes) and the bytes. */
export function packSealed(parts: readonly SealedPart[]): Buffer | null {
  if (parts.length === 0) return null;
  const packed = Buffer.allocUnsafe(
    parts.reduce((sum, part) => sum + 6 + Buffer.byteLength(part.subject) + part.bytes.length, 0),
  );
  let at = 0;
  for (const part of parts) {
    const written = packed.write(part.subject, at + 2);
    at = packed.writeUInt16BE(written, at) + written;
    at = packed.writeUInt32BE(part.bytes.length, at);
    packed.set(part.bytes, at);
    at += part.bytes.length;
  }
  return packed;
}

/** The parts that `packSealed` put together, as views on the same memory. */
export function unpackSealed(packed: Buffer | null): SealedPart[] {
  const parts: SealedPart[] = [];
  if (packed === null) return parts;
  let at = 0;
  while (at < packed.length) {
    const bytesAt = at + 2 + packed.readUInt16BE(at);
    const subject = packed.toString('utf8', at + 2, bytesAt);
    const end = bytesAt + 4 + packed.readUInt32BE(bytesAt);
    parts.push({ subject, bytes: packed.subarray(bytesAt + 4, end) });
    at = end;
  }
  return parts;
}
