import { spawn, type ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Under --watch Node starts the server anew when one of its own modules changes; pages and styles are Vite's, in the same process. */
const server = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', join(import.meta.dirname, 'dev-server.ts')],
  { cwd: root, stdio: 'inherit' },
);

let generating: ChildProcess | null = null;
let again = false;

/** Types, documents and manifest follow the SDL and the web's operations. */
function generate(): void {
  if (generating) {
    again = true;
    return;
  }
  generating = spawn('pnpm', ['--filter', '@nocgia/schemas', 'run', 'generate'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  generating.on('exit', () => {
    generating = null;
    if (!again) return;
    again = false;
    generate();
  });
}

const watchers = ['schemas/graphql', 'web/src/lib/api/operations'].map((folder) =>
  watch(join(root, folder), (_event, name) => {
    if (name?.endsWith('.graphql')) generate();
  }),
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => {
  for (const watcher of watchers) watcher.close();
  process.exit(code ?? 0);
});
