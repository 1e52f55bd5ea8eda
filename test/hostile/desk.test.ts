import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { calendarStream } from '@nocgia/services/dossiers/calendar/calendar.ts';
import { dossierOf } from '@nocgia/services/dossiers/dossier/dossier-state.ts';
import { openFile, sweepFiles } from '@nocgia/services/dossiers/file/store.ts';
import { numberingStream, seriesOf } from '@nocgia/services/dossiers/numbering/numbering.ts';
import { oneStopStream } from '@nocgia/services/dossiers/one-stop/one-stop.ts';
import { procedureStream } from '@nocgia/services/dossiers/procedure/procedure.ts';
import { accountOf, handedIn, procedureId, ready, ward } from '@nocgia/services/dossiers/testing/scene.ts';
import { derivedId } from '@nocgia/services/event-store/derived-id.ts';
import { testCertificate } from '@nocgia/services/papers/testing/certificates.ts';
import { onePage } from '@nocgia/services/papers/testing/one-page.ts';
import * as registry from '@nocgia/services/registry/test-support.ts';
import { folderDisk } from '@nocgia/services/server/dossier-files.ts';
import { settlingId } from '@nocgia/services/server/settling/settling.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeskTask } from '../support/desk-child.ts';
import { openGround, type Ground } from '../support/kills.ts';
import { seeded } from '../support/register-events.ts';

const dossiers = 16;
const book = 'BL-2026';
const passphrase = 'mat-khau';
const signatory = { name: 'Đặng Văn Lãnh Đạo', position: 'Chủ tịch' };

