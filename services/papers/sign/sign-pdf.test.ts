import { readFileSync } from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';
import { RejectionError, type ErrorCode } from '@nocgia/schemas/errors.ts';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../test/support/pdf.ts';
import { pdfsig } from '../../../test/support/pdfsig.ts';
import { stopNotice } from '../forms/requests.ts';
import { pdfOf } from '../pdf/render.ts';
import { testCertificate } from '../testing/certificates.ts';
import { checkSignatures } from '../testing/check-signature.ts';
import { context, dossier } from '../testing/sample.ts';
import { appearanceOf } from './appearance.ts';
import { pkcs12Signer } from './pkcs12.ts';
import { signerOf, type Signer } from './signer.ts';
import { signPdf, type SignOptions } from './sign-pdf.ts';

const PASSPHRASE = 'bi-mat-2026';
const name = 'Lê Hoàng Phúc Ẩn';
const { file, authority } = testCertificate(name, PASSPHRASE, '3des');
const signer = pkcs12Signer(file, PASSPHRASE);
const options: SignOptions = {
  name,
  position: 'Chủ tịch Ủy ban nhân dân Phường Phú Thọ',
  at: new Date('2026-11-20T09:00:05Z'),
};
const notice = await pdfOf(
  stopNotice(context, dossier, { reason: 'Quá hạn bổ sung.', legalBasis: null }, { post: ['CHỦ TỊCH'], name }),
);

/** With a table of objects as a stream, as scanners and office programs write it. */
async function scanned(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([595.28, 841.89]);
  document.addPage([841.89, 595.28]);
  return Buffer.from(await document.save({ useObjectStreams: true }));
}

async function refusalOf(promise: Promise<unknown>): Promise<ErrorCode | null> {
  try {
    await promise;
    return null;
  } catch (error) {
    if (error instanceof RejectionError) return error.rejection.code;
    throw error;
  }
}

