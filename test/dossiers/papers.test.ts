import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import { citizen, procedureId, settings, ward } from '@nocgia/services/dossiers/testing/scene.ts';
import { vietQr } from '@nocgia/services/papers/vietqr.ts';
import { posterRoutes } from '@nocgia/services/server/papers/posters.ts';
import { paperRoutes, type PaperRoutes } from '@nocgia/services/server/papers/routes.ts';
import type { Scope } from '@nocgia/services/access/scope.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { qrOfPage, readPdf } from '../support/pdf.ts';
import { textOfWorkbook } from '../support/workbook-text.ts';
import { as, openDesk, stranger, type Desk } from './desk.ts';

let desk: Desk;
let app: FastifyInstance;
const readers: Record<string, Scope> = {
  ...{ desk: as('desk'), leader: as('leader'), civil_status: as('civil_status'), auditor: as('auditor'), stranger },
};

beforeAll(async () => {
  desk = await openDesk();
  app = Fastify();
  const deps: PaperRoutes = {
    open: async ({ headers }) => {
      const scope = readers[String(headers['x-reader'])];
      if (!scope) throw new RejectionError({ code: 'UNAUTHENTICATED' });
      return desk.open(scope);
    },
    localeOf: () => 'vi',
    settled: desk.settled,
    originOf: () => 'https://phutho.example.vn',
  };
  await paperRoutes(app, deps);
  posterRoutes(app, deps);
}, 60_000);
afterAll(async () => {
  await app.close();
  await desk.close();
});

const mutation = (name: string, more = '') =>
  `mutation ($meta: CommandMeta!, $on: OnDossierInput!) { ${name}(meta: $meta, on: $on${more}) { position } }`;

interface Shown {
  version: number;
  prints: { paperId: string; form: string; printNumber: number; by: string | null }[];
  printable: { form: string; requestId: string | null }[];
  timeline: { type: string; form: string | null; printNumber: number | null; by: string | null }[];
}
async function shown(id: string): Promise<Shown> {
  const query = `query ($id: ID!) { dossier(id: $id) { version prints { paperId form printNumber by }
    printable { form requestId } timeline { type form printNumber by } } }`;
  const { data, errors } = await desk.ask(as('desk'), query, { id });
  expect(errors).toEqual([]);
  return data.dossier as Shown;
}
async function taken(): Promise<string> {
  const source =
    'mutation ($meta: CommandMeta!, $input: TakeInInput!) { takeInDossier(meta: $meta, input: $input) { dossierId } }';
  const papers = [{ key: 'to_khai', name: 'Tờ khai', form: 'original', copies: 1, source: 'brought' }];
  const input = { procedureId, channel: 'desk', returnBy: 'desk', owner: citizen, answers: [], papers, handOn: true };
  const { dossierId = '' } = await desk.done(as('desk'), source, { input });
  await desk.settled();
  return dossierId;
}
const act = async (reader: Scope, id: string, source: string) =>
  desk.done(reader, source, { on: { dossierId: id, expectedVersion: (await shown(id)).version } });

async function print(id: string, form: string, { by = 'desk', ...fields }: Record<string, string> = {}) {
  return app.inject({
    method: 'POST',
    url: `/api/dossiers/${id}/papers/${form}`,
    headers: { 'x-reader': by },
    payload: { commandId: randomUUID(), ...fields },
  });
}
const open = (id: string, file: string, by = 'desk') =>
  app.inject({ url: `/api/dossiers/${id}/papers/${file}`, headers: { 'x-reader': by } });
async function printed(id: string, form: string, fields: Record<string, string> = {}) {
  const answer = await print(id, form, fields);
  expect(answer.statusCode, answer.payload).toBe(201);
  const { paperId } = answer.json<{ paperId: string }>();
  const file = await open(id, `${paperId}.pdf`);
  expect(file.statusCode, file.payload.slice(0, 300)).toBe(200);
  const pages = await readPdf(file.rawPayload);
  return { paperId, bytes: file.rawPayload, text: pages.map(({ text }) => text).join(' ') };
}
const codeOf = (answer: { payload: string }): string =>
  (JSON.parse(answer.payload) as { error: { code: string } }).error.code;

