import { createCanvas, loadImage } from '@napi-rs/canvas';
import jsQr from 'jsqr';
import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text as it lies on a page: points from the left and from the top, baseline of its letters. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}
/** Where the text of a page lies. */
export interface Layout {
  width: number;
  height: number;
  pieces: Piece[];
}
export interface Page extends Layout {
  /** The pieces in reading order, spaces between, line ends as spaces. */
  text: string;
  /** PostScript names of the fonts that its letters are drawn with, without the subset's prefix. */
  fonts: string[];
  /** Letters that their font has no form for: they print as an empty box, whatever the text beneath says. */
  boxes: number;
}

interface EmbeddedFont {
  name: string;
  missingFile?: boolean;
}

async function reading<Result>(bytes: Uint8Array, read: (pdf: PDFDocumentProxy) => Promise<Result>): Promise<Result> {
  // The bytes are handed over to the reader and are gone afterwards: it gets its own.
  const task = getDocument({
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    fontExtraProperties: true,
    verbosity: 0,
  });
  try {
    return await read(await task.promise);
  } finally {
    await task.destroy();
  }
}

async function itemsOf(page: PDFPageProxy) {
  const content = await page.getTextContent({ disableNormalization: true });
  return content.items.filter((item) => 'str' in item);
}

function layout(page: PDFPageProxy, items: Awaited<ReturnType<typeof itemsOf>>): Layout {
  const [, , width = 0, height = 0] = page.view;
  const pieces = items.map((item) => {
    const [, , , size = 0, x = 0, y = 0] = item.transform as number[];
    return { text: item.str, x, y: height - y, width: item.width, size };
  });
  return { width, height, pieces };
}

async function readPage(page: PDFPageProxy): Promise<Page> {
  const items = await itemsOf(page);
  // The fonts of a page are known once its drawing has been read.
  const { fnArray, argsArray } = await page.getOperatorList();
  const drawn = fnArray.flatMap((op, index) =>
    (op as number) === OPS.showText ? (argsArray[index] as [({ originalCharCode: number } | number)[]])[0] : [],
  );
  const fontIds = new Set(items.filter(({ str }) => str.trim() !== '').map(({ fontName }) => fontName));
  const fonts = [...fontIds].map((id) => {
    const font = page.commonObjs.get(id) as EmbeddedFont;
    if (font.missingFile) throw new Error(`${font.name} is not embedded`);
    return font.name.replace(/^[A-Z]{6}\+/, '');
  });
  return {
    ...layout(page, items),
    text: items
      .map(({ str, hasEOL }) => str + (hasEOL ? ' ' : ''))
      .join('')
      .replaceAll(/\s+/g, ' '),
    fonts: [...new Set(fonts)].sort(),
    boxes: drawn.filter((glyph) => typeof glyph === 'object' && glyph.originalCharCode === 0).length,
  };
}

async function everyPage<Result>(bytes: Uint8Array, read: (page: PDFPageProxy) => Promise<Result>): Promise<Result[]> {
  return reading(bytes, async (pdf) => {
    const pages: Result[] = [];
    for (let number = 1; number <= pdf.numPages; number++) pages.push(await read(await pdf.getPage(number)));
    return pages;
  });
}

/** What a PDF says to who reads it: sheets, text, fonts. Throws where a font is named that does not lie in the file. */
export const readPdf = (bytes: Uint8Array): Promise<Page[]> => everyPage(bytes, readPage);

/** Only where the text of a PDF lies, for less than half of the work. */
export const layoutOfPdf = (bytes: Uint8Array): Promise<Layout[]> =>
  everyPage(bytes, async (page) => layout(page, await itemsOf(page)));

/** What the QR code of a page says, read from its picture as a telephone would; null where none is found. `below`, `above`: looks between the two, as shares of the height; of several codes there must be one. */
export function qrOfPage(bytes: Uint8Array, number = 1, below = 0, above = 1): Promise<string | null> {
  return reading(bytes, async (pdf) => {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: 3 });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    await page.render({ canvas: canvas as never, viewport }).promise;
    const [top, bottom] = [Math.round(canvas.height * below), Math.round(canvas.height * above)];
    const { data, width, height } = canvas.getContext('2d').getImageData(0, top, canvas.width, bottom - top);
    return jsQr.default(data, width, height)?.data ?? null;
  });
}

/** What the QR code in a picture says, as a telephone would read it; null where none is found. */
export async function qrOfPicture(picture: Buffer): Promise<string | null> {
  const image = await loadImage(picture);
  const pen = createCanvas(image.width, image.height).getContext('2d');
  pen.drawImage(image, 0, 0);
  const { data, width, height } = pen.getImageData(0, 0, image.width, image.height);
  return jsQr.default(data, width, height)?.data ?? null;
}
