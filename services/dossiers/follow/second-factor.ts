import { timingSafeEqual } from 'node:crypto';
import type { Party } from '@nocgia/schemas/events/dossier.ts';
import { phoneKey } from '@nocgia/schemas/text/phone.ts';
import type { DomainEvent } from '../../event-store/log.ts';

/** Owner and submitter of a dossier as its facts name them last; nobody once it is erased. */
export function partiesOf(events: readonly DomainEvent[]): Party[] {
  const begun = events.findLast(({ type }) => type === 'DossierTakenIn' || type === 'DossierSubmitted');
  const { owner = null, submitter = null } = (begun?.data ?? {}) as { owner?: Party | null; submitter?: Party | null };
  return [owner, submitter].filter((one) => one !== null);
}

const isLong = (digits: string): boolean => /\d{4}$/.test(digits);

/**
 * What is asked for beside a dossier's code: the last four digits of the phone of its owner or submitter; of their identity numbers where
 * neither left a phone. Empty where they left neither, so that such a dossier is followed at the desk alone.
 */
export function endsOf(people: readonly Party[]): string[] {
  const phones = people.flatMap(({ phone }) => (phone === null ? [] : [phoneKey(phone)])).filter(isLong);
  const numbers = phones.length > 0 ? phones : people.flatMap(({ nationalId }) => nationalId ?? []).filter(isLong);
  return numbers.map((number) => number.slice(-4));
}

/** Whether four digits are the second factor of a dossier; every end is compared, in a time that tells nothing. */
export function isSecondFactor(events: readonly DomainEvent[], digits: string): boolean {
  if (!/^\d{4}$/.test(digits)) return false;
  const given = Buffer.from(digits);
  return endsOf(partiesOf(events)).reduce((found, end) => timingSafeEqual(Buffer.from(end), given) || found, false);
}

/** Whether a whole phone number is that of a dossier's owner or submitter. */
export function isPhoneOf(events: readonly DomainEvent[], phone: string): boolean {
  const asked = phoneKey(phone);
  return asked.length >= 9 && partiesOf(events).some((one) => one.phone !== null && phoneKey(one.phone) === asked);
}