describe('a signed PDF', () => {
  test('is signed as PAdES asks for it, over everything but the hole, and stays what it was', async () => {
    const { bytes, certificate } = await signPdf(notice, signer, options);
    const [signature, ...others] = await checkSignatures(bytes, authority);
    expect(others).toEqual([]);
    expect(signature).toMatchObject({
      valid: true,
      namesCertificate: true,
      subFilter: 'ETSI.CAdES.detached',
      signer: name,
      // Content type, digest, signing-certificate-v2; no time, which PAdES has in the PDF.
      attributes: expect.arrayContaining([
        '1.2.840.113549.1.9.3',
        '1.2.840.113549.1.9.4',
        '1.2.840.113549.1.9.16.2.47',
      ]) as string[],
    });
    expect(signature?.attributes).toHaveLength(3);
    const [start, first, second, length] = signature?.range ?? [];
    expect([start, (second ?? 0) + (length ?? 0)]).toEqual([0, bytes.length]);
    expect(bytes.subarray(first, second).toString('latin1')).toMatch(/^<[0-9a-f]+>$/);
    expect(bytes.subarray(0, notice.length).equals(notice)).toBe(true);
    expect(certificate).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    ['its first line', () => 7],
    ['the paper itself', () => Math.floor(notice.length / 2)],
    ['what stands before the hole', (first: number) => first - 1],
    ['what stands behind it', (_first: number, second: number) => second + 1],
    ['the signature', (first: number) => first + 400],
    ['its end', () => -3],
  ])('with one byte changed in %s is no longer valid', async (_, at) => {
    const { bytes } = await signPdf(notice, signer, options);
    const [before] = await checkSignatures(bytes, authority);
    const [, first = 0, second = 0] = before?.range ?? [];
    const position = (at(first, second) + bytes.length) % bytes.length;
    bytes.writeUInt8(bytes.readUInt8(position) ^ 1, position);
    const after = await checkSignatures(bytes, authority).catch(() => []);
    expect(after.some(({ valid }) => valid)).toBe(false);
  });

  test('of another authority is not valid', async () => {
    const { bytes } = await signPdf(notice, signer, options);
    const [signature] = await checkSignatures(bytes, testCertificate('Khác', 'x', '3des').authority);
    expect(signature?.valid).toBe(false);
  });

  test('is signed once more without harm to the first signature', async () => {
    const first = await signPdf(notice, signer, options);
    const second = await signPdf(first.bytes, signer, {
      ...options,
      place: { page: 1, left: 30, top: 200, width: 60, height: 15 },
    });
    const signatures = await checkSignatures(second.bytes, authority);
    expect(signatures.map(({ valid }) => valid)).toEqual([true, true]);
    expect(second.bytes.subarray(0, first.bytes.length).equals(first.bytes)).toBe(true);
  });

  test('is signed whichever way its table of objects is written', async () => {
    const scan = await scanned();
    const { bytes } = await signPdf(scan, signer, {
      ...options,
      place: { page: 9, left: 10, top: 10, width: 60, height: 15 },
    });
    expect((await checkSignatures(bytes, authority))[0]).toMatchObject({ valid: true });
    expect(await readPdf(bytes)).toHaveLength(2);
  });

  test('keeps its text, and shows who signed, as what, and when', async () => {
    const { bytes } = await signPdf(notice, signer, options);
    expect((await readPdf(bytes))[0]?.text).toBe((await readPdf(notice))[0]?.text);
    const [block] = await readPdf(await appearanceOf(options, 78, 14));
    expect(block?.text).toBe(
      `Ký bởi: ${name} Chủ tịch Ủy ban nhân dân Phường Phú Thọ Thời gian ký: 20/11/2026 16:00:05 +07:00`,
    );
    expect(block?.boxes).toBe(0);
  });

  test('shows the longest of names within its block', async () => {
    const [block] = await readPdf(
      await appearanceOf({ ...options, name: 'W'.repeat(200), position: 'Ẵ '.repeat(100) }, 60, 12),
    );
    for (const { x, y, width } of block?.pieces ?? []) {
      expect(x + width).toBeLessThanOrEqual(60 * (72 / 25.4));
      expect(y).toBeLessThanOrEqual(12 * (72 / 25.4));
    }
  });

  test('is valid to pdfsig of poppler-utils, once and twice signed, and not with a byte changed', async ({ skip }) => {
    const first = await signPdf(notice, signer, options);
    const said = pdfsig(first.bytes);
    if (said === null) return skip('pdfsig is not installed (Debian: poppler-utils); the own check above stands alone');
    expect(said).toContain('Signature Validation: Signature is Valid.');
    expect(said).toContain('Signature Type: ETSI.CAdES.detached');
    expect(said).toContain('Total document signed');
    expect(said).toContain(`Signer Certificate Common Name: ${name}`);
    const twice = pdfsig((await signPdf(first.bytes, signer, options)).bytes);
    expect(twice?.match(/Signature is Valid\./g)).toHaveLength(2);
    const scan = pdfsig((await signPdf(await scanned(), signer, options)).bytes);
    expect(scan).toContain('Signature is Valid.');
    const middle = Math.floor(notice.length / 2);
    first.bytes.writeUInt8(first.bytes.readUInt8(middle) ^ 1, middle);
    expect(pdfsig(first.bytes)).not.toContain('Signature is Valid.');
  });
});

