import { describe, expect, test } from 'vitest';
import { dwellingKey, splitAddress } from './address.ts';
import { findColumns } from './headings.ts';
import { readNationalId, toldById } from './national-id.ts';
import { neighbourhoodKey, readRow } from './read-row.ts';
import type { Cell } from '../../tables/reader/messages.ts';
import type { Resident } from './resident.ts';
import { fieldColumns } from './row-cells.ts';
import { relationOf, sexOf } from './words.ts';

function read(row: Record<string, Cell>): Resident {
  const headings = Object.keys(row);
  const { mapping } = findColumns([{ line: 1, cells: headings }]);
  const neighbourhoods = new Map([
    ['3', '27226-003'],
    ['an lac', '27226-004'],
  ]);
  return readRow(
    { line: 2, cells: Object.values(row) },
    { mapping, headings, today: '2026-11-22', date1904: false, neighbourhoods },
    fieldColumns(mapping),
  );
}
const codes = (row: Record<string, Cell>): string[] => read(row).issues.map(({ code }) => code);
const good = {
  'Họ và tên': 'Nguyễn Thị Đào',
  'Giới tính': 'Nữ',
  'Ngày sinh': '28/02/1990',
  'Số hộ': '12',
  'Số nhà': '12/3/4',
  Đường: 'Lê Lợi',
};

test('a faultless row has no issues', () => {
  expect(read(good)).toMatchObject({
    details: { fullName: 'Nguyễn Thị Đào', sex: 'female', birth: '1990-02-28' },
    householdNumber: '12',
    houseNumber: '12/3/4',
    street: 'Lê Lợi',
    kind: 'permanent',
    since: null,
    unmapped: {},
    issues: [],
  });
});

test('parts of a name are joined as they stand; a missing one is told', () => {
  expect(read({ Họ: 'Nguyễn Thị', Tên: 'Đào', 'Số hộ': '1' }).details?.fullName).toBe('Nguyễn Thị Đào');
  expect(codes({ ...good, 'Họ và tên': '  ' })).toContain('name_missing');
  expect(read({ Họ: 'Nguyễn', Tên: null, 'Số hộ': '1' })).toMatchObject({
    details: { fullName: 'Nguyễn' },
    issues: [
      { code: 'name_incomplete' },
      { code: 'sex_missing' },
      { code: 'birth_missing' },
      { code: 'address_missing' },
    ],
  });
});

test('what cannot be recorded where it belongs is kept with the person, and so is what nobody mapped', () => {
  const row = read({ ...good, 'Ngày sinh': '31/02/1990', 'Giới tính': 'chưa biết rõ', 'Nhóm máu': 'O' });
  expect(row.details).toMatchObject({ sex: 'unknown', birth: '1990' });
  expect(row.unmapped).toEqual({ 'Giới tính': 'chưa biết rõ', 'Ngày sinh': '31/02/1990', 'Nhóm máu': 'O' });
  expect(row.issues).toEqual([
    { code: 'sex_unknown', column: 'Giới tính', value: 'chưa biết rõ' },
    { code: 'birth_impossible', column: 'Ngày sinh', value: '31/02/1990' },
  ]);
});

test('columns Nam and Nữ with a birth tell sex and birth at once', () => {
  const headings = { 'Họ và tên': 'An', Nam: '1980', Nữ: null, 'Số hộ': '1' };
  expect(read(headings).details).toMatchObject({ sex: 'male', birth: '1980' });
});

test('identity numbers: form, zeros eaten by a spreadsheet, old ones, what they tell of sex and year', () => {
  expect(readNationalId('079 190 000 001')).toEqual({ id: '079190000001', padded: false });
  expect(readNationalId('79190000001')).toEqual({ id: '079190000001', padded: true });
  expect(readNationalId('1304000001')).toEqual({ id: '001304000001', padded: true });
  expect(readNationalId('023456789')).toEqual({ earlier: '023456789' });
  for (const wrong of ['123', '000190000001', '07919000000x', '003190000001'])
    expect(readNationalId(wrong)).toEqual({ invalid: true });
  expect(toldById('079099000001')).toEqual({ sex: 'male', year: 1999 });
  expect(toldById('001304000001')).toEqual({ sex: 'female', year: 2004 });
  expect(codes({ ...good, CCCD: '079085000001' })).toEqual(['id_sex_mismatch', 'id_birth_mismatch']);
  expect(codes({ ...good, CCCD: '12' })).toEqual(['id_invalid']);
});

