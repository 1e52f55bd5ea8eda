import * as v from 'valibot';
import { role } from './account.ts';
import { day, unitCode, uuid } from './common.ts';
import { defineEvent, type EventOf } from './define.ts';

/** Groups of a person's fields that are granted together. */
export const fieldGroup = v.picklist([
  'identity',
  'nationalId',
  'contact',
  'residence',
  'policyStatus',
  'educationWork',
  'health',
  'ethnicityReligion',
  'military',
  'notes',
  'accessLog',
]);
export type FieldGroup = v.InferOutput<typeof fieldGroup>;

/** What may be done with a group: nothing, see it masked (reveal with a purpose), read, propose a change, or write. */
export const fieldRight = v.picklist(['none', 'masked', 'read', 'propose', 'write']);
export type FieldRight = v.InferOutput<typeof fieldRight>;

/**
 * Stream `rights-<unit>`: from `from` on (to `until`, its last day) those of a role at the unit, or below it, have no more than `right`
 * to a group. What the roles' table grants can be narrowed by it, never widened.
 */
export const fieldRightNarrowed = defineEvent('FieldRightNarrowed', 1, {
  narrowingId: uuid,
  unit: unitCode,
  role,
  group: fieldGroup,
  right: fieldRight,
  from: day,
  until: v.nullable(day),
  occurredOn: day,
});
/** From `occurredOn` on the narrowing no longer holds. */
export const fieldRightRestored = defineEvent('FieldRightRestored', 1, {
  narrowingId: uuid,
  unit: unitCode,
  occurredOn: day,
});

export type FieldRightEvent = EventOf<typeof fieldRightNarrowed> | EventOf<typeof fieldRightRestored>;
