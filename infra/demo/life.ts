import { ageAt, plusDays } from './days.ts';
import { births, deaths, divorces, marriages, splits, unions } from './life-family.ts';
import { absences, arrivals, departures, lodgersCome, moves, watchTerm } from './life-moves.ts';
import { confirmations, eidRises, policiesGranted, statusesReviewed } from './life-records.ts';
import type { Person } from './model.ts';
import type { World } from './world.ts';

/** The world while its days go by. */
export interface Life extends World {
  /** The day that it has come to. */
  day: string;
  /** The last day: today. */
  today: string;
  /** Does something on a later day; never, when that day does not come. */
  at(day: string, task: () => void): void;
  /** Somebody who lives here, is of an age, and passes; null when nobody was found in a while. */
  somebody(from: number, to: number, passes: (one: Person) => boolean): Person | null;
  /** Consecutive number of a paper of this year. */
  paper(): string;
}

/** How often a thing happens to a thousand people in a year, as in a ward of the city. */
const yearly: readonly [happen: (life: Life) => void, perThousand: number][] = [
  [births, 11],
  [deaths, 6],
  [marriages, 5],
  [divorces, 0.9],
  [splits, 2],
  [unions, 0.5],
  [arrivals, 7],
  [departures, 4.2],
  [lodgersCome, 11],
  [moves, 2.5],
  [absences, 6.5],
  [eidRises, 13],
  [policiesGranted, 5],
  [confirmations, 70],
];

/** Lets days go by from the day after `from` to `today`, and tells all that happens. */
export function live(world: World, from: string, today: string): void {
  const { random, people } = world;
  const tasks = new Map<string, (() => void)[]>();
  let papers = 0;
  const life: Life = {
    ...world,
    day: from,
    today,
    at(day, task) {
      if (day > today) return;
      const due = day > life.day ? day : plusDays(life.day, 1);
      tasks.set(due, [...(tasks.get(due) ?? []), task]);
    },
    somebody(youngest, oldest, passes) {
      for (let tries = 0; tries < 4000; tries++) {
        const one = people[Math.floor(random.next() * people.length)];
        if (!one || one.household === null) continue;
        const age = ageAt(one.born, life.day);
        if (age >= youngest && age <= oldest && passes(one)) return one;
      }
      return null;
    },
    paper: () => `${++papers}/${life.day.slice(0, 4)}`,
  };
  for (const household of world.households) watchTerm(life, household);
  for (let day = plusDays(from, 1); day <= today; day = plusDays(day, 1)) {
    if (day.slice(0, 4) !== life.day.slice(0, 4)) papers = 0;
    life.day = day;
    for (const task of tasks.get(day) ?? []) task();
    tasks.delete(day);
    if (day.endsWith('-01-01')) statusesReviewed(life);
    const thousands = world.households.reduce((sum, { members }) => sum + members.size, 0) / 1000;
    for (const [happen, perThousand] of yearly) {
      for (let times = random.count((perThousand * thousands) / 365); times > 0; times--) happen(life);
    }
  }
}
