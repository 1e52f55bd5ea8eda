import { describe, expect, test } from 'vitest';
import { outcome } from '../../../event-store/given.ts';
import { dwellings, env, household, person, register, today, ward } from '../../test-support.ts';
import { citizenOf, citizenStream } from '../citizen-state.ts';
import { leaveHousehold } from '../residence.ts';
import { endAbsence, startAbsence, type StartAbsence } from './absence.ts';
import { arriveByNationalId, type ArriveByNationalId } from './arrival.ts';
import { registerBirth, type RegisterBirth } from './birth.ts';
import { recordDeath } from './death.ts';
import { recordEid } from './eid.ts';
import { endPolicyStatus, grantPolicyStatus, type GrantPolicyStatus } from './policy.ts';
import { renewResidence } from './renewal.ts';

const nationalId = '079190000001';
const nobody = '00000000-0000-7000-8000-0000000000ff';
const paper = {
  kind: 'residence_notice',
  number: '12/CT08',
  issuedOn: '2026-11-01',
  issuedBy: 'Công an phường',
} as const;
const denied = env({ may: (_action, _subject, _place, group) => (group ? { code: 'FORBIDDEN' } : null) });

async function someone(changes = {}, details = {}) {
  const world = ward();
  const householdId = await household(world);
  const ids = await register(world, person(householdId, 'Nguyễn Thị An', changes, details));
  const state = () => citizenOf(world.events(citizenStream(ids.citizenId)));
  return { world, householdId, ...ids, state };
}

describe('away from home', () => {
  const absence = (citizenId: string, changes: Partial<StartAbsence> = {}): StartAbsence => ({
    ...{ citizenId, occurredOn: '2026-01-10', until: '2026-06-30', destination: 'Cần Thơ', reason: 'học' },
    ...{ source: 'self_declared', evidence: null },
    ...changes,
  });

  test('is started, and ended by the return', async () => {
    const { world, citizenId, state } = await someone();
    const { absenceId = '' } = await world.run(startAbsence(absence(citizenId), env()));
    await world.run(endAbsence({ citizenId, absenceId, cause: 'returned', occurredOn: '2026-05-01' }, env()));
    expect(state()?.absences).toEqual([
      { absenceId, since: '2026-01-10', until: '2026-06-30', destination: 'Cần Thơ', endedOn: '2026-05-01' },
    ]);
    const again = outcome(await world.when(startAbsence(absence(citizenId, { occurredOn: '2026-05-01' }), env())));
    expect(typeof again).toBe('object');
  });

  test.each<[Partial<StartAbsence>, string]>([
    [{ occurredOn: '2026-11-23' }, 'DAY_IN_FUTURE occurredOn'],
    [{ occurredOn: '2025-06-30', until: null }, 'DAY_BEFORE_SINCE occurredOn'],
    [{ until: '2026-01-09' }, 'UNTIL_BEFORE_SINCE until'],
    [{ occurredOn: '2026-04-01', until: null }, 'ABSENCE_OVERLAP occurredOn'],
    [{ occurredOn: '2026-01-01', until: null }, 'ABSENCE_OVERLAP occurredOn'],
    [{ occurredOn: '2026-01-01', until: '2026-01-09' }, 'done'],
    [{ evidence: { ...paper, issuedOn: '2026-11-23' } }, 'DAY_IN_FUTURE evidence.issuedOn'],
  ])('%j beside one since 10 January -> %s', async (changes, expected) => {
    const { world, citizenId } = await someone();
    await world.run(startAbsence(absence(citizenId), env()));
    const result = outcome(await world.when(startAbsence(absence(citizenId, changes), env())));
    expect(typeof result === 'string' ? result : 'done').toBe(expected);
  });

  test('needs a home, life and the right; the return is not before the start', async () => {
    const { world, citizenId, residenceId } = await someone();
    expect(outcome(await world.when(startAbsence(absence(citizenId), denied)))).toBe('FORBIDDEN');
    const { absenceId = '' } = await world.run(startAbsence(absence(citizenId), env()));
    const back = (changes: object) =>
      world
        .when(endAbsence({ citizenId, absenceId, cause: 'returned', occurredOn: '2026-02-01', ...changes }, env()))
        .then(outcome);
    expect(await back({ occurredOn: '2026-01-09' })).toBe('DAY_BEFORE_ABSENCE occurredOn');
    expect(await back({ absenceId: residenceId })).toBe('ABSENCE_UNKNOWN');
    await world.run(endAbsence({ citizenId, absenceId, cause: 'recorded_in_error', occurredOn: today }, env()));
    expect(await back({})).toBe('ABSENCE_UNKNOWN');
    await world.run(
      leaveHousehold({ citizenId, residenceId, cause: 'departure', occurredOn: '2026-03-01', wentTo: null }, env()),
    );
    expect(outcome(await world.when(startAbsence(absence(citizenId), env())))).toBe('ABSENCE_WITHOUT_RESIDENCE');
    await world.run(recordDeath({ citizenId, occurredOn: today }, env()));
    expect(outcome(await world.when(startAbsence(absence(citizenId), env())))).toBe('CITIZEN_DEAD');
  });
});

