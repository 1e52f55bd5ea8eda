import { accountOf, citizen, content, procedureId, settings, ward } from '@nocgia/services/dossiers/testing/scene.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { as, openDesk, stranger, type Desk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
}, 60_000);
afterAll(() => desk.close());

const friday = '2026-11-20T03:00:00.000Z';

const takeIn =
  'mutation ($meta: CommandMeta!, $input: TakeInInput!) { takeInDossier(meta: $meta, input: $input) { position dossierId code dueAt } }';
const handOn =
  'mutation ($meta: CommandMeta!, $on: OnDossierInput!, $to: String, $note: String) { handOnDossier(meta: $meta, on: $on, to: $to, note: $note) { position } }';
const one = `query ($id: ID!) { dossier(id: $id) {
  id version code status nationalStatus pace hoursLeft dueOn step { key name } assignee { accountId name } owner { name nationalId phone }
  procedure { code name version term { unit amount } } warnings { code count } requests { papers { name } suppliedAt }
  fees { total receipt { book number } } timeline { type by from to note dueOn } ending { kind } } }`;
const drawer = `query ($drawer: DossierDrawer!, $whose: DossierOwner, $text: String, $after: String, $first: Int, $pace: DossierPaceFilter) {
  dossiers(drawer: $drawer, whose: $whose, text: $text, after: $after, first: $first, pace: $pace) { nextCursor items { id code pace owner { name } } } }`;
const counts = '{ dossierCounts { incoming mine team unit awaiting ready late dueSoon } }';

const input = (over: object = {}) => ({
  procedureId,
  channel: 'desk',
  returnBy: 'desk',
  owner: citizen,
  answers: [],
  papers: [{ key: 'to_khai', name: 'Tờ khai', form: 'original', copies: 1, source: 'brought' }],
  handOn: true,
  ...over,
});

const owner = (name: string) => ({ ...citizen, name, nationalId: null, phone: null });

async function taken(over: object = {}): Promise<string> {
  return (await desk.done(as('desk'), takeIn, { input: input(over) })).dossierId ?? '';
}

async function shown(id: string, scope = as('desk')): Promise<Record<string, unknown>> {
  const { data, errors } = await desk.ask(scope, one, { id });
  expect(errors).toEqual([]);
  return data.dossier as Record<string, unknown>;
}

async function list(
  variables: object,
  scope = as('desk'),
): Promise<{ items: { id: string; code: string }[]; nextCursor: string | null }> {
  const { data, errors } = await desk.ask(scope, drawer, { ...variables });
  expect(errors).toEqual([]);
  return data.dossiers as { items: { id: string; code: string }[]; nextCursor: string | null };
}

const at = (dossier: Record<string, unknown>) => ({ dossierId: dossier.id, expectedVersion: dossier.version });

