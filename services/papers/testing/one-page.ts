import { PDFDocument } from '@cantoo/pdf-lib';

/** An empty A4 page, as an office program writes it. */
export async function onePage(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([595.28, 841.89]);
  return Buffer.from(await document.save());
}
