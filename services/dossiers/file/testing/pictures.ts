const text = (latin: string): Buffer => Buffer.from(latin, 'latin1');
const be32 = (...numbers: number[]): Buffer => {
  const bytes = Buffer.alloc(4 * numbers.length);
  numbers.forEach((number, index) => bytes.writeUInt32BE(number, 4 * index));
  return bytes;
};

/** Files that begin as their kind does and say how large they are; there is no picture behind it. */
export function pngOf(width: number, height: number): Buffer {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, be32(13), text('IHDR'), be32(width, height), Buffer.from([8, 2, 0, 0, 0])]);
}

export function jpegOf(width: number, height: number): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const jfif = Buffer.concat([Buffer.from([0xff, 0xe0, 0, 16]), text('JFIF\0'), Buffer.alloc(9)]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), jfif, frame, Buffer.from([0xff, 0xd9])]);
}

export function webpOf(width: number, height: number): Buffer {
  const size = Buffer.alloc(10);
  size.writeUIntLE(width - 1, 4, 3);
  size.writeUIntLE(height - 1, 7, 3);
  return Buffer.concat([text('RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0'), size]);
}

export function heicOf(width: number, height: number): Buffer {
  const ispe = (w: number, h: number): Buffer => Buffer.concat([be32(20), text('ispe'), be32(0, w, h)]);
  const properties = Buffer.concat([ispe(Math.min(160, width), Math.min(120, height)), ispe(width, height)]);
  return Buffer.concat([
    be32(24),
    text('ftypheic\0\0\0\0mif1heic'),
    be32(properties.length + 8),
    text('ipco'),
    properties,
  ]);
}

/** The smallest PDF that says something. */
export function pdfOf(said: string): Buffer {
  const body = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n% ${said}\n`;
  return Buffer.from(`${body}xref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n${Buffer.byteLength(body)}\n%%EOF\n`);
}
