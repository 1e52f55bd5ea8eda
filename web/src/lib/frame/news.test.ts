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
  ['/dossiers', ['dossier'], 'say'],
  ['/dossiers/0198f0aa-0000-7000-8000-000000000001', ['dossier'], 'say'],
  ['/dossiers/new', ['dossier'], 'leave'],
  ['/dossiers/0198f0aa-0000-7000-8000-000000000001/settle', ['dossier'], 'leave'],
  ['/search', ['citizen'], 'leave'],
] as const)('%s, news of %s: %s', (path, topics, taking) => {
  expect(takeNews(path, topics)).toBe(taking);
});
