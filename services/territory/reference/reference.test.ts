import { expect, test } from 'vitest';
import { findReferenceUnit, searchReferenceUnits, successorsOf } from './reference.ts';

test('provinces and communes are found by code, in NFC', () => {
  expect(findReferenceUnit('79')).toMatchObject({ name: 'Thành phố Hồ Chí Minh', parentCode: null });
  const commune = findReferenceUnit('27226');
  expect(commune).toMatchObject({ name: 'Phường Phú Thọ', parentCode: '79', parentName: 'Thành phố Hồ Chí Minh' });
  expect(commune?.formerly.some((name) => name.startsWith('Phường 15, Quận 11'))).toBe(true);
  expect(commune?.name).toBe(commune?.name.normalize('NFC'));
  expect(findReferenceUnit('99999')).toBeNull();
});

test('codes that lost their leading zeros still lead from old to new', () => {
  expect(successorsOf('304').length + successorsOf('00304').length).toBeGreaterThan(0);
  expect(successorsOf('27232').map((unit) => unit.parentCode)).toContain('79');
});

test('search takes words without accents in any order, the last one begun', () => {
  expect(searchReferenceUnits('phu tho ho chi minh', 3)[0]?.code).toBe('27226');
  expect(searchReferenceUnits('chi minh phu th', 3).map((unit) => unit.code)).toContain('27226');
  expect(searchReferenceUnits('27226', 5).map((unit) => unit.code)).toEqual(['27226']);
  expect(searchReferenceUnits('ha noi', 1)[0]?.code).toBe('01');
  expect(searchReferenceUnits('   ', 5)).toEqual([]);
  expect(searchReferenceUnits('khong co phuong nao ten the', 5)).toEqual([]);
});
