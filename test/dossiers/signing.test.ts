import { randomUUID } from 'node:crypto';
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testCertificate } from '@nocgia/services/papers/testing/certificates.ts';
import { checkSignatures } from '@nocgia/services/papers/testing/check-signature.ts';
import { onePage } from '@nocgia/services/papers/testing/one-page.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOneStop } from '../e2e/one-stop.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { pdfsig } from '../support/pdfsig.ts';
import { attach, toBeSigned, versionOf } from '../support/signing.ts';

const PASSPHRASE = 'mat-khau-2026';
let server: TestServer;
let desk: Awaited<ReturnType<typeof openOneStop>>;
let name: string;
let own: ReturnType<typeof testCertificate>;
beforeAll(async () => {
  server = await startTestServer();
  desk = await openOneStop(server);
  name = (await ask<{ viewer: { displayName: string } }>('{ viewer { displayName } }')).data?.viewer.displayName ?? '';
  own = testCertificate(name, PASSPHRASE, 'aes256');
}, 60_000);
afterAll(() => server?.stop());

const cookies = new Map<string, Promise<string>>();
/** Somebody's cookie; each signs in once, since many sign-ins in a row are slowed down. */
function cookieOf(by: string): Promise<string> {
  const known = cookies.get(by) ?? server.signIn(by);
  cookies.set(by, known);
  return known;
}
async function ask<T>(query: string, variables: Record<string, unknown> = {}, by = 'lanhdao') {
  return server.query<T>(await cookieOf(by), query, variables);
}
const codeOf = (answer: { errors?: { extensions?: Record<string, unknown> }[] }): unknown =>
  answer.errors?.[0]?.extensions?.code ?? null;

const keep = (file: Buffer, passphrase = PASSPHRASE, by = 'lanhdao') =>
  ask<{ keepSigningKey: { name: string; issuer: string; endsSoon: boolean } }>(
    'mutation ($file: String!, $passphrase: String!) { keepSigningKey(file: $file, passphrase: $passphrase) { name issuer endsSoon } }',
    { file: file.toString('base64'), passphrase },
    by,
  );

async function sign(
  { dossierId, fileId }: { dossierId: string; fileId: string },
  { passphrase = PASSPHRASE, commandId = randomUUID() as string, expectedVersion = 0, by = 'lanhdao' } = {},
) {
  const on = { dossierId, expectedVersion: expectedVersion || (await versionOf(server, dossierId)) };
  const answer = await ask<{ signFile: { signedFileId: string } }>(
    'mutation ($meta: CommandMeta!, $on: OnDossierInput!, $fileId: ID!, $passphrase: String!) { signFile(meta: $meta, on: $on, fileId: $fileId, passphrase: $passphrase) { position signedFileId } }',
    { meta: { commandId }, on, fileId, passphrase },
    by,
  );
  await server.projecting.waitFor(await server.platform.log.store.head(), 20_000);
  return answer;
}

async function bytesOf(dossierId: string, fileId: string): Promise<Buffer> {
  const cookie = await cookieOf('lanhdao');
  const answer = await server.app.inject({ url: `/api/dossiers/${dossierId}/files/${fileId}`, headers: { cookie } });
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
}

const store = (): string => join(server.platform.settings.folders.files, 'dossiers');
const stored = (): string[] =>
  readdirSync(store(), { recursive: true, withFileTypes: true }).flatMap((one) => (one.isFile() ? [one.name] : []));

describe('a certificate file', () => {
  test('is kept once its passphrase opens it, says whom it names, lies sealed, and is taken away again', async () => {
    expect((await keep(own.file)).data?.keepSigningKey).toEqual({ name, issuer: 'CA thử nghiệm', endsSoon: false });
    const { rows } = await server.platform.appPool.query<{ sealed: Buffer }>('select sealed from app.signing_keys');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.sealed.includes(own.file.subarray(0, 60))).toBe(false);
    expect(rows[0]?.sealed.includes(Buffer.from(name))).toBe(false);
    expect((await ask<{ removeSigningKey: boolean }>('mutation { removeSigningKey }')).data?.removeSigningKey).toBe(
      true,
    );
    const means = await ask<{ signingMeans: { key: unknown } }>('{ signingMeans { key { name } } }');
    expect(means.data?.signingMeans.key).toBeNull();
  });

  test.each([
    ['SIGNING_PASSPHRASE', () => keep(own.file, 'sai')],
    ['SIGNING_FILE', () => keep(Buffer.from('không phải chứng thư'))],
    ['SIGNING_FILE', () => keep(Buffer.alloc(70_000, 1))],
    ['CERTIFICATE_OF_ANOTHER', () => keep(testCertificate('Trần Văn Khác', PASSPHRASE, '3des').file)],
    ['UNAUTHENTICATED', () => server.query(null, 'mutation { removeSigningKey }')],
  ])('is refused with %s', async (code, attempt) => {
    expect(codeOf(await attempt())).toBe(code);
  });

  test('is guarded against who would try passphrases through', async () => {
    const tries = await Promise.all(Array.from({ length: 22 }, () => keep(own.file, 'sai', 'hotich')));
    expect(tries.map(codeOf)).toContain('TOO_MANY_ATTEMPTS');
  });
});

