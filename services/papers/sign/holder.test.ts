import forge from 'node-forge';
import { expect, test } from 'vitest';
import { testCertificate } from '../testing/certificates.ts';
import { holderOf, mayBeOf } from './holder.ts';
import { pkcs12Signer } from './pkcs12.ts';

const { certificate } = await pkcs12Signer(testCertificate('Lê Hoàng Phúc Ẩn', 'x', 'aes256').file, 'x').certificate();

test('a certificate says whom it names, who issued it and until when it holds', () => {
  expect(holderOf(certificate)).toEqual({
    name: 'Lê Hoàng Phúc Ẩn',
    agency: false,
    issuer: 'CA thử nghiệm',
    validFrom: '2026-01-01T00:00:00.000Z',
    validTo: '2027-12-31T23:59:59.000Z',
  });
});

test.each([
  ['Lê Hoàng Phúc Ẩn', true],
  ['Ông Lê Hoàng Phúc Ẩn', true],
  ['LE HOANG PHUC AN', true],
  ['Lê Phúc Ẩn', true],
  ['Lê Hoàng Phúc', true],
  ['Trần Thị Mỹ Duyên', false],
  ['Lê Hoàng Minh Ẩn', false],
])('a certificate of Lê Hoàng Phúc Ẩn for the account of %s: %s', (name, fits) => {
  expect(mayBeOf(holderOf(certificate), name)).toBe(fits);
});

test('an agency’s certificate is anybody’s who holds its key', () => {
  const keys = forge.pki.rsa.generateKeyPair(1024);
  const made = forge.pki.createCertificate();
  made.publicKey = keys.publicKey;
  made.validity.notAfter = new Date('2030-01-01T00:00:00Z');
  const names = ['commonName', 'organizationName'].map((name) => ({ name, value: 'UBND phuong Phu Tho' }));
  made.setSubject(names);
  made.setIssuer(names);
  made.sign(keys.privateKey, forge.md.sha256.create());
  const der = Buffer.from(forge.asn1.toDer(forge.pki.certificateToAsn1(made)).getBytes(), 'latin1');
  expect(mayBeOf(holderOf(der), 'Lê Hoàng Phúc Ẩn')).toBe(true);
});
