import { later, plusDays, plusYears } from './days.ts';
import type { Household, LifeEvent, Person, Sex } from './model.ts';
import { familyName } from './names.ts';
import { detailsOf, familyOf, houseOf, type House } from './person.ts';
import { formHousehold, newPerson, settle, wed, type World } from './world.ts';

/** Adds somebody of about an age. */
export type Add = (sex: Sex, age: number, kin?: { mother?: Person; father?: Person; family?: string }) => Person;

function adder(world: World, house: House, day: string): Add {
  return (sex, age, { family, ...kin } = {}) => {
    const born = plusDays(plusYears(day, -Math.max(0, age)), -world.random.between(1, 360));
    const { ids, random } = world;
    const inherited = family ?? (kin.father ? familyOf(kin.father) : undefined);
    const named = inherited === undefined ? {} : { family: inherited };
    return newPerson(world, detailsOf(random, { sex, born, day, house, ids, ...named }), born, kin);
  };
}

/** Husband and wife, hers the age that is given. */
function couple(
  world: World,
  add: Add,
  wifeAge: number,
  kin: { husband?: object; wife?: object } = {},
): [Person, Person] {
  const husband = add('male', wifeAge + world.random.between(-2, 6), kin.husband);
  const wife = add('female', wifeAge, kin.wife);
  wed(husband, wife);
  return [husband, wife];
}

function childrenOf(
  world: World,
  add: Add,
  father: Person | null,
  mother: Person,
  motherAge: number,
  most: number,
): Person[] {
  const { random } = world;
  const wanted = Math.min(
    most,
    random.weighted([
      [0, 8],
      [1, 36],
      [2, 46],
      [3, 10],
    ]),
  );
  const children: Person[] = [];
  let age = motherAge - random.between(20, 29);
  for (let born = 0; born < wanted && age >= 0; born++) {
    // The grown have mostly moved out.
    if (age < 26 || random.chance(0.5))
      children.push(
        add(random.chance(0.522) ? 'male' : 'female', age, {
          mother,
          ...(father ? { father } : { family: familyOf(mother) }),
        }),
      );
    age -= random.between(2, 6);
  }
  return children;
}

function alone(world: World, add: Add): Person[] {
  const { random } = world;
  const age = random.chance(0.45) ? random.between(24, 45) : random.between(46, 91);
  const one = add(random.chance(age > 60 ? 0.3 : 0.5) ? 'male' : 'female', age);
  if (age > 60 && random.chance(0.7)) one.details.maritalStatus = 'widowed';
  return [one];
}

function nuclear(world: World, add: Add): Person[] {
  const youngest = world.random.weighted([
    [23, 17],
    [28, 22],
    [33, 20],
    [38, 14],
    [43, 10],
    [48, 8],
    [53, 6],
    [58, 3],
  ]);
  const age = youngest + world.random.between(0, 4);
  const [husband, wife] = couple(world, add, age);
  const pair = world.random.chance(0.7) ? [husband, wife] : [wife, husband];
  return [...pair, ...childrenOf(world, add, husband, wife, age, 3)];
}

/** Grandparents with a grown child, the spouse and their children; now and then another child at home. */
function threeGenerations(world: World, add: Add): Person[] {
  const { random } = world;
  const age = random.chance(0.8) ? random.between(53, 76) : random.between(70, 91);
  const [grandfather, grandmother] = couple(world, add, age);
  const widow = random.chance(age > 72 ? 0.6 : 0.25);
  if (widow) grandmother.details.maritalStatus = 'widowed';
  const elders = widow ? [grandmother] : random.chance(0.75) ? [grandfather, grandmother] : [grandmother, grandfather];
  if (widow) Object.assign(grandfather, { alive: false });
  const parents = { father: grandfather, mother: grandmother };
  const childAge = Math.min(age - random.between(20, 31), 56);
  const son = random.chance(0.65);
  const [husband, wife] = couple(world, add, Math.max(19, childAge), son ? { husband: parents } : { wife: parents });
  const single = random.chance(0.35)
    ? [add(random.chance(0.55) ? 'male' : 'female', Math.max(17, childAge - random.between(2, 7)), parents)]
    : [];
  return [
    ...elders,
    ...(son ? [husband, wife] : [wife, husband]),
    ...single,
    ...childrenOf(world, add, husband, wife, Math.max(19, childAge), 2),
  ];
}

/** A family at whose head stand the middle ones, with an old mother or father. */
function withElder(world: World, add: Add): Person[] {
  const { random } = world;
  const age = random.between(30, 56);
  const mother = add('female', age + random.between(21, 33));
  mother.details.maritalStatus = 'widowed';
  const [husband, wife] = couple(world, add, age, random.chance(0.7) ? { husband: { mother } } : { wife: { mother } });
  return [husband, wife, mother, ...childrenOf(world, add, husband, wife, age, 3)];
}

