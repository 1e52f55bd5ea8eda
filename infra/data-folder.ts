import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sharedFolder } from './postgres/binaries.ts';
import { canReach, serverUser } from './postgres/server-user.ts';
import { SettingsError, type Settings } from './settings.ts';

const projectRoot = dirname(import.meta.dirname);

/**
 * Where the data lies when NOCGIA_DATA says nothing: `.data` in the project, or, when the system user that PostgreSQL
 * runs as cannot get there (a clone under /root), a folder of this clone's own under /var/lib/nocgia.
 */
export function defaultDataFolder(root: string = projectRoot): string {
  if (canReach(serverUser(), root)) return join(root, '.data');
  const clone = createHash('sha256').update(root).digest('hex').slice(0, 12);
  return join(sharedFolder, `data-${clone}`);
}

/**
 * Makes the folders of this installation: files and keys readable by us alone, the rest of the way open to the user that
 * PostgreSQL runs as. Throws {@link SettingsError} when that is not possible.
 */
export function prepareFolders(settings: Settings): void {
  const { data, files, keys, backups } = settings.folders;
  try {
    mkdirSync(data, { recursive: true, mode: 0o755 });
    for (const folder of [files, keys, backups]) mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(data, constants.W_OK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'error';
    throw new SettingsError([
      {
        name: 'NOCGIA_DATA',
        vi: `không tạo hoặc không ghi được thư mục ${data} (${code}).`,
        en: `the folder ${data} cannot be made or written (${code}).`,
      },
    ]);
  }
  if (settings.databaseUrl === undefined && !canReach(serverUser(), data)) {
    throw new SettingsError([
      {
        name: 'NOCGIA_DATA',
        vi: `người dùng hệ thống "postgres" không vào được ${data}; chọn thư mục khác hoặc mở quyền đi qua (chmod o+x) các thư mục phía trên.`,
        en: `the system user "postgres" cannot enter ${data}; choose another folder or make those above it searchable (chmod o+x).`,
      },
    ]);
  }
}
