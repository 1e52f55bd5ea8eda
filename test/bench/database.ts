import { fdatasyncSync, closeSync, mkdtempSync, chmodSync, openSync, rmSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { migrate } from '@nocgia/infra/migrate.ts';
import { startPostgres } from '@nocgia/infra/postgres/start.ts';
import { createDatabase, createLoginRoles, type DatabaseUrls } from '@nocgia/infra/roles.ts';
import { quantile } from './harness.ts';

/** A migrated database on a server of its own with fsync on, in a folder that goes away with it. */
export type BenchDatabase = DatabaseUrls & { adminUrl: string; folder: string; close: () => Promise<void> };

/** Starts the server and migrates an empty database; folder below `NOCGIA_BENCH_DIR` or the system's temporary one. */
export async function openBenchDatabase(): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(process.env['NOCGIA_BENCH_DIR'] ?? tmpdir(), 'nocgia-bench-'));
  // The server may run as another user, who must be able to pass through.
  chmodSync(folder, 0o755);
  const postgres = await startPostgres({
    dataDir: join(folder, 'postgres'),
    durability: 'durable',
    removeAfterwards: folder,
    log: () => undefined,
  });
  const adminUrl = postgres.url('admin', 'postgres');
  await createLoginRoles(adminUrl, postgres.passwords);
  await createDatabase({ adminUrl, name: 'bench' });
  const ownerUrl = postgres.url('owner', 'bench');
  await migrate({ ownerUrl });
  return {
    folder,
    adminUrl: postgres.url('admin', 'bench'),
    ownerUrl,
    appUrl: postgres.url('app', 'bench'),
    projectorUrl: postgres.url('projector', 'bench'),
    close: async () => {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Median milliseconds that the disk under `folder` takes to make 8 KB durable: below this no commit can be. */
export function diskCommitTime(folder: string): number {
  const path = join(folder, 'commit-time');
  const file = openSync(path, 'w');
  const page = Buffer.alloc(8192, 1);
  const times = Array.from({ length: 60 }, () => {
    const start = performance.now();
    writeSync(file, page);
    fdatasyncSync(file);
    return performance.now() - start;
  });
  closeSync(file);
  unlinkSync(path);
  return quantile(
    times.sort((a, b) => a - b),
    0.5,
  );
}
