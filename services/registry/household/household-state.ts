import type { HouseholdEvent } from '@nocgia/schemas/events/household.ts';
import type { DomainEvent } from '../../event-store/log.ts';
import { ended, type StatusState } from '../citizen/citizen-state.ts';

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
  statuses: readonly StatusState[];
  /** Recorded in error: there is no such household. */
  withdrawn: boolean;
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
      statuses: [],
      withdrawn: false,
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
    case 'HouseholdMoveTakenBack':
      return { ...state, dwellingId: fact.data.dwellingId, movedOn: fact.data.since };
    case 'HouseholdDissolved':
      return { ...state, dissolvedOn: fact.data.occurredOn };
    case 'HouseholdSplit':
    case 'HouseholdJoined':
      // The members and the dissolution are facts of their own.
      return state;
    case 'HouseholdStatusGranted': {
      const { statusId, status = 'unknown', occurredOn: since, until } = fact.data;
      return { ...state, statuses: [...state.statuses, { statusId, status, since, until, endedOn: null }] };
    }
    case 'HouseholdStatusEnded': {
      const { statusId, cause, occurredOn: endedOn } = fact.data;
      return { ...state, statuses: ended(state.statuses, (one) => one.statusId === statusId, cause, { endedOn }) };
    }
    case 'HouseholdWithdrawn':
      return { ...state, dissolvedOn: fact.data.occurredOn, members: new Set(), statuses: [], withdrawn: true };
  }
}

/** The state that a household's stream adds up to; null when there is none. */
export function householdOf(events: readonly DomainEvent[] = []): HouseholdState | null {
  return events.reduce(evolveHousehold, null);
}

export function householdStream(id: string): string {
  return `household-${id}`;
}
