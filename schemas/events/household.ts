import * as v from 'valibot';
import { day, line, uuid } from './common.ts';
import { defineEvent, personal, type EventOf } from './define.ts';

const details = { number: v.nullable(line(60)), phone: v.nullable(line(30)), note: v.nullable(line(2000)) };

/** Stream `household-<uuid>`. `details.number` is the household's number in the ward's own book. */
export const householdFormed = defineEvent('HouseholdFormed', 1, {
  householdId: uuid,
  dwellingId: uuid,
  occurredOn: day,
  details: personal('household:householdId', v.partial(v.object(details))),
});
export const householdDetailsChanged = defineEvent('HouseholdDetailsChanged', 1, {
  householdId: uuid,
  changes: personal('household:householdId', v.partial(v.object(details))),
  occurredOn: day,
});
/** Bare ids only: what a member is to the head stands in the citizen's own stream. */
export const householdMemberJoined = defineEvent('HouseholdMemberJoined', 1, {
  householdId: uuid,
  citizenId: uuid,
  occurredOn: day,
});
export const householdMemberLeft = defineEvent('HouseholdMemberLeft', 1, {
  householdId: uuid,
  citizenId: uuid,
  occurredOn: day,
});
/** `citizenId` null: the household has no head for now (a warning, as in life). */
export const householdHeadChanged = defineEvent('HouseholdHeadChanged', 1, {
  householdId: uuid,
  citizenId: v.nullable(uuid),
  occurredOn: day,
});
export const householdMoved = defineEvent('HouseholdMoved', 1, {
  householdId: uuid,
  dwellingId: uuid,
  occurredOn: day,
});
export const householdDissolved = defineEvent('HouseholdDissolved', 1, { householdId: uuid, occurredOn: day });

export type HouseholdEvent =
  | EventOf<typeof householdFormed>
  | EventOf<typeof householdDetailsChanged>
  | EventOf<typeof householdMemberJoined>
  | EventOf<typeof householdMemberLeft>
  | EventOf<typeof householdHeadChanged>
  | EventOf<typeof householdMoved>
  | EventOf<typeof householdDissolved>;
