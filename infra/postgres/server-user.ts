import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { PostgresError } from './postgres-error.ts';

/** The system user that the server runs as; `ids` only when it is another one than ours. */
export type ServerUser = { name: string; ids?: { uid: number; gid: number } };

function lookUp(name: string): { uid: number; gid: number } | undefined {
  const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' });
  const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' });
  if (uid.status !== 0 || gid.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/**
 * Who the server runs as: ourselves, or, since PostgreSQL refuses to run as root, the system user `postgres`, which is
 * made when missing. Throws when it cannot be made.
 */
export function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return { name: 'self' };
  const name = 'postgres';
  const known = lookUp(name);
  if (known) return { name, ids: known };
  spawnSync('groupadd', ['--system', name], { stdio: 'ignore' });
  const made = spawnSync('useradd', ['--system', '--no-create-home', '--gid', name, name], { encoding: 'utf8' });
  const ids = lookUp(name);
  if (ids) return { name, ids };
  throw new PostgresError(
    'PostgreSQL does not run as root, and the system user "postgres" could not be made ' +
      `(${made.stderr?.trim() || made.error?.message || 'useradd failed'}). Make it by hand or start as another user.`,
  );
}

/** Whether the server's user may enter `folder`; a folder that does not exist yet is judged by its nearest existing parent. */
export function canReach(user: ServerUser, folder: string): boolean {
  if (user.ids === undefined) return true;
  let nearest = folder;
  while (statSync(nearest, { throwIfNoEntry: false }) === undefined) nearest = dirname(nearest);
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', nearest], { ...user.ids, cwd: '/', stdio: 'ignore' }).status === 0
  );
}

/** Makes `folder` (and what is missing above it, searchable) as one that belongs to the server's user alone. */
export function makeServerFolder(user: ServerUser, folder: string): void {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user.ids) chownSync(folder, user.ids.uid, user.ids.gid);
}
