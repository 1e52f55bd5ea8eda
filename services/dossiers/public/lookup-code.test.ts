import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lookupCode, readLookupCode, showLookupCode } from './lookup-code.ts';

test('a code is read again however people write it', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const code = lookupCode(id);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
      const typed = showLookupCode(code).toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
      expect(readLookupCode(typed)).toBe(code);
    }),
  );
});

test('one wrong character is never another code', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(9), fc.nat(31), (id, at, other) => {
      const code = lookupCode(id);
      const letter = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[other] ?? '0';
      const wrong = code.slice(0, at) + letter + code.slice(at + 1);
      expect(readLookupCode(wrong)).toBe(wrong === code ? code : null);
    }),
  );
});

test.each(['', 'H29.146-261122-0007', '12345', 'UUUUUUUUUU'])('%s is no code', (text) =>
  expect(readLookupCode(text)).toBeNull(),
);