describe('renewing a temporary residence', () => {
  const temporary = { kind: 'temporary', since: '2025-01-01', until: '2026-12-01', relation: 'lodger' };

  test.each([
    ['2028-12-01', '2026-11-20', 'done'],
    ['2028-12-02', '2026-11-20', 'RENEWAL_TOO_LONG until'],
    ['2026-12-01', '2026-11-20', 'RENEWAL_NOT_LATER until'],
    ['2027-12-01', '2026-11-23', 'DAY_IN_FUTURE occurredOn'],
    ['2027-12-01', '2024-12-31', 'DAY_BEFORE_SINCE occurredOn'],
    ['2027-02-29', '2026-11-20', 'FIELD_INVALID until'],
  ])('until %s, asked for on %s -> %s', async (until, occurredOn, expected) => {
    const { world, citizenId, residenceId, state } = await someone(temporary);
    const renewal = { citizenId, residenceId, until, occurredOn, source: 'police', evidence: paper };
    const result = outcome(await world.when(renewResidence(renewal, env())));
    expect(typeof result === 'string' ? result : 'done').toBe(expected);
    if (expected !== 'done') return;
    await world.run(renewResidence(renewal, env()));
    expect(state()?.residences).toMatchObject([{ until, source: 'police' }]);
  });

  test('nothing permanent, nothing ended, by nobody without the right', async () => {
    const { world, citizenId, residenceId } = await someone();
    const renewal = { citizenId, residenceId, until: '2027-01-01', occurredOn: today, source: 'police' };
    expect(outcome(await world.when(renewResidence(renewal, env())))).toBe('RENEWAL_NOT_TEMPORARY');
    expect(outcome(await world.when(renewResidence(renewal, denied)))).toBe('FORBIDDEN');
    const left = { citizenId, residenceId, cause: 'departure', occurredOn: today, wentTo: null };
    await world.run(leaveHousehold(left, env()));
    expect(outcome(await world.when(renewResidence(renewal, env())))).toBe('RESIDENCE_ENDED');
  });
});

describe('arriving by number', () => {
  async function departed() {
    const given = await someone({}, { nationalId });
    const { world, citizenId, residenceId } = given;
    const left = { citizenId, residenceId, cause: 'departure', occurredOn: '2026-02-01', wentTo: 'Phường 2' };
    await world.run(leaveHousehold({ ...left, toWard: '27232', evidence: paper }, env()));
    const far = await household(world, dwellings.far);
    const arrival = (changes: Partial<ArriveByNationalId> = {}) => ({
      ...{ nationalId, fullName: 'nguyen thi an', birth: '1990-05-17', householdId: far, relation: 'lodger' },
      ...{ kind: 'permanent', since: '2026-02-01', until: null, source: 'police', ...changes },
    });
    return { ...given, far, arrival };
  }

  test('goes onto the same person, and says from which ward', async () => {
    const { world, citizenId, far, arrival } = await departed();
    const answer = await world.run(arriveByNationalId(arrival({ evidence: paper }), env()));
    expect(answer).toEqual({ citizenId });
    expect(world.events(citizenStream(citizenId)).at(-1)).toMatchObject({
      type: 'ResidenceStarted',
      data: { householdId: far, cause: 'arrival', fromWard: '27226', evidence: paper },
    });
  });

  test.each<[Partial<ArriveByNationalId>, string]>([
    [{ fullName: 'Nguyễn Thị Ân' }, 'done'],
    [{ fullName: 'Nguyễn Thị Anh' }, 'NATIONAL_ID_IN_USE nationalId'],
    [{ birth: '1990-05-18' }, 'NATIONAL_ID_IN_USE nationalId'],
    [{ birth: '1990' }, 'NATIONAL_ID_IN_USE nationalId'],
    [{ nationalId: '079190000002' }, 'ARRIVAL_UNKNOWN nationalId'],
    [{ nationalId: '1' }, 'FIELD_INVALID nationalId'],
    [{ since: '2026-01-31' }, 'RESIDENCE_OVERLAP since'],
    [{ since: '2026-11-23' }, 'DAY_IN_FUTURE since'],
    [{ until: '2027-01-01' }, 'UNTIL_ONLY_TEMPORARY until'],
    [{ householdId: nationalId }, 'HOUSEHOLD_UNKNOWN householdId'],
  ])('%j -> %s', async (changes, expected) => {
    const { world, arrival } = await departed();
    const result = outcome(await world.when(arriveByNationalId(arrival(changes), env())));
    expect(typeof result === 'string' ? result : 'done').toBe(expected);
  });

  test('whoever still lives elsewhere is in use, like a number whose owner is not as said; the right is needed', async () => {
    const { world, arrival, citizenId } = await departed();
    expect(outcome(await world.when(arriveByNationalId(arrival(), denied)))).toBe('FORBIDDEN');
    await world.run(arriveByNationalId(arrival(), env()));
    const again = arriveByNationalId(arrival({ householdId: await household(world) }), env());
    expect(await world.when(again)).toEqual({
      ok: false,
      rejection: { code: 'NATIONAL_ID_IN_USE', field: 'nationalId' },
    });
    await world.run(recordDeath({ citizenId, occurredOn: today }, env()));
    expect(outcome(await world.when(again))).toBe('ARRIVAL_UNKNOWN nationalId');
  });
});

