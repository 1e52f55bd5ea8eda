import { relation } from '@nocgia/schemas/events/citizen.ts';
import { valibot } from 'sveltekit-superforms/adapters';
import * as v from 'valibot';
import { evidenceFields } from '#lib/forms/evidence-fields.ts';
import { commandId, dayOrNone, text } from '#lib/forms/fields.ts';

/** Whom a kind of settlement concerns: names of the fields that hold who was chosen. */
export const roleNames = ['mother', 'father', 'deceased', 'husband', 'wife', 'subject', 'head'] as const;
export type RoleName = (typeof roleNames)[number];

/** The form of every kind of settlement, one shape for all of them; what a kind needs is asked by `inputOf`. */
export const registerForm = valibot(
  v.object({
    commandId,
    version: v.optional(v.number(), 0),
    noticed: v.optional(v.string(), ''),
    compared: v.optional(v.boolean(), false),
    ...{ mother: text(36), father: text(36), deceased: text(36), husband: text(36) },
    ...{ wife: text(36), subject: text(36), head: text(36) },
    /** Of a child; '' = the parents'. */
    household: text(36),
    apart: v.optional(v.boolean(), false),
    fullName: text(200),
    sex: v.optional(v.picklist(['male', 'female', 'unknown']), 'unknown'),
    birth: dayOrNone,
    birthPlace: text(300),
    homeTown: text(300),
    ethnicity: text(10),
    nationality: text(3),
    /** Of a child, to the head of its household; '' = as follows from its parents'. */
    relation: v.optional(v.union([v.literal(''), relation]), ''),
    occurredOn: dayOrNone,
    until: dayOrNone,
    status: text(40),
    nature: v.optional(v.picklist(['change', 'correction']), 'correction'),
    field: text(40),
    to: text(300),
    ...evidenceFields,
  }),
);
export type RegisterData = (typeof registerForm)['defaults'];
