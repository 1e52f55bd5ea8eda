import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must, root, say } from './run.mjs';

const packages = ['schemas', 'services', 'web', 'infra', 'test'];
const stamp = join(root, '.build', 'packages');

function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'package.json',
    ...packages.map((name) => `${name}/package.json`),
  ]) {
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/** Installs what the lockfile says, unless that was done already for this very lockfile. */
export async function installPackages(tools) {
  const now = fingerprint();
  if (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === now &&
    existsSync(join(root, 'node_modules', '.modules.yaml'))
  )
    return;
  say('Installing packages');
  rmSync(stamp, { force: true });
  await must(
    tools,
    [...tools.pnpm, 'install', '--frozen-lockfile', '--reporter=append-only', '--loglevel=warn'],
    'pnpm could not install the packages; is the package registry reachable?',
    { env: tools.installerEnvironment },
  );
  mkdirSync(join(root, '.build'), { recursive: true });
  writeFileSync(stamp, now);
}
