import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { Scope } from '@nocgia/services/access/scope.ts';
import { catalogueRoutes } from '@nocgia/services/dossiers/procedure/catalogue/routes.ts';
import { shippedCodes } from '@nocgia/services/dossiers/procedure/catalogue/catalogue.ts';
import { ward } from '@nocgia/services/dossiers/testing/scene.ts';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { as, openDesk, stranger, type Desk } from './desk.ts';

let desk: Desk;
let app: FastifyInstance;
const readers: Record<string, Scope> = {
  ...{ desk: as('desk'), leader: as('leader'), elsewhere: { ...as('leader'), ...stranger, role: 'leader' } },
};

beforeAll(async () => {
  desk = await openDesk();
  app = Fastify();
  catalogueRoutes(app, {
    open: async ({ headers }) => {
      const scope = readers[String(headers['x-reader'])];
      if (!scope) throw new RejectionError({ code: 'UNAUTHENTICATED' });
      return desk.open(scope);
    },
    localeOf: () => 'vi',
    settled: desk.settled,
  });
}, 60_000);
afterAll(async () => {
  await app.close();
  await desk.close();
});

interface Answer {
  new: { code: string; name: string }[];
  changed: unknown[];
  unchanged: number;
  asked: { code: string; term: { why: string; number: number | null } | null }[];
  refused: { row: number; why: string }[];
  error: { code: string };
}
async function ask(reader: string, payload: object, on = ward): Promise<{ status: number; answer: Answer }> {
  const headers = { 'x-reader': reader };
  const response = await app.inject({ method: 'POST', url: `/api/wards/${on}/catalogue`, headers, payload });
  return { status: response.statusCode, answer: response.json<Answer>() };
}
async function inForce(args = ''): Promise<{ code: string; name: string }[]> {
  const { data, errors } = await desk.ask(
    as('leader'),
    `{ procedures(ward: "${ward}", first: 200${args}) { code name } }`,
  );
  expect(errors).toEqual([]);
  return data.procedures as { code: string; name: string }[];
}

const heading = 'code,name,field,decision,channel_time_fee_raw,result,result_code';
const file = (...rows: string[]): string => Buffer.from([heading, ...rows].join('\n')).toString('base64');
const twoRows = file(
  '9.000001,Thủ tục thử có thời hạn,Hộ tịch,1/QĐ,Trực tiếp3 Ngày làm việcMiễn phí,Giấy xác nhận,',
  '9.000002,Thủ tục thử không đơn vị,Hộ tịch,1/QĐ,Trực tiếp5Miễn phí,Giấy xác nhận,',
  'không phải mã,Thiếu mã,Hộ tịch,1/QĐ,,,',
);

test('a check says what would be published and changes nothing', async () => {
  const before = await inForce();
  const { status, answer } = await ask('leader', { csv: twoRows, publish: false });
  expect(status).toBe(200);
  expect(answer.new).toEqual([
    { code: '9.000001', name: 'Thủ tục thử có thời hạn' },
    { code: '9.000002', name: 'Thủ tục thử không đơn vị' },
  ]);
  expect(answer.refused).toEqual([{ row: 4, code: 'không phải mã', why: 'code' }]);
  expect(await inForce()).toEqual(before);
});

test('what is published holds from today; a term without a unit is asked for; the same file again adds nothing', async () => {
  const { answer } = await ask('leader', { csv: twoRows, publish: true });
  expect(answer.asked.map(({ code, term }) => [code, term?.why, term?.number])).toEqual([['9.000002', 'no_unit', 5]]);
  const names = (await inForce(', text: "thu tuc thu"')).map(({ name }) => name);
  expect(names).toEqual(['Thủ tục thử có thời hạn', 'Thủ tục thử không đơn vị']);
  expect((await inForce(', withoutTerm: true')).map(({ code }) => code)).toEqual(['9.000002']);
  const again = await ask('leader', { csv: twoRows, publish: true });
  expect([again.answer.new, again.answer.changed, again.answer.unchanged]).toEqual([[], [], 2]);
});

test('the procedures that ship are published once, page by page to be seen', async () => {
  const { answer } = await ask('leader', { csv: null, publish: true });
  // One of them stood already, as the desk has set it up.
  expect(answer.new.length).toBe(shippedCodes.length - 1);
  const [first, second] = [await inForce(), await inForce(', skip: 50')];
  expect(second).toEqual(first.slice(50));
  expect((await ask('leader', { csv: null, publish: true })).answer.new).toEqual([]);
});

test.each([
  ['desk', { csv: null, publish: true }, ward, 403, 'FORBIDDEN'],
  ['nobody', { csv: null, publish: true }, ward, 401, 'UNAUTHENTICATED'],
  ['elsewhere', { csv: null, publish: true }, ward, 403, 'FORBIDDEN'],
  ['leader', { csv: null, publish: true }, 'x', 404, 'NOT_FOUND'],
  ['leader', { csv: 'không phải base64', publish: false }, ward, 400, 'BAD_INPUT'],
  ['leader', { csv: Buffer.from('PK\u0003\u0004').toString('base64'), publish: true }, ward, 400, 'CATALOGUE_FILE'],
])('%s asking for %j of %s is answered %i %s', async (reader, payload, on, status, code) => {
  const before = await inForce();
  const asked = await ask(reader, payload, on);
  expect([asked.status, asked.answer.error.code]).toEqual([status, code]);
  expect(await inForce()).toEqual(before);
});

test('of names with the same words, the one that begins with them stands first', async () => {
  const row = (code: string, name: string): string =>
    `${code},${name},Hộ tịch,1/QĐ,Trực tiếp3 Ngày làm việcMiễn phí,Giấy xác nhận,`;
  const csv = file(row('9.000011', 'Bản sao của giấy khai thử'), row('9.000012', 'Đăng ký khai thử'));
  expect((await ask('leader', { csv, publish: true })).status).toBe(200);
  const found = await inForce(', text: "khai thu"');
  expect(found.map(({ code }) => code).slice(0, 2)).toEqual(['9.000012', '9.000011']);
});
