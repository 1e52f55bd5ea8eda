import { lastBackup, nightlyBackup } from './backup/backup.ts';
import type { Platform } from './platform.ts';

/** The nightly backup and how the last one went. */
export interface Backups {
  run(): Promise<void>;
  state(): Promise<{ lastAt: string | null; error: string | null }>;
}

/** How long the look into the backup folder is believed. */
const LOOK_MS = 60_000;

export function createBackups(platform: Platform): Backups {
  const { settings, database, masterKey, now, logger } = platform;
  let error: string | null = null;
  let seen: { at: number; lastAt: string | null } | null = null;
  return {
    async run() {
      try {
        const manifest = await nightlyBackup(
          {
            ownerUrl: database.ownerUrl,
            kind: settings.kind,
            filesFolder: settings.folders.files,
            masterKey: masterKey.key,
            now,
          },
          settings.folders.backups,
        );
        error = null;
        seen = null;
        logger.info({ position: manifest.position, tables: manifest.tables.length }, 'backup made');
      } catch (cause) {
        error = cause instanceof Error && 'code' in cause ? String(cause.code) : 'failed';
        throw cause;
      }
    },
    async state() {
      if (!seen || performance.now() - seen.at > LOOK_MS) {
        seen = { at: performance.now(), lastAt: (await lastBackup(settings.folders.backups))?.madeAt ?? null };
      }
      return { lastAt: seen.lastAt, error };
    },
  };
}
