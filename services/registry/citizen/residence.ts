import { residenceCorrected, residenceEnded } from '@nocgia/schemas/events/citizen.ts';
import type { Evidence } from '@nocgia/schemas/events/evidence.ts';
import { accept, after, parsed, refuse } from '../../event-store/deciding.ts';
import type { DomainEvent } from '../../event-store/log.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { untimelyEvidence } from '@nocgia/schemas/events/evidence.ts';
import { writable } from '../household/household.ts';
import {
  checkDays,
  headTaken,
  joining,
  leaving,
  loadCitizen,
  mayWrite,
  startOf,
  type NewResidence,
} from './citizen.ts';
import { currentResidences, earliestBirth, overlapping } from './citizen-state.ts';

export interface JoinHousehold extends NewResidence {
  citizenId: string;
}

/**
 * A citizen comes to live in a household. With `cause: 'move'` the present residence of the same kind ends that day; otherwise there
 * must be none: at most one permanent and one temporary residence at a time (Luật Cư trú 2020). Answers `{ residenceId }`.
 */
export function joinHousehold(input: JoinHousehold, env: CommandEnv): Decider {
  return async (load) => {
    const found = await loadCitizen(load, input.citizenId, [input.householdId]);
    if (!found) return refuse('NOT_FOUND');
    const denied = mayWrite(found, 'residence', env);
    if (denied) return { ok: false, rejection: denied };
    const target = found.households.get(input.householdId);
    const wrong = writable(target, env);
    if (wrong || !target) return { ok: false, rejection: wrong ?? { code: 'HOUSEHOLD_UNKNOWN' } };
    const { citizen } = found;
    if (citizen.died !== null) return refuse('CITIZEN_DEAD');
    const started = startOf(citizen.citizenId, input, env);
    if (!started.ok) return started;
    const untimely =
      checkDays({ birth: citizen.details.birth, died: null }, started.value, env) ?? headTaken(target, input.relation);
    if (untimely) return { ok: false, rejection: untimely };
    const current = currentResidences(citizen);
    if (current.some((one) => one.householdId === input.householdId)) return refuse('ALREADY_MEMBER', 'householdId');
    const previous = current.find((one) => one.kind === started.value.kind);
    const moving = started.value.cause === 'move';
    if (previous && !moving)
      return refuse(previous.kind === 'permanent' ? 'ALREADY_PERMANENT' : 'ALREADY_TEMPORARY', 'kind');
    if (!previous && moving) return refuse('MOVE_WITHOUT_RESIDENCE', 'cause');
    if (previous && input.since < previous.since) return refuse('DAY_BEFORE_SINCE', 'since', { day: previous.since });
    const overlap = overlapping(citizen, started.value.kind, input.since, null, previous?.residenceId ?? null);
    if (overlap) return refuse('RESIDENCE_OVERLAP', 'since', { day: overlap.endedOn ?? '' });
    const facts: DomainEvent[] = [started.event];
    const writes = [];
    if (previous) {
      const { citizenId, residenceId } = { citizenId: citizen.citizenId, residenceId: previous.residenceId };
      facts.unshift({
        type: 'ResidenceEnded',
        data: { citizenId, residenceId, cause: 'move', wentTo: null, occurredOn: input.since },
      });
      const from = found.households.get(previous.householdId);
      if (from) writes.push(after(from.stream, from.events, ...leaving(from, citizenId, input.since)));
    }
    writes.push(after(found.stream, found.events, ...facts));
    writes.push(after(target.stream, target.events, ...joining(target, citizen.citizenId, input)));
    writes.push(after(target.dwelling.stream, target.dwelling.events));
    return accept(writes, { residenceId: started.value.residenceId });
  };
}

export interface LeaveHousehold {
  citizenId: string;
  residenceId: string;
  cause: string;
  occurredOn: string;
  wentTo: string | null;
  /** The ward they went to, by code. */
  toWard?: string | null;
  evidence?: Evidence | null;
}

