import { codeOfUnit } from '@nocgia/schemas/events/common.ts';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { Scope } from '../../access/scope.ts';
import type { ImportDeps } from './deps.ts';
import { checkMapping, type GivenColumn } from './mapping.ts';
import { describe, importAllowed, visibleImport } from './queries.ts';
import { updateImport, type ImportRecord, type ImportState } from './store.ts';

/** States from which an import can still be given up. */
const open: readonly ImportState[] = ['reading', 'needs_mapping', 'checking', 'ready', 'committing', 'failed'];

/** An import that the reader may work on; throws NOT_FOUND or FORBIDDEN. */
export async function importOf(scope: Scope, deps: Pick<ImportDeps, 'pool'>, id: string): Promise<ImportRecord> {
  const record = await visibleImport(scope, deps, id);
  if (!record) throw new RejectionError({ code: 'NOT_FOUND' });
  const denied = importAllowed(scope, 'import', codeOfUnit(record.ward));
  if (denied) throw new RejectionError(denied);
  return record;
}

function stateRefused(): RejectionError {
  return new RejectionError({ code: 'IMPORT_STATE' });
}

/** Sets which column is which and queues a new check; throws IMPORT_MAPPING when the mapping does not fit, IMPORT_STATE when it is too late. */
export async function checkImport(
  scope: Scope,
  deps: ImportDeps,
  id: string,
  mapping: readonly GivenColumn[],
): Promise<ImportRecord> {
  const record = await importOf(scope, deps, id);
  const { columns } = await describe(deps, record);
  const checked = checkMapping(mapping, columns.length);
  if (!checked.ok) throw new RejectionError({ code: 'IMPORT_MAPPING', params: { fields: checked.wrong } });
  const changes = {
    state: 'checking',
    mapping: checked.mapping,
    template_id: null,
    summary: null,
    done: 0,
    problem: null,
    problem_params: null,
  } as const;
  if (!(await updateImport(deps.pool, id, changes, ['needs_mapping', 'ready']))) throw stateRefused();
  await deps.enqueue(id);
  return { ...record, ...changes };
}

/** Queues a new check of a checked import's rows under the mapping they have; false when it is no longer waiting to be written. */
export async function checkAgain(deps: ImportDeps, id: string): Promise<boolean> {
  const changes = { state: 'checking', summary: null, done: 0, problem: null, problem_params: null } as const;
  if (!(await updateImport(deps.pool, id, changes, ['ready']))) return false;
  await deps.enqueue(id);
  return true;
}

/** Queues the writing of the good rows; from `failed` it goes on where it stopped. Throws IMPORT_HAS_ERRORS unless errors are to be skipped. */
export async function commitImport(
  scope: Scope,
  deps: ImportDeps,
  id: string,
  skipErrors: boolean,
): Promise<ImportRecord> {
  const record = await importOf(scope, deps, id);
  if (record.state === 'failed') {
    await deps.enqueue(id);
    return record;
  }
  const errors = record.summary?.errors ?? 0;
  if (errors > 0 && !skipErrors) throw new RejectionError({ code: 'IMPORT_HAS_ERRORS', params: { count: errors } });
  const changes = {
    state: 'committing',
    skip_errors: skipErrors,
    done: 0,
    problem: null,
    problem_params: null,
  } as const;
  if (!(await updateImport(deps.pool, id, changes, ['ready']))) throw stateRefused();
  await deps.enqueue(id);
  return { ...record, ...changes };
}

/** Gives an import up; what a commit has written by then stays in the register, and its end is recorded. Throws IMPORT_STATE when it has ended. */
export async function cancelImport(scope: Scope, deps: ImportDeps, id: string): Promise<ImportRecord> {
  const record = await importOf(scope, deps, id);
  const resumed =
    record.state === 'failed' && record.failed_in !== null ? { state: record.failed_in, failed_in: null } : {};
  const working =
    record.state === 'reading' || record.state === 'checking' || record.state === 'committing' || 'state' in resumed;
  const changes = working
    ? { cancel_asked: true, ...resumed }
    : { state: 'cancelled' as const, cancel_asked: true, finished_at: deps.now() };
  const takingBack = record.failed_in === 'withdrawing';
  if (takingBack || !open.includes(record.state) || !(await updateImport(deps.pool, id, changes, [record.state])))
    throw stateRefused();
  // Whoever works on it looks now and then; when nobody does, the job ends it.
  if (working) await deps.enqueue(id);
  return { ...record, ...changes };
}
