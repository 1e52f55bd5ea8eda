import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { limits } from './limits.ts';
import type { RawRow, ReaderMessage, SourceInfo } from './messages.ts';
import { refuse } from './refusal.ts';

/** What comes of reading: first the source, then batches of rows. */
export type ReadItem = { source: SourceInfo } | { rows: RawRow[] };

const childFile = `${import.meta.dirname}/child.ts`;

/**
 * Reads a register in a process of its own and gives its rows in batches, as fast as they are taken and no faster. Throws
 * `RejectionError` when the file breaks a limit or is no register; the process is ended in every case.
 * `seconds` is how long the child may keep us waiting in all (our own work between batches does not count).
 */
export async function* readRegister(
  file: Readable,
  options: { seconds?: number; residentBytes?: number; onChild?: (pid: number) => void } = {},
): AsyncGenerator<ReadItem> {
  const { seconds = limits.seconds, residentBytes = limits.residentBytes } = options;
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${limits.heapMegabytes}`, '--disable-warning=ExperimentalWarning', childFile],
    // No environment: neither the database's address nor a key goes into a process that reads strangers' files.
    { stdio: ['pipe', 'pipe', 'ignore'], env: {}, windowsHide: true },
  );
  const closed = once(child, 'close').catch(() => undefined);
  if (child.pid !== undefined) options.onChild?.(child.pid);
  let tooHeavy = false;
  const end = (): void => {
    tooHeavy = true;
    child.kill('SIGKILL');
  };
  const memory = setInterval(() => {
    if (residentSize(child.pid) > residentBytes) end();
  }, 200);
  memory.unref();
  // A child that refuses early stops reading: the broken pipe is its answer's business, not ours.
  const feeding = pipeline(file, child.stdin).catch(() => undefined);
  const lines = createInterface({ input: child.stdout, crlfDelay: Infinity })[Symbol.asyncIterator]();
  let left = seconds * 1000;
  try {
    while (true) {
      const started = performance.now();
      const watch = setTimeout(end, Math.max(1, left));
      const line = await lines.next().finally(() => clearTimeout(watch));
      left -= performance.now() - started;
      // The child ended without a last word: killed by us, or out of memory.
      if (line.done) throw refuse('IMPORT_TOO_HEAVY');
      const message = JSON.parse(line.value) as ReaderMessage;
      if (message.kind === 'refused') throw refuse(message.rejection.code, message.rejection.params);
      if (message.kind === 'end') return;
      if (message.kind === 'source') yield { source: message.source };
      else yield { rows: message.rows.map(([line, cells]) => ({ line, cells })) };
      if (tooHeavy) throw refuse('IMPORT_TOO_HEAVY');
    }
  } finally {
    clearInterval(memory);
    child.kill('SIGKILL');
    file.destroy();
    await Promise.all([closed, feeding]);
  }
}

/** Resident bytes of a process, where the system tells (Linux); 0 elsewhere, where the child's own check and its heap limit stand alone. */
function residentSize(pid: number | undefined): number {
  if (pid === undefined || process.platform !== 'linux') return 0;
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096;
  } catch {
    return 0;
  }
}
