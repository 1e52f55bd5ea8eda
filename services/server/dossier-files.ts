import { join } from 'node:path';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { FileDeps } from '../dossiers/file/deps.ts';
import type { Platform } from './platform.ts';

/** What files of dossiers are kept with on this platform. */
export function dossierFileDeps({ settings, keyring, log, now }: Platform): FileDeps {
  const location = join(settings.folders.files, 'dossiers');
  return { disk: new Disk(new FSDriver({ location, visibility: 'private' })), keyring, log, now };
}
