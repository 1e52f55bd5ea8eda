import type { BoundaryChange, UnitEvent, UnitLevel } from '@nocgia/schemas/events/unit.ts';
import { boundaryChangePlanned, unitEstablished, unitRenamed } from '@nocgia/schemas/events/unit.ts';
import type { Rejection } from '@nocgia/schemas/errors.ts';
import * as v from 'valibot';
import { accept, after, parsed, refuse } from '../../event-store/deciding.ts';
import type { DomainEvent } from '../../event-store/log.ts';
import type { CommandEnv, Decider } from '../command-env.ts';

/** A planned change of a ward's neighbourhoods and what became of it. */
export interface Plan {
  changeId: string;
  effectiveOn: string;
  change: BoundaryChange;
  state: 'planned' | 'effective' | 'cancelled';
}

/** A unit as its stream tells it; `code` null = not established (a ward's stream may hold plans all the same). */
export interface UnitState {
  code: string | null;
  level: UnitLevel | null;
  parent: string | null;
  name: string;
  validFrom: string;
  /** First day on which it no longer exists; null = exists. */
  validTo: string | null;
  /** Day of the latest fact about the unit itself. */
  changedOn: string;
  plans: ReadonlyMap<string, Plan>;
}

const nothing: UnitState = {
  code: null,
  level: null,
  parent: null,
  name: '',
  validFrom: '',
  validTo: null,
  changedOn: '',
  plans: new Map(),
};

/** One fact onto the state of a unit. */
export function evolveUnit(state: UnitState, event: DomainEvent): UnitState {
  const fact = event as UnitEvent;
  switch (fact.type) {
    case 'UnitEstablished': {
      const { code, level, parent, name, occurredOn } = fact.data;
      return { ...state, code, level, parent, name, validFrom: occurredOn, validTo: null, changedOn: occurredOn };
    }
    case 'UnitRenamed':
      return { ...state, name: fact.data.name, changedOn: fact.data.occurredOn };
    case 'UnitDissolved':
      return { ...state, validTo: fact.data.occurredOn, changedOn: fact.data.occurredOn };
    case 'BoundaryChangePlanned': {
      const { changeId, effectiveOn, change } = fact.data;
      return withPlan(state, { changeId, effectiveOn, change, state: 'planned' });
    }
    case 'BoundaryChangeCancelled':
    case 'BoundaryChangeTookEffect': {
      const plan = state.plans.get(fact.data.changeId);
      const now = fact.type === 'BoundaryChangeCancelled' ? 'cancelled' : 'effective';
      return plan ? withPlan(state, { ...plan, state: now }) : state;
    }
  }
}

function withPlan(state: UnitState, plan: Plan): UnitState {
  return { ...state, plans: new Map(state.plans).set(plan.changeId, plan) };
}

/** The state that a unit's stream adds up to. */
export function unitOf(events: readonly DomainEvent[] = []): UnitState {
  return events.reduce(evolveUnit, nothing);
}

export function unitStream(code: string): string {
  return `unit-${code}`;
}

/** Whether the unit exists on a day. */
export function existsOn(unit: UnitState, day: string): boolean {
  return unit.code !== null && unit.validFrom <= day && (unit.validTo === null || day < unit.validTo);
}

/** The ward that a code belongs to: `27226-003` -> `27226`. */
export function wardOf(code: string): string {
  return code.slice(0, 5);
}

const parentLevels: Record<UnitLevel, readonly (UnitLevel | null)[]> = {
  city: [null],
  district: ['city'],
  ward: [null, 'city', 'district'],
  neighbourhood: ['ward'],
};
const codeLengths: Record<UnitLevel, number> = { city: 2, district: 3, ward: 5, neighbourhood: 9 };

export type EstablishUnit = v.InferOutput<typeof unitEstablished.schema>;

/**
 * A unit comes to be, at set-up or by decision; `predecessors` are units that it takes the place of. The parent must exist that day.
 * Levels since 1 July 2025: city - ward - neighbourhood (Luật Tổ chức chính quyền địa phương 2025); districts are history.
 */
export function establishUnit(input: EstablishUnit, env: CommandEnv): Decider {
  return async (load) => {
    const checked = parsed(unitEstablished.schema, input);
    if (!checked.ok) return checked;
    const unit = checked.value;
    const parentStream = unit.parent === null ? null : unitStream(unit.parent);
    const streams = await load([unitStream(unit.code), ...(parentStream === null ? [] : [parentStream])]);
    const ward = unit.code.length < 5 ? null : wardOf(unit.code);
    const denied = env.may('plan', 'Unit', { ward, neighbourhood: null });
    if (denied) return { ok: false, rejection: denied };
    if (unit.occurredOn > env.today) return refuse('DAY_IN_FUTURE', 'occurredOn');
    const own = streams.get(unitStream(unit.code)) ?? [];
    if (unitOf(own).code !== null) return refuse('UNIT_EXISTS', 'code', { code: unit.code });
    const parentEvents = parentStream === null ? [] : (streams.get(parentStream) ?? []);
    const parent = unitOf(parentEvents);
    const fits =
      parentLevels[unit.level].includes(unit.parent === null ? null : parent.level) &&
      codeLengths[unit.level] === unit.code.length;
    if (!fits || (unit.level === 'neighbourhood' && unit.parent !== wardOf(unit.code)))
      return refuse('UNIT_LEVEL_WRONG', 'parent', { code: unit.code });
    if (unit.parent !== null && !existsOn(parent, unit.occurredOn)) {
      return refuse('UNIT_NOT_THERE_THEN', 'parent', { code: unit.parent, day: unit.occurredOn });
    }
    const writes = [after(unitStream(unit.code), own, { type: 'UnitEstablished', data: unit })];
    if (parentStream !== null) writes.push(after(parentStream, parentEvents));
    return accept(writes, { code: unit.code });
  };
}

export type RenameUnit = v.InferOutput<typeof unitRenamed.schema>;

/** A unit of any level gets another name from a day on; a change of a neighbourhood's name ahead of its day goes through a plan. */
export function renameUnit(input: RenameUnit, env: CommandEnv): Decider {
  return async (load) => {
    const checked = parsed(unitRenamed.schema, input);
    if (!checked.ok) return checked;
    const { code, name, occurredOn } = checked.value;
    const stream = unitStream(code);
    const events = (await load([stream])).get(stream) ?? [];
    const unit = unitOf(events);
    const denied = env.may('plan', 'Unit', { ward: code.length < 5 ? null : wardOf(code), neighbourhood: null });
    if (denied) return { ok: false, rejection: denied };
    const wrong = existing(unit, code, occurredOn);
    if (wrong) return { ok: false, rejection: wrong };
    if (occurredOn > env.today) return refuse('DAY_IN_FUTURE', 'occurredOn');
    if (occurredOn < unit.changedOn) return refuse('DAY_BEFORE_LAST', 'occurredOn', { day: unit.changedOn });
    if (name === unit.name) return refuse('NOTHING_CHANGED', 'name');
    return accept([after(stream, events, { type: 'UnitRenamed', data: checked.value })]);
  };
}

/** Refusal when a unit is unknown, or does not exist on that day. */
export function existing(unit: UnitState, code: string, day: string): Rejection | null {
  if (unit.code === null) return { code: 'UNIT_UNKNOWN', params: { code } };
  return existsOn(unit, day) ? null : { code: 'UNIT_NOT_THERE_THEN', params: { code, day } };
}

/** The decided change as its event says it, checked for shape. */
export const plannedChange = v.pick(boundaryChangePlanned.schema, ['unit', 'effectiveOn', 'change', 'legalBasis']);
