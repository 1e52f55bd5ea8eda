import type { Fee } from '@nocgia/schemas/events/procedure.ts';
import { describe, expect, test } from 'vitest';
import { amountOf, feesOf } from './reckon.ts';

const page: Fee = {
  key: 'chung_thuc',
  name: 'Phí chứng thực bản sao',
  amount: 2_000,
  per: 'page',
  amountFromThird: 1_000,
  most: 200_000,
  channel: 'any',
  validFrom: '2017-01-01',
  validTo: null,
  discounts: [{ key: 'nua', reason: 'Giảm 50 %', percent: 50 }],
  legalBasis: 'TT 226/2016/TT-BTC, Điều 4',
};
const monday = { day: '2026-11-23', channel: 'desk' } as const;

describe('copies certified from the original', () => {
  test.each([
    [1, 1, 2_000],
    [2, 1, 4_000],
    [3, 1, 5_000],
    [3, 2, 10_000],
    [197, 1, 199_000],
    [500, 1, 200_000],
    [500, 3, 600_000],
  ])('%i pages, %i copies: %i đồng', (pages, copies, amount) => expect(amountOf(page, pages, copies)).toBe(amount));
});

test('a fee that has ended, or is for another way of handing in, is refused; half an odd sum is rounded down', () => {
  const asked = [{ feeKey: 'chung_thuc', quantity: 3, copies: 1, discountKey: null }];
  expect(feesOf([{ ...page, validTo: '2026-11-22' }], asked, monday)).toMatchObject({ ok: false });
  expect(feesOf([{ ...page, channel: 'online' }], asked, monday)).toMatchObject({ ok: false });
  const odd = { ...page, per: 'copy' as const, amount: 7_501 };
  const half = [{ feeKey: 'chung_thuc', quantity: 1, copies: 1, discountKey: 'nua' }];
  expect(feesOf([odd], half, monday)).toMatchObject({
    ok: true,
    total: 3_750,
    lines: [{ discountReason: 'Giảm 50 %' }],
  });
});
