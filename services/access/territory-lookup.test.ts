import { expect, test } from 'vitest';
import { territoryLookup, type KnownUnit } from './territory-lookup.ts';

const unit = (code: string, parent: string | null, changes: Partial<KnownUnit> = {}): KnownUnit => ({
  code,
  parent,
  validFrom: '2020-01-01',
  validTo: null,
  successors: [],
  ...changes,
});
const merged = (into: string[], validTo: string) => ({ validTo, successors: into });

const lookup = territoryLookup([
  unit('79', null),
  unit('760', '79', merged([], '2025-07-01')),
  unit('27226', '79'),
  unit('26734', '760', merged(['27226'], '2025-07-01')),
  unit('27226-001', '27226', merged(['27226-010'], '2024-05-01')),
  unit('27226-010', '27226', { validFrom: '2024-05-01', ...merged(['27226-020', '27226-021'], '2026-03-01') }),
  unit('27226-020', '27226', { validFrom: '2026-03-01' }),
  unit('27226-021', '27226', { validFrom: '2026-03-01' }),
]);

test('a unit is itself while it exists and becomes its successors from the day it ended', () => {
  expect(lookup.current('27226-001', '2024-04-30')).toEqual(['27226-001']);
  expect(lookup.current('27226-001', '2024-05-01')).toEqual(['27226-010']);
  expect(lookup.current('27226-001', '2026-03-01')).toEqual(['27226-020', '27226-021']);
});

test('what does not exist yet, or never did, reaches nothing', () => {
  expect(lookup.current('27226-020', '2026-02-28')).toEqual([]);
  expect(lookup.current('27226-999', '2026-03-01')).toEqual([]);
});

test('wards within a city are those of the day, through districts while there were any', () => {
  expect(lookup.wardsWithin('79', '2025-06-30')).toEqual(['26734', '27226']);
  expect(lookup.wardsWithin('79', '2025-07-01')).toEqual(['27226']);
  expect(lookup.wardsWithin('27226', '2025-07-01')).toEqual([]);
});
