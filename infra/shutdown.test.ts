import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';

const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** A program that takes `milliseconds` to end once it is asked to; resolves when it is running. */
const startProgram = async (
  milliseconds: number,
  outcome: 'well' | 'badly',
): Promise<{ child: ChildProcess; lines: string[] }> => {
  const module = JSON.stringify(pathToFileURL(join(import.meta.dirname, 'shutdown.ts')).href);
  const source = `
    import { onShutdown } from ${module};
    const alive = setInterval(() => {}, 60_000);
    onShutdown(async () => {
      console.log('ending');
      await new Promise((resolve) => setTimeout(resolve, ${milliseconds}));
      if (${outcome === 'badly'}) throw new Error('no');
      console.log('ended');
    }, console.log);
    console.log('running');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines: string[] = [];
  const reader = createInterface(child.stdout);
  reader.on('line', (line) => lines.push(line));
  await once(reader, 'line');
  return { child, lines };
};

describe('onShutdown', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s ends the program in order, and its echo changes nothing',
    async (name) => {
      const { child, lines } = await startProgram(200, 'well');
      child.kill(name);
      child.kill('SIGTERM');
      expect(await once(child, 'close')).toEqual([0, null]);
      expect(lines).toEqual(['running', 'ending', 'ended']);
    },
  );

  test('says when ending failed, and fails', async () => {
    const { child, lines } = await startProgram(0, 'badly');
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(lines).toEqual(['running', 'ending', 'Shutdown failed: no']);
  });

  test('a second request in earnest ends a program that hangs', async () => {
    const { child, lines } = await startProgram(60_000, 'well');
    child.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([130, null]);
    expect(lines).toEqual(['running', 'ending']);
  });
});
