import * as v from 'valibot';
import { expect, test } from 'vitest';
import { relation } from '../events/citizen.ts';
import { dwellingKind } from '../events/dwelling.ts';
import { labelOf } from './code.ts';
import { disabilities } from './disabilities.ts';
import { dwellingKinds } from './dwelling-kinds.ts';
import { educationLevels } from './education.ts';
import { eidLevels } from './eid-levels.ts';
import { ethnicGroups } from './ethnic-groups.ts';
import { idProvinces } from './id-provinces.ts';
import { maritalStatuses } from './marital-statuses.ts';
import { relations } from './relations.ts';
import { religions } from './religions.ts';

test('every code stands once, with labels in NFC and a source', () => {
  for (const list of [
    dwellingKinds,
    disabilities,
    educationLevels,
    eidLevels,
    ethnicGroups,
    idProvinces,
    maritalStatuses,
    relations,
    religions,
  ]) {
    expect(new Set(list.map((entry) => entry.code)).size).toBe(list.length);
    for (const { vi, en, source } of list) {
      expect([vi, en, source].every((text) => text.length > 0 && text === text.normalize('NFC'))).toBe(true);
    }
  }
  expect([idProvinces.length, ethnicGroups.length]).toEqual([63, 56]);
});

test('the lists have exactly the codes that events can carry', () => {
  expect(relations.map((entry) => entry.code)).toEqual(relation.options);
  expect(dwellingKinds.map((entry) => entry.code)).toEqual(dwellingKind.options);
  for (const { code } of [...ethnicGroups, ...religions])
    expect(v.is(v.pipe(v.string(), v.maxLength(40)), code)).toBe(true);
});

test('a code without an entry is shown as it is', () => {
  expect(labelOf(relations, 'wife', 'vi')).toBe('Vợ');
  expect(labelOf(relations, 'cousin', 'en')).toBe('cousin');
});
