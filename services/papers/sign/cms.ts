import { createHash, type X509Certificate } from 'node:crypto';
import { children, element, integer, oid, sequence, setOf, TAG, tagged } from './der.ts';

const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
/** RFC 5035. */
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const SHA256 = sequence(oid('2.16.840.1.101.3.4.2.1'));

const nothing = element(TAG.null);
/** RFC 3370 and RFC 5754: RSA with PKCS #1 1.5, ECDSA with SHA-256. */
const algorithms = {
  rsa: sequence(oid('1.2.840.113549.1.1.1'), nothing),
  ec: sequence(oid('1.2.840.10045.4.3.2')),
};
export type KeyKind = keyof typeof algorithms;

/** What of the key of a certificate a signature can be made with; null for any other. */
export function keyKindOf(certificate: X509Certificate): KeyKind | null {
  const kind = certificate.publicKey.asymmetricKeyType;
  return kind === 'rsa' || kind === 'ec' ? kind : null;
}

/** Who signs: their certificate, and those up to its issuer as far as they are at hand, as DER. */
export interface Signatory {
  certificate: Buffer;
  chain: readonly Buffer[];
}

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
const attribute = (type: string, value: Buffer): Buffer => sequence(oid(type), setOf(value));

/** Issuer and serial number of a certificate, each as it stands there (RFC 5280, 4.1). */
function issuerAndSerial(certificate: Buffer): { issuer: Buffer; serial: Buffer } {
  const fields = children(children(certificate)[0]?.bytes ?? Buffer.alloc(0));
  const at = fields[0]?.tag === tagged(0) ? 1 : 0;
  const [serial, , issuer] = fields.slice(at);
  if (serial === undefined || issuer === undefined) throw new RangeError('A certificate without issuer or number');
  return { issuer: issuer.bytes, serial: serial.bytes };
}

/**
 * A detached signature over `bytes` (CMS, RFC 5652) as PAdES baseline B asks for it (ETSI EN 319 142-1, 6.3): content type, digest and
 * signing-certificate-v2 are signed; the time stands in the PDF and not here. `signBytes` signs the attributes with SHA-256 and the key
 * of the certificate; only it ever has that key.
 */
export async function detachedCms(
  { certificate, chain }: Signatory,
  kind: KeyKind,
  bytes: Uint8Array,
  signBytes: (attributes: Buffer) => Promise<Buffer>,
): Promise<Buffer> {
  const { issuer, serial } = issuerAndSerial(certificate);
  // GeneralNames with one directoryName; the hash algorithm is left out, being the default.
  const names = sequence(element(tagged(4), issuer));
  const certificateId = sequence(element(TAG.octets, sha256(certificate)), sequence(names, serial));
  const attributes = setOf(
    attribute(CONTENT_TYPE, oid(DATA)),
    attribute(MESSAGE_DIGEST, element(TAG.octets, sha256(bytes))),
    attribute(SIGNING_CERTIFICATE_V2, sequence(sequence(certificateId))),
  );
  const signature = await signBytes(attributes);
  // Signed as a set, kept as [0]: RFC 5652, 5.4.
  const kept = Buffer.from(attributes);
  kept[0] = tagged(0);
  const signer = sequence(
    integer(1),
    sequence(issuer, serial),
    SHA256,
    kept,
    algorithms[kind],
    element(TAG.octets, signature),
  );
  const signedData = sequence(
    integer(1),
    element(TAG.set, SHA256),
    sequence(oid(DATA)),
    element(tagged(0), certificate, ...chain),
    element(TAG.set, signer),
  );
  return sequence(oid(SIGNED_DATA), element(tagged(0), signedData));
}
