import { matterNumber } from '@nocgia/schemas/code-lists/matters.ts';
import type { DossierEvent, Party } from '@nocgia/schemas/events/dossier.ts';
import type { NoticeEvent } from '@nocgia/schemas/events/notices.ts';
import { unitNumber } from '@nocgia/schemas/events/common.ts';
import { digitsOf, foldWords } from '@nocgia/schemas/text/fold.ts';
import { phoneKey } from '@nocgia/schemas/text/phone.ts';
import { termVector } from '@nocgia/schemas/text/terms.ts';
import type { RecordedEvent } from '../../event-store/log.ts';
import type { Overlay, Touch } from '../../projection/projection.ts';
import type { ProcedureVersionRow } from '../procedure/projection.ts';
import { stepOf } from '../procedure/procedure.ts';
import { lookupCode } from '../public/lookup-code.ts';
import { nationalCodes } from './dossier-state.ts';
import type { DossierRow, EndingRow } from './rows.ts';

export const dossierTypes = [
  'DossierSubmitted',
  'DossierTakenIn',
  'DossierDeclined',
  'DossierNationalCodeNoted',
  'DossierAssigned',
  'DossierHandedOn',
  'DossierApproved',
  'PapersRequested',
  'PapersSupplied',
  'FeesRequested',
  'FeesPaid',
  'FeesPaymentVoided',
  'FeesWithdrawn',
  'DossierExtended',
  'DossierStopped',
  'DossierRefused',
  'DossierWithdrawn',
  'DossierSettled',
  'DossierReopened',
  'DossierReturned',
  'DossierFileAdded',
  'DossierFileSetAside',
  'DossierSigned',
  'RegisterWritten',
  'RegisterDeclined',
  'DossierPaperPrinted',
  'DossierNoticesSet',
];

type DossierFact = DossierEvent | NoticeEvent;

/** Rows that an event of a dossier needs: its own, and the version of its procedure, whose steps say whose work it is. */
export function* dossierTouches(fact: DossierFact, rows: Pick<Overlay, 'get'>): Iterable<Touch> {
  const { dossierId } = fact.data;
  yield { table: 'dossiers', key: [dossierId] };
  const version = { table: 'procedure_versions' } as const;
  if (fact.type === 'DossierSubmitted' || fact.type === 'DossierTakenIn')
    return yield { ...version, key: [fact.data.procedureId, fact.data.procedureVersion] };
  if (!['DossierHandedOn', 'DossierReopened', 'DossierSettled'].includes(fact.type)) return;
  const row = rows.get<DossierRow>('dossiers', dossierId);
  if (row) yield { ...version, key: [row.procedure_id, row.procedure_version] };
}

/** The rows that a dossier is folded onto: its own, and the version of its procedure. */
export type Rows = Pick<Overlay, 'get' | 'put'>;

/** A dossier's event onto its row. */
export function foldDossier(fact: DossierFact, event: RecordedEvent, rows: Rows): void {
  const known = rows.get<DossierRow>('dossiers', fact.data.dossierId);
  const next = begun(fact, known, rows) ?? (known && { ...known, ...changes(fact, known, rows) });
  if (!next) return;
  // Who prints has not worked on it.
  if (fact.type === 'DossierPaperPrinted') return rows.put('dossiers', { ...next, version: event.version });
  const { actor } = event.context;
  rows.put('dossiers', { ...next, last_at: fact.data.occurredAt, last_by: actor, version: event.version });
}

/** What a dossier of this version of its procedure writes into the register once it is settled. */
function settlementOf(rows: Rows, { procedure_id: id, procedure_version: version }: Readonly<DossierRow>) {
  return rows.get<ProcedureVersionRow>('procedure_versions', id, version)?.content.settlement ?? null;
}

function rolesOf(rows: Rows, procedureId: string, version: number, key: string): string[] {
  const procedure = rows.get<ProcedureVersionRow>('procedure_versions', procedureId, version);
  return procedure ? [...(stepOf(procedure.content, key)?.roles ?? [])] : [];
}

