import { randomUUID } from 'node:crypto';
import { dossierStream } from '@nocgia/services/dossiers/dossier/dossier-state.ts';
import { settlingId } from '@nocgia/services/server/settling/settling.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { officer, openRegister, second, stranger, today, type Answer, type OnDossier, type Register } from './world.ts';

let register: Register;
beforeAll(async () => {
  register = await openRegister();
}, 60_000);
afterAll(() => register.close());

const clerk = officer('civil_status');
const social = officer('social');

const proposalQuery = `query ($id: ID!) { registerProposal(dossierId: $id) { kind values { name value }
  people { role name nationalId citizen { id fullName } } evidence { kind number issuedOn issuedBy } } }`;
const write = `mutation ($meta: CommandMeta!, $on: OnDossierInput!, $input: RegisterInput!) {
  writeRegister(meta: $meta, on: $on, input: $input) { position citizenId householdId } }`;
const decline = `mutation ($meta: CommandMeta!, $on: OnDossierInput!, $reason: String!) {
  declineRegister(meta: $meta, on: $on, reason: $reason) { position } }`;
const reopen = `mutation ($meta: CommandMeta!, $on: OnDossierInput!, $reason: String!) {
  reopenDossier(meta: $meta, on: $on, reason: $reason) { position } }`;
const person = `query ($id: ID!) { citizen(id: $id) { fullName died maritalStatus ethnicity homeTown marriages { id endedOn endCause }
  permanentHousehold { id members { relation citizen { id } } } timeline { type source { kind id label } fields { name value } } } }`;
const figures = `query { population(unit: "27226", asOf: "${today}") { total { value } } }`;
const glance = '{ unit(code: "27226") { glance { poor nearPoor } } }';
const status =
  'query ($id: ID!) { dossier(id: $id) { version register { kind state mayWrite reason } written { kind citizenId householdId } timeline { type by note } } }';

async function proposal(id: string, scope = clerk) {
  const { data, errors } = await register.ask(scope, proposalQuery, { id });
  expect(errors).toEqual([]);
  return data.registerProposal as {
    kind: string;
    values: { name: string; value: string }[];
    people: { role: string; citizen: { id: string; fullName: string } | null }[];
    evidence: { kind: string; number: string; issuedOn: string; issuedBy: string };
  } | null;
}

const meta = () => ({ commandId: randomUUID() });
const writing = (on: OnDossier, input: object, scope = clerk): Promise<Answer> =>
  register.ask(scope, write, { meta: meta(), on, input });

async function read<T>(source: string, variables: object = {}, scope = clerk): Promise<T> {
  const { data, errors } = await register.ask(scope, source, { ...variables });
  expect(errors).toEqual([]);
  return Object.values(data)[0] as T;
}

interface Person {
  fullName: string;
  died: string | null;
  maritalStatus: string | null;
  ethnicity: string | null;
  homeTown: string | null;
  marriages: { id: string; endedOn: string | null; endCause: string | null }[];
  permanentHousehold: { id: string; members: { relation: string; citizen: { id: string } }[] } | null;
  timeline: {
    type: string;
    source: { kind: string; id: string; label: string | null } | null;
    fields: { name: string; value: string | null }[];
  }[];
}
const people = (id: string) => read<Person>(person, { id });
const total = async () => (await read<{ total: { value: number } }>(figures)).total.value;
const written = (dossierId: string) =>
  register.scene.log
    .readStream(dossierStream(dossierId))
    .then((events) => events.filter((one) => one.type === 'RegisterWritten'));

async function couple(number: string, ids: [string, string]) {
  const home = await register.household(number);
  const father = await register.person(home, 'Trần Văn Bình', 'head', {
    ...{ sex: 'male', nationalId: ids[0], ethnicity: '02', homeTown: 'Hà Nội' },
  });
  const mother = await register.person(home, 'Nguyễn Thị An', 'wife', { nationalId: ids[1] });
  return { home, father, mother };
}

