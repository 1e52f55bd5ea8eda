import type { Matter } from '@nocgia/schemas/code-lists/matters.ts';
import type { ClockRule } from '@nocgia/schemas/events/clock.ts';
import type { Channel, CheckedPaper, DossierEvent, MediaType, Party } from '@nocgia/schemas/events/dossier.ts';
import type { NoticeEvent } from '@nocgia/schemas/events/notices.ts';
import type { DomainEvent } from '../../event-store/log.ts';
import type { ClockCourse, Extension, Pause } from '../clock/course.ts';

/** States of a dossier and their national codes (domain §3.4). */
export const nationalCodes = {
  submitted: 1,
  accepted: 2,
  declined: 3,
  processing: 4,
  awaiting_papers: 5,
  awaiting_fees: 6,
  withdrawn: 7,
  stopped: 8,
  settled: 9,
  returned: 10,
} as const;
export type DossierStatus = keyof typeof nationalCodes;

/** Which state may follow which; 9 → 4 only as an audited correction. */
export const transitions: Readonly<Record<DossierStatus, readonly DossierStatus[]>> = {
  submitted: ['accepted', 'declined', 'withdrawn'],
  accepted: ['processing', 'awaiting_papers', 'withdrawn', 'stopped'],
  declined: [],
  processing: ['awaiting_papers', 'awaiting_fees', 'withdrawn', 'stopped', 'settled'],
  awaiting_papers: ['processing', 'withdrawn', 'stopped'],
  awaiting_fees: ['processing', 'withdrawn', 'stopped'],
  withdrawn: [],
  stopped: [],
  settled: ['returned', 'processing'],
  returned: [],
};

export interface FeeRequest {
  requestId: string;
  total: number;
  waits: boolean;
  /** The receipt by which it is paid; null = still due. */
  receipt: { book: string; number: number } | null;
}

export interface DossierFile {
  fileId: string;
  paper: string | null;
  mediaType: MediaType;
  setAside: boolean;
  /** The signed file that stands for it. */
  signedAs: string | null;
}

/** A dossier (hồ sơ) as its stream tells it. The owner of an erased dossier reads as unknown. */
export interface DossierState {
  dossierId: string;
  ward: string;
  procedureId: string;
  procedureVersion: number;
  matter: Matter;
  channel: Channel;
  status: DossierStatus;
  code: string | null;
  ownerId: string | null;
  owner: Party | null;
  papers: readonly CheckedPaper[];
  /** Key of the step where it lies; null before it is taken. */
  step: string | null;
  assignee: string | null;
  approved: boolean;
  receivedAt: string | null;
  rule: ClockRule | null;
  dueAt: string | null;
  /** Papers or fees awaited, from–to; the last may be open. */
  pauses: readonly Pause[];
  extensions: readonly Extension[];
  /** The open request for papers. */
  awaiting: string | null;
  paperRequests: number;
  fees: readonly FeeRequest[];
  files: readonly DossierFile[];
  /** Settled, refused, stopped or withdrawn. */
  endedAt: string | null;
  /** What of it the register has taken over. */
  written: readonly string[];
  /** An officer found that nothing of it goes into the register. */
  registerDeclined: boolean;
  /** When the latest fact of it happened. */
  lastAt: string;
}

export function dossierStream(id: string): string {
  return `dossier-${id}`;
}

/** The state that a dossier's stream adds up to; null when there is none. */
export function dossierOf(events: readonly DomainEvent[] = []): DossierState | null {
  return events.reduce(evolveDossier, null);
}

/** Whether nothing more happens to it but its return. */
export function isOver(status: DossierStatus): boolean {
  return ['declined', 'withdrawn', 'stopped', 'settled', 'returned'].includes(status);
}

