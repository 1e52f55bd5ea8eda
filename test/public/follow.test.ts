import { randomUUID } from 'node:crypto';
import type { Role } from '@nocgia/schemas/events/account.ts';
import { dayInVietnam } from '@nocgia/schemas/days.ts';
import type { CommandEnv, Decider } from '@nocgia/services/dossiers/command-env.ts';
import { printPaper } from '@nocgia/services/dossiers/dossier/printing.ts';
import { requestPapers } from '@nocgia/services/dossiers/dossier/waiting.ts';
import { takeIn } from '@nocgia/services/dossiers/dossier/intake.ts';
import { pngOf } from '@nocgia/services/dossiers/file/testing/pictures.ts';
import { handedIn } from '@nocgia/services/dossiers/testing/scene.ts';
import { dispatch } from '@nocgia/services/event-store/dispatcher.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOneStop } from '../e2e/one-stop.ts';
import { scan } from '../leak/routes.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ask, type Clock } from './world.ts';

const clock: Clock = { ahead: 0 };
let server: TestServer;
let procedureId: string;
const officer = randomUUID();

beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(Date.now() + clock.ahead) });
  ({ procedureId } = await openOneStop(server));
}, 120_000);
afterAll(() => server.stop());

const follow = 'mutation ($code: String!, $digits: String!) { openFollow(code: $code, digits: $digits) { token } }';
const page = `query ($token: String!) { followed(token: $token) {
  id code status nationalStatus procedureName wardName deskName dueOn stepName receivedBy awaited { papers { name wrong } } fileFor { key name }
  prints { paperId } course { type at } uploads { state } uploadToken mayWithdraw mayRate hasResult } }`;

async function run(role: Role, decide: (env: CommandEnv) => Decider): Promise<Record<string, string>> {
  const now = server.platform.now();
  const env: CommandEnv = {
    ...{
      may: () => null,
      accountId: officer,
      role,
      now: now.toISOString(),
      today: dayInVietnam(now),
      newId: randomUUID,
    },
  };
  const request = { commandId: randomUUID(), name: 'test', payload: randomUUID() };
  const context = { actor: officer, correlation: 'test' };
  const outcome = await dispatch(server.platform.log, { ...request, context }, decide(env));
  if (!outcome.ok) throw new Error(outcome.rejection.code);
  await server.projecting.waitFor(await server.platform.log.store.head(), 20_000);
  return (outcome.result ?? {}) as Record<string, string>;
}

/** A dossier taken at the desk: phone 0903000111, identity number …0123. */
async function taken(over: object = {}): Promise<{ dossierId: string; code: string }> {
  const owner = { ...handedIn.owner, ...over };
  const { dossierId = '', code = '' } = await run('desk', (env) =>
    takeIn({ ...handedIn, procedureId, owner, handOn: false }, env),
  );
  return { dossierId, code };
}

let addresses = 0;
const open = (code: string, digits: string, address = `198.51.100.${(addresses += 1)}`) =>
  ask(server, follow, { code, digits }, address);
async function tokenOf(code: string): Promise<string> {
  const { data } = await open(code, '0111');
  return (data?.['openFollow'] as { token: string } | undefined)?.token ?? expect.fail('not opened');
}
const shown = async (token: string) => {
  const { data, code } = await ask(server, page, { token });
  return { code, dossier: data?.['followed'] as Record<string, unknown> | undefined };
};

