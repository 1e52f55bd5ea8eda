import type { RequestEvent } from '@sveltejs/kit';
import { send } from '#lib/api/client.server.ts';
import {
  ApproveDossierDocument,
  AssignDossierDocument,
  DeclineDossierDocument,
  DeclineRegisterDocument,
  ExtendDossierDocument,
  HandOnDossierDocument,
  NoteNationalCodeDocument,
  PayFeesDocument,
  RefuseDossierDocument,
  ReopenDossierDocument,
  RequestFeesDocument,
  RequestPapersDocument,
  ReturnDossierDocument,
  SetDossierFileAsideDocument,
  SettleDossierDocument,
  StopDossierDocument,
  SupplyPapersDocument,
  VoidPaymentDocument,
  WithdrawFeesDocument,
  WithdrawDossierDocument,
  type OnDossierInput,
} from '#lib/api/generated.ts';
import { today } from '#lib/forms/today.server.ts';
import { actSchema, type ActData, type ActField } from './act-schema.ts';
import { signedCopy, stepsAround, type ActName, type ShownDossier } from './acts.ts';
import { askedFees } from './asked-fees.ts';
import { askedPapers } from './asked-papers.ts';

/** What every command is sent with: its id, the dossier at the version that the page showed, what was typed. */
interface Sending {
  meta: { commandId: string };
  on: OnDossierInput;
  data: ActData;
  /** The whole post, for rows that the schema does not name. */
  posted: FormData;
}

interface Act {
  schema: ReturnType<typeof actSchema>;
  /** What stands in the form when it opens. `event`: its address names the fees or the file that it is about. */
  known?(dossier: ShownDossier, event: RequestEvent): Partial<ActData>;
  /** A code or sentence that says what is missing and belongs to no single field. */
  wrong?(data: ActData, posted: FormData): 'needPaper' | 'needFee' | null;
  send(event: RequestEvent, sending: Sending): Promise<unknown>;
}

const act = (required: readonly ActField[], rest: Omit<Act, 'schema'>): Act => ({
  schema: actSchema(required),
  ...rest,
});
const about = (event: RequestEvent, name: string): string => event.url.searchParams.get(name) ?? '';

/** The fees that the address names, else the first of those that are paid, or are not. */
const requestOf = (dossier: ShownDossier, event: RequestEvent, paid: boolean): string =>
  about(event, 'request') || (dossier.fees.find(({ receipt }) => (receipt !== null) === paid)?.requestId ?? '');

/** Holds the name of the receipt book that this officer used last. */
const bookCookie = 'nocgia-receipt-book';

