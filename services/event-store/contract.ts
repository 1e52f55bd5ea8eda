import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  START,
  type AppendCommand,
  type AppendResult,
  type EventStore,
  type ExpectedVersion,
  type Json,
  type ReadEvent,
  type StoredEvent,
} from './port.ts';

/** What an adapter brings to the contract suite. `another` opens a second store on the same log, as another process would. */
export interface StoreUnderTest {
  store: EventStore;
  another: () => Promise<EventStore> | EventStore;
  close: () => Promise<void>;
}

/** An event with nothing personal but one sealed part. */
export function anEvent(data: Json = {}, type = 'SomethingHappened'): StoredEvent {
  const bytes = Buffer.from(randomUUID());
  return { id: randomUUID(), type, schemaVersion: 1, data, sealed: [{ subject: `citizen:${randomUUID()}`, bytes }] };
}

/** One stream's share of a command: `events` new events. */
export function aWrite(stream: string, expected: ExpectedVersion, events: number | StoredEvent[] = 1) {
  const made = typeof events === 'number' ? Array.from({ length: events }, (_, n) => anEvent({ n })) : events;
  return { stream, expected, events: made };
}

/** A command under a new id. */
export function aCommand(...writes: AppendCommand['writes']): AppendCommand {
  return {
    commandId: randomUUID(),
    fingerprint: 'a1'.repeat(32),
    result: { made: randomUUID() },
    context: { actor: randomUUID(), unit: '27415', correlation: randomUUID() },
    writes,
  };
}

/** A stream name that no other test uses. */
export function aStream(category = 'citizen'): string {
  return `${category}-${randomUUID()}`;
}

function appended(result: AppendResult): Extract<AppendResult, { outcome: 'appended' }> {
  if (result.outcome !== 'appended') throw new Error(`not appended: ${JSON.stringify(result)}`);
  return result;
}

/** Reads the whole log from `after` to its head in pages of `limit`. */
export async function readToHead(store: EventStore, after = START, limit = 100): Promise<ReadEvent[]> {
  const events: ReadEvent[] = [];
  for (let position = after; ;) {
    const page = await store.readAll(position, limit);
    events.push(...page.events);
    position = page.position;
    if (page.atHead) return events;
  }
}

/** Waits until `check` holds; for what a store does in its own time. */
export async function eventually(check: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; !(await check()); tries += 1) {
    if (tries > 400) throw new Error('it never came true');
    await new Promise((resolve) => {
      setTimeout(resolve, 25);
    });
  }
}

