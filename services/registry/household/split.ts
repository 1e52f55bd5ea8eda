import type { Evidence } from '@nocgia/schemas/events/evidence.ts';
import { householdFormed, householdSplit } from '@nocgia/schemas/events/household.ts';
import { accept, after, parsed, refuse } from '../../event-store/deciding.ts';
import type { DomainEvent } from '../../event-store/log.ts';
import { earliestBirth } from '../citizen/citizen-state.ts';
import { ageOn } from '../citizen/warnings.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { untimelyEvidence } from '@nocgia/schemas/events/evidence.ts';
import { dwellingStream, loadHouseholds, refusedRoof } from '../place.ts';
import { householdStream, type HouseholdDetails } from './household-state.ts';
import { writable } from './household.ts';
import { confirmed, loadMembers, movingOver, type MemberRelation } from './members.ts';

/** Full capacity to act begins with 18 (Bộ luật Dân sự 2015, Điều 20). */
const FULL_AGE = 18;

export interface SplitHousehold {
  householdId: string;
  /** Who goes; the rest stays, and what they are to their head stays as well. */
  citizenIds: readonly string[];
  /** One of those who go. */
  headId: string;
  /** What every other of them is to the new head. */
  relations: readonly MemberRelation[];
  /** null: under the same roof. */
  dwellingId: string | null;
  details: Partial<HouseholdDetails>;
  occurredOn: string;
  evidence?: Evidence | null;
}

/**
 * Some members live from now on as a household of their own (tách hộ, Luật Cư trú 2020, Điều 25), under the same roof or another. At
 * least one goes who may be of full capacity (Điều 25.1.a), and at least one stays. The head stays: it is the head who agrees to the
 * split (Điều 25.1.b); a head who goes hands over first. Answers `{ householdId }` of the new one.
 */
export function splitHousehold(input: SplitHousehold, env: CommandEnv): Decider {
  return async (load) => {
    const { householdId, headId, occurredOn, evidence } = input;
    const found = (await loadHouseholds(load, [householdId])).get(householdId);
    const wrong = writable(found, env);
    if (wrong || !found) return { ok: false, rejection: wrong ?? { code: 'HOUSEHOLD_UNKNOWN' } };
    const { household } = found;
    const going = [...new Set(input.citizenIds)];
    if (going.length === 0) return refuse('SPLIT_NOBODY', 'citizenIds');
    if (going.some((id) => !household.members.has(id))) return refuse('NOT_MEMBER', 'citizenIds');
    if (going.length === household.members.size) return refuse('SPLIT_EVERYBODY', 'citizenIds');
    if (household.headId !== null && going.includes(household.headId)) return refuse('SPLIT_HEAD_STAYS', 'citizenIds');
    if (!going.includes(headId)) return refuse('SPLIT_HEAD_NOT_CHOSEN', 'headId');
    const relations = confirmed(going, input.relations, headId);
    if (!relations.ok) return relations;
    if (occurredOn > env.today) return refuse('DAY_IN_FUTURE', 'occurredOn');
    if (occurredOn < household.formedOn) return refuse('DAY_BEFORE_FORMED', 'occurredOn', { day: household.formedOn });
    const untimely = untimelyEvidence(evidence, env.today);
    if (untimely) return { ok: false, rejection: untimely };

    const target = input.dwellingId ?? household.dwellingId;
    const sameRoof = target === household.dwellingId;
    if (sameRoof && occurredOn < household.movedOn)
      return refuse('DAY_BEFORE_LAST', 'occurredOn', { day: household.movedOn });
    const stream = dwellingStream(target);
    const dwelling = sameRoof ? found.dwelling.events : ((await load([stream])).get(stream) ?? []);
    const refused = refusedRoof(dwelling, found.place, env.may);
    if (refused) return { ok: false, rejection: refused };

    const newHouseholdId = env.newId();
    const paper = evidence ? { evidence } : {};
    const formed = parsed(householdFormed.schema, {
      householdId: newHouseholdId,
      dwellingId: target,
      details: input.details,
      ...paper,
      occurredOn,
    });
    if (!formed.ok) return formed;
    const parted = parsed(householdSplit.schema, { householdId, newHouseholdId, occurredOn, ...paper });
    if (!parted.ok) return parted;
    const members = await loadMembers(load, household, going);
    if (members.length !== going.length) return refuse('NOT_MEMBER', 'citizenIds');
    const ages = members.map(
      ({ citizen: { details } }) => details.birth && ageOn(earliestBirth(details.birth), occurredOn),
    );
    if (ages.every((age) => typeof age === 'number' && age < FULL_AGE))
      return refuse('SPLIT_NEEDS_ADULT', 'citizenIds');

    const left: DomainEvent[] = [{ type: 'HouseholdSplit', data: parted.value }];
    const joined: DomainEvent[] = [{ type: 'HouseholdFormed', data: formed.value }];
    const own = [];
    for (const member of members) {
      const { citizenId } = member.citizen;
      const relation = relations.value.get(citizenId) ?? 'unknown';
      const moved = movingOver(member, { householdId: newHouseholdId, relation, occurredOn, evidence }, env);
      if (!moved.ok) return moved;
      left.push({ type: 'HouseholdMemberLeft', data: { householdId, citizenId, occurredOn } });
      joined.push({ type: 'HouseholdMemberJoined', data: { householdId: newHouseholdId, citizenId, occurredOn } });
      own.push(after(member.stream, member.events, ...moved.facts));
    }
    joined.push({
      type: 'HouseholdHeadChanged',
      data: { householdId: newHouseholdId, citizenId: headId, occurredOn },
    });
    // Figures take a household to its people by what was written of the household before.
    return accept(
      [
        after(stream, dwelling),
        { stream: householdStream(newHouseholdId), expected: 'none', events: joined },
        after(found.stream, found.events, ...left),
        ...own,
      ],
      { householdId: newHouseholdId },
    );
  };
}
