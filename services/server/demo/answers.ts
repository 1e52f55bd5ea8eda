import { addDays } from '@nocgia/schemas/days.ts';
import type { SettlementKind } from '@nocgia/schemas/events/procedure.ts';
import type { Resident } from './residents.ts';

type Answers = Record<string, string>;

const ageIn = (year: number, { details: { birth } }: Resident): number => year - Number(birth?.slice(0, 4));

/** Who is named by name, and by number where they have one. */
function named(role: string, one: Resident | undefined): Answers {
  if (!one) return {};
  const { name, nationalId } = one.party;
  return { [`${role}_name`]: name, ...(nationalId !== null && { [`${role}_id`]: nationalId }) };
}

const childNames = ['Gia Hân', 'Minh Khôi', 'Bảo An', 'Khánh Linh', 'Đức Anh'] as const;

/**
 * What the form of a dossier says about its owner and those around them: all of it made up, as the ward is. Empty where the owner is
 * nobody to whom such a thing could happen (`n` varies what is chosen).
 */
export function answersFor(
  kind: SettlementKind,
  owner: Resident,
  everybody: readonly Resident[],
  { today, n }: { today: string; n: number },
): Answers | null {
  const year = Number(today.slice(0, 4));
  const age = (one: Resident): number => ageIn(year, one);
  const home = everybody.filter(({ household }) => household === owner.household);
  const { sex, maritalStatus } = owner.details;
  switch (kind) {
    case 'birth': {
      if (sex !== 'female' || maritalStatus !== 'married' || age(owner) < 22 || age(owner) > 40) return null;
      const father = home.find(
        (one) =>
          one.details.sex === 'male' && one.details.maritalStatus === 'married' && Math.abs(age(one) - age(owner)) < 12,
      );
      if (!father) return null;
      const [family = ''] = father.party.name.split(' ');
      return {
        ...{ child_name: `${family} ${childNames[n % childNames.length]}`, child_sex: n % 2 === 0 ? 'female' : 'male' },
        ...{
          child_birth: addDays(today, -12 - (n % 20)),
          child_birth_place: 'Bệnh viện Phụ sản, Thành phố Hồ Chí Minh',
        },
        ...{ ...named('mother', owner), ...named('father', father) },
      };
    }
    case 'death': {
      const dead = home.find((one) => one !== owner && age(one) >= 68);
      if (!dead) return null;
      return { ...named('dead', dead), died_on: addDays(today, -5), died_at: 'Tại nhà', death_cause: 'Tuổi già' };
    }
    case 'marriage': {
      const free = (one: Resident) => one.details.maritalStatus === 'single' && age(one) >= 22 && age(one) <= 36;
      const other = everybody.find(
        (one) => one.household !== owner.household && one.details.sex !== sex && free(one) && one.person % 7 === n % 7,
      );
      if (!free(owner) || !other) return null;
      const [husband, wife] = sex === 'male' ? [owner, other] : [other, owner];
      return { ...named('husband', husband), ...named('wife', wife) };
    }
    case 'marital_status':
      return { marital_status: maritalStatus ?? 'single', purpose: 'Bổ sung hồ sơ vay vốn' };
    case 'civil_correction':
      return {
        ...{ ...named('subject', owner), nature: 'correction', field: 'birthPlace' },
        ...{ from: owner.details.birthPlace ?? '', to: 'Bệnh viện Từ Dũ, Thành phố Hồ Chí Minh' },
      };
    case 'household_status': {
      const head = home.find(({ relation }) => relation === 'head');
      return head ? { status: 'near_poor', ...named('head', head) } : null;
    }
  }
}
