import { describe, expect, test } from 'vitest';
import { checkRows, type Checked } from './check.ts';
import { findColumns } from './headings.ts';
import { citizenIdOf, planHouseholds } from './plan.ts';
import { readRow } from './read-row.ts';
import type { KnownPerson, Register } from './register.ts';
import { fieldColumns } from './row-cells.ts';

const headings = ['Mã nhân khẩu', 'Số hộ', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'CCCD', 'Quan hệ', 'Địa chỉ'];
const nobody: Register = {
  people: () => Promise.resolve([]),
  residents: () => Promise.resolve([]),
  byIds: () => Promise.resolve([]),
  dwellings: () => Promise.resolve([]),
  households: () => Promise.resolve([]),
  neighbourhoods: () => Promise.resolve([]),
};
const knowing = (...people: Partial<KnownPerson>[]): Register => ({
  ...nobody,
  people: () =>
    Promise.resolve(
      people.map((person) => ({
        citizenId: 'p1',
        sourceKey: null,
        fullName: 'Nguyễn An',
        sex: 'male' as const,
        birth: '1990-01-01',
        nationalId: null,
        phone: null,
        householdId: 'h1',
        householdNumber: '1',
        neighbourhood: null,
        houseNumber: '1',
        street: 'Lê Lợi',
        here: true,
        ...person,
      })),
    ),
});

async function check(
  rows: (string | null)[][],
  register: Register = nobody,
  named: readonly string[] = headings,
): Promise<Checked> {
  const { mapping } = findColumns([{ line: 1, cells: [...named] }]);
  const context = {
    mapping,
    headings: named,
    today: '2026-11-22',
    date1904: false,
    neighbourhoods: new Map<string, string>(),
  };
  const columns = fieldColumns(mapping);
  const residents = rows.map((cells, index) => readRow({ line: index + 2, cells }, context, columns));
  async function* batches() {
    for (let from = 0; from < residents.length; from += 2) yield residents.slice(from, from + 2);
  }
  return checkRows(batches(), {
    register,
    today: '2026-11-22',
    has: (field) => mapping.some((one) => one.field === field),
  });
}
const person = (changes: Partial<Record<string, string | null>> = {}): (string | null)[] => {
  const row: Record<string, string | null> = {
    'Mã nhân khẩu': null,
    'Số hộ': '1',
    'Họ và tên': 'Nguyễn An',
    'Giới tính': 'Nam',
    'Ngày sinh': '01/01/1990',
    CCCD: null,
    'Quan hệ': 'Chủ hộ',
    'Địa chỉ': '1 Lê Lợi',
  };
  return headings.map((heading) => changes[heading] ?? row[heading] ?? null);
};
const said = ({ rows }: Checked): [string, string[]][] =>
  rows.map(({ action, issues }) => [
    action,
    issues.map(({ code }) => code).filter((code) => !['since_estimated', 'neighbourhood_not_given'].includes(code)),
  ]);

