import {
  feesPaid,
  feesPaymentVoided,
  feesRequested,
  feesWithdrawn,
  papersRequested,
  papersSupplied,
} from '@nocgia/schemas/events/dossier.ts';
import { numberVoided, seriesPeriod } from '@nocgia/schemas/events/numbering.ts';
import * as v from 'valibot';
import { accept, after, parsed, refuse } from '../../event-store/deciding.ts';
import type { LoadStreams } from '../../event-store/dispatcher.ts';
import { loadCalendar } from '../calendar/calendar.ts';
import { deadlineOf } from '../clock/course.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { feesOf, type AskedFee } from '../fee/reckon.ts';
import { numberingStream, takeNumber } from '../numbering/numbering.ts';
import { courseOf, isAwaited, isOver, type DossierState } from './dossier-state.ts';
import { blocked, fact, loadDossier, notTheirs, single, type AsShown, type OnDossier } from './dossier.ts';

/** The deadline of a dossier once what it waits for has come now; null where it has no term. */
async function dueAfter(dossier: DossierState, env: CommandEnv, load: LoadStreams): Promise<string | null> {
  const course = courseOf(dossier);
  if (!course) return null;
  const { calendar } = await loadCalendar(load, dossier.ward, course.rule.calendarVersion);
  const pauses = course.pauses.map((one) => (one.to === null ? { ...one, to: env.now } : one));
  return deadlineOf({ ...course, pauses }, calendar)?.due.at ?? null;
}

export interface RequestPapers extends OnDossier {
  stage: 'intake' | 'appraisal';
  /** Each paper and what is wrong with it. */
  papers: readonly { name: string; wrong: string }[];
  legalBasis: string | null;
}

/**
 * Asks the owner in writing for papers (form 02, state 5); the clock stands. A second request is warned of, never blocked: the national
 * index counts it as overdue (`clockWarnings`). Answers `{ requestId }`.
 */
export function requestPapers(input: RequestPapers, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadDossier(input, env, load);
    if (!loaded.ok) return loaded;
    const { found } = loaded;
    const denied = notTheirs(found, env) ?? blocked(found.dossier, 'awaiting_papers');
    if (denied) return { ok: false, rejection: denied };
    const requestId = env.newId();
    const { stage, papers, legalBasis } = input;
    const asked = fact(papersRequested, found, env, { requestId, stage, papers, legalBasis });
    return asked.ok ? accept([after(found.stream, found.events, asked.event)], { requestId }) : asked;
  };
}

export interface SupplyPapers extends AsShown {
  channel: 'desk' | 'online' | 'post';
  note: string | null;
}

/** What was asked for has come: the clock runs again, by the mode that was kept on the dossier. */
export function supplyPapers(input: SupplyPapers, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadDossier(input, env, load);
    if (!loaded.ok) return loaded;
    const { dossier } = loaded.found;
    if (dossier.awaiting === null) return refuse('NOTHING_AWAITED');
    const { channel, note } = input;
    const dueAt = await dueAfter(dossier, env, load);
    const supplied = { requestId: dossier.awaiting, channel, note, dueAt };
    return single(papersSupplied, loaded.found, env, 'processing', supplied);
  };
}

export interface RequestFees extends OnDossier {
  fees: readonly AskedFee[];
  /** Whether the clock stands until they are paid (state 6); else they may be paid up to the return. */
  waits: boolean;
}

/** Says what is to be paid, by the fees of the procedure's version that hold today. Answers `{ requestId, total }`. */
export function requestFees(input: RequestFees, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadDossier(input, env, load);
    if (!loaded.ok) return loaded;
    const { found } = loaded;
    const { dossier, procedure } = found;
    if (isOver(dossier.status) && dossier.status !== 'settled')
      return refuse('DOSSIER_STATE', undefined, { status: dossier.status, to: 'awaiting_fees' });
    const wrong = input.waits ? blocked(dossier, 'awaiting_fees') : null;
    if (wrong) return { ok: false, rejection: wrong };
    const due = feesOf(procedure.content.fees, input.fees, { day: env.today, channel: dossier.channel });
    if (!due.ok) return due;
    if (due.total === 0) return refuse('NOTHING_TO_PAY');
    const requestId = env.newId();
    const { lines, total } = due;
    const asked = fact(feesRequested, found, env, { requestId, lines, total, waits: input.waits });
    return asked.ok ? accept([after(found.stream, found.events, asked.event)], { requestId, total }) : asked;
  };
}

