import { existsSync, readFileSync } from 'node:fs';
import { procedureContent } from '@nocgia/schemas/events/procedure.ts';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { readOffers } from './raw-terms.ts';
import { readCatalogue } from './read-csv.ts';

const real = new URL('../../../../../shared/data/procedures-commune.csv', import.meta.url).pathname;
const here = existsSync(real);
if (!here) console.warn(`The reading of the national catalogue is left out: ${real} is not there.`);

const head = 'code,name,field,decision,ministry,channel_time_fee_raw,result,result_code';
const bytes = (...rows: string[]) => new TextEncoder().encode([head, ...rows].join('\n'));
/** A row of one procedure with this text of times and fees. */
const cell = (raw: string, code = '1.000001', field = 'Hộ tịch', ministry = 'bo-tu-phap') =>
  `${code},Thủ tục ${code},${field},12/QĐ-BTP,${ministry},"${raw}",Giấy,KQ.1`;
const read = (raw: string) => {
  const { proposals, refused } = readCatalogue(bytes(cell(raw)));
  expect(refused).toEqual([]);
  const [one] = proposals;
  if (!one) throw new Error('no proposal');
  return { term: one.content.term, termAsked: one.termAsked, fees: one.content.fees, feesAsked: one.feesAsked };
};
const rejection = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof RejectionError) return error.rejection;
    throw error;
  }
  return null;
};

describe('times', () => {
  test.each([
    ['Trực tiếp35 Ngày làm việcMiễn phí', { unit: 'working_days', amount: 35 }],
    ['Trực tuyến30 NgàyMiễn phíTrực tiếp30 NgàyMiễn phí', { unit: 'days', amount: 30 }],
    ['Trực tuyến8 GiờMiễn phí', { unit: 'hours', amount: 8 }],
    ['30 Ngày', { unit: 'days', amount: 30 }],
    ['Trực tuyếnKhông có thông tinMiễn phíTrực tiếp5 Ngày làm việcMiễn phí', { unit: 'working_days', amount: 5 }],
  ])('%s', (raw, term) => expect(read(raw)).toMatchObject({ term, termAsked: null }));

  test.each([
    ['Trực tuyến1Miễn phíTrực tiếp1Miễn phí', { why: 'no_unit', number: 1 }],
    ['Trực tuyến1 Ngày làm việcMiễn phíTrực tiếp1Miễn phí', { why: 'no_unit', number: 1 }],
    ['Trực tiếpKhông có thông tin50,000 VNĐ', { why: 'none', number: null }],
    ['Trực tiếpKhôngKhông có thông tinTại Trung tâm', { why: 'none', number: null }],
    ['Trực tiếp0Không có thông tin', { why: 'none', number: null }],
    ['Trực tuyến20 NgàyMiễn phíTrực tiếp15 NgàyMiễn phí', { why: 'differs', number: null }],
    ['', { why: 'none', number: null }],
  ])('asked for, never guessed: %s', (raw, termAsked) => expect(read(raw)).toMatchObject({ term: null, termAsked }));

  test('what the cell cuts short is not taken for the whole', () => {
    const offers = readOffers('Trực tuyến35 Ngày làm việcMiễn phíDịch vụ bưu chính35 Ngày làm');
    expect(offers).toMatchObject([{ channel: 'online', term: { known: { unit: 'working_days', amount: 35 } } }]);
    expect(readOffers('Trực tuyến30 NgàyMiễn phíTrực tiếp30 Ngày')).toHaveLength(1);
    const feeCut = readOffers('Trực tuyến30 NgàyMiễn phíTrực tiếp30 NgàyMiễn');
    expect(feeCut[1]).toEqual({
      ...{ channel: 'desk', term: { known: { unit: 'days', amount: 30 } }, fee: { kind: 'cut' } },
    });
  });

  test('where a file cuts its cells before they come to the desk, the term is asked for', () => {
    const long = `Trực tuyến3 Ngày7,000 VNĐ(${'x'.repeat(200)}`;
    const told = `Trực tiếp3 Ngày7,000 VNĐ(${'x'.repeat(201)}`;
    const rows = ['1.000001', '1.000002', '1.000003'].map((code) => cell(long, code));
    const { proposals } = readCatalogue(bytes(...rows, cell(told, '1.000004')));
    const cutShort = { why: 'cut', number: null };
    expect(proposals.map(({ termAsked }) => termAsked)).toEqual([cutShort, cutShort, cutShort, null]);
    expect(proposals[0]?.content.fees).toMatchObject([{ channel: 'online', amount: 7000 }]);
  });

  test('a channel named in a note is no channel', () => {
    expect(
      readOffers('Trực tuyến3 NgàyMiễn phí- Nộp như: Trực tuyến qua Cổng dịch vụ công; nộp trực tiếp'),
    ).toHaveLength(1);
  });
});

