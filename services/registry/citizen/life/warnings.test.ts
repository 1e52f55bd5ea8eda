import { describe, expect, test } from 'vitest';
import { eventWarnings, type Concerned, type Impending } from './warnings.ts';

const today = '2026-11-22';
const someone = (changes: Partial<Concerned> = {}): Concerned => ({
  ...{ sex: 'female', birth: '1990-05-17', died: null, maritalStatus: null },
  ...changes,
});
const codes = (event: Impending['event'], changes: Partial<Impending>) =>
  eventWarnings({
    ...{ event, occurredOn: today, today, person: someone(), spouse: null, birth: null, until: null },
    ...{ mother: null, father: null, residenceUntil: null, leavesWithoutHead: false },
    ...changes,
  }).map(({ code, params }) => [code, ...params.map(({ value }) => value)].join(' '));

describe('what is told before an event is recorded', () => {
  test('a birth after 60 days, a death after 15', () => {
    expect(codes('birth', { occurredOn: '2026-09-23' })).toEqual([]);
    expect(codes('birth', { occurredOn: '2026-09-22' })).toEqual(['birth_late 61']);
    expect(codes('death', { occurredOn: '2026-11-07' })).toEqual([]);
    expect(codes('death', { occurredOn: '2026-11-06' })).toEqual(['death_late 16']);
  });

  test('parents who are younger than the child, or too young or old', () => {
    const of = (parent: Partial<Concerned>, birth = '2026-11-01') => codes('birth', { birth, mother: someone(parent) });
    expect(of({})).toEqual([]);
    expect(of({ birth: '2026-11-01' })).toEqual(['child_older_than_parent']);
    expect(of({ birth: '2026' })).toEqual(['child_older_than_parent']);
    expect(of({ birth: '2013-11-02' })).toEqual(['parent_too_young 12']);
    expect(of({ birth: '2013-11-01' })).toEqual([]);
    expect(of({ birth: '1970-01-01' })).toEqual(['mother_too_old 56']);
    expect(codes('birth', { birth: '2026-11-01', father: someone({ birth: '1970-01-01' }) })).toEqual([]);
    expect(of({ birth: null })).toEqual([]);
  });

  test('a mother who died before the birth, a father more than 300 days before', () => {
    const of = (parents: Partial<Impending>, birth = '2026-11-01') => codes('birth', { birth, ...parents });
    expect(of({ mother: someone({ died: '2026-11-01' }) })).toEqual([]);
    expect(of({ mother: someone({ died: '2026-10-31' }) })).toEqual(['mother_dead 2026-10-31']);
    expect(of({ father: someone({ died: '2026-01-05' }) })).toEqual([]);
    expect(of({ father: someone({ died: '2026-01-04' }) })).toEqual(['father_dead 2026-01-04']);
    expect(of({ father: someone({ died: '2020-01-04' }) }, '2026-11')).toEqual([]);
  });

  test('a renewal outside the last fifteen days', () => {
    const on = (occurredOn: string) => codes('renewal', { occurredOn, residenceUntil: '2026-11-20' });
    expect(on('2026-11-04')).toEqual(['renewal_early 2026-11-20']);
    expect(on('2026-11-05')).toEqual([]);
    expect(on('2026-11-20')).toEqual([]);
    expect(on('2026-11-21')).toEqual(['renewal_late 2026-11-20']);
  });

  test('a husband under 20, a wife under 18, on the day of the marriage; who is said to be married', () => {
    const man = (birth: string) => someone({ sex: 'male', birth });
    const at = (changes: Partial<Impending>) => codes('marriage', { occurredOn: '2026-01-01', ...changes });
    expect(at({ spouse: man('2006-01-01') })).toEqual([]);
    expect(at({ spouse: man('2006-01-02') })).toEqual(['spouse_too_young 19']);
    expect(at({ person: someone({ birth: '2008-01-02' }) })).toEqual(['spouse_too_young 17']);
    expect(at({ person: someone({ maritalStatus: 'married' }) })).toEqual(['said_to_be_married']);
  });

  test('a household that is left without its head; an absence of more than a year', () => {
    expect(codes('departure', { leavesWithoutHead: true })).toEqual(['leaves_without_head']);
    expect(codes('death', { leavesWithoutHead: true })).toEqual(['leaves_without_head']);
    expect(codes('absence', { occurredOn: '2026-01-01', until: '2027-01-01' })).toEqual([]);
    expect(codes('absence', { occurredOn: '2026-01-01', until: '2027-01-02' })).toEqual(['absence_over_year']);
  });
});
