import type { ProcedureContent } from '@nocgia/schemas/events/procedure.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dispatch } from '../../../event-store/dispatcher.ts';
import { openScene, type Scene } from '../../../projection/testing/scene.ts';
import { env, ward } from '../../testing/scene.ts';
import { endProcedure, procedureIdOf, procedureOf, procedureStream, publishProcedure } from '../procedure.ts';
import { askedOf, publishCatalogue, shippedProposals, shippedWish, wishOf } from './publish-catalogue.ts';
import { readCatalogue } from './read-csv.ts';

const today = '2026-11-20';
let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

const context = () => ({
  log: scene.log,
  eventContext: () => ({ actor: 'system', correlation: '00000000-0000-7000-8000-000000000001' }),
  env: env('administrator'),
});
const standing = async (code: string): Promise<ProcedureContent | undefined> =>
  procedureOf(await scene.log.readStream(procedureStream(procedureIdOf(ward, code))))?.versions.at(-1)?.content;
const head = () => scene.log.store.head();

const catalogue = (decision: string, rows: readonly string[]) =>
  readCatalogue(
    new TextEncoder().encode(
      [
        'code,name,field,decision,ministry,channel_time_fee_raw,result,result_code',
        ...rows.map((row) => row.replace('$', decision)),
      ].join('\n'),
    ),
  ).proposals;
const rows = [
  '1.004873,Thủ tục cấp Giấy xác nhận tình trạng hôn nhân,Hộ tịch,$,bo-tu-phap,Trực tiếp3Miễn phí,Giấy,KQ.1',
  '2.000908,Thủ tục cấp bản sao từ sổ gốc,Chứng thực,$,bo-tu-phap,"Trực tiếp4 Giờ5,000 VNĐ",Bản sao,KQ.2',
  '9.000001,Việc mới,Đất đai,$,bo-nong-nghiep-mt,Trực tiếp5Không có thông tin,Quyết định,KQ.3',
];
const takeIn = (decision: string, dryRun = false) =>
  publishCatalogue(context(), { ward, validFrom: today, dryRun }, catalogue(decision, rows).map(wishOf));

test('what ships is published once; a second run adds nothing', async () => {
  const ship = () =>
    publishCatalogue(context(), { ward, validFrom: today, dryRun: false }, shippedProposals().map(shippedWish));
  const first = await ship();
  expect(first).toMatchObject({ changed: [], unchanged: [] });
  expect(first.new).toHaveLength(shippedProposals().length);
  const before = await head();
  expect(await ship()).toMatchObject({ new: [], changed: [], unchanged: first.new });
  expect(await head()).toBe(before);
  const asked = askedOf(shippedProposals(), first.standing).map(({ code }) => code);
  expect(asked).toContain('2.002516');
  expect(asked, 'the police’s own').not.toContain('1.010041');
});

test('a catalogue changes what its decision changes, keeps what the ward knows better, and asks for units', async () => {
  const tried = await takeIn('QĐ1', true);
  const before = await head();
  const done = await takeIn('QĐ1');
  expect(done).toEqual(tried);
  expect(await head()).not.toBe(before);
  expect(done).toMatchObject({ new: ['9.000001'], changed: ['1.004873', '2.000908'], unchanged: [] });
  expect(await standing('1.004873')).toMatchObject({
    ...{ name: 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân', decision: 'QĐ1', resultCode: 'KQ.1' },
    // The number without a unit does not push out the term that was known.
    ...{ term: { unit: 'working_days', amount: 3 }, onlineLevel: 'full' },
  });
  expect(await standing('2.000908')).toMatchObject({ term: { unit: 'hours', amount: 4 }, fees: [{ amount: 5000 }] });
  expect(askedOf(catalogue('QĐ1', rows), done.standing)).toEqual([
    { code: '9.000001', name: 'Việc mới', term: { why: 'no_unit', number: 5 }, fees: ['Không có thông tin'] },
  ]);
});

test('a second run adds nothing, and undoes nothing that the ward has changed or ended since', async () => {
  const content = await standing('9.000001');
  if (!content) throw new Error('not published');
  const answered = { ...content, term: { unit: 'working_days', amount: 5 } } as const;
  const publish = { ward, code: '9.000001', validFrom: today, content: answered, expectedVersion: 1 };
  const end = { procedureId: procedureIdOf(ward, '2.000908'), reason: 'Bãi bỏ', occurredOn: today };
  for (const [n, decide] of [publishProcedure(publish, env('leader')), endProcedure(end, env('leader'))].entries()) {
    const commandId = `00000000-0000-7000-8000-0000000000a${n}`;
    const request = { commandId, name: 'by the ward', payload: n, context: context().eventContext() };
    expect(await dispatch(scene.log, request, decide)).toMatchObject({ ok: true });
  }
  const before = await head();
  const again = await takeIn('QĐ1');
  expect(again).toMatchObject({ new: [], changed: [], unchanged: ['1.004873', '2.000908', '9.000001'] });
  expect(await head()).toBe(before);
  // The term was answered; the fee was not.
  const asked = askedOf(catalogue('QĐ1', rows), again.standing);
  expect(asked).toMatchObject([{ code: '9.000001', term: null, fees: ['Không có thông tin'] }]);
  // A later decision is taken in, but does not begin again what was ended, nor loses the unit that was answered.
  expect(await takeIn('QĐ2')).toMatchObject({ new: [], changed: ['1.004873', '9.000001'], unchanged: ['2.000908'] });
  expect((await standing('9.000001'))?.term).toEqual({ unit: 'working_days', amount: 5 });
});
