import { existsSync, readFileSync } from 'node:fs';
import { errorText, RejectionError } from '@nocgia/schemas/errors.ts';
import { wardCode } from '@nocgia/schemas/events/common.ts';
import * as v from 'valibot';
import { importDossiers } from '../../dossiers/past/import-dossiers.ts';
import { pastDeps } from '../imports.ts';
import { startProjecting } from '../projecting.ts';
import { exit, optional, required, UsageError, type CliCommand } from './command.ts';
import { print, progressLine } from './terminal.ts';
import { withPlatform } from './with-platform.ts';

const mappingFile = v.record(v.string(), v.union([v.number(), v.string()]));

/** Reads a mapping file: `{ "code": "Mã hồ sơ", "startedAt": 6, … }`. */
function readMapping(path: string): v.InferOutput<typeof mappingFile> {
  const wrong = new UsageError(
    `--mapping: ${path} phải là JSON {"trường": "tên cột" hoặc số} / must be JSON {"field": "heading" or number}`,
  );
  try {
    const parsed = v.safeParse(mappingFile, JSON.parse(readFileSync(path, 'utf8')));
    if (parsed.success) return parsed.output;
  } catch {
    throw wrong;
  }
  throw wrong;
}

/** Takes dossiers of an old one-stop software in from a file, in this process. */
export const importDossiersCommand: CliCommand = {
  words: 'import dossiers',
  usage: 'FILE --unit CODE [--mapping FILE] [--dry-run] [--json]',
  summary: 'Nhập lịch sử hồ sơ / take dossiers of another software in',
  details:
    'Mỗi dòng là một bước của một hồ sơ / one row per step of a dossier\n--unit: mã phường, 5 chữ số / code of the ward\n--mapping: JSON, trường → cột / field to column; bỏ trống là tự nhận theo tiêu đề / left out: by the headings\n--dry-run: chỉ kiểm tra / check only\nChạy lại cùng tệp không thêm gì / the same file again adds nothing.',
  options: {
    unit: { type: 'string' },
    mapping: { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  positionals: [1, 1],
  async run({ values, positionals: [file = ''] }) {
    const unit = required(values, 'unit');
    if (!v.safeParse(wardCode, unit).success)
      throw new UsageError('--unit: mã phường 5 chữ số / a ward code of 5 digits');
    if (!existsSync(file)) throw new UsageError(`Không có tệp ${file} / no such file`);
    const mappingPath = optional(values, 'mapping');
    const mapping = mappingPath === undefined ? undefined : readMapping(mappingPath);
    const json = values.json === true;
    return withPlatform(async (platform) => {
      const projecting = await startProjecting(platform, () => undefined);
      const progress = progressLine('Nhập / import', json);
      try {
        const { summary, ...outcome } = await importDossiers(
          pastDeps(platform, projecting, () => null),
          {
            ...{ file, unit, dryRun: values['dry-run'] === true },
            ...(mapping && { mapping }),
            onProgress: ({ state, done, total }) => progress.update(done, total, state),
          },
        );
        progress.end();
        print({ ...outcome, ...summary }, json);
        return exit.ok;
      } catch (error) {
        if (!(error instanceof RejectionError)) throw error;
        progress.end();
        const { rejection } = error;
        if (json) print({ error: rejection.code, params: rejection.params ?? {} }, true);
        process.stderr.write(`${errorText('vi', rejection)}\n${errorText('en', rejection)}\n`);
        return exit.failed;
      } finally {
        await projecting.stop();
      }
    });
  },
};