describe('fees', () => {
  test('one amount for all channels', () => {
    const { fees, feesAsked } = read(
      'Trực tiếp2 Ngày10,000 Việt Nam Đồng(/trường hợp)Trực tuyến2 Ngày10,000 Việt Nam Đồng(/trường hợp)',
    );
    expect(fees).toMatchObject([{ key: 'phi', amount: 10_000, per: 'dossier', channel: 'any' }]);
    expect(feesAsked).toEqual([]);
  });

  test('by the page, by the copy, and by channel', () => {
    expect(read('Trực tiếpKhông có thông tin2,000 Việt Nam Đồng(/trang)').fees).toMatchObject([
      { amount: 2000, per: 'page' },
    ]);
    expect(read('Trực tiếp1 Giờ8,000 VNĐ(/bản)').fees).toMatchObject([{ amount: 8000, per: 'copy' }]);
    expect(read('Trực tiếp7 Ngày20,000 VNĐTrực tuyến7 Ngày10,000 VNĐ').fees).toMatchObject([
      { channel: 'desk', amount: 20_000 },
      { channel: 'online', amount: 10_000 },
    ]);
  });

  test('free is no fee and no question', () => {
    expect(read('Trực tiếp3 NgàyMiễn phí(Không)')).toMatchObject({ fees: [], feesAsked: [] });
  });

  test.each([
    'Trực tiếp3 NgàyKhông có thông tin',
    'Trực tiếp3 NgàyMiễn phí(Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định)',
    'Trực tiếp2 Ngày35 USD(/bản)',
    'Trực tiếp3 Ngày20 VNĐ(20.000 đồng/tờ khai)',
    'Trực tiếp3 Ngày2,000 VNĐ(2.000 đồng/trang; từ trang thứ 3 trở lên thu 1.000 đồng/trang)',
  ])('asked: %s', (raw) => expect(read(raw).feesAsked).toHaveLength(1));

  test('a number and an amount without a gap part only where they part in one way', () => {
    expect(read('Trực tiếp1200,000 VNĐ')).toMatchObject({
      termAsked: { number: 1 },
      fees: [{ amount: 200_000 }],
      feesAsked: [],
    });
    expect(read('Trực tiếp1120,000 VNĐ')).toMatchObject({
      termAsked: { number: null },
      fees: [],
      feesAsked: ['1120,000 VNĐ'],
    });
  });
});

