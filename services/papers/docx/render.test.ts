import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { textOfWorkbook } from '../../../test/support/workbook-text.ts';
import { apology, refusal, stopNotice, supplementRequest } from '../forms/requests.ts';
import { context, dossier } from '../testing/sample.ts';
import type { Paper } from '../pdf/paper.ts';
import { docxOf } from './render.ts';

const signatory = { post: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: 'Lê Hoàng Phúc Ẩn' };
const hostile = '<w:p/> & "x" \u0007\u0000\uffff\ud800 ]]> Ặ';
const why = { reason: hostile, legalBasis: 'Điều 13 Luật Hộ tịch' };
const days = {
  at: '2026-11-20T09:00:00.000Z',
  oldDueAt: '2026-11-20T10:00:00.000Z',
  dueAt: '2026-11-25T10:00:00.000Z',
};

/** The body of a .docx and what a reader sees of it; throws where it is no XML. */
async function read(paper: Paper): Promise<{ xml: string; text: string }> {
  const xml = /<w:document .*<\/w:document>/s.exec(textOfWorkbook(await docxOf(paper)))?.[0] ?? '';
  const parser = new SaxesParser();
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (part) => (text += part));
  parser.on('closetag', ({ name }) => (text += name === 'w:p' ? ' ' : ''));
  parser.write(xml).close();
  return { xml, text };
}

describe('a letter to edit', () => {
  test.each([
    [
      'M02',
      supplementRequest(context, dossier, { papers: [{ name: hostile, wrong: hostile }], legalBasis: null }),
      'PHIẾU YÊU CẦU BỔ SUNG',
    ],
    ['M03', refusal(context, dossier, why), 'PHIẾU TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ'],
    ['M04', apology(context, dossier, { ...days, reason: hostile }, signatory), 'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN'],
    ['M05', stopNotice(context, dossier, why, signatory), 'Dừng giải quyết hồ sơ'],
  ])('%s has the words of the printed form, on A4 with its margins', async (_, paper, title) => {
    const { xml, text } = await read(paper);
    expect(text).toContain(title);
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(text).toContain('Số: 12/TB-UBND');
    expect(text).toContain('Phú Thọ, ngày 20 tháng 11 năm 2026');
    expect(text).toContain('<w:p/> & "x" \ufffd ]]> Ặ');
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(xml).toMatch(/<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"/);
  });

  test('bears no code that says it were the version of record', async () => {
    const { xml, text } = await read(refusal(context, dossier, why));
    expect(text).not.toContain(context.paperCode);
    expect(xml).not.toContain('w:drawing');
  });

  test('repeats the headings of a table on the next page', async () => {
    const papers = Array.from({ length: 40 }, (_, index) => ({ name: `Giấy ${index}`, wrong: 'thiếu' }));
    const { xml, text } = await read(supplementRequest(context, dossier, { papers, legalBasis: null }));
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(text).toContain('Giấy 39');
  });
});
