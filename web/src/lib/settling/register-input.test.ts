import { describe, expect, test } from 'vitest';
import type { RegisterPersonFragment } from '#lib/api/generated.ts';
import { registerForm, type RegisterData } from './register-form.ts';
import { corrected, inputOf, relationOf, type Chosen, type Made } from './register-input.ts';

const evidence = { kind: 'birth_certificate', number: '12', issuedOn: null, issuedBy: null } as const;
const paper = { evidenceKind: 'birth_certificate', evidenceNumber: '12' } as const;
const data = (changes: Partial<RegisterData> = {}): RegisterData => ({
  ...registerForm.defaults,
  ...paper,
  ...changes,
});

const household = (id: string) => ({
  id,
  number: null,
  head: null,
  dwelling: { id: 'd', address: '1 Cư Xá' },
  statuses: [],
});
/** Somebody who lives permanently in one household, or in none of the ward. */
const person = (
  id: string,
  home: string | null,
  changes: Partial<RegisterPersonFragment> = {},
): RegisterPersonFragment => ({
  ...{ id, fullName: `Người ${id}`, birth: '1990-02-03', sex: 'female', died: null },
  ...{ ethnicity: '01', homeTown: 'Huế', birthPlace: null, maritalStatus: 'married', marriages: [] },
  permanentHousehold: home === null ? null : household(home),
  residences: home === null ? [] : [{ id: `r-${id}`, relation: 'head', household: household(home) }],
  ...changes,
});

/** What a form is missing: the field and why. */
const lacks = (made: Made): unknown => ('wrong' in made ? made.wrong : made);
const made = (
  kind: Parameters<typeof inputOf>[0],
  changes: Partial<RegisterData>,
  chosen: Chosen,
  named = {},
): unknown => {
  const answer = inputOf(kind, data(changes), chosen, named);
  return 'input' in answer ? answer.input : answer.wrong;
};

describe('a birth', () => {
  const child = { fullName: 'Lê Bé', sex: 'male', birth: '2026-11-02', relation: 'grandchild' } as const;
  const birth = (changes: Partial<RegisterData>, chosen: Chosen): unknown =>
    made('birth', { ...child, ...changes }, chosen);
  const [mother, father] = [person('m', 'hm'), person('f', 'hf')];

  test('is of the parents that were chosen, in the mother’s household', () => {
    const { relation, ...details } = child;
    expect(birth({}, { mother, father })).toEqual({
      birth: {
        ...{ householdId: 'hm', motherId: 'm', fatherId: 'f', relation, evidence, apart: false },
        details: { ...details, birthPlace: '', homeTown: '', ethnicity: '', nationality: '' },
      },
    });
  });

  test.each<[string, Partial<RegisterData>, Chosen, object]>([
    [
      'the father’s where the mother has none',
      {},
      { mother: person('m', null), father },
      { householdId: 'hf', apart: false },
    ],
    ['another one of a parent', { household: 'hf' }, { mother, father }, { householdId: 'hf', apart: false }],
    [
      'where a parent lives without being registered there',
      { household: 'ht' },
      { mother: person('m', null, { residences: [{ id: 'r', relation: 'lodger', household: household('ht') }] }) },
      { householdId: 'ht', apart: false },
    ],
    ['one of neither, as they agree', { household: 'hg', apart: true }, { mother }, { householdId: 'hg', apart: true }],
    ['one where the register knows no parent', { household: 'hg', apart: true }, {}, { motherId: null, apart: true }],
  ])('is in %s', (_, changes, chosen, expected) => {
    expect(birth(changes, chosen)).toMatchObject({ birth: expected });
  });

  test.each<[Partial<RegisterData>, Chosen, object]>([
    [{ fullName: '' }, { mother }, { field: 'fullName', code: 'required' }],
    [{ birth: '' }, { mother }, { field: 'birth', code: 'required' }],
    [{}, {}, { field: 'household', code: 'choose' }],
    [{}, { mother: person('m', null) }, { field: 'household', code: 'choose' }],
    [{ household: 'hg' }, { mother }, { field: 'apart', code: 'agree' }],
    // The head of where no parent lives is none, and what the child is to them nobody but the officer knows.
    [{ household: 'hg', apart: true, relation: 'child' }, { mother }, { field: 'relation', code: 'choose' }],
    [{ household: 'hg', apart: true, relation: '' }, { mother }, { field: 'relation', code: 'choose' }],
  ])('%j lacks %#', (changes, chosen, expected) => {
    expect(birth(changes, chosen)).toEqual(expected);
  });
});

