import { describe, expect, test } from 'vitest';
import { checkMedia, mediaTypeOf, sizeOf } from './media.ts';
import { heicOf, jpegOf, pdfOf, pngOf, webpOf } from './testing/pictures.ts';

const pictures = {
  'image/jpeg': jpegOf,
  'image/png': pngOf,
  'image/webp': webpOf,
  'image/heic': heicOf,
} as const;
const types = Object.keys(pictures) as (keyof typeof pictures)[];

const codeOf = (work: () => void): string => {
  try {
    work();
    return 'taken';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('what a file is', () => {
  test.each(types)('%s is told by its first bytes, and how large it is by its header', (type) => {
    const file = pictures[type](4000, 3000);
    expect(mediaTypeOf(file)).toBe(type);
    expect(sizeOf(type, file)).toEqual({ width: 4000, height: 3000 });
  });

  test('a PDF by %PDF-', () => expect(mediaTypeOf(pdfOf('xin chào'))).toBe('application/pdf'));

  test.each([
    ['a page of HTML', '<!doctype html><script>alert(1)</script>'],
    ['a drawing that may hold a script', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ['a PDF that begins somewhere else', '<html>%PDF-1.7'],
    ['a zip', 'PK\u0003\u0004 and so on'],
    ['a film in the container of HEIC', '\0\0\0\u0018ftypisom\0\0\0\0'],
    ['nothing', ''],
  ])('%s is nothing that a dossier takes', (_, text) => expect(mediaTypeOf(Buffer.from(text, 'latin1'))).toBeNull());

  test('a JPEG is measured behind the preview that a camera puts before it', () => {
    const [start, rest] = [jpegOf(10, 10).subarray(0, 2), jpegOf(640, 480).subarray(2)];
    const preview = Buffer.concat([Buffer.from([0xff, 0xe1, 0xff, 0xff]), Buffer.alloc(0xfffd, 0xc0)]);
    expect(sizeOf('image/jpeg', Buffer.concat([start, preview, rest]))).toEqual({ width: 640, height: 480 });
  });
});

describe('a file is refused', () => {
  const check = (type: Parameters<typeof checkMedia>[0], file: Buffer): string =>
    codeOf(() => checkMedia(type, file, file.subarray(-1024)));

  test.each(types)('%s of more than 50 million pixels', (type) => {
    expect(check(type, pictures[type](10_000, 5_000))).toBe('taken');
    expect(check(type, pictures[type](10_000, 5_001))).toBe('FILE_PIXELS');
  });

  test.each(types)('%s that ends before it says how large it is, or says nothing', (type) => {
    expect(check(type, pictures[type](100, 100).subarray(0, 12))).toBe('FILE_DAMAGED');
  });

  test('a PDF that was cut off', () => {
    const whole = pdfOf('một trang');
    expect(check('application/pdf', whole)).toBe('taken');
    expect(check('application/pdf', whole.subarray(0, -20))).toBe('FILE_DAMAGED');
  });
});
