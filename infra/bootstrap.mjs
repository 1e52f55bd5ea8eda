// Every npm command comes through here. Plain JavaScript that Node 18 can run, since the machine may have nothing newer:
// it sees to a good Node, to pnpm, to the packages and to the built web application, and then hands over.
import { join } from 'node:path';
import { check } from './bootstrap/check.mjs';
import { findChromium } from './bootstrap/chromium.mjs';
import { installPackages } from './bootstrap/packages.mjs';
import { handOver, root, run, StepError } from './bootstrap/run.mjs';
import { withLock } from './bootstrap/lock.mjs';
import { prepareToolchain } from './bootstrap/toolchain.mjs';
import { buildWeb } from './bootstrap/web.mjs';

const cli = 'services/server/cli.ts';

function runTests(tools, config, args) {
  const report = ['--reporter=default', '--reporter=json', '--outputFile.json=.build/test-results.json'];
  const env = { NODE_ENV: 'test', NOCGIA_CHROMIUM: findChromium() };
  return handOver(tools, ['node_modules/vitest/vitest.mjs', 'run', '--config', config, ...report, ...args], env);
}

/** Each command: whether it needs the built web application, and what it runs with the arguments that were given. */
const commands = {
  start: { web: true, run: (tools, args) => handOver(tools, [cli, 'start', ...args]) },
  nocgia: { web: (args) => args[0] === 'start', run: (tools, args) => handOver(tools, [cli, ...args]) },
  bench: { web: true, run: (tools, args) => handOver(tools, [cli, 'bench', ...args]) },
  dev: {
    web: false,
    run: (tools, args) => handOver(tools, ['services/server/dev.ts', ...args], { NODE_ENV: 'development' }),
  },
  test: { web: true, run: (tools, args) => runTests(tools, 'test/vitest.config.ts', args) },
  'test:hostile': { web: true, run: (tools, args) => runTests(tools, 'test/vitest.hostile.config.ts', args) },
  check: { web: false, run: (tools) => check(tools) },
  generate: {
    web: false,
    run: (tools) => run(tools, [...tools.pnpm, '--filter', '@nocgia/schemas', 'run', 'generate'], { cwd: root }),
  },
};

async function main() {
  const [name = 'start', ...args] = process.argv.slice(2);
  const command = commands[name];
  if (command === undefined)
    throw new StepError(`Unknown command "${name}"; there are ${Object.keys(commands).join(', ')}.`);
  if (Number(process.versions.node.split('.')[0]) < 18) {
    throw new StepError(`Node ${process.versions.node} is too old; install Node 18 or newer.`);
  }
  // Two commands at once on a fresh clone must not install into each other.
  const tools = await withLock(join(root, '.build', 'bootstrap.lock'), async () => {
    const prepared = await prepareToolchain();
    await installPackages(prepared);
    const needsWeb = typeof command.web === 'function' ? command.web(args) : command.web;
    if (needsWeb) await buildWeb(prepared);
    return prepared;
  });
  process.exitCode = await command.run(tools, args);
}

main().catch((error) => {
  process.stderr.write(`${error instanceof StepError ? error.message : (error?.stack ?? error)}\n`);
  process.exitCode = 1;
});
