import type { Disk } from 'flydrive';
import type { Keyring } from '../../event-store/keys/keyring.ts';
import type { Log } from '../../event-store/log.ts';

/** What files of dossiers are kept with. */
export interface FileDeps {
  /** Where the bytes lie; they are sealed before they get there. */
  disk: Disk;
  keyring: Keyring;
  log: Log;
  now(): Date;
}
