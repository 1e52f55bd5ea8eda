import { ageAt } from './days.ts';
import { relationTo } from './kin.ts';
import type { Details, Dwelling, Entry, Household, LifeEvent, Person } from './model.ts';
import type { Random } from './random.ts';

/** The ward as it stands on the day that the generation has come to, and what has happened so far. */
export interface World {
  random: Random;
  people: Person[];
  households: Household[];
  dwellings: Dwelling[];
  /** National ids that are given away. */
  ids: Set<string>;
  /** Takes down what happens. */
  tell(event: LifeEvent): void;
}

export function newPerson(
  world: World,
  details: Details,
  born: string,
  kin: { mother?: Person | null; father?: Person | null } = {},
): Person {
  const person: Person = {
    index: world.people.length,
    details,
    born,
    mother: kin.mother?.index ?? null,
    father: kin.father?.index ?? null,
    spouse: null,
    household: null,
    kind: 'permanent',
    since: born,
    until: null,
    alive: true,
    away: false,
    marriageRecorded: false,
  };
  world.people.push(person);
  return person;
}

/** Two people who are married from before the register began. */
export function wed(a: Person, b: Person): void {
  a.spouse = b.index;
  b.spouse = a.index;
  a.details.maritalStatus = 'married';
  b.details.maritalStatus = 'married';
}

export function formHousehold(world: World, dwelling: number, on: string, lodging: boolean): Household {
  const household: Household = {
    index: world.households.length,
    number: String(world.households.length + 1).padStart(5, '0'),
    dwelling,
    formedOn: on,
    head: null,
    members: new Set(),
    lodging,
    dissolved: false,
  };
  world.households.push(household);
  return household;
}

export function tellFormed(world: World, { index, dwelling, number, formedOn: on }: Household): void {
  world.tell({ type: 'form', on, household: index, dwelling, number });
}

/** Somebody lives in a household from now on; the first one is its head. Answers how they are entered. */
export function settle(
  world: World,
  person: Person,
  household: Household,
  stay: { kind: 'permanent' | 'temporary'; since: string; until: string | null },
): Entry {
  household.head ??= person.index;
  household.members.add(person.index);
  Object.assign(person, stay, { household: household.index });
  const head = world.people[household.head] ?? person;
  const relation = relationTo(world.people, head, person);
  return { person: person.index, details: { ...person.details }, household: household.index, relation, ...stay };
}

export function membersOf(world: World, household: Household): Person[] {
  return [...household.members].flatMap((index) => world.people[index] ?? []);
}

/** What all others are to a head. */
export function relationsTo(world: World, head: Person, others: readonly Person[]): [number, Entry['relation']][] {
  return others
    .filter((one) => one.index !== head.index)
    .map((one) => [one.index, relationTo(world.people, head, one)]);
}

/** Who heads a household when its head is gone: husband or wife, else the eldest of age, else the eldest. */
function successor(members: readonly Person[], gone: Person, on: string): Person | undefined {
  const grown = members.filter((one) => ageAt(one.born, on) >= 18);
  const eldest = (grown.length > 0 ? grown : members).toSorted((a, b) => (a.born < b.born ? -1 : 1))[0];
  return grown.find((one) => one.index === gone.spouse) ?? eldest;
}

/** Takes somebody out of their household; tells that it goes on under another head, or ends. The leaving itself has been told. */
export function depart(world: World, person: Person, on: string): void {
  const household = person.household === null ? undefined : world.households[person.household];
  person.household = null;
  if (!household) return;
  household.members.delete(person.index);
  if (household.members.size === 0) {
    household.head = null;
    household.dissolved = true;
    world.tell({ type: 'dissolve', on, household: household.index });
  } else if (household.head === person.index) {
    household.head = null;
    const members = membersOf(world, household);
    const head = successor(members, person, on);
    if (head) appoint(world, household, head, on);
  }
}

/** Somebody heads a household from now on, and what all others are to them is said anew. */
export function appoint(world: World, household: Household, head: Person, on: string): void {
  household.head = head.index;
  const relations = relationsTo(world, head, membersOf(world, household));
  world.tell({ type: 'head', on, household: household.index, person: head.index, relations });
}
