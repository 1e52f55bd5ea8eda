import type { HouseholdEvent } from '@nocgia/schemas/events/household.ts';
import type { DomainEvent } from '../../event-store/log.ts';

/** A stay in a household that is over. */
export interface Stint {
  citizenId: string;
  since: string;
  leftOn: string;
}

/** Who joined and left a household, from its stream: the stays that are over, the latest first. */
export function formerStints(events: readonly DomainEvent[]): Stint[] {
  const since = new Map<string, string>();
  const over: Stint[] = [];
  for (const event of events) {
    const fact = event as HouseholdEvent;
    if (fact.type === 'HouseholdMemberJoined') since.set(fact.data.citizenId, fact.data.occurredOn);
    if (fact.type !== 'HouseholdMemberLeft') continue;
    const { citizenId, occurredOn: leftOn } = fact.data;
    over.push({ citizenId, since: since.get(citizenId) ?? leftOn, leftOn });
    since.delete(citizenId);
  }
  return over.sort((a, b) => (a.leftOn < b.leftOn ? 1 : a.leftOn > b.leftOn ? -1 : 0));
}