/** One fact onto the state of a dossier. */
export function evolveDossier(before: DossierState | null, event: DomainEvent): DossierState | null {
  const fact = event as DossierEvent | NoticeEvent;
  if (fact.type === 'DossierSubmitted') return begun(fact.data, 'submitted');
  if (fact.type === 'DossierTakenIn') {
    const { code, ownerId, papers, step, receivedAt, rule, dueAt, occurredAt } = fact.data;
    const taken = { code, ownerId, papers, step, receivedAt, rule, dueAt, lastAt: occurredAt };
    return { ...begun(fact.data, 'accepted'), files: before?.files ?? [], ...taken };
  }
  if (!before) return null;
  const state: DossierState = { ...before, lastAt: fact.data.occurredAt };
  switch (fact.type) {
    case 'DossierDeclined':
      return over(state, 'declined', fact.data.occurredAt);
    case 'DossierWithdrawn':
      return over(state, 'withdrawn', fact.data.occurredAt);
    case 'DossierStopped':
    case 'DossierRefused':
      return over(state, 'stopped', fact.data.occurredAt);
    case 'DossierNationalCodeNoted':
    case 'DossierNoticesSet':
      return state;
    case 'DossierSigned': {
      const { fileId, signedFileId: signedAs } = fact.data;
      return { ...state, files: state.files.map((one) => (one.fileId === fileId ? { ...one, signedAs } : one)) };
    }
    case 'DossierAssigned':
      return { ...state, assignee: fact.data.accountId };
    case 'DossierHandedOn': {
      const back = fact.data.direction === 'back';
      const status = state.status === 'accepted' ? 'processing' : state.status;
      return { ...state, status, step: fact.data.to, assignee: null, approved: back ? false : state.approved };
    }
    case 'DossierApproved':
      return { ...state, approved: true };
    case 'PapersRequested': {
      const { requestId, occurredAt } = fact.data;
      const paperRequests = state.paperRequests + 1;
      return { ...paused(state, 'papers', occurredAt), status: 'awaiting_papers', awaiting: requestId, paperRequests };
    }
    case 'PapersSupplied':
      return { ...resumed(state, fact.data.occurredAt, fact.data.dueAt), awaiting: null };
    case 'FeesRequested': {
      const { requestId, total, waits, occurredAt } = fact.data;
      const fees = [...state.fees, { requestId, total, waits, receipt: null }];
      return waits ? { ...paused(state, 'fees', occurredAt), status: 'awaiting_fees', fees } : { ...state, fees };
    }
    case 'FeesPaid': {
      const { requestId, occurredAt, dueAt, receiptBook: book, receiptNumber: number } = fact.data;
      const receipt = { book, number };
      const fees = state.fees.map((one) => (one.requestId === requestId ? { ...one, receipt } : one));
      return isAwaited(state, requestId) ? { ...resumed(state, occurredAt, dueAt), fees } : { ...state, fees };
    }
    case 'FeesPaymentVoided': {
      const { requestId } = fact.data;
      return {
        ...state,
        fees: state.fees.map((one) => (one.requestId === requestId ? { ...one, receipt: null } : one)),
      };
    }
    case 'FeesWithdrawn': {
      const { requestId, occurredAt, dueAt } = fact.data;
      const fees = state.fees.filter((one) => one.requestId !== requestId);
      return isAwaited(state, requestId) ? { ...resumed(state, occurredAt, dueAt), fees } : { ...state, fees };
    }
    case 'DossierExtended':
      return { ...state, dueAt: fact.data.dueAt, extensions: [...state.extensions, extensionOf(fact.data)] };
    case 'DossierSettled':
      return over(state, 'settled', fact.data.occurredAt);
    case 'DossierReopened':
      return {
        ...state,
        ...{ status: 'processing', step: fact.data.step, endedAt: null, approved: false, registerDeclined: false },
      };
    case 'DossierReturned':
      return { ...state, status: 'returned' };
    case 'DossierFileAdded': {
      const { fileId, paper, mediaType } = fact.data;
      const file = { fileId, paper, mediaType, setAside: false, signedAs: null };
      return { ...state, files: [...state.files, file] };
    }
    case 'DossierFileSetAside': {
      const { fileId } = fact.data;
      return {
        ...state,
        files: state.files.map((one) => (one.fileId === fileId ? { ...one, setAside: true } : one)),
      };
    }
    case 'DossierPaperPrinted':
      return before;
    case 'RegisterWritten':
      return { ...state, written: [...state.written, fact.data.commandId] };
    case 'RegisterDeclined':
      return { ...state, registerDeclined: true };
  }
}

function extensionOf(data: Extract<DossierEvent, { type: 'DossierExtended' }>['data']): Extension {
  return { at: data.occurredAt, dueAt: data.dueAt, cause: data.cause };
}

/** All that the clock of a dossier depends on; null where its procedure has no term. */
export function courseOf({ rule, receivedAt, pauses, extensions, endedAt }: DossierState): ClockCourse | null {
  return rule && { rule, receivedAt, pauses, extensions, endedAt };
}

type Beginning = Extract<DossierEvent, { type: 'DossierSubmitted' }>['data'];

function begun(data: Beginning, status: DossierStatus): DossierState {
  const { dossierId, ward, procedureId, procedureVersion, matter, channel, owner, occurredAt } = data;
  return {
    dossierId,
    ward,
    procedureId,
    procedureVersion,
    matter,
    channel,
    status,
    code: null,
    ownerId: null,
    // Absent once the dossier is erased.
    owner: owner ?? null,
    papers: [],
    step: null,
    assignee: null,
    approved: false,
    receivedAt: null,
    rule: null,
    dueAt: null,
    pauses: [],
    extensions: [],
    awaiting: null,
    paperRequests: 0,
    fees: [],
    files: [],
    endedAt: null,
    written: [],
    registerDeclined: false,
    lastAt: occurredAt,
  };
}

function paused(state: DossierState, reason: Pause['for'], from: string): DossierState {
  return { ...state, pauses: [...state.pauses, { for: reason, from, to: null }] };
}

function resumed(state: DossierState, to: string, dueAt: string | null): DossierState {
  const pauses = state.pauses.map((one) => (one.to === null ? { ...one, to } : one));
  return { ...state, status: 'processing', pauses, dueAt };
}

function over(state: DossierState, status: DossierStatus, at: string): DossierState {
  const pauses = state.pauses.map((one) => (one.to === null ? { ...one, to: at } : one));
  return { ...state, status, pauses, awaiting: null, assignee: null, endedAt: at };
}

/** Whether the clock stands for these fees: others that were asked for beside them do not end that. */
export function isAwaited({ status, fees }: Pick<DossierState, 'status' | 'fees'>, requestId: string): boolean {
  return status === 'awaiting_fees' && fees.some((one) => one.requestId === requestId && one.waits);
}
