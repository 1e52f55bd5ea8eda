import type { Evidence } from '@nocgia/schemas/events/evidence.ts';
import { ageAt, daysFrom, plusDays } from './days.ts';
import type { Life } from './life.ts';
import type { Household, Person } from './model.ts';
import type { Random } from './random.ts';

/** A decision of the ward, signed on a day. */
export function decision(number: string, issuedOn: string): Evidence {
  return { kind: 'decision', number: `${number.replace('/', '/QĐ-UBND-')}`, issuedOn, issuedBy: 'UBND phường Phú Thọ' };
}

/** Somebody's electronic identity rises: the first level, or from the first to the second. */
export function eidRises(life: Life): void {
  const one = life.somebody(14, 85, ({ details }) => details.eidLevel !== '2');
  if (!one) return;
  const level = one.details.eidLevel === '1' || life.random.chance(0.6) ? '2' : '1';
  life.tell({ type: 'eid', on: life.day, person: one.index, level });
  one.details.eidLevel = level;
}

/** What somebody is entitled to, by age and health; null = nothing, or nothing that anybody asked for. */
export function entitlement(random: Random, { details }: Pick<Person, 'details'>, age: number): string | null {
  if (details.disability && random.chance(0.5)) return 'disability_allowance';
  if (age >= 80 && random.chance(0.7)) return 'social_pension';
  if (age >= 75 && random.chance(0.35)) return 'social_pension';
  if (age >= 66)
    return random.weighted<string | null>([
      ['war_invalid', 12],
      ['martyr_relative', 20],
      ['revolution_merit', 22],
      ['agent_orange', 3],
      ['heroic_mother', details.sex === 'female' && age > 80 ? 4 : 0],
      [null, 940],
    ]);
  if (age < 16 && random.chance(0.004)) return 'orphan_allowance';
  return null;
}

const granted = new WeakSet<Person>();

/** Notes that somebody has a policy status; false when they had one. */
export function grantOnce(one: Person): boolean {
  if (granted.has(one)) return false;
  granted.add(one);
  return true;
}

export function policiesGranted(life: Life): void {
  const { random, day } = life;
  const one = life.somebody(0, 105, (each) => {
    const age = ageAt(each.born, day);
    return !granted.has(each) && (age >= 75 || random.chance(0.02)) && entitlement(random, each, age) !== null;
  });
  if (!one || !grantOnce(one)) return;
  const status = entitlement(random, one, ageAt(one.born, day)) ?? 'social_pension';
  const evidence = decision(life.paper(), day);
  life.tell({ type: 'policy', on: day, person: one.index, status, until: null, evidence });
}

const standards = new WeakMap<Household, string>();

/** The standard of living that a household begins with, by lot: some four in a hundred are poor or nearly so. */
export function firstStandard(random: Random, household: Household): string | null {
  const status = random.weighted<string | null>([
    ['poor', 12],
    ['near_poor', 26],
    ['average', 20],
    [null, 942],
  ]);
  if (status !== null) standards.set(household, status);
  return status;
}

/** The yearly review: who was poor mostly is so again, some have risen, a few are new (NĐ 07/2021/NĐ-CP). */
export function statusesReviewed(life: Life): void {
  const { random, day } = life;
  const number = life.paper();
  for (const household of life.households) {
    if (household.dissolved || household.lodging || household.members.size === 0 || household.formedOn > day) continue;
    const before = standards.get(household) ?? null;
    const risen = { poor: 'near_poor', near_poor: 'average', average: null } as Record<string, string | null>;
    const keeps = before !== null && random.chance(0.68);
    const status = keeps
      ? before
      : before !== null
        ? (risen[before] ?? null)
        : random.chance(0.006)
          ? 'near_poor'
          : null;
    if (status === null) standards.delete(household);
    else {
      standards.set(household, status);
      const evidence = decision(number, plusDays(day, -12));
      const until = `${day.slice(0, 4)}-12-31`;
      life.tell({ type: 'householdStatus', on: day, household: household.index, status, until, evidence });
    }
  }
}

/** Somebody of the board stands before a door and finds all as it is recorded. Some neighbourhoods are more diligent than others. */
export function confirmations(life: Life): void {
  const { random, dwellings, day, today } = life;
  // The boards began in earnest some fourteen months ago.
  if (daysFrom(day, today) > 420 && !random.chance(0.12)) return;
  for (let tries = 0; tries < 200; tries++) {
    const dwelling = dwellings[Math.floor(random.next() * dwellings.length)];
    if (!dwelling || dwelling.neighbourhood === null) continue;
    if (dwelling.confirmedOn !== null && daysFrom(dwelling.confirmedOn, day) < 90) continue;
    if (!random.chance(0.3 + ((dwelling.neighbourhood * 5) % 8) / 10)) continue;
    dwelling.confirmedOn = day;
    const method = random.weighted<'visit' | 'phone' | 'documents' | 'self_declared'>([
      ['visit', 70],
      ['phone', 15],
      ['self_declared', 10],
      ['documents', 5],
    ]);
    life.tell({ type: 'confirmation', on: day, dwelling: dwelling.index, method });
    return;
  }
}
