import { expect, test } from 'vitest';
import { outcome } from '../../event-store/given.ts';
import { dwellings, env, household, ward } from '../test-support.ts';
import { householdOf, householdStream } from './household-state.ts';
import { endHouseholdStatus, grantHouseholdStatus, type GrantHouseholdStatus } from './status.ts';

const decision = { kind: 'decision', number: '12/QĐ-UBND', issuedOn: '2025-12-20', issuedBy: 'UBND phường' } as const;

async function poor() {
  const world = ward();
  const householdId = await household(world);
  const grant = (changes: Partial<GrantHouseholdStatus> = {}, more = {}) =>
    grantHouseholdStatus(
      { householdId, status: 'poor', occurredOn: '2026-01-01', until: '2026-12-31', evidence: decision, ...changes },
      env(more),
    );
  const end = (statusId: string, changes = {}, more = {}) =>
    endHouseholdStatus(
      { householdId, statusId, cause: 'ended', occurredOn: '2026-06-01', evidence: null, ...changes },
      env(more),
    );
  const statuses = () =>
    householdOf(world.events(householdStream(householdId)))?.statuses.map((one) => [
      one.status,
      one.since,
      one.until,
      one.endedOn,
    ]);
  return { world, householdId, grant, end, statuses };
}

test('a status is granted by decision with its first and last day', async () => {
  const { world, grant, statuses } = await poor();
  const { statusId = '' } = await world.run(grant());
  expect(statusId).not.toBe('');
  expect(statuses()).toEqual([['poor', '2026-01-01', '2026-12-31', null]]);
});

test('standards of living follow each other; a policy family is what it is beside them', async () => {
  const { world, grant, statuses } = await poor();
  await world.run(grant());
  await world.run(grant({ status: 'policy_family', until: null }));
  const decided = await world.when(grant({ status: 'near_poor', occurredOn: '2026-07-01' }));
  expect(decided.ok && decided.decision.writes.flatMap((write) => write.events.map(({ type }) => type))).toEqual([
    'HouseholdStatusEnded',
    'HouseholdStatusGranted',
  ]);
  await world.run(grant({ status: 'near_poor', occurredOn: '2026-07-01' }));
  expect(statuses()).toEqual([
    ['poor', '2026-01-01', '2026-12-31', '2026-07-01'],
    ['policy_family', '2026-01-01', null, null],
    ['near_poor', '2026-07-01', '2026-12-31', null],
  ]);
});

test('one that has run out or been ended stands against nothing; one that holds or comes does', async () => {
  const { world, grant, end } = await poor();
  const { statusId = '' } = await world.run(grant({ until: '2026-03-31' }));
  const tries: [Partial<GrantHouseholdStatus>, string][] = [
    [{ occurredOn: '2026-03-31' }, 'STATUS_HELD occurredOn'],
    [{ occurredOn: '2025-10-01' }, 'STATUS_HELD occurredOn'],
    [{ status: 'average', occurredOn: '2025-10-01', until: null }, 'STATUS_HELD occurredOn'],
    [{ status: 'average', occurredOn: '2026-01-01' }, 'STATUS_HELD occurredOn'],
  ];
  for (const [changes, code] of tries) expect(outcome(await world.when(grant(changes)))).toBe(code);
  expect(outcome(await world.when(grant({ occurredOn: '2025-10-01', until: '2025-12-31' })))).toBeTypeOf('object');
  expect(outcome(await world.when(grant({ occurredOn: '2026-04-01' })))).toBeTypeOf('object');
  await world.run(end(statusId, { occurredOn: '2026-02-01' }));
  expect(outcome(await world.when(grant({ occurredOn: '2026-02-01' })))).toBeTypeOf('object');
});

test('what does not fit is refused, each with its own reason', async () => {
  const { world, householdId, grant, end } = await poor();
  const tries: [Partial<GrantHouseholdStatus>, string][] = [
    [{ status: 'rich' }, 'STATUS_NOT_LISTED status'],
    [{ until: '2025-12-31' }, 'UNTIL_BEFORE_SINCE until'],
    [{ occurredOn: '2026-11-23' }, 'DAY_IN_FUTURE occurredOn'],
    [{ occurredOn: '2025-06-30' }, 'DAY_BEFORE_FORMED occurredOn'],
    [{ evidence: { ...decision, issuedOn: '2026-11-23' } }, 'DAY_IN_FUTURE evidence.issuedOn'],
    [{ occurredOn: '2026-02-30' }, 'FIELD_INVALID occurredOn'],
    [{ householdId: dwellings.far }, 'HOUSEHOLD_UNKNOWN householdId'],
  ];
  for (const [changes, code] of tries) expect(outcome(await world.when(grant(changes)))).toBe(code);
  const { statusId = '' } = await world.run(grant());
  expect(outcome(await world.when(end(dwellings.far)))).toBe('STATUS_UNKNOWN statusId');
  expect(outcome(await world.when(end(statusId, { occurredOn: '2025-12-31' })))).toBe('DAY_BEFORE_SINCE occurredOn');
  expect(outcome(await world.when(end(statusId, { occurredOn: '2026-11-23' })))).toBe('DAY_IN_FUTURE occurredOn');
  await world.run(end(statusId));
  expect(outcome(await world.when(end(statusId)))).toBe('STATUS_ENDED');
  await world.run(end(statusId, { cause: 'recorded_in_error' }));
  expect(householdOf(world.events(householdStream(householdId)))?.statuses).toEqual([]);
});

test('the right is the one on policy statuses, not the one on residence', async () => {
  const { world, grant, end } = await poor();
  const social = {
    may: (_action: string, _subject: string, _place: unknown, group?: string) =>
      group === 'policyStatus' ? null : ({ code: 'FORBIDDEN' } as const),
  };
  const police = {
    may: (_action: string, _subject: string, _place: unknown, group?: string) =>
      group === 'policyStatus' ? ({ code: 'FORBIDDEN' } as const) : null,
  };
  expect(outcome(await world.when(grant({}, police)))).toBe('FORBIDDEN');
  const { statusId = '' } = await world.run(grant({}, social));
  expect(outcome(await world.when(end(statusId, {}, police)))).toBe('FORBIDDEN');
  expect(outcome(await world.when(end(statusId, {}, { may: () => ({ code: 'NOT_FOUND' }) })))).toBe(
    'HOUSEHOLD_UNKNOWN householdId',
  );
  await world.run(end(statusId, {}, social));
});