/** The row that a dossier begins with, sent in or taken; undefined for every other fact. */
function begun(fact: DossierFact, known: Readonly<DossierRow> | undefined, rows: Rows): DossierRow | undefined {
  if (fact.type !== 'DossierSubmitted' && fact.type !== 'DossierTakenIn') return undefined;
  const { data } = fact;
  const owner: Party | null = data.owner ?? null;
  const submitter = data.submitter ?? null;
  const parties = [owner, submitter].filter((one) => one !== null);
  const row: DossierRow = {
    dossier_id: data.dossierId,
    ward: unitNumber(data.ward),
    matter: matterNumber(data.matter),
    procedure_id: data.procedureId,
    procedure_version: data.procedureVersion,
    code: null,
    code_tail: null,
    national_code: known?.national_code ?? null,
    lookup: fact.type === 'DossierSubmitted' ? lookupCode(data.dossierId) : (known?.lookup ?? null),
    status: nationalCodes.submitted,
    channel: data.channel,
    return_by: data.returnBy,
    owner,
    submitter,
    owner_id: null,
    terms: termVector(parties.flatMap(({ name }) => foldWords(name))),
    phone: firstOf(parties.map(({ phone }) => phone && phoneKey(phone))),
    national_id: firstOf(parties.map(({ nationalId }) => nationalId && digitsOf(nationalId))),
    answers: data.answers ?? {},
    papers: [],
    step: null,
    step_roles: ['desk'],
    reached: {},
    assignee: null,
    last_assignee: null,
    assigned_at: null,
    approved: false,
    submitted_at: fact.type === 'DossierSubmitted' ? data.occurredAt : (known?.submitted_at ?? null),
    received_at: null,
    due_at: null,
    step_due_at: null,
    paused_since: null,
    pauses: [],
    extensions: [],
    rule: null,
    requests: [],
    fees: [],
    files: known?.files ?? [],
    ending: null,
    ended_at: null,
    returned: null,
    written: [],
    to_write: null,
    register_declined: null,
    prints: known?.prints ?? [],
    past: null,
    last_at: data.occurredAt,
    last_by: '',
    version: 0,
  };
  if (fact.type === 'DossierSubmitted') return row;
  const { code, ownerId, papers, step, receivedAt, rule, dueAt } = fact.data;
  return {
    ...row,
    status: nationalCodes.accepted,
    code,
    code_tail: code.slice(code.indexOf('-') + 1),
    owner_id: ownerId,
    papers,
    step,
    step_roles: rolesOf(rows, data.procedureId, data.procedureVersion, step),
    reached: { [step]: receivedAt },
    received_at: receivedAt,
    rule,
    due_at: dueAt,
  };
}

function firstOf(texts: readonly (string | null)[]): string | null {
  return texts.find((text) => text !== null && text !== '') ?? null;
}

/** What a fact changes of a dossier that has begun. */
function changes(fact: DossierFact, row: Readonly<DossierRow>, rows: Rows): Partial<DossierRow> {
  switch (fact.type) {
    case 'DossierSubmitted':
    case 'DossierTakenIn':
      return {};
    case 'DossierDeclined':
    case 'DossierStopped':
    case 'DossierRefused':
    case 'DossierWithdrawn':
      return ended(fact, row);
    case 'DossierSettled':
      return { ...ended(fact, row), to_write: settlementOf(rows, row) };
    case 'DossierNationalCodeNoted':
      return { national_code: fact.data.nationalCode };
    case 'DossierAssigned': {
      const { accountId, occurredAt } = fact.data;
      return accountId === null
        ? { assignee: null }
        : { assignee: accountId, last_assignee: accountId, assigned_at: occurredAt };
    }
    case 'DossierHandedOn': {
      const { to, stepDueAt, direction } = fact.data;
      return {
        status: row.status === nationalCodes.accepted ? nationalCodes.processing : row.status,
        step: to,
        reached: { ...row.reached, [to]: fact.data.occurredAt },
        step_roles: rolesOf(rows, row.procedure_id, row.procedure_version, to),
        step_due_at: stepDueAt,
        assignee: null,
        approved: direction === 'back' ? false : row.approved,
      };
    }
    case 'DossierNoticesSet':
      return {};
    case 'DossierApproved':
      return { approved: true };
    case 'PapersRequested': {
      const { requestId, occurredAt: at, stage, papers = [], legalBasis } = fact.data;
      const request = { requestId, at, stage, papers, legalBasis, suppliedAt: null };
      return {
        ...paused(row, 'papers', at),
        status: nationalCodes.awaiting_papers,
        requests: [...row.requests, request],
      };
    }
    case 'PapersSupplied': {
      const { requestId, occurredAt, dueAt } = fact.data;
      const requests = row.requests.map((one) =>
        one.requestId === requestId ? { ...one, suppliedAt: occurredAt } : one,
      );
      return { ...resumed(row, occurredAt, dueAt), requests };
    }
    case 'FeesRequested': {
      const { requestId, occurredAt: at, lines, total, waits } = fact.data;
      const fees = [...row.fees, { requestId, at, lines, total, waits, receipt: null }];
      return waits ? { ...paused(row, 'fees', at), status: nationalCodes.awaiting_fees, fees } : { fees };
    }
    case 'FeesPaid': {
      const { requestId, receiptBook: book, receiptNumber: number, method, occurredAt: at, dueAt } = fact.data;
      const receipt = { book, number, method, at };
      const fees = row.fees.map((one) => (one.requestId === requestId ? { ...one, receipt } : one));
      return isAwaited(row, requestId) ? { ...resumed(row, at, dueAt), fees } : { fees };
    }
    case 'FeesPaymentVoided': {
      const { requestId } = fact.data;
      return { fees: row.fees.map((one) => (one.requestId === requestId ? { ...one, receipt: null } : one)) };
    }
    case 'FeesWithdrawn': {
      const { requestId, occurredAt, dueAt } = fact.data;
      const fees = row.fees.filter((one) => one.requestId !== requestId);
      return isAwaited(row, requestId) ? { ...resumed(row, occurredAt, dueAt), fees } : { fees };
    }
    case 'DossierExtended': {
      const { occurredAt: at, dueAt, cause, reason = null } = fact.data;
      return { due_at: dueAt, extensions: [...row.extensions, { at, dueAt, cause, reason }] };
    }
    case 'DossierReopened':
      return {
        status: nationalCodes.processing,
        step: fact.data.step,
        step_roles: rolesOf(rows, row.procedure_id, row.procedure_version, fact.data.step),
        approved: false,
        ...{ ending: null, ended_at: null, to_write: null, register_declined: null },
      };
    case 'DossierReturned': {
      const { by, occurredAt: at, receivedBy = null, reference = null } = fact.data;
      return { status: nationalCodes.returned, returned: { by, at, receivedBy, reference } };
    }
    case 'DossierFileAdded': {
      const { fileId, paper, name = '', mediaType, bytes, from, occurredAt: at } = fact.data;
      const file = { fileId, paper, name, mediaType, bytes, from, at, setAside: false, signedAs: null };
      return { files: [...row.files, file] };
    }
    case 'DossierFileSetAside':
      return { files: row.files.map((one) => (one.fileId === fact.data.fileId ? { ...one, setAside: true } : one)) };
    case 'DossierSigned': {
      const { fileId, signedFileId: signedAs } = fact.data;
      return { files: row.files.map((one) => (one.fileId === fileId ? { ...one, signedAs } : one)) };
    }
    case 'DossierPaperPrinted': {
      const { paperId, form, requestId, printNumber, ofVersion, occurredAt: at } = fact.data;
      return { prints: [...row.prints, { paperId, form, requestId, printNumber, ofVersion, at }] };
    }
    case 'RegisterWritten': {
      const { kind, citizenId, householdId, occurredAt: at } = fact.data;
      return { written: [...row.written, { kind, citizenId, householdId, at }], to_write: null };
    }
    case 'RegisterDeclined': {
      const { kind, reason = null, occurredAt: at } = fact.data;
      return { to_write: null, register_declined: { kind, reason, at } };
    }
  }
}

