import { randomUUID } from 'node:crypto';
import { dossierStream } from '@nocgia/services/dossiers/dossier/dossier-state.ts';
import { deliverNotices, MOST_TRIES } from '@nocgia/services/server/mail/deliver.ts';
import type { MailDeps } from '@nocgia/services/server/mail/deps.ts';
import { letterOf } from '@nocgia/services/server/mail/letter.ts';
import { smtpPost } from '@nocgia/services/server/mail/post.ts';
import { readForNotices } from '@nocgia/services/server/mail/reader.ts';
import { serviceStates } from '@nocgia/services/server/outside/states.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openOneStop } from '../e2e/one-stop.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { versionOf } from '../support/signing.ts';
import { mailServer, type FakeMailServer } from '../support/smtp.ts';

const from = 'motcua@phuong.example';
const to = 'nguoi.nop@thu.example';
let server: TestServer;
let mail: FakeMailServer;
let desk: Awaited<ReturnType<typeof openOneStop>>;
let cookie: string;
let later = 0;
beforeAll(async () => {
  mail = await mailServer();
  server = await startTestServer({
    environment: { NOCGIA_SMTP_URL: `smtp://127.0.0.1:${mail.port}`, NOCGIA_MAIL_FROM: from },
    now: () => new Date(Date.now() + later),
  });
  desk = await openOneStop(server);
  cookie = await server.signIn('tiepnhan');
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await mail?.close();
});
beforeEach(() => {
  mail.answer = 250;
  mail.letters = [];
});

async function done<T>(query: string, variables: Record<string, unknown>): Promise<T> {
  const { data, errors } = await server.query<T>(cookie, query, { meta: { commandId: randomUUID() }, ...variables });
  expect(errors ?? []).toEqual([]);
  await server.projecting.waitFor(await server.platform.log.store.head(), 20_000);
  return data ?? expect.fail('no answer');
}

/** A dossier taken in and handed on by one command; `wanted`: with letters. */
async function takenIn(wanted = true, email: string | null = to): Promise<string> {
  const owner = { kind: 'citizen', name: 'Trần Thị Bí Mật', email, phone: '0903000222' };
  const input = {
    ...{ procedureId: desk.procedureId, channel: 'desk', returnBy: 'online', owner, answers: [], papers: [] },
    ...{ handOn: true, mailNotices: wanted },
  };
  const answer = await done<{ takeInDossier: { dossierId: string } }>(
    'mutation ($meta: CommandMeta!, $input: TakeInInput!) { takeInDossier(meta: $meta, input: $input) { dossierId } }',
    { input },
  );
  return answer.takeInDossier.dossierId;
}
const withdraw = async (dossierId: string) =>
  done('mutation ($meta: CommandMeta!, $on: OnDossierInput!) { withdrawDossier(meta: $meta, on: $on) { position } }', {
    on: { dossierId, expectedVersion: await versionOf(server, dossierId) },
  });

interface Notices {
  configured: boolean;
  wanted: boolean;
  sent: number;
  waiting: number;
  failed: number;
  last: { state: string; tries: number; reason: string | null } | null;
}
async function noticesOf(dossierId: string): Promise<Notices> {
  const query =
    'query ($id: ID!) { dossier(id: $id) { notices { configured wanted sent waiting failed last { state tries reason } } } }';
  const { data } = await server.query<{ dossier: { notices: Notices } }>(cookie, query, { id: dossierId });
  return data?.dossier.notices ?? expect.fail('no dossier');
}
const until = (dossierId: string, expected: Partial<Notices>) =>
  vi.waitFor(async () => expect(await noticesOf(dossierId)).toMatchObject(expected), {
    timeout: 20_000,
    interval: 200,
  });

/** Its letter waits after one try in vain. */
const tried = { waiting: 1, last: { state: 'waiting', tries: 1, reason: expect.any(String) as string } };