describe('a dossier through the API', () => {
  test('is taken in, given by the rule to who has the fewest, and shows its clock and its course', async () => {
    desk.now = friday;
    const dossier = await shown(await taken());
    expect(dossier).toMatchObject({
      code: 'H29.146-261120-0001',
      status: 'processing',
      nationalStatus: 4,
      dueOn: '2026-11-26',
      pace: 'in_time',
      step: { key: 'tham_dinh' },
      assignee: { accountId: accountOf('civil_status'), name: 'civil_status' },
      procedure: { code: '1.004873', version: 1, term: { unit: 'working_days', amount: 3 } },
    });
    expect((dossier.timeline as object[]).at(-1)).toMatchObject({
      type: 'DossierTakenIn',
      by: 'desk',
      note: 'H29.146-261120-0001',
      dueOn: '2026-11-26',
    });
  });

  test('counts are true the moment after an action, and the tabs hold what they count', async () => {
    const before = (await desk.ask(as('civil_status'), counts)).data.dossierCounts as Record<string, number>;
    await taken();
    const after = (await desk.ask(as('civil_status'), counts)).data.dossierCounts as Record<string, number>;
    expect(after).toMatchObject({
      mine: (before.mine ?? 0) + 1,
      team: (before.team ?? 0) + 1,
      unit: (before.unit ?? 0) + 1,
    });
    const mine = await list({ drawer: 'open', whose: 'mine' }, as('civil_status'));
    expect(mine.items).toHaveLength(after.mine ?? -1);
    expect((await list({ drawer: 'open', whose: 'mine' }, as('leader'))).items).toEqual([]);
  });

  test('the second of two officers is told who was first and what they did', async () => {
    const dossier = await shown(await taken());
    await desk.done(as('civil_status'), handOn, { on: at(dossier) });
    const { errors } = await desk.ask(as('leader'), handOn, {
      meta: { commandId: '00000000-0000-4000-8000-000000000001' },
      on: at(dossier),
    });
    expect(errors).toMatchObject([
      {
        code: 'DOSSIER_CHANGED',
        details: { changes: [{ type: 'DossierHandedOn', by: 'civil_status' }, { type: 'DossierAssigned' }] },
      },
    ]);
  });

  test('late and due soon by the working calendar, papers awaited neither', async () => {
    desk.now = friday;
    const waiting = await taken({ owner: owner('Chờ Giấy Tờ') });
    await desk.done(
      as('civil_status'),
      `mutation ($meta: CommandMeta!, $on: OnDossierInput!) { requestPapers(meta: $meta, on: $on, stage: appraisal,
        papers: [{ name: "Tờ khai", wrong: "Thiếu chữ ký" }]) { position } }`,
      { on: at(await shown(waiting)) },
    );
    desk.now = '2026-11-26T08:00:00.000Z';
    const running = await taken({ owner: owner('Vừa Mới Nộp'), receivedAt: friday });
    expect(await shown(running)).toMatchObject({ pace: 'likely_late', dueOn: '2026-11-26' });
    expect(await shown(waiting)).toMatchObject({ pace: 'paused', status: 'awaiting_papers' });
    const soon = await list({ drawer: 'open', pace: 'due_soon' });
    expect(soon.items.map(({ id }) => id)).toContain(running);
    expect(soon.items.map(({ id }) => id)).not.toContain(waiting);
    desk.now = '2026-11-27T03:00:00.000Z';
    expect(await shown(running)).toMatchObject({ pace: 'late' });
    const late = await list({ drawer: 'open', pace: 'late' });
    expect(late.items.map(({ id }) => id)).toContain(running);
    expect((await desk.ask(as('desk'), counts)).data.dossierCounts).toMatchObject({ late: late.items.length });
    desk.now = friday;
  });
});

describe('search inside a drawer', () => {
  test.each([
    ['the whole code', 'H29.146-261120-0001'],
    ['its end', '261120-0001'],
    ['a name without accents, the last word begun', 'nguyen thi ho'],
    ['an identity number', '0791 9000 0123'],
    ['a phone as people type it', '+84 903.000.111'],
  ])('by %s', async (_, text) => {
    const codes = (await list({ drawer: 'open', text })).items.map(({ code }) => code);
    expect(codes).toContain('H29.146-261120-0001');
  });

  test('nothing that does not match, and no pattern of its own making', async () => {
    for (const text of ['Trần', "'; drop table x", '%', '261120-0001%', '\\']) {
      expect((await list({ drawer: 'open', text })).items, text).toEqual([]);
    }
  });

  test('pages hold each dossier once, the most pressing first', async () => {
    const whole = (await list({ drawer: 'open', first: 200 })).items.map(({ id }) => id);
    const paged: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await list({ drawer: 'open', first: 2, after });
      paged.push(...page.items.map(({ id }) => id));
      after = page.nextCursor;
      if (after === null) break;
    }
    expect(paged).toEqual(whole);
    expect(new Set(whole).size).toBe(whole.length);
  });
});

