/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AbsenceEndCause =
  | 'recorded_in_error'
  | 'returned';

export type ArriveByNationalIdInput = {
  birth: string;
  evidence?: EvidenceInput | null | undefined;
  fullName: string;
  householdId: string;
  kind: ResidenceKind;
  nationalId: string;
  relation: Relation;
  since: string;
  source: ResidenceSource;
  until?: string | null | undefined;
};

export type AskedFeeInput = {
  copies: number;
  discountKey?: string | null | undefined;
  feeKey: string;
  quantity: number;
};

export type AskedPaperInput = {
  name: string;
  wrong: string;
};

/** How a step finds its officer: none (whoever takes it up), load (who has the fewest open), rota (who has waited longest). */
export type AssignmentRule =
  | 'load'
  | 'none'
  | 'rota';

export type BankAccountInput = {
  accountName: string;
  accountNumber: string;
  bankBin: string;
  bankName: string;
};

export type Boundaries =
  | 'now'
  | 'then';

/** Exactly one of the four changes is given. */
export type BoundaryChangeInput = {
  effectiveOn: string;
  establish?: NewUnitInput | null | undefined;
  legalBasis?: string | null | undefined;
  merge?: MergeUnitsInput | null | undefined;
  rename?: RenameUnitInput | null | undefined;
  split?: SplitUnitInput | null | undefined;
  ward: string;
};

export type BoundaryChangeKind =
  | 'establish'
  | 'merge'
  | 'rename'
  | 'split';

export type BoundaryChangeState =
  | 'cancelled'
  | 'effective'
  | 'planned';

export type CalendarDayType =
  | 'holiday'
  | 'observed_off'
  | 'swap_off'
  | 'swap_work';

export type CalendarRowInput = {
  date: string;
  legalBasis: string;
  name: string;
  type: CalendarDayType;
};

export type ChangeCitizenInput = {
  changes: Array<FieldChange>;
  citizenId: string;
  evidence?: EvidenceInput | null | undefined;
  nature: ChangeNature;
  occurredOn: string;
};

export type ChangeNature =
  | 'change'
  | 'correction';

export type CheckedPaperInput = {
  copies: number;
  form: PaperForm;
  key: string;
  name: string;
  source: PaperSource;
};

export type CitizenDetailsInput = {
  birth?: string | null | undefined;
  birthPlace?: string | null | undefined;
  disability?: string | null | undefined;
  earlierId?: string | null | undefined;
  education?: string | null | undefined;
  eidLevel?: string | null | undefined;
  eidSince?: string | null | undefined;
  email?: string | null | undefined;
  ethnicity?: string | null | undefined;
  fullName: string;
  healthInsurance?: string | null | undefined;
  homeTown?: string | null | undefined;
  maritalStatus?: string | null | undefined;
  nationalId?: string | null | undefined;
  nationality?: string | null | undefined;
  note?: string | null | undefined;
  occupation?: string | null | undefined;
  otherName?: string | null | undefined;
  phone?: string | null | undefined;
  religion?: string | null | undefined;
  sex: Sex;
  workplace?: string | null | undefined;
};

export type ColumnMappingInput = {
  column: number;
  field: string;
  relations?: Array<RelationCodeInput> | null | undefined;
};

/** Sent with every command; a repeat of the same id answers the first result and changes nothing. */
export type CommandMeta = {
  commandId: string;
};

export type Competence =
  | 'other'
  | 'police'
  | 'ward';

export type ConfirmationMethod =
  | 'documents'
  | 'phone'
  | 'self_declared'
  | 'visit';

export type CutBand =
  | 'from_30_to_50'
  | 'from_51_to_75'
  | 'over_75'
  | 'under_30';

export type DifferenceKind =
  /** A household at another address. */
  | 'address'
  | 'arrival'
  | 'birth'
  | 'details'
  /** In the register and not in the file. */
  | 'missing'
  | 'move';

export type DifferenceResolution =
  | 'change'
  | 'correction'
  | 'death'
  | 'departure';

export type DifferenceState =
  | 'applied'
  /** Confirmed, and being recorded. */
  | 'confirmed'
  | 'open'
  | 'refused'
  /** Recorded, and taken back with the import. */
  | 'withdrawn';

export type DossierAnswerInput = {
  key: string;
  value: string;
};

export type DossierBatchAct =
  | 'approve'
  | 'assign'
  | 'hand_on'
  | 'return';

export type DossierChannel =
  | 'desk'
  | 'online'
  | 'post';

export type DossierDrawer =
  | 'awaiting'
  | 'incoming'
  | 'open'
  | 'over'
  | 'ready'
  /** Settled, and the reader is to write it into the register. */
  | 'to_write';

export type DossierEndingKind =
  | 'declined'
  | 'refused'
  | 'settled'
  | 'stopped'
  | 'withdrawn';

export type DossierOwner =
  | 'mine'
  | 'team'
  | 'unit';

/** How a dossier's clock stands: not_started, no_term, in_time, likely_late, late, paused, or, when it has ended, early, on_time, ended_late. */
export type DossierPace =
  | 'early'
  | 'ended_late'
  | 'in_time'
  | 'late'
  | 'likely_late'
  | 'no_term'
  | 'not_started'
  | 'on_time'
  | 'paused';

export type DossierPaceFilter =
  | 'due_soon'
  | 'late'
  /** In time so far, with less time left than three out of four earlier ones took from this step to their end. */
  | 'likely_late'
  /** Three working days without an act, or fifteen waiting for its owner. */
  | 'stuck';

/** The forms of Circular 03/2025/TT-VPCP, and what goes with them. */
export type DossierPaper =
  | 'fee_notice'
  | 'fee_receipt'
  | 'handover'
  | 'm01'
  | 'm02'
  | 'm03'
  | 'm04'
  | 'm05'
  | 'm06'
  | 'receipt_note';

export type DossierStatus =
  | 'accepted'
  | 'awaiting_fees'
  | 'awaiting_papers'
  | 'declined'
  | 'processing'
  | 'returned'
  | 'settled'
  | 'stopped'
  | 'submitted'
  | 'withdrawn';

export type DossierWarningCode =
  | 'calendar_not_confirmed'
  | 'extended_after_due'
  | 'extended_again'
  | 'papers_requested_again';

export type DwellingChanges = {
  houseNumber?: string | null | undefined;
  kind?: DwellingKind | null | undefined;
  oldNumber?: string | null | undefined;
  point?: PointInput | null | undefined;
  street?: string | null | undefined;
};

export type DwellingInput = {
  houseNumber?: string | null | undefined;
  kind: DwellingKind;
  neighbourhood?: string | null | undefined;
  occurredOn: string;
  oldNumber?: string | null | undefined;
  point?: PointInput | null | undefined;
  street?: string | null | undefined;
  ward: string;
};

export type DwellingKind =
  | 'boarding_house'
  | 'dormitory'
  | 'flat'
  | 'house'
  | 'institution'
  | 'mixed_use'
  | 'other';

/** Of which of a household's people `eid` is asked: those of one group of `EidFigures`. */
export type EidGroupFilter = {
  /** In whole years on the day, inclusive */
  ageFrom?: number | null | undefined;
  ageTo?: number | null | undefined;
  /** Code, or `unknown` */
  ethnicity?: string | null | undefined;
  /** Whose dwelling has no neighbourhood yet */
  unplaced?: boolean | null | undefined;
};

export type EidGrouping =
  | 'age'
  | 'ethnicity'
  | 'neighbourhood';

export type EidHolding =
  | 'level1'
  | 'level2'
  | 'none';

/** Households in which anybody of 14 and older lives; in which somebody, or everybody, of them has level 2. */
export type EidHouseholds =
  | 'all'
  | 'any'
  | 'some';

export type EndHouseholdStatusInput = {
  evidence?: EvidenceInput | null | undefined;
  householdId: string;
  occurredOn: string;
  statusId: string;
};

export type EndMarriageInput = {
  cause: MarriageEndCause;
  citizenId: string;
  evidence?: EvidenceInput | null | undefined;
  marriageId: string;
  occurredOn: string;
};

/** The paper, or the visit, that a fact is recorded from. */
export type EvidenceInput = {
  issuedBy?: string | null | undefined;
  issuedOn?: string | null | undefined;
  kind: EvidenceKind;
  number?: string | null | undefined;
};

export type EvidenceKind =
  | 'birth_certificate'
  | 'court_judgment'
  | 'death_certificate'
  | 'decision'
  | 'declaration'
  | 'marriage_certificate'
  | 'other'
  | 'residence_notice'
  | 'visit';

export type ExtensionCause =
  | 'apology'
  | 'verification';

export type FeeChannel =
  | 'any'
  | 'desk'
  | 'online';

export type FeeDiscountInput = {
  key: string;
  percent: number;
  reason: string;
};

export type FeeInput = {
  amount: number;
  amountFromThird?: number | null | undefined;
  channel: FeeChannel;
  discounts: Array<FeeDiscountInput>;
  key: string;
  legalBasis?: string | null | undefined;
  most?: number | null | undefined;
  name: string;
  per: FeePer;
  validFrom?: string | null | undefined;
  validTo?: string | null | undefined;
};

export type FeePer =
  | 'copy'
  | 'dossier'
  | 'page';

/** A new value for one field of a citizen; `shown` is what the form showed (null = empty), masked fields cannot be changed unrevealed. */
export type FieldChange = {
  field: string;
  shown?: string | null | undefined;
  value?: string | null | undefined;
};

export type FieldGroup =
  | 'accessLog'
  | 'contact'
  | 'educationWork'
  | 'ethnicityReligion'
  | 'health'
  | 'identity'
  | 'military'
  | 'nationalId'
  | 'notes'
  | 'policyStatus'
  | 'residence';

export type FieldRight =
  | 'masked'
  | 'none'
  | 'propose'
  | 'read'
  | 'write';

export type FormHouseholdInput = {
  dwellingId: string;
  evidence?: EvidenceInput | null | undefined;
  note?: string | null | undefined;
  number?: string | null | undefined;
  occurredOn: string;
  phone?: string | null | undefined;
};

export type FromRegister =
  | 'household'
  | 'identity'
  | 'marital_status'
  | 'poverty_status'
  | 'residence';

export type GrantHouseholdStatusInput = {
  evidence?: EvidenceInput | null | undefined;
  householdId: string;
  occurredOn: string;
  status: string;
  until?: string | null | undefined;
};

export type GrantPolicyStatusInput = {
  citizenId: string;
  evidence?: EvidenceInput | null | undefined;
  occurredOn: string;
  status: string;
  until?: string | null | undefined;
};

export type GrantPositionInput = {
  accountId: string;
  from: string;
  role: Role;
  title?: string | null | undefined;
  unit: string;
  until?: string | null | undefined;
};

export type Headcount =
  | 'permanent'
  | 'present'
  | 'temporary';

export type ImportRowState =
  /** Somebody new, or come from elsewhere, in a later file: waits for somebody to confirm it. */
  | 'confirm'
  | 'create'
  | 'error'
  /** No person: a title, a sum, headings once more. */
  | 'skipped'
  | 'unchanged'
  | 'update'
  | 'warning';

export type ImportState =
  | 'cancelled'
  | 'checking'
  | 'committed'
  | 'committing'
  | 'failed'
  | 'needs_mapping'
  | 'reading'
  | 'ready'
  | 'refused'
  | 'withdrawing'
  | 'withdrawn';

/** When the citizen already has a residence of the same kind, `cause: move` ends it in the same act. */
export type JoinHouseholdInput = {
  cameFrom?: string | null | undefined;
  cause: ResidenceStartCause;
  citizenId: string;
  evidence?: EvidenceInput | null | undefined;
  /** The ward they came from, by its code. */
  fromWard?: string | null | undefined;
  householdId: string;
  kind: ResidenceKind;
  relation: Relation;
  since: string;
  source: ResidenceSource;
  until?: string | null | undefined;
};

export type JoinHouseholdsInput = {
  evidence?: EvidenceInput | null | undefined;
  householdId: string;
  intoHouseholdId: string;
  occurredOn: string;
  relations: Array<MemberRelationInput>;
};

export type KeptKind =
  | 'citizen'
  | 'dwelling'
  | 'household';

export type KeptWhy =
  | 'changed'
  | 'head'
  | 'inhabited'
  | 'members'
  /** Somebody else holds the identity number by now. */
  | 'number';

export type LeaveHouseholdInput = {
  cause: ResidenceEndCause;
  citizenId: string;
  evidence?: EvidenceInput | null | undefined;
  occurredOn: string;
  residenceId: string;
  /** The ward they went to, by its code. */
  toWard?: string | null | undefined;
  wentTo?: string | null | undefined;
};

export type LifeEvent =
  | 'absence'
  | 'birth'
  | 'death'
  | 'departure'
  | 'marriage'
  | 'renewal';

/** What is about to be recorded; only what the event needs is looked at. */
export type LifeWarningsInput = {
  /** Of a birth: when, and whom the form names as parents. */
  birth?: string | null | undefined;
  citizenId?: string | null | undefined;
  event: LifeEvent;
  fatherId?: string | null | undefined;
  motherId?: string | null | undefined;
  occurredOn: string;
  residenceId?: string | null | undefined;
  spouseId?: string | null | undefined;
  until?: string | null | undefined;
};

export type LikelyDecision = {
  /** The person that the row is; null = another person. */
  citizenId?: string | null | undefined;
  line: number;
};

export type MarriageEndCause =
  | 'death'
  | 'divorce'
  | 'recorded_in_error';

export type Matter =
  | 'adoption'
  | 'agriculture'
  | 'authentication'
  | 'civil_status'
  | 'complaints'
  | 'construction'
  | 'household_business'
  | 'land'
  | 'mediation'
  | 'merit'
  | 'other'
  | 'poverty'
  | 'residence'
  | 'social_protection';

export type MemberRelationInput = {
  citizenId: string;
  relation: Relation;
};

export type MergeUnitsInput = {
  from: Array<string>;
  into: NewUnitInput;
};

export type MoveSide =
  | 'arrival'
  | 'departure';

export type NarrowFieldInput = {
  from: string;
  group: FieldGroup;
  right: FieldRight;
  role: Role;
  unit: string;
  until?: string | null | undefined;
};

/** The code is made when absent: the ward's next free number. */
export type NewUnitInput = {
  code?: string | null | undefined;
  name: string;
};

export type NoticeState =
  | 'failed'
  | 'sent'
  | 'waiting';

/** The dossier and the version of it that the page showed. */
export type OnDossierInput = {
  dossierId: string;
  expectedVersion: number;
};

export type OneStopSettingsInput = {
  address?: string | null | undefined;
  agencyCode: string;
  assignment: AssignmentRule;
  bankAccount?: BankAccountInput | null | undefined;
  deskName: string;
  feesPause: PauseMode;
  papersPause: PauseMode;
  phone?: string | null | undefined;
};

export type OnlineLevel =
  | 'full'
  | 'none'
  | 'partial';

export type OpenAccountInput = {
  displayName: string;
  from: string;
  role: Role;
  title?: string | null | undefined;
  unit: string;
  until?: string | null | undefined;
  username: string;
};

export type PaperForm =
  | 'certified'
  | 'copy'
  | 'electronic'
  | 'original';

export type PaperSource =
  | 'brought'
  | 'later'
  | 'register';

export type PaperStage =
  | 'appraisal'
  | 'intake';

export type PartyInput = {
  address?: string | null | undefined;
  birth?: string | null | undefined;
  email?: string | null | undefined;
  kind: PartyKind;
  name: string;
  nationalId?: string | null | undefined;
  phone?: string | null | undefined;
};

export type PartyKind =
  | 'agency'
  | 'business'
  | 'citizen'
  | 'household_business'
  | 'organisation';

export type PastColumnInput = {
  column: number;
  field: string;
};

export type PastDossierState =
  | 'create'
  | 'error'
  | 'open'
  | 'skipped'
  | 'unchanged'
  | 'warning';

export type PauseMode =
  | 'restart'
  | 'shift';

export type PaymentMethod =
  | 'cash'
  | 'transfer';

/** Who of a figure's people: every figure has the filter that its list is asked by. */
export type PeopleFilter = {
  /** In whole years on the day, inclusive */
  ageFrom?: number | null | undefined;
  ageTo?: number | null | undefined;
  /** Whom it brought or took since movementFrom; goes with no other filter */
  cause?: string | null | undefined;
  /** Among people of 14 and older */
  eidLevel?: EidHolding | null | undefined;
  /** Code, or `unknown` */
  ethnicity?: string | null | undefined;
  /** People of households with this status */
  householdStatus?: string | null | undefined;
  policyStatus?: string | null | undefined;
  residenceKind?: ResidenceStanding | null | undefined;
  sex?: Sex | null | undefined;
  /** Whose dwelling has no neighbourhood yet */
  unplaced?: boolean | null | undefined;
};

export type PointInput = {
  lat: number;
  lon: number;
};

export type PolicyEndCause =
  | 'ended'
  | 'recorded_in_error';

export type ProcedureInput = {
  code: string;
  competence: Competence;
  cutoff: boolean;
  decision?: string | null | undefined;
  /** The newest version that the form showed; 0 when there was none. */
  expectedVersion: number;
  fees: Array<FeeInput>;
  fieldName: string;
  formerLevel?: number | null | undefined;
  legalBasis?: string | null | undefined;
  matter: Matter;
  name: string;
  onTheSpot: boolean;
  onlineLevel: OnlineLevel;
  papers: Array<RequiredPaperInput>;
  partialReason?: string | null | undefined;
  proactiveLevel: number;
  resultCode?: string | null | undefined;
  resultName?: string | null | undefined;
  settlement?: SettlementKind | null | undefined;
  steps: Array<ProcedureStepInput>;
  term?: TermInput | null | undefined;
  validFrom: string;
  ward: string;
};

export type ProcedureStepInput = {
  key: string;
  kind: StepKind;
  name: string;
  roles: Array<Role>;
  term?: TermInput | null | undefined;
};

export type RateServiceInput = {
  /** Of the dossier, with `digits`; or else the phone. */
  code?: string | null | undefined;
  comment?: string | null | undefined;
  counter?: string | null | undefined;
  /** The last four digits of the phone (or of the identity number) that was left with the dossier. */
  digits?: string | null | undefined;
  marks: Array<RatingMarkInput>;
  officer?: string | null | undefined;
  phone?: string | null | undefined;
  via: RatingVia;
  ward: string;
};

export type RatingCriterionInput = {
  en: string;
  key: string;
  vi: string;
};

export type RatingMarkInput = {
  key: string;
  mark: number;
};

export type RatingSettingsInput = {
  criteria: Array<RatingCriterionInput>;
  /** For so many days after a dossier is over it may be rated. */
  days: number;
  /** From so many answers on officers are ranked. */
  rankFrom: number;
};

export type RatingSubjectKind =
  | 'officer'
  | 'procedure'
  | 'ward';

export type RatingVia =
  | 'desk'
  | 'dossier'
  | 'officer';

export type RecordDeathInput = {
  citizenId: string;
  evidence?: EvidenceInput | null | undefined;
  occurredOn: string;
};

/** The spouse by id where the register knows them, else by name. */
export type RecordMarriageInput = {
  citizenId: string;
  evidence?: EvidenceInput | null | undefined;
  occurredOn: string;
  spouseId?: string | null | undefined;
  spouseName?: string | null | undefined;
};

export type RegisterBirthInput = {
  /** The child lives in a household of neither parent, as they agree (Luật Cư trú 2020, Điều 12.2). */
  apart?: boolean | null | undefined;
  details: CitizenDetailsInput;
  evidence?: EvidenceInput | null | undefined;
  fatherId?: string | null | undefined;
  householdId: string;
  /** Mother, father or both as far as the register knows them; at least one lives in the household, unless apart. */
  motherId?: string | null | undefined;
  relation: Relation;
};

export type RegisterCitizenInput = {
  cameFrom?: string | null | undefined;
  cause: ResidenceStartCause;
  details: CitizenDetailsInput;
  evidence?: EvidenceInput | null | undefined;
  /** The ward they came from, by its code. */
  fromWard?: string | null | undefined;
  householdId: string;
  kind: ResidenceKind;
  relation: Relation;
  since: string;
  sinceEstimated?: boolean | null | undefined;
  source: ResidenceSource;
  until?: string | null | undefined;
};

/** Exactly one, of those that the dossier's kind of settlement writes: the registry's own command. */
export type RegisterInput = {
  birth?: RegisterBirthInput | null | undefined;
  change?: ChangeCitizenInput | null | undefined;
  death?: RecordDeathInput | null | undefined;
  householdStatus?: GrantHouseholdStatusInput | null | undefined;
  householdStatusEnd?: EndHouseholdStatusInput | null | undefined;
  marriage?: RecordMarriageInput | null | undefined;
  marriageEnd?: EndMarriageInput | null | undefined;
};

/** Whom a matter concerns. */
export type RegisterRole =
  | 'deceased'
  | 'father'
  | 'head'
  | 'husband'
  | 'mother'
  | 'subject'
  | 'wife';

export type RegisterState =
  /** An officer found that nothing is to be written. */
  | 'declined'
  /** Settled, and waiting to be written. */
  | 'pending'
  | 'written';

export type Relation =
  | 'adopted_child'
  | 'adoptive_parent'
  | 'child'
  | 'daughter_in_law'
  | 'father'
  | 'father_in_law'
  | 'grandchild'
  | 'grandparent'
  | 'great_grandchild'
  | 'great_grandparent'
  | 'guardian'
  | 'head'
  | 'husband'
  | 'lodger'
  | 'mother'
  | 'mother_in_law'
  | 'nephew_niece'
  | 'other'
  | 'sibling'
  | 'sibling_in_law'
  | 'son_in_law'
  | 'step_child'
  | 'step_parent'
  | 'uncle_aunt'
  | 'unknown'
  | 'ward'
  | 'wife';

export type RelationCodeInput = {
  code: string;
  relation: Relation;
};

export type RenameUnitInput = {
  code: string;
  name: string;
};

export type RenewResidenceInput = {
  citizenId: string;
  evidence?: EvidenceInput | null | undefined;
  occurredOn: string;
  residenceId: string;
  source: ResidenceSource;
  until: string;
};

export type RequiredPaperInput = {
  copies: number;
  form: PaperForm;
  fromRegister?: FromRegister | null | undefined;
  key: string;
  name: string;
  required: boolean;
};

export type ResidenceEndCause =
  | 'departure'
  | 'expired'
  | 'move'
  | 'recorded_in_error';

export type ResidenceKind =
  | 'permanent'
  | 'temporary';

export type ResidenceSource =
  | 'board'
  | 'dossier'
  | 'import'
  | 'other'
  | 'police'
  | 'self_declared';

export type ResidenceStanding =
  | 'absent'
  | 'permanent'
  | 'temporary';

export type ResidenceStartCause =
  | 'arrival'
  | 'birth'
  | 'first_entry'
  | 'move';

export type ReturnBy =
  | 'desk'
  | 'online'
  | 'post';

export type RevealPurpose =
  | 'audit'
  | 'complaint'
  | 'dossier'
  | 'identity_check'
  | 'other'
  | 'statistics';

export type Role =
  | 'administrator'
  | 'auditor'
  | 'board'
  | 'civil_status'
  | 'department'
  | 'desk'
  | 'economy'
  | 'land'
  | 'leader'
  | 'military'
  | 'police'
  | 'social';

export type SaturdayHoursInput = {
  hours: Array<WorkingSpanInput>;
  workingDay: boolean;
};

export type SearchKind =
  | 'citizen'
  | 'dwelling'
  | 'household';

export type SettlementKind =
  | 'birth'
  | 'civil_correction'
  | 'death'
  | 'household_status'
  | 'marital_status'
  | 'marriage';

export type Sex =
  | 'female'
  | 'male'
  | 'unknown';

export type SigningState =
  | 'cancelled'
  | 'done'
  | 'failed'
  | 'waiting';

export type SplitHouseholdInput = {
  citizenIds: Array<string>;
  dwellingId?: string | null | undefined;
  evidence?: EvidenceInput | null | undefined;
  headId: string;
  householdId: string;
  number?: string | null | undefined;
  occurredOn: string;
  phone?: string | null | undefined;
  relations: Array<MemberRelationInput>;
};

export type SplitPartInput = {
  dwellings: Array<string>;
  streets: Array<string>;
  unit: NewUnitInput;
};

export type SplitUnitInput = {
  from: string;
  into: Array<SplitPartInput>;
};

export type StartAbsenceInput = {
  citizenId: string;
  destination?: string | null | undefined;
  evidence?: EvidenceInput | null | undefined;
  occurredOn: string;
  reason?: string | null | undefined;
  source: ResidenceSource;
  until?: string | null | undefined;
};

export type StepKind =
  | 'appraise'
  | 'approve'
  | 'return'
  | 'sign'
  | 'take';

export type SubmissionInput = {
  /** The answer to the question of a refusal PUBLIC_QUESTION. */
  answer?: string | null | undefined;
  answers: Array<DossierAnswerInput>;
  dossierId: string;
  /** They want letters about its course, at the address of who hands it in, or of the owner. */
  mailNotices?: boolean | null | undefined;
  owner: PartyInput;
  procedureId: string;
  returnBy: ReturnBy;
  /** Who hands it in for the owner; its phone, or the owner's, is what opens the dossier's page. */
  submitter?: PartyInput | null | undefined;
  /** Of `publicForm`. */
  token: string;
  /** A field that no person sees: whoever fills it in is a machine. */
  trap?: string | null | undefined;
};

export type TakeInInput = {
  answers: Array<DossierAnswerInput>;
  channel: DossierChannel;
  handOn: boolean;
  /** Whoever hands it in wants letters about its course at the address that they gave. */
  mailNotices?: boolean | null | undefined;
  owner: PartyInput;
  ownerId?: string | null | undefined;
  papers: Array<CheckedPaperInput>;
  procedureId: string;
  /** When it came, if that was before now. */
  receivedAt?: string | null | undefined;
  returnBy: ReturnBy;
  /** A dossier that was sent in, as the page showed it. */
  submission?: OnDossierInput | null | undefined;
  submitter?: PartyInput | null | undefined;
};

export type TemporaryStay =
  | 'expired'
  | 'expiring';

export type TermInput = {
  amount?: number | null | undefined;
  unit: TermUnit;
};

export type TermUnit =
  | 'days'
  | 'hours'
  | 'same_day'
  | 'working_days';

export type UnitLevel =
  | 'city'
  | 'district'
  | 'neighbourhood'
  | 'ward';

export type UploadState =
  /** Checked; the dossier takes it in a moment, or once it is sent. */
  | 'passed'
  | 'refused'
  /** Being checked. */
  | 'waiting';

export type WithdrawalReason =
  | 'duplicate'
  | 'other'
  | 'outdated'
  | 'wrong_columns'
  | 'wrong_file'
  | 'wrong_ward';

export type WorkingSpanInput = {
  from: string;
  to: string;
};

export type WorkingWeekInput = {
  hours: Array<WorkingSpanInput>;
  saturday?: SaturdayHoursInput | null | undefined;
};

export type PositionFullFragment = { id: string, role: Role, title: string | null, from: string, until: string | null, valid: boolean, unit: { code: string, name: string, level: UnitLevel } };

export type AccountsQueryVariables = Exact<{
  text?: string | null | undefined;
  after?: string | null | undefined;
  first: number;
}>;


export type AccountsQuery = { accounts: { total: number, nextCursor: string | null, items: Array<{ id: string, username: string, displayName: string, closed: boolean, lastSignIn: string | null, version: number, positions: Array<{ id: string, role: Role, title: string | null, from: string, until: string | null, valid: boolean, unit: { code: string, name: string, level: UnitLevel } }> }> } };

export type AccountPageQueryVariables = Exact<{
  id: string;
}>;


