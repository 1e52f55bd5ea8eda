import { inflateSync } from 'node:zlib';

/** Names that make a PDF do something, carry other files, or send what is typed in it away (ISO 32000-1, 12.6.4, 7.11.4, 12.7.8). */
const active =
  /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|Rendition|Movie|Sound)(?![A-Za-z0-9])/;
/** Bytes of packed objects that are looked into at most; a small file that grows beyond is a trap. */
const MOST_UNPACKED = 64 * 1024 * 1024;

export type PdfVerdict = 'quiet' | 'active' | 'locked' | 'unreadable';

/**
 * Whether a PDF is quiet: `active` where it holds scripts, launches, other files or an action on opening (a mere place to begin reading is
 * none); `locked` where it is encrypted and cannot be looked into; `unreadable` where objects are packed in a way that is not looked into.
 */
export function pdfContent(file: Buffer): PdfVerdict {
  const bare = names(file.toString('latin1'));
  if (/\/Encrypt(?![A-Za-z0-9])/.test(bare)) return 'locked';
  const packed = unpacked(file);
  if (packed === null) return 'unreadable';
  const texts = [bare, ...packed.map(names)];
  return texts.some((text) => active.test(text) || actsOnOpening(text, texts)) ? 'active' : 'quiet';
}

/** Names as they are read: `#xx` stands for a character (7.3.5), so that `/J#61vaScript` hides nothing. */
function names(text: string): string {
  return text.replace(/\/[^\s/<>[\](){}%]*#[0-9A-Fa-f]{2}[^\s/<>[\](){}%]*/g, (name) =>
    name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}

/** An opening action that is no destination, nor a jump to one; one that stands elsewhere is looked up. */
function actsOnOpening(text: string, all: readonly string[]): boolean {
  for (const [, value = ''] of text.matchAll(/\/OpenAction\s*([\s\S]{0,400})/g)) {
    const [, number] = /^(\d+)\s+\d+\s+R/.exec(value) ?? [];
    const target = number === undefined ? value : objectOf(number, all);
    if (!/^\s*\[/.test(target) && !/^\s*<<[^>]*\/S\s*\/GoTo(?![A-Za-z])/.test(target)) return true;
  }
  return false;
}

function objectOf(number: string, texts: readonly string[]): string {
  for (const text of texts) {
    const [, body] = new RegExp(`(?:^|\\s)${number}\\s+\\d+\\s+obj([\\s\\S]{0,400})`).exec(text) ?? [];
    if (body !== undefined) return body;
  }
  return '';
}

/** What object streams hold (7.5.7), unpacked; null where one is packed by anything but deflate, or in more than there is room for. */
function unpacked(file: Buffer): string[] | null {
  const found: string[] = [];
  let room = MOST_UNPACKED;
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    const head = names(file.toString('latin1', Math.max(0, at - 1_000), at));
    const dictionary = head.slice(head.lastIndexOf(' obj') + 1);
    if (!/\/ObjStm(?![A-Za-z])/.test(dictionary)) continue;
    if (!/\/Filter\s*\[?\s*\/(FlateDecode|Fl)\s*\]?\s*(\/|>>)/.test(dictionary) || /\/DecodeParms/.test(dictionary))
      return null;
    const start = at + 6 + (file[at + 6] === 0x0d ? 2 : 1);
    const end = file.indexOf('endstream', start);
    if (end === -1) return null;
    try {
      const text = inflateSync(file.subarray(start, end), { maxOutputLength: room });
      room -= text.length;
      found.push(text.toString('latin1'));
    } catch {
      return null;
    }
    at = end + 3;
  }
  return found;
}
