import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { optional, type CliCommand } from './command.ts';

/** Runs the benches of `test/bench` on a scratch database of their own. */
export const bench: CliCommand = {
  words: 'bench',
  usage: '[--only NAME] [--json FILE]',
  summary: 'Đo tốc độ / measure speed',
  details:
    'Một bảng, tỉ lệ trong cùng một lần chạy / one table, ratios within one run. --only: một mục / one row; --json: ghi ra tệp / write the same as JSON',
  options: { only: { type: 'string' }, json: { type: 'string' } },
  positionals: [0, 0],
  run({ values }) {
    const args = (['only', 'json'] as const).flatMap((name) => {
      const value = optional(values, name);
      return value === undefined ? [] : [`--${name}`, value];
    });
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [join(import.meta.dirname, '../../../test/bench/run.ts'), ...args], {
        stdio: 'inherit',
      });
      child.on('error', reject);
      child.on('exit', (code) => resolve(code ?? 1));
    });
  },
};
