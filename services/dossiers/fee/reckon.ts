import type { Rejection } from '@nocgia/schemas/errors.ts';
import type { Fee } from '@nocgia/schemas/events/procedure.ts';
import { refuse } from '../../event-store/deciding.ts';

/** A fee that is asked for: how many (pages, copies; 1 for a dossier), and the discount that its owner may claim. */
export interface AskedFee {
  feeKey: string;
  quantity: number;
  /** Copies of each, for a fee by the page that has a most per copy. */
  copies: number;
  discountKey: string | null;
}

/** One line of what is due, in đồng. */
export interface FeeLine {
  feeKey: string;
  name: string;
  quantity: number;
  amount: number;
  discountReason: string | null;
}

/** Whether a fee holds on a day and for a way of handing in. */
export function holds(fee: Fee, on: { day: string; channel: 'desk' | 'online' | 'post' }): boolean {
  const since = fee.validFrom === null || fee.validFrom <= on.day;
  const until = fee.validTo === null || on.day <= fee.validTo;
  return since && until && (fee.channel === 'any' || (fee.channel === 'online') === (on.channel === 'online'));
}

/**
 * What a fee comes to before a discount, in đồng: by the page, from the third page on at the lower amount, at the most so much per copy
 * (Circular 226/2016/TT-BTC, art. 4: 2,000 đ a page, 1,000 đ from the third, at most 200,000 đ a copy).
 */
export function amountOf(fee: Fee, quantity: number, copies: number): number {
  if (fee.per === 'dossier') return fee.amount;
  if (fee.per === 'copy') return fee.amount * quantity;
  const full = Math.min(quantity, 2);
  const one = fee.amount * full + (fee.amountFromThird ?? fee.amount) * (quantity - full);
  return Math.min(one, fee.most ?? one) * copies;
}

/** The lines and the total of what is due; refuses a fee that does not hold that day, or a discount it does not have. */
export function feesOf(
  fees: readonly Fee[],
  asked: readonly AskedFee[],
  on: { day: string; channel: 'desk' | 'online' | 'post' },
): { ok: true; lines: FeeLine[]; total: number } | { ok: false; rejection: Rejection } {
  const lines: FeeLine[] = [];
  for (const { feeKey, quantity, copies, discountKey } of asked) {
    const fee = fees.find((one) => one.key === feeKey);
    if (!fee || !holds(fee, on)) return refuse('FEE_NOT_IN_FORCE', 'fees');
    if (![quantity, copies].every((one) => Number.isInteger(one) && one >= 1 && one <= 10_000))
      return refuse('FIELD_INVALID', 'fees');
    const discount = discountKey === null ? undefined : fee.discounts.find((one) => one.key === discountKey);
    if (discountKey !== null && !discount) return refuse('FEE_NOT_IN_FORCE', 'fees');
    const whole = amountOf(fee, quantity, copies);
    // Half a đồng is nobody's: rounded down, in favour of who pays.
    const amount = discount ? Math.floor((whole * (100 - discount.percent)) / 100) : whole;
    lines.push({
      feeKey,
      name: fee.name,
      quantity: quantity * copies,
      amount,
      discountReason: discount?.reason ?? null,
    });
  }
  return { ok: true, lines, total: lines.reduce((sum, one) => sum + one.amount, 0) };
}
