import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { ImportProcessOrder } from './import-process.ts';

const registerScript = `${import.meta.dirname}/import-process.ts`;

/** What a run with kills was like: how many kills hit, and at which position of the log. */
export interface KilledRun {
  kills: { target: number; at: number; state: string | null }[];
  starts: number;
}

/**
 * Runs an import in a process of its own and kills it (SIGKILL) whenever the log has come to the next of `targets` (positions, 0 =
 * while the file is still being read), starting it again each time, until it ends by itself. `adminUrl` sees the log's counter; `of`: what is run, and where its state stands.
 */
export async function runWithKills(
  order: ImportProcessOrder,
  adminUrl: string,
  targets: readonly number[],
  of: { script: string; table: string } = { script: registerScript, table: 'app.imports' },
): Promise<KilledRun> {
  const db = new pg.Client({ connectionString: adminUrl });
  db.on('error', () => undefined);
  await db.connect();
  const look = async (): Promise<{ at: number; state: string | null }> => {
    const { rows } = await db.query<{ at: string; state: string | null }>(
      `select last_value as at, (select state from ${of.table} limit 1) as state from log.positions`,
    );
    return { at: Number(rows[0]?.at ?? 0), state: rows[0]?.state ?? null };
  };
  const run: KilledRun = { kills: [], starts: 0 };
  const waiting = [...targets];
  try {
    for (;;) {
      run.starts += 1;
      const child = spawn(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', of.script, JSON.stringify(order)],
        {
          stdio: ['ignore', 'ignore', 'pipe'],
        },
      );
      let told = '';
      child.stderr.on('data', (chunk: Buffer) => (told = (told + chunk.toString()).slice(-4_000)));
      const ended = once(child, 'exit') as Promise<[code: number | null]>;
      const target = waiting[0];
      while (target !== undefined && child.exitCode === null) {
        const { at, state } = await look();
        // Target 0: as soon as there is an import at all, which is while its file is read or checked.
        if (target === 0 ? state !== null : at >= target) {
          child.kill('SIGKILL');
          waiting.shift();
          run.kills.push({ target, at, state });
          break;
        }
        await sleep(4);
      }
      const [code] = await ended;
      if (code === 0) return run;
      if (code !== null) throw new Error(`the import process failed:\n${told}`);
    }
  } finally {
    await db.end();
  }
}
