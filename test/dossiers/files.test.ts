import { randomUUID } from 'node:crypto';
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jpegOf, pdfOf } from '@nocgia/services/dossiers/file/testing/pictures.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld } from '../leak/open-world.ts';
import type { Reader } from '../leak/readers.ts';
import { scan } from '../leak/routes.ts';
import type { World } from '../leak/world.ts';
import type { TestServer } from '../support/server.ts';

let server: TestServer;
let world: World;
let readers: Reader[];

beforeAll(async () => {
  ({ server, world, readers } = await openWorld());
}, 120_000);
afterAll(() => server.stop());

const cookieOf = (name: string): string => readers.find((one) => one.name === name)?.cookie ?? expect.fail(name);
const dossierId = (): string => world.places.own.dossierId;
const address = (): string => `/api/dossiers/${dossierId()}/files`;

interface Shown {
  version: number;
  files: { fileId: string; name: string; mediaType: string; bytes: number; paper: string | null; by: string | null }[];
}
async function shown(): Promise<Shown> {
  const query = `query ($id: ID!) { dossier(id: $id) { version files { fileId name mediaType bytes paper by } } }`;
  const { data } = await server.query<{ dossier: Shown }>(cookieOf('desk.own'), query, { id: dossierId() });
  return data?.dossier ?? expect.fail('no dossier');
}

async function send(
  fields: { commandId?: string; expectedVersion?: number | ''; paper?: string },
  file: Buffer,
  { name = 'scan.jpg', html = false, by = 'desk.own' } = {},
) {
  const whole = { commandId: randomUUID(), expectedVersion: (await shown()).version, ...fields };
  const { headers, payload } = scan(whole, file, name);
  return server.app.inject({
    method: 'POST',
    url: address(),
    payload,
    headers: { ...headers, cookie: cookieOf(by), ...(html ? { accept: 'text/html' } : {}) },
  });
}
const open = (fileId: string, by = 'desk.own') =>
  server.app.inject({ url: `${address()}/${fileId}`, headers: { cookie: cookieOf(by) } });
const codeOf = (answer: { payload: string }): string =>
  (JSON.parse(answer.payload) as { error: { code: string } }).error.code;

const store = (): string => join(server.platform.settings.folders.files, 'dossiers');
const stored = (): string[] =>
  readdirSync(store(), { recursive: true, withFileTypes: true }).flatMap((one) => (one.isFile() ? [one.name] : []));

