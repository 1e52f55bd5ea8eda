import { RejectionError, type ErrorCode } from '@nocgia/schemas/errors.ts';
import type { MediaType } from '@nocgia/schemas/events/dossier.ts';
import { checkMedia, mediaTypeOf, tailBytes } from '../file/media.ts';
import { pdfContent } from './pdf-content.ts';

const verdicts = {
  active: 'FILE_ACTIVE',
  locked: 'FILE_LOCKED',
  unreadable: 'FILE_LOCKED',
} as const;

/**
 * Why a whole file is not taken, null where it is: FILE_TYPE (its bytes are another kind), FILE_DAMAGED, FILE_PIXELS, FILE_ACTIVE (a PDF that
 * does something), FILE_LOCKED (a PDF that cannot be looked into).
 */
export function refuseContent(type: MediaType, file: Buffer): ErrorCode | null {
  if (mediaTypeOf(file) !== type) return 'FILE_TYPE';
  try {
    checkMedia(type, file, file.subarray(-tailBytes));
  } catch (error) {
    if (error instanceof RejectionError) return error.rejection.code;
    throw error;
  }
  if (type === 'application/pdf') {
    const verdict = pdfContent(file);
    return verdict === 'quiet' ? null : verdicts[verdict];
  }
  return isWhole(type, file) ? null : 'FILE_DAMAGED';
}

/** Whether a picture comes to its end; cameras append things of their own after it. */
function isWhole(type: Exclude<MediaType, 'application/pdf'>, file: Buffer): boolean {
  switch (type) {
    case 'image/jpeg':
      // End of image after the last scan has begun (ITU-T T.81, B.1.1.3).
      return file.lastIndexOf(Buffer.from([0xff, 0xd9])) > file.indexOf(Buffer.from([0xff, 0xda]));
    case 'image/png':
      return chunksEnd(file);
    case 'image/webp':
      return file.length >= file.readUInt32LE(4) + 8;
    case 'image/heic':
      return boxesEnd(file);
  }
}

/** PNG (ISO/IEC 15948, 5.3): chunk after chunk to IEND. */
function chunksEnd(file: Buffer): boolean {
  for (let at = 8; at + 12 <= file.length; at += 12 + file.readUInt32BE(at))
    if (file.toString('latin1', at + 4, at + 8) === 'IEND') return true;
  return false;
}

/** ISO base media (ISO/IEC 14496-12, 4.2): box after box to the end of the file. */
function boxesEnd(file: Buffer): boolean {
  let at = 0;
  while (at + 8 <= file.length) {
    const size = file.readUInt32BE(at);
    if (size === 0) return true;
    const whole = size === 1 && at + 16 <= file.length ? Number(file.readBigUInt64BE(at + 8)) : size;
    if (whole < 8) return false;
    at += whole;
  }
  return at === file.length;
}