describe('a birth', () => {
  const child = {
    child_name: 'Trần Minh Khôi',
    child_sex: 'male',
    child_birth: '2026-11-01',
    child_birth_place: 'BV Từ Dũ',
  };

  test('is proposed with its parents by number, and puts the child into the household; the figure follows', async () => {
    const { home, father, mother } = await couple('1', ['079290000002', '079190000001']);
    const on = await register.settled('birth', { ...child, mother_id: '079190000001', father_id: '079290000002' });
    const proposed = await proposal(on.dossierId);
    expect(proposed?.people).toMatchObject([
      { role: 'mother', citizen: { id: mother, fullName: 'Nguyễn Thị An' } },
      { role: 'father', citizen: { id: father } },
    ]);
    expect(Object.fromEntries((proposed?.values ?? []).map(({ name, value }) => [name, value]))).toEqual({
      ...{ fullName: 'Trần Minh Khôi', sex: 'male', birth: '2026-11-01', birthPlace: 'BV Từ Dũ', relation: 'child' },
      ...{ ethnicity: '02', homeTown: 'Hà Nội', nationality: 'VNM' },
    });
    expect(proposed?.evidence).toMatchObject({ kind: 'birth_certificate', issuedBy: 'UBND phường 27226' });
    const before = await total();
    const details = { fullName: 'Trần Minh Khôi', sex: 'male', birth: '2026-11-01' };
    const input = {
      birth: {
        ...{ householdId: home, motherId: mother, fatherId: father, details, relation: 'child' },
        evidence: proposed?.evidence,
      },
    };
    const { errors, data } = await writing(on, input);
    expect(errors).toEqual([]);
    const done = data.writeRegister as { citizenId: string; householdId: string };
    expect(await total()).toBe(before + 1);
    const born = await people(done.citizenId);
    expect(born.permanentHousehold?.members).toContainEqual({ relation: 'child', citizen: { id: done.citizenId } });
    const code = (await register.ask(clerk, 'query ($id: ID!) { dossier(id: $id) { code } }', { id: on.dossierId }))
      .data;
    const { code: label } = code.dossier as { code: string };
    // The person leads to the dossier, and the dossier to the person.
    for (const entry of born.timeline) expect(entry.source).toEqual({ kind: 'dossier', id: on.dossierId, label });
    expect(await read(status, { id: on.dossierId })).toMatchObject({
      register: { kind: 'birth', state: 'written', mayWrite: false },
      written: [{ kind: 'birth', citizenId: done.citizenId, householdId: home }],
    });
    // Given again, as after a lost answer, it answers the same and writes nothing.
    expect((await writing(on, input)).data.writeRegister).toEqual(data.writeRegister);
    expect(await total()).toBe(before + 1);
    // With other data it is told that it was written.
    const other = { birth: { ...input.birth, details: { ...details, fullName: 'Khác' } } };
    expect((await writing(on, other)).errors).toMatchObject([
      { code: 'DOSSIER_CHANGED', details: { changes: [{ type: 'RegisterWritten', by: 'Cán bộ hộ tịch' }] } },
    ]);
    expect(await proposal(on.dossierId)).toBeNull();
  });

  test('that the registry refuses leaves the dossier as it was', async () => {
    const { home, mother } = await couple('2', ['079290000012', '079190000011']);
    const on = await register.settled('birth', child);
    const details = { fullName: 'Bé', sex: 'male', birth: '2027-01-01' };
    const { errors } = await writing(on, {
      birth: { householdId: home, motherId: mother, details, relation: 'child' },
    });
    expect(errors).toMatchObject([{ code: 'DAY_IN_FUTURE', field: 'birth' }]);
    expect(await read(status, { id: on.dossierId })).toMatchObject({ version: 3, register: { state: 'pending' } });
    // Under the roof of neither parent only as they agree.
    const householdId = await register.household('2A');
    await register.person(householdId, 'Nguyễn Thị Bà Ngoại', 'head');
    const there = {
      householdId,
      motherId: mother,
      details: { ...details, birth: '2026-11-01' },
      relation: 'grandchild',
    };
    expect((await writing(on, { birth: there })).errors).toMatchObject([{ code: 'PARENT_NOT_MEMBER' }]);
    const { data } = await writing(on, { birth: { ...there, apart: true } });
    expect(data.writeRegister).toMatchObject({ householdId });
  });
});

