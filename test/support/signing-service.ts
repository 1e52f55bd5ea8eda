import { constants, privateEncrypt } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { testCertificate } from '@nocgia/services/papers/testing/certificates.ts';

/** A signing service on loopback, which does what it is told. */
export interface FakeSigningService {
  url: string;
  /** What it answers instead of signing; 0 = it never answers. */
  status: number | null;
  /** Every question for a signature, as it came. */
  asked: { requestId: string; holder: string; digest: string; token: string | undefined }[];
  close(): Promise<void>;
}

/** DigestInfo of SHA-256 (RFC 8017, 9.2, note 1): what RSA PKCS #1 1.5 signs where only the digest is known. */
const DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

export async function signingService(own: ReturnType<typeof testCertificate>): Promise<FakeSigningService> {
  const service: FakeSigningService = { url: '', status: null, asked: [], close: () => Promise.resolve() };
  const server = createServer((request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const sign = async () => {
      if (request.url === '/') return answer(404, {});
      if (request.url?.startsWith('/certificates/'))
        return answer(200, { certificate: own.certificate.toString('base64'), chain: [] });
      const { requestId, holder, digest } = (await json(request)) as Record<string, string>;
      const token = request.headers.authorization;
      service.asked.push({ requestId: requestId ?? '', holder: holder ?? '', digest: digest ?? '', token });
      if (service.status === 0) return undefined;
      if (service.status !== null) return answer(service.status, {});
      const padded = Buffer.concat([DIGEST_INFO, Buffer.from(digest ?? '', 'base64')]);
      const signature = privateEncrypt({ key: own.key, padding: constants.RSA_PKCS1_PADDING }, padded);
      return answer(200, { signature: signature.toString('base64') });
    };
    void sign();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  service.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  service.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return service;
}