describe('rows', () => {
  test('whose competence, which officer', () => {
    const { proposals } = readCatalogue(
      bytes(
        cell('Trực tiếp3 NgàyMiễn phí', '1.000001', 'Đăng ký quản lý cư trú', 'bo-cong-an'),
        cell('Trực tiếp3 NgàyMiễn phí', '1.000002', 'Thuế', 'bo-tai-chinh'),
        cell('Trực tiếp3 NgàyMiễn phí', '1.000003', 'Giảm nghèo', 'bo-nong-nghiep-mt'),
      ),
    );
    expect(proposals.map(({ content }) => content.competence)).toEqual(['police', 'other', 'ward']);
    expect(proposals[2]?.content).toMatchObject({ matter: 'poverty', decision: '12/QĐ-BTP' });
    expect(proposals[2]?.content.steps.map(({ roles }) => roles)).toEqual([
      ['desk', 'social'],
      ['social'],
      ['leader'],
      ['desk', 'social'],
    ]);
  });

  test('a code that is none, or stands twice, or a row without a name is refused by its number', () => {
    const twice = cell('Trực tiếp3 NgàyMiễn phí');
    const nameless = '1.000009,,Hộ tịch,,bo-tu-phap,,,';
    expect(readCatalogue(bytes(twice, twice, cell('', '@x'), nameless)).refused).toEqual([
      { row: 3, code: '1.000001', why: 'twice' },
      { row: 4, code: '@x', why: 'code' },
      { row: 5, code: '1.000009', why: 'content' },
    ]);
  });

  test('a file that is no catalogue is refused as a whole, and says why', () => {
    expect(rejection(() => readCatalogue(new Uint8Array([0xff, 0xfe, 0x00])))).toEqual({ code: 'CATALOGUE_FILE' });
    expect(rejection(() => readCatalogue(new TextEncoder().encode('')))).toEqual({ code: 'CATALOGUE_FILE' });
    expect(rejection(() => readCatalogue(new TextEncoder().encode('code,"name\n1.1,x')))).toEqual({
      code: 'CATALOGUE_FILE',
    });
    expect(rejection(() => readCatalogue(new TextEncoder().encode('code,name\n1.1,x')))).toMatchObject({
      code: 'CATALOGUE_COLUMNS',
      params: { columns: 'field, decision, channel_time_fee_raw, result, result_code' },
    });
  });
});

describe.runIf(here)('the national catalogue of 588 procedures', () => {
  const { proposals, refused } = here ? readCatalogue(readFileSync(real)) : { proposals: [], refused: [] };
  const of = (code: string) => proposals.find((one) => one.code === code);

  test('is read whole, every row a content of the schema', () => {
    expect(refused).toEqual([]);
    expect(proposals).toHaveLength(588);
    for (const { code, content } of proposals)
      expect(v.safeParse(procedureContent, content).issues, code).toBeUndefined();
  });

  test('every term is known with its unit, or asked for', () => {
    for (const { code, content, termAsked } of proposals) expect(content.term === null, code).toBe(termAsked !== null);
    expect(proposals.filter(({ termAsked }) => termAsked?.why === 'no_unit').length).toBeGreaterThan(100);
    expect(proposals.filter(({ content }) => content.term !== null).length).toBeGreaterThan(250);
  });

  test('by hand', () => {
    expect(of('3.000439')?.content).toMatchObject({
      term: { unit: 'working_days', amount: 35 },
      fees: [],
      decision: '619/QĐ-BNNMT',
    });
    expect(of('3.000442')?.content.term).toEqual({ unit: 'days', amount: 30 });
    expect(of('1.004873')).toMatchObject({
      termAsked: { why: 'no_unit', number: 3 },
      content: { matter: 'civil_status' },
    });
    expect(of('1.013225')?.termAsked).toEqual({ why: 'differs', number: null });
    expect(of('1.009097')?.content.term).toEqual({ unit: 'hours', amount: 8 });
    // Eight hours online; the cell breaks off before the desk.
    expect(of('1.013083')?.termAsked).toEqual({ why: 'cut', number: null });
    expect(of('1.004194')?.content.fees).toMatchObject([{ channel: 'online', amount: 7000 }]);
    expect(of('2.000815')?.content.fees).toMatchObject([{ amount: 2000, per: 'page' }]);
    expect(of('1.004222')?.content).toMatchObject({ competence: 'police', term: { unit: 'working_days', amount: 7 } });
    expect(of('3.000439')?.content.resultName).not.toContain('Mã:');
  });
});
