import { policyStatuses } from '@nocgia/schemas/code-lists/policy-statuses.ts';
import { absenceEnded, marriageEnded, policyStatusEnded, relation } from '@nocgia/schemas/events/citizen.ts';
import { residenceKind, residenceSource, sex } from '@nocgia/schemas/events/citizen.ts';
import { valibot } from 'sveltekit-superforms/adapters';
import * as v from 'valibot';
import { evidenceFields } from './evidence-fields.ts';
import { birth, commandId, day, dayOrNone, nationalId, needed, oneOf, text } from './fields.ts';

// Forms of what people live through, one schema each.

/** Codes of the warnings that have been shown. */
const noticed = v.optional(v.string(), '');
const source = oneOf(residenceSource.options);
const policyCodes = policyStatuses.map(({ code }) => code);

export const death = valibot(v.object({ commandId, noticed, occurredOn: day, ...evidenceFields }));
export const leave = valibot(
  v.object({
    commandId,
    noticed,
    residenceId: needed(36),
    cause: oneOf(['departure', 'expired', 'recorded_in_error']),
    occurredOn: day,
    find: text(200),
    toWard: text(5),
    wentTo: text(300),
    ...evidenceFields,
  }),
);
export const renewal = valibot(
  v.object({ commandId, noticed, residenceId: needed(36), until: day, occurredOn: day, source, ...evidenceFields }),
);
export const absence = valibot(
  v.object({
    commandId,
    noticed,
    occurredOn: day,
    until: dayOrNone,
    destination: text(300),
    reason: text(500),
    source,
    ...evidenceFields,
  }),
);
export const absenceEnd = valibot(
  v.object({
    commandId,
    absenceId: needed(36),
    cause: oneOf(absenceEnded.schema.entries.cause.options),
    occurredOn: day,
    ...evidenceFields,
  }),
);
export const marriage = valibot(
  v.object({
    commandId,
    noticed,
    find: text(200),
    spouseId: text(36),
    spouseName: text(200),
    occurredOn: day,
    ...evidenceFields,
  }),
);
export const marriageEnd = valibot(
  v.object({
    commandId,
    marriageId: needed(36),
    cause: oneOf(marriageEnded.schema.entries.cause.options),
    occurredOn: day,
    ...evidenceFields,
  }),
);
export const policy = valibot(
  v.object({ commandId, status: oneOf(policyCodes), occurredOn: day, until: dayOrNone, ...evidenceFields }),
);
export const policyEnd = valibot(
  v.object({
    commandId,
    statusId: needed(36),
    cause: oneOf(policyStatusEnded.schema.entries.cause.options),
    occurredOn: day,
    ...evidenceFields,
  }),
);
export const eid = valibot(
  v.object({
    commandId,
    level: oneOf(['1', '2']),
    occurredOn: day,
    nature: oneOf(['change', 'correction']),
    ...evidenceFields,
  }),
);
export const birthOf = valibot(
  v.object({
    commandId,
    noticed,
    compared: v.optional(v.boolean(), false),
    motherId: text(36),
    fatherId: text(36),
    fullName: needed(200),
    sex: oneOf(sex.options),
    birth: day,
    nationalId,
    birthPlace: text(300),
    homeTown: text(300),
    ethnicity: text(10),
    nationality: text(3),
    relation: oneOf(relation.options),
    ...evidenceFields,
  }),
);
export const arrival = valibot(
  v.object({
    commandId,
    nationalId: v.pipe(
      v.string(),
      v.transform((value) => value.replace(/\s/g, '')),
      v.nonEmpty('required'),
      v.check((value) => /^\d{12}$/.test(value), 'nationalId'),
    ),
    fullName: needed(200),
    birth: v.pipe(birth, v.nonEmpty('required')),
    relation: oneOf(relation.options),
    kind: oneOf(residenceKind.options),
    since: day,
    until: dayOrNone,
    source,
    ...evidenceFields,
  }),
);
