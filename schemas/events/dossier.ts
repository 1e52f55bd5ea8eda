import * as v from 'valibot';
import { day, line, partialDay, uuid, wardCode } from './common.ts';
import { clockRule } from './clock.ts';
import { defineEvent, personal, type EventOf } from './define.ts';
import { matter, settlementKind } from './procedure.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const money = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000));
const key = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,39}$/));
/** An instant in UTC, `2026-11-22T03:04:05.678Z`. */
export const instant = v.pipe(v.string(), v.isoTimestamp(), v.endsWith('Z'));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** Own code of a dossier: agency, day, number of the day (`H29.146-261122-0007`; Circular 03/2025/TT-VPCP keeps the shape). */
export const ownCode = v.pipe(v.string(), v.regex(/^[A-Z0-9]+(\.[A-Z0-9]+)*-\d{6}-\d{4,8}$/));
/** A code of the national or a ministry's system, as practice writes it (domain §3.3). */
export const nationalDossierCode = v.pipe(v.string(), v.regex(/^[A-Z0-9]+(\.[A-Z0-9]+)*-(\d{6}|\d{8})-\d{4,8}$/));

/** Who a dossier is for, or who hands it in: everything that the papers print of them. */
export const party = v.object({
  kind: v.picklist(['citizen', 'business', 'household_business', 'agency', 'organisation']),
  name: line(200),
  nationalId: v.nullable(line(20)),
  birth: v.nullable(partialDay),
  phone: v.nullable(line(30)),
  email: v.nullable(line(120)),
  address: v.nullable(line(300)),
});
export type Party = v.InferOutput<typeof party>;

/** A paper as it was checked off. `register`: the ward holds it already; `later`: not brought, to be asked for. */
export const checkedPaper = v.object({
  key,
  name: line(500),
  form: v.picklist(['original', 'certified', 'copy', 'electronic']),
  copies: count,
  source: v.picklist(['brought', 'register', 'later']),
});
export type CheckedPaper = v.InferOutput<typeof checkedPaper>;

/** What the form of a procedure was filled in with, field by field. */
export const answers = v.record(key, line(1000));
export const channel = v.picklist(['desk', 'online', 'post']);
export type Channel = v.InferOutput<typeof channel>;
export const returnBy = v.picklist(['desk', 'post', 'online']);

const dossier = { dossierId: uuid, occurredAt: instant };
const begun = {
  ...dossier,
  ward: wardCode,
  procedureId: uuid,
  procedureVersion: v.pipe(count, v.minValue(1)),
  matter,
  channel,
  returnBy,
  owner: personal('dossier:dossierId', party),
  submitter: personal('dossier:dossierId', v.nullable(party)),
  answers: personal('dossier:dossierId', answers),
};
const reason = personal('dossier:dossierId', line(2000));

/** Stream `dossier-<uuid>`. Sent in by its owner, not yet taken (state 1). */
export const dossierSubmitted = defineEvent('DossierSubmitted', 1, begun);

/** Taken in (state 2): its code, what was brought, by which rule its clock runs. `dueAt` null where the procedure has no term. */
export const dossierTakenIn = defineEvent('DossierTakenIn', 1, {
  ...begun,
  /** The owner in the ward's register; null for an outsider. */
  ownerId: v.nullable(uuid),
  code: ownCode,
  number: v.pipe(count, v.minValue(1)),
  papers: v.array(checkedPaper),
  step: key,
  receivedAt: instant,
  rule: v.nullable(clockRule),
  dueAt: v.nullable(instant),
});
/** Not taken (state 3). */
export const dossierDeclined = defineEvent('DossierDeclined', 1, {
  ...dossier,
  reason,
  legalBasis: v.nullable(line(500)),
});
export const dossierNationalCodeNoted = defineEvent('DossierNationalCodeNoted', 1, {
  ...dossier,
  nationalCode: v.nullable(nationalDossierCode),
});