let ground: Ground;
let folder: string;
let task: Omit<DeskTask, 'appUrl' | 'masterKey'>;
beforeAll(async () => {
  ground = await openGround();
  folder = mkdtempSync(join(tmpdir(), 'nocgia-desk-'));
  const world = ready({ settlement: 'death' });
  const houses = registry.ward();
  const [people, homes]: [string[], string[]] = [[], []];
  for (let n = 0; n < dossiers; n++) {
    const household = await registry.household(houses);
    people.push((await registry.register(houses, registry.person(household, `Người thứ ${n}`))).citizenId);
    homes.push(household);
  }
  const [draft, { file }] = [await onePage(), testCertificate(signatory.name, passphrase, 'aes256')];
  task = {
    ...{ people, handedIn, book, folder, passphrase, signatory },
    ...{ draft: draft.toString('base64'), certificate: file.toString('base64') },
  };
  const accounts = (['desk', 'civil_status', 'leader'] as const).map((role) => `account-${accountOf(role)}`);
  const streams = [oneStopStream(ward), calendarStream(ward), procedureStream(procedureId), ...accounts];
  const commandId = derivedId('desk', 'opened');
  const inRegister = [
    ...Object.values(registry.dwellings).map((id) => `dwelling-${id}`),
    ...homes.map((id) => `household-${id}`),
    ...people.map((id) => `citizen-${id}`),
  ];
  const begun = [
    ...streams.map((stream) => ({ stream, events: world.events(stream) })),
    ...inRegister.map((stream) => ({ stream, events: houses.events(stream) })),
  ];
  const { outcome } = await ground.log.append({
    ...{ commandId, fingerprint: '0'.repeat(64), result: null, context: { actor: 'system', correlation: commandId } },
    writes: begun.map(({ stream, events }) => ({ stream, expected: 'none' as const, events: [...events] })),
  });
  expect(outcome).toBe('appended');
});
afterAll(async () => {
  await ground?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** When a desk is killed: so many milliseconds after it began to work, or was about to sign a result or to write the register. */
interface Kill {
  word: 'started' | 'signing' | 'writing';
  within: number;
}
const kills: readonly Kill[] = [
  ...Array.from({ length: 6 }, (): Kill => ({ word: 'started', within: 130 })),
  ...Array.from({ length: 3 }, (): Kill => ({ word: 'signing', within: 60 })),
  ...Array.from({ length: 3 }, (): Kill => ({ word: 'writing', within: 15 })),
];

/** A desk in a process of its own; killed so many milliseconds after a word of it, or let go on to its end (null). */
async function work(kill: { word: Kill['word']; after: number } | null): Promise<string> {
  const { appUrl } = ground.database;
  const whole: DeskTask = { appUrl, masterKey: ground.masterKey, ...task };
  const child = spawn(process.execPath, [
    new URL('../support/desk-child.ts', import.meta.url).pathname,
    JSON.stringify(whole),
  ]);
  let words = '';
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const started = new Promise<void>((resolve) => {
    child.stdout.on('data', (text: Buffer) => {
      words += text.toString();
      if (words.includes(kill?.word ?? 'started')) resolve();
    });
    child.on('exit', () => resolve());
  });
  child.stderr.on('data', (text: Buffer) => (words += text.toString()));
  await started;
  if (kill !== null) {
    await sleep(kill.after);
    child.kill('SIGKILL');
  }
  await ended;
  return words;
}

/** Commands that wrote an event of a type, one for each that stands. */
async function commandsOf(type: string, fits: (data: object) => boolean = () => true): Promise<string[]> {
  const found: string[] = [];
  for await (const event of everything()) if (event.type === type && fits(event.data)) found.push(event.commandId);
  return found.toSorted();
}

test(
  'a desk that is killed again and again, between and within intake, payment, signing, settlement and the register, does each exactly once',
  { timeout: 240_000 },
  async () => {
    const random = seeded(766);
    let atWork = 0;
    for (const { word, within } of kills) {
      const words = await work({ word, after: random() * within });
      if (!words.includes('done')) atWork += 1;
      // Whatever moment it was: what stands, stands whole.
      expect(await commandsOf('CitizenDied')).toEqual(await commandsOf('RegisterWritten'));
      expect(await commandsOf('DossierFileAdded', (data) => 'from' in data && data.from === 'system')).toEqual(
        await commandsOf('DossierSigned'),
      );
    }
    // Else nothing was tried.
    expect(atWork).toBeGreaterThan(kills.length / 2);
    expect(await work(null)).toContain('done');

    const streams = new Map<string, Awaited<ReturnType<Ground['log']['readStream']>>>();
    for await (const event of everything())
      if (event.stream.startsWith('dossier-')) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
    expect(streams.size).toBe(dossiers);
    const states = [...streams.values()].map((events) => {
      const once = events
        .map(({ type }) => type)
        .filter((type) => type !== 'DossierHandedOn' && type !== 'DossierFileAdded');
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

    expect(await commandsOf('CitizenDied')).toEqual(
      states.map(({ dossierId }) => settlingId(dossierId, 'death')).toSorted(),
    );
    expect(await commandsOf('HouseholdMemberLeft')).toHaveLength(dossiers);
    await filesAre(states);
  },
);

/** Each dossier holds its draft and one signed copy of it, both whole; what a kill left between bytes and event is taken away. */
async function filesAre(states: readonly NonNullable<ReturnType<typeof dossierOf>>[]): Promise<void> {
  const disk = folderDisk(folder);
  const later = new Date(Date.now() + 2 * 3_600_000);
  const deps = { disk, log: ground.log, keyring: ground.keyring, now: () => later };
  await sweepFiles(deps);
  for (const { dossierId, files } of states) {
    const [draft, signed] = files;
    expect(files).toHaveLength(2);
    expect(draft?.signedAs).toBe(signed?.fileId);
    for (const { fileId } of files)
      expect((await buffer(await openFile(deps, { dossierId, fileId }))).toString('latin1', 0, 5)).toBe('%PDF-');
    const known = files.map(({ fileId }) => fileId).toSorted();
    expect(readdirSync(join(folder, 'files', dossierId)).toSorted()).toEqual(known);
  }
}

async function* everything() {
  let after = '0'.repeat(20);
  for (;;) {
    const page = await ground.log.readAll(after, 1000);
    if (page.events.length === 0) return;
    yield* page.events;
    after = page.events.at(-1)?.position ?? after;
  }
}
