import { dayInVietnam } from '@nocgia/schemas/days.ts';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { DossierEvent } from '@nocgia/schemas/events/dossier.ts';
import type { BankAccount } from '@nocgia/schemas/events/one-stop.ts';
import type { ProcedureContent } from '@nocgia/schemas/events/procedure.ts';
import { rowAt } from '../../dossiers/dossier/row-at.ts';
import type { DossierRow, PrintRow } from '../../dossiers/dossier/rows.ts';
import { stepOf } from '../../dossiers/procedure/procedure.ts';
import type { RecordedEvent } from '../../event-store/log.ts';
import { codesOf, type DossierOnPaper, type PaperContext } from '../../papers/forms/context.ts';
import { controlSheet, type Transfer } from '../../papers/forms/control-sheet.ts';
import { feeNotice } from '../../papers/forms/fee-notice.ts';
import { feeReceipt } from '../../papers/forms/fee-receipt.ts';
import { receiptSlip } from '../../papers/forms/receipt.ts';
import { apology, refusal, stopNotice, supplementRequest, type Signatory } from '../../papers/forms/requests.ts';
import { handOverNote, resultReceipt } from '../../papers/forms/results.ts';
import type { Paper } from '../../papers/pdf/paper.ts';

/** A dossier as it stood when a paper was printed, with what else the papers say. */
export interface Told {
  print: PrintRow;
  row: DossierRow;
  /** The row with its people as the reader may see them. */
  onPaper: DossierOnPaper;
  /** Its facts up to then. */
  events: readonly RecordedEvent[];
  content: ProcedureContent;
  context: PaperContext;
  /** Where transfers went, then. */
  account: BankAccount | null;
  /** Where the dossier is rated; null of one without a code. */
  rate: string | null;
  /** Display name of an account. */
  nameOf(account: string): string | null;
}

/** Signed by hand for the People's Committee (Decree 30/2020/NĐ-CP, art. 13); whoever signs writes their name. */
const chairman: Signatory = { post: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: '' };

/** The paper of a print. PAPER_UNKNOWN where the dossier had not come to it, which no print says. */
export function paperFor(told: Told): Paper {
  const { print, row, onPaper, context } = told;
  switch (print.form) {
    case 'm01':
      return receiptSlip(context, onPaper);
    case 'm02':
      return supplementRequest(context, onPaper, found(row.requests.find((one) => one.requestId === print.requestId)));
    case 'm03':
      return refusal(context, onPaper, found(row.ending));
    case 'm04':
      return apologyOf(told);
    case 'm05':
      return stopNotice(context, onPaper, found(row.ending), chairman);
    case 'm06':
      return controlSheet(context, onPaper, transfersOf(told));
    case 'handover':
      return handOverOf(told);
    case 'receipt_note': {
      const { at, receivedBy, reference } = found(row.returned);
      const { resultName, resultNumber, issuedOn } = found(row.ending);
      return resultReceipt(context, onPaper, {
        ...{ at, receivedBy, reference, resultNumber, issuedOn, rate: told.rate },
        resultName: resultName ?? '',
      });
    }
    case 'fee_notice': {
      const { lines, total } = found(row.fees.find((one) => one.requestId === print.requestId));
      return feeNotice(context, onPaper, { lines, total, account: told.account });
    }
    case 'fee_receipt': {
      const { lines, total, receipt } = found(row.fees.find((one) => one.requestId === print.requestId));
      return feeReceipt(context, onPaper, { lines, total, receipt: found(receipt) });
    }
  }
}

function found<T>(one: T | null | undefined): T {
  if (one === null || one === undefined) throw new RejectionError({ code: 'PAPER_UNKNOWN' });
  return one;
}

/** Form 04: the latest apology, with the day that had been promised before it. */
function apologyOf({ events, content, context, onPaper }: Told): Paper {
  const extended = found(
    events.map((event) => ({ event, fact: factOf(event) })).findLast(({ fact }) => isApology(fact)),
  );
  const before = rowAt(events, content, extended.event.version - 1)?.due_at;
  if (extended.fact.type !== 'DossierExtended') throw new RejectionError({ code: 'PAPER_UNKNOWN' });
  const { occurredAt: at, dueAt, reason = null } = extended.fact.data;
  return apology(context, onPaper, { at, dueAt, reason, oldDueAt: before ?? dueAt }, chairman);
}

const factOf = (event: object): DossierEvent => event as DossierEvent;
const isApology = (fact: DossierEvent): boolean => fact.type === 'DossierExtended' && fact.data.cause === 'apology';

/** Form 06: through whose hands it went, each part against its own term. */
function transfersOf({ events, content, nameOf }: Told): Transfer[] {
  const nameOfStep = (key: string): string => stepOf(content, key)?.name ?? key;
  let stepDueAt: string | null = null;
  return events.flatMap((event, index): Transfer[] => {
    const fact = factOf(event);
    if (fact.type !== 'DossierHandedOn') return [];
    const { from, to, occurredAt: at, note = null } = fact.data;
    const outcome = stepDueAt === null ? null : outcomeOf(at, stepDueAt);
    stepDueAt = fact.data.stepDueAt;
    // Who it was given to by the same command, or before the step went on.
    const given = events.slice(index + 1).map(factOf);
    const ended = given.findIndex(({ type }) => type === 'DossierHandedOn');
    const taker = given
      .slice(0, ended === -1 ? undefined : ended)
      .findLast((one) => one.type === 'DossierAssigned' && one.data.accountId !== null);
    const takerId = taker?.type === 'DossierAssigned' ? taker.data.accountId : null;
    return [
      {
        at,
        from: { part: nameOfStep(from), person: nameOf(event.context.actor) },
        to: { part: nameOfStep(to), person: takerId && nameOf(takerId) },
        ...{ outcome, note },
      },
    ];
  });
}

/** Early: on a day before the one that was due. */
function outcomeOf(at: string, dueAt: string): NonNullable<Transfer['outcome']> {
  if (Date.parse(at) > Date.parse(dueAt)) return 'late';
  return dayInVietnam(new Date(at)) < dayInVietnam(new Date(dueAt)) ? 'early' : 'on-time';
}

/** The hand-over note: who settled it gives the result to the desk; who takes it signs. */
function handOverOf({ events, row, content, context, onPaper, print, nameOf }: Told): Paper {
  const settled = found(events.findLast(({ type }) => type === 'DossierSettled'));
  const { resultName, resultNumber, issuedOn } = found(row.ending);
  const part = row.step === null ? '' : (stepOf(content, row.step)?.name ?? row.step);
  const between = { giver: nameOf(settled.context.actor) ?? '', givingPart: part, receiver: '……………', at: print.at };
  const owner = onPaper.owner?.name ?? null;
  const result = { resultName: resultName ?? '', resultNumber, issuedOn, copies: 1 };
  return handOverNote(context, between, [{ code: codesOf(onPaper), owner, ...result }]);
}
