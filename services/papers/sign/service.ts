import { createHash } from 'node:crypto';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import * as v from 'valibot';
import { signerOf, type Signer } from './signer.ts';

/** Where a signing service answers, `https://…` without a slash at its end, and the token that it knows this office by. */
export interface SigningService {
  url: string;
  token: string | null;
}

/** For whom it is to sign (their user name here), and a UUID of this request: the same again, with the same digest, may be answered with the same. */
export interface ServiceRequest {
  holder: string;
  requestId: string;
}

const base64 = v.pipe(
  v.string(),
  v.base64(),
  v.transform((text) => Buffer.from(text, 'base64')),
);
const certificates = v.object({ certificate: base64, chain: v.optional(v.array(base64), []) });
const signature = v.object({ signature: base64 });

/**
 * A signer that is a service over plain HTTP, which keeps its holders' keys and may ask them on their phones. Two questions, JSON, with
 * `authorization: Bearer <token>`:
 * `GET <url>/certificates/<holder>` → 200 `{ certificate, chain? }`, each DER in base64;
 * `POST <url>/signatures` `{ requestId, holder, algorithm: 'SHA-256', digest }` (digest in base64) → 200 `{ signature }` in base64: RSA PKCS #1
 * 1.5 or ECDSA as DER, over the digest; 202 while the holder has not confirmed.
 * 404: it knows no such holder (SIGNING_HOLDER_UNKNOWN); another 4xx: refused for good (SIGNING_REFUSED); 202: SIGNING_UNCONFIRMED;
 * 408, 429, 5xx, an answer that is none of these, or none at all: it is away, which is told by an error that is no rejection.
 */
export function serviceSigner(service: SigningService, { holder, requestId }: ServiceRequest): Signer {
  const ask = async <S extends v.GenericSchema>(
    schema: S,
    path: string,
    init: RequestInit,
  ): Promise<v.InferOutput<S>> => {
    const authorization: Record<string, string> = service.token ? { authorization: `Bearer ${service.token}` } : {};
    const headers = { accept: 'application/json', 'content-type': 'application/json', ...authorization };
    const answer = await fetch(`${service.url}${path}`, { ...init, headers, redirect: 'error' });
    const { status } = answer;
    if (status === 202) throw new RejectionError({ code: 'SIGNING_UNCONFIRMED' });
    if (status === 404) throw new RejectionError({ code: 'SIGNING_HOLDER_UNKNOWN' });
    if (status >= 400 && status < 500 && status !== 408 && status !== 429)
      throw new RejectionError({ code: 'SIGNING_REFUSED' });
    if (status !== 200) throw new Error(`The signing service answered ${status}`);
    return v.parse(schema, await answer.json());
  };
  const signatory = () =>
    ask(certificates, `/certificates/${encodeURIComponent(holder)}`, { signal: AbortSignal.timeout(10_000) });
  let known: ReturnType<typeof signatory> | null = null;
  const held = () => (known ??= signatory());
  return {
    certificate: held,
    async sign(bytes, signal) {
      const signBytes = async (attributes: Buffer): Promise<Buffer> => {
        const digest = createHash('sha256').update(attributes).digest('base64');
        const body = JSON.stringify({ requestId, holder, algorithm: 'SHA-256', digest });
        return (await ask(signature, '/signatures', { method: 'POST', body, signal })).signature;
      };
      return signerOf(await held(), signBytes).sign(bytes, signal);
    },
  };
}

/** Whether the service answers at all, whatever it says; throws where it does not, or answers with a fault of its own. */
export async function reachService({ url }: SigningService): Promise<void> {
  const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(10_000) });
  await answer.body?.cancel();
  if (answer.status >= 500) throw new Error(`The signing service answered ${answer.status}`);
}
