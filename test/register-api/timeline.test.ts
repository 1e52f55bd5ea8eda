import { afterAll, beforeAll, expect, test } from 'vitest';
import { board3, changeCitizen, clerk, today, openWard, type Ward } from './ward.ts';

let ward: Ward;

beforeAll(async () => {
  ward = await openWard();
}, 120_000);
afterAll(() => ward.close());

test('the timeline says what, when, before and by whom, masked for the reader, others by their own scope', async () => {
  await ward.done(clerk, changeCitizen, {
    id: ward.ids.binh,
    changes: [
      { field: 'phone', shown: null, value: '0900' },
      { field: 'nationalId', shown: '079290000002', value: '079290000003' },
    ],
  });
  const query =
    'query ($id: ID!) { citizen(id: $id) { timeline { type occurredOn source { kind } fields { name value before masked ref refId } } } }';
  const clerks = (await ward.ask(clerk, query, { id: ward.ids.binh })).data.citizen as { timeline: unknown[] };
  expect(clerks.timeline).toHaveLength(3);
  expect(clerks.timeline[0]).toMatchObject({
    type: 'CitizenDetailsChanged',
    occurredOn: today,
    fields: expect.arrayContaining([
      { name: 'nationalId', value: '079290000003', before: '079290000002', masked: false, ref: null, refId: null },
    ]),
  });
  expect(clerks.timeline[1]).toMatchObject({
    type: 'ResidenceStarted',
    fields: expect.arrayContaining([
      {
        name: 'household',
        value: '12/3/4 Nguyễn Trãi',
        before: null,
        masked: false,
        ref: 'household',
        refId: ward.ids.h3,
      },
    ]),
  });
  const boards = (await ward.ask(board3, query, { id: ward.ids.binh })).data.citizen as { timeline: unknown[] };
  expect(boards.timeline[0]).toMatchObject({
    fields: expect.arrayContaining([
      { name: 'nationalId', value: '079*****0003', before: '079*****0002', masked: true, ref: null, refId: null },
    ]),
  });
  expect(JSON.stringify(boards)).not.toContain('079290000003');
  const house = (
    await ward.ask(
      board3,
      'query ($id: ID!) { household(id: $id) { timeline { type fields { name value refId } } warnings { code } members { relation citizen { fullName } } } }',
      { id: ward.ids.h3 },
    )
  ).data.household;
  expect(house).toMatchObject({
    members: [{ relation: 'head' }, { relation: 'child' }],
    warnings: [{ code: 'child_older_than_head' }],
  });
  expect(JSON.stringify(house)).toContain('Trần Văn Bình');
});
