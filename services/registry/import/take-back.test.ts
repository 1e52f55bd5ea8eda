import { expect, test } from 'vitest';
import { given, outcome } from '../../event-store/given.ts';
import type { DomainEvent, RecordedEvent } from '../../event-store/log.ts';
import { nationalIdClaim } from '../citizen/claim.ts';
import { decideFactsBack, decideMovesBack } from './take-back.ts';
import type { WithdrawalResult } from './withdraw.ts';

const id = (number: number): string => `00000000-0000-8000-8000-${String(number).padStart(12, '0')}`;
const importId = '01930000-0000-7000-8000-000000000001';
const claimHash = (text: string): string => Buffer.from(text).toString('hex');
const nationalId = '079040000001';
const claim = nationalIdClaim(claimHash, nationalId);
const [day, today] = ['2026-11-01', '2026-11-22'];
const [home, next, roof, old, husband, wife, marriageId] = [id(1), id(2), id(3), id(4), id(101), id(102), id(201)];

const registered = (citizenId: string, details: object = {}): DomainEvent => ({
  type: 'CitizenRegistered',
  data: { citizenId, occurredOn: '2020-01-01', details: { fullName: 'Lê Thử', sex: 'male', birth: null, ...details } },
});
const lives = (citizenId: string, householdId: string, occurredOn: string, residenceId = citizenId): DomainEvent => ({
  type: 'ResidenceStarted',
  data: {
    ...{ citizenId, residenceId, kind: 'permanent', householdId, relation: 'child', cause: 'first_entry' },
    ...{ estimated: false, until: null, source: 'import', cameFrom: null, occurredOn },
  },
});
const of = (type: string, data: object): DomainEvent => ({ type, data: { occurredOn: day, ...data } });
const married = (citizenId: string, spouseId: string): DomainEvent =>
  of('MarriageRecorded', { citizenId, marriageId, spouseId, spouseName: null, evidence: null });
const left = (citizenId: string, householdId = home) => of('HouseholdMemberLeft', { householdId, citizenId });
const joined = (citizenId: string, householdId = home) => of('HouseholdMemberJoined', { householdId, citizenId });
const headed = (citizenId: string | null, householdId = home) => of('HouseholdHeadChanged', { householdId, citizenId });
const noted = (citizenId: string) =>
  of('CitizenDetailsChanged', { citizenId, nature: 'change', changes: { note: 'x' }, reason: null });

/** A couple at home: he heads the household and holds a number. */
const stood: Record<string, DomainEvent[]> = {
  [`citizen-${husband}`]: [
    registered(husband, { nationalId }),
    lives(husband, home, '2020-01-01'),
    married(husband, wife),
  ],
  [`citizen-${wife}`]: [registered(wife), lives(wife, home, '2020-01-01'), married(wife, husband)],
  [`household-${home}`]: [
    of('HouseholdFormed', { householdId: home, dwellingId: roof, details: {} }),
    ...[joined(husband), headed(husband), joined(wife)],
  ],
  [claim]: [of('ClaimTaken', { kind: 'national-id', holder: husband })],
  [`dwelling-${roof}`]: [of('DwellingRegistered', { dwellingId: roof, ward: '27226', neighbourhood: null })],
};
/** The file said that he had died. */
const death: Record<string, DomainEvent[]> = {
  [`citizen-${husband}`]: [of('CitizenDied', { citizenId: husband })],
  [`citizen-${wife}`]: [of('MarriageEnded', { citizenId: wife, marriageId, cause: 'death', evidence: null })],
  [`household-${home}`]: [left(husband), headed(null)],
  [claim]: [of('ClaimReleased', { kind: 'national-id', holder: husband, reason: 'death' })],
};

/** What stands in `said` is the import's; what stands in `since` was recorded by others afterwards. */
async function takingBack(
  said: Record<string, DomainEvent[]>,
  since: Record<string, DomainEvent[]>,
  ids: string[],
  decider = decideFactsBack,
) {
  const streams = { ...stood };
  for (const more of [said, since])
    for (const [stream, events] of Object.entries(more)) streams[stream] = [...(streams[stream] ?? []), ...events];
  const saidFacts = new Set(
    Object.values(said)
      .flat()
      .map(({ data }) => data),
  );
  const own = ({ data }: RecordedEvent): boolean => saidFacts.has(data);
  const decided = await given(streams).when(decider(ids, { importId, today, own, claimHash }));
  if (!decided.ok) throw new Error(decided.rejection.code);
  const result = decided.decision.result as WithdrawalResult;
  return { kept: result.kept, written: outcome(decided) as Record<string, DomainEvent[]> };
}

