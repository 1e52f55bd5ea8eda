import { fieldRevealed } from '@nocgia/schemas/events/account.ts';
import { relation, residenceKind, residenceSource, sex } from '@nocgia/schemas/events/citizen.ts';
import { dwellingKind } from '@nocgia/schemas/events/dwelling.ts';
import { valibot } from 'sveltekit-superforms/adapters';
import * as v from 'valibot';
import { evidenceFields } from './evidence-fields.ts';
import {
  commandId,
  password,
  newPassword,
  text,
  needed,
  day,
  dayOrNone,
  phone,
  birth,
  nationalId,
  email,
  oneOf,
} from './fields.ts';

// One schema a form, as superforms takes it.

export const signIn = valibot(v.object({ username: needed(60), password }));
export const changePassword = valibot(
  v.pipe(
    v.object({ current: password, next: newPassword, again: v.string() }),
    v.forward(
      v.partialCheck([['next'], ['again']], ({ next, again }) => next === again, 'passwordsDiffer'),
      ['again'],
    ),
  ),
);

export const reveal = valibot(
  v.object({ commandId, purpose: oneOf(fieldRevealed.schema.entries.purpose.options), note: text(500) }),
);

const dwellingDetails = {
  houseNumber: text(60),
  oldNumber: text(60),
  street: text(200),
  kind: oneOf(dwellingKind.options),
  point: v.optional(
    v.pipe(
      v.string(),
      v.check((value) => value.trim() === '' || readPoint(value) !== null, 'point'),
    ),
    '',
  ),
};
export const dwelling = valibot(v.object({ commandId, ...dwellingDetails, neighbourhood: text(20), occurredOn: day }));
export const dwellingEdit = valibot(v.object({ commandId, ...dwellingDetails, version: v.number() }));

/** `10,7769; 106,7009` (latitude first, as maps show it) as a point; null when it is none. */
export function readPoint(value: string): { lat: number; lon: number } | null {
  const parts = value.includes(';')
    ? value.split(';').map((part) => part.trim().replace(',', '.'))
    : value.split(',').map((part) => part.trim());
  const [lat, lon] = parts.map(Number);
  if (parts.length !== 2 || lat === undefined || lon === undefined || parts.includes('')) return null;
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}

const householdDetails = { number: text(60), phone, note: text(2000) };
export const household = valibot(v.object({ commandId, ...householdDetails, occurredOn: day, ...evidenceFields }));
export const householdEdit = valibot(v.object({ commandId, ...householdDetails, version: v.number() }));
export const dissolve = valibot(v.object({ commandId, occurredOn: day, ...evidenceFields }));
export const householdMove = valibot(
  v.object({ commandId, find: text(200), dwellingId: needed(36), occurredOn: day, ...evidenceFields }),
);
export const head = valibot(v.object({ commandId, citizenId: needed(36), occurredOn: day, ...evidenceFields }));

export const details = {
  fullName: needed(200),
  otherName: text(200),
  sex: oneOf(sex.options),
  birth,
  nationalId,
  earlierId: text(30),
  birthPlace: text(300),
  homeTown: text(300),
  ethnicity: text(10),
  religion: text(40),
  nationality: text(3),
  phone,
  email,
  education: text(40),
  occupation: text(200),
  workplace: text(300),
  maritalStatus: text(40),
  disability: text(40),
  healthInsurance: text(20),
  eidLevel: text(1),
  eidSince: dayOrNone,
  note: text(2000),
};
const startCause = ['first_entry', 'birth', 'arrival', 'move'] as const;
const residence = {
  relation: oneOf(relation.options),
  kind: oneOf(residenceKind.options),
  cause: oneOf(startCause),
  since: day,
  until: dayOrNone,
  source: oneOf(residenceSource.options),
  cameFrom: text(300),
  fromWard: v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.check((value) => value === '' || /^\d{5}$/.test(value), 'wardCode'),
    ),
    '',
  ),
  ...evidenceFields,
};
export const citizen = valibot(
  v.object({
    commandId,
    ...details,
    ...residence,
    sinceEstimated: v.optional(v.boolean(), false),
    compared: v.optional(v.boolean(), false),
  }),
);
export const citizenEdit = valibot(
  v.object({
    commandId,
    ...v.partial(v.object(details)).entries,
    nature: oneOf(['correction', 'change']),
    occurredOn: day,
    reason: text(500),
    ...evidenceFields,
  }),
);
export const join = valibot(v.object({ commandId, find: text(200), householdId: needed(36), ...residence }));
export const joinMember = valibot(v.object({ commandId, find: text(200), citizenId: needed(36), ...residence }));
export const residenceEdit = valibot(
  v.object({
    commandId,
    residenceId: needed(36),
    since: day,
    until: dayOrNone,
    source: oneOf(residenceSource.options),
  }),
);

export const place = valibot(
  v.object({
    commandId,
    dwellings: v.pipe(v.array(v.string()), v.minLength(1, 'choose')),
    neighbourhood: needed(20),
    occurredOn: day,
  }),
);

export const merge = valibot(v.object({ commandId, survivor: needed(36), first: needed(36), second: needed(36) }));
export const unmerge = valibot(v.object({ commandId, mergeId: needed(36) }));
