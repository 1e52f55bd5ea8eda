import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { answers } from '../events/dossier.ts';
import { settlementKind } from '../events/procedure.ts';
import { askedFields, askedIn, wrongAnswer } from './asked-fields.ts';

describe('what the form of a procedure asks', () => {
  test('stands in both languages for every kind, under keys that an answer can have', () => {
    for (const kind of settlementKind.options) {
      const fields = askedFields[kind];
      expect(fields.length, kind).toBeGreaterThan(0);
      expect(new Set(fields.map(({ key }) => key)).size, kind).toBe(fields.length);
      for (const { key, vi, en, type, choices } of fields) {
        expect(v.safeParse(answers, { [key]: 'x' }).success, key).toBe(true);
        expect(
          [vi, en].every((text) => text.length > 0 && text === text.normalize('NFC')),
          key,
        ).toBe(true);
        expect(choices.length > 0, key).toBe(type === 'choice');
      }
    }
  });

  test('is shown in one language, and nothing where nothing is written', () => {
    expect(askedIn(null, 'vi')).toEqual([]);
    expect(askedIn('birth', 'vi')[0]).toMatchObject({ key: 'child_name', label: 'Họ, chữ đệm, tên của con' });
    expect(askedIn('birth', 'en').find(({ key }) => key === 'child_sex')?.choices).toEqual([
      { value: 'male', label: 'Male' },
      { value: 'female', label: 'Female' },
    ]);
  });

  test.each([
    ['child_name', '', 'required'],
    ['child_name', 'x'.repeat(201), 'line'],
    ['child_sex', 'unknown', 'choose'],
    ['child_birth', '2026-02-30', 'day'],
    ['mother_id', '07919900000', 'nationalId'],
    ['mother_id', '', null],
    ['child_birth', '2026-02-28', null],
  ])('%s: %s is %s', (key, answer, wrong) => {
    const field = askedFields.birth.find((one) => one.key === key);
    expect(field && wrongAnswer(field, answer)).toBe(wrong);
  });

  test('at the desk what is missing may come later', () => {
    for (const field of askedFields.birth) expect(wrongAnswer(field, '', false)).toBeNull();
  });
});