test('a death ends the residence, widows the spouse and leaves the household without head', async () => {
  const { home, father, mother } = await couple('3', ['079290000022', '079190000021']);
  await register.done(
    clerk,
    'mutation ($meta: CommandMeta!, $input: RecordMarriageInput!) { recordMarriage(meta: $meta, input: $input) { position } }',
    { input: { citizenId: father, spouseId: mother, occurredOn: '2020-01-01' } },
  );
  const on = await register.settled('death', { dead_name: 'x', dead_id: '079290000022', died_on: '2026-11-18' });
  const proposed = await proposal(on.dossierId);
  expect(proposed).toMatchObject({
    people: [{ role: 'deceased', citizen: { id: father } }],
    values: [{ name: 'occurredOn', value: '2026-11-18' }],
  });
  const before = await total();
  const input = { death: { citizenId: father, occurredOn: '2026-11-18', evidence: proposed?.evidence } };
  expect((await writing(on, input)).errors).toEqual([]);
  expect(await total()).toBe(before - 1);
  expect(await people(father)).toMatchObject({ died: '2026-11-18' });
  expect(await people(mother)).toMatchObject({ maritalStatus: 'widowed', marriages: [{ endCause: 'death' }] });
  const { head } = await read<{ head: object | null }>('query ($id: ID!) { household(id: $id) { head { id } } }', {
    id: home,
  });
  expect(head).toBeNull();
});

test('a marriage stands with both', async () => {
  const home = await register.household('4');
  const husband = await register.person(home, 'Lê Văn Cường', 'head', { sex: 'male', nationalId: '079290000032' });
  const wife = await register.person(home, 'Phạm Thị Dung', 'other', { nationalId: '079190000031' });
  const answers = { husband_name: 'Lê Văn Cường', wife_name: 'Phạm Thị Dung', wife_id: '079190000031' };
  // The husband gave no number: as the dossier's owner he is known all the same.
  const on = await register.settled('marriage', answers, { ownerId: husband, ownerName: 'Lê Văn Cường' });
  const proposed = await proposal(on.dossierId);
  expect(proposed?.people).toMatchObject([{ citizen: { id: husband } }, { citizen: { id: wife } }]);
  expect(proposed?.values).toEqual([{ name: 'occurredOn', value: '2026-11-20' }]);
  const input = {
    marriage: { citizenId: husband, spouseId: wife, occurredOn: '2026-11-20', evidence: proposed?.evidence },
  };
  expect((await writing(on, input)).errors).toEqual([]);
  for (const id of [husband, wife]) {
    const { maritalStatus, timeline } = await people(id);
    expect(maritalStatus).toBe('married');
    expect(timeline[0]).toMatchObject({ type: 'MarriageRecorded', source: { kind: 'dossier', id: on.dossierId } });
    expect(timeline[0]?.fields).toContainEqual(
      expect.objectContaining({ name: 'evidence', value: 'marriage_certificate' }),
    );
  }
});

describe('a certificate of marital status', () => {
  test('brings the status that the register lacked, or the end of a marriage', async () => {
    const home = await register.household('5');
    const an = await register.person(home, 'Võ Thị Giang', 'head');
    const on = await register.settled('marital_status', { marital_status: 'single' }, { ownerId: an });
    expect((await proposal(on.dossierId))?.people).toMatchObject([{ role: 'subject', citizen: { id: an } }]);
    const changes = [{ field: 'maritalStatus', shown: null, value: 'single' }];
    const change = { citizenId: an, nature: 'correction', occurredOn: '2026-11-20', changes };
    const name = { ...change, changes: [{ field: 'fullName', shown: 'Võ Thị Giang', value: 'Khác' }] };
    expect((await writing(on, { change: name })).errors).toMatchObject([{ code: 'REGISTER_OTHER' }]);
    expect((await writing(on, { change })).errors).toEqual([]);
    expect(await people(an)).toMatchObject({ maritalStatus: 'single' });

    const married = await register.person(home, 'Võ Thị Hạnh', 'sibling');
    await register.done(
      clerk,
      'mutation ($meta: CommandMeta!, $input: RecordMarriageInput!) { recordMarriage(meta: $meta, input: $input) { position } }',
      { input: { citizenId: married, spouseName: 'Người Nơi Khác', occurredOn: '2020-01-01' } },
    );
    const divorced = await register.settled('marital_status', { marital_status: 'divorced' }, { ownerId: married });
    const [marriage] = (await people(married)).marriages;
    const marriageEnd = { citizenId: married, marriageId: marriage?.id, cause: 'divorce', occurredOn: '2025-03-01' };
    expect((await writing(divorced, { marriageEnd })).errors).toEqual([]);
    expect(await people(married)).toMatchObject({ maritalStatus: 'divorced' });
  });
});

