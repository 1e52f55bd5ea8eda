import { randomUUID } from 'node:crypto';
import { whoLooked } from '@nocgia/services/access/access-log/queries.ts';
import { withScope } from '@nocgia/services/access/scoped-db.ts';
import { scopeAt } from '@nocgia/services/access/testing/house.ts';
import type { Scope } from '@nocgia/services/access/scope.ts';
import { numbersInUseAnHour } from '@nocgia/services/registry/citizen/number-in-use.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  changeCitizen,
  clerk as anyClerk,
  formHousehold,
  openWard,
  personInput,
  registerCitizen,
  registerDwelling,
  stranger as anyStranger,
  type Ward,
} from './ward.ts';

const registerBirth =
  'mutation ($meta: CommandMeta!, $input: RegisterBirthInput!) { registerBirth(meta: $meta, input: $input) { citizenId } }';
const arrive =
  'mutation ($meta: CommandMeta!, $input: ArriveByNationalIdInput!) { arriveByNationalId(meta: $meta, input: $input) { citizenId } }';
/** Of An, who lives in the clerk's ward and not in the stranger's. */
const number = '079190000001';

/** Each with an account of their own. */
const as = (scope: Scope, n: number): Scope => ({ ...scope, accountId: `00000000-0000-7000-8000-00000000000${n}` });
const [clerk, stranger, curious, other] = [as(anyClerk, 2), as(anyStranger, 3), as(anyStranger, 4), as(anyStranger, 5)];

let ward: Ward;
let householdId = '';
let motherId = '';

beforeAll(async () => {
  ward = await openWard();
  const roof = { ward: '27232', neighbourhood: null, houseNumber: '1', street: 'Xa', kind: 'house' };
  const { dwellingId } = await ward.done(stranger, registerDwelling, { input: { ...roof, occurredOn: '2025-07-01' } });
  householdId =
    (await ward.done(stranger, formHousehold, { input: { dwellingId, occurredOn: '2025-07-01' } })).householdId ?? '';
  const mother = personInput(householdId, 'Phạm Thị Mẹ', {}, 'head');
  motherId = (await ward.done(stranger, registerCitizen, { input: mother })).citizenId ?? '';
}, 120_000);
afterAll(() => ward.close());
beforeEach(() => {
  ward.looks.length = 0;
});

/** The code that a mutation is refused with; null when it is done. */
async function refusal(scope: Scope, mutation: string, variables: Record<string, unknown>): Promise<string | null> {
  const { errors } = await ward.ask(scope, mutation, { ...variables, meta: { commandId: randomUUID() } });
  return errors[0] ? `${errors[0].code} ${errors[0].field ?? ''}` : null;
}
const entries = async (scope: Scope) => {
  const { rows } = await ward.scene.app.query<Record<string, unknown>>(
    `select action, citizen_ids, to_jsonb(l)::text as all from app.access_log l where account_id = $1 and action = 'number_in_use'`,
    [scope.accountId],
  );
  return rows;
};
const registering = (scope: Scope, nationalId: string, household = householdId) =>
  refusal(scope, registerCitizen, { input: personInput(household, 'Ai Đó', { nationalId }) });

test('every way in that tells of a number held elsewhere leaves an entry in the access log, without the number', async () => {
  const details = { fullName: 'Bé', sex: 'female', birth: '2026-11-01', nationalId: number };
  const arrival = { householdId, nationalId: number, fullName: 'Không Phải', birth: '1990-01-01', relation: 'child' };
  const ways: [string, Record<string, unknown>][] = [
    [registerCitizen, { input: personInput(householdId, 'Ai Đó', { nationalId: number }) }],
    [changeCitizen, { id: motherId, changes: [{ field: 'nationalId', shown: null, value: ` ${number} ` }] }],
    [registerBirth, { input: { details, motherId, householdId, relation: 'child' } }],
    [arrive, { input: { ...arrival, kind: 'permanent', since: '2026-11-01', source: 'police' } }],
  ];
  for (const [mutation, variables] of ways)
    expect(await refusal(stranger, mutation, variables), mutation).toBe('NATIONAL_ID_IN_USE nationalId');
  expect(ward.looks).toEqual(ways.map(() => ({ action: 'number_in_use', citizenIds: [ward.ids.an] })));
  const logged = await entries(stranger);
  expect(logged).toHaveLength(ways.length);
  expect(JSON.stringify(logged)).not.toContain(number);
  // Whoever keeps An's record can see that somebody came upon her number.
  const leader = scopeAt('leader', '27226');
  const looks = await withScope(ward.scene.app, leader, (db) =>
    whoLooked(leader, db, { citizenId: ward.ids.an ?? '', before: null, first: 20 }),
  );
  expect(looks?.map(({ action }) => action)).toEqual(ways.map(() => 'number_in_use'));
});

test('a number of somebody whom the clerk sees is told without a limit, and is no entry', async () => {
  for (let n = 0; n <= numbersInUseAnHour; n++)
    expect(await registering(clerk, number, ward.ids.h30)).toBe('NATIONAL_ID_IN_USE nationalId');
  expect(await entries(clerk)).toEqual([]);
});

test('after twenty in an hour no number is looked at, from any process, until the hour is over', async () => {
  ward.now = new Date('2026-11-22T04:10:00Z');
  // Numbers that nobody holds do not count, and neither does what is refused for another reason.
  expect(await registering(curious, '079190000099', ward.ids.h3)).toBe('HOUSEHOLD_UNKNOWN householdId');
  expect(await registering(curious, '079190000098')).toBeNull();
  const answers = await Promise.all(Array.from({ length: numbersInUseAnHour + 5 }, () => registering(curious, number)));
  expect(answers.filter((answer) => answer === 'NATIONAL_ID_IN_USE nationalId')).toHaveLength(numbersInUseAnHour);
  expect(answers.filter((answer) => answer === 'NATIONAL_ID_ASKED_OFTEN nationalId')).toHaveLength(5);
  expect(await entries(curious)).toHaveLength(numbersInUseAnHour);
  expect(await registering(curious, '079190000097')).toBe('NATIONAL_ID_ASKED_OFTEN nationalId');
  expect(await refusal(curious, registerCitizen, { input: personInput(householdId, 'Không Số') })).toBeNull();
  expect(await registering(other, number)).toBe('NATIONAL_ID_IN_USE nationalId');
  ward.now = new Date('2026-11-22T05:00:00Z');
  expect(await registering(curious, '079190000097')).toBeNull();
});
