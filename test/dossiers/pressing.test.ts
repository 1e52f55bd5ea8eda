import { randomUUID } from 'node:crypto';
import { procedureId } from '@nocgia/services/dossiers/testing/scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { as, openDesk, stranger, type Desk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

const work = `mutation ($meta: CommandMeta!, $on: [OnDossierInput!]!, $act: DossierBatchAct!, $accountId: ID) {
  workOnDossiers(meta: $meta, on: $on, act: $act, accountId: $accountId) { outcomes { code } } }`;
const settle = `mutation ($meta: CommandMeta!, $on: OnDossierInput!) { settleDossier(meta: $meta, on: $on) { position } }`;
const takeIn = async (name: string): Promise<string> => {
  const input = {
    ...{ procedureId, channel: 'desk', returnBy: 'desk', owner: { kind: 'citizen', name } },
    ...{ answers: [], papers: [], handOn: true },
  };
  const mutation = `mutation ($meta: CommandMeta!, $input: TakeInInput!) { takeInDossier(meta: $meta, input: $input) { dossierId } }`;
  return (await desk.done(as('desk'), mutation, { input })).dossierId ?? '';
};
const shown = async (id: string) => {
  const { data } = await desk.ask(as('leader'), 'query ($id: ID!) { dossier(id: $id) { version pace stuck } }', { id });
  return data.dossier as { version: number; pace: string; stuck: boolean };
};
const on = async (dossierId: string) => ({ dossierId, expectedVersion: (await shown(dossierId)).version });
const lead = async (id: string, act: 'hand_on' | 'approve') =>
  desk.done(as('leader'), work, { meta: { commandId: randomUUID() }, on: [await on(id)], act });

const kinds = { late: 'late', due_soon: 'dueSoon', likely_late: 'likelyLate', stuck: 'stuck' } as const;
const counts = '{ dossierCounts { late dueSoon likelyLate stuck mineLate mineDueSoon mineLikelyLate mineStuck } }';
const listed = async (scope: Parameters<Desk['ask']>[0], pace: string, whose = 'unit'): Promise<string[]> => {
  const { data } = await desk.ask(
    scope,
    `query ($pace: DossierPaceFilter, $whose: DossierOwner) { dossiers(drawer: open, whose: $whose, pace: $pace, first: 100) { items { id } } }`,
    { pace, whose },
  );
  return (data.dossiers as { items: { id: string }[] }).items.map(({ id }) => id);
};
/** Every count, and whether the list behind it holds as many. */
async function agree(): Promise<void> {
  for (const scope of [as('leader'), as('civil_status'), stranger]) {
    const counted = (await desk.ask(scope, counts)).data.dossierCounts as Record<string, number>;
    for (const [pace, name] of Object.entries(kinds)) {
      expect(await listed(scope, pace), pace).toHaveLength(counted[name] ?? -1);
      const own = counted[`mine${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`];
      expect(await listed(scope, pace, 'mine'), pace).toHaveLength(own ?? -1);
    }
  }
}

test('likely late is what has less time left than such dossiers usually take from that step; until five are known, a working day', async () => {
  desk.now = '2026-11-02T02:00:00.000Z';
  const before = await takeIn('Chưa Ai Biết');
  expect((await shown(before)).pace).toBe('in_time');
  desk.now = '2026-11-05T03:00:00.000Z';
  expect((await shown(before)).pace).toBe('likely_late');
  expect(await listed(as('leader'), 'likely_late')).toContain(before);
  await agree();

  // Five that each took two days and a half from their appraisal to the end.
  const earlier = await Promise.all(['Một', 'Hai', 'Ba', 'Bốn', 'Năm'].map(takeIn));
  desk.now = '2026-11-07T15:00:00.000Z';
  for (const id of earlier) {
    await lead(id, 'hand_on');
    await lead(id, 'approve');
    await desk.done(as('leader'), settle, { on: await on(id) });
  }
  desk.now = '2026-11-09T02:00:00.000Z';
  const one = await takeIn('Sáu');
  expect((await shown(one)).pace).toBe('in_time');
  await agree();
  // Due at the end of the twelfth; two days are left on the tenth, in the evening.
  desk.now = '2026-11-10T08:00:00.000Z';
  expect((await shown(one)).pace).toBe('likely_late');
  expect(await listed(as('leader'), 'likely_late')).toContain(one);
  expect(await listed(as('leader'), 'due_soon')).not.toContain(one);
  await agree();
});

test('late is what is past its day; stuck what nobody has touched for three working days, or its owner for fifteen', async () => {
  desk.now = '2026-11-12T02:00:00.000Z';
  const [running, waiting] = [await takeIn('Bảy'), await takeIn('Tám')];
  const papers = `mutation ($meta: CommandMeta!, $on: OnDossierInput!) { requestPapers(meta: $meta, on: $on, stage: appraisal, papers: [{ name: "Tờ khai", wrong: "thiếu" }]) { position } }`;
  await desk.done(as('civil_status'), papers, { on: await on(waiting) });
  // A Monday; a weekend lies between, and only two working days have gone by.
  desk.now = '2026-11-16T02:00:00.000Z';
  expect((await shown(running)).stuck).toBe(false);
  desk.now = '2026-11-18T02:00:00.000Z';
  expect(await shown(running)).toMatchObject({ stuck: true, pace: 'late' });
  expect(await listed(as('leader'), 'late')).toContain(running);
  expect(await listed(as('leader'), 'stuck')).toContain(running);
  expect((await shown(waiting)).stuck).toBe(false);
  await agree();
  desk.now = '2026-12-08T02:00:00.000Z';
  expect((await shown(waiting)).stuck).toBe(true);
  expect(await listed(as('leader'), 'late')).not.toContain(waiting);
  await agree();
});