describe('a correction', () => {
  test('corrects the field with the decision as its paper, and tells when the register says something else by now', async () => {
    const home = await register.household('6');
    const an = await register.person(home, 'Bùi Thị Lan', 'head', { ethnicity: '01' });
    const answers = { nature: 'correction', field: 'ethnicity', from: '01', to: '02' };
    const on = await register.settled('civil_correction', answers, { ownerId: an });
    const proposed = await proposal(on.dossierId);
    const change = (shown: string) => ({
      ...{ citizenId: an, nature: 'correction', occurredOn: '2026-11-20', evidence: proposed?.evidence },
      changes: [{ field: 'ethnicity', shown, value: '02' }],
    });
    expect((await writing(on, { change: change('03') })).errors).toMatchObject([{ code: 'CLASH', field: 'ethnicity' }]);
    expect((await writing(on, { change: change('01') })).errors).toEqual([]);
    const { ethnicity, timeline } = await people(an);
    expect(ethnicity).toBe('02');
    expect(timeline[0]?.fields).toContainEqual(expect.objectContaining({ name: 'evidence', value: 'decision' }));
  });
});

describe('a standard of living', () => {
  test('is granted for its period by who keeps those, and ended by the next decision; the figure follows', async () => {
    const home = await register.household('7');
    const head = await register.person(home, 'Đỗ Văn Minh', 'head', { sex: 'male' });
    const on = await register.settled('household_status', { status: 'poor' }, { ownerId: head });
    expect(await proposal(on.dossierId)).toBeNull();
    expect((await proposal(on.dossierId, social))?.people).toMatchObject([{ role: 'head', citizen: { id: head } }]);
    const poor = async () => (await read<{ glance: { poor: number } }>(glance, {}, social)).glance.poor;
    const before = await poor();
    const householdStatus = { householdId: home, status: 'poor', occurredOn: '2026-11-20', until: '2027-12-31' };
    expect((await writing(on, { householdStatus })).errors).toMatchObject([{ code: 'DOSSIER_UNKNOWN' }]);
    expect((await writing(on, { householdStatus }, social)).errors).toEqual([]);
    expect(await poor()).toBe(before + 1);
    const out = await register.settled('household_status', { status: 'none' }, { ownerId: head });
    const { statuses } = await read<{ statuses: { id: string }[] }>(
      'query ($id: ID!) { household(id: $id) { statuses { id until } } }',
      { id: home },
    );
    const householdStatusEnd = { householdId: home, statusId: statuses[0]?.id, occurredOn: '2026-11-21' };
    expect((await writing(out, { householdStatusEnd }, social)).errors).toEqual([]);
    expect(await poor()).toBe(before);
  });
});

