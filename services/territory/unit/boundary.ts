import type { BoundaryChange } from '@nocgia/schemas/events/unit.ts';
import { boundaryChangeCancelled } from '@nocgia/schemas/events/unit.ts';
import type { Rejection } from '@nocgia/schemas/errors.ts';
import { accept, after, parsed, refuse } from '../../event-store/deciding.ts';
import type { LoadStreams } from '../../event-store/dispatcher.ts';
import type { RecordedEvent } from '../../event-store/log.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { existing, plannedChange, unitOf, unitStream, wardOf, type UnitState } from './unit.ts';

/** A neighbourhood that a change makes; without a code it gets the ward's next free number. */
export interface NewUnit {
  code?: string | null;
  name: string;
}

/** What the change does; of the four kinds exactly one. */
export type ProposedChange =
  | { kind: 'establish'; unit: NewUnit }
  | { kind: 'rename'; code: string; name: string }
  | { kind: 'merge'; from: readonly string[]; into: NewUnit }
  | {
      kind: 'split';
      from: string;
      into: readonly { unit: NewUnit; streets: readonly string[]; dwellings: readonly string[] }[];
    };

export interface PlanBoundaryChange {
  ward: string;
  effectiveOn: string;
  legalBasis: string | null;
  change: ProposedChange;
}

/** The units that a change ends or renames. */
export function unitsLeft(change: BoundaryChange): string[] {
  switch (change.kind) {
    case 'establish':
      return [];
    case 'rename':
      return [change.code];
    case 'merge':
      return change.from;
    case 'split':
      return [change.from];
  }
}

/** The units that a change makes. */
export function unitsMade(change: BoundaryChange): { code: string; name: string }[] {
  switch (change.kind) {
    case 'establish':
      return [change.unit];
    case 'rename':
      return [];
    case 'merge':
      return [change.into];
    case 'split':
      return change.into.map((part) => part.unit);
  }
}

/**
 * Decides a change of a ward's neighbourhoods. It is carried out by `takeEffect` on its day, at once when that is today or past.
 * A unit takes part in one pending change at a time.
 */
export function planBoundaryChange(input: PlanBoundaryChange, env: CommandEnv): Decider {
  return async (load) => {
    const denied = env.may('plan', 'Unit', { ward: input.ward, neighbourhood: null });
    if (denied) return { ok: false, rejection: denied };
    const stream = unitStream(input.ward);
    const events = (await load([stream])).get(stream) ?? [];
    const ward = unitOf(events);
    const wrong = existing(ward, input.ward, input.effectiveOn);
    if (wrong) return { ok: false, rejection: wrong };
    const change = await withCodes(input, ward, load);
    const checked = parsed(plannedChange, {
      unit: input.ward,
      effectiveOn: input.effectiveOn,
      change,
      legalBasis: input.legalBasis,
    });
    if (!checked.ok) return checked;
    const rejection = await checkUnits(checked.value.change, input, ward, load);
    if (rejection) return { ok: false, rejection };
    const changeId = env.newId();
    const planned = { type: 'BoundaryChangePlanned', data: { ...checked.value, changeId, occurredOn: env.today } };
    return accept([after(stream, events, planned)], { changeId });
  };
}

function proposedUnits(change: ProposedChange): NewUnit[] {
  switch (change.kind) {
    case 'establish':
      return [change.unit];
    case 'rename':
      return [];
    case 'merge':
      return [change.into];
    case 'split':
      return change.into.map((part) => part.unit);
  }
}

/** The change with a code for every unit it makes. */
async function withCodes(input: PlanBoundaryChange, ward: UnitState, load: LoadStreams): Promise<unknown> {
  const units = proposedUnits(input.change);
  const wanting = units.filter((unit) => !unit.code).length;
  const given = units.flatMap((unit) => (unit.code ? [unit.code] : []));
  const free = wanting === 0 ? [] : freeCodes(input.ward, ward, await codesUsed(input.ward, load), given, wanting);
  const coded = (unit: NewUnit): NewUnit => ({ code: unit.code ? unit.code : free.shift(), name: unit.name });
  const { change } = input;
  switch (change.kind) {
    case 'establish':
      return { kind: 'establish', unit: coded(change.unit) };
    case 'rename':
      return change;
    case 'merge':
      return { kind: 'merge', from: change.from, into: coded(change.into) };
    case 'split':
      return {
        kind: 'split',
        from: change.from,
        into: change.into.map((part) => ({ ...part, unit: coded(part.unit) })),
      };
  }
}

