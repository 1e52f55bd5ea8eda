import { createHash } from 'node:crypto';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import {
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  PDFString,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { appearanceOf, type ShownSignature } from './appearance.ts';
import { checkCertificate, type Signer } from './signer.ts';

/** Where the visible block stands, in millimetres from the left and from the top of a page (1 is the first). */
export interface Place {
  page: number;
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface SignOptions extends ShownSignature {
  /** Else in the top margin of the first page, at the right, where nothing else is printed. */
  place?: Place;
  /** Milliseconds after which a signing service counts as away. */
  patience?: number;
}

const POINTS = 72 / 25.4;
/** A service may ask its holder for a confirmation on their phone. */
const PATIENCE = 120_000;
/** Bytes of a signature beside its certificates: attributes, a key of 4096 bits, and room for what a service adds. */
const BESIDE = 12_288;
/** Digits kept free for each number of a byte range. */
const DIGITS = 10;

/** The field and the widget of a signature: printed, and not to be edited (ISO 32000-1, 12.7.4.5 and 12.5.3). */
async function addField(document: PDFDocument, signature: PDFRef, options: SignOptions): Promise<void> {
  const { context } = document;
  const number = options.place?.page ?? 1;
  const page = document.getPage(Math.min(Math.max(number, 1), document.getPageCount()) - 1);
  const { left, top, width, height } = options.place ?? corner(page);
  const [shown] = await document.embedPdf(await appearanceOf(options, width, height));
  if (shown === undefined) throw new Error('The block of a signature has no page');
  const widget = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      F: 132,
      P: page.ref,
      Rect: rectangle(page, left, top, width, height),
      AP: { N: shown.ref },
    }),
  );
  const dictionary = context.lookup(widget, PDFDict);
  const form = document.catalog.getOrCreateAcroForm();
  dictionary.set(PDFName.of('T'), PDFString.of(`Signature${form.getFields().length + 1}`));
  dictionary.set(PDFName.of('V'), signature);
  page.node.addAnnot(widget);
  form.addField(widget);
  // There are signatures, and the file is only ever to grow.
  form.dict.set(PDFName.of('SigFlags'), context.obj(3));
}

function corner(page: PDFPage): Omit<Place, 'page'> {
  const { width, height } = page.getCropBox();
  return { left: width / POINTS - 85, top: 2.5, width: 78, height: height / POINTS / 23 };
}

function rectangle(page: PDFPage, left: number, top: number, width: number, height: number): number[] {
  const box = page.getCropBox();
  const x = box.x + left * POINTS;
  const y = box.y + box.height - (top + height) * POINTS;
  return [x, y, x + width * POINTS, y + height * POINTS];
}

/** The signature's dictionary as text: its byte range and its hole are filled in at their places, so the writer must not move them. */
function dictionaryText({ name, at }: SignOptions, room: number): string {
  const zero = '0'.repeat(DIGITS);
  return [
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    `/Name ${PDFHexString.fromText(name).toString()} /M ${PDFString.fromDate(at).toString()}`,
    `/ByteRange [0 ${zero} ${zero} ${zero}]`,
    `/Contents <${'0'.repeat(room * 2)}> >>`,
  ].join('\n');
}

/** Whether the last table of a file's objects is one in plain text: what is appended is written in the same manner (ISO 32000-1, 7.5). */
function hasPlainTable(pdf: Uint8Array): boolean {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const at = Number(/startxref\s+(\d+)/.exec(bytes.subarray(bytes.lastIndexOf('startxref')).toString('latin1'))?.[1]);
  return bytes.subarray(at, at + 4).toString('latin1') === 'xref';
}

async function load(pdf: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(pdf, {
      forIncrementalUpdate: true,
      updateMetadata: false,
      throwOnInvalidObject: true,
    });
  } catch (cause) {
    throw Object.assign(new RejectionError({ code: 'PDF_UNREADABLE' }), { cause });
  }
}

/** The file with a signature that is still to be filled in, appended to what was there, which stays to the byte. */
async function withHole(pdf: Uint8Array, options: SignOptions, room: number): Promise<{ bytes: Buffer; text: string }> {
  const document = await load(pdf);
  if (document.getPageCount() === 0) throw new RejectionError({ code: 'PDF_UNREADABLE' });
  const text = dictionaryText(options, room);
  const signature = document.context.register(PDFInvalidObject.of(Buffer.from(text, 'latin1')));
  await addField(document, signature, options);
  return { bytes: Buffer.from(await document.commit({ useObjectStreams: !hasPlainTable(pdf) })), text };
}

/** Asks the signer, but not for ever. Throws RejectionError SIGNING_AWAY for whatever goes wrong there. */
async function asked<Answer>(patience: number, question: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
  const signal = AbortSignal.timeout(patience);
  const away = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  try {
    return await Promise.race([question(signal), away]);
  } catch (cause) {
    if (cause instanceof RejectionError) throw cause;
    throw Object.assign(new RejectionError({ code: 'SIGNING_AWAY' }), { cause });
  }
}

/** A signed file, and by which certificate: SHA-256 of its DER, in hexadecimal. */
export interface SignedPdf {
  bytes: Buffer;
  certificate: string;
}

/**
 * Signs a PDF as PAdES baseline B (ETSI EN 319 142-1): `ETSI.CAdES.detached` with signing-certificate-v2, over the whole file but the
 * hole that the signature stands in, appended so that earlier signatures stay good; with a visible block of name, position and time.
 * Throws RejectionError: PDF_UNREADABLE, CERTIFICATE_EXPIRED, CERTIFICATE_NOT_YET, CERTIFICATE_KEY, SIGNING_AWAY.
 */
export async function signPdf(pdf: Uint8Array, signer: Signer, options: SignOptions): Promise<SignedPdf> {
  const patience = options.patience ?? PATIENCE;
  const { certificate, chain } = await asked(patience, () => signer.certificate());
  checkCertificate(certificate, options.at);
  const room = [certificate, ...chain].reduce((sum, one) => sum + one.length, BESIDE);
  const { bytes, text } = await withHole(pdf, options, room);

  const at = bytes.lastIndexOf(text, undefined, 'latin1');
  const start = at + text.lastIndexOf('<0');
  const end = start + room * 2 + 2;
  const numbers = [start, end, bytes.length - end].map((number) => String(number).padEnd(DIGITS));
  bytes.write(numbers.join(' '), at + text.indexOf('/ByteRange [0 ') + '/ByteRange [0 '.length, 'latin1');

  const covered = Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
  const cms = await asked(patience, (signal) => signer.sign(covered, signal));
  if (cms.length > room) throw new Error(`A signature of ${cms.length} bytes does not fit ${room}`);
  bytes.write(cms.toString('hex'), start + 1, 'latin1');
  return { bytes, certificate: createHash('sha256').update(certificate).digest('hex') };
}