describe('a birth', () => {
  async function parent() {
    const given = await someone({ relation: 'head' });
    const birth = (changes: Partial<RegisterBirth> = {}, details = {}): RegisterBirth => ({
      ...{
        householdId: given.householdId,
        motherId: given.citizenId,
        fatherId: null,
        relation: 'child',
        evidence: null,
      },
      details: { fullName: 'Trần Bé', sex: 'male', birth: '2026-11-01', ...details },
      ...changes,
    });
    return { ...given, birth };
  }

  test('is a person who lives with the parent from that day on', async () => {
    const { world, birth, householdId, citizenId: motherId } = await parent();
    const evidence = { kind: 'birth_certificate', number: '1', issuedOn: '2026-11-05', issuedBy: 'UBND' } as const;
    const { citizenId = '' } = await world.run(registerBirth(birth({ evidence }), env()));
    expect(world.events(citizenStream(citizenId))).toMatchObject([
      { type: 'CitizenRegistered', data: { occurredOn: '2026-11-01', motherId } },
      {
        type: 'ResidenceStarted',
        data: { householdId, cause: 'birth', kind: 'permanent', occurredOn: '2026-11-01', evidence },
      },
    ]);
  });

  test('names a father who lives elsewhere or has died, if this officer keeps his record', async () => {
    const { world, birth, citizenId: motherId } = await parent();
    const man = { sex: 'male' } as const;
    const [far, dead] = [
      await register(world, person(await household(world, dwellings.far), 'Xa', {}, man)),
      await register(world, person(await household(world), 'Mất', {}, man)),
    ];
    await world.run(recordDeath({ citizenId: dead.citizenId, occurredOn: '2026-10-01' }, env()));
    const here = env({ may: (_action, _subject, place) => (place.ward === '27226' ? null : { code: 'NOT_FOUND' }) });
    const of = (fatherId: string) => world.when(registerBirth(birth({ fatherId }), here));
    expect(outcome(await of(far.citizenId))).toBe('PARENT_UNKNOWN fatherId');
    expect(outcome(await of(motherId))).toBe('PARENTS_SAME fatherId');
    const { citizenId = '' } = await world.run(registerBirth(birth({ fatherId: dead.citizenId }), here));
    expect(world.events(citizenStream(citizenId))[0]?.data).toMatchObject({ motherId, fatherId: dead.citizenId });
  });

  test('happens in a household of neither parent where they agree, also where the register knows neither', async () => {
    const { world, birth, citizenId: motherId } = await parent();
    const householdId = await household(world);
    await register(world, person(householdId, 'Bà', { relation: 'head' }));
    const there = { householdId, relation: 'grandchild' } as const;
    expect(outcome(await world.when(registerBirth(birth(there), env())))).toBe('PARENT_NOT_MEMBER motherId');
    for (const [mother, fullName] of [
      [motherId, 'Trần Bé Một'],
      [null, 'Trần Bé Hai'],
    ] as const) {
      const apart = birth({ ...there, motherId: mother, apart: true }, { fullName });
      const { citizenId = '' } = await world.run(registerBirth(apart, env()));
      expect(world.events(citizenStream(citizenId))).toMatchObject([
        { type: 'CitizenRegistered', data: mother === null ? {} : { motherId: mother } },
        { type: 'ResidenceStarted', data: { householdId, relation: 'grandchild' } },
      ]);
    }
  });

  test.each<[Partial<RegisterBirth>, object, string]>([
    [{}, { birth: '2026-11' }, 'BIRTH_DAY_NEEDED birth'],
    [{}, { birth: null }, 'BIRTH_DAY_NEEDED birth'],
    [{}, { birth: '2026-11-23' }, 'DAY_IN_FUTURE birth'],
    [{ motherId: null }, {}, 'PARENT_NOT_MEMBER motherId'],
    [{ motherId: nobody }, {}, 'PARENT_NOT_MEMBER motherId'],
    [{ fatherId: nobody }, {}, 'PARENT_UNKNOWN fatherId'],
    [{ motherId: nobody, apart: true }, {}, 'PARENT_UNKNOWN motherId'],
    [{ relation: 'head' }, {}, 'HOUSEHOLD_HAS_HEAD relation'],
  ])('%j %j -> %s', async (changes, details, expected) => {
    const { world, birth } = await parent();
    expect(outcome(await world.when(registerBirth(birth(changes, details), env())))).toBe(expected);
    expect(outcome(await world.when(registerBirth(birth(), denied)))).toBe('FORBIDDEN');
  });
});

