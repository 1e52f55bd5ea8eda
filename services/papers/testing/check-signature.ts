import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import { Certificate, ContentInfo, SignedData } from 'pkijs';

const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';

/** What a signature of a PDF was found to be, by other means than those it was made with. */
export interface CheckedSignature {
  /** Bytes of the file that it covers, from the first on; the hole left out. */
  range: [start: number, length: number, start: number, length: number];
  /** Digest and signature fit what is covered, and the certificate is one of `authority`'s. */
  valid: boolean;
  /** signing-certificate-v2 names the very certificate that signed. */
  namesCertificate: boolean;
  subFilter: string;
  /** Types of the attributes that were signed. */
  attributes: string[];
  signer: string;
}

/** Every signature of a PDF, in the order of the file; certificates have to hold at `at`. */
export async function checkSignatures(
  pdf: Buffer,
  authority: Buffer,
  at = new Date('2026-11-20T09:00:05Z'),
): Promise<CheckedSignature[]> {
  const text = pdf.toString('latin1');
  const found = [...text.matchAll(/\/SubFilter \/([\w.]+)[^]*?\/ByteRange \[(\d+) +(\d+) +(\d+) +(\d+) *\]/g)];
  return Promise.all(
    found.map(async (match) => {
      const range = match.slice(2, 6).map(Number) as CheckedSignature['range'];
      const [, first, second, length] = range;
      const covered = Buffer.concat([pdf.subarray(0, first), pdf.subarray(second, second + length)]);
      const hole = text.slice(first + 1, second - 1);
      return {
        ...(await checkCms(Buffer.from(hole, 'hex'), covered, authority, at)),
        range,
        subFilter: match[1] ?? '',
      };
    }),
  );
}

async function checkCms(
  cms: Buffer,
  covered: Buffer,
  authority: Buffer,
  at: Date,
): Promise<Omit<CheckedSignature, 'range' | 'subFilter'>> {
  const info = ContentInfo.fromBER(new Uint8Array(cms));
  const signed = new SignedData({ schema: info.content as asn1js.AsnType });
  const certificate = signed.certificates?.[0];
  const attributes = signed.signerInfos[0]?.signedAttrs?.attributes ?? [];
  if (!(certificate instanceof Certificate)) throw new Error('no certificate');
  const valid = await signed
    .verify({
      signer: 0,
      data: new Uint8Array(covered).buffer,
      trustedCerts: [Certificate.fromBER(new Uint8Array(authority))],
      checkChain: true,
      checkDate: at,
    })
    .catch(() => false);
  // SigningCertificateV2 ::= SEQUENCE { certs SEQUENCE OF SEQUENCE { [hashAlgorithm DEFAULT sha256,] certHash OCTET STRING, … } }
  const named = attributes.find(({ type }) => type === SIGNING_CERTIFICATE_V2)?.values[0] as
    asn1js.Sequence | undefined;
  const id = (named?.valueBlock.value[0] as asn1js.Sequence | undefined)?.valueBlock.value[0] as
    asn1js.Sequence | undefined;
  const hash = id?.valueBlock.value[0];
  const der = Buffer.from(certificate.toSchema(true).toBER(false));
  const digest = createHash('sha256').update(der).digest();
  return {
    valid: valid === true,
    namesCertificate: hash instanceof asn1js.OctetString && digest.equals(Buffer.from(hash.valueBlock.valueHexView)),
    attributes: attributes.map(({ type }) => type),
    signer: certificate.subject.typesAndValues.map(({ value }) => String(value.valueBlock.value)).join(', '),
  };
}