describe('the slip', () => {
  test('says who, what and when; its code leads to the dossier and to this very print', async () => {
    const id = await taken();
    const { paperId, bytes, text } = await printed(id, 'm01');
    for (const said of [
      'GIẤY TIẾP NHẬN HỒ SƠ',
      'Nguyễn Thị Hoà',
      '0903000111',
      'H29.146-261120-',
      '03 ngày làm việc',
      'giờ làm việc ngày 26 tháng 11',
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('Bản in lần');
    const code = new URL((await qrOfPage(bytes)) ?? expect.fail('no code'));
    expect(code.origin + code.pathname).toBe('https://phutho.example.vn/follow');
    expect(code.searchParams.get('code')).toMatch(/^H29\.146-261120-\d{4}$/);
    expect(code.searchParams.get('paper')).toBe(paperId);
  });

  test('printed again says so, and both stand in the course of the dossier with who printed them', async () => {
    const id = await taken();
    await printed(id, 'm01');
    const again = await printed(id, 'm01', { by: 'leader' });
    expect(again.text).toContain('Bản in lần 2');
    const { timeline, prints } = await shown(id);
    expect(prints.map(({ printNumber, by }) => [printNumber, by])).toEqual([
      [1, 'desk'],
      [2, 'leader'],
    ]);
    expect(timeline.slice(0, 2)).toMatchObject([
      { type: 'DossierPaperPrinted', form: 'm01', printNumber: 2, by: 'leader' },
      { type: 'DossierPaperPrinted', form: 'm01', printNumber: 1, by: 'desk' },
    ]);
  });

  test('is opened again as it was, whatever happened since', async () => {
    const id = await taken();
    const { paperId, bytes } = await printed(id, 'm01');
    await act(
      as('leader'),
      id,
      mutation('extendDossier', ', dueOn: "2026-12-30", cause: apology, reason: "Chờ xác minh"'),
    );
    const again = await open(id, `${paperId}.pdf`);
    expect(again.rawPayload.equals(bytes)).toBe(true);
    const newer = await printed(id, 'm01');
    expect(newer.text).toContain('30 tháng 12 năm 2026');
    expect(newer.text).not.toContain('Bản in lần');
  });

  test('the same form sent twice is one print', async () => {
    const id = await taken();
    const commandId = randomUUID();
    const [first, second] = [await print(id, 'm01', { commandId }), await print(id, 'm01', { commandId })];
    expect(second.json()).toEqual(first.json());
    expect((await shown(id)).prints).toHaveLength(1);
  });

  test('is posted by a page without script, and leads to the paper, or back with what was wrong', async () => {
    const id = await taken();
    const post = (form: string) =>
      app.inject({
        method: 'POST',
        url: `/api/dossiers/${id}/papers/${form}`,
        headers: { 'x-reader': 'desk', 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
        payload: `commandId=${randomUUID()}`,
      });
    const { headers, statusCode } = await post('m01');
    const { paperId } = (await shown(id)).prints[0] ?? expect.fail('not printed');
    expect([statusCode, headers.location]).toEqual([303, `/api/dossiers/${id}/papers/${paperId}.pdf`]);
    expect((await post('m05')).headers.location).toBe(`/dossiers/${id}?refused=PAPER_NOT_YET`);
  });
});

describe('the other forms', () => {
  test('02 and 04 from what was asked for and put off, as PDF and to be edited; 06 with its hands', async () => {
    const id = await taken();
    const missing = ', stage: appraisal, papers: [{ name: "Tờ khai", wrong: "Thiếu chữ ký" }]';
    await act(as('civil_status'), id, mutation('requestPapers', missing));
    const { requestId } = (await shown(id)).printable.find(({ form }) => form === 'm02') ?? expect.fail('no request');
    const request = await printed(id, 'm02', { requestId: requestId ?? '' });
    expect(request.text).toContain('Thiếu chữ ký');
    const docx = await open(id, `${request.paperId}.docx`);
    expect(textOfWorkbook(docx.rawPayload)).toContain('Thiếu chữ ký');
    await act(as('civil_status'), id, mutation('supplyPapers', ', channel: desk'));
    await act(
      as('leader'),
      id,
      mutation('extendDossier', ', dueOn: "2026-12-30", cause: apology, reason: "Chờ xác minh"'),
    );
    const sorry = await printed(id, 'm04', { by: 'leader' });
    expect(sorry.text).toContain('Chờ xác minh');
    expect(sorry.text).toContain('hẹn trả kết quả vào giờ làm việc ngày 30 tháng 12 năm 2026');
    const sheet = await printed(id, 'm06');
    for (const said of ['Giao: Tiếp nhận (desk).', 'Nhận: Thẩm định (civil_status)'])
      expect(sheet.text).toContain(said);
    expect(codeOf(await open(id, `${sheet.paperId}.docx`))).toBe('PAPER_UNKNOWN');
  });

  test('05 of a dossier that was stopped, 03 of one that was refused', async () => {
    for (const [form, name] of [
      ['m05', 'stopDossier'],
      ['m03', 'refuseDossier'],
    ] as const) {
      const id = await taken();
      await act(as('civil_status'), id, mutation(name, ', reason: "Không đủ điều kiện", legalBasis: "Điều 21"'));
      const { text } = await printed(id, form);
      expect(text).toContain('Không đủ điều kiện');
      expect(text).toContain('Điều 21');
    }
  });

  test('a fee receipt of a request that was paid', async () => {
    const id = await taken();
    const fees = ', fees: [{ feeKey: "le_phi", quantity: 1, copies: 1 }], waits: false';
    await act(as('civil_status'), id, mutation('requestFees', fees));
    const { data } = await desk.ask(as('desk'), 'query ($id: ID!) { dossier(id: $id) { fees { requestId } } }', { id });
    const [{ requestId }] = (data.dossier as { fees: [{ requestId: string }] }).fees;
    expect(codeOf(await print(id, 'fee_receipt', { requestId }))).toBe('PAPER_NOT_YET');
    await act(as('desk'), id, mutation('payFees', `, requestId: "${requestId}", method: cash, receiptBook: "BL-1"`));
    expect((await printed(id, 'fee_receipt', { requestId })).text).toContain('Mười lăm nghìn đồng');
  });

  test('the receipt of a result bears the code by which this very dossier is rated', async () => {
    const id = await taken();
    await act(as('civil_status'), id, mutation('handOnDossier'));
    for (const name of ['approveDossier', 'settleDossier']) await act(as('leader'), id, mutation(name));
    await act(as('desk'), id, mutation('returnDossier', ', by: desk'));
    const { bytes, text } = await printed(id, 'receipt_note');
    expect(text).toContain('quét mã để đánh giá');
    const code = new URL((await qrOfPage(bytes, 1, 0.5)) ?? expect.fail('no code'));
    expect(code.origin + code.pathname).toBe('https://phutho.example.vn/rate');
    expect(Object.fromEntries(code.searchParams)).toEqual({
      ...{ ward, code: expect.stringMatching(/^H29\.146-261120-\d{4}$/) },
    });
  });

  test('what is due can be transferred where the desk has an account: on the page, and on a notice that keeps the account of its day', async () => {
    const id = await taken();
    const fees = ', fees: [{ feeKey: "le_phi", quantity: 1, copies: 1 }], waits: false';
    await act(as('civil_status'), id, mutation('requestFees', fees));
    interface Due {
      code: string;
      fees: { requestId: string }[];
      transfers: { requestId: string; amount: number; purpose: string; accountNumber: string; picture: string }[];
    }
    const due = async (): Promise<Due> => {
      const query = `query ($id: ID!) { dossier(id: $id) { code fees { requestId }
        transfers { requestId amount purpose accountNumber picture } } }`;
      return (await desk.ask(as('desk'), query, { id })).data.dossier as Due;
    };
    expect((await due()).transfers).toEqual([]);
    const account = { bankBin: '970405', bankName: 'Agribank', accountNumber: '1600201234567', accountName: 'UBND' };
    await desk.set({ ...settings, bankAccount: account });
    const { code, transfers, fees: asked } = await due();
    const requestId = asked[0]?.requestId ?? '';
    expect(transfers).toMatchObject([{ requestId, amount: 15_000, purpose: code, accountNumber: '1600201234567' }]);
    expect(transfers[0]?.picture).toMatch(/^<svg /);
    const { paperId, bytes, text } = await printed(id, 'fee_notice', { requestId });
    expect(text).toContain('Số tài khoản: 1600201234567');
    expect(await qrOfPage(bytes, 1, 0.4)).toBe(vietQr(account, 15_000, code));
    await desk.set({ ...settings, bankAccount: { ...account, accountNumber: '9999' } });
    expect((await open(id, `${paperId}.pdf`)).rawPayload.equals(bytes)).toBe(true);
    await act(
      as('desk'),
      id,
      mutation('payFees', `, requestId: "${requestId}", method: transfer, receiptBook: "BL-2"`),
    );
    expect((await due()).transfers).toEqual([]);
    expect(codeOf(await print(id, 'fee_notice', { requestId }))).toBe('PAPER_NOT_YET');
  });
});

describe('who may', () => {
  test('print and open: who works on the dossier; a leader’s copy masks what the page masks; every look is logged', async () => {
    const id = await taken();
    const { paperId } = await printed(id, 'm01');
    for (const [by, code] of [
      ['auditor', 'FORBIDDEN'],
      ['stranger', 'NOT_FOUND'],
      ['nobody', 'UNAUTHENTICATED'],
    ] as const) {
      expect(codeOf(await open(id, `${paperId}.pdf`, by)), by).toBe(code);
      expect(codeOf(await print(id, 'm01', { by })), by).toBe(code);
    }
    const [page] = await readPdf((await open(id, `${paperId}.pdf`, 'leader')).rawPayload);
    expect(page?.text).toContain('*****111');
    expect(page?.text).not.toContain('0903000111');
    expect(desk.looks.at(-1)).toEqual({ action: 'export', citizenIds: [] });
  });

  test('a paper is of its own dossier, and of a form that there is', async () => {
    const [one, other] = [await taken(), await taken()];
    const { paperId } = await printed(one, 'm01');
    expect(codeOf(await open(other, `${paperId}.pdf`))).toBe('PAPER_UNKNOWN');
    expect(codeOf(await open(one, `${paperId}.exe`))).toBe('PAPER_UNKNOWN');
    expect(codeOf(await print(one, 'm99'))).toBe('PAPER_UNKNOWN');
  });
});

describe('a poster', () => {
  const poster = (url: string, by = 'desk') => app.inject({ url, headers: { 'x-reader': by } });

  test('of a procedure is one page that says term and fee, and leads to its public page', async () => {
    await desk.settled();
    const { rawPayload } = await poster(`/api/procedures/${procedureId}/poster.pdf`, 'stranger');
    const pages = await readPdf(rawPayload);
    expect(pages).toHaveLength(1);
    for (const said of ['tình trạng hôn nhân', '03 ngày làm việc', '15.000 đồng'])
      expect(pages[0]?.text).toContain(said);
    expect(await qrOfPage(rawPayload)).toBe(`https://phutho.example.vn/services/${procedureId}`);
  });

  test('of a field lists its procedures', async () => {
    const { rawPayload } = await poster(`/api/wards/${ward}/poster.pdf?matter=civil_status`);
    expect((await readPdf(rawPayload))[0]?.text).toContain('tình trạng hôn nhân');
    expect(await qrOfPage(rawPayload)).toBe(`https://phutho.example.vn/services?ward=${ward}&matter=civil_status`);
  });

  test.each([
    ['nobody', `/api/procedures/${procedureId}/poster.pdf`, 'UNAUTHENTICATED'],
    ['desk', '/api/procedures/x/poster.pdf', 'NOT_FOUND'],
    ['desk', `/api/wards/${ward}/poster.pdf?matter=land`, 'NOT_FOUND'],
    ['desk', `/api/wards/${ward}/poster.pdf`, 'NOT_FOUND'],
    ['desk', `/api/wards/27232/poster.pdf?matter=civil_status`, 'NOT_FOUND'],
  ])('asked for by %s at %s is %s', async (by, url, code) => expect(codeOf(await poster(url, by))).toBe(code));
});
