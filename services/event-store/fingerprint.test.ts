import { expect, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';

test('a fingerprint depends on actor and payload, not on the order of keys or on what JSON leaves out', () => {
  const payload = { name: 'Ộ', list: [1, 2], nested: { a: 1, b: null } };
  const same = { nested: { b: null, a: 1 }, list: [1, 2], absent: undefined, name: 'Ộ' };
  expect(fingerprint('a', payload)).toMatch(/^[0-9a-f]{64}$/);
  expect(fingerprint('a', same)).toBe(fingerprint('a', payload));
  const others = [{ ...payload, list: [2, 1] }, { ...payload, nested: { a: 1 } }, { ...payload, name: 'O' }, null];
  const all = [fingerprint('b', payload), ...others.map((other) => fingerprint('a', other))];
  expect(new Set([...all, fingerprint('a', payload)]).size).toBe(6);
});
