import { X509Certificate } from 'node:crypto';
import { foldWords } from '@nocgia/schemas/text/fold.ts';

/** Who a certificate names, who issued it, and until when it holds (instants as ISO text). */
export interface Holder {
  name: string;
  /** The certificate of an agency (its seal), not of one person. */
  agency: boolean;
  issuer: string;
  validFrom: string;
  validTo: string;
}

/** One attribute of a name as Node prints it, a line each. */
function attribute(name: string, of: string): string | null {
  const line = name.split('\n').find((one) => one.startsWith(`${of}=`));
  return line === undefined ? null : line.slice(of.length + 1);
}

/** What a certificate (DER) says of its holder. */
export function holderOf(der: Buffer): Holder {
  const certificate = new X509Certificate(der);
  const { subject, issuer, validFromDate, validToDate } = certificate;
  const name = attribute(subject, 'CN') ?? attribute(subject, 'O') ?? subject.replaceAll('\n', ', ');
  return {
    name,
    agency: attribute(subject, 'O') !== null && attribute(subject, 'CN') === attribute(subject, 'O'),
    issuer: attribute(issuer, 'CN') ?? attribute(issuer, 'O') ?? issuer.replaceAll('\n', ', '),
    validFrom: validFromDate.toISOString(),
    validTo: validToDate.toISOString(),
  };
}

/**
 * Whether a certificate can be this person's: an agency's can be anybody's who holds its key; a person's bears their name, in which a
 * title or a middle name may be missing on either side. Accents do not count: authorities write and place them in more than one way.
 */
export function mayBeOf(holder: Holder, personName: string): boolean {
  if (holder.agency) return true;
  const [held, own] = [foldWords(holder.name), foldWords(personName)];
  const within = (few: readonly string[], many: readonly string[]): boolean => few.every((word) => many.includes(word));
  return within(held, own) || within(own, held);
}
