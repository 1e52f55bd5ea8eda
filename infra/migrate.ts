import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from './roles.ts';

const ownMigrations = join(import.meta.dirname, 'migrations');

// Any number serves, as long as every version of the program uses the same one.
const advisoryLock = 4_606_120_001;

/** The database cannot be brought to where this program needs it; the message says why. */
export class MigrationError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MigrationError';
  }
}

type Migration = { name: string; sql: string; checksum: string };

function readMigrations(folder: string): Migration[] {
  const migrations = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((name) => {
      // Git may have turned the line ends on the way to another system; that is no change of the migration.
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
  const numbers = new Map<string, string>();
  for (const { name } of migrations) {
    const number = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1];
    if (number === undefined) throw new MigrationError(`A migration is named NNNN_name.sql, but not ${name}.`);
    const other = numbers.get(number);
    if (other !== undefined)
      throw new MigrationError(`Two migrations have the number ${number}: ${other} and ${name}.`);
    numbers.set(number, name);
  }
  return migrations;
}

/**
 * Runs, as the owner, every migration that the database has not had yet, in order of number, each in a transaction of
 * its own; processes that start together take turns. Answers the names of those applied now. Throws when an applied one
 * has been changed since, or is unknown to this version of the program.
 */
export async function migrate(options: { ownerUrl: string; folder?: string }): Promise<string[]> {
  const migrations = readMigrations(options.folder ?? ownMigrations);
  return withClient(options.ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [advisoryLock]);
    await client.query(`
      create schema if not exists migrations;
      create table if not exists migrations.applied (
        name text collate "C" primary key,
        checksum text not null,
        applied_at timestamptz not null default now()
      )`);
    const rows = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from migrations.applied',
    );
    const done = new Map(rows.rows.map((row) => [row.name, row.checksum]));
    const known = new Set(migrations.map((migration) => migration.name));
    const unknown = [...done.keys()].filter((name) => !known.has(name)).sort();
    if (unknown.length > 0) {
      throw new MigrationError(
        `The database is newer than this program: it has had ${unknown.join(', ')}. Start the newer version.`,
      );
    }
    const changed = migrations.filter(({ name, checksum }) => done.has(name) && done.get(name) !== checksum);
    if (changed.length > 0) {
      const names = changed.map((migration) => migration.name).join(', ');
      throw new MigrationError(
        `Changed after they were applied: ${names}. Put them back and write a new migration instead.`,
      );
    }
    const applied: string[] = [];
    for (const migration of migrations.filter(({ name }) => !done.has(name))) {
      await client.query('begin');
      try {
        await client.query(migration.sql);
        await client.query('insert into migrations.applied (name, checksum) values ($1, $2)', [
          migration.name,
          migration.checksum,
        ]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw new MigrationError(
          `Migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`,
          {
            cause: error,
          },
        );
      }
      applied.push(migration.name);
    }
    return applied;
  });
}
