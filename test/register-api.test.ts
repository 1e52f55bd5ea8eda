import { createHmac, createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { sdl } from '@nocgia/schemas/graphql/sdl.ts';
import { scopeAt } from '@nocgia/services/access/testing/house.ts';
import { accountProjection } from '@nocgia/services/access/account/projection.ts';
import { createCursors } from '@nocgia/services/access/paging.ts';
import { openScoped } from '@nocgia/services/access/scoped-db.ts';
import type { Scope } from '@nocgia/services/access/scope.ts';
import { createProjector, type Projector } from '@nocgia/services/projection/engine.ts';
import { openScene, type Scene } from '@nocgia/services/projection/testing/scene.ts';
import { registryResolvers } from '@nocgia/services/registry/graphql.ts';
import { peopleProjection } from '@nocgia/services/registry/projection.ts';
import { territoryResolvers } from '@nocgia/services/territory/graphql.ts';
import { dwellingsProjection } from '@nocgia/services/territory/dwelling/projection.ts';
import { takeEffectDue } from '@nocgia/services/territory/unit/effect.ts';
import { unitsProjection } from '@nocgia/services/territory/unit/projection.ts';
import { buildSchema, graphql, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

type Fields = Record<string, Record<string, GraphQLFieldResolver<unknown, unknown>>>;

function executable(...maps: object[]): GraphQLSchema {
  const schema = buildSchema(sdl);
  for (const map of maps as Fields[]) {
    for (const [name, fields] of Object.entries(map)) {
      const type = schema.getType(name);
      if (!isObjectType(type)) continue;
      for (const [field, resolve] of Object.entries(fields)) {
        const definition = type.getFields()[field];
        if (!definition) throw new Error(`${name}.${field} is not in the SDL`);
        definition.resolve = resolve;
      }
    }
  }
  return schema;
}

const schema = executable(territoryResolvers, registryResolvers);
const today = '2026-11-22';
let scene: Scene;
let projector: Projector;
const cursorKey = createSecretKey(randomBytes(32));
let looks: { action: string; citizenIds: readonly string[] }[] = [];

interface Answer {
  data: Record<string, unknown>;
  errors: { code: string; field?: string; details: Record<string, unknown> }[];
}

/** Asks as somebody; rows are brought up to date first. */
async function ask(scope: Scope, source: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  await projector.runToHead();
  const session = openScoped(scene.app, scope);
  const contextValue = {
    scope,
    db: session.db,
    log: scene.log,
    today,
    cursors: createCursors(cursorKey, scope.accountId),
    claimHash: (text: string) => createHmac('sha256', 'key').update(text).digest('hex'),
    eventContext: () => ({
      actor: scope.accountId,
      position: scope.positionId ?? undefined,
      correlation: randomUUID(),
    }),
    logAccess: (look: { action: string; citizenIds: readonly string[] }) => {
      looks.push(look);
      return Promise.resolve();
    },
  };
  try {
    const answer = await graphql({ schema, source, contextValue, variableValues: variables });
    const errors = (answer.errors ?? []).map((error) => {
      const cause = error.originalError;
      if (!cause || !('rejection' in cause)) throw cause ?? error;
      const { code, field } = cause.rejection as { code: string; field?: string };
      return { code, field, details: 'details' in cause ? (cause.details as Record<string, unknown>) : {} };
    });
    return { data: answer.data as Answer['data'], errors };
  } finally {
    await session.close();
  }
}

const clerk = scopeAt('civil_status', '27226');
const board3 = scopeAt('board', '27226-003');
const board30 = scopeAt('board', '27226-030');
const stranger = scopeAt('civil_status', '27232');
const leader = scopeAt('leader', '27226');

async function done(
  scope: Scope,
  source: string,
  input: Record<string, unknown> = {},
): Promise<Record<string, string>> {
  const { data, errors } = await ask(scope, source, { ...input, meta: { commandId: randomUUID() } });
  expect(errors).toEqual([]);
  return Object.values(data)[0] as Record<string, string>;
}

const registerDwelling =
  'mutation ($meta: CommandMeta!, $input: DwellingInput!) { registerDwelling(meta: $meta, input: $input) { position dwellingId } }';
const formHousehold =
  'mutation ($meta: CommandMeta!, $input: FormHouseholdInput!) { formHousehold(meta: $meta, input: $input) { householdId } }';
const registerCitizen =
  'mutation ($meta: CommandMeta!, $input: RegisterCitizenInput!) { registerCitizen(meta: $meta, input: $input) { citizenId } }';
const changeCitizen =
  'mutation ($meta: CommandMeta!, $id: ID!, $changes: [FieldChange!]!) { changeCitizen(meta: $meta, citizenId: $id, nature: correction, occurredOn: "2026-11-22", changes: $changes) { position } }';

async function dwelling(houseNumber: string, street: string, neighbourhood: string | null): Promise<string> {
  return (
    (
      await done(clerk, registerDwelling, {
        input: { ward: '27226', neighbourhood, houseNumber, street, kind: 'house', occurredOn: '2025-07-01' },
      })
    ).dwellingId ?? ''
  );
}

async function household(dwellingId: string): Promise<string> {
  return (
    (await done(clerk, formHousehold, { input: { dwellingId, number: '7', occurredOn: '2025-07-01' } })).householdId ??
    ''
  );
}

async function citizen(
  householdId: string,
  fullName: string,
  details: object = {},
  relation = 'child',
): Promise<string> {
  const input = {
    details: { fullName, sex: 'female', birth: '1990-05-17', ...details },
    householdId,
    relation,
    kind: 'permanent',
    cause: 'first_entry',
    since: '2025-07-01',
    source: 'police',
  };
  return (await done(clerk, registerCitizen, { input })).citizenId ?? '';
}

const ids: Record<string, string> = {};

beforeAll(async () => {
  scene = await openScene();
  projector = createProjector({
    log: scene.log,
    db: scene.projector,
    projections: [unitsProjection, dwellingsProjection, peopleProjection, accountProjection],
  });
  const unit = (code: string, level: string, parent: string | null) => ({
    stream: `unit-${code}`,
    event: {
      type: 'UnitEstablished',
      data: { code, level, name: `Khu ${code}`, parent, occurredOn: '2025-07-01', predecessors: [] },
    },
  });
  await scene.record(
    unit('79', 'city', null),
    unit('27226', 'ward', '79'),
    unit('27232', 'ward', '79'),
    unit('27226-003', 'neighbourhood', '27226'),
    unit('27226-030', 'neighbourhood', '27226'),
  );
  ids.d3 = await dwelling('12/3/4', 'Nguyễn Trãi', '27226-003');
  ids.d30 = await dwelling('7', 'Hoà Bình', '27226-030');
  ids.h3 = await household(ids.d3);
  ids.h30 = await household(ids.d30);
  ids.an = await citizen(
    ids.h3,
    'Nguyễn Thị An',
    { nationalId: '079190000001', phone: '0901 234 567', ethnicity: '01' },
    'head',
  );
  ids.binh = await citizen(ids.h3, 'Trần Văn Bình', { sex: 'male', nationalId: '079290000002' });
  ids.dao = await citizen(ids.h30, 'Lê Ánh Đào', {}, 'head');
}, 120_000);
afterAll(async () => {
  await projector.stop();
  await scene.close();
});

const listQuery =
  'query ($unit: ID!, $after: String, $first: Int, $text: String) { citizens(unit: $unit, after: $after, first: $first, text: $text) { total nextCursor items { relation citizen { id fullName nationalId masked withheld ethnicity } household { id number memberCount dwelling { address neighbourhood { code name } } head { fullName } } } } }';

test('a list shows those who live there with their household, a page at a time, in Vietnamese order', async () => {
  looks = [];
  const first = (await ask(clerk, listQuery, { unit: '27226', first: 2 })).data.citizens as {
    total: number;
    nextCursor: string;
    items: unknown[];
  };
  expect(first).toMatchObject({
    total: 3,
    items: [
      {
        relation: 'head',
        citizen: { fullName: 'Nguyễn Thị An', nationalId: '079190000001', masked: [] },
        household: {
          number: '7',
          memberCount: 2,
          dwelling: { address: '12/3/4 Nguyễn Trãi', neighbourhood: { code: '27226-003', name: 'Khu 27226-003' } },
          head: { fullName: 'Nguyễn Thị An' },
        },
      },
      { relation: 'child', citizen: { fullName: 'Trần Văn Bình' } },
    ],
  });
  const second = await ask(clerk, listQuery, { unit: '27226', first: 2, after: first.nextCursor });
  expect(second.data.citizens).toMatchObject({ nextCursor: null, items: [{ citizen: { fullName: 'Lê Ánh Đào' } }] });
  expect(looks[0]).toEqual({ action: 'list', citizenIds: [ids.an, ids.binh] });
  expect((await ask(clerk, listQuery, { unit: '27226', text: 'dao an' })).data.citizens).toMatchObject({ total: 1 });
  expect((await ask(clerk, listQuery, { unit: '79' })).data.citizens).toMatchObject({ total: 3 });
  expect((await ask(clerk, listQuery, { unit: '27226', after: 'nonsense' })).errors).toMatchObject([
    { code: 'FIELD_INVALID', field: 'after' },
  ]);
});

test('readers see their own unit only, a shared prefix of codes notwithstanding, and fields by their table', async () => {
  const names = async (scope: Scope, unit: string) => {
    const { items } = (await ask(scope, listQuery, { unit })).data.citizens as {
      items: { citizen: { fullName: string } }[];
    };
    return items.map((item) => item.citizen.fullName);
  };
  expect(await names(board3, '27226')).toEqual(['Nguyễn Thị An', 'Trần Văn Bình']);
  expect(await names(board30, '27226')).toEqual(['Lê Ánh Đào']);
  expect(await names(board3, '27226-030')).toEqual([]);
  expect(await names(stranger, '27226')).toEqual([]);
  expect(await names(scopeAt('administrator', '27226'), '27226')).toEqual([]);
  const { data } = await ask(
    board3,
    'query ($id: ID!) { citizen(id: $id) { nationalId ethnicity phone note masked withheld mayEdit } }',
    { id: ids.an },
  );
  expect(data.citizen).toEqual({
    nationalId: '079*****0001',
    ethnicity: '*****',
    phone: '0901 234 567',
    note: null,
    masked: ['nationalId', 'ethnicity'],
    withheld: expect.arrayContaining(['note']),
    mayEdit: false,
  });
});

test('what lies outside the scope is not there: by id, in the nest, in search and in suggestions', async () => {
  const everything = `query ($c: ID!, $h: ID!, $d: ID!) {
    citizen(id: $c) { id } household(id: $h) { id } dwelling(id: $d) { id }
    search(text: "nguyen thi an") { hits { id } more } byId: search(text: "079190000001") { hits { id } } byRoof: search(text: "12/3 nguyen trai") { hits { id } }
    possibleDuplicates(fullName: "Nguyễn Thị An", nationalId: "079190000001") { score }
    streets(unit: "27226") dwellings(unit: "27226") { total items { id } } households(unit: "27226") { total items { id } }
  }`;
  const variables = { c: ids.an, h: ids.h3, d: ids.d3 };
  const nothing = {
    citizen: null,
    household: null,
    dwelling: null,
    search: { hits: [], more: false },
    byId: { hits: [] },
    byRoof: { hits: [] },
    possibleDuplicates: [],
    streets: [],
    dwellings: { total: 0, items: [] },
    households: { total: 0, items: [] },
  };
  expect((await ask(stranger, everything, variables)).data).toEqual(nothing);
  const other = (await ask(board30, everything, variables)).data;
  expect(other).toMatchObject({
    citizen: null,
    household: null,
    dwelling: null,
    search: { hits: [] },
    byId: { hits: [] },
    byRoof: { hits: [] },
    possibleDuplicates: [],
  });
  const seen = (await ask(board3, everything, variables)).data;
  expect(seen).toMatchObject({
    citizen: { id: ids.an },
    byId: { hits: [{ id: ids.an }] },
    byRoof: { hits: [{ id: ids.d3 }] },
    possibleDuplicates: [{ score: 1 }],
    streets: ['Nguyễn Trãi'],
  });
});

test('a taken id tells nothing; a command outside the scope finds nothing', async () => {
  const input = {
    details: { fullName: 'X', sex: 'male', nationalId: '079190000001' },
    householdId: ids.h30,
    relation: 'child',
    kind: 'permanent',
    cause: 'first_entry',
    since: '2025-07-01',
    source: 'police',
  };
  const answer = await ask(clerk, registerCitizen, { input, meta: { commandId: randomUUID() } });
  expect(answer.errors).toEqual([{ code: 'NATIONAL_ID_IN_USE', field: 'nationalId', details: {} }]);
  const far = await ask(stranger, changeCitizen, {
    id: ids.an,
    changes: [{ field: 'phone', shown: null, value: '1' }],
    meta: { commandId: randomUUID() },
  });
  expect(far.errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  const board = await ask(board3, changeCitizen, {
    id: ids.an,
    changes: [{ field: 'phone', shown: null, value: '1' }],
    meta: { commandId: randomUUID() },
  });
  expect(board.errors).toMatchObject([{ code: 'FORBIDDEN' }]);
});

describe('search', () => {
  const find = async (scope: Scope, text: string) => {
    const { hits } = (
      await ask(scope, 'query ($text: String!) { search(text: $text) { hits { kind title subtitle nationalId } } }', {
        text,
      })
    ).data.search as { hits: { title: string }[] };
    return hits.map((hit) => hit.title);
  };
  test.each([
    ['an nguyen', ['Nguyễn Thị An']],
    ['NGUYEN THI A', ['Nguyễn Thị An']],
    ['Dao le', ['Lê Ánh Đào']],
    ['đào', ['Lê Ánh Đào']],
    ['079290000002', ['Trần Văn Bình']],
    ['+84 901.234.567', ['Nguyễn Thị An']],
    ['12/3/4 nguyen trai', ['12/3/4 Nguyễn Trãi']],
    ['12/3 trai', ['12/3/4 Nguyễn Trãi']],
    ['hòa binh', ['7 Hoà Bình']],
    ['nobody at all', []],
    ["o'neil \\ & | ! :*", []],
    ['   ', []],
  ])('%s', async (text, titles) => {
    expect(await find(clerk, text)).toEqual(titles);
  });
});

test('the timeline says what, when, before and by whom, masked for the reader, others by their own scope', async () => {
  await done(clerk, changeCitizen, {
    id: ids.binh,
    changes: [
      { field: 'phone', shown: null, value: '0900' },
      { field: 'nationalId', shown: '079290000002', value: '079290000003' },
    ],
  });
  const query =
    'query ($id: ID!) { citizen(id: $id) { timeline { type occurredOn source { kind } fields { name value before masked ref refId } } } }';
  const clerks = (await ask(clerk, query, { id: ids.binh })).data.citizen as { timeline: unknown[] };
  expect(clerks.timeline).toHaveLength(3);
  expect(clerks.timeline[0]).toMatchObject({
    type: 'CitizenDetailsChanged',
    occurredOn: today,
    fields: expect.arrayContaining([
      { name: 'nationalId', value: '079290000003', before: '079290000002', masked: false, ref: null, refId: null },
    ]),
  });
  expect(clerks.timeline[1]).toMatchObject({
    type: 'ResidenceStarted',
    fields: expect.arrayContaining([
      { name: 'household', value: '12/3/4 Nguyễn Trãi', before: null, masked: false, ref: 'household', refId: ids.h3 },
    ]),
  });
  const boards = (await ask(board3, query, { id: ids.binh })).data.citizen as { timeline: unknown[] };
  expect(boards.timeline[0]).toMatchObject({
    fields: expect.arrayContaining([
      { name: 'nationalId', value: '079*****0003', before: '079*****0002', masked: true, ref: null, refId: null },
    ]),
  });
  expect(JSON.stringify(boards)).not.toContain('079290000003');
  const house = (
    await ask(
      board3,
      'query ($id: ID!) { household(id: $id) { timeline { type fields { name value refId } } warnings { code } members { relation citizen { fullName } } } }',
      { id: ids.h3 },
    )
  ).data.household;
  expect(house).toMatchObject({
    members: [{ relation: 'head' }, { relation: 'child' }],
    warnings: [{ code: 'child_older_than_head' }],
  });
  expect(JSON.stringify(house)).toContain('Trần Văn Bình');
});

test('two clerks: other fields are merged, the same field is a clash that shows both sides', async () => {
  await done(clerk, changeCitizen, { id: ids.dao, changes: [{ field: 'homeTown', shown: null, value: 'Long An' }] });
  await done(clerk, changeCitizen, { id: ids.dao, changes: [{ field: 'birthPlace', shown: null, value: 'Cần Thơ' }] });
  const late = await ask(clerk, changeCitizen, {
    id: ids.dao,
    changes: [{ field: 'homeTown', shown: null, value: 'Tiền Giang' }],
    meta: { commandId: randomUUID() },
  });
  expect(late.errors).toMatchObject([
    { code: 'CLASH', field: 'homeTown', details: { clash: { field: 'homeTown', value: 'Long An', masked: false } } },
  ]);
});

test('a repeated command answers the first result and writes nothing', async () => {
  const meta = { commandId: randomUUID() };
  const input = {
    ward: '27226',
    neighbourhood: null,
    houseNumber: '9',
    street: 'Nguyễn Trãi',
    kind: 'house',
    occurredOn: '2025-07-01',
  };
  const first = await ask(clerk, registerDwelling, { input, meta });
  const again = await ask(clerk, registerDwelling, { input, meta });
  expect(again).toEqual(first);
  const { data } = await ask(
    clerk,
    '{ dwellings(unit: "27226", unplaced: true) { total items { address } } unit(code: "27226") { counts { dwellings households people } children { code counts { people } } } }',
  );
  expect(data).toMatchObject({
    dwellings: { total: 1, items: [{ address: '9 Nguyễn Trãi' }] },
    unit: {
      counts: { dwellings: 3, households: 2, people: 3 },
      children: [
        { code: '27226-003', counts: { people: 2 } },
        { code: '27226-030', counts: { people: 1 } },
      ],
    },
  });
});

test('a change of neighbourhoods decided for today takes people along at once; one ahead by itself on its day, once', async () => {
  const plan =
    'mutation ($meta: CommandMeta!, $input: BoundaryChangeInput!) { planBoundaryChange(meta: $meta, input: $input) { changeId state } }';
  const split = {
    from: '27226-030',
    into: [
      { unit: { name: 'Khu A' }, streets: [], dwellings: [] },
      { unit: { name: 'Khu B' }, streets: ['HÒA BÌNH'], dwellings: [] },
    ],
  };
  expect(await done(leader, plan, { input: { ward: '27226', effectiveOn: today, split } })).toMatchObject({
    state: 'effective',
  });
  const where = async () =>
    (
      await ask(
        leader,
        'query ($id: ID!) { dwelling(id: $id) { neighbourhood { code name predecessors { code } } peopleCount } }',
        { id: ids.d30 },
      )
    ).data.dwelling;
  expect(await where()).toEqual({
    neighbourhood: { code: '27226-032', name: 'Khu B', predecessors: [{ code: '27226-030' }] },
    peopleCount: 1,
  });
  expect((await ask(board30, listQuery, { unit: '27226' })).data.citizens).toMatchObject({ items: [] });

  const merge = { from: ['27226-003', '27226-032'], into: { code: '27226-100', name: 'Khu gộp' } };
  expect(await done(leader, plan, { input: { ward: '27226', effectiveOn: '2026-12-01', merge } })).toMatchObject({
    state: 'planned',
  });
  await projector.runToHead();
  const due = (day: string) => takeEffectDue({ log: scene.log, db: scene.app, today: day });
  expect(await due('2026-11-30')).toEqual({ done: [], refused: [], late: 0 });
  expect((await due('2026-12-01')).done).toHaveLength(1);
  await projector.runToHead();
  expect(await due('2026-12-01')).toEqual({ done: [], refused: [], late: 0 });
  expect(await where()).toMatchObject({ neighbourhood: { code: '27226-100' } });
  const { data } = await ask(
    leader,
    '{ boundaryChanges(ward: "27226") { kind state from { name } into { code name streets } } then: units(level: neighbourhood, asOf: "2025-12-31") { code } now: units(level: neighbourhood, asOf: "2026-12-01") { code } }',
  );
  expect(data).toMatchObject({
    boundaryChanges: [
      { kind: 'merge', state: 'effective' },
      { kind: 'split', state: 'effective', from: [{ name: 'Khu 27226-030' }] },
    ],
    then: [{ code: '27226-003' }, { code: '27226-030' }],
    now: [{ code: '27226-031' }, { code: '27226-100' }],
  });
});
