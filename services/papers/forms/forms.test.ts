import { describe, expect, expectTypeOf, test } from 'vitest';
import { layoutOfPdf, qrOfPage, readPdf, type Layout, type Piece } from '../../../test/support/pdf.ts';
import { textOfWorkbook } from '../../../test/support/workbook-text.ts';
import type { DossierRow } from '../../dossiers/dossier/rows.ts';
import { sheets, type Paper } from '../pdf/paper.ts';
import { pdfOf } from '../pdf/render.ts';
import { checked, context, dossier, party } from '../testing/sample.ts';
import { workbook } from '../xlsx.ts';
import type { DossierOnPaper, PaperContext } from './context.ts';
import { controlSheet } from './control-sheet.ts';
import { feeNotice } from './fee-notice.ts';
import { feeReceipt } from './fee-receipt.ts';
import { fieldPoster, procedurePoster } from './poster.ts';
import { receiptSlip } from './receipt.ts';
import { PRINTED_ROWS, registerPaper, registerSheet, type RegisterRow } from './register.ts';
import { apology, refusal, stopNotice, supplementRequest } from './requests.ts';
import { handOverNote, resultReceipt } from './results.ts';

const signatory = { post: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: 'Lê Hoàng Phúc Ẩn' };
const at = '2026-11-20T09:00:00.000Z';
const rate = 'https://phutho.example.vn/rate?ward=27226&code=H29.146-261120-0007';

/** Every form, with `text` wherever something is filled in by people; names are of the length that events allow, 200. */
function forms(on: PaperContext, of: DossierOnPaper, text: string): Record<string, Paper> {
  const name = text.slice(0, 200);
  const row: RegisterRow = {
    code: 'H29.146-261120-0007',
    procedure: text,
    papers: 4,
    owner: name,
    address: text,
    phone: '0903 123 456',
    part: text,
    receivedAt: at,
    dueAt: at,
    returnedAt: at,
    returnBy: 'post',
    receivedBy: name,
  };
  const side = { part: text, person: name };
  const line = { name: text, quantity: 2, amount: 16_000, discountReason: text };
  const receipt = { book: 'BL-26T', number: 12, method: 'transfer' as const, at };
  const result = { resultName: text, resultNumber: text.slice(0, 60), issuedOn: '2026-11-20' };
  return {
    M01: receiptSlip(on, of),
    M02: supplementRequest(on, of, { papers: [{ name: text, wrong: text }], legalBasis: text }),
    M03: refusal(on, of, { reason: text, legalBasis: text }),
    M04: apology(
      on,
      of,
      { at, oldDueAt: '2026-11-20T10:00:00.000Z', dueAt: '2026-11-25T10:00:00.000Z', reason: text },
      signatory,
    ),
    M05: stopNotice(on, of, { reason: text, legalBasis: text }, signatory),
    M06: controlSheet(on, of, [{ at, from: side, to: side, outcome: 'late', note: text }]),
    M07: registerPaper(on, { from: '2026-11-01', to: '2026-11-30' }, [row, row]),
    handOver: handOverNote(on, { giver: name, givingPart: text, receiver: name, at }, [
      { code: 'H29.146-261120-0007', owner: name, copies: 2, ...result },
    ]),
    result: resultReceipt(on, of, { at, receivedBy: name, reference: text.slice(0, 100), rate, ...result }),
    fee: feeReceipt(on, of, { lines: [line, line], total: 32_000, receipt }),
    notice: feeNotice(on, of, {
      ...{ lines: [line, line], total: 32_000 },
      account: { bankBin: '970405', bankName: text.slice(0, 100), accountNumber: '1600201234567', accountName: 'UBND' },
    }),
    poster: procedurePoster({ ...on, paperCode: 'QR' }, { name: text, term: null, fee: 0 }, on.lookup),
    field: fieldPoster({ ...on, paperCode: 'QR' }, text, [{ name: text, term: '03 ngày', fee: null }], on.lookup),
  };
}

