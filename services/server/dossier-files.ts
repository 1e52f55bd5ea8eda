import { join } from 'node:path';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { FileDeps } from '../dossiers/file/deps.ts';
import type { UploadDeps } from '../dossiers/upload/deps.ts';
import { clamd } from '../dossiers/upload/scanner.ts';
import type { Jobs } from './jobs.ts';
import type { Platform } from './platform.ts';

/** A folder as a store of files that nobody else reads. */
export function folderDisk(location: string): Disk {
  return new Disk(new FSDriver({ location, visibility: 'private' }));
}

/** What files of dossiers are kept with on this platform. */
export function dossierFileDeps({ settings, keyring, log, now }: Platform): FileDeps {
  return { disk: folderDisk(join(settings.folders.files, 'dossiers')), keyring, log, now };
}

/** What uploads from home are kept and checked with; `jobs` once they run. */
export function uploadDeps(platform: Platform, jobs: () => Jobs | null): UploadDeps {
  const { appPool, publicHash, settings } = platform;
  return {
    ...dossierFileDeps(platform),
    db: appPool,
    publicHash,
    scanner: settings.scanner ? clamd(settings.scanner) : null,
    soon: async (of) => {
      const [id = ''] = Object.values(of);
      await jobs()?.add('check-uploads', of, { key: `check-uploads-${id}` });
    },
  };
}
