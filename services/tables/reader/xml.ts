import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { limits } from './limits.ts';
import { refuse } from './refusal.ts';

/** What to do with the parts of an XML text. Names come without their prefix; `text` comes whole between two tags. */
export interface XmlHandlers {
  open?(name: string, attributes: Record<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads XML as it streams in, handing control back after each chunk so that rows found in it can go on. Refuses a document type
 * (and with it every entity of its own), any encoding but UTF-8 and UTF-16, deep nesting, and what is not well-formed.
 */
export async function* readXml(chunks: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('doctype', () => {
    throw refuse('IMPORT_XML');
  });
  parser.on('error', () => {
    throw refuse('IMPORT_XML');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    depth += 1;
    if (depth > limits.xmlDepth) throw refuse('IMPORT_XML');
    handlers.open?.(local(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    depth -= 1;
    handlers.close?.(local(tag.name));
  });
  if (handlers.text) {
    const onText = handlers.text.bind(handlers);
    parser.on('text', onText);
    parser.on('cdata', onText);
  }
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : 'utf-8', { fatal: true });
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: true });
    } catch {
      throw refuse('IMPORT_XML');
    }
    parser.write(text);
    yield;
  }
  parser.close();
  yield;
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Reads a small part to its end. */
export async function readWhole(chunks: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of readXml(chunks, handlers)) {
    // The handlers do the work.
  }
}
