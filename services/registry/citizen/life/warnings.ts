import { isDay } from '@nocgia/schemas/events/common.ts';
import { daysBetween } from '@nocgia/schemas/days.ts';
import { ageOn, warn, YOUNGEST_PARENT, type RegisterWarning } from '../warnings.ts';
import { yearsLater } from './person.ts';

/** What is known of a person whom an event concerns. */
export interface Concerned {
  sex: string;
  birth: string | null;
  died: string | null;
  maritalStatus: string | null;
}

/** An event about to be recorded, with what the register knows of whom it concerns. */
export interface Impending {
  event: 'birth' | 'death' | 'departure' | 'renewal' | 'absence' | 'marriage';
  occurredOn: string;
  today: string;
  person: Concerned | null;
  spouse: Concerned | null;
  mother: Concerned | null;
  father: Concerned | null;
  /** Birth of the child about to be registered. */
  birth: string | null;
  until: string | null;
  /** Last day of the temporary residence that is renewed. */
  residenceUntil: string | null;
  /** Heads a household in which others stay behind. */
  leavesWithoutHead: boolean;
}

/** A birth is registered within 60 days (Luật Hộ tịch 2014, Điều 15), a death within 15 (Điều 33). */
const BIRTH_DAYS = 60;
const DEATH_DAYS = 15;
/** A renewal is asked for within the last 15 days (Luật Cư trú 2020, Điều 28.3). */
const RENEWAL_DAYS = 15;
/** Above this age nobody is taken for a mother by birth without a question. */
const OLDEST_MOTHER = 55;

/** A child born within so many days after the father's death is taken for his (Luật HNGĐ 2014, Điều 88.1). */
const POSTHUMOUS_DAYS = 300;

/** What is unusual about an event, each with what fills its text; never a reason to refuse it. */
export function eventWarnings(event: Impending): RegisterWarning[] {
  const { occurredOn, today } = event;
  const late = daysBetween(occurredOn, today);
  switch (event.event) {
    case 'birth':
      return [...(late > BIRTH_DAYS ? [warn('birth_late', { days: late })] : []), ...parentWarnings(event)];
    case 'death':
      return [...(late > DEATH_DAYS ? [warn('death_late', { days: late })] : []), ...headless(event)];
    case 'departure':
      return headless(event);
    case 'renewal':
      return renewalWarnings(event);
    case 'absence':
      return event.until !== null && event.until > yearsLater(occurredOn, 1) ? [warn('absence_over_year')] : [];
    case 'marriage':
      return marriageWarnings(event);
  }
}

function headless({ leavesWithoutHead }: Impending): RegisterWarning[] {
  return leavesWithoutHead ? [warn('leaves_without_head')] : [];
}

function parentWarnings({ mother, father, birth }: Impending): RegisterWarning[] {
  if (birth === null) return [];
  const found = [mother, father].flatMap((parent) => {
    if (!parent?.birth) return [];
    if (parent.birth.slice(0, birth.length) >= birth.slice(0, parent.birth.length))
      return [warn('child_older_than_parent')];
    const age = ageOn(parent.birth, birth);
    if (age !== null && age < YOUNGEST_PARENT) return [warn('parent_too_young', { age })];
    return age !== null && age > OLDEST_MOTHER && parent === mother ? [warn('mother_too_old', { age })] : [];
  });
  if (!isDay(birth)) return found;
  if (mother?.died && mother.died < birth) found.push(warn('mother_dead', { day: mother.died }));
  if (father?.died && daysBetween(father.died, birth) > POSTHUMOUS_DAYS)
    found.push(warn('father_dead', { day: father.died }));
  return found;
}

function renewalWarnings({ residenceUntil, occurredOn }: Impending): RegisterWarning[] {
  if (residenceUntil === null) return [];
  if (occurredOn > residenceUntil) return [warn('renewal_late', { day: residenceUntil })];
  return daysBetween(occurredOn, residenceUntil) > RENEWAL_DAYS ? [warn('renewal_early', { day: residenceUntil })] : [];
}

/** A husband is 20 at least, a wife 18 (Luật HNGĐ 2014, Điều 8.1a). */
function marriageWarnings({ person, spouse, occurredOn }: Impending): RegisterWarning[] {
  return [person, spouse].flatMap((one) => {
    if (!one) return [];
    const age = ageOn(one.birth, occurredOn);
    const least = one.sex === 'male' ? 20 : 18;
    return [
      ...(age !== null && age < least ? [warn('spouse_too_young', { age })] : []),
      ...(one.maritalStatus === 'married' ? [warn('said_to_be_married')] : []),
    ];
  });
}
