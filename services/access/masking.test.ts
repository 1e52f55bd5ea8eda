import { citizenDetails } from '@nocgia/schemas/events/citizen.ts';
import { expect, test } from 'vitest';
import { fieldsOf } from './field-table.ts';
import { citizenFieldGroups, citizenFieldView, maskFields, maskNationalId, maskValue } from './masking.ts';
import type { Scope } from './scope.ts';

const scopeAs = (role: 'board' | 'auditor' | 'civil_status' | 'police'): Scope => ({
  accountId: 'a',
  positionId: 'p',
  role,
  unit: '27226',
  wards: [27226],
  neighbourhoods: [],
  aggregates: [],
  fields: fieldsOf(role, '2026-11-22'),
  today: '2026-11-22',
  locale: 'vi',
});

test('a national id keeps its province and its last four digits', () => {
  expect(maskNationalId('079099000001')).toBe('079*****0001');
  expect(maskNationalId('024512345')).toBe('*****45');
  expect(maskNationalId('12')).toBe('*****');
});

test('every field of a citizen is classed', () => {
  expect(Object.keys(citizenDetails.entries).filter((field) => !(field in citizenFieldGroups))).toEqual([]);
  expect(citizenFieldView(scopeAs('civil_status'), 'somethingNew')).toBe('withheld');
  expect(citizenFieldView(scopeAs('civil_status'), 'toString')).toBe('withheld');
});

test('a row is masked by the rights of its reader', () => {
  const row = {
    id: 'c1',
    ward: 27226,
    fullName: 'Nguyễn Văn Ân',
    nationalId: '079099000001',
    ethnicity: '01',
    religion: null,
    disability: 'x',
  };
  expect(maskFields(scopeAs('board'), citizenFieldGroups, row)).toEqual({
    row: { ...row, nationalId: '079*****0001', ethnicity: '*****', disability: null },
    masked: ['nationalId', 'ethnicity'],
    withheld: ['disability'],
  });
  expect(maskFields(scopeAs('civil_status'), citizenFieldGroups, row).row).toEqual({ ...row, disability: '*****' });
  expect(maskFields(scopeAs('auditor'), citizenFieldGroups, row).row).toMatchObject({ id: 'c1', fullName: 'N. V. Â.' });
});

test('of a masked value that is no text nothing is shown', () => {
  expect(maskFields(scopeAs('auditor'), citizenFieldGroups, { unmapped: { a: 'b' }, birth: 5 })).toEqual({
    row: { unmapped: null, birth: null },
    masked: [],
    withheld: ['unmapped', 'birth'],
  });
});

test.each([
  ['birth', '1990-05-17', '1990'],
  ['eidSince', '2025-03-05', '2025'],
  ['sex', 'female', 'unknown'],
  ['phone', '0901234567', '*****567'],
  ['phone', '113', '*****'],
  ['occupation', 'Giáo viên', '*****'],
  ['otherName', null, null],
])('%s %s is masked as %s', (field, value, masked) => {
  expect(maskValue(field, value)).toBe(masked);
});
