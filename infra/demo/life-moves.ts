import { earlier, plusDays } from './days.ts';
import { lodgers, newcomer, newcomers, plusMonths, termOf } from './families.ts';
import type { Life } from './life.ts';
import type { Dwelling, Household, Person } from './model.ts';
import { province } from './person.ts';
import { depart, formHousehold, membersOf, settle, tellFormed } from './world.ts';

const abroad = ['Nhật Bản', 'Hàn Quốc', 'Đài Loan', 'Úc', 'Hoa Kỳ', 'Đức'] as const;

/** Before a temporary residence runs out somebody decides: it is renewed, or they go, or nothing is done. */
export function watchTerm(life: Life, household: Household): void {
  const terms = Map.groupBy(
    membersOf(life, household).filter((one) => one.until !== null),
    (one) => one.until ?? '',
  );
  for (const [until, people] of terms)
    life.at(plusDays(until, -life.random.between(1, 14)), () => termEnds(life, household, until, people));
}

function termEnds(life: Life, household: Household, until: string, people: readonly Person[]): void {
  const staying = people.filter((one) => one.household === household.index && one.until === until);
  if (staying.length === 0) return;
  const { random } = life;
  const choice = random.weighted([
    ['renewal', 54],
    ['departure', 36],
    ['nothing', 10],
  ]);
  if (choice === 'renewal') {
    const next = plusMonths(until, termOf(life));
    for (const one of staying) {
      life.tell({ type: 'renewal', on: life.day, person: one.index, until: next });
      one.until = next;
    }
    watchTerm(life, household);
    return;
  }
  const expired = choice === 'nothing';
  // Who did nothing is found out at the next round; of the latest nobody knows yet.
  const day = expired ? plusDays(until, random.between(20, 110)) : earlier(until, life.today);
  const wentTo = expired ? null : random.chance(0.5) ? `Tỉnh ${province(random)}` : 'Nơi khác trong thành phố';
  life.at(day, () => {
    for (const one of headLast(household, staying)) {
      if (one.household !== household.index || one.until !== until) continue;
      life.tell({ type: 'leave', on: life.day, person: one.index, cause: expired ? 'expired' : 'departure', wentTo });
      depart(life, one, life.day);
    }
  });
}

/** Whoever heads a household that goes away as a whole goes last, so that nobody heads it for an hour. */
function headLast(household: Household, people: readonly Person[]): Person[] {
  return people.toSorted((a, b) => Number(a.index === household.head) - Number(b.index === household.head));
}

function roof(life: Life, kinds: (dwelling: Dwelling) => boolean): Dwelling | null {
  for (let tries = 0; tries < 500; tries++) {
    const dwelling = life.dwellings[Math.floor(life.random.next() * life.dwellings.length)];
    if (dwelling && kinds(dwelling)) return dwelling;
  }
  return null;
}

function crowd(life: Life, dwelling: Dwelling): number {
  return life.households.filter((one) => one.dwelling === dwelling.index && !one.dissolved).length;
}

function moveIn(
  life: Life,
  people: readonly Person[],
  dwelling: Dwelling,
  term: number | null,
  lodging: boolean,
): void {
  const { day, random } = life;
  const household = formHousehold(life, dwelling.index, day, lodging);
  tellFormed(life, household);
  const cameFrom = random.chance(0.6) ? `Tỉnh ${province(random)}` : 'Quận khác, Thành phố Hồ Chí Minh';
  const until = term === null ? null : plusMonths(day, term);
  for (const one of people) {
    const entry = settle(life, one, household, { kind: term === null ? 'permanent' : 'temporary', since: day, until });
    life.tell({ type: 'arrival', on: day, ...entry, cameFrom, first: false });
  }
  watchTerm(life, household);
}

/** Young people rent a room in a boarding house. */
export function lodgersCome(life: Life): void {
  const dwelling = roof(life, (one) => one.kind === 'boarding_house' && crowd(life, one) < 11);
  if (dwelling) moveIn(life, lodgers(life, life.day), dwelling, termOf(life), true);
}

