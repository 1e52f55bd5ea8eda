import * as v from 'valibot';
import { day, line, partialDay, uuid } from './common.ts';
import { defineEvent, personal, type EventOf } from './define.ts';

export const sex = v.picklist(['male', 'female', 'unknown']);
export type Sex = v.InferOutput<typeof sex>;

/** 12 digits; the century, sex and year inside are compared and warned of, never enforced (Luật Căn cước 2023, Điều 12). */
export const nationalId = v.pipe(v.string(), v.regex(/^\d{12}$/));

/** Relation to the head of household (TT 55/2021/TT-BCA Điều 6); labels in schemas/code-lists. `head` is derived from the household. */
export const relation = v.picklist([
  'head',
  'wife',
  'husband',
  'father',
  'mother',
  'father_in_law',
  'mother_in_law',
  'adoptive_parent',
  'step_parent',
  'child',
  'adopted_child',
  'step_child',
  'son_in_law',
  'daughter_in_law',
  'grandparent',
  'great_grandparent',
  'grandchild',
  'great_grandchild',
  'sibling',
  'sibling_in_law',
  'nephew_niece',
  'uncle_aunt',
  'guardian',
  'ward',
  'lodger',
  'other',
  'unknown',
]);
export type Relation = v.InferOutput<typeof relation>;

/** What is known of a person; absent = never said, null = known to be none or taken back. */
export const citizenDetails = v.object({
  fullName: line(200),
  otherName: v.optional(v.nullable(line(200))),
  sex,
  birth: v.nullable(partialDay),
  nationalId: v.optional(v.nullable(nationalId)),
  earlierId: v.optional(v.nullable(line(30))),
  birthPlace: v.optional(v.nullable(line(300))),
  homeTown: v.optional(v.nullable(line(300))),
  ethnicity: v.optional(v.nullable(line(10))),
  religion: v.optional(v.nullable(line(40))),
  nationality: v.optional(v.nullable(line(3))),
  phone: v.optional(v.nullable(line(30))),
  email: v.optional(v.nullable(line(200))),
  education: v.optional(v.nullable(line(40))),
  occupation: v.optional(v.nullable(line(200))),
  workplace: v.optional(v.nullable(line(300))),
  maritalStatus: v.optional(v.nullable(line(40))),
  disability: v.optional(v.nullable(line(40))),
  /** Number of the health insurance card. */
  healthInsurance: v.optional(v.nullable(line(20))),
  /** Level of the electronic identity (NĐ 69/2024/NĐ-CP), and since when. */
  eidLevel: v.optional(v.nullable(v.picklist(['1', '2']))),
  eidSince: v.optional(v.nullable(day)),
  note: v.optional(v.nullable(line(2000))),
});
export type CitizenDetails = v.InferOutput<typeof citizenDetails>;
export const citizenDetailChanges = v.partial(citizenDetails);
export type CitizenDetailChanges = v.InferOutput<typeof citizenDetailChanges>;

/** Stream `citizen-<uuid>`. `sourceKey`: the id this person had in the register it came from; `unmapped`: its columns that nobody mapped. */
export const citizenRegistered = defineEvent('CitizenRegistered', 1, {
  citizenId: uuid,
  occurredOn: day,
  details: personal('citizen:citizenId', citizenDetails),
  sourceKey: personal('citizen:citizenId', v.nullable(line(200))),
  unmapped: personal('citizen:citizenId', v.nullable(v.record(v.string(), v.string()))),
});

/** `correction`: the old value was wrong; `change`: it was right until `occurredOn`. */
export const citizenDetailsChanged = defineEvent('CitizenDetailsChanged', 1, {
  citizenId: uuid,
  nature: v.picklist(['correction', 'change']),
  changes: personal('citizen:citizenId', citizenDetailChanges),
  reason: personal('citizen:citizenId', v.nullable(line(500))),
  occurredOn: day,
});

export const residenceKind = v.picklist(['permanent', 'temporary']);
export type ResidenceKind = v.InferOutput<typeof residenceKind>;
export const residenceSource = v.picklist(['police', 'self_declared', 'board', 'import', 'dossier', 'other']);
export const residenceStartCause = v.picklist(['first_entry', 'birth', 'arrival', 'move']);
export const residenceEndCause = v.picklist(['departure', 'move', 'expired', 'recorded_in_error']);

/**
 * The citizen lives in this household from `occurredOn` on (inclusive). `until` is the last day of a temporary residence.
 * `estimated`: the true start is unknown and the day of first entry stands for it.
 */
export const residenceStarted = defineEvent('ResidenceStarted', 1, {
  citizenId: uuid,
  residenceId: uuid,
  kind: residenceKind,
  householdId: uuid,
  relation,
  cause: residenceStartCause,
  estimated: v.boolean(),
  until: v.nullable(day),
  source: residenceSource,
  cameFrom: personal('citizen:citizenId', v.nullable(line(300))),
  occurredOn: day,
});
/** From `occurredOn` on the citizen no longer lives there (exclusive end). `recorded_in_error`: it never was so. */
export const residenceEnded = defineEvent('ResidenceEnded', 1, {
  citizenId: uuid,
  residenceId: uuid,
  cause: residenceEndCause,
  wentTo: personal('citizen:citizenId', v.nullable(line(300))),
  occurredOn: day,
});
/** The dates or source of a residence were recorded wrongly; `since`, `until` replace what stood there. */
export const residenceCorrected = defineEvent('ResidenceCorrected', 1, {
  citizenId: uuid,
  residenceId: uuid,
  since: day,
  until: v.nullable(day),
  source: residenceSource,
  occurredOn: day,
});
export const residenceRelationChanged = defineEvent('ResidenceRelationChanged', 1, {
  citizenId: uuid,
  residenceId: uuid,
  relation,
  occurredOn: day,
});
/** Ends every residence from `occurredOn` on; later-dated residence facts no longer count. */
export const citizenDied = defineEvent('CitizenDied', 1, { citizenId: uuid, occurredOn: day });

export type CitizenEvent =
  | EventOf<typeof citizenRegistered>
  | EventOf<typeof citizenDetailsChanged>
  | EventOf<typeof residenceStarted>
  | EventOf<typeof residenceEnded>
  | EventOf<typeof residenceCorrected>
  | EventOf<typeof residenceRelationChanged>
  | EventOf<typeof citizenDied>;
