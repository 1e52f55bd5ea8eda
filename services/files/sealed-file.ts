import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { Disk } from 'flydrive';
import type { Sealer } from './sealer.ts';

const pieceBytes = 256 * 1024;
const lengthBytes = 4;

/** What was stored: bytes and SHA-256 (hex) of the file itself. */
export interface StoredFile {
  bytes: number;
  hash: string;
}

/** How many bytes a file may have, and what it is refused with beyond. */
export interface FileLimit {
  bytes: number;
  refusal: RejectionError;
}

/**
 * Stores a file sealed, piece by piece as it comes in; pieces are bound to their number and the last is marked, so that none can be
 * left out, swapped or cut off. Throws the limit's refusal beyond it, what the file's own stream throws, and STORAGE_FULL or STORAGE_AWAY
 * where the bytes could not be kept; leaves nothing behind then.
 */
export async function storeSealed(
  disk: Disk,
  key: string,
  file: AsyncIterable<Uint8Array>,
  { sealer, limit }: { sealer: Sealer; limit: FileLimit },
): Promise<StoredFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  /** Why the file itself ended early: its sender's fault, or the limit's. */
  let broken: { by: unknown } | undefined;
  async function* limited(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of file) {
        bytes += chunk.length;
        if (bytes > limit.bytes) throw limit.refusal;
        hash.update(chunk);
        yield chunk;
      }
    } catch (error) {
      broken = { by: error };
      throw error;
    }
  }
  async function* sealed(): AsyncGenerator<Buffer> {
    let piece = 0;
    let held = Buffer.alloc(0);
    for await (const chunk of limited()) {
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
    await disk.putStream(key, quietlyLeft(Readable.from(sealed())));
  } catch (error) {
    await disk.delete(key).catch(() => undefined);
    throw broken ? broken.by : storageError(error);
  }
  return { bytes, hash: hash.digest('hex') };
}

/** A stream that its writer may leave without an error of its own, which would come before the writer's and hide why it left. */
function quietlyLeft(stream: Readable): Readable {
  const destroy = stream._destroy.bind(stream);
  stream._destroy = (error, done) =>
    destroy(error, (failed) => done(failed instanceof Error && failed.name === 'AbortError' ? null : failed));
  return stream;
}

const fullCodes = new Set(['ENOSPC', 'EDQUOT']);

/** What is said of a store that did not take or give its bytes; flydrive wraps what the file system said. Anything else stays what it is. */
export function storageError(error: unknown): unknown {
  const said = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(said instanceof Error && 'code' in said && typeof said.code === 'string')) return said;
  return new RejectionError({ code: fullCodes.has(said.code) ? 'STORAGE_FULL' : 'STORAGE_AWAY' });
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
