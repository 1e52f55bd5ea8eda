import { Readable } from 'node:stream';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { MediaType } from '@nocgia/schemas/events/dossier.ts';
import type { Disk } from 'flydrive';
import { SubjectErased } from '../../event-store/keys/keyring.ts';
import { openSealed, storageError, storeSealed, type StoredFile } from '../../files/sealed-file.ts';
import { sealerFor } from '../../files/sealer.ts';
import { dossierOf, dossierStream } from '../dossier/dossier-state.ts';
import type { FileDeps } from './deps.ts';
import { checkMedia, fileLimits, headBytes, mediaTypeOf, tailBytes } from './media.ts';

/** The subject under which a dossier's own key is kept: personal fields of its events, and its files. */
export function dossierSubject(dossierId: string): string {
  return `dossier:${dossierId}`;
}

const placeOf = (dossierId: string, fileId: string): string => `files/${dossierId}/${fileId}`;
/** An empty file that says of another that it may be there without being in the log: made before its bytes, gone after its event. */
const markOf = (dossierId: string, fileId: string): string => `arriving/${dossierId}.${fileId}`;

/** Milliseconds after which an upload that is still marked was broken off. */
const BROKEN_OFF = 60 * 60_000;

/** Which file; its id is a UUID of version 7, so that it tells when its upload began. */
export interface FileOf {
  dossierId: string;
  fileId: string;
}

/**
 * Stores a file of a dossier sealed, while looking at what it is: FILE_TYPE, FILE_DAMAGED, FILE_PIXELS, FILE_TOO_LARGE, STORAGE_FULL,
 * STORAGE_AWAY; then nothing of it is left. Until `settleFile` or `dropFile` it is marked as arriving, and `sweepFiles` looks after it.
 */
export async function storeFile(
  deps: FileDeps,
  { dossierId, fileId }: FileOf,
  file: AsyncIterable<Buffer>,
): Promise<StoredFile & { mediaType: MediaType }> {
  const sealer = await sealerFor(deps.keyring, dossierSubject(dossierId));
  const refusal = new RejectionError({
    code: 'FILE_TOO_LARGE',
    params: { limit: fileLimits.bytes / 1024 / 1024 },
  });
  const looked = looking(file);
  await marked(deps, { dossierId, fileId });
  try {
    const limit = { bytes: fileLimits.bytes, refusal };
    const stored = await storeSealed(deps.disk, placeOf(dossierId, fileId), looked.chunks, { sealer, limit });
    return { ...stored, mediaType: looked.type() };
  } catch (error) {
    await settleFile(deps.disk, { dossierId, fileId });
    throw error;
  }
}

async function marked({ disk }: FileDeps, of: FileOf): Promise<void> {
  try {
    await disk.put(markOf(of.dossierId, of.fileId), '');
  } catch (error) {
    await settleFile(disk, of);
    throw storageError(error);
  }
}

/** The file is in the log, or gone: it needs no looking after. A mark that stays is taken away by `sweepFiles`. */
export async function settleFile(disk: Disk, { dossierId, fileId }: FileOf): Promise<void> {
  await disk.delete(markOf(dossierId, fileId)).catch(() => undefined);
}

/** A file that no dossier took: its bytes and its mark go. */
export async function dropFile(disk: Disk, of: FileOf): Promise<void> {
  const gone = await disk.delete(placeOf(of.dossierId, of.fileId)).then(
    () => true,
    () => false,
  );
  if (gone) await settleFile(disk, of);
}

/** Lets a file through while keeping its first and last bytes; the last of its bytes only comes once it was found to be in order. */
function looking(file: AsyncIterable<Buffer>): { chunks: AsyncGenerator<Buffer>; type(): MediaType } {
  let head = Buffer.alloc(0);
  let tail = Buffer.alloc(0);
  let type: MediaType | null = null;
  const known = (): MediaType => {
    type ??= mediaTypeOf(head);
    if (type === null) throw new RejectionError({ code: 'FILE_TYPE' });
    return type;
  };
  async function* chunks(): AsyncGenerator<Buffer> {
    for await (const chunk of file) {
      if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)]);
      tail = Buffer.concat([tail, chunk]).subarray(-tailBytes);
      // Sixteen bytes tell what it is: nothing else is stored at all.
      if (head.length >= 16) known();
      yield chunk;
    }
    checkMedia(known(), head, tail);
  }
  return { chunks: chunks(), type: known };
}

/** The bytes of a file; FILE_UNKNOWN once the dossier was erased, STORAGE_AWAY where they cannot be read. */
export async function openFile(deps: FileDeps, { dossierId, fileId }: FileOf): Promise<Readable> {
  try {
    const sealer = await sealerFor(deps.keyring, dossierSubject(dossierId));
    const bytes = (await openSealed(deps.disk, placeOf(dossierId, fileId), sealer)).iterator();
    // Only the first piece tells whether there is anything to read: after it the answer has begun.
    const first = await bytes.next();
    async function* whole(): AsyncGenerator<Buffer> {
      if (!first.done) yield first.value;
      yield* bytes;
    }
    return Readable.from(whole());
  } catch (error) {
    if (error instanceof SubjectErased) throw new RejectionError({ code: 'FILE_UNKNOWN' });
    throw storageError(error);
  }
}

/**
 * Looks after uploads that a kill broke off an hour ago or more, between bytes and event: what its dossier's log knows stays, of anything
 * else the bytes go, unless it `waits` to be taken. Answers how many files went. Run every hour.
 */
export async function sweepFiles(
  deps: FileDeps,
  waits: (of: FileOf) => Promise<boolean> = () => Promise.resolve(false),
): Promise<number> {
  let dropped = 0;
  const before = deps.now().getTime() - BROKEN_OFF;
  for (const entry of (await deps.disk.listAll('arriving')).objects) {
    if (!entry.isFile) continue;
    const [dossierId = '', fileId = ''] = entry.name.split('.');
    if (begunAt(fileId) > before) continue;
    const dossier = dossierOf(await deps.log.readStream(dossierStream(dossierId)));
    const held = dossier?.files.some((one) => one.fileId === fileId) || (await waits({ dossierId, fileId }));
    if (held) await settleFile(deps.disk, { dossierId, fileId });
    else {
      await dropFile(deps.disk, { dossierId, fileId });
      dropped += 1;
    }
  }
  return dropped;
}

/** Milliseconds of the instant that a UUID of version 7 bears. */
function begunAt(fileId: string): number {
  return Number.parseInt(fileId.replaceAll('-', '').slice(0, 12), 16);
}
