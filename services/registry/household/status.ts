import { householdStatuses } from '@nocgia/schemas/code-lists/household-statuses.ts';
import type { Rejection } from '@nocgia/schemas/errors.ts';
import type { Evidence } from '@nocgia/schemas/events/evidence.ts';
import { householdStatusEnded, householdStatusGranted } from '@nocgia/schemas/events/household.ts';
import { accept, after, parsed, refuse } from '../../event-store/deciding.ts';
import type { DomainEvent } from '../../event-store/log.ts';
import type { StatusState } from '../citizen/citizen-state.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { untimelyEvidence } from '@nocgia/schemas/events/evidence.ts';
import { loadHouseholds, type LoadedHousehold } from '../place.ts';

/** Standards of living, of which a household has one at a time (NĐ 07/2021/NĐ-CP, Điều 3); other statuses stand beside each other. */
const standards = new Set(['poor', 'near_poor', 'average']);
const known = new Set(householdStatuses.map(({ code }) => code));

/** A household whose statuses may be written: a right of its own, apart from that on where people live. */
function entitled(found: LoadedHousehold | undefined, env: CommandEnv): Rejection | null {
  const unknown: Rejection = { code: 'HOUSEHOLD_UNKNOWN', field: 'householdId' };
  if (!found || found.household.withdrawn) return unknown;
  const denied = env.may('write', 'Citizen', found.place, 'policyStatus');
  return denied?.code === 'NOT_FOUND' ? unknown : denied;
}

/** The last day on which a status holds; null = open. `endedOn` is the first day on which it does not. */
function holdsOn(one: StatusState, day: string): boolean {
  return one.since <= day && (one.until === null || day <= one.until) && (one.endedOn === null || day < one.endedOn);
}

/** Whether a status holds on some day from `since` to `until` (its last day; null = open). */
function meets(one: StatusState, since: string, until: string | null): boolean {
  if (one.endedOn !== null && one.endedOn <= one.since) return false;
  return holdsOn(one, since) || (one.since > since && (until === null || one.since <= until));
}

export interface GrantHouseholdStatus {
  householdId: string;
  status: string;
  /** First and last day; `until` null = until it is ended. */
  occurredOn: string;
  until: string | null;
  evidence: Evidence | null;
}

/**
 * A status of the whole household begins, by decision. Another standard of living that holds on that day ends with it in the same act;
 * one that only begins later stands against it. Answers `{ statusId }`.
 */
export function grantHouseholdStatus(input: GrantHouseholdStatus, env: CommandEnv): Decider {
  return async (load) => {
    const { householdId, status, occurredOn, until } = input;
    const found = (await loadHouseholds(load, [householdId])).get(householdId);
    const wrong = entitled(found, env);
    if (wrong || !found) return { ok: false, rejection: wrong ?? { code: 'HOUSEHOLD_UNKNOWN' } };
    const { household } = found;
    if (household.dissolvedOn !== null) return refuse('HOUSEHOLD_DISSOLVED', undefined, { day: household.dissolvedOn });
    const statusId = env.newId();
    const granted = parsed(householdStatusGranted.schema, { ...input, statusId });
    if (!granted.ok) return granted;
    if (!known.has(status)) return refuse('STATUS_NOT_LISTED', 'status');
    if (occurredOn > env.today) return refuse('DAY_IN_FUTURE', 'occurredOn');
    if (occurredOn < household.formedOn) return refuse('DAY_BEFORE_FORMED', 'occurredOn', { day: household.formedOn });
    if (until !== null && until < occurredOn) return refuse('UNTIL_BEFORE_SINCE', 'until');
    const untimely = untimelyEvidence(input.evidence, env.today);
    if (untimely) return { ok: false, rejection: untimely };
    const against = household.statuses.filter(
      (one) =>
        (one.status === status || (standards.has(one.status) && standards.has(status))) &&
        meets(one, occurredOn, until),
    );
    const same = against.find((one) => one.status === status || one.since >= occurredOn);
    if (same) return refuse('STATUS_HELD', 'occurredOn', { day: same.since });
    const facts = against.map((one): DomainEvent => {
      const { statusId: endedId } = one;
      return {
        type: 'HouseholdStatusEnded',
        data: { householdId, statusId: endedId, cause: 'ended', evidence: input.evidence, occurredOn },
      };
    });
    return accept(
      [
        after(found.dwelling.stream, found.dwelling.events),
        after(found.stream, found.events, ...facts, { type: 'HouseholdStatusGranted', data: granted.value }),
      ],
      { statusId },
    );
  };
}

export interface EndHouseholdStatus {
  householdId: string;
  statusId: string;
  cause: string;
  /** First day on which it holds no more. */
  occurredOn: string;
  evidence: Evidence | null;
}

/** A status of a household ends, or was recorded in error and never held. */
export function endHouseholdStatus(input: EndHouseholdStatus, env: CommandEnv): Decider {
  return async (load) => {
    const found = (await loadHouseholds(load, [input.householdId])).get(input.householdId);
    const wrong = entitled(found, env);
    if (wrong || !found) return { ok: false, rejection: wrong ?? { code: 'HOUSEHOLD_UNKNOWN' } };
    const held = found.household.statuses.find((one) => one.statusId === input.statusId);
    if (!held) return refuse('STATUS_UNKNOWN', 'statusId');
    const ended = parsed(householdStatusEnded.schema, input);
    if (!ended.ok) return ended;
    const { cause, occurredOn } = ended.value;
    if (held.endedOn !== null && cause === 'ended') return refuse('STATUS_ENDED', undefined, { day: held.endedOn });
    if (occurredOn > env.today) return refuse('DAY_IN_FUTURE', 'occurredOn');
    const untimely = untimelyEvidence(input.evidence, env.today);
    if (untimely) return { ok: false, rejection: untimely };
    if (cause === 'ended' && occurredOn < held.since)
      return refuse('DAY_BEFORE_SINCE', 'occurredOn', { day: held.since });
    return accept([
      after(found.dwelling.stream, found.dwelling.events),
      after(found.stream, found.events, { type: 'HouseholdStatusEnded', data: ended.value }),
    ]);
  };
}