/** Size of the letters at the foot of a page. */
const FOOT = 8;

/** What of a page’s text lies outside its margins, or on top of other text. */
function strayed({ sheet }: Paper, { pieces, width, height }: Layout): string[] {
  const { margin } = sheets[sheet];
  const points = (mm: number): number => (mm / 25.4) * 72;
  const visible = pieces.filter(({ text }) => text.trim() !== '');
  // The foot and the number of the page stand in the margins, and they alone.
  const inMargin = ({ text, size }: Piece): boolean => size === FOOT || /^\d+$/.test(text);
  const outside = visible.filter(
    (one) =>
      one.x < points(margin.left) - 0.5 ||
      one.x + one.width > width - points(margin.right) + 0.5 ||
      (!inMargin(one) && (one.y < points(margin.top) || one.y > height - points(margin.bottom) + 1)),
  );
  const covered = visible.filter((one, index) =>
    visible.some(
      (other, at) =>
        at > index &&
        Math.abs(one.y - other.y) < 0.4 * Math.min(one.size, other.size) &&
        Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x) > 0.6,
    ),
  );
  return [...outside, ...covered].map(({ text, x, y }) => `${text} (${x}, ${y})`);
}

const plain = 'Bản chụp mờ, không đọc được ngày sinh';
const names = Object.keys(forms(context, dossier, plain));
const form = (name: string, on = context, of = dossier, text = plain): Paper => {
  const found = forms(on, of, text)[name];
  if (found === undefined) throw new Error(`no form ${name}`);
  return found;
};

