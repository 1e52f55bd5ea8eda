import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { must, root, say, StepError } from './run.mjs';

const nodeVersion = '24.21.0';
const pnpmVersion = '12.21.0';
const folder = join(root, '.toolchain');
const stamp = join(folder, 'installed');
const windows = process.platform === 'win32';

const nodePackage = `node-${windows ? 'win' : process.platform}-${process.arch}`;

function packagedNode() {
  return join(folder, 'node_modules', nodePackage, 'bin', windows ? 'node.exe' : 'node');
}

// A packaged Node that is there stays in use, whichever Node we were started with: it may be that very one.
const ownNodeServes = Number(process.versions.node.split('.')[0]) >= 24 && !existsSync(packagedNode());

/** npm as a script, so that no shell is needed: the one that started us, or the one beside this Node. */
function npmScript() {
  const beside = dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath,
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'share', 'nodejs', 'npm', 'bin', 'npm-cli.js'),
  ];
  return candidates.find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
}

/** Settings for the installers: a home of our own where the user's cannot be written, and never a question asked. */
function installerEnvironment() {
  const env = { CI: 'true', npm_config_update_notifier: 'false', npm_config_fund: 'false', npm_config_audit: 'false' };
  try {
    accessSync(homedir(), constants.W_OK);
    return env;
  } catch {
    return {
      ...env,
      HOME: join(folder, 'home'),
      XDG_DATA_HOME: '',
      XDG_CACHE_HOME: '',
      XDG_STATE_HOME: '',
      npm_config_cache: join(folder, 'home', '.npm'),
    };
  }
}

function isInstalled(wanted) {
  try {
    return (
      readFileSync(stamp, 'utf8') === wanted && existsSync(join(folder, 'node_modules', 'pnpm', 'bin', 'pnpm.mjs'))
    );
  } catch {
    return false;
  }
}

/**
 * The good Node and pnpm, installed into `.toolchain` with the machine's own npm when they are missing. Answers `node`,
 * `pnpm` (a command to be continued), the `path` for children and the `installerEnvironment`.
 */
export async function prepareToolchain() {
  const packages = [...(ownNodeServes ? [] : [`${nodePackage}@${nodeVersion}`]), `pnpm@${pnpmVersion}`];
  const wanted = packages.join(' ');
  const env = installerEnvironment();
  if (!isInstalled(wanted)) {
    const npm = npmScript();
    const command = npm ? [process.execPath, npm] : ['npm'];
    say(`Installing ${packages.join(' and ')} into .toolchain`);
    mkdirSync(folder, { recursive: true });
    rmSync(stamp, { force: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    await must(
      { path: process.env.PATH },
      [...command, 'install', '--prefix', folder, '--no-save', '--no-package-lock', '--loglevel=error', ...packages],
      'npm could not install Node and pnpm; is the package registry reachable?',
      { cwd: folder, env },
    );
    writeFileSync(stamp, wanted);
  }
  const node = ownNodeServes ? process.execPath : packagedNode();
  // Some systems (Alpine, very old ones) cannot run the packaged program at all.
  const trial = ownNodeServes ? { status: 0 } : spawnSync(node, ['--version'], { stdio: 'ignore' });
  if (trial.status !== 0) {
    rmSync(stamp, { force: true });
    throw new StepError(`${node} does not run on this machine; install Node 24 or newer and start again.`);
  }
  return {
    node,
    pnpm: [node, join(folder, 'node_modules', 'pnpm', 'bin', 'pnpm.mjs')],
    path: [dirname(node), join(folder, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
    installerEnvironment: env,
  };
}
