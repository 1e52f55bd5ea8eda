import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Disk } from 'flydrive';
import { limits } from './reader/limits.ts';
import { refuse } from './reader/refusal.ts';
import type { Sealer } from './sealer.ts';

const pieceBytes = 256 * 1024;
const lengthBytes = 4;

/** What was stored: bytes and SHA-256 (hex) of the file itself. */
export interface StoredFile {
  bytes: number;
  hash: string;
}

/**
 * Stores a file sealed, piece by piece as it comes in; pieces are bound to their number and the last is marked, so that none can be
 * left out, swapped or cut off. Throws IMPORT_TOO_LARGE beyond the limit, and leaves nothing behind then.
 */
export async function storeSealed(
  disk: Disk,
  key: string,
  file: AsyncIterable<Uint8Array>,
  sealer: Sealer,
): Promise<StoredFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* sealed(): AsyncGenerator<Buffer> {
    let piece = 0;
    let held = Buffer.alloc(0);
    for await (const chunk of file) {
      bytes += chunk.length;
      if (bytes > limits.fileBytes) throw refuse('IMPORT_TOO_LARGE', { limit: limits.fileBytes / 1024 / 1024 });
      hash.update(chunk);
      held = Buffer.concat([held, chunk]);
      while (held.length > pieceBytes) {
        yield framed(sealer.sealBytes(held.subarray(0, pieceBytes), `file/${piece}`));
        held = held.subarray(pieceBytes);
        piece += 1;
      }
    }
    yield framed(sealer.sealBytes(held, `file/${piece}/last`));
  }
  try {
    await disk.putStream(key, Readable.from(sealed()));
  } catch (error) {
    await disk.delete(key).catch(() => undefined);
    // flydrive wraps what the stream threw.
    throw error instanceof Error && error.cause instanceof Error ? error.cause : error;
  }
  return { bytes, hash: hash.digest('hex') };
}

function framed(sealed: Buffer): Buffer {
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32BE(sealed.length);
  return Buffer.concat([length, sealed]);
}

/** The file's own bytes again; fails when a piece is missing or not what was stored. */
export async function openSealed(disk: Disk, key: string, sealer: Sealer): Promise<Readable> {
  const stored = await disk.getStream(key);
  async function* pieces(): AsyncGenerator<Buffer> {
    let piece = 0;
    let held = Buffer.alloc(0);
    let pending: Buffer | undefined;
    for await (const chunk of stored as AsyncIterable<Buffer>) {
      held = Buffer.concat([held, chunk]);
      while (held.length >= lengthBytes && held.length >= lengthBytes + held.readUInt32BE(0)) {
        const end = lengthBytes + held.readUInt32BE(0);
        // Only the piece after it tells that this one was not the last.
        if (pending) yield sealer.openBytes(pending, `file/${piece++}`);
        pending = held.subarray(lengthBytes, end);
        held = held.subarray(end);
      }
    }
    if (!pending || held.length > 0) throw new Error('a stored file is cut off');
    yield sealer.openBytes(pending, `file/${piece}/last`);
  }
  return Readable.from(pieces());
}