type Ending = Extract<
  DossierEvent,
  { type: 'DossierDeclined' | 'DossierStopped' | 'DossierRefused' | 'DossierWithdrawn' | 'DossierSettled' }
>;

const endings = {
  DossierDeclined: { kind: 'declined', status: nationalCodes.declined },
  DossierStopped: { kind: 'stopped', status: nationalCodes.stopped },
  DossierRefused: { kind: 'refused', status: nationalCodes.stopped },
  DossierWithdrawn: { kind: 'withdrawn', status: nationalCodes.withdrawn },
  DossierSettled: { kind: 'settled', status: nationalCodes.settled },
} as const satisfies Record<Ending['type'], { kind: EndingRow['kind']; status: number }>;

function ended(fact: Ending, row: Readonly<DossierRow>): Partial<DossierRow> {
  const { kind, status } = endings[fact.type];
  const at = fact.data.occurredAt;
  const nothing = { resultName: null, resultNumber: null, issuedOn: null, fileId: null };
  const ending: EndingRow =
    fact.type === 'DossierSettled'
      ? { kind, at, reason: null, legalBasis: null, ...resultOf(fact.data) }
      : {
          kind,
          at,
          reason: fact.data.reason ?? null,
          legalBasis: 'legalBasis' in fact.data ? fact.data.legalBasis : null,
          ...nothing,
        };
  const pauses = row.pauses.map((one) => (one.to === null ? { ...one, to: at } : one));
  return { status, ending, ended_at: at, assignee: null, pauses, paused_since: null };
}

function resultOf({
  resultName,
  resultNumber = null,
  issuedOn,
  fileId,
}: Extract<Ending, { type: 'DossierSettled' }>['data']) {
  return { resultName, resultNumber, issuedOn, fileId };
}

function paused(row: Readonly<DossierRow>, reason: 'papers' | 'fees', from: string): Partial<DossierRow> {
  return { pauses: [...row.pauses, { for: reason, from, to: null }], paused_since: from };
}

function resumed(row: Readonly<DossierRow>, to: string, dueAt: string | null): Partial<DossierRow> {
  const pauses = row.pauses.map((one) => (one.to === null ? { ...one, to } : one));
  return { status: nationalCodes.processing, pauses, paused_since: null, due_at: dueAt };
}

/** Whether the clock stands for these fees, as in the state that the deciders fold. */
function isAwaited({ status, fees }: Readonly<DossierRow>, requestId: string): boolean {
  return status === nationalCodes.awaiting_fees && fees.some((one) => one.requestId === requestId && one.waits);
}
