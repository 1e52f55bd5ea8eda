import { role } from '@nocgia/schemas/events/account.ts';
import { fieldGroup, fieldRight } from '@nocgia/schemas/events/field-right.ts';
import { valibot } from 'sveltekit-superforms/adapters';
import * as v from 'valibot';
import { commandId, newPassword, clean, text, needed, day, dayOrNone, oneOf } from './fields.ts';

// One schema a form of the administration, as superforms takes it.

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

export const narrowField = valibot(
  v.object({
    commandId,
    role: oneOf(role.options),
    group: oneOf(fieldGroup.options),
    right: oneOf(fieldRight.options),
    from: day,
    until: dayOrNone,
  }),
);
export const restoreField = valibot(
  v.object({ commandId, unit: needed(20), narrowingId: needed(36), occurredOn: day }),
);

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
