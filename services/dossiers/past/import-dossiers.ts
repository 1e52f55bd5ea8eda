import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { unitNumber } from '@nocgia/schemas/events/common.ts';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import { beginPast } from './begin.ts';
import type { PastDeps } from './deps.ts';
import { checkMapping, missingFields } from './mapping.ts';
import { describePast } from './queries.ts';
import { runPast } from './run.ts';
import { findPast, updatePast, type PastImport, type PastState, type PastSummary } from './store.ts';

export interface ImportDossiersOptions {
  file: string;
  /** Ward code. */
  unit: string;
  /** Which column gives which field: by number (from 0) or by heading. Absent: by the headings alone. */
  mapping?: Readonly<Record<string, number | string>>;
  dryRun: boolean;
  importId?: string;
  onProgress?: (progress: { state: PastState; done: number; total: number }) => void;
}

/** What came of an import on the command line. */
export interface PastOutcome {
  importId: string;
  state: PastState;
  summary: PastSummary | null;
  mapping: { field: string; column: number }[];
}

const progressMs = 300;

/**
 * Takes dossiers of another software in from a file, in this process: reads, checks and, unless it is a dry run, records. Throws RejectionError
 * with a code of the catalogue for a file that cannot be read or a mapping that does not fit.
 */
export async function importDossiers(deps: PastDeps, options: ImportDossiersOptions): Promise<PastOutcome> {
  const { file, unit, mapping, dryRun, importId: given, onProgress } = options;
  const upload = { file: createReadStream(file), fileName: basename(file), ward: unitNumber(unit) };
  const nobody = { accountId: null, positionId: null };
  const importId = await beginPast(deps, { ...upload, ...nobody, ...(given !== undefined && { importId: given }) });
  const tell = async (): Promise<void> => {
    const record = await findPast(deps.pool, importId);
    if (record && onProgress) onProgress({ state: record.state, done: record.done, total: record.rows });
  };
  const watch = onProgress && setInterval(() => void tell().catch(() => undefined), progressMs);
  try {
    await runPast(deps, importId);
    let record = await recordOf(deps, importId);
    if (mapping && ['ready', 'needs_mapping'].includes(record.state)) {
      await setMapping(deps, record, mapping);
      await runPast(deps, importId);
      record = await recordOf(deps, importId);
    }
    if (record.state === 'needs_mapping') {
      const fields = missingFields(record.mapping).join(', ');
      throw new RejectionError({ code: 'IMPORT_MAPPING', params: { fields } });
    }
    if (!dryRun) {
      await updatePast(deps.pool, importId, { state: 'committing', done: 0, problem: null }, ['ready']);
      await runPast(deps, importId);
      record = await recordOf(deps, importId);
    }
    return { importId, state: record.state, summary: record.summary, mapping: record.mapping };
  } finally {
    clearInterval(watch);
    await tell().catch(() => undefined);
  }
}

async function recordOf({ pool }: PastDeps, importId: string): Promise<PastImport> {
  const record = await findPast(pool, importId);
  if (!record) throw new Error('an import has gone');
  if (record.state !== 'refused') return record;
  const code = (record.problem ?? 'IMPORT_FAILED') as RejectionError['rejection']['code'];
  throw new RejectionError(record.problem_params ? { code, params: record.problem_params } : { code });
}

async function setMapping(
  deps: PastDeps,
  record: PastImport,
  given: NonNullable<ImportDossiersOptions['mapping']>,
): Promise<void> {
  const { columns } = await describePast(deps, record);
  const named = Object.entries(given).map(([field, column]) => ({
    field,
    column:
      typeof column === 'number'
        ? column
        : columns.findIndex(({ heading }) => heading.normalize('NFC') === column.normalize('NFC')),
  }));
  const checked = checkMapping(named, columns.length);
  if (!checked.ok) throw new RejectionError({ code: 'IMPORT_MAPPING', params: { fields: checked.wrong } });
  await updatePast(deps.pool, record.id, { state: 'checking', mapping: checked.mapping }, ['ready', 'needs_mapping']);
}
