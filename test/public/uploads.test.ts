import { randomUUID } from 'node:crypto';
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { pdfOf, pngOf } from '@nocgia/services/dossiers/file/testing/pictures.ts';
import { fullStore } from '@nocgia/services/dossiers/file/testing/full-store.ts';
import { uploadToken } from '@nocgia/services/dossiers/upload/capability.ts';
import { receiveUpload } from '@nocgia/services/dossiers/upload/receive.ts';
import { uploadLimits } from '@nocgia/services/dossiers/upload/rows.ts';
import { ScannerAway } from '@nocgia/services/dossiers/upload/scanner.ts';
import { checkUpload, sweepUploads } from '@nocgia/services/dossiers/upload/take.ts';
import { uploadDeps } from '@nocgia/services/server/dossier-files.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOneStop } from '../e2e/one-stop.ts';
import { scan } from '../leak/routes.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ask, openForm, send, type Clock } from './world.ts';

const clock: Clock = { ahead: 0 };
let server: TestServer;
let procedureId: string;

beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(Date.now() + clock.ahead) });
  ({ procedureId } = await openOneStop(server));
}, 120_000);
afterAll(() => server.stop());

const deps = () => uploadDeps(server.platform, () => server.jobs);
const script = Buffer.from(
  pdfOf('x').toString('latin1').replace('/Catalog', '/Catalog/Names<</JavaScript 3 0 R>>'),
  'latin1',
);

async function begin() {
  const dossierId = randomUUID();
  return { procedureId, dossierId, token: await openForm(server, { procedureId, dossierId }) };
}

type Begun = Awaited<ReturnType<typeof begin>>;

async function upload(by: Omit<Begun, 'procedureId'> & { procedureId?: string }, file: Buffer, name = 'giấy.pdf') {
  const { dossierId, token, procedureId: of = '' } = by;
  const answer = await server.app.inject({
    method: 'POST',
    url: `/public/dossiers/${dossierId}/files`,
    ...scan({ token, procedureId: of, paper: 'to_khai' }, file, name),
  });
  const body: { fileId?: string; error?: { code: string; message: string } } = answer.json();
  const { code = null, message = '' } = body.error ?? {};
  return { status: answer.statusCode, fileId: body.fileId ?? '', code, message };
}

async function states({ dossierId, procedureId: of, token }: Begun) {
  const { data } = await ask(
    server,
    'query ($dossierId: ID!, $procedureId: ID, $token: String!) { publicUploads(dossierId: $dossierId, procedureId: $procedureId, token: $token) { fileId state reason } }',
    { dossierId, procedureId: of, token },
  );
  return data?.['publicUploads'] as { fileId: string; state: string; reason: string | null }[];
}

async function until<T>(look: () => Promise<T>, good: (seen: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 200; tries++) {
    const seen = await look();
    if (good(seen)) return seen;
    await sleep(50);
  }
  return look();
}

interface Shown {
  files: { fileId: string; name: string; from: string }[];
  uploads: { fileId: string; state: string; reason: string | null }[];
}

/** What the desk sees of a dossier. */
async function atDesk(dossierId: string): Promise<Shown> {
  await server.projecting.waitFor(await server.platform.log.store.head(), 20_000);
  const { data } = await server.query<{ dossier: Shown }>(
    await server.signIn('tiepnhan'),
    'query ($id: ID!) { dossier(id: $id) { files { fileId name from } uploads { fileId state reason } } }',
    { id: dossierId },
  );
  return data?.dossier ?? expect.fail('no dossier');
}

const openAtDesk = async (dossierId: string, fileId: string) =>
  fetch(`${server.origin}/api/dossiers/${dossierId}/files/${fileId}`, {
    headers: { cookie: await server.signIn('tiepnhan') },
  });

