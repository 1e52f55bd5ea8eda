import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a zip to be; `claimed` overrides the inflated size that the directory promises, `flags` its general purpose bits. */
export interface ZipPart {
  name: string;
  data: Buffer | string;
  claimed?: number;
  flags?: number;
}

/** Makes a zip file of these parts, honest or not. */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claimed, flags = 0 } of parts) {
    const bytes = typeof data === 'string' ? Buffer.from(data) : data;
    const packed = deflateRawSync(bytes, { level: 6 });
    const named = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claimed ?? bytes.length, 18);
    head.writeUInt16LE(named.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, named, packed]);
    const entry = Buffer.alloc(46);
    entry.write('PK\u0001\u0002', 0, 'latin1');
    entry.writeUInt16LE(20, 4);
    head.copy(entry, 6, 0, 24);
    entry.writeUInt32LE(offset, 42);
    central.push(Buffer.concat([entry, named]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
