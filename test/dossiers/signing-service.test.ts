import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sweepFiles } from '@nocgia/services/dossiers/file/store.ts';
import { dossierStream } from '@nocgia/services/dossiers/dossier/dossier-state.ts';
import { checkSignatures } from '@nocgia/services/papers/testing/check-signature.ts';
import { testCertificate } from '@nocgia/services/papers/testing/certificates.ts';
import { dossierFileDeps } from '@nocgia/services/server/dossier-files.ts';
import { serviceStates } from '@nocgia/services/server/outside/states.ts';
import { resumeSignings, trySigning, type RequestDeps } from '@nocgia/services/server/signing/requests.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openOneStop } from '../e2e/one-stop.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { signingService, type FakeSigningService } from '../support/signing-service.ts';
import { toBeSigned, versionOf } from '../support/signing.ts';

let server: TestServer;
let service: FakeSigningService;
let desk: Awaited<ReturnType<typeof openOneStop>>;
let cookie: string;
let later = 0;
/** The leader of the small demo ward, by the seed that it is made with. */
let own: ReturnType<typeof testCertificate>;
beforeAll(async () => {
  const name = 'UBND phường';
  own = testCertificate(name, 'x', 'aes256');
  service = await signingService(own);
  server = await startTestServer({
    environment: { NOCGIA_SIGNING_URL: service.url, NOCGIA_SIGNING_TOKEN: 'the-cua-phuong' },
    now: () => new Date(Date.now() + later),
  });
  desk = await openOneStop(server);
  cookie = await server.signIn('lanhdao');
  const { data } = await server.query<{ viewer: { displayName: string } }>(cookie, '{ viewer { displayName } }');
  Object.assign(own, testCertificate(data?.viewer.displayName ?? '', 'x', 'aes256'));
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await service?.close();
});
beforeEach(() => {
  service.status = null;
  service.asked = [];
});

const codeOf = (answer: { errors?: { extensions?: Record<string, unknown> }[] }): unknown =>
  answer.errors?.[0]?.extensions?.code ?? null;

async function askFor({ dossierId, fileId }: { dossierId: string; fileId: string }, commandId: string = randomUUID()) {
  const on = { dossierId, expectedVersion: await versionOf(server, dossierId) };
  const mutation =
    'mutation ($meta: CommandMeta!, $on: OnDossierInput!, $fileId: ID!) { askSigning(meta: $meta, on: $on, fileId: $fileId) }';
  return server.query<{ askSigning: boolean }>(cookie, mutation, { meta: { commandId }, on, fileId });
}

interface Shown {
  version: number;
  files: { fileId: string; signedAs: string | null }[];
  signings: { id: string; state: string; tries: number; reason: string | null; cancellable: boolean }[];
}
async function shown(dossierId: string): Promise<Shown> {
  const query =
    'query ($id: ID!) { dossier(id: $id) { version files { fileId signedAs } signings { id state tries reason cancellable lastTryAt nextTryAt by } } }';
  const { data } = await server.query<{ dossier: Shown }>(cookie, query, { id: dossierId });
  return data?.dossier ?? expect.fail('no dossier');
}
const latest = async (dossierId: string) => (await shown(dossierId)).signings[0] ?? expect.fail('nothing asked');
/** Until what the job does shows. */
const until = (dossierId: string, state: string, tries: number) =>
  vi.waitFor(async () => expect(await latest(dossierId)).toMatchObject({ state, tries }), {
    timeout: 20_000,
    interval: 200,
  });
const cancel = (dossierId: string, signingId: string) =>
  server.query<{ cancelSigning: boolean }>(
    cookie,
    'mutation ($dossierId: ID!, $signingId: ID!) { cancelSigning(dossierId: $dossierId, signingId: $signingId) }',
    { dossierId, signingId },
  );
const signedTimes = async (dossierId: string): Promise<number> =>
  (await server.platform.log.readStream(dossierStream(dossierId))).filter(({ type }) => type === 'DossierSigned')
    .length;
const stored = (): string[] =>
  readdirSync(join(server.platform.settings.folders.files, 'dossiers/files'), {
    recursive: true,
    withFileTypes: true,
  }).flatMap((one) => (one.isFile() ? [one.name] : []));

/** What jobs carry requests out with, to be broken at a place. */
function deps(): RequestDeps {
  const { platform } = server;
  return {
    pool: platform.appPool,
    files: dossierFileDeps(platform),
    service: { url: service.url, token: null },
    states: serviceStates({ pool: platform.appPool, now: platform.now }),
    jobs: () => null,
  };
}
/** A request that waits, its first try in vain. */
async function waiting() {
  service.status = 503;
  const at = await toBeSigned(server, desk.procedureId);
  const id = randomUUID();
  expect((await askFor(at, id)).errors ?? []).toEqual([]);
  await until(at.dossierId, 'waiting', 1);
  service.status = null;
  return { ...at, id };
}

