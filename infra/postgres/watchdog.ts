import { spawn } from 'node:child_process';
import { dirname } from 'node:path';

// Runs when the pipe to it closes, that is when we end in whatever way, kill -9 included. It stops the server unless
// somebody else uses it, and takes a throw-away folder with it.
const script = `
read -r _
rm -f "$NOTE"
for file in "$USERS"/*; do
  user="\${file##*/}"
  if [ -e "$file" ] && kill -0 "\${user%%.*}" 2>/dev/null; then exit 0; fi
done
server=$(head -n 1 "$DATA/postmaster.pid" 2>/dev/null)
if [ -n "$server" ]; then
  kill -INT "$server" 2>/dev/null
  tries=0
  while [ -e "$DATA/postmaster.pid" ] && kill -0 "$server" 2>/dev/null && [ $tries -lt 300 ]; do
    sleep 0.1; tries=$((tries + 1))
  done
fi
if [ -n "$REMOVE" ]; then rm -rf "$REMOVE" || { sleep 2; rm -rf "$REMOVE"; }; fi
`;

/**
 * Starts a small shell that outlives this process by a moment and stops the server when this process did not. `ownNote`
 * is the file that notes us as a user of the server, `remove` a folder to delete afterwards. Answers the function that
 * calls it off.
 */
export function startWatchdog(dataDir: string, ownNote: string, remove: string | undefined): () => void {
  if (process.platform === 'win32') return () => undefined;
  const shell = spawn('/bin/sh', ['-c', script], {
    // A session of its own: Ctrl-C goes to the whole group, and we want to end in our own order.
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: process.env.PATH, DATA: dataDir, USERS: dirname(ownNote), NOTE: ownNote, REMOVE: remove ?? '' },
  });
  shell.on('error', () => undefined);
  shell.unref();
  if ('unref' in shell.stdin && typeof shell.stdin.unref === 'function') shell.stdin.unref();
  return () => {
    shell.kill('SIGKILL');
  };
}
