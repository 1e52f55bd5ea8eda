import { expect, test } from 'vitest';
import { given, outcome } from '../../event-store/given.ts';
import type { DomainEvent, RecordedEvent } from '../../event-store/log.ts';
import { nationalIdClaim } from '../citizen/claim.ts';
import { decideRoofs, decideWithdrawal, type WithdrawalResult } from './withdraw.ts';

const id = (number: number): string => `00000000-0000-8000-8000-${String(number).padStart(12, '0')}`;
const importId = '01930000-0000-7000-8000-000000000001';
const claimHash = (text: string): string => Buffer.from(text).toString('hex');
const nationalId = '079090000001';
const occurredOn = '2026-11-01';
const [home, head, child] = [id(1), id(101), id(102)];

const registered = (citizenId: string, details: object = {}): DomainEvent => ({
  type: 'CitizenRegistered',
  data: { citizenId, occurredOn, details: { fullName: 'Nguyễn Thử', sex: 'male', birth: null, ...details } },
});
const formed = { type: 'HouseholdFormed', data: { householdId: home, dwellingId: id(2), occurredOn, details: {} } };
const joined = (citizenId: string): DomainEvent => ({
  type: 'HouseholdMemberJoined',
  data: { householdId: home, citizenId, occurredOn },
});
const headed = (citizenId: string): DomainEvent => ({
  type: 'HouseholdHeadChanged',
  data: { householdId: home, citizenId, occurredOn },
});
const claim = nationalIdClaim(claimHash, nationalId);
const imported = {
  [`citizen-${head}`]: [registered(head, { nationalId })],
  [`citizen-${child}`]: [registered(child)],
  [`household-${home}`]: [formed, joined(head), headed(head), joined(child)],
  [claim]: [{ type: 'ClaimTaken', data: { kind: 'national-id', holder: head } }],
};
const part = { citizenIds: [head, child], households: [{ householdId: home, isNew: true }] };

/** What stands in `since` was recorded by others, all else by the import. */
async function withdrawing(since: Record<string, DomainEvent[]>, what = part) {
  const streams = { ...imported };
  for (const [stream, events] of Object.entries(since)) streams[stream] = [...(streams[stream] ?? []), ...events];
  const world = given(streams);
  const others = new Set(
    Object.values(since)
      .flat()
      .map(({ data }) => data),
  );
  const own = ({ data }: RecordedEvent): boolean => !others.has(data);
  const decided = await world.when(decideWithdrawal(what, { importId, today: '2026-11-22', own, claimHash }));
  if (!decided.ok) throw new Error(decided.rejection.code);
  return {
    result: decided.decision.result as WithdrawalResult,
    written: outcome(decided) as Record<string, DomainEvent[]>,
  };
}
const types = (written: Record<string, DomainEvent[]>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(written).map(([stream, events]) => [stream, events.map(({ type }) => type)]));

test('untouched, all of it goes, and the identity number is free again', async () => {
  const { result, written } = await withdrawing({});
  expect(result).toEqual({ citizens: 2, households: 1, dwellings: 0, kept: [] });
  expect(types(written)).toEqual({
    [`citizen-${head}`]: ['CitizenWithdrawn'],
    [`citizen-${child}`]: ['CitizenWithdrawn'],
    [claim]: ['ClaimReleased'],
    [`household-${home}`]: ['HouseholdWithdrawn'],
  });
  expect(written[`citizen-${head}`]?.[0]?.data).toEqual({ citizenId: head, importId, occurredOn: '2026-11-22' });
});

test('whoever has been recorded on since stays with their household, which the others leave', async () => {
  const changed = {
    type: 'CitizenDetailsChanged',
    data: { citizenId: child, nature: 'change', changes: { phone: '0903000111' }, reason: null, occurredOn },
  };
  const { result, written } = await withdrawing({ [`citizen-${child}`]: [changed] });
  expect(result).toMatchObject({
    citizens: 1,
    households: 0,
    kept: [
      ['citizen', child, 'changed'],
      ['household', home, 'members'],
    ],
  });
  expect(written[`household-${home}`]).toMatchObject([
    { type: 'HouseholdMemberLeft', data: { citizenId: head } },
    { type: 'HouseholdHeadChanged', data: { citizenId: null } },
  ]);
});

test('whom somebody else has made head since stays', async () => {
  const { result } = await withdrawing({ [`household-${home}`]: [headed(child)] });
  expect(result.kept).toEqual([
    ['citizen', child, 'head'],
    ['household', home, 'changed'],
  ]);
});

test('a household that was there before is left and keeps its head', async () => {
  const { result, written } = await withdrawing(
    { [`household-${home}`]: [headed(id(999))] },
    { ...part, households: [{ householdId: home, isNew: false }] },
  );
  expect(result).toMatchObject({ citizens: 2, households: 0, kept: [] });
  expect(types(written)[`household-${home}`]).toEqual(['HouseholdMemberLeft', 'HouseholdMemberLeft']);
});

test('an identity number that is somebody else’s by now is left alone', async () => {
  const passedOn = { type: 'ClaimTransferred', data: { kind: 'national-id', from: head, to: id(999) } };
  expect(types((await withdrawing({ [claim]: [passedOn] })).written)[claim]).toBeUndefined();
});

test('roofs go unless somebody lives there or has recorded something of them', async () => {
  const roof = (number: number): DomainEvent => ({
    type: 'DwellingRegistered',
    data: { dwellingId: id(number), ward: '27226', neighbourhood: null, occurredOn },
  });
  const confirmed = { type: 'DwellingConfirmed', data: { dwellingId: id(12), occurredOn } };
  const world = given({
    [`dwelling-${id(11)}`]: [roof(11)],
    [`dwelling-${id(12)}`]: [roof(12), confirmed],
    [`dwelling-${id(13)}`]: [roof(13)],
  });
  const own = ({ type }: RecordedEvent): boolean => type === 'DwellingRegistered';
  const options = { importId, today: '2026-11-22', own, claimHash };
  const decided = await world.when(decideRoofs([id(11), id(12), id(13), id(14)], new Set([id(13)]), options));
  expect(decided.ok && decided.decision.result).toMatchObject({
    dwellings: 1,
    kept: [
      ['dwelling', id(12), 'changed'],
      ['dwelling', id(13), 'inhabited'],
    ],
  });
  expect(outcome(decided)).toMatchObject({ [`dwelling-${id(11)}`]: [{ type: 'DwellingWithdrawn' }] });
});
