import * as v from 'valibot';
import { day, line, uuid, wardCode } from './common.ts';
import { defineEvent, personal, type EventOf } from './define.ts';
import { channel, instant, party } from './dossier.ts';
import { matter } from './procedure.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** When something was, as exactly as the old software says it: an instant in UTC, or only its day in Việt Nam. */
export const moment = v.union([instant, day]);

/** How a dossier of another software ended. */
export const pastOutcome = v.picklist(['returned', 'withdrawn', 'stopped', 'declined']);

/** A step as it was walked; what the file does not say is null. */
export const pastStep = v.object({
  name: v.nullable(line(300)),
  department: v.nullable(line(300)),
  startedAt: v.nullable(moment),
  dueAt: v.nullable(moment),
  endedAt: v.nullable(moment),
});
export type PastStep = v.InferOutput<typeof pastStep>;

/**
 * Stream `dossier-<uuid>`, whose id follows from ward and code, its only fact: a dossier that another software has led from beginning to end.
 * Nothing was decided here, so nothing can be: it is what was. `occurredAt` is its end.
 */
export const dossierHistoryRecorded = defineEvent('DossierHistoryRecorded', 1, {
  dossierId: uuid,
  occurredAt: instant,
  importId: uuid,
  ward: wardCode,
  matter,
  code: line(60),
  /** The ward's procedure that it was recognised as. */
  procedureId: v.nullable(uuid),
  /** As the file names it. */
  procedureCode: v.nullable(line(60)),
  procedureName: line(500),
  channel: v.nullable(channel),
  receivedAt: moment,
  dueAt: v.nullable(moment),
  endedAt: moment,
  outcome: pastOutcome,
  steps: v.pipe(v.array(pastStep), v.minLength(1), v.maxLength(200)),
  /** Who did each step, by name as the file has it: nobody's account here. */
  officers: personal('dossier:dossierId', v.array(v.nullable(line(200)))),
  owner: personal('dossier:dossierId', v.nullable(party)),
  /** What was found odd and taken as it stands: codes of `dossierImportIssues`. */
  flags: v.array(v.pipe(v.string(), v.regex(/^[a-z_]{3,40}$/))),
  /** Keyed hash of all that the file says of it: the same again is the same, anything else is another course. */
  fingerprint: hash,
});
/** Taken back with its import: as if it had never been taken in, and free to come again. */
export const dossierHistoryWithdrawn = defineEvent('DossierHistoryWithdrawn', 1, {
  dossierId: uuid,
  occurredAt: instant,
  importId: uuid,
});

/** Stream `dossier-import-<uuid>`: dossiers of another software are being taken in. `fileHash` is SHA-256 (hex) of the file's bytes. */
export const dossierImportStarted = defineEvent('DossierImportStarted', 1, {
  importId: uuid,
  ward: wardCode,
  fileHash: hash,
  rows: count,
  occurredOn: day,
});
export const dossierImportFinished = defineEvent('DossierImportFinished', 1, {
  importId: uuid,
  created: count,
  steps: count,
  unchanged: count,
  refused: count,
  open: count,
  flagged: count,
  occurredOn: day,
});
export const dossierImportWithdrawn = defineEvent('DossierImportWithdrawn', 1, {
  importId: uuid,
  dossiers: count,
  occurredOn: day,
});

export type DossierHistoryEvent = EventOf<typeof dossierHistoryRecorded> | EventOf<typeof dossierHistoryWithdrawn>;
export type PastDossier = EventOf<typeof dossierHistoryRecorded>['data'];
