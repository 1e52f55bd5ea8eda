import { ExternalDatabaseError } from '@nocgia/infra/external-database.ts';
import { MigrationError } from '@nocgia/infra/migrate.ts';
import { PostgresError } from '@nocgia/infra/postgres/postgres-error.ts';
import { SettingsError } from '@nocgia/infra/settings.ts';
import { commands } from './commands/all.ts';
import { exit, runCommandLine } from './commands/command.ts';
import { DataOfNewerProgram } from './projecting.ts';
import { PortTaken } from './server.ts';

/** Reasons that are for the person at the terminal: said as they are, without a stack. */
function isSaid(error: unknown): error is Error {
  return [SettingsError, ExternalDatabaseError, PostgresError, MigrationError, PortTaken, DataOfNewerProgram].some(
    (kind) => error instanceof kind,
  );
}

try {
  process.exitCode = await runCommandLine(commands, process.argv.slice(2));
} catch (error) {
  process.stderr.write(
    `${isSaid(error) ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = isSaid(error) ? exit.unavailable : exit.failed;
}
// A pool or thread that something forgot must not keep a command from ending.
process.exit();
