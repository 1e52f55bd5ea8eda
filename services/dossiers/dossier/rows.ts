import type { ClockRule } from '@nocgia/schemas/events/clock.ts';
import type { Channel, CheckedPaper, PaperForm, Party } from '@nocgia/schemas/events/dossier.ts';
import type { SettlementKind } from '@nocgia/schemas/events/procedure.ts';
import type { Table } from '../../projection/projection.ts';
import type { Extension, Pause } from '../clock/course.ts';

/** A request for papers as the page and form 02 show it. */
export interface PaperRequestRow {
  requestId: string;
  at: string;
  stage: 'intake' | 'appraisal';
  papers: { name: string; wrong: string }[];
  legalBasis: string | null;
  suppliedAt: string | null;
}

export interface FeeRequestRow {
  requestId: string;
  at: string;
  lines: { feeKey: string; name: string; quantity: number; amount: number; discountReason: string | null }[];
  total: number;
  waits: boolean;
  receipt: { book: string; number: number; method: 'cash' | 'transfer'; at: string } | null;
}

export interface DossierFileRow {
  fileId: string;
  paper: string | null;
  name: string;
  mediaType: string;
  bytes: number;
  from: 'officer' | 'citizen' | 'system';
  at: string;
  setAside: boolean;
  /** Id of the signed file that stands for it. */
  signedAs: string | null;
}

/** A paper that was printed, and the version that it shows. */
export interface PrintRow {
  paperId: string;
  form: PaperForm;
  requestId: string | null;
  printNumber: number;
  ofVersion: number;
  at: string;
}

/** How a dossier ended: the result, or the reason why there is none. */
export interface EndingRow {
  kind: 'declined' | 'withdrawn' | 'stopped' | 'refused' | 'settled';
  at: string;
  reason: string | null;
  legalBasis: string | null;
  resultName: string | null;
  resultNumber: string | null;
  issuedOn: string | null;
  fileId: string | null;
}

/** Of a dossier that another software has led: where it came from, and whether it was in time by its own times. */
export interface PastRowPart {
  importId: string;
  procedureCode: string | null;
  procedureName: string;
  /** Codes of what was found odd in it. */
  flags: readonly string[];
  fingerprint: string;
  pace: 'early' | 'on_time' | 'ended_late' | null;
}

/** A row of `view.dossiers`. `status` is the national code 1 to 10. */
export type DossierRow = {
  dossier_id: string;
  ward: number;
  matter: number;
  procedure_id: string;
  procedure_version: number;
  code: string | null;
  /** What follows the agency in the code, `261122-0007`: what people type. */
  code_tail: string | null;
  national_code: string | null;
  /** By which a dossier that was sent in from home is followed (`lookupCode`); null for one that began at the desk. */
  lookup: string | null;
  status: number;
  channel: Channel;
  return_by: 'desk' | 'post' | 'online';
  owner: Party | null;
  submitter: Party | null;
  owner_id: string | null;
  /** Folded words of the owner's and the submitter's names. */
  terms: string;
  phone: string | null;
  national_id: string | null;
  answers: Readonly<Record<string, string>>;
  papers: readonly CheckedPaper[];
  step: string | null;
  step_roles: string[];
  assignee: string | null;
  /** When it came to each of its steps, the last time. */
  reached: Readonly<Record<string, string>>;
  /** Who was given it last, and when; stays when the step or the dossier is done. */
  last_assignee: string | null;
  assigned_at: string | null;
  approved: boolean;
  submitted_at: string | null;
  received_at: string | null;
  due_at: string | null;
  step_due_at: string | null;
  paused_since: string | null;
  pauses: readonly Pause[];
  extensions: readonly (Extension & { reason: string | null })[];
  rule: ClockRule | null;
  requests: readonly PaperRequestRow[];
  fees: readonly FeeRequestRow[];
  files: readonly DossierFileRow[];
  ending: EndingRow | null;
  ended_at: string | null;
  returned: { by: 'desk' | 'post' | 'online'; at: string; receivedBy: string | null; reference: string | null } | null;
  written: readonly { kind: SettlementKind; citizenId: string | null; householdId: string | null; at: string }[];
  /** What is settled and not yet in the register; null where nothing goes there, or it has been written or declined. */
  to_write: SettlementKind | null;
  register_declined: { kind: SettlementKind; reason: string | null; at: string } | null;
  prints: readonly PrintRow[];
  /** Null for a dossier that is led here. */
  past: PastRowPart | null;
  last_at: string;
  last_by: string;
  version: number;
};