export type AccountPageQuery = { account: { id: string, username: string, displayName: string, closed: boolean, lastSignIn: string | null, version: number, positions: Array<{ id: string, role: Role, title: string | null, from: string, until: string | null, valid: boolean, unit: { code: string, name: string, level: UnitLevel } }> } | null };

export type OpenAccountMutationVariables = Exact<{
  meta: CommandMeta;
  input: OpenAccountInput;
}>;


export type OpenAccountMutation = { openAccount: { position: string, accountId: string, oneTimePassword: string | null } };

export type RenameAccountMutationVariables = Exact<{
  meta: CommandMeta;
  accountId: string;
  displayName: string;
}>;


export type RenameAccountMutation = { renameAccount: { position: string } };

export type CloseAccountMutationVariables = Exact<{
  meta: CommandMeta;
  accountId: string;
}>;


export type CloseAccountMutation = { closeAccount: { position: string } };

export type GrantPositionMutationVariables = Exact<{
  meta: CommandMeta;
  input: GrantPositionInput;
}>;


export type GrantPositionMutation = { grantPosition: { position: string } };

export type EndPositionMutationVariables = Exact<{
  meta: CommandMeta;
  accountId: string;
  positionId: string;
  occurredOn: string;
}>;


export type EndPositionMutation = { endPosition: { position: string } };

export type ResetPasswordMutationVariables = Exact<{
  accountId: string;
}>;


export type ResetPasswordMutation = { resetPassword: { password: string } };

export type SystemStateQueryVariables = Exact<{ [key: string]: never; }>;


export type SystemStateQuery = { system: { head: string, lastBackup: string | null, lastBackupError: string | null, services: Array<{ name: string, configured: boolean, reachableSince: string | null, lastFailureAt: string | null, lastFailure: string | null, waiting: number }>, projections: Array<{ name: string, version: number, state: string, position: string, lag: number }> } };

export type FieldTableQueryVariables = Exact<{
  unit: string;
}>;


export type FieldTableQuery = { fieldTable: { cells: Array<{ role: Role, group: FieldGroup, granted: FieldRight, right: FieldRight }>, narrowings: Array<{ id: string, role: Role, group: FieldGroup, right: FieldRight, from: string, until: string | null, endedOn: string | null, unit: { code: string, name: string, level: UnitLevel } }> } | null };

export type NarrowFieldMutationVariables = Exact<{
  meta: CommandMeta;
  input: NarrowFieldInput;
}>;


export type NarrowFieldMutation = { narrowField: { position: string } };

export type RestoreFieldMutationVariables = Exact<{
  meta: CommandMeta;
  unit: string;
  narrowingId: string;
  occurredOn: string;
}>;


export type RestoreFieldMutation = { restoreField: { position: string } };

export type DossierOfficersQueryVariables = Exact<{ [key: string]: never; }>;


export type DossierOfficersQuery = { dossierOfficers: Array<{ accountId: string, name: string, open: number }> };

export type WorkOnDossiersMutationVariables = Exact<{
  meta: CommandMeta;
  on: Array<OnDossierInput> | OnDossierInput;
  act: DossierBatchAct;
  note?: string | null | undefined;
  accountId?: string | null | undefined;
  by?: ReturnBy | null | undefined;
}>;


export type WorkOnDossiersMutation = { workOnDossiers: { position: string, outcomes: Array<{ dossierId: string, refusal: string | null, dossier: { code: string | null, owner: { name: string } | null, printable: Array<{ form: DossierPaper, requestId: string | null }> } | null }> } };

export type DossierLineFragment = { id: string, code: string | null, status: DossierStatus, pace: DossierPace, stuck: boolean, dueOn: string | null, submittedAt: string | null, receivedAt: string | null, endedAt: string | null, approved: boolean, owner: { name: string } | null, procedure: { name: string }, step: { name: string } | null, assignee: { name: string } | null };

export type TermFullFragment = { unit: TermUnit, amount: number | null };

export type FeeFullFragment = { key: string, name: string, amount: number, per: FeePer, amountFromThird: number | null, most: number | null, channel: FeeChannel, validFrom: string | null, validTo: string | null, legalBasis: string | null, discounts: Array<{ key: string, reason: string, percent: number }> };

export type PartyFullFragment = { kind: PartyKind, name: string, nationalId: string | null, birth: string | null, phone: string | null, email: string | null, address: string | null };

export type InboxQueryVariables = Exact<{
  drawer: DossierDrawer;
  whose?: DossierOwner | null | undefined;
  pace?: DossierPaceFilter | null | undefined;
  matter?: Matter | null | undefined;
  text?: string | null | undefined;
  after?: string | null | undefined;
  first: number;
}>;


export type InboxQuery = { dossiers: { nextCursor: string | null, items: Array<{ version: number, id: string, code: string | null, status: DossierStatus, pace: DossierPace, stuck: boolean, dueOn: string | null, submittedAt: string | null, receivedAt: string | null, endedAt: string | null, approved: boolean, printable: Array<{ form: DossierPaper, requestId: string | null }>, owner: { name: string } | null, procedure: { name: string }, step: { name: string } | null, assignee: { name: string } | null }> }, dossierCounts: { incoming: number, mine: number, team: number, unit: number, awaiting: number, ready: number, late: number, dueSoon: number, likelyLate: number, stuck: number, toWrite: number } };

export type IntakeProceduresQueryVariables = Exact<{
  ward: string;
  text?: string | null | undefined;
  matter?: Matter | null | undefined;
}>;


export type IntakeProceduresQuery = { procedures: Array<{ id: string, code: string, name: string, matter: Matter, fieldName: string, competence: Competence, onTheSpot: boolean, term: { unit: TermUnit, amount: number | null } | null, steps: Array<{ roles: Array<Role> }> }>, oneStop: { settings: { deskName: string } | null } | null };

export type IntakeProcedureQueryVariables = Exact<{
  id: string;
}>;


export type IntakeProcedureQuery = { procedure: { id: string, code: string, name: string, version: number, matter: Matter, fieldName: string, competence: Competence, onTheSpot: boolean, settlement: SettlementKind | null, resultName: string | null, term: { unit: TermUnit, amount: number | null } | null, fees: Array<{ key: string, name: string, amount: number, per: FeePer, amountFromThird: number | null, most: number | null, channel: FeeChannel, validFrom: string | null, validTo: string | null, legalBasis: string | null, discounts: Array<{ key: string, reason: string, percent: number }> }>, papers: Array<{ key: string, name: string, form: PaperForm, copies: number, required: boolean, fromRegister: FromRegister | null }>, steps: Array<{ key: string, name: string, roles: Array<Role> }> } | null };

export type IntakeOwnerQueryVariables = Exact<{
  id: string;
}>;


export type IntakeOwnerQuery = { citizen: { id: string, fullName: string, sex: Sex, birth: string | null, nationalId: string | null, phone: string | null, email: string | null, maritalStatus: string | null, masked: Array<string>, died: string | null, residences: Array<{ id: string, household: { id: string, dwelling: { id: string, address: string, ward: { code: string, name: string, level: UnitLevel }, neighbourhood: { code: string, name: string, level: UnitLevel } | null }, statuses: Array<{ status: string | null, holds: boolean }> } }> } | null };

export type LikelySameDossiersQueryVariables = Exact<{
  procedureId: string;
  ownerId?: string | null | undefined;
  nationalId?: string | null | undefined;
}>;


export type LikelySameDossiersQuery = { likelySameDossiers: Array<{ id: string, code: string | null, status: DossierStatus, pace: DossierPace, stuck: boolean, dueOn: string | null, submittedAt: string | null, receivedAt: string | null, endedAt: string | null, approved: boolean, owner: { name: string } | null, procedure: { name: string }, step: { name: string } | null, assignee: { name: string } | null }> };

export type DossierPageQueryVariables = Exact<{
  id: string;
}>;


export type DossierPageQuery = { dossier: { version: number, ward: string, matter: Matter, nationalCode: string | null, nationalStatus: number, channel: DossierChannel, returnBy: ReturnBy, hoursLeft: number | null, dueAt: string | null, stepDueAt: string | null, pausedSince: string | null, ownerId: string | null, id: string, code: string | null, status: DossierStatus, pace: DossierPace, stuck: boolean, dueOn: string | null, submittedAt: string | null, receivedAt: string | null, endedAt: string | null, approved: boolean, rating: { at: string, via: RatingVia, counter: string | null, comment: string | null, marks: Array<{ key: string, mark: number }>, criteria: Array<{ key: string, vi: string, en: string }> } | null, past: { procedureCode: string | null, procedureName: string, receivedAt: string | null, dueAt: string | null, endedAt: string | null, flags: Array<{ code: string, text: string }>, steps: Array<{ name: string | null, department: string | null, officer: string | null, startedAt: string | null, dueAt: string | null, endedAt: string | null }> } | null, assignee: { accountId: string, name: string } | null, owner: { name: string, kind: PartyKind, nationalId: string | null, birth: string | null, phone: string | null, email: string | null, address: string | null } | null, submitter: { kind: PartyKind, name: string, nationalId: string | null, birth: string | null, phone: string | null, email: string | null, address: string | null } | null, answers: Array<{ key: string, value: string }>, papers: Array<{ key: string, name: string, form: PaperForm, copies: number, source: PaperSource }>, step: { key: string, name: string, kind: StepKind, roles: Array<Role> } | null, procedure: { id: string, code: string, name: string, version: number, fieldName: string, onTheSpot: boolean, settlement: SettlementKind | null, resultName: string | null, term: { unit: TermUnit, amount: number | null } | null, fees: Array<{ key: string, name: string, amount: number, per: FeePer, amountFromThird: number | null, most: number | null, channel: FeeChannel, validFrom: string | null, validTo: string | null, legalBasis: string | null, discounts: Array<{ key: string, reason: string, percent: number }> }>, papers: Array<{ key: string, name: string, form: PaperForm, copies: number, required: boolean, fromRegister: FromRegister | null }>, steps: Array<{ key: string, name: string, kind: StepKind, roles: Array<Role> }> }, warnings: Array<{ code: DossierWarningCode, count: number | null, day: string | null }>, requests: Array<{ requestId: string, at: string, stage: PaperStage, legalBasis: string | null, suppliedAt: string | null, papers: Array<{ name: string, wrong: string }> }>, fees: Array<{ requestId: string, at: string, total: number, waits: boolean, lines: Array<{ feeKey: string, name: string, quantity: number, amount: number, discountReason: string | null }>, receipt: { book: string, number: number, method: PaymentMethod, at: string } | null }>, uploads: Array<{ fileId: string, paper: string | null, state: UploadState, reason: string | null }>, files: Array<{ fileId: string, paper: string | null, name: string, mediaType: string, bytes: number, from: string, at: string, by: string | null, setAside: boolean, signedAs: string | null }>, prints: Array<{ paperId: string, form: DossierPaper, requestId: string | null, printNumber: number, at: string, by: string | null }>, printable: Array<{ form: DossierPaper, requestId: string | null }>, transfers: Array<{ requestId: string, bankName: string, accountNumber: string, accountName: string, amount: number, purpose: string, picture: string }>, extensions: Array<{ at: string, dueOn: string, cause: ExtensionCause, reason: string | null }>, ending: { kind: DossierEndingKind, at: string, reason: string | null, legalBasis: string | null, resultName: string | null, resultNumber: string | null, issuedOn: string | null, fileId: string | null } | null, returned: { by: ReturnBy, at: string, receivedBy: string | null, reference: string | null } | null, register: { kind: SettlementKind, state: RegisterState, mayWrite: boolean, reason: string | null } | null, written: Array<{ kind: SettlementKind, citizenId: string | null, householdId: string | null, at: string }>, timeline: Array<{ type: string, at: string, recordedAt: string, version: number, by: string | null, from: string | null, to: string | null, note: string | null, dueOn: string | null, form: DossierPaper | null, printNumber: number | null }>, signings: Array<{ id: string, fileId: string, state: SigningState, by: string | null, askedAt: string, tries: number, lastTryAt: string | null, nextTryAt: string | null, reason: string | null, cancellable: boolean }>, notices: { configured: boolean, wanted: boolean, hasAddress: boolean, sent: number, waiting: number, failed: number, last: { state: NoticeState, queuedAt: string, nextTryAt: string | null, sentAt: string | null, reason: string | null } | null } } | null };

export type DossierAssigneesQueryVariables = Exact<{
  dossierId: string;
  step: string;
}>;


export type DossierAssigneesQuery = { dossierAssignees: Array<{ accountId: string, name: string, open: number }> };

export type TakeInDossierMutationVariables = Exact<{
  meta: CommandMeta;
  input: TakeInInput;
}>;


export type TakeInDossierMutation = { takeInDossier: { position: string, dossierId: string, code: string, dueAt: string | null } };

export type DeclineDossierMutationVariables = Exact<{
  meta: CommandMeta;
  on: OnDossierInput;
  reason: string;
  legalBasis?: string | null | undefined;
}>;


export type DeclineDossierMutation = { declineDossier: { position: string } };

export type AssignDossierMutationVariables = Exact<{
  meta: CommandMeta;
  on: OnDossierInput;
  accountId?: string | null | undefined;
}>;


export type AssignDossierMutation = { assignDossier: { position: string } };

export type HandOnDossierMutationVariables = Exact<{
  meta: CommandMeta;
  on: OnDossierInput;
  to?: string | null | undefined;
  note?: string | null | undefined;
  accountId?: string | null | undefined;
}>;


export type HandOnDossierMutation = { handOnDossier: { position: string } };

export type ApproveDossierMutationVariables = Exact<{
  meta: CommandMeta;
  on: OnDossierInput;
  note?: string | null | undefined;
}>;


export type ApproveDossierMutation = { approveDossier: { position: string } };

export type NoteNationalCodeMutationVariables = Exact<{
  meta: CommandMeta;
  on: OnDossierInput;
  nationalCode?: string | null | undefined;
}>;


export type NoteNationalCodeMutation = { noteNationalCode: { position: string } };

export type RequestPapersMutationVariables = Exact<{
  meta: CommandMeta;
  on: OnDossierInput;
  stage: PaperStage;
  papers: Array<AskedPaperInput> | AskedPaperInput;
  legalBasis?: string | null | undefined;
}>;


export type RequestPapersMutation = { requestPapers: { position: string } };

export type SupplyPapersMutationVariables = Exact<{
  meta: CommandMeta;
  on: OnDossierInput;
  channel: DossierChannel;
  note?: string | null | undefined;
}>;


export type SupplyPapersMutation = { supplyPapers: { position: string } };

export type RequestFeesMutationVariables = Exact<{
  meta: CommandMeta;
  on: OnDossierInput;
  fees: Array<AskedFeeInput> | AskedFeeInput;
  waits: boolean;
}>;


export type RequestFeesMutation = { requestFees: { position: string } };

export type PayFeesMutationVariables = Exact<{
  meta: CommandMeta;
  on: OnDossierInput;
  requestId: string;
  method: PaymentMethod;
  receiptBook: string;
  reference?: string | null | undefined;
}>;


export type PayFeesMutation = { payFees: { position: string, receiptNumber: number } };

export type VoidPaymentMutationVariables = Exact<{
  meta: CommandMeta;
  on: OnDossierInput;
  requestId: string;
  reason: string;
}>;


export type VoidPaymentMutation = { voidPayment: { position: string } };

export type WithdrawFeesMutationVariables = Exact<{
  meta: CommandMeta;
  on: OnDossierInput;
  requestId: string;
  reason: string;
}>;


export type WithdrawFeesMutation = { withdrawFees: { position: string } };

export type ExtendDossierMutationVariables = Exact<{
  meta: CommandMeta;
  on: OnDossierInput;
  dueOn: string;
  cause: ExtensionCause;
  reason: string;
}>;


export type ExtendDossierMutation = { extendDossier: { position: string } };

export type StopDossierMutationVariables = Exact<{
  meta: CommandMeta;
  on: OnDossierInput;
  reason: string;
  legalBasis?: string | null | undefined;
}>;


export type StopDossierMutation = { stopDossier: { position: string } };

export type RefuseDossierMutationVariables = Exact<{
  meta: CommandMeta;
  on: OnDossierInput;
  reason: string;
  legalBasis?: string | null | undefined;
}>;


export type RefuseDossierMutation = { refuseDossier: { position: string } };

export type WithdrawDossierMutationVariables = Exact<{
  meta: CommandMeta;
  on: OnDossierInput;
  reason?: string | null | undefined;
}>;


export type WithdrawDossierMutation = { withdrawDossier: { position: string } };

export type SettleDossierMutationVariables = Exact<{
  meta: CommandMeta;
  on: OnDossierInput;
  resultNumber?: string | null | undefined;
  issuedOn?: string | null | undefined;
  fileId?: string | null | undefined;
}>;


export type SettleDossierMutation = { settleDossier: { position: string } };

export type ReopenDossierMutationVariables = Exact<{
  meta: CommandMeta;
  on: OnDossierInput;
  reason: string;
}>;


export type ReopenDossierMutation = { reopenDossier: { position: string } };

export type ReturnDossierMutationVariables = Exact<{
  meta: CommandMeta;
  on: OnDossierInput;
  by: ReturnBy;
  receivedBy?: string | null | undefined;
  reference?: string | null | undefined;
}>;


export type ReturnDossierMutation = { returnDossier: { position: string } };

export type SetDossierFileAsideMutationVariables = Exact<{
  meta: CommandMeta;
  on: OnDossierInput;
  fileId: string;
  reason: string;
}>;


export type SetDossierFileAsideMutation = { setDossierFileAside: { position: string } };

export type DossierRegisterQueryVariables = Exact<{
  ward: string;
  from: string;
  to: string;
  first: number;
}>;


export type DossierRegisterQuery = { dossierRegister: { nextCursor: string | null, items: Array<{ id: string, code: string | null, status: DossierStatus, pace: DossierPace, stuck: boolean, dueOn: string | null, submittedAt: string | null, receivedAt: string | null, endedAt: string | null, approved: boolean, owner: { name: string } | null, procedure: { name: string }, step: { name: string } | null, assignee: { name: string } | null }> } };

export type DossierByCodeQueryVariables = Exact<{
  code: string;
}>;


export type DossierByCodeQuery = { dossierByCode: { id: string } | null };

export type OpenFollowMutationVariables = Exact<{
  code: string;
  digits: string;
}>;


export type OpenFollowMutation = { openFollow: { token: string } };

export type AnswerPapersMutationVariables = Exact<{
  meta: CommandMeta;
  token: string;
  note?: string | null | undefined;
}>;


export type AnswerPapersMutation = { answerPapers: { position: string } };

export type WithdrawFollowedMutationVariables = Exact<{
  meta: CommandMeta;
  token: string;
  reason?: string | null | undefined;
}>;


export type WithdrawFollowedMutation = { withdrawFollowed: { position: string } };

export type FollowedQueryVariables = Exact<{
  token: string;
}>;


export type FollowedQuery = { followed: { id: string, ward: string, wardName: string, deskName: string | null, deskAddress: string | null, deskPhone: string | null, code: string | null, nationalCode: string | null, lookup: string | null, procedureName: string, status: DossierStatus, nationalStatus: number, returnBy: ReturnBy, submittedAt: string | null, receivedAt: string | null, dueOn: string | null, endedAt: string | null, returnedAt: string | null, stepName: string | null, receivedBy: string | null, handledBy: string | null, endingKind: string | null, endingReason: string | null, legalBasis: string | null, resultName: string | null, hasResult: boolean, uploadToken: string | null, mayWithdraw: boolean, mayRate: boolean, awaited: { legalBasis: string | null, papers: Array<{ name: string, wrong: string }> } | null, fileFor: Array<{ key: string, name: string }>, fees: Array<{ requestId: string, total: number, lines: Array<{ name: string, amount: number }>, receipt: { number: number } | null }>, transfers: Array<{ requestId: string, bankName: string, accountNumber: string, accountName: string, purpose: string, picture: string }>, extensions: Array<{ dueOn: string, reason: string | null }>, prints: Array<{ paperId: string, form: DossierPaper, printNumber: number, at: string }>, course: Array<{ type: string, at: string }>, uploads: Array<{ fileId: string, state: UploadState, reason: string | null, at: string }> } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { accountId: string, displayName: string, username: string, mustChangePassword: boolean, may: Array<string>, rights: Array<{ group: FieldGroup, right: FieldRight }>, positions: Array<{ id: string, role: Role, title: string | null, valid: boolean, from: string, until: string | null, unit: { code: string, name: string, level: UnitLevel } }>, activePosition: { id: string, role: Role, title: string | null, unit: { code: string, name: string, level: UnitLevel, parent: { code: string, name: string, level: UnitLevel } | null } } | null } | null };

export type TodayQueryVariables = Exact<{ [key: string]: never; }>;


export type TodayQuery = { dossierCounts: { mineLate: number, mineDueSoon: number, mineLikelyLate: number, mineStuck: number, late: number, likelyLate: number, stuck: number, incoming: number, toWrite: number }, today: { wardName: string, demo: boolean, date: string, unplacedDwellings: number | null, householdsWithoutHead: number | null, importsRunning: Array<{ id: string, fileName: string, state: ImportState, progress: { done: number, total: number } }>, boundaryChangesAhead: Array<{ id: string, kind: BoundaryChangeKind, effectiveOn: string, into: Array<{ name: string }>, from: Array<{ name: string }> }>, warnings: Array<{ code: string, params: Array<{ name: string, value: string }> }> } };

export type SearchQueryVariables = Exact<{
  text: string;
  first: number;
}>;


export type SearchQuery = { search: { more: boolean, hits: Array<{ kind: SearchKind, id: string, title: string, subtitle: string, birth: string | null, sex: Sex | null, nationalId: string | null, address: string | null, neighbourhood: string | null, died: boolean }> } };

export type ChoosePositionMutationVariables = Exact<{
  positionId: string;
}>;


export type ChoosePositionMutation = { choosePosition: { accountId: string } };

export type SignOutEverywhereMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutEverywhereMutation = { signOutEverywhere: boolean };

export type ChangePasswordMutationVariables = Exact<{
  current: string;
  next: string;
}>;


export type ChangePasswordMutation = { changePassword: boolean };

export type ChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ChangedSubscription = { changed: { position: string, topics: Array<string> } };

export type SplitHouseholdMutationVariables = Exact<{
  meta: CommandMeta;
  input: SplitHouseholdInput;
}>;


export type SplitHouseholdMutation = { splitHousehold: { position: string, householdId: string } };

export type JoinHouseholdsMutationVariables = Exact<{
  meta: CommandMeta;
  input: JoinHouseholdsInput;
}>;


export type JoinHouseholdsMutation = { joinHouseholds: { position: string } };

export type GrantHouseholdStatusMutationVariables = Exact<{
  meta: CommandMeta;
  input: GrantHouseholdStatusInput;
}>;


export type GrantHouseholdStatusMutation = { grantHouseholdStatus: { position: string } };

export type EndHouseholdStatusMutationVariables = Exact<{
  meta: CommandMeta;
  householdId: string;
  statusId: string;
  cause: PolicyEndCause;
  occurredOn: string;
  evidence?: EvidenceInput | null | undefined;
}>;


export type EndHouseholdStatusMutation = { endHouseholdStatus: { position: string } };

export type ConfirmDwellingMutationVariables = Exact<{
  meta: CommandMeta;
  dwellingId: string;
  method: ConfirmationMethod;
  occurredOn: string;
  evidence?: EvidenceInput | null | undefined;
}>;


export type ConfirmDwellingMutation = { confirmDwelling: { position: string } };

export type HouseholdStatusesQueryVariables = Exact<{
  id: string;
}>;


export type HouseholdStatusesQuery = { household: { id: string, number: string | null, dwelling: { id: string, address: string, ward: { code: string, name: string, level: UnitLevel }, neighbourhood: { code: string, name: string, level: UnitLevel } | null }, head: { id: string, fullName: string } | null, statuses: Array<{ id: string, status: string | null, since: string, until: string | null, endedOn: string | null, holds: boolean }> } | null };

export type UnitGlanceQueryVariables = Exact<{
  code: string;
}>;


export type UnitGlanceQuery = { unit: { glance: { withoutHead: number, unconfirmed: number, unconfirmedDays: number, temporaryExpired: number, temporaryExpiring: number, poor: number | null, nearPoor: number | null } | null } | null };

export type ImportHeadFragment = { id: string, fileName: string, state: ImportState, createdAt: string, createdBy: string, problem: string | null, ward: { code: string, name: string, level: UnitLevel }, progress: { done: number, total: number, lag: number } };

export type ImportsQueryVariables = Exact<{
  after?: string | null | undefined;
  first: number;
}>;


export type ImportsQuery = { imports: { total: number, nextCursor: string | null, items: Array<{ id: string, fileName: string, state: ImportState, createdAt: string, createdBy: string, problem: string | null, ward: { code: string, name: string, level: UnitLevel }, progress: { done: number, total: number, lag: number } }> } };

export type ImportPageQueryVariables = Exact<{
  id: string;
  state?: ImportRowState | null | undefined;
  after?: string | null | undefined;
  first: number;
}>;


export type ImportPageQuery = { import: { id: string, fileName: string, state: ImportState, createdAt: string, createdBy: string, problem: string | null, columns: Array<{ index: number, heading: string, samples: Array<string> }>, mapping: Array<{ field: string, column: number, relations: Array<{ code: string, relation: Relation }> }>, unknownNeighbourhoods: Array<{ name: string, rows: number }>, templates: Array<{ id: string, name: string, used: boolean }>, withdrawal: { reason: WithdrawalReason, by: string, on: string, counts: { citizens: number, households: number, dwellings: number, differences: number, kept: number } } | null, summary: { rows: number, create: number, update: number, unchanged: number, confirm: number, likely: number, differences: number, relationCodes: Array<string>, warnings: number, errors: number, skipped: number, people: number, households: number, dwellings: number, unplaced: number, issues: Array<{ code: string, severity: string, count: number }> } | null, rows: { total: number, nextCursor: string | null, items: Array<{ line: number, state: ImportRowState, name: string | null, citizenId: string | null, issues: Array<{ code: string, severity: string, column: string | null, value: string | null }> }> }, ward: { code: string, name: string, level: UnitLevel }, progress: { done: number, total: number, lag: number } } | null, importFields: Array<{ name: string, required: boolean, group: string }> };

export type ImportProgressQueryVariables = Exact<{
  id: string;
}>;


export type ImportProgressQuery = { import: { id: string, state: ImportState, progress: { done: number, total: number, lag: number } } | null };

export type CheckImportMutationVariables = Exact<{
  importId: string;
  mapping: Array<ColumnMappingInput> | ColumnMappingInput;
}>;


export type CheckImportMutation = { checkImport: { id: string, state: ImportState } };

export type EstablishNeighbourhoodsMutationVariables = Exact<{
  meta: CommandMeta;
  importId: string;
  names: Array<string> | string;
}>;


export type EstablishNeighbourhoodsMutation = { establishNeighbourhoods: { id: string, state: ImportState } };

export type CommitImportMutationVariables = Exact<{
  importId: string;
  skipErrors: boolean;
}>;


export type CommitImportMutation = { commitImport: { id: string, state: ImportState } };

export type CancelImportMutationVariables = Exact<{
  importId: string;
}>;


export type CancelImportMutation = { cancelImport: { id: string, state: ImportState } };

export type ImportWithdrawQueryVariables = Exact<{
  id: string;
}>;


export type ImportWithdrawQuery = { import: { id: string, fileName: string, state: ImportState, createdAt: string, createdBy: string, problem: string | null, withdrawable: { citizens: number, households: number, dwellings: number, differences: number, kept: number } | null, ward: { code: string, name: string, level: UnitLevel }, progress: { done: number, total: number, lag: number } } | null };

