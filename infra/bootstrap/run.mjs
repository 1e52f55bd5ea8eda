import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { watchNpm } from './ancestors.mjs';

/** The project's root folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A step failed for a reason that its message explains; no stack is shown. */
export class StepError extends Error {}

/** Says on the terminal what is being waited for. */
export function say(line) {
  process.stderr.write(`[nocgia] ${line}\n`);
}

const passedOn = ['SIGTERM', 'SIGHUP', 'SIGINT'];

function start(tools, [program, ...args], { cwd = root, env = {}, stdio }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio, env: { ...process.env, PATH: tools.path, ...env } });
    const pass = (name) => {
      // On a terminal Ctrl-C has reached the child already, and many programs take a second one as "now, at once".
      if (name !== 'SIGINT' || !process.stdin.isTTY) child.kill(name);
    };
    for (const name of passedOn) process.on(name, pass);
    const stopWatching = watchNpm(() => child.kill('SIGTERM'));
    const done = () => {
      stopWatching();
      for (const name of passedOn) process.off(name, pass);
    };
    child.on('error', (error) => {
      done();
      reject(new StepError(`${program} could not be started: ${error.message}`));
    });
    child.on('exit', (code, name) => {
      done();
      resolve(code ?? 128 + (constants.signals[name] ?? 0));
    });
  });
}

/** Runs a program with our terminal; answers its exit code. */
export function run(tools, command, options = {}) {
  return start(tools, command, { ...options, stdio: ['ignore', 'inherit', 'inherit'] });
}

/** Runs a program and throws a {@link StepError} with `message` unless it ends well. */
export async function must(tools, command, message, options = {}) {
  const code = await run(tools, command, options);
  if (code !== 0) throw new StepError(`${message} (exit code ${code}).`);
}

/**
 * Runs a script under the good Node as the command itself: our terminal, our signals, its exit code. The channel lets
 * the script notice when this process is killed, so that nobody is left behind holding the port.
 */
export function handOver(tools, [script, ...args], env = {}) {
  const follow = pathToFileURL(join(root, 'infra', 'bootstrap', 'follow-parent.mjs')).href;
  // Node keeps what it has compiled, so that the next start is about a third shorter.
  const compiled = { NODE_COMPILE_CACHE: join(root, '.build', 'compile-cache') };
  return start(tools, [tools.node, '--import', follow, join(root, script), ...args], {
    cwd: root,
    env: { ...compiled, ...env },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
}
