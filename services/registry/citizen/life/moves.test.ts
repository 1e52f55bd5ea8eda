import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dispatch, type Decided, type LoadStreams } from '../../../event-store/dispatcher.ts';
import { createProjector } from '../../../projection/engine.ts';
import { openScene, type Scene } from '../../../projection/testing/scene.ts';
import { formHousehold } from '../../household/household.ts';
import { peopleProjection } from '../../projection.ts';
import { env, person } from '../../test-support.ts';
import { changeCitizen } from '../change.ts';
import { registerCitizen } from '../citizen.ts';
import { mergeCitizens } from '../merge.ts';
import { joinHousehold, leaveHousehold } from '../residence.ts';
import { arriveByNationalId } from './arrival.ts';
import { recordDeath } from './death.ts';

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

async function home(ward: string): Promise<string> {
  const dwellingId = uuidv7();
  const address = { houseNumber: '1', oldNumber: null, street: 'Lê Lợi', kind: 'house', point: null };
  const data = { dwellingId, ward, neighbourhood: null, ...address, occurredOn: '2025-07-01' };
  await scene.record({ stream: `dwelling-${dwellingId}`, event: { type: 'DwellingRegistered', data } });
  const formed = formHousehold({ dwellingId, details: {}, occurredOn: '2025-07-01' }, world());
  return (await run(formed)).householdId ?? '';
}

const rows = async (table: string, citizenId: string) => {
  const found = await scene.projector.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from view.${table} t where citizen_id = $1 order by residence_id`,
    [citizenId],
  );
  return found.rows.map(({ row }) => row);
};

test('a departure stands with the unit that was left until it is settled; an arrival until it is linked', async () => {
  const projector = createProjector({ log: scene.log, db: scene.projector, projections: [peopleProjection] });
  const [here, there] = [await home('27226'), await home('27232')];
  const settle = async (name: string, changes = {}, details = {}) => {
    const ids = await run(registerCitizen(person(here, name, changes, details), world()));
    return { citizenId: ids.citizenId ?? '', residenceId: ids.residenceId ?? '' };
  };
  const depart = async (ids: { citizenId: string; residenceId: string }, cause = 'departure') => {
    const left = { ...ids, cause, occurredOn: '2026-02-01', wentTo: 'Phường 2', toWard: '27232' };
    await run(leaveHousehold(left, world()));
  };

  const nationalId = '079190000001';
  const an = await settle('Nguyễn Thị An', {}, { nationalId });
  await depart(an);
  const binh = await settle('Trần Bình');
  await depart(binh);
  const chi = await settle('Lê Chi');
  await depart(chi, 'recorded_in_error');
  const dung = await settle('Phan Dũng');
  await run(
    joinHousehold({ ...person(there, ''), citizenId: dung.citizenId, cause: 'move', since: '2026-03-01' }, world()),
  );
  await projector.runToHead();
  const card = { ward: 27226, since: '2025-07-01', went_to: 'Phường 2', to_ward: '27232' };
  const open = { ...card, full_name: 'Trần Bình', ended_on: '2026-02-01', settled_on: null, cause: 'departure' };
  expect(await rows('former_residents', binh.citizenId)).toMatchObject([open]);
  expect(await rows('former_residents', an.citizenId)).toMatchObject([{ settled_on: null }]);
  expect(await rows('former_residents', chi.citizenId)).toEqual([]);
  expect(await rows('former_residents', dung.citizenId)).toMatchObject([{ cause: 'move', settled_on: '2026-03-01' }]);

  const arrival = {
    nationalId,
    fullName: 'nguyen thi an',
    birth: '1990-05-17',
    householdId: there,
    relation: 'lodger',
  };
  const stay = { kind: 'permanent', since: '2026-02-03', until: null, source: 'police' };
  await run(arriveByNationalId({ ...arrival, ...stay }, world()));
  const anew = await settle('Tran Binh', { cause: 'arrival', fromWard: '27232', cameFrom: 'Phường 2' });
  const mistaken = await settle('Ai Đó', { cause: 'arrival', fromWard: '27232' });
  await run(
    leaveHousehold({ ...mistaken, cause: 'recorded_in_error', occurredOn: '2026-01-01', wentTo: null }, world()),
  );
  const dead = await settle('Mất Sớm');
  await depart(dead);
  await run(recordDeath({ citizenId: dead.citizenId, occurredOn: '2026-04-01' }, world()));
  const rename = [{ field: 'fullName', shown: 'Tran Binh', value: 'Trần Bình' }];
  const correction = { nature: 'correction' as const, occurredOn: '2026-05-01', reason: null, changes: rename };
  await run(changeCitizen({ ...correction, citizenId: anew.citizenId }, world()));
  await projector.runToHead();
  expect(await rows('former_residents', an.citizenId)).toMatchObject([{ settled_on: '2026-02-03' }]);
  expect(await rows('former_residents', dead.citizenId)).toMatchObject([{ settled_on: '2026-04-01' }]);
  expect(await rows('unlinked_arrivals', an.citizenId)).toEqual([]);
  expect(await rows('unlinked_arrivals', mistaken.citizenId)).toEqual([]);
  expect(await rows('unlinked_arrivals', anew.citizenId)).toMatchObject([
    { ward: 27226, full_name: 'Trần Bình', from_ward: '27232', came_from: 'Phường 2' },
  ]);

  await run(mergeCitizens({ survivorId: anew.citizenId, absorbedId: binh.citizenId }, world()));
  await projector.runToHead();
  expect(await rows('unlinked_arrivals', anew.citizenId)).toEqual([]);
  expect((await rows('former_residents', binh.citizenId)).map((row) => row.settled_on)).not.toContain(null);

  const tables = async () => [
    ...(await scene.projector.query('select * from view.former_residents order by 1, 2')).rows,
    ...(await scene.projector.query('select * from view.unlinked_arrivals order by 1, 2')).rows,
  ];
  const before = await tables();
  await projector.rebuild('people');
  expect(await tables()).toEqual(before);
});