describe('words', () => {
  test('sex and relation in Vietnamese and English; accents decide where they must', () => {
    expect(['Nam', 'NỮ', 'm', 'Female', 'gái', '?'].map(sexOf)).toEqual([
      'male',
      'female',
      'male',
      'female',
      'female',
      undefined,
    ]);
    expect(
      ['Chủ hộ', 'vợ', 'Con trai', 'Bà', 'Ba', 'chú', 'Con dâu', 'Ở thuê', 'grandson', 'hàng xóm'].map(relationOf),
    ).toEqual([
      'head',
      'wife',
      'child',
      'grandparent',
      'father',
      'uncle_aunt',
      'daughter_in_law',
      'lodger',
      'grandchild',
      undefined,
    ]);
  });

  test('a neighbourhood by name, by number, or not at all', () => {
    expect(['Khu phố 3', 'KP03', 'kp 3', '3', 'Ấp An Lạc'].map(neighbourhoodKey)).toEqual([
      '3',
      '3',
      '3',
      '3',
      'an lac',
    ]);
    expect(read({ ...good, 'Khu phố': 'KP 3' }).neighbourhood).toBe('27226-003');
    expect(read({ ...good, 'Khu phố': 'Khu phố 99' })).toMatchObject({
      neighbourhood: null,
      unmapped: { 'Khu phố': 'Khu phố 99' },
      issues: [{ code: 'neighbourhood_unknown' }],
    });
  });
});

test.each([
  ['12/3/4 Lê Lợi', { houseNumber: '12/3/4', street: 'Lê Lợi' }],
  ['Số 45A, đường Trần Phú, Phường 9', { houseNumber: '45A', street: 'Trần Phú, Phường 9' }],
  ['1, Windsor Road', { houseNumber: '1', street: 'Windsor Road' }],
  ['Lô C2 Chung cư Miếu Nổi', { houseNumber: 'Lô C2', street: 'Chung cư Miếu Nổi' }],
  ['Ấp Bình Hòa', { houseNumber: null, street: 'Ấp Bình Hòa' }],
])('address %s', (address, parts) => expect(splitAddress(address)).toEqual(parts));

test('a dwelling is its number and street, however they are written', () => {
  expect(dwellingKey(null, '12/3', 'Đường Lê Lợi')).toBe(dwellingKey(null, '12/3 ', 'lê lợi'));
  expect(dwellingKey(null, null, null)).toBeNull();
  expect(dwellingKey('27226-001', '1', 'Lê Lợi')).not.toBe(dwellingKey('27226-002', '1', 'Lê Lợi'));
});

test('residence: kind, days and what contradicts itself', () => {
  const row = { ...good, 'Loại cư trú': 'Tạm trú', 'Ngày đăng ký': '01/03/2025', 'Đến ngày': '28/02/2027' };
  expect(read(row)).toMatchObject({ kind: 'temporary', since: '2025-03-01', until: '2027-02-28', issues: [] });
  expect(read({ ...row, 'Ngày đăng ký': '01/03/1980' })).toMatchObject({
    since: '1990-02-28',
    issues: [{ code: 'since_before_birth' }],
  });
  expect(codes({ ...row, 'Đến ngày': '01/01/2024' })).toEqual(['until_unreadable']);
  expect(codes({ ...good, 'Ngày đăng ký': '01/03/2030' })).toEqual(['since_unreadable']);
});

test('hostile text is cleaned or kept out, never taken over as it is', () => {
  const row = read({ ...good, 'Họ và tên': 'Nguyễn\u202e An\u0007\nBình', 'Ghi chú': 'x'.repeat(2_500) });
  expect(row.details).toMatchObject({ fullName: 'Nguyễn An Bình' });
  expect(row.issues).toEqual([{ code: 'value_refused', column: 'Ghi chú', value: 'x'.repeat(200) }]);
  expect(codes({ ...good, 'Họ và tên': 'A'.repeat(300) })).toContain('name_refused');
  expect(codes({ ...good, 'Ghi chú': '#REF!' })).toEqual(['cell_error']);
});
