import { existsSync, readFileSync } from 'node:fs';
import { errorText, RejectionError, type Rejection } from '@nocgia/schemas/errors.ts';
import { dayInVietnam } from '@nocgia/schemas/days.ts';
import { wardCode } from '@nocgia/schemas/events/common.ts';
import { v7 as uuidv7 } from 'uuid';
import * as v from 'valibot';
import { systemAuthority } from '../../access/authority.ts';
import {
  askedOf,
  publishCatalogue,
  shippedProposals,
  shippedWish,
  wishOf,
  type Wish,
} from '../../dossiers/procedure/catalogue/publish-catalogue.ts';
import { readCatalogue, type Proposal, type RefusedRow } from '../../dossiers/procedure/catalogue/read-csv.ts';
import { derivedId } from '../../event-store/derived-id.ts';
import { unitStream } from '../../territory/unit/unit.ts';
import type { Platform } from '../platform.ts';
import { exit, required, UsageError, type CliCommand, type Values } from './command.ts';
import { print } from './terminal.ts';
import { withPlatform } from './with-platform.ts';

const options = { unit: { type: 'string' }, 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } } as const;
const optionHelp =
  '--unit: mã phường, 5 chữ số / code of the ward\n--dry-run: chỉ kiểm tra / check only\nThủ tục có hiệu lực từ hôm nay; chạy lại không thêm gì / in force from today on; a second run adds nothing.';

function unitOf(values: Values): string {
  const unit = required(values, 'unit');
  if (!v.safeParse(wardCode, unit).success)
    throw new UsageError('--unit: mã phường 5 chữ số / a ward code of 5 digits');
  return unit;
}

function refused(rejection: Rejection, json: boolean): number {
  if (json) print({ error: rejection.code, params: rejection.params ?? {} }, true);
  process.stderr.write(`${errorText('vi', rejection)}\n${errorText('en', rejection)}\n`);
  return exit.failed;
}

/** Publishes for a ward as the system, since whoever sits at the terminal may, and prints what became of each procedure; the exit code. */
export async function publishAndPrint(
  platform: Platform,
  values: Values,
  catalogue: { proposals: readonly Proposal[]; refused: readonly RefusedRow[]; wishes: readonly Wish[] },
): Promise<number> {
  const [ward, json, dryRun] = [unitOf(values), values.json === true, values['dry-run'] === true];
  if ((await platform.log.readStream(unitStream(ward), { limit: 1 })).length === 0)
    return refused({ code: 'UNIT_UNKNOWN', params: { code: ward } }, json);
  const now = platform.now();
  const today = dayInVietnam(now);
  const run = derivedId('catalogue', ward);
  const context = {
    log: platform.log,
    eventContext: () => ({
      actor: 'system',
      unit: ward,
      source: { kind: 'import' as const, id: run },
      correlation: run,
    }),
    env: {
      may: systemAuthority,
      accountId: null,
      role: null,
      now: now.toISOString(),
      today,
      newId: uuidv7,
    },
  };
  try {
    const report = await publishCatalogue(context, { ward, validFrom: today, dryRun }, catalogue.wishes);
    const asked = askedOf(catalogue.proposals, report.standing);
    const { new: begun, changed, unchanged } = report;
    if (json) print({ dryRun, new: begun, changed, unchanged, asked, refused: catalogue.refused }, true);
    else {
      print({ new: begun.length, changed: changed.length, unchanged: unchanged.length, asked: asked.length }, false);
      for (const { code, name, term, fees } of asked)
        process.stdout.write(
          `? ${code}  ${name}${term ? `  [${term.why} ${term.number ?? ''}]` : ''}${fees.length > 0 ? '  [fee]' : ''}\n`,
        );
      for (const { row, code, why } of catalogue.refused) process.stdout.write(`! ${row}  ${code}  ${why}\n`);
    }
    return catalogue.refused.length > 0 ? exit.failed : exit.ok;
  } catch (error) {
    if (!(error instanceof RejectionError)) throw error;
    return refused(error.rejection, json);
  }
}

/** Takes a catalogue of procedures in from a CSV file. */
export const importProceduresCommand: CliCommand = {
  words: 'procedures import',
  usage: 'FILE --unit CODE [--dry-run] [--json]',
  summary: 'Nhập danh mục thủ tục / take a catalogue of procedures in',
  details: `FILE: CSV, UTF-8, cột / columns code, name, field, decision, channel_time_fee_raw, result, result_code\n${optionHelp}\nThời hạn không có đơn vị được hỏi lại, không đoán / a term without a unit is asked for, never guessed.`,
  options,
  positionals: [1, 1],
  async run({ values, positionals: [file = ''] }) {
    unitOf(values);
    if (!existsSync(file)) throw new UsageError(`Không có tệp ${file} / no such file`);
    let read: ReturnType<typeof readCatalogue>;
    try {
      read = readCatalogue(readFileSync(file));
    } catch (error) {
      if (!(error instanceof RejectionError)) throw error;
      return refused(error.rejection, values.json === true);
    }
    const wishes = read.proposals.map(wishOf);
    return withPlatform((platform) => publishAndPrint(platform, values, { ...read, wishes }));
  },
};

/** Publishes the procedures that ship with the product. */
export const shipProceduresCommand: CliCommand = {
  words: 'procedures ship',
  usage: '--unit CODE [--dry-run] [--json]',
  summary: 'Công bố danh mục thủ tục kèm sẵn / publish the procedures that ship',
  details: `${optionHelp}\nThủ tục phường đã có thì giữ nguyên / what the ward has already stays.`,
  options,
  positionals: [0, 0],
  async run({ values }) {
    unitOf(values);
    const proposals = shippedProposals();
    const wishes = proposals.map(shippedWish);
    return withPlatform((platform) => publishAndPrint(platform, values, { proposals, refused: [], wishes }));
  },
};
