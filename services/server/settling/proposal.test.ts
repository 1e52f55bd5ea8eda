import { describe, expect, test } from 'vitest';
import { concerned, namedIn, proposedEvidence, proposedValues, relationOfChild } from './proposal.ts';

const result = { number: '12/2026', issuedOn: '2026-11-20', settledOn: '2026-11-21' };
const known = { relation: null, ethnicity: null, homeTown: null, nationality: null };

describe('what is proposed for the register', () => {
  test('of a birth: the child as declared, what is handed down from the father, what it is to the head by the mother', () => {
    const answers = { child_name: 'Trần Minh Khôi', child_sex: 'male', child_birth: '2026-11-01' };
    const mother = { ...known, relation: 'daughter_in_law', ethnicity: '02', homeTown: 'Huế' } as const;
    const father = { ...known, ethnicity: '01' };
    expect(proposedValues('birth', answers, result, { mother, father })).toEqual({
      fullName: 'Trần Minh Khôi',
      sex: 'male',
      birth: '2026-11-01',
      homeTown: 'Huế',
      ethnicity: '01',
      nationality: 'VNM',
      relation: 'grandchild',
    });
    const said = { ...answers, child_relation: 'nephew_niece', child_home_town: 'Vinh', child_ethnicity: '03' };
    expect(proposedValues('birth', said, result, { mother, father })).toMatchObject({
      ...{ relation: 'nephew_niece', homeTown: 'Vinh', ethnicity: '03' },
    });
  });

  test('of a death the day that was declared; of a marriage the day on which it was registered', () => {
    expect(proposedValues('death', { died_on: '2026-11-03', death_cause: 'x' }, result)).toEqual({
      occurredOn: '2026-11-03',
    });
    expect(proposedValues('death', {}, result)).toEqual({});
    expect(proposedValues('marriage', {}, result)).toEqual({ occurredOn: '2026-11-20' });
    expect(proposedValues('marriage', {}, { ...result, issuedOn: null })).toEqual({ occurredOn: '2026-11-21' });
  });

  test('of a marital status what was declared, since when', () => {
    const answers = { marital_status: 'divorced', marital_since: '2025-03-01', purpose: 'Kết hôn' };
    expect(proposedValues('marital_status', answers, result)).toEqual({ status: 'divorced', occurredOn: '2025-03-01' });
  });

  test('of a correction the field, from what to what, on the day of the decision', () => {
    const answers = { nature: 'change', field: 'fullName', from: 'Nguyễn Thị An', to: 'Nguyễn Thị Ân' };
    expect(proposedValues('civil_correction', answers, result)).toEqual({
      ...{ nature: 'change', field: 'fullName', from: 'Nguyễn Thị An', to: 'Nguyễn Thị Ân', occurredOn: '2026-11-20' },
    });
    expect(proposedValues('civil_correction', {}, result)).toEqual({
      nature: 'correction',
      occurredOn: '2026-11-20',
    });
  });

  test('of a standard of living its period, from the decision on where no day was said', () => {
    expect(proposedValues('household_status', { status: 'poor', status_until: '2027-12-31' }, result)).toEqual({
      ...{ status: 'poor', occurredOn: '2026-11-20', until: '2027-12-31' },
    });
    expect(proposedValues('household_status', { status: 'none', status_from: '2026-12-01' }, result)).toEqual({
      ...{ status: 'none', occurredOn: '2026-12-01' },
    });
  });
});

test('a child is to the head what its parent makes it', () => {
  expect(relationOfChild('head')).toBe('child');
  expect(relationOfChild('son_in_law')).toBe('grandchild');
  expect(relationOfChild('lodger')).toBe('other');
  expect(relationOfChild(null)).toBe('other');
});

test('who is meant: a number, the owner by name or where nobody is named, else a name to look for', () => {
  const [mother, father] = concerned.birth;
  const [subject] = concerned.civil_correction;
  if (!mother || !father || !subject) throw new Error('nobody is concerned');
  const owner = 'Nguyễn Thị Hoà';
  expect(namedIn(mother, { mother_name: 'nguyễn thị  hòa' }, owner)).toMatchObject({ isOwner: true });
  expect(namedIn(mother, { mother_name: 'Lê Thị B', mother_id: '079190000123' }, owner)).toEqual({
    ...{ name: 'Lê Thị B', nationalId: '079190000123', isOwner: false },
  });
  expect(namedIn(father, {}, owner)).toEqual({ name: null, nationalId: null, isOwner: false });
  expect(namedIn(subject, {}, owner)).toEqual({ name: owner, nationalId: null, isOwner: true });
});

test('the paper is the dossier’s result', () => {
  expect(proposedEvidence('birth', result, 'Phường Phú Thọ')).toEqual({
    kind: 'birth_certificate',
    number: '12/2026',
    issuedOn: '2026-11-20',
    issuedBy: 'UBND phường Phú Thọ',
  });
});