describe('who and when', () => {
  const deathOf = async (number: string) => {
    const home = await register.household(number);
    const id = await register.person(home, 'Hồ Thị Ngân', 'head');
    const on = await register.settled('death', { died_on: '2026-11-18' });
    return { on, input: { death: { citizenId: id, occurredOn: '2026-11-18' } } };
  };

  test('only who may write both: dossier and register; others are shown nothing and write nothing', async () => {
    const { on, input } = await deathOf('8');
    for (const scope of [stranger, officer('desk'), officer('leader'), officer('board'), social, officer('auditor')]) {
      expect(await proposal(on.dossierId, scope), scope.role ?? '').toBeNull();
      expect((await writing(on, input, scope)).errors, scope.role ?? '').toHaveLength(1);
      const { errors } = await register.ask(scope, decline, { meta: meta(), on, reason: 'x' });
      expect(errors, scope.role ?? '').toHaveLength(1);
    }
    expect(await written(on.dossierId)).toEqual([]);
  });

  test('two officers at once: one writes, the other is told who did', async () => {
    const { on, input } = await deathOf('9');
    const answers = await Promise.all([writing(on, input), writing(on, input, second)]);
    expect(answers.map(({ errors }) => errors.length).toSorted()).toEqual([0, 1]);
    const told = answers.find(({ errors }) => errors.length > 0)?.errors[0];
    expect(told).toMatchObject({ code: 'DOSSIER_CHANGED', details: { changes: [{ type: 'RegisterWritten' }] } });
    expect(await written(on.dossierId)).toHaveLength(1);
    const died = (await register.scene.log.readStream(`citizen-${input.death.citizenId}`)).filter(
      ({ type }) => type === 'CitizenDied',
    );
    expect(died).toHaveLength(1);
    // One command: both facts bear its id, which follows from the dossier.
    expect(died[0]?.commandId).toBe(settlingId(on.dossierId, 'death'));
  });

  test('opened again before it was written, it is no longer written; once written, it is not opened again', async () => {
    const { on, input } = await deathOf('10');
    expect((await register.ask(officer('leader'), reopen, { meta: meta(), on, reason: 'Nhầm' })).errors).toEqual([]);
    expect((await writing(on, input)).errors).toMatchObject([
      { code: 'DOSSIER_CHANGED', details: { changes: [{ type: 'DossierReopened', by: 'Lãnh đạo' }] } },
    ]);
    expect((await writing({ ...on, expectedVersion: 4 }, input)).errors).toMatchObject([{ code: 'DOSSIER_STATE' }]);
    const other = await deathOf('11');
    expect((await writing(other.on, other.input)).errors).toEqual([]);
    const late = { meta: meta(), on: { ...other.on, expectedVersion: 4 }, reason: 'Nhầm' };
    expect((await register.ask(officer('leader'), reopen, late)).errors).toMatchObject([{ code: 'DOSSIER_WRITTEN' }]);
  });

  test('a dossier whose result is not to be recorded says why, and waits no more', async () => {
    const { on } = await deathOf('12');
    const drawer = '{ dossiers(drawer: to_write) { items { id } } dossierCounts { toWrite } }';
    const waiting = async (scope = clerk) => {
      const { data } = await register.ask(scope, drawer);
      const { items } = data.dossiers as { items: { id: string }[] };
      expect((data.dossierCounts as { toWrite: number }).toWrite).toBe(items.length);
      return items.map(({ id }) => id);
    };
    expect(await waiting()).toContain(on.dossierId);
    expect(await waiting(officer('desk'))).toEqual([]);
    expect((await register.ask(clerk, decline, { meta: meta(), on, reason: 'Đã ghi ở nơi khác' })).errors).toEqual([]);
    expect(await waiting()).not.toContain(on.dossierId);
    expect(await read(status, { id: on.dossierId })).toMatchObject({
      register: { state: 'declined', mayWrite: true, reason: 'Đã ghi ở nơi khác' },
      timeline: [{ type: 'RegisterDeclined', by: 'Cán bộ hộ tịch', note: 'Đã ghi ở nơi khác' }, {}, {}, {}],
    });
  });

  test('whose store breaks before or after the write: nothing is half done, and what was done is not done twice', async () => {
    const { on, input } = await deathOf('13');
    const { log } = register.scene;
    const breaking = (after: boolean): typeof log => ({
      ...log,
      append: async (command) => {
        if (after) await log.append(command);
        throw new Error('the store went away');
      },
    });
    const facts = async () =>
      (await log.readStreams([dossierStream(on.dossierId), `citizen-${input.death.citizenId}`]))
        .values()
        .toArray()
        .flat();
    const before = (await facts()).length;
    for (const after of [false, true]) {
      register.log = breaking(after);
      await expect(writing(on, input)).rejects.toThrow('went away');
      register.log = log;
      expect((await facts()).length).toBe(after ? before + 2 : before);
    }
    expect((await writing(on, input)).errors).toEqual([]);
    expect((await facts()).length).toBe(before + 2);
  });
});
