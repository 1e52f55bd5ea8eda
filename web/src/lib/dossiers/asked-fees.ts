import type { AskedFeeInput } from '#lib/api/generated.ts';

/** Begin the names of the fields that stand beside a fee: how many, how many copies of each, which discount. */
export const feePrefixes = ['quantity-', 'copies-', 'discount-'] as const;

/** The fees that are asked for by their keys; null when there is none, or a number is not one. */
export function askedFees(keys: readonly string[], posted: FormData): AskedFeeInput[] | null {
  const number = (name: string): number => Number(posted.get(name) ?? 1);
  const fees = keys.map((feeKey) => ({
    feeKey,
    quantity: number(`quantity-${feeKey}`),
    copies: number(`copies-${feeKey}`),
    discountKey: String(posted.get(`discount-${feeKey}`) ?? '') || null,
  }));
  const counted = fees.every(({ quantity, copies }) => [quantity, copies].every((n) => Number.isInteger(n) && n >= 1));
  return fees.length > 0 && counted ? fees : null;
}

/** What stood beside the fees, for showing the form again. */
export function besideFees(posted: FormData): Record<string, string> {
  return Object.fromEntries(
    [...posted].flatMap(([name, value]) =>
      typeof value === 'string' && feePrefixes.some((prefix) => name.startsWith(prefix)) ? [[name, value]] : [],
    ),
  );
}
