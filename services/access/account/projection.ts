import type { AccountEvent } from '@nocgia/schemas/events/account.ts';
import type { FieldRightEvent } from '@nocgia/schemas/events/field-right.ts';
import { unitNumber } from '@nocgia/schemas/events/common.ts';
import type { DomainEvent, RecordedEvent } from '../../event-store/log.ts';
import type { Overlay, Projection, Row, Touch } from '../../projection/projection.ts';

/** One account. Names of officers stand beside what they recorded, for whoever may see that; so the table is open to the application. */
export interface AccountRow extends Row {
  id: string;
  username: string;
  display_name: string;
  opened_on: string;
  closed_on: string | null;
  /** Version of the account's stream. */
  version: number;
}

/** One position ever granted. `until_day` is its last day, `ended_on` the first on which it is no longer held. */
export interface PositionRow extends Row {
  id: string;
  account_id: string;
  role: string;
  unit: string;
  /** Numbers of the ward (or city) and the neighbourhood of the position. */
  ward: number;
  neighbourhood: number | null;
  title: string | null;
  from_day: string;
  until_day: string | null;
  ended_on: string | null;
}

/** What was taken away from a role's right at a unit; open like positions, since every session is made of it. */
export interface NarrowingRow extends Row {
  id: string;
  unit: string;
  role: string;
  field_group: string;
  field_right: string;
  from_day: string;
  until_day: string | null;
  ended_on: string | null;
}

const narrowing = new Set(['FieldRightNarrowed', 'FieldRightRestored']);

function foldNarrowing(fact: FieldRightEvent, rows: Overlay): void {
  if (fact.type === 'FieldRightNarrowed') {
    const { narrowingId: id, unit, role, group, right, from, until } = fact.data;
    const row: NarrowingRow = {
      id,
      unit,
      role,
      field_group: group,
      field_right: right,
      from_day: from,
      until_day: until,
      ended_on: null,
    };
    rows.put('field_narrowing', row);
    return;
  }
  const known = rows.get<NarrowingRow>('field_narrowing', fact.data.narrowingId);
  if (known) rows.put('field_narrowing', { ...known, ended_on: fact.data.occurredOn });
}

function touchesOf(event: RecordedEvent): Touch[] {
  if (narrowing.has(event.type))
    return [{ table: 'field_narrowing', key: [(event as DomainEvent as FieldRightEvent).data.narrowingId] }];
  const fact = event as DomainEvent as AccountEvent;
  const account: Touch = { table: 'account', key: [fact.data.accountId] };
  if (fact.type !== 'PositionEnded') return [account];
  return [account, { table: 'account_position', key: [fact.data.positionId] }];
}

function foldAccount(event: RecordedEvent, rows: Overlay): void {
  if (narrowing.has(event.type)) return foldNarrowing(event as DomainEvent as FieldRightEvent, rows);
  const fact = event as DomainEvent as AccountEvent;
  const { accountId } = fact.data;
  if (fact.type === 'AccountOpened') {
    const { username, displayName, occurredOn } = fact.data;
    const row: AccountRow = {
      id: accountId,
      username: username ?? '',
      display_name: displayName ?? '',
      opened_on: occurredOn,
      closed_on: null,
      version: event.version,
    };
    rows.put('account', row);
    return;
  }
  const account = rows.get<AccountRow>('account', accountId);
  if (!account) throw new Error(`${fact.type} of an account that was never opened`);
  const put = (changes: Partial<AccountRow>): void =>
    rows.put('account', { ...account, ...changes, version: event.version });
  switch (fact.type) {
    case 'AccountDetailsChanged':
      put({ display_name: fact.data.displayName ?? '' });
      return;
    case 'AccountClosed':
      put({ closed_on: fact.data.occurredOn });
      return;
    case 'PositionGranted': {
      const { positionId, role, unit, title, from, until } = fact.data;
      const row: PositionRow = {
        id: positionId,
        account_id: accountId,
        role,
        unit,
        ward: unitNumber(unit.slice(0, 5)),
        neighbourhood: unit.includes('-') ? unitNumber(unit) : null,
        title,
        from_day: from,
        until_day: until,
        ended_on: null,
      };
      rows.put('account_position', row);
      put({});
      return;
    }
    case 'PositionEnded': {
      const position = rows.get<PositionRow>('account_position', fact.data.positionId);
      if (position) rows.put('account_position', { ...position, ended_on: fact.data.occurredOn });
      put({});
    }
  }
}

/** view.account, view.account_position and view.field_narrowing: who there is, what they are, and what was taken away from whom. */
export const accountProjection: Projection = {
  name: 'account',
  version: 2,
  tables: [
    {
      name: 'account',
      columns: {
        id: { type: 'uuid' },
        username: { type: 'text' },
        display_name: { type: 'text' },
        opened_on: { type: 'date' },
        closed_on: { type: 'date', nullable: true },
        version: { type: 'int' },
      },
      key: ['id'],
      lookups: [],
      indexes: ['(username)'],
      policy: { by: 'open' },
    },
    {
      name: 'account_position',
      columns: {
        id: { type: 'uuid' },
        account_id: { type: 'uuid' },
        role: { type: 'text' },
        unit: { type: 'text_c' },
        ward: { type: 'int' },
        neighbourhood: { type: 'int', nullable: true },
        title: { type: 'text', nullable: true },
        from_day: { type: 'date' },
        until_day: { type: 'date', nullable: true },
        ended_on: { type: 'date', nullable: true },
      },
      key: ['id'],
      lookups: ['account_id'],
      indexes: ['(ward, neighbourhood)'],
      policy: { by: 'open' },
    },
    {
      name: 'field_narrowing',
      columns: {
        id: { type: 'uuid' },
        unit: { type: 'text_c' },
        role: { type: 'text' },
        field_group: { type: 'text' },
        field_right: { type: 'text' },
        from_day: { type: 'date' },
        until_day: { type: 'date', nullable: true },
        ended_on: { type: 'date', nullable: true },
      },
      key: ['id'],
      lookups: [],
      indexes: [],
      policy: { by: 'open' },
    },
  ],
  handles: [
    'AccountOpened',
    'AccountDetailsChanged',
    'PositionGranted',
    'PositionEnded',
    'AccountClosed',
    'FieldRightNarrowed',
    'FieldRightRestored',
  ],
  touches: touchesOf,
  fold: foldAccount,
};
