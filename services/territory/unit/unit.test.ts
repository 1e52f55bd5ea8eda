import { expect, test } from 'vitest';
import { given, outcome, type World } from '../../event-store/given.ts';
import type { CommandEnv } from '../command-env.ts';
import { dwellingOf, dwellingStream, placeDwellings, registerDwelling } from '../dwelling/dwelling.ts';
import { cancelBoundaryChange, planBoundaryChange, type PlanBoundaryChange } from './boundary.ts';
import { takeEffect } from './taking-effect.ts';
import { establishUnit, existsOn, renameUnit, unitOf, unitStream } from './unit.ts';

const today = '2026-11-22';
const ward = '27226';

let number = 0;

function env(changes: Partial<CommandEnv> = {}): CommandEnv {
  return {
    may: () => null,
    today,
    newId: () => `00000000-0000-7000-9000-${String(++number).padStart(12, '0')}`,
    ...changes,
  };
}

async function wardWith(...neighbourhoods: string[]): Promise<World> {
  const world = given();
  await world.run(
    establishUnit(
      { code: '79', level: 'city', name: 'TP HCM', parent: null, occurredOn: '2025-07-01', predecessors: [] },
      env(),
    ),
  );
  await world.run(
    establishUnit(
      { code: ward, level: 'ward', name: 'Phú Thọ', parent: '79', occurredOn: '2025-07-01', predecessors: [] },
      env(),
    ),
  );
  for (const code of neighbourhoods) {
    await world.run(
      establishUnit(
        {
          code,
          level: 'neighbourhood',
          name: `Khu phố ${code.slice(6)}`,
          parent: ward,
          occurredOn: '2025-07-01',
          predecessors: [],
        },
        env(),
      ),
    );
  }
  return world;
}

function plan(change: PlanBoundaryChange['change'], effectiveOn = '2026-12-01'): PlanBoundaryChange {
  return { ward, effectiveOn, legalBasis: 'NQ 12/2026', change };
}

test('a unit needs a parent of the right level that exists on its day, and a free code', async () => {
  const world = await wardWith('27226-001');
  const neighbourhood = {
    code: '27226-002',
    level: 'neighbourhood',
    name: 'KP 2',
    parent: ward,
    occurredOn: '2025-07-01',
    predecessors: [],
  } as const;
  expect(outcome(await world.when(establishUnit({ ...neighbourhood, predecessors: [] }, env())))).toHaveProperty(
    'unit-27226-002',
  );
  const tries = [
    [{ occurredOn: '2025-06-30' }, 'UNIT_NOT_THERE_THEN parent'],
    [{ occurredOn: '2026-11-23' }, 'DAY_IN_FUTURE occurredOn'],
    [{ parent: '79' }, 'UNIT_LEVEL_WRONG parent'],
    [{ parent: null }, 'UNIT_LEVEL_WRONG parent'],
    [{ code: '27226-001' }, 'UNIT_EXISTS code'],
    [{ code: '27232-001' }, 'UNIT_LEVEL_WRONG parent'],
    [{ code: 'KP1' }, 'FIELD_INVALID code'],
    [{ name: '\u202eevil' }, 'FIELD_INVALID name'],
  ] as const;
  for (const [change, code] of tries)
    expect(outcome(await world.when(establishUnit({ ...neighbourhood, predecessors: [], ...change }, env())))).toBe(
      code,
    );
});

test('who may not plan, does not', async () => {
  const world = await wardWith('27226-001');
  const denied = env({ may: () => ({ code: 'FORBIDDEN' }) });
  expect(outcome(await world.when(renameUnit({ code: ward, name: 'X', occurredOn: today }, denied)))).toBe('FORBIDDEN');
  expect(
    outcome(await world.when(planBoundaryChange(plan({ kind: 'establish', unit: { name: 'KP 9' } }), denied))),
  ).toBe('FORBIDDEN');
  expect(outcome(await world.when(cancelBoundaryChange({ ward, changeId: 'x', reason: 'x' }, denied)))).toBe(
    'FORBIDDEN',
  );
});

test('a renamed unit keeps its history and is not renamed behind it', async () => {
  const world = await wardWith('27226-001');
  await world.run(renameUnit({ code: '27226-001', name: 'KP An Bình', occurredOn: '2026-03-01' }, env()));
  expect(
    outcome(await world.when(renameUnit({ code: '27226-001', name: 'KP Khác', occurredOn: '2026-02-01' }, env()))),
  ).toBe('DAY_BEFORE_LAST occurredOn');
  expect(
    outcome(await world.when(renameUnit({ code: '27226-001', name: 'KP An Bình', occurredOn: today }, env()))),
  ).toBe('NOTHING_CHANGED name');
  expect(outcome(await world.when(renameUnit({ code: '27226-099', name: 'X', occurredOn: today }, env())))).toBe(
    'UNIT_UNKNOWN',
  );
});