function deps(over: Partial<MailDeps> = {}): MailDeps {
  const { appPool: pool, log, now } = server.platform;
  return {
    ...{ pool, log, now, origin: 'https://nocgia.example', jobs: () => null },
    post: smtpPost({ url: `smtp://127.0.0.1:${mail.port}`, from }),
    states: serviceStates({ pool, now }),
    ...over,
  };
}

describe('a letter about a dossier', () => {
  test('goes out at each change, one a command, and says agency, people of the office and times, nothing of the matter', async () => {
    const dossierId = await takenIn();
    await until(dossierId, { configured: true, wanted: true, sent: 1, waiting: 0 });
    await withdraw(dossierId);
    await until(dossierId, { sent: 2 });
    expect(mail.letters.map((letter) => letter.to)).toEqual([to, to]);
    const [first, second] = mail.letters;
    expect(first?.subject).toMatch(/^Hồ sơ H29\.146-\d{6}-\d{4}: đang xử lý$/);
    expect(second?.subject).toContain('đã rút theo yêu cầu');
    expect(first?.text).toContain('Cơ quan: Trung tâm Phục vụ hành chính công');
    expect(first?.text).toMatch(/Tiếp nhận lúc: \d\d:\d\d ngày \d\d\/\d\d\/\d{4}/);
    expect(first?.text).toMatch(/Người tiếp nhận: \S+/);
    expect(first?.text).toMatch(/Hẹn trả: \d\d\/\d\d\/\d{4}/);
    for (const secret of ['Bí Mật', 'hôn nhân', '0903000222']) expect(first?.text).not.toContain(secret);
    const ids = await server.platform.log.readStream(dossierStream(dossierId));
    expect(ids.map(({ id }) => `<${id}@phuong.example>`)).toContain(first?.id);
  });

  test('shows where to follow it once the office’s address is known', async () => {
    const dossierId = await takenIn();
    const letter = await letterOf(server.platform.log, { dossierId, version: 1, origin: 'https://nocgia.example' });
    expect(letter?.text).toMatch(/https:\/\/nocgia\.example\/follow\?code=H29\.146-\d{6}-\d{4}/);
    await until(dossierId, { waiting: 0 });
  });

  test('is not made for who wants none, and no longer for who has had enough', async () => {
    const silent = await takenIn(false);
    const tired = await takenIn();
    await until(tired, { sent: 1 });
    const on = { dossierId: tired, expectedVersion: await versionOf(server, tired) };
    const mutation =
      'mutation ($meta: CommandMeta!, $on: OnDossierInput!) { setDossierNotices(meta: $meta, on: $on, mail: false) { position } }';
    await done(mutation, { on });
    await withdraw(tired);
    await withdraw(silent);
    while (await readForNotices(deps()));
    await deliverNotices(deps());
    expect(await noticesOf(tired)).toMatchObject({ wanted: false, sent: 1, waiting: 0 });
    expect(await noticesOf(silent)).toMatchObject({ wanted: false, sent: 0, waiting: 0, last: null });
  });

  test('cannot be asked for where nobody left an address', async () => {
    const owner = { kind: 'citizen', name: 'Không Thư', email: null };
    const input = { procedureId: desk.procedureId, channel: 'desk', returnBy: 'desk', owner, answers: [], papers: [] };
    const { errors } = await server.query(
      cookie,
      'mutation ($meta: CommandMeta!, $input: TakeInInput!) { takeInDossier(meta: $meta, input: $input) { dossierId } }',
      { meta: { commandId: randomUUID() }, input: { ...input, handOn: false, mailNotices: true } },
    );
    expect(errors?.[0]?.extensions?.code).toBe('MAIL_NO_ADDRESS');
  });
});

