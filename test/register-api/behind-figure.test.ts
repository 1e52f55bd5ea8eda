import { afterAll, beforeAll, expect, test } from 'vitest';
import { board30, clerk, openWard, type Ward } from './ward.ts';

let ward: Ward;

const behind = `query ($unit: ID!, $asOf: Day!) {
  populationList(unit: $unit, asOf: $asOf) { total items { since citizen { fullName } household { dwelling { address } } } }
  populationHouseholds(unit: $unit, asOf: $asOf) { total items { head { fullName } } }
  populationDwellings(unit: $unit, asOf: $asOf) { total items { address } } }`;
const earlier = { unit: '27226-030', asOf: '2026-06-30' };

beforeAll(async () => {
  ward = await openWard();
  const move =
    'mutation ($meta: CommandMeta!, $h: ID!, $d: ID!) { moveHousehold(meta: $meta, householdId: $h, dwellingId: $d, occurredOn: "2026-11-22") { position } }';
  await ward.done(clerk, move, { h: ward.ids.h30, d: ward.ids.d3 });
}, 120_000);
afterAll(() => ward.close());

test('who has moved beyond reach since is counted, without a name and without a look at them', async () => {
  ward.looks.length = 0;
  const { data, errors } = await ward.ask(board30, behind, earlier);
  expect(errors).toEqual([]);
  expect(data).toEqual({
    populationList: { total: 1, items: [{ since: '2025-07-01', citizen: null, household: null }] },
    populationHouseholds: { total: 1, items: [null] },
    populationDwellings: { total: 1, items: [{ address: '7 Hoà Bình' }] },
  });
  expect(ward.looks).toEqual([]);
});

test('who reaches both sees them where they live now, and is seen to have looked', async () => {
  ward.looks.length = 0;
  const { data } = await ward.ask(clerk, behind, earlier);
  expect(data).toMatchObject({
    populationList: {
      total: 1,
      items: [{ citizen: { fullName: 'Lê Ánh Đào' }, household: { dwelling: { address: '12/3/4 Nguyễn Trãi' } } }],
    },
    populationHouseholds: { total: 1, items: [{ head: { fullName: 'Lê Ánh Đào' } }] },
  });
  expect(ward.looks).toContainEqual({ action: 'list', citizenIds: [ward.ids.dao] });
});
