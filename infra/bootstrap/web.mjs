import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must, root, say } from './run.mjs';

const stamp = join(root, '.build', 'web');
const output = join(root, 'web', 'build');
const skipped = new Set(['node_modules', 'build', '.svelte-kit']);

function addFolder(hash, folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (skipped.has(entry.name) || entry.name.endsWith('.test.ts')) continue;
    if (entry.isDirectory()) addFolder(hash, path);
    else if (entry.isFile()) hash.update(`\0${path.slice(root.length)}\0`).update(readFileSync(path));
  }
}

function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'pnpm-lock.yaml')));
  for (const folder of ['web', 'schemas']) addFolder(hash, join(root, folder));
  return hash.digest('hex');
}

/** Builds the web application, unless it was built from the very same sources. */
export async function buildWeb(tools) {
  const now = fingerprint();
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  say('Building the web application');
  rmSync(stamp, { force: true });
  await must(
    tools,
    [...tools.pnpm, '--filter', '@nocgia/web', 'run', 'build'],
    'The web application could not be built',
    {
      env: { NODE_ENV: 'production' },
    },
  );
  mkdirSync(join(root, '.build'), { recursive: true });
  writeFileSync(stamp, now);
}