const PROBED_AT_ONCE = 100;

/** Streams of all neighbourhoods that the ward has ever had, by code. */
export async function codesUsed(ward: string, load: LoadStreams): Promise<Map<string, RecordedEvent[]>> {
  const used = new Map<string, RecordedEvent[]>();
  for (let from = 1; from <= 999; from += PROBED_AT_ONCE) {
    const codes = Array.from({ length: PROBED_AT_ONCE }, (_, index) => codeOf(ward, from + index));
    const streams = await load(codes.map(unitStream));
    const before = used.size;
    for (const code of codes) {
      const events = streams.get(unitStream(code)) ?? [];
      if (events.length > 0) used.set(code, events);
    }
    if (used.size === before) break;
  }
  return used;
}

/** The `count` codes after the highest that the ward has ever used or planned, and behind those in `given`. */
export function freeCodes(
  ward: string,
  state: UnitState,
  used: ReadonlyMap<string, unknown>,
  given: readonly string[],
  count: number,
): string[] {
  const planned = [...state.plans.values()].flatMap((plan) => unitsMade(plan.change).map((unit) => unit.code));
  const highest = Math.max(0, ...[...planned, ...given, ...used.keys()].map((code) => Number(code.slice(6)) || 0));
  return Array.from({ length: count }, (_, index) => codeOf(ward, highest + 1 + index));
}

function codeOf(ward: string, number: number): string {
  return `${ward}-${String(number).padStart(3, '0')}`;
}

async function checkUnits(
  change: BoundaryChange,
  input: PlanBoundaryChange,
  ward: UnitState,
  load: LoadStreams,
): Promise<Rejection | null> {
  const left = unitsLeft(change);
  const made = unitsMade(change).map((unit) => unit.code);
  const all = [...left, ...made];
  const duplicate = all.find((code, index) => all.indexOf(code) !== index);
  if (duplicate !== undefined) {
    return left.filter((code) => code === duplicate).length > 1
      ? { code: 'CHANGE_TWO_UNITS' }
      : { code: 'UNIT_EXISTS', params: { code: duplicate } };
  }
  const stranger = all.find((code) => wardOf(code) !== input.ward);
  if (stranger !== undefined) return { code: 'UNIT_NOT_IN_WARD', params: { code: stranger } };
  const pending = [...ward.plans.values()].filter((plan) => plan.state === 'planned');
  const taken = pending.flatMap((plan) => [
    ...unitsLeft(plan.change),
    ...unitsMade(plan.change).map((unit) => unit.code),
  ]);
  const clash = all.find((code) => taken.includes(code));
  if (clash !== undefined) return { code: 'UNIT_IN_OTHER_CHANGE', params: { code: clash } };
  const streams = await load(all.map(unitStream));
  for (const code of left) {
    const unit = unitOf(streams.get(unitStream(code)));
    const wrong = existing(unit, code, input.effectiveOn);
    if (wrong) return wrong;
    if (input.effectiveOn < unit.changedOn)
      return { code: 'DAY_BEFORE_LAST', field: 'effectiveOn', params: { day: unit.changedOn } };
    if (change.kind === 'rename' && change.name === unit.name) return { code: 'NOTHING_CHANGED', field: 'name' };
  }
  const exists = made.find((code) => unitOf(streams.get(unitStream(code))).code !== null);
  return exists === undefined ? null : { code: 'UNIT_EXISTS', params: { code: exists } };
}

export interface CancelBoundaryChange {
  ward: string;
  changeId: string;
  reason: string;
}

/** Takes a planned change back before its day. */
export function cancelBoundaryChange(input: CancelBoundaryChange, env: CommandEnv): Decider {
  return async (load) => {
    const denied = env.may('plan', 'Unit', { ward: input.ward, neighbourhood: null });
    if (denied) return { ok: false, rejection: denied };
    const stream = unitStream(input.ward);
    const events = (await load([stream])).get(stream) ?? [];
    if (unitOf(events).plans.get(input.changeId)?.state !== 'planned') return refuse('CHANGE_NOT_PLANNED');
    const { ward: unit, changeId, reason } = input;
    const checked = parsed(boundaryChangeCancelled.schema, { unit, changeId, reason, occurredOn: env.today });
    if (!checked.ok) return checked;
    return accept([after(stream, events, { type: 'BoundaryChangeCancelled', data: checked.value })]);
  };
}