/** Whose work the step is. Null: whoever holds a role of the step may take it up. */
export const dossierAssigned = defineEvent('DossierAssigned', 1, {
  ...dossier,
  step: key,
  accountId: v.nullable(uuid),
  by: v.picklist(['rule', 'hand']),
});
/** Goes on to another step, or back to an earlier one. */
export const dossierHandedOn = defineEvent('DossierHandedOn', 1, {
  ...dossier,
  from: key,
  to: key,
  direction: v.picklist(['forward', 'back']),
  stepDueAt: v.nullable(instant),
  note: personal('dossier:dossierId', v.nullable(line(2000))),
});
export const dossierApproved = defineEvent('DossierApproved', 1, {
  ...dossier,
  step: key,
  note: personal('dossier:dossierId', v.nullable(line(2000))),
});

/** Papers are asked for in writing (state 5); the clock stands until they come. */
export const papersRequested = defineEvent('PapersRequested', 1, {
  ...dossier,
  requestId: uuid,
  stage: v.picklist(['intake', 'appraisal']),
  papers: personal(
    'dossier:dossierId',
    v.pipe(v.array(v.object({ name: line(500), wrong: line(1000) })), v.minLength(1)),
  ),
  legalBasis: v.nullable(line(500)),
});
/** The clock runs again (state 4); `dueAt` by the rule's mode. */
export const papersSupplied = defineEvent('PapersSupplied', 1, {
  ...dossier,
  requestId: uuid,
  channel,
  note: personal('dossier:dossierId', v.nullable(line(2000))),
  dueAt: v.nullable(instant),
});

/** One line of what is due. */
export const feeLine = v.object({
  feeKey: key,
  name: line(200),
  quantity: v.pipe(count, v.minValue(1)),
  amount: money,
  discountReason: v.nullable(line(300)),
});
/** What is to be paid. `waits`: the clock stands until it is (state 6). */
export const feesRequested = defineEvent('FeesRequested', 1, {
  ...dossier,
  requestId: uuid,
  lines: v.pipe(v.array(feeLine), v.minLength(1)),
  total: money,
  waits: v.boolean(),
});
/** Paid; the receipt is one of a series. */
export const feesPaid = defineEvent('FeesPaid', 1, {
  ...dossier,
  requestId: uuid,
  method: v.picklist(['cash', 'transfer']),
  total: money,
  receiptBook: line(30),
  receiptNumber: v.pipe(count, v.minValue(1)),
  reference: personal('dossier:dossierId', v.nullable(line(100))),
  dueAt: v.nullable(instant),
});
/** The receipt was written in error; what is due is due again. */
export const feesPaymentVoided = defineEvent('FeesPaymentVoided', 1, { ...dossier, requestId: uuid, reason });
/** What was asked for in error is not due; the clock runs again where it stood for it. */
export const feesWithdrawn = defineEvent('FeesWithdrawn', 1, {
  ...dossier,
  requestId: uuid,
  reason,
  dueAt: v.nullable(instant),
});

/** A new day for the result: with an apology (form 04), or for a verification that the law allows more days for. */
export const dossierExtended = defineEvent('DossierExtended', 1, {
  ...dossier,
  dueAt: instant,
  cause: v.picklist(['apology', 'verification']),
  reason,
});
/** State 8. */
export const dossierStopped = defineEvent('DossierStopped', 1, {
  ...dossier,
  reason,
  legalBasis: v.nullable(line(500)),
});
/** Refused after it was taken: ends as stopped does, with form 03 (state 8). */
export const dossierRefused = defineEvent('DossierRefused', 1, {
  ...dossier,
  reason,
  legalBasis: v.nullable(line(500)),
});
/** State 7: by its owner. */
export const dossierWithdrawn = defineEvent('DossierWithdrawn', 1, {
  ...dossier,
  reason: personal('dossier:dossierId', v.nullable(line(2000))),
});