describe('where the mail server', () => {
  test('is away, letters wait with the reason, and go out in their order once it is back', async () => {
    await mail.away();
    const dossierId = await takenIn();
    await until(dossierId, {
      waiting: 1,
      last: { state: 'waiting', tries: 1, reason: expect.stringContaining('không trả lời') as string },
    });
    await withdraw(dossierId);
    await until(dossierId, { waiting: 2 });
    await mail.back();
    later += 10 * 60_000;
    await server.jobs.add('mail', {}, { key: 'mail' });
    await until(dossierId, { sent: 2, waiting: 0 });
    const subjects = mail.letters.map(({ subject }) => subject.split(': ')[1]);
    expect(subjects).toEqual(['đang xử lý', 'đã rút theo yêu cầu']);
  });

  test('refuses an address, it is told and not tried again; one that is refused for now waits, and others go out', async () => {
    mail.answer = 550;
    const refused = await takenIn();
    await until(refused, {
      failed: 1,
      last: { state: 'failed', tries: 1, reason: expect.stringContaining('từ chối') as string },
    });
    mail.answer = 450;
    const postponed = await takenIn();
    await until(postponed, { waiting: 1 });
    mail.answer = 250;
    await until(await takenIn(), { sent: 1 });
    later += 10 * 60_000;
    await server.jobs.add('mail', {}, { key: 'mail' });
    await until(postponed, { sent: 1 });
    expect(await noticesOf(refused)).toMatchObject({ failed: 1, sent: 0 });
  });

  test('stays away for days, letters are given up, visibly', async () => {
    await mail.away();
    const dossierId = await takenIn();
    await until(dossierId, tried);
    // A try of the server's own may come between.
    for (let run = 1; run < 2 * MOST_TRIES; run++) {
      later += 6 * 3_600_000;
      await deliverNotices(deps());
    }
    await mail.back();
    // The session has run out meanwhile.
    cookie = await server.signIn('tiepnhan');
    const { failed, last } = await noticesOf(dossierId);
    expect([failed, last?.tries]).toEqual([1, MOST_TRIES]);
    expect(last?.reason).toContain('thôi thử');
  });
});

describe('killed', () => {
  test('between the server’s yes and the note of it, the same letter goes out once more under the same id', async () => {
    await mail.away();
    const dossierId = await takenIn();
    await until(dossierId, tried);
    await mail.back();
    later += 10 * 60_000;
    const post = smtpPost({ url: `smtp://127.0.0.1:${mail.port}`, from });
    const killed = {
      ...post,
      send: async (...letter: Parameters<typeof post.send>) => {
        await post.send(...letter);
        throw new Error('killed');
      },
    };
    await expect(deliverNotices(deps({ post: killed }))).rejects.toThrow('killed');
    expect(await noticesOf(dossierId)).toMatchObject({ waiting: 1, sent: 0 });
    await deliverNotices(deps());
    expect(await noticesOf(dossierId)).toMatchObject({ waiting: 0, sent: 1 });
    expect(mail.letters).toHaveLength(2);
    expect(new Set(mail.letters.map(({ id }) => id)).size).toBe(1);
  });

  test('anywhere while the log is read, each fact is queued once', async () => {
    const dossierId = await takenIn();
    await until(dossierId, { sent: 1 });
    await server.platform.appPool.query(`update app.notice_reader set position = repeat('0', 20)`);
    while (await readForNotices(deps()));
    await deliverNotices(deps());
    expect(await noticesOf(dossierId)).toMatchObject({ sent: 1, waiting: 0 });
    expect(mail.letters.filter(({ to: whom }) => whom === to)).toHaveLength(1);
  });

  test('sent by two processes at once, a letter goes out once', async () => {
    await mail.away();
    const dossierId = await takenIn();
    await until(dossierId, tried);
    await mail.back();
    later += 10 * 60_000;
    await Promise.all([deliverNotices(deps()), deliverNotices(deps())]);
    expect(await noticesOf(dossierId)).toMatchObject({ sent: 1 });
    expect(mail.letters).toHaveLength(1);
  });
});
