import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { MediaType } from '@nocgia/schemas/events/dossier.ts';

/** What one file of a dossier may be at most: 20 MB is some 60 scanned pages; more pixels than 50 million fill a browser's memory. */
export const fileLimits = { bytes: 20 * 1024 * 1024, pixels: 50_000_000 } as const;

/** Bytes from the start within which a picture says how large it is; cameras put a preview of some 100 kB before it. */
export const headBytes = 1024 * 1024;
/** Bytes at the end within which a PDF has its trailer (ISO 32000-1, 7.5.5 and annex H.3: the last 1024). */
export const tailBytes = 1024;

type Size = { width: number; height: number };

/** How a file name ends, by what the file is. */
export const extensions: Readonly<Record<MediaType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
};

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'mif1', 'msf1']);
const ascii = (bytes: Buffer, from: number, to: number): string => bytes.toString('latin1', from, to);

/** What a file is by its first 16 bytes, never by its name; null for anything that no dossier takes. */
export function mediaTypeOf(head: Buffer): MediaType | null {
  if (ascii(head, 0, 5) === '%PDF-') return 'application/pdf';
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'image/png';
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return 'image/webp';
  if (ascii(head, 4, 8) === 'ftyp' && heicBrands.has(ascii(head, 8, 12))) return 'image/heic';
  return null;
}

/**
 * Refuses a file that is not whole or whose picture is too large, by its first `headBytes` and last `tailBytes` bytes: FILE_DAMAGED,
 * FILE_PIXELS. What a PDF holds is left to the browser's viewer, which runs it apart from the page.
 */
export function checkMedia(type: MediaType, head: Buffer, tail: Buffer): void {
  if (type === 'application/pdf') {
    const end = tail.toString('latin1');
    if (!end.includes('startxref') || !end.includes('%%EOF')) throw new RejectionError({ code: 'FILE_DAMAGED' });
    return;
  }
  const size = sizeOf(type, head);
  if (!size || size.width === 0 || size.height === 0) throw new RejectionError({ code: 'FILE_DAMAGED' });
  if (size.width * size.height > fileLimits.pixels)
    throw new RejectionError({ code: 'FILE_PIXELS', params: { limit: fileLimits.pixels / 1_000_000 } });
}

/** Width and height in pixels as the picture's own header says; null where it says nothing. */
export function sizeOf(type: Exclude<MediaType, 'application/pdf'>, head: Buffer): Size | null {
  const read = { 'image/jpeg': jpeg, 'image/png': png, 'image/webp': webp, 'image/heic': heic }[type];
  try {
    return read(head);
  } catch (error) {
    // Read beyond the end of what there is.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** PNG (ISO/IEC 15948, 11.2.2): the first chunk is IHDR. */
function png(head: Buffer): Size | null {
  if (ascii(head, 12, 16) !== 'IHDR') return null;
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}

/** JPEG (ITU-T T.81, B.2.2): the first frame header, SOF0 to SOF15 without DHT, JPG and DAC. */
function jpeg(head: Buffer): Size | null {
  for (let at = 2; at < head.length;) {
    if (head.readUInt8(at) !== 0xff) return null;
    const marker = head.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: head.readUInt16BE(at + 7), height: head.readUInt16BE(at + 5) };
    // Scan data before any frame.
    if (marker === 0xda || marker === 0xd9) return null;
    at += 2 + Math.max(2, head.readUInt16BE(at + 2));
  }
  return null;
}

/** WebP (RFC 9649): lossy, lossless or extended. */
function webp(head: Buffer): Size | null {
  switch (ascii(head, 12, 16)) {
    case 'VP8 ':
      return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = head.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
    default:
      return null;
  }
}

/** HEIC (ISO/IEC 23008-12, 6.5.3): the largest `ispe` among the item properties, since thumbnails and tiles have theirs too. */
function heic(head: Buffer): Size | null {
  let largest: Size | null = null;
  for (let at = head.indexOf('ispe'); at !== -1; at = head.indexOf('ispe', at + 4)) {
    const size = { width: head.readUInt32BE(at + 8), height: head.readUInt32BE(at + 12) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}