test.each<[string, RegisterPersonFragment['residences'][number]['relation'][], string | null]>([
  ['the head and a spouse have a child', ['wife', 'head'], 'child'],
  ['a son and a daughter-in-law give the head a grandchild', ['daughter_in_law', 'child'], 'grandchild'],
  ['so does a daughter alone', ['child'], 'grandchild'],
  ['a sister gives a niece or nephew', ['sibling'], 'nephew_niece'],
  ['a grandchild a great-grandchild', ['grandchild'], 'great_grandchild'],
  ['of lodgers it does not follow', ['lodger', 'lodger'], null],
  ['nor where two parents disagree', ['lodger', 'child'], null],
  ['nor without any', [], null],
])('a child’s relation to the head: %s', (_, relations, expected) => {
  const [mother, father] = relations.map((relation, n) =>
    person(`p${n}`, 'h', { residences: [{ id: `r${n}`, relation, household: household('h') }] }),
  );
  const chosen: Chosen = { ...(mother && { mother }), ...(father && { father }) };
  expect(relationOf(chosen, 'h')).toBe(expected);
  const child = { fullName: 'Lê Bé', birth: '2026-11-02' };
  expect(made('birth', child, chosen)).toMatchObject(
    relations.length === 0
      ? { field: 'household' }
      : expected === null
        ? { field: 'relation', code: 'choose' }
        : { birth: { relation: expected } },
  );
});

test('a death is of whom was chosen, on its day', () => {
  const deceased = person('d', 'h');
  expect(made('death', { occurredOn: '2026-11-01' }, { deceased })).toEqual({
    death: { citizenId: 'd', occurredOn: '2026-11-01', evidence },
  });
  expect(made('death', { occurredOn: '2026-11-01' }, {})).toEqual({ field: 'deceased', code: 'choose' });
  expect(made('death', {}, { deceased })).toEqual({ field: 'occurredOn', code: 'required' });
});

describe('a marriage', () => {
  const [husband, wife] = [person('h', null), person('w', null)];
  const named = { husband: 'Anh Ở Xa', wife: 'Chị Ở Xa' };
  test.each<[Chosen, object]>([
    [
      { husband, wife },
      { citizenId: 'h', spouseId: 'w', spouseName: null },
    ],
    [{ husband }, { citizenId: 'h', spouseId: null, spouseName: 'Chị Ở Xa' }],
    [{ wife }, { citizenId: 'w', spouseId: null, spouseName: 'Anh Ở Xa' }],
  ])('of those whom the register knows; the other by the name in the dossier %#', (chosen, expected) => {
    const occurredOn = '2026-11-01';
    expect(made('marriage', { occurredOn }, chosen, named)).toEqual({
      marriage: { ...expected, occurredOn, evidence },
    });
  });

  test('needs one of them, and its day', () => {
    expect(made('marriage', { occurredOn: '2026-11-01' }, {})).toEqual({ field: 'husband', code: 'choose' });
    expect(made('marriage', {}, { wife })).toEqual({ field: 'occurredOn', code: 'required' });
  });
});