export const dossiersTable: Table = {
  name: 'dossiers',
  columns: {
    dossier_id: { type: 'uuid' },
    ward: { type: 'int' },
    matter: { type: 'int' },
    procedure_id: { type: 'uuid' },
    procedure_version: { type: 'int' },
    code: { type: 'text_c', nullable: true },
    code_tail: { type: 'text_c', nullable: true },
    national_code: { type: 'text_c', nullable: true },
    lookup: { type: 'text_c', nullable: true },
    status: { type: 'smallint' },
    channel: { type: 'text' },
    return_by: { type: 'text' },
    owner: { type: 'jsonb', nullable: true },
    submitter: { type: 'jsonb', nullable: true },
    owner_id: { type: 'uuid', nullable: true },
    terms: { type: 'tsvector' },
    phone: { type: 'text_c', nullable: true },
    national_id: { type: 'text_c', nullable: true },
    answers: { type: 'jsonb' },
    papers: { type: 'jsonb' },
    step: { type: 'text', nullable: true },
    step_roles: { type: 'text[]' },
    reached: { type: 'jsonb' },
    assignee: { type: 'uuid', nullable: true },
    last_assignee: { type: 'uuid', nullable: true },
    assigned_at: { type: 'timestamptz', nullable: true, trace: false },
    approved: { type: 'boolean' },
    submitted_at: { type: 'timestamptz', nullable: true, trace: false },
    received_at: { type: 'timestamptz', nullable: true, trace: false },
    due_at: { type: 'timestamptz', nullable: true, trace: false },
    step_due_at: { type: 'timestamptz', nullable: true, trace: false },
    paused_since: { type: 'timestamptz', nullable: true, trace: false },
    pauses: { type: 'jsonb' },
    extensions: { type: 'jsonb' },
    rule: { type: 'jsonb', nullable: true },
    requests: { type: 'jsonb' },
    fees: { type: 'jsonb' },
    files: { type: 'jsonb' },
    ending: { type: 'jsonb', nullable: true },
    ended_at: { type: 'timestamptz', nullable: true, trace: false },
    returned: { type: 'jsonb', nullable: true },
    written: { type: 'jsonb' },
    to_write: { type: 'text', nullable: true },
    register_declined: { type: 'jsonb', nullable: true },
    prints: { type: 'jsonb' },
    past: { type: 'jsonb', nullable: true },
    last_at: { type: 'timestamptz', trace: false },
    last_by: { type: 'text' },
    version: { type: 'int' },
  },
  key: ['dossier_id'],
  lookups: [],
  indexes: [
    '(ward, due_at, dossier_id) where status in (2, 4, 5, 6)',
    // As the open drawers stand in order; what never falls due comes last.
    `(ward, (coalesce(due_at, 'infinity'::timestamptz)), dossier_id) where status in (2, 4, 5, 6)`,
    // The counts on the tabs look at all that is not over, and at nothing else.
    '(ward, status) where status in (1, 2, 4, 5, 6, 9)',
    '(assignee, due_at, dossier_id) where status in (2, 4, 5, 6)',
    '(last_assignee, assigned_at) where last_assignee is not null',
    '(ward, submitted_at, dossier_id) where status = 1',
    '(ward, ended_at, dossier_id) where status = 9',
    '(ward, last_at, dossier_id) where status in (3, 7, 8, 10)',
    '(ward, ended_at, dossier_id) where to_write is not null',
    '(ward, received_at, dossier_id)',
    '(procedure_id, ended_at) where status in (9, 10)',
    '(ward, code_tail)',
    '(code)',
    '(national_code) where national_code is not null',
    '(lookup) where lookup is not null',
    '(ward, phone) where phone is not null',
    '(ward, national_id) where national_id is not null',
    '(owner_id) where owner_id is not null',
    'using gin (terms)',
  ],
  policy: { by: 'ward', ward: 'ward' },
};
