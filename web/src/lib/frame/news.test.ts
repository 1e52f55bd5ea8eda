import { expect, test } from 'vitest';
import { takeNews } from './news.ts';

test.each([
  ['/', ['citizen'], 'refresh'],
  ['/population', ['citizen'], 'refresh'],
  ['/units/27226-003', ['dwelling'], 'refresh'],
  ['/citizens/1', ['citizen'], 'say'],
  ['/citizens/1', ['import'], 'leave'],
  ['/units/27226/residents', ['citizen'], 'say'],
  ['/citizens/1/edit', ['citizen'], 'leave'],
  ['/imports/new', ['import'], 'leave'],
  ['/search', ['citizen'], 'leave'],
] as const)('%s, news of %s: %s', (path, topics, taking) => {
  expect(takeNews(path, topics)).toBe(taking);
});
