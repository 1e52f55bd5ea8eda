import type { DwellingEvent } from '@nocgia/schemas/events/dwelling.ts';
import { dwellingCorrected, dwellingRegistered } from '@nocgia/schemas/events/dwelling.ts';
import type * as v from 'valibot';
import { accept, after, parsed, refuse } from '../../event-store/deciding.ts';
import type { DomainEvent } from '../../event-store/log.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { existing, unitOf, unitStream, wardOf } from '../unit/unit.ts';

type Address = Omit<
  v.InferOutput<typeof dwellingRegistered.schema>,
  'dwellingId' | 'ward' | 'neighbourhood' | 'occurredOn'
>;

/** A dwelling (nóc gia) as its stream tells it; null before it is registered. */
export interface DwellingState extends Address {
  dwellingId: string;
  ward: string;
  neighbourhood: string | null;
  registeredOn: string;
  /** Since when it lies in its present neighbourhood. */
  placedOn: string;
  /** When what is recorded of it was last found to be true. */
  confirmedOn: string | null;
}

/** One fact onto the state of a dwelling. */
export function evolveDwelling(state: DwellingState | null, event: DomainEvent): DwellingState | null {
  const fact = event as DwellingEvent;
  switch (fact.type) {
    case 'DwellingRegistered': {
      const { occurredOn, ...rest } = fact.data;
      return { ...rest, registeredOn: occurredOn, placedOn: occurredOn, confirmedOn: null };
    }
    case 'DwellingCorrected':
      return state && { ...state, ...fact.data.changes };
    case 'DwellingPlaced':
      return (
        state && {
          ...state,
          ward: fact.data.ward,
          neighbourhood: fact.data.neighbourhood,
          placedOn: fact.data.occurredOn,
        }
      );
    case 'DwellingConfirmed': {
      const { occurredOn } = fact.data;
      return state && { ...state, confirmedOn: later(state.confirmedOn, occurredOn) };
    }
    case 'DwellingWithdrawn':
      return null;
  }
}

function later(a: string | null, b: string): string {
  return a !== null && a > b ? a : b;
}

/** The state that a dwelling's stream adds up to; null when there is none. */
export function dwellingOf(events: readonly DomainEvent[] = []): DwellingState | null {
  return events.reduce(evolveDwelling, null);
}

export function dwellingStream(id: string): string {
  return `dwelling-${id}`;
}

export type RegisterDwelling = Omit<v.InferOutput<typeof dwellingRegistered.schema>, 'dwellingId'>;

/** A roof is taken into the register; `neighbourhood` null puts it on the ward's list of the not yet placed. Answers `{ dwellingId }`. */
export function registerDwelling(input: RegisterDwelling, env: CommandEnv): Decider {
  return async (load) => {
    const denied = env.may('write', 'Dwelling', { ward: input.ward, neighbourhood: input.neighbourhood });
    if (denied) return { ok: false, rejection: denied };
    const checked = parsed(dwellingRegistered.schema, { ...input, dwellingId: env.newId() });
    if (!checked.ok) return checked;
    const { dwellingId, ward, neighbourhood, houseNumber, oldNumber, street, occurredOn } = checked.value;
    if (houseNumber === null && street === null && oldNumber === null) return refuse('ADDRESS_MISSING', 'houseNumber');
    if (occurredOn > env.today) return refuse('DAY_IN_FUTURE', 'occurredOn');
    if (neighbourhood !== null && wardOf(neighbourhood) !== ward)
      return refuse('UNIT_NOT_IN_WARD', 'neighbourhood', { code: neighbourhood });
    const lying = neighbourhood ?? ward;
    const units = (await load([unitStream(lying)])).get(unitStream(lying)) ?? [];
    // Today's unit, since rows and scope follow it; a roof older than its neighbourhood is entered into the present one.
    const wrong = existing(unitOf(units), lying, env.today);
    if (wrong) return { ok: false, rejection: { ...wrong, field: neighbourhood === null ? 'ward' : 'neighbourhood' } };
    const registered = { type: 'DwellingRegistered', data: checked.value };
    return accept(
      [{ stream: dwellingStream(dwellingId), expected: 'none', events: [registered] }, after(unitStream(lying), units)],
      { dwellingId },
    );
  };
}

