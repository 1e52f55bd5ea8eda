import { codeOfUnit } from '@nocgia/schemas/events/common.ts';
import type { DossierEvent } from '@nocgia/schemas/events/dossier.ts';
import type { DossierUpload, FollowedDossier } from '@nocgia/schemas/generated/resolvers.ts';
import type { OneStopSettings } from '@nocgia/schemas/events/one-stop.ts';
import { dueAt } from '../clock/due.ts';
import { isOver, transitions } from '../dossier/dossier-state.ts';
import type { DossierRow } from '../dossier/rows.ts';
import { statusOf } from '../dossier/type.ts';
import { stepOf } from '../procedure/procedure.ts';
import { resultOf, type Followed } from './followed.ts';

/** What a citizen is told of a course: what happened and when, by whom and with which notes is the office's. */
const told: ReadonlySet<string> = new Set([
  ...['DossierSubmitted', 'DossierTakenIn', 'DossierDeclined', 'DossierHandedOn', 'DossierApproved'],
  ...[
    'PapersRequested',
    'PapersSupplied',
    'FeesRequested',
    'FeesPaid',
    'FeesWithdrawn',
    'DossierExtended',
    'DossierStopped',
  ],
  ...['DossierRefused', 'DossierWithdrawn', 'DossierSettled', 'DossierReopened', 'DossierReturned'],
]);

/** A dossier on its way to its holder, with the row behind it. */
export type FollowedParent = Partial<FollowedDossier> & { row: DossierRow };

/** Papers that are the owner's to have; control sheet and hand-over note are the office's own. */
const ownPapers: ReadonlySet<string> = new Set([
  'm01',
  'm02',
  'm03',
  'm04',
  'm05',
  'receipt_note',
  'fee_notice',
  'fee_receipt',
]);

/** Whether a paper that was printed is one of the owner's. */
export function isOwnPaper({ form }: { form: string }): boolean {
  return ownPapers.has(form);
}

/** A dossier as its holder may know it. `names`: display names of officers; `desk`: settings of the ward's desk. */
export function followedType(
  { row, events, procedure }: Followed,
  on: { wardName: string; desk: OneStopSettings | null; nameOf(account: string): string | null },
): FollowedParent {
  const status = statusOf(row.status);
  const taken = events.find(({ type }) => type === 'DossierTakenIn')?.context.actor ?? null;
  const { ending, returned } = row;
  const over = isOver(status);
  const awaited = row.requests.find(({ suppliedAt }) => suppliedAt === null && status === 'awaiting_papers') ?? null;
  const asked = new Set(awaited?.papers.map(({ name }) => name));
  return {
    row,
    id: row.dossier_id,
    ward: codeOfUnit(row.ward),
    ...{ wardName: on.wardName, deskName: on.desk?.deskName ?? null, deskAddress: on.desk?.address ?? null },
    ...{ deskPhone: on.desk?.phone ?? null, code: row.code, nationalCode: row.national_code, lookup: row.lookup },
    ...{ procedureName: procedure.content.name, status, nationalStatus: row.status, channel: row.channel },
    ...{ returnBy: row.return_by, submittedAt: row.submitted_at, receivedAt: row.received_at },
    ...{ dueOn: row.due_at && dueAt(row.due_at).day, endedAt: row.ended_at, returnedAt: returned?.at ?? null },
    stepName: row.step === null || over ? null : (stepOf(procedure.content, row.step)?.name ?? null),
    receivedBy: taken && on.nameOf(taken),
    handledBy: row.assignee && on.nameOf(row.assignee),
    awaited,
    fileFor: awaited
      ? row.papers
          .filter(({ name, source }) => asked.has(name) || source === 'later')
          .map(({ key, name }) => ({ key, name }))
      : [],
    fees: row.fees.map((one) => ({ ...one, lines: [...one.lines] })),
    extensions: row.extensions.map(({ at, dueAt: due, cause, reason }) => ({
      at,
      dueOn: dueAt(due).day,
      cause,
      reason,
    })),
    ...{
      endingKind: ending?.kind ?? null,
      endingReason: ending?.reason ?? null,
      legalBasis: ending?.legalBasis ?? null,
    },
    resultName: ending?.resultName ?? null,
    hasResult: resultOf(row) !== null,
    prints: row.prints.filter(isOwnPaper),
    course: events
      .filter(({ type }) => told.has(type))
      .map((event) => ({ type: event.type, at: factOf(event).data.occurredAt })),
    mayWithdraw: transitions[status].includes('withdrawn'),
    mayRate: over,
  };
}

/** Files from home that the dossier has taken since papers were asked for: their sender sees that they have come. None once nothing is awaited. */
export function takenFiles({ requests, files }: DossierRow): DossierUpload[] {
  const asked = requests.findLast(({ suppliedAt }) => suppliedAt === null);
  if (!asked) return [];
  return files
    .filter(({ from, setAside, at }) => from === 'citizen' && !setAside && at >= asked.at)
    .map(({ fileId, paper, mediaType, bytes, at }) => ({
      ...{ fileId, paper, mediaType, bytes, at },
      ...{ state: 'passed' as const, reason: null },
    }));
}

const factOf = (event: object): DossierEvent => event as DossierEvent;
