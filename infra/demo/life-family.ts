import type { Evidence } from '@nocgia/schemas/events/evidence.ts';
import { ageAt, daysFrom, earlier, plusDays } from './days.ts';
import { newcomer } from './families.ts';
import type { Life } from './life.ts';
import type { Household, Person } from './model.ts';
import { familyOf, newbornDetails } from './person.ts';
import { depart, formHousehold, membersOf, newPerson, relationsTo, settle } from './world.ts';

/** A paper that is made out some days after what it is about. */
function certificate(life: Life, kind: Evidence['kind'], after: number, issuedBy = 'UBND phường Phú Thọ'): Evidence {
  const issuedOn = earlier(plusDays(life.day, life.random.between(0, after)), life.today);
  return { kind, number: life.paper(), issuedOn, issuedBy };
}

/** A child is born to a married couple of the ward, seldom to a mother alone. */
export function births(life: Life): void {
  const { random, people, households, day } = life;
  const mother = life.somebody(18, 45, (one) => {
    if (one.details.sex !== 'female' || one.kind !== 'permanent') return false;
    const spouse = one.spouse === null ? undefined : people[one.spouse];
    if (spouse?.household !== one.household && !random.chance(0.03)) return false;
    const age = ageAt(one.born, day);
    if (!random.chance(Math.exp(-((age - 29) ** 2) / 50))) return false;
    const youngest = people.filter((child) => child.mother === one.index).at(-1);
    return youngest === undefined || daysFrom(youngest.born, day) > 540;
  });
  if (!mother || mother.household === null) return;
  const household = households[mother.household];
  if (!household) return;
  const spouse = mother.spouse === null ? undefined : people[mother.spouse];
  const father = spouse?.household === household.index ? spouse : undefined;
  const { ethnicity = '01', religion = null } = (father ?? mother).details;
  const house = { ethnicity: ethnicity ?? '01', religion };
  const sex = random.chance(0.523) ? 'male' : 'female';
  const details = newbornDetails(random, { sex, born: day, family: familyOf(father ?? mother), house, ids: life.ids });
  const child = newPerson(life, details, day, { mother, father: father ?? null });
  const entry = settle(life, child, household, { kind: 'permanent', since: day, until: null });
  const parents = { mother: mother.index, father: father?.index ?? null };
  life.tell({ type: 'birth', on: day, ...entry, ...parents, evidence: certificate(life, 'birth_certificate', 40) });
}

/** Of a thousand of that age, so many die in a year. */
function mortality(age: number): number {
  if (age === 0) return 9;
  if (age < 15) return 0.3;
  if (age < 30) return 0.7;
  if (age < 45) return 1.6;
  return Math.min(250, 3.4 * Math.exp(0.088 * (age - 45)));
}

export function deaths(life: Life): void {
  const { random, people, day } = life;
  const one = life.somebody(0, 110, ({ born }) => random.chance(mortality(ageAt(born, day)) / 250));
  if (!one) return;
  life.tell({ type: 'death', on: day, person: one.index, evidence: certificate(life, 'death_certificate', 10) });
  one.alive = false;
  const spouse = one.spouse === null ? undefined : people[one.spouse];
  if (spouse?.alive) {
    spouse.details.maritalStatus = 'widowed';
    spouse.marriageRecorded = false;
  }
  depart(life, one, day);
}

const free = ({ details: { maritalStatus } }: Person): boolean =>
  maritalStatus === 'single' || maritalStatus === 'divorced';

/** A man of the ward marries: a woman of the ward, or one who comes from elsewhere to live with him. */
export function marriages(life: Life): void {
  const { random, households, day } = life;
  const groom = life.somebody(22, 44, (one) => one.details.sex === 'male' && one.kind === 'permanent' && free(one));
  const household = groom?.household === null || !groom ? undefined : households[groom.household];
  if (!groom || !household) return;
  const age = ageAt(groom.born, day);
  const near = random.chance(0.4)
    ? life.somebody(
        Math.max(19, age - 8),
        age + 2,
        (one) =>
          one.details.sex === 'female' &&
          one.kind === 'permanent' &&
          free(one) &&
          one.household !== groom.household &&
          // Whoever heads a household of others keeps it.
          households[one.household ?? -1]?.head !== one.index,
      )
    : null;
  const bride = near ?? newcomer(life, 'female', Math.max(19, age - random.between(0, 5)), day);
  bride.details.maritalStatus = 'single';
  groom.spouse = bride.index;
  bride.spouse = groom.index;
  if (near) {
    depart(life, bride, day);
    const { relation } = settle(life, bride, household, { kind: 'permanent', since: day, until: null });
    life.tell({ type: 'move', on: day, person: bride.index, household: household.index, relation });
  } else {
    const entry = settle(life, bride, household, { kind: 'permanent', since: day, until: null });
    life.tell({ type: 'arrival', on: day, ...entry, cameFrom: bride.details.homeTown ?? null, first: false });
  }
  const evidence = certificate(life, 'marriage_certificate', 0);
  life.tell({ type: 'marriage', on: day, person: groom.index, spouse: bride.index, evidence });
  for (const one of [groom, bride]) {
    one.details.maritalStatus = 'married';
    one.marriageRecorded = true;
  }
}

