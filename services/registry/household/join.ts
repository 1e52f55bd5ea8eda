import type { Evidence } from '@nocgia/schemas/events/evidence.ts';
import { householdJoined } from '@nocgia/schemas/events/household.ts';
import { accept, after, parsed, refuse } from '../../event-store/deciding.ts';
import type { DomainEvent } from '../../event-store/log.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { untimelyEvidence } from '@nocgia/schemas/events/evidence.ts';
import { loadHouseholds } from '../place.ts';
import { writable } from './household.ts';
import { confirmed, loadMembers, movingOver, type MemberRelation } from './members.ts';

export interface JoinHouseholds {
  /** The household that ends. */
  householdId: string;
  intoHouseholdId: string;
  /** What every member of the first is to the head of the second. */
  relations: readonly MemberRelation[];
  occurredOn: string;
  evidence?: Evidence | null;
}

/**
 * All members of one household live from now on in another (nhập hộ), each with a relation to its head; the emptied one is dissolved
 * in the same act. The other must have a head, to whom relations are said (TT 55/2021/TT-BCA, Điều 6).
 */
export function joinHouseholds(input: JoinHouseholds, env: CommandEnv): Decider {
  return async (load) => {
    const { householdId, intoHouseholdId, occurredOn, evidence } = input;
    const loaded = await loadHouseholds(load, [householdId, intoHouseholdId]);
    const [from, into] = [loaded.get(householdId), loaded.get(intoHouseholdId)];
    const wrong = writable(from, env);
    if (wrong || !from) return { ok: false, rejection: wrong ?? { code: 'HOUSEHOLD_UNKNOWN' } };
    if (householdId === intoHouseholdId) return refuse('JOIN_ITSELF', 'intoHouseholdId');
    const other = writable(into, env);
    if (other || !into)
      return { ok: false, rejection: { ...(other ?? { code: 'HOUSEHOLD_UNKNOWN' }), field: 'intoHouseholdId' } };
    if (from.household.members.size === 0) return refuse('HOUSEHOLD_EMPTY');
    if (into.household.headId === null) return refuse('JOIN_NEEDS_HEAD', 'intoHouseholdId');
    const ids = [...from.household.members];
    const relations = confirmed(ids, input.relations, null);
    if (!relations.ok) return relations;
    if (occurredOn > env.today) return refuse('DAY_IN_FUTURE', 'occurredOn');
    for (const { formedOn } of [from.household, into.household]) {
      if (occurredOn < formedOn) return refuse('DAY_BEFORE_FORMED', 'occurredOn', { day: formedOn });
    }
    for (const day of [from.household.headOn, into.household.movedOn]) {
      if (occurredOn < day) return refuse('DAY_BEFORE_LAST', 'occurredOn', { day });
    }
    const untimely = untimelyEvidence(evidence, env.today);
    if (untimely) return { ok: false, rejection: untimely };
    const paper = evidence ? { evidence } : {};
    const union = parsed(householdJoined.schema, { householdId, intoHouseholdId, occurredOn, ...paper });
    if (!union.ok) return union;
    const members = await loadMembers(load, from.household, ids);
    if (members.length !== ids.length) return refuse('NOT_MEMBER');

    const left: DomainEvent[] = [{ type: 'HouseholdJoined', data: union.value }];
    const joined: DomainEvent[] = [];
    const own = [];
    for (const member of members) {
      const { citizenId } = member.citizen;
      const relation = relations.value.get(citizenId) ?? 'unknown';
      const moved = movingOver(member, { householdId: intoHouseholdId, relation, occurredOn, evidence }, env);
      if (!moved.ok) return moved;
      left.push({ type: 'HouseholdMemberLeft', data: { householdId, citizenId, occurredOn } });
      joined.push({ type: 'HouseholdMemberJoined', data: { householdId: intoHouseholdId, citizenId, occurredOn } });
      own.push(after(member.stream, member.events, ...moved.facts));
    }
    if (from.household.headId !== null)
      left.push({ type: 'HouseholdHeadChanged', data: { householdId, citizenId: null, occurredOn } });
    left.push({ type: 'HouseholdDissolved', data: { householdId, occurredOn, ...paper } });
    const roofs = new Map([from, into].map(({ dwelling }) => [dwelling.stream, dwelling.events]));
    return accept([
      ...[...roofs].map(([stream, events]) => after(stream, events)),
      after(into.stream, into.events, ...joined),
      after(from.stream, from.events, ...left),
      ...own,
    ]);
  };
}
