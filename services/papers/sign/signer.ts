import { X509Certificate } from 'node:crypto';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import { dayInVietnam } from '@nocgia/schemas/days.ts';
import { detachedCms, keyKindOf, type Signatory } from './cms.ts';

/** Whoever can sign: a key in a file, or a signing service. What they throw that is no RejectionError counts as a service that is away. */
export interface Signer {
  certificate(): Promise<Signatory>;
  /** A detached CMS signature over the bytes, as DER. Gives up when `signal` says so. */
  sign(bytes: Uint8Array, signal: AbortSignal): Promise<Buffer>;
}

/** Throws RejectionError where a certificate does not hold at `now`, or its key is not of a kind that signs. */
export function checkCertificate(der: Buffer, now: Date): void {
  const certificate = new X509Certificate(der);
  const day = (of: Date): string => dayInVietnam(of).split('-').reverse().join('/');
  if (now < certificate.validFromDate)
    throw new RejectionError({ code: 'CERTIFICATE_NOT_YET', params: { day: day(certificate.validFromDate) } });
  if (now > certificate.validToDate)
    throw new RejectionError({ code: 'CERTIFICATE_EXPIRED', params: { day: day(certificate.validToDate) } });
  if (keyKindOf(certificate) === null) throw new RejectionError({ code: 'CERTIFICATE_KEY' });
}

/** A signer out of what signs bare bytes with the certificate's key and SHA-256 (RSA PKCS #1 1.5, or ECDSA as DER): a file's key, or a service that does no more. */
export function signerOf(
  signatory: Signatory,
  signBytes: (bytes: Buffer, signal: AbortSignal) => Promise<Buffer>,
): Signer {
  return {
    certificate: () => Promise.resolve(signatory),
    sign(bytes, signal) {
      const kind = keyKindOf(new X509Certificate(signatory.certificate));
      if (kind === null) throw new RejectionError({ code: 'CERTIFICATE_KEY' });
      return detachedCms(signatory, kind, bytes, (attributes) => signBytes(attributes, signal));
    },
  };
}
