import type { Role } from '@nocgia/schemas/events/account.ts';
import type { Party } from '@nocgia/schemas/events/dossier.ts';
import type { OneStopSettings } from '@nocgia/schemas/events/one-stop.ts';
import type { ProcedureContent } from '@nocgia/schemas/events/procedure.ts';
import { derivedId } from '../../event-store/derived-id.ts';
import { given, type World } from '../../event-store/given.ts';
import type { DomainEvent } from '../../event-store/log.ts';
import { proposeYear } from '../calendar/holidays.ts';
import { calendarStream } from '../calendar/calendar.ts';
import type { CommandEnv } from '../command-env.ts';
import { dossierOf, dossierStream, type DossierState } from '../dossier/dossier-state.ts';
import { takeIn, type TakeIn } from '../dossier/intake.ts';
import { oneStopStream } from '../one-stop/one-stop.ts';
import { procedureIdOf, procedureStream } from '../procedure/procedure.ts';

export const ward = '27226';

/** Three working days: appraised by the civil-status officer, approved by the leader, returned at the desk. */
export const content: ProcedureContent = {
  name: 'Cấp Giấy xác nhận tình trạng hôn nhân',
  matter: 'civil_status',
  fieldName: 'Hộ tịch',
  onlineLevel: 'full',
  partialReason: null,
  formerLevel: null,
  proactiveLevel: 0,
  term: { unit: 'working_days', amount: 3 },
  cutoff: false,
  fees: [
    {
      key: 'le_phi',
      name: 'Lệ phí',
      amount: 15_000,
      per: 'dossier',
      amountFromThird: null,
      most: null,
      channel: 'any',
      validFrom: null,
      validTo: null,
      discounts: [{ key: 'ngheo', reason: 'Hộ nghèo', percent: 100 }],
      legalBasis: null,
    },
  ],
  papers: [
    { key: 'to_khai', name: 'Tờ khai', form: 'original', copies: 1, required: true, fromRegister: null },
    { key: 'cccd', name: 'Căn cước', form: 'copy', copies: 1, required: true, fromRegister: 'identity' },
  ],
  resultName: 'Giấy xác nhận tình trạng hôn nhân',
  resultCode: null,
  legalBasis: 'NĐ 123/2015/NĐ-CP, Điều 21–23',
  decision: null,
  onTheSpot: false,
  competence: 'ward',
  steps: [
    { key: 'tiep_nhan', name: 'Tiếp nhận', kind: 'take', roles: ['desk'], term: null },
    {
      key: 'tham_dinh',
      name: 'Thẩm định',
      kind: 'appraise',
      roles: ['civil_status'],
      term: { unit: 'working_days', amount: 1 },
    },
    { key: 'phe_duyet', name: 'Phê duyệt', kind: 'approve', roles: ['leader'], term: null },
    { key: 'tra', name: 'Trả kết quả', kind: 'return', roles: ['desk'], term: null },
  ],
  settlement: null,
};

export const procedureId = procedureIdOf(ward, '1.004873');

export const settings: OneStopSettings = {
  agencyCode: 'H29.146',
  deskName: 'Trung tâm Phục vụ hành chính công phường Phú Thọ',
  address: null,
  phone: null,
  pauses: { papers: 'shift', fees: 'shift' },
  assignment: 'load',
  bankAccount: null,
};

export const citizen: Party = {
  kind: 'citizen',
  name: 'Nguyễn Thị Hoà',
  nationalId: '079190000123',
  birth: '1990-02-01',
  phone: '0903000111',
  email: null,
  address: '12/3 Lạc Long Quân',
};

const officers = { desk: 'desk', civil_status: 'clerk', leader: 'leader' } as const;

/** Id of the account that holds a role in the ward. */
export const accountOf = (role: Role): string => derivedId('account', role);

function account(role: Role): DomainEvent[] {
  const accountId = accountOf(role);
  const data = { accountId, positionId: derivedId('position', role), role, unit: ward, title: null };
  return [
    { type: 'AccountOpened', data: { accountId, username: role, displayName: role, occurredOn: '2026-01-01' } },
    { type: 'PositionGranted', data: { ...data, from: '2026-01-01', until: null, occurredOn: '2026-01-01' } },
  ];
}

/** A ward with its desk, the calendar of 2026 and one procedure. */
export function ready(over: Partial<ProcedureContent> = {}): World {
  const published = { procedureId, ward, code: '1.004873', version: 1, validFrom: '2026-01-01' };
  return given({
    [oneStopStream(ward)]: [{ type: 'OneStopSet', data: { ward, settings, occurredOn: '2026-01-01' } }],
    [calendarStream(ward)]: [
      {
        type: 'CalendarYearConfirmed',
        data: { ward, year: 2026, rows: proposeYear(2026), occurredOn: '2026-01-01' },
      },
    ],
    [procedureStream(procedureId)]: [
      {
        type: 'ProcedurePublished',
        data: { ...published, content: { ...content, ...over }, occurredOn: '2026-01-01' },
      },
    ],
    ...Object.fromEntries(
      (Object.keys(officers) as (keyof typeof officers)[]).map((role) => [`account-${accountOf(role)}`, account(role)]),
    ),
  });
}

let made = 0;

/** Somebody at their desk at an instant; everything within the ward is allowed. */
export function env(role: Role | null, now = '2026-11-20T03:00:00.000Z'): CommandEnv {
  return {
    may: () => null,
    accountId: role === null ? null : accountOf(role),
    role,
    now,
    today: new Date(Date.parse(now) + 7 * 3_600_000).toISOString().slice(0, 10),
    newId: () => derivedId('made', made++),
  };
}

export const handedIn: TakeIn = {
  procedureId,
  channel: 'desk',
  returnBy: 'desk',
  owner: citizen,
  submitter: null,
  answers: {},
  submission: null,
  ownerId: null,
  papers: [{ key: 'to_khai', name: 'Tờ khai', form: 'original', copies: 1, source: 'brought' }],
  receivedAt: null,
  handOn: true,
  assign: null,
};

/** A dossier taken at the desk at an instant; its id. */
export async function taken(world: World, now?: string, over: Partial<TakeIn> = {}): Promise<string> {
  const { dossierId } = await world.run(takeIn({ ...handedIn, ...over }, env('desk', now)));
  return dossierId ?? '';
}

/** The dossier as it stands. */
export function stateOf(world: World, dossierId: string): DossierState {
  const state = dossierOf(world.events(dossierStream(dossierId)));
  if (!state) throw new Error('no dossier');
  return state;
}

/** What a command says about a dossier, with its present version. */
export function on(world: World, dossierId: string): { dossierId: string; expectedVersion: number } {
  return { dossierId, expectedVersion: world.events(dossierStream(dossierId)).length };
}