describe('a certificate file', () => {
  test.each(['3des', 'aes256'] as const)('sealed with %s signs', async (algorithm) => {
    const made = testCertificate(name, PASSPHRASE, algorithm);
    const { bytes } = await signPdf(notice, pkcs12Signer(made.file, PASSPHRASE), options);
    expect((await checkSignatures(bytes, made.authority))[0]).toMatchObject({ valid: true, namesCertificate: true });
  });

  test('of OpenSSL 3 with an elliptic curve and an accented passphrase signs', async () => {
    // Made by `openssl pkcs12 -export` from a key of `ecparam -name prime256v1` and a certificate of a thrown-away authority.
    const made = readFileSync(new URL('../testing/openssl-ec.p12', import.meta.url));
    const own = pkcs12Signer(made, 'mật khẩu thử');
    const { chain } = await own.certificate();
    const { bytes } = await signPdf(notice, own, { ...options, at: new Date('2027-01-01T00:00:00Z') });
    const [signature] = await checkSignatures(bytes, chain[0] ?? Buffer.alloc(0), new Date('2027-01-01T00:00:00Z'));
    expect(signature).toMatchObject({
      valid: true,
      namesCertificate: true,
      signer: expect.stringContaining('Trần Thị Mỹ Duyên') as string,
    });
    expect(pdfsig(bytes) ?? 'Signature is Valid.').toContain('Signature is Valid.');
  });

  const opened = (bytes: Uint8Array, passphrase: string): Promise<unknown> =>
    Promise.resolve().then(() => pkcs12Signer(bytes, passphrase));
  test.each(['sai', '', 'Bi-mat-2026', 'bí-mật'])('with the passphrase “%s” is refused as such', async (passphrase) => {
    expect(await refusalOf(opened(file, passphrase))).toBe('SIGNING_PASSPHRASE');
  });
  test.each([
    ['text', Buffer.from('không phải chứng thư')],
    ['nothing', Buffer.alloc(0)],
    ['half a file', file.subarray(0, file.length / 2)],
    ['a bare certificate', authority],
  ])('that is %s is refused as such', async (_, bytes) => {
    expect(await refusalOf(opened(bytes, PASSPHRASE))).toBe('SIGNING_FILE');
  });

  test.each([
    ['2028-01-01T00:00:00Z', 'CERTIFICATE_EXPIRED', '01/01/2028'],
    ['2025-12-31T00:00:00Z', 'CERTIFICATE_NOT_YET', '01/01/2026'],
  ])('does not sign at %s: %s', async (at, code, day) => {
    const attempt = signPdf(notice, signer, { ...options, at: new Date(at) });
    await expect(attempt).rejects.toMatchObject({ rejection: { code, params: { day } } });
  });
});

describe('what cannot be signed', () => {
  test.each([
    ['text', () => Promise.resolve(Buffer.from('không phải PDF'))],
    ['half a file', () => Promise.resolve(notice.subarray(0, notice.length / 2))],
    [
      'one with a password',
      async () => {
        const document = await PDFDocument.load(notice);
        document.encrypt({ userPassword: 'x', ownerPassword: 'y', permissions: {} });
        return Buffer.from(await document.save());
      },
    ],
  ])('%s is refused as no PDF that can be read', async (_, make) => {
    expect(await refusalOf(signPdf(await make(), signer, options))).toBe('PDF_UNREADABLE');
  });
});

describe('a signing service', () => {
  const service = async (signBytes: Parameters<typeof signerOf>[1]): Promise<Signer> =>
    signerOf(await signer.certificate(), signBytes);

  test('that fails is away, and says nothing of what it was', async () => {
    const failing = await service(() => Promise.reject(new Error('ECONNREFUSED 10.0.0.5')));
    const attempt = signPdf(notice, failing, options);
    await expect(attempt).rejects.toMatchObject({
      message: 'SIGNING_AWAY',
      cause: { message: 'ECONNREFUSED 10.0.0.5' },
    });
  });

  test('that cannot even name its certificate is away', async () => {
    const failing = { ...signer, certificate: () => Promise.reject(new Error('503')) };
    expect(await refusalOf(signPdf(notice, failing, options))).toBe('SIGNING_AWAY');
  });

  test('that never answers is given up, and told so', async () => {
    let told = false;
    const hanging = await service(
      (_, signal) =>
        new Promise(() => {
          signal.addEventListener('abort', () => (told = true));
        }),
    );
    expect(await refusalOf(signPdf(notice, hanging, { ...options, patience: 20 }))).toBe('SIGNING_AWAY');
    expect(told).toBe(true);
  });
});
