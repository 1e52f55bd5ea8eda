import { accountCreate, accountResetPassword } from './account.ts';
import { backup, restore } from './backup.ts';
import { bench } from './bench.ts';
import type { CliCommand } from './command.ts';
import { databaseScriptCommand } from './database-script.ts';
import { importDossiersCommand } from './import-dossiers.ts';
import { importResidentsCommand } from './import-residents.ts';
import { importProceduresCommand, shipProceduresCommand } from './procedures.ts';
import { project } from './project.ts';
import { rebuild } from './rebuild.ts';
import { start } from './start.ts';
import { stats } from './stats.ts';
import { verify } from './verify.ts';

/** Every command of `nocgia`, in the order in which they are listed. */
export const commands: readonly CliCommand[] = [
  start,
  project,
  importResidentsCommand,
  importDossiersCommand,
  shipProceduresCommand,
  importProceduresCommand,
  stats,
  verify,
  rebuild,
  accountCreate,
  accountResetPassword,
  backup,
  restore,
  databaseScriptCommand,
  bench,
];
