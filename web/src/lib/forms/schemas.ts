import { line as schemaLine } from '@nocgia/schemas/events/common.ts';
import { residenceKind, residenceSource, relation, sex } from '@nocgia/schemas/events/citizen.ts';
import { dwellingKind } from '@nocgia/schemas/events/dwelling.ts';
import { fieldRevealed, role } from '@nocgia/schemas/events/account.ts';
import { valibot } from 'sveltekit-superforms/adapters';
import * as v from 'valibot';
import { readDay } from '../read-day.ts';
import { readBirth } from './read-birth.ts';

// One schema a form, as superforms takes it. Every message is a code of `common.errors`; the dictionary has the sentence. An empty field
// arrives as ''.

const commandId = v.pipe(v.string(), v.uuid());
const password = v.pipe(v.string(), v.nonEmpty('required'), v.maxLength(200, 'tooLong'));
const newPassword = v.pipe(v.string(), v.minLength(12, 'passwordShort'), v.maxLength(200, 'tooLong'));
const clean = (max: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.normalize('NFC').trim()),
    v.maxLength(max, 'tooLong'),
  );
const usable = (text: string) => text === '' || v.is(schemaLine(10_000), text);
const text = (max: number) => v.optional(v.pipe(clean(max), v.check(usable, 'line')), '');
const needed = (max: number) => v.pipe(clean(max), v.nonEmpty('required'), v.check(usable, 'line'));
const day = v.pipe(
  v.string(),
  v.nonEmpty('required'),
  v.check((value) => readDay(value) !== undefined, 'day'),
  v.transform((value) => readDay(value) ?? value),
);
const dayOrNone = v.optional(
  v.pipe(
    v.string(),
    v.check((value) => value === '' || readDay(value) !== undefined, 'day'),
    v.transform((value) => readDay(value) ?? value),
  ),
  '',
);
const phone = v.optional(
  v.pipe(
    clean(30),
    v.check(
      (value) => value === '' || (/^\+?[\d .]+$/.test(value) && /^\d{8,15}$/.test(value.replace(/\D/g, ''))),
      'phone',
    ),
  ),
  '',
);
const birth = v.optional(
  v.pipe(
    v.string(),
    v.check((value) => readBirth(value) !== undefined, 'birth'),
    v.transform((value) => readBirth(value) ?? ''),
  ),
  '',
);
const nationalId = v.optional(
  v.pipe(
    v.string(),
    v.transform((value) => value.replace(/\s/g, '')),
    v.check((value) => value === '' || /^\d{12}$/.test(value), 'nationalId'),
  ),
  '',
);
const email = v.optional(
  v.pipe(
    clean(200),
    v.check((value) => value === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), 'email'),
  ),
  '',
);

/** One of a list, chosen by the person: a plain picklist would quietly take its first value for an empty field. */
function oneOf<const T extends readonly string[]>(values: T) {
  return v.pipe(
    v.string(),
    v.guard((value): value is T[number] => values.includes(value), 'choose'),
  );
}

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
export const household = valibot(v.object({ commandId, ...householdDetails, occurredOn: day }));
export const householdEdit = valibot(v.object({ commandId, ...householdDetails, version: v.number() }));
export const dissolve = valibot(v.object({ commandId, occurredOn: day }));
export const householdMove = valibot(v.object({ commandId, find: text(200), dwellingId: needed(36), occurredOn: day }));
export const head = valibot(v.object({ commandId, citizenId: needed(36), occurredOn: day }));

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
  }),
);
export const join = valibot(v.object({ commandId, find: text(200), householdId: needed(36), ...residence }));
export const joinMember = valibot(v.object({ commandId, find: text(200), citizenId: needed(36), ...residence }));
export const leave = valibot(
  v.object({
    commandId,
    residenceId: needed(36),
    cause: oneOf(['departure', 'expired', 'recorded_in_error']),
    occurredOn: day,
    wentTo: text(300),
  }),
);
export const residenceEdit = valibot(
  v.object({
    commandId,
    residenceId: needed(36),
    since: day,
    until: dayOrNone,
    source: oneOf(residenceSource.options),
  }),
);
export const death = valibot(v.object({ commandId, occurredOn: day }));

export const place = valibot(
  v.object({
    commandId,
    dwellings: v.pipe(v.array(v.string()), v.minLength(1, 'choose')),
    neighbourhood: needed(20),
    occurredOn: day,
  }),
);

const code = v.optional(
  v.pipe(
    v.string(),
    v.trim(),
    v.check((value) => value === '' || /^\d{5}-\d{3}$/.test(value), 'choose'),
  ),
  '',
);
const change = { commandId, effectiveOn: day, legalBasis: text(300) };
export const establish = valibot(v.object({ ...change, name: needed(200), code }));
export const rename = valibot(v.object({ ...change, unit: needed(20), name: needed(200) }));
export const merge = valibot(
  v.object({ ...change, from: v.pipe(v.array(v.string()), v.minLength(2, 'twoParts')), name: needed(200), code }),
);
export const split = valibot(
  v.object({
    ...change,
    unit: needed(20),
    name1: needed(200),
    streets1: text(5000),
    name2: needed(200),
    streets2: v.pipe(v.string(), v.nonEmpty('required')),
    name3: text(200),
    streets3: text(5000),
  }),
);
export const cancelChange = valibot(v.object({ commandId, changeId: needed(36), reason: needed(500) }));

const position = { role: oneOf(role.options), unit: needed(20), title: text(200), from: day, until: dayOrNone };
export const account = valibot(
  v.object({
    commandId,
    username: v.pipe(clean(60), v.nonEmpty('required'), v.regex(/^[a-z0-9][a-z0-9._-]{2,59}$/, 'username')),
    displayName: needed(200),
    ...position,
  }),
);
export const grant = valibot(v.object({ commandId, ...position }));
export const endPosition = valibot(v.object({ commandId, positionId: needed(36), occurredOn: day }));
export const renameAccount = valibot(v.object({ commandId, displayName: needed(200) }));

export const setup = valibot(
  v.pipe(
    v.object({
      wardCode: v.pipe(v.string(), v.trim(), v.regex(/^\d{5}$/, 'wardCode')),
      find: text(200),
      neighbourhoods: v.optional(v.string(), ''),
      displayName: needed(200),
      username: v.pipe(clean(60), v.nonEmpty('required'), v.regex(/^[a-z0-9][a-z0-9._-]{2,59}$/, 'username')),
      password: newPassword,
      again: v.string(),
      token: needed(200),
    }),
    v.forward(
      v.partialCheck([['password'], ['again']], ({ password, again }) => password === again, 'passwordsDiffer'),
      ['again'],
    ),
  ),
);