describe('a scan for a dossier', () => {
  test('is taken by what it is, lies under the dossier, and comes back whole and harmless', async () => {
    const photo = Buffer.concat([jpegOf(1200, 900), Buffer.alloc(900_000, 7)]);
    const sent = await send({ paper: 'to_khai' }, photo, { name: 'Tờ khai  của chị Hoà.html' });
    expect(sent.statusCode, sent.payload).toBe(201);
    const { fileId } = sent.json<{ fileId: string }>();
    const file = (await shown()).files.at(-1);
    expect(file).toEqual({
      ...{
        fileId,
        name: 'Tờ khai của chị Hoà.html',
        mediaType: 'image/jpeg',
        bytes: photo.length,
        paper: 'to_khai',
        by: 'Người desk.own',
      },
    });
    const answer = await open(fileId);
    expect(answer.rawPayload.equals(photo)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'self'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(answer.headers['content-disposition']).toMatch(/^inline; filename="[A-Z0-9.-]+-\d+\.jpg"$/);
  });

  test('sent twice with one command id is one file, in the log and in the store', async () => {
    const before = stored().length;
    const { version: expectedVersion, files } = await shown();
    const fields = { commandId: randomUUID(), expectedVersion };
    const [first, second] = [await send(fields, pdfOf('một')), await send(fields, pdfOf('một'))];
    expect(second.json()).toEqual(first.json());
    expect((await shown()).files).toHaveLength(files.length + 1);
    expect(stored()).toHaveLength(before + 1);
    expect(codeOf(await send(fields, pdfOf('hai')))).toBe('COMMAND_MISMATCH');
  });

  test('without a version goes to the dossier as it stands, and sent twice is one file all the same', async () => {
    const fields = { commandId: randomUUID(), expectedVersion: '' as const };
    const { files } = await shown();
    expect((await send({ paper: 'to_khai' }, pdfOf('trước'))).statusCode).toBe(201);
    const [first, second] = [await send(fields, pdfOf('ba')), await send(fields, pdfOf('ba'))];
    expect([first.statusCode, second.json()]).toEqual([201, first.json()]);
    expect((await shown()).files).toHaveLength(files.length + 2);
  });

  test.each([
    ['FILE_TYPE', 400, () => ({}), Buffer.from('<script>alert(1)</script>')],
    ['FILE_DAMAGED', 400, () => ({}), Buffer.from('%PDF-1.7 cut off')],
    ['FILE_PIXELS', 400, () => ({}), jpegOf(10_000, 10_000)],
    ['DOSSIER_CHANGED', 409, () => ({ expectedVersion: 1 }), pdfOf('cũ')],
    ['FIELD_INVALID', 400, () => ({ commandId: 'x' }), pdfOf('x')],
    ['FIELD_INVALID', 400, () => ({ paper: 'Không phải khóa' }), pdfOf('x')],
  ])('is refused with %s, and nothing of it stays', async (code, status, fields, file) => {
    const [before, { version }] = [stored(), await shown()];
    const answer = await send(fields(), file);
    expect([codeOf(answer), answer.statusCode]).toEqual([code, status]);
    expect(stored()).toEqual(before);
    expect((await shown()).version).toBe(version);
  });

  test('posted by a page without script leads back to the page, with what was wrong', async () => {
    expect((await send({}, pdfOf('trang'), { html: true })).headers.location).toBe(`/dossiers/${dossierId()}#files`);
    const refused = await send({}, Buffer.from('<html>'), { html: true });
    const large = await send({}, jpegOf(10_000, 10_000), { html: true });
    expect(large.headers.location).toBe(`/dossiers/${dossierId()}?refused=FILE_PIXELS&limit=50#files`);
    expect(refused.headers.location).toBe(`/dossiers/${dossierId()}?refused=FILE_TYPE#files`);
  });

  test('is for who works on the dossier: an auditor, a board and another ward are refused', async () => {
    const { fileId } = world.places.own;
    expect((await open(fileId, 'leader.own')).statusCode).toBe(200);
    expect(codeOf(await open(fileId, 'auditor.own'))).toBe('FORBIDDEN');
    expect(codeOf(await open(fileId, 'board.own'))).toBe('NOT_FOUND');
    expect(codeOf(await open(fileId, 'desk.otherward'))).toBe('NOT_FOUND');
    expect(codeOf(await open(world.places.otherWard.fileId))).toBe('FILE_UNKNOWN');
  });
});

describe('where the store of files is away', () => {
  test('it is said so, the dossier is as it was, and the same form goes through once it is back', async () => {
    const { version: expectedVersion, files } = await shown();
    const fields = { commandId: randomUUID(), expectedVersion };
    const aside = `${store()}-aside`;
    renameSync(store(), aside);
    writeFileSync(store(), 'not a folder');
    try {
      const answer = await send(fields, pdfOf('chờ'));
      expect([codeOf(answer), answer.statusCode]).toEqual(['STORAGE_AWAY', 503]);
      expect(codeOf(await open(world.places.own.fileId))).toBe('STORAGE_AWAY');
      expect(await shown()).toEqual({ version: expectedVersion, files });
    } finally {
      rmSync(store());
      renameSync(aside, store());
    }
    expect((await send(fields, pdfOf('chờ'))).statusCode).toBe(201);
    expect((await shown()).files).toHaveLength(files.length + 1);
  });
});
