import type { Scope } from '@nocgia/services/access/scope.ts';
import { scopeAt } from '@nocgia/services/access/testing/house.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { board3, board30, clerk, listQuery, stranger, openWard, type Ward } from './ward.ts';

let ward: Ward;

beforeAll(async () => {
  ward = await openWard();
}, 120_000);
afterAll(() => ward.close());

test('a list shows those who live there with their household, a page at a time, in Vietnamese order', async () => {
  ward.looks.length = 0;
  const first = (await ward.ask(clerk, listQuery, { unit: '27226', first: 2 })).data.citizens as {
    total: number;
    nextCursor: string;
    items: unknown[];
  };
  expect(first).toMatchObject({
    total: 3,
    items: [
      {
        relation: 'head',
        citizen: { fullName: 'Nguyễn Thị An', nationalId: '079190000001', masked: [] },
        household: {
          number: '7',
          memberCount: 2,
          dwelling: { address: '12/3/4 Nguyễn Trãi', neighbourhood: { code: '27226-003', name: 'Khu 27226-003' } },
          head: { fullName: 'Nguyễn Thị An' },
        },
      },
      { relation: 'child', citizen: { fullName: 'Trần Văn Bình' } },
    ],
  });
  const second = await ward.ask(clerk, listQuery, { unit: '27226', first: 2, after: first.nextCursor });
  expect(second.data.citizens).toMatchObject({ nextCursor: null, items: [{ citizen: { fullName: 'Lê Ánh Đào' } }] });
  expect(ward.looks[0]).toEqual({ action: 'list', citizenIds: [ward.ids.an, ward.ids.binh] });
  expect((await ward.ask(clerk, listQuery, { unit: '27226', text: 'dao an' })).data.citizens).toMatchObject({
    total: 1,
  });
  expect((await ward.ask(clerk, listQuery, { unit: '79' })).data.citizens).toMatchObject({ total: 3 });
  expect((await ward.ask(clerk, listQuery, { unit: '27226', after: 'nonsense' })).errors).toMatchObject([
    { code: 'FIELD_INVALID', field: 'after' },
  ]);
});

test('readers see their own unit only, a shared prefix of codes notwithstanding, and fields by their table', async () => {
  const names = async (scope: Scope, unit: string) => {
    const { items } = (await ward.ask(scope, listQuery, { unit })).data.citizens as {
      items: { citizen: { fullName: string } }[];
    };
    return items.map((item) => item.citizen.fullName);
  };
  expect(await names(board3, '27226')).toEqual(['Nguyễn Thị An', 'Trần Văn Bình']);
  expect(await names(board30, '27226')).toEqual(['Lê Ánh Đào']);
  expect(await names(board3, '27226-030')).toEqual([]);
  expect(await names(stranger, '27226')).toEqual([]);
  expect(await names(scopeAt('administrator', '27226'), '27226')).toEqual([]);
  const { data } = await ward.ask(
    board3,
    'query ($id: ID!) { citizen(id: $id) { nationalId ethnicity phone note masked withheld mayEdit } }',
    { id: ward.ids.an },
  );
  expect(data.citizen).toEqual({
    nationalId: '079*****0001',
    ethnicity: '*****',
    phone: '0901 234 567',
    note: null,
    masked: ['nationalId', 'ethnicity'],
    withheld: expect.arrayContaining(['note']),
    mayEdit: false,
  });
});

test('what lies outside the scope is not there: by id, in the nest, in search and in suggestions', async () => {
  const everything = `query ($c: ID!, $h: ID!, $d: ID!) {
    citizen(id: $c) { id } household(id: $h) { id } dwelling(id: $d) { id }
    search(text: "nguyen thi an") { hits { id } more } byId: search(text: "079190000001") { hits { id } } byRoof: search(text: "12/3 nguyen trai") { hits { id } }
    possibleDuplicates(fullName: "Nguyễn Thị An", nationalId: "079190000001") { score }
    streets(unit: "27226") dwellings(unit: "27226") { total items { id } } households(unit: "27226") { total items { id } }
  }`;
  const variables = { c: ward.ids.an, h: ward.ids.h3, d: ward.ids.d3 };
  const nothing = {
    citizen: null,
    household: null,
    dwelling: null,
    search: { hits: [], more: false },
    byId: { hits: [] },
    byRoof: { hits: [] },
    possibleDuplicates: [],
    streets: [],
    dwellings: { total: 0, items: [] },
    households: { total: 0, items: [] },
  };
  expect((await ward.ask(stranger, everything, variables)).data).toEqual(nothing);
  const other = (await ward.ask(board30, everything, variables)).data;
  expect(other).toMatchObject({
    citizen: null,
    household: null,
    dwelling: null,
    search: { hits: [] },
    byId: { hits: [] },
    byRoof: { hits: [] },
    possibleDuplicates: [],
  });
  const seen = (await ward.ask(board3, everything, variables)).data;
  expect(seen).toMatchObject({
    citizen: { id: ward.ids.an },
    byId: { hits: [{ id: ward.ids.an }] },
    byRoof: { hits: [{ id: ward.ids.d3 }] },
    possibleDuplicates: [{ score: 1 }],
    streets: ['Nguyễn Trãi'],
  });
});
