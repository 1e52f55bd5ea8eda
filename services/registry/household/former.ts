import type { HouseholdEvent } from '@nocgia/schemas/events/household.ts';
import type { DomainEvent } from '../../event-store/log.ts';

/** A stay in a household that is over. */
export interface Stint {
  citizenId: string;
  since: string;
  leftOn: string;
}

/** Who joined and left a household, from its stream: the stays that are over, the latest first; without what an import said and was taken back. */
export function formerStints(events: readonly DomainEvent[]): Stint[] {
  const since = new Map<string, string>();
  const over: Stint[] = [];
  for (const event of events) {
    const fact = event as HouseholdEvent;
    if (fact.type !== 'HouseholdMemberJoined' && fact.type !== 'HouseholdMemberLeft') continue;
    const { citizenId, occurredOn: leftOn } = fact.data;
    const takenBack = fact.data.importId !== undefined;
    if (fact.type === 'HouseholdMemberJoined') {
      const last = takenBack ? over.findLastIndex((one) => one.citizenId === citizenId) : -1;
      const [stint] = last < 0 ? [] : over.splice(last, 1);
      since.set(citizenId, stint?.since ?? fact.data.occurredOn);
      continue;
    }
    if (!takenBack) over.push({ citizenId, since: since.get(citizenId) ?? leftOn, leftOn });
    since.delete(citizenId);
  }
  return over.sort((a, b) => (a.leftOn < b.leftOn ? 1 : a.leftOn > b.leftOn ? -1 : 0));
}