describe('the forms', () => {
  test('take a row of the dossiers as it is', () => {
    expectTypeOf<DossierRow>().toExtend<DossierOnPaper>();
  });

  const inForms: [string, string[]][] = [
    [
      'M01',
      [
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc',
        'Phú Thọ, ngày 20 tháng 11 năm 2026',
        'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
        'Mã hồ sơ: H29.146-261120-0007',
        'Tiếp nhận hồ sơ của: Nguyễn Thị Phượng (nộp trực tiếp)',
        'Số định danh/CCCD/Hộ chiếu: 079190000001',
        'Chủ hồ sơ: Nguyễn Ngọc Bảo Hân',
        'Giấy chứng nhận kết hôn của cha, mẹ (phường đã có, không phải nộp)',
        'theo quy định: Ngay trong ngày',
        '4. Thời gian nhận hồ sơ: 09 giờ 05 phút, ngày 20 tháng 11 năm 2026',
        '5. Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 20 tháng 11 năm 2026',
        'NGƯỜI NỘP HỒ SƠ',
        'NGƯỜI TIẾP NHẬN HỒ SƠ',
      ],
    ],
    [
      'M02',
      ['PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ', 'Số: 12/TB-UBND', plain, 'NGƯỜI HƯỚNG DẪN', 'để được hướng dẫn./.'],
    ],
    ['M03', ['PHIẾU TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ', plain, 'NGƯỜI NỘP HỒ SƠ']],
    [
      'M04',
      [
        'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT HỒ SƠ',
        'Kính gửi: Nguyễn Ngọc Bảo Hân',
        'hẹn trả kết quả vào 17 giờ 00 phút, ngày 25 tháng 11 năm 2026',
        'không thể trả kết quả',
        'TM. ỦY BAN NHÂN DÂN',
        'Nơi nhận:',
      ],
    ],
    ['M05', ['THÔNG BÁO Dừng giải quyết hồ sơ', `lý do như sau: ${plain}`, 'CHỦ TỊCH']],
    ['M06', ['PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ', 'Quá hạn', '16:00 20/11/2026']],
    ['M07', ['SỔ THEO DÕI HỒ SƠ', 'Từ ngày 01/11/2026 đến ngày 30/11/2026', 'Bưu chính']],
    ['handOver', ['PHIẾU BÀN GIAO KẾT QUẢ', 'Tổng cộng: 1 hồ sơ, 2 bản kết quả.', 'BÊN GIAO']],
    ['result', ['GIẤY BIÊN NHẬN TRẢ KẾT QUẢ', 'NGƯỜI NHẬN KẾT QUẢ', '20/11/2026', 'quét mã để đánh giá']],
    ['fee', ['BIÊN LAI THU PHÍ, LỆ PHÍ', 'Số: 0000012', '32.000 đồng', 'Ba mươi hai nghìn đồng', 'Liên 1']],
    [
      'notice',
      ['THÔNG BÁO NỘP PHÍ, LỆ PHÍ', 'Số tài khoản: 1600201234567', 'Nội dung chuyển khoản: H29.146-261120-0007'],
    ],
    ['poster', ['ỦY BAN NHÂN DÂN PHƯỜNG PHÚ THỌ', 'Phí, lệ phí: Miễn phí']],
    ['field', ['Thủ tục hành chính lĩnh vực', 'Quét mã để xem']],
  ];

  test('are all looked at', () => {
    expect(inForms.map(([name]) => name)).toEqual(names);
  });

  test.each(inForms)('%s says what the law has it say, and its code opens this version', async (name, texts) => {
    const bytes = await pdfOf(form(name));
    const pages = await readPdf(bytes);
    for (const text of texts) expect(pages[0]?.text.replaceAll('\u00a0', ' ')).toContain(text);
    // The receipt has a second code further down.
    expect(await qrOfPage(bytes, 1, 0, name === 'result' ? 0.5 : 1)).toBe(context.lookup);
    for (const page of pages) {
      expect(page.boxes).toBe(0);
      expect(page.fonts.every((font) => font.startsWith('NotoSerif-'))).toBe(true);
    }
  });

  test.each(['M01', 'M02', 'M03', 'M04', 'M05', 'M06', 'result'])('%s fits one page', async (name) => {
    expect(await readPdf(await pdfOf(form(name)))).toHaveLength(1);
  });

  test.each([36, 100, 250, 1000])('a poster is one page for a name of %d letters', async (length) => {
    const name = 'Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh '.repeat(20).slice(0, length);
    expect(await readPdf(await pdfOf(form('poster', context, dossier, name)))).toHaveLength(1);
  });

  test('an apology that comes after the day owns that the day has passed', async () => {
    const dates = { oldDueAt: '2026-11-20T10:00:00.000Z', dueAt: '2026-11-25T10:00:00.000Z', reason: plain };
    const late = apology(context, dossier, { at: '2026-11-21T01:00:00.000Z', ...dates }, signatory);
    expect((await readPdf(await pdfOf(late)))[0]?.text).toContain('Tuy nhiên đến nay');
  });

  test.each(['M03', 'M05'])('%s has no page on which a signature stands alone', async (name) => {
    for (let words = 40; words < 200; words += 40) {
      const pages = await readPdf(
        await pdfOf(form(name, context, dossier, 'chưa đủ căn cứ '.repeat(words / 4).trim())),
      );
      expect(pages.at(-1)?.text, String(words)).toMatch(/hướng dẫn.*(CHỦ TỊCH|NGƯỜI TIẾP NHẬN)/);
    }
  });

  test('people who were erased leave their forms without a name', async () => {
    for (const name of names)
      await expect(pdfOf(form(name, context, { ...dossier, owner: null, submitter: null }))).resolves.toBeDefined();
    const [page] = await readPdf(await pdfOf(form('M01', context, { ...dossier, owner: null, submitter: null })));
    expect(page?.text).toContain('thông tin cá nhân đã xóa');
  });

  test('a receipt has its three copies, a page each', async () => {
    const pages = await readPdf(await pdfOf(form('fee')));
    expect(pages.map(({ text }) => /Liên \d/.exec(text)?.[0])).toEqual(['Liên 1', 'Liên 2', 'Liên 3']);
  });

  test('forty papers go on to further pages under the same headings, none torn or lost', async () => {
    const papers = Array.from({ length: 40 }, (_, index) =>
      checked(`Bản sao giấy chứng sinh số ${index + 1} có chứng thực của cơ quan có thẩm quyền cấp`),
    );
    const paper = receiptSlip(context, { ...dossier, papers });
    const pages = await readPdf(await pdfOf(paper));
    expect(pages.length).toBeGreaterThan(2);
    for (const [index] of papers.entries())
      expect(
        pages.filter(({ text }) => text.includes(`số ${index + 1} có chứng thực của cơ quan có thẩm quyền cấp`)),
      ).toHaveLength(1);
    for (const page of pages.filter(({ text }) => text.includes('Bản sao giấy chứng sinh')))
      expect(page.text).toContain('TT Tên giấy tờ Bản chính Chứng thực');
    for (const page of pages) expect(strayed(paper, page)).toEqual([]);
  });

  const hostile = {
    'a thousand letters without a blank': 'ẶỘỮ'.repeat(334),
    'a thousand of the widest': 'W'.repeat(1000),
    'marks of direction and Hebrew': `${'\u200f\u061c\u200eשלום עולם '.repeat(20)}abc 123`,
    'marks on marks': `Nguyễn ${'ệ\u0301\u0323\u0302'.repeat(40)} Văn`,
    'no width': 'a\u200b\u200c\u200d\ufeff'.repeat(200),
    'a very long name': 'Công Tằng Tôn Nữ Thị '.repeat(20).trim(),
    'codes with strokes': 'H29.146-261120-0007/'.repeat(40),
  };
  test.each(Object.entries(hostile))('%s stay within their places on every form', async (_, text) => {
    const long = { ...party, name: text.slice(0, 200), address: text.slice(0, 300), email: text.slice(0, 120) };
    const on: PaperContext = {
      ...context,
      officer: { name: text.slice(0, 100), phone: null },
      procedure: { ...context.procedure, name: text },
    };
    const of = { ...dossier, owner: long, submitter: long, papers: [checked(text.slice(0, 500))] };
    for (const [name, paper] of Object.entries(forms(on, of, text)))
      for (const page of await layoutOfPdf(await pdfOf(paper))) expect(strayed(paper, page), name).toEqual([]);
  });
});

