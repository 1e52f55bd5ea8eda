import { scopeAt } from '@nocgia/services/access/testing/house.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { board3, clerk, leader, openWard, personInput, registerCitizen, stranger, type Ward } from './ward.ts';

let ward: Ward;

beforeAll(async () => {
  ward = await openWard();
  const stays: [string, string][] = [
    ['Hết Hạn', '2026-11-21'],
    ['Hết Hôm Nay', '2026-11-22'],
    ['Sắp Hết', '2026-12-07'],
    ['Còn Lâu', '2026-12-08'],
  ];
  for (const [fullName, until] of stays) {
    const input = { ...personInput(ward.ids.h3 ?? '', fullName, {}, 'lodger'), kind: 'temporary', until };
    await ward.done(clerk, registerCitizen, { input });
  }
  const grant =
    'mutation ($meta: CommandMeta!, $input: GrantHouseholdStatusInput!) { grantHouseholdStatus(meta: $meta, input: $input) { position } }';
  for (const [householdId, status, until] of [
    [ward.ids.h3, 'poor', null],
    [ward.ids.h30, 'near_poor', '2026-11-21'],
  ])
    await ward.done(scopeAt('social', '27226'), grant, {
      input: { householdId, status, occurredOn: '2026-01-01', until },
    });
}, 120_000);
afterAll(() => ward.close());

const glance = `query ($unit: ID!) { unit(code: $unit) { glance {
  withoutHead temporaryExpired temporaryExpiring poor nearPoor } } }`;
const lists = `query ($unit: ID!) {
  withoutHead: households(unit: $unit, withoutHead: true) { total items { id } }
  temporaryExpired: citizens(unit: $unit, stay: expired) { total items { citizen { fullName } } }
  temporaryExpiring: citizens(unit: $unit, stay: expiring) { total items { citizen { fullName } } }
  poor: households(unit: $unit, status: "poor") { total items { id } }
  nearPoor: households(unit: $unit, status: "near_poor") { total items { id } } }`;

test.each(['27226', '27226-003', '27226-030'])(
  'what is counted of %s is what the lists behind it hold',
  async (unit) => {
    const counted = (await ward.ask(clerk, glance, { unit })).data.unit as { glance: Record<string, number> };
    const { data } = await ward.ask(clerk, lists, { unit });
    const held = Object.entries(data as Record<string, { total: number; items: unknown[] }>);
    expect(Object.fromEntries(held.map(([name, { total }]) => [name, total]))).toEqual(counted.glance);
    for (const [, { total, items }] of held) expect(items).toHaveLength(total);
  },
);

test('a stay has run out after its last day, and runs out within 15 days from today', async () => {
  const { data } = await ward.ask(clerk, lists, { unit: '27226' });
  expect(data).toMatchObject({
    temporaryExpired: { items: [{ citizen: { fullName: 'Hết Hạn' } }] },
    temporaryExpiring: { items: [{ citizen: { fullName: 'Sắp Hết' } }, { citizen: { fullName: 'Hết Hôm Nay' } }] },
    poor: { items: [{ id: ward.ids.h3 }] },
    nearPoor: { items: [] },
  });
});

test('nobody elsewhere, and no status for who may not see it', async () => {
  expect((await ward.ask(stranger, lists, { unit: '27226' })).data).toMatchObject({
    temporaryExpired: { total: 0, items: [] },
    poor: { total: 0, items: [] },
  });
  const masked = { ...leader, fields: { ...leader.fields, policyStatus: 'masked' as const } };
  const poor = 'query ($unit: ID!) { households(unit: $unit, status: "poor") { total } }';
  expect((await ward.ask(masked, poor, { unit: '27226' })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  expect((await ward.ask(board3, lists, { unit: '27226' })).data).toMatchObject({ temporaryExpired: { total: 1 } });
});
