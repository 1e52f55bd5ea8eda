import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorStatus, RejectionError } from '@nocgia/schemas/errors.ts';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Log, RecordedEvent } from '../../event-store/log.ts';
import { taken, ready } from '../testing/scene.ts';
import { dossierStream } from '../dossier/dossier-state.ts';
import type { FileDeps } from './deps.ts';
import { fileLimits } from './media.ts';
import { dropFile, openFile, settleFile, storeFile, sweepFiles } from './store.ts';
import { fullStore } from './testing/full-store.ts';
import { pngOf } from './testing/pictures.ts';

const now = '2026-11-20T03:00:00.000Z';
let folder: string;
let key: Buffer;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nocgia-files-'));
  key = randomBytes(32);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const logOf = (events: Record<string, readonly RecordedEvent[]>): Log =>
  ({ readStream: (stream: string) => Promise.resolve([...(events[stream] ?? [])]) }) as Partial<Log> as Log;

function depsOn(driver: FSDriver, { at = now, events = {} } = {}): FileDeps {
  const ensure = (subjects: readonly string[]) => Promise.resolve(new Map(subjects.map((one) => [one, key])));
  const keyring = { ensure } as Partial<FileDeps['keyring']> as FileDeps['keyring'];
  return { disk: new Disk(driver), keyring, log: logOf(events), now: () => new Date(at) };
}
const onFolder = (): FSDriver => new FSDriver({ location: folder, visibility: 'private' });

const idAt = (instant: string): string => uuidv7({ msecs: Date.parse(instant) });
const someFile = () => ({ dossierId: uuidv7(), fileId: idAt(now) });
async function* inChunks(bytes: Buffer, size = 100_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const left = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((one) => (one.isFile() ? [one.name] : []));
const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'taken',
    (error: Error) => (error instanceof RejectionError ? error.rejection.code : `broken: ${error.message}`),
  );

describe('a file of a dossier', () => {
  test('lies sealed and comes back as it was', async () => {
    const deps = depsOn(onFolder());
    const of = someFile();
    const picture = Buffer.concat([pngOf(800, 600), randomBytes(700_000), Buffer.from('Nguyễn Thị Hoà')]);
    expect(await storeFile(deps, of, inChunks(picture))).toMatchObject({
      bytes: picture.length,
      mediaType: 'image/png',
    });
    await settleFile(deps.disk, of);
    const stored = Buffer.from(await deps.disk.getBytes(`files/${of.dossierId}/${of.fileId}`));
    expect(stored.includes(Buffer.from('IHDR')) || stored.includes(Buffer.from('Hoà'))).toBe(false);
    expect(Buffer.concat(await (await openFile(deps, of)).toArray()).equals(picture)).toBe(true);
    expect(left()).toEqual([of.fileId]);
  });

  test.each([
    ['FILE_TYPE', Buffer.from('<html><script>fetch("/graphql")</script>')],
    ['FILE_TYPE', Buffer.alloc(0)],
    ['FILE_DAMAGED', Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(300_000)])],
    ['FILE_PIXELS', pngOf(20_000, 20_000)],
    ['FILE_TOO_LARGE', Buffer.concat([pngOf(10, 10), Buffer.alloc(fileLimits.bytes)])],
  ])('is refused with %s, and nothing of it stays', async (code, bytes) => {
    expect(await refusalOf(storeFile(depsOn(onFolder()), someFile(), inChunks(bytes)))).toBe(code);
    expect(left()).toEqual([]);
  });

  test('finds no room: it is said so, as 507, and nothing is half written', async () => {
    const deps = { ...depsOn(onFolder()), disk: fullStore(folder) };
    const bytes = Buffer.concat([pngOf(10, 10), randomBytes(1_000_000)]);
    expect(await refusalOf(storeFile(deps, someFile(), inChunks(bytes)))).toBe('STORAGE_FULL');
    expect(errorStatus('STORAGE_FULL')).toBe(507);
    expect(left()).toEqual([]);
  });

  test('whose bytes are not there is said to be away', async () => {
    expect(await refusalOf(openFile(depsOn(onFolder()), someFile()))).toBe('STORAGE_AWAY');
    expect(errorStatus('STORAGE_AWAY')).toBe(503);
  });
});

describe('an upload that a kill broke off', () => {
  test('goes an hour later if no dossier took it, and stays if one did', async () => {
    const world = ready();
    const dossierId = await taken(world, now);
    const [known, orphan, fresh] = [idAt(now), idAt(now), idAt('2026-11-20T03:30:00.000Z')];
    const added = { type: 'DossierFileAdded', data: { dossierId, fileId: known, paper: null, occurredAt: now } };
    const stream = dossierStream(dossierId);
    const events = { [stream]: [...world.events(stream), added as RecordedEvent] };
    const deps = depsOn(onFolder(), { at: '2026-11-20T04:00:00.001Z', events });
    for (const fileId of [known, orphan, fresh]) await storeFile(deps, { dossierId, fileId }, inChunks(pngOf(9, 9)));
    expect(await sweepFiles(deps)).toBe(1);
    expect(left().sort()).toEqual([`${dossierId}.${fresh}`, fresh, known].sort());
    expect(await sweepFiles(deps)).toBe(0);
    await dropFile(deps.disk, { dossierId, fileId: fresh });
    expect(left()).toEqual([known]);
  });

  test('there is none where no file was ever taken', async () => expect(await sweepFiles(depsOn(onFolder()))).toBe(0));
});
