import { ageAt, earlier, later, plusDays, plusYears } from './days.ts';
import { layOut } from './dwellings.ts';
import { foundFamily, foundLodgers } from './families.ts';
import { decision, entitlement, firstStandard, grantOnce } from './life-records.ts';
import { live } from './life.ts';
import type { DemoSize, DemoWard, LifeEvent, Person } from './model.ts';
import { seededRandom } from './random.ts';
import { membersOf, type World } from './world.ts';

/** Where the ward tier took over the districts' work; a ward without a past of its own begins then. */
const COMMUNES_SINCE = '2025-07-01';

/** The units of the demo ward, by codes that real ones have: only what lives in them is invented. */
export function demoPlace(neighbourhoods: number): Pick<DemoWard, 'city' | 'ward' | 'neighbourhoods'> {
  return {
    city: { code: '79', name: 'Thành phố Hồ Chí Minh' },
    ward: { code: '27226', name: 'Phường Phú Thọ' },
    neighbourhoods: Array.from({ length: neighbourhoods }, (_, i) => ({
      code: `27226-${String(i + 1).padStart(3, '0')}`,
      name: `Khu phố ${i + 1}`,
    })),
  };
}

/**
 * A synthetic ward: every name, id and number is invented from the seed, ages and households in the proportions of a ward of the city.
 * `today` (`YYYY-MM-DD`) fixes the ages. With `years` the people are those of so many years ago, and live until today.
 */
export function generateWard({
  seed,
  dwellings,
  neighbourhoods,
  today,
  years = 0,
}: DemoSize & { today: string }): DemoWard {
  const random = seededRandom(seed);
  const first = plusYears(today, -years);
  const life: LifeEvent[] = [];
  const world: World = {
    random,
    people: [],
    households: [],
    dwellings: layOut(random, dwellings, neighbourhoods),
    ids: new Set(),
    tell: (event) => life.push(event),
  };
  const founding = world.dwellings.map(({ index, kind }) => {
    const count =
      kind === 'boarding_house'
        ? random.between(3, 8)
        : random.weighted([
            [1, 87],
            [2, 11],
            [3, 2],
          ]);
    const roof = Array.from({ length: count }, () =>
      kind === 'boarding_house' ? foundLodgers(world, index, first) : foundFamily(world, index, first),
    ).flat();
    return years > 0 ? [...roof, ...standing(world, index, first)] : roof;
  });
  if (years > 0) live(world, first, today);
  return {
    ...demoPlace(neighbourhoods),
    since: earlier(first, COMMUNES_SINCE),
    dwellings: world.dwellings,
    founding,
    life,
  };
}

/** What stands on record of the people of a roof on the first day: marriages of late years, policies, standards of living. */
function standing(world: World, dwelling: number, first: string): LifeEvent[] {
  const { random, people, households } = world;
  const found: LifeEvent[] = [];
  const year = first.slice(0, 4);
  for (const household of households.filter((one) => one.dwelling === dwelling)) {
    const members = membersOf(world, household);
    for (const one of members) {
      const wedding = weddingOf(random.between(21, 29), one, people, first);
      if (wedding) found.push(wedding);
      const status = entitlement(random, one, ageAt(one.born, first));
      if (status === null || !grantOnce(one)) continue;
      const on = later(plusDays(first, -random.between(40, 1400)), one.born);
      const evidence = decision(`${random.between(1, 900)}/${on.slice(0, 4)}`, on);
      found.push({ type: 'policy', on, person: one.index, status, until: null, evidence });
    }
    const status = household.lodging ? null : firstStandard(random, household);
    if (status === null) continue;
    const on = later(`${year}-01-01`, household.formedOn);
    const evidence = decision(`41/${Number(year) - 1}`, `${Number(year) - 1}-12-20`);
    found.push({ type: 'householdStatus', on, household: household.index, status, until: `${year}-12-31`, evidence });
  }
  return found;
}

/** The marriage of a woman under 45, which the register of civil status has; older ones stand in books of paper. */
function weddingOf(at: number, wife: Person, people: readonly Person[], first: string): LifeEvent | null {
  const husband = wife.spouse === null ? undefined : people[wife.spouse];
  if (wife.details.sex !== 'female' || !husband || husband.household === null || ageAt(wife.born, first) > 44)
    return null;
  const on = later(plusYears(wife.born, at), plusYears(husband.born, 21));
  if (on > first) return null;
  wife.marriageRecorded = true;
  husband.marriageRecorded = true;
  return { type: 'marriage', on, person: husband.index, spouse: wife.index, evidence: null };
}
