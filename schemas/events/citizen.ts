import * as v from 'valibot';
import { day, line, partialDay, uuid, wardCode } from './common.ts';
import { evidence } from './evidence.ts';
import { defineEvent, personal, type EventOf } from './define.ts';

/** Which identity a command addressed, when it was one that a merge had redirected: an undone merge gives the fact back by it. */
const addressed = { addressedAs: v.optional(uuid) };

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

/**
 * Stream `citizen-<uuid>`. `sourceKey`: the id this person had in the register it came from; `unmapped`: its columns that nobody mapped.
 * `motherId`, `fatherId`: whom a birth was registered of, where the register knows them.
 */
export const citizenRegistered = defineEvent('CitizenRegistered', 1, {
  citizenId: uuid,
  occurredOn: day,
  details: personal('citizen:citizenId', citizenDetails),
  sourceKey: personal('citizen:citizenId', v.nullable(line(200))),
  unmapped: personal('citizen:citizenId', v.nullable(v.record(v.string(), v.string()))),
  motherId: v.optional(v.nullable(uuid)),
  fatherId: v.optional(v.nullable(uuid)),
});

/** `correction`: the old value was wrong; `change`: it was right until `occurredOn`. */
export const citizenDetailsChanged = defineEvent('CitizenDetailsChanged', 1, {
  citizenId: uuid,
  nature: v.picklist(['correction', 'change']),
  changes: personal('citizen:citizenId', citizenDetailChanges),
  reason: personal('citizen:citizenId', v.nullable(line(500))),
  evidence: personal('citizen:citizenId', v.optional(v.nullable(evidence))),
  ...addressed,
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
  /** The ward they came from, where it is known by its code. */
  fromWard: v.optional(v.nullable(wardCode)),
  evidence: personal('citizen:citizenId', v.optional(v.nullable(evidence))),
  ...addressed,
  occurredOn: day,
});
/** From `occurredOn` on the citizen no longer lives there (exclusive end). `recorded_in_error`: it never was so. */
export const residenceEnded = defineEvent('ResidenceEnded', 1, {
  citizenId: uuid,
  residenceId: uuid,
  cause: residenceEndCause,
  wentTo: personal('citizen:citizenId', v.nullable(line(300))),
  /** The ward they went to, where it is known by its code. */
  toWard: v.optional(v.nullable(wardCode)),
  evidence: personal('citizen:citizenId', v.optional(v.nullable(evidence))),
  ...addressed,
  occurredOn: day,
});
/** A temporary residence goes on to a later last day (Luật Cư trú 2020 Điều 28). */
export const residenceRenewed = defineEvent('ResidenceRenewed', 1, {
  citizenId: uuid,
  residenceId: uuid,
  until: day,
  source: residenceSource,
  evidence: personal('citizen:citizenId', v.nullable(evidence)),
  ...addressed,
  occurredOn: day,
});
/** The dates or source of a residence were recorded wrongly; `since`, `until` replace what stood there. */
export const residenceCorrected = defineEvent('ResidenceCorrected', 1, {
  citizenId: uuid,
  residenceId: uuid,
  since: day,
  until: v.nullable(day),
  source: residenceSource,
  ...addressed,
  occurredOn: day,
});
export const residenceRelationChanged = defineEvent('ResidenceRelationChanged', 1, {
  citizenId: uuid,
  residenceId: uuid,
  relation,
  evidence: personal('citizen:citizenId', v.optional(v.nullable(evidence))),
  ...addressed,
  occurredOn: day,
});
/** Ends every residence from `occurredOn` on; later-dated residence facts no longer count. */
export const citizenDied = defineEvent('CitizenDied', 1, {
  citizenId: uuid,
  evidence: personal('citizen:citizenId', v.optional(v.nullable(evidence))),
  ...addressed,
  occurredOn: day,
});

/** The citizen is away from home from `occurredOn` on (tạm vắng, Luật Cư trú 2020 Điều 31); `until`: the last day, as declared. */
export const absenceStarted = defineEvent('AbsenceStarted', 1, {
  citizenId: uuid,
  absenceId: uuid,
  until: v.nullable(day),
  destination: personal('citizen:citizenId', v.nullable(line(300))),
  reason: personal('citizen:citizenId', v.nullable(line(500))),
  source: residenceSource,
  evidence: personal('citizen:citizenId', v.nullable(evidence)),
  ...addressed,
  occurredOn: day,
});
/** From `occurredOn` on the citizen is home again. */
export const absenceEnded = defineEvent('AbsenceEnded', 1, {
  citizenId: uuid,
  absenceId: uuid,
  cause: v.picklist(['returned', 'recorded_in_error']),
  evidence: personal('citizen:citizenId', v.optional(v.nullable(evidence))),
  ...addressed,
  occurredOn: day,
});

/** The citizen is married from `occurredOn` on; `spouseId` where the spouse is in the register, whose own stream says the same. */
export const marriageRecorded = defineEvent('MarriageRecorded', 1, {
  citizenId: uuid,
  marriageId: uuid,
  spouseId: v.nullable(uuid),
  spouseName: personal('citizen:citizenId', v.nullable(line(200))),
  evidence: personal('citizen:citizenId', v.nullable(evidence)),
  ...addressed,
  occurredOn: day,
});
export const marriageEnded = defineEvent('MarriageEnded', 1, {
  citizenId: uuid,
  marriageId: uuid,
  cause: v.picklist(['divorce', 'death', 'recorded_in_error']),
  evidence: personal('citizen:citizenId', v.nullable(evidence)),
  ...addressed,
  occurredOn: day,
});

