import { isDay } from '@nocgia/schemas/events/common.ts';
import { codeOfUnit } from '@nocgia/schemas/events/common.ts';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import { authorize } from '../../access/ability.ts';
import type { Scope } from '../../access/scope.ts';
import { dayInVietnam } from '@nocgia/schemas/days.ts';
import { importOf } from './commands.ts';
import type { ImportDeps } from './deps.ts';
import type { DifferenceKind } from './differences.ts';
import type { ImportRecord } from './store.ts';

/** How a difference is to be recorded, where there is a choice. */
export type Resolution = 'death' | 'departure' | 'correction' | 'change';

const resolutions: Partial<Record<DifferenceKind, readonly Resolution[]>> = {
  missing: ['departure', 'death'],
  details: ['correction', 'change'],
};

export interface Confirmation {
  kind: DifferenceKind;
  /** Which ones; null = all of this kind that are open. */
  numbers: readonly number[] | null;
  /** The first of the kind's choices when left out. */
  resolution: Resolution | null;
  /** The day for which it is recorded. */
  occurredOn: string;
}

/**
 * Confirms differences of an import that has been written and queues their recording; whoever confirms must be allowed to write people and
 * households of the ward. Throws IMPORT_STATE, FORBIDDEN, FIELD_INVALID, DAY_IN_FUTURE.
 */
export async function confirmDifferences(
  scope: Scope,
  deps: ImportDeps,
  importId: string,
  { kind, numbers, resolution, occurredOn }: Confirmation,
): Promise<ImportRecord> {
  const record = await importOf(scope, deps, importId);
  const place = { ward: codeOfUnit(record.ward), neighbourhood: null };
  const denied =
    authorize(scope, 'write', 'Citizen', place, 'identity') ??
    authorize(scope, 'write', 'Citizen', place, 'residence') ??
    authorize(scope, 'write', 'Household', place);
  if (denied) throw new RejectionError(denied);
  if (record.state !== 'committed') throw new RejectionError({ code: 'IMPORT_STATE' });
  if (!isDay(occurredOn)) throw new RejectionError({ code: 'FIELD_INVALID', field: 'occurredOn' });
  if (occurredOn > dayInVietnam(deps.now())) throw new RejectionError({ code: 'DAY_IN_FUTURE', field: 'occurredOn' });
  const choices = resolutions[kind] ?? [];
  const chosen = resolution ?? choices[0] ?? null;
  if (chosen !== null && !choices.includes(chosen))
    throw new RejectionError({ code: 'FIELD_INVALID', field: 'resolution' });
  await deps.pool.query(
    `update app.import_differences set state = 'confirmed', resolution = $4, occurred_on = $5, confirmed_by = $6, confirmed_in = $7, problem = null
    where import_id = $1 and kind = $2 and state in ('open', 'refused') and ($3::int[] is null or number = any($3::int[]))`,
    [importId, kind, numbers, chosen, occurredOn, scope.accountId, scope.positionId],
  );
  await deps.enqueue(importId);
  return record;
}