const registerRow: RegisterRow = {
  code: 'H29.146-261120-0007',
  procedure: 'Đăng ký khai sinh',
  papers: 4,
  owner: '=HYPERLINK("x")',
  address: null,
  phone: '0903 123 456',
  part: 'Văn hóa - Xã hội',
  receivedAt: at,
  dueAt: null,
  returnedAt: null,
  returnBy: 'desk',
  receivedBy: null,
};

describe('the register', () => {
  test('is printed up to a thousand dossiers, and refused beyond', () => {
    const rows = Array.from({ length: PRINTED_ROWS + 1 }, () => registerRow);
    const period = { from: '2026-11-01', to: '2026-11-30' };
    expect(registerPaper(context, period, rows.slice(1)).blocks).toContainEqual(
      expect.objectContaining({ kind: 'table', rows: expect.objectContaining({ length: PRINTED_ROWS }) as unknown }),
    );
    expect(() => registerPaper(context, period, rows)).toThrow('REGISTER_TOO_LONG');
  });

  test('as a workbook has the columns of form 07, and a name that begins like a formula is text', async () => {
    const sheet = registerSheet(context.ward, { from: '2026-11-01', to: '2026-11-30' }, [
      registerRow,
      { ...registerRow, owner: null },
    ]);
    const text = textOfWorkbook(await workbook([sheet]));
    for (const heading of ['STT', 'Mã hồ sơ', 'Tên thủ tục hành chính', 'Hẹn trả', 'Ký nhận'])
      expect(text).toContain(heading);
    expect(text).toContain('Từ ngày 01/11/2026 đến ngày 30/11/2026');
    expect(text).toContain('16:00 20/11/2026');
    expect(text).toContain("'=HYPERLINK");
    expect(text).toContain('<v>2</v>');
  });
});
