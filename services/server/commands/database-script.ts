import { databaseScript } from '@nocgia/infra/external-database.ts';
import { exit, UsageError, type CliCommand } from './command.ts';
import { currentSettings } from './with-platform.ts';

/** Prints what the administrator of the office's own PostgreSQL runs once. */
export const databaseScriptCommand: CliCommand = {
  words: 'database-script',
  usage: '',
  summary: 'In kịch bản chuẩn bị PostgreSQL riêng / print the script that prepares your own PostgreSQL',
  details:
    'Cần DATABASE_URL. Người quản trị máy chủ chạy kịch bản này bằng psql một lần. / Needs DATABASE_URL; its administrator runs it once in psql.',
  options: {},
  positionals: [0, 0],
  run() {
    const { databaseUrl } = currentSettings();
    if (databaseUrl === undefined) throw new UsageError('Chưa đặt DATABASE_URL / DATABASE_URL is not set');
    process.stdout.write(`${databaseScript(databaseUrl)}\n`);
    return Promise.resolve(exit.ok);
  },
};
