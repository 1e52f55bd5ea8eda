import { expect, test } from 'vitest';
import { given, outcome } from '../../event-store/given.ts';
import { nationalIdClaim } from '../citizen/claim.ts';
import type { Resident } from './resident.ts';
import { decideSlice, type SliceHousehold } from './slice.ts';

const id = (number: number): string => `00000000-0000-8000-8000-${String(number).padStart(12, '0')}`;
const importId = '01930000-0000-7000-8000-000000000001';
const claimHash = (text: string): string => Buffer.from(text).toString('hex');
const options = { importId, ward: '27226', today: '2026-11-22', claimHash };

function resident(line: number, changes: Partial<Resident> = {}): Resident {
  return {
    line,
    sourceKey: null,
    details: { fullName: `Nguyễn ${line}`, sex: 'male', birth: '1990-01-01' },
    relation: 'unknown',
    relationGiven: false,
    householdKey: null,
    householdNumber: '7',
    headName: null,
    headId: null,
    houseNumber: '1',
    oldNumber: null,
    street: 'Lê Lợi',
    neighbourhood: null,
    kind: 'permanent',
    since: null,
    until: null,
    cameFrom: null,
    unmapped: {},
    issues: [],
    ...changes,
  };
}

function household(people: Resident[], changes: Partial<SliceHousehold> = {}): SliceHousehold {
  return {
    household: 0,
    slice: 0,
    householdId: id(1),
    isNew: true,
    formedOn: '2026-11-22',
    dwellingId: id(2),
    dwellingFrom: '2026-11-22',
    people: people.map((one) => ({ citizenId: id(100 + one.line), isHead: one.relation === 'head', resident: one })),
    ...changes,
  };
}

const dwelling = {
  type: 'DwellingRegistered',
  data: {
    dwellingId: id(2),
    ward: '27226',
    neighbourhood: null,
    houseNumber: '1',
    oldNumber: null,
    street: 'Lê Lợi',
    kind: 'house',
    point: null,
    occurredOn: '2020-01-01',
  },
};
const formed = {
  type: 'HouseholdFormed',
  data: { householdId: id(1), dwellingId: id(2), occurredOn: '2020-01-01', details: {} },
};
const resultOf = async (world: ReturnType<typeof given>, slice: SliceHousehold[]) => {
  const decided = await world.when(decideSlice(slice, options));
  return decided.ok ? decided.decision.result : decided.rejection;
};

test('roof, household, people and claims, in this order; the head is the head in both streams', async () => {
  const details = { fullName: 'Nguyễn Chủ', sex: 'male' as const, birth: '1990-01-01', nationalId: '079090000001' };
  const decided = await given().when(
    decideSlice([household([resident(2, { relation: 'head', details }), resident(3, { relation: 'child' })])], options),
  );
  const claim = nationalIdClaim(claimHash, '079090000001');
  expect(decided.ok && decided.decision.writes.map(({ stream }) => stream)).toEqual([
    `dwelling-${id(2)}`,
    `household-${id(1)}`,
    `citizen-${id(102)}`,
    `citizen-${id(103)}`,
    claim,
  ]);
  expect(decided.ok && decided.decision.result).toEqual({ people: 2, households: 1, dwellings: 1, failed: [] });
  expect(outcome(decided)).toMatchObject({
    [`household-${id(1)}`]: [
      { type: 'HouseholdFormed', data: { dwellingId: id(2), details: { number: '7' } } },
      { type: 'HouseholdMemberJoined', data: { citizenId: id(102) } },
      { type: 'HouseholdHeadChanged', data: { citizenId: id(102) } },
      { type: 'HouseholdMemberJoined', data: { citizenId: id(103) } },
    ],
    [`citizen-${id(102)}`]: [
      { type: 'CitizenRegistered', data: { details } },
      {
        type: 'ResidenceStarted',
        data: { relation: 'head', cause: 'first_entry', estimated: true, source: 'import', occurredOn: '2026-11-22' },
      },
    ],
    [claim]: [{ type: 'ClaimTaken', data: { holder: id(102) } }],
  });
});

test('decided twice it is the same to the last id', async () => {
  const slice = [household([resident(2), resident(3)])];
  expect(await given().when(decideSlice(slice, options))).toEqual(await given().when(decideSlice(slice, options)));
});

test('a number that somebody else holds leaves out its row alone', async () => {
  const claim = nationalIdClaim(claimHash, '079090000001');
  const world = given({ [claim]: [{ type: 'ClaimTaken', data: { kind: 'national-id', holder: id(999) } }] });
  const details = { fullName: 'Nguyễn Trùng', sex: 'male' as const, birth: null, nationalId: '079090000001' };
  expect(await resultOf(world, [household([resident(2, { details }), resident(3)])])).toMatchObject({
    people: 1,
    failed: [[2, 'id_taken']],
  });
});

test('a household of the register is joined and keeps its head', async () => {
  const world = given({
    [`dwelling-${id(2)}`]: [dwelling],
    [`household-${id(1)}`]: [
      formed,
      { type: 'HouseholdHeadChanged', data: { householdId: id(1), citizenId: id(50), occurredOn: '2020-01-01' } },
    ],
  });
  const slice = [
    household([resident(2, { relation: 'head' })], { isNew: false, dwellingId: null, dwellingFrom: null }),
  ];
  const decided = await world.when(decideSlice(slice, options));
  expect(outcome(decided)).toMatchObject({
    [`household-${id(1)}`]: [{ type: 'HouseholdMemberJoined' }],
    [`citizen-${id(102)}`]: [{}, { data: { relation: 'unknown' } }],
  });
});

test('dissolved or moved away meanwhile, its rows are told and nothing is written', async () => {
  const slice = [household([resident(2)], { isNew: false, dwellingId: null, dwellingFrom: null })];
  const gone = { failed: [[2, 'household_gone']], people: 0 };
  const dissolved = { type: 'HouseholdDissolved', data: { householdId: id(1), occurredOn: '2026-01-01' } };
  expect(
    await resultOf(given({ [`dwelling-${id(2)}`]: [dwelling], [`household-${id(1)}`]: [formed, dissolved] }), slice),
  ).toMatchObject(gone);
  const elsewhere = { ...dwelling, data: { ...dwelling.data, ward: '27232' } };
  expect(
    await resultOf(given({ [`dwelling-${id(2)}`]: [elsewhere], [`household-${id(1)}`]: [formed] }), slice),
  ).toMatchObject(gone);
});

test('a roof is registered even where nobody of its first household could be, since others rely on it', async () => {
  const details = { fullName: 'Nguyễn Sai', sex: 'male' as const, birth: '2027-01-01' };
  const decided = await given().when(decideSlice([household([resident(2, { details })])], options));
  expect(outcome(decided)).toEqual({
    [`dwelling-${id(2)}`]: [expect.objectContaining({ type: 'DwellingRegistered' })],
  });
});
