import { expect, test } from 'vitest';
import { outcome } from '../../event-store/given.ts';
import { citizenOf, citizenStream } from '../citizen/citizen-state.ts';
import { dwellings, env, household, person, register, today, ward } from '../test-support.ts';
import { householdOf, householdStream } from './household-state.ts';
import { splitHousehold, type SplitHousehold } from './split.ts';

/** A couple with a grown son, his wife and their child. */
async function family() {
  const world = ward();
  const householdId = await household(world);
  const of = async (name: string, relation: string, birth: string) =>
    (await register(world, person(householdId, name, { relation }, { birth }))).citizenId;
  const ids = {
    head: await of('Ông', 'head', '1960'),
    wife: await of('Bà', 'wife', '1962-02'),
    son: await of('Con', 'child', '1990-03-01'),
    daughterInLaw: await of('Dâu', 'daughter_in_law', '1992-04-01'),
    child: await of('Cháu', 'grandchild', '2020-05-01'),
  };
  const split = (changes: Partial<SplitHousehold> = {}, more = {}) =>
    splitHousehold(
      {
        householdId,
        citizenIds: [ids.son, ids.daughterInLaw, ids.child],
        headId: ids.son,
        relations: [
          { citizenId: ids.daughterInLaw, relation: 'wife' },
          { citizenId: ids.child, relation: 'child' },
        ],
        dwellingId: null,
        details: {},
        occurredOn: '2026-03-01',
        ...changes,
      },
      env(more),
    );
  return { world, householdId, ids, split };
}

test('part of a household lives as one of its own from that day on, in one act', async () => {
  const { world, householdId, ids, split } = await family();
  const decided = await world.when(split({ details: { number: '77' } }));
  expect(decided.ok && decided.decision.writes.map((write) => write.stream.split('-')[0])).toEqual([
    'dwelling',
    'household',
    'household',
    'citizen',
    'citizen',
    'citizen',
  ]);
  const { householdId: formed = '' } = await world.run(split({ details: { number: '77' } }));
  expect(householdOf(world.events(householdStream(formed)))).toMatchObject({
    dwellingId: dwellings.one,
    formedOn: '2026-03-01',
    headId: ids.son,
    details: { number: '77' },
    members: new Set([ids.son, ids.daughterInLaw, ids.child]),
  });
  const left = householdOf(world.events(householdStream(householdId)));
  expect([left?.headId, [...(left?.members ?? [])]]).toEqual([ids.head, [ids.head, ids.wife]]);
  const lives = [ids.son, ids.daughterInLaw, ids.child].map((id) =>
    citizenOf(world.events(citizenStream(id)))?.residences.map((one) => [
      one.householdId === formed,
      one.relation,
      one.kind,
      one.since,
      one.endedOn,
    ]),
  );
  expect(lives).toEqual([
    [
      [false, 'child', 'permanent', '2025-07-01', '2026-03-01'],
      [true, 'head', 'permanent', '2026-03-01', null],
    ],
    [
      [false, 'daughter_in_law', 'permanent', '2025-07-01', '2026-03-01'],
      [true, 'wife', 'permanent', '2026-03-01', null],
    ],
    [
      [false, 'grandchild', 'permanent', '2025-07-01', '2026-03-01'],
      [true, 'child', 'permanent', '2026-03-01', null],
    ],
  ]);
});

test('a temporary residence goes on with its last day and source', async () => {
  const { world, householdId, split } = await family();
  const lodger = person(householdId, 'Thuê', {
    relation: 'lodger',
    kind: 'temporary',
    until: '2027-01-31',
    source: 'self_declared',
    since: '2026-01-31',
  });
  const { citizenId } = await register(world, lodger);
  await world.run(split({ citizenIds: [citizenId], headId: citizenId, relations: [] }));
  const [, now] = citizenOf(world.events(citizenStream(citizenId)))?.residences ?? [];
  expect(now).toMatchObject({ kind: 'temporary', until: '2027-01-31', source: 'self_declared', relation: 'head' });
});

test('another roof, where the clerk may write as well', async () => {
  const { world, split } = await family();
  const ownWard = {
    may: (_action: string, _subject: string, place: { ward: string | null }) =>
      place.ward === '27226' ? null : ({ code: 'FORBIDDEN' } as const),
  };
  expect(outcome(await world.when(split({ dwellingId: dwellings.far }, ownWard)))).toBe('DWELLING_NOT_HERE dwellingId');
  expect(outcome(await world.when(split({ dwellingId: today })))).toBe('DWELLING_NOT_HERE dwellingId');
  const { householdId = '' } = await world.run(split({ dwellingId: dwellings.two }, ownWard));
  expect(householdOf(world.events(householdStream(householdId)))?.dwellingId).toBe(dwellings.two);
});

test('what the law and the register do not allow is refused, each with its own reason', async () => {
  const { world, ids, split } = await family();
  const stranger = (await register(world, person(await household(world), 'Khách'))).citizenId;
  const child = { citizenIds: [ids.child], headId: ids.child, relations: [] };
  const tries: [Partial<SplitHousehold>, string][] = [
    [{ citizenIds: [] }, 'SPLIT_NOBODY citizenIds'],
    [{ citizenIds: [ids.son, stranger] }, 'NOT_MEMBER citizenIds'],
    [{ citizenIds: Object.values(ids) }, 'SPLIT_EVERYBODY citizenIds'],
    [{ citizenIds: [ids.head, ids.wife] }, 'SPLIT_HEAD_STAYS citizenIds'],
    [{ headId: ids.wife }, 'SPLIT_HEAD_NOT_CHOSEN headId'],
    [{ relations: [{ citizenId: ids.child, relation: 'child' }] }, 'RELATIONS_INCOMPLETE relations'],
    [
      {
        relations: [
          { citizenId: ids.daughterInLaw, relation: 'head' },
          { citizenId: ids.child, relation: 'child' },
        ],
      },
      'RELATION_HEAD relations',
    ],
    [child, 'SPLIT_NEEDS_ADULT citizenIds'],
    [{ occurredOn: '2026-11-23' }, 'DAY_IN_FUTURE occurredOn'],
    [{ occurredOn: '2025-06-30' }, 'DAY_BEFORE_FORMED occurredOn'],
    [{ details: { phone: 'x'.repeat(31) } }, 'FIELD_INVALID details.phone'],
    [{ householdId: dwellings.far }, 'HOUSEHOLD_UNKNOWN householdId'],
  ];
  for (const [changes, code] of tries) expect(outcome(await world.when(split(changes)))).toBe(code);
});

test('nobody goes before they came', async () => {
  const { world, householdId, split } = await family();
  const late = await register(world, person(householdId, 'Mới', { since: '2026-05-01' }));
  const asked = { citizenIds: [late.citizenId], headId: late.citizenId, relations: [] };
  expect(outcome(await world.when(split(asked)))).toBe('DAY_BEFORE_SINCE occurredOn');
});