test('a death goes: he lives, heads his household, holds his number, and his wife is no widow', async () => {
  const { kept, written } = await takingBack(death, {}, [husband]);
  expect(kept).toEqual([]);
  expect(written).toMatchObject({
    [`citizen-${husband}`]: [
      { type: 'CitizenFactsTakenBack', data: { whole: { died: null, residences: [{ endedOn: null }] } } },
    ],
    [`citizen-${wife}`]: [
      { data: { whole: { marriages: [{ endedOn: null }], details: { maritalStatus: 'married' } } } },
    ],
    [`household-${home}`]: [
      { type: 'HouseholdMemberJoined', data: { citizenId: husband, importId } },
      { type: 'HouseholdHeadChanged', data: { citizenId: husband } },
    ],
    [claim]: [{ type: 'ClaimTaken', data: { holder: husband } }],
  });
});

test.each<[string, string, Record<string, DomainEvent[]>]>([
  ['somebody has recorded on of him', 'changed', { [`citizen-${husband}`]: [noted(husband)] }],
  ['somebody has recorded on of his widow', 'changed', { [`citizen-${wife}`]: [noted(wife)] }],
  ['the household has another head', 'head', { [`household-${home}`]: [headed(wife)] }],
  [
    'the household is no more',
    'changed',
    { [`household-${home}`]: [left(wife), of('HouseholdDissolved', { householdId: home })] },
  ],
  [
    'somebody else holds his number',
    'number',
    { [claim]: [of('ClaimTaken', { kind: 'national-id', holder: id(999) })] },
  ],
])('a death stays when %s', async (_, why, since) => {
  const { kept, written } = await takingBack(death, since, [husband]);
  expect(kept).toEqual([['citizen', husband, why]]);
  expect(written).toEqual({});
});

test('a move goes both ways; a number that was corrected is exchanged again', async () => {
  const other = nationalIdClaim(claimHash, '079040000002');
  const said = {
    [`citizen-${husband}`]: [
      of('ResidenceEnded', { citizenId: husband, residenceId: husband, cause: 'move', wentTo: null }),
      lives(husband, next, day, id(301)),
      of('CitizenDetailsChanged', {
        citizenId: husband,
        nature: 'correction',
        changes: { nationalId: '079040000002' },
        reason: null,
      }),
    ],
    [`household-${home}`]: [left(husband), headed(null)],
    [`household-${next}`]: [
      of('HouseholdFormed', { householdId: next, dwellingId: roof, details: {} }),
      ...[joined(husband, next), headed(husband, next)],
    ],
    [claim]: [of('ClaimReleased', { kind: 'national-id', holder: husband, reason: 'correction' })],
    [other]: [of('ClaimTaken', { kind: 'national-id', holder: husband })],
  };
  const { kept, written } = await takingBack(said, {}, [husband]);
  expect(kept).toEqual([]);
  expect(written).toMatchObject({
    [`citizen-${husband}`]: [{ data: { facts: [expect.any(String), expect.any(String), expect.any(String)] } }],
    [`household-${home}`]: [{ type: 'HouseholdMemberJoined' }, { data: { citizenId: husband } }],
    [`household-${next}`]: [{ type: 'HouseholdMemberLeft', data: { importId } }, { data: { citizenId: null } }],
    [other]: [{ type: 'ClaimReleased' }],
    [claim]: [{ type: 'ClaimTaken' }],
  });
});

test('a household stands where it stood before it moved, unless somebody has recorded on', async () => {
  const said = { [`household-${home}`]: [of('HouseholdMoved', { householdId: home, dwellingId: old })] };
  const { written } = await takingBack(said, {}, [home], decideMovesBack);
  expect(written[`household-${home}`]).toMatchObject([
    {
      type: 'HouseholdMoveTakenBack',
      data: { dwellingId: roof, since: day, formerDwellings: [], facts: [expect.any(String)] },
    },
  ]);
  const since = { [`household-${home}`]: [joined(id(999))] };
  expect((await takingBack(said, since, [home], decideMovesBack)).kept).toEqual([['household', home, 'changed']]);
});
