import type { AccountEvent } from '@nocgia/schemas/events/account.ts';
import type { DomainEvent } from '../../event-store/log.ts';
import type { HeldPosition } from '../scope-of.ts';

/** An account as its stream tells it; null before it is opened. */
export interface AccountState {
  accountId: string;
  username: string;
  displayName: string;
  closed: boolean;
  positions: readonly HeldPosition[];
}

/** One fact onto the state of an account. */
export function evolveAccount(state: AccountState | null, event: DomainEvent): AccountState | null {
  const fact = event as AccountEvent;
  switch (fact.type) {
    case 'AccountOpened': {
      const { accountId, username, displayName } = fact.data;
      return { accountId, username, displayName, closed: false, positions: [] };
    }
    case 'AccountDetailsChanged':
      return state && { ...state, displayName: fact.data.displayName };
    case 'AccountClosed':
      return state && { ...state, closed: true };
    case 'PositionGranted': {
      const { positionId: id, role, unit, title, from, until } = fact.data;
      return (
        state && { ...state, positions: [...state.positions, { id, role, unit, title, from, until, endedOn: null }] }
      );
    }
    case 'PositionEnded': {
      const { positionId, occurredOn } = fact.data;
      const ended = (position: HeldPosition): HeldPosition =>
        position.id === positionId ? { ...position, endedOn: occurredOn } : position;
      return state && { ...state, positions: state.positions.map(ended) };
    }
  }
}

/** The state that an account's stream adds up to; null when there is none. */
export function accountOf(events: readonly DomainEvent[] = []): AccountState | null {
  return events.reduce(evolveAccount, null);
}

export const accountStream = (id: string): string => `account-${id}`;
