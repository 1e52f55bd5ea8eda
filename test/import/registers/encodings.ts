import { fromOldFont } from '@nocgia/services/tables/fonts/tables.ts';

/** Letters of an encoding of one byte each, turned round. */
function turned(decode: (byte: number) => string): Map<string, number> {
  return new Map(Array.from({ length: 128 }, (_, index) => [decode(index + 128), index + 128]));
}

const tcvn3 = turned((byte) => fromOldFont(String.fromCodePoint(byte), 'tcvn3'));
const windows1258 = turned((byte) => new TextDecoder('windows-1258').decode(Uint8Array.of(byte)));

/** A text as a font of TCVN3 has it; capitals with a tone, which that font lacks, become small. */
export function toTcvn3(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => tcvn3.get(letter) ?? tcvn3.get(letter.toLowerCase()) ?? letter)
    .map((written) => (typeof written === 'number' ? String.fromCodePoint(written) : written))
    .join('');
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/u;

/** A text in Windows-1258: a tone is a byte of its own behind the letter. */
export function toWindows1258(text: string): Buffer {
  const bytes: number[] = [];
  for (const letter of text.normalize('NFC')) {
    const parts = letter.normalize('NFD');
    const tone = tones.exec(parts)?.[0] ?? '';
    const bare = parts.replace(tones, '').normalize('NFC');
    for (const part of tone === '' ? [letter] : [bare, tone]) {
      const byte = (part.codePointAt(0) ?? 0) < 128 ? part.codePointAt(0) : windows1258.get(part);
      if (byte === undefined) throw new Error(`Windows-1258 has no ${part}`);
      bytes.push(byte);
    }
  }
  return Buffer.from(bytes);
}