describe('a signature asked of the service', () => {
  test('is given at once where it answers: PAdES as from a file, by the office’s token and the officer’s user name', async () => {
    const at = await toBeSigned(server, desk.procedureId);
    expect((await askFor(at)).data?.askSigning).toBe(true);
    await until(at.dossierId, 'done', 0);
    await server.projecting.waitFor(await server.platform.log.store.head(), 20_000);
    const signedAs = (await shown(at.dossierId)).files[0]?.signedAs ?? expect.fail('not signed');
    const url = `/api/dossiers/${at.dossierId}/files/${signedAs}`;
    const pdf = (await server.app.inject({ url, headers: { cookie } })).rawPayload;
    expect(await checkSignatures(pdf, own.authority, new Date())).toMatchObject([{ valid: true }]);
    expect(service.asked).toMatchObject([{ holder: 'lanhdao', token: expect.stringMatching(/^Bearer /) as string }]);
  });

  test.each([
    [503, 'Dịch vụ ký số không trả lời'],
    [202, 'đang chờ bạn xác nhận'],
  ])('waits where it answers %i, says why, and asks for the very same digest once it is back', async (status, why) => {
    service.status = status;
    const at = await toBeSigned(server, desk.procedureId);
    const id = randomUUID();
    await askFor(at, id);
    await until(at.dossierId, 'waiting', 1);
    const { reason, cancellable } = await latest(at.dossierId);
    expect(reason).toContain(why);
    expect(cancellable).toBe(true);
    expect(codeOf(await askFor(at))).toBe('SIGNING_ASKED');
    expect((await askFor(at, id)).data?.askSigning).toBe(true);
    // Asking once more has it tried at once.
    await until(at.dossierId, 'waiting', 2);
    service.status = null;
    later += 120_000;
    await server.jobs.add('sign', { id }, { key: `sign-${id}` });
    await until(at.dossierId, 'done', 2);
    expect(new Set(service.asked.map(({ digest }) => digest)).size).toBe(1);
    expect(new Set(service.asked.map(({ requestId }) => requestId))).toEqual(new Set([id]));
    expect(await signedTimes(at.dossierId)).toBe(1);
  });

  test.each([
    [404, 'không có chứng thư của bạn'],
    [403, 'từ chối yêu cầu này'],
  ])('ends where it answers %i, and says why', async (status, why) => {
    service.status = status;
    const at = await toBeSigned(server, desk.procedureId);
    await askFor(at);
    await until(at.dossierId, 'failed', 1);
    expect((await latest(at.dossierId)).reason).toContain(why);
    expect(await signedTimes(at.dossierId)).toBe(0);
  });

  test('is taken back while it waits, once; what was taken back is signed no more', async () => {
    const { dossierId, id } = await waiting();
    expect((await cancel(dossierId, id)).data?.cancelSigning).toBe(true);
    expect(codeOf(await cancel(dossierId, id))).toBe('SIGNING_UNKNOWN');
    await trySigning(deps(), id);
    expect(await signedTimes(dossierId)).toBe(0);
    expect(service.asked).toHaveLength(1);
  });

  test('taken back while the service signs is not recorded', async () => {
    const { dossierId, id } = await waiting();
    const broken = deps();
    const { disk } = broken.files;
    const put = disk.putStream.bind(disk);
    disk.putStream = async (...of) => {
      await put(...of);
      expect((await cancel(dossierId, id)).data?.cancelSigning).toBe(true);
    };
    const before = stored().length;
    await trySigning(broken, id);
    expect(await signedTimes(dossierId)).toBe(0);
    expect(stored()).toHaveLength(before);
    expect((await latest(dossierId)).state).toBe('cancelled');
  });
});

describe('killed', () => {
  test('between the service’s signature and the record, it is offered again, signed once, and the orphan is swept', async () => {
    const { dossierId, id } = await waiting();
    const broken = deps();
    broken.files = { ...broken.files, log: { ...broken.files.log, append: () => Promise.reject(new Error('killed')) } };
    const before = stored().length;
    await expect(trySigning(broken, id)).rejects.toThrow('killed');
    expect(await latest(dossierId)).toMatchObject({ state: 'waiting' });
    expect(stored()).toHaveLength(before + 1);
    await trySigning(deps(), id);
    expect(await latest(dossierId)).toMatchObject({ state: 'done' });
    expect(await signedTimes(dossierId)).toBe(1);
    const inTwoHours = { ...dossierFileDeps(server.platform), now: () => new Date(Date.now() + later + 7_200_000) };
    expect(await sweepFiles(inTwoHours)).toBe(1);
    expect(stored()).toHaveLength(before + 1);
  });

  test('between the record and the note of it, nothing is asked or written again', async () => {
    const { dossierId, id } = await waiting();
    const broken = deps();
    const { log } = broken.files;
    const append: typeof log.append = async (command) => {
      await log.append(command);
      throw new Error('killed');
    };
    broken.files = { ...broken.files, log: { ...log, append } };
    await expect(trySigning(broken, id)).rejects.toThrow('killed');
    expect(codeOf(await cancel(dossierId, id))).toBe('SIGNING_UNKNOWN');
    const asked = service.asked.length;
    await trySigning(deps(), id);
    expect(service.asked).toHaveLength(asked);
    expect(await latest(dossierId)).toMatchObject({ state: 'done' });
    expect(await signedTimes(dossierId)).toBe(1);
  });

  test('before its job was made, it is taken up at the next start', async () => {
    const { id } = await waiting();
    const jobs: string[] = [];
    const add = (task: string, payload: Record<string, string>) =>
      Promise.resolve(void jobs.push(`${task} ${payload.id}`));
    await resumeSignings({ ...deps(), jobs: () => ({ add }) });
    expect(jobs).toContain(`sign ${id}`);
  });

  test('tried by two processes at once, it is signed once', async () => {
    const { dossierId, id } = await waiting();
    await Promise.allSettled([trySigning(deps(), id), trySigning(deps(), id)]);
    expect(await signedTimes(dossierId)).toBe(1);
    expect((await latest(dossierId)).state).toBe('done');
  });
});