export interface CorrectDwelling {
  dwellingId: string;
  /** The version that the form showed. */
  expectedVersion: number;
  changes: Partial<Address>;
}

/** What was recorded of the address was wrong. Only fields that differ are written. */
export function correctDwelling(input: CorrectDwelling, env: CommandEnv): Decider {
  return async (load) => {
    const stream = dwellingStream(input.dwellingId);
    const events = (await load([stream])).get(stream) ?? [];
    const dwelling = dwellingOf(events);
    if (!dwelling) return refuse('NOT_FOUND');
    const denied = env.may('write', 'Dwelling', dwelling);
    if (denied) return { ok: false, rejection: denied };
    if (events.at(-1)?.version !== input.expectedVersion) return refuse('CONFLICT');
    const checked = parsed(dwellingCorrected.schema, {
      dwellingId: input.dwellingId,
      changes: input.changes,
      occurredOn: env.today,
    });
    if (!checked.ok) return checked;
    const changes = differing(dwelling, checked.value.changes);
    if (Object.keys(changes).length === 0) return refuse('NOTHING_CHANGED');
    const next = { ...dwelling, ...changes };
    if (next.houseNumber === null && next.street === null && next.oldNumber === null)
      return refuse('ADDRESS_MISSING', 'houseNumber');
    return accept([after(stream, events, { type: 'DwellingCorrected', data: { ...checked.value, changes } })]);
  };
}

/** The entries of `changes` whose value is another than in `current`. */
function differing<T extends object>(current: T, changes: Partial<T>): Partial<T> {
  const kept = Object.entries(changes).filter(
    ([name, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(Reflect.get(current, name)),
  );
  return Object.fromEntries(kept) as Partial<T>;
}

export interface PlaceDwellings {
  dwellingIds: readonly string[];
  neighbourhood: string;
  occurredOn: string;
}

/** Puts dwellings of one ward into one of its neighbourhoods; those that lie there already are passed over. */
export function placeDwellings(input: PlaceDwellings, env: CommandEnv): Decider {
  return async (load) => {
    const ids = [...new Set(input.dwellingIds)];
    const unit = unitStream(input.neighbourhood);
    const streams = await load([unit, ...ids.map(dwellingStream)]);
    const ward = wardOf(input.neighbourhood);
    const allowed = env.may('write', 'Dwelling', { ward, neighbourhood: input.neighbourhood });
    if (allowed) return { ok: false, rejection: allowed };
    if (input.occurredOn > env.today) return refuse('DAY_IN_FUTURE', 'occurredOn');
    const unitEvents = streams.get(unit) ?? [];
    const wrong = existing(unitOf(unitEvents), input.neighbourhood, env.today);
    if (wrong) return { ok: false, rejection: { ...wrong, field: 'neighbourhood' } };
    const writes = [after(unit, unitEvents)];
    for (const id of ids) {
      const events = streams.get(dwellingStream(id)) ?? [];
      const dwelling = dwellingOf(events);
      if (!dwelling) return refuse('NOT_FOUND', 'dwellingIds');
      const denied = env.may('write', 'Dwelling', dwelling);
      if (denied) return { ok: false, rejection: denied };
      if (dwelling.ward !== ward) return refuse('DWELLING_OTHER_WARD', 'dwellingIds');
      if (dwelling.neighbourhood === input.neighbourhood) continue;
      if (input.occurredOn < dwelling.placedOn)
        return refuse('DAY_BEFORE_LAST', 'occurredOn', { day: dwelling.placedOn });
      writes.push(after(dwellingStream(id), events, placed(dwelling, input.neighbourhood, input.occurredOn, null)));
    }
    return writes.length === 1 ? refuse('NOTHING_CHANGED', 'dwellingIds') : accept(writes);
  };
}

/** The fact that a dwelling lies in a neighbourhood from a day on; `changeId` when a change of boundaries put it there. */
export function placed(
  dwelling: DwellingState,
  neighbourhood: string,
  occurredOn: string,
  changeId: string | null,
): DomainEvent {
  const cause = changeId === null ? 'placed' : 'boundary';
  return {
    type: 'DwellingPlaced',
    data: { dwellingId: dwelling.dwellingId, ward: dwelling.ward, neighbourhood, cause, changeId, occurredOn },
  };
}