describe('a marital status', () => {
  const marriages = [
    { id: 'old', spouseName: null, since: '2001-01-01', endedOn: '2010-01-01' },
    { id: 'now', spouseName: null, since: '2015-01-01', endedOn: null },
  ];
  const occurredOn = '2026-11-01';
  test.each([
    ['divorced', 'divorce'],
    ['widowed', 'death'],
  ])('%s ends the marriage that stands', (status, cause) => {
    expect(made('marital_status', { status, occurredOn }, { subject: person('s', null, { marriages }) })).toEqual({
      marriageEnd: { citizenId: 's', marriageId: 'now', cause, occurredOn, evidence },
    });
  });

  test('is a correction where no marriage stands, or none ends', () => {
    const change = (chosen: Chosen, status: string) => made('marital_status', { status, occurredOn }, chosen);
    const changed = (value: string) => ({
      change: {
        ...{ citizenId: 's', nature: 'correction', occurredOn, evidence },
        changes: [{ field: 'maritalStatus', shown: 'married', value }],
      },
    });
    expect(change({ subject: person('s', null) }, 'divorced')).toEqual(changed('divorced'));
    expect(change({ subject: person('s', null, { marriages }) }, 'single')).toEqual(changed('single'));
    expect(change({}, 'single')).toEqual({ field: 'subject', code: 'choose' });
    expect(change({ subject: person('s', null) }, '')).toEqual({ field: 'status', code: 'choose' });
  });
});

describe('a correction', () => {
  const subject = person('s', null);
  const asked = { field: 'ethnicity', to: 'Tày', occurredOn: '2026-11-01', nature: 'change' } as const;
  test('says what stood there and what is to, as the register writes it', () => {
    expect(made('civil_correction', asked, { subject })).toEqual({
      change: {
        ...{ citizenId: 's', nature: 'change', occurredOn: '2026-11-01', evidence },
        changes: [{ field: 'ethnicity', shown: '01', value: '02' }],
      },
    });
  });

  test.each<[Partial<RegisterData>, object]>([
    [{ field: 'nationalId' }, { field: 'field', code: 'choose' }],
    [{ to: 'Không có dân tộc này' }, { field: 'to', code: 'choose' }],
    [
      { field: 'birth', to: '31/02/1990' },
      { field: 'to', code: 'birth' },
    ],
    [
      { field: 'homeTown', to: ' ' },
      { field: 'to', code: 'required' },
    ],
    [{ occurredOn: '' }, { field: 'occurredOn', code: 'required' }],
  ])('%j lacks %j', (changes, expected) => {
    expect(lacks(inputOf('civil_correction', data({ ...asked, ...changes }), { subject }, {}))).toEqual(expected);
  });

  test.each([
    ['sex', 'Nữ', 'female'],
    ['sex', 'NAM', 'male'],
    ['sex', 'khác', undefined],
    ['birth', '3/4/1990', '1990-04-03'],
    ['ethnicity', 'kinh', '01'],
    ['fullName', ' Lê Thị Mới ', 'Lê Thị Mới'],
  ] as const)('%s written as %s is %s', (field, written, value) => {
    expect(corrected(field, written)).toBe(value);
  });
});

describe('a standard of living', () => {
  const status = { id: 'st', status: 'poor', since: '2025-01-01', until: null, holds: true } as const;
  const head = person('h', 'hh', { permanentHousehold: { ...household('hh'), statuses: [status] } });
  const occurredOn = '2026-11-01';
  test('is granted to the head’s household until its day, or ended', () => {
    expect(made('household_status', { status: 'near_poor', until: '2027-12-31', occurredOn }, { head })).toEqual({
      householdStatus: { householdId: 'hh', status: 'near_poor', occurredOn, until: '2027-12-31', evidence },
    });
    expect(made('household_status', { status: 'none', occurredOn }, { head })).toEqual({
      householdStatusEnd: { householdId: 'hh', statusId: 'st', occurredOn, evidence },
    });
  });

  test('cannot end where none stands, nor belong to who has no household', () => {
    const free = person('h', 'hh', {
      permanentHousehold: { ...household('hh'), statuses: [{ ...status, status: 'policy_family' }] },
    });
    expect(made('household_status', { status: 'none', occurredOn }, { head: free })).toBe('noStatus');
    expect(made('household_status', { status: 'poor', occurredOn }, { head: person('h', null) })).toEqual({
      ...{ field: 'head', code: 'choose' },
    });
    expect(made('household_status', { occurredOn }, { head })).toEqual({ field: 'status', code: 'choose' });
  });
});