describe('who sees what', () => {
  test('another ward, another field and the police see nothing of it; a look is in the access log', async () => {
    const id = await taken({ ownerId: '00000000-0000-7000-8000-0000000000cc' });
    for (const scope of [stranger, as('social'), as('police')])
      expect((await desk.ask(scope, one, { id })).data.dossier).toBeNull();
    desk.looks.length = 0;
    await shown(id, as('leader'));
    expect(desk.looks).toEqual([{ action: 'open', citizenIds: ['00000000-0000-7000-8000-0000000000cc'] }]);
  });

  test('an auditor sees initials and masked numbers, and writes nothing', async () => {
    const id = await taken();
    const dossier = await shown(id, as('auditor'));
    expect(dossier).toMatchObject({ owner: { nationalId: '079*****0123' } });
    expect(JSON.stringify(dossier.owner)).not.toContain('Hoà');
    const { errors } = await desk.ask(as('auditor'), handOn, {
      meta: { commandId: '00000000-0000-4000-8000-000000000002' },
      on: at(dossier),
    });
    expect(errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });

  test('only leader and administrator change the catalogue', async () => {
    const { name, matter, fieldName, fees, papers, steps } = content;
    const publish = {
      ...{ ward, code: '2.000815', validFrom: '2026-11-20', expectedVersion: 0, name, matter, fieldName, fees, papers },
      ...{ onlineLevel: 'none', proactiveLevel: 0, cutoff: false, onTheSpot: true, competence: 'ward' },
      ...{ term: { unit: 'same_day' }, steps: steps.map((step) => ({ ...step, term: null })) },
    };
    const source =
      'mutation ($meta: CommandMeta!, $input: ProcedureInput!) { publishProcedure(meta: $meta, input: $input) { procedureId version } }';
    const meta = { commandId: '00000000-0000-4000-8000-000000000003' };
    expect((await desk.ask(as('desk'), source, { meta, input: publish })).errors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    expect(await desk.done(as('leader'), source, { input: publish })).toMatchObject({ version: 1 });
    const shorter = { ...publish, expectedVersion: 1, term: { unit: 'hours', amount: 2 } };
    await desk.done(as('leader'), source, { input: shorter });
    const { data } = await desk.ask(
      as('desk'),
      `{ procedures(ward: "${ward}", text: "xac nhan hon nhan") { code version cut { percent band } } }`,
    );
    expect(data.procedures).toEqual(
      expect.arrayContaining([{ code: '2.000815', version: 2, cut: { percent: 75, band: 'from_51_to_75' } }]),
    );
  });
});

describe('the register of dossiers', () => {
  const register = `query ($ward: ID!, $from: Day!, $to: Day!, $after: String, $first: Int) {
    dossierRegister(ward: $ward, from: $from, to: $to, after: $after, first: $first) { nextCursor items { code } } }`;
  const codes = async (variables: object, scope = as('desk')): Promise<{ codes: string[]; next: string | null }> => {
    const { data, errors } = await desk.ask(scope, register, { ward, ...variables });
    expect(errors).toEqual([]);
    const { items, nextCursor } = data.dossierRegister as { items: { code: string }[]; nextCursor: string | null };
    return { codes: items.map(({ code }) => code), next: nextCursor };
  };

  test('holds what was taken in on its days, both within, in order and page by page', async () => {
    const taken = async (at: string): Promise<string> => {
      desk.now = at;
      const source = takeIn.replace('position dossierId code dueAt', 'code');
      return (await desk.done(as('desk'), source, { input: input({ owner: owner('Sổ Theo Dõi') }) })).code ?? '';
    };
    // The last minute of a day in Việt Nam, the first of the next, and a later day.
    const late = await taken('2026-11-28T16:59:00.000Z');
    const early = await taken('2026-11-28T17:01:00.000Z');
    const after = await taken('2026-11-30T03:00:00.000Z');
    expect((await codes({ from: '2026-11-28', to: '2026-11-28' })).codes).toEqual([late]);
    expect((await codes({ from: '2026-11-29', to: '2026-11-29' })).codes).toEqual([early]);
    const first = await codes({ from: '2026-11-28', to: '2026-11-30', first: 2 });
    expect(first.codes).toEqual([late, early]);
    const rest = await codes({ from: '2026-11-28', to: '2026-11-30', first: 2, after: first.next });
    expect(rest).toEqual({ codes: [after], next: null });
    expect((await codes({ from: '2026-11-28', to: '2026-11-30' }, as('social'))).codes).toEqual([]);
  });

  test('is that of one’s own ward', async () => {
    const { errors } = await desk.ask(stranger, register, { ward, from: '2026-11-01', to: '2026-11-30' });
    expect(errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});

test('the rota gives to who has waited longest, however quick the others were', async () => {
  const [first, second] = ['00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d2'];
  await desk.hire(first, 'civil_status');
  await desk.hire(second, 'civil_status');
  const rota = { ...settings, assignment: 'rota' as const };
  await desk.set(rota);
  const given: unknown[] = [];
  for (let n = 0; n < 4; n += 1) {
    desk.now = `2026-11-30T04:0${n}:00.000Z`;
    const dossier = await shown(await taken());
    const { accountId } = dossier.assignee as { accountId: string };
    given.push(accountId);
    // Whoever has it is done with it at once.
    const stop = `mutation ($meta: CommandMeta!, $on: OnDossierInput!) { stopDossier(meta: $meta, on: $on, reason: "thử") { position } }`;
    await desk.done(as('civil_status'), stop, { on: at(dossier) });
  }
  expect(new Set(given.slice(0, 2))).toEqual(new Set([first, second]));
  // Both, and the one who was there before them, in turn: nobody twice before everybody once.
  expect(new Set(given.slice(0, 3)).size).toBe(3);
  expect(given[3]).toBe(given[0]);
  await desk.set(settings);
  desk.now = friday;
});
