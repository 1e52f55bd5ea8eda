import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { heicOf, jpegOf, pdfOf, pngOf } from '../file/testing/pictures.ts';
import { refuseContent } from './check.ts';

/** A PDF with this among its objects. */
function pdfWith(objects: string | Buffer): Buffer {
  const end = 'xref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n';
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(objects), Buffer.from(end)]);
}

/** Objects packed into a stream, as most writers do. */
function packed(text: string, dictionary = '/Type/ObjStm/N 1/First 4/Filter/FlateDecode'): Buffer {
  const bytes = deflateSync(Buffer.from(text));
  return pdfWith(
    Buffer.concat([
      Buffer.from(`5 0 obj<<${dictionary}/Length ${bytes.length}>>stream\r\n`),
      bytes,
      Buffer.from('\r\nendstream endobj\n'),
    ]),
  );
}

describe('a PDF', () => {
  test.each([
    ['says something', pdfOf('xin chào')],
    ['says where reading begins', pdfWith('1 0 obj<</Type/Catalog/OpenAction[3 0 R/XYZ null null 0]>>endobj\n')],
    ['jumps to where reading begins', pdfWith('1 0 obj<</OpenAction<</S/GoTo/D[3 0 R/Fit]>>>>endobj\n')],
    [
      'jumps there by another object',
      pdfWith('1 0 obj<</OpenAction 4 0 R>>endobj\n4 0 obj<</S/GoTo/D[3 0 R]>>endobj\n'),
    ],
    ['has packed objects', packed('1 0 <</Type/Page/JSON 1>>')],
  ])('that only %s passes', (_, file) => expect(refuseContent('application/pdf', file)).toBeNull());

  test.each([
    ['a script', pdfWith('1 0 obj<</Type/Catalog/Names<</JavaScript 2 0 R>>>>endobj\n')],
    ['a script under another spelling', pdfWith('1 0 obj<</S/J#61vaScript/J#53(app.alert)>>endobj\n')],
    ['a script among packed objects', packed('1 0 <</S/JavaScript/JS(app.alert(1))>>')],
    [
      'a script among packed objects under another spelling',
      packed('1 0 <</S/JavaScript>>', '/Type/Obj#53tm/Filter/FlateDecode'),
    ],
    ['a program to launch', pdfWith('1 0 obj<</S/Launch/F(cmd.exe)>>endobj\n')],
    ['another file in it', pdfWith('1 0 obj<</Type/EmbeddedFile>>endobj\n')],
    ['an action on opening', pdfWith('1 0 obj<</OpenAction<</S/URI/URI(http://x)>>>>endobj\n')],
    ['an action on opening elsewhere', pdfWith('1 0 obj<</OpenAction 4 0 R>>endobj\n4 0 obj<</S/URI>>endobj\n')],
    ['an action on opening nowhere', pdfWith('1 0 obj<</OpenAction 9 0 R>>endobj\n')],
  ])('with %s is refused', (_, file) => expect(refuseContent('application/pdf', file)).toBe('FILE_ACTIVE'));

  test.each([
    ['locked by a password', pdfWith('trailer<</Encrypt 3 0 R>>\n')],
    ['packed in a way that is not looked into', packed('x', '/Type/ObjStm/Filter/LZWDecode')],
    ['packed and damaged', pdfWith('5 0 obj<</Type/ObjStm/Filter/FlateDecode>>stream\nnothing\nendstream endobj\n')],
    ['packed without an end', packed('\0'.repeat(70 * 1024 * 1024))],
  ])('that is %s is refused', (_, file) => expect(refuseContent('application/pdf', file)).toBe('FILE_LOCKED'));

  test('that is none is refused', () =>
    expect(refuseContent('application/pdf', Buffer.from('<script>'))).toBe('FILE_TYPE'));
});

describe('a picture', () => {
  const chunk = (type: string): Buffer => Buffer.concat([Buffer.alloc(4), Buffer.from(type), Buffer.alloc(4)]);
  const png = Buffer.concat([pngOf(10, 10), Buffer.alloc(4), chunk('IDAT'), chunk('IEND')]);
  const jpeg = Buffer.concat([jpegOf(10, 10).subarray(0, -2), Buffer.from([0xff, 0xda, 0, 2, 1, 2, 0xff, 0xd9])]);

  test('that comes to its end passes, also with what a camera appends', () => {
    expect(refuseContent('image/png', png)).toBeNull();
    expect(refuseContent('image/jpeg', jpeg)).toBeNull();
    expect(refuseContent('image/jpeg', Buffer.concat([jpeg, Buffer.from('SEFT')]))).toBeNull();
    expect(refuseContent('image/heic', heicOf(10, 10))).toBeNull();
  });

  test('that was cut off is refused', () => {
    expect(refuseContent('image/png', png.subarray(0, -12))).toBe('FILE_DAMAGED');
    expect(refuseContent('image/jpeg', jpeg.subarray(0, -2))).toBe('FILE_DAMAGED');
    expect(refuseContent('image/heic', heicOf(10, 10).subarray(0, -4))).toBe('FILE_DAMAGED');
  });

  test('of another kind than it said, or too large, is refused', () => {
    expect(refuseContent('image/png', jpeg)).toBe('FILE_TYPE');
    expect(refuseContent('image/png', pngOf(20_000, 20_000))).toBe('FILE_PIXELS');
  });
});
