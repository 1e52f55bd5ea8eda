import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commands } from '@nocgia/services/server/commands/all.ts';
import { runCommandLine } from '@nocgia/services/server/commands/command.ts';
import { afterAll, expect, test, vi } from 'vitest';

const cli = join(import.meta.dirname, '../../services/server/cli.ts');
const folder = mkdtempSync(join(tmpdir(), 'nocgia-life-'));
// PostgreSQL runs as a user of its own when we are root.
chmodSync(folder, 0o755);
const running = new Set<ChildProcess>();
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  // The server of a killed process ends by itself; its folder goes when it has.
  await sleep(3_000);
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 });
});

interface Started {
  child: ChildProcess;
  output(): string;
  ended: Promise<number | null>;
}

function run(args: string[], environment: Record<string, string>): Started {
  const child = spawn(process.execPath, [cli, ...args], {
    env: { ...process.env, NOCGIA_DATA: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | null>((resolve) =>
    child.on('exit', (code) => {
      running.delete(child);
      resolve(code);
    }),
  );
  return { child, output: () => text, ended };
}

async function until(started: Started, words: RegExp): Promise<void> {
  for (let i = 0; i < 900 && !words.test(started.output()); i++) {
    if (started.child.exitCode !== null) break;
    await sleep(100);
  }
  expect(started.output()).toMatch(words);
}

/**
 * A port that nobody listens on, below those that the system hands out by itself (32768 up on Linux): one of
 * those may be some connection's at any moment, and this one is to be free again when its server was killed.
 */
async function quietPort(): Promise<string> {
  for (let port = 20_000 + (process.pid % 10_000); ; port += 1) {
    const probe = createServer();
    const free = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false));
      probe.listen(port, '0.0.0.0', () => resolve(true));
    });
    if (!free) continue;
    await new Promise((closed) => probe.close(closed));
    return String(port);
  }
}

test('start, kill -9, start again, Ctrl-C', { timeout: 240_000 }, async () => {
  const port = await quietPort();
  const first = run(['start'], { PORT: port, NOCGIA_DEMO: '0' });
  await until(first, /set-up code/);
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  first.child.kill('SIGKILL');
  await first.ended;

  const second = run(['start'], { PORT: port, NOCGIA_DEMO: '0' });
  await until(second, /set-up code/);
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);

  const third = run(['start'], { PORT: port, NOCGIA_DEMO: '0' });
  expect(await third.ended).toBe(3);
  expect(third.output()).toContain(`Port ${port} is taken`);
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);

  const reset = run(['account', 'reset-password', '--username', 'nobody'], { NOCGIA_DEMO: '0' });
  expect(await reset.ended).toBe(1);
  const created = run(
    [
      'account',
      'create',
      '--username',
      'lan',
      '--name',
      'Trần Thị Lan',
      '--role',
      'leader',
      '--unit',
      '27226',
      '--json',
    ],
    { NOCGIA_DEMO: '0' },
  );
  expect(await created.ended).toBe(1);
  expect(created.output()).toMatch(/27226/);

  second.child.kill('SIGINT');
  expect(await second.ended).toBe(0);
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
});

test('wrong settings are all named, with what to do', async () => {
  const wrong = run(['start'], { PORT: 'abc', NOCGIA_DEMO: 'maybe', EVENT_STORE_URL: 'http://x' });
  expect(await wrong.ended).toBe(3);
  for (const name of ['PORT', 'NOCGIA_DEMO', 'EVENT_STORE_URL']) expect(wrong.output()).toContain(name);
  expect(wrong.output()).not.toContain('abc');
});

test('commands explain themselves and answer wrong use with 2', { timeout: 60_000 }, async () => {
  const said: string[] = [];
  const written = vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  for (const { words } of commands) {
    expect(await runCommandLine(commands, [...words.split(' '), '--help']), words).toBe(0);
    expect(said.at(-1)).toContain(`nocgia ${words}`);
  }
  written.mockRestore();
  const wrong = await Promise.all([['stats'], ['no-such'], ['backup']].map((args) => run(args, {}).ended));
  expect(wrong).toEqual([2, 2, 2]);
});

test('another program on the port is said clearly', { timeout: 120_000 }, async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const address = other.address();
  const taken = typeof address === 'object' && address !== null ? String(address.port) : '';
  const started = run(['start'], { PORT: taken, NOCGIA_DEMO: '0' });
  expect(await started.ended).toBe(3);
  expect(started.output()).toContain(`Port ${taken} is taken`);
  await new Promise((resolve) => other.close(resolve));
});
