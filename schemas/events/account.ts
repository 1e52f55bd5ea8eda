import * as v from 'valibot';
import { day, line, unitCode, uuid } from './common.ts';
import { defineEvent, personal, type EventOf } from './define.ts';

export const role = v.picklist([
  'board',
  'desk',
  'civil_status',
  'social',
  'economy',
  'land',
  'police',
  'military',
  'leader',
  'department',
  'auditor',
  'administrator',
]);
export type Role = v.InferOutput<typeof role>;

/** Stream `account-<uuid>`: the person behind the screen. Password hashes, secrets and sessions are never events. */
export const accountOpened = defineEvent('AccountOpened', 1, {
  accountId: uuid,
  username: personal('account:accountId', line(60)),
  displayName: personal('account:accountId', line(200)),
  occurredOn: day,
});
export const accountDetailsChanged = defineEvent('AccountDetailsChanged', 1, {
  accountId: uuid,
  displayName: personal('account:accountId', line(200)),
  occurredOn: day,
});
/** `unit` is a neighbourhood's code for a board member, a ward's for its officers, a city's for departments. `until` is the last day. */
export const positionGranted = defineEvent('PositionGranted', 1, {
  accountId: uuid,
  positionId: uuid,
  role,
  unit: unitCode,
  title: v.nullable(line(200)),
  from: day,
  until: v.nullable(day),
  occurredOn: day,
});
/** From `occurredOn` on the position is no longer held. */
export const positionEnded = defineEvent('PositionEnded', 1, { accountId: uuid, positionId: uuid, occurredOn: day });
export const accountClosed = defineEvent('AccountClosed', 1, { accountId: uuid, occurredOn: day });

/** Stream `reveal-<uuid>`: somebody looked at a masked field, and said what for. */
export const fieldRevealed = defineEvent('FieldRevealed', 1, {
  accountId: uuid,
  citizenId: uuid,
  field: line(40),
  purpose: v.picklist(['dossier', 'identity_check', 'statistics', 'complaint', 'audit', 'other']),
  note: personal('citizen:citizenId', v.nullable(line(500))),
  occurredOn: day,
});

export type AccountEvent =
  | EventOf<typeof accountOpened>
  | EventOf<typeof accountDetailsChanged>
  | EventOf<typeof positionGranted>
  | EventOf<typeof positionEnded>
  | EventOf<typeof accountClosed>;
export type FieldRevealed = EventOf<typeof fieldRevealed>;
