import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dispatch, type Decided, type LoadStreams } from '../event-store/dispatcher.ts';
import { createProjector } from '../projection/engine.ts';
import { openScene, type Scene } from '../projection/testing/scene.ts';
import { registerCitizen } from './citizen/citizen.ts';
import { changeCitizen } from './citizen/change.ts';
import { recordDeath } from './citizen/life/death.ts';
import { joinHousehold, leaveHousehold } from './citizen/residence.ts';
import { formHousehold, moveHousehold } from './household/household.ts';
import { peopleProjection } from './projection.ts';
import { env, person, today } from './test-support.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

async function run(decider: (load: LoadStreams) => Promise<Decided>): Promise<Record<string, string>> {
  const commandId = randomUUID();
  const request = { commandId, name: 'test', payload: commandId, context: { actor: 'system', correlation: commandId } };
  const outcome = await dispatch(scene.log, request, decider);
  if (!outcome.ok) throw new Error(outcome.rejection.code);
  return (outcome.result ?? {}) as Record<string, string>;
}

const world = () =>
  env({ newId: uuidv7, claimHash: (text) => Buffer.from(text).toString('hex').padEnd(64, '0').slice(-64) });

async function dwelling(ward: string, neighbourhood: string | null): Promise<string> {
  const dwellingId = uuidv7();
  const data = {
    dwellingId,
    ward,
    neighbourhood,
    houseNumber: '12/3',
    oldNumber: null,
    street: 'Lê Lợi',
    kind: 'house',
    point: null,
    occurredOn: '2025-07-01',
  };
  await scene.record({ stream: `dwelling-${dwellingId}`, event: { type: 'DwellingRegistered', data } });
  return dwellingId;
}

const rows = (id: string) =>
  scene.projector
    .query(
      'select slot, ward, neighbourhood, household_id, dwelling_id, resident, died::text, version, name_key, terms::text from view.citizens where citizen_id = $1 order by slot',
      [id],
    )
    .then((result) => result.rows);
const householdRow = (id: string) =>
  scene.projector.query('select * from view.households where household_id = $1', [id]).then((result) => result.rows[0]);

test('rows follow people, households and roofs; a rebuild gives the same', async () => {
  const projector = createProjector({ log: scene.log, db: scene.projector, projections: [peopleProjection] });
  await projector.runToHead();
  const [d1, d2, d3] = [
    await dwelling('27226', '27226-001'),
    await dwelling('27226', '27226-002'),
    await dwelling('27226', null),
  ];
  const household = async (dwellingId: string) =>
    (await run(formHousehold({ dwellingId, details: {}, occurredOn: '2025-07-01' }, world()))).householdId ?? '';
  const [h1, h2] = [await household(d1), await household(d2)];
  const register = async (householdId: string, name: string, changes = {}) =>
    run(registerCitizen(person(householdId, name, changes, { phone: '+84 901 234 567' }), world()));
  const an = (await register(h1, 'Nguyễn Thị An', { relation: 'head' })).citizenId ?? '';
  const binh = await register(h1, 'Trần Văn Bình');
  const dung = (await register(h2, 'Lê Dũng')).citizenId ?? '';
  await run(
    joinHousehold(
      {
        ...person(h2, ''),
        citizenId: an,
        kind: 'temporary',
        cause: 'arrival',
        relation: 'lodger',
        since: '2026-01-01',
        until: '2026-12-31',
      },
      world(),
    ),
  );
  await run(
    leaveHousehold(
      {
        citizenId: binh.citizenId ?? '',
        residenceId: binh.residenceId ?? '',
        cause: 'departure',
        occurredOn: '2026-02-01',
        wentTo: 'Long An',
      },
      world(),
    ),
  );
  await projector.runToHead();

  expect(await rows(an)).toMatchObject([
    {
      slot: 1,
      ward: 27226,
      neighbourhood: 127226001,
      household_id: h1,
      dwelling_id: d1,
      resident: true,
      terms: "'an' 'nguyen' 'thi'",
    },
    { slot: 2, ward: 27226, neighbourhood: 127226002, household_id: h2, dwelling_id: d2, resident: true },
  ]);
  expect(await rows(binh.citizenId ?? '')).toMatchObject([
    { slot: 1, neighbourhood: 127226001, household_id: h1, resident: false },
  ]);
  expect(await householdRow(h1)).toMatchObject({ head_id: an, member_count: 1, ward: 27226, neighbourhood: 127226001 });

  await run(moveHousehold({ householdId: h1, dwellingId: d3, occurredOn: '2026-03-01' }, world()));
  await scene.record({
    stream: `dwelling-${d2}`,
    event: {
      type: 'DwellingPlaced',
      data: {
        dwellingId: d2,
        ward: '27226',
        neighbourhood: '27226-009',
        cause: 'boundary',
        changeId: uuidv7(),
        occurredOn: today,
      },
    },
  });
  await run(
    changeCitizen(
      {
        citizenId: dung,
        nature: 'correction',
        occurredOn: today,
        reason: null,
        changes: [{ field: 'fullName', shown: 'Lê Dũng', value: 'Lê Dung' }],
      },
      world(),
    ),
  );
  await projector.runToHead();
  expect((await rows(an)).map((row) => [row.ward, row.neighbourhood])).toEqual([
    [27226, null],
    [27226, 127226009],
  ]);
  expect(await rows(binh.citizenId ?? '')).toMatchObject([{ ward: 27226, neighbourhood: 127226001 }]);
  expect(await rows(dung)).toMatchObject([{ neighbourhood: 127226009, terms: "'dung' 'le'", version: 3 }]);
  expect(await householdRow(h2)).toMatchObject({ neighbourhood: 127226009, dwelling_id: d2, member_count: 2 });

  await run(recordDeath({ citizenId: an, occurredOn: today }, world()));
  await projector.runToHead();
  expect(await rows(an)).toMatchObject([{ slot: 1, ward: 27226, neighbourhood: null, resident: false, died: today }]);
  expect(await householdRow(h1)).toMatchObject({ head_id: null, member_count: 0 });

  const everything = () =>
    scene.projector.query('select * from view.citizens order by citizen_id, slot').then((result) => result.rows);
  const before = await everything();
  await projector.rebuild('people');
  expect(await everything()).toEqual(before);
  await projector.stop();
});
