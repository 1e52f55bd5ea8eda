import { showInstant, showNumber } from '#lib/format.ts';
import type { DossierMessages, Locale } from '#lib/messages.ts';
import type { DossierPace, FeeFullFragment, TermFullFragment } from '#lib/api/generated.ts';

/** Tone of a badge that says how the clock stands; the word stands in it. */
export const paceTones: Readonly<Record<DossierPace, 'plain' | 'good' | 'warn' | 'bad' | 'info'>> = {
  no_term: 'plain',
  not_started: 'plain',
  in_time: 'good',
  likely_late: 'warn',
  late: 'bad',
  paused: 'info',
  early: 'good',
  on_time: 'good',
  ended_late: 'bad',
};

/** `3 ngày làm việc`, `ngay trong ngày`, or that there is none. */
export function termText(d: DossierMessages, term: TermFullFragment | null): string {
  if (!term) return d.noTerm;
  return term.amount === null ? d.unit[term.unit] : d.term(term.amount, d.unit[term.unit]);
}

/** What a fee comes to, with what changes it. */
export function feeText(d: DossierMessages, locale: Locale, fee: FeeFullFragment): string {
  const amount = showNumber(locale, fee.amount);
  return [
    fee.per === 'dossier' ? d.money(amount) : d.moneyPer(amount, d.per[fee.per]),
    fee.amountFromThird === null ? null : d.fromThird(showNumber(locale, fee.amountFromThird)),
    fee.most === null ? null : d.most(showNumber(locale, fee.most)),
    ...fee.discounts.map(({ reason, percent }) => d.discount(reason, percent)),
  ]
    .filter((part) => part !== null)
    .join('; ');
}

/** Whether a fee holds on a day for a way of handing in. */
export function feeHolds(fee: FeeFullFragment, day: string, channel: 'desk' | 'online' | 'post'): boolean {
  const since = fee.validFrom === null || fee.validFrom <= day;
  const until = fee.validTo === null || day <= fee.validTo;
  return since && until && (fee.channel === 'any' || (fee.channel === 'online') === (channel === 'online'));
}

/** Until when something is due: an instant that ends a day in Vietnam as that day, any other with its minute. */
export function showUntil(instant: string): string {
  const shown = showInstant(instant);
  return shown.endsWith(' 00:00') ? showInstant(new Date(Date.parse(instant) - 1).toISOString()).slice(0, 10) : shown;
}