/** The one suite that every adapter of the port must pass. */
export function storeContract(make: () => Promise<StoreUnderTest>): void {
  let under: StoreUnderTest;
  let store: EventStore;

  beforeAll(async () => {
    under = await make();
    store = under.store;
  });
  afterAll(() => under.close());

  describe('append', () => {
    test('starts a stream, goes on with it, and tells versions and positions', async () => {
      const stream = aStream();
      const first = appended(await store.append(aCommand(aWrite(stream, 'none', 2))));
      expect(first.versions[stream]).toBe(2);
      const second = appended(await store.append(aCommand(aWrite(stream, 2))));
      expect(second.versions[stream]).toBe(3);
      expect(second.position > first.position).toBe(true);
      expect(first.position).toMatch(/^\d{20}$/);
      const events = await store.readStream(stream);
      expect(events.map((event) => event.version)).toEqual([1, 2, 3]);
      expect(events.map((event) => event.position).slice(1)).toEqual([first.position, second.position]);
    });

    test('gives back every part of an event', async () => {
      const stream = aStream('dossier');
      const event = anEvent({ list: [1, 2.5, null, true], nested: { a: '"\\' } }, 'DossierReceived');
      event.schemaVersion = 3;
      event.sealed.push({ subject: 'household:x', bytes: Buffer.from([0, 255, 10, 0]) });
      const bare = { ...anEvent({ bare: true }), sealed: [] };
      const command = aCommand(aWrite(stream, 'none', [event, bare]));
      command.context = {
        ...command.context,
        position: randomUUID(),
        source: { kind: 'import', id: 'i-1' },
        causation: randomUUID(),
      };
      const result = appended(await store.append(command));
      const [read, readBare] = await store.readStream(stream);
      expect(read).toMatchObject({
        id: event.id,
        type: 'DossierReceived',
        schemaVersion: 3,
        data: event.data,
        stream,
        version: 1,
        context: command.context,
        commandId: command.commandId,
      });
      expect(read?.sealed.map((part) => [part.subject, Buffer.from(part.bytes).toString('hex')])).toEqual(
        event.sealed.map((part) => [part.subject, Buffer.from(part.bytes).toString('hex')]),
      );
      expect(readBare).toMatchObject({ sealed: [], version: 2, position: result.position });
      expect(new Date(read?.recordedAt ?? '').toISOString()).toBe(read?.recordedAt);
    });

    test('refuses every expected version that does not hold, and writes nothing', async () => {
      const stream = aStream();
      const absent = aStream();
      expect(await store.append(aCommand(aWrite(absent, 1)))).toEqual({
        outcome: 'conflict',
        stream: absent,
        expected: 1,
        actual: 0,
      });
      await store.append(aCommand(aWrite(stream, 'none', 2)));
      for (const expected of ['none', 0, 1, 3] as const) {
        const result = await store.append(aCommand(aWrite(stream, expected)));
        expect(result).toEqual({ outcome: 'conflict', stream, expected, actual: 2 });
      }
      expect(await store.readStream(absent)).toEqual([]);
      expect(await store.readStream(stream)).toHaveLength(2);
    });

    test("takes 'any' on a new and on an old stream, and 0 as none", async () => {
      const stream = aStream();
      expect(appended(await store.append(aCommand(aWrite(stream, 'any')))).versions[stream]).toBe(1);
      expect(appended(await store.append(aCommand(aWrite(stream, 'any', 2)))).versions[stream]).toBe(3);
      const other = aStream();
      expect(appended(await store.append(aCommand(aWrite(other, 0)))).versions[other]).toBe(1);
    });

    test('a write without events checks a version and changes nothing', async () => {
      const [checked, written] = [aStream(), aStream()];
      await store.append(aCommand(aWrite(checked, 'none')));
      const right = await store.append(aCommand(aWrite(checked, 1, 0), aWrite(written, 'none')));
      expect(appended(right).versions[written]).toBe(1);
      const stale = await store.append(aCommand(aWrite(checked, 'none', 0), aWrite(written, 1)));
      expect(stale).toEqual({ outcome: 'conflict', stream: checked, expected: 'none', actual: 1 });
      const absent = aStream();
      expect((await store.append(aCommand(aWrite(absent, 'none', 0), aWrite(written, 1)))).outcome).toBe('appended');
      expect(await store.readStream(checked)).toHaveLength(1);
      expect(await store.readStream(absent)).toEqual([]);
      expect(await store.readStream(written)).toHaveLength(2);
    });

    test('a command that only checks is remembered like any other', async () => {
      const stream = aStream();
      const command = aCommand(aWrite(stream, 'none', 0));
      expect(await store.append(command)).toMatchObject({ outcome: 'appended', position: START });
      expect(await store.append(command)).toMatchObject({ outcome: 'duplicate', record: { position: START } });
    });

    test('several streams are written whole or not at all', async () => {
      const [a, b, c] = [aStream(), aStream(), aStream()];
      await store.append(aCommand(aWrite(b, 'none')));
      const before = await store.head();
      const refused = await store.append(aCommand(aWrite(a, 'none'), aWrite(b, 'none', 2), aWrite(c, 'none')));
      expect(refused).toMatchObject({ outcome: 'conflict', stream: b, actual: 1 });
      expect(await readToHead(store, before)).toEqual([]);

      const command = aCommand(aWrite(a, 'none', 2), aWrite(b, 1, 2), aWrite(c, 'any'));
      appended(await store.append(command));
      const planned = command.writes.flatMap((write) => write.events.map((event) => event.id));
      const written = async () =>
        (await readToHead(store, before))
          .filter((event) => event.commandId === command.commandId)
          .map((event) => event.id);
      // An eventual store may still be writing: never more than the plan, and in the end all of it.
      await eventually(async () => {
        const ids = await written();
        expect(new Set(ids).size).toBe(ids.length);
        expect(planned).toEqual(expect.arrayContaining(ids));
        return ids.length === planned.length;
      });
      if (store.capabilities.multiStream === 'atomic') expect(await written()).toEqual(planned);
      expect((await store.readStreams([a, b, c])).get(b)).toHaveLength(3);
    });
  });

  describe('command ids', () => {
    test('a repeat returns the first result, also after a later change', async () => {
      const stream = aStream();
      const command = aCommand(aWrite(stream, 'none', 2));
      const first = appended(await store.append(command));
      const record = { commandId: command.commandId, fingerprint: command.fingerprint, result: command.result };
      const again = { outcome: 'duplicate', record: { ...record, position: first.position } };
      expect(await store.append(command)).toEqual(again);
      await store.append(aCommand(aWrite(stream, 2)));
      expect(await store.append({ ...command, result: { other: true } })).toEqual(again);
      expect(await store.findCommand(command.commandId)).toEqual(again.record);
      expect(await store.readStream(stream)).toHaveLength(3);
    });

    test('the same id with another payload is an error', async () => {
      const command = aCommand(aWrite(aStream(), 'none'));
      const first = appended(await store.append(command));
      const stream = aStream();
      const forged = { ...command, fingerprint: 'b2'.repeat(32), writes: [aWrite(stream, 'none')] };
      expect(await store.append(forged)).toMatchObject({
        outcome: 'mismatch',
        record: { fingerprint: command.fingerprint, position: first.position },
      });
      expect(await store.readStream(stream)).toEqual([]);
    });

    test('a refused command leaves no record and may come again under its id', async () => {
      const stream = aStream();
      const command = aCommand(aWrite(stream, 1));
      expect((await store.append(command)).outcome).toBe('conflict');
      expect(await store.findCommand(command.commandId)).toBeNull();
      await store.append(aCommand(aWrite(stream, 'none')));
      expect((await store.append(command)).outcome).toBe('appended');
    });

    test('given many times at once, a command is taken once', async () => {
      const stream = aStream();
      const command = aCommand(aWrite(stream, 'any', 2));
      const other = await under.another();
      const results = await Promise.all(Array.from({ length: 12 }, (_, n) => (n % 2 ? other : store).append(command)));
      expect(results.filter((result) => result.outcome === 'appended')).toHaveLength(1);
      expect(results.filter((result) => result.outcome === 'duplicate')).toHaveLength(11);
      expect(await store.readStream(stream)).toHaveLength(2);
      await other.close();
    });
  });

  describe('reading', () => {
    test('a stream from a version, up to a limit; several at once; an unknown one', async () => {
      const [a, b, absent] = [aStream(), aStream(), aStream()];
      await store.append(aCommand(aWrite(a, 'none', 5)));
      await store.append(aCommand(aWrite(b, 'none', 1)));
      const part = await store.readStream(a, { fromVersion: 2, limit: 3 });
      expect(part.map((event) => event.version)).toEqual([2, 3, 4]);
      expect(await store.readStream(a, { fromVersion: 6 })).toEqual([]);
      const several = await store.readStreams([b, absent, a]);
      expect([...several.keys()].sort()).toEqual([a, b].sort());
      expect(several.get(a)?.map((event) => event.version)).toEqual([1, 2, 3, 4, 5]);
      expect(await store.readStream(absent)).toEqual([]);
      expect((await store.readStreams([])).size).toBe(0);
    });

    test('the whole log in pages of any size is the same, and ends at the head', async () => {
      const before = await store.head();
      for (let n = 0; n < 7; n += 1) await store.append(aCommand(aWrite(aStream(), 'none', 1 + (n % 3))));
      const whole = await readToHead(store, before, 1_000);
      expect(whole).toHaveLength(13);
      expect(whole.map((event) => event.position)).toEqual(whole.map((event) => event.position).sort());
      expect(await readToHead(store, before, 1)).toEqual(whole);
      expect(await readToHead(store, before, 4)).toEqual(whole);
      const head = await store.head();
      expect(whole.at(-1)?.position).toBe(head);
      expect(await store.readAll(head, 10)).toEqual({ events: [], position: head, atHead: true });
      expect((await store.readAll(before, 12)).atHead).toBe(false);
      expect((await store.readAll(before, 13)).atHead).toBe(true);
    });

    test('a filter keeps what it names, and positions move over what it leaves out', async () => {
      const before = await store.head();
      const [dwelling, household] = [aStream('dwelling'), aStream('household')];
      await store.append(aCommand(aWrite(dwelling, 'none', [anEvent({}, 'A'), anEvent({}, 'B')])));
      await store.append(aCommand(aWrite(household, 'none', [anEvent({}, 'A')])));
      await store.append(aCommand(aWrite(dwelling, 2, [anEvent({}, 'C'), anEvent({}, 'C')])));
      const head = await store.head();
      const streamsOf = async (filter: Parameters<EventStore['readAll']>[2]) => {
        const found: string[] = [];
        for (let position = before, atHead = false; !atHead;) {
          const page = await store.readAll(position, 2, filter);
          found.push(
            ...page.events.map((event) => `${event.stream === dwelling ? 'dwelling' : 'household'} ${event.type}`),
          );
          ({ position, atHead } = page);
          if (atHead) expect(position).toBe(head);
        }
        return found;
      };
      expect(await streamsOf({ types: ['A'] })).toEqual(['dwelling A', 'household A']);
      expect(await streamsOf({ streamPrefixes: ['dwelling-'] })).toHaveLength(4);
      expect(await streamsOf({ types: ['A', 'B'], streamPrefixes: ['dwelling-'] })).toEqual([
        'dwelling A',
        'dwelling B',
      ]);
      expect(await streamsOf({ types: ['Never'] })).toEqual([]);
      expect(await streamsOf({ streamPrefixes: ['dwell%', 'd_elling'] })).toEqual([]);
      expect(await streamsOf({ types: [] })).toEqual([]);
    });

    test('text of every script comes back as it went in', async () => {
      const stream = aStream();
      const texts = [
        'Nguyễn Thị Ộ',
        'e\u0302\u0323',
        'đường 12/3/4',
        '😀 𠀋',
        'a\u0000b',
        "'; drop table --",
        '\u202e',
        '',
      ];
      const event = { ...anEvent({ texts, 'khoá "lạ"': 'x'.repeat(10) }) };
      await store.append(aCommand(aWrite(stream, 'none', [event])));
      expect((await store.readStream(stream))[0]?.data).toEqual(event.data);
    });

    test('an event of half a megabyte fits', async () => {
      const stream = aStream();
      const event = anEvent({ text: 'ộ'.repeat(150_000) });
      event.sealed = [{ subject: 'citizen:large', bytes: Buffer.alloc(200_000, 7) }];
      await store.append(aCommand(aWrite(stream, 'none', [event])));
      const [read] = await store.readStream(stream);
      expect(read?.data).toEqual(event.data);
      expect(Buffer.compare(read?.sealed[0]?.bytes ?? Buffer.alloc(0), event.sealed[0]?.bytes ?? Buffer.alloc(1))).toBe(
        0,
      );
    });
  });

  describe('many at once', () => {
    test('eight writers on three streams: every one of their events once, in order, without a gap', async () => {
      const before = await store.head();
      const streams = [aStream(), aStream(), aStream()];
      const other = await under.another();
      const acknowledged: string[] = [];
      const seen: string[] = [];
      let writing = true;
      const reader = (async () => {
        for (let position = before; ;) {
          const last = !writing;
          const page = await other.readAll(position, 7);
          seen.push(...page.events.filter((event) => streams.includes(event.stream)).map((event) => event.id));
          ({ position } = page);
          if (last && page.atHead) return;
        }
      })();
      const writers = Array.from({ length: 8 }, async (_, writer) => {
        const through = writer % 2 ? other : store;
        for (let round = 0; round < 10; round += 1) {
          const stream = streams[(writer + round) % 3] ?? '';
          const version = (await through.readStream(stream)).length;
          const command = aCommand(aWrite(stream, version === 0 ? 'none' : version, 1 + (round % 2)));
          const result = await through.append(command);
          if (result.outcome === 'appended') {
            acknowledged.push(...command.writes.flatMap((write) => write.events.map((event) => event.id)));
          } else expect(result.outcome).toBe('conflict');
        }
      });
      await Promise.all(writers);
      writing = false;
      await reader;
      await other.close();
      expect(acknowledged.length).toBeGreaterThan(0);
      expect([...seen].sort()).toEqual([...acknowledged].sort());
      for (const stream of streams) {
        const versions = (await store.readStream(stream)).map((event) => event.version);
        expect(versions).toEqual(versions.map((_, n) => n + 1));
      }
    });

    test('recordedAt never runs backwards', async () => {
      const before = await store.head();
      await Promise.all(Array.from({ length: 20 }, () => store.append(aCommand(aWrite(aStream(), 'none')))));
      const times = (await readToHead(store, before)).map((event) => event.recordedAt);
      expect(times).toHaveLength(20);
      expect([...times].sort()).toEqual(times);
    });
  });

  describe('subscribing', () => {
    test('wakes for own and for foreign appends until it is closed', async () => {
      const other = await under.another();
      let woken = 0;
      const subscription = store.subscribe(() => {
        woken += 1;
      });
      await store.append(aCommand(aWrite(aStream(), 'none')));
      await eventually(() => woken > 0);
      // Wait until it has gone quiet, so that the next wake can only come from the other process.
      for (let last = -1; last !== woken;) {
        last = woken;
        await new Promise((resolve) => {
          setTimeout(resolve, 300);
        });
      }
      const quiet = woken;
      await other.append(aCommand(aWrite(aStream(), 'none')));
      await eventually(() => woken > quiet);
      subscription.close();
      await other.close();
    });
  });

  test('counts what it does', async () => {
    const before = { ...store.metrics() };
    const batches: number[] = [];
    store.metrics().onBatch((batch) => batches.push(batch.events));
    const command = aCommand(aWrite(aStream(), 'none', 3));
    await store.append(command);
    await store.append(command);
    await store.append(aCommand(aWrite(aStream(), 7)));
    const after = store.metrics();
    expect(after.appendedEvents - before.appendedEvents).toBe(3);
    expect(after.appendedCommands - before.appendedCommands).toBe(1);
    expect(after.duplicates - before.duplicates).toBe(1);
    expect(after.conflicts - before.conflicts).toBe(1);
    expect(batches.reduce((sum, events) => sum + events, 0)).toBe(3);
  });
}