export type ImportKeptQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
  first: number;
}>;


export type ImportKeptQuery = { import: { id: string, fileName: string, state: ImportState, createdAt: string, createdBy: string, problem: string | null, kept: { total: number, nextCursor: string | null, items: Array<{ kind: KeptKind, id: string, why: KeptWhy, label: string | null }> }, ward: { code: string, name: string, level: UnitLevel }, progress: { done: number, total: number, lag: number } } | null };

export type WithdrawImportMutationVariables = Exact<{
  importId: string;
  reason: WithdrawalReason;
}>;


export type WithdrawImportMutation = { withdrawImport: { id: string, state: ImportState } };

export type SaveImportTemplateMutationVariables = Exact<{
  importId: string;
  name: string;
}>;


export type SaveImportTemplateMutation = { saveImportTemplate: { id: string, state: ImportState } };

export type ApplyImportTemplateMutationVariables = Exact<{
  importId: string;
  templateId: string;
}>;


export type ApplyImportTemplateMutation = { applyImportTemplate: { id: string, state: ImportState } };

export type DeleteImportTemplateMutationVariables = Exact<{
  importId: string;
  templateId: string;
}>;


export type DeleteImportTemplateMutation = { deleteImportTemplate: { id: string, state: ImportState } };

export type ImportDifferencesQueryVariables = Exact<{
  id: string;
  kind?: DifferenceKind | null | undefined;
  after?: string | null | undefined;
  first: number;
}>;


export type ImportDifferencesQuery = { import: { id: string, fileName: string, state: ImportState, createdAt: string, createdBy: string, problem: string | null, differences: { total: number, nextCursor: string | null, counts: Array<{ kind: DifferenceKind, open: number, confirmed: number, applied: number, refused: number }>, items: Array<{ number: number, kind: DifferenceKind, state: DifferenceState, line: number | null, citizenId: string | null, householdId: string | null, problem: string | null, old: Array<{ field: string, value: string | null }>, new: Array<{ field: string, value: string | null }> }> }, ward: { code: string, name: string, level: UnitLevel }, progress: { done: number, total: number, lag: number } } | null };

export type ImportLikelyQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
  first: number;
}>;


export type ImportLikelyQuery = { import: { id: string, fileName: string, state: ImportState, createdAt: string, createdBy: string, problem: string | null, likely: { total: number, nextCursor: string | null, items: Array<{ line: number, decision: string | null, facts: Array<{ field: string, value: string | null }>, people: Array<{ score: number, reasons: Array<string>, citizen: { id: string, fullName: string, sex: Sex, birth: string | null, nationalId: string | null, phone: string | null } }> }> }, ward: { code: string, name: string, level: UnitLevel }, progress: { done: number, total: number, lag: number } } | null };

export type ConfirmDifferencesMutationVariables = Exact<{
  importId: string;
  kind: DifferenceKind;
  numbers?: Array<number> | number | null | undefined;
  resolution?: DifferenceResolution | null | undefined;
  occurredOn: string;
}>;


export type ConfirmDifferencesMutation = { confirmDifferences: { id: string, state: ImportState } };

export type DecideLikelyMutationVariables = Exact<{
  importId: string;
  decisions: Array<LikelyDecision> | LikelyDecision;
}>;


export type DecideLikelyMutation = { decideLikely: { id: string, state: ImportState } };

export type CitizenLifeQueryVariables = Exact<{
  id: string;
}>;


export type CitizenLifeQuery = { citizen: { id: string, fullName: string, sex: Sex, birth: string | null, age: number | null, died: string | null, mayEdit: boolean, eidLevel: string | null, residences: Array<{ id: string, kind: ResidenceKind, since: string, until: string | null, household: { id: string, dwelling: { id: string, address: string } } }>, expiredResidences: Array<{ id: string, kind: ResidenceKind, since: string, until: string | null, household: { id: string, dwelling: { id: string, address: string } } }>, absences: Array<{ id: string, since: string, until: string | null, destination: string | null, endedOn: string | null }>, marriages: Array<{ id: string, since: string, endedOn: string | null, endCause: MarriageEndCause | null, spouseName: string | null, spouse: { id: string, fullName: string } | null }>, policies: Array<{ id: string, status: string, since: string, until: string | null, endedOn: string | null, holds: boolean }> } | null };

export type LifeResidenceFragment = { id: string, kind: ResidenceKind, since: string, until: string | null, household: { id: string, dwelling: { id: string, address: string } } };

export type AbsenceFactsFragment = { id: string, since: string, until: string | null, destination: string | null, endedOn: string | null };

export type MarriageFactsFragment = { id: string, since: string, endedOn: string | null, endCause: MarriageEndCause | null, spouseName: string | null, spouse: { id: string, fullName: string } | null };

export type PolicyFactsFragment = { id: string, status: string, since: string, until: string | null, endedOn: string | null, holds: boolean };

export type BirthFormQueryVariables = Exact<{
  id: string;
}>;


export type BirthFormQuery = { household: { id: string, number: string | null, dissolvedOn: string | null, dwelling: { id: string, address: string, ward: { code: string, name: string, level: UnitLevel }, neighbourhood: { code: string, name: string, level: UnitLevel } | null }, head: { id: string, fullName: string } | null, members: Array<{ relation: Relation, citizen: { id: string, fullName: string, sex: Sex, birth: string | null, age: number | null, ethnicity: string | null, nationality: string | null, homeTown: string | null, masked: Array<string>, withheld: Array<string> } }>, formerMembers: Array<{ died: boolean, citizen: { id: string, fullName: string, sex: Sex } | null }> } | null };

export type LifeWarningsQueryVariables = Exact<{
  input: LifeWarningsInput;
}>;


export type LifeWarningsQuery = { lifeWarnings: Array<{ code: string, params: Array<{ name: string, value: string }> }> };

export type FormerResidentQueryVariables = Exact<{
  id: string;
}>;


export type FormerResidentQuery = { formerResident: { id: string, fullName: string, since: string, endedOn: string, wentTo: string | null, toWard: string | null, toWardName: string | null } | null };

export type UnmatchedMovesQueryVariables = Exact<{
  ward: string;
  side: MoveSide;
  after?: string | null | undefined;
  first: number;
}>;


export type UnmatchedMovesQuery = { unmatchedMoves: { total: number, nextCursor: string | null, items: Array<{ side: MoveSide, citizenId: string, fullName: string, day: string, otherWard: string, otherWardName: string | null, place: string | null }> } };

export type FindWardsQueryVariables = Exact<{
  text: string;
}>;


export type FindWardsQuery = { referenceUnits: Array<{ code: string, name: string, parentName: string | null }> };

export type RegisterBirthMutationVariables = Exact<{
  meta: CommandMeta;
  input: RegisterBirthInput;
}>;


export type RegisterBirthMutation = { registerBirth: { position: string, citizenId: string } };

export type ArriveByNationalIdMutationVariables = Exact<{
  meta: CommandMeta;
  input: ArriveByNationalIdInput;
}>;


export type ArriveByNationalIdMutation = { arriveByNationalId: { position: string, citizenId: string } };

export type RenewResidenceMutationVariables = Exact<{
  meta: CommandMeta;
  input: RenewResidenceInput;
}>;


export type RenewResidenceMutation = { renewResidence: { position: string } };

export type StartAbsenceMutationVariables = Exact<{
  meta: CommandMeta;
  input: StartAbsenceInput;
}>;


export type StartAbsenceMutation = { startAbsence: { position: string } };

export type EndAbsenceMutationVariables = Exact<{
  meta: CommandMeta;
  citizenId: string;
  absenceId: string;
  cause: AbsenceEndCause;
  occurredOn: string;
  evidence?: EvidenceInput | null | undefined;
}>;


export type EndAbsenceMutation = { endAbsence: { position: string } };

export type RecordMarriageMutationVariables = Exact<{
  meta: CommandMeta;
  input: RecordMarriageInput;
}>;


export type RecordMarriageMutation = { recordMarriage: { position: string } };

export type EndMarriageMutationVariables = Exact<{
  meta: CommandMeta;
  citizenId: string;
  marriageId: string;
  cause: MarriageEndCause;
  occurredOn: string;
  evidence?: EvidenceInput | null | undefined;
}>;


export type EndMarriageMutation = { endMarriage: { position: string } };

export type GrantPolicyStatusMutationVariables = Exact<{
  meta: CommandMeta;
  input: GrantPolicyStatusInput;
}>;


export type GrantPolicyStatusMutation = { grantPolicyStatus: { position: string } };

export type EndPolicyStatusMutationVariables = Exact<{
  meta: CommandMeta;
  citizenId: string;
  statusId: string;
  cause: PolicyEndCause;
  occurredOn: string;
  evidence?: EvidenceInput | null | undefined;
}>;


export type EndPolicyStatusMutation = { endPolicyStatus: { position: string } };

export type RecordEidMutationVariables = Exact<{
  meta: CommandMeta;
  citizenId: string;
  level: string;
  occurredOn: string;
  nature: ChangeNature;
  evidence?: EvidenceInput | null | undefined;
}>;


export type RecordEidMutation = { recordEid: { position: string } };

export type FindHouseholdsQueryVariables = Exact<{
  text: string;
}>;


export type FindHouseholdsQuery = { householdsFound: Array<{ id: string, number: string | null, head: { id: string, fullName: string } | null, dwelling: { id: string, address: string, ward: { name: string }, neighbourhood: { name: string } | null } }> };

export type ComparedFragment = { id: string, fullName: string, otherName: string | null, sex: Sex, birth: string | null, age: number | null, nationalId: string | null, earlierId: string | null, birthPlace: string | null, homeTown: string | null, ethnicity: string | null, religion: string | null, nationality: string | null, phone: string | null, email: string | null, education: string | null, occupation: string | null, workplace: string | null, maritalStatus: string | null, disability: string | null, healthInsurance: string | null, eidLevel: string | null, eidSince: string | null, note: string | null, masked: Array<string>, withheld: Array<string>, died: string | null, version: number, mayEdit: boolean, residences: Array<{ id: string, kind: ResidenceKind, relation: Relation, since: string, household: { id: string, number: string | null, dwelling: { id: string, address: string } } }> };

export type DuplicatesQueryVariables = Exact<{
  unit: string;
  after?: string | null | undefined;
  first: number;
}>;


export type DuplicatesQuery = { duplicates: { nextCursor: string | null, items: Array<{ score: number, reasons: Array<string>, first: { id: string, fullName: string, otherName: string | null, sex: Sex, birth: string | null, age: number | null, nationalId: string | null, earlierId: string | null, birthPlace: string | null, homeTown: string | null, ethnicity: string | null, religion: string | null, nationality: string | null, phone: string | null, email: string | null, education: string | null, occupation: string | null, workplace: string | null, maritalStatus: string | null, disability: string | null, healthInsurance: string | null, eidLevel: string | null, eidSince: string | null, note: string | null, masked: Array<string>, withheld: Array<string>, died: string | null, version: number, mayEdit: boolean, residences: Array<{ id: string, kind: ResidenceKind, relation: Relation, since: string, household: { id: string, number: string | null, dwelling: { id: string, address: string } } }> }, second: { id: string, fullName: string, otherName: string | null, sex: Sex, birth: string | null, age: number | null, nationalId: string | null, earlierId: string | null, birthPlace: string | null, homeTown: string | null, ethnicity: string | null, religion: string | null, nationality: string | null, phone: string | null, email: string | null, education: string | null, occupation: string | null, workplace: string | null, maritalStatus: string | null, disability: string | null, healthInsurance: string | null, eidLevel: string | null, eidSince: string | null, note: string | null, masked: Array<string>, withheld: Array<string>, died: string | null, version: number, mayEdit: boolean, residences: Array<{ id: string, kind: ResidenceKind, relation: Relation, since: string, household: { id: string, number: string | null, dwelling: { id: string, address: string } } }> } }> } };

export type DuplicatesOfQueryVariables = Exact<{
  citizenId: string;
}>;


export type DuplicatesOfQuery = { citizen: { id: string, fullName: string } | null, duplicatesOf: Array<{ score: number, reasons: Array<string>, citizen: { id: string, fullName: string, otherName: string | null, sex: Sex, birth: string | null, age: number | null, nationalId: string | null, earlierId: string | null, birthPlace: string | null, homeTown: string | null, ethnicity: string | null, religion: string | null, nationality: string | null, phone: string | null, email: string | null, education: string | null, occupation: string | null, workplace: string | null, maritalStatus: string | null, disability: string | null, healthInsurance: string | null, eidLevel: string | null, eidSince: string | null, note: string | null, masked: Array<string>, withheld: Array<string>, died: string | null, version: number, mayEdit: boolean, residences: Array<{ id: string, kind: ResidenceKind, relation: Relation, since: string, household: { id: string, number: string | null, dwelling: { id: string, address: string } } }> } }> };

export type CompareCitizensQueryVariables = Exact<{
  first: string;
  second: string;
}>;


export type CompareCitizensQuery = { first: { id: string, fullName: string, otherName: string | null, sex: Sex, birth: string | null, age: number | null, nationalId: string | null, earlierId: string | null, birthPlace: string | null, homeTown: string | null, ethnicity: string | null, religion: string | null, nationality: string | null, phone: string | null, email: string | null, education: string | null, occupation: string | null, workplace: string | null, maritalStatus: string | null, disability: string | null, healthInsurance: string | null, eidLevel: string | null, eidSince: string | null, note: string | null, masked: Array<string>, withheld: Array<string>, died: string | null, version: number, mayEdit: boolean, residences: Array<{ id: string, kind: ResidenceKind, relation: Relation, since: string, household: { id: string, number: string | null, dwelling: { id: string, address: string } } }> } | null, second: { id: string, fullName: string, otherName: string | null, sex: Sex, birth: string | null, age: number | null, nationalId: string | null, earlierId: string | null, birthPlace: string | null, homeTown: string | null, ethnicity: string | null, religion: string | null, nationality: string | null, phone: string | null, email: string | null, education: string | null, occupation: string | null, workplace: string | null, maritalStatus: string | null, disability: string | null, healthInsurance: string | null, eidLevel: string | null, eidSince: string | null, note: string | null, masked: Array<string>, withheld: Array<string>, died: string | null, version: number, mayEdit: boolean, residences: Array<{ id: string, kind: ResidenceKind, relation: Relation, since: string, household: { id: string, number: string | null, dwelling: { id: string, address: string } } }> } | null };

export type UnmergePreviewQueryVariables = Exact<{
  survivorId: string;
  mergeId: string;
}>;


export type UnmergePreviewQuery = { citizen: { id: string, fullName: string } | null, unmergePreview: { record: { mergeId: string, citizenId: string, fullName: string, birth: string | null, mergedOn: string }, returned: Array<{ eventId: string, type: string, occurredOn: string, recordedAt: string, actorName: string | null, actorPosition: string | null, position: string, source: { kind: string, id: string, label: string | null } | null, fields: Array<{ name: string, value: string | null, before: string | null, masked: boolean, ref: string | null, refId: string | null }> }>, kept: Array<{ eventId: string, type: string, occurredOn: string, recordedAt: string, actorName: string | null, actorPosition: string | null, position: string, source: { kind: string, id: string, label: string | null } | null, fields: Array<{ name: string, value: string | null, before: string | null, masked: boolean, ref: string | null, refId: string | null }> }> } | null };

export type MergeCitizensMutationVariables = Exact<{
  meta: CommandMeta;
  survivorId: string;
  absorbedId: string;
}>;


export type MergeCitizensMutation = { mergeCitizens: { position: string } };

export type UnmergeCitizensMutationVariables = Exact<{
  meta: CommandMeta;
  survivorId: string;
  mergeId: string;
}>;


export type UnmergeCitizensMutation = { unmergeCitizens: { position: string } };

export type CalendarDayFragment = { date: string, type: CalendarDayType, name: string, legalBasis: string };

export type OneStopDeskQueryVariables = Exact<{
  ward: string;
}>;


export type OneStopDeskQuery = { oneStop: { ward: string, settings: { agencyCode: string, deskName: string, address: string | null, phone: string | null, papersPause: PauseMode, feesPause: PauseMode, assignment: AssignmentRule, bankAccount: { bankBin: string, bankName: string, accountNumber: string, accountName: string } | null } | null, week: { hours: Array<{ from: string, to: string }>, saturday: { workingDay: boolean, hours: Array<{ from: string, to: string }> } | null }, rows: Array<{ date: string, type: CalendarDayType, name: string, legalBasis: string }> } | null };

export type ProposedCalendarQueryVariables = Exact<{
  year: number;
}>;


export type ProposedCalendarQuery = { proposedCalendar: Array<{ date: string, type: CalendarDayType, name: string, legalBasis: string }> };

export type ReceiptSeriesQueryVariables = Exact<{
  ward: string;
  period: string;
}>;


export type ReceiptSeriesQuery = { series: { next: number, numbers: Array<{ number: number, voided: string | null }> } | null };

export type ProcedureCatalogueQueryVariables = Exact<{
  ward: string;
  text?: string | null | undefined;
  matter?: Matter | null | undefined;
  withoutTerm?: boolean | null | undefined;
  skip?: number | null | undefined;
}>;


export type ProcedureCatalogueQuery = { procedures: Array<{ id: string, code: string, version: number, validFrom: string, endedOn: string | null, name: string, fieldName: string, onlineLevel: OnlineLevel, competence: Competence, onTheSpot: boolean, term: { unit: TermUnit, amount: number | null } | null, cut: { percent: number, band: CutBand } | null }> };

export type ProcedureFullFragment = { id: string, code: string, version: number, validFrom: string, endedOn: string | null, name: string, matter: Matter, fieldName: string, onlineLevel: OnlineLevel, partialReason: string | null, formerLevel: number | null, proactiveLevel: number, cutoff: boolean, resultName: string | null, resultCode: string | null, legalBasis: string | null, decision: string | null, onTheSpot: boolean, competence: Competence, settlement: SettlementKind | null, term: { unit: TermUnit, amount: number | null } | null, cut: { percent: number, band: CutBand } | null, fees: Array<{ key: string, name: string, amount: number, per: FeePer, amountFromThird: number | null, most: number | null, channel: FeeChannel, validFrom: string | null, validTo: string | null, legalBasis: string | null, discounts: Array<{ key: string, reason: string, percent: number }> }>, papers: Array<{ key: string, name: string, form: PaperForm, copies: number, required: boolean, fromRegister: FromRegister | null }>, steps: Array<{ key: string, name: string, kind: StepKind, roles: Array<Role>, term: { unit: TermUnit, amount: number | null } | null }> };

export type ProcedurePageQueryVariables = Exact<{
  id: string;
}>;


export type ProcedurePageQuery = { procedure: { id: string, version: number, versions: Array<{ id: string, code: string, version: number, validFrom: string, endedOn: string | null, name: string, matter: Matter, fieldName: string, onlineLevel: OnlineLevel, partialReason: string | null, formerLevel: number | null, proactiveLevel: number, cutoff: boolean, resultName: string | null, resultCode: string | null, legalBasis: string | null, decision: string | null, onTheSpot: boolean, competence: Competence, settlement: SettlementKind | null, term: { unit: TermUnit, amount: number | null } | null, cut: { percent: number, band: CutBand } | null, fees: Array<{ key: string, name: string, amount: number, per: FeePer, amountFromThird: number | null, most: number | null, channel: FeeChannel, validFrom: string | null, validTo: string | null, legalBasis: string | null, discounts: Array<{ key: string, reason: string, percent: number }> }>, papers: Array<{ key: string, name: string, form: PaperForm, copies: number, required: boolean, fromRegister: FromRegister | null }>, steps: Array<{ key: string, name: string, kind: StepKind, roles: Array<Role>, term: { unit: TermUnit, amount: number | null } | null }> }> } | null };

export type PublishProcedureMutationVariables = Exact<{
  meta: CommandMeta;
  input: ProcedureInput;
}>;


export type PublishProcedureMutation = { publishProcedure: { position: string, procedureId: string, version: number } };

export type EndProcedureMutationVariables = Exact<{
  meta: CommandMeta;
  procedureId: string;
  reason: string;
  occurredOn: string;
}>;


export type EndProcedureMutation = { endProcedure: { position: string } };

export type SetOneStopMutationVariables = Exact<{
  meta: CommandMeta;
  ward: string;
  settings: OneStopSettingsInput;
}>;


export type SetOneStopMutation = { setOneStop: { position: string } };

export type ConfirmCalendarYearMutationVariables = Exact<{
  meta: CommandMeta;
  ward: string;
  year: number;
  rows: Array<CalendarRowInput> | CalendarRowInput;
}>;


export type ConfirmCalendarYearMutation = { confirmCalendarYear: { position: string } };

export type SetWorkingWeekMutationVariables = Exact<{
  meta: CommandMeta;
  ward: string;
  week: WorkingWeekInput;
}>;


export type SetWorkingWeekMutation = { setWorkingWeek: { position: string } };

export type StartSeriesMutationVariables = Exact<{
  meta: CommandMeta;
  ward: string;
  period: string;
  at: number;
}>;


export type StartSeriesMutation = { startSeries: { position: string } };

export type DossierImportHeadFragment = { id: string, fileName: string, state: ImportState, createdAt: string, createdBy: string, problem: string | null, ward: { code: string, name: string, level: UnitLevel }, progress: { done: number, total: number, lag: number } };

export type DossierImportsQueryVariables = Exact<{
  after?: string | null | undefined;
  first: number;
}>;


export type DossierImportsQuery = { dossierImports: { total: number, nextCursor: string | null, items: Array<{ id: string, fileName: string, state: ImportState, createdAt: string, createdBy: string, problem: string | null, ward: { code: string, name: string, level: UnitLevel }, progress: { done: number, total: number, lag: number } }> } };

export type DossierImportPageQueryVariables = Exact<{
  id: string;
  state?: PastDossierState | null | undefined;
  after?: string | null | undefined;
  first: number;
}>;


export type DossierImportPageQuery = { dossierImport: { withdrawable: boolean, id: string, fileName: string, state: ImportState, createdAt: string, createdBy: string, problem: string | null, columns: Array<{ index: number, heading: string, samples: Array<string> }>, mapping: Array<{ field: string, column: number }>, summary: { rows: number, dossiers: number, create: number, steps: number, unchanged: number, open: number, errors: number, flagged: number, skipped: number, issues: Array<{ code: string, severity: string, count: number }> } | null, dossiers: { total: number, nextCursor: string | null, items: Array<{ number: number, firstLine: number, lastLine: number, steps: number, state: PastDossierState, code: string | null, dossierId: string | null, issues: Array<{ line: number | null, code: string, severity: string, text: string, column: string | null, value: string | null }> }> }, ward: { code: string, name: string, level: UnitLevel }, progress: { done: number, total: number, lag: number } } | null, dossierImportFields: Array<{ name: string, required: boolean, group: string }> };

export type DossierImportProgressQueryVariables = Exact<{
  id: string;
}>;


export type DossierImportProgressQuery = { dossierImport: { state: ImportState, progress: { done: number, total: number, lag: number } } | null };

export type CheckDossierImportMutationVariables = Exact<{
  importId: string;
  mapping: Array<PastColumnInput> | PastColumnInput;
}>;


export type CheckDossierImportMutation = { checkDossierImport: { id: string, state: ImportState } };

export type CommitDossierImportMutationVariables = Exact<{
  importId: string;
}>;


export type CommitDossierImportMutation = { commitDossierImport: { id: string, state: ImportState } };

export type CancelDossierImportMutationVariables = Exact<{
  importId: string;
}>;


export type CancelDossierImportMutation = { cancelDossierImport: { id: string, state: ImportState } };

export type WithdrawDossierImportMutationVariables = Exact<{
  importId: string;
}>;


export type WithdrawDossierImportMutation = { withdrawDossierImport: { id: string, state: ImportState } };

export type PastCourseFragment = { procedureCode: string | null, procedureName: string, receivedAt: string | null, dueAt: string | null, endedAt: string | null, flags: Array<{ code: string, text: string }>, steps: Array<{ name: string | null, department: string | null, officer: string | null, startedAt: string | null, dueAt: string | null, endedAt: string | null }> };

export type NumFragment = { value: number | null, suppressed: boolean, definition: string };

export type CodeFragment = { code: string | null, label: string | null, total: { value: number | null, suppressed: boolean, definition: string } };

export type CountsFragment = { people: number, level2: number, level1: number, none: number, households: number, householdsSome: number, householdsAll: number };

export type PopulationQueryVariables = Exact<{
  unit: string;
  asOf: string;
  knownAt?: string | null | undefined;
  knownOn?: string | null | undefined;
  headcount: Headcount;
  boundaries: Boundaries;
  movementFrom?: string | null | undefined;
}>;


export type PopulationQuery = { population: { asOf: string, knownAt: string, headcount: Headcount, listFilters: Array<string>, unit: { code: string, name: string, level: UnitLevel }, total: { value: number | null, suppressed: boolean, definition: string }, male: { value: number | null, suppressed: boolean, definition: string }, female: { value: number | null, suppressed: boolean, definition: string }, unknownSex: { value: number | null, suppressed: boolean, definition: string }, households: { value: number | null, suppressed: boolean, definition: string }, dwellings: { value: number | null, suppressed: boolean, definition: string }, byResidenceKind: { permanent: { value: number | null, suppressed: boolean, definition: string }, temporary: { value: number | null, suppressed: boolean, definition: string }, absent: { value: number | null, suppressed: boolean, definition: string } } | null, byEthnicity: Array<{ code: string | null, label: string | null, total: { value: number | null, suppressed: boolean, definition: string } }> | null, byPolicyStatus: Array<{ code: string | null, label: string | null, total: { value: number | null, suppressed: boolean, definition: string } }> | null, byHouseholdStatus: Array<{ code: string | null, label: string | null, total: { value: number | null, suppressed: boolean, definition: string } }> | null, byUnit: Array<{ unit: { code: string, name: string, level: UnitLevel } | null, total: { value: number | null, suppressed: boolean, definition: string } }>, ages: Array<{ from: number, to: number | null, male: { value: number | null, suppressed: boolean, definition: string }, female: { value: number | null, suppressed: boolean, definition: string } }>, movement: { from: string, to: string, opening: number, closing: number, causes: Array<{ cause: string, delta: number }> } | null, previous: { asOf: string, total: { value: number | null, suppressed: boolean, definition: string }, male: { value: number | null, suppressed: boolean, definition: string }, female: { value: number | null, suppressed: boolean, definition: string }, households: { value: number | null, suppressed: boolean, definition: string }, dwellings: { value: number | null, suppressed: boolean, definition: string }, movement: { from: string, to: string, opening: number, closing: number, causes: Array<{ cause: string, delta: number }> } | null } | null } };

export type PopulationListQueryVariables = Exact<{
  unit: string;
  asOf: string;
  knownAt?: string | null | undefined;
  headcount: Headcount;
  boundaries: Boundaries;
  movementFrom?: string | null | undefined;
  filter?: PeopleFilter | null | undefined;
  after?: string | null | undefined;
  first: number;
}>;


export type PopulationListQuery = { populationList: { total: number, change: number | null, nextCursor: string | null, items: Array<{ since: string, change: number | null, citizen: { id: string, fullName: string, sex: Sex, birth: string | null, age: number | null } | null, household: { id: string, dwelling: { id: string, address: string } } | null }> } };

export type PopulationHouseholdsQueryVariables = Exact<{
  unit: string;
  asOf: string;
  knownAt?: string | null | undefined;
  headcount: Headcount;
  boundaries: Boundaries;
  status?: string | null | undefined;
  eid?: EidHouseholds | null | undefined;
  among?: EidGroupFilter | null | undefined;
  after?: string | null | undefined;
  first: number;
}>;


