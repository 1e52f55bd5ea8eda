import { expect, test } from 'vitest';
import { readBirth } from './read-birth.ts';

test.each([
  ['1/3/1960', '1960-03-01'],
  ['01-03-1960', '1960-03-01'],
  ['01031960', '1960-03-01'],
  ['1960-03-01', '1960-03-01'],
  ['3/1960', '1960-03'],
  ['1960', '1960'],
  ['  ', ''],
])('%s is understood as %s', (written, understood) => {
  expect(readBirth(written)).toBe(understood);
});

test.each(['31/02/1960', '13/1960', '0/1960', '60', 'ngày 1', '1/1/0060', '1/3/60'])('%s is no birth', (written) => {
  expect(readBirth(written)).toBeUndefined();
});
