import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isAlive, waitUntilGone } from '../postgres/processes.ts';

const root = join(import.meta.dirname, '../..');
let folder: string;
const children: ChildProcess[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nocgia-run-'));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Hands over to a program that runs `body` and says its process id; by then its handlers stand. */
const handOverTo = async (body: string): Promise<{ parent: ChildProcess; pid: number }> => {
  const program = join(folder, 'program.mjs');
  writeFileSync(program, `${body}\nconsole.log(process.pid);\n`);
  const run = JSON.stringify(pathToFileURL(join(import.meta.dirname, 'run.mjs')).href);
  const source = `
    import { handOver } from ${run};
    const tools = { node: process.execPath, path: process.env.PATH };
    process.exitCode = await handOver(tools, [${JSON.stringify(relative(root, program))}]);`;
  const parent = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(parent);
  const [line] = (await once(createInterface(parent.stdout), 'line')) as [string];
  return { parent, pid: Number(line) };
};

describe('handing over to the program', () => {
  test('keeps its exit code', async () => {
    const { parent } = await handOverTo('process.exitCode = 7;');
    expect(await once(parent, 'close')).toEqual([7, null]);
  });

  test('passes signals on and waits for an orderly end', async () => {
    const { parent, pid } = await handOverTo(
      "setInterval(() => {}, 60_000); process.on('SIGTERM', () => setTimeout(() => process.exit(3), 100));",
    );
    parent.kill('SIGTERM');
    expect(await once(parent, 'close')).toEqual([3, null]);
    expect(isAlive(pid)).toBe(false);
  });

  test('a program whose parent was killed is asked to end', async () => {
    const { parent, pid } = await handOverTo('setInterval(() => {}, 60_000);');
    parent.kill('SIGKILL');
    expect(await waitUntilGone(pid, 20_000)).toBe(true);
  });

  test('a program that a signal ended gives 128 and its number', async () => {
    const { parent } = await handOverTo("setTimeout(() => process.kill(process.pid, 'SIGKILL'), 50);");
    expect(await once(parent, 'close')).toEqual([137, null]);
  });
});
