import type { Role } from '@nocgia/schemas/events/account.ts';
import { describe, expect, test } from 'vitest';
import { fieldsOf, fieldTable, noFields } from './field-table.ts';
import { activePosition, scopeOf, type HeldPosition, type TerritoryLookup } from './scope-of.ts';

const territory: TerritoryLookup = {
  current: (code) =>
    code === '27226-001'
      ? ['27226-020']
      : code === '27226-002'
        ? ['27226-021', '27226-022']
        : code === '99999'
          ? []
          : [code],
  wardsWithin: (code) => (code === '79' ? ['27226', '27232'] : []),
};

function position(role: Role, unit: string, changes: Partial<HeldPosition> = {}): HeldPosition {
  return {
    id: `p-${role}-${unit}`,
    role,
    unit,
    title: null,
    from: '2026-01-01',
    until: null,
    endedOn: null,
    ...changes,
  };
}

function scope(positions: HeldPosition[], changes: { chosen?: string; today?: string; closed?: boolean } = {}) {
  return scopeOf({
    account: { id: 'a', closed: changes.closed ?? false },
    positions,
    activePositionId: changes.chosen ?? null,
    today: changes.today ?? '2026-11-22',
    locale: 'vi',
    territory,
  });
}

describe('the reach of a position', () => {
  test('a board member reads their neighbourhood, not the one that shares its prefix', () => {
    expect(scope([position('board', '27226-003')])).toMatchObject({
      wards: [],
      neighbourhoods: [127226003],
      aggregates: [127226003],
    });
  });
  test('a board at a ward reaches nothing', () => {
    expect(scope([position('board', '27226')])).toMatchObject({ wards: [], neighbourhoods: [] });
  });
  test.each(['desk', 'civil_status', 'social', 'economy', 'land', 'police', 'military', 'leader'] as const)(
    '%s reads their ward',
    (role) => {
      expect(scope([position(role, '27226')])).toMatchObject({ wards: [27226], neighbourhoods: [], role });
      expect(scope([position(role, '79')])).toMatchObject({ wards: [], neighbourhoods: [] });
    },
  );
  test('an officer posted to one neighbourhood reads that one', () => {
    expect(scope([position('police', '27226-003')])).toMatchObject({ wards: [], neighbourhoods: [127226003] });
  });
  test('a department reads figures of its wards and no row', () => {
    const department = scope([position('department', '79')]);
    expect(department).toMatchObject({ wards: [], neighbourhoods: [], aggregates: [200000079, 27226, 27232] });
    expect(department.fields).toEqual(noFields);
  });
  test('an auditor of the city reads its wards, masked', () => {
    const auditor = scope([position('auditor', '79')]);
    expect(auditor.wards).toEqual([27226, 27232]);
    expect(auditor.fields.nationalId).toBe('masked');
  });
  test('an administrator reads nobody', () => {
    const administrator = scope([position('administrator', '27226')]);
    expect(administrator).toMatchObject({ wards: [], neighbourhoods: [], aggregates: [27226], unit: '27226' });
    expect(administrator.fields).toEqual(noFields);
  });
  test('a unit that became another is followed, a split one to all its parts, an unknown one nowhere', () => {
    expect(scope([position('board', '27226-001')])).toMatchObject({ neighbourhoods: [127226020], unit: '27226-020' });
    expect(scope([position('board', '27226-002')]).neighbourhoods).toEqual([127226021, 127226022]);
    expect(scope([position('desk', '99999')])).toMatchObject({ wards: [], neighbourhoods: [], unit: '99999' });
  });
});

