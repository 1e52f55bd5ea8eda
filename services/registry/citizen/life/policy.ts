import { policyStatusEnded, policyStatusGranted } from '@nocgia/schemas/events/citizen.ts';
import { policyStatuses } from '@nocgia/schemas/code-lists/policy-statuses.ts';
import { accept, parsed, refuse } from '../../../event-store/deciding.ts';
import type { CommandEnv, Decider } from '../../command-env.ts';
import type { StatusState } from '../citizen-state.ts';
import { loadForEvent, writesOf, type LifeEvent } from './person.ts';

export interface GrantPolicyStatus extends LifeEvent {
  /** A code of the list `policy-statuses`. */
  status: string;
  until: string | null;
}

/** A policy status holds from a day on; the same one is not granted twice for one day. Answers `{ statusId }`. */
export function grantPolicyStatus(input: GrantPolicyStatus, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadForEvent(load, input, 'policyStatus', env);
    if (!loaded.ok) return loaded;
    const { citizen } = loaded.found;
    if (citizen.died !== null) return refuse('CITIZEN_DEAD');
    if (!policyStatuses.some(({ code }) => code === input.status)) return refuse('STATUS_NOT_LISTED', 'status');
    const statusId = env.newId();
    const { evidence = null, ...fact } = input;
    const checked = parsed(policyStatusGranted.schema, { ...fact, statusId, evidence });
    if (!checked.ok) return checked;
    const { occurredOn, until, status } = checked.value;
    if (until !== null && until < occurredOn) return refuse('UNTIL_BEFORE_SINCE', 'until');
    const other = citizen.policies.find((one) => one.status === status && overlaps(one, occurredOn, until));
    if (other) return refuse('STATUS_HELD', 'status', { day: other.since });
    return accept(writesOf(loaded.found, { type: 'PolicyStatusGranted', data: checked.value }), { statusId });
  };
}

const NEVER = '9999-12-31';

function overlaps(one: StatusState, since: string, until: string | null): boolean {
  if (one.endedOn !== null && one.endedOn <= one.since) return false;
  return one.since <= (until ?? NEVER) && (one.until ?? NEVER) >= since && (one.endedOn ?? NEVER) > since;
}

export interface EndPolicyStatus extends LifeEvent {
  statusId: string;
  cause: string;
}

/** A policy status holds no longer, or was recorded in error. */
export function endPolicyStatus(input: EndPolicyStatus, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadForEvent(load, input, 'policyStatus', env);
    if (!loaded.ok) return loaded;
    const status = loaded.found.citizen.policies.find((one) => one.statusId === input.statusId);
    if (!status) return refuse('STATUS_UNKNOWN');
    const { evidence = null, ...fact } = input;
    const checked = parsed(policyStatusEnded.schema, { ...fact, evidence });
    if (!checked.ok) return checked;
    const { cause, occurredOn } = checked.value;
    if (cause === 'ended' && status.endedOn !== null) return refuse('STATUS_ENDED', undefined, { day: status.endedOn });
    if (cause === 'ended' && occurredOn < status.since)
      return refuse('DAY_BEFORE_STATUS', 'occurredOn', { day: status.since });
    return accept(writesOf(loaded.found, { type: 'PolicyStatusEnded', data: checked.value }));
  };
}