describe('who holds the code and the digits', () => {
  test('sees where it stands, in which unit and until when, and nothing of anybody', async () => {
    const { code } = await taken();
    const { dossier } = await shown(await tokenOf(code.toLowerCase()));
    expect(dossier).toMatchObject({ code, status: 'accepted', nationalStatus: 2, mayWithdraw: true, mayRate: false });
    expect(dossier).toMatchObject({ stepName: 'Tiếp nhận', awaited: null, uploadToken: null, hasResult: false });
    const text = JSON.stringify(dossier);
    for (const theirs of ['Nguyễn Thị Hoà', '079190000123', '0903000111', 'Lạc Long Quân'])
      expect(text).not.toContain(theirs);
  });

  test('has the paper in the very version that was printed, by a cookie and not by its address alone', async () => {
    const { dossierId, code } = await taken();
    const { paperId } = await run('desk', (env) => printPaper({ dossierId, form: 'm01', requestId: null }, env));
    const url = `/follow/papers/${paperId}.pdf`;
    expect((await server.app.inject({ url })).statusCode).toBe(404);
    const other = await tokenOf((await taken()).code);
    const asked = async (token: string) => server.app.inject({ url, headers: { cookie: `nocgia-follow=${token}` } });
    expect((await asked(other)).statusCode).toBe(404);
    const answer = await asked(await tokenOf(code));
    expect([answer.statusCode, answer.headers['content-type'], answer.rawPayload.subarray(0, 5).toString()]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
  });

  test('answers a request for papers with a file; the clock runs again, and the same again changes nothing', async () => {
    const { dossierId, code } = await taken();
    const papers = [{ name: 'Tờ khai', wrong: 'Thiếu chữ ký' }];
    await run('desk', (env) =>
      requestPapers({ dossierId, expectedVersion: 1, stage: 'intake', papers, legalBasis: null }, env),
    );
    clock.ahead += 60_000;
    const token = await tokenOf(code);
    const asked = (await shown(token)).dossier;
    expect(asked).toMatchObject({ status: 'awaiting_papers', awaited: { papers } });
    expect(asked?.['fileFor']).toEqual([{ key: 'to_khai', name: 'Tờ khai' }]);
    const answer =
      'mutation ($meta: CommandMeta!, $token: String!, $note: String) { answerPapers(meta: $meta, token: $token, note: $note) { position } }';
    const meta = { commandId: randomUUID() };
    expect((await ask(server, answer, { meta, token })).code).toBe('ANSWER_EMPTY');
    const chunk = (type: string): Buffer => Buffer.concat([Buffer.alloc(4), Buffer.from(type), Buffer.alloc(4)]);
    const picture = Buffer.concat([pngOf(10, 10), Buffer.alloc(4), chunk('IDAT'), chunk('IEND')]);
    const sent = await server.app.inject({
      method: 'POST',
      url: `/public/dossiers/${dossierId}/files`,
      ...scan({ token: String(asked?.['uploadToken']), paper: 'to_khai' }, picture, 'to-khai.png'),
    });
    expect(sent.statusCode).toBe(201);
    const first = await ask(server, answer, { meta, token });
    expect(first.code).toBeNull();
    expect((await ask(server, answer, { meta, token })).data).toEqual(first.data);
    expect((await shown(token)).dossier).toMatchObject({ status: 'processing', awaited: null, uploadToken: null });
    const [event] = (await server.platform.log.readStream(`dossier-${dossierId}`)).filter(
      ({ type }) => type === 'PapersSupplied',
    );
    expect(event).toMatchObject({ context: { actor: 'public' }, data: { channel: 'online' } });
  });

  test('takes it back, and is asked again after half an hour', async () => {
    const { code } = await taken();
    const token = await tokenOf(code);
    const withdraw =
      'mutation ($meta: CommandMeta!, $token: String!) { withdrawFollowed(meta: $meta, token: $token) { position } }';
    expect((await ask(server, withdraw, { meta: { commandId: randomUUID() }, token })).code).toBeNull();
    expect((await shown(token)).dossier).toMatchObject({ status: 'withdrawn', nationalStatus: 7, mayRate: true });
    clock.ahead += 31 * 60_000;
    expect((await shown(token)).code).toBe('FOLLOW_ENDED');
  });
});

describe('who does not', () => {
  test('is told the same of every guess, and no more after ten', async () => {
    const { code } = await taken();
    const none = 'H29.146-260101-0001';
    const [wrong, unknown] = [await open(code, '0112'), await open(none, '0111')];
    expect(wrong).toEqual(unknown);
    expect(wrong.code).toBe('FOLLOW_UNKNOWN');
    // An identity number opens nothing where there is a phone.
    expect((await open(code, '0123')).code).toBe('FOLLOW_UNKNOWN');
    for (let n = 0; n < 8; n += 1) await open(code, `1${n}00`);
    expect((await open(code, '0111')).code).toBe('PUBLIC_LIMIT');
    for (let n = 0; n < 9; n += 1) await open(none, '0000');
    expect((await open(none, '0111')).code).toBe('PUBLIC_LIMIT');
  });

  test('opens one without a phone by the identity number, and makes up no token', async () => {
    const { dossierId, code } = await taken({ phone: null });
    expect((await open(code, '0123')).code).toBeNull();
    const until = (server.platform.now().getTime() + 600_000).toString(36);
    expect((await shown(`h.${until}.${dossierId}.${'0'.repeat(32)}`)).code).toBe('FOLLOW_ENDED');
    expect((await shown(`h.${until}.x`)).code).toBe('FOLLOW_ENDED');
  });
});