describe('a policy status', () => {
  const granted = (citizenId: string, changes: Partial<GrantPolicyStatus> = {}): GrantPolicyStatus => ({
    ...{ citizenId, status: 'social_pension', occurredOn: '2026-01-01', until: '2026-06-30', evidence: null },
    ...changes,
  });

  test.each<[Partial<GrantPolicyStatus>, string]>([
    [{ occurredOn: '2026-06-30', until: null }, 'STATUS_HELD status'],
    [{ occurredOn: '2025-12-01', until: '2026-01-01' }, 'STATUS_HELD status'],
    [{ occurredOn: '2026-07-01', until: null }, 'done'],
    [{ status: 'war_invalid' }, 'done'],
    [{ status: 'rich' }, 'STATUS_NOT_LISTED status'],
    [{ until: '2025-12-31' }, 'UNTIL_BEFORE_SINCE until'],
    [{ occurredOn: '2026-11-23', until: null }, 'DAY_IN_FUTURE occurredOn'],
  ])('%j beside one of January to June -> %s', async (changes, expected) => {
    const { world, citizenId } = await someone();
    await world.run(grantPolicyStatus(granted(citizenId), env()));
    const result = outcome(await world.when(grantPolicyStatus(granted(citizenId, changes), env())));
    expect(typeof result === 'string' ? result : 'done').toBe(expected);
  });

  test('ends once; what was recorded in error is gone; who may not write the group is refused', async () => {
    const { world, citizenId, state } = await someone();
    const { statusId = '' } = await world.run(grantPolicyStatus(granted(citizenId), env()));
    const end = (changes: object) => ({ citizenId, statusId, cause: 'ended', occurredOn: '2026-03-01', ...changes });
    const refused = (changes: object) => world.when(endPolicyStatus(end(changes), env())).then(outcome);
    expect(await refused({ occurredOn: '2025-12-31' })).toBe('DAY_BEFORE_STATUS occurredOn');
    expect(await refused({ statusId: citizenId })).toBe('STATUS_UNKNOWN');
    expect(outcome(await world.when(endPolicyStatus(end({}), denied)))).toBe('FORBIDDEN');
    await world.run(endPolicyStatus(end({}), env()));
    expect(await refused({})).toBe('STATUS_ENDED');
    await world.run(endPolicyStatus(end({ cause: 'recorded_in_error' }), env()));
    expect(state()?.policies).toEqual([]);
  });
});

test.each([
  [null, '1', 'change', 'done'],
  ['1', '2', 'change', 'done'],
  ['2', '1', 'change', 'EID_NOT_HIGHER level'],
  ['2', '2', 'change', 'EID_NOT_HIGHER level'],
  ['2', '1', 'correction', 'done'],
  ['1', '3', 'change', 'FIELD_INVALID level'],
] as const)('electronic identity: from %s to %s as a %s -> %s', async (before, level, nature, expected) => {
  const { world, citizenId, state } = await someone({}, before ? { eidLevel: before, eidSince: '2025-01-01' } : {});
  const change = { citizenId, level, nature, occurredOn: '2026-01-01' };
  const result = outcome(await world.when(recordEid(change, env())));
  expect(typeof result === 'string' ? result : 'done').toBe(expected);
  expect(outcome(await world.when(recordEid(change, denied)))).toBe('FORBIDDEN');
  if (expected !== 'done') return;
  await world.run(recordEid(change, env()));
  expect(state()?.details).toMatchObject({ eidLevel: level, eidSince: '2026-01-01' });
  expect(outcome(await world.when(recordEid(change, env())))).toBe('NOTHING_CHANGED');
});
