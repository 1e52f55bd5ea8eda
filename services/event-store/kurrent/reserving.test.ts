import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { aCommand, aStream, aWrite, eventually } from '../contract.ts';
import { createLocks } from './locks.ts';
import { startHarness, type Harness } from './testing/harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterEach(() => harness.calm());
afterAll(() => harness.close());

/** Holds the first write to `stream` back until told; `reached` tells that it waits. */
function hold(stream: string): { reached: () => boolean; release: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  let waiting = false;
  harness.server.beforeWrite = (written) => {
    if (written !== stream) return undefined;
    waiting = true;
    return promise;
  };
  return { reached: () => waiting, release: resolve };
}

test('commands that only look at a stream do not wait for each other; who writes to it waits for them', async () => {
  const [one, two] = [harness.open(), harness.open()];
  const [unit, a, b, c] = [aStream('unit'), aStream(), aStream(), aStream()];
  await one.append(aCommand(aWrite(unit, 'none')));
  const held = hold(a);
  const first = one.append(aCommand(aWrite(unit, 1, 0), aWrite(a, 'none')));
  await eventually(held.reached);
  expect((await one.append(aCommand(aWrite(unit, 1, 0), aWrite(b, 'none')))).outcome).toBe('appended');
  expect((await two.append(aCommand(aWrite(unit, 1, 0), aWrite(c, 'none')))).outcome).toBe('appended');

  const order: string[] = [];
  const writers = [one, two].map(async (store) => {
    const result = await store.append(aCommand(aWrite(unit, 'any')));
    order.push(result.outcome);
  });
  const checked = first.then(({ outcome }) => order.push(`checked ${outcome}`));
  await new Promise((resolve) => {
    setTimeout(resolve, 200);
  });
  expect(order).toEqual([]);
  held.release();
  await Promise.all([...writers, checked]);
  expect([...order].sort()).toEqual(['appended', 'appended', 'checked appended']);
  expect(await one.readStream(unit)).toHaveLength(3);
});

test('a stream that a command looks at cannot move before that command is accepted', async () => {
  const [one, two] = [harness.open(), harness.open()];
  const [checked, a, b] = [aStream(), aStream(), aStream()];
  const held = hold(a);
  const command = aCommand(aWrite(checked, 'none', 0), aWrite(a, 'none'), aWrite(b, 'none'));
  const first = one.append(command);
  await eventually(held.reached);
  const second = two.append(aCommand(aWrite(checked, 'none')));
  held.release();
  expect((await first).outcome).toBe('appended');
  expect((await second).outcome).toBe('appended');
  const position = (await one.findCommand(command.commandId))?.position ?? '';
  expect(((await one.readStream(checked))[0]?.position ?? '') > position).toBe(true);
});

test('locks are given in turn: alone to one, shared to many, never past somebody who waits', async () => {
  const take = createLocks();
  const order: string[] = [];
  const enter = async (name: string, alone: string[], shared: string[] = []): Promise<() => void> => {
    const release = await take(alone, shared);
    order.push(name);
    return release;
  };
  const releaseFirst = await enter('first', ['x', 'y']);
  const readers = [enter('reader 1', [], ['x']), enter('reader 2', [], ['x', 'y'])];
  const writer = enter('writer', ['x']);
  const late = enter('late reader', [], ['x']);
  const elsewhere = await enter('elsewhere', ['z']);
  expect(order).toEqual(['first', 'elsewhere']);
  releaseFirst();
  for (const release of await Promise.all(readers)) release();
  (await writer)();
  (await late)();
  elsewhere();
  expect(order).toEqual(['first', 'elsewhere', 'reader 1', 'reader 2', 'writer', 'late reader']);
});
