import type { Readable } from 'node:stream';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import { limits } from './limits.ts';
import { refuse } from './refusal.ts';

/** An opened workbook container: its parts by name, each read as a guarded stream of inflated bytes. */
export interface Container {
  has(name: string): boolean;
  read(name: string): Promise<AsyncGenerator<Buffer>>;
  close(): void;
}

/**
 * Opens a zip after a look at its directory alone: number of entries, encryption, promised sizes and ratios. What the directory
 * promises is not trusted: inflated bytes are counted again while they stream, over all parts together.
 */
export async function openContainer(bytes: Buffer): Promise<Container> {
  const entries = new Map<string, Entry>();
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
  } catch {
    throw refuse('IMPORT_BROKEN');
  }
  if (zip.entryCount > limits.zipEntries) throw refuse('IMPORT_BOMB');
  let promised = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw refuse('IMPORT_PASSWORD');
      checkRatio(entry.uncompressedSize, entry.compressedSize);
      promised += entry.uncompressedSize;
      if (promised > limits.inflatedBytes) throw refuse('IMPORT_BOMB');
      // Two entries of one name: which of them a program reads is anybody's guess.
      if (entries.has(entry.fileName)) throw refuse('IMPORT_BROKEN');
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    zip.close();
    throw error instanceof RejectionError ? error : refuse('IMPORT_BROKEN');
  }
  let inflated = 0;

  async function* guarded(stream: Readable, entry: Entry): AsyncGenerator<Buffer> {
    let own = 0;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        own += chunk.length;
        inflated += chunk.length;
        checkRatio(own, entry.compressedSize);
        // Parts may be read twice, hence twice the limit here; the promise above holds once.
        if (inflated > 2 * limits.inflatedBytes) throw refuse('IMPORT_BOMB');
        yield chunk;
      }
    } catch (error) {
      if (error instanceof RejectionError) throw error;
      // yauzl ends a stream that inflates to more than the directory promised.
      throw refuse(error instanceof Error && /too many bytes/i.test(error.message) ? 'IMPORT_BOMB' : 'IMPORT_BROKEN');
    } finally {
      stream.destroy();
    }
  }

  return {
    has: (name) => entries.has(name),
    async read(name) {
      const entry = entries.get(name);
      if (!entry) throw refuse('IMPORT_BROKEN');
      try {
        return guarded(await zip.openReadStreamPromise(entry), entry);
      } catch {
        throw refuse('IMPORT_BROKEN');
      }
    },
    close: () => zip.close(),
  };
}

function checkRatio(inflated: number, packed: number): void {
  if (inflated > limits.ratioFrom && inflated / Math.max(1, packed) > limits.ratio) throw refuse('IMPORT_BOMB');
}
