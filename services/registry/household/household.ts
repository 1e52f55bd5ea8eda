import type { Evidence } from '@nocgia/schemas/events/evidence.ts';
import {
  householdDetailsChanged,
  householdDissolved,
  householdFormed,
  householdMoved,
} from '@nocgia/schemas/events/household.ts';
import type { Rejection } from '@nocgia/schemas/errors.ts';
import { accept, after, parsed, refuse } from '../../event-store/deciding.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { untimelyEvidence } from '@nocgia/schemas/events/evidence.ts';
import { dwellingStream, loadHouseholds, placeOfDwelling, refusedRoof, type LoadedHousehold } from '../place.ts';
import { householdStream, type HouseholdDetails } from './household-state.ts';

export interface FormHousehold {
  dwellingId: string;
  details: Partial<HouseholdDetails>;
  occurredOn: string;
  evidence?: Evidence | null;
}

/** A household begins in a dwelling, as yet without members. Answers `{ householdId }`. */
export function formHousehold(input: FormHousehold, env: CommandEnv): Decider {
  return async (load) => {
    const { evidence, ...fact } = input;
    const stream = dwellingStream(input.dwellingId);
    const dwelling = (await load([stream])).get(stream) ?? [];
    const place = placeOfDwelling(dwelling);
    if (!place) return refuse('NOT_FOUND', 'dwellingId');
    const denied = env.may('write', 'Household', place);
    if (denied) return { ok: false, rejection: denied };
    const householdId = env.newId();
    const checked = parsed(householdFormed.schema, { ...fact, ...(evidence && { evidence }), householdId });
    if (!checked.ok) return checked;
    if (input.occurredOn > env.today) return refuse('DAY_IN_FUTURE', 'occurredOn');
    const untimely = untimelyEvidence(evidence, env.today);
    if (untimely) return { ok: false, rejection: untimely };
    const formed = { type: 'HouseholdFormed', data: checked.value };
    return accept(
      [{ stream: householdStream(householdId), expected: 'none', events: [formed] }, after(stream, dwelling)],
      { householdId },
    );
  };
}

/** A household that may be written to and still exists. */
export function writable(found: LoadedHousehold | undefined, env: CommandEnv): Rejection | null {
  if (!found) return { code: 'HOUSEHOLD_UNKNOWN', field: 'householdId' };
  const denied = env.may('write', 'Household', found.place);
  if (denied) return denied.code === 'NOT_FOUND' ? { code: 'HOUSEHOLD_UNKNOWN', field: 'householdId' } : denied;
  const { dissolvedOn } = found.household;
  return dissolvedOn === null ? null : { code: 'HOUSEHOLD_DISSOLVED', params: { day: dissolvedOn } };
}

export interface ChangeHousehold {
  householdId: string;
  /** The version that the form showed. */
  expectedVersion: number;
  changes: Partial<HouseholdDetails>;
}

/** Number, phone or note of a household change; only what differs is written. */
export function changeHousehold(input: ChangeHousehold, env: CommandEnv): Decider {
  return async (load) => {
    const found = (await loadHouseholds(load, [input.householdId])).get(input.householdId);
    const wrong = writable(found, env);
    if (wrong || !found) return { ok: false, rejection: wrong ?? { code: 'HOUSEHOLD_UNKNOWN' } };
    if (found.events.at(-1)?.version !== input.expectedVersion) return refuse('CONFLICT');
    const checked = parsed(householdDetailsChanged.schema, {
      householdId: input.householdId,
      changes: input.changes,
      occurredOn: env.today,
    });
    if (!checked.ok) return checked;
    const { details } = found.household;
    const { number = details.number, phone = details.phone, note = details.note } = checked.value.changes;
    const changes: Partial<HouseholdDetails> = {
      ...(number !== details.number && { number }),
      ...(phone !== details.phone && { phone }),
      ...(note !== details.note && { note }),
    };
    if (Object.keys(changes).length === 0) return refuse('NOTHING_CHANGED');
    return accept([
      after(found.stream, found.events, { type: 'HouseholdDetailsChanged', data: { ...checked.value, changes } }),
    ]);
  };
}

export interface MoveHousehold {
  householdId: string;
  dwellingId: string;
  occurredOn: string;
  evidence?: Evidence | null;
}

/** The whole household moves to another dwelling of the ward; residences go with it. */
export function moveHousehold(input: MoveHousehold, env: CommandEnv): Decider {
  return async (load) => {
    const found = (await loadHouseholds(load, [input.householdId])).get(input.householdId);
    const wrong = writable(found, env);
    if (wrong || !found) return { ok: false, rejection: wrong ?? { code: 'HOUSEHOLD_UNKNOWN' } };
    const target = dwellingStream(input.dwellingId);
    const dwelling = (await load([target])).get(target) ?? [];
    const refused = refusedRoof(dwelling, found.place, env.may);
    if (refused) return { ok: false, rejection: refused };
    const { household } = found;
    const { evidence, ...fact } = input;
    const moved = parsed(householdMoved.schema, { ...fact, ...(evidence && { evidence }) });
    if (!moved.ok) return moved;
    if (input.occurredOn > env.today) return refuse('DAY_IN_FUTURE', 'occurredOn');
    const untimely = untimelyEvidence(evidence, env.today);
    if (untimely) return { ok: false, rejection: untimely };
    if (input.occurredOn < household.movedOn)
      return refuse('DAY_BEFORE_LAST', 'occurredOn', { day: household.movedOn });
    if (input.dwellingId === household.dwellingId) return refuse('HOUSEHOLD_SAME_DWELLING', 'dwellingId');
    return accept([
      after(found.stream, found.events, { type: 'HouseholdMoved', data: moved.value }),
      after(found.dwelling.stream, found.dwelling.events),
      after(target, dwelling),
    ]);
  };
}

export interface DissolveHousehold {
  householdId: string;
  occurredOn: string;
  evidence?: Evidence | null;
}

/** An empty household ends. */
export function dissolveHousehold(input: DissolveHousehold, env: CommandEnv): Decider {
  return async (load) => {
    const found = (await loadHouseholds(load, [input.householdId])).get(input.householdId);
    const wrong = writable(found, env);
    if (wrong || !found) return { ok: false, rejection: wrong ?? { code: 'HOUSEHOLD_UNKNOWN' } };
    const { household } = found;
    const { evidence, ...fact } = input;
    const dissolved = parsed(householdDissolved.schema, { ...fact, ...(evidence && { evidence }) });
    if (!dissolved.ok) return dissolved;
    if (household.members.size > 0) return refuse('HOUSEHOLD_NOT_EMPTY', undefined, { count: household.members.size });
    if (input.occurredOn > env.today) return refuse('DAY_IN_FUTURE', 'occurredOn');
    if (input.occurredOn < household.formedOn)
      return refuse('DAY_BEFORE_FORMED', 'occurredOn', { day: household.formedOn });
    const untimely = untimelyEvidence(evidence, env.today);
    if (untimely) return { ok: false, rejection: untimely };
    return accept([after(found.stream, found.events, { type: 'HouseholdDissolved', data: dissolved.value })]);
  };
}
