import { codeOfUnit } from '@nocgia/schemas/events/common.ts';
import { dayInVietnam } from '@nocgia/schemas/days.ts';
import { derivedId } from '../../event-store/derived-id.ts';
import { dispatch, type CommandOutcome } from '../../event-store/dispatcher.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import type { Resolution } from './confirm.ts';
import type { ImportDeps } from './deps.ts';
import type { DifferenceKind } from './differences.ts';
import { importStream } from './import-stream.ts';
import type { Sealer } from '../../files/sealer.ts';
import type { RowReader } from './staged-rows.ts';
import type { ImportRecord } from './store.ts';

/** A difference that somebody has confirmed. */
export interface ConfirmedRow {
  number: number;
  kind: DifferenceKind;
  line: number | null;
  citizen_id: string | null;
  household_id: string | null;
  household: number | null;
  sealed: Buffer;
  resolution: Resolution | null;
  occurred_on: string;
  confirmed_by: string | null;
  confirmed_in: string | null;
}

/** What one run works with. */
export interface Recording {
  deps: ImportDeps;
  record: ImportRecord;
  sealer: Sealer;
  read: RowReader;
  /** Dwellings of the ward by address, made when first asked for. */
  dwellings: Map<string, string> | null;
}

/** Gives one command of a difference; its id follows from the import, the difference and the step, so that a repeat after a kill is recognised. */
export function command(
  { deps, record }: Recording,
  { number, resolution, occurred_on: occurredOn, confirmed_by, confirmed_in }: ConfirmedRow,
  step: string,
  decide: Decider,
): Promise<CommandOutcome> {
  const commandId = derivedId(importStream(record.id), 'difference', `${number} ${step} ${occurredOn}`);
  const context = {
    actor: confirmed_by ?? 'system',
    ...(confirmed_in === null ? {} : { position: confirmed_in }),
    unit: codeOfUnit(record.ward),
    source: { kind: 'import' as const, id: record.id },
    correlation: record.id,
  };
  const payload = { importId: record.id, number, step, resolution, occurredOn };
  return dispatch(deps.log, { commandId, name: 'recordDifference', payload, context }, decide);
}

/** Whoever confirmed may write in this ward; of anybody who lives elsewhere by now nothing is written. */
export function envOf({ deps, record }: Recording, number: number): CommandEnv {
  const ward = codeOfUnit(record.ward);
  let made = 0;
  return {
    may: (_action, _subject, place) => (place.ward === ward ? null : { code: 'FORBIDDEN' }),
    today: dayInVietnam(deps.now()),
    newId: () => madeBy(record.id, number, made++),
    claimHash: deps.claimHash,
  };
}

/** Where the facts of a difference lie sealed. */
export function differencePlace(number: number): string {
  return `difference/${number}`;
}

/** The id that a difference's commands give out as their `nth` (from 0): of a person come anew, the first. */
export function madeBy(importId: string, number: number, nth: number): string {
  return derivedId(importStream(importId), 'difference id', `${number} ${nth}`);
}

/** The household that is formed for who moves into one that the register does not have: one for each household of the file. */
export function formedFor(importId: string, { household, number }: Pick<ConfirmedRow, 'household' | 'number'>): string {
  return derivedId(importStream(importId), 'difference household', household ?? number);
}

/** The dwelling that is registered for a row whose address the register does not have. */
export function roofOf(importId: string, line: number): string {
  return derivedId(importStream(importId), 'difference dwelling', line);
}
