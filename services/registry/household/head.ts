import { residenceRelationChanged, type Relation } from '@nocgia/schemas/events/citizen.ts';
import type { Evidence } from '@nocgia/schemas/events/evidence.ts';
import { householdHeadChanged } from '@nocgia/schemas/events/household.ts';
import { accept, after, parsed, refuse } from '../../event-store/deciding.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { citizenOf, citizenStream, currentResidences } from '../citizen/citizen-state.ts';
import { untimelyEvidence } from '@nocgia/schemas/events/evidence.ts';
import { loadHouseholds } from '../place.ts';
import { writable } from './household.ts';

export interface ChangeHead {
  householdId: string;
  citizenId: string;
  occurredOn: string;
  relations: readonly { citizenId: string; relation: Relation }[];
  evidence?: Evidence | null;
}

/**
 * Another member becomes the head; what every other member is to the new head is said anew in the same act
 * (TT 55/2021/TT-BCA Điều 6), and each member's own stream is written with the household's.
 */
export function changeHead(input: ChangeHead, env: CommandEnv): Decider {
  return async (load) => {
    const { householdId, citizenId, occurredOn, evidence } = input;
    const paper = evidence ? { evidence } : {};
    const found = (await loadHouseholds(load, [householdId])).get(householdId);
    const wrong = writable(found, env);
    if (wrong || !found) return { ok: false, rejection: wrong ?? { code: 'HOUSEHOLD_UNKNOWN' } };
    const { household } = found;
    if (!household.members.has(citizenId)) return refuse('NOT_MEMBER', 'citizenId');
    if (household.headId === citizenId) return refuse('HEAD_UNCHANGED', 'citizenId');
    if (occurredOn > env.today) return refuse('DAY_IN_FUTURE', 'occurredOn');
    if (occurredOn < household.formedOn) return refuse('DAY_BEFORE_FORMED', 'occurredOn', { day: household.formedOn });
    if (occurredOn < household.headOn) return refuse('DAY_BEFORE_LAST', 'occurredOn', { day: household.headOn });
    const untimely = untimelyEvidence(evidence, env.today);
    if (untimely) return { ok: false, rejection: untimely };
    const changed = parsed(householdHeadChanged.schema, { householdId, citizenId, occurredOn, ...paper });
    if (!changed.ok) return changed;
    const relations = new Map(
      input.relations.filter((one) => one.citizenId !== citizenId).map((one) => [one.citizenId, one.relation]),
    );
    const others = [...household.members].filter((id) => id !== citizenId);
    if (relations.size !== others.length || others.some((id) => !relations.has(id)))
      return refuse('RELATIONS_INCOMPLETE', 'relations');
    if ([...relations.values()].includes('head')) return refuse('RELATION_HEAD', 'relations');
    const streams = await load([...household.members].map(citizenStream));
    const writes = [after(found.stream, found.events, { type: 'HouseholdHeadChanged', data: changed.value })];
    for (const memberId of household.members) {
      const events = streams.get(citizenStream(memberId)) ?? [];
      const citizen = citizenOf(events);
      const residence = citizen && currentResidences(citizen).find((one) => one.householdId === householdId);
      if (!residence) continue;
      if (memberId === citizenId && occurredOn < residence.since)
        return refuse('DAY_BEFORE_SINCE', 'occurredOn', { day: residence.since });
      const relation = relations.get(memberId) ?? 'head';
      const { residenceId } = residence;
      const checked = parsed(residenceRelationChanged.schema, {
        citizenId: memberId,
        residenceId,
        relation,
        ...paper,
        occurredOn,
      });
      if (!checked.ok) return checked;
      const said = residence.relation === relation ? [] : [{ type: 'ResidenceRelationChanged', data: checked.value }];
      writes.push(after(citizenStream(memberId), events, ...said));
    }
    return accept(writes);
  };
}
