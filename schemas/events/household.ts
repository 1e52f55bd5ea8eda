import * as v from 'valibot';
import { day, line, uuid } from './common.ts';
import { evidence } from './evidence.ts';
import { defineEvent, personal, type EventOf } from './define.ts';

const details = { number: v.nullable(line(60)), phone: v.nullable(line(30)), note: v.nullable(line(2000)) };

/** The paper that an event of a household's life was recorded from; absent where there was none. */
const paper = { evidence: personal('household:householdId', v.optional(v.nullable(evidence))) };

/** Stream `household-<uuid>`. `details.number` is the household's number in the ward's own book. */
export const householdFormed = defineEvent('HouseholdFormed', 1, {
  householdId: uuid,
  dwellingId: uuid,
  occurredOn: day,
  details: personal('household:householdId', v.partial(v.object(details))),
  ...paper,
});
export const householdDetailsChanged = defineEvent('HouseholdDetailsChanged', 1, {
  householdId: uuid,
  changes: personal('household:householdId', v.partial(v.object(details))),
  occurredOn: day,
});
/** Of a withdrawn import, where it says that the one before never was: who joins had never left, who leaves had never come. */
const takenBack = { importId: v.optional(uuid) };

/** Bare ids only: what a member is to the head stands in the citizen's own stream. */
export const householdMemberJoined = defineEvent('HouseholdMemberJoined', 1, {
  householdId: uuid,
  citizenId: uuid,
  ...takenBack,
  occurredOn: day,
});
export const householdMemberLeft = defineEvent('HouseholdMemberLeft', 1, {
  householdId: uuid,
  citizenId: uuid,
  ...takenBack,
  occurredOn: day,
});
/** `citizenId` null: the household has no head for now (a warning, as in life). */
export const householdHeadChanged = defineEvent('HouseholdHeadChanged', 1, {
  householdId: uuid,
  citizenId: v.nullable(uuid),
  ...paper,
  occurredOn: day,
});
export const householdMoved = defineEvent('HouseholdMoved', 1, {
  householdId: uuid,
  dwellingId: uuid,
  ...paper,
  occurredOn: day,
});
export const householdDissolved = defineEvent('HouseholdDissolved', 1, {
  householdId: uuid,
  ...paper,
  occurredOn: day,
});

/** Some of its members live from now on as a household of their own (tách hộ). */
export const householdSplit = defineEvent('HouseholdSplit', 1, {
  householdId: uuid,
  newHouseholdId: uuid,
  ...paper,
  occurredOn: day,
});
/** All of its members live from now on in another household (nhập hộ); its dissolution follows. */
export const householdJoined = defineEvent('HouseholdJoined', 1, {
  householdId: uuid,
  intoHouseholdId: uuid,
  ...paper,
  occurredOn: day,
});
/** A status of the whole household (code list `household-statuses`) holds from `occurredOn` to `until` (its last day; null = open). */
export const householdStatusGranted = defineEvent('HouseholdStatusGranted', 1, {
  householdId: uuid,
  statusId: uuid,
  status: personal('household:householdId', line(40)),
  until: v.nullable(day),
  evidence: personal('household:householdId', v.nullable(evidence)),
  occurredOn: day,
});
/** From `occurredOn` on it no longer holds. */
export const householdStatusEnded = defineEvent('HouseholdStatusEnded', 1, {
  householdId: uuid,
  statusId: uuid,
  cause: v.picklist(['ended', 'recorded_in_error']),
  evidence: personal('household:householdId', v.nullable(evidence)),
  occurredOn: day,
});
/** Recorded in error; see `CitizenWithdrawn`. */
export const householdWithdrawn = defineEvent('HouseholdWithdrawn', 1, {
  householdId: uuid,
  importId: v.nullable(uuid),
  occurredOn: day,
});

/**
 * A move that an import brought, and nobody has built on, is taken back: `facts` are the positions of what it says in this stream. The
 * household lives in `dwellingId`, since `since`, as if it had never moved; `formerDwellings`: where it had lived before that.
 */
export const householdMoveTakenBack = defineEvent('HouseholdMoveTakenBack', 1, {
  householdId: uuid,
  importId: uuid,
  facts: v.array(v.string()),
  dwellingId: uuid,
  since: day,
  formerDwellings: v.array(uuid),
  occurredOn: day,
});

export type HouseholdEvent =
  | EventOf<typeof householdFormed>
  | EventOf<typeof householdDetailsChanged>
  | EventOf<typeof householdMemberJoined>
  | EventOf<typeof householdMemberLeft>
  | EventOf<typeof householdHeadChanged>
  | EventOf<typeof householdMoved>
  | EventOf<typeof householdDissolved>
  | EventOf<typeof householdSplit>
  | EventOf<typeof householdJoined>
  | EventOf<typeof householdStatusGranted>
  | EventOf<typeof householdStatusEnded>
  | EventOf<typeof householdWithdrawn>
  | EventOf<typeof householdMoveTakenBack>;
