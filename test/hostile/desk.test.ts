import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { calendarStream } from '@nocgia/services/dossiers/calendar/calendar.ts';
import { dossierOf } from '@nocgia/services/dossiers/dossier/dossier-state.ts';
import { numberingStream, seriesOf } from '@nocgia/services/dossiers/numbering/numbering.ts';
import { oneStopStream } from '@nocgia/services/dossiers/one-stop/one-stop.ts';
import { procedureStream } from '@nocgia/services/dossiers/procedure/procedure.ts';
import { accountOf, handedIn, procedureId, ready, ward } from '@nocgia/services/dossiers/testing/scene.ts';
import { derivedId } from '@nocgia/services/event-store/derived-id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeskTask } from '../support/desk-child.ts';
import { openGround, type Ground } from '../support/kills.ts';
import { seeded } from '../support/register-events.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
  const world = ready();
  const accounts = (['desk', 'civil_status', 'leader'] as const).map((role) => `account-${accountOf(role)}`);
  const streams = [oneStopStream(ward), calendarStream(ward), procedureStream(procedureId), ...accounts];
  const commandId = derivedId('desk', 'opened');
  const { outcome } = await ground.log.append({
    ...{ commandId, fingerprint: '0'.repeat(64), result: null, context: { actor: 'system', correlation: commandId } },
    writes: streams.map((stream) => ({ stream, expected: 'none' as const, events: [...world.events(stream)] })),
  });
  expect(outcome).toBe('appended');
});
afterAll(() => ground?.close());

const dossiers = 40;
const kills = 12;
const book = 'BL-2026';

/** A desk in a process of its own; killed after so many milliseconds of work, or let go on to its end (null). */
async function work(killAfter: number | null): Promise<string> {
  const { appUrl } = ground.database;
  const task: DeskTask = { appUrl, masterKey: ground.masterKey, dossiers, handedIn, book };
  const child = spawn(process.execPath, [
    new URL('../support/desk-child.ts', import.meta.url).pathname,
    JSON.stringify(task),
  ]);
  let words = '';
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const started = new Promise<void>((resolve) => {
    child.stdout.on('data', (text: Buffer) => {
      words += text.toString();
      if (words.includes('started')) resolve();
    });
    child.on('exit', () => resolve());
  });
  child.stderr.on('data', (text: Buffer) => (words += text.toString()));
  await started;
  if (killAfter !== null) {
    await sleep(killAfter);
    child.kill('SIGKILL');
  }
  await ended;
  return words;
}

test(
  'a desk that is killed again and again, between and within intake, payment and settlement, does each exactly once',
  { timeout: 240_000 },
  async () => {
    const random = seeded(766);
    let atWork = 0;
    for (let n = 0; n < kills; n++) {
      const words = await work(10 + random() * 120);
      if (!words.includes('done')) atWork += 1;
    }
    // Else nothing was tried.
    expect(atWork).toBeGreaterThan(kills / 2);
    expect(await work(null)).toContain('done');

    const streams = new Map<string, Awaited<ReturnType<Ground['log']['readStream']>>>();
    for await (const event of everything())
      if (event.stream.startsWith('dossier-')) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
    expect(streams.size).toBe(dossiers);
    const states = [...streams.values()].map((events) => {
      const once = events.map(({ type }) => type).filter((type) => type !== 'DossierHandedOn');
      expect(new Set(once).size, once.join()).toBe(once.length);
      return dossierOf(events) ?? expect.fail('no dossier');
    });
    expect(states.every(({ status }) => status === 'returned')).toBe(true);

    const series = async (kind: 'dossier' | 'receipt', period: string) =>
      seriesOf(await ground.log.readStream(numberingStream({ ward, kind, period })));
    const codes = await series('dossier', '20261120');
    const receipts = await series('receipt', book);
    const all = Array.from({ length: dossiers }, (_, index) => index + 1);
    expect([...codes.taken.keys()].sort((a, b) => a - b)).toEqual(all);
    expect([...receipts.taken.keys()].sort((a, b) => a - b)).toEqual(all);
    for (const { dossierId, code, fees } of states) {
      expect(codes.taken.get(Number(code?.slice(-4)))).toBe(dossierId);
      const [fee] = fees;
      expect(fee?.receipt && receipts.taken.get(fee.receipt.number)).toBe(fee?.requestId);
    }
  },
);

async function* everything() {
  let after = '0'.repeat(20);
  for (;;) {
    const page = await ground.log.readAll(after, 1000);
    if (page.events.length === 0) return;
    yield* page.events;
    after = page.events.at(-1)?.position ?? after;
  }
}
