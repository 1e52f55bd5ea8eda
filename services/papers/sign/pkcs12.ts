import { createPrivateKey, sign, X509Certificate, type KeyObject } from 'node:crypto';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import forge from 'node-forge';
import { signerOf, type Signer } from './signer.ts';

const { asn1, pki, pkcs12 } = forge;
type Bag = forge.pkcs12.Bag;

const derOf = (value: forge.asn1.Asn1): Buffer => Buffer.from(asn1.toDer(value).getBytes(), 'latin1');

const refused = (code: 'SIGNING_FILE' | 'SIGNING_PASSPHRASE', cause: unknown): RejectionError =>
  Object.assign(new RejectionError({ code }), { cause });

function parse(file: Uint8Array): forge.asn1.Asn1 {
  try {
    return asn1.fromDer(Buffer.from(file).toString('latin1'));
  } catch (cause) {
    throw refused('SIGNING_FILE', cause);
  }
}

/**
 * The same file without its MAC, the passphrase as UTF-8: newer files (PBES2) take it so, while their MAC takes UTF-16 (RFC 7292, B.1 and
 * RFC 8018), and the library knows but one form of a passphrase at a time.
 */
function openAsUtf8(file: Uint8Array, passphrase: string): forge.pkcs12.Pkcs12Pfx {
  const structure = parse(file);
  if (Array.isArray(structure.value)) structure.value = structure.value.slice(0, 2);
  return pkcs12.pkcs12FromAsn1(structure, true, Buffer.from(passphrase).toString('latin1'));
}

function open(file: Uint8Array, passphrase: string): forge.pkcs12.Pkcs12Pfx {
  const structure = parse(file);
  try {
    return pkcs12.pkcs12FromAsn1(structure, true, passphrase);
  } catch (cause) {
    // The library has but words for it; the MAC is what tells a wrong passphrase from a broken file.
    if (cause instanceof Error && cause.message.includes('MAC could not be verified'))
      throw refused('SIGNING_PASSPHRASE', cause);
    try {
      return openAsUtf8(file, passphrase);
    } catch {
      throw refused('SIGNING_FILE', cause);
    }
  }
}

function bagsOf(pfx: forge.pkcs12.Pkcs12Pfx, type: string | undefined): Bag[] {
  return type === undefined ? [] : (pfx.getBags({ bagType: type })[type] ?? []);
}

/** A key as PKCS #8; those that the library does not know itself (elliptic curves) it hands on as they are. */
function keyOf({ key, asn1: raw }: Bag): KeyObject {
  const info = key ? pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(key)) : raw;
  return createPrivateKey({ key: derOf(info), format: 'der', type: 'pkcs8' });
}

/**
 * A signer from a PKCS #12 file (.p12, .pfx) as authorities of electronic signatures hand it out. Throws RejectionError: SIGNING_PASSPHRASE,
 * SIGNING_FILE where it is no such file, or holds no key with its certificate.
 */
export function pkcs12Signer(file: Uint8Array, passphrase: string): Signer {
  const pfx = open(file, passphrase);
  const { oids } = pki;
  const keys = [...bagsOf(pfx, oids.pkcs8ShroudedKeyBag), ...bagsOf(pfx, oids.keyBag)].map(keyOf);
  const certificates = bagsOf(pfx, oids.certBag).map(({ cert, asn1: raw }) =>
    derOf(cert ? pki.certificateToAsn1(cert) : raw),
  );
  for (const key of keys) {
    const certificate = certificates.find((der) => new X509Certificate(der).checkPrivateKey(key));
    if (certificate === undefined) continue;
    const chain = certificates.filter((der) => der !== certificate);
    return signerOf({ certificate, chain }, (bytes) => Promise.resolve(sign('sha256', bytes, key)));
  }
  throw new RejectionError({ code: 'SIGNING_FILE' });
}