/** A policy status (code list `policy-statuses`) holds from `occurredOn` to `until` (its last day; null = open). */
export const policyStatusGranted = defineEvent('PolicyStatusGranted', 1, {
  citizenId: uuid,
  statusId: uuid,
  status: personal('citizen:citizenId', line(40)),
  until: v.nullable(day),
  evidence: personal('citizen:citizenId', v.nullable(evidence)),
  ...addressed,
  occurredOn: day,
});
/** From `occurredOn` on it no longer holds. */
export const policyStatusEnded = defineEvent('PolicyStatusEnded', 1, {
  citizenId: uuid,
  statusId: uuid,
  cause: v.picklist(['ended', 'recorded_in_error']),
  evidence: personal('citizen:citizenId', v.nullable(evidence)),
  ...addressed,
  occurredOn: day,
});

/** What a citizen's stream adds up to, whole: what a merge or its undoing leaves. Days as in the events it stands for. */
export const citizenWhole = v.object({
  details: citizenDetails,
  died: v.nullable(day),
  residences: v.array(
    v.object({
      residenceId: uuid,
      kind: residenceKind,
      householdId: uuid,
      relation,
      since: day,
      estimated: v.boolean(),
      until: v.nullable(day),
      source: v.string(),
      endedOn: v.nullable(day),
    }),
  ),
  absences: v.array(
    v.object({
      absenceId: uuid,
      since: day,
      until: v.nullable(day),
      destination: v.nullable(v.string()),
      endedOn: v.nullable(day),
    }),
  ),
  policies: v.array(
    v.object({ statusId: uuid, status: v.string(), since: day, until: v.nullable(day), endedOn: v.nullable(day) }),
  ),
  marriages: v.array(
    v.object({
      marriageId: uuid,
      spouseId: v.nullable(uuid),
      spouseName: v.nullable(v.string()),
      since: day,
      endedOn: v.nullable(day),
      endCause: v.nullable(v.picklist(['divorce', 'death'])),
    }),
  ),
});
export type CitizenWhole = v.InferOutput<typeof citizenWhole>;

const merge = { citizenId: uuid, mergeId: uuid };
/** This person is `survivorId`: recorded twice. Commands to this one go to the survivor from now on. */
export const citizenMerged = defineEvent('CitizenMerged', 1, { ...merge, survivorId: uuid, occurredOn: day });
/** The survivor takes in what was recorded of `absorbedId`; `whole` is what both add up to. */
export const citizenAbsorbed = defineEvent('CitizenAbsorbed', 1, {
  ...merge,
  absorbedId: uuid,
  whole: personal('citizen:citizenId', citizenWhole),
  occurredOn: day,
});
/**
 * The merge was a mistake: this person stands alone again. `returned`: positions of the facts that were recorded with the survivor
 * and meant this one; `whole`: what the own stream and they add up to.
 */
export const citizenUnmerged = defineEvent('CitizenUnmerged', 1, {
  ...merge,
  survivorId: uuid,
  returned: v.array(v.string()),
  whole: personal('citizen:citizenId', citizenWhole),
  occurredOn: day,
});
export const citizenReleased = defineEvent('CitizenReleased', 1, {
  ...merge,
  absorbedId: uuid,
  returned: v.array(v.string()),
  whole: personal('citizen:citizenId', citizenWhole),
  occurredOn: day,
});

/** Recorded in error: there was nothing to record. Figures known from now on are as if it had never been; `importId` when an import is withdrawn. */
export const citizenWithdrawn = defineEvent('CitizenWithdrawn', 1, {
  citizenId: uuid,
  importId: v.nullable(uuid),
  occurredOn: day,
});

/**
 * Facts that an import brought, and nobody has built on, are taken back: `facts` are their positions in this stream, `whole` is what the
 * rest adds up to. Figures known from now on are as if they had never been.
 */
export const citizenFactsTakenBack = defineEvent('CitizenFactsTakenBack', 1, {
  citizenId: uuid,
  importId: uuid,
  facts: v.array(v.string()),
  whole: personal('citizen:citizenId', citizenWhole),
  occurredOn: day,
});

export type CitizenEvent =
  | EventOf<typeof citizenRegistered>
  | EventOf<typeof citizenDetailsChanged>
  | EventOf<typeof residenceStarted>
  | EventOf<typeof residenceEnded>
  | EventOf<typeof residenceCorrected>
  | EventOf<typeof residenceRelationChanged>
  | EventOf<typeof residenceRenewed>
  | EventOf<typeof citizenDied>
  | EventOf<typeof absenceStarted>
  | EventOf<typeof absenceEnded>
  | EventOf<typeof marriageRecorded>
  | EventOf<typeof marriageEnded>
  | EventOf<typeof policyStatusGranted>
  | EventOf<typeof policyStatusEnded>
  | EventOf<typeof citizenMerged>
  | EventOf<typeof citizenAbsorbed>
  | EventOf<typeof citizenUnmerged>
  | EventOf<typeof citizenReleased>
  | EventOf<typeof citizenWithdrawn>
  | EventOf<typeof citizenFactsTakenBack>;
