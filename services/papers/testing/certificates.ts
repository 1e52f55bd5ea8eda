import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import forge from 'node-forge';

const { pki, pkcs12, asn1 } = forge;

/** A certificate that a test signs with. */
export interface TestCertificate {
  file: Buffer;
  /** DER of the authority that signed it. */
  authority: Buffer;
  /** DER of the certificate itself, and its key, as a signing service holds them. */
  certificate: Buffer;
  key: KeyObject;
}

function keyPair(): forge.pki.rsa.KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    privateKey: pki.privateKeyFromPem(privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()),
    publicKey: pki.publicKeyFromPem(publicKey.export({ type: 'spki', format: 'pem' }).toString()),
  };
}

function certificate(of: string, keys: forge.pki.rsa.KeyPair, by: string, serial: string): forge.pki.Certificate {
  const made = pki.createCertificate();
  made.publicKey = keys.publicKey;
  made.serialNumber = serial;
  made.validity.notBefore = new Date('2026-01-01T00:00:00Z');
  made.validity.notAfter = new Date('2027-12-31T23:59:59Z');
  // The library's types take the class of a tag here; what it writes is the type of the text.
  const utf8: number = asn1.Type.UTF8;
  const name = (text: string) => [{ name: 'commonName', value: text, valueTagClass: utf8 }];
  made.setSubject(name(of));
  made.setIssuer(name(by));
  return made;
}

/** A PKCS #12 file as older programs write it (3DES) or newer ones (AES), with the certificate of its authority; valid 2026 and 2027. */
export function testCertificate(name: string, passphrase: string, algorithm: '3des' | 'aes256'): TestCertificate {
  const [authorityKeys, keys] = [keyPair(), keyPair()];
  const authority = certificate('CA thử nghiệm', authorityKeys, 'CA thử nghiệm', '01');
  authority.setExtensions([{ name: 'basicConstraints', cA: true }]);
  authority.sign(authorityKeys.privateKey, forge.md.sha256.create());
  const own = certificate(name, keys, 'CA thử nghiệm', '00f1e2d3c4');
  own.sign(authorityKeys.privateKey, forge.md.sha256.create());
  const bytes = (value: forge.asn1.Asn1): Buffer => Buffer.from(asn1.toDer(value).getBytes(), 'latin1');
  return {
    file: bytes(pkcs12.toPkcs12Asn1(keys.privateKey, [own, authority], passphrase, { algorithm })),
    authority: bytes(pki.certificateToAsn1(authority)),
    certificate: bytes(pki.certificateToAsn1(own)),
    key: createPrivateKey(pki.privateKeyToPem(keys.privateKey)),
  };
}
