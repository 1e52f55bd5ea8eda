import { workbook } from '../papers/xlsx.ts';
import { join } from 'node:path';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { createAccessLog } from '../access/access-log/access-log.ts';
import type { PastDeps } from '../dossiers/past/deps.ts';
import type { ImportDeps } from '../registry/import/deps.ts';
import type { Jobs } from './jobs.ts';
import type { Platform } from './platform.ts';
import type { ProjectionHandle } from './projecting.ts';

/** What the import works with on this platform; `jobs` is null where the work is done by whoever asks (the command line). */
export function importDeps(
  platform: Platform,
  projecting: Pick<ProjectionHandle, 'waitFor' | 'pause'>,
  jobs: () => Jobs | null,
): ImportDeps {
  const disk = new Disk(
    new FSDriver({ location: join(platform.settings.folders.files, 'imports'), visibility: 'private' }),
  );
  return {
    pool: platform.appPool,
    log: platform.log,
    keyring: platform.keyring,
    claimHash: platform.claimHash,
    now: platform.now,
    logAccess: createAccessLog(platform.appPool),
    disk,
    waitFor: projecting.waitFor,
    pause: projecting.pause,
    workbook,
    enqueue: async (importId) => {
      await jobs()?.add('import', { importId }, { key: `import-${importId}`, queue: 'imports' });
    },
  };
}

/** What the import of dossiers of another software works with: the same, but for its queue. */
export function pastDeps(...parts: Parameters<typeof importDeps>): PastDeps {
  const [, , jobs] = parts;
  return {
    ...importDeps(...parts),
    enqueue: async (importId) => {
      await jobs()?.add('import-dossiers', { importId }, { key: `import-dossiers-${importId}`, queue: 'imports' });
    },
  };
}
