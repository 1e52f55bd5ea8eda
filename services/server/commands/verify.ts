import pg from 'pg';
import { verify as compare } from '../../projection/verify.ts';
import { projectToHead } from '../projecting.ts';
import { projections } from '../projections.ts';
import { exit, type CliCommand } from './command.ts';
import { print, progressLine } from './terminal.ts';
import { withPlatform } from './with-platform.ts';

/** Refolds the log and compares every row, episode and tally with what stands in the database. */
export const verify: CliCommand = {
  words: 'verify',
  usage: '[--json]',
  summary: 'Đối chiếu mọi bảng với nhật ký / compare every row with the log',
  details: 'Mã thoát 1 khi có khác biệt / exit code 1 when anything differs.',
  options: { json: { type: 'boolean' } },
  positionals: [0, 0],
  run: ({ values }) =>
    withPlatform(async (platform) => {
      const json = values.json === true;
      const progress = progressLine('Đối chiếu / verify', json);
      await projectToHead(platform, () => undefined);
      const db = new pg.Pool({ connectionString: platform.database.projectorUrl, max: 2 });
      try {
        const results = await compare({
          log: platform.log,
          db,
          projections,
          onProgress: (position, end) => progress.update(Number(position), Number(end)),
        });
        progress.end();
        if (json) print({ projections: results }, true);
        else {
          for (const { name, state, tables } of results) {
            process.stdout.write(`${name}: ${state}\n`);
            for (const { table, rows, missing, surplus, different, keys } of tables) {
              process.stdout.write(
                `  ${table}: ${rows} dòng/rows, thiếu/missing ${missing}, thừa/surplus ${surplus}, khác/different ${different}${keys.length > 0 ? `: ${keys.join(', ')}` : ''}\n`,
              );
            }
          }
        }
        return results.every(({ state }) => state === 'same') ? exit.ok : exit.failed;
      } finally {
        await db.end();
      }
    }),
};
