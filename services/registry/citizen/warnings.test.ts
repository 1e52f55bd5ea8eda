import { describe, expect, test } from 'vitest';
import {
  absenceWarnings,
  ageOn,
  ageWarnings,
  householdWarnings,
  idWarnings,
  readNationalId,
  residenceWarnings,
  type MemberFacts,
} from './warnings.ts';

const today = '2026-11-22';
const codes = (warnings: { code: string }[]) => warnings.map((warning) => warning.code);

test.each([
  ['079099000001', 'male', 1999],
  ['079199000001', 'female', 1999],
  ['001204000001', 'male', 2004],
  ['001304000001', 'female', 2004],
  ['096599000001', 'female', 2199],
])('%s says %s of %s', (id, sex, year) => {
  expect(readNationalId(id)).toEqual({ sex, year, prefix: id.slice(0, 3) });
});

test('an id that disagrees with the person is warned of, and only then', () => {
  const person = { sex: 'female', birth: '1999-05-17', nationalId: '079199000001' };
  expect(idWarnings(person)).toEqual([]);
  expect(codes(idWarnings({ ...person, sex: 'male' }))).toEqual(['id_sex_differs']);
  expect(codes(idWarnings({ ...person, birth: '1998' }))).toEqual(['id_year_differs']);
  expect(codes(idWarnings({ ...person, nationalId: '003199000001' }))).toEqual(['id_prefix_unknown']);
  expect(idWarnings({ ...person, nationalId: '101199000001' })).toEqual([]);
  expect(idWarnings({ ...person, sex: 'unknown', birth: null })).toEqual([]);
  expect(idWarnings({ ...person, nationalId: null })).toEqual([]);
});

test('ages are full years; of a year alone 1 July stands for the day', () => {
  expect(ageOn('2000-11-22', today)).toBe(26);
  expect(ageOn('2000-11-23', today)).toBe(25);
  expect(ageOn('2000', '2026-06-30')).toBe(25);
  expect(ageOn('2000', '2026-07-01')).toBe(26);
  expect(ageOn('2000-02-29', '2026-02-28')).toBe(25);
  expect(ageOn(null, today)).toBeNull();
});

test.each([
  ['2026-11-21', ['temporary_expired']],
  ['2026-11-22', ['temporary_expiring']],
  ['2026-12-07', ['temporary_expiring']],
  ['2026-12-08', []],
  ['2028-01-01', []],
  ['2028-01-02', ['temporary_too_long']],
  [null, ['temporary_without_end']],
])('temporary until %s -> %s', (until, expected) => {
  expect(codes(residenceWarnings([{ kind: 'temporary', since: '2026-01-01', until, endedOn: null }], today))).toEqual(
    expected,
  );
  expect(residenceWarnings([{ kind: 'temporary', since: '2026-01-01', until, endedOn: today }], today)).toEqual([]);
});

describe('households', () => {
  const head: MemberFacts = { relation: 'head', sex: 'male', birth: '1980-01-01' };
  const check = (members: MemberFacts[], headId: string | null = 'x') =>
    codes(householdWarnings(members, headId, today));

  test('none without members, no head, two spouses', () => {
    expect(check([], null)).toEqual([]);
    expect(check([{ ...head, relation: 'other' }], null)).toEqual(['household_without_head']);
    const wife: MemberFacts = { relation: 'wife', sex: 'female', birth: '1982' };
    expect(check([head, wife, wife])).toEqual(['two_spouses']);
  });

  test('husbands under 20 and wives under 18, the head as well', () => {
    const wife = (birth: string): MemberFacts => ({ relation: 'wife', sex: 'female', birth });
    expect(check([head, wife('2008-11-22')])).toEqual([]);
    expect(check([head, wife('2008-11-23')])).toEqual(['spouse_too_young']);
    expect(check([{ ...head, birth: '2006-11-23' }, wife('2000-01-01')])).toEqual(['spouse_too_young']);
    expect(
      check([
        { ...head, sex: 'female' },
        { relation: 'husband', sex: 'male', birth: '2006-11-23' },
      ]),
    ).toEqual(['spouse_too_young']);
  });

  test('children older and parents younger than the head, as far as both births are known', () => {
    const child = (birth: string | null): MemberFacts => ({ relation: 'child', sex: 'male', birth });
    expect(check([head, child('1979-12-31')])).toEqual(['child_older_than_head']);
    expect(check([head, child('1980')])).toEqual(['child_older_than_head']);
    expect(check([head, child('1981')])).toEqual(['parent_too_young']);
    expect(check([head, child('1993')])).toEqual([]);
    expect(check([head, child(null)])).toEqual([]);
    expect(check([head, { relation: 'mother', sex: 'female', birth: '1990-01-01' }])).toEqual([
      'parent_younger_than_head',
    ]);
  });
});

describe('absences and ages', () => {
  const away = (since: string, until: string | null = null, endedOn: string | null = null) =>
    codes(absenceWarnings([{ since, until, endedOn }], today));

  test('over twelve months, or not back when said', () => {
    expect(away('2025-11-22')).toEqual([]);
    expect(away('2025-11-21')).toEqual(['absent_over_year']);
    expect(away('2026-11-01', '2026-11-21')).toEqual(['absence_overdue']);
    expect(away('2026-11-01', '2026-11-22')).toEqual([]);
    expect(away('2020-01-01', null, '2021-06-01')).toEqual([]);
  });

  test('an age that nobody reaches, of the living and the dead', () => {
    const age = (birth: string, died: string | null = null) => codes(ageWarnings({ birth, died }, today));
    expect(age('1904')).toEqual([]);
    expect(age('1903')).toEqual(['age_implausible']);
    expect(age('1880', '1990-01-01')).toEqual([]);
  });
});
