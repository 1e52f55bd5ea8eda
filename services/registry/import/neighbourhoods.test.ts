import { expect, test } from 'vitest';
import { properName } from './neighbourhoods.ts';
import { neighbourhoodsByKey } from './staged-rows.ts';

test('a number alone becomes the name of a neighbourhood, anything else stays as written', () => {
  expect(['3', '007', '0', 'KP 3', 'Ấp 4'].map(properName)).toEqual([
    'Khu phố 3',
    'Khu phố 7',
    'Khu phố 0',
    'KP 3',
    'Ấp 4',
  ]);
});

test('a number is a name where some are named by number, else the number in the code', () => {
  const numbered = neighbourhoodsByKey([
    { code: '27226-001', name: 'Khu phố 5' },
    { code: '27226-002', name: 'Khu phố 1' },
  ]);
  expect([numbered.get('1'), numbered.get('5'), numbered.get('2')]).toEqual(['27226-002', '27226-001', undefined]);
  const named = neighbourhoodsByKey([
    { code: '27226-001', name: 'Xóm Gò' },
    { code: '27226-002', name: 'Xóm Bến' },
  ]);
  expect([named.get('2'), named.get('xom go')]).toEqual(['27226-002', '27226-001']);
});
