import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { backup as makeBackup, BackupError, restore as putBack } from '../backup/backup.ts';
import { masterKeyFile } from '../platform.ts';
import { prepareFolders } from '@nocgia/infra/data-folder.ts';
import { openDatabase } from '@nocgia/infra/database.ts';
import { exit, optional, type CliCommand, type Values } from './command.ts';
import { askSecret, print, progressLine } from './terminal.ts';
import { currentSettings, withPlatform } from './with-platform.ts';

const passphraseOption = { passphrase: { type: 'string' }, json: { type: 'boolean' } } as const;
const passphraseHelp =
  '--passphrase: mật khẩu bảo vệ tệp khóa (hoặc NOCGIA_BACKUP_PASSPHRASE); bỏ trống là khóa khôi phục / protects the keys file; left out, the recovery key does';

async function passphraseOf(values: Values, question: string): Promise<string | null> {
  return optional(values, 'passphrase') ?? process.env.NOCGIA_BACKUP_PASSPHRASE ?? (await askSecret(question)) ?? null;
}

/** Runs, and says a BackupError as the sentence that it is. */
async function saying(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return exit.failed;
  }
}

export const backup: CliCommand = {
  words: 'backup',
  usage: 'DIR [--passphrase TEXT] [--json]',
  summary: 'Sao lưu nhật ký, khóa, tệp / back up events, keys and files',
  details: passphraseHelp,
  options: passphraseOption,
  positionals: [1, 1],
  run: ({ values, positionals: [folder = ''] }) =>
    saying(() =>
      withPlatform(async (platform) => {
        const { settings, database, masterKey, now } = platform;
        const passphrase =
          optional(values, 'passphrase') ?? process.env.NOCGIA_BACKUP_PASSPHRASE ?? masterKey.recoveryKey;
        const progress = progressLine('Sao lưu / backup', values.json === true);
        const manifest = await makeBackup(
          {
            ownerUrl: database.ownerUrl,
            kind: settings.kind,
            filesFolder: settings.folders.files,
            masterKey: masterKey.key,
            passphrase,
            now,
            onProgress: (table, rows) => progress.update(rows, null, table),
          },
          resolve(folder),
        );
        progress.end();
        const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
        print(
          {
            folder: resolve(folder),
            position: manifest.position,
            tables: manifest.tables.length,
            rows,
            files: manifest.files,
          },
          values.json === true,
        );
        return exit.ok;
      }),
    ),
};

export const restore: CliCommand = {
  words: 'restore',
  usage: 'DIR [--passphrase TEXT] [--json]',
  summary: 'Khôi phục vào nơi trống / restore into an empty installation',
  details: `${passphraseHelp}\nDừng máy chủ trước; bảng được dựng lại ở lần khởi động sau / stop the server first; rows are rebuilt by the next start.`,
  options: passphraseOption,
  positionals: [1, 1],
  run: ({ values, positionals: [folder = ''] }) =>
    saying(async () => {
      const passphrase = await passphraseOf(values, 'Mật khẩu hoặc khóa khôi phục / passphrase or recovery key: ');
      if (!passphrase) {
        process.stderr.write(
          'Cần --passphrase hoặc NOCGIA_BACKUP_PASSPHRASE / --passphrase or NOCGIA_BACKUP_PASSPHRASE is needed\n',
        );
        return exit.usage;
      }
      const settings = currentSettings();
      prepareFolders(settings);
      const database = await openDatabase(settings, () => undefined);
      try {
        const progress = progressLine('Khôi phục / restore', values.json === true);
        const keyFile = settings.masterKey ? null : masterKeyFile(settings);
        const { manifest, masterKey } = await putBack(
          {
            ownerUrl: database.ownerUrl,
            kind: settings.kind,
            filesFolder: settings.folders.files,
            masterKeyFile: keyFile,
            onProgress: (table, rows) => progress.update(rows, null, table),
          },
          resolve(folder),
          passphrase,
        );
        progress.end();
        if (settings.masterKey && !settings.masterKey.equals(masterKey)) {
          process.stderr.write(
            "NOCGIA_MASTER_KEY khác khóa của bản sao lưu; đặt lại biến này / NOCGIA_MASTER_KEY is not the backup's key; set it anew\n",
          );
        }
        print(
          {
            madeAt: manifest.madeAt,
            position: manifest.position,
            tables: manifest.tables.length,
            files: manifest.files,
            keyFile: keyFile !== null && existsSync(keyFile),
          },
          values.json === true,
        );
        return exit.ok;
      } finally {
        await database.stop();
      }
    }),
};
