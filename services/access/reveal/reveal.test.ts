import { describe, expect, test } from 'vitest';
import type { Role } from '@nocgia/schemas/events/account.ts';
import { authorityOf } from '../authority.ts';
import { scopeAt } from '../testing/house.ts';
import { revealField, type RevealInput, type RevealSubject } from './reveal.ts';

const CITIZEN = '00000000-0000-7000-8000-00000000000c';
const ACCOUNT = '00000000-0000-7000-8000-00000000000a';
const REVEAL = '00000000-0000-7000-8000-00000000000e';

const subject: RevealSubject = {
  places: [{ ward: '27226', neighbourhood: '27226-003' }],
  value: (field) => (field === 'nationalId' ? '079099000001' : null),
  relied: [{ stream: `citizen-${CITIZEN}`, expected: 3, events: [] }],
};
const input: RevealInput = { citizenId: CITIZEN, field: 'nationalId', purpose: 'dossier', note: 'Hồ sơ 12' };

const reveal = (role: Role, unit: string, changes: Partial<RevealInput> = {}, found: RevealSubject | null = subject) =>
  revealField(
    { ...input, ...changes },
    {
      may: authorityOf(scopeAt(role, unit)),
      accountId: ACCOUNT,
      today: '2026-11-22',
      newId: () => REVEAL,
      loadSubject: () => Promise.resolve(found),
    },
  )(() => Promise.resolve(new Map()));

describe('revealing a field', () => {
  test('is an event with its purpose, and holds to the state it was decided on', async () => {
    expect(await reveal('board', '27226-003')).toEqual({
      ok: true,
      decision: {
        result: { revealId: REVEAL },
        writes: [
          {
            stream: `reveal-${REVEAL}`,
            expected: 'none',
            events: [
              {
                type: 'FieldRevealed',
                data: {
                  accountId: ACCOUNT,
                  citizenId: CITIZEN,
                  field: 'nationalId',
                  purpose: 'dossier',
                  note: 'Hồ sơ 12',
                  occurredOn: '2026-11-22',
                },
              },
            ],
          },
          ...subject.relied,
        ],
      },
    });
  });

  test.each<[string, Role, string, Partial<RevealInput>]>([
    ['NOT_FOUND', 'board', '27226-030', {}],
    ['NOT_FOUND', 'military', '27232', {}],
    ['NOT_FOUND', 'administrator', '27226', {}],
    ['NOT_FOUND', 'department', '27226', {}],
    ['FORBIDDEN', 'civil_status', '27226', {}],
    ['FORBIDDEN', 'board', '27226-003', { field: 'disability' }],
    ['FIELD_INVALID', 'auditor', '27226', { field: 'constructor' }],
    ['FIELD_INVALID', 'auditor', '27226', { purpose: 'curiosity' }],
    ['REVEAL_NOTHING', 'auditor', '27226', { field: 'phone' }],
  ])('%s for %s at %s %o', async (code, role, unit, changes) => {
    expect(await reveal(role, unit, changes)).toMatchObject({ ok: false, rejection: { code } });
  });

  test('whom nobody knows cannot be revealed', async () => {
    expect(await reveal('auditor', '27226', {}, null)).toMatchObject({ rejection: { code: 'NOT_FOUND' } });
  });
});
