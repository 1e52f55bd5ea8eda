import { randomUUID } from 'node:crypto';
import { takeIn } from '@nocgia/services/dossiers/dossier/intake.ts';
import { withdrawDossier } from '@nocgia/services/dossiers/dossier/ending.ts';
import type { CommandEnv, Decider } from '@nocgia/services/dossiers/command-env.ts';
import { posterKey, ratingStream } from '@nocgia/services/dossiers/rating/rating.ts';
import { handedIn } from '@nocgia/services/dossiers/testing/scene.ts';
import { dispatch } from '@nocgia/services/event-store/dispatcher.ts';
import { dayInVietnam } from '@nocgia/schemas/days.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOneStop } from '../e2e/one-stop.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ask, type Clock } from './world.ts';

const clock: Clock = { ahead: 0 };
let server: TestServer;
let ward: string;
let procedureId: string;
let officer: string;

beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(Date.now() + clock.ahead) });
  ({ ward, procedureId } = await openOneStop(server));
  const viewer = await server.query<{ viewer: { accountId: string } }>(
    await server.signIn('tiepnhan'),
    '{ viewer { accountId } }',
  );
  officer = viewer.data?.viewer.accountId ?? expect.fail('no officer');
}, 120_000);
afterAll(() => server.stop());

const marks = ['thai_do', 'thoi_gian', 'huong_dan', 'co_so', 'chung'].map((key) => ({ key, mark: 4 }));
const rate =
  'mutation ($meta: CommandMeta!, $input: RateServiceInput!) { rateService(meta: $meta, input: $input) { received } }';
const thanks = { data: { rateService: { received: true } }, code: null, message: null };

let people = 0;

async function run(actor: string, decide: (env: CommandEnv) => Decider): Promise<Record<string, string>> {
  const now = server.platform.now();
  const env: CommandEnv = {
    ...{ may: () => null, accountId: actor, role: 'desk', now: now.toISOString(), today: dayInVietnam(now) },
    newId: randomUUID,
  };
  const request = { commandId: randomUUID(), name: 'test', payload: randomUUID() };
  const context = { actor, correlation: 'test' };
  const outcome = await dispatch(server.platform.log, { ...request, context }, decide(env));
  if (!outcome.ok) throw new Error(outcome.rejection.code);
  return (outcome.result ?? {}) as Record<string, string>;
}

/** A dossier that an officer took and its owner took back. */
async function over(): Promise<{ dossierId: string; code: string; phone: string }> {
  people += 1;
  const phone = `09${String(12_000_000 + people * 1_111)}`;
  const owner = { kind: 'citizen' as const, name: 'Người Đánh Giá', phone, email: null, address: null, birth: null };
  const taken = await run(officer, (env) =>
    takeIn({ ...handedIn, procedureId, owner: { ...owner, nationalId: null }, handOn: false }, env),
  );
  const dossierId = taken.dossierId ?? '';
  await run(officer, (env) => withdrawDossier({ dossierId, expectedVersion: 1, reason: null }, env));
  await server.projecting.waitFor(await server.platform.log.store.head(), 20_000);
  return { dossierId, code: taken.code ?? '', phone };
}

const answered = async (dossierId: string) => (await server.platform.log.readStream(ratingStream(dossierId))).length;

let addresses = 0;
/** A citizen's answer, from an address of its own where none is said. */
function say(input: object, commandId: string = randomUUID(), address = `198.51.100.${(addresses += 1)}`) {
  return ask(server, rate, { meta: { commandId }, input: { ward, via: 'dossier', marks, ...input } }, address);
}

