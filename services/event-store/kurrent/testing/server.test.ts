import { randomUUID } from 'node:crypto';
import { END, EventStoreDBClient, eventTypeFilter, jsonEvent, START, type ResolvedEvent } from '@eventstore/db-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startKurrentTestServer, type KurrentTestServer } from './server.ts';

let server: KurrentTestServer;
let client: EventStoreDBClient;

beforeEach(async () => {
  server = await startKurrentTestServer();
  client = EventStoreDBClient.connectionString(server.connectionString);
});

afterEach(async () => {
  await client.dispose();
  await server.close();
});

const event = (n: number, id: string = randomUUID()) =>
  jsonEvent({ id, type: 'Counted', data: { n }, metadata: { by: 'test' } });

async function collect<E extends ResolvedEvent>(read: AsyncIterable<E>): Promise<E[]> {
  const found: E[] = [];
  for await (const each of read) found.push(each);
  return found;
}

/** Without credentials the client sends batch appends; with them, single ones. The insecure channel ignores them. */
const paths = [
  { name: 'batch append', options: {} },
  { name: 'append', options: { credentials: { username: 'any', password: 'any' } } },
];

describe.each(paths)('$name', ({ options }) => {
  test('expected revisions: right, wrong, none, exists', async () => {
    const first = await client.appendToStream('a', [event(1), event(2)], { expectedRevision: 'no_stream', ...options });
    expect(first).toMatchObject({ success: true, nextExpectedRevision: 1n });
    await expect(
      client.appendToStream('a', event(3), { expectedRevision: 'no_stream', ...options }),
    ).rejects.toMatchObject({
      type: 'wrong-expected-version',
      actualVersion: 1n,
    });
    await expect(client.appendToStream('a', event(3), { expectedRevision: 5n, ...options })).rejects.toMatchObject({
      type: 'wrong-expected-version',
    });
    await expect(
      client.appendToStream('b', event(3), { expectedRevision: 'stream_exists', ...options }),
    ).rejects.toMatchObject({
      type: 'wrong-expected-version',
      actualVersion: 'no_stream',
    });
    expect(await client.appendToStream('a', event(3), { expectedRevision: 1n, ...options })).toMatchObject({
      nextExpectedRevision: 2n,
    });
  });

  test('a repeat with an expected revision is recognised for good, with any only from memory, a half one never', async () => {
    const [one, two] = [event(1), event(2)];
    const first = await client.appendToStream('a', [one, two], { expectedRevision: 'no_stream', ...options });
    await client.appendToStream('a', event(3), { expectedRevision: 1n, ...options });
    expect(await client.appendToStream('a', [one, two], { expectedRevision: 'any', ...options })).toEqual(first);
    server.log.forgetCache();
    expect(await client.appendToStream('a', [one, two], { expectedRevision: 'no_stream', ...options })).toEqual(first);
    await expect(
      client.appendToStream('a', [one, event(4)], { expectedRevision: 'no_stream', ...options }),
    ).rejects.toMatchObject({
      type: 'wrong-expected-version',
    });
    expect(await client.appendToStream('a', two, { expectedRevision: 'any', ...options })).toMatchObject({
      nextExpectedRevision: 3n,
    });
  });

  test('an append of more than a mebibyte is refused', async () => {
    const big = jsonEvent({ type: 'Big', data: { text: 'x'.repeat(1024 * 1024) } });
    await expect(client.appendToStream('a', big, options)).rejects.toMatchObject({
      type: 'maximum-append-size-exceeded',
    });
    expect(server.log.stream('a')).toBeUndefined();
  });

  test('an answer lost after the write: the caller sees an error, the event stands, the next call works', async () => {
    server.onWrite = () => 'drop';
    await expect(client.appendToStream('a', event(1), options)).rejects.toBeInstanceOf(Error);
    server.onWrite = () => 'answer';
    expect(server.log.stream('a')).toHaveLength(1);
    expect((await collect(client.readStream('a')))[0]?.event?.data).toEqual({ n: 1 });
  });
});

test('streams are read from either end, with the revision asked for, and a missing one is told', async () => {
  await client.appendToStream(
    'a',
    [1, 2, 3, 4].map((n) => event(n)),
  );
  const numbers = async (options: Parameters<typeof client.readStream>[1]) =>
    (await collect(client.readStream('a', options))).map((each) => Number(each.event?.revision));
  expect(await numbers({ fromRevision: 1n, maxCount: 2 })).toEqual([1, 2]);
  expect(await numbers({ direction: 'backwards', fromRevision: END, maxCount: 2 })).toEqual([3, 2]);
  expect(await numbers({ direction: 'backwards', fromRevision: 1n })).toEqual([1, 0]);
  await expect(collect(client.readStream('none'))).rejects.toMatchObject({ type: 'stream-not-found' });
});

test('$all: forwards with the event at the position, backwards without it, system events among them', async () => {
  await client.appendToStream('a', [event(1), event(2)]);
  const everything = await collect(client.readAll({ fromPosition: START }));
  expect(everything.filter((each) => each.event?.streamId.startsWith('$'))).toHaveLength(3);
  const second = everything.at(-1)?.event;
  expect(second?.metadata).toEqual({ by: 'test' });
  if (!second) throw new Error('nothing read');
  expect((await collect(client.readAll({ fromPosition: second.position }))).map((each) => each.event?.id)).toEqual([
    second.id,
  ]);
  const back = await collect(client.readAll({ direction: 'backwards', fromPosition: second.position, maxCount: 1 }));
  expect(back[0]?.event?.data).toEqual({ n: 1 });
  expect(
    (await collect(client.readAll({ direction: 'backwards', fromPosition: END, maxCount: 1 })))[0]?.event?.id,
  ).toBe(second.id);
});

test('a subscription to $all goes on behind its checkpoint, filtered, over history and live', async () => {
  await client.appendToStream('a', [event(1), event(2)]);
  const first = (await collect(client.readAll({ direction: 'backwards', maxCount: 2, fromPosition: END }))).at(
    -1,
  )?.event;
  if (!first) throw new Error('nothing read');
  const checkpoints: bigint[] = [];
  const subscription = client.subscribeToAll({
    fromPosition: first.position,
    filter: eventTypeFilter({
      prefixes: ['Count'],
      maxSearchWindow: 1,
      checkpointReached: (_subscription, position) => void checkpoints.push(position.commit),
    }),
  });
  const seen: unknown[] = [];
  const done = new Promise<void>((resolve, reject) => {
    subscription.on('error', reject);
    subscription.on('data', (each: ResolvedEvent) => {
      seen.push(each.event?.data);
      if (seen.length === 2) resolve();
    });
  });
  await client.appendToStream('b', jsonEvent({ type: 'Other', data: {} }));
  await client.appendToStream('a', event(3));
  await done;
  await subscription.unsubscribe();
  expect(seen).toEqual([{ n: 2 }, { n: 3 }]);
  expect(checkpoints.length).toBeGreaterThan(1);
});

test('a stopped server cannot be reached; restarted, it has what it had', async () => {
  await client.appendToStream('a', event(1));
  server.stop();
  await expect(collect(client.readStream('a'))).rejects.toBeInstanceOf(Error);
  server.restart();
  expect(await collect(client.readStream('a'))).toHaveLength(1);
});
