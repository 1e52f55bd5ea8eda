import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import { unitNumber } from '@nocgia/schemas/events/common.ts';
import { beginImport } from './begin.ts';
import type { CheckSummary } from './summary.ts';
import { checkAgain } from './commands.ts';
import { checkMapping, missingFields, type ColumnMapping, type GivenColumn } from './mapping.ts';
import type { FoundColumn } from '../../tables/headings.ts';
import { mappingBy, templatesOf } from './templates.ts';
import type { ImportDeps } from './deps.ts';
import { neighbourhoodsOfFile } from './neighbourhoods.ts';
import { runImport } from './run.ts';
import { sealerOf } from './sealer.ts';
import { findImport, updateImport, type Description, type ImportRecord, type ImportState } from './store.ts';

export interface ImportResidentsOptions {
  file: string;
  /** Ward code. */
  unit: string;
  /** Which column gives which field: by number (from 0) or by heading. Absent: by the headings alone. */
  mapping?: Readonly<Record<string, number | string | readonly (number | string)[]>>;
  /** What the numbers in the column of relations stand for: a relation's code, or words. */
  relations?: Readonly<Record<string, string>>;
  /** Name of a template of the ward to match the columns by. */
  template?: string;
  dryRun: boolean;
  /** False: refuse when any row is in error. */
  skipErrors?: boolean;
  accountId?: string | null;
  importId?: string;
  /**
   * Makes the neighbourhoods that the file names and the ward does not have, before anything is written; the rows are then checked anew.
   * Absent: such rows stay without one.
   */
  establish?: (importId: string, names: readonly string[]) => Promise<void>;
  onProgress?: (progress: { state: ImportState; done: number; total: number }) => void;
}

/** What came of an import on the command line. */
export interface ImportOutcome {
  importId: string;
  state: ImportState;
  summary: CheckSummary | null;
  columns: FoundColumn[];
  mapping: { field: string; column: number }[];
}

const progressMs = 300;

/**
 * Takes a register in from a file, in this process: reads, checks and, unless it is a dry run, writes. Throws RejectionError with a code
 * of the catalogue for a file that cannot be read, a mapping that does not fit, or errors that were not to be skipped.
 */
export async function importResidents(deps: ImportDeps, options: ImportResidentsOptions): Promise<ImportOutcome> {
  const { accountId = null, onProgress } = options;
  const upload = {
    file: createReadStream(options.file),
    fileName: basename(options.file),
    ward: unitNumber(options.unit),
    accountId,
    positionId: null,
  };
  const importId = await beginImport(
    deps,
    options.importId === undefined ? upload : { ...upload, importId: options.importId },
  );
  const watch = onProgress
    ? setInterval(() => void tell(deps, importId, onProgress).catch(() => undefined), progressMs)
    : undefined;
  try {
    await runImport(deps, importId);
    let record = await recordOf(deps, importId);
    const given =
      options.template === undefined ? options.mapping : await templateNamed(deps, record, options.template);
    const { relations } = options;
    if ((given || relations) && ['ready', 'needs_mapping'].includes(record.state)) {
      await setMapping(deps, record, given ?? record.mapping, relations);
      await runImport(deps, importId);
      record = await recordOf(deps, importId);
    }
    if (record.state === 'needs_mapping')
      throw new RejectionError({
        code: 'IMPORT_MAPPING',
        params: { fields: missingFields(record.mapping).join(', ') },
      });
    if (!options.dryRun) {
      const unknown = options.establish ? await neighbourhoodsOfFile(deps, record) : [];
      if (unknown.length > 0) {
        await options.establish?.(
          importId,
          unknown.map(({ name }) => name),
        );
        await checkAgain(deps, importId);
        await runImport(deps, importId);
      }
      await updateImport(
        deps.pool,
        importId,
        { state: 'committing', skip_errors: options.skipErrors ?? true, problem: null },
        ['ready'],
      );
      await runImport(deps, importId);
    }
    return await outcomeOf(deps, importId);
  } finally {
    clearInterval(watch);
    if (onProgress) await tell(deps, importId, onProgress).catch(() => undefined);
  }
}

async function recordOf({ pool }: ImportDeps, importId: string): Promise<ImportRecord> {
  const record = await findImport(pool, importId);
  if (!record) throw new Error('an import has gone');
  if (record.state === 'refused') throw problemOf(record);
  return record;
}

function problemOf({ problem, problem_params }: ImportRecord): RejectionError {
  const code = (problem ?? 'IMPORT_FAILED') as RejectionError['rejection']['code'];
  return new RejectionError(problem_params ? { code, params: problem_params } : { code });
}

/** The mapping of a template of the ward; throws IMPORT_MAPPING when there is none of that name. */
async function templateNamed(deps: ImportDeps, record: ImportRecord, name: string): Promise<ColumnMapping[]> {
  const template = (await templatesOf(deps.pool, record.ward)).find((one) => one.name === name.normalize('NFC'));
  if (!template) throw new RejectionError({ code: 'IMPORT_MAPPING', params: { fields: name } });
  return mappingBy(template, (await descriptionOf(deps, record)).columns);
}

async function setMapping(
  deps: ImportDeps,
  record: ImportRecord,
  given: NonNullable<ImportResidentsOptions['mapping']> | ColumnMapping[],
  relations: ImportResidentsOptions['relations'],
): Promise<void> {
  const columns = (await descriptionOf(deps, record)).columns;
  const named: GivenColumn[] = Array.isArray(given) ? given : columnsOf(given, columns);
  const wanted = named.map((one) => (relations && one.field === 'relation' ? { ...one, relations } : one));
  const checked = checkMapping(wanted, columns.length);
  if (!checked.ok) throw new RejectionError({ code: 'IMPORT_MAPPING', params: { fields: checked.wrong } });
  await updateImport(deps.pool, record.id, { state: 'checking', mapping: checked.mapping }, ['ready', 'needs_mapping']);
}

function columnsOf(given: NonNullable<ImportResidentsOptions['mapping']>, columns: readonly FoundColumn[]) {
  return Object.entries(given).flatMap(([field, value]) =>
    (typeof value === 'object' ? value : [value]).map((column) => ({
      field,
      column:
        typeof column === 'number'
          ? column
          : columns.findIndex(({ heading }) => heading.normalize('NFC') === column.normalize('NFC')),
    })),
  );
}

async function descriptionOf(deps: ImportDeps, record: ImportRecord): Promise<Description> {
  const sealer = await sealerOf(deps.keyring, record.id);
  return record.described
    ? sealer.open<Description>(record.described, 'described')
    : { fileName: '', source: null, headingLine: 0, columns: [] };
}

async function outcomeOf(deps: ImportDeps, importId: string): Promise<ImportOutcome> {
  const record = await recordOf(deps, importId);
  if (record.problem !== null) throw problemOf(record);
  const { columns } = await descriptionOf(deps, record);
  return { importId, state: record.state, summary: record.summary, columns, mapping: record.mapping };
}

async function tell(
  { pool }: ImportDeps,
  importId: string,
  onProgress: NonNullable<ImportResidentsOptions['onProgress']>,
): Promise<void> {
  const record = await findImport(pool, importId);
  if (record) onProgress({ state: record.state, done: record.done, total: record.rows });
}