describe('a citizen', () => {
  test('is asked what the ward asks, and told whom the poster is of', async () => {
    const { data } = await ask(
      server,
      'query ($officer: ID, $key: String) { ratingForm(officer: $officer, key: $key) { ward wardName days criteria { key vi en } officerName } }',
      { officer, key: posterKey(server.platform.publicHash, { ward, officer }) },
    );
    expect(data?.['ratingForm']).toMatchObject({ ward, days: 30, officerName: expect.any(String) });
    const nobody = await ask(
      server,
      'query ($officer: ID) { ratingForm(officer: $officer, key: "x") { officerName } }',
      {
        officer,
      },
    );
    expect(nobody.data?.['ratingForm']).toEqual({ officerName: null });
  });

  test('rates by code and digits; sent twice, at once or again, it counts once', async () => {
    const { dossierId, code, phone } = await over();
    const input = { code: code.toLowerCase(), digits: phone.slice(-4), comment: 'Cảm ơn' };
    const commandId = randomUUID();
    const both = await Promise.all([say(input, commandId), say(input, commandId)]);
    expect([
      ...both,
      await say(input),
      await say({ ...input, marks: marks.map((one) => ({ ...one, mark: 1 })) }),
    ]).toEqual(Array.from({ length: 4 }, () => thanks));
    expect(await answered(dossierId)).toBe(1);
    const [event] = await server.platform.log.readStream(ratingStream(dossierId));
    expect(event).toMatchObject({ context: { actor: 'public' }, data: { officer, comment: 'Cảm ơn' } });
  });

  test('rates by the phone at a counter, and an officer who had a hand in it', async () => {
    const [first, second] = [await over(), await over()];
    expect(await say({ via: 'desk', counter: '3', phone: first.phone })).toEqual(thanks);
    expect(await say({ via: 'officer', officer, phone: second.phone })).toEqual(thanks);
    expect([await answered(first.dossierId), await answered(second.dossierId)]).toEqual([1, 1]);
  });

  test('who guesses is answered the very same, and counts for nothing', async () => {
    const { dossierId, code, phone } = await over();
    const guesses = [
      { code, digits: '0000' },
      { code },
      { code: `${code.slice(0, -4)}9999`, digits: phone.slice(-4) },
      { via: 'desk', phone: '0999888777' },
      { via: 'officer', officer: randomUUID(), phone },
    ];
    for (const guess of guesses) expect(await say(guess)).toEqual(thanks);
    expect(await answered(dossierId)).toBe(0);
  });

  test('is told what is amiss with the answer as such, whether the code is known or not', async () => {
    const { code, phone } = await over();
    for (const proof of [
      { code, digits: phone.slice(-4) },
      { code: 'H29.1-260101-0001', digits: '1234' },
    ]) {
      expect((await say({ ...proof, marks: marks.slice(1) })).code).toBe('FIELD_INVALID');
      expect((await say({ ...proof, marks: marks.map((one) => ({ ...one, mark: 9 })) })).code).toBe('FIELD_INVALID');
    }
    expect((await say({ phone: '123' })).code).toBe('FIELD_INVALID');
  });

  test('may try so often about one code, and from one address, and no more', async () => {
    const guess = { code: 'H29.146-260102-0001', digits: '1234' };
    for (let n = 0; n < 6; n += 1) expect(await say(guess)).toEqual(thanks);
    expect((await say(guess)).code).toBe('PUBLIC_LIMIT');
    const from = '203.0.113.77';
    const many = await Promise.all(
      Array.from({ length: 61 }, (_, n) =>
        say({ code: `H29.146-260103-${1000 + n}`, digits: '1234' }, randomUUID(), from),
      ),
    );
    expect(many.filter(({ code }) => code === 'PUBLIC_LIMIT')).toHaveLength(1);
  });
});

describe('the figures', () => {
  const figures = `query ($ward: ID!, $period: String!) { satisfaction(ward: $ward, period: $period) {
    opens newest whole { answers satisfied { share low high } byCriterion { key marks } }
    officers { subject answers rank satisfied { share } } procedures { subject answers } } }`;
  const month = () => dayInVietnam(server.platform.now()).slice(0, 7);
  interface Figures {
    satisfaction: {
      whole: { answers: number; satisfied: { share: number } | null };
      officers: { subject: string | null; satisfied: object | null }[];
    } | null;
  }

  test('are the leader’s at once, with the answers behind them; an officer’s own when the month is closed', async () => {
    for (let n = 0; n < 5; n += 1) {
      const { code, phone } = await over();
      await say({ code, digits: phone.slice(-4) });
    }
    await server.projecting.waitFor(await server.platform.log.store.head(), 20_000);
    const [leader, desk] = [await server.signIn('lanhdao'), await server.signIn('tiepnhan')];
    const now = await server.query<Figures>(leader, figures, { ward, period: month() });
    expect(now.data?.satisfaction?.whole.satisfied).toMatchObject({ share: 1 });
    expect(now.data?.satisfaction?.officers).toMatchObject([{ subject: officer, satisfied: { share: 1 }, rank: null }]);
    const behind = await server.query<{ ratingAnswers: { items: object[] } }>(
      leader,
      `query ($ward: ID!, $period: String!, $subject: ID) { ratingAnswers(ward: $ward, period: $period, of: officer, subject: $subject) { items { code comment marks { mark } } } }`,
      { ward, period: month(), subject: officer },
    );
    expect(behind.data?.ratingAnswers.items).toHaveLength(now.data?.satisfaction?.whole.answers ?? -1);
    const open = await server.query<Figures>(desk, figures, { ward, period: month() });
    expect(open.errors?.[0]?.extensions?.['code']).toBe('PERIOD_UNKNOWN');
    const period = month();
    clock.ahead += 32 * 86_400_000;
    const closed = await server.query<Figures>(await server.signIn('tiepnhan'), figures, { ward, period });
    expect(closed.data?.satisfaction?.officers).toMatchObject([{ subject: officer }]);
  });
});
