import { expect, test } from 'vitest';
import { outcome } from '../../event-store/given.ts';
import { citizenOf, citizenStream } from '../citizen/citizen-state.ts';
import { dwellings, env, household, person, register, today, ward } from '../test-support.ts';
import { changeHead, type ChangeHead } from './head.ts';
import { changeHousehold, dissolveHousehold, formHousehold, moveHousehold } from './household.ts';
import { householdOf, householdStream } from './household-state.ts';

test('a household is formed in a dwelling that exists, by who may write there, and not in the future', async () => {
  const world = ward();
  const form = (changes = {}, more = {}) =>
    formHousehold({ dwellingId: dwellings.one, details: { number: '12' }, occurredOn: today, ...changes }, env(more));
  expect(outcome(await world.when(form({ dwellingId: today })))).toBe('NOT_FOUND dwellingId');
  expect(outcome(await world.when(form({ occurredOn: '2026-11-23' })))).toBe('DAY_IN_FUTURE occurredOn');
  expect(outcome(await world.when(form({ details: { phone: 'x'.repeat(31) } })))).toBe('FIELD_INVALID details.phone');
  expect(outcome(await world.when(form({}, { may: () => ({ code: 'FORBIDDEN' }) })))).toBe('FORBIDDEN');
  const { householdId = '' } = await world.run(form());
  expect(householdOf(world.events(householdStream(householdId)))).toMatchObject({
    dwellingId: dwellings.one,
    details: { number: '12', phone: null },
  });
});

test('only what differs is written, on the version that was shown', async () => {
  const world = ward();
  const householdId = await household(world);
  const change = (expectedVersion: number, changes = {}) =>
    changeHousehold({ householdId, expectedVersion, changes }, env());
  expect(outcome(await world.when(change(1)))).toBe('NOTHING_CHANGED');
  expect(outcome(await world.when(change(0, { number: '7' })))).toBe('CONFLICT');
  const written = outcome(await world.when(change(1, { number: '7', phone: null })));
  expect(written).toEqual({
    [householdStream(householdId)]: [
      { type: 'HouseholdDetailsChanged', data: { householdId, changes: { number: '7' }, occurredOn: today } },
    ],
  });
});

test('a household moves to another dwelling where the clerk may write as well', async () => {
  const world = ward();
  const householdId = await household(world);
  const move = (dwellingId: string, occurredOn = today, more = {}) =>
    moveHousehold({ householdId, dwellingId, occurredOn }, env(more));
  expect(outcome(await world.when(move(dwellings.one)))).toBe('HOUSEHOLD_SAME_DWELLING dwellingId');
  expect(outcome(await world.when(move(dwellings.two, '2025-06-30')))).toBe('DAY_BEFORE_LAST occurredOn');
  expect(outcome(await world.when(move(dwellings.two, '2026-11-23')))).toBe('DAY_IN_FUTURE occurredOn');
  const ownWard = {
    may: (_action: string, _subject: string, place: { ward: string | null }) =>
      place.ward === '27226' ? null : ({ code: 'NOT_FOUND' } as const),
  };
  // To another ward one departs and arrives, whoever may write in both; a roof that is nowhere is answered the same.
  for (const elsewhere of [dwellings.far, householdId])
    for (const may of [ownWard, {}])
      expect(outcome(await world.when(move(elsewhere, today, may)))).toBe('DWELLING_NOT_HERE dwellingId');
  await world.run(move(dwellings.two, today, ownWard));
  expect(householdOf(world.events(householdStream(householdId)))?.dwellingId).toBe(dwellings.two);
});

test('only an empty household is dissolved, and nothing more happens to it', async () => {
  const world = ward();
  const householdId = await household(world);
  const full = await household(world);
  await register(world, person(full, 'An'));
  const dissolve = (id: string, occurredOn = today) => dissolveHousehold({ householdId: id, occurredOn }, env());
  expect(outcome(await world.when(dissolve(full)))).toBe('HOUSEHOLD_NOT_EMPTY');
  expect(outcome(await world.when(dissolve(householdId, '2025-06-30')))).toBe('DAY_BEFORE_FORMED occurredOn');
  await world.run(dissolve(householdId));
  expect(outcome(await world.when(dissolve(householdId)))).toBe('HOUSEHOLD_DISSOLVED');
  expect(
    outcome(await world.when(moveHousehold({ householdId, dwellingId: dwellings.two, occurredOn: today }, env()))),
  ).toBe('HOUSEHOLD_DISSOLVED');
});

test('a household outside the scope is as unknown as one that does not exist', async () => {
  const world = ward();
  const householdId = await household(world);
  const blind = env({ may: () => ({ code: 'NOT_FOUND' }) });
  const there = await world.when(dissolveHousehold({ householdId, occurredOn: today }, blind));
  const nowhere = await world.when(dissolveHousehold({ householdId: dwellings.far, occurredOn: today }, blind));
  expect(there).toEqual(nowhere);
});

test('a change of head says every relation anew, in every stream, in one act', async () => {
  const world = ward();
  const householdId = await household(world);
  const head = await register(world, person(householdId, 'Ông', { relation: 'head' }));
  const wife = await register(world, person(householdId, 'Bà', { relation: 'wife' }));
  const child = await register(world, person(householdId, 'Con', { relation: 'child' }));
  const stranger = await register(world, person(await household(world), 'Khách'));
  const change = (changes: Partial<ChangeHead> = {}) =>
    changeHead(
      {
        householdId,
        citizenId: wife.citizenId,
        occurredOn: today,
        relations: [
          { citizenId: head.citizenId, relation: 'husband' },
          { citizenId: child.citizenId, relation: 'child' },
        ],
        ...changes,
      },
      env(),
    );
  const tries: [Partial<ChangeHead>, string][] = [
    [{ citizenId: stranger.citizenId }, 'NOT_MEMBER citizenId'],
    [{ citizenId: head.citizenId }, 'HEAD_UNCHANGED citizenId'],
    [{ occurredOn: '2026-11-23' }, 'DAY_IN_FUTURE occurredOn'],
    [{ occurredOn: '2025-06-30' }, 'DAY_BEFORE_FORMED occurredOn'],
    [{ relations: [{ citizenId: head.citizenId, relation: 'husband' }] }, 'RELATIONS_INCOMPLETE relations'],
    [
      {
        relations: [
          { citizenId: head.citizenId, relation: 'head' },
          { citizenId: child.citizenId, relation: 'child' },
        ],
      },
      'RELATION_HEAD relations',
    ],
    [
      {
        relations: [
          { citizenId: head.citizenId, relation: 'husband' },
          { citizenId: stranger.citizenId, relation: 'child' },
        ],
      },
      'RELATIONS_INCOMPLETE relations',
    ],
  ];
  for (const [changes, code] of tries) expect(outcome(await world.when(change(changes)))).toBe(code);
  const decided = await world.when(change());
  expect(decided.ok && decided.decision.writes.map((write) => [write.stream, write.events.length])).toEqual([
    [householdStream(householdId), 1],
    [citizenStream(head.citizenId), 1],
    [citizenStream(wife.citizenId), 1],
    [citizenStream(child.citizenId), 0],
  ]);
  await world.run(change());
  expect(householdOf(world.events(householdStream(householdId)))?.headId).toBe(wife.citizenId);
  const relations = [head, wife, child].map(
    ({ citizenId }) => citizenOf(world.events(citizenStream(citizenId)))?.residences[0]?.relation,
  );
  expect(relations).toEqual(['husband', 'head', 'child']);
});
