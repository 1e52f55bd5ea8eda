import { createSecretKey } from 'node:crypto';
import { join } from 'node:path';
import { prepareFolders } from '@nocgia/infra/data-folder.ts';
import { openDatabase, type OpenDatabase } from '@nocgia/infra/database.ts';
import type { Settings } from '@nocgia/infra/settings.ts';
import { eventRegistry } from '@nocgia/schemas/events/registry.ts';
import pg from 'pg';
import { pino, type Logger } from 'pino';
import { plainDates } from '../access/plain-dates.ts';
import { createCursors, type Cursors } from '../access/paging.ts';
import { claimHash } from '../event-store/keys/claims.ts';
import { openKeyring, type Keyring } from '../event-store/keys/keyring.ts';
import { openMasterKey, toRecoveryKey } from '../event-store/keys/master-key.ts';
import type { Log } from '../event-store/log.ts';
import { openLog } from '../event-store/open-log.ts';
import { migrateJobs } from './jobs.ts';
import { openStore } from './open-store.ts';

/** Everything that commands and the server stand on: database, keys, log. One per process. */
export interface Platform {
  settings: Settings;
  database: OpenDatabase;
  /** Pool of the role `nocgia_app`: pages, sessions, jobs. */
  appPool: pg.Pool;
  keyring: Keyring;
  masterKey: { key: Buffer; recoveryKey: string; created: boolean };
  log: Log;
  /** Keyed hash of something only one may have, e.g. `username:lan`; names its claim stream. */
  claimHash(text: string): string;
  /** Keyed hash, by a secret of its own, for what the public holds. */
  publicHash(text: string): string;
  /** Seals cursors for one reader (an account's id). */
  cursors(reader: string): Cursors;
  now(): Date;
  logger: Logger;
  close(): Promise<void>;
}

export interface PlatformOptions {
  settings: Settings;
  logger?: Logger;
  now?: () => Date;
  /** Says on the terminal what is being waited for. */
  say?: (line: string) => void;
  /** A database that is open already, instead of the one of the settings; it is closed with the platform. */
  database?: OpenDatabase;
}

/** Opens database, keys and log for these settings; what was opened is closed again when a later step fails. */
export async function openPlatform(options: PlatformOptions): Promise<Platform> {
  const { settings } = options;
  const logger = options.logger ?? pino({ level: settings.development ? 'info' : 'warn' }, pino.destination(2));
  const say = options.say ?? ((line) => logger.info(line));
  prepareFolders(settings);
  const database = options.database ?? (await openDatabase(settings, say));
  const closers: (() => Promise<void>)[] = [database.stop];
  const close = async () => {
    for (const closer of closers.reverse()) await closer();
    closers.length = 0;
  };
  try {
    await migrateJobs(database.ownerUrl);
    const masterKey = await masterKeyOf(settings);
    const keyring = await openKeyring({ connectionString: database.appUrl, masterKey: masterKey.key });
    closers.push(keyring.close);
    const secret = await keyring.secret('claims');
    const publicSecret = await keyring.secret('public');
    const cursorKey = createSecretKey(await keyring.secret('cursors'));
    const appPool = new pg.Pool({
      connectionString: database.appUrl,
      max: 12,
      application_name: 'nocgia app',
      types: plainDates,
      // What is asked together goes out together: a scoped snapshot opens in the round trip of its first query.
      pipeline: true,
    });
    // An idle connection that the server ends is replaced by the next query; the event would otherwise end the process.
    appPool.on('error', () => undefined);
    closers.push(() => appPool.end());
    const store = await openStore({ settings, connectionString: database.appUrl, pool: appPool, writes: true, logger });
    closers.push(store.close);
    const log = openLog({ store, keyring, registry: eventRegistry });
    return {
      settings,
      database,
      appPool,
      keyring,
      masterKey,
      log,
      claimHash: (text) => claimHash(secret, text),
      publicHash: (text) => claimHash(publicSecret, text),
      cursors: (reader) => createCursors(cursorKey, reader),
      now: options.now ?? (() => new Date()),
      logger,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Where the key file lies; backups put it back there. */
export function masterKeyFile(settings: Settings): string {
  return join(settings.folders.keys, 'master.key');
}

/** The master key of these settings: NOCGIA_MASTER_KEY, or the key file, made on the first start. */
export async function masterKeyOf(settings: Settings): Promise<Platform['masterKey']> {
  if (settings.masterKey)
    return { key: settings.masterKey, recoveryKey: toRecoveryKey(settings.masterKey), created: false };
  return openMasterKey({ path: masterKeyFile(settings) });
}