/** Every act but the taking of what was sent in and the signing of a result, which have forms of their own. */
export const acts: Readonly<Record<Exclude<ActName, 'take' | 'sign' | 'register'>, Act>> = {
  decline: act(['reason'], {
    send: (event, { data, ...at }) =>
      send(event, DeclineDossierDocument, { ...sent(at), reason: data.reason, legalBasis: data.legalBasis || null }),
  }),
  assign: act([], {
    known: (dossier) => ({ accountId: dossier.assignee?.accountId ?? '' }),
    send: (event, { data, ...at }) =>
      send(event, AssignDossierDocument, { ...sent(at), accountId: data.accountId || null }),
  }),
  'hand-on': act([], {
    send: (event, { data, ...at }) =>
      send(event, HandOnDossierDocument, {
        ...sent(at),
        ...{ to: null, note: data.note || null, accountId: data.accountId || null },
      }),
  }),
  'send-back': act(['to', 'note'], {
    known: (dossier) => ({ to: stepsAround(dossier).before.at(-1)?.key ?? '' }),
    send: (event, { data, ...at }) =>
      send(event, HandOnDossierDocument, { ...sent(at), to: data.to, note: data.note, accountId: null }),
  }),
  approve: act([], {
    send: (event, { data, ...at }) => send(event, ApproveDossierDocument, { ...sent(at), note: data.note || null }),
  }),
  'national-code': act([], {
    known: (dossier) => ({ nationalCode: dossier.nationalCode ?? '' }),
    send: (event, { data, ...at }) =>
      send(event, NoteNationalCodeDocument, { ...sent(at), nationalCode: data.nationalCode || null }),
  }),
  'request-papers': act([], {
    known: (dossier) => ({ stage: dossier.step?.kind === 'take' ? 'intake' : 'appraisal' }),
    wrong: (_, posted) => {
      const papers = askedPapers(posted);
      return papers.length === 0 || papers.some(({ name, wrong }) => name === '' || wrong === '') ? 'needPaper' : null;
    },
    send: (event, { data, posted, ...at }) =>
      send(event, RequestPapersDocument, {
        ...sent(at),
        ...{ stage: data.stage, papers: askedPapers(posted), legalBasis: data.legalBasis || null },
      }),
  }),
  'supply-papers': act([], {
    send: (event, { data, ...at }) =>
      send(event, SupplyPapersDocument, { ...sent(at), channel: data.channel, note: data.note || null }),
  }),
  'request-fees': act([], {
    wrong: ({ feeKeys }, posted) => (askedFees(feeKeys, posted) === null ? 'needFee' : null),
    send: (event, { data, posted, ...at }) =>
      send(event, RequestFeesDocument, {
        ...sent(at),
        ...{ fees: askedFees(data.feeKeys, posted) ?? [], waits: data.waits },
      }),
  }),
  pay: act(['requestId', 'receiptBook'], {
    known: (dossier, event) => ({
      requestId: requestOf(dossier, event, false),
      receiptBook: event.cookies.get(bookCookie) ?? '',
    }),
    send: async (event, { data, ...at }) => {
      const { requestId, method, receiptBook, reference } = data;
      const paid = { requestId, method, receiptBook, reference: reference || null };
      await send(event, PayFeesDocument, { ...sent(at), ...paid });
      const secure = event.url.protocol === 'https:';
      const kept = { path: '/dossiers', httpOnly: true, sameSite: 'lax' as const, secure, maxAge: 366 * 86_400 };
      event.cookies.set(bookCookie, receiptBook, kept);
    },
  }),
  void: act(['requestId', 'reason'], {
    known: (dossier, event) => ({
      requestId: requestOf(dossier, event, true),
    }),
    send: (event, { data, ...at }) =>
      send(event, VoidPaymentDocument, { ...sent(at), requestId: data.requestId, reason: data.reason }),
  }),
  'withdraw-fees': act(['requestId', 'reason'], {
    known: (dossier, event) => ({
      requestId: requestOf(dossier, event, false),
    }),
    send: (event, { data, ...at }) =>
      send(event, WithdrawFeesDocument, { ...sent(at), requestId: data.requestId, reason: data.reason }),
  }),
  extend: act(['dueOn', 'reason'], {
    send: (event, { data, ...at }) =>
      send(event, ExtendDossierDocument, { ...sent(at), dueOn: data.dueOn, cause: data.cause, reason: data.reason }),
  }),
  stop: act(['reason'], {
    send: (event, { data, ...at }) =>
      send(event, StopDossierDocument, { ...sent(at), reason: data.reason, legalBasis: data.legalBasis || null }),
  }),
  refuse: act(['reason'], {
    send: (event, { data, ...at }) =>
      send(event, RefuseDossierDocument, { ...sent(at), reason: data.reason, legalBasis: data.legalBasis || null }),
  }),
  withdraw: act([], {
    send: (event, { data, ...at }) =>
      send(event, WithdrawDossierDocument, { ...sent(at), reason: data.reason || null }),
  }),
  settle: act([], {
    known: (dossier) => ({ issuedOn: today(), fileId: signedCopy(dossier) ?? '' }),
    send: (event, { data, ...at }) =>
      send(event, SettleDossierDocument, {
        ...sent(at),
        ...{ resultNumber: data.resultNumber || null, issuedOn: data.issuedOn || null, fileId: data.fileId || null },
      }),
  }),
  return: act([], {
    known: ({ returnBy, owner, submitter }) => ({ by: returnBy, receivedBy: (submitter ?? owner)?.name ?? '' }),
    send: (event, { data, ...at }) =>
      send(event, ReturnDossierDocument, {
        ...sent(at),
        ...{ by: data.by, receivedBy: data.receivedBy || null, reference: data.reference || null },
      }),
  }),
  reopen: act(['reason'], {
    send: (event, { data, ...at }) => send(event, ReopenDossierDocument, { ...sent(at), reason: data.reason }),
  }),
  unregistered: act(['reason'], {
    send: (event, { data, ...at }) => send(event, DeclineRegisterDocument, { ...sent(at), reason: data.reason }),
  }),
  'set-aside': act(['fileId', 'reason'], {
    known: (_, event) => ({ fileId: about(event, 'file') }),
    send: (event, { data, ...at }) =>
      send(event, SetDossierFileAsideDocument, { ...sent(at), fileId: data.fileId, reason: data.reason }),
  }),
};

const sent = ({ meta, on }: Pick<Sending, 'meta' | 'on'>) => ({ meta, on });
