import { describe, expect, test } from 'vitest';
import { qrOfPage, readPdf } from '../../../test/support/pdf.ts';
import { letters } from '../testing/sample.ts';
import { typeset } from './engine.ts';
import { qrSvg } from './qr.ts';
import type { Block, Paper } from './paper.ts';
import { pdfOf } from './render.ts';

const paper = (blocks: readonly Block[], more: Partial<Paper> = {}): Paper => ({
  sheet: 'A4',
  title: 'Thử',
  code: 'MÃ-1',
  print: 1,
  at: new Date('2026-11-20T02:05:00Z'),
  blocks,
  ...more,
});
const withoutBlanks = (text: string): string => text.replaceAll(/\s/g, '');

describe('a printed paper', () => {
  const all = letters + letters.toLocaleUpperCase('vi');

  test.each([
    ['NotoSerif-Regular', all],
    ['NotoSerif-Bold', [{ text: all, bold: true as const }]],
    ['NotoSerif-Italic', [{ text: all, italic: true as const }]],
    ['NotoSerif-BoldItalic', [{ text: all, bold: true as const, italic: true as const }]],
  ])('has all 134 letters of Vietnamese from %s alone, as text and as form', async (font, text) => {
    expect(new Set(all.replaceAll(/[a-z]/gi, '')).size).toBe(134);
    const [page] = await readPdf(await pdfOf(paper([{ kind: 'text', text, size: 9 }], { code: '' })));
    expect(withoutBlanks(page?.text ?? '')).toBe(all);
    expect(page?.fonts).toEqual([font]);
    expect(page?.boxes).toBe(0);
  });

  test('a letter that the font lacks is known as an empty box', async () => {
    const [page] = await readPdf(await pdfOf(paper([{ kind: 'text', text: '漢' }])));
    expect(page?.boxes).toBe(1);
    expect(page?.fonts).toEqual(['NotoSerif-Regular']);
  });

  test.each([
    ['A4', 595.28, 841.89],
    ['poster', 595.28, 841.89],
    ['A4-landscape', 841.89, 595.28],
    ['A5', 419.53, 595.28],
  ] as const)('%s is %d × %d points', async (sheet, width, height) => {
    const [page] = await readPdf(await pdfOf(paper([{ kind: 'text', text: 'Thử' }], { sheet })));
    expect(page?.width).toBeCloseTo(width, 1);
    expect(page?.height).toBeCloseTo(height, 1);
  });

  test('is the same bytes for the same paper, and other bytes for another', async () => {
    const one = paper([{ kind: 'text', text: 'Thử' }]);
    const [first, again, other] = await Promise.all([pdfOf(one), pdfOf(one), pdfOf({ ...one, print: 2 })]);
    expect(first.equals(again)).toBe(true);
    expect(first.equals(other)).toBe(false);
  });

  test('numbers its pages in the middle of the top margin, but for the first', async () => {
    const pages = await readPdf(await pdfOf(paper([{ kind: 'page' }, { kind: 'text', text: 'Trang hai' }])));
    expect(pages[0]?.pieces.some(({ text }) => /\d/.test(text) && !text.includes('MÃ'))).toBe(false);
    const number = pages[1]?.pieces.find(({ text }) => text === '2');
    expect(number?.y).toBeLessThan(56.7);
    // In the middle of what stands between margins of 30 and 20 mm.
    expect((number?.x ?? 0) + (number?.width ?? 0) / 2).toBeCloseTo(((30 + 190) / 2 / 25.4) * 72, 0);
  });

  test('says at its foot which paper it is, and which print from the second on', async () => {
    const first = await readPdf(await pdfOf(paper([{ kind: 'text', text: 'Thử' }])));
    expect(first[0]?.text).toContain('MÃ-1');
    expect(first[0]?.text).not.toContain('Bản in lần');
    const third = await readPdf(await pdfOf(paper([{ kind: 'text', text: 'Thử' }], { print: 3 })));
    expect(third[0]?.text).toContain('MÃ-1 Bản in lần 3');
  });

  test('takes markup for text', async () => {
    const text = '#panic("x") *đậm* $x$ `mã` @chú <a> \\ // không #read("/etc/passwd")';
    const [page] = await readPdf(await pdfOf(paper([{ kind: 'text', text }])));
    expect(page?.text).toContain(text);
    expect(page?.fonts).toEqual(['NotoSerif-Regular']);
  });

  test('sets what is no proper text', async () => {
    const [page] = await readPdf(await pdfOf(paper([{ kind: 'text', text: 'trước \ud800 sau \u0007\u0000 hết' }])));
    expect(page?.text).toMatch(/trước .*sau .*hết/);
  });

  test('a template that is wrong is an error that says what, and the next paper is set', async () => {
    await expect(typeset('#data.thieu', {}, new Date(0))).rejects.toThrow(/"thieu"/);
    await expect(pdfOf(paper([{ kind: 'text', text: 'Thử' }]))).resolves.toBeInstanceOf(Buffer);
  });

  test('bears a QR code that a telephone reads', async () => {
    const address = `https://phường.example.vn/p/${'x'.repeat(120)}`;
    const pdf = await pdfOf(paper([{ kind: 'qr', svg: qrSvg(address), address, size: 40 }]));
    expect(await qrOfPage(pdf)).toBe(address);
  });
});