describe('when a position holds', () => {
  const desk = position('desk', '27226', { from: '2026-02-01', until: '2026-11-22' });
  test.each([
    ['2026-01-31', null],
    ['2026-02-01', 'desk'],
    ['2026-11-22', 'desk'],
    ['2026-11-23', null],
  ])('on %s: %s', (today, role) => {
    expect(scope([desk], { today }).role).toBe(role);
  });
  test('from the day it was ended on it no longer holds', () => {
    expect(scope([{ ...desk, endedOn: '2026-11-22' }]).role).toBeNull();
  });
  test('no position, a past one and a closed account read nothing', () => {
    for (const empty of [scope([]), scope([desk], { today: '2027-01-01' }), scope([desk], { closed: true })]) {
      expect(empty).toMatchObject({
        positionId: null,
        unit: null,
        wards: [],
        neighbourhoods: [],
        aggregates: [],
        fields: noFields,
      });
    }
  });
  test('the chosen one counts while it is held, else the one held longest', () => {
    const leader = position('leader', '27232', { from: '2026-03-01' });
    expect(scope([leader, desk], { chosen: leader.id }).role).toBe('leader');
    expect(scope([leader, desk], { chosen: 'of somebody else' }).role).toBe('desk');
    expect(scope([leader, desk], { chosen: desk.id, today: '2026-11-23' }).role).toBe('leader');
    expect(activePosition([], null, '2026-11-22')).toBeUndefined();
  });
});

describe('the field table', () => {
  test('has one row per group and role', () => {
    expect(fieldTable).toHaveLength(11 * 12);
    expect(new Set(fieldTable.map((row) => `${row.group} ${row.role}`)).size).toBe(132);
  });
  test('a later row replaces an earlier one from its day on', () => {
    const table = [...fieldTable, { group: 'contact', role: 'board', right: 'none', from: '2027-01-01' } as const];
    expect(fieldsOf('board', '2026-12-31', [], table).contact).toBe('read');
    expect(fieldsOf('board', '2027-01-01', [], table).contact).toBe('none');
  });
  test('before its first day nobody may anything', () => {
    expect(fieldsOf('civil_status', '2025-06-30')).toEqual(noFields);
  });
  test('a narrowing takes away while it lasts and never adds', () => {
    const narrow = (right: 'none' | 'write', endedOn: string | null = null) => [
      {
        unit: '27226',
        group: 'contact',
        role: 'board',
        right,
        from: '2026-01-01',
        until: '2026-06-30',
        endedOn,
      } as const,
    ];
    expect(fieldsOf('board', '2026-06-30', narrow('none')).contact).toBe('none');
    expect(fieldsOf('board', '2026-07-01', narrow('none')).contact).toBe('read');
    expect(fieldsOf('board', '2026-06-19', narrow('none', '2026-06-20')).contact).toBe('none');
    expect(fieldsOf('board', '2026-06-20', narrow('none', '2026-06-20')).contact).toBe('read');
    expect(fieldsOf('board', '2026-06-30', narrow('write')).contact).toBe('read');
    expect(fieldsOf('desk', '2026-06-30', narrow('none')).contact).toBe('write');
  });
  test('a narrowing holds at its unit and below, nowhere else', () => {
    const lookup: TerritoryLookup = {
      current: (code) => [code],
      wardsWithin: (code) => (code === '79' ? ['27226', '27232'] : []),
    };
    const contact = (unit: string, narrowed: string) =>
      scopeOf({
        account: { id: 'a', closed: false },
        positions: [{ id: 'p', role: 'social', unit, title: null, from: '2026-01-01', until: null, endedOn: null }],
        activePositionId: null,
        today: '2026-06-01',
        locale: 'vi',
        territory: lookup,
        narrowings: [
          {
            unit: narrowed,
            group: 'contact',
            role: 'social',
            right: 'none',
            from: '2026-01-01',
            until: null,
            endedOn: null,
          },
        ],
      }).fields.contact;
    expect(contact('27226', '27226')).toBe('none');
    expect(contact('27226-003', '27226')).toBe('none');
    expect(contact('27226', '79')).toBe('none');
    expect(contact('27232', '27226')).toBe('write');
    expect(contact('27226', '01')).toBe('write');
  });
});
