import type { Matter } from '@nocgia/schemas/code-lists/matters.ts';
import type { Role } from '@nocgia/schemas/events/account.ts';
import type { Term } from '@nocgia/schemas/events/clock.ts';
import type { Fee, ProcedureContent, RequiredPaper, SettlementKind, Step } from '@nocgia/schemas/events/procedure.ts';

/** One procedure of the catalogue that ships, as its table of data has it. */
export interface Shipped {
  code: string;
  name: string;
  /** Null: the national catalogue shows a number without its unit, a span, or nothing at all; the ward says which. */
  term: Term | null;
  fees?: readonly Fee[];
  papers: readonly RequiredPaper[];
  result: string;
  legalBasis: string;
  online?: ProcedureContent['onlineLevel'];
  onTheSpot?: boolean;
  settlement?: SettlementKind;
  /** `counter`: whoever takes it does it, the leader signs; `approved` (the usual): appraised by an officer first. */
  course?: 'counter' | 'approved';
}

/** What all procedures of one field share. */
export interface Field {
  matter: Matter;
  fieldName: string;
  competence?: ProcedureContent['competence'];
  /** Received after 15:00 and due the same day: the next working day. */
  cutoff?: boolean;
}

export const workingDays = (amount: number): Term => ({ unit: 'working_days', amount });
export const days = (amount: number): Term => ({ unit: 'days', amount });
export const sameDay: Term = { unit: 'same_day' };

/** A paper to be handed in; a copy unless said otherwise. */
export function paper(
  key: string,
  name: string,
  form: RequiredPaper['form'] = 'copy',
  over: Partial<RequiredPaper> = {},
): RequiredPaper {
  return { key, name, form, copies: 1, required: true, fromRegister: null, ...over };
}

/** A declaration by its official form. */
export const declaration = (name = 'Tờ khai theo mẫu'): RequiredPaper => paper('to_khai', name, 'original');

/** What shows who somebody is; the ward has it in its register already. */
export const identity: RequiredPaper = paper(
  'giay_to_tuy_than',
  'Thẻ căn cước hoặc hộ chiếu của người yêu cầu',
  'copy',
  {
    fromRegister: 'identity',
  },
);

/** A paper that only some have to bring. */
export const ifAny = (key: string, name: string, form: RequiredPaper['form'] = 'copy'): RequiredPaper =>
  paper(key, name, form, { required: false });

/** A fee of so many đồng, the same whichever way the dossier comes. */
export function fee(name: string, amount: number, per: Fee['per'], legalBasis: string, over: Partial<Fee> = {}): Fee {
  return {
    key: per === 'page' ? 'phi_trang' : per === 'copy' ? 'phi_ban' : 'phi',
    name,
    amount,
    per,
    amountFromThird: null,
    most: null,
    channel: 'any',
    validFrom: null,
    validTo: null,
    discounts: [],
    legalBasis,
    ...over,
  };
}

/** One amount at the desk, a lower one for what is sent in online. */
export function feeByChannel(desk: number, online: number, legalBasis: string): Fee[] {
  return [
    fee('Lệ phí (nộp trực tiếp)', desk, 'dossier', legalBasis, { key: 'le_phi_truc_tiep', channel: 'desk' }),
    fee('Lệ phí (nộp trực tuyến)', online, 'dossier', legalBasis, { key: 'le_phi_truc_tuyen', channel: 'online' }),
  ];
}

/** Who appraises in a field; where no role is meant for it, the desk prepares and the leader decides. */
function officerOf(matter: Matter): Role {
  if (matter === 'civil_status' || matter === 'authentication' || matter === 'adoption') return 'civil_status';
  if (matter === 'poverty' || matter === 'social_protection' || matter === 'merit') return 'social';
  if (matter === 'household_business' || matter === 'agriculture') return 'economy';
  if (matter === 'land' || matter === 'construction') return 'land';
  return 'desk';
}

/** The steps of a procedure by field and course. */
export function stepsOf(field: Field, course: Shipped['course']): Step[] {
  const officer = field.competence === 'police' ? 'police' : officerOf(field.matter);
  const counter: Role[] = field.competence === 'police' ? ['police'] : [...new Set<Role>(['desk', officer])];
  const taken: Step = { key: 'tiep_nhan', name: 'Tiếp nhận hồ sơ', kind: 'take', roles: counter, term: null };
  const back: Step = { key: 'tra_ket_qua', name: 'Trả kết quả', kind: 'return', roles: counter, term: null };
  // What another authority settles is mirrored: its own steps are not the ward's to know.
  if (field.competence !== undefined && field.competence !== 'ward') return [taken, back];
  const approval: Step = {
    key: 'phe_duyet',
    name: 'Lãnh đạo duyệt, ký',
    kind: 'approve',
    roles: ['leader'],
    term: null,
  };
  if (course === 'counter') return [taken, approval, back];
  const appraisal: Step = {
    key: 'tham_dinh',
    name: 'Thẩm định, dự thảo kết quả',
    kind: 'appraise',
    roles: [officer],
    term: null,
  };
  return [taken, appraisal, approval, back];
}

/** The whole content of a shipped procedure. Levels of online service, papers and steps are defaults that the ward goes over. */
export function contentOf(field: Field, shipped: Shipped): ProcedureContent {
  const onlineLevel = shipped.online ?? 'none';
  return {
    name: shipped.name,
    matter: field.matter,
    fieldName: field.fieldName,
    onlineLevel,
    partialReason:
      onlineLevel === 'partial'
        ? 'Người yêu cầu ký sổ và nhận bản chính tại nơi đăng ký (mặc định, phường rà soát)'
        : null,
    formerLevel: null,
    proactiveLevel: 0,
    term: shipped.term,
    cutoff: field.cutoff === true && shipped.term?.unit === 'same_day',
    fees: [...(shipped.fees ?? [])],
    papers: [...shipped.papers],
    resultName: shipped.result,
    resultCode: null,
    legalBasis: shipped.legalBasis,
    decision: null,
    onTheSpot: shipped.onTheSpot ?? false,
    competence: field.competence ?? 'ward',
    steps: stepsOf(field, shipped.course),
    settlement: shipped.settlement ?? null,
  };
}

/** Added to a legal basis where the list of papers is common practice rather than read in the law. */
export const assumed = '; thành phần hồ sơ: mặc định theo thông lệ, phường rà soát theo quyết định công bố';
/** Added where the amount is the provincial council's to set: none is entered for it. */
export const byCouncil = '; lệ phí do HĐND cấp tỉnh quy định';
