import { expect, test } from 'vitest';
import { outcome } from '../../../event-store/given.ts';
import { dwellings, env, household, person, register, today, ward } from '../../test-support.ts';
import { citizenOf, citizenStream } from '../citizen-state.ts';
import { mergeCitizens } from '../merge.ts';
import { recordDeath } from './death.ts';
import { endMarriage, recordMarriage, type RecordMarriage } from './marriage.ts';

async function couple() {
  const world = ward();
  const householdId = await household(world);
  const add = async (name: string, details = {}, where = householdId) =>
    (await register(world, person(where, name, {}, details))).citizenId;
  const [an, binh] = [await add('An'), await add('Bình', { sex: 'male' })];
  const state = (id: string) => citizenOf(world.events(citizenStream(id)));
  const marry = (citizenId: string, changes: Partial<RecordMarriage> = {}) =>
    recordMarriage({ citizenId, spouseId: null, spouseName: null, occurredOn: '2026-01-01', ...changes }, env());
  return { world, an, binh, add, state, marry };
}

test('both streams say the same marriage, and both are married; the divorce ends it on both', async () => {
  const { world, an, binh, state, marry } = await couple();
  const { marriageId = '' } = await world.run(marry(an, { spouseId: binh }));
  expect(state(an)?.marriages).toMatchObject([{ marriageId, spouseId: binh, endedOn: null }]);
  expect(state(binh)?.marriages).toMatchObject([{ marriageId, spouseId: an, endedOn: null }]);
  expect(state(binh)?.details.maritalStatus).toBe('married');
  const end = { citizenId: binh, marriageId, cause: 'divorce', occurredOn: '2026-05-01' };
  await world.run(endMarriage(end, env()));
  for (const id of [an, binh]) {
    expect(state(id)?.marriages).toMatchObject([{ endedOn: '2026-05-01', endCause: 'divorce' }]);
    expect(state(id)?.details.maritalStatus).toBe('divorced');
  }
  expect(outcome(await world.when(endMarriage(end, env())))).toBe('MARRIAGE_ENDED');
  expect(outcome(await world.when(marry(an, { spouseId: binh, occurredOn: '2026-04-30' })))).toBe(
    'MARRIAGE_OVERLAP occurredOn',
  );
  expect(typeof outcome(await world.when(marry(an, { spouseId: binh, occurredOn: '2026-06-01' })))).toBe('object');
});

test('nobody marries twice at a time, themselves, the dead, or somebody whom this officer does not keep', async () => {
  const { world, an, binh, add, marry } = await couple();
  const refused = async (citizenId: string, changes: Partial<RecordMarriage>) =>
    outcome(await world.when(marry(citizenId, changes)));
  expect(await refused(an, {})).toBe('SPOUSE_NEEDED spouseId');
  expect(await refused(an, { spouseId: an })).toBe('MARRIED_TO_ONESELF spouseId');
  expect(await refused(an, { spouseId: '00000000-0000-7000-8000-0000000000ff' })).toBe('SPOUSE_UNKNOWN spouseId');
  expect(await refused(an, { spouseName: 'Xa', occurredOn: '2026-11-23' })).toBe('DAY_IN_FUTURE occurredOn');
  expect(await refused(an, { spouseName: 'Xa', occurredOn: '1990-05-16' })).toBe('DAY_BEFORE_BIRTH occurredOn');
  const far = await add('Xa', {}, await household(world, dwellings.far));
  const here = env({ may: (_action, _subject, place) => (place.ward === '27226' ? null : { code: 'NOT_FOUND' }) });
  const across = { citizenId: an, spouseId: far, spouseName: null, occurredOn: today };
  expect(outcome(await world.when(recordMarriage(across, here)))).toBe('SPOUSE_UNKNOWN spouseId');
  await world.run(marry(an, { spouseName: 'Người Ở Xa' }));
  expect(await refused(an, { spouseName: 'Xa' })).toBe('ALREADY_MARRIED');
  expect(await refused(binh, { spouseId: an })).toBe('ALREADY_MARRIED spouseId');
  const gone = await add('Cũ');
  await world.run(recordDeath({ citizenId: gone, occurredOn: today }, env()));
  expect(await refused(binh, { spouseId: gone })).toBe('CITIZEN_DEAD spouseId');
  expect(await refused(gone, { spouseId: binh })).toBe('CITIZEN_DEAD');
});

test('a death widows the spouse in the same act; a spouse who is a name only is ended by hand', async () => {
  const { world, an, binh, add, state, marry } = await couple();
  const { marriageId = '' } = await world.run(marry(an, { spouseId: binh }));
  const byDeath = { citizenId: an, marriageId, cause: 'death', occurredOn: today };
  expect(outcome(await world.when(endMarriage(byDeath, env())))).toBe('DEATH_OF_SPOUSE cause');
  const evidence = { kind: 'death_certificate', number: '7', issuedOn: null, issuedBy: null } as const;
  await world.run(recordDeath({ citizenId: binh, occurredOn: '2026-11-01', evidence }, env()));
  expect(world.events(citizenStream(binh)).at(-1)?.data).toMatchObject({ evidence });
  expect(state(an)?.marriages).toMatchObject([{ endedOn: '2026-11-01', endCause: 'death' }]);
  expect(state(an)?.details.maritalStatus).toBe('widowed');
  const chi = await add('Chi');
  const named = await world.run(marry(chi, { spouseName: 'Người Ở Xa' }));
  const ended = { citizenId: chi, marriageId: named.marriageId ?? '', cause: 'death', occurredOn: today };
  await world.run(endMarriage(ended, env()));
  expect(state(chi)?.details.maritalStatus).toBe('widowed');
});

test('what was recorded in error is gone on both sides; a day before the marriage ends nothing', async () => {
  const { world, an, binh, state, marry } = await couple();
  const { marriageId = '' } = await world.run(marry(an, { spouseId: binh }));
  const end = { citizenId: an, marriageId, cause: 'divorce', occurredOn: '2025-12-31' };
  expect(outcome(await world.when(endMarriage(end, env())))).toBe('DAY_BEFORE_MARRIAGE occurredOn');
  expect(outcome(await world.when(endMarriage({ ...end, marriageId: an }, env())))).toBe('MARRIAGE_UNKNOWN');
  await world.run(endMarriage({ ...end, cause: 'recorded_in_error' }, env()));
  expect([state(an)?.marriages, state(binh)?.marriages]).toEqual([[], []]);
});

test('a spouse whose record was found to be of somebody else is widowed where that person stands now', async () => {
  const { world, an, binh, add, state, marry } = await couple();
  await world.run(marry(an, { spouseId: binh }));
  const same = await add('Bình', { sex: 'male' });
  await world.run(mergeCitizens({ survivorId: same, absorbedId: binh }, env()));
  await world.run(recordDeath({ citizenId: an, occurredOn: today }, env()));
  expect(state(same)?.marriages).toMatchObject([{ endCause: 'death' }]);
  expect(world.events(citizenStream(same)).at(-1)?.data).toMatchObject({ addressedAs: binh });
});