/** A marriage that is on record ends before the court; one of the two goes away. */
export function divorces(life: Life): void {
  const { random, people, households, day } = life;
  const one = life.somebody(24, 58, (each) => {
    const other = each.spouse === null ? undefined : people[each.spouse];
    return each.marriageRecorded && other?.alive === true && other.household === each.household;
  });
  const other = one?.spouse == null ? undefined : people[one.spouse];
  if (!one || !other) return;
  const court = certificate(life, 'court_judgment', 0, 'Tòa án nhân dân khu vực 6');
  life.tell({ type: 'divorce', on: day, person: one.index, evidence: court });
  for (const each of [one, other]) {
    each.spouse = null;
    each.marriageRecorded = false;
    each.details.maritalStatus = 'divorced';
  }
  const goes = households[one.household ?? -1]?.head === one.index ? other : one;
  if (!random.chance(0.7)) return;
  life.tell({ type: 'leave', on: day, person: goes.index, cause: 'departure', wentTo: 'Nơi khác trong thành phố' });
  depart(life, goes, day);
}

/** A married child with the own family becomes a household of its own (tách hộ). */
export function splits(life: Life): void {
  const { random, households, dwellings, day } = life;
  const child = life.somebody(24, 55, (one) => {
    const household = households[one.household ?? -1];
    if (!household || household.head === null || household.head === one.index || household.members.size < 4)
      return false;
    const isChild = one.mother === household.head || one.father === household.head;
    return isChild && one.spouse !== null && household.members.has(one.spouse);
  });
  const household = households[child?.household ?? -1];
  if (!child || !household) return;
  const going = membersOf(life, household).filter(
    (one) =>
      one.index === child.index ||
      one.index === child.spouse ||
      one.mother === child.index ||
      one.father === child.index ||
      (child.spouse !== null && (one.mother === child.spouse || one.father === child.spouse)),
  );
  if (going.length >= household.members.size) return;
  const elsewhere = random.chance(0.25) ? dwellings[random.between(0, dwellings.length - 1)] : undefined;
  const dwelling = elsewhere && elsewhere.kind !== 'boarding_house' ? elsewhere.index : null;
  const formed = formHousehold(life, dwelling ?? household.dwelling, day, false);
  formed.head = child.index;
  for (const one of going) {
    household.members.delete(one.index);
    formed.members.add(one.index);
    one.household = formed.index;
    one.since = day;
  }
  life.tell({
    type: 'split',
    on: day,
    household: household.index,
    newHousehold: formed.index,
    number: formed.number,
    dwelling,
    person: child.index,
    relations: relationsTo(life, child, going),
  });
}

/** An old person who lives alone goes to live with a grown child (nhập hộ). */
export function unions(life: Life): void {
  const { households, people, day } = life;
  const elder = life.somebody(62, 95, (one) => {
    const own = households[one.household ?? -1];
    return own?.members.size === 1 && !own.lodging && one.kind === 'permanent';
  });
  const from = households[elder?.household ?? -1];
  if (!elder || !from) return;
  const age = ageAt(elder.born, day);
  const parent = elder.details.sex === 'female' ? 'mother' : 'father';
  const child = life.somebody(age - 40, age - 20, (one) => headsFamily(households, one) && one[parent] === null);
  const into = households[child?.household ?? -1];
  if (!child || !into) return;
  child[parent] = elder.index;
  from.members.clear();
  from.head = null;
  from.dissolved = true;
  into.members.add(elder.index);
  Object.assign(elder, { household: into.index, since: day });
  const head = people[into.head ?? -1] ?? child;
  const relations = relationsTo(life, head, [elder]);
  life.tell({ type: 'unite', on: day, household: from.index, into: into.index, relations });
}

function headsFamily(households: readonly Household[], one: Person): boolean {
  const own = households[one.household ?? -1];
  return own?.head === one.index && !own.lodging && own.members.size > 1 && one.kind === 'permanent';
}