/** A residence ends: the citizen has left, the time has run out, or it was recorded in error and never was. */
export function leaveHousehold(input: LeaveHousehold, env: CommandEnv): Decider {
  return async (load) => {
    const found = await loadCitizen(load, input.citizenId);
    if (!found) return refuse('NOT_FOUND');
    const denied = mayWrite(found, 'residence', env);
    if (denied) return { ok: false, rejection: denied };
    const residence = found.citizen.residences.find((one) => one.residenceId === input.residenceId);
    if (!residence) return refuse('RESIDENCE_UNKNOWN');
    if (residence.endedOn !== null) return refuse('RESIDENCE_ENDED', undefined, { day: residence.endedOn });
    const { toWard, evidence, ...fact } = input;
    const data = { ...fact, ...(toWard && { toWard }), ...(evidence && { evidence }) };
    const checked = parsed(residenceEnded.schema, data);
    if (!checked.ok) return checked;
    const untimely = untimelyEvidence(evidence, env.today);
    if (untimely) return { ok: false, rejection: untimely };
    if (input.occurredOn > env.today) return refuse('DAY_IN_FUTURE', 'occurredOn');
    if (checked.value.cause !== 'recorded_in_error' && input.occurredOn < residence.since) {
      return refuse('DAY_BEFORE_SINCE', 'occurredOn', { day: residence.since });
    }
    const from = found.households.get(residence.householdId);
    const writes = [after(found.stream, found.events, { type: 'ResidenceEnded', data: checked.value })];
    if (from) writes.push(after(from.stream, from.events, ...leaving(from, input.citizenId, input.occurredOn)));
    return accept(writes);
  };
}

export interface CorrectResidence {
  citizenId: string;
  residenceId: string;
  since: string;
  until: string | null;
  source: string;
}

/** Start, last day or source of a residence were recorded wrongly. */
export function correctResidence(input: CorrectResidence, env: CommandEnv): Decider {
  return async (load) => {
    const found = await loadCitizen(load, input.citizenId);
    if (!found) return refuse('NOT_FOUND');
    const denied = mayWrite(found, 'residence', env);
    if (denied) return { ok: false, rejection: denied };
    const { citizen } = found;
    const residence = citizen.residences.find((one) => one.residenceId === input.residenceId);
    if (!residence) return refuse('RESIDENCE_UNKNOWN');
    const checked = parsed(residenceCorrected.schema, { ...input, occurredOn: env.today });
    if (!checked.ok) return checked;
    const { since, until, source } = checked.value;
    if (since === residence.since && until === residence.until && source === residence.source && !residence.estimated)
      return refuse('NOTHING_CHANGED');
    if (until !== null && residence.kind === 'permanent') return refuse('UNTIL_ONLY_TEMPORARY', 'until');
    if (until !== null && until < since) return refuse('UNTIL_BEFORE_SINCE', 'until');
    if (since > env.today) return refuse('DAY_IN_FUTURE', 'since');
    const { birth } = citizen.details;
    if (birth !== null && since < earliestBirth(birth)) return refuse('DAY_BEFORE_BIRTH', 'since');
    if (citizen.died !== null && since > citizen.died) return refuse('DAY_AFTER_DEATH', 'since');
    if (residence.endedOn !== null && since > residence.endedOn)
      return refuse('RESIDENCE_ENDED', 'since', { day: residence.endedOn });
    const overlap = overlapping(citizen, residence.kind, since, residence.endedOn, residence.residenceId);
    if (overlap) return refuse('RESIDENCE_OVERLAP', 'since', { day: overlap.endedOn ?? '' });
    const writes = [after(found.stream, found.events, { type: 'ResidenceCorrected', data: checked.value })];
    for (const home of found.placing) writes.push(after(home.stream, home.events));
    return accept(writes);
  };
}