export type PopulationHouseholdsQuery = { populationHouseholds: { total: number, nextCursor: string | null, items: Array<{ id: string, number: string | null, head: { id: string, fullName: string } | null, dwelling: { id: string, address: string } } | null> } };

export type PopulationDwellingsQueryVariables = Exact<{
  unit: string;
  asOf: string;
  knownAt?: string | null | undefined;
  boundaries: Boundaries;
  after?: string | null | undefined;
  first: number;
}>;


export type PopulationDwellingsQuery = { populationDwellings: { total: number, nextCursor: string | null, items: Array<{ id: string, address: string } | null> } };

export type EidFiguresQueryVariables = Exact<{
  unit: string;
  asOf: string;
  knownAt?: string | null | undefined;
  knownOn?: string | null | undefined;
  headcount: Headcount;
  boundaries: Boundaries;
}>;


export type EidFiguresQuery = { eidFigures: { asOf: string, knownAt: string, definition: string, unit: { code: string, name: string, level: UnitLevel }, total: { people: number, level2: number, level1: number, none: number, households: number, householdsSome: number, householdsAll: number }, groups: Array<{ by: EidGrouping, key: string | null, label: string | null, unit: { code: string, name: string, level: UnitLevel } | null, counts: { people: number, level2: number, level1: number, none: number, households: number, householdsSome: number, householdsAll: number } }> } };

export type PublicDeskFragment = { ward: string, name: string, deskName: string, address: string | null, phone: string | null, week: { hours: Array<{ from: string, to: string }>, saturday: { hours: Array<{ from: string, to: string }> } | null } };

export type PublicWardsQueryVariables = Exact<{ [key: string]: never; }>;


export type PublicWardsQuery = { publicWards: Array<{ ward: string, name: string, deskName: string, address: string | null, phone: string | null, week: { hours: Array<{ from: string, to: string }>, saturday: { hours: Array<{ from: string, to: string }> } | null } }> };

export type PublicProceduresQueryVariables = Exact<{
  ward: string;
  text?: string | null | undefined;
  matter?: Matter | null | undefined;
}>;


export type PublicProceduresQuery = { publicProcedures: Array<{ id: string, name: string, fieldName: string, matter: Matter, takenOnline: boolean, onlineLevel: OnlineLevel, term: { unit: TermUnit, amount: number | null } | null }> };

export type PublicProcedureQueryVariables = Exact<{
  id: string;
  ward?: string | null | undefined;
}>;


export type PublicProcedureQuery = { publicProcedure: { id: string, ward: string, code: string, name: string, matter: Matter, fieldName: string, onlineLevel: OnlineLevel, partialReason: string | null, takenOnline: boolean, cutoff: boolean, onTheSpot: boolean, competence: Competence, resultName: string | null, legalBasis: string | null, settlement: SettlementKind | null, term: { unit: TermUnit, amount: number | null } | null, cut: { percent: number } | null, fees: Array<{ key: string, name: string, amount: number, per: FeePer, amountFromThird: number | null, most: number | null, channel: FeeChannel, validTo: string | null, legalBasis: string | null, discounts: Array<{ key: string, reason: string, percent: number }> }>, papers: Array<{ key: string, name: string, form: PaperForm, copies: number, required: boolean, fromRegister: FromRegister | null }> } | null };

export type PublicFormQueryVariables = Exact<{
  procedureId: string;
  dossierId: string;
}>;


export type PublicFormQuery = { publicForm: { token: string } };

export type PublicUploadsQueryVariables = Exact<{
  dossierId: string;
  procedureId?: string | null | undefined;
  token: string;
}>;


export type PublicUploadsQuery = { publicUploads: Array<{ fileId: string, paper: string | null, state: UploadState, reason: string | null }> };

export type DropUploadMutationVariables = Exact<{
  dossierId: string;
  procedureId?: string | null | undefined;
  token: string;
  fileId: string;
}>;


export type DropUploadMutation = { dropUpload: boolean };

export type SubmitDossierMutationVariables = Exact<{
  meta: CommandMeta;
  input: SubmissionInput;
}>;


export type SubmitDossierMutation = { submitDossier: { position: string, lookupCode: string } };

export type RatingFormQueryVariables = Exact<{
  ward?: string | null | undefined;
  officer?: string | null | undefined;
  key?: string | null | undefined;
}>;


export type RatingFormQuery = { ratingForm: { ward: string, wardName: string, deskName: string | null, days: number, officerName: string | null, criteria: Array<{ key: string, vi: string, en: string }> } | null };

export type RateServiceMutationVariables = Exact<{
  meta: CommandMeta;
  input: RateServiceInput;
}>;


export type RateServiceMutation = { rateService: { received: boolean } };

export type SatisfactionQueryVariables = Exact<{
  ward: string;
  period: string;
}>;


export type SatisfactionQuery = { satisfaction: { ward: string, period: string, rankFrom: number, days: number, opens: boolean, newest: string, criteria: Array<{ key: string, vi: string, en: string }>, whole: { subject: string | null, name: string, answers: number, rank: number | null, satisfied: { share: number, low: number, high: number } | null, byCriterion: Array<{ key: string, marks: Array<number>, satisfied: { share: number, low: number, high: number } }> }, officers: Array<{ subject: string | null, name: string, answers: number, rank: number | null, satisfied: { share: number, low: number, high: number } | null, byCriterion: Array<{ key: string, marks: Array<number>, satisfied: { share: number, low: number, high: number } }> }>, procedures: Array<{ subject: string | null, name: string, answers: number, rank: number | null, satisfied: { share: number, low: number, high: number } | null, byCriterion: Array<{ key: string, marks: Array<number>, satisfied: { share: number, low: number, high: number } }> }>, posters: Array<{ officer: string, name: string }> } | null };

export type SatisfactionFigureFragment = { subject: string | null, name: string, answers: number, rank: number | null, satisfied: { share: number, low: number, high: number } | null, byCriterion: Array<{ key: string, marks: Array<number>, satisfied: { share: number, low: number, high: number } }> };

