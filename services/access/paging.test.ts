import { createSecretKey, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createCursors, isId, limitFor, pageSize } from './paging.ts';

test('cursors come back to the reader they were given to, and tell nothing; any other is refused', () => {
  const key = createSecretKey(randomBytes(32));
  const own = createCursors(key, 'lan');
  const text = own.seal(['Ấm "key"', 'id']);
  expect(own.open(text, 2)).toEqual(['Ấm "key"', 'id']);
  expect(own.open(null, 2)).toBeNull();
  expect(Buffer.from(text, 'base64url').toString('latin1')).not.toContain('key');
  const spoilt = `${text.slice(0, -2)}${text.endsWith('AA') ? 'BB' : 'AA'}`;
  for (const other of ['nonsense', own.seal(['a']), createCursors(key, 'mai').seal(['a', 'b']), spoilt])
    expect(() => own.open(other, 2), other).toThrow('FIELD_INVALID');
  expect([1, 11, 12, 51, 201].map(limitFor)).toEqual([11, 11, 26, 51, 201]);
  expect([pageSize(null), pageSize(0), pageSize(-5), pageSize(1e9)]).toEqual([50, 1, 1, 200]);
  expect([isId('00000000-0000-7000-8000-000000000001'), isId("' or 1=1")]).toEqual([true, false]);
});