export interface PayFees extends OnDossier {
  requestId: string;
  method: 'cash' | 'transfer';
  /** The receipt book that the number is taken from. */
  receiptBook: string;
  reference: string | null;
}

/** Paid: takes the next number of the receipt book in the same append. Answers `{ receiptNumber }`. */
export function payFees(input: PayFees, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadDossier(input, env, load);
    if (!loaded.ok) return loaded;
    const { found } = loaded;
    const { dossier } = found;
    const request = dossier.fees.find((one) => one.requestId === input.requestId);
    if (!request) return refuse('FEES_UNKNOWN', 'requestId');
    if (request.receipt !== null) return refuse('FEES_PAID');
    const book = parsed(v.object({ receiptBook: seriesPeriod }), { receiptBook: input.receiptBook });
    if (!book.ok) return book;
    const series = { ward: dossier.ward, kind: 'receipt', period: book.value.receiptBook } as const;
    const stream = numberingStream(series);
    const { number, write } = takeNumber(series, (await load([stream])).get(stream) ?? [], input.requestId, env.today);
    const { requestId, method, receiptBook, reference } = input;
    const paid = fact(feesPaid, found, env, {
      requestId,
      method,
      total: request.total,
      receiptBook,
      receiptNumber: number,
      reference,
      dueAt: isAwaited(dossier, requestId) ? await dueAfter(dossier, env, load) : dossier.dueAt,
    });
    return paid.ok ? accept([after(found.stream, found.events, paid.event), write], { receiptNumber: number }) : paid;
  };
}

/** A receipt that was written in error: its number is void and its fees are due again, in one append. */
export function voidPayment(input: OnDossier & { requestId: string; reason: string }, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadDossier(input, env, load);
    if (!loaded.ok) return loaded;
    const { found } = loaded;
    const { ward, fees } = found.dossier;
    const { requestId, reason } = input;
    const receipt = fees.find((one) => one.requestId === requestId)?.receipt;
    if (!receipt) return refuse('FEES_UNKNOWN', 'requestId');
    const series = { ward, kind: 'receipt', period: receipt.book } as const;
    const stream = numberingStream(series);
    const read = (await load([stream])).get(stream) ?? [];
    const spoiled = parsed(numberVoided.schema, { ...series, number: receipt.number, reason, occurredOn: env.today });
    if (!spoiled.ok) return spoiled;
    const made = fact(feesPaymentVoided, found, env, { requestId, reason });
    if (!made.ok) return made;
    return accept([
      after(found.stream, found.events, made.event),
      after(stream, read, { type: 'NumberVoided', data: spoiled.value }),
    ]);
  };
}

/** Fees that were asked for in error and not paid: they are due no more, and the clock runs again where it stood for them. */
export function withdrawFees(input: OnDossier & { requestId: string; reason: string }, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadDossier(input, env, load);
    if (!loaded.ok) return loaded;
    const { dossier } = loaded.found;
    const { requestId, reason } = input;
    const request = dossier.fees.find((one) => one.requestId === requestId);
    if (!request) return refuse('FEES_UNKNOWN', 'requestId');
    if (request.receipt !== null) return refuse('FEES_PAID');
    const dueAt = isAwaited(dossier, requestId) ? await dueAfter(dossier, env, load) : dossier.dueAt;
    return single(feesWithdrawn, loaded.found, env, null, { requestId, reason, dueAt });
  };
}
