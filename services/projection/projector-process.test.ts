import { afterEach, beforeEach, expect, test } from 'vitest';
import { sample } from './testing/sample-events.ts';
import { openScene, type Scene } from './testing/scene.ts';
import { createWaiter } from './wait.ts';
import { startProjectorProcess } from './projector-client.ts';

const module = new URL('./testing/projector-module.ts', import.meta.url).href;
let scene: Scene;
beforeEach(async () => {
  scene = await openScene({ masterKey: Buffer.alloc(32, 7) });
});
afterEach(() => scene.close());

test('a process projects, rebuilds and stops; whoever waits hears of it without looking', async () => {
  const waiter = createWaiter(scene.app);
  const reached: string[] = [];
  const projector = await startProjectorProcess({
    module,
    data: scene.database.projectorUrl,
    onReached: (positions) => {
      reached.push(positions.sample ?? '');
      waiter.tell(positions);
    },
  });
  const position = await scene.record(sample.formed('h1', 'd1'), sample.lives('c1', 'h1'));
  projector.wake();
  expect(await waiter.waitFor(position, ['sample'], 10_000)).toEqual({ behind: false });
  await expect.poll(() => reached.at(-1)).toBe(position);
  await projector.rebuild('sample');
  await expect(projector.rebuild('nothing')).rejects.toThrow('no projection nothing');
  await expect.poll(() => projector.progress()[0]).toMatchObject({ name: 'sample', state: 'running', lag: 0 });
  await projector.stop();
  await waiter.close();
});

test('a process that cannot open its log says why', async () => {
  await expect(startProjectorProcess({ module, data: null })).rejects.toThrow('no URL');
});

test('a waiter elsewhere hears by notice, answers behind in time, and measures the lag', async () => {
  const projector = await startProjectorProcess({ module, data: scene.database.projectorUrl });
  const waiter = createWaiter(scene.app);
  const position = await scene.record(sample.formed('h1', 'd1'));
  projector.wake();
  expect(await waiter.waitFor(position, ['sample'], 10_000)).toEqual({ behind: false });
  const far = String(BigInt(position) + 5n).padStart(20, '0');
  expect(await waiter.waitFor(far, ['sample'], 50)).toEqual({ behind: true });
  expect(await waiter.lag(far, ['sample'])).toBe(5);
  expect(await waiter.pause(far, ['sample'], 5, 50)).toBe(true);
  expect(await waiter.pause(far, ['sample'], 4, 50)).toBe(false);
  expect(await waiter.waitFor(position, ['nobody'], 50)).toEqual({ behind: true });
  await projector.stop();
  await waiter.close();
});

test('a projector that was killed is started again, and goes on where its checkpoint stands', async () => {
  const waiter = createWaiter(scene.app);
  const ends: string[] = [];
  const projector = await startProjectorProcess({
    module,
    data: scene.database.projectorUrl,
    onEnd: (reason) => ends.push(reason),
  });
  process.kill(projector.pid() ?? 0, 'SIGKILL');
  await expect.poll(() => ends, { timeout: 5_000 }).toEqual(['SIGKILL']);
  await expect(projector.rebuild('sample')).rejects.toThrow('starting again');
  const position = await scene.record(sample.formed('h1', 'd1'));
  expect(await waiter.waitFor(position, ['sample'], 20_000)).toEqual({ behind: false });
  await projector.stop();
  expect(projector.pid()).toBeUndefined();
  await waiter.close();
});