describe('a file by itself', () => {
  test('good rows are to be created, whole households counted', async () => {
    const checked = await check([
      person(),
      person({ 'Họ và tên': 'Trần Bình', 'Quan hệ': 'Vợ', 'Giới tính': 'Nữ' }),
      person({ 'Số hộ': '2', 'Địa chỉ': '2 Lê Lợi', 'Họ và tên': 'Lê Châu' }),
    ]);
    expect(checked.summary).toMatchObject({
      rows: 3,
      create: 3,
      update: 0,
      unchanged: 0,
      errors: 0,
      warnings: 0,
      people: 3,
      households: 2,
      dwellings: 2,
      unplaced: 2,
    });
  });

  test('the same person twice in a household, the same key or number twice: the later row is an error', async () => {
    expect(said(await check([person(), person({ 'Quan hệ': 'Con' })]))).toEqual([
      ['create', []],
      ['error', ['duplicate_row']],
    ]);
    const keyed = { 'Mã nhân khẩu': 'A1', CCCD: '079090000001' };
    const other = { ...keyed, 'Họ và tên': 'Lê Châu', 'Quan hệ': 'Con' };
    expect(said(await check([person(keyed), person(other)]))).toEqual([
      ['create', []],
      ['error', ['source_key_duplicate', 'id_duplicate']],
    ]);
  });

  test('alike in two households is a doubt of both, not an error', async () => {
    expect(said(await check([person(), person({ 'Số hộ': '2' })]))).toEqual([
      ['create', ['possible_duplicate']],
      ['create', ['possible_duplicate']],
    ]);
  });

  test('two heads, and none', async () => {
    expect(said(await check([person(), person({ 'Họ và tên': 'Lê Châu' })]))).toEqual([
      ['create', []],
      ['create', ['several_heads']],
    ]);
    expect(said(await check([person({ 'Quan hệ': 'Con' })]))).toEqual([['create', ['household_no_head']]]);
  });

  test('a household without its number on every row goes on from the row before', async () => {
    const checked = await check([person(), person({ 'Số hộ': '', 'Họ và tên': 'Lê Châu', 'Quan hệ': 'Con' })]);
    expect(checked.rows.map(({ household }) => household)).toEqual([0, 0]);
  });

  test('households by the identity number of the head, whose own row may leave it empty', async () => {
    const named = ['Họ và tên', 'CCCD', 'Số CCCD chủ hộ', 'Quan hệ với chủ hộ', 'Địa chỉ'];
    const rows = [
      ['Nguyễn An', '079090000001', null, 'Chủ hộ', '1 Lê Lợi'],
      ['Trần Bình', null, '079190000002', 'Con', '2 Lê Lợi'],
      ['Lê Châu', '079190000002', '079190000002', null, '2 Lê Lợi'],
      ['Võ Dũng', null, '79090000001', 'Con', '1 Lê Lợi'],
    ];
    const checked = await check(rows, nobody, named);
    expect(checked.rows.map(({ household, relation }) => [household, relation])).toEqual([
      [0, 'head'],
      [1, 'child'],
      [1, 'head'],
      [0, 'child'],
    ]);
  });

  test('a mark in the column of the head opens a household; those below live with it', async () => {
    const named = ['Họ và tên', 'Ngày sinh', 'Chủ hộ', 'Địa chỉ'];
    const rows = [
      ['Nguyễn An', '1990', 'x', '1 Lê Lợi'],
      ['Trần Bình', '1991', null, null],
      ['Lê Châu', '1992', 'X', '1 Lê Lợi'],
    ];
    const checked = await check(rows, nobody, named);
    expect(checked.rows.map(({ household, relation }) => [household, relation])).toEqual([
      [0, 'head'],
      [0, 'unknown'],
      [1, 'head'],
    ]);
  });

  test('nothing is dropped: every row is written, known or an error', async () => {
    const { summary, rows } = await check([person(), person({ 'Họ và tên': ' ' }), person()]);
    expect(rows).toHaveLength(3);
    expect(summary.create + summary.update + summary.unchanged + summary.errors).toBe(summary.rows);
  });
});

