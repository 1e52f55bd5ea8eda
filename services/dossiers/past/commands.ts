import { codeOfUnit } from '@nocgia/schemas/events/common.ts';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { Scope } from '../../access/scope.ts';
import type { PastDeps } from './deps.ts';
import { checkMapping } from './mapping.ts';
import { describePast, pastAllowed, visiblePast } from './queries.ts';
import { updatePast, type PastImport } from './store.ts';

/** An import that the reader may work on; throws NOT_FOUND or FORBIDDEN. */
async function pastOf(scope: Scope, deps: Pick<PastDeps, 'pool'>, id: string): Promise<PastImport> {
  const record = await visiblePast(scope, deps, id);
  if (!record) throw new RejectionError({ code: 'NOT_FOUND' });
  const denied = pastAllowed(scope, 'import', codeOfUnit(record.ward));
  if (denied) throw new RejectionError(denied);
  return record;
}

function stateRefused(): RejectionError {
  return new RejectionError({ code: 'IMPORT_STATE' });
}

/** Sets which column is which and queues a new check; throws IMPORT_MAPPING when the mapping does not fit, IMPORT_STATE when it is too late. */
export async function checkPastImport(
  scope: Scope,
  deps: PastDeps,
  id: string,
  mapping: readonly { field: string; column: number }[],
): Promise<PastImport> {
  const record = await pastOf(scope, deps, id);
  const { columns } = await describePast(deps, record);
  const checked = checkMapping(mapping, columns.length);
  if (!checked.ok) throw new RejectionError({ code: 'IMPORT_MAPPING', params: { fields: checked.wrong } });
  const cleared = { summary: null, slices: null, done: 0, problem: null, problem_params: null };
  const changes = { state: 'checking' as const, mapping: checked.mapping, ...cleared };
  if (!(await updatePast(deps.pool, id, changes, ['needs_mapping', 'ready']))) throw stateRefused();
  await deps.enqueue(id);
  return { ...record, ...changes };
}

/** Queues the writing of the good ones; from `failed` it goes on where it stopped. */
export async function commitPastImport(scope: Scope, deps: PastDeps, id: string): Promise<PastImport> {
  const record = await pastOf(scope, deps, id);
  if (record.state === 'failed') {
    await deps.enqueue(id);
    return record;
  }
  const changes = { state: 'committing' as const, done: 0, problem: null, problem_params: null };
  if (!(await updatePast(deps.pool, id, changes, ['ready']))) throw stateRefused();
  await deps.enqueue(id);
  return { ...record, ...changes };
}

/** Gives an import up; what has been written by then stays until it is taken back. Throws IMPORT_STATE when it has ended. */
export async function cancelPastImport(scope: Scope, deps: PastDeps, id: string): Promise<PastImport> {
  const record = await pastOf(scope, deps, id);
  const failedIn = record.state === 'failed' && record.failed_in !== 'withdrawing' ? record.failed_in : null;
  const now = failedIn ?? record.state;
  const working = now === 'reading' || now === 'checking' || now === 'committing';
  if (!working && now !== 'needs_mapping' && now !== 'ready') throw stateRefused();
  const changes = working
    ? { cancel_asked: true, state: now, failed_in: null }
    : { cancel_asked: true, state: 'cancelled' as const, finished_at: deps.now() };
  if (!(await updatePast(deps.pool, id, changes, [record.state]))) throw stateRefused();
  // Whoever works on it looks now and then; when nobody does, the job ends it.
  if (working) await deps.enqueue(id);
  return { ...record, ...changes };
}

/** Whether there is something of an import to take back. */
export function isWithdrawable({ state, slices_done }: PastImport): boolean {
  return (state === 'committed' || state === 'cancelled') && slices_done > 0;
}

/** Queues the taking back of all that the import has taken in. */
export async function withdrawPastImport(scope: Scope, deps: PastDeps, id: string): Promise<PastImport> {
  const record = await pastOf(scope, deps, id);
  if (!isWithdrawable(record)) throw stateRefused();
  const changes = { state: 'withdrawing' as const };
  if (!(await updatePast(deps.pool, id, changes, [record.state]))) throw stateRefused();
  await deps.enqueue(id);
  return { ...record, ...changes };
}
