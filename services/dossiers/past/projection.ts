import { matterNumber } from '@nocgia/schemas/code-lists/matters.ts';
import { unitNumber } from '@nocgia/schemas/events/common.ts';
import type { DossierHistoryEvent, PastDossier } from '@nocgia/schemas/events/dossier-history.ts';
import { digitsOf, foldWords } from '@nocgia/schemas/text/fold.ts';
import { phoneKey } from '@nocgia/schemas/text/phone.ts';
import { termVector } from '@nocgia/schemas/text/terms.ts';
import { derivedId } from '../../event-store/derived-id.ts';
import type { RecordedEvent } from '../../event-store/log.ts';
import type { Overlay } from '../../projection/projection.ts';
import { nationalCodes } from '../dossier/dossier-state.ts';
import type { DossierRow, PastRowPart } from '../dossier/rows.ts';
import { dayOf, endOf, isBefore, startOf } from './moments.ts';

export const pastTypes = ['DossierHistoryRecorded', 'DossierHistoryWithdrawn'];

/** A dossier of another software onto its row: over from the first, or gone again with its import. */
export function foldPast(fact: DossierHistoryEvent, event: RecordedEvent, rows: Pick<Overlay, 'put' | 'remove'>): void {
  if (fact.type === 'DossierHistoryWithdrawn') return rows.remove('dossiers', fact.data.dossierId);
  rows.put('dossiers', rowOf(fact.data, event));
}

/** Whether it was in time by its own times; null where that cannot be said. */
function paceOf({ receivedAt, dueAt, endedAt, outcome }: PastDossier): PastRowPart['pace'] {
  if (dueAt === null || outcome === 'withdrawn' || outcome === 'declined' || isBefore(dueAt, receivedAt)) return null;
  if (isBefore(dueAt, endedAt)) return 'ended_late';
  return dayOf(endedAt) < dayOf(dueAt) ? 'early' : 'on_time';
}

function rowOf(data: PastDossier, event: RecordedEvent): DossierRow {
  const { dossierId, ward, matter, code, importId, procedureId, procedureCode, procedureName, fingerprint, outcome } =
    data;
  // Absent once the dossier is erased.
  const owner = data.owner ?? null;
  const endedAt = endOf(data.endedAt);
  const past = { importId, procedureCode, procedureName, flags: data.flags, fingerprint, pace: paceOf(data) };
  const returned = { by: 'desk' as const, at: endedAt, receivedBy: null, reference: null };
  return {
    dossier_id: dossierId,
    ward: unitNumber(ward),
    matter: matterNumber(matter),
    // What the catalogue does not know is one procedure by its name all the same.
    procedure_id: procedureId ?? derivedId('past procedure', ward, procedureCode ?? procedureName.toLowerCase()),
    procedure_version: 0,
    code,
    code_tail: code.slice(code.indexOf('-') + 1),
    national_code: null,
    status: nationalCodes[outcome],
    channel: data.channel ?? 'desk',
    return_by: 'desk',
    owner,
    submitter: null,
    owner_id: null,
    terms: termVector(foldWords(owner?.name ?? '')),
    phone: (owner?.phone && phoneKey(owner.phone)) || null,
    national_id: (owner?.nationalId && digitsOf(owner.nationalId)) || null,
    answers: {},
    papers: [],
    step: null,
    step_roles: [],
    reached: {},
    assignee: null,
    last_assignee: null,
    assigned_at: null,
    approved: false,
    submitted_at: null,
    received_at: startOf(data.receivedAt),
    due_at: data.dueAt && endOf(data.dueAt),
    step_due_at: null,
    paused_since: null,
    pauses: [],
    extensions: [],
    rule: null,
    requests: [],
    fees: [],
    files: [],
    ending: null,
    ended_at: endedAt,
    returned: outcome === 'returned' ? returned : null,
    written: [],
    lookup: null,
    to_write: null,
    register_declined: null,
    prints: [],
    past,
    last_at: endedAt,
    last_by: event.context.actor,
    version: event.version,
  };
}
