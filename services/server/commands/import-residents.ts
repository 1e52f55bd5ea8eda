import { existsSync, readFileSync } from 'node:fs';
import { errorText, RejectionError, type Rejection } from '@nocgia/schemas/errors.ts';
import { wardCode } from '@nocgia/schemas/events/common.ts';
import * as v from 'valibot';
import { derivedId } from '../../event-store/derived-id.ts';
import { importResidents } from '../../registry/import/import-residents.ts';
import { importDeps } from '../imports.ts';
import { establishFromFile } from '../neighbourhoods-from-register.ts';
import type { Platform } from '../platform.ts';
import { startProjecting } from '../projecting.ts';
import { establishWard } from '../setup.ts';
import { COMMUNES_SINCE } from '../../territory/reference/reference.ts';
import { exit, optional, required, UsageError, type CliCommand } from './command.ts';
import { print, progressLine } from './terminal.ts';
import { withPlatform } from './with-platform.ts';

const column = v.union([v.number(), v.string()]);
const mappingFile = v.objectWithRest(
  { relations: v.optional(v.record(v.string(), v.string())) },
  v.union([column, v.array(column)]),
);

/** Reads a mapping file: `{ "fullName": "Họ và tên", "birth": 3, …, "relations": { "1": "Chủ hộ", "2": "wife" } }`. */
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

/** A ward that is not set up yet is established under its official name; whoever sits at the terminal may. */
async function ensureWard(platform: Platform, code: string): Promise<Rejection | null> {
  const run = derivedId('command line', code);
  const source = { kind: 'form', id: run } as const;
  return establishWard(platform, { wardCode: code, neighbourhoods: [], since: COMMUNES_SINCE, run, source });
}

/** Takes a register of residents in from a file, in this process. */
export const importResidentsCommand: CliCommand = {
  words: 'import residents',
  usage: 'FILE --unit CODE [--mapping FILE|NAME] [--neighbourhoods-from-file] [--dry-run] [--json]',
  summary: 'Nhập sổ dân cư / take a register of residents in',
  details:
    '--unit: mã phường, 5 chữ số / code of the ward\n--mapping: JSON, trường → cột / field to column, "relations": số → quan hệ / number to relation; hoặc tên một mẫu của phường / or a template of the ward by name; bỏ trống là tự nhận theo tiêu đề / left out: by the headings\n--neighbourhoods-from-file: lập các khu phố có trong tệp mà phường chưa có / establish the neighbourhoods that the file names and the ward lacks\n--dry-run: chỉ kiểm tra / check only\nChạy lại cùng tệp không thêm gì / the same file again adds nothing.',
  options: {
    unit: { type: 'string' },
    mapping: { type: 'string' },
    'neighbourhoods-from-file': { type: 'boolean' },
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
    // A file of that name, or else a template of the ward.
    const named = mappingPath !== undefined && !existsSync(mappingPath);
    const { relations, ...columns } = mappingPath === undefined || named ? {} : readMapping(mappingPath);
    const json = values.json === true;
    return withPlatform(async (platform) => {
      const projecting = await startProjecting(platform, () => undefined);
      const unknown = await ensureWard(platform, unit);
      if (unknown) {
        await projecting.stop();
        process.stderr.write(`${errorText('vi', unknown)}\n${errorText('en', unknown)}\n`);
        return exit.failed;
      }
      if (platform.settings.kind === 'demo')
        process.stderr.write(
          'Đây là bản DEMO: dữ liệu thật hãy nhập vào bản thật, với NOCGIA_DEMO=0.\nThis is the DEMO: take real data into a real installation, with NOCGIA_DEMO=0.\n',
        );
      const progress = progressLine('Nhập / import', json);
      try {
        const outcome = await importResidents(
          importDeps(platform, projecting, () => null),
          {
            file,
            unit,
            dryRun: values['dry-run'] === true,
            ...(Object.keys(columns).length > 0 ? { mapping: columns } : {}),
            ...(relations ? { relations } : {}),
            ...(named ? { template: mappingPath } : {}),
            ...(values['neighbourhoods-from-file'] === true
              ? {
                  establish: (importId: string, names: readonly string[]) =>
                    establishFromFile(platform, unit, importId, names),
                }
              : {}),
            onProgress: ({ state, done, total }) => progress.update(done, total, state),
          },
        );
        progress.end();
        print({ importId: outcome.importId, state: outcome.state, mapping: outcome.mapping, ...outcome.summary }, json);
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
