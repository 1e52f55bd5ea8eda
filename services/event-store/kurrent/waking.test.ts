import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { aCommand, aStream, aWrite, eventually } from '../contract.ts';
import { startHarness, type Harness } from './testing/harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterEach(() => harness.calm());
afterAll(() => harness.close());

test('the subscription wakes without the poll, also after the server went away and came back', async () => {
  const [reader, writer] = [harness.open({ pollMs: 3_600_000 }), harness.open()];
  let woken = 0;
  const subscription = reader.subscribe(() => {
    woken += 1;
  });
  // Until the subscription stands, an append may pass it by.
  const wakes = async (): Promise<boolean> => {
    const before = woken;
    await writer.append(aCommand(aWrite(aStream(), 'none')));
    return woken > before;
  };
  await eventually(wakes);
  harness.server.stop();
  harness.server.restart();
  await eventually(wakes);
  subscription.close();
});

test('the poll wakes for what is new, and not when nothing is', async () => {
  const [reader, writer] = [harness.open({ pollMs: 20 }), harness.open()];
  await writer.append(aCommand(aWrite(aStream(), 'none')));
  let woken = 0;
  const subscription = reader.subscribe(() => {
    woken += 1;
  });
  await eventually(() => woken > 0);
  for (let last = -1; last !== woken;) {
    last = woken;
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
  }
  const quiet = woken;
  await writer.append(aCommand(aWrite(aStream(), 'none')));
  await eventually(() => woken > quiet);
  subscription.close();
});

test('positions move over what is not ours: system events, plans, other programs', async () => {
  const store = harness.open();
  const before = await store.head();
  await store.append(aCommand(aWrite(aStream(), 'none'), aWrite(aStream(), 'none')));
  const body = { contentType: 'application/json', metadata: new Uint8Array() };
  for (let n = 0; n < 5; n += 1) {
    harness.server.log.append('$stats', 'any', [
      { ...body, id: crypto.randomUUID(), type: '$statsCollected', data: Buffer.from('{}') },
    ]);
    harness.server.log.append('billing', 'any', [
      { ...body, id: crypto.randomUUID(), type: 'Paid', data: Buffer.from('{"n":1}') },
    ]);
  }
  for (const limit of [1, 2, 3, 100]) {
    let seen = 0;
    let position = before;
    for (let atHead = false; !atHead;) {
      const page = await store.readAll(position, limit);
      expect(page.position >= position).toBe(true);
      seen += page.events.length;
      ({ position, atHead } = page);
    }
    expect(seen).toBe(2);
    expect(position).toBe(await store.head());
  }
  await expect(store.append(aCommand(aWrite('$stats', 'any')))).rejects.toThrow('no stream for facts');
  await expect(store.readAll('12', 1)).rejects.toThrow('not a position');
});