describe('against the register', () => {
  test('known by key, by number, or by name, birth and household', async () => {
    expect(
      said(await check([person({ 'Mã nhân khẩu': 'A1' })], knowing({ sourceKey: 'A1', householdNumber: '9' }))),
    ).toEqual([['unchanged', []]]);
    expect(
      said(
        await check([person({ CCCD: '079090000001' })], knowing({ nationalId: '079090000001', householdNumber: '9' })),
      ),
    ).toEqual([['unchanged', []]]);
    expect(said(await check([person()], knowing({})))).toEqual([['unchanged', []]]);
  });

  test('differences are listed and not written', async () => {
    const checked = await check([person({ 'Mã nhân khẩu': 'A1', 'Giới tính': 'Nữ' })], knowing({ sourceKey: 'A1' }));
    expect(checked.rows[0]).toMatchObject({
      action: 'update',
      citizenId: 'p1',
      issues: [{ code: 'differs', column: 'sex' }],
    });
    expect(checked.summary).toMatchObject({ create: 0, update: 1, people: 0, households: 0 });
  });

  test("somebody else's number is an error that tells nothing of who holds it", async () => {
    const checked = await check(
      [person({ CCCD: '079090000001' })],
      knowing({ nationalId: '079090000001', fullName: '', birth: null, here: false }),
    );
    expect(said(checked)).toEqual([['error', ['id_taken']]]);
    expect(checked.rows[0]?.citizenId).toBeNull();
  });

  test('alike in another household is a doubt; two that fit are one too many', async () => {
    expect(said(await check([person({ 'Số hộ': '7' })], knowing({})))).toEqual([['create', ['similar_in_register']]]);
    expect(said(await check([person()], knowing({}, { citizenId: 'p2' })))).toEqual([['error', ['ambiguous']]]);
  });

  test('a new child of a family that is known waits for somebody to confirm it', async () => {
    const checked = await check(
      [person(), person({ 'Họ và tên': 'Nguyễn Bé', 'Ngày sinh': '22/11/2026', 'Quan hệ': 'Con' })],
      knowing({}),
    );
    expect(checked.households).toMatchObject([{ known: 'h1', creates: 0 }]);
    expect(checked.summary).toMatchObject({ create: 0, confirm: 1, unchanged: 1, households: 0, differences: 1 });
    expect(checked.differences).toMatchObject([
      { kind: 'birth', line: 3, householdId: 'h1', new: { fullName: 'Nguyễn Bé', address: '1 Lê Lợi' } },
    ]);
  });

  test('likely the same: a word or a day swapped, the telephone; shown with its score, never taken for the same', async () => {
    const alike = await check([person({ 'Số hộ': '7', 'Ngày sinh': '05/12/1990' })], knowing({ birth: '1990-05-12' }));
    expect(alike.rows[0]).toMatchObject({
      action: 'create',
      citizenId: null,
      likely: [{ citizenId: 'p1', score: 0.85, reasons: ['same_name', 'birth_swapped'] }],
    });
    expect(alike.summary).toMatchObject({ likely: 1, create: 1 });
    const other = await check([person({ 'Số hộ': '7', 'Ngày sinh': '05/12/1960' })], knowing({ birth: '1990-05-12' }));
    expect(other.rows[0]?.likely).toEqual([]);
  });
});

describe('the plan', () => {
  const importId = '01930000-0000-7000-8000-000000000001';

  test('made twice it is the same, households stay whole, a dwelling is registered once and from its first day on', async () => {
    const rows = Array.from({ length: 900 }, (_, index) =>
      person({
        'Số hộ': String(Math.floor(index / 3)),
        'Họ và tên': `Nguyễn ${index} X`,
        'Quan hệ': 'Con',
        'Địa chỉ': `${index % 2} Lê Lợi`,
      }),
    );
    const { households } = await check(rows);
    const plan = planHouseholds(importId, households);
    expect(planHouseholds(importId, households)).toEqual(plan);
    expect(new Set(plan.map(({ householdId }) => householdId)).size).toBe(300);
    expect(plan.filter(({ dwellingFrom }) => dwellingFrom !== null)).toHaveLength(2);
    const slices = Map.groupBy(plan, ({ slice }) => slice);
    expect(slices.size).toBeGreaterThan(5);
    for (const group of slices.values())
      expect(
        group.reduce((sum, { household }) => sum + (households[household]?.creates ?? 0) * 4 + 3, 0),
      ).toBeLessThanOrEqual(400);
  });

  test('ids of people follow from import and line alone', () => {
    expect(citizenIdOf(importId, 5)).toBe(citizenIdOf(importId, 5));
    expect(
      new Set([citizenIdOf(importId, 5), citizenIdOf(importId, 6), citizenIdOf(importId.replace('1', '2'), 5)]).size,
    ).toBe(3);
  });
});
