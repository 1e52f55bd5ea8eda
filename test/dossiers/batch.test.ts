import { randomUUID } from 'node:crypto';
import { accountOf, procedureId, settings } from '@nocgia/services/dossiers/testing/scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { as, openDesk, stranger, type Desk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

const takeIn = async (name: string): Promise<string> => {
  const owner = { kind: 'citizen', name };
  const input = { procedureId, channel: 'desk', returnBy: 'desk', owner, answers: [], papers: [], handOn: false };
  const mutation = `mutation ($meta: CommandMeta!, $input: TakeInInput!) { takeInDossier(meta: $meta, input: $input) { dossierId } }`;
  return (await desk.done(as('desk'), mutation, { input })).dossierId ?? '';
};
const batch = `mutation ($meta: CommandMeta!, $on: [OnDossierInput!]!, $act: DossierBatchAct!, $accountId: ID) {
  workOnDossiers(meta: $meta, on: $on, act: $act, accountId: $accountId) { outcomes { dossierId code refusal dossier { status step { key } } } } }`;
const shown = async (id: string) => {
  const { data } = await desk.ask(
    as('leader'),
    `query ($id: ID!) { dossier(id: $id) { version status step { key } assignee { accountId } timeline { type } } }`,
    { id },
  );
  return data.dossier as { version: number; status: string; assignee: { accountId: string } | null };
};
const at = async (ids: readonly string[]) =>
  Promise.all(ids.map(async (dossierId) => ({ dossierId, expectedVersion: (await shown(dossierId)).version })));
interface Outcome {
  dossierId: string;
  code: string | null;
  refusal: string | null;
}
const outcomesOf = async (...args: Parameters<Desk['ask']>): Promise<Outcome[]> => {
  const { data, errors } = await desk.ask(...args);
  expect(errors).toEqual([]);
  return (data.workOnDossiers as { outcomes: Outcome[] }).outcomes;
};

test('several are handed on at once; one that somebody worked on meanwhile is refused with the reason, the others are done', async () => {
  const ids = [await takeIn('Một'), await takeIn('Hai'), await takeIn('Ba')];
  const on = await at(ids);
  const note = `mutation ($meta: CommandMeta!, $on: OnDossierInput!) { noteNationalCode(meta: $meta, on: $on, nationalCode: "H29.146-261120-0009") { position } }`;
  await desk.done(as('leader'), note, { on: on[1] });
  const outcomes = await outcomesOf(as('desk'), batch, { meta: { commandId: randomUUID() }, on, act: 'hand_on' });
  expect(outcomes.map(({ code }) => code)).toEqual([null, 'DOSSIER_CHANGED', null]);
  expect(outcomes[1]?.refusal).toMatch(/\S/);
  expect((await shown(ids[0] ?? '')).status).toBe('processing');
  expect((await shown(ids[1] ?? '')).status).toBe('accepted');
});

test('a batch that is sent again does nothing twice', async () => {
  const on = await at([await takeIn('Bốn'), await takeIn('Năm')]);
  const variables = { meta: { commandId: randomUUID() }, on, act: 'hand_on' };
  const first = await outcomesOf(as('desk'), batch, variables);
  const courses = await Promise.all(on.map(({ dossierId }) => shown(dossierId)));
  expect(await outcomesOf(as('desk'), batch, variables)).toMatchObject(
    first.map(({ dossierId, code }) => ({ dossierId, code })),
  );
  expect(await Promise.all(on.map(({ dossierId }) => shown(dossierId)))).toEqual(courses);
});

test('the rule of the desk shares a batch out, and does not give it all to one', async () => {
  const second = randomUUID();
  await desk.hire(second, 'civil_status');
  await desk.set({ ...settings, assignment: 'rota' });
  const on = await at(await Promise.all(['Sáu', 'Bảy', 'Tám', 'Chín'].map(takeIn)));
  await outcomesOf(as('desk'), batch, { meta: { commandId: randomUUID() }, on, act: 'hand_on' });
  const holders = await Promise.all(on.map(({ dossierId }) => shown(dossierId)));
  const given = holders.map((one) => one.assignee?.accountId);
  expect([given.filter((one) => one === second).length, new Set(given).size]).toEqual([2, 2]);
  await desk.set(settings);
});

test('given to one officer, and only to one who may do the step', async () => {
  const on = await at([await takeIn('Mười')]);
  const meta = () => ({ commandId: randomUUID() });
  const unfit = await outcomesOf(as('desk'), batch, {
    meta: meta(),
    on,
    act: 'assign',
    accountId: accountOf('civil_status'),
  });
  expect(unfit[0]?.code).toBe('ASSIGNEE_NOT_FIT');
  const fit = await outcomesOf(as('desk'), batch, { meta: meta(), on, act: 'assign', accountId: accountOf('desk') });
  expect(fit[0]?.code).toBeNull();
});

test('too many, one twice, none at all, or none of the reader’s business: refused as a whole', async () => {
  const [one] = await at([await takeIn('Mười Một')]);
  const many = Array.from({ length: 51 }, () => ({ dossierId: randomUUID(), expectedVersion: 1 }));
  const codes = async (scope: Parameters<Desk['ask']>[0], on: unknown): Promise<string[]> =>
    (await desk.ask(scope, batch, { meta: { commandId: randomUUID() }, on, act: 'hand_on' })).errors.map(
      ({ code }) => code,
    );
  expect(await codes(as('desk'), many)).toEqual(['FIELD_INVALID']);
  expect(await codes(as('desk'), [one, one])).toEqual(['FIELD_INVALID']);
  expect(await codes(as('desk'), [])).toEqual(['FIELD_INVALID']);
  expect(await codes(stranger, [one])).toEqual(['DOSSIER_UNKNOWN']);
  expect(await codes(as('auditor'), [one])).toEqual(['FORBIDDEN']);
});
