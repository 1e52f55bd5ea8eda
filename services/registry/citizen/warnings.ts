import type { Relation } from '@nocgia/schemas/events/citizen.ts';
import { daysBetween } from '@nocgia/schemas/days.ts';
import { provincesOfIds } from '@nocgia/schemas/code-lists/id-provinces.ts';

/** Something to look into; it never stops anybody. `code` has its text in the dictionaries of the web. */
export interface RegisterWarning {
  code: string;
  params: { name: string; value: string }[];
}

/** A warning with what fills its text. */
export function warn(code: string, params: Record<string, string | number> = {}): RegisterWarning {
  return { code, params: Object.entries(params).map(([name, value]) => ({ name, value: String(value) })) };
}

/** Full years between a birth as far as known (the middle of what is open counts) and a day; null when the birth is unknown. */
export function ageOn(birth: string | null, day: string): number | null {
  if (birth === null) return null;
  // Of a birth of which only the year is known, 1 July stands for the day; of a month, its first.
  const born = birth.length === 4 ? `${birth}-07-01` : birth.length === 7 ? `${birth}-01` : birth;
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return Math.max(0, day.slice(5) < born.slice(5) ? years - 1 : years);
}

/** What a 12-digit id says: sex, year of birth and the province (or country) of registration; NĐ 137/2015 Điều 13. */
export function readNationalId(id: string): { sex: 'male' | 'female'; year: number; prefix: string } {
  const digit = Number(id[3]);
  return {
    sex: digit % 2 === 0 ? 'male' : 'female',
    year: 1900 + Math.floor(digit / 2) * 100 + Number(id.slice(4, 6)),
    prefix: id.slice(0, 3),
  };
}

interface Person {
  sex: string;
  birth: string | null;
  nationalId?: string | null;
}

/** Where an id disagrees with the person: sex, year of birth, or a prefix that no province has and no country either. */
export function idWarnings({ sex, birth, nationalId }: Person): RegisterWarning[] {
  if (!nationalId || !/^\d{12}$/.test(nationalId)) return [];
  const said = readNationalId(nationalId);
  const warnings: RegisterWarning[] = [];
  if (sex !== 'unknown' && sex !== said.sex) warnings.push(warn('id_sex_differs'));
  if (birth !== null && Number(birth.slice(0, 4)) !== said.year) warnings.push(warn('id_year_differs'));
  if (Number(said.prefix) <= 100 && !provincesOfIds.has(said.prefix))
    warnings.push(warn('id_prefix_unknown', { prefix: said.prefix }));
  return warnings;
}

interface Stay {
  kind: string;
  since: string;
  until: string | null;
  endedOn: string | null;
}

/** A temporary residence lasts two years at most and is renewed within 15 days before it ends (Luật Cư trú 2020, Điều 27, 28). */
export function residenceWarnings(residences: readonly Stay[], today: string): RegisterWarning[] {
  return residences
    .filter((one) => one.kind === 'temporary' && one.endedOn === null)
    .flatMap((one) => {
      const found: RegisterWarning[] = [];
      if (one.until === null) found.push(warn('temporary_without_end'));
      else {
        if (one.until < today) found.push(warn('temporary_expired', { day: one.until }));
        else if (daysBetween(today, one.until) <= 15) found.push(warn('temporary_expiring', { day: one.until }));
        if (one.until > yearsLater(one.since, 2)) found.push(warn('temporary_too_long', { day: one.until }));
      }
      return found;
    });
}

/** The longest that anybody has been known to live, in full years. */
const OLDEST = 122;

/** An age that nobody reaches: the birth is wrong, or a death was never recorded. */
export function ageWarnings({ birth, died }: { birth: string | null; died: string | null }, today: string) {
  const age = ageOn(birth, died ?? today);
  return age !== null && age > OLDEST ? [warn('age_implausible', { age })] : [];
}

interface Away {
  since: string;
  until: string | null;
  endedOn: string | null;
}

/** Who has been away from a permanent home for over 12 months may be struck off (Luật Cư trú 2020, Điều 24.1d); who should be back is asked after. */
export function absenceWarnings(absences: readonly Away[], today: string): RegisterWarning[] {
  return absences
    .filter((one) => one.endedOn === null)
    .flatMap((one) => {
      if (yearsLater(one.since, 1) < today) return [warn('absent_over_year', { day: one.since })];
      return one.until !== null && one.until < today ? [warn('absence_overdue', { day: one.until })] : [];
    });
}

function yearsLater(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}

/** A member as the checks of a household need them. */
export interface MemberFacts {
  relation: Relation;
  sex: string;
  birth: string | null;
}

/** Below this age nobody is taken for a parent by birth without a question. */
export const YOUNGEST_PARENT = 13;

/** Full years at most between two births as far as known. */
function yearsBetween(earlier: string, later: string): number {
  return Number(later.slice(0, 4)) - Number(earlier.slice(0, 4));
}

const younger: readonly Relation[] = ['child', 'grandchild', 'great_grandchild'];
const older: readonly Relation[] = ['father', 'mother', 'grandparent', 'great_grandparent'];

/**
 * What is unlikely in a household: no head, two spouses of the head, a husband under 20 or a wife under 18 (Luật HNGĐ 2014, Điều 8),
 * children who are older than the head or nearly as old, parents who are younger.
 */
export function householdWarnings(
  members: readonly MemberFacts[],
  headId: string | null,
  today: string,
): RegisterWarning[] {
  if (members.length === 0) return [];
  const warnings = headId === null ? [warn('household_without_head')] : [];
  const spouses = members.filter((one) => one.relation === 'wife' || one.relation === 'husband');
  if (spouses.length > 1) warnings.push(warn('two_spouses'));
  const head = members.find((one) => one.relation === 'head');
  const couple = head && spouses.length > 0 ? [head, ...spouses] : spouses;
  for (const one of couple) {
    const age = ageOn(one.birth, today);
    const least = one.relation === 'husband' || (one.relation === 'head' && one.sex === 'male') ? 20 : 18;
    if (age !== null && age < least) warnings.push(warn('spouse_too_young', { age }));
  }
  for (const one of members) {
    if (!head?.birth || !one.birth || one === head) continue;
    // As far as both are known: a year against a day compares by year.
    const length = Math.min(head.birth.length, one.birth.length);
    const [own, heads] = [one.birth.slice(0, length), head.birth.slice(0, length)];
    if (younger.includes(one.relation) && own <= heads) warnings.push(warn('child_older_than_head'));
    else if (one.relation === 'child' && yearsBetween(head.birth, one.birth) < YOUNGEST_PARENT)
      warnings.push(warn('parent_too_young', { age: yearsBetween(head.birth, one.birth) }));
    if (older.includes(one.relation) && own >= heads) warnings.push(warn('parent_younger_than_head'));
  }
  return warnings;
}
