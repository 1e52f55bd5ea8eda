import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Binaries } from './binaries.ts';
import { PostgresError } from './postgres-error.ts';
import { makeServerFolder, type ServerUser } from './server-user.ts';

const Passwords = v.object({ admin: v.string(), owner: v.string(), app: v.string(), projector: v.string() });

/** Passwords of the superuser and of the three roles of Nóc Gia in the embedded server. */
export type Passwords = v.InferOutput<typeof Passwords>;

/** Our own folder inside the cluster's: passwords, the server's log, and who uses the server. */
export function ownFolder(dataDir: string): string {
  return join(dataDir, 'nocgia');
}

/** Passwords that were made when the cluster was. */
export function readPasswords(dataDir: string): Passwords {
  return v.parse(Passwords, JSON.parse(readFileSync(join(ownFolder(dataDir), 'passwords.json'), 'utf8')));
}

// The character type must know letters beyond ASCII, else trigrams drop them; names of such locales differ by system.
const characterTypes = ['C.UTF-8', 'en_US.UTF-8', 'UTF-8', 'C'];

/**
 * Makes a cluster in `dataDir` unless there is one. It is made beside its place and moved there when complete, so that
 * a process killed on the way leaves no half cluster behind. Throws with initdb's own words when that fails.
 */
export function initialise(dataDir: string, binaries: Binaries, user: ServerUser): boolean {
  const versionFile = join(dataDir, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const version = readFileSync(versionFile, 'utf8').trim();
    const needed = binaries.version.split('.')[0];
    if (version === needed) return false;
    throw new PostgresError(
      `The data in ${dataDir} was written by PostgreSQL ${version}; this Nóc Gia runs PostgreSQL ${needed}.`,
    );
  }
  const half = `${dataDir}.half`;
  rmSync(half, { recursive: true, force: true });
  const password = (): string => randomBytes(24).toString('base64url');
  const passwords: Passwords = { admin: password(), owner: password(), app: password(), projector: password() };
  const passwordFile = `${dataDir}.password`;
  let words = '';
  for (const characterType of characterTypes) {
    makeServerFolder(user, half);
    writeFileSync(passwordFile, `${passwords.admin}\n`, { mode: 0o600 });
    if (user.ids) chownSync(passwordFile, user.ids.uid, user.ids.gid);
    const run = spawnSync(
      binaries.initdb,
      [
        `--pgdata=${half}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        `--lc-ctype=${characterType}`,
        '--locale-provider=icu',
        '--icu-locale=vi',
        '--data-checksums',
        '--no-instructions',
      ],
      { ...user.ids, cwd: '/', encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
    );
    rmSync(passwordFile, { force: true });
    if (run.status === 0) {
      mkdirSync(join(ownFolder(half), 'users'), { recursive: true, mode: 0o700 });
      writeFileSync(join(ownFolder(half), 'passwords.json'), JSON.stringify(passwords), { mode: 0o600 });
      renameSync(half, dataDir);
      return true;
    }
    words = `${run.error?.message ?? ''}${run.stderr}`.trim();
    rmSync(half, { recursive: true, force: true });
    if (!words.includes('locale')) break;
  }
  throw new PostgresError(`PostgreSQL could not make its data folder ${dataDir}: ${words}`);
}
