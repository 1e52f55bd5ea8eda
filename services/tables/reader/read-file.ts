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
  const watching = setInterval(() => {
    const { resident, cpuSeconds } = costOf(child.pid);
    if (resident > residentBytes || cpuSeconds > limits.cpuSeconds) end();
  }, 200);
  watching.unref();
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
    clearInterval(watching);
    child.kill('SIGKILL');
    file.destroy();
    await Promise.all([closed, feeding]);
  }
}

/** Ticks in which Linux counts processor time, to a second. */
const ticks = 100;

/**
 * Resident bytes and processor seconds of a process, where the system tells (Linux); 0 elsewhere, where the child's own check, its heap
 * limit and the time we wait stand alone.
 */
function costOf(pid: number | undefined): { resident: number; cpuSeconds: number } {
  if (pid === undefined || process.platform !== 'linux') return { resident: 0, cpuSeconds: 0 };
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    // The second field is the name in brackets, which may hold spaces: count from behind it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const times = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { resident: pages * 4096, cpuSeconds: (Number(times[11]) + Number(times[12])) / ticks };
  } catch {
    return { resident: 0, cpuSeconds: 0 };
  }
}
