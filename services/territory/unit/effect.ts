import type { Rejection } from '@nocgia/schemas/errors.ts';
import type { BoundaryChange } from '@nocgia/schemas/events/unit.ts';
import { unitNumber } from '@nocgia/schemas/events/common.ts';
import type { Pool } from 'pg';
import { v4 as uuidv4, v5 as uuidv5 } from 'uuid';
import { dispatch, type CommandOutcome } from '../../event-store/dispatcher.ts';
import type { Log } from '../../event-store/log.ts';
import type { EventContext } from '../../event-store/port.ts';
import { unitsLeft } from './boundary.ts';
import { takeEffect, type TakeEffect } from './taking-effect.ts';

/** Any namespace serves, as long as it stays the same: the command that carries a change out has one id for good. */
const NAMESPACE = '5f0a2d0e-93a5-4f4e-8a53-6a3a8d1c7b11';

/** Carries one change out; a repeat with `first` answers the first result. */
export function carryOut(log: Log, context: EventContext, input: TakeEffect, first: boolean): Promise<CommandOutcome> {
  const commandId = first ? uuidv5(input.changeId, NAMESPACE) : uuidv4();
  const payload = first ? { ward: input.ward, changeId: input.changeId } : { ...input };
  return dispatch(log, { commandId, name: 'takeEffect', payload, context }, takeEffect(input));
}

export interface DueDeps {
  log: Log;
  /** Logs in as nocgia_app. */
  db: Pick<Pool, 'query'>;
  /** Today in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
  today: string;
}

export interface DueResult {
  /** Changes carried out now. */
  done: string[];
  /** Changes that could not be, and why. */
  refused: { changeId: string; rejection: Rejection }[];
  /** Dwellings moved that an earlier run had missed. */
  late: number;
}

interface ChangeRow {
  change_id: string;
  ward: string;
  change: BoundaryChange;
}

/**
 * Carries out every planned change whose day has come, and moves dwellings that were entered into a unit just as it ended.
 * To be called at start and at least daily; calling it again does nothing twice.
 */
export async function takeEffectDue({ log, db, today }: DueDeps): Promise<DueResult> {
  const result: DueResult = { done: [], refused: [], late: 0 };
  const due = await db.query<ChangeRow>(
    `select change_id, ward, change from view.boundary_changes where state = 'planned' and effective_on <= $1 order by effective_on, change_id`,
    [today],
  );
  for (const row of due.rows) {
    const { change_id: changeId, ward, change } = row;
    const candidates = await dwellingsIn(db, unitsLeft(change));
    const outcome = await carryOut(log, contextOf(changeId), { ward, changeId, today, candidates }, true);
    if (outcome.ok) result.done.push(changeId);
    else result.refused.push({ changeId, rejection: outcome.rejection });
  }
  result.late = await sweep({ log, db, today });
  return result;
}

async function sweep({ log, db, today }: DueDeps): Promise<number> {
  const effective = await db.query<ChangeRow>(
    `select change_id, ward, change from view.boundary_changes where state = 'effective' and change->>'kind' in ('merge', 'split')`,
  );
  let moved = 0;
  for (const { change_id: changeId, ward, change } of effective.rows) {
    const candidates = await dwellingsIn(db, unitsLeft(change));
    if (candidates.length === 0) continue;
    const outcome = await carryOut(log, contextOf(changeId), { ward, changeId, today, candidates }, false);
    if (outcome.ok && typeof outcome.result === 'object' && outcome.result !== null && 'dwellings' in outcome.result) {
      moved += Number(outcome.result.dwellings);
    }
  }
  return moved;
}

async function dwellingsIn(db: Pick<Pool, 'query'>, codes: readonly string[]): Promise<string[]> {
  const found = await db.query<{ id: string }>('select d.id from view.dwellings_in($1) d(id)', [codes.map(unitNumber)]);
  return found.rows.map((row) => row.id);
}

function contextOf(changeId: string): EventContext {
  return { actor: 'scheduler', source: { kind: 'schedule', id: changeId }, correlation: changeId };
}
