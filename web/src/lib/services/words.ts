import { showDay, showNumber } from '#lib/format.ts';
import type { Locale, ServiceMessages } from '#lib/messages.ts';
import type { PublicProcedureQuery, TermUnit } from '#lib/api/generated.ts';

export type PublicProcedure = NonNullable<PublicProcedureQuery['publicProcedure']>;

/** `3 ngày làm việc`, `ngay trong ngày làm việc`, or that the law names none. */
export function termText(s: ServiceMessages, term: { unit: TermUnit; amount: number | null } | null): string {
  if (!term) return s.page.noTerm;
  return term.amount === null ? s.unit[term.unit] : s.page.termOf(term.amount, s.unit[term.unit]);
}

/** What a fee comes to, for whom less, and until when. */
export function feeParts(s: ServiceMessages, locale: Locale, fee: PublicProcedure['fees'][number]): string[] {
  const amount = (value: number) => showNumber(locale, value);
  return [
    s.page.fee(amount(fee.amount), s.per[fee.per]),
    ...(fee.channel === 'any' ? [] : [s.channel[fee.channel]]),
    ...(fee.amountFromThird === null ? [] : [s.page.fromThird(amount(fee.amountFromThird))]),
    ...(fee.most === null ? [] : [s.page.mostPerCopy(amount(fee.most))]),
    ...fee.discounts.map(({ reason, percent }) => s.page.discount(reason, percent)),
    ...(fee.validTo === null ? [] : [s.page.until(showDay(fee.validTo))]),
  ];
}