test('new units get the next number that was never used nor planned', async () => {
  const world = await wardWith('27226-001', '27226-007');
  await world.run(planBoundaryChange(plan({ kind: 'establish', unit: { name: 'KP mới' } }), env()));
  await world.run(planBoundaryChange(plan({ kind: 'establish', unit: { name: 'KP mới nữa' } }), env()));
  const codes = [...unitOf(world.events(unitStream(ward))).plans.values()].map(
    ({ change }) => change.kind === 'establish' && change.unit.code,
  );
  expect(codes).toEqual(['27226-008', '27226-009']);
});

test('a change is refused for units that are strangers, gone, doubled or in another pending change', async () => {
  const world = await wardWith('27226-001', '27226-002', '27226-003');
  const into = { name: 'KP gộp' };
  const tries: [PlanBoundaryChange, string][] = [
    [plan({ kind: 'merge', from: ['27226-001', '27226-001'], into }), 'CHANGE_TWO_UNITS'],
    [plan({ kind: 'merge', from: ['27226-001'], into }), 'FIELD_INVALID change.from'],
    [plan({ kind: 'merge', from: ['27226-001', '27232-001'], into }), 'UNIT_NOT_IN_WARD'],
    [plan({ kind: 'merge', from: ['27226-001', '27226-050'], into }), 'UNIT_UNKNOWN'],
    [plan({ kind: 'merge', from: ['27226-001', '27226-002'], into }, '2025-01-01'), 'UNIT_NOT_THERE_THEN'],
    [plan({ kind: 'establish', unit: { code: '27226-003', name: 'X' } }), 'UNIT_EXISTS'],
    [plan({ kind: 'rename', code: '27226-001', name: 'Khu phố 001' }), 'NOTHING_CHANGED name'],
  ];
  for (const [input, code] of tries) expect(outcome(await world.when(planBoundaryChange(input, env())))).toBe(code);
  await world.run(planBoundaryChange(plan({ kind: 'merge', from: ['27226-001', '27226-002'], into }), env()));
  expect(
    outcome(await world.when(planBoundaryChange(plan({ kind: 'rename', code: '27226-002', name: 'X' }), env()))),
  ).toBe('UNIT_IN_OTHER_CHANGE');
});

async function dwellingIn(
  world: World,
  neighbourhood: string,
  street: string,
  newId: string,
  occurredOn = '2025-08-01',
): Promise<string> {
  const input = {
    ward,
    neighbourhood,
    houseNumber: '1',
    oldNumber: null,
    street,
    kind: 'house',
    point: null,
    occurredOn,
  } as const;
  return (await world.run(registerDwelling(input, env({ newId: () => newId })))).dwellingId ?? '';
}

test('a merger ends its units and takes their dwellings along, once, on its day', async () => {
  const world = await wardWith('27226-001', '27226-002', '27226-003');
  const ids = ['a', 'b', 'c'].map((letter) => `00000000-0000-7000-8000-00000000000${letter}`);
  for (const [index, id] of ids.entries()) await dwellingIn(world, `27226-00${index + 1}`, 'Lê Lợi', id);
  const { changeId = '' } = await world.run(
    planBoundaryChange(plan({ kind: 'merge', from: ['27226-001', '27226-002'], into: { name: 'KP 12' } }), env()),
  );
  const effect = (day: string) => takeEffect({ ward, changeId, today: day, candidates: ids });
  expect(outcome(await world.when(effect('2026-11-30')))).toBe('CHANGE_NOT_DUE');
  expect(await world.run(effect('2026-12-02'))).toEqual({ changeId, dwellings: 2 });
  expect(existsOn(unitOf(world.events('unit-27226-001')), '2026-11-30')).toBe(true);
  expect(existsOn(unitOf(world.events('unit-27226-001')), '2026-12-01')).toBe(false);
  expect(world.events('unit-27226-004')).toEqual([
    {
      type: 'UnitEstablished',
      data: {
        code: '27226-004',
        level: 'neighbourhood',
        name: 'KP 12',
        parent: ward,
        occurredOn: '2026-12-01',
        predecessors: ['27226-001', '27226-002'],
      },
    },
  ]);
  expect(ids.map((id) => dwellingOf(world.events(dwellingStream(id)))?.neighbourhood)).toEqual([
    '27226-004',
    '27226-004',
    '27226-003',
  ]);
  expect(world.events(dwellingStream(ids[0] ?? '')).at(-1)).toEqual({
    type: 'DwellingPlaced',
    data: {
      dwellingId: ids[0],
      ward,
      neighbourhood: '27226-004',
      cause: 'boundary',
      changeId,
      occurredOn: '2026-12-01',
    },
  });
  expect(outcome(await world.when(effect('2026-12-03')))).toEqual({});
});

