import type { HouseholdEvent } from '@nocgia/schemas/events/household.ts';
import type { DomainEvent } from '../../event-store/log.ts';

export interface HouseholdDetails {
  number: string | null;
  phone: string | null;
  note: string | null;
}

/** A household (hộ gia đình) as its stream tells it. */
export interface HouseholdState {
  householdId: string;
  dwellingId: string;
  formedOn: string;
  /** Since when it lives in its present dwelling. */
  movedOn: string;
  dissolvedOn: string | null;
  details: HouseholdDetails;
  headId: string | null;
  /** Day of the latest change of head. */
  headOn: string;
  members: ReadonlySet<string>;
}

const unknown: HouseholdDetails = { number: null, phone: null, note: null };

/** One fact onto the state of a household. Details of an erased household read as unknown. */
export function evolveHousehold(state: HouseholdState | null, event: DomainEvent): HouseholdState | null {
  const fact = event as HouseholdEvent;
  if (fact.type === 'HouseholdFormed') {
    const { householdId, dwellingId, occurredOn, details } = fact.data;
    return {
      householdId,
      dwellingId,
      formedOn: occurredOn,
      movedOn: occurredOn,
      dissolvedOn: null,
      details: { ...unknown, ...details },
      headId: null,
      headOn: occurredOn,
      members: new Set(),
    };
  }
  if (!state) return null;
  switch (fact.type) {
    case 'HouseholdDetailsChanged':
      return { ...state, details: { ...state.details, ...fact.data.changes } };
    case 'HouseholdMemberJoined':
      return { ...state, members: new Set([...state.members, fact.data.citizenId]) };
    case 'HouseholdMemberLeft':
      return { ...state, members: new Set([...state.members].filter((id) => id !== fact.data.citizenId)) };
    case 'HouseholdHeadChanged':
      return { ...state, headId: fact.data.citizenId, headOn: fact.data.occurredOn };
    case 'HouseholdMoved':
      return { ...state, dwellingId: fact.data.dwellingId, movedOn: fact.data.occurredOn };
    case 'HouseholdDissolved':
      return { ...state, dissolvedOn: fact.data.occurredOn };
  }
}

/** The state that a household's stream adds up to; null when there is none. */
export function householdOf(events: readonly DomainEvent[] = []): HouseholdState | null {
  return events.reduce(evolveHousehold, null);
}

export function householdStream(id: string): string {
  return `household-${id}`;
}