describe('a file from home', () => {
  test('is checked, waits for its dossier, and is then its file, under its own name; the desk opens it', async () => {
    const form = await begin();
    const { fileId, status } = await upload(form, pdfOf('trang một'));
    expect(status).toBe(201);
    await until(
      () => states(form),
      ([one]) => one?.state === 'passed',
    );
    clock.ahead += 10_000;
    expect((await send(server, form)).code).toBeNull();
    const shown = await until(
      () => atDesk(form.dossierId),
      ({ files }) => files.length > 0,
    );
    expect(shown).toEqual({ files: [{ fileId, name: 'giấy.pdf', from: 'citizen' }], uploads: [] });
    const opened = await openAtDesk(form.dossierId, fileId);
    expect(await opened.text()).toContain('trang một');
  });

  test('that holds a script is refused with the reason, and nothing of it stays', async () => {
    const form = await begin();
    const { fileId } = await upload(form, script);
    const [refused] = await until(
      () => states(form),
      ([one]) => one?.state === 'refused',
    );
    expect(refused?.reason).toContain('PDF này chứa chương trình');
    clock.ahead += 10_000;
    await send(server, form);
    const shown = await atDesk(form.dossierId);
    expect(shown.files).toEqual([]);
    expect(shown.uploads).toMatchObject([{ fileId, state: 'refused' }]);
    expect((await openAtDesk(form.dossierId, fileId)).status).toBe(404);
    const stored = readdirSync(server.platform.settings.folders.files, { recursive: true }).map(String);
    expect(stored.some((name) => name.endsWith(fileId))).toBe(false);
  });

  test('that no dossier takes is refused at once: a page of HTML, a picture too large', async () => {
    const form = await begin();
    expect((await upload(form, Buffer.from('<!doctype html><p>trang này là HTML'))).code).toBe('FILE_TYPE');
    expect((await upload(form, pngOf(20_000, 20_000))).code).toBe('FILE_PIXELS');
    expect(await states(form)).toEqual([]);
  });

  test('needs a token of its own dossier: of a form, or of a holder while the dossier takes papers', async () => {
    const [form, other] = [await begin(), await begin()];
    for (const token of ['', 'x', other.token, `${form.token}x`])
      expect((await upload({ ...form, token }, pdfOf('x'))).code).toBe('UPLOAD_TOKEN');
    const holder = uploadToken(server.platform.publicHash, form.dossierId, server.platform.now());
    expect((await upload({ dossierId: form.dossierId, token: holder }, pdfOf('x'))).code).toBe('UPLOAD_TOKEN');
    clock.ahead += 10_000;
    await send(server, form);
    const { fileId, code } = await upload({ dossierId: form.dossierId, token: holder }, pdfOf('bổ sung'));
    expect(code).toBeNull();
    const { files } = await until(
      () => atDesk(form.dossierId),
      (seen) => seen.files.length > 0,
    );
    expect(files.map((file) => file.fileId)).toEqual([fileId]);
    clock.ahead += 2 * 3_600_000;
    expect((await upload({ dossierId: form.dossierId, token: holder }, pdfOf('x'))).code).toBe('UPLOAD_TOKEN');
  });

  test('can be taken back before the dossier is sent, and not by another', async () => {
    const [form, other] = [await begin(), await begin()];
    const { fileId } = await upload(form, pdfOf('nhầm'));
    const drop =
      'mutation ($dossierId: ID!, $procedureId: ID, $token: String!, $fileId: ID!) { dropUpload(dossierId: $dossierId, procedureId: $procedureId, token: $token, fileId: $fileId) }';
    await ask(server, drop, { ...other, fileId });
    expect(await states(form)).toHaveLength(1);
    await ask(server, drop, { ...form, fileId });
    expect(await states(form)).toEqual([]);
  });

  test('is one of twenty at most', { timeout: 60_000 }, async () => {
    const form = await begin();
    // Each from another address: what is counted here is the dossier's.
    const codes: (string | null)[] = [];
    for (let turn = 0; turn < 21; turn++) codes.push((await upload(form, pdfOf(`${turn}`))).code);
    expect(codes.filter((code) => code === null)).toHaveLength(20);
    expect(codes.at(-1)).toBe('UPLOADS_FULL');
  });
});

const fileOf = ({ dossierId }: Begun) => ({ dossierId, paper: null, name: 'giấy.pdf' });