/** State 9: the clock ends. */
export const dossierSettled = defineEvent('DossierSettled', 1, {
  ...dossier,
  resultName: line(500),
  resultNumber: personal('dossier:dossierId', v.nullable(line(60))),
  issuedOn: v.nullable(day),
  fileId: v.nullable(uuid),
});
/** An audited correction of state 9: it was not settled after all. */
export const dossierReopened = defineEvent('DossierReopened', 1, { ...dossier, step: key, reason });
/** State 10. */
export const dossierReturned = defineEvent('DossierReturned', 1, {
  ...dossier,
  by: returnBy,
  receivedBy: personal('dossier:dossierId', v.nullable(line(200))),
  reference: personal('dossier:dossierId', v.nullable(line(100))),
});

export const mediaType = v.picklist(['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/heic']);
export type MediaType = v.InferOutput<typeof mediaType>;
/** A scan, photo or result. Its bytes lie sealed in the file store under the dossier's own key. */
export const dossierFileAdded = defineEvent('DossierFileAdded', 1, {
  ...dossier,
  fileId: uuid,
  paper: v.nullable(key),
  name: personal('dossier:dossierId', line(200)),
  mediaType,
  bytes: v.pipe(count, v.minValue(1)),
  hash,
  from: v.picklist(['officer', 'citizen', 'system']),
});
/** No longer counts among its papers; nothing is deleted. */
export const dossierFileSetAside = defineEvent('DossierFileSetAside', 1, { ...dossier, fileId: uuid, reason });
/** The result bears a signature that was checked. */
export const dossierSigned = defineEvent('DossierSigned', 1, {
  ...dossier,
  fileId: uuid,
  signedFileId: uuid,
  certificate: hash,
});
/** The registry has recorded what the dossier settled, by its own command. */
export const registerWritten = defineEvent('RegisterWritten', 1, {
  ...dossier,
  kind: settlementKind,
  commandId: uuid,
  citizenId: v.nullable(uuid),
  householdId: v.nullable(uuid),
});

/** The officer found that nothing of the result is to be recorded in the register, and why. */
export const registerDeclined = defineEvent('RegisterDeclined', 1, { ...dossier, kind: settlementKind, reason });

export const paperForm = v.picklist([
  ...(['m01', 'm02', 'm03', 'm04', 'm05', 'm06'] as const),
  ...(['handover', 'receipt_note', 'fee_notice', 'fee_receipt'] as const),
]);
export type PaperForm = v.InferOutput<typeof paperForm>;
/** A paper was printed as the dossier stood at a version of its stream; that version again is a reprint, `printNumber` counts from 1. */
export const dossierPaperPrinted = defineEvent('DossierPaperPrinted', 1, {
  ...dossier,
  paperId: uuid,
  form: paperForm,
  /** The request for papers (m02) or fees (fee_notice, fee_receipt) that it is about. */
  requestId: v.nullable(uuid),
  printNumber: v.pipe(count, v.minValue(1)),
  ofVersion: v.pipe(count, v.minValue(1)),
});

export type DossierEvent =
  | EventOf<typeof dossierSubmitted>
  | EventOf<typeof dossierTakenIn>
  | EventOf<typeof dossierDeclined>
  | EventOf<typeof dossierNationalCodeNoted>
  | EventOf<typeof dossierAssigned>
  | EventOf<typeof dossierHandedOn>
  | EventOf<typeof dossierApproved>
  | EventOf<typeof papersRequested>
  | EventOf<typeof papersSupplied>
  | EventOf<typeof feesRequested>
  | EventOf<typeof feesPaid>
  | EventOf<typeof feesPaymentVoided>
  | EventOf<typeof feesWithdrawn>
  | EventOf<typeof dossierExtended>
  | EventOf<typeof dossierStopped>
  | EventOf<typeof dossierRefused>
  | EventOf<typeof dossierWithdrawn>
  | EventOf<typeof dossierSettled>
  | EventOf<typeof dossierReopened>
  | EventOf<typeof dossierReturned>
  | EventOf<typeof dossierFileAdded>
  | EventOf<typeof dossierFileSetAside>
  | EventOf<typeof dossierSigned>
  | EventOf<typeof registerWritten>
  | EventOf<typeof registerDeclined>
  | EventOf<typeof dossierPaperPrinted>;