test('a split follows named dwellings first, then streets however written; the rest goes to the first part', async () => {
  const world = await wardWith('27226-001');
  const ids = ['a', 'b', 'c', 'd'].map((letter) => `00000000-0000-7000-8000-00000000000${letter}`);
  const streets = ['Lê Lợi', 'Hoà Bình', 'Nguyễn Trãi', 'Hoà Bình'];
  for (const [index, id] of ids.entries()) await dwellingIn(world, '27226-001', streets[index] ?? '', id);
  const into = [
    { unit: { name: 'KP 1A' }, streets: [], dwellings: [ids[3] ?? ''] },
    { unit: { name: 'KP 1B' }, streets: ['hòa bình'], dwellings: [] },
  ];
  const { changeId = '' } = await world.run(
    planBoundaryChange(plan({ kind: 'split', from: '27226-001', into }, today), env()),
  );
  await world.run(takeEffect({ ward, changeId, today, candidates: ids }));
  expect(ids.map((id) => dwellingOf(world.events(dwellingStream(id)))?.neighbourhood)).toEqual([
    '27226-002',
    '27226-003',
    '27226-002',
    '27226-002',
  ]);
});

test('a dwelling missed at first is moved by a second run; one entered after the day moves on its own day', async () => {
  const world = await wardWith('27226-001', '27226-002');
  const [early, late] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b'];
  await dwellingIn(world, '27226-001', 'Lê Lợi', early);
  await dwellingIn(world, '27226-002', 'Lê Lợi', late, '2026-11-20');
  const { changeId = '' } = await world.run(
    planBoundaryChange(
      plan({ kind: 'merge', from: ['27226-001', '27226-002'], into: { name: 'KP' } }, '2026-11-01'),
      env(),
    ),
  );
  await world.run(takeEffect({ ward, changeId, today, candidates: [early] }));
  expect(outcome(await world.when(takeEffect({ ward, changeId, today, candidates: [early, late] })))).toEqual({
    [dwellingStream(late)]: [
      {
        type: 'DwellingPlaced',
        data: {
          dwellingId: late,
          ward,
          neighbourhood: '27226-003',
          cause: 'boundary',
          changeId,
          occurredOn: '2026-11-20',
        },
      },
    ],
  });
});

test('a cancelled change never takes effect, and one that has taken effect cannot be cancelled', async () => {
  const world = await wardWith('27226-001');
  const { changeId = '' } = await world.run(
    planBoundaryChange(plan({ kind: 'rename', code: '27226-001', name: 'KP Mới' }, today), env()),
  );
  const other = await world.run(
    planBoundaryChange(
      plan({ kind: 'establish', unit: { name: 'KP 2' } }),
      env({ newId: () => '00000000-0000-7000-9000-0000000000ff' }),
    ),
  );
  await world.run(cancelBoundaryChange({ ward, changeId: other.changeId ?? '', reason: 'hoãn' }, env()));
  expect(
    outcome(
      await world.when(takeEffect({ ward, changeId: other.changeId ?? '', today: '2027-01-01', candidates: [] })),
    ),
  ).toBe('CHANGE_NOT_PLANNED');
  await world.run(takeEffect({ ward, changeId, today, candidates: [] }));
  expect(unitOf(world.events('unit-27226-001')).name).toBe('KP Mới');
  expect(outcome(await world.when(cancelBoundaryChange({ ward, changeId, reason: 'hoãn' }, env())))).toBe(
    'CHANGE_NOT_PLANNED',
  );
});

test('dwellings are placed within their ward, into a unit that exists today, and not twice', async () => {
  const world = await wardWith('27226-001', '27226-002');
  const id = '00000000-0000-7000-8000-00000000000a';
  await dwellingIn(world, '27226-001', 'Lê Lợi', id);
  const place = (changes: object) =>
    placeDwellings({ dwellingIds: [id], neighbourhood: '27226-002', occurredOn: '2026-01-01', ...changes }, env());
  expect(outcome(await world.when(place({ neighbourhood: '27226-001' })))).toBe('NOTHING_CHANGED dwellingIds');
  expect(outcome(await world.when(place({ neighbourhood: '27226-009' })))).toBe('UNIT_UNKNOWN neighbourhood');
  expect(outcome(await world.when(place({ occurredOn: '2025-07-31' })))).toBe('DAY_BEFORE_LAST occurredOn');
  expect(outcome(await world.when(place({ occurredOn: '2026-12-31' })))).toBe('DAY_IN_FUTURE occurredOn');
  expect(outcome(await world.when(place({ dwellingIds: ['00000000-0000-7000-8000-0000000000ff'] })))).toBe(
    'NOT_FOUND dwellingIds',
  );
  await world.run(place({}));
  expect(dwellingOf(world.events(dwellingStream(id)))?.neighbourhood).toBe('27226-002');
});
