import { expect, test } from 'vitest';
import { formerStints } from './former.ts';

const fact = (type: string, citizenId: string, occurredOn: string) => ({
  type,
  data: { householdId: 'h', citizenId, occurredOn },
});
const joined = (id: string, day: string) => fact('HouseholdMemberJoined', id, day);
const left = (id: string, day: string) => fact('HouseholdMemberLeft', id, day);

test('every stay that is over, the latest first; who came back and stays is there once', () => {
  const events = [
    joined('an', '2024-01-01'),
    joined('binh', '2024-01-01'),
    left('an', '2024-05-01'),
    joined('an', '2025-01-01'),
    left('binh', '2025-06-01'),
    joined('chi', '2025-07-01'),
  ];
  expect(formerStints(events)).toEqual([
    { citizenId: 'binh', since: '2024-01-01', leftOn: '2025-06-01' },
    { citizenId: 'an', since: '2024-01-01', leftOn: '2024-05-01' },
  ]);
  expect(formerStints([...events, left('an', '2026-01-01')])[0]).toEqual({
    citizenId: 'an',
    since: '2025-01-01',
    leftOn: '2026-01-01',
  });
});

test('what an import said and was taken back is no stay that is over', () => {
  const takenBack = (fact: ReturnType<typeof joined>) => ({ ...fact, data: { ...fact.data, importId: 'i' } });
  const events = [
    joined('an', '2024-01-01'),
    left('an', '2026-11-01'),
    takenBack(joined('an', '2026-11-22')),
    joined('binh', '2026-11-01'),
    takenBack(left('binh', '2026-11-22')),
  ];
  expect(formerStints(events)).toEqual([]);
  expect(formerStints([...events, left('an', '2026-12-01')])).toEqual([
    { citizenId: 'an', since: '2024-01-01', leftOn: '2026-12-01' },
  ]);
});