/** A family comes to live in the ward, as owners or for rent; or a relative comes to stay with one. */
export function arrivals(life: Life): void {
  const { random, day, households } = life;
  if (random.chance(0.55)) {
    const dwelling = roof(life, (one) => one.kind !== 'boarding_house' && crowd(life, one) < 2);
    if (dwelling) moveIn(life, newcomers(life, day), dwelling, random.chance(0.3) ? termOf(life) : null, false);
    return;
  }
  const host = life.somebody(28, 70, (one) => {
    const own = households[one.household ?? -1];
    return own?.head === one.index && !own.lodging && own.members.size < 7;
  });
  const household = households[host?.household ?? -1];
  if (!household) return;
  const guest = newcomer(life, random.chance(0.5) ? 'male' : 'female', random.between(18, 30), day);
  const until = plusMonths(day, termOf(life));
  const entry = settle(life, guest, household, { kind: 'temporary', since: day, until });
  life.tell({
    type: 'arrival',
    on: day,
    ...entry,
    relation: 'lodger',
    cameFrom: `Tỉnh ${province(random)}`,
    first: false,
  });
  watchTerm(life, household);
}

/** Somebody leaves the ward for good, or a whole family does. */
export function departures(life: Life): void {
  const { random, day, households } = life;
  const whole = random.chance(0.3);
  const one = life.somebody(whole ? 28 : 18, whole ? 60 : 38, (each) => {
    const own = households[each.household ?? -1];
    if (!own || own.lodging || each.kind !== 'permanent') return false;
    return whole ? own.head === each.index && own.members.size < 6 : own.head !== each.index && each.spouse === null;
  });
  const household = households[one?.household ?? -1];
  if (!one || !household) return;
  const wentTo = random.weighted([
    ['Nơi khác trong thành phố', 55],
    [`Tỉnh ${province(random)}`, 30],
    [random.pick(abroad), 15],
  ]);
  for (const each of whole ? headLast(household, membersOf(life, household)) : [one]) {
    life.tell({ type: 'leave', on: day, person: each.index, cause: 'departure', wentTo });
    depart(life, each, day);
  }
}

/** A household moves to another roof of the ward. */
export function moves(life: Life): void {
  const { day, households } = life;
  const one = life.somebody(25, 75, (each) => {
    const own = households[each.household ?? -1];
    return own?.head === each.index && !own.lodging;
  });
  const household = households[one?.household ?? -1];
  if (!household) return;
  const dwelling = roof(
    life,
    (each) => each.kind !== 'boarding_house' && each.index !== household.dwelling && crowd(life, each) < 3,
  );
  if (!dwelling) return;
  household.dwelling = dwelling.index;
  life.tell({ type: 'moveHousehold', on: day, household: household.index, dwelling: dwelling.index });
}

/** Somebody goes away for a time, to work or to study (tạm vắng), and mostly comes back. */
export function absences(life: Life): void {
  const { random, day } = life;
  const one = life.somebody(18, 58, (each) => each.kind === 'permanent' && !each.away);
  if (!one) return;
  const overseas = random.chance(0.4);
  const until = plusMonths(day, random.between(3, 18));
  const reason = random.pick(
    overseas ? ['Lao động nước ngoài', 'Du học'] : ['Đi làm ăn xa', 'Đi học', 'Chăm sóc người thân'],
  );
  const destination = overseas ? random.pick(abroad) : `Tỉnh ${province(random)}`;
  life.tell({ type: 'absence', on: day, person: one.index, until, destination, reason });
  one.away = true;
  if (!random.chance(0.85)) return;
  life.at(plusDays(until, random.between(-40, 20)), () => {
    if (one.household === null || !one.away) return;
    life.tell({ type: 'return', on: life.day, person: one.index });
    one.away = false;
  });
}
