import { expect, test } from 'vitest';
import { outcome } from '../../event-store/given.ts';
import { citizenOf, citizenStream } from '../citizen/citizen-state.ts';
import { joinHousehold } from '../citizen/residence.ts';
import { dwellings, env, household, person, register, today, ward } from '../test-support.ts';
import { householdOf, householdStream } from './household-state.ts';
import { dissolveHousehold } from './household.ts';
import { joinHouseholds, type JoinHouseholds } from './join.ts';

async function two() {
  const world = ward();
  const householdId = await household(world);
  const intoHouseholdId = await household(world, dwellings.two);
  const mother = (await register(world, person(householdId, 'Mẹ', { relation: 'head' }))).citizenId;
  const aunt = (await register(world, person(householdId, 'Dì', { relation: 'sibling' }))).citizenId;
  const son = (await register(world, person(intoHouseholdId, 'Con', { relation: 'head' }))).citizenId;
  const join = (changes: Partial<JoinHouseholds> = {}, more = {}) =>
    joinHouseholds(
      {
        householdId,
        intoHouseholdId,
        relations: [
          { citizenId: mother, relation: 'mother' },
          { citizenId: aunt, relation: 'uncle_aunt' },
        ],
        occurredOn: '2026-03-01',
        ...changes,
      },
      env(more),
    );
  return { world, householdId, intoHouseholdId, mother, aunt, son, join };
}

test('all members live in the other household from that day on; the emptied one is dissolved', async () => {
  const { world, householdId, intoHouseholdId, mother, aunt, son, join } = await two();
  await world.run(join());
  expect(householdOf(world.events(householdStream(householdId)))).toMatchObject({
    members: new Set(),
    headId: null,
    dissolvedOn: '2026-03-01',
  });
  expect(world.events(householdStream(householdId)).map(({ type }) => type)).toContain('HouseholdJoined');
  expect(householdOf(world.events(householdStream(intoHouseholdId)))).toMatchObject({
    members: new Set([son, mother, aunt]),
    headId: son,
  });
  const [before, now] = citizenOf(world.events(citizenStream(mother)))?.residences ?? [];
  expect([before?.endedOn, now]).toMatchObject([
    '2026-03-01',
    { householdId: intoHouseholdId, relation: 'mother', kind: 'permanent', since: '2026-03-01', endedOn: null },
  ]);
  expect(outcome(await world.when(join()))).toBe('HOUSEHOLD_DISSOLVED');
});

test('two households under one roof share its stream', async () => {
  const { world, householdId, join } = await two();
  const intoHouseholdId = await household(world);
  await register(world, person(intoHouseholdId, 'Chủ', { relation: 'head' }));
  await world.run(join({ intoHouseholdId }));
  expect(householdOf(world.events(householdStream(householdId)))?.dissolvedOn).toBe('2026-03-01');
});

test('what does not fit is refused, each with its own reason', async () => {
  const { world, householdId, mother, aunt, join } = await two();
  const headless = await household(world);
  const empty = await household(world);
  const gone = await household(world);
  await world.run(dissolveHousehold({ householdId: gone, occurredOn: today }, env()));
  const late = await household(world, dwellings.two, '2026-06-01');
  await register(world, person(late, 'Chủ', { relation: 'head', since: '2026-06-01' }));
  const tries: [Partial<JoinHouseholds>, string][] = [
    [{ intoHouseholdId: householdId }, 'JOIN_ITSELF intoHouseholdId'],
    [{ intoHouseholdId: dwellings.far }, 'HOUSEHOLD_UNKNOWN intoHouseholdId'],
    [{ intoHouseholdId: gone }, 'HOUSEHOLD_DISSOLVED intoHouseholdId'],
    [{ intoHouseholdId: headless }, 'JOIN_NEEDS_HEAD intoHouseholdId'],
    [{ householdId: empty }, 'HOUSEHOLD_EMPTY'],
    [{ householdId: dwellings.far }, 'HOUSEHOLD_UNKNOWN householdId'],
    [{ relations: [{ citizenId: mother, relation: 'mother' }] }, 'RELATIONS_INCOMPLETE relations'],
    [
      {
        relations: [
          { citizenId: mother, relation: 'head' },
          { citizenId: aunt, relation: 'other' },
        ],
      },
      'RELATION_HEAD relations',
    ],
    [{ occurredOn: '2026-11-23' }, 'DAY_IN_FUTURE occurredOn'],
    [{ occurredOn: '2025-06-30' }, 'DAY_BEFORE_FORMED occurredOn'],
    [{ intoHouseholdId: late }, 'DAY_BEFORE_FORMED occurredOn'],
  ];
  for (const [changes, code] of tries) expect(outcome(await world.when(join(changes)))).toBe(code);
});

test('who already lives in the other household stands against it', async () => {
  const { world, mother, intoHouseholdId, join } = await two();
  const stay = person(intoHouseholdId, '', { kind: 'temporary', cause: 'arrival', until: '2026-12-31' });
  await world.run(joinHousehold({ ...stay, citizenId: mother }, env()));
  expect(outcome(await world.when(join()))).toBe('ALREADY_MEMBER');
});

test('a household outside the scope is as unknown as one that does not exist', async () => {
  const { world, join } = await two();
  const blind = { may: () => ({ code: 'NOT_FOUND' }) as const };
  const there = await world.when(join({}, blind));
  const nowhere = await world.when(join({ householdId: dwellings.far }, blind));
  expect(there).toEqual(nowhere);
});
