import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  board3,
  changeCitizen,
  clerk,
  registerCitizen,
  registerDwelling,
  stranger,
  openWard,
  type Ward,
} from './ward.ts';

let ward: Ward;

beforeAll(async () => {
  ward = await openWard();
}, 120_000);
afterAll(() => ward.close());

test('a taken id tells nothing; a command outside the scope finds nothing', async () => {
  const input = {
    details: { fullName: 'X', sex: 'male', nationalId: '079190000001' },
    householdId: ward.ids.h30,
    relation: 'child',
    kind: 'permanent',
    cause: 'first_entry',
    since: '2025-07-01',
    source: 'police',
  };
  const answer = await ward.ask(clerk, registerCitizen, { input, meta: { commandId: randomUUID() } });
  expect(answer.errors).toEqual([{ code: 'NATIONAL_ID_IN_USE', field: 'nationalId', details: {} }]);
  const far = await ward.ask(stranger, changeCitizen, {
    id: ward.ids.an,
    changes: [{ field: 'phone', shown: null, value: '1' }],
    meta: { commandId: randomUUID() },
  });
  expect(far.errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  const board = await ward.ask(board3, changeCitizen, {
    id: ward.ids.an,
    changes: [{ field: 'phone', shown: null, value: '1' }],
    meta: { commandId: randomUUID() },
  });
  expect(board.errors).toMatchObject([{ code: 'FORBIDDEN' }]);
});

test('two clerks: other fields are merged, the same field is a clash that shows both sides', async () => {
  await ward.done(clerk, changeCitizen, {
    id: ward.ids.dao,
    changes: [{ field: 'homeTown', shown: null, value: 'Long An' }],
  });
  await ward.done(clerk, changeCitizen, {
    id: ward.ids.dao,
    changes: [{ field: 'birthPlace', shown: null, value: 'Cần Thơ' }],
  });
  const late = await ward.ask(clerk, changeCitizen, {
    id: ward.ids.dao,
    changes: [{ field: 'homeTown', shown: null, value: 'Tiền Giang' }],
    meta: { commandId: randomUUID() },
  });
  expect(late.errors).toMatchObject([
    { code: 'CLASH', field: 'homeTown', details: { clash: { field: 'homeTown', value: 'Long An', masked: false } } },
  ]);
});

test('a repeated command answers the first result and writes nothing', async () => {
  const meta = { commandId: randomUUID() };
  const input = {
    ward: '27226',
    neighbourhood: null,
    houseNumber: '9',
    street: 'Nguyễn Trãi',
    kind: 'house',
    occurredOn: '2025-07-01',
  };
  const first = await ward.ask(clerk, registerDwelling, { input, meta });
  const again = await ward.ask(clerk, registerDwelling, { input, meta });
  expect(again).toEqual(first);
  const { data } = await ward.ask(
    clerk,
    '{ dwellings(unit: "27226", unplaced: true) { total items { address } } unit(code: "27226") { counts { dwellings households people } children { code counts { people } } } }',
  );
  expect(data).toMatchObject({
    dwellings: { total: 1, items: [{ address: '9 Nguyễn Trãi' }] },
    unit: {
      counts: { dwellings: 3, households: 2, people: 3 },
      children: [
        { code: '27226-003', counts: { people: 2 } },
        { code: '27226-030', counts: { people: 1 } },
      ],
    },
  });
});
