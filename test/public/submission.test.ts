import { randomUUID } from 'node:crypto';
import { lookupCode } from '@nocgia/services/dossiers/public/lookup-code.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOneStop, procedureCode, procedureName } from '../e2e/one-stop.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ask, openForm, send, type Clock } from './world.ts';

const clock: Clock = { ahead: 0 };
let server: TestServer;
let ward: string;
let procedureId: string;

beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(Date.now() + clock.ahead) });
  ({ ward, procedureId } = await openOneStop(server));
}, 120_000);
afterAll(() => server.stop());

/** A form of this dossier that was opened a minute ago. */
async function form(dossierId: string): Promise<string> {
  const token = await openForm(server, { procedureId, dossierId });
  clock.ahead += 60_000;
  return token;
}

describe('somebody without an account', () => {
  test('finds the ward, its procedures without accents, and one by its code', async () => {
    const { data } = await ask(
      server,
      `query ($ward: ID!, $code: ID!) {
        publicWards { ward name } publicWard { ward deskName week { hours { from to } } }
        found: publicProcedures(ward: $ward, text: "tinh trang hon nhan") { id code name fees { amount } papers { name fromRegister } }
        publicProcedure(id: $code) { id name takenOnline term { unit amount } }
      }`,
      { ward, code: procedureCode },
    );
    expect(data).toMatchObject({
      publicWards: [{ ward }],
      publicWard: { ward },
      publicProcedure: { id: procedureId, name: procedureName, takenOnline: true },
    });
    expect(data?.['found']).toContainEqual(expect.objectContaining({ id: procedureId, code: procedureCode }));
  });

  test('is answered nothing else', async () => {
    const answer = await ask(server, '{ publicWards { ward } dossiers(drawer: open) { items { id } } }');
    expect(answer).toMatchObject({ data: null, code: 'UNAUTHENTICATED' });
  });

  test('sends a dossier in, which the desk sees; the same again is the same one', async () => {
    const dossierId = randomUUID();
    const sending = { procedureId, dossierId, commandId: randomUUID(), token: await form(dossierId) };
    const first = await send(server, sending);
    expect(first.data?.['submitDossier']).toMatchObject({ dossierId, lookupCode: lookupCode(dossierId) });
    expect((await send(server, sending)).data).toEqual(first.data);
    expect((await send(server, { ...sending, commandId: randomUUID() })).code).toBe('DOSSIER_SENT');
    await server.projecting.waitFor(await server.platform.log.store.head(), 20_000);
    const seen = await server.query<{ dossiers: { items: { id: string; status: string }[] } }>(
      await server.signIn('tiepnhan'),
      '{ dossiers(drawer: incoming) { items { id status } } }',
    );
    expect(seen.data?.dossiers.items.filter(({ id }) => id === dossierId)).toEqual([
      { id: dossierId, status: 'submitted' },
    ]);
    const [event] = await server.platform.log.readStream(`dossier-${dossierId}`);
    expect(event?.context).toMatchObject({ actor: 'public' });
    expect(event?.context.position).toBeUndefined();
  });

  test('two sendings at the same moment are one dossier', async () => {
    const dossierId = randomUUID();
    const token = await form(dossierId);
    const both = await Promise.all([0, 1].map(() => send(server, { procedureId, dossierId, token })));
    expect(both.map(({ code }) => code).sort()).toEqual(['DOSSIER_SENT', null]);
    expect(await server.platform.log.readStream(`dossier-${dossierId}`)).toHaveLength(1);
  });

  test('needs a phone that opens the dossier’s page later', async () => {
    const dossierId = randomUUID();
    const owner = { kind: 'citizen', name: 'Không Điện Thoại' };
    const answer = await send(server, { procedureId, dossierId, token: await form(dossierId), over: { owner } });
    expect(answer.code).toBe('CONTACT_NEEDED');
  });
});

describe('a machine', () => {
  const address = '203.0.113.9';

  test('that is faster than a person waits, and may then send', async () => {
    const dossierId = randomUUID();
    const token = await openForm(server, { procedureId, dossierId });
    expect((await send(server, { procedureId, dossierId, token, address })).code).toBe('PUBLIC_TOO_FAST');
    clock.ahead += 10_000;
    expect((await send(server, { procedureId, dossierId, token, address })).code).toBeNull();
  });

  test('that makes a token up, uses one again for another dossier, or keeps one for more than a day is refused', async () => {
    const dossierId = randomUUID();
    const token = await form(dossierId);
    for (const wrong of ['', 'x', `${token}0`, `${Date.now().toString(36)}.${token.split('.')[1]}`])
      expect((await send(server, { procedureId, dossierId, token: wrong, address })).code).toBe('PUBLIC_FORM_UNKNOWN');
    expect((await send(server, { procedureId, token, address })).code).toBe('PUBLIC_FORM_UNKNOWN');
    clock.ahead += 25 * 3_600_000;
    expect((await send(server, { procedureId, dossierId, token, address })).code).toBe('PUBLIC_FORM_OLD');
  });

  test('that fills in what no person sees is told which field to clear', async () => {
    const dossierId = randomUUID();
    const token = await form(dossierId);
    const answer = await send(server, { procedureId, dossierId, token, address, over: { trap: 'http://' } });
    expect(answer).toMatchObject({ code: 'PUBLIC_TRAP', message: expect.stringContaining('Website') });
  });

  test(
    'that sends many answers a question in words, and is stopped for the hour in the end',
    { timeout: 60_000 },
    async () => {
      const from = '203.0.113.77';
      const words = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
      const codes: (string | null)[] = [];
      let answered = 0;
      // One hour by the clock, from its start.
      clock.ahead += 3_600_000 - ((Date.now() + clock.ahead) % 3_600_000);
      for (let turn = 0; turn < 61; turn++) {
        const dossierId = randomUUID();
        const token = await openForm(server, { procedureId, dossierId });
        clock.ahead += 4_000;
        const first = await send(server, { procedureId, dossierId, token, address: from });
        codes.push(first.code);
        if (first.code !== 'PUBLIC_QUESTION') continue;
        const [, a = '', b = ''] = /: (\S+) cộng (\S+) bằng/.exec(first.message ?? '') ?? [];
        const over = { answer: String(words.indexOf(a) + words.indexOf(b)) };
        const wrong = await send(server, { procedureId, dossierId, token, address: from, over: { answer: '99' } });
        const right = await send(server, { procedureId, dossierId, token, address: from, over });
        if (wrong.code === 'PUBLIC_QUESTION' && right.code === null) answered += 1;
      }
      expect(codes.slice(0, 5)).toEqual([null, null, null, null, null]);
      expect(codes[5]).toBe('PUBLIC_QUESTION');
      expect(answered).toBeGreaterThan(10);
      expect(codes.at(-1)).toBe('PUBLIC_LIMIT');
      expect((await send(server, { procedureId, token: 'x', address: '203.0.113.78' })).code).toBe(
        'PUBLIC_FORM_UNKNOWN',
      );
    },
  );
});

test('of an address nothing is kept but a keyed hash', async () => {
  const { rows } = await server.platform.appPool.query<{ key: string }>('select key from app.sign_in_throttle');
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every(({ key }) => /^[0-9a-f]{64}$/.test(key))).toBe(true);
});