function singleParent(world: World, add: Add): Person[] {
  const age = world.random.between(26, 58);
  const mother = add('female', age);
  mother.details.maritalStatus = world.random.chance(0.6) ? 'divorced' : 'widowed';
  return [mother, ...childrenOf(world, add, null, mother, age, 2)];
}

function brothersAndSisters(world: World, add: Add): Person[] {
  const { random } = world;
  const age = random.between(20, 60);
  const mother = add('female', age + 26);
  Object.assign(mother, { alive: false });
  const family = familyName(random);
  return Array.from({ length: random.between(2, 3) }, (_, i) =>
    add(random.chance(0.5) ? 'male' : 'female', age - i * random.between(1, 4), { mother, family }),
  );
}

const kinds = [
  [alone, 6],
  [(world: World, add: Add) => couple(world, add, world.random.between(23, 31)) as Person[], 4],
  [(world: World, add: Add) => couple(world, add, world.random.between(52, 80)) as Person[], 8],
  [nuclear, 45],
  [threeGenerations, 27],
  [withElder, 7],
  [singleParent, 5],
  [brothersAndSisters, 3],
] as const;

/** How long a temporary residence is declared for, in months; two years are the most (Luật Cư trú 2020, Điều 27). */
export function termOf(world: World): number {
  return world.random.weighted([
    [6, 3],
    [12, 22],
    [24, 75],
  ]);
}

export function plusMonths(day: string, months: number): string {
  return plusDays(day, Math.floor(months * 30.4));
}

function entered(
  world: World,
  household: Household,
  people: readonly Person[],
  stay: (one: Person) => Parameters<typeof settle>[3],
): LifeEvent[] {
  const { index, dwelling, number, formedOn } = household;
  const formed: LifeEvent = { type: 'form', on: formedOn, household: index, dwelling, number };
  return [
    formed,
    ...people.map((one): LifeEvent => {
      const entry = settle(world, one, household, stay(one));
      return { type: 'arrival', on: entry.since, ...entry, cameFrom: null, first: true };
    }),
  ];
}

/** A family as it lives in a dwelling on a day. */
export function foundFamily(world: World, dwelling: number, day: string): LifeEvent[] {
  const { random } = world;
  const add = adder(world, houseOf(random), day);
  const people = random.weighted(kinds)(world, add);
  const head = people[0];
  const grown = head ? plusYears(head.born, 22) : day;
  const longest = Math.max(0, Math.min(34, Number(day.slice(0, 4)) - Number(grown.slice(0, 4))));
  const since = plusDays(plusYears(day, -random.between(0, longest)), -random.between(30, 360));
  const rents = random.chance(0.05);
  const household = formHousehold(world, dwelling, since, false);
  const term = termOf(world);
  return entered(world, household, people, (one) => {
    if (!rents && (one === head || random.chance(0.985)))
      return { kind: 'permanent', since: later(since, one.born), until: null };
    const began = later(plusDays(day, -random.between(1, term * 30 - 20)), later(since, one.born));
    return { kind: 'temporary', since: began, until: plusMonths(began, term) };
  });
}

/** Young people who rent a room: one, two friends, a couple, now and then with a small child. */
export function lodgers(world: World, day: string): Person[] {
  const { random } = world;
  const add = adder(world, houseOf(random), day);
  const age = random.between(19, 34);
  return random.weighted<() => Person[]>([
    [() => [add(random.chance(0.5) ? 'male' : 'female', age)], 46],
    [() => [add('female', age), add('female', age + random.between(-2, 2))], 14],
    [() => [add('male', age), add('male', age + random.between(-2, 2))], 12],
    [() => couple(world, add, age + 2), 14],
    [
      () => {
        const [husband, wife] = couple(world, add, age + 4);
        return [
          husband,
          wife,
          add(random.chance(0.5) ? 'male' : 'female', random.between(0, 6), { father: husband, mother: wife }),
        ];
      },
      14,
    ],
  ])();
}

export function foundLodgers(world: World, dwelling: number, day: string): LifeEvent[] {
  const { random } = world;
  const people = lodgers(world, day);
  const term = termOf(world);
  const began = plusDays(day, -random.between(1, term * 30 - 20));
  const household = formHousehold(world, dwelling, began, true);
  return entered(world, household, people, (one) => {
    const since = later(began, one.born);
    return { kind: 'temporary', since, until: plusMonths(began, term) };
  });
}

/** A family that comes from elsewhere. */
export function newcomers(world: World, day: string): Person[] {
  const add = adder(world, houseOf(world.random), day);
  return world.random.weighted(kinds.slice(0, 4))(world, add);
}

/** One grown person who comes from elsewhere. */
export function newcomer(
  world: World,
  sex: Sex,
  age: number,
  day: string,
  kin: { mother?: Person; father?: Person } = {},
): Person {
  return adder(world, houseOf(world.random), day)(sex, age, kin);
}