export type RatingAnswersQueryVariables = Exact<{
  ward: string;
  period: string;
  of: RatingSubjectKind;
  subject?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type RatingAnswersQuery = { satisfaction: { criteria: Array<{ key: string, vi: string, en: string }> } | null, ratingAnswers: { nextCursor: string | null, items: Array<{ dossierId: string, code: string | null, procedureName: string, officerName: string | null, via: RatingVia, counter: string | null, at: string, comment: string | null, marks: Array<{ key: string, mark: number }> }> } };

export type SetRatingCriteriaMutationVariables = Exact<{
  meta: CommandMeta;
  ward: string;
  settings: RatingSettingsInput;
}>;


export type SetRatingCriteriaMutation = { setRatingCriteria: { position: string } };

export type EntryFragment = { eventId: string, type: string, occurredOn: string, recordedAt: string, actorName: string | null, actorPosition: string | null, position: string, source: { kind: string, id: string, label: string | null } | null, fields: Array<{ name: string, value: string | null, before: string | null, masked: boolean, ref: string | null, refId: string | null }> };

export type WarnFragment = { code: string, params: Array<{ name: string, value: string }> };

export type CitizenDetailsFragment = { id: string, fullName: string, otherName: string | null, sex: Sex, birth: string | null, age: number | null, nationalId: string | null, earlierId: string | null, birthPlace: string | null, homeTown: string | null, ethnicity: string | null, religion: string | null, nationality: string | null, phone: string | null, email: string | null, education: string | null, occupation: string | null, workplace: string | null, maritalStatus: string | null, disability: string | null, healthInsurance: string | null, eidLevel: string | null, eidSince: string | null, note: string | null, masked: Array<string>, withheld: Array<string>, died: string | null, version: number, mayEdit: boolean };

export type PageResidenceFragment = { id: string, kind: ResidenceKind, relation: Relation, since: string, estimated: boolean, until: string | null, endedOn: string | null, source: ResidenceSource, household: { id: string, number: string | null, dwelling: { id: string, address: string, ward: { code: string, name: string, level: UnitLevel }, neighbourhood: { code: string, name: string, level: UnitLevel } | null } } };

export type CitizenPageQueryVariables = Exact<{
  id: string;
}>;


export type CitizenPageQuery = { citizen: { departedOn: string | null, id: string, fullName: string, otherName: string | null, sex: Sex, birth: string | null, age: number | null, nationalId: string | null, earlierId: string | null, birthPlace: string | null, homeTown: string | null, ethnicity: string | null, religion: string | null, nationality: string | null, phone: string | null, email: string | null, education: string | null, occupation: string | null, workplace: string | null, maritalStatus: string | null, disability: string | null, healthInsurance: string | null, eidLevel: string | null, eidSince: string | null, note: string | null, masked: Array<string>, withheld: Array<string>, died: string | null, version: number, mayEdit: boolean, absences: Array<{ id: string, since: string, until: string | null, destination: string | null, endedOn: string | null }>, marriages: Array<{ id: string, since: string, endedOn: string | null, endCause: MarriageEndCause | null, spouseName: string | null, spouse: { id: string, fullName: string } | null }>, policies: Array<{ id: string, status: string, since: string, until: string | null, endedOn: string | null, holds: boolean }>, mergedRecords: Array<{ mergeId: string, citizenId: string, fullName: string, birth: string | null, mergedOn: string }>, warnings: Array<{ code: string, params: Array<{ name: string, value: string }> }>, residences: Array<{ id: string, kind: ResidenceKind, relation: Relation, since: string, estimated: boolean, until: string | null, endedOn: string | null, source: ResidenceSource, household: { id: string, number: string | null, dwelling: { id: string, address: string, ward: { code: string, name: string, level: UnitLevel }, neighbourhood: { code: string, name: string, level: UnitLevel } | null } } }>, expiredResidences: Array<{ id: string, kind: ResidenceKind, relation: Relation, since: string, estimated: boolean, until: string | null, endedOn: string | null, source: ResidenceSource, household: { id: string, number: string | null, dwelling: { id: string, address: string, ward: { code: string, name: string, level: UnitLevel }, neighbourhood: { code: string, name: string, level: UnitLevel } | null } } }>, dossiers: Array<{ id: string, code: string | null, status: DossierStatus, pace: DossierPace, stuck: boolean, dueOn: string | null, submittedAt: string | null, receivedAt: string | null, endedAt: string | null, approved: boolean, owner: { name: string } | null, procedure: { name: string }, step: { name: string } | null, assignee: { name: string } | null }>, permanentHousehold: { id: string, number: string | null, dwelling: { id: string, address: string, ward: { code: string, name: string, level: UnitLevel }, neighbourhood: { code: string, name: string, level: UnitLevel } | null }, members: Array<{ relation: Relation, kind: ResidenceKind, citizen: { id: string, fullName: string, sex: Sex, birth: string | null, age: number | null, died: string | null } }> } | null, timeline: Array<{ eventId: string, type: string, occurredOn: string, recordedAt: string, actorName: string | null, actorPosition: string | null, position: string, source: { kind: string, id: string, label: string | null } | null, fields: Array<{ name: string, value: string | null, before: string | null, masked: boolean, ref: string | null, refId: string | null }> }> } | null };

export type CitizenFormQueryVariables = Exact<{
  id: string;
}>;


export type CitizenFormQuery = { citizen: { id: string, fullName: string, otherName: string | null, sex: Sex, birth: string | null, age: number | null, nationalId: string | null, earlierId: string | null, birthPlace: string | null, homeTown: string | null, ethnicity: string | null, religion: string | null, nationality: string | null, phone: string | null, email: string | null, education: string | null, occupation: string | null, workplace: string | null, maritalStatus: string | null, disability: string | null, healthInsurance: string | null, eidLevel: string | null, eidSince: string | null, note: string | null, masked: Array<string>, withheld: Array<string>, died: string | null, version: number, mayEdit: boolean } | null };

export type CitizenClashQueryVariables = Exact<{
  id: string;
}>;


export type CitizenClashQuery = { citizen: { id: string, fullName: string, otherName: string | null, sex: Sex, birth: string | null, age: number | null, nationalId: string | null, earlierId: string | null, birthPlace: string | null, homeTown: string | null, ethnicity: string | null, religion: string | null, nationality: string | null, phone: string | null, email: string | null, education: string | null, occupation: string | null, workplace: string | null, maritalStatus: string | null, disability: string | null, healthInsurance: string | null, eidLevel: string | null, eidSince: string | null, note: string | null, masked: Array<string>, withheld: Array<string>, died: string | null, version: number, mayEdit: boolean, timeline: Array<{ eventId: string, type: string, occurredOn: string, recordedAt: string, actorName: string | null, actorPosition: string | null, position: string, source: { kind: string, id: string, label: string | null } | null, fields: Array<{ name: string, value: string | null, before: string | null, masked: boolean, ref: string | null, refId: string | null }> }> } | null };

export type CitizenResidencesQueryVariables = Exact<{
  id: string;
}>;


export type CitizenResidencesQuery = { citizen: { id: string, fullName: string, sex: Sex, birth: string | null, age: number | null, died: string | null, version: number, residences: Array<{ id: string, kind: ResidenceKind, relation: Relation, since: string, until: string | null, endedOn: string | null, source: ResidenceSource, estimated: boolean, household: { id: string, number: string | null, dwelling: { id: string, address: string } } }> } | null };

export type WhoLookedQueryVariables = Exact<{
  citizenId: string;
  after?: string | null | undefined;
  first: number;
}>;


export type WhoLookedQuery = { whoLooked: { nextCursor: string | null, items: Array<{ at: string, displayName: string, position: string | null, action: string, purpose: RevealPurpose | null, note: string | null }> } };

export type HouseholdPageQueryVariables = Exact<{
  id: string;
}>;


export type HouseholdPageQuery = { household: { id: string, number: string | null, phone: string | null, note: string | null, memberCount: number, formedOn: string, dissolvedOn: string | null, version: number, mayGrantStatus: boolean, dwelling: { id: string, address: string, ward: { code: string, name: string, level: UnitLevel }, neighbourhood: { code: string, name: string, level: UnitLevel } | null }, head: { id: string, fullName: string } | null, members: Array<{ relation: Relation, kind: ResidenceKind, since: string, residenceId: string, citizen: { id: string, fullName: string, sex: Sex, birth: string | null, age: number | null, nationalId: string | null, died: string | null } }>, statuses: Array<{ id: string, status: string | null, since: string, until: string | null, endedOn: string | null, holds: boolean }>, formerMembers: Array<{ since: string, leftOn: string, died: boolean, relation: Relation | null, citizen: { id: string, fullName: string } | null, household: { id: string, dwelling: { id: string, address: string } } | null }>, warnings: Array<{ code: string, params: Array<{ name: string, value: string }> }>, timeline: Array<{ eventId: string, type: string, occurredOn: string, recordedAt: string, actorName: string | null, actorPosition: string | null, position: string, source: { kind: string, id: string, label: string | null } | null, fields: Array<{ name: string, value: string | null, before: string | null, masked: boolean, ref: string | null, refId: string | null }> }> } | null };

export type HouseholdFormQueryVariables = Exact<{
  id: string;
}>;


export type HouseholdFormQuery = { household: { id: string, number: string | null, phone: string | null, note: string | null, formedOn: string, dissolvedOn: string | null, version: number, dwelling: { id: string, address: string, ward: { code: string, name: string, level: UnitLevel }, neighbourhood: { code: string, name: string, level: UnitLevel } | null }, head: { id: string, fullName: string } | null, members: Array<{ relation: Relation, kind: ResidenceKind, since: string, residenceId: string, citizen: { id: string, fullName: string, sex: Sex, birth: string | null, age: number | null, died: string | null } }> } | null };

export type PossibleDuplicatesQueryVariables = Exact<{
  fullName: string;
  birth?: string | null | undefined;
  nationalId?: string | null | undefined;
  phone?: string | null | undefined;
}>;


export type PossibleDuplicatesQuery = { possibleDuplicates: Array<{ score: number, reasons: Array<string>, citizen: { id: string, fullName: string, sex: Sex, birth: string | null, age: number | null, nationalId: string | null, phone: string | null, died: string | null, permanentHousehold: { id: string, dwelling: { address: string } } | null } }> };

export type RegisterCitizenMutationVariables = Exact<{
  meta: CommandMeta;
  input: RegisterCitizenInput;
}>;


export type RegisterCitizenMutation = { registerCitizen: { position: string, citizenId: string } };

export type ChangeCitizenMutationVariables = Exact<{
  meta: CommandMeta;
  citizenId: string;
  nature: ChangeNature;
  occurredOn: string;
  reason?: string | null | undefined;
  changes: Array<FieldChange> | FieldChange;
  evidence?: EvidenceInput | null | undefined;
}>;


export type ChangeCitizenMutation = { changeCitizen: { position: string } };

export type FormHouseholdMutationVariables = Exact<{
  meta: CommandMeta;
  input: FormHouseholdInput;
}>;


export type FormHouseholdMutation = { formHousehold: { position: string, householdId: string } };

export type ChangeHouseholdMutationVariables = Exact<{
  meta: CommandMeta;
  householdId: string;
  expectedVersion: number;
  number?: string | null | undefined;
  phone?: string | null | undefined;
  note?: string | null | undefined;
}>;


export type ChangeHouseholdMutation = { changeHousehold: { position: string } };

export type MoveHouseholdMutationVariables = Exact<{
  meta: CommandMeta;
  householdId: string;
  dwellingId: string;
  occurredOn: string;
  evidence?: EvidenceInput | null | undefined;
}>;


export type MoveHouseholdMutation = { moveHousehold: { position: string } };

export type DissolveHouseholdMutationVariables = Exact<{
  meta: CommandMeta;
  householdId: string;
  occurredOn: string;
  evidence?: EvidenceInput | null | undefined;
}>;


export type DissolveHouseholdMutation = { dissolveHousehold: { position: string } };

export type JoinHouseholdMutationVariables = Exact<{
  meta: CommandMeta;
  input: JoinHouseholdInput;
}>;


export type JoinHouseholdMutation = { joinHousehold: { position: string } };

export type LeaveHouseholdMutationVariables = Exact<{
  meta: CommandMeta;
  input: LeaveHouseholdInput;
}>;


export type LeaveHouseholdMutation = { leaveHousehold: { position: string } };

export type CorrectResidenceMutationVariables = Exact<{
  meta: CommandMeta;
  citizenId: string;
  residenceId: string;
  since: string;
  until?: string | null | undefined;
  source: ResidenceSource;
}>;


export type CorrectResidenceMutation = { correctResidence: { position: string } };

export type ChangeHeadMutationVariables = Exact<{
  meta: CommandMeta;
  householdId: string;
  citizenId: string;
  occurredOn: string;
  relations: Array<MemberRelationInput> | MemberRelationInput;
  evidence?: EvidenceInput | null | undefined;
}>;


export type ChangeHeadMutation = { changeHead: { position: string } };

export type RecordDeathMutationVariables = Exact<{
  meta: CommandMeta;
  citizenId: string;
  occurredOn: string;
  evidence?: EvidenceInput | null | undefined;
}>;


export type RecordDeathMutation = { recordDeath: { position: string } };

export type RevealFieldMutationVariables = Exact<{
  meta: CommandMeta;
  citizenId: string;
  field: string;
  purpose: RevealPurpose;
  note?: string | null | undefined;
}>;


export type RevealFieldMutation = { revealField: { field: string, value: string | null } };

export type RegisterHouseholdFragment = { id: string, number: string | null, head: { id: string, fullName: string } | null, dwelling: { id: string, address: string } };

export type RegisterPersonFragment = { id: string, fullName: string, birth: string | null, sex: Sex, died: string | null, ethnicity: string | null, homeTown: string | null, birthPlace: string | null, maritalStatus: string | null, residences: Array<{ id: string, relation: Relation, household: { id: string, number: string | null, head: { id: string, fullName: string } | null, dwelling: { id: string, address: string } } }>, permanentHousehold: { id: string, number: string | null, statuses: Array<{ id: string, status: string | null, since: string, until: string | null, holds: boolean }>, head: { id: string, fullName: string } | null, dwelling: { id: string, address: string } } | null, marriages: Array<{ id: string, spouseName: string | null, since: string, endedOn: string | null }> };

export type RegisterPageQueryVariables = Exact<{
  id: string;
}>;


export type RegisterPageQuery = { dossier: { id: string, code: string | null, version: number, owner: { name: string } | null, procedure: { id: string, name: string }, register: { kind: SettlementKind, state: RegisterState, mayWrite: boolean, reason: string | null } | null } | null, registerProposal: { kind: SettlementKind, people: Array<{ role: RegisterRole, name: string | null, nationalId: string | null, citizen: { id: string, fullName: string, birth: string | null, sex: Sex, died: string | null, ethnicity: string | null, homeTown: string | null, birthPlace: string | null, maritalStatus: string | null, residences: Array<{ id: string, relation: Relation, household: { id: string, number: string | null, head: { id: string, fullName: string } | null, dwelling: { id: string, address: string } } }>, permanentHousehold: { id: string, number: string | null, statuses: Array<{ id: string, status: string | null, since: string, until: string | null, holds: boolean }>, head: { id: string, fullName: string } | null, dwelling: { id: string, address: string } } | null, marriages: Array<{ id: string, spouseName: string | null, since: string, endedOn: string | null }> } | null }>, values: Array<{ name: string, value: string }>, evidence: { kind: EvidenceKind, number: string | null, issuedOn: string | null, issuedBy: string | null } } | null };

export type RegisterPersonByIdQueryVariables = Exact<{
  id: string;
}>;


export type RegisterPersonByIdQuery = { citizen: { id: string, fullName: string, birth: string | null, sex: Sex, died: string | null, ethnicity: string | null, homeTown: string | null, birthPlace: string | null, maritalStatus: string | null, residences: Array<{ id: string, relation: Relation, household: { id: string, number: string | null, head: { id: string, fullName: string } | null, dwelling: { id: string, address: string } } }>, permanentHousehold: { id: string, number: string | null, statuses: Array<{ id: string, status: string | null, since: string, until: string | null, holds: boolean }>, head: { id: string, fullName: string } | null, dwelling: { id: string, address: string } } | null, marriages: Array<{ id: string, spouseName: string | null, since: string, endedOn: string | null }> } | null };

export type RegisterHouseholdByIdQueryVariables = Exact<{
  id: string;
}>;


export type RegisterHouseholdByIdQuery = { household: { id: string, number: string | null, head: { id: string, fullName: string } | null, dwelling: { id: string, address: string } } | null };

export type WriteRegisterMutationVariables = Exact<{
  meta: CommandMeta;
  on: OnDossierInput;
  input: RegisterInput;
}>;


export type WriteRegisterMutation = { writeRegister: { position: string, citizenId: string | null, householdId: string | null } };

export type DeclineRegisterMutationVariables = Exact<{
  meta: CommandMeta;
  on: OnDossierInput;
  reason: string;
}>;


export type DeclineRegisterMutation = { declineRegister: { position: string } };

export type SigningMeansQueryVariables = Exact<{ [key: string]: never; }>;


export type SigningMeansQuery = { signingMeans: { service: boolean, key: { name: string, issuer: string, validFrom: string, validTo: string, daysLeft: number, endsSoon: boolean } | null } };

export type KeepSigningKeyMutationVariables = Exact<{
  file: string;
  passphrase: string;
}>;


export type KeepSigningKeyMutation = { keepSigningKey: { name: string } };

export type RemoveSigningKeyMutationVariables = Exact<{ [key: string]: never; }>;


export type RemoveSigningKeyMutation = { removeSigningKey: boolean };

export type SignFileMutationVariables = Exact<{
  meta: CommandMeta;
  on: OnDossierInput;
  fileId: string;
  passphrase: string;
}>;


export type SignFileMutation = { signFile: { position: string, signedFileId: string } };

export type DossierOutsideFragment = { signings: Array<{ id: string, fileId: string, state: SigningState, by: string | null, askedAt: string, tries: number, lastTryAt: string | null, nextTryAt: string | null, reason: string | null, cancellable: boolean }>, notices: { configured: boolean, wanted: boolean, hasAddress: boolean, sent: number, waiting: number, failed: number, last: { state: NoticeState, queuedAt: string, nextTryAt: string | null, sentAt: string | null, reason: string | null } | null } };

export type AskSigningMutationVariables = Exact<{
  meta: CommandMeta;
  on: OnDossierInput;
  fileId: string;
}>;


export type AskSigningMutation = { askSigning: boolean };

export type CancelSigningMutationVariables = Exact<{
  dossierId: string;
  signingId: string;
}>;


export type CancelSigningMutation = { cancelSigning: boolean };

export type SetDossierNoticesMutationVariables = Exact<{
  meta: CommandMeta;
  on: OnDossierInput;
  mail: boolean;
}>;


export type SetDossierNoticesMutation = { setDossierNotices: { position: string } };

export type UnitLinkFragment = { code: string, name: string, level: UnitLevel };

export type UnitsQueryVariables = Exact<{
  level?: UnitLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type UnitsQuery = { units: Array<{ validFrom: string, validTo: string | null, version: number, code: string, name: string, level: UnitLevel, parent: { code: string, name: string } | null }> };

export type UnitPageQueryVariables = Exact<{
  code: string;
}>;


export type UnitPageQuery = { unit: { validFrom: string, validTo: string | null, version: number, code: string, name: string, level: UnitLevel, counts: { dwellings: number, households: number, people: number } | null, parent: { code: string, name: string, level: UnitLevel, parent: { code: string, name: string, level: UnitLevel, parent: { code: string, name: string, level: UnitLevel } | null } | null } | null, predecessors: Array<{ code: string, name: string, level: UnitLevel }>, successors: Array<{ code: string, name: string, level: UnitLevel }>, children: Array<{ validFrom: string, code: string, name: string, level: UnitLevel, counts: { dwellings: number, households: number, people: number } | null }> } | null };

export type DwellingListQueryVariables = Exact<{
  unit: string;
  street?: string | null | undefined;
  unplaced?: boolean | null | undefined;
  unconfirmedDays?: number | null | undefined;
  after?: string | null | undefined;
  first: number;
}>;


export type DwellingListQuery = { dwellings: { total: number, nextCursor: string | null, items: Array<{ id: string, address: string, houseNumber: string | null, oldNumber: string | null, street: string | null, kind: DwellingKind, confirmedOn: string | null, confirmedDaysAgo: number | null, householdCount: number, peopleCount: number, neighbourhood: { code: string, name: string, level: UnitLevel } | null }> } };

export type StreetsQueryVariables = Exact<{
  unit: string;
}>;


export type StreetsQuery = { streets: Array<string> };

export type ResidentListQueryVariables = Exact<{
  unit: string;
  stay?: TemporaryStay | null | undefined;
  after?: string | null | undefined;
  first: number;
}>;


export type ResidentListQuery = { citizens: { total: number, nextCursor: string | null, items: Array<{ relation: Relation | null, citizen: { id: string, fullName: string, sex: Sex, birth: string | null, age: number | null, nationalId: string | null, died: string | null }, household: { id: string, number: string | null, dwelling: { id: string, address: string, neighbourhood: { code: string, name: string, level: UnitLevel } | null } } | null }> } };

export type HouseholdListQueryVariables = Exact<{
  unit: string;
  withoutHead: boolean;
  status?: string | null | undefined;
  after?: string | null | undefined;
  first: number;
}>;


export type HouseholdListQuery = { households: { total: number, nextCursor: string | null, items: Array<{ id: string, number: string | null, memberCount: number, head: { id: string, fullName: string } | null, dwelling: { id: string, address: string, neighbourhood: { code: string, name: string, level: UnitLevel } | null }, warnings: Array<{ code: string, params: Array<{ name: string, value: string }> }> }> } };

export type DwellingPageQueryVariables = Exact<{
  id: string;
}>;


export type DwellingPageQuery = { dwelling: { id: string, houseNumber: string | null, oldNumber: string | null, street: string | null, address: string, kind: DwellingKind, householdCount: number, peopleCount: number, version: number, confirmedOn: string | null, confirmedDaysAgo: number | null, mayConfirm: boolean, point: { lon: number, lat: number } | null, ward: { code: string, name: string, level: UnitLevel }, neighbourhood: { code: string, name: string, level: UnitLevel } | null, formerHouseholds: Array<{ id: string, number: string | null, formedOn: string, dissolvedOn: string | null, head: { id: string, fullName: string } | null, dwelling: { id: string, address: string } }>, households: Array<{ id: string, number: string | null, memberCount: number, dissolvedOn: string | null, head: { id: string, fullName: string } | null, members: Array<{ relation: Relation, kind: ResidenceKind, citizen: { id: string, fullName: string, sex: Sex, birth: string | null, age: number | null, died: string | null } }> }>, timeline: Array<{ eventId: string, type: string, occurredOn: string, recordedAt: string, actorName: string | null, actorPosition: string | null, position: string, source: { kind: string, id: string, label: string | null } | null, fields: Array<{ name: string, value: string | null, before: string | null, masked: boolean, ref: string | null, refId: string | null }> }> } | null };

export type DwellingFormQueryVariables = Exact<{
  id: string;
}>;


export type DwellingFormQuery = { dwelling: { id: string, houseNumber: string | null, oldNumber: string | null, street: string | null, address: string, kind: DwellingKind, version: number, point: { lon: number, lat: number } | null, ward: { code: string, name: string, level: UnitLevel }, neighbourhood: { code: string, name: string, level: UnitLevel } | null } | null };

export type RegisterDwellingMutationVariables = Exact<{
  meta: CommandMeta;
  input: DwellingInput;
}>;


export type RegisterDwellingMutation = { registerDwelling: { position: string, dwellingId: string } };

export type CorrectDwellingMutationVariables = Exact<{
  meta: CommandMeta;
  dwellingId: string;
  expectedVersion: number;
  changes: DwellingChanges;
}>;


export type CorrectDwellingMutation = { correctDwelling: { position: string } };

export type PlaceDwellingsMutationVariables = Exact<{
  meta: CommandMeta;
  dwellingIds: Array<string> | string;
  neighbourhood: string;
  occurredOn: string;
}>;


export type PlaceDwellingsMutation = { placeDwellings: { position: string } };

export type BoundaryChangesQueryVariables = Exact<{
  ward: string;
}>;


export type BoundaryChangesQuery = { boundaryChanges: Array<{ id: string, kind: BoundaryChangeKind, state: BoundaryChangeState, effectiveOn: string, plannedOn: string, legalBasis: string | null, from: Array<{ code: string, name: string, level: UnitLevel }>, into: Array<{ code: string, name: string, streets: Array<string>, dwellings: number }> }> };

export type PlanBoundaryChangeMutationVariables = Exact<{
  meta: CommandMeta;
  input: BoundaryChangeInput;
}>;


export type PlanBoundaryChangeMutation = { planBoundaryChange: { position: string, changeId: string, state: BoundaryChangeState } };

export type CancelBoundaryChangeMutationVariables = Exact<{
  meta: CommandMeta;
  ward: string;
  changeId: string;
  reason: string;
}>;


export type CancelBoundaryChangeMutation = { cancelBoundaryChange: { position: string } };

export type ReferenceUnitsQueryVariables = Exact<{
  text: string;
  first: number;
}>;


export type ReferenceUnitsQuery = { referenceUnits: Array<{ code: string, name: string, parentCode: string | null, parentName: string | null, formerly: Array<string> }> };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const UnitLinkFragmentDoc = new TypedDocumentString(`
    fragment UnitLink on Unit {
  code
  name
  level
}
    `, {"fragmentName":"UnitLink"}) as unknown as TypedDocumentString<UnitLinkFragment, unknown>;
export const PositionFullFragmentDoc = new TypedDocumentString(`
    fragment PositionFull on Position {
  id
  role
  title
  from
  until
  valid
  unit {
    ...UnitLink
  }
}
    fragment UnitLink on Unit {
  code
  name
  level
}`, {"fragmentName":"PositionFull"}) as unknown as TypedDocumentString<PositionFullFragment, unknown>;
export const DossierLineFragmentDoc = new TypedDocumentString(`
    fragment DossierLine on Dossier {
  id
  code
  status
  pace
  stuck
  dueOn
  submittedAt
  receivedAt
  endedAt
  approved
  owner {
    name
  }
  procedure {
    name
  }
  step {
    name
  }
  assignee {
    name
  }
}
    `, {"fragmentName":"DossierLine"}) as unknown as TypedDocumentString<DossierLineFragment, unknown>;
export const PartyFullFragmentDoc = new TypedDocumentString(`
    fragment PartyFull on Party {
  kind
  name
  nationalId
  birth
  phone
  email
  address
}
    `, {"fragmentName":"PartyFull"}) as unknown as TypedDocumentString<PartyFullFragment, unknown>;
export const ImportHeadFragmentDoc = new TypedDocumentString(`
    fragment ImportHead on Import {
  id
  fileName
  state
  createdAt
  createdBy
  problem
  ward {
    ...UnitLink
  }
  progress {
    done
    total
    lag
  }
}
    fragment UnitLink on Unit {
  code
  name
  level
}`, {"fragmentName":"ImportHead"}) as unknown as TypedDocumentString<ImportHeadFragment, unknown>;
export const LifeResidenceFragmentDoc = new TypedDocumentString(`
    fragment LifeResidence on Residence {
  id
  kind
  since
  until
  household {
    id
    dwelling {
      id
      address
    }
  }
}
    `, {"fragmentName":"LifeResidence"}) as unknown as TypedDocumentString<LifeResidenceFragment, unknown>;
export const AbsenceFactsFragmentDoc = new TypedDocumentString(`
    fragment AbsenceFacts on Absence {
  id
  since
  until
  destination
  endedOn
}
    `, {"fragmentName":"AbsenceFacts"}) as unknown as TypedDocumentString<AbsenceFactsFragment, unknown>;
export const MarriageFactsFragmentDoc = new TypedDocumentString(`
    fragment MarriageFacts on Marriage {
  id
  since
  endedOn
  endCause
  spouseName
  spouse {
    id
    fullName
  }
}
    `, {"fragmentName":"MarriageFacts"}) as unknown as TypedDocumentString<MarriageFactsFragment, unknown>;
export const PolicyFactsFragmentDoc = new TypedDocumentString(`
    fragment PolicyFacts on PolicyStatus {
  id
  status
  since
  until
  endedOn
  holds
}
    `, {"fragmentName":"PolicyFacts"}) as unknown as TypedDocumentString<PolicyFactsFragment, unknown>;
export const CitizenDetailsFragmentDoc = new TypedDocumentString(`
    fragment CitizenDetails on Citizen {
  id
  fullName
  otherName
  sex
  birth
  age
  nationalId
  earlierId
  birthPlace
  homeTown
  ethnicity
  religion
  nationality
  phone
  email
  education
  occupation
  workplace
  maritalStatus
  disability
  healthInsurance
  eidLevel
  eidSince
  note
  masked
  withheld
  died
  version
  mayEdit
}
    `, {"fragmentName":"CitizenDetails"}) as unknown as TypedDocumentString<CitizenDetailsFragment, unknown>;
export const ComparedFragmentDoc = new TypedDocumentString(`
    fragment Compared on Citizen {
  ...CitizenDetails
  residences {
    id
    kind
    relation
    since
    household {
      id
      number
      dwelling {
        id
        address
      }
    }
  }
}
    fragment CitizenDetails on Citizen {
  id
  fullName
  otherName
  sex
  birth
  age
  nationalId
  earlierId
  birthPlace
  homeTown
  ethnicity
  religion
  nationality
  phone
  email
  education
  occupation
  workplace
  maritalStatus
  disability
  healthInsurance
  eidLevel
  eidSince
  note
  masked
  withheld
  died
  version
  mayEdit
}`, {"fragmentName":"Compared"}) as unknown as TypedDocumentString<ComparedFragment, unknown>;
export const CalendarDayFragmentDoc = new TypedDocumentString(`
    fragment CalendarDay on CalendarRow {
  date
  type
  name
  legalBasis
}
    `, {"fragmentName":"CalendarDay"}) as unknown as TypedDocumentString<CalendarDayFragment, unknown>;
export const TermFullFragmentDoc = new TypedDocumentString(`
    fragment TermFull on Term {
  unit
  amount
}
    `, {"fragmentName":"TermFull"}) as unknown as TypedDocumentString<TermFullFragment, unknown>;
export const FeeFullFragmentDoc = new TypedDocumentString(`
    fragment FeeFull on Fee {
  key
  name
  amount
  per
  amountFromThird
  most
  channel
  validFrom
  validTo
  legalBasis
  discounts {
    key
    reason
    percent
  }
}
    `, {"fragmentName":"FeeFull"}) as unknown as TypedDocumentString<FeeFullFragment, unknown>;
export const ProcedureFullFragmentDoc = new TypedDocumentString(`
    fragment ProcedureFull on Procedure {
  id
  code
  version
  validFrom
  endedOn
  name
  matter
  fieldName
  onlineLevel
  partialReason
  formerLevel
  proactiveLevel
  term {
    ...TermFull
  }
  cut {
    percent
    band
  }
  cutoff
  fees {
    ...FeeFull
  }
  papers {
    key
    name
    form
    copies
    required
    fromRegister
  }
  resultName
  resultCode
  legalBasis
  decision
  onTheSpot
  competence
  settlement
  steps {
    key
    name
    kind
    roles
    term {
      ...TermFull
    }
  }
}
    fragment TermFull on Term {
  unit
  amount
}
fragment FeeFull on Fee {
  key
  name
  amount
  per
  amountFromThird
  most
  channel
  validFrom
  validTo
  legalBasis
  discounts {
    key
    reason
    percent
  }
}`, {"fragmentName":"ProcedureFull"}) as unknown as TypedDocumentString<ProcedureFullFragment, unknown>;
export const DossierImportHeadFragmentDoc = new TypedDocumentString(`
    fragment DossierImportHead on DossierImport {
  id
  fileName
  state
  createdAt
  createdBy
  problem
  ward {
    ...UnitLink
  }
  progress {
    done
    total
    lag
  }
}
    fragment UnitLink on Unit {
  code
  name
  level
}`, {"fragmentName":"DossierImportHead"}) as unknown as TypedDocumentString<DossierImportHeadFragment, unknown>;
export const PastCourseFragmentDoc = new TypedDocumentString(`
    fragment PastCourse on PastDossier {
  procedureCode
  procedureName
  receivedAt
  dueAt
  endedAt
  flags {
    code
    text
  }
  steps {
    name
    department
    officer
    startedAt
    dueAt
    endedAt
  }
}
    `, {"fragmentName":"PastCourse"}) as unknown as TypedDocumentString<PastCourseFragment, unknown>;
export const NumFragmentDoc = new TypedDocumentString(`
    fragment Num on Figure {
  value
  suppressed
  definition
}
    `, {"fragmentName":"Num"}) as unknown as TypedDocumentString<NumFragment, unknown>;
export const CodeFragmentDoc = new TypedDocumentString(`
    fragment Code on CodeFigure {
  code
  label
  total {
    ...Num
  }
}
    fragment Num on Figure {
  value
  suppressed
  definition
}`, {"fragmentName":"Code"}) as unknown as TypedDocumentString<CodeFragment, unknown>;
export const CountsFragmentDoc = new TypedDocumentString(`
    fragment Counts on EidCounts {
  people
  level2
  level1
  none
  households
  householdsSome
  householdsAll
}
    `, {"fragmentName":"Counts"}) as unknown as TypedDocumentString<CountsFragment, unknown>;
export const PublicDeskFragmentDoc = new TypedDocumentString(`
    fragment PublicDesk on PublicWard {
  ward
  name
  deskName
  address
  phone
  week {
    hours {
      from
      to
    }
    saturday {
      hours {
        from
        to
      }
    }
  }
}
    `, {"fragmentName":"PublicDesk"}) as unknown as TypedDocumentString<PublicDeskFragment, unknown>;
export const SatisfactionFigureFragmentDoc = new TypedDocumentString(`
    fragment SatisfactionFigure on SatisfactionFigure {
  subject
  name
  answers
  rank
  satisfied {
    share
    low
    high
  }
  byCriterion {
    key
    marks
    satisfied {
      share
      low
      high
    }
  }
}
    `, {"fragmentName":"SatisfactionFigure"}) as unknown as TypedDocumentString<SatisfactionFigureFragment, unknown>;
export const EntryFragmentDoc = new TypedDocumentString(`
    fragment Entry on TimelineEntry {
  eventId
  type
  occurredOn
  recordedAt
  actorName
  actorPosition
  position
  source {
    kind
    id
    label
  }
  fields {
    name
    value
    before
    masked
    ref
    refId
  }
}
    `, {"fragmentName":"Entry"}) as unknown as TypedDocumentString<EntryFragment, unknown>;
export const WarnFragmentDoc = new TypedDocumentString(`
    fragment Warn on Warning {
  code
  params {
    name
    value
  }
}
    `, {"fragmentName":"Warn"}) as unknown as TypedDocumentString<WarnFragment, unknown>;
export const PageResidenceFragmentDoc = new TypedDocumentString(`
    fragment PageResidence on Residence {
  id
  kind
  relation
  since
  estimated
  until
  endedOn
  source
  household {
    id
    number
    dwelling {
      id
      address
      ward {
        ...UnitLink
      }
      neighbourhood {
        ...UnitLink
      }
    }
  }
}
    fragment UnitLink on Unit {
  code
  name
  level
}`, {"fragmentName":"PageResidence"}) as unknown as TypedDocumentString<PageResidenceFragment, unknown>;
export const RegisterHouseholdFragmentDoc = new TypedDocumentString(`
    fragment RegisterHousehold on Household {
  id
  number
  head {
    id
    fullName
  }
  dwelling {
    id
    address
  }
}
    `, {"fragmentName":"RegisterHousehold"}) as unknown as TypedDocumentString<RegisterHouseholdFragment, unknown>;
export const RegisterPersonFragmentDoc = new TypedDocumentString(`
    fragment RegisterPerson on Citizen {
  id
  fullName
  birth
  sex
  died
  ethnicity
  homeTown
  birthPlace
  maritalStatus
  residences {
    id
    relation
    household {
      ...RegisterHousehold
    }
  }
  permanentHousehold {
    ...RegisterHousehold
    statuses {
      id
      status
      since
      until
      holds
    }
  }
  marriages {
    id
    spouseName
    since
    endedOn
  }
}
    fragment RegisterHousehold on Household {
  id
  number
  head {
    id
    fullName
  }
  dwelling {
    id
    address
  }
}`, {"fragmentName":"RegisterPerson"}) as unknown as TypedDocumentString<RegisterPersonFragment, unknown>;
export const DossierOutsideFragmentDoc = new TypedDocumentString(`
    fragment DossierOutside on Dossier {
  signings {
    id
    fileId
    state
    by
    askedAt
    tries
    lastTryAt
    nextTryAt
    reason
    cancellable
  }
  notices {
    configured
    wanted
    hasAddress
    sent
    waiting
    failed
    last {
      state
      queuedAt
      nextTryAt
      sentAt
      reason
    }
  }
}
    `, {"fragmentName":"DossierOutside"}) as unknown as TypedDocumentString<DossierOutsideFragment, unknown>;
export const AccountsDocument = new TypedDocumentString(`
    query Accounts($text: String, $after: String, $first: Int!) {
  accounts(text: $text, after: $after, first: $first) {
    total
    nextCursor
    items {
      id
      username
      displayName
      closed
      lastSignIn
      version
      positions {
        ...PositionFull
      }
    }
  }
}
    fragment PositionFull on Position {
  id
  role
  title
  from
  until
  valid
  unit {
    ...UnitLink
  }
}
fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<AccountsQuery, AccountsQueryVariables>;
export const AccountPageDocument = new TypedDocumentString(`
    query AccountPage($id: ID!) {
  account(id: $id) {
    id
    username
    displayName
    closed
    lastSignIn
    version
    positions {
      ...PositionFull
    }
  }
}
    fragment PositionFull on Position {
  id
  role
  title
  from
  until
  valid
  unit {
    ...UnitLink
  }
}
fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<AccountPageQuery, AccountPageQueryVariables>;
export const OpenAccountDocument = new TypedDocumentString(`
    mutation OpenAccount($meta: CommandMeta!, $input: OpenAccountInput!) {
  openAccount(meta: $meta, input: $input) {
    position
    accountId
    oneTimePassword
  }
}
    `) as unknown as TypedDocumentString<OpenAccountMutation, OpenAccountMutationVariables>;
export const RenameAccountDocument = new TypedDocumentString(`
    mutation RenameAccount($meta: CommandMeta!, $accountId: ID!, $displayName: String!) {
  renameAccount(meta: $meta, accountId: $accountId, displayName: $displayName) {
    position
  }
}
    `) as unknown as TypedDocumentString<RenameAccountMutation, RenameAccountMutationVariables>;
export const CloseAccountDocument = new TypedDocumentString(`
    mutation CloseAccount($meta: CommandMeta!, $accountId: ID!) {
  closeAccount(meta: $meta, accountId: $accountId) {
    position
  }
}
    `) as unknown as TypedDocumentString<CloseAccountMutation, CloseAccountMutationVariables>;
export const GrantPositionDocument = new TypedDocumentString(`
    mutation GrantPosition($meta: CommandMeta!, $input: GrantPositionInput!) {
  grantPosition(meta: $meta, input: $input) {
    position
  }
}
    `) as unknown as TypedDocumentString<GrantPositionMutation, GrantPositionMutationVariables>;
export const EndPositionDocument = new TypedDocumentString(`
    mutation EndPosition($meta: CommandMeta!, $accountId: ID!, $positionId: ID!, $occurredOn: Day!) {
  endPosition(
    meta: $meta
    accountId: $accountId
    positionId: $positionId
    occurredOn: $occurredOn
  ) {
    position
  }
}
    `) as unknown as TypedDocumentString<EndPositionMutation, EndPositionMutationVariables>;
export const ResetPasswordDocument = new TypedDocumentString(`
    mutation ResetPassword($accountId: ID!) {
  resetPassword(accountId: $accountId) {
    password
  }
}
    `) as unknown as TypedDocumentString<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const SystemStateDocument = new TypedDocumentString(`
    query SystemState {
  system {
    head
    lastBackup
    lastBackupError
    services {
      name
      configured
      reachableSince
      lastFailureAt
      lastFailure
      waiting
    }
    projections {
      name
      version
      state
      position
      lag
    }
  }
}
    `) as unknown as TypedDocumentString<SystemStateQuery, SystemStateQueryVariables>;
export const FieldTableDocument = new TypedDocumentString(`
    query FieldTable($unit: ID!) {
  fieldTable(unit: $unit) {
    cells {
      role
      group
      granted
      right
    }
    narrowings {
      id
      role
      group
      right
      from
      until
      endedOn
      unit {
        ...UnitLink
      }
    }
  }
}
    fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<FieldTableQuery, FieldTableQueryVariables>;
export const NarrowFieldDocument = new TypedDocumentString(`
    mutation NarrowField($meta: CommandMeta!, $input: NarrowFieldInput!) {
  narrowField(meta: $meta, input: $input) {
    position
  }
}
    `) as unknown as TypedDocumentString<NarrowFieldMutation, NarrowFieldMutationVariables>;
export const RestoreFieldDocument = new TypedDocumentString(`
    mutation RestoreField($meta: CommandMeta!, $unit: ID!, $narrowingId: ID!, $occurredOn: Day!) {
  restoreField(
    meta: $meta
    unit: $unit
    narrowingId: $narrowingId
    occurredOn: $occurredOn
  ) {
    position
  }
}
    `) as unknown as TypedDocumentString<RestoreFieldMutation, RestoreFieldMutationVariables>;
export const DossierOfficersDocument = new TypedDocumentString(`
    query DossierOfficers {
  dossierOfficers {
    accountId
    name
    open
  }
}
    `) as unknown as TypedDocumentString<DossierOfficersQuery, DossierOfficersQueryVariables>;
export const WorkOnDossiersDocument = new TypedDocumentString(`
    mutation WorkOnDossiers($meta: CommandMeta!, $on: [OnDossierInput!]!, $act: DossierBatchAct!, $note: String, $accountId: ID, $by: ReturnBy) {
  workOnDossiers(
    meta: $meta
    on: $on
    act: $act
    note: $note
    accountId: $accountId
    by: $by
  ) {
    position
    outcomes {
      dossierId
      refusal
      dossier {
        code
        owner {
          name
        }
        printable {
          form
          requestId
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WorkOnDossiersMutation, WorkOnDossiersMutationVariables>;
export const InboxDocument = new TypedDocumentString(`
    query Inbox($drawer: DossierDrawer!, $whose: DossierOwner, $pace: DossierPaceFilter, $matter: Matter, $text: String, $after: String, $first: Int!) {
  dossiers(
    drawer: $drawer
    whose: $whose
    pace: $pace
    matter: $matter
    text: $text
    after: $after
    first: $first
  ) {
    nextCursor
    items {
      ...DossierLine
      version
      printable {
        form
        requestId
      }
    }
  }
  dossierCounts {
    incoming
    mine
    team
    unit
    awaiting
    ready
    late
    dueSoon
    likelyLate
    stuck
    toWrite
  }
}
    fragment DossierLine on Dossier {
  id
  code
  status
  pace
  stuck
  dueOn
  submittedAt
  receivedAt
  endedAt
  approved
  owner {
    name
  }
  procedure {
    name
  }
  step {
    name
  }
  assignee {
    name
  }
}`) as unknown as TypedDocumentString<InboxQuery, InboxQueryVariables>;
export const IntakeProceduresDocument = new TypedDocumentString(`
    query IntakeProcedures($ward: ID!, $text: String, $matter: Matter) {
  procedures(ward: $ward, text: $text, matter: $matter, first: 100) {
    id
    code
    name
    matter
    fieldName
    competence
    onTheSpot
    term {
      ...TermFull
    }
    steps {
      roles
    }
  }
  oneStop(ward: $ward) {
    settings {
      deskName
    }
  }
}
    fragment TermFull on Term {
  unit
  amount
}`) as unknown as TypedDocumentString<IntakeProceduresQuery, IntakeProceduresQueryVariables>;
export const IntakeProcedureDocument = new TypedDocumentString(`
    query IntakeProcedure($id: ID!) {
  procedure(id: $id) {
    id
    code
    name
    version
    matter
    fieldName
    competence
    onTheSpot
    settlement
    resultName
    term {
      ...TermFull
    }
    fees {
      ...FeeFull
    }
    papers {
      key
      name
      form
      copies
      required
      fromRegister
    }
    steps {
      key
      name
      roles
    }
  }
}
    fragment TermFull on Term {
  unit
  amount
}
fragment FeeFull on Fee {
  key
  name
  amount
  per
  amountFromThird
  most
  channel
  validFrom
  validTo
  legalBasis
  discounts {
    key
    reason
    percent
  }
}`) as unknown as TypedDocumentString<IntakeProcedureQuery, IntakeProcedureQueryVariables>;
export const IntakeOwnerDocument = new TypedDocumentString(`
    query IntakeOwner($id: ID!) {
  citizen(id: $id) {
    id
    fullName
    sex
    birth
    nationalId
    phone
    email
    maritalStatus
    masked
    died
    residences {
      id
      household {
        id
        dwelling {
          id
          address
          ward {
            ...UnitLink
          }
          neighbourhood {
            ...UnitLink
          }
        }
        statuses {
          status
          holds
        }
      }
    }
  }
}
    fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<IntakeOwnerQuery, IntakeOwnerQueryVariables>;
export const LikelySameDossiersDocument = new TypedDocumentString(`
    query LikelySameDossiers($procedureId: ID!, $ownerId: ID, $nationalId: String) {
  likelySameDossiers(
    procedureId: $procedureId
    ownerId: $ownerId
    nationalId: $nationalId
  ) {
    ...DossierLine
  }
}
    fragment DossierLine on Dossier {
  id
  code
  status
  pace
  stuck
  dueOn
  submittedAt
  receivedAt
  endedAt
  approved
  owner {
    name
  }
  procedure {
    name
  }
  step {
    name
  }
  assignee {
    name
  }
}`) as unknown as TypedDocumentString<LikelySameDossiersQuery, LikelySameDossiersQueryVariables>;
export const DossierPageDocument = new TypedDocumentString(`
    query DossierPage($id: ID!) {
  dossier(id: $id) {
    ...DossierLine
    ...DossierOutside
    rating {
      at
      via
      counter
      comment
      marks {
        key
        mark
      }
      criteria {
        key
        vi
        en
      }
    }
    version
    ward
    matter
    nationalCode
    nationalStatus
    past {
      ...PastCourse
    }
    channel
    returnBy
    hoursLeft
    dueAt
    stepDueAt
    pausedSince
    ownerId
    assignee {
      accountId
    }
    owner {
      ...PartyFull
    }
    submitter {
      ...PartyFull
    }
    answers {
      key
      value
    }
    papers {
      key
      name
      form
      copies
      source
    }
    step {
      key
      name
      kind
      roles
    }
    procedure {
      id
      code
      name
      version
      fieldName
      onTheSpot
      settlement
      resultName
      term {
        ...TermFull
      }
      fees {
        ...FeeFull
      }
      papers {
        key
        name
        form
        copies
        required
        fromRegister
      }
      steps {
        key
        name
        kind
        roles
      }
    }
    warnings {
      code
      count
      day
    }
    requests {
      requestId
      at
      stage
      legalBasis
      suppliedAt
      papers {
        name
        wrong
      }
    }
    fees {
      requestId
      at
      total
      waits
      lines {
        feeKey
        name
        quantity
        amount
        discountReason
      }
      receipt {
        book
        number
        method
        at
      }
    }
    uploads {
      fileId
      paper
      state
      reason
    }
    files {
      fileId
      paper
      name
      mediaType
      bytes
      from
      at
      by
      setAside
      signedAs
    }
    prints {
      paperId
      form
      requestId
      printNumber
      at
      by
    }
    printable {
      form
      requestId
    }
    transfers {
      requestId
      bankName
      accountNumber
      accountName
      amount
      purpose
      picture
    }
    extensions {
      at
      dueOn
      cause
      reason
    }
    ending {
      kind
      at
      reason
      legalBasis
      resultName
      resultNumber
      issuedOn
      fileId
    }
    returned {
      by
      at
      receivedBy
      reference
    }
    register {
      kind
      state
      mayWrite
      reason
    }
    written {
      kind
      citizenId
      householdId
      at
    }
    timeline {
      type
      at
      recordedAt
      version
      by
      from
      to
      note
      dueOn
      form
      printNumber
    }
  }
}
    fragment DossierLine on Dossier {
  id
  code
  status
  pace
  stuck
  dueOn
  submittedAt
  receivedAt
  endedAt
  approved
  owner {
    name
  }
  procedure {
    name
  }
  step {
    name
  }
  assignee {
    name
  }
}
fragment TermFull on Term {
  unit
  amount
}
fragment FeeFull on Fee {
  key
  name
  amount
  per
  amountFromThird
  most
  channel
  validFrom
  validTo
  legalBasis
  discounts {
    key
    reason
    percent
  }
}
fragment PartyFull on Party {
  kind
  name
  nationalId
  birth
  phone
  email
  address
}
fragment PastCourse on PastDossier {
  procedureCode
  procedureName
  receivedAt
  dueAt
  endedAt
  flags {
    code
    text
  }
  steps {
    name
    department
    officer
    startedAt
    dueAt
    endedAt
  }
}
fragment DossierOutside on Dossier {
  signings {
    id
    fileId
    state
    by
    askedAt
    tries
    lastTryAt
    nextTryAt
    reason
    cancellable
  }
  notices {
    configured
    wanted
    hasAddress
    sent
    waiting
    failed
    last {
      state
      queuedAt
      nextTryAt
      sentAt
      reason
    }
  }
}`) as unknown as TypedDocumentString<DossierPageQuery, DossierPageQueryVariables>;
export const DossierAssigneesDocument = new TypedDocumentString(`
    query DossierAssignees($dossierId: ID!, $step: String!) {
  dossierAssignees(dossierId: $dossierId, step: $step) {
    accountId
    name
    open
  }
}
    `) as unknown as TypedDocumentString<DossierAssigneesQuery, DossierAssigneesQueryVariables>;
export const TakeInDossierDocument = new TypedDocumentString(`
    mutation TakeInDossier($meta: CommandMeta!, $input: TakeInInput!) {
  takeInDossier(meta: $meta, input: $input) {
    position
    dossierId
    code
    dueAt
  }
}
    `) as unknown as TypedDocumentString<TakeInDossierMutation, TakeInDossierMutationVariables>;
export const DeclineDossierDocument = new TypedDocumentString(`
    mutation DeclineDossier($meta: CommandMeta!, $on: OnDossierInput!, $reason: String!, $legalBasis: String) {
  declineDossier(meta: $meta, on: $on, reason: $reason, legalBasis: $legalBasis) {
    position
  }
}
    `) as unknown as TypedDocumentString<DeclineDossierMutation, DeclineDossierMutationVariables>;
export const AssignDossierDocument = new TypedDocumentString(`
    mutation AssignDossier($meta: CommandMeta!, $on: OnDossierInput!, $accountId: ID) {
  assignDossier(meta: $meta, on: $on, accountId: $accountId) {
    position
  }
}
    `) as unknown as TypedDocumentString<AssignDossierMutation, AssignDossierMutationVariables>;
export const HandOnDossierDocument = new TypedDocumentString(`
    mutation HandOnDossier($meta: CommandMeta!, $on: OnDossierInput!, $to: String, $note: String, $accountId: ID) {
  handOnDossier(meta: $meta, on: $on, to: $to, note: $note, accountId: $accountId) {
    position
  }
}
    `) as unknown as TypedDocumentString<HandOnDossierMutation, HandOnDossierMutationVariables>;
export const ApproveDossierDocument = new TypedDocumentString(`
    mutation ApproveDossier($meta: CommandMeta!, $on: OnDossierInput!, $note: String) {
  approveDossier(meta: $meta, on: $on, note: $note) {
    position
  }
}
    `) as unknown as TypedDocumentString<ApproveDossierMutation, ApproveDossierMutationVariables>;
export const NoteNationalCodeDocument = new TypedDocumentString(`
    mutation NoteNationalCode($meta: CommandMeta!, $on: OnDossierInput!, $nationalCode: String) {
  noteNationalCode(meta: $meta, on: $on, nationalCode: $nationalCode) {
    position
  }
}
    `) as unknown as TypedDocumentString<NoteNationalCodeMutation, NoteNationalCodeMutationVariables>;
export const RequestPapersDocument = new TypedDocumentString(`
    mutation RequestPapers($meta: CommandMeta!, $on: OnDossierInput!, $stage: PaperStage!, $papers: [AskedPaperInput!]!, $legalBasis: String) {
  requestPapers(
    meta: $meta
    on: $on
    stage: $stage
    papers: $papers
    legalBasis: $legalBasis
  ) {
    position
  }
}
    `) as unknown as TypedDocumentString<RequestPapersMutation, RequestPapersMutationVariables>;
export const SupplyPapersDocument = new TypedDocumentString(`
    mutation SupplyPapers($meta: CommandMeta!, $on: OnDossierInput!, $channel: DossierChannel!, $note: String) {
  supplyPapers(meta: $meta, on: $on, channel: $channel, note: $note) {
    position
  }
}
    `) as unknown as TypedDocumentString<SupplyPapersMutation, SupplyPapersMutationVariables>;
export const RequestFeesDocument = new TypedDocumentString(`
    mutation RequestFees($meta: CommandMeta!, $on: OnDossierInput!, $fees: [AskedFeeInput!]!, $waits: Boolean!) {
  requestFees(meta: $meta, on: $on, fees: $fees, waits: $waits) {
    position
  }
}
    `) as unknown as TypedDocumentString<RequestFeesMutation, RequestFeesMutationVariables>;
export const PayFeesDocument = new TypedDocumentString(`
    mutation PayFees($meta: CommandMeta!, $on: OnDossierInput!, $requestId: ID!, $method: PaymentMethod!, $receiptBook: String!, $reference: String) {
  payFees(
    meta: $meta
    on: $on
    requestId: $requestId
    method: $method
    receiptBook: $receiptBook
    reference: $reference
  ) {
    position
    receiptNumber
  }
}
    `) as unknown as TypedDocumentString<PayFeesMutation, PayFeesMutationVariables>;
export const VoidPaymentDocument = new TypedDocumentString(`
    mutation VoidPayment($meta: CommandMeta!, $on: OnDossierInput!, $requestId: ID!, $reason: String!) {
  voidPayment(meta: $meta, on: $on, requestId: $requestId, reason: $reason) {
    position
  }
}
    `) as unknown as TypedDocumentString<VoidPaymentMutation, VoidPaymentMutationVariables>;
export const WithdrawFeesDocument = new TypedDocumentString(`
    mutation WithdrawFees($meta: CommandMeta!, $on: OnDossierInput!, $requestId: ID!, $reason: String!) {
  withdrawFees(meta: $meta, on: $on, requestId: $requestId, reason: $reason) {
    position
  }
}
    `) as unknown as TypedDocumentString<WithdrawFeesMutation, WithdrawFeesMutationVariables>;
export const ExtendDossierDocument = new TypedDocumentString(`
    mutation ExtendDossier($meta: CommandMeta!, $on: OnDossierInput!, $dueOn: Day!, $cause: ExtensionCause!, $reason: String!) {
  extendDossier(
    meta: $meta
    on: $on
    dueOn: $dueOn
    cause: $cause
    reason: $reason
  ) {
    position
  }
}
    `) as unknown as TypedDocumentString<ExtendDossierMutation, ExtendDossierMutationVariables>;
export const StopDossierDocument = new TypedDocumentString(`
    mutation StopDossier($meta: CommandMeta!, $on: OnDossierInput!, $reason: String!, $legalBasis: String) {
  stopDossier(meta: $meta, on: $on, reason: $reason, legalBasis: $legalBasis) {
    position
  }
}
    `) as unknown as TypedDocumentString<StopDossierMutation, StopDossierMutationVariables>;
export const RefuseDossierDocument = new TypedDocumentString(`
    mutation RefuseDossier($meta: CommandMeta!, $on: OnDossierInput!, $reason: String!, $legalBasis: String) {
  refuseDossier(meta: $meta, on: $on, reason: $reason, legalBasis: $legalBasis) {
    position
  }
}
    `) as unknown as TypedDocumentString<RefuseDossierMutation, RefuseDossierMutationVariables>;
export const WithdrawDossierDocument = new TypedDocumentString(`
    mutation WithdrawDossier($meta: CommandMeta!, $on: OnDossierInput!, $reason: String) {
  withdrawDossier(meta: $meta, on: $on, reason: $reason) {
    position
  }
}
    `) as unknown as TypedDocumentString<WithdrawDossierMutation, WithdrawDossierMutationVariables>;
export const SettleDossierDocument = new TypedDocumentString(`
    mutation SettleDossier($meta: CommandMeta!, $on: OnDossierInput!, $resultNumber: String, $issuedOn: Day, $fileId: ID) {
  settleDossier(
    meta: $meta
    on: $on
    resultNumber: $resultNumber
    issuedOn: $issuedOn
    fileId: $fileId
  ) {
    position
  }
}
    `) as unknown as TypedDocumentString<SettleDossierMutation, SettleDossierMutationVariables>;
export const ReopenDossierDocument = new TypedDocumentString(`
    mutation ReopenDossier($meta: CommandMeta!, $on: OnDossierInput!, $reason: String!) {
  reopenDossier(meta: $meta, on: $on, reason: $reason) {
    position
  }
}
    `) as unknown as TypedDocumentString<ReopenDossierMutation, ReopenDossierMutationVariables>;
export const ReturnDossierDocument = new TypedDocumentString(`
    mutation ReturnDossier($meta: CommandMeta!, $on: OnDossierInput!, $by: ReturnBy!, $receivedBy: String, $reference: String) {
  returnDossier(
    meta: $meta
    on: $on
    by: $by
    receivedBy: $receivedBy
    reference: $reference
  ) {
    position
  }
}
    `) as unknown as TypedDocumentString<ReturnDossierMutation, ReturnDossierMutationVariables>;
export const SetDossierFileAsideDocument = new TypedDocumentString(`
    mutation SetDossierFileAside($meta: CommandMeta!, $on: OnDossierInput!, $fileId: ID!, $reason: String!) {
  setDossierFileAside(meta: $meta, on: $on, fileId: $fileId, reason: $reason) {
    position
  }
}
    `) as unknown as TypedDocumentString<SetDossierFileAsideMutation, SetDossierFileAsideMutationVariables>;
export const DossierRegisterDocument = new TypedDocumentString(`
    query DossierRegister($ward: ID!, $from: Day!, $to: Day!, $first: Int!) {
  dossierRegister(ward: $ward, from: $from, to: $to, first: $first) {
    nextCursor
    items {
      ...DossierLine
    }
  }
}
    fragment DossierLine on Dossier {
  id
  code
  status
  pace
  stuck
  dueOn
  submittedAt
  receivedAt
  endedAt
  approved
  owner {
    name
  }
  procedure {
    name
  }
  step {
    name
  }
  assignee {
    name
  }
}`) as unknown as TypedDocumentString<DossierRegisterQuery, DossierRegisterQueryVariables>;
export const DossierByCodeDocument = new TypedDocumentString(`
    query DossierByCode($code: String!) {
  dossierByCode(code: $code) {
    id
  }
}
    `) as unknown as TypedDocumentString<DossierByCodeQuery, DossierByCodeQueryVariables>;
export const OpenFollowDocument = new TypedDocumentString(`
    mutation OpenFollow($code: String!, $digits: String!) {
  openFollow(code: $code, digits: $digits) {
    token
  }
}
    `) as unknown as TypedDocumentString<OpenFollowMutation, OpenFollowMutationVariables>;
export const AnswerPapersDocument = new TypedDocumentString(`
    mutation AnswerPapers($meta: CommandMeta!, $token: String!, $note: String) {
  answerPapers(meta: $meta, token: $token, note: $note) {
    position
  }
}
    `) as unknown as TypedDocumentString<AnswerPapersMutation, AnswerPapersMutationVariables>;
export const WithdrawFollowedDocument = new TypedDocumentString(`
    mutation WithdrawFollowed($meta: CommandMeta!, $token: String!, $reason: String) {
  withdrawFollowed(meta: $meta, token: $token, reason: $reason) {
    position
  }
}
    `) as unknown as TypedDocumentString<WithdrawFollowedMutation, WithdrawFollowedMutationVariables>;
export const FollowedDocument = new TypedDocumentString(`
    query Followed($token: String!) {
  followed(token: $token) {
    id
    ward
    wardName
    deskName
    deskAddress
    deskPhone
    code
    nationalCode
    lookup
    procedureName
    status
    nationalStatus
    returnBy
    submittedAt
    receivedAt
    dueOn
    endedAt
    returnedAt
    stepName
    receivedBy
    handledBy
    awaited {
      legalBasis
      papers {
        name
        wrong
      }
    }
    fileFor {
      key
      name
    }
    fees {
      requestId
      total
      lines {
        name
        amount
      }
      receipt {
        number
      }
    }
    transfers {
      requestId
      bankName
      accountNumber
      accountName
      purpose
      picture
    }
    extensions {
      dueOn
      reason
    }
    endingKind
    endingReason
    legalBasis
    resultName
    hasResult
    prints {
      paperId
      form
      printNumber
      at
    }
    course {
      type
      at
    }
    uploads {
      fileId
      state
      reason
      at
    }
    uploadToken
    mayWithdraw
    mayRate
  }
}
    `) as unknown as TypedDocumentString<FollowedQuery, FollowedQueryVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    accountId
    displayName
    username
    mustChangePassword
    may
    rights {
      group
      right
    }
    positions {
      id
      role
      title
      valid
      from
      until
      unit {
        code
        name
        level
      }
    }
    activePosition {
      id
      role
      title
      unit {
        code
        name
        level
        parent {
          code
          name
          level
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const TodayDocument = new TypedDocumentString(`
    query Today {
  dossierCounts {
    mineLate
    mineDueSoon
    mineLikelyLate
    mineStuck
    late
    likelyLate
    stuck
    incoming
    toWrite
  }
  today {
    wardName
    demo
    date
    unplacedDwellings
    householdsWithoutHead
    importsRunning {
      id
      fileName
      state
      progress {
        done
        total
      }
    }
    boundaryChangesAhead {
      id
      kind
      effectiveOn
      into {
        name
      }
      from {
        name
      }
    }
    warnings {
      code
      params {
        name
        value
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TodayQuery, TodayQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($text: String!, $first: Int!) {
  search(text: $text, first: $first) {
    more
    hits {
      kind
      id
      title
      subtitle
      birth
      sex
      nationalId
      address
      neighbourhood
      died
    }
  }
}
    `) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const ChoosePositionDocument = new TypedDocumentString(`
    mutation ChoosePosition($positionId: ID!) {
  choosePosition(positionId: $positionId) {
    accountId
  }
}
    `) as unknown as TypedDocumentString<ChoosePositionMutation, ChoosePositionMutationVariables>;
export const SignOutEverywhereDocument = new TypedDocumentString(`
    mutation SignOutEverywhere {
  signOutEverywhere
}
    `) as unknown as TypedDocumentString<SignOutEverywhereMutation, SignOutEverywhereMutationVariables>;
export const ChangePasswordDocument = new TypedDocumentString(`
    mutation ChangePassword($current: String!, $next: String!) {
  changePassword(current: $current, next: $next)
}
    `) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const ChangedDocument = new TypedDocumentString(`
    subscription Changed {
  changed {
    position
    topics
  }
}
    `) as unknown as TypedDocumentString<ChangedSubscription, ChangedSubscriptionVariables>;
export const SplitHouseholdDocument = new TypedDocumentString(`
    mutation SplitHousehold($meta: CommandMeta!, $input: SplitHouseholdInput!) {
  splitHousehold(meta: $meta, input: $input) {
    position
    householdId
  }
}
    `) as unknown as TypedDocumentString<SplitHouseholdMutation, SplitHouseholdMutationVariables>;
export const JoinHouseholdsDocument = new TypedDocumentString(`
    mutation JoinHouseholds($meta: CommandMeta!, $input: JoinHouseholdsInput!) {
  joinHouseholds(meta: $meta, input: $input) {
    position
  }
}
    `) as unknown as TypedDocumentString<JoinHouseholdsMutation, JoinHouseholdsMutationVariables>;
export const GrantHouseholdStatusDocument = new TypedDocumentString(`
    mutation GrantHouseholdStatus($meta: CommandMeta!, $input: GrantHouseholdStatusInput!) {
  grantHouseholdStatus(meta: $meta, input: $input) {
    position
  }
}
    `) as unknown as TypedDocumentString<GrantHouseholdStatusMutation, GrantHouseholdStatusMutationVariables>;
export const EndHouseholdStatusDocument = new TypedDocumentString(`
    mutation EndHouseholdStatus($meta: CommandMeta!, $householdId: ID!, $statusId: ID!, $cause: PolicyEndCause!, $occurredOn: Day!, $evidence: EvidenceInput) {
  endHouseholdStatus(
    meta: $meta
    householdId: $householdId
    statusId: $statusId
    cause: $cause
    occurredOn: $occurredOn
    evidence: $evidence
  ) {
    position
  }
}
    `) as unknown as TypedDocumentString<EndHouseholdStatusMutation, EndHouseholdStatusMutationVariables>;
export const ConfirmDwellingDocument = new TypedDocumentString(`
    mutation ConfirmDwelling($meta: CommandMeta!, $dwellingId: ID!, $method: ConfirmationMethod!, $occurredOn: Day!, $evidence: EvidenceInput) {
  confirmDwelling(
    meta: $meta
    dwellingId: $dwellingId
    method: $method
    occurredOn: $occurredOn
    evidence: $evidence
  ) {
    position
  }
}
    `) as unknown as TypedDocumentString<ConfirmDwellingMutation, ConfirmDwellingMutationVariables>;
export const HouseholdStatusesDocument = new TypedDocumentString(`
    query HouseholdStatuses($id: ID!) {
  household(id: $id) {
    id
    number
    dwelling {
      id
      address
      ward {
        ...UnitLink
      }
      neighbourhood {
        ...UnitLink
      }
    }
    head {
      id
      fullName
    }
    statuses {
      id
      status
      since
      until
      endedOn
      holds
    }
  }
}
    fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<HouseholdStatusesQuery, HouseholdStatusesQueryVariables>;
export const UnitGlanceDocument = new TypedDocumentString(`
    query UnitGlance($code: ID!) {
  unit(code: $code) {
    glance {
      withoutHead
      unconfirmed
      unconfirmedDays
      temporaryExpired
      temporaryExpiring
      poor
      nearPoor
    }
  }
}
    `) as unknown as TypedDocumentString<UnitGlanceQuery, UnitGlanceQueryVariables>;
export const ImportsDocument = new TypedDocumentString(`
    query Imports($after: String, $first: Int!) {
  imports(after: $after, first: $first) {
    total
    nextCursor
    items {
      ...ImportHead
    }
  }
}
    fragment ImportHead on Import {
  id
  fileName
  state
  createdAt
  createdBy
  problem
  ward {
    ...UnitLink
  }
  progress {
    done
    total
    lag
  }
}
fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<ImportsQuery, ImportsQueryVariables>;
export const ImportPageDocument = new TypedDocumentString(`
    query ImportPage($id: ID!, $state: ImportRowState, $after: String, $first: Int!) {
  import(id: $id) {
    ...ImportHead
    columns {
      index
      heading
      samples
    }
    mapping {
      field
      column
      relations {
        code
        relation
      }
    }
    unknownNeighbourhoods {
      name
      rows
    }
    templates {
      id
      name
      used
    }
    withdrawal {
      reason
      by
      on
      counts {
        citizens
        households
        dwellings
        differences
        kept
      }
    }
    summary {
      rows
      create
      update
      unchanged
      confirm
      likely
      differences
      relationCodes
      warnings
      errors
      skipped
      people
      households
      dwellings
      unplaced
      issues {
        code
        severity
        count
      }
    }
    rows(state: $state, after: $after, first: $first) {
      total
      nextCursor
      items {
        line
        state
        name
        citizenId
        issues {
          code
          severity
          column
          value
        }
      }
    }
  }
  importFields {
    name
    required
    group
  }
}
    fragment ImportHead on Import {
  id
  fileName
  state
  createdAt
  createdBy
  problem
  ward {
    ...UnitLink
  }
  progress {
    done
    total
    lag
  }
}
fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<ImportPageQuery, ImportPageQueryVariables>;
export const ImportProgressDocument = new TypedDocumentString(`
    query ImportProgress($id: ID!) {
  import(id: $id) {
    id
    state
    progress {
      done
      total
      lag
    }
  }
}
    `) as unknown as TypedDocumentString<ImportProgressQuery, ImportProgressQueryVariables>;
export const CheckImportDocument = new TypedDocumentString(`
    mutation CheckImport($importId: ID!, $mapping: [ColumnMappingInput!]!) {
  checkImport(importId: $importId, mapping: $mapping) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<CheckImportMutation, CheckImportMutationVariables>;
export const EstablishNeighbourhoodsDocument = new TypedDocumentString(`
    mutation EstablishNeighbourhoods($meta: CommandMeta!, $importId: ID!, $names: [String!]!) {
  establishNeighbourhoods(meta: $meta, importId: $importId, names: $names) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<EstablishNeighbourhoodsMutation, EstablishNeighbourhoodsMutationVariables>;
export const CommitImportDocument = new TypedDocumentString(`
    mutation CommitImport($importId: ID!, $skipErrors: Boolean!) {
  commitImport(importId: $importId, skipErrors: $skipErrors) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<CommitImportMutation, CommitImportMutationVariables>;
export const CancelImportDocument = new TypedDocumentString(`
    mutation CancelImport($importId: ID!) {
  cancelImport(importId: $importId) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<CancelImportMutation, CancelImportMutationVariables>;
export const ImportWithdrawDocument = new TypedDocumentString(`
    query ImportWithdraw($id: ID!) {
  import(id: $id) {
    ...ImportHead
    withdrawable {
      citizens
      households
      dwellings
      differences
      kept
    }
  }
}
    fragment ImportHead on Import {
  id
  fileName
  state
  createdAt
  createdBy
  problem
  ward {
    ...UnitLink
  }
  progress {
    done
    total
    lag
  }
}
fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<ImportWithdrawQuery, ImportWithdrawQueryVariables>;
export const ImportKeptDocument = new TypedDocumentString(`
    query ImportKept($id: ID!, $after: String, $first: Int!) {
  import(id: $id) {
    ...ImportHead
    kept(after: $after, first: $first) {
      total
      nextCursor
      items {
        kind
        id
        why
        label
      }
    }
  }
}
    fragment ImportHead on Import {
  id
  fileName
  state
  createdAt
  createdBy
  problem
  ward {
    ...UnitLink
  }
  progress {
    done
    total
    lag
  }
}
fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<ImportKeptQuery, ImportKeptQueryVariables>;
export const WithdrawImportDocument = new TypedDocumentString(`
    mutation WithdrawImport($importId: ID!, $reason: WithdrawalReason!) {
  withdrawImport(importId: $importId, reason: $reason) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<WithdrawImportMutation, WithdrawImportMutationVariables>;
export const SaveImportTemplateDocument = new TypedDocumentString(`
    mutation SaveImportTemplate($importId: ID!, $name: String!) {
  saveImportTemplate(importId: $importId, name: $name) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<SaveImportTemplateMutation, SaveImportTemplateMutationVariables>;
export const ApplyImportTemplateDocument = new TypedDocumentString(`
    mutation ApplyImportTemplate($importId: ID!, $templateId: ID!) {
  applyImportTemplate(importId: $importId, templateId: $templateId) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<ApplyImportTemplateMutation, ApplyImportTemplateMutationVariables>;
export const DeleteImportTemplateDocument = new TypedDocumentString(`
    mutation DeleteImportTemplate($importId: ID!, $templateId: ID!) {
  deleteImportTemplate(importId: $importId, templateId: $templateId) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<DeleteImportTemplateMutation, DeleteImportTemplateMutationVariables>;
export const ImportDifferencesDocument = new TypedDocumentString(`
    query ImportDifferences($id: ID!, $kind: DifferenceKind, $after: String, $first: Int!) {
  import(id: $id) {
    ...ImportHead
    differences(kind: $kind, after: $after, first: $first) {
      total
      nextCursor
      counts {
        kind
        open
        confirmed
        applied
        refused
      }
      items {
        number
        kind
        state
        line
        citizenId
        householdId
        old {
          field
          value
        }
        new {
          field
          value
        }
        problem
      }
    }
  }
}
    fragment ImportHead on Import {
  id
  fileName
  state
  createdAt
  createdBy
  problem
  ward {
    ...UnitLink
  }
  progress {
    done
    total
    lag
  }
}
fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<ImportDifferencesQuery, ImportDifferencesQueryVariables>;
export const ImportLikelyDocument = new TypedDocumentString(`
    query ImportLikely($id: ID!, $after: String, $first: Int!) {
  import(id: $id) {
    ...ImportHead
    likely(after: $after, first: $first) {
      total
      nextCursor
      items {
        line
        decision
        facts {
          field
          value
        }
        people {
          score
          reasons
          citizen {
            id
            fullName
            sex
            birth
            nationalId
            phone
          }
        }
      }
    }
  }
}
    fragment ImportHead on Import {
  id
  fileName
  state
  createdAt
  createdBy
  problem
  ward {
    ...UnitLink
  }
  progress {
    done
    total
    lag
  }
}
fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<ImportLikelyQuery, ImportLikelyQueryVariables>;
export const ConfirmDifferencesDocument = new TypedDocumentString(`
    mutation ConfirmDifferences($importId: ID!, $kind: DifferenceKind!, $numbers: [Int!], $resolution: DifferenceResolution, $occurredOn: Day!) {
  confirmDifferences(
    importId: $importId
    kind: $kind
    numbers: $numbers
    resolution: $resolution
    occurredOn: $occurredOn
  ) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<ConfirmDifferencesMutation, ConfirmDifferencesMutationVariables>;
export const DecideLikelyDocument = new TypedDocumentString(`
    mutation DecideLikely($importId: ID!, $decisions: [LikelyDecision!]!) {
  decideLikely(importId: $importId, decisions: $decisions) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<DecideLikelyMutation, DecideLikelyMutationVariables>;
export const CitizenLifeDocument = new TypedDocumentString(`
    query CitizenLife($id: ID!) {
  citizen(id: $id) {
    id
    fullName
    sex
    birth
    age
    died
    mayEdit
    eidLevel
    residences {
      ...LifeResidence
    }
    expiredResidences {
      ...LifeResidence
    }
    absences {
      ...AbsenceFacts
    }
    marriages {
      ...MarriageFacts
    }
    policies {
      ...PolicyFacts
    }
  }
}
    fragment LifeResidence on Residence {
  id
  kind
  since
  until
  household {
    id
    dwelling {
      id
      address
    }
  }
}
fragment AbsenceFacts on Absence {
  id
  since
  until
  destination
  endedOn
}
fragment MarriageFacts on Marriage {
  id
  since
  endedOn
  endCause
  spouseName
  spouse {
    id
    fullName
  }
}
fragment PolicyFacts on PolicyStatus {
  id
  status
  since
  until
  endedOn
  holds
}`) as unknown as TypedDocumentString<CitizenLifeQuery, CitizenLifeQueryVariables>;
export const BirthFormDocument = new TypedDocumentString(`
    query BirthForm($id: ID!) {
  household(id: $id) {
    id
    number
    dissolvedOn
    dwelling {
      id
      address
      ward {
        ...UnitLink
      }
      neighbourhood {
        ...UnitLink
      }
    }
    head {
      id
      fullName
    }
    members {
      relation
      citizen {
        id
        fullName
        sex
        birth
        age
        ethnicity
        nationality
        homeTown
        masked
        withheld
      }
    }
    formerMembers {
      died
      citizen {
        id
        fullName
        sex
      }
    }
  }
}
    fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<BirthFormQuery, BirthFormQueryVariables>;
export const LifeWarningsDocument = new TypedDocumentString(`
    query LifeWarnings($input: LifeWarningsInput!) {
  lifeWarnings(input: $input) {
    ...Warn
  }
}
    fragment Warn on Warning {
  code
  params {
    name
    value
  }
}`) as unknown as TypedDocumentString<LifeWarningsQuery, LifeWarningsQueryVariables>;
export const FormerResidentDocument = new TypedDocumentString(`
    query FormerResident($id: ID!) {
  formerResident(id: $id) {
    id
    fullName
    since
    endedOn
    wentTo
    toWard
    toWardName
  }
}
    `) as unknown as TypedDocumentString<FormerResidentQuery, FormerResidentQueryVariables>;
export const UnmatchedMovesDocument = new TypedDocumentString(`
    query UnmatchedMoves($ward: ID!, $side: MoveSide!, $after: String, $first: Int!) {
  unmatchedMoves(ward: $ward, side: $side, after: $after, first: $first) {
    total
    nextCursor
    items {
      side
      citizenId
      fullName
      day
      otherWard
      otherWardName
      place
    }
  }
}
    `) as unknown as TypedDocumentString<UnmatchedMovesQuery, UnmatchedMovesQueryVariables>;
export const FindWardsDocument = new TypedDocumentString(`
    query FindWards($text: String!) {
  referenceUnits(text: $text, first: 20) {
    code
    name
    parentName
  }
}
    `) as unknown as TypedDocumentString<FindWardsQuery, FindWardsQueryVariables>;
export const RegisterBirthDocument = new TypedDocumentString(`
    mutation RegisterBirth($meta: CommandMeta!, $input: RegisterBirthInput!) {
  registerBirth(meta: $meta, input: $input) {
    position
    citizenId
  }
}
    `) as unknown as TypedDocumentString<RegisterBirthMutation, RegisterBirthMutationVariables>;
export const ArriveByNationalIdDocument = new TypedDocumentString(`
    mutation ArriveByNationalId($meta: CommandMeta!, $input: ArriveByNationalIdInput!) {
  arriveByNationalId(meta: $meta, input: $input) {
    position
    citizenId
  }
}
    `) as unknown as TypedDocumentString<ArriveByNationalIdMutation, ArriveByNationalIdMutationVariables>;
export const RenewResidenceDocument = new TypedDocumentString(`
    mutation RenewResidence($meta: CommandMeta!, $input: RenewResidenceInput!) {
  renewResidence(meta: $meta, input: $input) {
    position
  }
}
    `) as unknown as TypedDocumentString<RenewResidenceMutation, RenewResidenceMutationVariables>;
export const StartAbsenceDocument = new TypedDocumentString(`
    mutation StartAbsence($meta: CommandMeta!, $input: StartAbsenceInput!) {
  startAbsence(meta: $meta, input: $input) {
    position
  }
}
    `) as unknown as TypedDocumentString<StartAbsenceMutation, StartAbsenceMutationVariables>;
export const EndAbsenceDocument = new TypedDocumentString(`
    mutation EndAbsence($meta: CommandMeta!, $citizenId: ID!, $absenceId: ID!, $cause: AbsenceEndCause!, $occurredOn: Day!, $evidence: EvidenceInput) {
  endAbsence(
    meta: $meta
    citizenId: $citizenId
    absenceId: $absenceId
    cause: $cause
    occurredOn: $occurredOn
    evidence: $evidence
  ) {
    position
  }
}
    `) as unknown as TypedDocumentString<EndAbsenceMutation, EndAbsenceMutationVariables>;
export const RecordMarriageDocument = new TypedDocumentString(`
    mutation RecordMarriage($meta: CommandMeta!, $input: RecordMarriageInput!) {
  recordMarriage(meta: $meta, input: $input) {
    position
  }
}
    `) as unknown as TypedDocumentString<RecordMarriageMutation, RecordMarriageMutationVariables>;
export const EndMarriageDocument = new TypedDocumentString(`
    mutation EndMarriage($meta: CommandMeta!, $citizenId: ID!, $marriageId: ID!, $cause: MarriageEndCause!, $occurredOn: Day!, $evidence: EvidenceInput) {
  endMarriage(
    meta: $meta
    citizenId: $citizenId
    marriageId: $marriageId
    cause: $cause
    occurredOn: $occurredOn
    evidence: $evidence
  ) {
    position
  }
}
    `) as unknown as TypedDocumentString<EndMarriageMutation, EndMarriageMutationVariables>;
export const GrantPolicyStatusDocument = new TypedDocumentString(`
    mutation GrantPolicyStatus($meta: CommandMeta!, $input: GrantPolicyStatusInput!) {
  grantPolicyStatus(meta: $meta, input: $input) {
    position
  }
}
    `) as unknown as TypedDocumentString<GrantPolicyStatusMutation, GrantPolicyStatusMutationVariables>;
export const EndPolicyStatusDocument = new TypedDocumentString(`
    mutation EndPolicyStatus($meta: CommandMeta!, $citizenId: ID!, $statusId: ID!, $cause: PolicyEndCause!, $occurredOn: Day!, $evidence: EvidenceInput) {
  endPolicyStatus(
    meta: $meta
    citizenId: $citizenId
    statusId: $statusId
    cause: $cause
    occurredOn: $occurredOn
    evidence: $evidence
  ) {
    position
  }
}
    `) as unknown as TypedDocumentString<EndPolicyStatusMutation, EndPolicyStatusMutationVariables>;
export const RecordEidDocument = new TypedDocumentString(`
    mutation RecordEid($meta: CommandMeta!, $citizenId: ID!, $level: String!, $occurredOn: Day!, $nature: ChangeNature!, $evidence: EvidenceInput) {
  recordEid(
    meta: $meta
    citizenId: $citizenId
    level: $level
    occurredOn: $occurredOn
    nature: $nature
    evidence: $evidence
  ) {
    position
  }
}
    `) as unknown as TypedDocumentString<RecordEidMutation, RecordEidMutationVariables>;
export const FindHouseholdsDocument = new TypedDocumentString(`
    query FindHouseholds($text: String!) {
  householdsFound(text: $text, first: 30) {
    id
    number
    head {
      id
      fullName
    }
    dwelling {
      id
      address
      ward {
        name
      }
      neighbourhood {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FindHouseholdsQuery, FindHouseholdsQueryVariables>;
export const DuplicatesDocument = new TypedDocumentString(`
    query Duplicates($unit: ID!, $after: String, $first: Int!) {
  duplicates(unit: $unit, after: $after, first: $first) {
    items {
      first {
        ...Compared
      }
      second {
        ...Compared
      }
      score
      reasons
    }
    nextCursor
  }
}
    fragment Compared on Citizen {
  ...CitizenDetails
  residences {
    id
    kind
    relation
    since
    household {
      id
      number
      dwelling {
        id
        address
      }
    }
  }
}
fragment CitizenDetails on Citizen {
  id
  fullName
  otherName
  sex
  birth
  age
  nationalId
  earlierId
  birthPlace
  homeTown
  ethnicity
  religion
  nationality
  phone
  email
  education
  occupation
  workplace
  maritalStatus
  disability
  healthInsurance
  eidLevel
  eidSince
  note
  masked
  withheld
  died
  version
  mayEdit
}`) as unknown as TypedDocumentString<DuplicatesQuery, DuplicatesQueryVariables>;
export const DuplicatesOfDocument = new TypedDocumentString(`
    query DuplicatesOf($citizenId: ID!) {
  citizen(id: $citizenId) {
    id
    fullName
  }
  duplicatesOf(citizenId: $citizenId) {
    citizen {
      ...Compared
    }
    score
    reasons
  }
}
    fragment Compared on Citizen {
  ...CitizenDetails
  residences {
    id
    kind
    relation
    since
    household {
      id
      number
      dwelling {
        id
        address
      }
    }
  }
}
fragment CitizenDetails on Citizen {
  id
  fullName
  otherName
  sex
  birth
  age
  nationalId
  earlierId
  birthPlace
  homeTown
  ethnicity
  religion
  nationality
  phone
  email
  education
  occupation
  workplace
  maritalStatus
  disability
  healthInsurance
  eidLevel
  eidSince
  note
  masked
  withheld
  died
  version
  mayEdit
}`) as unknown as TypedDocumentString<DuplicatesOfQuery, DuplicatesOfQueryVariables>;
export const CompareCitizensDocument = new TypedDocumentString(`
    query CompareCitizens($first: ID!, $second: ID!) {
  first: citizen(id: $first) {
    ...Compared
  }
  second: citizen(id: $second) {
    ...Compared
  }
}
    fragment Compared on Citizen {
  ...CitizenDetails
  residences {
    id
    kind
    relation
    since
    household {
      id
      number
      dwelling {
        id
        address
      }
    }
  }
}
fragment CitizenDetails on Citizen {
  id
  fullName
  otherName
  sex
  birth
  age
  nationalId
  earlierId
  birthPlace
  homeTown
  ethnicity
  religion
  nationality
  phone
  email
  education
  occupation
  workplace
  maritalStatus
  disability
  healthInsurance
  eidLevel
  eidSince
  note
  masked
  withheld
  died
  version
  mayEdit
}`) as unknown as TypedDocumentString<CompareCitizensQuery, CompareCitizensQueryVariables>;
export const UnmergePreviewDocument = new TypedDocumentString(`
    query UnmergePreview($survivorId: ID!, $mergeId: ID!) {
  citizen(id: $survivorId) {
    id
    fullName
  }
  unmergePreview(survivorId: $survivorId, mergeId: $mergeId) {
    record {
      mergeId
      citizenId
      fullName
      birth
      mergedOn
    }
    returned {
      ...Entry
    }
    kept {
      ...Entry
    }
  }
}
    fragment Entry on TimelineEntry {
  eventId
  type
  occurredOn
  recordedAt
  actorName
  actorPosition
  position
  source {
    kind
    id
    label
  }
  fields {
    name
    value
    before
    masked
    ref
    refId
  }
}`) as unknown as TypedDocumentString<UnmergePreviewQuery, UnmergePreviewQueryVariables>;
export const MergeCitizensDocument = new TypedDocumentString(`
    mutation MergeCitizens($meta: CommandMeta!, $survivorId: ID!, $absorbedId: ID!) {
  mergeCitizens(meta: $meta, survivorId: $survivorId, absorbedId: $absorbedId) {
    position
  }
}
    `) as unknown as TypedDocumentString<MergeCitizensMutation, MergeCitizensMutationVariables>;
export const UnmergeCitizensDocument = new TypedDocumentString(`
    mutation UnmergeCitizens($meta: CommandMeta!, $survivorId: ID!, $mergeId: ID!) {
  unmergeCitizens(meta: $meta, survivorId: $survivorId, mergeId: $mergeId) {
    position
  }
}
    `) as unknown as TypedDocumentString<UnmergeCitizensMutation, UnmergeCitizensMutationVariables>;
export const OneStopDeskDocument = new TypedDocumentString(`
    query OneStopDesk($ward: ID!) {
  oneStop(ward: $ward) {
    ward
    settings {
      agencyCode
      deskName
      address
      phone
      papersPause
      feesPause
      assignment
      bankAccount {
        bankBin
        bankName
        accountNumber
        accountName
      }
    }
    week {
      hours {
        from
        to
      }
      saturday {
        workingDay
        hours {
          from
          to
        }
      }
    }
    rows {
      ...CalendarDay
    }
  }
}
    fragment CalendarDay on CalendarRow {
  date
  type
  name
  legalBasis
}`) as unknown as TypedDocumentString<OneStopDeskQuery, OneStopDeskQueryVariables>;
export const ProposedCalendarDocument = new TypedDocumentString(`
    query ProposedCalendar($year: Int!) {
  proposedCalendar(year: $year) {
    ...CalendarDay
  }
}
    fragment CalendarDay on CalendarRow {
  date
  type
  name
  legalBasis
}`) as unknown as TypedDocumentString<ProposedCalendarQuery, ProposedCalendarQueryVariables>;
export const ReceiptSeriesDocument = new TypedDocumentString(`
    query ReceiptSeries($ward: ID!, $period: String!) {
  series(ward: $ward, kind: receipt, period: $period) {
    next
    numbers {
      number
      voided
    }
  }
}
    `) as unknown as TypedDocumentString<ReceiptSeriesQuery, ReceiptSeriesQueryVariables>;
export const ProcedureCatalogueDocument = new TypedDocumentString(`
    query ProcedureCatalogue($ward: ID!, $text: String, $matter: Matter, $withoutTerm: Boolean, $skip: Int) {
  procedures(
    ward: $ward
    text: $text
    matter: $matter
    withoutTerm: $withoutTerm
    first: 101
    skip: $skip
  ) {
    id
    code
    version
    validFrom
    endedOn
    name
    fieldName
    onlineLevel
    competence
    onTheSpot
    term {
      ...TermFull
    }
    cut {
      percent
      band
    }
  }
}
    fragment TermFull on Term {
  unit
  amount
}`) as unknown as TypedDocumentString<ProcedureCatalogueQuery, ProcedureCatalogueQueryVariables>;
export const ProcedurePageDocument = new TypedDocumentString(`
    query ProcedurePage($id: ID!) {
  procedure(id: $id) {
    id
    version
    versions {
      ...ProcedureFull
    }
  }
}
    fragment TermFull on Term {
  unit
  amount
}
fragment FeeFull on Fee {
  key
  name
  amount
  per
  amountFromThird
  most
  channel
  validFrom
  validTo
  legalBasis
  discounts {
    key
    reason
    percent
  }
}
fragment ProcedureFull on Procedure {
  id
  code
  version
  validFrom
  endedOn
  name
  matter
  fieldName
  onlineLevel
  partialReason
  formerLevel
  proactiveLevel
  term {
    ...TermFull
  }
  cut {
    percent
    band
  }
  cutoff
  fees {
    ...FeeFull
  }
  papers {
    key
    name
    form
    copies
    required
    fromRegister
  }
  resultName
  resultCode
  legalBasis
  decision
  onTheSpot
  competence
  settlement
  steps {
    key
    name
    kind
    roles
    term {
      ...TermFull
    }
  }
}`) as unknown as TypedDocumentString<ProcedurePageQuery, ProcedurePageQueryVariables>;
export const PublishProcedureDocument = new TypedDocumentString(`
    mutation PublishProcedure($meta: CommandMeta!, $input: ProcedureInput!) {
  publishProcedure(meta: $meta, input: $input) {
    position
    procedureId
    version
  }
}
    `) as unknown as TypedDocumentString<PublishProcedureMutation, PublishProcedureMutationVariables>;
export const EndProcedureDocument = new TypedDocumentString(`
    mutation EndProcedure($meta: CommandMeta!, $procedureId: ID!, $reason: String!, $occurredOn: Day!) {
  endProcedure(
    meta: $meta
    procedureId: $procedureId
    reason: $reason
    occurredOn: $occurredOn
  ) {
    position
  }
}
    `) as unknown as TypedDocumentString<EndProcedureMutation, EndProcedureMutationVariables>;
export const SetOneStopDocument = new TypedDocumentString(`
    mutation SetOneStop($meta: CommandMeta!, $ward: ID!, $settings: OneStopSettingsInput!) {
  setOneStop(meta: $meta, ward: $ward, settings: $settings) {
    position
  }
}
    `) as unknown as TypedDocumentString<SetOneStopMutation, SetOneStopMutationVariables>;
export const ConfirmCalendarYearDocument = new TypedDocumentString(`
    mutation ConfirmCalendarYear($meta: CommandMeta!, $ward: ID!, $year: Int!, $rows: [CalendarRowInput!]!) {
  confirmCalendarYear(meta: $meta, ward: $ward, year: $year, rows: $rows) {
    position
  }
}
    `) as unknown as TypedDocumentString<ConfirmCalendarYearMutation, ConfirmCalendarYearMutationVariables>;
export const SetWorkingWeekDocument = new TypedDocumentString(`
    mutation SetWorkingWeek($meta: CommandMeta!, $ward: ID!, $week: WorkingWeekInput!) {
  setWorkingWeek(meta: $meta, ward: $ward, week: $week) {
    position
  }
}
    `) as unknown as TypedDocumentString<SetWorkingWeekMutation, SetWorkingWeekMutationVariables>;
export const StartSeriesDocument = new TypedDocumentString(`
    mutation StartSeries($meta: CommandMeta!, $ward: ID!, $period: String!, $at: Int!) {
  startSeries(meta: $meta, ward: $ward, kind: receipt, period: $period, at: $at) {
    position
  }
}
    `) as unknown as TypedDocumentString<StartSeriesMutation, StartSeriesMutationVariables>;
export const DossierImportsDocument = new TypedDocumentString(`
    query DossierImports($after: String, $first: Int!) {
  dossierImports(after: $after, first: $first) {
    total
    nextCursor
    items {
      ...DossierImportHead
    }
  }
}
    fragment DossierImportHead on DossierImport {
  id
  fileName
  state
  createdAt
  createdBy
  problem
  ward {
    ...UnitLink
  }
  progress {
    done
    total
    lag
  }
}
fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<DossierImportsQuery, DossierImportsQueryVariables>;
export const DossierImportPageDocument = new TypedDocumentString(`
    query DossierImportPage($id: ID!, $state: PastDossierState, $after: String, $first: Int!) {
  dossierImport(id: $id) {
    ...DossierImportHead
    withdrawable
    columns {
      index
      heading
      samples
    }
    mapping {
      field
      column
    }
    summary {
      rows
      dossiers
      create
      steps
      unchanged
      open
      errors
      flagged
      skipped
      issues {
        code
        severity
        count
      }
    }
    dossiers(state: $state, after: $after, first: $first) {
      total
      nextCursor
      items {
        number
        firstLine
        lastLine
        steps
        state
        code
        dossierId
        issues {
          line
          code
          severity
          text
          column
          value
        }
      }
    }
  }
  dossierImportFields {
    name
    required
    group
  }
}
    fragment DossierImportHead on DossierImport {
  id
  fileName
  state
  createdAt
  createdBy
  problem
  ward {
    ...UnitLink
  }
  progress {
    done
    total
    lag
  }
}
fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<DossierImportPageQuery, DossierImportPageQueryVariables>;
export const DossierImportProgressDocument = new TypedDocumentString(`
    query DossierImportProgress($id: ID!) {
  dossierImport(id: $id) {
    state
    progress {
      done
      total
      lag
    }
  }
}
    `) as unknown as TypedDocumentString<DossierImportProgressQuery, DossierImportProgressQueryVariables>;
export const CheckDossierImportDocument = new TypedDocumentString(`
    mutation CheckDossierImport($importId: ID!, $mapping: [PastColumnInput!]!) {
  checkDossierImport(importId: $importId, mapping: $mapping) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<CheckDossierImportMutation, CheckDossierImportMutationVariables>;
export const CommitDossierImportDocument = new TypedDocumentString(`
    mutation CommitDossierImport($importId: ID!) {
  commitDossierImport(importId: $importId) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<CommitDossierImportMutation, CommitDossierImportMutationVariables>;
export const CancelDossierImportDocument = new TypedDocumentString(`
    mutation CancelDossierImport($importId: ID!) {
  cancelDossierImport(importId: $importId) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<CancelDossierImportMutation, CancelDossierImportMutationVariables>;
export const WithdrawDossierImportDocument = new TypedDocumentString(`
    mutation WithdrawDossierImport($importId: ID!) {
  withdrawDossierImport(importId: $importId) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<WithdrawDossierImportMutation, WithdrawDossierImportMutationVariables>;
export const PopulationDocument = new TypedDocumentString(`
    query Population($unit: ID!, $asOf: Day!, $knownAt: LogPosition, $knownOn: Day, $headcount: Headcount!, $boundaries: Boundaries!, $movementFrom: Day) {
  population(
    unit: $unit
    asOf: $asOf
    knownAt: $knownAt
    knownOn: $knownOn
    headcount: $headcount
    boundaries: $boundaries
    movementFrom: $movementFrom
  ) {
    unit {
      ...UnitLink
    }
    asOf
    knownAt
    headcount
    total {
      ...Num
    }
    male {
      ...Num
    }
    female {
      ...Num
    }
    unknownSex {
      ...Num
    }
    households {
      ...Num
    }
    dwellings {
      ...Num
    }
    byResidenceKind {
      permanent {
        ...Num
      }
      temporary {
        ...Num
      }
      absent {
        ...Num
      }
    }
    byEthnicity {
      ...Code
    }
    byPolicyStatus {
      ...Code
    }
    byHouseholdStatus {
      ...Code
    }
    listFilters
    byUnit {
      unit {
        ...UnitLink
      }
      total {
        ...Num
      }
    }
    ages {
      from
      to
      male {
        ...Num
      }
      female {
        ...Num
      }
    }
    movement {
      from
      to
      opening
      closing
      causes {
        cause
        delta
      }
    }
    previous {
      asOf
      total {
        ...Num
      }
      male {
        ...Num
      }
      female {
        ...Num
      }
      households {
        ...Num
      }
      dwellings {
        ...Num
      }
      movement {
        from
        to
        opening
        closing
        causes {
          cause
          delta
        }
      }
    }
  }
}
    fragment Num on Figure {
  value
  suppressed
  definition
}
fragment Code on CodeFigure {
  code
  label
  total {
    ...Num
  }
}
fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<PopulationQuery, PopulationQueryVariables>;
export const PopulationListDocument = new TypedDocumentString(`
    query PopulationList($unit: ID!, $asOf: Day!, $knownAt: LogPosition, $headcount: Headcount!, $boundaries: Boundaries!, $movementFrom: Day, $filter: PeopleFilter, $after: String, $first: Int!) {
  populationList(
    unit: $unit
    asOf: $asOf
    knownAt: $knownAt
    headcount: $headcount
    boundaries: $boundaries
    movementFrom: $movementFrom
    filter: $filter
    after: $after
    first: $first
  ) {
    total
    change
    nextCursor
    items {
      since
      change
      citizen {
        id
        fullName
        sex
        birth
        age
      }
      household {
        id
        dwelling {
          id
          address
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PopulationListQuery, PopulationListQueryVariables>;
export const PopulationHouseholdsDocument = new TypedDocumentString(`
    query PopulationHouseholds($unit: ID!, $asOf: Day!, $knownAt: LogPosition, $headcount: Headcount!, $boundaries: Boundaries!, $status: String, $eid: EidHouseholds, $among: EidGroupFilter, $after: String, $first: Int!) {
  populationHouseholds(
    unit: $unit
    asOf: $asOf
    knownAt: $knownAt
    headcount: $headcount
    boundaries: $boundaries
    status: $status
    eid: $eid
    among: $among
    after: $after
    first: $first
  ) {
    total
    nextCursor
    items {
      id
      number
      head {
        id
        fullName
      }
      dwelling {
        id
        address
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PopulationHouseholdsQuery, PopulationHouseholdsQueryVariables>;
export const PopulationDwellingsDocument = new TypedDocumentString(`
    query PopulationDwellings($unit: ID!, $asOf: Day!, $knownAt: LogPosition, $boundaries: Boundaries!, $after: String, $first: Int!) {
  populationDwellings(
    unit: $unit
    asOf: $asOf
    knownAt: $knownAt
    boundaries: $boundaries
    after: $after
    first: $first
  ) {
    total
    nextCursor
    items {
      id
      address
    }
  }
}
    `) as unknown as TypedDocumentString<PopulationDwellingsQuery, PopulationDwellingsQueryVariables>;
export const EidFiguresDocument = new TypedDocumentString(`
    query EidFigures($unit: ID!, $asOf: Day!, $knownAt: LogPosition, $knownOn: Day, $headcount: Headcount!, $boundaries: Boundaries!) {
  eidFigures(
    unit: $unit
    asOf: $asOf
    knownAt: $knownAt
    knownOn: $knownOn
    headcount: $headcount
    boundaries: $boundaries
  ) {
    unit {
      ...UnitLink
    }
    asOf
    knownAt
    definition
    total {
      ...Counts
    }
    groups {
      by
      key
      label
      unit {
        ...UnitLink
      }
      counts {
        ...Counts
      }
    }
  }
}
    fragment Counts on EidCounts {
  people
  level2
  level1
  none
  households
  householdsSome
  householdsAll
}
fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<EidFiguresQuery, EidFiguresQueryVariables>;
export const PublicWardsDocument = new TypedDocumentString(`
    query PublicWards {
  publicWards {
    ...PublicDesk
  }
}
    fragment PublicDesk on PublicWard {
  ward
  name
  deskName
  address
  phone
  week {
    hours {
      from
      to
    }
    saturday {
      hours {
        from
        to
      }
    }
  }
}`) as unknown as TypedDocumentString<PublicWardsQuery, PublicWardsQueryVariables>;
export const PublicProceduresDocument = new TypedDocumentString(`
    query PublicProcedures($ward: ID!, $text: String, $matter: Matter) {
  publicProcedures(ward: $ward, text: $text, matter: $matter, first: 101) {
    id
    name
    fieldName
    matter
    takenOnline
    onlineLevel
    term {
      unit
      amount
    }
  }
}
    `) as unknown as TypedDocumentString<PublicProceduresQuery, PublicProceduresQueryVariables>;
export const PublicProcedureDocument = new TypedDocumentString(`
    query PublicProcedure($id: ID!, $ward: ID) {
  publicProcedure(id: $id, ward: $ward) {
    id
    ward
    code
    name
    matter
    fieldName
    onlineLevel
    partialReason
    takenOnline
    cutoff
    onTheSpot
    competence
    resultName
    legalBasis
    settlement
    term {
      unit
      amount
    }
    cut {
      percent
    }
    fees {
      key
      name
      amount
      per
      amountFromThird
      most
      channel
      validTo
      legalBasis
      discounts {
        key
        reason
        percent
      }
    }
    papers {
      key
      name
      form
      copies
      required
      fromRegister
    }
  }
}
    `) as unknown as TypedDocumentString<PublicProcedureQuery, PublicProcedureQueryVariables>;
export const PublicFormDocument = new TypedDocumentString(`
    query PublicForm($procedureId: ID!, $dossierId: ID!) {
  publicForm(procedureId: $procedureId, dossierId: $dossierId) {
    token
  }
}
    `) as unknown as TypedDocumentString<PublicFormQuery, PublicFormQueryVariables>;
export const PublicUploadsDocument = new TypedDocumentString(`
    query PublicUploads($dossierId: ID!, $procedureId: ID, $token: String!) {
  publicUploads(dossierId: $dossierId, procedureId: $procedureId, token: $token) {
    fileId
    paper
    state
    reason
  }
}
    `) as unknown as TypedDocumentString<PublicUploadsQuery, PublicUploadsQueryVariables>;
export const DropUploadDocument = new TypedDocumentString(`
    mutation DropUpload($dossierId: ID!, $procedureId: ID, $token: String!, $fileId: ID!) {
  dropUpload(
    dossierId: $dossierId
    procedureId: $procedureId
    token: $token
    fileId: $fileId
  )
}
    `) as unknown as TypedDocumentString<DropUploadMutation, DropUploadMutationVariables>;
export const SubmitDossierDocument = new TypedDocumentString(`
    mutation SubmitDossier($meta: CommandMeta!, $input: SubmissionInput!) {
  submitDossier(meta: $meta, input: $input) {
    position
    lookupCode
  }
}
    `) as unknown as TypedDocumentString<SubmitDossierMutation, SubmitDossierMutationVariables>;
export const RatingFormDocument = new TypedDocumentString(`
    query RatingForm($ward: ID, $officer: ID, $key: String) {
  ratingForm(ward: $ward, officer: $officer, key: $key) {
    ward
    wardName
    deskName
    days
    officerName
    criteria {
      key
      vi
      en
    }
  }
}
    `) as unknown as TypedDocumentString<RatingFormQuery, RatingFormQueryVariables>;
export const RateServiceDocument = new TypedDocumentString(`
    mutation RateService($meta: CommandMeta!, $input: RateServiceInput!) {
  rateService(meta: $meta, input: $input) {
    received
  }
}
    `) as unknown as TypedDocumentString<RateServiceMutation, RateServiceMutationVariables>;
export const SatisfactionDocument = new TypedDocumentString(`
    query Satisfaction($ward: ID!, $period: String!) {
  satisfaction(ward: $ward, period: $period) {
    ward
    period
    rankFrom
    days
    opens
    newest
    criteria {
      key
      vi
      en
    }
    whole {
      ...SatisfactionFigure
    }
    officers {
      ...SatisfactionFigure
    }
    procedures {
      ...SatisfactionFigure
    }
    posters {
      officer
      name
    }
  }
}
    fragment SatisfactionFigure on SatisfactionFigure {
  subject
  name
  answers
  rank
  satisfied {
    share
    low
    high
  }
  byCriterion {
    key
    marks
    satisfied {
      share
      low
      high
    }
  }
}`) as unknown as TypedDocumentString<SatisfactionQuery, SatisfactionQueryVariables>;
export const RatingAnswersDocument = new TypedDocumentString(`
    query RatingAnswers($ward: ID!, $period: String!, $of: RatingSubjectKind!, $subject: ID, $after: String) {
  satisfaction(ward: $ward, period: $period) {
    criteria {
      key
      vi
      en
    }
  }
  ratingAnswers(
    ward: $ward
    period: $period
    of: $of
    subject: $subject
    after: $after
    first: 50
  ) {
    nextCursor
    items {
      dossierId
      code
      procedureName
      officerName
      via
      counter
      at
      comment
      marks {
        key
        mark
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RatingAnswersQuery, RatingAnswersQueryVariables>;
export const SetRatingCriteriaDocument = new TypedDocumentString(`
    mutation SetRatingCriteria($meta: CommandMeta!, $ward: ID!, $settings: RatingSettingsInput!) {
  setRatingCriteria(meta: $meta, ward: $ward, settings: $settings) {
    position
  }
}
    `) as unknown as TypedDocumentString<SetRatingCriteriaMutation, SetRatingCriteriaMutationVariables>;
export const CitizenPageDocument = new TypedDocumentString(`
    query CitizenPage($id: ID!) {
  citizen(id: $id) {
    ...CitizenDetails
    departedOn
    absences {
      ...AbsenceFacts
    }
    marriages {
      ...MarriageFacts
    }
    policies {
      ...PolicyFacts
    }
    mergedRecords {
      mergeId
      citizenId
      fullName
      birth
      mergedOn
    }
    warnings {
      ...Warn
    }
    residences {
      ...PageResidence
    }
    expiredResidences {
      ...PageResidence
    }
    dossiers {
      ...DossierLine
    }
    permanentHousehold {
      id
      number
      dwelling {
        id
        address
        ward {
          ...UnitLink
        }
        neighbourhood {
          ...UnitLink
        }
      }
      members {
        relation
        kind
        citizen {
          id
          fullName
          sex
          birth
          age
          died
        }
      }
    }
    timeline {
      ...Entry
    }
  }
}
    fragment DossierLine on Dossier {
  id
  code
  status
  pace
  stuck
  dueOn
  submittedAt
  receivedAt
  endedAt
  approved
  owner {
    name
  }
  procedure {
    name
  }
  step {
    name
  }
  assignee {
    name
  }
}
fragment AbsenceFacts on Absence {
  id
  since
  until
  destination
  endedOn
}
fragment MarriageFacts on Marriage {
  id
  since
  endedOn
  endCause
  spouseName
  spouse {
    id
    fullName
  }
}
fragment PolicyFacts on PolicyStatus {
  id
  status
  since
  until
  endedOn
  holds
}
fragment Entry on TimelineEntry {
  eventId
  type
  occurredOn
  recordedAt
  actorName
  actorPosition
  position
  source {
    kind
    id
    label
  }
  fields {
    name
    value
    before
    masked
    ref
    refId
  }
}
fragment Warn on Warning {
  code
  params {
    name
    value
  }
}
fragment CitizenDetails on Citizen {
  id
  fullName
  otherName
  sex
  birth
  age
  nationalId
  earlierId
  birthPlace
  homeTown
  ethnicity
  religion
  nationality
  phone
  email
  education
  occupation
  workplace
  maritalStatus
  disability
  healthInsurance
  eidLevel
  eidSince
  note
  masked
  withheld
  died
  version
  mayEdit
}
fragment PageResidence on Residence {
  id
  kind
  relation
  since
  estimated
  until
  endedOn
  source
  household {
    id
    number
    dwelling {
      id
      address
      ward {
        ...UnitLink
      }
      neighbourhood {
        ...UnitLink
      }
    }
  }
}
fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<CitizenPageQuery, CitizenPageQueryVariables>;
export const CitizenFormDocument = new TypedDocumentString(`
    query CitizenForm($id: ID!) {
  citizen(id: $id) {
    ...CitizenDetails
  }
}
    fragment CitizenDetails on Citizen {
  id
  fullName
  otherName
  sex
  birth
  age
  nationalId
  earlierId
  birthPlace
  homeTown
  ethnicity
  religion
  nationality
  phone
  email
  education
  occupation
  workplace
  maritalStatus
  disability
  healthInsurance
  eidLevel
  eidSince
  note
  masked
  withheld
  died
  version
  mayEdit
}`) as unknown as TypedDocumentString<CitizenFormQuery, CitizenFormQueryVariables>;
export const CitizenClashDocument = new TypedDocumentString(`
    query CitizenClash($id: ID!) {
  citizen(id: $id) {
    ...CitizenDetails
    timeline {
      ...Entry
    }
  }
}
    fragment Entry on TimelineEntry {
  eventId
  type
  occurredOn
  recordedAt
  actorName
  actorPosition
  position
  source {
    kind
    id
    label
  }
  fields {
    name
    value
    before
    masked
    ref
    refId
  }
}
fragment CitizenDetails on Citizen {
  id
  fullName
  otherName
  sex
  birth
  age
  nationalId
  earlierId
  birthPlace
  homeTown
  ethnicity
  religion
  nationality
  phone
  email
  education
  occupation
  workplace
  maritalStatus
  disability
  healthInsurance
  eidLevel
  eidSince
  note
  masked
  withheld
  died
  version
  mayEdit
}`) as unknown as TypedDocumentString<CitizenClashQuery, CitizenClashQueryVariables>;
export const CitizenResidencesDocument = new TypedDocumentString(`
    query CitizenResidences($id: ID!) {
  citizen(id: $id) {
    id
    fullName
    sex
    birth
    age
    died
    version
    residences {
      id
      kind
      relation
      since
      until
      endedOn
      source
      estimated
      household {
        id
        number
        dwelling {
          id
          address
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CitizenResidencesQuery, CitizenResidencesQueryVariables>;
export const WhoLookedDocument = new TypedDocumentString(`
    query WhoLooked($citizenId: ID!, $after: String, $first: Int!) {
  whoLooked(citizenId: $citizenId, after: $after, first: $first) {
    nextCursor
    items {
      at
      displayName
      position
      action
      purpose
      note
    }
  }
}
    `) as unknown as TypedDocumentString<WhoLookedQuery, WhoLookedQueryVariables>;
export const HouseholdPageDocument = new TypedDocumentString(`
    query HouseholdPage($id: ID!) {
  household(id: $id) {
    id
    number
    phone
    note
    memberCount
    formedOn
    dissolvedOn
    version
    dwelling {
      id
      address
      ward {
        ...UnitLink
      }
      neighbourhood {
        ...UnitLink
      }
    }
    head {
      id
      fullName
    }
    members {
      relation
      kind
      since
      residenceId
      citizen {
        id
        fullName
        sex
        birth
        age
        nationalId
        died
      }
    }
    mayGrantStatus
    statuses {
      id
      status
      since
      until
      endedOn
      holds
    }
    formerMembers {
      since
      leftOn
      died
      relation
      citizen {
        id
        fullName
      }
      household {
        id
        dwelling {
          id
          address
        }
      }
    }
    warnings {
      ...Warn
    }
    timeline {
      ...Entry
    }
  }
}
    fragment Entry on TimelineEntry {
  eventId
  type
  occurredOn
  recordedAt
  actorName
  actorPosition
  position
  source {
    kind
    id
    label
  }
  fields {
    name
    value
    before
    masked
    ref
    refId
  }
}
fragment Warn on Warning {
  code
  params {
    name
    value
  }
}
fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<HouseholdPageQuery, HouseholdPageQueryVariables>;
export const HouseholdFormDocument = new TypedDocumentString(`
    query HouseholdForm($id: ID!) {
  household(id: $id) {
    id
    number
    phone
    note
    formedOn
    dissolvedOn
    version
    dwelling {
      id
      address
      ward {
        ...UnitLink
      }
      neighbourhood {
        ...UnitLink
      }
    }
    head {
      id
      fullName
    }
    members {
      relation
      kind
      since
      residenceId
      citizen {
        id
        fullName
        sex
        birth
        age
        died
      }
    }
  }
}
    fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<HouseholdFormQuery, HouseholdFormQueryVariables>;
export const PossibleDuplicatesDocument = new TypedDocumentString(`
    query PossibleDuplicates($fullName: String!, $birth: PartialDay, $nationalId: String, $phone: String) {
  possibleDuplicates(
    fullName: $fullName
    birth: $birth
    nationalId: $nationalId
    phone: $phone
  ) {
    score
    reasons
    citizen {
      id
      fullName
      sex
      birth
      age
      nationalId
      phone
      died
      permanentHousehold {
        id
        dwelling {
          address
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PossibleDuplicatesQuery, PossibleDuplicatesQueryVariables>;
export const RegisterCitizenDocument = new TypedDocumentString(`
    mutation RegisterCitizen($meta: CommandMeta!, $input: RegisterCitizenInput!) {
  registerCitizen(meta: $meta, input: $input) {
    position
    citizenId
  }
}
    `) as unknown as TypedDocumentString<RegisterCitizenMutation, RegisterCitizenMutationVariables>;
export const ChangeCitizenDocument = new TypedDocumentString(`
    mutation ChangeCitizen($meta: CommandMeta!, $citizenId: ID!, $nature: ChangeNature!, $occurredOn: Day!, $reason: String, $changes: [FieldChange!]!, $evidence: EvidenceInput) {
  changeCitizen(
    meta: $meta
    citizenId: $citizenId
    nature: $nature
    occurredOn: $occurredOn
    reason: $reason
    changes: $changes
    evidence: $evidence
  ) {
    position
  }
}
    `) as unknown as TypedDocumentString<ChangeCitizenMutation, ChangeCitizenMutationVariables>;
export const FormHouseholdDocument = new TypedDocumentString(`
    mutation FormHousehold($meta: CommandMeta!, $input: FormHouseholdInput!) {
  formHousehold(meta: $meta, input: $input) {
    position
    householdId
  }
}
    `) as unknown as TypedDocumentString<FormHouseholdMutation, FormHouseholdMutationVariables>;
export const ChangeHouseholdDocument = new TypedDocumentString(`
    mutation ChangeHousehold($meta: CommandMeta!, $householdId: ID!, $expectedVersion: Int!, $number: String, $phone: String, $note: String) {
  changeHousehold(
    meta: $meta
    householdId: $householdId
    expectedVersion: $expectedVersion
    number: $number
    phone: $phone
    note: $note
  ) {
    position
  }
}
    `) as unknown as TypedDocumentString<ChangeHouseholdMutation, ChangeHouseholdMutationVariables>;
export const MoveHouseholdDocument = new TypedDocumentString(`
    mutation MoveHousehold($meta: CommandMeta!, $householdId: ID!, $dwellingId: ID!, $occurredOn: Day!, $evidence: EvidenceInput) {
  moveHousehold(
    meta: $meta
    householdId: $householdId
    dwellingId: $dwellingId
    occurredOn: $occurredOn
    evidence: $evidence
  ) {
    position
  }
}
    `) as unknown as TypedDocumentString<MoveHouseholdMutation, MoveHouseholdMutationVariables>;
export const DissolveHouseholdDocument = new TypedDocumentString(`
    mutation DissolveHousehold($meta: CommandMeta!, $householdId: ID!, $occurredOn: Day!, $evidence: EvidenceInput) {
  dissolveHousehold(
    meta: $meta
    householdId: $householdId
    occurredOn: $occurredOn
    evidence: $evidence
  ) {
    position
  }
}
    `) as unknown as TypedDocumentString<DissolveHouseholdMutation, DissolveHouseholdMutationVariables>;
export const JoinHouseholdDocument = new TypedDocumentString(`
    mutation JoinHousehold($meta: CommandMeta!, $input: JoinHouseholdInput!) {
  joinHousehold(meta: $meta, input: $input) {
    position
  }
}
    `) as unknown as TypedDocumentString<JoinHouseholdMutation, JoinHouseholdMutationVariables>;
export const LeaveHouseholdDocument = new TypedDocumentString(`
    mutation LeaveHousehold($meta: CommandMeta!, $input: LeaveHouseholdInput!) {
  leaveHousehold(meta: $meta, input: $input) {
    position
  }
}
    `) as unknown as TypedDocumentString<LeaveHouseholdMutation, LeaveHouseholdMutationVariables>;
export const CorrectResidenceDocument = new TypedDocumentString(`
    mutation CorrectResidence($meta: CommandMeta!, $citizenId: ID!, $residenceId: ID!, $since: Day!, $until: Day, $source: ResidenceSource!) {
  correctResidence(
    meta: $meta
    citizenId: $citizenId
    residenceId: $residenceId
    since: $since
    until: $until
    source: $source
  ) {
    position
  }
}
    `) as unknown as TypedDocumentString<CorrectResidenceMutation, CorrectResidenceMutationVariables>;
export const ChangeHeadDocument = new TypedDocumentString(`
    mutation ChangeHead($meta: CommandMeta!, $householdId: ID!, $citizenId: ID!, $occurredOn: Day!, $relations: [MemberRelationInput!]!, $evidence: EvidenceInput) {
  changeHead(
    meta: $meta
    householdId: $householdId
    citizenId: $citizenId
    occurredOn: $occurredOn
    relations: $relations
    evidence: $evidence
  ) {
    position
  }
}
    `) as unknown as TypedDocumentString<ChangeHeadMutation, ChangeHeadMutationVariables>;
export const RecordDeathDocument = new TypedDocumentString(`
    mutation RecordDeath($meta: CommandMeta!, $citizenId: ID!, $occurredOn: Day!, $evidence: EvidenceInput) {
  recordDeath(
    meta: $meta
    citizenId: $citizenId
    occurredOn: $occurredOn
    evidence: $evidence
  ) {
    position
  }
}
    `) as unknown as TypedDocumentString<RecordDeathMutation, RecordDeathMutationVariables>;
export const RevealFieldDocument = new TypedDocumentString(`
    mutation RevealField($meta: CommandMeta!, $citizenId: ID!, $field: String!, $purpose: RevealPurpose!, $note: String) {
  revealField(
    meta: $meta
    citizenId: $citizenId
    field: $field
    purpose: $purpose
    note: $note
  ) {
    field
    value
  }
}
    `) as unknown as TypedDocumentString<RevealFieldMutation, RevealFieldMutationVariables>;
export const RegisterPageDocument = new TypedDocumentString(`
    query RegisterPage($id: ID!) {
  dossier(id: $id) {
    id
    code
    version
    owner {
      name
    }
    procedure {
      id
      name
    }
    register {
      kind
      state
      mayWrite
      reason
    }
  }
  registerProposal(dossierId: $id) {
    kind
    people {
      role
      name
      nationalId
      citizen {
        ...RegisterPerson
      }
    }
    values {
      name
      value
    }
    evidence {
      kind
      number
      issuedOn
      issuedBy
    }
  }
}
    fragment RegisterHousehold on Household {
  id
  number
  head {
    id
    fullName
  }
  dwelling {
    id
    address
  }
}
fragment RegisterPerson on Citizen {
  id
  fullName
  birth
  sex
  died
  ethnicity
  homeTown
  birthPlace
  maritalStatus
  residences {
    id
    relation
    household {
      ...RegisterHousehold
    }
  }
  permanentHousehold {
    ...RegisterHousehold
    statuses {
      id
      status
      since
      until
      holds
    }
  }
  marriages {
    id
    spouseName
    since
    endedOn
  }
}`) as unknown as TypedDocumentString<RegisterPageQuery, RegisterPageQueryVariables>;
export const RegisterPersonByIdDocument = new TypedDocumentString(`
    query RegisterPersonById($id: ID!) {
  citizen(id: $id) {
    ...RegisterPerson
  }
}
    fragment RegisterHousehold on Household {
  id
  number
  head {
    id
    fullName
  }
  dwelling {
    id
    address
  }
}
fragment RegisterPerson on Citizen {
  id
  fullName
  birth
  sex
  died
  ethnicity
  homeTown
  birthPlace
  maritalStatus
  residences {
    id
    relation
    household {
      ...RegisterHousehold
    }
  }
  permanentHousehold {
    ...RegisterHousehold
    statuses {
      id
      status
      since
      until
      holds
    }
  }
  marriages {
    id
    spouseName
    since
    endedOn
  }
}`) as unknown as TypedDocumentString<RegisterPersonByIdQuery, RegisterPersonByIdQueryVariables>;
export const RegisterHouseholdByIdDocument = new TypedDocumentString(`
    query RegisterHouseholdById($id: ID!) {
  household(id: $id) {
    ...RegisterHousehold
  }
}
    fragment RegisterHousehold on Household {
  id
  number
  head {
    id
    fullName
  }
  dwelling {
    id
    address
  }
}`) as unknown as TypedDocumentString<RegisterHouseholdByIdQuery, RegisterHouseholdByIdQueryVariables>;
export const WriteRegisterDocument = new TypedDocumentString(`
    mutation WriteRegister($meta: CommandMeta!, $on: OnDossierInput!, $input: RegisterInput!) {
  writeRegister(meta: $meta, on: $on, input: $input) {
    position
    citizenId
    householdId
  }
}
    `) as unknown as TypedDocumentString<WriteRegisterMutation, WriteRegisterMutationVariables>;
export const DeclineRegisterDocument = new TypedDocumentString(`
    mutation DeclineRegister($meta: CommandMeta!, $on: OnDossierInput!, $reason: String!) {
  declineRegister(meta: $meta, on: $on, reason: $reason) {
    position
  }
}
    `) as unknown as TypedDocumentString<DeclineRegisterMutation, DeclineRegisterMutationVariables>;
export const SigningMeansDocument = new TypedDocumentString(`
    query SigningMeans {
  signingMeans {
    service
    key {
      name
      issuer
      validFrom
      validTo
      daysLeft
      endsSoon
    }
  }
}
    `) as unknown as TypedDocumentString<SigningMeansQuery, SigningMeansQueryVariables>;
export const KeepSigningKeyDocument = new TypedDocumentString(`
    mutation KeepSigningKey($file: String!, $passphrase: String!) {
  keepSigningKey(file: $file, passphrase: $passphrase) {
    name
  }
}
    `) as unknown as TypedDocumentString<KeepSigningKeyMutation, KeepSigningKeyMutationVariables>;
export const RemoveSigningKeyDocument = new TypedDocumentString(`
    mutation RemoveSigningKey {
  removeSigningKey
}
    `) as unknown as TypedDocumentString<RemoveSigningKeyMutation, RemoveSigningKeyMutationVariables>;
export const SignFileDocument = new TypedDocumentString(`
    mutation SignFile($meta: CommandMeta!, $on: OnDossierInput!, $fileId: ID!, $passphrase: String!) {
  signFile(meta: $meta, on: $on, fileId: $fileId, passphrase: $passphrase) {
    position
    signedFileId
  }
}
    `) as unknown as TypedDocumentString<SignFileMutation, SignFileMutationVariables>;
export const AskSigningDocument = new TypedDocumentString(`
    mutation AskSigning($meta: CommandMeta!, $on: OnDossierInput!, $fileId: ID!) {
  askSigning(meta: $meta, on: $on, fileId: $fileId)
}
    `) as unknown as TypedDocumentString<AskSigningMutation, AskSigningMutationVariables>;
export const CancelSigningDocument = new TypedDocumentString(`
    mutation CancelSigning($dossierId: ID!, $signingId: ID!) {
  cancelSigning(dossierId: $dossierId, signingId: $signingId)
}
    `) as unknown as TypedDocumentString<CancelSigningMutation, CancelSigningMutationVariables>;
export const SetDossierNoticesDocument = new TypedDocumentString(`
    mutation SetDossierNotices($meta: CommandMeta!, $on: OnDossierInput!, $mail: Boolean!) {
  setDossierNotices(meta: $meta, on: $on, mail: $mail) {
    position
  }
}
    `) as unknown as TypedDocumentString<SetDossierNoticesMutation, SetDossierNoticesMutationVariables>;
export const UnitsDocument = new TypedDocumentString(`
    query Units($level: UnitLevel, $asOf: Day) {
  units(level: $level, asOf: $asOf) {
    ...UnitLink
    validFrom
    validTo
    version
    parent {
      code
      name
    }
  }
}
    fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<UnitsQuery, UnitsQueryVariables>;
export const UnitPageDocument = new TypedDocumentString(`
    query UnitPage($code: ID!) {
  unit(code: $code) {
    ...UnitLink
    validFrom
    validTo
    version
    counts {
      dwellings
      households
      people
    }
    parent {
      ...UnitLink
      parent {
        ...UnitLink
        parent {
          ...UnitLink
        }
      }
    }
    predecessors {
      ...UnitLink
    }
    successors {
      ...UnitLink
    }
    children {
      ...UnitLink
      validFrom
      counts {
        dwellings
        households
        people
      }
    }
  }
}
    fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<UnitPageQuery, UnitPageQueryVariables>;
export const DwellingListDocument = new TypedDocumentString(`
    query DwellingList($unit: ID!, $street: String, $unplaced: Boolean, $unconfirmedDays: Int, $after: String, $first: Int!) {
  dwellings(
    unit: $unit
    street: $street
    unplaced: $unplaced
    unconfirmedDays: $unconfirmedDays
    after: $after
    first: $first
  ) {
    total
    nextCursor
    items {
      id
      address
      houseNumber
      oldNumber
      street
      kind
      confirmedOn
      confirmedDaysAgo
      householdCount
      peopleCount
      neighbourhood {
        ...UnitLink
      }
    }
  }
}
    fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<DwellingListQuery, DwellingListQueryVariables>;
export const StreetsDocument = new TypedDocumentString(`
    query Streets($unit: ID!) {
  streets(unit: $unit)
}
    `) as unknown as TypedDocumentString<StreetsQuery, StreetsQueryVariables>;
export const ResidentListDocument = new TypedDocumentString(`
    query ResidentList($unit: ID!, $stay: TemporaryStay, $after: String, $first: Int!) {
  citizens(unit: $unit, stay: $stay, after: $after, first: $first) {
    total
    nextCursor
    items {
      relation
      citizen {
        id
        fullName
        sex
        birth
        age
        nationalId
        died
      }
      household {
        id
        number
        dwelling {
          id
          address
          neighbourhood {
            ...UnitLink
          }
        }
      }
    }
  }
}
    fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<ResidentListQuery, ResidentListQueryVariables>;
export const HouseholdListDocument = new TypedDocumentString(`
    query HouseholdList($unit: ID!, $withoutHead: Boolean!, $status: String, $after: String, $first: Int!) {
  households(
    unit: $unit
    withoutHead: $withoutHead
    status: $status
    after: $after
    first: $first
  ) {
    total
    nextCursor
    items {
      id
      number
      memberCount
      head {
        id
        fullName
      }
      dwelling {
        id
        address
        neighbourhood {
          ...UnitLink
        }
      }
      warnings {
        code
        params {
          name
          value
        }
      }
    }
  }
}
    fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<HouseholdListQuery, HouseholdListQueryVariables>;
export const DwellingPageDocument = new TypedDocumentString(`
    query DwellingPage($id: ID!) {
  dwelling(id: $id) {
    id
    houseNumber
    oldNumber
    street
    address
    kind
    point {
      lon
      lat
    }
    householdCount
    peopleCount
    version
    ward {
      ...UnitLink
    }
    neighbourhood {
      ...UnitLink
    }
    confirmedOn
    confirmedDaysAgo
    mayConfirm
    formerHouseholds {
      id
      number
      formedOn
      dissolvedOn
      head {
        id
        fullName
      }
      dwelling {
        id
        address
      }
    }
    households {
      id
      number
      memberCount
      dissolvedOn
      head {
        id
        fullName
      }
      members {
        relation
        kind
        citizen {
          id
          fullName
          sex
          birth
          age
          died
        }
      }
    }
    timeline {
      ...Entry
    }
  }
}
    fragment Entry on TimelineEntry {
  eventId
  type
  occurredOn
  recordedAt
  actorName
  actorPosition
  position
  source {
    kind
    id
    label
  }
  fields {
    name
    value
    before
    masked
    ref
    refId
  }
}
fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<DwellingPageQuery, DwellingPageQueryVariables>;
export const DwellingFormDocument = new TypedDocumentString(`
    query DwellingForm($id: ID!) {
  dwelling(id: $id) {
    id
    houseNumber
    oldNumber
    street
    address
    kind
    version
    point {
      lon
      lat
    }
    ward {
      ...UnitLink
    }
    neighbourhood {
      ...UnitLink
    }
  }
}
    fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<DwellingFormQuery, DwellingFormQueryVariables>;
export const RegisterDwellingDocument = new TypedDocumentString(`
    mutation RegisterDwelling($meta: CommandMeta!, $input: DwellingInput!) {
  registerDwelling(meta: $meta, input: $input) {
    position
    dwellingId
  }
}
    `) as unknown as TypedDocumentString<RegisterDwellingMutation, RegisterDwellingMutationVariables>;
export const CorrectDwellingDocument = new TypedDocumentString(`
    mutation CorrectDwelling($meta: CommandMeta!, $dwellingId: ID!, $expectedVersion: Int!, $changes: DwellingChanges!) {
  correctDwelling(
    meta: $meta
    dwellingId: $dwellingId
    expectedVersion: $expectedVersion
    changes: $changes
  ) {
    position
  }
}
    `) as unknown as TypedDocumentString<CorrectDwellingMutation, CorrectDwellingMutationVariables>;
export const PlaceDwellingsDocument = new TypedDocumentString(`
    mutation PlaceDwellings($meta: CommandMeta!, $dwellingIds: [ID!]!, $neighbourhood: ID!, $occurredOn: Day!) {
  placeDwellings(
    meta: $meta
    dwellingIds: $dwellingIds
    neighbourhood: $neighbourhood
    occurredOn: $occurredOn
  ) {
    position
  }
}
    `) as unknown as TypedDocumentString<PlaceDwellingsMutation, PlaceDwellingsMutationVariables>;
export const BoundaryChangesDocument = new TypedDocumentString(`
    query BoundaryChanges($ward: ID!) {
  boundaryChanges(ward: $ward) {
    id
    kind
    state
    effectiveOn
    plannedOn
    legalBasis
    from {
      ...UnitLink
    }
    into {
      code
      name
      streets
      dwellings
    }
  }
}
    fragment UnitLink on Unit {
  code
  name
  level
}`) as unknown as TypedDocumentString<BoundaryChangesQuery, BoundaryChangesQueryVariables>;
export const PlanBoundaryChangeDocument = new TypedDocumentString(`
    mutation PlanBoundaryChange($meta: CommandMeta!, $input: BoundaryChangeInput!) {
  planBoundaryChange(meta: $meta, input: $input) {
    position
    changeId
    state
  }
}
    `) as unknown as TypedDocumentString<PlanBoundaryChangeMutation, PlanBoundaryChangeMutationVariables>;
export const CancelBoundaryChangeDocument = new TypedDocumentString(`
    mutation CancelBoundaryChange($meta: CommandMeta!, $ward: ID!, $changeId: ID!, $reason: String!) {
  cancelBoundaryChange(
    meta: $meta
    ward: $ward
    changeId: $changeId
    reason: $reason
  ) {
    position
  }
}
    `) as unknown as TypedDocumentString<CancelBoundaryChangeMutation, CancelBoundaryChangeMutationVariables>;
export const ReferenceUnitsDocument = new TypedDocumentString(`
    query ReferenceUnits($text: String!, $first: Int!) {
  referenceUnits(text: $text, first: $first) {
    code
    name
    parentCode
    parentName
    formerly
  }
}
    `) as unknown as TypedDocumentString<ReferenceUnitsQuery, ReferenceUnitsQueryVariables>;