describe('what goes wrong', () => {
  test('with the scanner away a file stays in quarantine and is asked about again; what it finds is refused', async () => {
    const form = await begin();
    const quiet = { ...deps(), soon: () => Promise.resolve() };
    const fileId = await receiveUpload(quiet, { ...fileOf(form), bytes: Readable.from([pdfOf('chờ quét')]) });
    const away = { ...quiet, scanner: () => Promise.reject(new ScannerAway()) };
    await expect(checkUpload(away, fileId)).rejects.toBeInstanceOf(ScannerAway);
    expect(await states(form)).toMatchObject([{ fileId, state: 'waiting' }]);
    await checkUpload({ ...quiet, scanner: () => Promise.resolve('Eicar') }, fileId);
    expect(await states(form)).toMatchObject([{ fileId, state: 'refused', reason: expect.stringContaining('mã độc') }]);
  });

  test('with the store full it is said, and nothing is half kept', async () => {
    const form = await begin();
    const full = { ...deps(), disk: fullStore(server.platform.settings.folders.files) };
    const sending = receiveUpload(full, { ...fileOf(form), bytes: Readable.from([pdfOf('đầy')]) });
    await expect(sending).rejects.toMatchObject({ rejection: { code: 'STORAGE_FULL' } });
    expect(await states(form)).toEqual([]);
  });

  test('with the store away the form and who holds a dossier are told, nothing is half kept, and sending again goes through', async () => {
    const [form, sent] = [await begin(), await begin()];
    clock.ahead += 10_000;
    await send(server, sent);
    const holder = uploadToken(server.platform.publicHash, sent.dossierId, server.platform.now());
    const ways = [form, { dossierId: sent.dossierId, token: holder }];
    const store = join(server.platform.settings.folders.files, 'dossiers');
    const before = readdirSync(store, { recursive: true });
    renameSync(store, `${store}-aside`);
    writeFileSync(store, 'not a folder');
    try {
      for (const way of ways)
        expect(await upload(way, pdfOf('chờ'))).toMatchObject({
          ...{ status: 503, code: 'UPLOAD_STORE_AWAY', message: expect.stringContaining('Tệp này chưa được nhận') },
        });
    } finally {
      rmSync(store);
      renameSync(`${store}-aside`, store);
    }
    expect(readdirSync(store, { recursive: true })).toEqual(before);
    expect([await states(form), (await atDesk(sent.dossierId)).uploads]).toEqual([[], []]);
    for (const way of ways) expect((await upload(way, pdfOf('chờ'))).status).toBe(201);
    const { files } = await until(
      () => atDesk(sent.dossierId),
      (seen) => seen.files.length > 0,
    );
    expect(files).toHaveLength(1);
  });

  test('beyond what all that waits may fill it is said with 507, until there is room', async () => {
    const form = await begin();
    const waiting = randomUUID();
    await server.platform.appPool.query(
      `insert into app.uploads (file_id, dossier_id, name, media_type, bytes, hash, state, sent_at)
        values ($1, $2, '\\x00', 'application/pdf', $3, '', 'waiting', now())`,
      [waiting, randomUUID(), uploadLimits.unsent + 1],
    );
    expect(await upload(form, pdfOf('đầy'))).toMatchObject({
      ...{ status: 507, code: 'UPLOAD_NO_ROOM', message: expect.stringContaining('mang giấy tờ đến bộ phận một cửa') },
    });
    expect(await states(form)).toEqual([]);
    await server.platform.appPool.query('delete from app.uploads where file_id = $1', [waiting]);
    expect((await upload(form, pdfOf('có chỗ'))).status).toBe(201);
  });

  test('what was never sent goes after its form’s day; what was sent and not taken is taken', async () => {
    const [never, sent] = [await begin(), await begin()];
    const left = await upload(never, pdfOf('bỏ dở'));
    const kept = await upload(sent, pdfOf('gửi rồi'));
    for (const form of [never, sent])
      await until(
        () => states(form),
        ([one]) => one?.state === 'passed',
      );
    clock.ahead += 10_000;
    await send(server, sent);
    await until(
      () => atDesk(sent.dossierId),
      ({ files }) => files.length > 0,
    );
    // As a kill leaves it between the event and the row.
    await server.platform.appPool.query(
      `insert into app.uploads (file_id, dossier_id, name, media_type, bytes, hash, state, sent_at)
        values ($1, $2, '\\x00', 'application/pdf', 1, $3, 'passed', now())`,
      [kept.fileId, sent.dossierId, '0'.repeat(64)],
    );
    clock.ahead += 26 * 3_600_000;
    expect(await sweepUploads(deps())).toBeGreaterThanOrEqual(1);
    const stored = readdirSync(server.platform.settings.folders.files, { recursive: true }).map(String);
    expect(stored.some((name) => name.endsWith(left.fileId))).toBe(false);
    expect(stored.some((name) => name.endsWith(kept.fileId))).toBe(true);
  });
});
