import { once } from 'node:events';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One file of an archive that is being written. */
export interface ZipFile {
  write(text: string): Promise<void>;
  end(): Promise<void>;
}

/** Midnight of 1 January 1980, the first that a zip archive knows: when a file was made is told by its name and contents alone. */
const NO_TIME = 0;
const NO_DAY = 0x21;
const DEFLATED = 8;
/** Names are UTF-8. */
const UTF8 = 0x800;
/** Of the format a reader must know version 2.0. */
const VERSION = 20;

/**
 * A zip archive (APPNOTE 6.3, without ZIP64: under 4 GB), put together file by file as its texts come: in memory stands only what is
 * compressed already.
 */
export function openZip(): { file(name: string): ZipFile; bytes(): Buffer } {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const size = (all: readonly Buffer[]): number => all.reduce((sum, part) => sum + part.length, 0);
  return {
    file(name) {
      const deflate = createDeflateRaw();
      const packed: Buffer[] = [];
      deflate.on('data', (chunk: Buffer) => packed.push(chunk));
      let [crc, length] = [0, 0];
      return {
        async write(text) {
          const bytes = Buffer.from(text);
          crc = crc32(bytes, crc);
          length += bytes.length;
          if (!deflate.write(bytes)) await once(deflate, 'drain');
        },
        async end() {
          const ended = once(deflate, 'end');
          deflate.end();
          await ended;
          const about = { name: Buffer.from(name), crc, length, packed: size(packed) };
          directory.push(centralHeader(about, size(parts)));
          parts.push(localHeader(about), ...packed);
        },
      };
    },
    bytes() {
      const end = Buffer.alloc(22);
      end.writeUInt32LE(0x06054b50, 0);
      end.writeUInt16LE(directory.length, 8);
      end.writeUInt16LE(directory.length, 10);
      end.writeUInt32LE(size(directory), 12);
      end.writeUInt32LE(size(parts), 16);
      return Buffer.concat([...parts, ...directory, end]);
    },
  };
}

interface Entry {
  name: Buffer;
  crc: number;
  length: number;
  packed: number;
}

/** What both headers say, from the version that is needed on. */
function common({ name, crc, length, packed }: Entry): Buffer {
  const said = Buffer.alloc(26);
  for (const [index, value] of [VERSION, UTF8, DEFLATED, NO_TIME, NO_DAY].entries())
    said.writeUInt16LE(value, 2 * index);
  for (const [index, value] of [crc, packed, length].entries()) said.writeUInt32LE(value, 10 + 4 * index);
  said.writeUInt16LE(name.length, 22);
  return said;
}

function localHeader(entry: Entry): Buffer {
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(0x04034b50);
  return Buffer.concat([signature, common(entry), entry.name]);
}

function centralHeader(entry: Entry, offset: number): Buffer {
  const head = Buffer.alloc(6);
  head.writeUInt32LE(0x02014b50);
  head.writeUInt16LE(VERSION, 4);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([head, common(entry), tail, entry.name]);
}
