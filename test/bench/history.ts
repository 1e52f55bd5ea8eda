import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { importDossiers } from '@nocgia/services/dossiers/past/import-dossiers.ts';
import { oldCsv, oldRows } from '@nocgia/services/dossiers/past/testing/old-software.ts';
import { ward } from '@nocgia/services/dossiers/testing/scene.ts';
import { openHouse } from '@nocgia/services/registry/import/testing/house.ts';
import { openBenchDatabase } from './database.ts';
import type { BenchCase, OpenCase } from './harness.ts';

const DOSSIERS = 10_000;

/** A file of 60,000 steps, read, checked, recorded and brought into the rows, from the file to the last row. */
async function open(): Promise<OpenCase> {
  const folder = mkdtempSync(join(tmpdir(), 'nocgia-history-'));
  const file = join(folder, 'mot-cua-cu.csv');
  writeFileSync(file, oldCsv(oldRows(DOSSIERS)));
  const notes: Record<string, string | number> = { dossiers: DOSSIERS, steps: 6 * DOSSIERS };
  return {
    contenders: [
      {
        name: 'history',
        async run() {
          const database = await openBenchDatabase();
          const { appUrl, projectorUrl } = database;
          const masterKey = randomBytes(32).toString('base64');
          const house = await openHouse({ appUrl, projectorUrl, masterKey, folder, now: '2026-11-22T03:00:00.000Z' });
          const start = performance.now();
          const laps = new Map<string, number>();
          const { summary } = await importDossiers(house.deps, {
            ...{ file, unit: ward, dryRun: false },
            onProgress: ({ state }) => laps.set(state, performance.now()),
          });
          await house.projector.runToHead();
          const seconds = (performance.now() - start) / 1000;
          if (summary?.create !== DOSSIERS || summary.steps !== 6 * DOSSIERS) throw new Error(JSON.stringify(summary));
          for (const [state, at] of laps) notes[`${state} until s`] = Number(((at - start) / 1000).toFixed(1));
          await house.close();
          await database.close();
          return { operations: 1, seconds, latencies: [seconds * 1000] };
        },
      },
    ],
    notes: () => notes,
    close: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
  };
}

export const historyBenches: readonly BenchCase[] = [
  {
    ...{
      name: 'dossiers history',
      what: '10,000 dossiers with 60,000 steps of an old software, from the file to the rows',
    },
    ...{ measure: 'seconds', atLeast: 60, aim: 20, rounds: 2, warmUp: 0, open },
  },
];