describe('a result', () => {
  beforeAll(async () => void (await keep(own.file)));

  test('is signed through the API: valid to other means and to pdfsig, the draft kept to the byte', async ({
    skip,
  }) => {
    const draft = await onePage();
    const at = await toBeSigned(server, desk.procedureId, draft);
    const { data, errors } = await sign(at);
    expect(errors ?? []).toEqual([]);
    const pdf = await bytesOf(at.dossierId, data?.signFile.signedFileId ?? '');
    expect(pdf.subarray(0, draft.length).equals(draft)).toBe(true);
    expect(await checkSignatures(pdf, own.authority, new Date())).toMatchObject([{ valid: true, signer: name }]);
    const query = '{ dossier(id: $id) { files { fileId name from signedAs } timeline { type by } } }';
    const shown = await ask<{ dossier: Record<string, object[]> }>(`query ($id: ID!) ${query}`, { id: at.dossierId });
    expect(shown.data?.dossier).toMatchObject({
      files: [
        { fileId: at.fileId, signedAs: data?.signFile.signedFileId },
        { fileId: data?.signFile.signedFileId, name: 'Giấy xác nhận (đã ký).pdf', from: 'system', signedAs: null },
      ],
      timeline: expect.arrayContaining([{ type: 'DossierSigned', by: name }]) as object[],
    });
    const said = pdfsig(pdf);
    if (said === null) return skip('pdfsig is not installed (Debian: poppler-utils); the own check above stands alone');
    expect(said).toContain('Signature Validation: Signature is Valid.');
    expect(said).toContain('Signature Type: ETSI.CAdES.detached');
    expect(said).toContain(`Signer Certificate Common Name: ${name}`);
  });

  test('asked for twice with one command id is signed once', async () => {
    const at = await toBeSigned(server, desk.procedureId);
    const once = { commandId: randomUUID(), expectedVersion: await versionOf(server, at.dossierId) };
    const first = await sign(at, once);
    const files = stored().length;
    const again = await sign(at, once);
    expect(again.data).toEqual(first.data);
    expect(stored()).toHaveLength(files);
    expect(codeOf(await sign(at))).toBe('FILE_SIGNED');
  });

  test('is refused in words, and nothing of the attempt stays', async () => {
    const at = await toBeSigned(server, desk.procedureId);
    const broken = await attach(server, at.dossierId, Buffer.from('%PDF-1.4 hỏng startxref\n9\n%%EOF'), 'hỏng.pdf');
    const [files, version] = [stored(), await versionOf(server, at.dossierId)];
    expect(codeOf(await sign(at, { passphrase: 'sai' }))).toBe('SIGNING_PASSPHRASE');
    expect(codeOf(await sign({ ...at, fileId: broken }))).toBe('PDF_UNREADABLE');
    expect(codeOf(await sign({ ...at, fileId: randomUUID() }))).toBe('FILE_UNKNOWN');
    expect(codeOf(await sign(at, { by: 'tiepnhan' }))).toBe('STEP_NOT_YOURS');
    expect(codeOf(await sign(at, { expectedVersion: 1 }))).toBe('DOSSIER_CHANGED');
    expect(stored()).toEqual(files);
    expect(await versionOf(server, at.dossierId)).toBe(version);
  });

  test('is as it was while the store of files is away, and is signed once it is back', async () => {
    const at = await toBeSigned(server, desk.procedureId);
    const once = { commandId: randomUUID(), expectedVersion: await versionOf(server, at.dossierId) };
    const aside = `${store()}-aside`;
    renameSync(store(), aside);
    writeFileSync(store(), 'not a folder');
    try {
      expect(codeOf(await sign(at, once))).toBe('STORAGE_AWAY');
    } finally {
      rmSync(store());
      renameSync(aside, store());
    }
    expect((await sign(at, once)).data?.signFile.signedFileId).toBeDefined();
  });
});
