import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { GraphContext } from '../../services/server/context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A day, YYYY-MM-DD, in Asia/Ho_Chi_Minh. */
  Day: { input: string; output: string; }
  /** An instant, ISO 8601 in UTC. */
  Instant: { input: string; output: string; }
  /** An opaque place in the event log. Send it back in the header `nocgia-after` to read what you just wrote. */
  LogPosition: { input: string; output: string; }
  /** A birth as far as it is known: YYYY-MM-DD, YYYY-MM or YYYY. */
  PartialDay: { input: string; output: string; }
};

/** Away from home (tạm vắng) since a day; `endedOn` is the first day home again. */
export type Absence = {
  destination?: Maybe<Scalars['String']['output']>;
  endedOn?: Maybe<Scalars['Day']['output']>;
  id: Scalars['ID']['output'];
  since: Scalars['Day']['output'];
  until?: Maybe<Scalars['Day']['output']>;
};

export type AbsenceEndCause =
  | 'recorded_in_error'
  | 'returned';

/** A look at a person: by whom, as what, why. */
export type AccessEntry = {
  action: Scalars['String']['output'];
  at: Scalars['Instant']['output'];
  displayName: Scalars['String']['output'];
  note?: Maybe<Scalars['String']['output']>;
  position?: Maybe<Scalars['String']['output']>;
  purpose?: Maybe<RevealPurpose>;
};

export type AccessEntryPage = {
  items: Array<AccessEntry>;
  nextCursor?: Maybe<Scalars['String']['output']>;
};

export type Account = {
  closed: Scalars['Boolean']['output'];
  displayName: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  lastSignIn?: Maybe<Scalars['Instant']['output']>;
  positions: Array<Position>;
  username: Scalars['String']['output'];
  version: Scalars['Int']['output'];
};

export type AccountPage = {
  items: Array<Account>;
  nextCursor?: Maybe<Scalars['String']['output']>;
  total: Scalars['Int']['output'];
};

export type AgeFigure = {
  female: Figure;
  from: Scalars['Int']['output'];
  male: Figure;
  /** Inclusive; null = and older */
  to?: Maybe<Scalars['Int']['output']>;
};

export type ArriveByNationalIdInput = {
  birth: Scalars['PartialDay']['input'];
  evidence?: InputMaybe<EvidenceInput>;
  fullName: Scalars['String']['input'];
  householdId: Scalars['ID']['input'];
  kind: ResidenceKind;
  nationalId: Scalars['String']['input'];
  relation: Relation;
  since: Scalars['Day']['input'];
  source: ResidenceSource;
  until?: InputMaybe<Scalars['Day']['input']>;
};

export type AskedFeeInput = {
  copies: Scalars['Int']['input'];
  discountKey?: InputMaybe<Scalars['String']['input']>;
  feeKey: Scalars['String']['input'];
  quantity: Scalars['Int']['input'];
};

export type AskedPaper = {
  name: Scalars['String']['output'];
  wrong: Scalars['String']['output'];
};

export type AskedPaperInput = {
  name: Scalars['String']['input'];
  wrong: Scalars['String']['input'];
};

/** How a step finds its officer: none (whoever takes it up), load (who has the fewest open), rota (who has waited longest). */
export type AssignmentRule =
  | 'load'
  | 'none'
  | 'rota';

export type BankAccount = {
  accountName: Scalars['String']['output'];
  accountNumber: Scalars['String']['output'];
  bankBin: Scalars['String']['output'];
  bankName: Scalars['String']['output'];
};

export type BankAccountInput = {
  accountName: Scalars['String']['input'];
  accountNumber: Scalars['String']['input'];
  bankBin: Scalars['String']['input'];
  bankName: Scalars['String']['input'];
};

export type Boundaries =
  | 'now'
  | 'then';

/** Exactly one of the four changes is given. */
export type BoundaryChangeInput = {
  effectiveOn: Scalars['Day']['input'];
  establish?: InputMaybe<NewUnitInput>;
  legalBasis?: InputMaybe<Scalars['String']['input']>;
  merge?: InputMaybe<MergeUnitsInput>;
  rename?: InputMaybe<RenameUnitInput>;
  split?: InputMaybe<SplitUnitInput>;
  ward: Scalars['ID']['input'];
};

export type BoundaryChangeKind =
  | 'establish'
  | 'merge'
  | 'rename'
  | 'split';

export type BoundaryChangePlan = {
  effectiveOn: Scalars['Day']['output'];
  from: Array<Unit>;
  id: Scalars['ID']['output'];
  into: Array<PlannedUnit>;
  kind: BoundaryChangeKind;
  legalBasis?: Maybe<Scalars['String']['output']>;
  plannedOn: Scalars['Day']['output'];
  state: BoundaryChangeState;
};

export type BoundaryChangeState =
  | 'cancelled'
  | 'effective'
  | 'planned';

export type CalendarDayType =
  | 'holiday'
  | 'observed_off'
  | 'swap_off'
  | 'swap_work';

export type CalendarRow = {
  date: Scalars['Day']['output'];
  legalBasis: Scalars['String']['output'];
  name: Scalars['String']['output'];
  type: CalendarDayType;
};

export type CalendarRowInput = {
  date: Scalars['Day']['input'];
  legalBasis: Scalars['String']['input'];
  name: Scalars['String']['input'];
  type: CalendarDayType;
};

export type CauseFigure = {
  cause: Scalars['String']['output'];
  delta: Scalars['Int']['output'];
};

export type Change = {
  position: Scalars['LogPosition']['output'];
  /** Which lists to read again: citizen, household, dwelling, dossier, procedure, unit, account, import. */
  topics: Array<Scalars['String']['output']>;
};

export type ChangeCitizenInput = {
  changes: Array<FieldChange>;
  citizenId: Scalars['ID']['input'];
  evidence?: InputMaybe<EvidenceInput>;
  nature: ChangeNature;
  occurredOn: Scalars['Day']['input'];
};

export type ChangeNature =
  | 'change'
  | 'correction';

export type CheckedPaper = {
  copies: Scalars['Int']['output'];
  form: PaperForm;
  key: Scalars['String']['output'];
  name: Scalars['String']['output'];
  source: PaperSource;
};

export type CheckedPaperInput = {
  copies: Scalars['Int']['input'];
  form: PaperForm;
  key: Scalars['String']['input'];
  name: Scalars['String']['input'];
  source: PaperSource;
};

/** A citizen as this reader may see them: a masked field stands as 079*****0001, a withheld one is null and named in `withheld`. */
export type Citizen = {
  absences: Array<Absence>;
  /** In full years today; null when the birth is unknown. */
  age?: Maybe<Scalars['Int']['output']>;
  birth?: Maybe<Scalars['PartialDay']['output']>;
  birthPlace?: Maybe<Scalars['String']['output']>;
  /** The day on which the last residence ended, when the citizen lives nowhere that is known: from there they may come back. */
  departedOn?: Maybe<Scalars['Day']['output']>;
  died?: Maybe<Scalars['Day']['output']>;
  disability?: Maybe<Scalars['String']['output']>;
  /** Dossiers of which they are the owner, as far as the reader may see them, the newest first. */
  dossiers: Array<Dossier>;
  earlierId?: Maybe<Scalars['String']['output']>;
  education?: Maybe<Scalars['String']['output']>;
  eidLevel?: Maybe<Scalars['String']['output']>;
  /** Where it is masked, only the year. */
  eidSince?: Maybe<Scalars['PartialDay']['output']>;
  email?: Maybe<Scalars['String']['output']>;
  ethnicity?: Maybe<Scalars['String']['output']>;
  /** Temporary residences that have run out and were neither renewed nor ended. */
  expiredResidences: Array<Residence>;
  fullName: Scalars['String']['output'];
  healthInsurance?: Maybe<Scalars['String']['output']>;
  homeTown?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  maritalStatus?: Maybe<Scalars['String']['output']>;
  marriages: Array<Marriage>;
  /** Fields that are masked for this reader and can be revealed with a purpose. */
  masked: Array<Scalars['String']['output']>;
  mayEdit: Scalars['Boolean']['output'];
  mergedRecords: Array<MergedRecord>;
  nationalId?: Maybe<Scalars['String']['output']>;
  nationality?: Maybe<Scalars['String']['output']>;
  note?: Maybe<Scalars['String']['output']>;
  occupation?: Maybe<Scalars['String']['output']>;
  otherName?: Maybe<Scalars['String']['output']>;
  permanentHousehold?: Maybe<Household>;
  phone?: Maybe<Scalars['String']['output']>;
  policies: Array<PolicyStatus>;
  religion?: Maybe<Scalars['String']['output']>;
  /** Residences that hold today. */
  residences: Array<Residence>;
  sex: Sex;
  timeline: Array<TimelineEntry>;
  version: Scalars['Int']['output'];
  warnings: Array<Warning>;
  /** Fields this reader may not see at all. */
  withheld: Array<Scalars['String']['output']>;
  workplace?: Maybe<Scalars['String']['output']>;
};

export type CitizenDetailsInput = {
  birth?: InputMaybe<Scalars['PartialDay']['input']>;
  birthPlace?: InputMaybe<Scalars['String']['input']>;
  disability?: InputMaybe<Scalars['String']['input']>;
  earlierId?: InputMaybe<Scalars['String']['input']>;
  education?: InputMaybe<Scalars['String']['input']>;
  eidLevel?: InputMaybe<Scalars['String']['input']>;
  eidSince?: InputMaybe<Scalars['Day']['input']>;
  email?: InputMaybe<Scalars['String']['input']>;
  ethnicity?: InputMaybe<Scalars['String']['input']>;
  fullName: Scalars['String']['input'];
  healthInsurance?: InputMaybe<Scalars['String']['input']>;
  homeTown?: InputMaybe<Scalars['String']['input']>;
  maritalStatus?: InputMaybe<Scalars['String']['input']>;
  nationalId?: InputMaybe<Scalars['String']['input']>;
  nationality?: InputMaybe<Scalars['String']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  occupation?: InputMaybe<Scalars['String']['input']>;
  otherName?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
  religion?: InputMaybe<Scalars['String']['input']>;
  sex: Sex;
  workplace?: InputMaybe<Scalars['String']['input']>;
};

export type CitizenPage = {
  items: Array<CitizenRow>;
  nextCursor?: Maybe<Scalars['String']['output']>;
  total: Scalars['Int']['output'];
};

export type CitizenRow = {
  citizen: Citizen;
  household?: Maybe<Household>;
  relation?: Maybe<Relation>;
};

export type CodeFigure = {
  /** Null = not known */
  code?: Maybe<Scalars['String']['output']>;
  label?: Maybe<Scalars['String']['output']>;
  total: Figure;
};

/** Which column gives which field of a resident; fields: see `importFields`. */
export type ColumnMapping = {
  column: Scalars['Int']['output'];
  field: Scalars['String']['output'];
  /** Of the column of relations, when it holds numbers: what each was said to stand for. */
  relations: Array<RelationCode>;
};

export type ColumnMappingInput = {
  column: Scalars['Int']['input'];
  field: Scalars['String']['input'];
  relations?: InputMaybe<Array<RelationCodeInput>>;
};

/** Sent with every command; a repeat of the same id answers the first result and changes nothing. */
export type CommandMeta = {
  commandId: Scalars['ID']['input'];
};

/** What every command answers. `position` is that of its last event. */
export type CommandResult = {
  position: Scalars['LogPosition']['output'];
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

export type CriterionFigure = {
  key: Scalars['String']['output'];
  /** Answers by mark, of 1 to 5. */
  marks: Array<Scalars['Int']['output']>;
  /** Share of marks of 4 or 5. */
  satisfied: RatingShare;
};

export type CutBand =
  | 'from_30_to_50'
  | 'from_51_to_75'
  | 'over_75'
  | 'under_30';

export type DifferenceCount = {
  applied: Scalars['Int']['output'];
  confirmed: Scalars['Int']['output'];
  kind: DifferenceKind;
  open: Scalars['Int']['output'];
  refused: Scalars['Int']['output'];
};

export type DifferenceKind =
  /** A household at another address. */
  | 'address'
  | 'arrival'
  | 'birth'
  | 'details'
  /** In the register and not in the file. */
  | 'missing'
  | 'move';

export type DifferencePage = {
  counts: Array<DifferenceCount>;
  items: Array<ImportDifference>;
  nextCursor?: Maybe<Scalars['String']['output']>;
  total: Scalars['Int']['output'];
};

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

/** A command that answers with nothing but its position. */
export type Done = CommandResult & {
  position: Scalars['LogPosition']['output'];
};

export type Dossier = {
  answers: Array<DossierAnswer>;
  approved: Scalars['Boolean']['output'];
  /** Display name of who has the step; null: whoever holds a role of it. */
  assignee?: Maybe<DossierAssignee>;
  channel: DossierChannel;
  code?: Maybe<Scalars['String']['output']>;
  dueAt?: Maybe<Scalars['Instant']['output']>;
  /** The day on which the result is due. */
  dueOn?: Maybe<Scalars['Day']['output']>;
  endedAt?: Maybe<Scalars['Instant']['output']>;
  ending?: Maybe<DossierEnding>;
  extensions: Array<DossierExtension>;
  fees: Array<FeeRequest>;
  files: Array<DossierFile>;
  /** Working hours left until it is due; below 0, by how much it is late. Null when it does not run. */
  hoursLeft?: Maybe<Scalars['Float']['output']>;
  id: Scalars['ID']['output'];
  matter: Matter;
  nationalCode?: Maybe<Scalars['String']['output']>;
  /** 1 to 10, as the national system numbers its states. */
  nationalStatus: Scalars['Int']['output'];
  notices: DossierNotices;
  owner?: Maybe<Party>;
  /** The owner in the register, as far as the reader may see them. */
  ownerId?: Maybe<Scalars['ID']['output']>;
  pace: DossierPace;
  papers: Array<CheckedPaper>;
  /** Null for a dossier that is led here. */
  past?: Maybe<PastDossier>;
  pausedSince?: Maybe<Scalars['Instant']['output']>;
  /** Papers that can be printed of it as it stands. */
  printable: Array<PrintablePaper>;
  /** Papers that were printed, the oldest first. */
  prints: Array<DossierPrint>;
  procedure: Procedure;
  /** The citizen's answer, if there is one: marks and comment for the leader, for others that there is one. */
  rating?: Maybe<DossierRating>;
  receivedAt?: Maybe<Scalars['Instant']['output']>;
  /** null before it is settled, and where nothing of it goes into the register. */
  register?: Maybe<DossierRegister>;
  requests: Array<PaperRequest>;
  returnBy: ReturnBy;
  returned?: Maybe<DossierReturn>;
  /** Signatures asked of the signing service, the newest first; what is signed stands among the files. */
  signings: Array<DossierSigning>;
  status: DossierStatus;
  step?: Maybe<ProcedureStep>;
  stepDueAt?: Maybe<Scalars['Instant']['output']>;
  /** Nothing has been done with it for days. */
  stuck: Scalars['Boolean']['output'];
  submittedAt?: Maybe<Scalars['Instant']['output']>;
  submitter?: Maybe<Party>;
  timeline: Array<DossierEntry>;
  /** By what each request for payment that is still open may be paid into the ward's account; none where the desk has no account. */
  transfers: Array<FeeTransfer>;
  /** Files from home that it has not taken: being checked, or refused and why. */
  uploads: Array<DossierUpload>;
  version: Scalars['Int']['output'];
  ward: Scalars['ID']['output'];
  warnings: Array<DossierWarning>;
  written: Array<RegisterEntry>;
};

export type DossierAnswer = {
  key: Scalars['String']['output'];
  value: Scalars['String']['output'];
};

export type DossierAnswerInput = {
  key: Scalars['String']['input'];
  value: Scalars['String']['input'];
};

export type DossierAssignee = {
  accountId: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** Dossiers that are open with them. */
  open: Scalars['Int']['output'];
};

export type DossierBatch = CommandResult & {
  /** In the order in which they were given. */
  outcomes: Array<DossierOutcome>;
  position: Scalars['LogPosition']['output'];
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

export type DossierCounts = {
  awaiting: Scalars['Int']['output'];
  dueSoon: Scalars['Int']['output'];
  incoming: Scalars['Int']['output'];
  late: Scalars['Int']['output'];
  likelyLate: Scalars['Int']['output'];
  mine: Scalars['Int']['output'];
  mineDueSoon: Scalars['Int']['output'];
  mineLate: Scalars['Int']['output'];
  mineLikelyLate: Scalars['Int']['output'];
  mineStuck: Scalars['Int']['output'];
  ready: Scalars['Int']['output'];
  stuck: Scalars['Int']['output'];
  team: Scalars['Int']['output'];
  /** Settled, and the reader is to write them into the register. */
  toWrite: Scalars['Int']['output'];
  unit: Scalars['Int']['output'];
};

export type DossierDrawer =
  | 'awaiting'
  | 'incoming'
  | 'open'
  | 'over'
  | 'ready'
  /** Settled, and the reader is to write it into the register. */
  | 'to_write';

export type DossierEnding = {
  at: Scalars['Instant']['output'];
  fileId?: Maybe<Scalars['ID']['output']>;
  issuedOn?: Maybe<Scalars['Day']['output']>;
  kind: DossierEndingKind;
  legalBasis?: Maybe<Scalars['String']['output']>;
  reason?: Maybe<Scalars['String']['output']>;
  resultName?: Maybe<Scalars['String']['output']>;
  resultNumber?: Maybe<Scalars['String']['output']>;
};

export type DossierEndingKind =
  | 'declined'
  | 'refused'
  | 'settled'
  | 'stopped'
  | 'withdrawn';

/** One fact of a dossier's course. */
export type DossierEntry = {
  at: Scalars['Instant']['output'];
  /** Display name of who did it; null for the public and the system. */
  by?: Maybe<Scalars['String']['output']>;
  dueOn?: Maybe<Scalars['Day']['output']>;
  /** Which paper was printed, and for the how-manieth time. */
  form?: Maybe<DossierPaper>;
  /** Names of the steps it went from and to. */
  from?: Maybe<Scalars['String']['output']>;
  /** What was written beside it: a note, a reason. */
  note?: Maybe<Scalars['String']['output']>;
  printNumber?: Maybe<Scalars['Int']['output']>;
  recordedAt: Scalars['Instant']['output'];
  to?: Maybe<Scalars['String']['output']>;
  /** Type of the event, e.g. DossierHandedOn. */
  type: Scalars['String']['output'];
  version: Scalars['Int']['output'];
};

export type DossierExtension = {
  at: Scalars['Instant']['output'];
  cause: ExtensionCause;
  dueOn: Scalars['Day']['output'];
  reason?: Maybe<Scalars['String']['output']>;
};

export type DossierFile = {
  at: Scalars['Instant']['output'];
  /** Display name of the officer who added it; null for the public and the system. */
  by?: Maybe<Scalars['String']['output']>;
  bytes: Scalars['Int']['output'];
  fileId: Scalars['ID']['output'];
  /** officer, citizen or system. */
  from: Scalars['String']['output'];
  mediaType: Scalars['String']['output'];
  name: Scalars['String']['output'];
  paper?: Maybe<Scalars['String']['output']>;
  setAside: Scalars['Boolean']['output'];
  /** Id of the signed file that stands for it. */
  signedAs?: Maybe<Scalars['ID']['output']>;
};

/** A file comes by POST /api/dossier-imports (multipart: unit, file); everything after goes through here. */
export type DossierImport = {
  columns: Array<ImportColumn>;
  createdAt: Scalars['Instant']['output'];
  createdBy: Scalars['String']['output'];
  dossiers: ImportedDossierPage;
  fileName: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  mapping: Array<PastColumn>;
  /** Why it was refused or failed, in the reader's language. */
  problem?: Maybe<Scalars['String']['output']>;
  progress: ImportProgress;
  state: ImportState;
  summary?: Maybe<DossierImportSummary>;
  ward: Unit;
  /** Whether there is something to take back, and the reader may. */
  withdrawable: Scalars['Boolean']['output'];
};


/** A file comes by POST /api/dossier-imports (multipart: unit, file); everything after goes through here. */
export type DossierImportDossiersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<PastDossierState>;
};

export type DossierImportPage = {
  items: Array<DossierImport>;
  nextCursor?: Maybe<Scalars['String']['output']>;
  total: Scalars['Int']['output'];
};

/** create + unchanged + open + errors = dossiers; `flagged` of those created are marked, `skipped` lines are no steps. */
export type DossierImportSummary = {
  create: Scalars['Int']['output'];
  dossiers: Scalars['Int']['output'];
  errors: Scalars['Int']['output'];
  flagged: Scalars['Int']['output'];
  issues: Array<IssueCount>;
  open: Scalars['Int']['output'];
  rows: Scalars['Int']['output'];
  skipped: Scalars['Int']['output'];
  steps: Scalars['Int']['output'];
  unchanged: Scalars['Int']['output'];
};

export type DossierNotice = {
  lastTryAt?: Maybe<Scalars['Instant']['output']>;
  nextTryAt?: Maybe<Scalars['Instant']['output']>;
  queuedAt: Scalars['Instant']['output'];
  /** Why the last try came to nothing, in the reader's language. */
  reason?: Maybe<Scalars['String']['output']>;
  sentAt?: Maybe<Scalars['Instant']['output']>;
  state: NoticeState;
  tries: Scalars['Int']['output'];
};

/** Letters about a dossier's course to whoever handed it in. Their address stands with them, and nowhere here. */
export type DossierNotices = {
  /** Whether a mail server is configured; without one no letter is made. */
  configured: Scalars['Boolean']['output'];
  failed: Scalars['Int']['output'];
  hasAddress: Scalars['Boolean']['output'];
  last?: Maybe<DossierNotice>;
  sent: Scalars['Int']['output'];
  waiting: Scalars['Int']['output'];
  wanted: Scalars['Boolean']['output'];
};

export type DossierOutcome = {
  /** Code of the catalogue and its text, where it was refused; null: it was done. */
  code?: Maybe<Scalars['String']['output']>;
  /** Null where the reader may not see it. */
  dossier?: Maybe<Dossier>;
  dossierId: Scalars['ID']['output'];
  refusal?: Maybe<Scalars['String']['output']>;
};

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

export type DossierPage = {
  items: Array<Dossier>;
  nextCursor?: Maybe<Scalars['String']['output']>;
};

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

export type DossierPrint = {
  at: Scalars['Instant']['output'];
  /** Display name of who printed it; null for the public and the system. */
  by?: Maybe<Scalars['String']['output']>;
  form: DossierPaper;
  ofVersion: Scalars['Int']['output'];
  /** GET /api/dossiers/<id>/papers/<paperId>.pdf opens what was printed. */
  paperId: Scalars['ID']['output'];
  /** 1 for the first print of a version. */
  printNumber: Scalars['Int']['output'];
  requestId?: Maybe<Scalars['ID']['output']>;
};

export type DossierRating = {
  at: Scalars['Instant']['output'];
  comment?: Maybe<Scalars['String']['output']>;
  counter?: Maybe<Scalars['String']['output']>;
  /** Names of the criteria that are asked about today. */
  criteria: Array<RatingCriterion>;
  /** Empty for who may know only that there is an answer. */
  marks: Array<RatingMark>;
  via: RatingVia;
};

/** What of a settled dossier goes into the register of people and households. */
export type DossierRegister = {
  /** When it was written or declined. */
  at?: Maybe<Scalars['Instant']['output']>;
  kind: SettlementKind;
  /** Whether the reader holds the registry's right to write it; the command decides again, at the place. */
  mayWrite: Scalars['Boolean']['output'];
  /** Why nothing is written. */
  reason?: Maybe<Scalars['String']['output']>;
  state: RegisterState;
};

export type DossierReturn = {
  at: Scalars['Instant']['output'];
  by: ReturnBy;
  receivedBy?: Maybe<Scalars['String']['output']>;
  reference?: Maybe<Scalars['String']['output']>;
};

export type DossierSigning = {
  askedAt: Scalars['Instant']['output'];
  /** Display name of who asked. */
  by?: Maybe<Scalars['String']['output']>;
  /** Whether the reader may take it back now. */
  cancellable: Scalars['Boolean']['output'];
  fileId: Scalars['ID']['output'];
  id: Scalars['ID']['output'];
  lastTryAt?: Maybe<Scalars['Instant']['output']>;
  nextTryAt?: Maybe<Scalars['Instant']['output']>;
  /** Why the last try came to nothing, in the reader's language. */
  reason?: Maybe<Scalars['String']['output']>;
  state: SigningState;
  tries: Scalars['Int']['output'];
};

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

export type DossierTaken = CommandResult & {
  code: Scalars['String']['output'];
  dossierId: Scalars['ID']['output'];
  dueAt?: Maybe<Scalars['Instant']['output']>;
  position: Scalars['LogPosition']['output'];
};

export type DossierUpload = {
  at: Scalars['Instant']['output'];
  bytes: Scalars['Int']['output'];
  fileId: Scalars['ID']['output'];
  mediaType: Scalars['String']['output'];
  /** Key of the paper that it shows. */
  paper?: Maybe<Scalars['String']['output']>;
  /** Why it was refused, in the reader's language. */
  reason?: Maybe<Scalars['String']['output']>;
  state: UploadState;
};

export type DossierWarning = {
  code: DossierWarningCode;
  count?: Maybe<Scalars['Int']['output']>;
  day?: Maybe<Scalars['Day']['output']>;
};

export type DossierWarningCode =
  | 'calendar_not_confirmed'
  | 'extended_after_due'
  | 'extended_again'
  | 'papers_requested_again';

export type DuplicateCandidate = {
  citizen: Citizen;
  reasons: Array<Scalars['String']['output']>;
  score: Scalars['Float']['output'];
};

export type DuplicatePage = {
  items: Array<DuplicatePair>;
  nextCursor?: Maybe<Scalars['String']['output']>;
};

/** Two records that may be of one person. */
export type DuplicatePair = {
  first: Citizen;
  reasons: Array<Scalars['String']['output']>;
  score: Scalars['Float']['output'];
  second: Citizen;
};

/** Nóc gia: a roof that the ward counts. */
export type Dwelling = {
  /** House number and street as one line. */
  address: Scalars['String']['output'];
  confirmedDaysAgo?: Maybe<Scalars['Int']['output']>;
  /** When what is recorded of it was last found to be true. */
  confirmedOn?: Maybe<Scalars['Day']['output']>;
  /** Households that were dissolved here or have moved on. */
  formerHouseholds: Array<Household>;
  houseNumber?: Maybe<Scalars['String']['output']>;
  householdCount: Scalars['Int']['output'];
  households: Array<Household>;
  id: Scalars['ID']['output'];
  kind: DwellingKind;
  mayConfirm: Scalars['Boolean']['output'];
  neighbourhood?: Maybe<Unit>;
  oldNumber?: Maybe<Scalars['String']['output']>;
  peopleCount: Scalars['Int']['output'];
  point?: Maybe<GeoPoint>;
  street?: Maybe<Scalars['String']['output']>;
  timeline: Array<TimelineEntry>;
  version: Scalars['Int']['output'];
  ward: Unit;
};

export type DwellingChanges = {
  houseNumber?: InputMaybe<Scalars['String']['input']>;
  kind?: InputMaybe<DwellingKind>;
  oldNumber?: InputMaybe<Scalars['String']['input']>;
  point?: InputMaybe<PointInput>;
  street?: InputMaybe<Scalars['String']['input']>;
};

export type DwellingInput = {
  houseNumber?: InputMaybe<Scalars['String']['input']>;
  kind: DwellingKind;
  neighbourhood?: InputMaybe<Scalars['ID']['input']>;
  occurredOn: Scalars['Day']['input'];
  oldNumber?: InputMaybe<Scalars['String']['input']>;
  point?: InputMaybe<PointInput>;
  street?: InputMaybe<Scalars['String']['input']>;
  ward: Scalars['ID']['input'];
};

export type DwellingKind =
  | 'boarding_house'
  | 'dormitory'
  | 'flat'
  | 'house'
  | 'institution'
  | 'mixed_use'
  | 'other';

export type DwellingPage = {
  items: Array<Dwelling>;
  nextCursor?: Maybe<Scalars['String']['output']>;
  total: Scalars['Int']['output'];
};

/** People of 14 and older on the day by level, and the households that they live in. */
export type EidCounts = {
  households: Scalars['Int']['output'];
  /** In which everybody of 14 and older has level 2 */
  householdsAll: Scalars['Int']['output'];
  /** In which somebody has level 2 */
  householdsSome: Scalars['Int']['output'];
  level1: Scalars['Int']['output'];
  level2: Scalars['Int']['output'];
  none: Scalars['Int']['output'];
  people: Scalars['Int']['output'];
};

export type EidFigures = {
  asOf: Scalars['Day']['output'];
  definition: Scalars['String']['output'];
  groups: Array<EidGroup>;
  knownAt: Scalars['LogPosition']['output'];
  total: EidCounts;
  unit: Unit;
};

export type EidGroup = {
  by: EidGrouping;
  counts: EidCounts;
  /** Code, unit, or first age of the band; null = not known, or not yet placed */
  key?: Maybe<Scalars['String']['output']>;
  label?: Maybe<Scalars['String']['output']>;
  unit?: Maybe<Unit>;
};

/** Of which of a household's people `eid` is asked: those of one group of `EidFigures`. */
export type EidGroupFilter = {
  /** In whole years on the day, inclusive */
  ageFrom?: InputMaybe<Scalars['Int']['input']>;
  ageTo?: InputMaybe<Scalars['Int']['input']>;
  /** Code, or `unknown` */
  ethnicity?: InputMaybe<Scalars['String']['input']>;
  /** Whose dwelling has no neighbourhood yet */
  unplaced?: InputMaybe<Scalars['Boolean']['input']>;
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
  evidence?: InputMaybe<EvidenceInput>;
  householdId: Scalars['ID']['input'];
  occurredOn: Scalars['Day']['input'];
  statusId: Scalars['ID']['input'];
};

export type EndMarriageInput = {
  cause: MarriageEndCause;
  citizenId: Scalars['ID']['input'];
  evidence?: InputMaybe<EvidenceInput>;
  marriageId: Scalars['ID']['input'];
  occurredOn: Scalars['Day']['input'];
};

/** The paper, or the visit, that a fact is recorded from. */
export type EvidenceInput = {
  issuedBy?: InputMaybe<Scalars['String']['input']>;
  issuedOn?: InputMaybe<Scalars['Day']['input']>;
  kind: EvidenceKind;
  number?: InputMaybe<Scalars['String']['input']>;
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

/** One field of a person, `address` included, as text. */
export type FactText = {
  field: Scalars['String']['output'];
  value?: Maybe<Scalars['String']['output']>;
};

/** Đồng. */
export type Fee = {
  amount: Scalars['Int']['output'];
  amountFromThird?: Maybe<Scalars['Int']['output']>;
  channel: FeeChannel;
  discounts: Array<FeeDiscount>;
  key: Scalars['String']['output'];
  legalBasis?: Maybe<Scalars['String']['output']>;
  most?: Maybe<Scalars['Int']['output']>;
  name: Scalars['String']['output'];
  per: FeePer;
  validFrom?: Maybe<Scalars['Day']['output']>;
  validTo?: Maybe<Scalars['Day']['output']>;
};

export type FeeChannel =
  | 'any'
  | 'desk'
  | 'online';

export type FeeDiscount = {
  key: Scalars['String']['output'];
  percent: Scalars['Int']['output'];
  reason: Scalars['String']['output'];
};

export type FeeDiscountInput = {
  key: Scalars['String']['input'];
  percent: Scalars['Int']['input'];
  reason: Scalars['String']['input'];
};

export type FeeInput = {
  amount: Scalars['Int']['input'];
  amountFromThird?: InputMaybe<Scalars['Int']['input']>;
  channel: FeeChannel;
  discounts: Array<FeeDiscountInput>;
  key: Scalars['String']['input'];
  legalBasis?: InputMaybe<Scalars['String']['input']>;
  most?: InputMaybe<Scalars['Int']['input']>;
  name: Scalars['String']['input'];
  per: FeePer;
  validFrom?: InputMaybe<Scalars['Day']['input']>;
  validTo?: InputMaybe<Scalars['Day']['input']>;
};

export type FeeLine = {
  amount: Scalars['Int']['output'];
  discountReason?: Maybe<Scalars['String']['output']>;
  feeKey: Scalars['String']['output'];
  name: Scalars['String']['output'];
  quantity: Scalars['Int']['output'];
};

export type FeePer =
  | 'copy'
  | 'dossier'
  | 'page';

export type FeeReceipt = {
  at: Scalars['Instant']['output'];
  book: Scalars['String']['output'];
  method: PaymentMethod;
  number: Scalars['Int']['output'];
};

export type FeeRequest = {
  at: Scalars['Instant']['output'];
  lines: Array<FeeLine>;
  receipt?: Maybe<FeeReceipt>;
  requestId: Scalars['ID']['output'];
  total: Scalars['Int']['output'];
  waits: Scalars['Boolean']['output'];
};

/** A transfer with everything that a bank asks for, and the VietQR code that fills it in. */
export type FeeTransfer = {
  accountName: Scalars['String']['output'];
  accountNumber: Scalars['String']['output'];
  /** In đồng. */
  amount: Scalars['Int']['output'];
  bankName: Scalars['String']['output'];
  /** The code, drawn as SVG. */
  picture: Scalars['String']['output'];
  /** What it is for, as a bank takes it. */
  purpose: Scalars['String']['output'];
  requestId: Scalars['ID']['output'];
};

export type FeesPaid = CommandResult & {
  position: Scalars['LogPosition']['output'];
  receiptNumber: Scalars['Int']['output'];
};

/** What a role may do with a group of fields at a unit. */
export type FieldCell = {
  /** By the table of the roles. */
  granted: FieldRight;
  group: FieldGroup;
  /** Today, less what was taken away. */
  right: FieldRight;
  role: Role;
};

/** A new value for one field of a citizen; `shown` is what the form showed (null = empty), masked fields cannot be changed unrevealed. */
export type FieldChange = {
  field: Scalars['String']['input'];
  shown?: InputMaybe<Scalars['String']['input']>;
  value?: InputMaybe<Scalars['String']['input']>;
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

export type FieldNarrowing = {
  /** The first day on which it holds no more. */
  endedOn?: Maybe<Scalars['Day']['output']>;
  from: Scalars['Day']['output'];
  group: FieldGroup;
  id: Scalars['ID']['output'];
  right: FieldRight;
  role: Role;
  unit: Unit;
  /** Its last day. */
  until?: Maybe<Scalars['Day']['output']>;
};

export type FieldRight =
  | 'masked'
  | 'none'
  | 'propose'
  | 'read'
  | 'write';

export type FieldTable = {
  cells: Array<FieldCell>;
  /** Newest first; those of the unit above as well. */
  narrowings: Array<FieldNarrowing>;
};

/** One number and its proof: what it counts, for which day, as known at which place in the log. */
export type Figure = {
  definition: Scalars['String']['output'];
  suppressed: Scalars['Boolean']['output'];
  /** Null when too small to be shown to this reader (under 5, complements included). */
  value?: Maybe<Scalars['Int']['output']>;
};

export type FileSigned = CommandResult & {
  position: Scalars['LogPosition']['output'];
  signedFileId: Scalars['ID']['output'];
};

export type FollowOpened = {
  /** Holds for half an hour; of a cookie, never of an address. */
  token: Scalars['String']['output'];
};

/** What the holder of a dossier's code may know of it: no names of others, no notes. */
export type FollowedDossier = {
  /** The open request for papers. */
  awaited?: Maybe<PaperRequest>;
  channel: DossierChannel;
  code?: Maybe<Scalars['String']['output']>;
  course: Array<FollowedStep>;
  deskAddress?: Maybe<Scalars['String']['output']>;
  deskName?: Maybe<Scalars['String']['output']>;
  deskPhone?: Maybe<Scalars['String']['output']>;
  dueOn?: Maybe<Scalars['Day']['output']>;
  endedAt?: Maybe<Scalars['Instant']['output']>;
  /** Why it was not taken, refused or stopped. */
  endingKind?: Maybe<Scalars['String']['output']>;
  endingReason?: Maybe<Scalars['String']['output']>;
  extensions: Array<DossierExtension>;
  fees: Array<FeeRequest>;
  /** Papers of the dossier that a file may be sent for while papers are awaited: those asked for by their name, and those that were to follow. */
  fileFor: Array<FollowedPaper>;
  handledBy?: Maybe<Scalars['String']['output']>;
  /** GET /follow/result gives it to the holder. */
  hasResult: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  legalBasis?: Maybe<Scalars['String']['output']>;
  lookup?: Maybe<Scalars['String']['output']>;
  mayRate: Scalars['Boolean']['output'];
  mayWithdraw: Scalars['Boolean']['output'];
  nationalCode?: Maybe<Scalars['String']['output']>;
  nationalStatus: Scalars['Int']['output'];
  /** GET /follow/papers/<paperId>.pdf opens it for the holder. */
  prints: Array<DossierPrint>;
  procedureName: Scalars['String']['output'];
  receivedAt?: Maybe<Scalars['Instant']['output']>;
  receivedBy?: Maybe<Scalars['String']['output']>;
  resultName?: Maybe<Scalars['String']['output']>;
  returnBy: ReturnBy;
  returnedAt?: Maybe<Scalars['Instant']['output']>;
  status: DossierStatus;
  /** Name of the step where it lies, and of who has it or took it in (Decree 224/2026/NĐ-CP, art. 15.1.g). */
  stepName?: Maybe<Scalars['String']['output']>;
  submittedAt?: Maybe<Scalars['Instant']['output']>;
  transfers: Array<FeeTransfer>;
  /** Lets the holder send files (POST /public/dossiers/<id>/files) while papers are awaited. */
  uploadToken?: Maybe<Scalars['String']['output']>;
  uploads: Array<DossierUpload>;
  ward: Scalars['ID']['output'];
  wardName: Scalars['String']['output'];
};

export type FollowedPaper = {
  key: Scalars['String']['output'];
  name: Scalars['String']['output'];
};

export type FollowedStep = {
  at: Scalars['Instant']['output'];
  type: Scalars['String']['output'];
};

export type FormHouseholdInput = {
  dwellingId: Scalars['ID']['input'];
  evidence?: InputMaybe<EvidenceInput>;
  note?: InputMaybe<Scalars['String']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
  occurredOn: Scalars['Day']['input'];
  phone?: InputMaybe<Scalars['String']['input']>;
};

export type FormHouseholdResult = CommandResult & {
  householdId: Scalars['ID']['output'];
  position: Scalars['LogPosition']['output'];
};

/** Somebody who lived in a household and does so no more. */
export type FormerMember = {
  /** null where the reader may not see them any more. */
  citizen?: Maybe<Citizen>;
  died: Scalars['Boolean']['output'];
  /** Where they live now, as far as the reader may see it. */
  household?: Maybe<Household>;
  leftOn: Scalars['Day']['output'];
  /** What they last were to its head. */
  relation?: Maybe<Relation>;
  since: Scalars['Day']['output'];
};

/** The card that a former unit keeps of somebody who lives elsewhere now. */
export type FormerResident = {
  endedOn: Scalars['Day']['output'];
  fullName: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  since: Scalars['Day']['output'];
  toWard?: Maybe<Scalars['String']['output']>;
  /** Name of that ward, where it belongs to this installation. */
  toWardName?: Maybe<Scalars['String']['output']>;
  wentTo?: Maybe<Scalars['String']['output']>;
};

export type FromRegister =
  | 'household'
  | 'identity'
  | 'marital_status'
  | 'poverty_status'
  | 'residence';

export type GeoPoint = {
  lat: Scalars['Float']['output'];
  lon: Scalars['Float']['output'];
};

export type GrantHouseholdStatusInput = {
  evidence?: InputMaybe<EvidenceInput>;
  householdId: Scalars['ID']['input'];
  occurredOn: Scalars['Day']['input'];
  status: Scalars['String']['input'];
  until?: InputMaybe<Scalars['Day']['input']>;
};

export type GrantPolicyStatusInput = {
  citizenId: Scalars['ID']['input'];
  evidence?: InputMaybe<EvidenceInput>;
  occurredOn: Scalars['Day']['input'];
  status: Scalars['String']['input'];
  until?: InputMaybe<Scalars['Day']['input']>;
};

export type GrantPositionInput = {
  accountId: Scalars['ID']['input'];
  from: Scalars['Day']['input'];
  role: Role;
  title?: InputMaybe<Scalars['String']['input']>;
  unit: Scalars['ID']['input'];
  until?: InputMaybe<Scalars['Day']['input']>;
};

export type GroupRight = {
  group: FieldGroup;
  right: FieldRight;
};

export type Headcount =
  | 'permanent'
  | 'present'
  | 'temporary';

export type Household = {
  dissolvedOn?: Maybe<Scalars['Day']['output']>;
  dwelling: Dwelling;
  formedOn: Scalars['Day']['output'];
  /** Whoever left, the latest first. */
  formerMembers: Array<FormerMember>;
  head?: Maybe<Citizen>;
  id: Scalars['ID']['output'];
  mayGrantStatus: Scalars['Boolean']['output'];
  memberCount: Scalars['Int']['output'];
  members: Array<Member>;
  note?: Maybe<Scalars['String']['output']>;
  number?: Maybe<Scalars['String']['output']>;
  phone?: Maybe<Scalars['String']['output']>;
  /** The latest first; empty where the reader may not know of any. */
  statuses: Array<HouseholdStatus>;
  timeline: Array<TimelineEntry>;
  version: Scalars['Int']['output'];
  warnings: Array<Warning>;
};

export type HouseholdPage = {
  items: Array<Household>;
  nextCursor?: Maybe<Scalars['String']['output']>;
  total: Scalars['Int']['output'];
};

/** A status of a whole household (code list `household-statuses`); `until` is its last day, `endedOn` the first on which it holds no more. */
export type HouseholdStatus = {
  endedOn?: Maybe<Scalars['Day']['output']>;
  /** Whether it holds today. */
  holds: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  since: Scalars['Day']['output'];
  /** null: masked for this reader. */
  status?: Maybe<Scalars['String']['output']>;
  until?: Maybe<Scalars['Day']['output']>;
};

/** A file comes by POST /api/imports (multipart: file, unit); everything after goes through here. */
export type Import = {
  columns: Array<ImportColumn>;
  createdAt: Scalars['Instant']['output'];
  createdBy: Scalars['String']['output'];
  /** What a later file of the same people says otherwise than the register; old and new side by side. */
  differences: DifferencePage;
  fileName: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** What a withdrawal left in the register, and why. */
  kept: KeptPage;
  /** Rows beside which somebody of the register may be the same person, side by side. */
  likely: LikelyPage;
  mapping: Array<ColumnMapping>;
  /** Why it was refused or failed: a code of the catalogue with its text in the reader's language. */
  problem?: Maybe<Scalars['String']['output']>;
  /** Rows read, or done so far while checking and committing. */
  progress: ImportProgress;
  rows: ImportRowPage;
  state: ImportState;
  summary?: Maybe<ImportSummary>;
  /** Templates of the ward by which columns can be matched; the one with this file's very headings is used by itself. */
  templates: Array<ImportTemplate>;
  /** Neighbourhoods that the file names and the ward does not have, while the checked rows wait to be written; for who may see what stands in them. */
  unknownNeighbourhoods: Array<UnknownNeighbourhood>;
  ward: Unit;
  /** What a withdrawal would take back as the register stands now, for who may order it; null when there is nothing to take back. */
  withdrawable?: Maybe<WithdrawalCounts>;
  /** The withdrawal that goes on or has been. */
  withdrawal?: Maybe<ImportWithdrawal>;
};


/** A file comes by POST /api/imports (multipart: file, unit); everything after goes through here. */
export type ImportDifferencesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kind?: InputMaybe<DifferenceKind>;
};


/** A file comes by POST /api/imports (multipart: file, unit); everything after goes through here. */
export type ImportKeptArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A file comes by POST /api/imports (multipart: file, unit); everything after goes through here. */
export type ImportLikelyArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A file comes by POST /api/imports (multipart: file, unit); everything after goes through here. */
export type ImportRowsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<ImportRowState>;
};

export type ImportColumn = {
  heading: Scalars['String']['output'];
  index: Scalars['Int']['output'];
  samples: Array<Scalars['String']['output']>;
};

export type ImportDifference = {
  citizenId?: Maybe<Scalars['ID']['output']>;
  householdId?: Maybe<Scalars['ID']['output']>;
  kind: DifferenceKind;
  line?: Maybe<Scalars['Int']['output']>;
  new: Array<FactText>;
  number: Scalars['Int']['output'];
  old: Array<FactText>;
  /** Why the register refused it, in the reader's language. */
  problem?: Maybe<Scalars['String']['output']>;
  state: DifferenceState;
};

export type ImportField = {
  group: Scalars['String']['output'];
  name: Scalars['String']['output'];
  required: Scalars['Boolean']['output'];
};

export type ImportIssue = {
  code: Scalars['String']['output'];
  column?: Maybe<Scalars['String']['output']>;
  severity: Scalars['String']['output'];
  value?: Maybe<Scalars['String']['output']>;
};

export type ImportPage = {
  items: Array<Import>;
  nextCursor?: Maybe<Scalars['String']['output']>;
  total: Scalars['Int']['output'];
};

export type ImportProgress = {
  done: Scalars['Int']['output'];
  lag: Scalars['Int']['output'];
  total: Scalars['Int']['output'];
};

export type ImportRow = {
  citizenId?: Maybe<Scalars['ID']['output']>;
  issues: Array<ImportIssue>;
  line: Scalars['Int']['output'];
  name?: Maybe<Scalars['String']['output']>;
  state: ImportRowState;
};

export type ImportRowPage = {
  items: Array<ImportRow>;
  nextCursor?: Maybe<Scalars['String']['output']>;
  total: Scalars['Int']['output'];
};

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

export type ImportSummary = {
  /** New people in known households of a later file. */
  confirm: Scalars['Int']['output'];
  create: Scalars['Int']['output'];
  /** What a later file says otherwise than the register; see `differences`. */
  differences: Scalars['Int']['output'];
  dwellings: Scalars['Int']['output'];
  errors: Scalars['Int']['output'];
  households: Scalars['Int']['output'];
  issues: Array<IssueCount>;
  /** Rows beside which somebody of the register may be the same person, and nobody has said so. */
  likely: Scalars['Int']['output'];
  people: Scalars['Int']['output'];
  /** Numbers in place of relations of which nobody has said what they stand for. */
  relationCodes: Array<Scalars['String']['output']>;
  rows: Scalars['Int']['output'];
  /** Lines that are no people; not among the rows. */
  skipped: Scalars['Int']['output'];
  unchanged: Scalars['Int']['output'];
  unplaced: Scalars['Int']['output'];
  update: Scalars['Int']['output'];
  warnings: Scalars['Int']['output'];
};

export type ImportTemplate = {
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  used: Scalars['Boolean']['output'];
};

export type ImportWithdrawal = {
  by: Scalars['String']['output'];
  counts: WithdrawalCounts;
  on: Scalars['Day']['output'];
  reason: WithdrawalReason;
};

export type ImportedDossier = {
  /** Null for who may not see what stands in the file. */
  code?: Maybe<Scalars['String']['output']>;
  /** The dossier, once it is taken in and as far as the reader may see dossiers. */
  dossierId?: Maybe<Scalars['ID']['output']>;
  firstLine: Scalars['Int']['output'];
  issues: Array<PastIssue>;
  lastLine: Scalars['Int']['output'];
  number: Scalars['Int']['output'];
  state: PastDossierState;
  steps: Scalars['Int']['output'];
};

export type ImportedDossierPage = {
  items: Array<ImportedDossier>;
  nextCursor?: Maybe<Scalars['String']['output']>;
  total: Scalars['Int']['output'];
};

export type IssueCount = {
  code: Scalars['String']['output'];
  count: Scalars['Int']['output'];
  severity: Scalars['String']['output'];
};

/** When the citizen already has a residence of the same kind, `cause: move` ends it in the same act. */
export type JoinHouseholdInput = {
  cameFrom?: InputMaybe<Scalars['String']['input']>;
  cause: ResidenceStartCause;
  citizenId: Scalars['ID']['input'];
  evidence?: InputMaybe<EvidenceInput>;
  /** The ward they came from, by its code. */
  fromWard?: InputMaybe<Scalars['String']['input']>;
  householdId: Scalars['ID']['input'];
  kind: ResidenceKind;
  relation: Relation;
  since: Scalars['Day']['input'];
  source: ResidenceSource;
  until?: InputMaybe<Scalars['Day']['input']>;
};

export type JoinHouseholdsInput = {
  evidence?: InputMaybe<EvidenceInput>;
  householdId: Scalars['ID']['input'];
  intoHouseholdId: Scalars['ID']['input'];
  occurredOn: Scalars['Day']['input'];
  relations: Array<MemberRelationInput>;
};

export type KeptKind =
  | 'citizen'
  | 'dwelling'
  | 'household';

export type KeptPage = {
  items: Array<KeptRecord>;
  nextCursor?: Maybe<Scalars['String']['output']>;
  total: Scalars['Int']['output'];
};

export type KeptRecord = {
  id: Scalars['ID']['output'];
  kind: KeptKind;
  /** The name, the household's number or the address; null outside the reader's scope. */
  label?: Maybe<Scalars['String']['output']>;
  why: KeptWhy;
};

export type KeptWhy =
  | 'changed'
  | 'head'
  | 'inhabited'
  | 'members'
  /** Somebody else holds the identity number by now. */
  | 'number';

export type LeaveHouseholdInput = {
  cause: ResidenceEndCause;
  citizenId: Scalars['ID']['input'];
  evidence?: InputMaybe<EvidenceInput>;
  occurredOn: Scalars['Day']['input'];
  residenceId: Scalars['ID']['input'];
  /** The ward they went to, by its code. */
  toWard?: InputMaybe<Scalars['String']['input']>;
  wentTo?: InputMaybe<Scalars['String']['input']>;
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
  birth?: InputMaybe<Scalars['PartialDay']['input']>;
  citizenId?: InputMaybe<Scalars['ID']['input']>;
  event: LifeEvent;
  fatherId?: InputMaybe<Scalars['ID']['input']>;
  motherId?: InputMaybe<Scalars['ID']['input']>;
  occurredOn: Scalars['Day']['input'];
  residenceId?: InputMaybe<Scalars['ID']['input']>;
  spouseId?: InputMaybe<Scalars['ID']['input']>;
  until?: InputMaybe<Scalars['Day']['input']>;
};

export type LikelyDecision = {
  /** The person that the row is; null = another person. */
  citizenId?: InputMaybe<Scalars['ID']['input']>;
  line: Scalars['Int']['input'];
};

export type LikelyPage = {
  items: Array<LikelyRow>;
  nextCursor?: Maybe<Scalars['String']['output']>;
  total: Scalars['Int']['output'];
};

export type LikelyPerson = {
  citizen: Citizen;
  reasons: Array<Scalars['String']['output']>;
  score: Scalars['Float']['output'];
};

export type LikelyRow = {
  /** Said to be this person; `other` when said to be somebody else; null when nothing was said. */
  decision?: Maybe<Scalars['String']['output']>;
  /** What the row says; empty for who may not see what stands in the file. */
  facts: Array<FactText>;
  line: Scalars['Int']['output'];
  people: Array<LikelyPerson>;
};

/** A marriage; the spouse as a person where the reader may see them, else by name at most. */
export type Marriage = {
  endCause?: Maybe<MarriageEndCause>;
  endedOn?: Maybe<Scalars['Day']['output']>;
  id: Scalars['ID']['output'];
  since: Scalars['Day']['output'];
  spouse?: Maybe<Citizen>;
  spouseName?: Maybe<Scalars['String']['output']>;
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

export type Member = {
  citizen: Citizen;
  kind: ResidenceKind;
  relation: Relation;
  residenceId: Scalars['ID']['output'];
  since: Scalars['Day']['output'];
};

export type MemberRelationInput = {
  citizenId: Scalars['ID']['input'];
  relation: Relation;
};

export type MergeUnitsInput = {
  from: Array<Scalars['ID']['input']>;
  into: NewUnitInput;
};

/** A record that was found to be of this person; undone by its merge. */
export type MergedRecord = {
  birth?: Maybe<Scalars['PartialDay']['output']>;
  citizenId: Scalars['ID']['output'];
  fullName: Scalars['String']['output'];
  mergeId: Scalars['ID']['output'];
  mergedOn: Scalars['Day']['output'];
};

export type MoveSide =
  | 'arrival'
  | 'departure';

export type Movement = {
  causes: Array<CauseFigure>;
  closing: Scalars['Int']['output'];
  from: Scalars['Day']['output'];
  opening: Scalars['Int']['output'];
  to: Scalars['Day']['output'];
};

export type Mutation = {
  /** The papers that were asked for have been sent: the clock runs again. Public. */
  answerPapers: Done;
  /** Matches the columns by a template of the ward and checks every row anew. */
  applyImportTemplate: Import;
  approveDossier: Done;
  /** Somebody who left another unit of this installation arrives: the number leads to the person, name and birth must agree. */
  arriveByNationalId: RegisterCitizenResult;
  /** Asks the signing service for the reader's signature on a PDF of a dossier: tried at once, and later again while the service is away. */
  askSigning: Scalars['Boolean']['output'];
  assignDossier: Done;
  cancelBoundaryChange: Done;
  cancelDossierImport: DossierImport;
  cancelImport: Import;
  /** By whoever asked, or the leader. SIGNING_UNKNOWN where it is signed already, or over. */
  cancelSigning: Scalars['Boolean']['output'];
  /** `seen` carries the version shown and, per changed field, the value shown: a change elsewhere of another field is kept, of the same is a clash. */
  changeCitizen: Done;
  /** All relations are confirmed anew, each member's in the same act. */
  changeHead: Done;
  changeHousehold: Done;
  changePassword: Scalars['Boolean']['output'];
  /** Sets which column is which and checks every row anew. */
  checkDossierImport: DossierImport;
  /** Sets which column is which and checks every row anew. */
  checkImport: Import;
  /** Acts in another of one's own positions from now on. */
  choosePosition: Viewer;
  closeAccount: Done;
  /** Takes the good ones in, as a job that survives a restart; those in error and those still open stay out. */
  commitDossierImport: DossierImport;
  /** Writes the good rows, as a job that survives a restart; `skipErrors` false refuses when any row has an error. */
  commitImport: Import;
  confirmCalendarYear: Done;
  /** Confirms differences of a written import, all that are open or these, and records them as a job by the ordinary commands. */
  confirmDifferences: Import;
  /** What is recorded of a dwelling was found to be still true. */
  confirmDwelling: Done;
  correctDwelling: Done;
  correctResidence: Done;
  /** Says of rows whether they are somebody of the register, and checks every row anew. */
  decideLikely: Import;
  declineDossier: Done;
  declineRegister: Done;
  deleteImportTemplate: Import;
  dissolveHousehold: Done;
  /** Takes back a file of a dossier that was not sent yet. For who holds its form's token. */
  dropUpload: Scalars['Boolean']['output'];
  endAbsence: Done;
  endHouseholdStatus: Done;
  endMarriage: Done;
  endPolicyStatus: Done;
  endPosition: Done;
  endProcedure: Done;
  /** Makes a neighbourhood for each of these names of `unknownNeighbourhoods`, from today on, and checks every row anew; numbers become `Khu phố 3`. */
  establishNeighbourhoods: Import;
  extendDossier: Done;
  formHousehold: FormHouseholdResult;
  /** Of the standards of living a household has one at a time: the new one ends the old. */
  grantHouseholdStatus: Done;
  grantPolicyStatus: Done;
  grantPosition: Done;
  /** `to`: key of a step, the next one when left out; a way back needs a note. */
  handOnDossier: Done;
  joinHousehold: Done;
  /** All members of a household live from now on in another (nhập hộ); the emptied one is dissolved. */
  joinHouseholds: Done;
  /** Keeps the reader's certificate file (PKCS #12 as base64), in the place of the one they had. The passphrase is tried and kept nowhere. */
  keepSigningKey: SigningKey;
  leaveHousehold: Done;
  /** The two are one person: the survivor's values hold, gaps are filled from the other. Nothing is lost, and it can be undone. */
  mergeCitizens: Done;
  moveHousehold: Done;
  /** Takes away part of what a role at a ward or above may do with a group of fields. */
  narrowField: Done;
  noteNationalCode: Done;
  openAccount: OpenAccountResult;
  /** Opens the page of a dossier by its code (its own, the national system's, or that of a submission) and the last four digits of the phone. Public. */
  openFollow: FollowOpened;
  payFees: FeesPaid;
  /** Puts dwellings into a neighbourhood of their ward. */
  placeDwellings: Done;
  /** Decides a change of neighbourhoods; it takes effect on its day by itself, at once when that is today or past. */
  planBoundaryChange: PlanBoundaryChangeResult;
  publishProcedure: ProcedurePublished;
  /** A citizen's answer. What is answered never tells whether it counted: that would tell whether a code or phone is known. Public. */
  rateService: RatingReceived;
  recordDeath: Done;
  /** The level of the electronic identity rises, or was recorded wrongly (`nature: correction`). */
  recordEid: Done;
  recordMarriage: Done;
  refuseDossier: Done;
  /** A child is born into the household of a parent: registered with residence from the day of birth. */
  registerBirth: RegisterCitizenResult;
  /** Records a person and, in the same act, where they live. */
  registerCitizen: RegisterCitizenResult;
  registerDwelling: RegisterDwellingResult;
  /** False where there was none. */
  removeSigningKey: Scalars['Boolean']['output'];
  renameAccount: Done;
  renewResidence: Done;
  reopenDossier: Done;
  requestFees: Done;
  requestPapers: Done;
  /** A new one-time password for somebody else's account, shown once. */
  resetPassword: OneTimePassword;
  restoreField: Done;
  returnDossier: Done;
  /** Shows a masked field, for a purpose; recorded as an event and in the access log. */
  revealField: RevealedField;
  /** Keeps which column is which under a name, for the next file with these headings; the same name again replaces it. */
  saveImportTemplate: Import;
  setDossierFileAside: Done;
  /** Whether whoever handed a dossier in gets letters about its course. */
  setDossierNotices: Done;
  setOneStop: Done;
  setRatingCriteria: Done;
  setWorkingWeek: Done;
  settleDossier: Done;
  /** Signs a PDF of a dossier with the reader's certificate file (PAdES), as a copy that stands for it. */
  signFile: FileSigned;
  /** Ends every session of the reader, this one included. */
  signOutEverywhere: Scalars['Boolean']['output'];
  /** Some members live from now on as a household of their own (tách hộ), under the same roof unless another is given. */
  splitHousehold: FormHouseholdResult;
  startAbsence: Done;
  startSeries: Done;
  stopDossier: Done;
  /** Sends a dossier in from home, without an account. The same dossier again is not sent twice. For anybody. */
  submitDossier: Submitted;
  supplyPapers: Done;
  takeInDossier: DossierTaken;
  /** They are two people after all: each gets back what was recorded of whom. */
  unmergeCitizens: Done;
  voidNumber: Done;
  voidPayment: Done;
  withdrawDossier: Done;
  /** Takes back what it has taken in, as a job. */
  withdrawDossierImport: DossierImport;
  /** Fees that were asked for in error and are not paid are due no more. */
  withdrawFees: Done;
  /** Its owner takes the dossier back (state 7). Public. */
  withdrawFollowed: Done;
  /** Takes an import back, as a job: all of it that nobody has touched since; the rest is listed in `kept`. */
  withdrawImport: Import;
  /**
   * One act on up to 50 dossiers, each a command of its own: one that is refused says why and stops none of the others. `accountId`: whom
   * an assignment gives them to (left out: back to the team); `by`: how results are returned.
   */
  workOnDossiers: DossierBatch;
  /** The registry's command and the note on the dossier are one act: both stand, or neither. */
  writeRegister: RegisterWritten;
};


export type MutationAnswerPapersArgs = {
  meta: CommandMeta;
  note?: InputMaybe<Scalars['String']['input']>;
  token: Scalars['String']['input'];
};


export type MutationApplyImportTemplateArgs = {
  importId: Scalars['ID']['input'];
  templateId: Scalars['ID']['input'];
};


export type MutationApproveDossierArgs = {
  meta: CommandMeta;
  note?: InputMaybe<Scalars['String']['input']>;
  on: OnDossierInput;
};


export type MutationArriveByNationalIdArgs = {
  input: ArriveByNationalIdInput;
  meta: CommandMeta;
};


export type MutationAskSigningArgs = {
  fileId: Scalars['ID']['input'];
  meta: CommandMeta;
  on: OnDossierInput;
};


export type MutationAssignDossierArgs = {
  accountId?: InputMaybe<Scalars['ID']['input']>;
  meta: CommandMeta;
  on: OnDossierInput;
};


export type MutationCancelBoundaryChangeArgs = {
  changeId: Scalars['ID']['input'];
  meta: CommandMeta;
  reason: Scalars['String']['input'];
  ward: Scalars['ID']['input'];
};


export type MutationCancelDossierImportArgs = {
  importId: Scalars['ID']['input'];
};


export type MutationCancelImportArgs = {
  importId: Scalars['ID']['input'];
};


export type MutationCancelSigningArgs = {
  dossierId: Scalars['ID']['input'];
  signingId: Scalars['ID']['input'];
};


export type MutationChangeCitizenArgs = {
  changes: Array<FieldChange>;
  citizenId: Scalars['ID']['input'];
  evidence?: InputMaybe<EvidenceInput>;
  meta: CommandMeta;
  nature: ChangeNature;
  occurredOn: Scalars['Day']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type MutationChangeHeadArgs = {
  citizenId: Scalars['ID']['input'];
  evidence?: InputMaybe<EvidenceInput>;
  householdId: Scalars['ID']['input'];
  meta: CommandMeta;
  occurredOn: Scalars['Day']['input'];
  relations: Array<MemberRelationInput>;
};


export type MutationChangeHouseholdArgs = {
  expectedVersion: Scalars['Int']['input'];
  householdId: Scalars['ID']['input'];
  meta: CommandMeta;
  note?: InputMaybe<Scalars['String']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
};


export type MutationChangePasswordArgs = {
  current: Scalars['String']['input'];
  next: Scalars['String']['input'];
};


export type MutationCheckDossierImportArgs = {
  importId: Scalars['ID']['input'];
  mapping: Array<PastColumnInput>;
};


export type MutationCheckImportArgs = {
  importId: Scalars['ID']['input'];
  mapping: Array<ColumnMappingInput>;
};


export type MutationChoosePositionArgs = {
  positionId: Scalars['ID']['input'];
};


export type MutationCloseAccountArgs = {
  accountId: Scalars['ID']['input'];
  meta: CommandMeta;
};


export type MutationCommitDossierImportArgs = {
  importId: Scalars['ID']['input'];
};


export type MutationCommitImportArgs = {
  importId: Scalars['ID']['input'];
  skipErrors?: InputMaybe<Scalars['Boolean']['input']>;
};


export type MutationConfirmCalendarYearArgs = {
  meta: CommandMeta;
  rows: Array<CalendarRowInput>;
  ward: Scalars['ID']['input'];
  year: Scalars['Int']['input'];
};


export type MutationConfirmDifferencesArgs = {
  importId: Scalars['ID']['input'];
  kind: DifferenceKind;
  numbers?: InputMaybe<Array<Scalars['Int']['input']>>;
  occurredOn: Scalars['Day']['input'];
  resolution?: InputMaybe<DifferenceResolution>;
};


export type MutationConfirmDwellingArgs = {
  dwellingId: Scalars['ID']['input'];
  evidence?: InputMaybe<EvidenceInput>;
  meta: CommandMeta;
  method: ConfirmationMethod;
  occurredOn: Scalars['Day']['input'];
};


export type MutationCorrectDwellingArgs = {
  changes: DwellingChanges;
  dwellingId: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
  meta: CommandMeta;
};


export type MutationCorrectResidenceArgs = {
  citizenId: Scalars['ID']['input'];
  meta: CommandMeta;
  residenceId: Scalars['ID']['input'];
  since: Scalars['Day']['input'];
  source: ResidenceSource;
  until?: InputMaybe<Scalars['Day']['input']>;
};


export type MutationDecideLikelyArgs = {
  decisions: Array<LikelyDecision>;
  importId: Scalars['ID']['input'];
};


export type MutationDeclineDossierArgs = {
  legalBasis?: InputMaybe<Scalars['String']['input']>;
  meta: CommandMeta;
  on: OnDossierInput;
  reason: Scalars['String']['input'];
};


export type MutationDeclineRegisterArgs = {
  meta: CommandMeta;
  on: OnDossierInput;
  reason: Scalars['String']['input'];
};


export type MutationDeleteImportTemplateArgs = {
  importId: Scalars['ID']['input'];
  templateId: Scalars['ID']['input'];
};


export type MutationDissolveHouseholdArgs = {
  evidence?: InputMaybe<EvidenceInput>;
  householdId: Scalars['ID']['input'];
  meta: CommandMeta;
  occurredOn: Scalars['Day']['input'];
};


export type MutationDropUploadArgs = {
  dossierId: Scalars['ID']['input'];
  fileId: Scalars['ID']['input'];
  procedureId?: InputMaybe<Scalars['ID']['input']>;
  token: Scalars['String']['input'];
};


export type MutationEndAbsenceArgs = {
  absenceId: Scalars['ID']['input'];
  cause: AbsenceEndCause;
  citizenId: Scalars['ID']['input'];
  evidence?: InputMaybe<EvidenceInput>;
  meta: CommandMeta;
  occurredOn: Scalars['Day']['input'];
};


export type MutationEndHouseholdStatusArgs = {
  cause: PolicyEndCause;
  evidence?: InputMaybe<EvidenceInput>;
  householdId: Scalars['ID']['input'];
  meta: CommandMeta;
  occurredOn: Scalars['Day']['input'];
  statusId: Scalars['ID']['input'];
};


export type MutationEndMarriageArgs = {
  cause: MarriageEndCause;
  citizenId: Scalars['ID']['input'];
  evidence?: InputMaybe<EvidenceInput>;
  marriageId: Scalars['ID']['input'];
  meta: CommandMeta;
  occurredOn: Scalars['Day']['input'];
};


export type MutationEndPolicyStatusArgs = {
  cause: PolicyEndCause;
  citizenId: Scalars['ID']['input'];
  evidence?: InputMaybe<EvidenceInput>;
  meta: CommandMeta;
  occurredOn: Scalars['Day']['input'];
  statusId: Scalars['ID']['input'];
};


export type MutationEndPositionArgs = {
  accountId: Scalars['ID']['input'];
  meta: CommandMeta;
  occurredOn: Scalars['Day']['input'];
  positionId: Scalars['ID']['input'];
};


export type MutationEndProcedureArgs = {
  meta: CommandMeta;
  occurredOn: Scalars['Day']['input'];
  procedureId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationEstablishNeighbourhoodsArgs = {
  importId: Scalars['ID']['input'];
  meta: CommandMeta;
  names: Array<Scalars['String']['input']>;
};


export type MutationExtendDossierArgs = {
  cause: ExtensionCause;
  dueOn: Scalars['Day']['input'];
  meta: CommandMeta;
  on: OnDossierInput;
  reason: Scalars['String']['input'];
};


export type MutationFormHouseholdArgs = {
  input: FormHouseholdInput;
  meta: CommandMeta;
};


export type MutationGrantHouseholdStatusArgs = {
  input: GrantHouseholdStatusInput;
  meta: CommandMeta;
};


export type MutationGrantPolicyStatusArgs = {
  input: GrantPolicyStatusInput;
  meta: CommandMeta;
};


export type MutationGrantPositionArgs = {
  input: GrantPositionInput;
  meta: CommandMeta;
};


export type MutationHandOnDossierArgs = {
  accountId?: InputMaybe<Scalars['ID']['input']>;
  meta: CommandMeta;
  note?: InputMaybe<Scalars['String']['input']>;
  on: OnDossierInput;
  to?: InputMaybe<Scalars['String']['input']>;
};


export type MutationJoinHouseholdArgs = {
  input: JoinHouseholdInput;
  meta: CommandMeta;
};


export type MutationJoinHouseholdsArgs = {
  input: JoinHouseholdsInput;
  meta: CommandMeta;
};


export type MutationKeepSigningKeyArgs = {
  file: Scalars['String']['input'];
  passphrase: Scalars['String']['input'];
};


export type MutationLeaveHouseholdArgs = {
  input: LeaveHouseholdInput;
  meta: CommandMeta;
};


export type MutationMergeCitizensArgs = {
  absorbedId: Scalars['ID']['input'];
  meta: CommandMeta;
  survivorId: Scalars['ID']['input'];
};


export type MutationMoveHouseholdArgs = {
  dwellingId: Scalars['ID']['input'];
  evidence?: InputMaybe<EvidenceInput>;
  householdId: Scalars['ID']['input'];
  meta: CommandMeta;
  occurredOn: Scalars['Day']['input'];
};


export type MutationNarrowFieldArgs = {
  input: NarrowFieldInput;
  meta: CommandMeta;
};


export type MutationNoteNationalCodeArgs = {
  meta: CommandMeta;
  nationalCode?: InputMaybe<Scalars['String']['input']>;
  on: OnDossierInput;
};


export type MutationOpenAccountArgs = {
  input: OpenAccountInput;
  meta: CommandMeta;
};


export type MutationOpenFollowArgs = {
  code: Scalars['String']['input'];
  digits: Scalars['String']['input'];
};


export type MutationPayFeesArgs = {
  meta: CommandMeta;
  method: PaymentMethod;
  on: OnDossierInput;
  receiptBook: Scalars['String']['input'];
  reference?: InputMaybe<Scalars['String']['input']>;
  requestId: Scalars['ID']['input'];
};


export type MutationPlaceDwellingsArgs = {
  dwellingIds: Array<Scalars['ID']['input']>;
  meta: CommandMeta;
  neighbourhood: Scalars['ID']['input'];
  occurredOn: Scalars['Day']['input'];
};


export type MutationPlanBoundaryChangeArgs = {
  input: BoundaryChangeInput;
  meta: CommandMeta;
};


export type MutationPublishProcedureArgs = {
  input: ProcedureInput;
  meta: CommandMeta;
};


export type MutationRateServiceArgs = {
  input: RateServiceInput;
  meta: CommandMeta;
};


export type MutationRecordDeathArgs = {
  citizenId: Scalars['ID']['input'];
  evidence?: InputMaybe<EvidenceInput>;
  meta: CommandMeta;
  occurredOn: Scalars['Day']['input'];
};


export type MutationRecordEidArgs = {
  citizenId: Scalars['ID']['input'];
  evidence?: InputMaybe<EvidenceInput>;
  level: Scalars['String']['input'];
  meta: CommandMeta;
  nature: ChangeNature;
  occurredOn: Scalars['Day']['input'];
};


export type MutationRecordMarriageArgs = {
  input: RecordMarriageInput;
  meta: CommandMeta;
};


export type MutationRefuseDossierArgs = {
  legalBasis?: InputMaybe<Scalars['String']['input']>;
  meta: CommandMeta;
  on: OnDossierInput;
  reason: Scalars['String']['input'];
};


export type MutationRegisterBirthArgs = {
  input: RegisterBirthInput;
  meta: CommandMeta;
};


export type MutationRegisterCitizenArgs = {
  input: RegisterCitizenInput;
  meta: CommandMeta;
};


export type MutationRegisterDwellingArgs = {
  input: DwellingInput;
  meta: CommandMeta;
};


export type MutationRenameAccountArgs = {
  accountId: Scalars['ID']['input'];
  displayName: Scalars['String']['input'];
  meta: CommandMeta;
};


export type MutationRenewResidenceArgs = {
  input: RenewResidenceInput;
  meta: CommandMeta;
};


export type MutationReopenDossierArgs = {
  meta: CommandMeta;
  on: OnDossierInput;
  reason: Scalars['String']['input'];
};


export type MutationRequestFeesArgs = {
  fees: Array<AskedFeeInput>;
  meta: CommandMeta;
  on: OnDossierInput;
  waits: Scalars['Boolean']['input'];
};


export type MutationRequestPapersArgs = {
  legalBasis?: InputMaybe<Scalars['String']['input']>;
  meta: CommandMeta;
  on: OnDossierInput;
  papers: Array<AskedPaperInput>;
  stage: PaperStage;
};


export type MutationResetPasswordArgs = {
  accountId: Scalars['ID']['input'];
};


export type MutationRestoreFieldArgs = {
  meta: CommandMeta;
  narrowingId: Scalars['ID']['input'];
  occurredOn: Scalars['Day']['input'];
  unit: Scalars['ID']['input'];
};


export type MutationReturnDossierArgs = {
  by: ReturnBy;
  meta: CommandMeta;
  on: OnDossierInput;
  receivedBy?: InputMaybe<Scalars['String']['input']>;
  reference?: InputMaybe<Scalars['String']['input']>;
};


export type MutationRevealFieldArgs = {
  citizenId: Scalars['ID']['input'];
  field: Scalars['String']['input'];
  meta: CommandMeta;
  note?: InputMaybe<Scalars['String']['input']>;
  purpose: RevealPurpose;
};


export type MutationSaveImportTemplateArgs = {
  importId: Scalars['ID']['input'];
  name: Scalars['String']['input'];
};


export type MutationSetDossierFileAsideArgs = {
  fileId: Scalars['ID']['input'];
  meta: CommandMeta;
  on: OnDossierInput;
  reason: Scalars['String']['input'];
};


export type MutationSetDossierNoticesArgs = {
  mail: Scalars['Boolean']['input'];
  meta: CommandMeta;
  on: OnDossierInput;
};


export type MutationSetOneStopArgs = {
  meta: CommandMeta;
  settings: OneStopSettingsInput;
  ward: Scalars['ID']['input'];
};


export type MutationSetRatingCriteriaArgs = {
  meta: CommandMeta;
  settings: RatingSettingsInput;
  ward: Scalars['ID']['input'];
};


export type MutationSetWorkingWeekArgs = {
  meta: CommandMeta;
  ward: Scalars['ID']['input'];
  week: WorkingWeekInput;
};


export type MutationSettleDossierArgs = {
  fileId?: InputMaybe<Scalars['ID']['input']>;
  issuedOn?: InputMaybe<Scalars['Day']['input']>;
  meta: CommandMeta;
  on: OnDossierInput;
  resultNumber?: InputMaybe<Scalars['String']['input']>;
};


export type MutationSignFileArgs = {
  fileId: Scalars['ID']['input'];
  meta: CommandMeta;
  on: OnDossierInput;
  passphrase: Scalars['String']['input'];
};


export type MutationSplitHouseholdArgs = {
  input: SplitHouseholdInput;
  meta: CommandMeta;
};


export type MutationStartAbsenceArgs = {
  input: StartAbsenceInput;
  meta: CommandMeta;
};


export type MutationStartSeriesArgs = {
  at: Scalars['Int']['input'];
  kind: SeriesKind;
  meta: CommandMeta;
  period: Scalars['String']['input'];
  ward: Scalars['ID']['input'];
};


export type MutationStopDossierArgs = {
  legalBasis?: InputMaybe<Scalars['String']['input']>;
  meta: CommandMeta;
  on: OnDossierInput;
  reason: Scalars['String']['input'];
};


export type MutationSubmitDossierArgs = {
  input: SubmissionInput;
  meta: CommandMeta;
};


export type MutationSupplyPapersArgs = {
  channel: DossierChannel;
  meta: CommandMeta;
  note?: InputMaybe<Scalars['String']['input']>;
  on: OnDossierInput;
};


export type MutationTakeInDossierArgs = {
  input: TakeInInput;
  meta: CommandMeta;
};


export type MutationUnmergeCitizensArgs = {
  mergeId: Scalars['ID']['input'];
  meta: CommandMeta;
  survivorId: Scalars['ID']['input'];
};


export type MutationVoidNumberArgs = {
  kind: SeriesKind;
  meta: CommandMeta;
  number: Scalars['Int']['input'];
  period: Scalars['String']['input'];
  reason: Scalars['String']['input'];
  ward: Scalars['ID']['input'];
};


export type MutationVoidPaymentArgs = {
  meta: CommandMeta;
  on: OnDossierInput;
  reason: Scalars['String']['input'];
  requestId: Scalars['ID']['input'];
};


export type MutationWithdrawDossierArgs = {
  meta: CommandMeta;
  on: OnDossierInput;
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type MutationWithdrawDossierImportArgs = {
  importId: Scalars['ID']['input'];
};


export type MutationWithdrawFeesArgs = {
  meta: CommandMeta;
  on: OnDossierInput;
  reason: Scalars['String']['input'];
  requestId: Scalars['ID']['input'];
};


export type MutationWithdrawFollowedArgs = {
  meta: CommandMeta;
  reason?: InputMaybe<Scalars['String']['input']>;
  token: Scalars['String']['input'];
};


export type MutationWithdrawImportArgs = {
  importId: Scalars['ID']['input'];
  reason: WithdrawalReason;
};


export type MutationWorkOnDossiersArgs = {
  accountId?: InputMaybe<Scalars['ID']['input']>;
  act: DossierBatchAct;
  by?: InputMaybe<ReturnBy>;
  meta: CommandMeta;
  note?: InputMaybe<Scalars['String']['input']>;
  on: Array<OnDossierInput>;
};


export type MutationWriteRegisterArgs = {
  input: RegisterInput;
  meta: CommandMeta;
  on: OnDossierInput;
};

export type NarrowFieldInput = {
  from: Scalars['Day']['input'];
  group: FieldGroup;
  right: FieldRight;
  role: Role;
  unit: Scalars['ID']['input'];
  until?: InputMaybe<Scalars['Day']['input']>;
};

/** The code is made when absent: the ward's next free number. */
export type NewUnitInput = {
  code?: InputMaybe<Scalars['ID']['input']>;
  name: Scalars['String']['input'];
};

export type NoticeState =
  | 'failed'
  | 'sent'
  | 'waiting';

/** The dossier and the version of it that the page showed. */
export type OnDossierInput = {
  dossierId: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
};

export type OneStop = {
  calendarVersion: Scalars['String']['output'];
  /** Days of rest and swaps that were confirmed, all years. */
  rows: Array<CalendarRow>;
  /** Null until an administrator has set the desk up. */
  settings?: Maybe<OneStopSettings>;
  ward: Scalars['ID']['output'];
  week: WorkingWeek;
};

export type OneStopSettings = {
  address?: Maybe<Scalars['String']['output']>;
  agencyCode: Scalars['String']['output'];
  assignment: AssignmentRule;
  bankAccount?: Maybe<BankAccount>;
  deskName: Scalars['String']['output'];
  feesPause: PauseMode;
  papersPause: PauseMode;
  phone?: Maybe<Scalars['String']['output']>;
};

export type OneStopSettingsInput = {
  address?: InputMaybe<Scalars['String']['input']>;
  agencyCode: Scalars['String']['input'];
  assignment: AssignmentRule;
  bankAccount?: InputMaybe<BankAccountInput>;
  deskName: Scalars['String']['input'];
  feesPause: PauseMode;
  papersPause: PauseMode;
  phone?: InputMaybe<Scalars['String']['input']>;
};

export type OneTimePassword = {
  password: Scalars['String']['output'];
};

export type OnlineLevel =
  | 'full'
  | 'none'
  | 'partial';

export type OpenAccountInput = {
  displayName: Scalars['String']['input'];
  from: Scalars['Day']['input'];
  role: Role;
  title?: InputMaybe<Scalars['String']['input']>;
  unit: Scalars['ID']['input'];
  until?: InputMaybe<Scalars['Day']['input']>;
  username: Scalars['String']['input'];
};

export type OpenAccountResult = CommandResult & {
  accountId: Scalars['ID']['output'];
  oneTimePassword?: Maybe<Scalars['String']['output']>;
  position: Scalars['LogPosition']['output'];
};

/** signing, mail or files. */
export type OutsideService = {
  configured: Scalars['Boolean']['output'];
  /** What the last failure was, in the reader's language. */
  lastFailure?: Maybe<Scalars['String']['output']>;
  lastFailureAt?: Maybe<Scalars['Instant']['output']>;
  lastSeenAt?: Maybe<Scalars['Instant']['output']>;
  name: Scalars['String']['output'];
  /** Since when it has answered; null while it is away, or before it was first asked. */
  reachableSince?: Maybe<Scalars['Instant']['output']>;
  /** What is kept until it answers. */
  waiting: Scalars['Int']['output'];
};

export type PaperForm =
  | 'certified'
  | 'copy'
  | 'electronic'
  | 'original';

export type PaperRequest = {
  at: Scalars['Instant']['output'];
  legalBasis?: Maybe<Scalars['String']['output']>;
  papers: Array<AskedPaper>;
  requestId: Scalars['ID']['output'];
  stage: PaperStage;
  suppliedAt?: Maybe<Scalars['Instant']['output']>;
};

export type PaperSource =
  | 'brought'
  | 'later'
  | 'register';

export type PaperStage =
  | 'appraisal'
  | 'intake';

/** A person, or a body, as the papers print it. Masked where the reader's rights mask it. */
export type Party = {
  address?: Maybe<Scalars['String']['output']>;
  birth?: Maybe<Scalars['PartialDay']['output']>;
  email?: Maybe<Scalars['String']['output']>;
  kind: PartyKind;
  name: Scalars['String']['output'];
  nationalId?: Maybe<Scalars['String']['output']>;
  phone?: Maybe<Scalars['String']['output']>;
};

export type PartyInput = {
  address?: InputMaybe<Scalars['String']['input']>;
  birth?: InputMaybe<Scalars['PartialDay']['input']>;
  email?: InputMaybe<Scalars['String']['input']>;
  kind: PartyKind;
  name: Scalars['String']['input'];
  nationalId?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
};

export type PartyKind =
  | 'agency'
  | 'business'
  | 'citizen'
  | 'household_business'
  | 'organisation';

/** Which column gives which field; fields: see `dossierImportFields`. */
export type PastColumn = {
  column: Scalars['Int']['output'];
  field: Scalars['String']['output'];
};

export type PastColumnInput = {
  column: Scalars['Int']['input'];
  field: Scalars['String']['input'];
};

/** A dossier that another software led from beginning to end: how it went there. Nothing is done with it here. */
export type PastDossier = {
  dueAt?: Maybe<Scalars['String']['output']>;
  endedAt?: Maybe<Scalars['String']['output']>;
  /** What was found odd when it was taken in, and taken as it stands; texts in the reader's language. */
  flags: Array<PastFlag>;
  procedureCode?: Maybe<Scalars['String']['output']>;
  procedureName: Scalars['String']['output'];
  receivedAt?: Maybe<Scalars['String']['output']>;
  /** In the order in which they were walked. A moment is an instant, or only a day where the old software kept no time. */
  steps: Array<PastStep>;
};

export type PastDossierState =
  | 'create'
  | 'error'
  | 'open'
  | 'skipped'
  | 'unchanged'
  | 'warning';

export type PastFlag = {
  code: Scalars['String']['output'];
  text: Scalars['String']['output'];
};

export type PastIssue = {
  code: Scalars['String']['output'];
  column?: Maybe<Scalars['String']['output']>;
  line?: Maybe<Scalars['Int']['output']>;
  severity: Scalars['String']['output'];
  text: Scalars['String']['output'];
  value?: Maybe<Scalars['String']['output']>;
};

export type PastStep = {
  department?: Maybe<Scalars['String']['output']>;
  dueAt?: Maybe<Scalars['String']['output']>;
  endedAt?: Maybe<Scalars['String']['output']>;
  name?: Maybe<Scalars['String']['output']>;
  /** By name, as the old software has it. */
  officer?: Maybe<Scalars['String']['output']>;
  startedAt?: Maybe<Scalars['String']['output']>;
};

export type PauseMode =
  | 'restart'
  | 'shift';

export type PaymentMethod =
  | 'cash'
  | 'transfer';

/** Who of a figure's people: every figure has the filter that its list is asked by. */
export type PeopleFilter = {
  /** In whole years on the day, inclusive */
  ageFrom?: InputMaybe<Scalars['Int']['input']>;
  ageTo?: InputMaybe<Scalars['Int']['input']>;
  /** Whom it brought or took since movementFrom; goes with no other filter */
  cause?: InputMaybe<Scalars['String']['input']>;
  /** Among people of 14 and older */
  eidLevel?: InputMaybe<EidHolding>;
  /** Code, or `unknown` */
  ethnicity?: InputMaybe<Scalars['String']['input']>;
  /** People of households with this status */
  householdStatus?: InputMaybe<Scalars['String']['input']>;
  policyStatus?: InputMaybe<Scalars['String']['input']>;
  residenceKind?: InputMaybe<ResidenceStanding>;
  sex?: InputMaybe<Sex>;
  /** Whose dwelling has no neighbourhood yet */
  unplaced?: InputMaybe<Scalars['Boolean']['input']>;
};

export type PlanBoundaryChangeResult = CommandResult & {
  changeId: Scalars['ID']['output'];
  position: Scalars['LogPosition']['output'];
  state: BoundaryChangeState;
};

export type PlannedUnit = {
  code: Scalars['ID']['output'];
  dwellings: Scalars['Int']['output'];
  name: Scalars['String']['output'];
  streets: Array<Scalars['String']['output']>;
};

export type PointInput = {
  lat: Scalars['Float']['input'];
  lon: Scalars['Float']['input'];
};

export type PolicyEndCause =
  | 'ended'
  | 'recorded_in_error';

/** A policy status (code list `policy-statuses`); `until` is its last day, `endedOn` the first on which it holds no more. */
export type PolicyStatus = {
  endedOn?: Maybe<Scalars['Day']['output']>;
  /** Whether it holds today. */
  holds: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  since: Scalars['Day']['output'];
  status: Scalars['String']['output'];
  until?: Maybe<Scalars['Day']['output']>;
};

export type Population = {
  ages: Array<AgeFigure>;
  asOf: Scalars['Day']['output'];
  /** Null where the reader may not see the field */
  byEthnicity?: Maybe<Array<CodeFigure>>;
  /** Households; null where the reader may not see the field */
  byHouseholdStatus?: Maybe<Array<CodeFigure>>;
  /** Null where the reader may not see the field */
  byPolicyStatus?: Maybe<Array<CodeFigure>>;
  /** Null for a reader of published figures */
  byResidenceKind?: Maybe<ResidenceKindFigures>;
  byUnit: Array<UnitFigure>;
  dwellings: Figure;
  female: Figure;
  headcount: Headcount;
  households: Figure;
  knownAt: Scalars['LogPosition']['output'];
  /** Fields of PeopleFilter that this reader may ask for a list by; none without a right to see people */
  listFilters: Array<Scalars['String']['output']>;
  male: Figure;
  movement?: Maybe<Movement>;
  /** The last day of the period before, as known at the same place; null without a period, and of itself */
  previous?: Maybe<Population>;
  total: Figure;
  unit: Unit;
  unknownSex: Figure;
};

export type PopulationDwellings = {
  /** null where it has since gone beyond the reader's reach, or was withdrawn */
  items: Array<Maybe<Dwelling>>;
  nextCursor?: Maybe<Scalars['String']['output']>;
  total: Scalars['Int']['output'];
};

export type PopulationHouseholds = {
  /** null where it has since gone beyond the reader's reach, or was withdrawn */
  items: Array<Maybe<Household>>;
  nextCursor?: Maybe<Scalars['String']['output']>;
  total: Scalars['Int']['output'];
};

export type PopulationList = {
  /** What the changes of all of them add up to: the figure of the cause; null where none is asked of */
  change?: Maybe<Scalars['Int']['output']>;
  items: Array<PopulationPerson>;
  nextCursor?: Maybe<Scalars['String']['output']>;
  total: Scalars['Int']['output'];
};

/** Counted, whether or not the reader may still see them: null where they have since moved beyond reach, or were withdrawn. */
export type PopulationPerson = {
  /** 1 = the cause brought them in the period, -1 = it took them; null where none is asked of */
  change?: Maybe<Scalars['Int']['output']>;
  /** Of a record that was found to be somebody else's, that person */
  citizen?: Maybe<Citizen>;
  household?: Maybe<Household>;
  since: Scalars['Day']['output'];
};

export type Position = {
  from: Scalars['Day']['output'];
  id: Scalars['ID']['output'];
  role: Role;
  title?: Maybe<Scalars['String']['output']>;
  unit: Unit;
  until?: Maybe<Scalars['Day']['output']>;
  /** False before `from`, after `until`, and once ended. */
  valid: Scalars['Boolean']['output'];
};

export type PrintablePaper = {
  form: DossierPaper;
  /** The request for papers or fees that it is about. */
  requestId?: Maybe<Scalars['ID']['output']>;
};

/** One version of an administrative procedure. */
export type Procedure = {
  code: Scalars['String']['output'];
  competence: Competence;
  /** By how much this version shortened the term of the one before, in percent; null when it did not. */
  cut?: Maybe<TermCut>;
  cutoff: Scalars['Boolean']['output'];
  decision?: Maybe<Scalars['String']['output']>;
  /** The first day on which no dossier is taken. */
  endedOn?: Maybe<Scalars['Day']['output']>;
  fees: Array<Fee>;
  fieldName: Scalars['String']['output'];
  formerLevel?: Maybe<Scalars['Int']['output']>;
  id: Scalars['ID']['output'];
  legalBasis?: Maybe<Scalars['String']['output']>;
  matter: Matter;
  name: Scalars['String']['output'];
  onTheSpot: Scalars['Boolean']['output'];
  onlineLevel: OnlineLevel;
  papers: Array<RequiredPaper>;
  partialReason?: Maybe<Scalars['String']['output']>;
  proactiveLevel: Scalars['Int']['output'];
  resultCode?: Maybe<Scalars['String']['output']>;
  resultName?: Maybe<Scalars['String']['output']>;
  settlement?: Maybe<SettlementKind>;
  steps: Array<ProcedureStep>;
  /** Null: the catalogue names none. */
  term?: Maybe<Term>;
  validFrom: Scalars['Day']['output'];
  version: Scalars['Int']['output'];
  /** All versions, the newest first. */
  versions: Array<Procedure>;
};

export type ProcedureInput = {
  code: Scalars['String']['input'];
  competence: Competence;
  cutoff: Scalars['Boolean']['input'];
  decision?: InputMaybe<Scalars['String']['input']>;
  /** The newest version that the form showed; 0 when there was none. */
  expectedVersion: Scalars['Int']['input'];
  fees: Array<FeeInput>;
  fieldName: Scalars['String']['input'];
  formerLevel?: InputMaybe<Scalars['Int']['input']>;
  legalBasis?: InputMaybe<Scalars['String']['input']>;
  matter: Matter;
  name: Scalars['String']['input'];
  onTheSpot: Scalars['Boolean']['input'];
  onlineLevel: OnlineLevel;
  papers: Array<RequiredPaperInput>;
  partialReason?: InputMaybe<Scalars['String']['input']>;
  proactiveLevel: Scalars['Int']['input'];
  resultCode?: InputMaybe<Scalars['String']['input']>;
  resultName?: InputMaybe<Scalars['String']['input']>;
  settlement?: InputMaybe<SettlementKind>;
  steps: Array<ProcedureStepInput>;
  term?: InputMaybe<TermInput>;
  validFrom: Scalars['Day']['input'];
  ward: Scalars['ID']['input'];
};

export type ProcedurePublished = CommandResult & {
  position: Scalars['LogPosition']['output'];
  procedureId: Scalars['ID']['output'];
  version: Scalars['Int']['output'];
};

export type ProcedureStep = {
  key: Scalars['String']['output'];
  kind: StepKind;
  name: Scalars['String']['output'];
  roles: Array<Role>;
  term?: Maybe<Term>;
};

export type ProcedureStepInput = {
  key: Scalars['String']['input'];
  kind: StepKind;
  name: Scalars['String']['input'];
  roles: Array<Role>;
  term?: InputMaybe<TermInput>;
};

export type ProjectionState = {
  lag: Scalars['Int']['output'];
  name: Scalars['String']['output'];
  position: Scalars['LogPosition']['output'];
  state: Scalars['String']['output'];
  version: Scalars['Int']['output'];
};

export type ProposedEvidence = {
  issuedBy?: Maybe<Scalars['String']['output']>;
  issuedOn?: Maybe<Scalars['Day']['output']>;
  kind: EvidenceKind;
  number?: Maybe<Scalars['String']['output']>;
};

/** Somebody whom the dossier names, and whom the register was found to know by the number, or as the dossier's owner. */
export type ProposedPerson = {
  citizen?: Maybe<Citizen>;
  name?: Maybe<Scalars['String']['output']>;
  nationalId?: Maybe<Scalars['String']['output']>;
  role: RegisterRole;
};

/** A value to begin with, by the field of the registry's command. */
export type ProposedValue = {
  name: Scalars['String']['output'];
  value: Scalars['String']['output'];
};

/** Goes back with what was filled in; it holds for a day. */
export type PublicForm = {
  token: Scalars['String']['output'];
};

/** What everybody may know of a procedure as it holds today. */
export type PublicProcedure = {
  code: Scalars['String']['output'];
  competence: Competence;
  /** By how much the term was shortened against the version before. */
  cut?: Maybe<TermCut>;
  /** Taken after 15:00 and due the same day: the next working day. */
  cutoff: Scalars['Boolean']['output'];
  /** What holds today. */
  fees: Array<Fee>;
  fieldName: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  legalBasis?: Maybe<Scalars['String']['output']>;
  matter: Matter;
  name: Scalars['String']['output'];
  onTheSpot: Scalars['Boolean']['output'];
  onlineLevel: OnlineLevel;
  papers: Array<RequiredPaper>;
  partialReason?: Maybe<Scalars['String']['output']>;
  resultName?: Maybe<Scalars['String']['output']>;
  /** What its dossiers write into the register, which says what its form asks. */
  settlement?: Maybe<SettlementKind>;
  /** Whether it can be sent in from home: offered online, and run by the ward itself. */
  takenOnline: Scalars['Boolean']['output'];
  term?: Maybe<Term>;
  validFrom: Scalars['Day']['output'];
  ward: Scalars['ID']['output'];
};

/** A ward and its one-stop desk, as its door says. */
export type PublicWard = {
  address?: Maybe<Scalars['String']['output']>;
  deskName: Scalars['String']['output'];
  name: Scalars['String']['output'];
  phone?: Maybe<Scalars['String']['output']>;
  ward: Scalars['ID']['output'];
  week: WorkingWeek;
};

export type Query = {
  account?: Maybe<Account>;
  accounts: AccountPage;
  boundaryChanges: Array<BoundaryChangePlan>;
  citizen?: Maybe<Citizen>;
  /** Residents of a unit today with their household, by name in Vietnamese order. `stay`: only those whose temporary residence has run out, or does so within 15 days. */
  citizens: CitizenPage;
  dossier?: Maybe<Dossier>;
  /** Who may do a step of a dossier today, the least burdened first. */
  dossierAssignees: Array<DossierAssignee>;
  /** The dossier with this code, own or national, in full. */
  dossierByCode?: Maybe<Dossier>;
  dossierCounts: DossierCounts;
  dossierImport?: Maybe<DossierImport>;
  dossierImportFields: Array<ImportField>;
  dossierImports: DossierImportPage;
  /** Who works on dossiers in the reader's ward today, the least burdened first; for who may give work to others. */
  dossierOfficers: Array<DossierAssignee>;
  /** The register of dossiers (form 07): those that a ward took in on these days, both within, in the order in which they came. */
  dossierRegister: DossierPage;
  /** One drawer of the desk, the most pressing first. `text`: a code or its end, a name, a phone or identity number. */
  dossiers: DossierPage;
  /** Pairs of a unit with one name and a birth that agrees, by name; for who may merge them. */
  duplicates: DuplicatePage;
  /** Who else this person may be recorded as, likeliest first; for who may merge them. */
  duplicatesOf: Array<DuplicateCandidate>;
  dwelling?: Maybe<Dwelling>;
  /** By address; with `unconfirmedDays` only those that nobody has confirmed for so many days, the longest first. */
  dwellings: DwellingPage;
  /** Electronic identity by person, household and group. */
  eidFigures: EidFigures;
  /** Null for who keeps no accounts there. */
  fieldTable?: Maybe<FieldTable>;
  /** A dossier, for who has opened it by its code and second factor. Public. */
  followed: FollowedDossier;
  /** What a former unit may still see of somebody; null where the reader sees the person, or never had them. */
  formerResident?: Maybe<FormerResident>;
  household?: Maybe<Household>;
  /** `withoutHead`: only those in which people live and nobody is the head; `status`: only those that hold it today. */
  households: HouseholdPage;
  /** Households that still stand, by the words that find their people or their address: for choosing one in a form. */
  householdsFound: Array<Household>;
  import?: Maybe<Import>;
  importFields: Array<ImportField>;
  imports: ImportPage;
  /** What is unusual about a fact that is about to be recorded; never a reason to refuse it. */
  lifeWarnings: Array<Warning>;
  /** Open dossiers of the same procedure and owner: what a second intake would double. */
  likelySameDossiers: Array<Dossier>;
  /** Settings, hours and days of rest of a ward's one-stop desk. */
  oneStop?: Maybe<OneStop>;
  /** People of a unit on a day, as known now, at the end of a day or at a place in the log. */
  population: Population;
  populationDwellings: PopulationDwellings;
  /** The households behind the figure: those in which somebody lives on the day. */
  populationHouseholds: PopulationHouseholds;
  /** The people behind the figure: the same filter, as a list. */
  populationList: PopulationList;
  /** People that may be the one about to be recorded. */
  possibleDuplicates: Array<DuplicateCandidate>;
  /** A procedure as it holds today, or its newest version when none does. */
  procedure?: Maybe<Procedure>;
  /**
   * Procedures of a ward as they hold on a day (today when left out), by name; `text`: words of name or field, or a code; `withoutTerm`:
   * only the ward's own that no term is known of yet; `skip`: how many come before the page.
   */
  procedures: Array<Procedure>;
  /** The days of rest of a year as the rules and the known decisions propose them, not yet confirmed. */
  proposedCalendar: Array<CalendarRow>;
  /** Lets somebody begin to fill in: `dossierId` is a UUID of the device's own, under which the dossier will go. For anybody. */
  publicForm: PublicForm;
  /** A procedure as it holds today, by its id, or by its code in a ward (the only one when none is named). For anybody. */
  publicProcedure?: Maybe<PublicProcedure>;
  /** What a ward takes today, by name; `text`: words of name or field without accents, or a code. For anybody. */
  publicProcedures: Array<PublicProcedure>;
  /** Files sent from home for a dossier that it has not taken: being checked, or refused. For who holds its form's token or the dossier's own. */
  publicUploads: Array<DossierUpload>;
  /** One ward, or the only one when none is named; null where there is none or a choice. For anybody. */
  publicWard?: Maybe<PublicWard>;
  /** Wards whose one-stop desk is open to the public here, by name. For anybody. */
  publicWards: Array<PublicWard>;
  /** The answers behind a figure, for the leader, the newest first. `subject`: id of the officer or procedure. */
  ratingAnswers: RatingAnswerPage;
  /** What a citizen is asked in a ward, and about whom, to whoever has the key of the officer's poster. Public. */
  ratingForm?: Maybe<RatingForm>;
  referenceUnits: Array<ReferenceUnit>;
  /** null for whoever may not write it, before the dossier is settled, and once it is written. */
  registerProposal?: Maybe<RegisterProposal>;
  /** What citizens said of the service in a month (`2026-11`), quarter (`2026-Q4`) or year (`2026`); null where the reader has no part in it. */
  satisfaction?: Maybe<Satisfaction>;
  /** One box for names without accents in any word order, ids, phones, addresses. */
  search: SearchResult;
  /** A series of numbers: what was taken, what was voided, what comes next. */
  series?: Maybe<Series>;
  /** What the reader can sign with. */
  signingMeans: SigningMeans;
  /** Streets of a unit, for picking. */
  streets: Array<Scalars['String']['output']>;
  /** For administrators. */
  system: SystemState;
  today: Today;
  unit?: Maybe<Unit>;
  /** Units within the reader's scope, by level; today's unless a day is given. */
  units: Array<Unit>;
  unmatchedMoves: UnmatchedMovePage;
  unmergePreview?: Maybe<UnmergePreview>;
  /** The reader: null when not signed in. */
  viewer?: Maybe<Viewer>;
  /** Who looked at this person. */
  whoLooked: AccessEntryPage;
};


export type QueryAccountArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAccountsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
};


export type QueryBoundaryChangesArgs = {
  ward: Scalars['ID']['input'];
};


export type QueryCitizenArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCitizensArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  stay?: InputMaybe<TemporaryStay>;
  text?: InputMaybe<Scalars['String']['input']>;
  unit: Scalars['ID']['input'];
};


export type QueryDossierArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDossierAssigneesArgs = {
  dossierId: Scalars['ID']['input'];
  step: Scalars['String']['input'];
};


export type QueryDossierByCodeArgs = {
  code: Scalars['String']['input'];
};


export type QueryDossierImportArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDossierImportsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryDossierRegisterArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from: Scalars['Day']['input'];
  to: Scalars['Day']['input'];
  ward: Scalars['ID']['input'];
};


export type QueryDossiersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  drawer: DossierDrawer;
  first?: InputMaybe<Scalars['Int']['input']>;
  matter?: InputMaybe<Matter>;
  pace?: InputMaybe<DossierPaceFilter>;
  text?: InputMaybe<Scalars['String']['input']>;
  whose?: InputMaybe<DossierOwner>;
};


export type QueryDuplicatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  unit: Scalars['ID']['input'];
};


export type QueryDuplicatesOfArgs = {
  citizenId: Scalars['ID']['input'];
};


export type QueryDwellingArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDwellingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  street?: InputMaybe<Scalars['String']['input']>;
  unconfirmedDays?: InputMaybe<Scalars['Int']['input']>;
  unit: Scalars['ID']['input'];
  unplaced?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryEidFiguresArgs = {
  asOf: Scalars['Day']['input'];
  boundaries?: InputMaybe<Boundaries>;
  headcount?: InputMaybe<Headcount>;
  knownAt?: InputMaybe<Scalars['LogPosition']['input']>;
  knownOn?: InputMaybe<Scalars['Day']['input']>;
  unit: Scalars['ID']['input'];
};


export type QueryFieldTableArgs = {
  unit: Scalars['ID']['input'];
};


export type QueryFollowedArgs = {
  token: Scalars['String']['input'];
};


export type QueryFormerResidentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryHouseholdArgs = {
  id: Scalars['ID']['input'];
};


export type QueryHouseholdsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<Scalars['String']['input']>;
  unit: Scalars['ID']['input'];
  withoutHead?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryHouseholdsFoundArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  text: Scalars['String']['input'];
};


export type QueryImportArgs = {
  id: Scalars['ID']['input'];
};


export type QueryImportsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryLifeWarningsArgs = {
  input: LifeWarningsInput;
};


export type QueryLikelySameDossiersArgs = {
  nationalId?: InputMaybe<Scalars['String']['input']>;
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  procedureId: Scalars['ID']['input'];
};


export type QueryOneStopArgs = {
  ward: Scalars['ID']['input'];
};


export type QueryPopulationArgs = {
  asOf: Scalars['Day']['input'];
  boundaries?: InputMaybe<Boundaries>;
  headcount?: InputMaybe<Headcount>;
  knownAt?: InputMaybe<Scalars['LogPosition']['input']>;
  knownOn?: InputMaybe<Scalars['Day']['input']>;
  movementFrom?: InputMaybe<Scalars['Day']['input']>;
  unit: Scalars['ID']['input'];
};


export type QueryPopulationDwellingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf: Scalars['Day']['input'];
  boundaries?: InputMaybe<Boundaries>;
  first?: InputMaybe<Scalars['Int']['input']>;
  knownAt?: InputMaybe<Scalars['LogPosition']['input']>;
  unit: Scalars['ID']['input'];
};


export type QueryPopulationHouseholdsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  among?: InputMaybe<EidGroupFilter>;
  asOf: Scalars['Day']['input'];
  boundaries?: InputMaybe<Boundaries>;
  eid?: InputMaybe<EidHouseholds>;
  first?: InputMaybe<Scalars['Int']['input']>;
  headcount?: InputMaybe<Headcount>;
  knownAt?: InputMaybe<Scalars['LogPosition']['input']>;
  status?: InputMaybe<Scalars['String']['input']>;
  unit: Scalars['ID']['input'];
};


export type QueryPopulationListArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf: Scalars['Day']['input'];
  boundaries?: InputMaybe<Boundaries>;
  filter?: InputMaybe<PeopleFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  headcount?: InputMaybe<Headcount>;
  knownAt?: InputMaybe<Scalars['LogPosition']['input']>;
  movementFrom?: InputMaybe<Scalars['Day']['input']>;
  unit: Scalars['ID']['input'];
};


export type QueryPossibleDuplicatesArgs = {
  birth?: InputMaybe<Scalars['PartialDay']['input']>;
  fullName: Scalars['String']['input'];
  nationalId?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
};


export type QueryProcedureArgs = {
  id: Scalars['ID']['input'];
};


export type QueryProceduresArgs = {
  day?: InputMaybe<Scalars['Day']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  matter?: InputMaybe<Matter>;
  skip?: InputMaybe<Scalars['Int']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
  ward: Scalars['ID']['input'];
  withoutTerm?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryProposedCalendarArgs = {
  year: Scalars['Int']['input'];
};


export type QueryPublicFormArgs = {
  dossierId: Scalars['ID']['input'];
  procedureId: Scalars['ID']['input'];
};


export type QueryPublicProcedureArgs = {
  id: Scalars['ID']['input'];
  ward?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryPublicProceduresArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  matter?: InputMaybe<Matter>;
  text?: InputMaybe<Scalars['String']['input']>;
  ward: Scalars['ID']['input'];
};


export type QueryPublicUploadsArgs = {
  dossierId: Scalars['ID']['input'];
  procedureId?: InputMaybe<Scalars['ID']['input']>;
  token: Scalars['String']['input'];
};


export type QueryPublicWardArgs = {
  ward?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryRatingAnswersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  of: RatingSubjectKind;
  period: Scalars['String']['input'];
  subject?: InputMaybe<Scalars['ID']['input']>;
  ward: Scalars['ID']['input'];
};


export type QueryRatingFormArgs = {
  key?: InputMaybe<Scalars['String']['input']>;
  officer?: InputMaybe<Scalars['ID']['input']>;
  ward?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryReferenceUnitsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  text: Scalars['String']['input'];
};


export type QueryRegisterProposalArgs = {
  dossierId: Scalars['ID']['input'];
};


export type QuerySatisfactionArgs = {
  period: Scalars['String']['input'];
  ward: Scalars['ID']['input'];
};


export type QuerySearchArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  text: Scalars['String']['input'];
};


export type QuerySeriesArgs = {
  kind: SeriesKind;
  period: Scalars['String']['input'];
  ward: Scalars['ID']['input'];
};


export type QueryStreetsArgs = {
  unit: Scalars['ID']['input'];
};


export type QueryUnitArgs = {
  code: Scalars['ID']['input'];
};


export type QueryUnitsArgs = {
  asOf?: InputMaybe<Scalars['Day']['input']>;
  level?: InputMaybe<UnitLevel>;
};


export type QueryUnmatchedMovesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  side: MoveSide;
  ward: Scalars['ID']['input'];
};


export type QueryUnmergePreviewArgs = {
  mergeId: Scalars['ID']['input'];
  survivorId: Scalars['ID']['input'];
};


export type QueryWhoLookedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  citizenId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type RateServiceInput = {
  /** Of the dossier, with `digits`; or else the phone. */
  code?: InputMaybe<Scalars['String']['input']>;
  comment?: InputMaybe<Scalars['String']['input']>;
  counter?: InputMaybe<Scalars['String']['input']>;
  /** The last four digits of the phone (or of the identity number) that was left with the dossier. */
  digits?: InputMaybe<Scalars['String']['input']>;
  marks: Array<RatingMarkInput>;
  officer?: InputMaybe<Scalars['ID']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
  via: RatingVia;
  ward: Scalars['ID']['input'];
};

export type RatingAnswer = {
  at: Scalars['Instant']['output'];
  code?: Maybe<Scalars['String']['output']>;
  comment?: Maybe<Scalars['String']['output']>;
  counter?: Maybe<Scalars['String']['output']>;
  dossierId: Scalars['ID']['output'];
  marks: Array<RatingMark>;
  officerName?: Maybe<Scalars['String']['output']>;
  procedureName: Scalars['String']['output'];
  via: RatingVia;
};

export type RatingAnswerPage = {
  items: Array<RatingAnswer>;
  nextCursor?: Maybe<Scalars['String']['output']>;
};

export type RatingCriterion = {
  en: Scalars['String']['output'];
  key: Scalars['String']['output'];
  vi: Scalars['String']['output'];
};

export type RatingCriterionInput = {
  en: Scalars['String']['input'];
  key: Scalars['String']['input'];
  vi: Scalars['String']['input'];
};

export type RatingForm = {
  criteria: Array<RatingCriterion>;
  days: Scalars['Int']['output'];
  deskName?: Maybe<Scalars['String']['output']>;
  /** Display name of the officer of the poster. */
  officerName?: Maybe<Scalars['String']['output']>;
  ward: Scalars['ID']['output'];
  wardName: Scalars['String']['output'];
};

export type RatingMark = {
  key: Scalars['String']['output'];
  mark: Scalars['Int']['output'];
};

export type RatingMarkInput = {
  key: Scalars['String']['input'];
  mark: Scalars['Int']['input'];
};

export type RatingPoster = {
  name: Scalars['String']['output'];
  /** GET /api/wards/<ward>/rating-poster.pdf?officer=<officer> */
  officer: Scalars['ID']['output'];
};

export type RatingReceived = {
  received: Scalars['Boolean']['output'];
};

export type RatingSettingsInput = {
  criteria: Array<RatingCriterionInput>;
  /** For so many days after a dossier is over it may be rated. */
  days: Scalars['Int']['input'];
  /** From so many answers on officers are ranked. */
  rankFrom: Scalars['Int']['input'];
};

export type RatingShare = {
  high: Scalars['Float']['output'];
  low: Scalars['Float']['output'];
  share: Scalars['Float']['output'];
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
  citizenId: Scalars['ID']['input'];
  evidence?: InputMaybe<EvidenceInput>;
  occurredOn: Scalars['Day']['input'];
};

/** The spouse by id where the register knows them, else by name. */
export type RecordMarriageInput = {
  citizenId: Scalars['ID']['input'];
  evidence?: InputMaybe<EvidenceInput>;
  occurredOn: Scalars['Day']['input'];
  spouseId?: InputMaybe<Scalars['ID']['input']>;
  spouseName?: InputMaybe<Scalars['String']['input']>;
};

/** A province or commune of the national list (Resolution 202/2025/QH15). */
export type ReferenceUnit = {
  code: Scalars['ID']['output'];
  /** Units that became this one. */
  formerly: Array<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  parentCode?: Maybe<Scalars['ID']['output']>;
  parentName?: Maybe<Scalars['String']['output']>;
};

export type RegisterBirthInput = {
  /** The child lives in a household of neither parent, as they agree (Luật Cư trú 2020, Điều 12.2). */
  apart?: InputMaybe<Scalars['Boolean']['input']>;
  details: CitizenDetailsInput;
  evidence?: InputMaybe<EvidenceInput>;
  fatherId?: InputMaybe<Scalars['ID']['input']>;
  householdId: Scalars['ID']['input'];
  /** Mother, father or both as far as the register knows them; at least one lives in the household, unless apart. */
  motherId?: InputMaybe<Scalars['ID']['input']>;
  relation: Relation;
};

export type RegisterCitizenInput = {
  cameFrom?: InputMaybe<Scalars['String']['input']>;
  cause: ResidenceStartCause;
  details: CitizenDetailsInput;
  evidence?: InputMaybe<EvidenceInput>;
  /** The ward they came from, by its code. */
  fromWard?: InputMaybe<Scalars['String']['input']>;
  householdId: Scalars['ID']['input'];
  kind: ResidenceKind;
  relation: Relation;
  since: Scalars['Day']['input'];
  sinceEstimated?: InputMaybe<Scalars['Boolean']['input']>;
  source: ResidenceSource;
  until?: InputMaybe<Scalars['Day']['input']>;
};

export type RegisterCitizenResult = CommandResult & {
  citizenId: Scalars['ID']['output'];
  position: Scalars['LogPosition']['output'];
};

export type RegisterDwellingResult = CommandResult & {
  dwellingId: Scalars['ID']['output'];
  position: Scalars['LogPosition']['output'];
};

export type RegisterEntry = {
  at: Scalars['Instant']['output'];
  citizenId?: Maybe<Scalars['ID']['output']>;
  householdId?: Maybe<Scalars['ID']['output']>;
  kind: SettlementKind;
};

/** Exactly one, of those that the dossier's kind of settlement writes: the registry's own command. */
export type RegisterInput = {
  birth?: InputMaybe<RegisterBirthInput>;
  change?: InputMaybe<ChangeCitizenInput>;
  death?: InputMaybe<RecordDeathInput>;
  householdStatus?: InputMaybe<GrantHouseholdStatusInput>;
  householdStatusEnd?: InputMaybe<EndHouseholdStatusInput>;
  marriage?: InputMaybe<RecordMarriageInput>;
  marriageEnd?: InputMaybe<EndMarriageInput>;
};

/** What a settled dossier would write into the register, from its form, the people it names and its result. Nothing of it stands until an officer confirms it. */
export type RegisterProposal = {
  evidence: ProposedEvidence;
  kind: SettlementKind;
  people: Array<ProposedPerson>;
  values: Array<ProposedValue>;
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

export type RegisterWritten = CommandResult & {
  citizenId?: Maybe<Scalars['ID']['output']>;
  householdId?: Maybe<Scalars['ID']['output']>;
  position: Scalars['LogPosition']['output'];
};

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

export type RelationCode = {
  code: Scalars['String']['output'];
  relation: Relation;
};

export type RelationCodeInput = {
  code: Scalars['String']['input'];
  relation: Relation;
};

export type RenameUnitInput = {
  code: Scalars['ID']['input'];
  name: Scalars['String']['input'];
};

export type RenewResidenceInput = {
  citizenId: Scalars['ID']['input'];
  evidence?: InputMaybe<EvidenceInput>;
  occurredOn: Scalars['Day']['input'];
  residenceId: Scalars['ID']['input'];
  source: ResidenceSource;
  until: Scalars['Day']['input'];
};

export type RequiredPaper = {
  copies: Scalars['Int']['output'];
  form: PaperForm;
  fromRegister?: Maybe<FromRegister>;
  key: Scalars['String']['output'];
  name: Scalars['String']['output'];
  required: Scalars['Boolean']['output'];
};

export type RequiredPaperInput = {
  copies: Scalars['Int']['input'];
  form: PaperForm;
  fromRegister?: InputMaybe<FromRegister>;
  key: Scalars['String']['input'];
  name: Scalars['String']['input'];
  required: Scalars['Boolean']['input'];
};

export type Residence = {
  endedOn?: Maybe<Scalars['Day']['output']>;
  estimated: Scalars['Boolean']['output'];
  household: Household;
  id: Scalars['ID']['output'];
  kind: ResidenceKind;
  relation: Relation;
  since: Scalars['Day']['output'];
  source: ResidenceSource;
  until?: Maybe<Scalars['Day']['output']>;
};

export type ResidenceEndCause =
  | 'departure'
  | 'expired'
  | 'move'
  | 'recorded_in_error';

export type ResidenceKind =
  | 'permanent'
  | 'temporary';

export type ResidenceKindFigures = {
  /** Permanent residents who are temporarily away */
  absent: Figure;
  permanent: Figure;
  temporary: Figure;
};

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

export type RevealedField = {
  field: Scalars['String']['output'];
  value?: Maybe<Scalars['String']['output']>;
};

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

export type Satisfaction = {
  criteria: Array<RatingCriterion>;
  days: Scalars['Int']['output'];
  /** The newest period that this reader may ask for. */
  newest: Scalars['String']['output'];
  officers: Array<SatisfactionFigure>;
  /** Whether the answers themselves may be opened. */
  opens: Scalars['Boolean']['output'];
  period: Scalars['String']['output'];
  /** Officers who may have a poster of their own; for the leader. */
  posters: Array<RatingPoster>;
  procedures: Array<SatisfactionFigure>;
  rankFrom: Scalars['Int']['output'];
  ward: Scalars['ID']['output'];
  /** Every answer of the ward. */
  whole: SatisfactionFigure;
};

/** Answers of a group. Below five, or where it would give away a group of fewer, there are no scores. */
export type SatisfactionFigure = {
  answers: Scalars['Int']['output'];
  byCriterion: Array<CriterionFigure>;
  name: Scalars['String']['output'];
  /** Place among those with enough answers; null without. */
  rank?: Maybe<Scalars['Int']['output']>;
  /** Share of those whose marks are 4 of 5 or more on the average, with its interval at 95 % (Wilson). */
  satisfied?: Maybe<RatingShare>;
  /** Id of the officer or procedure; null for the ward, and for answers that count for nobody. */
  subject?: Maybe<Scalars['ID']['output']>;
};

export type SaturdayHours = {
  hours: Array<WorkingSpan>;
  workingDay: Scalars['Boolean']['output'];
};

export type SaturdayHoursInput = {
  hours: Array<WorkingSpanInput>;
  workingDay: Scalars['Boolean']['input'];
};

export type SearchHit = {
  address?: Maybe<Scalars['String']['output']>;
  birth?: Maybe<Scalars['PartialDay']['output']>;
  died: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  kind: SearchKind;
  nationalId?: Maybe<Scalars['String']['output']>;
  neighbourhood?: Maybe<Scalars['String']['output']>;
  sex?: Maybe<Sex>;
  subtitle: Scalars['String']['output'];
  /** Name of the person or the address. */
  title: Scalars['String']['output'];
};

export type SearchKind =
  | 'citizen'
  | 'dwelling'
  | 'household';

export type SearchResult = {
  hits: Array<SearchHit>;
  more: Scalars['Boolean']['output'];
};

export type Series = {
  next: Scalars['Int']['output'];
  numbers: Array<SeriesNumber>;
};

export type SeriesKind =
  | 'dossier'
  | 'receipt';

export type SeriesNumber = {
  number: Scalars['Int']['output'];
  /** Id of what it was taken for; null when it was voided without being taken. */
  takenFor?: Maybe<Scalars['ID']['output']>;
  /** Why it does not count. */
  voided?: Maybe<Scalars['String']['output']>;
};

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

/** A certificate file that lies sealed on the server. */
export type SigningKey = {
  addedAt: Scalars['Instant']['output'];
  /** Days until it ends; below 0 once it has. */
  daysLeft: Scalars['Int']['output'];
  /** It ends within thirty days, or has. */
  endsSoon: Scalars['Boolean']['output'];
  issuer: Scalars['String']['output'];
  /** Whom the certificate names. */
  name: Scalars['String']['output'];
  validFrom: Scalars['Instant']['output'];
  validTo: Scalars['Instant']['output'];
};

export type SigningMeans = {
  /** The reader's certificate file; null where none is kept. */
  key?: Maybe<SigningKey>;
  /** Whether a signing service is configured. */
  service: Scalars['Boolean']['output'];
};

export type SigningState =
  | 'cancelled'
  | 'done'
  | 'failed'
  | 'waiting';

export type SplitHouseholdInput = {
  citizenIds: Array<Scalars['ID']['input']>;
  dwellingId?: InputMaybe<Scalars['ID']['input']>;
  evidence?: InputMaybe<EvidenceInput>;
  headId: Scalars['ID']['input'];
  householdId: Scalars['ID']['input'];
  number?: InputMaybe<Scalars['String']['input']>;
  occurredOn: Scalars['Day']['input'];
  phone?: InputMaybe<Scalars['String']['input']>;
  relations: Array<MemberRelationInput>;
};

export type SplitPartInput = {
  dwellings: Array<Scalars['ID']['input']>;
  streets: Array<Scalars['String']['input']>;
  unit: NewUnitInput;
};

export type SplitUnitInput = {
  from: Scalars['ID']['input'];
  into: Array<SplitPartInput>;
};

export type StartAbsenceInput = {
  citizenId: Scalars['ID']['input'];
  destination?: InputMaybe<Scalars['String']['input']>;
  evidence?: InputMaybe<EvidenceInput>;
  occurredOn: Scalars['Day']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  source: ResidenceSource;
  until?: InputMaybe<Scalars['Day']['input']>;
};

export type StepKind =
  | 'appraise'
  | 'approve'
  | 'return'
  | 'sign'
  | 'take';

export type SubmissionInput = {
  /** The answer to the question of a refusal PUBLIC_QUESTION. */
  answer?: InputMaybe<Scalars['String']['input']>;
  answers: Array<DossierAnswerInput>;
  dossierId: Scalars['ID']['input'];
  /** They want letters about its course, at the address of who hands it in, or of the owner. */
  mailNotices?: InputMaybe<Scalars['Boolean']['input']>;
  owner: PartyInput;
  procedureId: Scalars['ID']['input'];
  returnBy: ReturnBy;
  /** Who hands it in for the owner; its phone, or the owner's, is what opens the dossier's page. */
  submitter?: InputMaybe<PartyInput>;
  /** Of `publicForm`. */
  token: Scalars['String']['input'];
  /** A field that no person sees: whoever fills it in is a machine. */
  trap?: InputMaybe<Scalars['String']['input']>;
};

export type Submitted = CommandResult & {
  dossierId: Scalars['ID']['output'];
  /** With the last four digits of the phone it opens the dossier's page: ten letters and digits, the last a check. */
  lookupCode: Scalars['String']['output'];
  position: Scalars['LogPosition']['output'];
};

export type Subscription = {
  /** Something the reader can see has changed, at this position; records are never pushed. */
  changed: Change;
};

export type SystemState = {
  head: Scalars['LogPosition']['output'];
  lastBackup?: Maybe<Scalars['Instant']['output']>;
  lastBackupError?: Maybe<Scalars['String']['output']>;
  projections: Array<ProjectionState>;
  /** What lies outside of this program. */
  services: Array<OutsideService>;
};

/** Something the running of the system wants: backup_old, backup_missing, projection_behind, projection_stopped, recovery_key_unsaved. */
export type SystemWarning = {
  code: Scalars['String']['output'];
  params: Array<WarningParam>;
};

export type TakeInInput = {
  answers: Array<DossierAnswerInput>;
  channel: DossierChannel;
  handOn: Scalars['Boolean']['input'];
  /** Whoever hands it in wants letters about its course at the address that they gave. */
  mailNotices?: InputMaybe<Scalars['Boolean']['input']>;
  owner: PartyInput;
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  papers: Array<CheckedPaperInput>;
  procedureId: Scalars['ID']['input'];
  /** When it came, if that was before now. */
  receivedAt?: InputMaybe<Scalars['Instant']['input']>;
  returnBy: ReturnBy;
  /** A dossier that was sent in, as the page showed it. */
  submission?: InputMaybe<OnDossierInput>;
  submitter?: InputMaybe<PartyInput>;
};

export type TemporaryStay =
  | 'expired'
  | 'expiring';

/** `amount` is null for `same_day`. */
export type Term = {
  amount?: Maybe<Scalars['Int']['output']>;
  unit: TermUnit;
};

export type TermCut = {
  band: CutBand;
  percent: Scalars['Float']['output'];
};

export type TermInput = {
  amount?: InputMaybe<Scalars['Int']['input']>;
  unit: TermUnit;
};

export type TermUnit =
  | 'days'
  | 'hours'
  | 'same_day'
  | 'working_days';

/** One fact in a history: what, when it happened, when it was recorded, by whom in which position, from where. */
export type TimelineEntry = {
  actorName?: Maybe<Scalars['String']['output']>;
  actorPosition?: Maybe<Scalars['String']['output']>;
  eventId: Scalars['ID']['output'];
  fields: Array<TimelineField>;
  occurredOn: Scalars['Day']['output'];
  position: Scalars['LogPosition']['output'];
  recordedAt: Scalars['Instant']['output'];
  source?: Maybe<TimelineSource>;
  type: Scalars['String']['output'];
};

/** A value in an event, already masked for the reader; `ref` names what an id points to. */
export type TimelineField = {
  before?: Maybe<Scalars['String']['output']>;
  masked: Scalars['Boolean']['output'];
  name: Scalars['String']['output'];
  ref?: Maybe<Scalars['String']['output']>;
  refId?: Maybe<Scalars['ID']['output']>;
  value?: Maybe<Scalars['String']['output']>;
};

export type TimelineSource = {
  id: Scalars['ID']['output'];
  kind: Scalars['String']['output'];
  label?: Maybe<Scalars['String']['output']>;
};

/** The officer's day. Fields the position has nothing to do with are null. */
export type Today = {
  boundaryChangesAhead: Array<BoundaryChangePlan>;
  date: Scalars['Day']['output'];
  demo: Scalars['Boolean']['output'];
  householdsWithoutHead?: Maybe<Scalars['Int']['output']>;
  importsRunning: Array<Import>;
  /** Dwellings without a neighbourhood. */
  unplacedDwellings?: Maybe<Scalars['Int']['output']>;
  wardName: Scalars['String']['output'];
  warnings: Array<SystemWarning>;
};

export type Unit = {
  /** Units directly below that exist today. */
  children: Array<Unit>;
  code: Scalars['ID']['output'];
  /** Rows the reader may see today. */
  counts?: Maybe<UnitCounts>;
  glance?: Maybe<UnitGlance>;
  level: UnitLevel;
  name: Scalars['String']['output'];
  parent?: Maybe<Unit>;
  predecessors: Array<Unit>;
  successors: Array<Unit>;
  validFrom: Scalars['Day']['output'];
  /** First day on which it no longer exists. */
  validTo?: Maybe<Scalars['Day']['output']>;
  version: Scalars['Int']['output'];
};

export type UnitCounts = {
  dwellings: Scalars['Int']['output'];
  households: Scalars['Int']['output'];
  people: Scalars['Int']['output'];
};

export type UnitFigure = {
  total: Figure;
  unit?: Maybe<Unit>;
};

/** What asks for a look in a unit, as far as the reader may see it. */
export type UnitGlance = {
  nearPoor?: Maybe<Scalars['Int']['output']>;
  /** Households that are poor or near-poor today; null where the reader may not know. */
  poor?: Maybe<Scalars['Int']['output']>;
  /** Temporary residences that have run out, or do so within 15 days. */
  temporaryExpired: Scalars['Int']['output'];
  temporaryExpiring: Scalars['Int']['output'];
  /** Dwellings that nobody has confirmed within `unconfirmedDays`. */
  unconfirmed: Scalars['Int']['output'];
  unconfirmedDays: Scalars['Int']['output'];
  withoutHead: Scalars['Int']['output'];
};

export type UnitLevel =
  | 'city'
  | 'district'
  | 'neighbourhood'
  | 'ward';

/** As most of the rows write it, and how many rows name it. */
export type UnknownNeighbourhood = {
  name: Scalars['String']['output'];
  rows: Scalars['Int']['output'];
};

/** A departure to, or an arrival from, a ward of this installation whose other end is not recorded. */
export type UnmatchedMove = {
  citizenId: Scalars['ID']['output'];
  day: Scalars['Day']['output'];
  fullName: Scalars['String']['output'];
  otherWard: Scalars['String']['output'];
  otherWardName?: Maybe<Scalars['String']['output']>;
  /** Where to, or where from, in words. */
  place?: Maybe<Scalars['String']['output']>;
  side: MoveSide;
};

export type UnmatchedMovePage = {
  items: Array<UnmatchedMove>;
  nextCursor?: Maybe<Scalars['String']['output']>;
  total: Scalars['Int']['output'];
};

/** What undoing a merge would do with what was recorded since. */
export type UnmergePreview = {
  /** Facts that stay, since nothing says that they meant the other one: to be looked through. */
  kept: Array<TimelineEntry>;
  record: MergedRecord;
  /** Facts that go back to the other person. */
  returned: Array<TimelineEntry>;
};

export type UploadState =
  /** Checked; the dossier takes it in a moment, or once it is sent. */
  | 'passed'
  | 'refused'
  /** Being checked. */
  | 'waiting';

export type Viewer = {
  accountId: Scalars['ID']['output'];
  activePosition?: Maybe<Position>;
  displayName: Scalars['String']['output'];
  /** Names of the mutations and pages this position may use; the server checks again at each. */
  may: Array<Scalars['String']['output']>;
  mustChangePassword: Scalars['Boolean']['output'];
  positions: Array<Position>;
  rights: Array<GroupRight>;
  username: Scalars['String']['output'];
};

/** Something to look into; `code` has its text in the dictionaries. */
export type Warning = {
  code: Scalars['String']['output'];
  params: Array<WarningParam>;
};

export type WarningParam = {
  name: Scalars['String']['output'];
  value: Scalars['String']['output'];
};

/** Records that nobody has touched since the import, and `kept`: those that others have built on, which stay. */
export type WithdrawalCounts = {
  citizens: Scalars['Int']['output'];
  /** What was confirmed from the file's differences: births, deaths, arrivals, departures, moves, other details. */
  differences: Scalars['Int']['output'];
  dwellings: Scalars['Int']['output'];
  households: Scalars['Int']['output'];
  kept: Scalars['Int']['output'];
};

export type WithdrawalReason =
  | 'duplicate'
  | 'other'
  | 'outdated'
  | 'wrong_columns'
  | 'wrong_file'
  | 'wrong_ward';

export type WorkingSpan = {
  from: Scalars['String']['output'];
  to: Scalars['String']['output'];
};

export type WorkingSpanInput = {
  from: Scalars['String']['input'];
  to: Scalars['String']['input'];
};

export type WorkingWeek = {
  hours: Array<WorkingSpan>;
  saturday?: Maybe<SaturdayHours>;
};

export type WorkingWeekInput = {
  hours: Array<WorkingSpanInput>;
  saturday?: InputMaybe<SaturdayHoursInput>;
};

export type WithIndex<TObject> = TObject & Record<string, any>;
export type ResolversObject<TObject> = WithIndex<TObject>;

export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info?: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info?: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info?: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info?: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info?: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info?: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = ResolversObject<{
  CommandResult:
    | ( Partial<Done> )
    | ( Partial<DossierBatch> )
    | ( Partial<DossierTaken> )
    | ( Partial<FeesPaid> )
    | ( Partial<FileSigned> )
    | ( Partial<FormHouseholdResult> )
    | ( Partial<OpenAccountResult> )
    | ( Partial<PlanBoundaryChangeResult> )
    | ( Partial<ProcedurePublished> )
    | ( Partial<RegisterCitizenResult> )
    | ( Partial<RegisterDwellingResult> )
    | ( Partial<RegisterWritten> )
    | ( Partial<Submitted> )
  ;
}>;

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = ResolversObject<{
  Absence: ResolverTypeWrapper<Partial<Absence>>;
  AbsenceEndCause: ResolverTypeWrapper<Partial<AbsenceEndCause>>;
  AccessEntry: ResolverTypeWrapper<Partial<AccessEntry>>;
  AccessEntryPage: ResolverTypeWrapper<Partial<AccessEntryPage>>;
  Account: ResolverTypeWrapper<Partial<Account>>;
  AccountPage: ResolverTypeWrapper<Partial<AccountPage>>;
  AgeFigure: ResolverTypeWrapper<Partial<AgeFigure>>;
  ArriveByNationalIdInput: ResolverTypeWrapper<Partial<ArriveByNationalIdInput>>;
  AskedFeeInput: ResolverTypeWrapper<Partial<AskedFeeInput>>;
  AskedPaper: ResolverTypeWrapper<Partial<AskedPaper>>;
  AskedPaperInput: ResolverTypeWrapper<Partial<AskedPaperInput>>;
  AssignmentRule: ResolverTypeWrapper<Partial<AssignmentRule>>;
  BankAccount: ResolverTypeWrapper<Partial<BankAccount>>;
  BankAccountInput: ResolverTypeWrapper<Partial<BankAccountInput>>;
  Boolean: ResolverTypeWrapper<Partial<Scalars['Boolean']['output']>>;
  Boundaries: ResolverTypeWrapper<Partial<Boundaries>>;
  BoundaryChangeInput: ResolverTypeWrapper<Partial<BoundaryChangeInput>>;
  BoundaryChangeKind: ResolverTypeWrapper<Partial<BoundaryChangeKind>>;
  BoundaryChangePlan: ResolverTypeWrapper<Partial<BoundaryChangePlan>>;
  BoundaryChangeState: ResolverTypeWrapper<Partial<BoundaryChangeState>>;
  CalendarDayType: ResolverTypeWrapper<Partial<CalendarDayType>>;
  CalendarRow: ResolverTypeWrapper<Partial<CalendarRow>>;
  CalendarRowInput: ResolverTypeWrapper<Partial<CalendarRowInput>>;
  CauseFigure: ResolverTypeWrapper<Partial<CauseFigure>>;
  Change: ResolverTypeWrapper<Partial<Change>>;
  ChangeCitizenInput: ResolverTypeWrapper<Partial<ChangeCitizenInput>>;
  ChangeNature: ResolverTypeWrapper<Partial<ChangeNature>>;
  CheckedPaper: ResolverTypeWrapper<Partial<CheckedPaper>>;
  CheckedPaperInput: ResolverTypeWrapper<Partial<CheckedPaperInput>>;
  Citizen: ResolverTypeWrapper<Partial<Citizen>>;
  CitizenDetailsInput: ResolverTypeWrapper<Partial<CitizenDetailsInput>>;
  CitizenPage: ResolverTypeWrapper<Partial<CitizenPage>>;
  CitizenRow: ResolverTypeWrapper<Partial<CitizenRow>>;
  CodeFigure: ResolverTypeWrapper<Partial<CodeFigure>>;
  ColumnMapping: ResolverTypeWrapper<Partial<ColumnMapping>>;
  ColumnMappingInput: ResolverTypeWrapper<Partial<ColumnMappingInput>>;
  CommandMeta: ResolverTypeWrapper<Partial<CommandMeta>>;
  CommandResult: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['CommandResult']>;
  Competence: ResolverTypeWrapper<Partial<Competence>>;
  ConfirmationMethod: ResolverTypeWrapper<Partial<ConfirmationMethod>>;
  CriterionFigure: ResolverTypeWrapper<Partial<CriterionFigure>>;
  CutBand: ResolverTypeWrapper<Partial<CutBand>>;
  Day: ResolverTypeWrapper<Partial<Scalars['Day']['output']>>;
  DifferenceCount: ResolverTypeWrapper<Partial<DifferenceCount>>;
  DifferenceKind: ResolverTypeWrapper<Partial<DifferenceKind>>;
  DifferencePage: ResolverTypeWrapper<Partial<DifferencePage>>;
  DifferenceResolution: ResolverTypeWrapper<Partial<DifferenceResolution>>;
  DifferenceState: ResolverTypeWrapper<Partial<DifferenceState>>;
  Done: ResolverTypeWrapper<Partial<Done>>;
  Dossier: ResolverTypeWrapper<Partial<Dossier>>;
  DossierAnswer: ResolverTypeWrapper<Partial<DossierAnswer>>;
  DossierAnswerInput: ResolverTypeWrapper<Partial<DossierAnswerInput>>;
  DossierAssignee: ResolverTypeWrapper<Partial<DossierAssignee>>;
  DossierBatch: ResolverTypeWrapper<Partial<DossierBatch>>;
  DossierBatchAct: ResolverTypeWrapper<Partial<DossierBatchAct>>;
  DossierChannel: ResolverTypeWrapper<Partial<DossierChannel>>;
  DossierCounts: ResolverTypeWrapper<Partial<DossierCounts>>;
  DossierDrawer: ResolverTypeWrapper<Partial<DossierDrawer>>;
  DossierEnding: ResolverTypeWrapper<Partial<DossierEnding>>;
  DossierEndingKind: ResolverTypeWrapper<Partial<DossierEndingKind>>;
  DossierEntry: ResolverTypeWrapper<Partial<DossierEntry>>;
  DossierExtension: ResolverTypeWrapper<Partial<DossierExtension>>;
  DossierFile: ResolverTypeWrapper<Partial<DossierFile>>;
  DossierImport: ResolverTypeWrapper<Partial<DossierImport>>;
  DossierImportPage: ResolverTypeWrapper<Partial<DossierImportPage>>;
  DossierImportSummary: ResolverTypeWrapper<Partial<DossierImportSummary>>;
  DossierNotice: ResolverTypeWrapper<Partial<DossierNotice>>;
  DossierNotices: ResolverTypeWrapper<Partial<DossierNotices>>;
  DossierOutcome: ResolverTypeWrapper<Partial<DossierOutcome>>;
  DossierOwner: ResolverTypeWrapper<Partial<DossierOwner>>;
  DossierPace: ResolverTypeWrapper<Partial<DossierPace>>;
  DossierPaceFilter: ResolverTypeWrapper<Partial<DossierPaceFilter>>;
  DossierPage: ResolverTypeWrapper<Partial<DossierPage>>;
  DossierPaper: ResolverTypeWrapper<Partial<DossierPaper>>;
  DossierPrint: ResolverTypeWrapper<Partial<DossierPrint>>;
  DossierRating: ResolverTypeWrapper<Partial<DossierRating>>;
  DossierRegister: ResolverTypeWrapper<Partial<DossierRegister>>;
  DossierReturn: ResolverTypeWrapper<Partial<DossierReturn>>;
  DossierSigning: ResolverTypeWrapper<Partial<DossierSigning>>;
  DossierStatus: ResolverTypeWrapper<Partial<DossierStatus>>;
  DossierTaken: ResolverTypeWrapper<Partial<DossierTaken>>;
  DossierUpload: ResolverTypeWrapper<Partial<DossierUpload>>;
  DossierWarning: ResolverTypeWrapper<Partial<DossierWarning>>;
  DossierWarningCode: ResolverTypeWrapper<Partial<DossierWarningCode>>;
  DuplicateCandidate: ResolverTypeWrapper<Partial<DuplicateCandidate>>;
  DuplicatePage: ResolverTypeWrapper<Partial<DuplicatePage>>;
  DuplicatePair: ResolverTypeWrapper<Partial<DuplicatePair>>;
  Dwelling: ResolverTypeWrapper<Partial<Dwelling>>;
  DwellingChanges: ResolverTypeWrapper<Partial<DwellingChanges>>;
  DwellingInput: ResolverTypeWrapper<Partial<DwellingInput>>;
  DwellingKind: ResolverTypeWrapper<Partial<DwellingKind>>;
  DwellingPage: ResolverTypeWrapper<Partial<DwellingPage>>;
  EidCounts: ResolverTypeWrapper<Partial<EidCounts>>;
  EidFigures: ResolverTypeWrapper<Partial<EidFigures>>;
  EidGroup: ResolverTypeWrapper<Partial<EidGroup>>;
  EidGroupFilter: ResolverTypeWrapper<Partial<EidGroupFilter>>;
  EidGrouping: ResolverTypeWrapper<Partial<EidGrouping>>;
  EidHolding: ResolverTypeWrapper<Partial<EidHolding>>;
  EidHouseholds: ResolverTypeWrapper<Partial<EidHouseholds>>;
  EndHouseholdStatusInput: ResolverTypeWrapper<Partial<EndHouseholdStatusInput>>;
  EndMarriageInput: ResolverTypeWrapper<Partial<EndMarriageInput>>;
  EvidenceInput: ResolverTypeWrapper<Partial<EvidenceInput>>;
  EvidenceKind: ResolverTypeWrapper<Partial<EvidenceKind>>;
  ExtensionCause: ResolverTypeWrapper<Partial<ExtensionCause>>;
  FactText: ResolverTypeWrapper<Partial<FactText>>;
  Fee: ResolverTypeWrapper<Partial<Fee>>;
  FeeChannel: ResolverTypeWrapper<Partial<FeeChannel>>;
  FeeDiscount: ResolverTypeWrapper<Partial<FeeDiscount>>;
  FeeDiscountInput: ResolverTypeWrapper<Partial<FeeDiscountInput>>;
  FeeInput: ResolverTypeWrapper<Partial<FeeInput>>;
  FeeLine: ResolverTypeWrapper<Partial<FeeLine>>;
  FeePer: ResolverTypeWrapper<Partial<FeePer>>;
  FeeReceipt: ResolverTypeWrapper<Partial<FeeReceipt>>;
  FeeRequest: ResolverTypeWrapper<Partial<FeeRequest>>;
  FeeTransfer: ResolverTypeWrapper<Partial<FeeTransfer>>;
  FeesPaid: ResolverTypeWrapper<Partial<FeesPaid>>;
  FieldCell: ResolverTypeWrapper<Partial<FieldCell>>;
  FieldChange: ResolverTypeWrapper<Partial<FieldChange>>;
  FieldGroup: ResolverTypeWrapper<Partial<FieldGroup>>;
  FieldNarrowing: ResolverTypeWrapper<Partial<FieldNarrowing>>;
  FieldRight: ResolverTypeWrapper<Partial<FieldRight>>;
  FieldTable: ResolverTypeWrapper<Partial<FieldTable>>;
  Figure: ResolverTypeWrapper<Partial<Figure>>;
  FileSigned: ResolverTypeWrapper<Partial<FileSigned>>;
  Float: ResolverTypeWrapper<Partial<Scalars['Float']['output']>>;
  FollowOpened: ResolverTypeWrapper<Partial<FollowOpened>>;
  FollowedDossier: ResolverTypeWrapper<Partial<FollowedDossier>>;
  FollowedPaper: ResolverTypeWrapper<Partial<FollowedPaper>>;
  FollowedStep: ResolverTypeWrapper<Partial<FollowedStep>>;
  FormHouseholdInput: ResolverTypeWrapper<Partial<FormHouseholdInput>>;
  FormHouseholdResult: ResolverTypeWrapper<Partial<FormHouseholdResult>>;
  FormerMember: ResolverTypeWrapper<Partial<FormerMember>>;
  FormerResident: ResolverTypeWrapper<Partial<FormerResident>>;
  FromRegister: ResolverTypeWrapper<Partial<FromRegister>>;
  GeoPoint: ResolverTypeWrapper<Partial<GeoPoint>>;
  GrantHouseholdStatusInput: ResolverTypeWrapper<Partial<GrantHouseholdStatusInput>>;
  GrantPolicyStatusInput: ResolverTypeWrapper<Partial<GrantPolicyStatusInput>>;
  GrantPositionInput: ResolverTypeWrapper<Partial<GrantPositionInput>>;
  GroupRight: ResolverTypeWrapper<Partial<GroupRight>>;
  Headcount: ResolverTypeWrapper<Partial<Headcount>>;
  Household: ResolverTypeWrapper<Partial<Household>>;
  HouseholdPage: ResolverTypeWrapper<Partial<HouseholdPage>>;
  HouseholdStatus: ResolverTypeWrapper<Partial<HouseholdStatus>>;
  ID: ResolverTypeWrapper<Partial<Scalars['ID']['output']>>;
  Import: ResolverTypeWrapper<Partial<Import>>;
  ImportColumn: ResolverTypeWrapper<Partial<ImportColumn>>;
  ImportDifference: ResolverTypeWrapper<Partial<ImportDifference>>;
  ImportField: ResolverTypeWrapper<Partial<ImportField>>;
  ImportIssue: ResolverTypeWrapper<Partial<ImportIssue>>;
  ImportPage: ResolverTypeWrapper<Partial<ImportPage>>;
  ImportProgress: ResolverTypeWrapper<Partial<ImportProgress>>;
  ImportRow: ResolverTypeWrapper<Partial<ImportRow>>;
  ImportRowPage: ResolverTypeWrapper<Partial<ImportRowPage>>;
  ImportRowState: ResolverTypeWrapper<Partial<ImportRowState>>;
  ImportState: ResolverTypeWrapper<Partial<ImportState>>;
  ImportSummary: ResolverTypeWrapper<Partial<ImportSummary>>;
  ImportTemplate: ResolverTypeWrapper<Partial<ImportTemplate>>;
  ImportWithdrawal: ResolverTypeWrapper<Partial<ImportWithdrawal>>;
  ImportedDossier: ResolverTypeWrapper<Partial<ImportedDossier>>;
  ImportedDossierPage: ResolverTypeWrapper<Partial<ImportedDossierPage>>;
  Instant: ResolverTypeWrapper<Partial<Scalars['Instant']['output']>>;
  Int: ResolverTypeWrapper<Partial<Scalars['Int']['output']>>;
  IssueCount: ResolverTypeWrapper<Partial<IssueCount>>;
  JoinHouseholdInput: ResolverTypeWrapper<Partial<JoinHouseholdInput>>;
  JoinHouseholdsInput: ResolverTypeWrapper<Partial<JoinHouseholdsInput>>;
  KeptKind: ResolverTypeWrapper<Partial<KeptKind>>;
  KeptPage: ResolverTypeWrapper<Partial<KeptPage>>;
  KeptRecord: ResolverTypeWrapper<Partial<KeptRecord>>;
  KeptWhy: ResolverTypeWrapper<Partial<KeptWhy>>;
  LeaveHouseholdInput: ResolverTypeWrapper<Partial<LeaveHouseholdInput>>;
  LifeEvent: ResolverTypeWrapper<Partial<LifeEvent>>;
  LifeWarningsInput: ResolverTypeWrapper<Partial<LifeWarningsInput>>;
  LikelyDecision: ResolverTypeWrapper<Partial<LikelyDecision>>;
  LikelyPage: ResolverTypeWrapper<Partial<LikelyPage>>;
  LikelyPerson: ResolverTypeWrapper<Partial<LikelyPerson>>;
  LikelyRow: ResolverTypeWrapper<Partial<LikelyRow>>;
  LogPosition: ResolverTypeWrapper<Partial<Scalars['LogPosition']['output']>>;
  Marriage: ResolverTypeWrapper<Partial<Marriage>>;
  MarriageEndCause: ResolverTypeWrapper<Partial<MarriageEndCause>>;
  Matter: ResolverTypeWrapper<Partial<Matter>>;
  Member: ResolverTypeWrapper<Partial<Member>>;
  MemberRelationInput: ResolverTypeWrapper<Partial<MemberRelationInput>>;
  MergeUnitsInput: ResolverTypeWrapper<Partial<MergeUnitsInput>>;
  MergedRecord: ResolverTypeWrapper<Partial<MergedRecord>>;
  MoveSide: ResolverTypeWrapper<Partial<MoveSide>>;
  Movement: ResolverTypeWrapper<Partial<Movement>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NarrowFieldInput: ResolverTypeWrapper<Partial<NarrowFieldInput>>;
  NewUnitInput: ResolverTypeWrapper<Partial<NewUnitInput>>;
  NoticeState: ResolverTypeWrapper<Partial<NoticeState>>;
  OnDossierInput: ResolverTypeWrapper<Partial<OnDossierInput>>;
  OneStop: ResolverTypeWrapper<Partial<OneStop>>;
  OneStopSettings: ResolverTypeWrapper<Partial<OneStopSettings>>;
  OneStopSettingsInput: ResolverTypeWrapper<Partial<OneStopSettingsInput>>;
  OneTimePassword: ResolverTypeWrapper<Partial<OneTimePassword>>;
  OnlineLevel: ResolverTypeWrapper<Partial<OnlineLevel>>;
  OpenAccountInput: ResolverTypeWrapper<Partial<OpenAccountInput>>;
  OpenAccountResult: ResolverTypeWrapper<Partial<OpenAccountResult>>;
  OutsideService: ResolverTypeWrapper<Partial<OutsideService>>;
  PaperForm: ResolverTypeWrapper<Partial<PaperForm>>;
  PaperRequest: ResolverTypeWrapper<Partial<PaperRequest>>;
  PaperSource: ResolverTypeWrapper<Partial<PaperSource>>;
  PaperStage: ResolverTypeWrapper<Partial<PaperStage>>;
  PartialDay: ResolverTypeWrapper<Partial<Scalars['PartialDay']['output']>>;
  Party: ResolverTypeWrapper<Partial<Party>>;
  PartyInput: ResolverTypeWrapper<Partial<PartyInput>>;
  PartyKind: ResolverTypeWrapper<Partial<PartyKind>>;
  PastColumn: ResolverTypeWrapper<Partial<PastColumn>>;
  PastColumnInput: ResolverTypeWrapper<Partial<PastColumnInput>>;
  PastDossier: ResolverTypeWrapper<Partial<PastDossier>>;
  PastDossierState: ResolverTypeWrapper<Partial<PastDossierState>>;
  PastFlag: ResolverTypeWrapper<Partial<PastFlag>>;
  PastIssue: ResolverTypeWrapper<Partial<PastIssue>>;
  PastStep: ResolverTypeWrapper<Partial<PastStep>>;
  PauseMode: ResolverTypeWrapper<Partial<PauseMode>>;
  PaymentMethod: ResolverTypeWrapper<Partial<PaymentMethod>>;
  PeopleFilter: ResolverTypeWrapper<Partial<PeopleFilter>>;
  PlanBoundaryChangeResult: ResolverTypeWrapper<Partial<PlanBoundaryChangeResult>>;
  PlannedUnit: ResolverTypeWrapper<Partial<PlannedUnit>>;
  PointInput: ResolverTypeWrapper<Partial<PointInput>>;
  PolicyEndCause: ResolverTypeWrapper<Partial<PolicyEndCause>>;
  PolicyStatus: ResolverTypeWrapper<Partial<PolicyStatus>>;
  Population: ResolverTypeWrapper<Partial<Population>>;
  PopulationDwellings: ResolverTypeWrapper<Partial<PopulationDwellings>>;
  PopulationHouseholds: ResolverTypeWrapper<Partial<PopulationHouseholds>>;
  PopulationList: ResolverTypeWrapper<Partial<PopulationList>>;
  PopulationPerson: ResolverTypeWrapper<Partial<PopulationPerson>>;
  Position: ResolverTypeWrapper<Partial<Position>>;
  PrintablePaper: ResolverTypeWrapper<Partial<PrintablePaper>>;
  Procedure: ResolverTypeWrapper<Partial<Procedure>>;
  ProcedureInput: ResolverTypeWrapper<Partial<ProcedureInput>>;
  ProcedurePublished: ResolverTypeWrapper<Partial<ProcedurePublished>>;
  ProcedureStep: ResolverTypeWrapper<Partial<ProcedureStep>>;
  ProcedureStepInput: ResolverTypeWrapper<Partial<ProcedureStepInput>>;
  ProjectionState: ResolverTypeWrapper<Partial<ProjectionState>>;
  ProposedEvidence: ResolverTypeWrapper<Partial<ProposedEvidence>>;
  ProposedPerson: ResolverTypeWrapper<Partial<ProposedPerson>>;
  ProposedValue: ResolverTypeWrapper<Partial<ProposedValue>>;
  PublicForm: ResolverTypeWrapper<Partial<PublicForm>>;
  PublicProcedure: ResolverTypeWrapper<Partial<PublicProcedure>>;
  PublicWard: ResolverTypeWrapper<Partial<PublicWard>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RateServiceInput: ResolverTypeWrapper<Partial<RateServiceInput>>;
  RatingAnswer: ResolverTypeWrapper<Partial<RatingAnswer>>;
  RatingAnswerPage: ResolverTypeWrapper<Partial<RatingAnswerPage>>;
  RatingCriterion: ResolverTypeWrapper<Partial<RatingCriterion>>;
  RatingCriterionInput: ResolverTypeWrapper<Partial<RatingCriterionInput>>;
  RatingForm: ResolverTypeWrapper<Partial<RatingForm>>;
  RatingMark: ResolverTypeWrapper<Partial<RatingMark>>;
  RatingMarkInput: ResolverTypeWrapper<Partial<RatingMarkInput>>;
  RatingPoster: ResolverTypeWrapper<Partial<RatingPoster>>;
  RatingReceived: ResolverTypeWrapper<Partial<RatingReceived>>;
  RatingSettingsInput: ResolverTypeWrapper<Partial<RatingSettingsInput>>;
  RatingShare: ResolverTypeWrapper<Partial<RatingShare>>;
  RatingSubjectKind: ResolverTypeWrapper<Partial<RatingSubjectKind>>;
  RatingVia: ResolverTypeWrapper<Partial<RatingVia>>;
  RecordDeathInput: ResolverTypeWrapper<Partial<RecordDeathInput>>;
  RecordMarriageInput: ResolverTypeWrapper<Partial<RecordMarriageInput>>;
  ReferenceUnit: ResolverTypeWrapper<Partial<ReferenceUnit>>;
  RegisterBirthInput: ResolverTypeWrapper<Partial<RegisterBirthInput>>;
  RegisterCitizenInput: ResolverTypeWrapper<Partial<RegisterCitizenInput>>;
  RegisterCitizenResult: ResolverTypeWrapper<Partial<RegisterCitizenResult>>;
  RegisterDwellingResult: ResolverTypeWrapper<Partial<RegisterDwellingResult>>;
  RegisterEntry: ResolverTypeWrapper<Partial<RegisterEntry>>;
  RegisterInput: ResolverTypeWrapper<Partial<RegisterInput>>;
  RegisterProposal: ResolverTypeWrapper<Partial<RegisterProposal>>;
  RegisterRole: ResolverTypeWrapper<Partial<RegisterRole>>;
  RegisterState: ResolverTypeWrapper<Partial<RegisterState>>;
  RegisterWritten: ResolverTypeWrapper<Partial<RegisterWritten>>;
  Relation: ResolverTypeWrapper<Partial<Relation>>;
  RelationCode: ResolverTypeWrapper<Partial<RelationCode>>;
  RelationCodeInput: ResolverTypeWrapper<Partial<RelationCodeInput>>;
  RenameUnitInput: ResolverTypeWrapper<Partial<RenameUnitInput>>;
  RenewResidenceInput: ResolverTypeWrapper<Partial<RenewResidenceInput>>;
  RequiredPaper: ResolverTypeWrapper<Partial<RequiredPaper>>;
  RequiredPaperInput: ResolverTypeWrapper<Partial<RequiredPaperInput>>;
  Residence: ResolverTypeWrapper<Partial<Residence>>;
  ResidenceEndCause: ResolverTypeWrapper<Partial<ResidenceEndCause>>;
  ResidenceKind: ResolverTypeWrapper<Partial<ResidenceKind>>;
  ResidenceKindFigures: ResolverTypeWrapper<Partial<ResidenceKindFigures>>;
  ResidenceSource: ResolverTypeWrapper<Partial<ResidenceSource>>;
  ResidenceStanding: ResolverTypeWrapper<Partial<ResidenceStanding>>;
  ResidenceStartCause: ResolverTypeWrapper<Partial<ResidenceStartCause>>;
  ReturnBy: ResolverTypeWrapper<Partial<ReturnBy>>;
  RevealPurpose: ResolverTypeWrapper<Partial<RevealPurpose>>;
  RevealedField: ResolverTypeWrapper<Partial<RevealedField>>;
  Role: ResolverTypeWrapper<Partial<Role>>;
  Satisfaction: ResolverTypeWrapper<Partial<Satisfaction>>;
  SatisfactionFigure: ResolverTypeWrapper<Partial<SatisfactionFigure>>;
  SaturdayHours: ResolverTypeWrapper<Partial<SaturdayHours>>;
  SaturdayHoursInput: ResolverTypeWrapper<Partial<SaturdayHoursInput>>;
  SearchHit: ResolverTypeWrapper<Partial<SearchHit>>;
  SearchKind: ResolverTypeWrapper<Partial<SearchKind>>;
  SearchResult: ResolverTypeWrapper<Partial<SearchResult>>;
  Series: ResolverTypeWrapper<Partial<Series>>;
  SeriesKind: ResolverTypeWrapper<Partial<SeriesKind>>;
  SeriesNumber: ResolverTypeWrapper<Partial<SeriesNumber>>;
  SettlementKind: ResolverTypeWrapper<Partial<SettlementKind>>;
  Sex: ResolverTypeWrapper<Partial<Sex>>;
  SigningKey: ResolverTypeWrapper<Partial<SigningKey>>;
  SigningMeans: ResolverTypeWrapper<Partial<SigningMeans>>;
  SigningState: ResolverTypeWrapper<Partial<SigningState>>;
  SplitHouseholdInput: ResolverTypeWrapper<Partial<SplitHouseholdInput>>;
  SplitPartInput: ResolverTypeWrapper<Partial<SplitPartInput>>;
  SplitUnitInput: ResolverTypeWrapper<Partial<SplitUnitInput>>;
  StartAbsenceInput: ResolverTypeWrapper<Partial<StartAbsenceInput>>;
  StepKind: ResolverTypeWrapper<Partial<StepKind>>;
  String: ResolverTypeWrapper<Partial<Scalars['String']['output']>>;
  SubmissionInput: ResolverTypeWrapper<Partial<SubmissionInput>>;
  Submitted: ResolverTypeWrapper<Partial<Submitted>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SystemState: ResolverTypeWrapper<Partial<SystemState>>;
  SystemWarning: ResolverTypeWrapper<Partial<SystemWarning>>;
  TakeInInput: ResolverTypeWrapper<Partial<TakeInInput>>;
  TemporaryStay: ResolverTypeWrapper<Partial<TemporaryStay>>;
  Term: ResolverTypeWrapper<Partial<Term>>;
  TermCut: ResolverTypeWrapper<Partial<TermCut>>;
  TermInput: ResolverTypeWrapper<Partial<TermInput>>;
  TermUnit: ResolverTypeWrapper<Partial<TermUnit>>;
  TimelineEntry: ResolverTypeWrapper<Partial<TimelineEntry>>;
  TimelineField: ResolverTypeWrapper<Partial<TimelineField>>;
  TimelineSource: ResolverTypeWrapper<Partial<TimelineSource>>;
  Today: ResolverTypeWrapper<Partial<Today>>;
  Unit: ResolverTypeWrapper<Partial<Unit>>;
  UnitCounts: ResolverTypeWrapper<Partial<UnitCounts>>;
  UnitFigure: ResolverTypeWrapper<Partial<UnitFigure>>;
  UnitGlance: ResolverTypeWrapper<Partial<UnitGlance>>;
  UnitLevel: ResolverTypeWrapper<Partial<UnitLevel>>;
  UnknownNeighbourhood: ResolverTypeWrapper<Partial<UnknownNeighbourhood>>;
  UnmatchedMove: ResolverTypeWrapper<Partial<UnmatchedMove>>;
  UnmatchedMovePage: ResolverTypeWrapper<Partial<UnmatchedMovePage>>;
  UnmergePreview: ResolverTypeWrapper<Partial<UnmergePreview>>;
  UploadState: ResolverTypeWrapper<Partial<UploadState>>;
  Viewer: ResolverTypeWrapper<Partial<Viewer>>;
  Warning: ResolverTypeWrapper<Partial<Warning>>;
  WarningParam: ResolverTypeWrapper<Partial<WarningParam>>;
  WithdrawalCounts: ResolverTypeWrapper<Partial<WithdrawalCounts>>;
  WithdrawalReason: ResolverTypeWrapper<Partial<WithdrawalReason>>;
  WorkingSpan: ResolverTypeWrapper<Partial<WorkingSpan>>;
  WorkingSpanInput: ResolverTypeWrapper<Partial<WorkingSpanInput>>;
  WorkingWeek: ResolverTypeWrapper<Partial<WorkingWeek>>;
  WorkingWeekInput: ResolverTypeWrapper<Partial<WorkingWeekInput>>;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  Absence: Partial<Absence>;
  AccessEntry: Partial<AccessEntry>;
  AccessEntryPage: Partial<AccessEntryPage>;
  Account: Partial<Account>;
  AccountPage: Partial<AccountPage>;
  AgeFigure: Partial<AgeFigure>;
  ArriveByNationalIdInput: Partial<ArriveByNationalIdInput>;
  AskedFeeInput: Partial<AskedFeeInput>;
  AskedPaper: Partial<AskedPaper>;
  AskedPaperInput: Partial<AskedPaperInput>;
  BankAccount: Partial<BankAccount>;
  BankAccountInput: Partial<BankAccountInput>;
  Boolean: Partial<Scalars['Boolean']['output']>;
  BoundaryChangeInput: Partial<BoundaryChangeInput>;
  BoundaryChangePlan: Partial<BoundaryChangePlan>;
  CalendarRow: Partial<CalendarRow>;
  CalendarRowInput: Partial<CalendarRowInput>;
  CauseFigure: Partial<CauseFigure>;
  Change: Partial<Change>;
  ChangeCitizenInput: Partial<ChangeCitizenInput>;
  CheckedPaper: Partial<CheckedPaper>;
  CheckedPaperInput: Partial<CheckedPaperInput>;
  Citizen: Partial<Citizen>;
  CitizenDetailsInput: Partial<CitizenDetailsInput>;
  CitizenPage: Partial<CitizenPage>;
  CitizenRow: Partial<CitizenRow>;
  CodeFigure: Partial<CodeFigure>;
  ColumnMapping: Partial<ColumnMapping>;
  ColumnMappingInput: Partial<ColumnMappingInput>;
  CommandMeta: Partial<CommandMeta>;
  CommandResult: ResolversInterfaceTypes<ResolversParentTypes>['CommandResult'];
  CriterionFigure: Partial<CriterionFigure>;
  Day: Partial<Scalars['Day']['output']>;
  DifferenceCount: Partial<DifferenceCount>;
  DifferencePage: Partial<DifferencePage>;
  Done: Partial<Done>;
  Dossier: Partial<Dossier>;
  DossierAnswer: Partial<DossierAnswer>;
  DossierAnswerInput: Partial<DossierAnswerInput>;
  DossierAssignee: Partial<DossierAssignee>;
  DossierBatch: Partial<DossierBatch>;
  DossierCounts: Partial<DossierCounts>;
  DossierEnding: Partial<DossierEnding>;
  DossierEntry: Partial<DossierEntry>;
  DossierExtension: Partial<DossierExtension>;
  DossierFile: Partial<DossierFile>;
  DossierImport: Partial<DossierImport>;
  DossierImportPage: Partial<DossierImportPage>;
  DossierImportSummary: Partial<DossierImportSummary>;
  DossierNotice: Partial<DossierNotice>;
  DossierNotices: Partial<DossierNotices>;
  DossierOutcome: Partial<DossierOutcome>;
  DossierPage: Partial<DossierPage>;
  DossierPrint: Partial<DossierPrint>;
  DossierRating: Partial<DossierRating>;
  DossierRegister: Partial<DossierRegister>;
  DossierReturn: Partial<DossierReturn>;
  DossierSigning: Partial<DossierSigning>;
  DossierTaken: Partial<DossierTaken>;
  DossierUpload: Partial<DossierUpload>;
  DossierWarning: Partial<DossierWarning>;
  DuplicateCandidate: Partial<DuplicateCandidate>;
  DuplicatePage: Partial<DuplicatePage>;
  DuplicatePair: Partial<DuplicatePair>;
  Dwelling: Partial<Dwelling>;
  DwellingChanges: Partial<DwellingChanges>;
  DwellingInput: Partial<DwellingInput>;
  DwellingPage: Partial<DwellingPage>;
  EidCounts: Partial<EidCounts>;
  EidFigures: Partial<EidFigures>;
  EidGroup: Partial<EidGroup>;
  EidGroupFilter: Partial<EidGroupFilter>;
  EndHouseholdStatusInput: Partial<EndHouseholdStatusInput>;
  EndMarriageInput: Partial<EndMarriageInput>;
  EvidenceInput: Partial<EvidenceInput>;
  FactText: Partial<FactText>;
  Fee: Partial<Fee>;
  FeeDiscount: Partial<FeeDiscount>;
  FeeDiscountInput: Partial<FeeDiscountInput>;
  FeeInput: Partial<FeeInput>;
  FeeLine: Partial<FeeLine>;
  FeeReceipt: Partial<FeeReceipt>;
  FeeRequest: Partial<FeeRequest>;
  FeeTransfer: Partial<FeeTransfer>;
  FeesPaid: Partial<FeesPaid>;
  FieldCell: Partial<FieldCell>;
  FieldChange: Partial<FieldChange>;
  FieldNarrowing: Partial<FieldNarrowing>;
  FieldTable: Partial<FieldTable>;
  Figure: Partial<Figure>;
  FileSigned: Partial<FileSigned>;
  Float: Partial<Scalars['Float']['output']>;
  FollowOpened: Partial<FollowOpened>;
  FollowedDossier: Partial<FollowedDossier>;
  FollowedPaper: Partial<FollowedPaper>;
  FollowedStep: Partial<FollowedStep>;
  FormHouseholdInput: Partial<FormHouseholdInput>;
  FormHouseholdResult: Partial<FormHouseholdResult>;
  FormerMember: Partial<FormerMember>;
  FormerResident: Partial<FormerResident>;
  GeoPoint: Partial<GeoPoint>;
  GrantHouseholdStatusInput: Partial<GrantHouseholdStatusInput>;
  GrantPolicyStatusInput: Partial<GrantPolicyStatusInput>;
  GrantPositionInput: Partial<GrantPositionInput>;
  GroupRight: Partial<GroupRight>;
  Household: Partial<Household>;
  HouseholdPage: Partial<HouseholdPage>;
  HouseholdStatus: Partial<HouseholdStatus>;
  ID: Partial<Scalars['ID']['output']>;
  Import: Partial<Import>;
  ImportColumn: Partial<ImportColumn>;
  ImportDifference: Partial<ImportDifference>;
  ImportField: Partial<ImportField>;
  ImportIssue: Partial<ImportIssue>;
  ImportPage: Partial<ImportPage>;
  ImportProgress: Partial<ImportProgress>;
  ImportRow: Partial<ImportRow>;
  ImportRowPage: Partial<ImportRowPage>;
  ImportSummary: Partial<ImportSummary>;
  ImportTemplate: Partial<ImportTemplate>;
  ImportWithdrawal: Partial<ImportWithdrawal>;
  ImportedDossier: Partial<ImportedDossier>;
  ImportedDossierPage: Partial<ImportedDossierPage>;
  Instant: Partial<Scalars['Instant']['output']>;
  Int: Partial<Scalars['Int']['output']>;
  IssueCount: Partial<IssueCount>;
  JoinHouseholdInput: Partial<JoinHouseholdInput>;
  JoinHouseholdsInput: Partial<JoinHouseholdsInput>;
  KeptPage: Partial<KeptPage>;
  KeptRecord: Partial<KeptRecord>;
  LeaveHouseholdInput: Partial<LeaveHouseholdInput>;
  LifeWarningsInput: Partial<LifeWarningsInput>;
  LikelyDecision: Partial<LikelyDecision>;
  LikelyPage: Partial<LikelyPage>;
  LikelyPerson: Partial<LikelyPerson>;
  LikelyRow: Partial<LikelyRow>;
  LogPosition: Partial<Scalars['LogPosition']['output']>;
  Marriage: Partial<Marriage>;
  Member: Partial<Member>;
  MemberRelationInput: Partial<MemberRelationInput>;
  MergeUnitsInput: Partial<MergeUnitsInput>;
  MergedRecord: Partial<MergedRecord>;
  Movement: Partial<Movement>;
  Mutation: Record<PropertyKey, never>;
  NarrowFieldInput: Partial<NarrowFieldInput>;
  NewUnitInput: Partial<NewUnitInput>;
  OnDossierInput: Partial<OnDossierInput>;
  OneStop: Partial<OneStop>;
  OneStopSettings: Partial<OneStopSettings>;
  OneStopSettingsInput: Partial<OneStopSettingsInput>;
  OneTimePassword: Partial<OneTimePassword>;
  OpenAccountInput: Partial<OpenAccountInput>;
  OpenAccountResult: Partial<OpenAccountResult>;
  OutsideService: Partial<OutsideService>;
  PaperRequest: Partial<PaperRequest>;
  PartialDay: Partial<Scalars['PartialDay']['output']>;
  Party: Partial<Party>;
  PartyInput: Partial<PartyInput>;
  PastColumn: Partial<PastColumn>;
  PastColumnInput: Partial<PastColumnInput>;
  PastDossier: Partial<PastDossier>;
  PastFlag: Partial<PastFlag>;
  PastIssue: Partial<PastIssue>;
  PastStep: Partial<PastStep>;
  PeopleFilter: Partial<PeopleFilter>;
  PlanBoundaryChangeResult: Partial<PlanBoundaryChangeResult>;
  PlannedUnit: Partial<PlannedUnit>;
  PointInput: Partial<PointInput>;
  PolicyStatus: Partial<PolicyStatus>;
  Population: Partial<Population>;
  PopulationDwellings: Partial<PopulationDwellings>;
  PopulationHouseholds: Partial<PopulationHouseholds>;
  PopulationList: Partial<PopulationList>;
  PopulationPerson: Partial<PopulationPerson>;
  Position: Partial<Position>;
  PrintablePaper: Partial<PrintablePaper>;
  Procedure: Partial<Procedure>;
  ProcedureInput: Partial<ProcedureInput>;
  ProcedurePublished: Partial<ProcedurePublished>;
  ProcedureStep: Partial<ProcedureStep>;
  ProcedureStepInput: Partial<ProcedureStepInput>;
  ProjectionState: Partial<ProjectionState>;
  ProposedEvidence: Partial<ProposedEvidence>;
  ProposedPerson: Partial<ProposedPerson>;
  ProposedValue: Partial<ProposedValue>;
  PublicForm: Partial<PublicForm>;
  PublicProcedure: Partial<PublicProcedure>;
  PublicWard: Partial<PublicWard>;
  Query: Record<PropertyKey, never>;
  RateServiceInput: Partial<RateServiceInput>;
  RatingAnswer: Partial<RatingAnswer>;
  RatingAnswerPage: Partial<RatingAnswerPage>;
  RatingCriterion: Partial<RatingCriterion>;
  RatingCriterionInput: Partial<RatingCriterionInput>;
  RatingForm: Partial<RatingForm>;
  RatingMark: Partial<RatingMark>;
  RatingMarkInput: Partial<RatingMarkInput>;
  RatingPoster: Partial<RatingPoster>;
  RatingReceived: Partial<RatingReceived>;
  RatingSettingsInput: Partial<RatingSettingsInput>;
  RatingShare: Partial<RatingShare>;
  RecordDeathInput: Partial<RecordDeathInput>;
  RecordMarriageInput: Partial<RecordMarriageInput>;
  ReferenceUnit: Partial<ReferenceUnit>;
  RegisterBirthInput: Partial<RegisterBirthInput>;
  RegisterCitizenInput: Partial<RegisterCitizenInput>;
  RegisterCitizenResult: Partial<RegisterCitizenResult>;
  RegisterDwellingResult: Partial<RegisterDwellingResult>;
  RegisterEntry: Partial<RegisterEntry>;
  RegisterInput: Partial<RegisterInput>;
  RegisterProposal: Partial<RegisterProposal>;
  RegisterWritten: Partial<RegisterWritten>;
  RelationCode: Partial<RelationCode>;
  RelationCodeInput: Partial<RelationCodeInput>;
  RenameUnitInput: Partial<RenameUnitInput>;
  RenewResidenceInput: Partial<RenewResidenceInput>;
  RequiredPaper: Partial<RequiredPaper>;
  RequiredPaperInput: Partial<RequiredPaperInput>;
  Residence: Partial<Residence>;
  ResidenceKindFigures: Partial<ResidenceKindFigures>;
  RevealedField: Partial<RevealedField>;
  Satisfaction: Partial<Satisfaction>;
  SatisfactionFigure: Partial<SatisfactionFigure>;
  SaturdayHours: Partial<SaturdayHours>;
  SaturdayHoursInput: Partial<SaturdayHoursInput>;
  SearchHit: Partial<SearchHit>;
  SearchResult: Partial<SearchResult>;
  Series: Partial<Series>;
  SeriesNumber: Partial<SeriesNumber>;
  SigningKey: Partial<SigningKey>;
  SigningMeans: Partial<SigningMeans>;
  SplitHouseholdInput: Partial<SplitHouseholdInput>;
  SplitPartInput: Partial<SplitPartInput>;
  SplitUnitInput: Partial<SplitUnitInput>;
  StartAbsenceInput: Partial<StartAbsenceInput>;
  String: Partial<Scalars['String']['output']>;
  SubmissionInput: Partial<SubmissionInput>;
  Submitted: Partial<Submitted>;
  Subscription: Record<PropertyKey, never>;
  SystemState: Partial<SystemState>;
  SystemWarning: Partial<SystemWarning>;
  TakeInInput: Partial<TakeInInput>;
  Term: Partial<Term>;
  TermCut: Partial<TermCut>;
  TermInput: Partial<TermInput>;
  TimelineEntry: Partial<TimelineEntry>;
  TimelineField: Partial<TimelineField>;
  TimelineSource: Partial<TimelineSource>;
  Today: Partial<Today>;
  Unit: Partial<Unit>;
  UnitCounts: Partial<UnitCounts>;
  UnitFigure: Partial<UnitFigure>;
  UnitGlance: Partial<UnitGlance>;
  UnknownNeighbourhood: Partial<UnknownNeighbourhood>;
  UnmatchedMove: Partial<UnmatchedMove>;
  UnmatchedMovePage: Partial<UnmatchedMovePage>;
  UnmergePreview: Partial<UnmergePreview>;
  Viewer: Partial<Viewer>;
  Warning: Partial<Warning>;
  WarningParam: Partial<WarningParam>;
  WithdrawalCounts: Partial<WithdrawalCounts>;
  WorkingSpan: Partial<WorkingSpan>;
  WorkingSpanInput: Partial<WorkingSpanInput>;
  WorkingWeek: Partial<WorkingWeek>;
  WorkingWeekInput: Partial<WorkingWeekInput>;
}>;

export type AbsenceResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Absence'] = ResolversParentTypes['Absence']> = ResolversObject<{
  destination?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedOn?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
}>;

export type AccessEntryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AccessEntry'] = ResolversParentTypes['AccessEntry']> = ResolversObject<{
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['RevealPurpose']>, ParentType, ContextType>;
}>;

export type AccessEntryPageResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AccessEntryPage'] = ResolversParentTypes['AccessEntryPage']> = ResolversObject<{
  items?: Resolver<Array<ResolversTypes['AccessEntry']>, ParentType, ContextType>;
  nextCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type AccountResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account']> = ResolversObject<{
  closed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastSignIn?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  positions?: Resolver<Array<ResolversTypes['Position']>, ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type AccountPageResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AccountPage'] = ResolversParentTypes['AccountPage']> = ResolversObject<{
  items?: Resolver<Array<ResolversTypes['Account']>, ParentType, ContextType>;
  nextCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type AgeFigureResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AgeFigure'] = ResolversParentTypes['AgeFigure']> = ResolversObject<{
  female?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  male?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
}>;

export type AskedPaperResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AskedPaper'] = ResolversParentTypes['AskedPaper']> = ResolversObject<{
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  wrong?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type BankAccountResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['BankAccount'] = ResolversParentTypes['BankAccount']> = ResolversObject<{
  accountName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accountNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bankBin?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bankName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type BoundaryChangePlanResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['BoundaryChangePlan'] = ResolversParentTypes['BoundaryChangePlan']> = ResolversObject<{
  effectiveOn?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  from?: Resolver<Array<ResolversTypes['Unit']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  into?: Resolver<Array<ResolversTypes['PlannedUnit']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['BoundaryChangeKind'], ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  plannedOn?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['BoundaryChangeState'], ParentType, ContextType>;
}>;

export type CalendarRowResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CalendarRow'] = ResolversParentTypes['CalendarRow']> = ResolversObject<{
  date?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  legalBasis?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['CalendarDayType'], ParentType, ContextType>;
}>;

export type CauseFigureResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CauseFigure'] = ResolversParentTypes['CauseFigure']> = ResolversObject<{
  cause?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  delta?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ChangeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Change'] = ResolversParentTypes['Change']> = ResolversObject<{
  position?: Resolver<ResolversTypes['LogPosition'], ParentType, ContextType>;
  topics?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type CheckedPaperResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CheckedPaper'] = ResolversParentTypes['CheckedPaper']> = ResolversObject<{
  copies?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  form?: Resolver<ResolversTypes['PaperForm'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['PaperSource'], ParentType, ContextType>;
}>;

export type CitizenResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Citizen'] = ResolversParentTypes['Citizen']> = ResolversObject<{
  absences?: Resolver<Array<ResolversTypes['Absence']>, ParentType, ContextType>;
  age?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  birth?: Resolver<Maybe<ResolversTypes['PartialDay']>, ParentType, ContextType>;
  birthPlace?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  departedOn?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  died?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  disability?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dossiers?: Resolver<Array<ResolversTypes['Dossier']>, ParentType, ContextType>;
  earlierId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  education?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  eidLevel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  eidSince?: Resolver<Maybe<ResolversTypes['PartialDay']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ethnicity?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiredResidences?: Resolver<Array<ResolversTypes['Residence']>, ParentType, ContextType>;
  fullName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  healthInsurance?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  homeTown?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  maritalStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  marriages?: Resolver<Array<ResolversTypes['Marriage']>, ParentType, ContextType>;
  masked?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  mayEdit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mergedRecords?: Resolver<Array<ResolversTypes['MergedRecord']>, ParentType, ContextType>;
  nationalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nationality?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  occupation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  otherName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  permanentHousehold?: Resolver<Maybe<ResolversTypes['Household']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  policies?: Resolver<Array<ResolversTypes['PolicyStatus']>, ParentType, ContextType>;
  religion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  residences?: Resolver<Array<ResolversTypes['Residence']>, ParentType, ContextType>;
  sex?: Resolver<ResolversTypes['Sex'], ParentType, ContextType>;
  timeline?: Resolver<Array<ResolversTypes['TimelineEntry']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['Warning']>, ParentType, ContextType>;
  withheld?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  workplace?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type CitizenPageResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CitizenPage'] = ResolversParentTypes['CitizenPage']> = ResolversObject<{
  items?: Resolver<Array<ResolversTypes['CitizenRow']>, ParentType, ContextType>;
  nextCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type CitizenRowResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CitizenRow'] = ResolversParentTypes['CitizenRow']> = ResolversObject<{
  citizen?: Resolver<ResolversTypes['Citizen'], ParentType, ContextType>;
  household?: Resolver<Maybe<ResolversTypes['Household']>, ParentType, ContextType>;
  relation?: Resolver<Maybe<ResolversTypes['Relation']>, ParentType, ContextType>;
}>;

export type CodeFigureResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CodeFigure'] = ResolversParentTypes['CodeFigure']> = ResolversObject<{
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
}>;

export type ColumnMappingResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ColumnMapping'] = ResolversParentTypes['ColumnMapping']> = ResolversObject<{
  column?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  relations?: Resolver<Array<ResolversTypes['RelationCode']>, ParentType, ContextType>;
}>;

export type CommandResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CommandResult'] = ResolversParentTypes['CommandResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'Done' | 'DossierBatch' | 'DossierTaken' | 'FeesPaid' | 'FileSigned' | 'FormHouseholdResult' | 'OpenAccountResult' | 'PlanBoundaryChangeResult' | 'ProcedurePublished' | 'RegisterCitizenResult' | 'RegisterDwellingResult' | 'RegisterWritten' | 'Submitted', ParentType, ContextType>;
}>;

export type CriterionFigureResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CriterionFigure'] = ResolversParentTypes['CriterionFigure']> = ResolversObject<{
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  marks?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  satisfied?: Resolver<ResolversTypes['RatingShare'], ParentType, ContextType>;
}>;

export interface DayScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Day'], any> {
  name: 'Day';
}

export type DifferenceCountResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DifferenceCount'] = ResolversParentTypes['DifferenceCount']> = ResolversObject<{
  applied?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  confirmed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DifferenceKind'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type DifferencePageResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DifferencePage'] = ResolversParentTypes['DifferencePage']> = ResolversObject<{
  counts?: Resolver<Array<ResolversTypes['DifferenceCount']>, ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['ImportDifference']>, ParentType, ContextType>;
  nextCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type DoneResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Done'] = ResolversParentTypes['Done']> = ResolversObject<{
  position?: Resolver<ResolversTypes['LogPosition'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type DossierResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Dossier'] = ResolversParentTypes['Dossier']> = ResolversObject<{
  answers?: Resolver<Array<ResolversTypes['DossierAnswer']>, ParentType, ContextType>;
  approved?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  assignee?: Resolver<Maybe<ResolversTypes['DossierAssignee']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['DossierChannel'], ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  ending?: Resolver<Maybe<ResolversTypes['DossierEnding']>, ParentType, ContextType>;
  extensions?: Resolver<Array<ResolversTypes['DossierExtension']>, ParentType, ContextType>;
  fees?: Resolver<Array<ResolversTypes['FeeRequest']>, ParentType, ContextType>;
  files?: Resolver<Array<ResolversTypes['DossierFile']>, ParentType, ContextType>;
  hoursLeft?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  matter?: Resolver<ResolversTypes['Matter'], ParentType, ContextType>;
  nationalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nationalStatus?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notices?: Resolver<ResolversTypes['DossierNotices'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['Party']>, ParentType, ContextType>;
  ownerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  pace?: Resolver<ResolversTypes['DossierPace'], ParentType, ContextType>;
  papers?: Resolver<Array<ResolversTypes['CheckedPaper']>, ParentType, ContextType>;
  past?: Resolver<Maybe<ResolversTypes['PastDossier']>, ParentType, ContextType>;
  pausedSince?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  printable?: Resolver<Array<ResolversTypes['PrintablePaper']>, ParentType, ContextType>;
  prints?: Resolver<Array<ResolversTypes['DossierPrint']>, ParentType, ContextType>;
  procedure?: Resolver<ResolversTypes['Procedure'], ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['DossierRating']>, ParentType, ContextType>;
  receivedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  register?: Resolver<Maybe<ResolversTypes['DossierRegister']>, ParentType, ContextType>;
  requests?: Resolver<Array<ResolversTypes['PaperRequest']>, ParentType, ContextType>;
  returnBy?: Resolver<ResolversTypes['ReturnBy'], ParentType, ContextType>;
  returned?: Resolver<Maybe<ResolversTypes['DossierReturn']>, ParentType, ContextType>;
  signings?: Resolver<Array<ResolversTypes['DossierSigning']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DossierStatus'], ParentType, ContextType>;
  step?: Resolver<Maybe<ResolversTypes['ProcedureStep']>, ParentType, ContextType>;
  stepDueAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  stuck?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  submittedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  submitter?: Resolver<Maybe<ResolversTypes['Party']>, ParentType, ContextType>;
  timeline?: Resolver<Array<ResolversTypes['DossierEntry']>, ParentType, ContextType>;
  transfers?: Resolver<Array<ResolversTypes['FeeTransfer']>, ParentType, ContextType>;
  uploads?: Resolver<Array<ResolversTypes['DossierUpload']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ward?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['DossierWarning']>, ParentType, ContextType>;
  written?: Resolver<Array<ResolversTypes['RegisterEntry']>, ParentType, ContextType>;
}>;

export type DossierAnswerResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DossierAnswer'] = ResolversParentTypes['DossierAnswer']> = ResolversObject<{
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type DossierAssigneeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DossierAssignee'] = ResolversParentTypes['DossierAssignee']> = ResolversObject<{
  accountId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type DossierBatchResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DossierBatch'] = ResolversParentTypes['DossierBatch']> = ResolversObject<{
  outcomes?: Resolver<Array<ResolversTypes['DossierOutcome']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['LogPosition'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type DossierCountsResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DossierCounts'] = ResolversParentTypes['DossierCounts']> = ResolversObject<{
  awaiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dueSoon?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  incoming?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  likelyLate?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mine?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mineDueSoon?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mineLate?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mineLikelyLate?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mineStuck?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ready?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stuck?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  team?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  toWrite?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type DossierEndingResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DossierEnding'] = ResolversParentTypes['DossierEnding']> = ResolversObject<{
  at?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  fileId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  issuedOn?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DossierEndingKind'], ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  resultName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  resultNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type DossierEntryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DossierEntry'] = ResolversParentTypes['DossierEntry']> = ResolversObject<{
  at?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  form?: Resolver<Maybe<ResolversTypes['DossierPaper']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  printNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type DossierExtensionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DossierExtension'] = ResolversParentTypes['DossierExtension']> = ResolversObject<{
  at?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  cause?: Resolver<ResolversTypes['ExtensionCause'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type DossierFileResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DossierFile'] = ResolversParentTypes['DossierFile']> = ResolversObject<{
  at?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fileId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  paper?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  setAside?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  signedAs?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
}>;

export type DossierImportResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DossierImport'] = ResolversParentTypes['DossierImport']> = ResolversObject<{
  columns?: Resolver<Array<ResolversTypes['ImportColumn']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dossiers?: Resolver<ResolversTypes['ImportedDossierPage'], ParentType, ContextType, RequireFields<DossierImportDossiersArgs, 'first'>>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mapping?: Resolver<Array<ResolversTypes['PastColumn']>, ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['ImportProgress'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ImportState'], ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['DossierImportSummary']>, ParentType, ContextType>;
  ward?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  withdrawable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
}>;

export type DossierImportPageResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DossierImportPage'] = ResolversParentTypes['DossierImportPage']> = ResolversObject<{
  items?: Resolver<Array<ResolversTypes['DossierImport']>, ParentType, ContextType>;
  nextCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type DossierImportSummaryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DossierImportSummary'] = ResolversParentTypes['DossierImportSummary']> = ResolversObject<{
  create?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dossiers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  flagged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  issues?: Resolver<Array<ResolversTypes['IssueCount']>, ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skipped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  steps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type DossierNoticeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DossierNotice'] = ResolversParentTypes['DossierNotice']> = ResolversObject<{
  lastTryAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  nextTryAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  queuedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['NoticeState'], ParentType, ContextType>;
  tries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type DossierNoticesResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DossierNotices'] = ResolversParentTypes['DossierNotices']> = ResolversObject<{
  configured?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hasAddress?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  last?: Resolver<Maybe<ResolversTypes['DossierNotice']>, ParentType, ContextType>;
  sent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  wanted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
}>;

export type DossierOutcomeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DossierOutcome'] = ResolversParentTypes['DossierOutcome']> = ResolversObject<{
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dossier?: Resolver<Maybe<ResolversTypes['Dossier']>, ParentType, ContextType>;
  dossierId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type DossierPageResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DossierPage'] = ResolversParentTypes['DossierPage']> = ResolversObject<{
  items?: Resolver<Array<ResolversTypes['Dossier']>, ParentType, ContextType>;
  nextCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type DossierPrintResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DossierPrint'] = ResolversParentTypes['DossierPrint']> = ResolversObject<{
  at?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  form?: Resolver<ResolversTypes['DossierPaper'], ParentType, ContextType>;
  ofVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  paperId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  printNumber?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
}>;

export type DossierRatingResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DossierRating'] = ResolversParentTypes['DossierRating']> = ResolversObject<{
  at?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  counter?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  criteria?: Resolver<Array<ResolversTypes['RatingCriterion']>, ParentType, ContextType>;
  marks?: Resolver<Array<ResolversTypes['RatingMark']>, ParentType, ContextType>;
  via?: Resolver<ResolversTypes['RatingVia'], ParentType, ContextType>;
}>;

export type DossierRegisterResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DossierRegister'] = ResolversParentTypes['DossierRegister']> = ResolversObject<{
  at?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SettlementKind'], ParentType, ContextType>;
  mayWrite?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['RegisterState'], ParentType, ContextType>;
}>;

export type DossierReturnResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DossierReturn'] = ResolversParentTypes['DossierReturn']> = ResolversObject<{
  at?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['ReturnBy'], ParentType, ContextType>;
  receivedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type DossierSigningResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DossierSigning'] = ResolversParentTypes['DossierSigning']> = ResolversObject<{
  askedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cancellable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  fileId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastTryAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  nextTryAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SigningState'], ParentType, ContextType>;
  tries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type DossierTakenResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DossierTaken'] = ResolversParentTypes['DossierTaken']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dossierId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['LogPosition'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type DossierUploadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DossierUpload'] = ResolversParentTypes['DossierUpload']> = ResolversObject<{
  at?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  bytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fileId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  paper?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['UploadState'], ParentType, ContextType>;
}>;

export type DossierWarningResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DossierWarning'] = ResolversParentTypes['DossierWarning']> = ResolversObject<{
  code?: Resolver<ResolversTypes['DossierWarningCode'], ParentType, ContextType>;
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  day?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
}>;

export type DuplicateCandidateResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuplicateCandidate'] = ResolversParentTypes['DuplicateCandidate']> = ResolversObject<{
  citizen?: Resolver<ResolversTypes['Citizen'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type DuplicatePageResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuplicatePage'] = ResolversParentTypes['DuplicatePage']> = ResolversObject<{
  items?: Resolver<Array<ResolversTypes['DuplicatePair']>, ParentType, ContextType>;
  nextCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type DuplicatePairResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DuplicatePair'] = ResolversParentTypes['DuplicatePair']> = ResolversObject<{
  first?: Resolver<ResolversTypes['Citizen'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  second?: Resolver<ResolversTypes['Citizen'], ParentType, ContextType>;
}>;

export type DwellingResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Dwelling'] = ResolversParentTypes['Dwelling']> = ResolversObject<{
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  confirmedDaysAgo?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  confirmedOn?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  formerHouseholds?: Resolver<Array<ResolversTypes['Household']>, ParentType, ContextType>;
  houseNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  householdCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  households?: Resolver<Array<ResolversTypes['Household']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DwellingKind'], ParentType, ContextType>;
  mayConfirm?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  neighbourhood?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  oldNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  peopleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  point?: Resolver<Maybe<ResolversTypes['GeoPoint']>, ParentType, ContextType>;
  street?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  timeline?: Resolver<Array<ResolversTypes['TimelineEntry']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ward?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
}>;

export type DwellingPageResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DwellingPage'] = ResolversParentTypes['DwellingPage']> = ResolversObject<{
  items?: Resolver<Array<ResolversTypes['Dwelling']>, ParentType, ContextType>;
  nextCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type EidCountsResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EidCounts'] = ResolversParentTypes['EidCounts']> = ResolversObject<{
  households?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  householdsAll?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  householdsSome?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  level1?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  level2?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  none?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type EidFiguresResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EidFigures'] = ResolversParentTypes['EidFigures']> = ResolversObject<{
  asOf?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  definition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  groups?: Resolver<Array<ResolversTypes['EidGroup']>, ParentType, ContextType>;
  knownAt?: Resolver<ResolversTypes['LogPosition'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['EidCounts'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
}>;

export type EidGroupResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EidGroup'] = ResolversParentTypes['EidGroup']> = ResolversObject<{
  by?: Resolver<ResolversTypes['EidGrouping'], ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['EidCounts'], ParentType, ContextType>;
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
}>;

export type FactTextResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FactText'] = ResolversParentTypes['FactText']> = ResolversObject<{
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type FeeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Fee'] = ResolversParentTypes['Fee']> = ResolversObject<{
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  amountFromThird?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['FeeChannel'], ParentType, ContextType>;
  discounts?: Resolver<Array<ResolversTypes['FeeDiscount']>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  most?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  per?: Resolver<ResolversTypes['FeePer'], ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
}>;

export type FeeDiscountResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FeeDiscount'] = ResolversParentTypes['FeeDiscount']> = ResolversObject<{
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  percent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type FeeLineResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FeeLine'] = ResolversParentTypes['FeeLine']> = ResolversObject<{
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  discountReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  feeKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type FeeReceiptResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FeeReceipt'] = ResolversParentTypes['FeeReceipt']> = ResolversObject<{
  at?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  book?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['PaymentMethod'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type FeeRequestResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FeeRequest'] = ResolversParentTypes['FeeRequest']> = ResolversObject<{
  at?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['FeeLine']>, ParentType, ContextType>;
  receipt?: Resolver<Maybe<ResolversTypes['FeeReceipt']>, ParentType, ContextType>;
  requestId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waits?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
}>;

export type FeeTransferResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FeeTransfer'] = ResolversParentTypes['FeeTransfer']> = ResolversObject<{
  accountName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accountNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  bankName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  picture?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
}>;

export type FeesPaidResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FeesPaid'] = ResolversParentTypes['FeesPaid']> = ResolversObject<{
  position?: Resolver<ResolversTypes['LogPosition'], ParentType, ContextType>;
  receiptNumber?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type FieldCellResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FieldCell'] = ResolversParentTypes['FieldCell']> = ResolversObject<{
  granted?: Resolver<ResolversTypes['FieldRight'], ParentType, ContextType>;
  group?: Resolver<ResolversTypes['FieldGroup'], ParentType, ContextType>;
  right?: Resolver<ResolversTypes['FieldRight'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
}>;

export type FieldNarrowingResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FieldNarrowing'] = ResolversParentTypes['FieldNarrowing']> = ResolversObject<{
  endedOn?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  group?: Resolver<ResolversTypes['FieldGroup'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  right?: Resolver<ResolversTypes['FieldRight'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
}>;

export type FieldTableResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FieldTable'] = ResolversParentTypes['FieldTable']> = ResolversObject<{
  cells?: Resolver<Array<ResolversTypes['FieldCell']>, ParentType, ContextType>;
  narrowings?: Resolver<Array<ResolversTypes['FieldNarrowing']>, ParentType, ContextType>;
}>;

export type FigureResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Figure'] = ResolversParentTypes['Figure']> = ResolversObject<{
  definition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  suppressed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
}>;

export type FileSignedResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FileSigned'] = ResolversParentTypes['FileSigned']> = ResolversObject<{
  position?: Resolver<ResolversTypes['LogPosition'], ParentType, ContextType>;
  signedFileId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type FollowOpenedResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FollowOpened'] = ResolversParentTypes['FollowOpened']> = ResolversObject<{
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type FollowedDossierResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FollowedDossier'] = ResolversParentTypes['FollowedDossier']> = ResolversObject<{
  awaited?: Resolver<Maybe<ResolversTypes['PaperRequest']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['DossierChannel'], ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  course?: Resolver<Array<ResolversTypes['FollowedStep']>, ParentType, ContextType>;
  deskAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deskName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deskPhone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  endingKind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endingReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  extensions?: Resolver<Array<ResolversTypes['DossierExtension']>, ParentType, ContextType>;
  fees?: Resolver<Array<ResolversTypes['FeeRequest']>, ParentType, ContextType>;
  fileFor?: Resolver<Array<ResolversTypes['FollowedPaper']>, ParentType, ContextType>;
  handledBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasResult?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lookup?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mayRate?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mayWithdraw?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nationalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nationalStatus?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  prints?: Resolver<Array<ResolversTypes['DossierPrint']>, ParentType, ContextType>;
  procedureName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  receivedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  resultName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  returnBy?: Resolver<ResolversTypes['ReturnBy'], ParentType, ContextType>;
  returnedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DossierStatus'], ParentType, ContextType>;
  stepName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  submittedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  transfers?: Resolver<Array<ResolversTypes['FeeTransfer']>, ParentType, ContextType>;
  uploadToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  uploads?: Resolver<Array<ResolversTypes['DossierUpload']>, ParentType, ContextType>;
  ward?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  wardName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type FollowedPaperResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FollowedPaper'] = ResolversParentTypes['FollowedPaper']> = ResolversObject<{
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type FollowedStepResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FollowedStep'] = ResolversParentTypes['FollowedStep']> = ResolversObject<{
  at?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type FormHouseholdResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FormHouseholdResult'] = ResolversParentTypes['FormHouseholdResult']> = ResolversObject<{
  householdId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['LogPosition'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type FormerMemberResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FormerMember'] = ResolversParentTypes['FormerMember']> = ResolversObject<{
  citizen?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType>;
  died?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  household?: Resolver<Maybe<ResolversTypes['Household']>, ParentType, ContextType>;
  leftOn?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  relation?: Resolver<Maybe<ResolversTypes['Relation']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
}>;

export type FormerResidentResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FormerResident'] = ResolversParentTypes['FormerResident']> = ResolversObject<{
  endedOn?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  fullName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  toWard?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  toWardName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  wentTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type GeoPointResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['GeoPoint'] = ResolversParentTypes['GeoPoint']> = ResolversObject<{
  lat?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  lon?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type GroupRightResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['GroupRight'] = ResolversParentTypes['GroupRight']> = ResolversObject<{
  group?: Resolver<ResolversTypes['FieldGroup'], ParentType, ContextType>;
  right?: Resolver<ResolversTypes['FieldRight'], ParentType, ContextType>;
}>;

export type HouseholdResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Household'] = ResolversParentTypes['Household']> = ResolversObject<{
  dissolvedOn?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  dwelling?: Resolver<ResolversTypes['Dwelling'], ParentType, ContextType>;
  formedOn?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  formerMembers?: Resolver<Array<ResolversTypes['FormerMember']>, ParentType, ContextType>;
  head?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mayGrantStatus?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  memberCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  members?: Resolver<Array<ResolversTypes['Member']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  statuses?: Resolver<Array<ResolversTypes['HouseholdStatus']>, ParentType, ContextType>;
  timeline?: Resolver<Array<ResolversTypes['TimelineEntry']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['Warning']>, ParentType, ContextType>;
}>;

export type HouseholdPageResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['HouseholdPage'] = ResolversParentTypes['HouseholdPage']> = ResolversObject<{
  items?: Resolver<Array<ResolversTypes['Household']>, ParentType, ContextType>;
  nextCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type HouseholdStatusResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['HouseholdStatus'] = ResolversParentTypes['HouseholdStatus']> = ResolversObject<{
  endedOn?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  holds?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
}>;

export type ImportResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Import'] = ResolversParentTypes['Import']> = ResolversObject<{
  columns?: Resolver<Array<ResolversTypes['ImportColumn']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  differences?: Resolver<ResolversTypes['DifferencePage'], ParentType, ContextType, RequireFields<ImportDifferencesArgs, 'first'>>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kept?: Resolver<ResolversTypes['KeptPage'], ParentType, ContextType, RequireFields<ImportKeptArgs, 'first'>>;
  likely?: Resolver<ResolversTypes['LikelyPage'], ParentType, ContextType, RequireFields<ImportLikelyArgs, 'first'>>;
  mapping?: Resolver<Array<ResolversTypes['ColumnMapping']>, ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['ImportProgress'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['ImportRowPage'], ParentType, ContextType, RequireFields<ImportRowsArgs, 'first'>>;
  state?: Resolver<ResolversTypes['ImportState'], ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['ImportSummary']>, ParentType, ContextType>;
  templates?: Resolver<Array<ResolversTypes['ImportTemplate']>, ParentType, ContextType>;
  unknownNeighbourhoods?: Resolver<Array<ResolversTypes['UnknownNeighbourhood']>, ParentType, ContextType>;
  ward?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  withdrawable?: Resolver<Maybe<ResolversTypes['WithdrawalCounts']>, ParentType, ContextType>;
  withdrawal?: Resolver<Maybe<ResolversTypes['ImportWithdrawal']>, ParentType, ContextType>;
}>;

export type ImportColumnResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImportColumn'] = ResolversParentTypes['ImportColumn']> = ResolversObject<{
  heading?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  samples?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type ImportDifferenceResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImportDifference'] = ResolversParentTypes['ImportDifference']> = ResolversObject<{
  citizenId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  householdId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DifferenceKind'], ParentType, ContextType>;
  line?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  new?: Resolver<Array<ResolversTypes['FactText']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  old?: Resolver<Array<ResolversTypes['FactText']>, ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DifferenceState'], ParentType, ContextType>;
}>;

export type ImportFieldResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImportField'] = ResolversParentTypes['ImportField']> = ResolversObject<{
  group?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
}>;

export type ImportIssueResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImportIssue'] = ResolversParentTypes['ImportIssue']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  column?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type ImportPageResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImportPage'] = ResolversParentTypes['ImportPage']> = ResolversObject<{
  items?: Resolver<Array<ResolversTypes['Import']>, ParentType, ContextType>;
  nextCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ImportProgressResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImportProgress'] = ResolversParentTypes['ImportProgress']> = ResolversObject<{
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lag?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ImportRowResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImportRow'] = ResolversParentTypes['ImportRow']> = ResolversObject<{
  citizenId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  issues?: Resolver<Array<ResolversTypes['ImportIssue']>, ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ImportRowState'], ParentType, ContextType>;
}>;

export type ImportRowPageResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImportRowPage'] = ResolversParentTypes['ImportRowPage']> = ResolversObject<{
  items?: Resolver<Array<ResolversTypes['ImportRow']>, ParentType, ContextType>;
  nextCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ImportSummaryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImportSummary'] = ResolversParentTypes['ImportSummary']> = ResolversObject<{
  confirm?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  create?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  differences?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dwellings?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  households?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  issues?: Resolver<Array<ResolversTypes['IssueCount']>, ParentType, ContextType>;
  likely?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  relationCodes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skipped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unplaced?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  update?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  warnings?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ImportTemplateResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImportTemplate'] = ResolversParentTypes['ImportTemplate']> = ResolversObject<{
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  used?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
}>;

export type ImportWithdrawalResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImportWithdrawal'] = ResolversParentTypes['ImportWithdrawal']> = ResolversObject<{
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['WithdrawalCounts'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['WithdrawalReason'], ParentType, ContextType>;
}>;

export type ImportedDossierResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImportedDossier'] = ResolversParentTypes['ImportedDossier']> = ResolversObject<{
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dossierId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  firstLine?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  issues?: Resolver<Array<ResolversTypes['PastIssue']>, ParentType, ContextType>;
  lastLine?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PastDossierState'], ParentType, ContextType>;
  steps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ImportedDossierPageResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImportedDossierPage'] = ResolversParentTypes['ImportedDossierPage']> = ResolversObject<{
  items?: Resolver<Array<ResolversTypes['ImportedDossier']>, ParentType, ContextType>;
  nextCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export interface InstantScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Instant'], any> {
  name: 'Instant';
}

export type IssueCountResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['IssueCount'] = ResolversParentTypes['IssueCount']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type KeptPageResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['KeptPage'] = ResolversParentTypes['KeptPage']> = ResolversObject<{
  items?: Resolver<Array<ResolversTypes['KeptRecord']>, ParentType, ContextType>;
  nextCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type KeptRecordResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['KeptRecord'] = ResolversParentTypes['KeptRecord']> = ResolversObject<{
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['KeptKind'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  why?: Resolver<ResolversTypes['KeptWhy'], ParentType, ContextType>;
}>;

export type LikelyPageResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LikelyPage'] = ResolversParentTypes['LikelyPage']> = ResolversObject<{
  items?: Resolver<Array<ResolversTypes['LikelyRow']>, ParentType, ContextType>;
  nextCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type LikelyPersonResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LikelyPerson'] = ResolversParentTypes['LikelyPerson']> = ResolversObject<{
  citizen?: Resolver<ResolversTypes['Citizen'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type LikelyRowResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LikelyRow'] = ResolversParentTypes['LikelyRow']> = ResolversObject<{
  decision?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  facts?: Resolver<Array<ResolversTypes['FactText']>, ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  people?: Resolver<Array<ResolversTypes['LikelyPerson']>, ParentType, ContextType>;
}>;

export interface LogPositionScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LogPosition'], any> {
  name: 'LogPosition';
}

export type MarriageResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Marriage'] = ResolversParentTypes['Marriage']> = ResolversObject<{
  endCause?: Resolver<Maybe<ResolversTypes['MarriageEndCause']>, ParentType, ContextType>;
  endedOn?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  spouse?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType>;
  spouseName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type MemberResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member']> = ResolversObject<{
  citizen?: Resolver<ResolversTypes['Citizen'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ResidenceKind'], ParentType, ContextType>;
  relation?: Resolver<ResolversTypes['Relation'], ParentType, ContextType>;
  residenceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
}>;

export type MergedRecordResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MergedRecord'] = ResolversParentTypes['MergedRecord']> = ResolversObject<{
  birth?: Resolver<Maybe<ResolversTypes['PartialDay']>, ParentType, ContextType>;
  citizenId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  fullName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mergeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mergedOn?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
}>;

export type MovementResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Movement'] = ResolversParentTypes['Movement']> = ResolversObject<{
  causes?: Resolver<Array<ResolversTypes['CauseFigure']>, ParentType, ContextType>;
  closing?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  opening?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
}>;

export type MutationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = ResolversObject<{
  answerPapers?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationAnswerPapersArgs, 'meta' | 'token'>>;
  applyImportTemplate?: Resolver<ResolversTypes['Import'], ParentType, ContextType, RequireFields<MutationApplyImportTemplateArgs, 'importId' | 'templateId'>>;
  approveDossier?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationApproveDossierArgs, 'meta' | 'on'>>;
  arriveByNationalId?: Resolver<ResolversTypes['RegisterCitizenResult'], ParentType, ContextType, RequireFields<MutationArriveByNationalIdArgs, 'input' | 'meta'>>;
  askSigning?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationAskSigningArgs, 'fileId' | 'meta' | 'on'>>;
  assignDossier?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationAssignDossierArgs, 'meta' | 'on'>>;
  cancelBoundaryChange?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationCancelBoundaryChangeArgs, 'changeId' | 'meta' | 'reason' | 'ward'>>;
  cancelDossierImport?: Resolver<ResolversTypes['DossierImport'], ParentType, ContextType, RequireFields<MutationCancelDossierImportArgs, 'importId'>>;
  cancelImport?: Resolver<ResolversTypes['Import'], ParentType, ContextType, RequireFields<MutationCancelImportArgs, 'importId'>>;
  cancelSigning?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationCancelSigningArgs, 'dossierId' | 'signingId'>>;
  changeCitizen?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationChangeCitizenArgs, 'changes' | 'citizenId' | 'meta' | 'nature' | 'occurredOn'>>;
  changeHead?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationChangeHeadArgs, 'citizenId' | 'householdId' | 'meta' | 'occurredOn' | 'relations'>>;
  changeHousehold?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationChangeHouseholdArgs, 'expectedVersion' | 'householdId' | 'meta'>>;
  changePassword?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'current' | 'next'>>;
  checkDossierImport?: Resolver<ResolversTypes['DossierImport'], ParentType, ContextType, RequireFields<MutationCheckDossierImportArgs, 'importId' | 'mapping'>>;
  checkImport?: Resolver<ResolversTypes['Import'], ParentType, ContextType, RequireFields<MutationCheckImportArgs, 'importId' | 'mapping'>>;
  choosePosition?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType, RequireFields<MutationChoosePositionArgs, 'positionId'>>;
  closeAccount?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationCloseAccountArgs, 'accountId' | 'meta'>>;
  commitDossierImport?: Resolver<ResolversTypes['DossierImport'], ParentType, ContextType, RequireFields<MutationCommitDossierImportArgs, 'importId'>>;
  commitImport?: Resolver<ResolversTypes['Import'], ParentType, ContextType, RequireFields<MutationCommitImportArgs, 'importId' | 'skipErrors'>>;
  confirmCalendarYear?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationConfirmCalendarYearArgs, 'meta' | 'rows' | 'ward' | 'year'>>;
  confirmDifferences?: Resolver<ResolversTypes['Import'], ParentType, ContextType, RequireFields<MutationConfirmDifferencesArgs, 'importId' | 'kind' | 'occurredOn'>>;
  confirmDwelling?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationConfirmDwellingArgs, 'dwellingId' | 'meta' | 'method' | 'occurredOn'>>;
  correctDwelling?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationCorrectDwellingArgs, 'changes' | 'dwellingId' | 'expectedVersion' | 'meta'>>;
  correctResidence?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationCorrectResidenceArgs, 'citizenId' | 'meta' | 'residenceId' | 'since' | 'source'>>;
  decideLikely?: Resolver<ResolversTypes['Import'], ParentType, ContextType, RequireFields<MutationDecideLikelyArgs, 'decisions' | 'importId'>>;
  declineDossier?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationDeclineDossierArgs, 'meta' | 'on' | 'reason'>>;
  declineRegister?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationDeclineRegisterArgs, 'meta' | 'on' | 'reason'>>;
  deleteImportTemplate?: Resolver<ResolversTypes['Import'], ParentType, ContextType, RequireFields<MutationDeleteImportTemplateArgs, 'importId' | 'templateId'>>;
  dissolveHousehold?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationDissolveHouseholdArgs, 'householdId' | 'meta' | 'occurredOn'>>;
  dropUpload?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDropUploadArgs, 'dossierId' | 'fileId' | 'token'>>;
  endAbsence?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationEndAbsenceArgs, 'absenceId' | 'cause' | 'citizenId' | 'meta' | 'occurredOn'>>;
  endHouseholdStatus?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationEndHouseholdStatusArgs, 'cause' | 'householdId' | 'meta' | 'occurredOn' | 'statusId'>>;
  endMarriage?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationEndMarriageArgs, 'cause' | 'citizenId' | 'marriageId' | 'meta' | 'occurredOn'>>;
  endPolicyStatus?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationEndPolicyStatusArgs, 'cause' | 'citizenId' | 'meta' | 'occurredOn' | 'statusId'>>;
  endPosition?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationEndPositionArgs, 'accountId' | 'meta' | 'occurredOn' | 'positionId'>>;
  endProcedure?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationEndProcedureArgs, 'meta' | 'occurredOn' | 'procedureId' | 'reason'>>;
  establishNeighbourhoods?: Resolver<ResolversTypes['Import'], ParentType, ContextType, RequireFields<MutationEstablishNeighbourhoodsArgs, 'importId' | 'meta' | 'names'>>;
  extendDossier?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationExtendDossierArgs, 'cause' | 'dueOn' | 'meta' | 'on' | 'reason'>>;
  formHousehold?: Resolver<ResolversTypes['FormHouseholdResult'], ParentType, ContextType, RequireFields<MutationFormHouseholdArgs, 'input' | 'meta'>>;
  grantHouseholdStatus?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationGrantHouseholdStatusArgs, 'input' | 'meta'>>;
  grantPolicyStatus?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationGrantPolicyStatusArgs, 'input' | 'meta'>>;
  grantPosition?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationGrantPositionArgs, 'input' | 'meta'>>;
  handOnDossier?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationHandOnDossierArgs, 'meta' | 'on'>>;
  joinHousehold?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationJoinHouseholdArgs, 'input' | 'meta'>>;
  joinHouseholds?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationJoinHouseholdsArgs, 'input' | 'meta'>>;
  keepSigningKey?: Resolver<ResolversTypes['SigningKey'], ParentType, ContextType, RequireFields<MutationKeepSigningKeyArgs, 'file' | 'passphrase'>>;
  leaveHousehold?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationLeaveHouseholdArgs, 'input' | 'meta'>>;
  mergeCitizens?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationMergeCitizensArgs, 'absorbedId' | 'meta' | 'survivorId'>>;
  moveHousehold?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationMoveHouseholdArgs, 'dwellingId' | 'householdId' | 'meta' | 'occurredOn'>>;
  narrowField?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationNarrowFieldArgs, 'input' | 'meta'>>;
  noteNationalCode?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationNoteNationalCodeArgs, 'meta' | 'on'>>;
  openAccount?: Resolver<ResolversTypes['OpenAccountResult'], ParentType, ContextType, RequireFields<MutationOpenAccountArgs, 'input' | 'meta'>>;
  openFollow?: Resolver<ResolversTypes['FollowOpened'], ParentType, ContextType, RequireFields<MutationOpenFollowArgs, 'code' | 'digits'>>;
  payFees?: Resolver<ResolversTypes['FeesPaid'], ParentType, ContextType, RequireFields<MutationPayFeesArgs, 'meta' | 'method' | 'on' | 'receiptBook' | 'requestId'>>;
  placeDwellings?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationPlaceDwellingsArgs, 'dwellingIds' | 'meta' | 'neighbourhood' | 'occurredOn'>>;
  planBoundaryChange?: Resolver<ResolversTypes['PlanBoundaryChangeResult'], ParentType, ContextType, RequireFields<MutationPlanBoundaryChangeArgs, 'input' | 'meta'>>;
  publishProcedure?: Resolver<ResolversTypes['ProcedurePublished'], ParentType, ContextType, RequireFields<MutationPublishProcedureArgs, 'input' | 'meta'>>;
  rateService?: Resolver<ResolversTypes['RatingReceived'], ParentType, ContextType, RequireFields<MutationRateServiceArgs, 'input' | 'meta'>>;
  recordDeath?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationRecordDeathArgs, 'citizenId' | 'meta' | 'occurredOn'>>;
  recordEid?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationRecordEidArgs, 'citizenId' | 'level' | 'meta' | 'nature' | 'occurredOn'>>;
  recordMarriage?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationRecordMarriageArgs, 'input' | 'meta'>>;
  refuseDossier?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationRefuseDossierArgs, 'meta' | 'on' | 'reason'>>;
  registerBirth?: Resolver<ResolversTypes['RegisterCitizenResult'], ParentType, ContextType, RequireFields<MutationRegisterBirthArgs, 'input' | 'meta'>>;
  registerCitizen?: Resolver<ResolversTypes['RegisterCitizenResult'], ParentType, ContextType, RequireFields<MutationRegisterCitizenArgs, 'input' | 'meta'>>;
  registerDwelling?: Resolver<ResolversTypes['RegisterDwellingResult'], ParentType, ContextType, RequireFields<MutationRegisterDwellingArgs, 'input' | 'meta'>>;
  removeSigningKey?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  renameAccount?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationRenameAccountArgs, 'accountId' | 'displayName' | 'meta'>>;
  renewResidence?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationRenewResidenceArgs, 'input' | 'meta'>>;
  reopenDossier?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationReopenDossierArgs, 'meta' | 'on' | 'reason'>>;
  requestFees?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationRequestFeesArgs, 'fees' | 'meta' | 'on' | 'waits'>>;
  requestPapers?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationRequestPapersArgs, 'meta' | 'on' | 'papers' | 'stage'>>;
  resetPassword?: Resolver<ResolversTypes['OneTimePassword'], ParentType, ContextType, RequireFields<MutationResetPasswordArgs, 'accountId'>>;
  restoreField?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationRestoreFieldArgs, 'meta' | 'narrowingId' | 'occurredOn' | 'unit'>>;
  returnDossier?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationReturnDossierArgs, 'by' | 'meta' | 'on'>>;
  revealField?: Resolver<ResolversTypes['RevealedField'], ParentType, ContextType, RequireFields<MutationRevealFieldArgs, 'citizenId' | 'field' | 'meta' | 'purpose'>>;
  saveImportTemplate?: Resolver<ResolversTypes['Import'], ParentType, ContextType, RequireFields<MutationSaveImportTemplateArgs, 'importId' | 'name'>>;
  setDossierFileAside?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationSetDossierFileAsideArgs, 'fileId' | 'meta' | 'on' | 'reason'>>;
  setDossierNotices?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationSetDossierNoticesArgs, 'mail' | 'meta' | 'on'>>;
  setOneStop?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationSetOneStopArgs, 'meta' | 'settings' | 'ward'>>;
  setRatingCriteria?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationSetRatingCriteriaArgs, 'meta' | 'settings' | 'ward'>>;
  setWorkingWeek?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationSetWorkingWeekArgs, 'meta' | 'ward' | 'week'>>;
  settleDossier?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationSettleDossierArgs, 'meta' | 'on'>>;
  signFile?: Resolver<ResolversTypes['FileSigned'], ParentType, ContextType, RequireFields<MutationSignFileArgs, 'fileId' | 'meta' | 'on' | 'passphrase'>>;
  signOutEverywhere?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  splitHousehold?: Resolver<ResolversTypes['FormHouseholdResult'], ParentType, ContextType, RequireFields<MutationSplitHouseholdArgs, 'input' | 'meta'>>;
  startAbsence?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationStartAbsenceArgs, 'input' | 'meta'>>;
  startSeries?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationStartSeriesArgs, 'at' | 'kind' | 'meta' | 'period' | 'ward'>>;
  stopDossier?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationStopDossierArgs, 'meta' | 'on' | 'reason'>>;
  submitDossier?: Resolver<ResolversTypes['Submitted'], ParentType, ContextType, RequireFields<MutationSubmitDossierArgs, 'input' | 'meta'>>;
  supplyPapers?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationSupplyPapersArgs, 'channel' | 'meta' | 'on'>>;
  takeInDossier?: Resolver<ResolversTypes['DossierTaken'], ParentType, ContextType, RequireFields<MutationTakeInDossierArgs, 'input' | 'meta'>>;
  unmergeCitizens?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationUnmergeCitizensArgs, 'mergeId' | 'meta' | 'survivorId'>>;
  voidNumber?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationVoidNumberArgs, 'kind' | 'meta' | 'number' | 'period' | 'reason' | 'ward'>>;
  voidPayment?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationVoidPaymentArgs, 'meta' | 'on' | 'reason' | 'requestId'>>;
  withdrawDossier?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationWithdrawDossierArgs, 'meta' | 'on'>>;
  withdrawDossierImport?: Resolver<ResolversTypes['DossierImport'], ParentType, ContextType, RequireFields<MutationWithdrawDossierImportArgs, 'importId'>>;
  withdrawFees?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationWithdrawFeesArgs, 'meta' | 'on' | 'reason' | 'requestId'>>;
  withdrawFollowed?: Resolver<ResolversTypes['Done'], ParentType, ContextType, RequireFields<MutationWithdrawFollowedArgs, 'meta' | 'token'>>;
  withdrawImport?: Resolver<ResolversTypes['Import'], ParentType, ContextType, RequireFields<MutationWithdrawImportArgs, 'importId' | 'reason'>>;
  workOnDossiers?: Resolver<ResolversTypes['DossierBatch'], ParentType, ContextType, RequireFields<MutationWorkOnDossiersArgs, 'act' | 'meta' | 'on'>>;
  writeRegister?: Resolver<ResolversTypes['RegisterWritten'], ParentType, ContextType, RequireFields<MutationWriteRegisterArgs, 'input' | 'meta' | 'on'>>;
}>;

export type OneStopResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OneStop'] = ResolversParentTypes['OneStop']> = ResolversObject<{
  calendarVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['CalendarRow']>, ParentType, ContextType>;
  settings?: Resolver<Maybe<ResolversTypes['OneStopSettings']>, ParentType, ContextType>;
  ward?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  week?: Resolver<ResolversTypes['WorkingWeek'], ParentType, ContextType>;
}>;

export type OneStopSettingsResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OneStopSettings'] = ResolversParentTypes['OneStopSettings']> = ResolversObject<{
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  agencyCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  assignment?: Resolver<ResolversTypes['AssignmentRule'], ParentType, ContextType>;
  bankAccount?: Resolver<Maybe<ResolversTypes['BankAccount']>, ParentType, ContextType>;
  deskName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  feesPause?: Resolver<ResolversTypes['PauseMode'], ParentType, ContextType>;
  papersPause?: Resolver<ResolversTypes['PauseMode'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type OneTimePasswordResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OneTimePassword'] = ResolversParentTypes['OneTimePassword']> = ResolversObject<{
  password?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type OpenAccountResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OpenAccountResult'] = ResolversParentTypes['OpenAccountResult']> = ResolversObject<{
  accountId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  oneTimePassword?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['LogPosition'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type OutsideServiceResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OutsideService'] = ResolversParentTypes['OutsideService']> = ResolversObject<{
  configured?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastFailure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastFailureAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reachableSince?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type PaperRequestResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PaperRequest'] = ResolversParentTypes['PaperRequest']> = ResolversObject<{
  at?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  papers?: Resolver<Array<ResolversTypes['AskedPaper']>, ParentType, ContextType>;
  requestId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['PaperStage'], ParentType, ContextType>;
  suppliedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
}>;

export interface PartialDayScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PartialDay'], any> {
  name: 'PartialDay';
}

export type PartyResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Party'] = ResolversParentTypes['Party']> = ResolversObject<{
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  birth?: Resolver<Maybe<ResolversTypes['PartialDay']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PartyKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nationalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type PastColumnResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PastColumn'] = ResolversParentTypes['PastColumn']> = ResolversObject<{
  column?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type PastDossierResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PastDossier'] = ResolversParentTypes['PastDossier']> = ResolversObject<{
  dueAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  flags?: Resolver<Array<ResolversTypes['PastFlag']>, ParentType, ContextType>;
  procedureCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  procedureName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['PastStep']>, ParentType, ContextType>;
}>;

export type PastFlagResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PastFlag'] = ResolversParentTypes['PastFlag']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type PastIssueResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PastIssue'] = ResolversParentTypes['PastIssue']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  column?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  line?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type PastStepResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PastStep'] = ResolversParentTypes['PastStep']> = ResolversObject<{
  department?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  officer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type PlanBoundaryChangeResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PlanBoundaryChangeResult'] = ResolversParentTypes['PlanBoundaryChangeResult']> = ResolversObject<{
  changeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['LogPosition'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['BoundaryChangeState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type PlannedUnitResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PlannedUnit'] = ResolversParentTypes['PlannedUnit']> = ResolversObject<{
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  dwellings?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  streets?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type PolicyStatusResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PolicyStatus'] = ResolversParentTypes['PolicyStatus']> = ResolversObject<{
  endedOn?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  holds?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
}>;

export type PopulationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Population'] = ResolversParentTypes['Population']> = ResolversObject<{
  ages?: Resolver<Array<ResolversTypes['AgeFigure']>, ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  byEthnicity?: Resolver<Maybe<Array<ResolversTypes['CodeFigure']>>, ParentType, ContextType>;
  byHouseholdStatus?: Resolver<Maybe<Array<ResolversTypes['CodeFigure']>>, ParentType, ContextType>;
  byPolicyStatus?: Resolver<Maybe<Array<ResolversTypes['CodeFigure']>>, ParentType, ContextType>;
  byResidenceKind?: Resolver<Maybe<ResolversTypes['ResidenceKindFigures']>, ParentType, ContextType>;
  byUnit?: Resolver<Array<ResolversTypes['UnitFigure']>, ParentType, ContextType>;
  dwellings?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  female?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  headcount?: Resolver<ResolversTypes['Headcount'], ParentType, ContextType>;
  households?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  knownAt?: Resolver<ResolversTypes['LogPosition'], ParentType, ContextType>;
  listFilters?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  male?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  movement?: Resolver<Maybe<ResolversTypes['Movement']>, ParentType, ContextType>;
  previous?: Resolver<Maybe<ResolversTypes['Population']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  unknownSex?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
}>;

export type PopulationDwellingsResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PopulationDwellings'] = ResolversParentTypes['PopulationDwellings']> = ResolversObject<{
  items?: Resolver<Array<Maybe<ResolversTypes['Dwelling']>>, ParentType, ContextType>;
  nextCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type PopulationHouseholdsResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PopulationHouseholds'] = ResolversParentTypes['PopulationHouseholds']> = ResolversObject<{
  items?: Resolver<Array<Maybe<ResolversTypes['Household']>>, ParentType, ContextType>;
  nextCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type PopulationListResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PopulationList'] = ResolversParentTypes['PopulationList']> = ResolversObject<{
  change?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['PopulationPerson']>, ParentType, ContextType>;
  nextCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type PopulationPersonResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PopulationPerson'] = ResolversParentTypes['PopulationPerson']> = ResolversObject<{
  change?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  citizen?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType>;
  household?: Resolver<Maybe<ResolversTypes['Household']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
}>;

export type PositionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Position'] = ResolversParentTypes['Position']> = ResolversObject<{
  from?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  valid?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
}>;

export type PrintablePaperResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PrintablePaper'] = ResolversParentTypes['PrintablePaper']> = ResolversObject<{
  form?: Resolver<ResolversTypes['DossierPaper'], ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
}>;

export type ProcedureResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Procedure'] = ResolversParentTypes['Procedure']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  competence?: Resolver<ResolversTypes['Competence'], ParentType, ContextType>;
  cut?: Resolver<Maybe<ResolversTypes['TermCut']>, ParentType, ContextType>;
  cutoff?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedOn?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  fees?: Resolver<Array<ResolversTypes['Fee']>, ParentType, ContextType>;
  fieldName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  formerLevel?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  matter?: Resolver<ResolversTypes['Matter'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  onTheSpot?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  onlineLevel?: Resolver<ResolversTypes['OnlineLevel'], ParentType, ContextType>;
  papers?: Resolver<Array<ResolversTypes['RequiredPaper']>, ParentType, ContextType>;
  partialReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  proactiveLevel?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resultCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  resultName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  settlement?: Resolver<Maybe<ResolversTypes['SettlementKind']>, ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['ProcedureStep']>, ParentType, ContextType>;
  term?: Resolver<Maybe<ResolversTypes['Term']>, ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  versions?: Resolver<Array<ResolversTypes['Procedure']>, ParentType, ContextType>;
}>;

export type ProcedurePublishedResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ProcedurePublished'] = ResolversParentTypes['ProcedurePublished']> = ResolversObject<{
  position?: Resolver<ResolversTypes['LogPosition'], ParentType, ContextType>;
  procedureId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ProcedureStepResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ProcedureStep'] = ResolversParentTypes['ProcedureStep']> = ResolversObject<{
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['StepKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['Role']>, ParentType, ContextType>;
  term?: Resolver<Maybe<ResolversTypes['Term']>, ParentType, ContextType>;
}>;

export type ProjectionStateResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ProjectionState'] = ResolversParentTypes['ProjectionState']> = ResolversObject<{
  lag?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['LogPosition'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ProposedEvidenceResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ProposedEvidence'] = ResolversParentTypes['ProposedEvidence']> = ResolversObject<{
  issuedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  issuedOn?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EvidenceKind'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type ProposedPersonResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ProposedPerson'] = ResolversParentTypes['ProposedPerson']> = ResolversObject<{
  citizen?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nationalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['RegisterRole'], ParentType, ContextType>;
}>;

export type ProposedValueResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ProposedValue'] = ResolversParentTypes['ProposedValue']> = ResolversObject<{
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type PublicFormResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PublicForm'] = ResolversParentTypes['PublicForm']> = ResolversObject<{
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type PublicProcedureResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PublicProcedure'] = ResolversParentTypes['PublicProcedure']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  competence?: Resolver<ResolversTypes['Competence'], ParentType, ContextType>;
  cut?: Resolver<Maybe<ResolversTypes['TermCut']>, ParentType, ContextType>;
  cutoff?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  fees?: Resolver<Array<ResolversTypes['Fee']>, ParentType, ContextType>;
  fieldName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  matter?: Resolver<ResolversTypes['Matter'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  onTheSpot?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  onlineLevel?: Resolver<ResolversTypes['OnlineLevel'], ParentType, ContextType>;
  papers?: Resolver<Array<ResolversTypes['RequiredPaper']>, ParentType, ContextType>;
  partialReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  resultName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  settlement?: Resolver<Maybe<ResolversTypes['SettlementKind']>, ParentType, ContextType>;
  takenOnline?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  term?: Resolver<Maybe<ResolversTypes['Term']>, ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  ward?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
}>;

export type PublicWardResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PublicWard'] = ResolversParentTypes['PublicWard']> = ResolversObject<{
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deskName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ward?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  week?: Resolver<ResolversTypes['WorkingWeek'], ParentType, ContextType>;
}>;

export type QueryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = ResolversObject<{
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType, RequireFields<QueryAccountArgs, 'id'>>;
  accounts?: Resolver<ResolversTypes['AccountPage'], ParentType, ContextType, RequireFields<QueryAccountsArgs, 'first'>>;
  boundaryChanges?: Resolver<Array<ResolversTypes['BoundaryChangePlan']>, ParentType, ContextType, RequireFields<QueryBoundaryChangesArgs, 'ward'>>;
  citizen?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType, RequireFields<QueryCitizenArgs, 'id'>>;
  citizens?: Resolver<ResolversTypes['CitizenPage'], ParentType, ContextType, RequireFields<QueryCitizensArgs, 'first' | 'unit'>>;
  dossier?: Resolver<Maybe<ResolversTypes['Dossier']>, ParentType, ContextType, RequireFields<QueryDossierArgs, 'id'>>;
  dossierAssignees?: Resolver<Array<ResolversTypes['DossierAssignee']>, ParentType, ContextType, RequireFields<QueryDossierAssigneesArgs, 'dossierId' | 'step'>>;
  dossierByCode?: Resolver<Maybe<ResolversTypes['Dossier']>, ParentType, ContextType, RequireFields<QueryDossierByCodeArgs, 'code'>>;
  dossierCounts?: Resolver<ResolversTypes['DossierCounts'], ParentType, ContextType>;
  dossierImport?: Resolver<Maybe<ResolversTypes['DossierImport']>, ParentType, ContextType, RequireFields<QueryDossierImportArgs, 'id'>>;
  dossierImportFields?: Resolver<Array<ResolversTypes['ImportField']>, ParentType, ContextType>;
  dossierImports?: Resolver<ResolversTypes['DossierImportPage'], ParentType, ContextType, RequireFields<QueryDossierImportsArgs, 'first'>>;
  dossierOfficers?: Resolver<Array<ResolversTypes['DossierAssignee']>, ParentType, ContextType>;
  dossierRegister?: Resolver<ResolversTypes['DossierPage'], ParentType, ContextType, RequireFields<QueryDossierRegisterArgs, 'first' | 'from' | 'to' | 'ward'>>;
  dossiers?: Resolver<ResolversTypes['DossierPage'], ParentType, ContextType, RequireFields<QueryDossiersArgs, 'drawer' | 'first' | 'whose'>>;
  duplicates?: Resolver<ResolversTypes['DuplicatePage'], ParentType, ContextType, RequireFields<QueryDuplicatesArgs, 'first' | 'unit'>>;
  duplicatesOf?: Resolver<Array<ResolversTypes['DuplicateCandidate']>, ParentType, ContextType, RequireFields<QueryDuplicatesOfArgs, 'citizenId'>>;
  dwelling?: Resolver<Maybe<ResolversTypes['Dwelling']>, ParentType, ContextType, RequireFields<QueryDwellingArgs, 'id'>>;
  dwellings?: Resolver<ResolversTypes['DwellingPage'], ParentType, ContextType, RequireFields<QueryDwellingsArgs, 'first' | 'unit' | 'unplaced'>>;
  eidFigures?: Resolver<ResolversTypes['EidFigures'], ParentType, ContextType, RequireFields<QueryEidFiguresArgs, 'asOf' | 'boundaries' | 'headcount' | 'unit'>>;
  fieldTable?: Resolver<Maybe<ResolversTypes['FieldTable']>, ParentType, ContextType, RequireFields<QueryFieldTableArgs, 'unit'>>;
  followed?: Resolver<ResolversTypes['FollowedDossier'], ParentType, ContextType, RequireFields<QueryFollowedArgs, 'token'>>;
  formerResident?: Resolver<Maybe<ResolversTypes['FormerResident']>, ParentType, ContextType, RequireFields<QueryFormerResidentArgs, 'id'>>;
  household?: Resolver<Maybe<ResolversTypes['Household']>, ParentType, ContextType, RequireFields<QueryHouseholdArgs, 'id'>>;
  households?: Resolver<ResolversTypes['HouseholdPage'], ParentType, ContextType, RequireFields<QueryHouseholdsArgs, 'first' | 'unit' | 'withoutHead'>>;
  householdsFound?: Resolver<Array<ResolversTypes['Household']>, ParentType, ContextType, RequireFields<QueryHouseholdsFoundArgs, 'first' | 'text'>>;
  import?: Resolver<Maybe<ResolversTypes['Import']>, ParentType, ContextType, RequireFields<QueryImportArgs, 'id'>>;
  importFields?: Resolver<Array<ResolversTypes['ImportField']>, ParentType, ContextType>;
  imports?: Resolver<ResolversTypes['ImportPage'], ParentType, ContextType, RequireFields<QueryImportsArgs, 'first'>>;
  lifeWarnings?: Resolver<Array<ResolversTypes['Warning']>, ParentType, ContextType, RequireFields<QueryLifeWarningsArgs, 'input'>>;
  likelySameDossiers?: Resolver<Array<ResolversTypes['Dossier']>, ParentType, ContextType, RequireFields<QueryLikelySameDossiersArgs, 'procedureId'>>;
  oneStop?: Resolver<Maybe<ResolversTypes['OneStop']>, ParentType, ContextType, RequireFields<QueryOneStopArgs, 'ward'>>;
  population?: Resolver<ResolversTypes['Population'], ParentType, ContextType, RequireFields<QueryPopulationArgs, 'asOf' | 'boundaries' | 'headcount' | 'unit'>>;
  populationDwellings?: Resolver<ResolversTypes['PopulationDwellings'], ParentType, ContextType, RequireFields<QueryPopulationDwellingsArgs, 'asOf' | 'boundaries' | 'first' | 'unit'>>;
  populationHouseholds?: Resolver<ResolversTypes['PopulationHouseholds'], ParentType, ContextType, RequireFields<QueryPopulationHouseholdsArgs, 'asOf' | 'boundaries' | 'first' | 'headcount' | 'unit'>>;
  populationList?: Resolver<ResolversTypes['PopulationList'], ParentType, ContextType, RequireFields<QueryPopulationListArgs, 'asOf' | 'boundaries' | 'first' | 'headcount' | 'unit'>>;
  possibleDuplicates?: Resolver<Array<ResolversTypes['DuplicateCandidate']>, ParentType, ContextType, RequireFields<QueryPossibleDuplicatesArgs, 'fullName'>>;
  procedure?: Resolver<Maybe<ResolversTypes['Procedure']>, ParentType, ContextType, RequireFields<QueryProcedureArgs, 'id'>>;
  procedures?: Resolver<Array<ResolversTypes['Procedure']>, ParentType, ContextType, RequireFields<QueryProceduresArgs, 'first' | 'skip' | 'ward' | 'withoutTerm'>>;
  proposedCalendar?: Resolver<Array<ResolversTypes['CalendarRow']>, ParentType, ContextType, RequireFields<QueryProposedCalendarArgs, 'year'>>;
  publicForm?: Resolver<ResolversTypes['PublicForm'], ParentType, ContextType, RequireFields<QueryPublicFormArgs, 'dossierId' | 'procedureId'>>;
  publicProcedure?: Resolver<Maybe<ResolversTypes['PublicProcedure']>, ParentType, ContextType, RequireFields<QueryPublicProcedureArgs, 'id'>>;
  publicProcedures?: Resolver<Array<ResolversTypes['PublicProcedure']>, ParentType, ContextType, RequireFields<QueryPublicProceduresArgs, 'first' | 'ward'>>;
  publicUploads?: Resolver<Array<ResolversTypes['DossierUpload']>, ParentType, ContextType, RequireFields<QueryPublicUploadsArgs, 'dossierId' | 'token'>>;
  publicWard?: Resolver<Maybe<ResolversTypes['PublicWard']>, ParentType, ContextType, Partial<QueryPublicWardArgs>>;
  publicWards?: Resolver<Array<ResolversTypes['PublicWard']>, ParentType, ContextType>;
  ratingAnswers?: Resolver<ResolversTypes['RatingAnswerPage'], ParentType, ContextType, RequireFields<QueryRatingAnswersArgs, 'first' | 'of' | 'period' | 'ward'>>;
  ratingForm?: Resolver<Maybe<ResolversTypes['RatingForm']>, ParentType, ContextType, Partial<QueryRatingFormArgs>>;
  referenceUnits?: Resolver<Array<ResolversTypes['ReferenceUnit']>, ParentType, ContextType, RequireFields<QueryReferenceUnitsArgs, 'first' | 'text'>>;
  registerProposal?: Resolver<Maybe<ResolversTypes['RegisterProposal']>, ParentType, ContextType, RequireFields<QueryRegisterProposalArgs, 'dossierId'>>;
  satisfaction?: Resolver<Maybe<ResolversTypes['Satisfaction']>, ParentType, ContextType, RequireFields<QuerySatisfactionArgs, 'period' | 'ward'>>;
  search?: Resolver<ResolversTypes['SearchResult'], ParentType, ContextType, RequireFields<QuerySearchArgs, 'first' | 'text'>>;
  series?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType, RequireFields<QuerySeriesArgs, 'kind' | 'period' | 'ward'>>;
  signingMeans?: Resolver<ResolversTypes['SigningMeans'], ParentType, ContextType>;
  streets?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType, RequireFields<QueryStreetsArgs, 'unit'>>;
  system?: Resolver<ResolversTypes['SystemState'], ParentType, ContextType>;
  today?: Resolver<ResolversTypes['Today'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType, RequireFields<QueryUnitArgs, 'code'>>;
  units?: Resolver<Array<ResolversTypes['Unit']>, ParentType, ContextType, Partial<QueryUnitsArgs>>;
  unmatchedMoves?: Resolver<ResolversTypes['UnmatchedMovePage'], ParentType, ContextType, RequireFields<QueryUnmatchedMovesArgs, 'first' | 'side' | 'ward'>>;
  unmergePreview?: Resolver<Maybe<ResolversTypes['UnmergePreview']>, ParentType, ContextType, RequireFields<QueryUnmergePreviewArgs, 'mergeId' | 'survivorId'>>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
  whoLooked?: Resolver<ResolversTypes['AccessEntryPage'], ParentType, ContextType, RequireFields<QueryWhoLookedArgs, 'citizenId' | 'first'>>;
}>;

export type RatingAnswerResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RatingAnswer'] = ResolversParentTypes['RatingAnswer']> = ResolversObject<{
  at?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  counter?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dossierId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  marks?: Resolver<Array<ResolversTypes['RatingMark']>, ParentType, ContextType>;
  officerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  procedureName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  via?: Resolver<ResolversTypes['RatingVia'], ParentType, ContextType>;
}>;

export type RatingAnswerPageResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RatingAnswerPage'] = ResolversParentTypes['RatingAnswerPage']> = ResolversObject<{
  items?: Resolver<Array<ResolversTypes['RatingAnswer']>, ParentType, ContextType>;
  nextCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type RatingCriterionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RatingCriterion'] = ResolversParentTypes['RatingCriterion']> = ResolversObject<{
  en?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vi?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type RatingFormResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RatingForm'] = ResolversParentTypes['RatingForm']> = ResolversObject<{
  criteria?: Resolver<Array<ResolversTypes['RatingCriterion']>, ParentType, ContextType>;
  days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deskName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  officerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ward?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  wardName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type RatingMarkResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RatingMark'] = ResolversParentTypes['RatingMark']> = ResolversObject<{
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mark?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type RatingPosterResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RatingPoster'] = ResolversParentTypes['RatingPoster']> = ResolversObject<{
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  officer?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
}>;

export type RatingReceivedResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RatingReceived'] = ResolversParentTypes['RatingReceived']> = ResolversObject<{
  received?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
}>;

export type RatingShareResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RatingShare'] = ResolversParentTypes['RatingShare']> = ResolversObject<{
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type ReferenceUnitResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReferenceUnit'] = ResolversParentTypes['ReferenceUnit']> = ResolversObject<{
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  formerly?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parentCode?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  parentName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type RegisterCitizenResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RegisterCitizenResult'] = ResolversParentTypes['RegisterCitizenResult']> = ResolversObject<{
  citizenId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['LogPosition'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type RegisterDwellingResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RegisterDwellingResult'] = ResolversParentTypes['RegisterDwellingResult']> = ResolversObject<{
  dwellingId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['LogPosition'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type RegisterEntryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RegisterEntry'] = ResolversParentTypes['RegisterEntry']> = ResolversObject<{
  at?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  citizenId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  householdId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SettlementKind'], ParentType, ContextType>;
}>;

export type RegisterProposalResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RegisterProposal'] = ResolversParentTypes['RegisterProposal']> = ResolversObject<{
  evidence?: Resolver<ResolversTypes['ProposedEvidence'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SettlementKind'], ParentType, ContextType>;
  people?: Resolver<Array<ResolversTypes['ProposedPerson']>, ParentType, ContextType>;
  values?: Resolver<Array<ResolversTypes['ProposedValue']>, ParentType, ContextType>;
}>;

export type RegisterWrittenResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RegisterWritten'] = ResolversParentTypes['RegisterWritten']> = ResolversObject<{
  citizenId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  householdId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['LogPosition'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type RelationCodeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RelationCode'] = ResolversParentTypes['RelationCode']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  relation?: Resolver<ResolversTypes['Relation'], ParentType, ContextType>;
}>;

export type RequiredPaperResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RequiredPaper'] = ResolversParentTypes['RequiredPaper']> = ResolversObject<{
  copies?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  form?: Resolver<ResolversTypes['PaperForm'], ParentType, ContextType>;
  fromRegister?: Resolver<Maybe<ResolversTypes['FromRegister']>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
}>;

export type ResidenceResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Residence'] = ResolversParentTypes['Residence']> = ResolversObject<{
  endedOn?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  estimated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  household?: Resolver<ResolversTypes['Household'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ResidenceKind'], ParentType, ContextType>;
  relation?: Resolver<ResolversTypes['Relation'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['ResidenceSource'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
}>;

export type ResidenceKindFiguresResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ResidenceKindFigures'] = ResolversParentTypes['ResidenceKindFigures']> = ResolversObject<{
  absent?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  permanent?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  temporary?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
}>;

export type RevealedFieldResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RevealedField'] = ResolversParentTypes['RevealedField']> = ResolversObject<{
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type SatisfactionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Satisfaction'] = ResolversParentTypes['Satisfaction']> = ResolversObject<{
  criteria?: Resolver<Array<ResolversTypes['RatingCriterion']>, ParentType, ContextType>;
  days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  newest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  officers?: Resolver<Array<ResolversTypes['SatisfactionFigure']>, ParentType, ContextType>;
  opens?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  posters?: Resolver<Array<ResolversTypes['RatingPoster']>, ParentType, ContextType>;
  procedures?: Resolver<Array<ResolversTypes['SatisfactionFigure']>, ParentType, ContextType>;
  rankFrom?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ward?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  whole?: Resolver<ResolversTypes['SatisfactionFigure'], ParentType, ContextType>;
}>;

export type SatisfactionFigureResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SatisfactionFigure'] = ResolversParentTypes['SatisfactionFigure']> = ResolversObject<{
  answers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  byCriterion?: Resolver<Array<ResolversTypes['CriterionFigure']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rank?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  satisfied?: Resolver<Maybe<ResolversTypes['RatingShare']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
}>;

export type SaturdayHoursResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SaturdayHours'] = ResolversParentTypes['SaturdayHours']> = ResolversObject<{
  hours?: Resolver<Array<ResolversTypes['WorkingSpan']>, ParentType, ContextType>;
  workingDay?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
}>;

export type SearchHitResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SearchHit'] = ResolversParentTypes['SearchHit']> = ResolversObject<{
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  birth?: Resolver<Maybe<ResolversTypes['PartialDay']>, ParentType, ContextType>;
  died?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SearchKind'], ParentType, ContextType>;
  nationalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  neighbourhood?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sex?: Resolver<Maybe<ResolversTypes['Sex']>, ParentType, ContextType>;
  subtitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type SearchResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SearchResult'] = ResolversParentTypes['SearchResult']> = ResolversObject<{
  hits?: Resolver<Array<ResolversTypes['SearchHit']>, ParentType, ContextType>;
  more?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
}>;

export type SeriesResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Series'] = ResolversParentTypes['Series']> = ResolversObject<{
  next?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  numbers?: Resolver<Array<ResolversTypes['SeriesNumber']>, ParentType, ContextType>;
}>;

export type SeriesNumberResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SeriesNumber'] = ResolversParentTypes['SeriesNumber']> = ResolversObject<{
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  takenFor?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  voided?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type SigningKeyResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SigningKey'] = ResolversParentTypes['SigningKey']> = ResolversObject<{
  addedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  daysLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endsSoon?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  issuer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  validTo?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
}>;

export type SigningMeansResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SigningMeans'] = ResolversParentTypes['SigningMeans']> = ResolversObject<{
  key?: Resolver<Maybe<ResolversTypes['SigningKey']>, ParentType, ContextType>;
  service?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
}>;

export type SubmittedResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Submitted'] = ResolversParentTypes['Submitted']> = ResolversObject<{
  dossierId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lookupCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['LogPosition'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type SubscriptionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = ResolversObject<{
  changed?: SubscriptionResolver<ResolversTypes['Change'], "changed", ParentType, ContextType>;
}>;

export type SystemStateResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SystemState'] = ResolversParentTypes['SystemState']> = ResolversObject<{
  head?: Resolver<ResolversTypes['LogPosition'], ParentType, ContextType>;
  lastBackup?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  lastBackupError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  projections?: Resolver<Array<ResolversTypes['ProjectionState']>, ParentType, ContextType>;
  services?: Resolver<Array<ResolversTypes['OutsideService']>, ParentType, ContextType>;
}>;

export type SystemWarningResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SystemWarning'] = ResolversParentTypes['SystemWarning']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  params?: Resolver<Array<ResolversTypes['WarningParam']>, ParentType, ContextType>;
}>;

export type TermResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Term'] = ResolversParentTypes['Term']> = ResolversObject<{
  amount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['TermUnit'], ParentType, ContextType>;
}>;

export type TermCutResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TermCut'] = ResolversParentTypes['TermCut']> = ResolversObject<{
  band?: Resolver<ResolversTypes['CutBand'], ParentType, ContextType>;
  percent?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type TimelineEntryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TimelineEntry'] = ResolversParentTypes['TimelineEntry']> = ResolversObject<{
  actorName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  actorPosition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  eventId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['TimelineField']>, ParentType, ContextType>;
  occurredOn?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['LogPosition'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['TimelineSource']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type TimelineFieldResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TimelineField'] = ResolversParentTypes['TimelineField']> = ResolversObject<{
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  masked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ref?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type TimelineSourceResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TimelineSource'] = ResolversParentTypes['TimelineSource']> = ResolversObject<{
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type TodayResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Today'] = ResolversParentTypes['Today']> = ResolversObject<{
  boundaryChangesAhead?: Resolver<Array<ResolversTypes['BoundaryChangePlan']>, ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  demo?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  householdsWithoutHead?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  importsRunning?: Resolver<Array<ResolversTypes['Import']>, ParentType, ContextType>;
  unplacedDwellings?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  wardName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['SystemWarning']>, ParentType, ContextType>;
}>;

export type UnitResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Unit'] = ResolversParentTypes['Unit']> = ResolversObject<{
  children?: Resolver<Array<ResolversTypes['Unit']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  counts?: Resolver<Maybe<ResolversTypes['UnitCounts']>, ParentType, ContextType>;
  glance?: Resolver<Maybe<ResolversTypes['UnitGlance']>, ParentType, ContextType>;
  level?: Resolver<ResolversTypes['UnitLevel'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  predecessors?: Resolver<Array<ResolversTypes['Unit']>, ParentType, ContextType>;
  successors?: Resolver<Array<ResolversTypes['Unit']>, ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type UnitCountsResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnitCounts'] = ResolversParentTypes['UnitCounts']> = ResolversObject<{
  dwellings?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  households?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type UnitFigureResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnitFigure'] = ResolversParentTypes['UnitFigure']> = ResolversObject<{
  total?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
}>;

export type UnitGlanceResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnitGlance'] = ResolversParentTypes['UnitGlance']> = ResolversObject<{
  nearPoor?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  poor?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  temporaryExpired?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  temporaryExpiring?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unconfirmed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unconfirmedDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withoutHead?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type UnknownNeighbourhoodResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnknownNeighbourhood'] = ResolversParentTypes['UnknownNeighbourhood']> = ResolversObject<{
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type UnmatchedMoveResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnmatchedMove'] = ResolversParentTypes['UnmatchedMove']> = ResolversObject<{
  citizenId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  day?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  fullName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  otherWard?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  otherWardName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  side?: Resolver<ResolversTypes['MoveSide'], ParentType, ContextType>;
}>;

export type UnmatchedMovePageResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnmatchedMovePage'] = ResolversParentTypes['UnmatchedMovePage']> = ResolversObject<{
  items?: Resolver<Array<ResolversTypes['UnmatchedMove']>, ParentType, ContextType>;
  nextCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type UnmergePreviewResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnmergePreview'] = ResolversParentTypes['UnmergePreview']> = ResolversObject<{
  kept?: Resolver<Array<ResolversTypes['TimelineEntry']>, ParentType, ContextType>;
  record?: Resolver<ResolversTypes['MergedRecord'], ParentType, ContextType>;
  returned?: Resolver<Array<ResolversTypes['TimelineEntry']>, ParentType, ContextType>;
}>;

export type ViewerResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = ResolversObject<{
  accountId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  activePosition?: Resolver<Maybe<ResolversTypes['Position']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  may?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  mustChangePassword?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  positions?: Resolver<Array<ResolversTypes['Position']>, ParentType, ContextType>;
  rights?: Resolver<Array<ResolversTypes['GroupRight']>, ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type WarningResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Warning'] = ResolversParentTypes['Warning']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  params?: Resolver<Array<ResolversTypes['WarningParam']>, ParentType, ContextType>;
}>;

export type WarningParamResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['WarningParam'] = ResolversParentTypes['WarningParam']> = ResolversObject<{
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type WithdrawalCountsResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['WithdrawalCounts'] = ResolversParentTypes['WithdrawalCounts']> = ResolversObject<{
  citizens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  differences?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dwellings?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  households?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kept?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type WorkingSpanResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['WorkingSpan'] = ResolversParentTypes['WorkingSpan']> = ResolversObject<{
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type WorkingWeekResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['WorkingWeek'] = ResolversParentTypes['WorkingWeek']> = ResolversObject<{
  hours?: Resolver<Array<ResolversTypes['WorkingSpan']>, ParentType, ContextType>;
  saturday?: Resolver<Maybe<ResolversTypes['SaturdayHours']>, ParentType, ContextType>;
}>;

export type Resolvers<ContextType = GraphContext> = ResolversObject<{
  Absence?: AbsenceResolvers<ContextType>;
  AccessEntry?: AccessEntryResolvers<ContextType>;
  AccessEntryPage?: AccessEntryPageResolvers<ContextType>;
  Account?: AccountResolvers<ContextType>;
  AccountPage?: AccountPageResolvers<ContextType>;
  AgeFigure?: AgeFigureResolvers<ContextType>;
  AskedPaper?: AskedPaperResolvers<ContextType>;
  BankAccount?: BankAccountResolvers<ContextType>;
  BoundaryChangePlan?: BoundaryChangePlanResolvers<ContextType>;
  CalendarRow?: CalendarRowResolvers<ContextType>;
  CauseFigure?: CauseFigureResolvers<ContextType>;
  Change?: ChangeResolvers<ContextType>;
  CheckedPaper?: CheckedPaperResolvers<ContextType>;
  Citizen?: CitizenResolvers<ContextType>;
  CitizenPage?: CitizenPageResolvers<ContextType>;
  CitizenRow?: CitizenRowResolvers<ContextType>;
  CodeFigure?: CodeFigureResolvers<ContextType>;
  ColumnMapping?: ColumnMappingResolvers<ContextType>;
  CommandResult?: CommandResultResolvers<ContextType>;
  CriterionFigure?: CriterionFigureResolvers<ContextType>;
  Day?: GraphQLScalarType;
  DifferenceCount?: DifferenceCountResolvers<ContextType>;
  DifferencePage?: DifferencePageResolvers<ContextType>;
  Done?: DoneResolvers<ContextType>;
  Dossier?: DossierResolvers<ContextType>;
  DossierAnswer?: DossierAnswerResolvers<ContextType>;
  DossierAssignee?: DossierAssigneeResolvers<ContextType>;
  DossierBatch?: DossierBatchResolvers<ContextType>;
  DossierCounts?: DossierCountsResolvers<ContextType>;
  DossierEnding?: DossierEndingResolvers<ContextType>;
  DossierEntry?: DossierEntryResolvers<ContextType>;
  DossierExtension?: DossierExtensionResolvers<ContextType>;
  DossierFile?: DossierFileResolvers<ContextType>;
  DossierImport?: DossierImportResolvers<ContextType>;
  DossierImportPage?: DossierImportPageResolvers<ContextType>;
  DossierImportSummary?: DossierImportSummaryResolvers<ContextType>;
  DossierNotice?: DossierNoticeResolvers<ContextType>;
  DossierNotices?: DossierNoticesResolvers<ContextType>;
  DossierOutcome?: DossierOutcomeResolvers<ContextType>;
  DossierPage?: DossierPageResolvers<ContextType>;
  DossierPrint?: DossierPrintResolvers<ContextType>;
  DossierRating?: DossierRatingResolvers<ContextType>;
  DossierRegister?: DossierRegisterResolvers<ContextType>;
  DossierReturn?: DossierReturnResolvers<ContextType>;
  DossierSigning?: DossierSigningResolvers<ContextType>;
  DossierTaken?: DossierTakenResolvers<ContextType>;
  DossierUpload?: DossierUploadResolvers<ContextType>;
  DossierWarning?: DossierWarningResolvers<ContextType>;
  DuplicateCandidate?: DuplicateCandidateResolvers<ContextType>;
  DuplicatePage?: DuplicatePageResolvers<ContextType>;
  DuplicatePair?: DuplicatePairResolvers<ContextType>;
  Dwelling?: DwellingResolvers<ContextType>;
  DwellingPage?: DwellingPageResolvers<ContextType>;
  EidCounts?: EidCountsResolvers<ContextType>;
  EidFigures?: EidFiguresResolvers<ContextType>;
  EidGroup?: EidGroupResolvers<ContextType>;
  FactText?: FactTextResolvers<ContextType>;
  Fee?: FeeResolvers<ContextType>;
  FeeDiscount?: FeeDiscountResolvers<ContextType>;
  FeeLine?: FeeLineResolvers<ContextType>;
  FeeReceipt?: FeeReceiptResolvers<ContextType>;
  FeeRequest?: FeeRequestResolvers<ContextType>;
  FeeTransfer?: FeeTransferResolvers<ContextType>;
  FeesPaid?: FeesPaidResolvers<ContextType>;
  FieldCell?: FieldCellResolvers<ContextType>;
  FieldNarrowing?: FieldNarrowingResolvers<ContextType>;
  FieldTable?: FieldTableResolvers<ContextType>;
  Figure?: FigureResolvers<ContextType>;
  FileSigned?: FileSignedResolvers<ContextType>;
  FollowOpened?: FollowOpenedResolvers<ContextType>;
  FollowedDossier?: FollowedDossierResolvers<ContextType>;
  FollowedPaper?: FollowedPaperResolvers<ContextType>;
  FollowedStep?: FollowedStepResolvers<ContextType>;
  FormHouseholdResult?: FormHouseholdResultResolvers<ContextType>;
  FormerMember?: FormerMemberResolvers<ContextType>;
  FormerResident?: FormerResidentResolvers<ContextType>;
  GeoPoint?: GeoPointResolvers<ContextType>;
  GroupRight?: GroupRightResolvers<ContextType>;
  Household?: HouseholdResolvers<ContextType>;
  HouseholdPage?: HouseholdPageResolvers<ContextType>;
  HouseholdStatus?: HouseholdStatusResolvers<ContextType>;
  Import?: ImportResolvers<ContextType>;
  ImportColumn?: ImportColumnResolvers<ContextType>;
  ImportDifference?: ImportDifferenceResolvers<ContextType>;
  ImportField?: ImportFieldResolvers<ContextType>;
  ImportIssue?: ImportIssueResolvers<ContextType>;
  ImportPage?: ImportPageResolvers<ContextType>;
  ImportProgress?: ImportProgressResolvers<ContextType>;
  ImportRow?: ImportRowResolvers<ContextType>;
  ImportRowPage?: ImportRowPageResolvers<ContextType>;
  ImportSummary?: ImportSummaryResolvers<ContextType>;
  ImportTemplate?: ImportTemplateResolvers<ContextType>;
  ImportWithdrawal?: ImportWithdrawalResolvers<ContextType>;
  ImportedDossier?: ImportedDossierResolvers<ContextType>;
  ImportedDossierPage?: ImportedDossierPageResolvers<ContextType>;
  Instant?: GraphQLScalarType;
  IssueCount?: IssueCountResolvers<ContextType>;
  KeptPage?: KeptPageResolvers<ContextType>;
  KeptRecord?: KeptRecordResolvers<ContextType>;
  LikelyPage?: LikelyPageResolvers<ContextType>;
  LikelyPerson?: LikelyPersonResolvers<ContextType>;
  LikelyRow?: LikelyRowResolvers<ContextType>;
  LogPosition?: GraphQLScalarType;
  Marriage?: MarriageResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  MergedRecord?: MergedRecordResolvers<ContextType>;
  Movement?: MovementResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  OneStop?: OneStopResolvers<ContextType>;
  OneStopSettings?: OneStopSettingsResolvers<ContextType>;
  OneTimePassword?: OneTimePasswordResolvers<ContextType>;
  OpenAccountResult?: OpenAccountResultResolvers<ContextType>;
  OutsideService?: OutsideServiceResolvers<ContextType>;
  PaperRequest?: PaperRequestResolvers<ContextType>;
  PartialDay?: GraphQLScalarType;
  Party?: PartyResolvers<ContextType>;
  PastColumn?: PastColumnResolvers<ContextType>;
  PastDossier?: PastDossierResolvers<ContextType>;
  PastFlag?: PastFlagResolvers<ContextType>;
  PastIssue?: PastIssueResolvers<ContextType>;
  PastStep?: PastStepResolvers<ContextType>;
  PlanBoundaryChangeResult?: PlanBoundaryChangeResultResolvers<ContextType>;
  PlannedUnit?: PlannedUnitResolvers<ContextType>;
  PolicyStatus?: PolicyStatusResolvers<ContextType>;
  Population?: PopulationResolvers<ContextType>;
  PopulationDwellings?: PopulationDwellingsResolvers<ContextType>;
  PopulationHouseholds?: PopulationHouseholdsResolvers<ContextType>;
  PopulationList?: PopulationListResolvers<ContextType>;
  PopulationPerson?: PopulationPersonResolvers<ContextType>;
  Position?: PositionResolvers<ContextType>;
  PrintablePaper?: PrintablePaperResolvers<ContextType>;
  Procedure?: ProcedureResolvers<ContextType>;
  ProcedurePublished?: ProcedurePublishedResolvers<ContextType>;
  ProcedureStep?: ProcedureStepResolvers<ContextType>;
  ProjectionState?: ProjectionStateResolvers<ContextType>;
  ProposedEvidence?: ProposedEvidenceResolvers<ContextType>;
  ProposedPerson?: ProposedPersonResolvers<ContextType>;
  ProposedValue?: ProposedValueResolvers<ContextType>;
  PublicForm?: PublicFormResolvers<ContextType>;
  PublicProcedure?: PublicProcedureResolvers<ContextType>;
  PublicWard?: PublicWardResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RatingAnswer?: RatingAnswerResolvers<ContextType>;
  RatingAnswerPage?: RatingAnswerPageResolvers<ContextType>;
  RatingCriterion?: RatingCriterionResolvers<ContextType>;
  RatingForm?: RatingFormResolvers<ContextType>;
  RatingMark?: RatingMarkResolvers<ContextType>;
  RatingPoster?: RatingPosterResolvers<ContextType>;
  RatingReceived?: RatingReceivedResolvers<ContextType>;
  RatingShare?: RatingShareResolvers<ContextType>;
  ReferenceUnit?: ReferenceUnitResolvers<ContextType>;
  RegisterCitizenResult?: RegisterCitizenResultResolvers<ContextType>;
  RegisterDwellingResult?: RegisterDwellingResultResolvers<ContextType>;
  RegisterEntry?: RegisterEntryResolvers<ContextType>;
  RegisterProposal?: RegisterProposalResolvers<ContextType>;
  RegisterWritten?: RegisterWrittenResolvers<ContextType>;
  RelationCode?: RelationCodeResolvers<ContextType>;
  RequiredPaper?: RequiredPaperResolvers<ContextType>;
  Residence?: ResidenceResolvers<ContextType>;
  ResidenceKindFigures?: ResidenceKindFiguresResolvers<ContextType>;
  RevealedField?: RevealedFieldResolvers<ContextType>;
  Satisfaction?: SatisfactionResolvers<ContextType>;
  SatisfactionFigure?: SatisfactionFigureResolvers<ContextType>;
  SaturdayHours?: SaturdayHoursResolvers<ContextType>;
  SearchHit?: SearchHitResolvers<ContextType>;
  SearchResult?: SearchResultResolvers<ContextType>;
  Series?: SeriesResolvers<ContextType>;
  SeriesNumber?: SeriesNumberResolvers<ContextType>;
  SigningKey?: SigningKeyResolvers<ContextType>;
  SigningMeans?: SigningMeansResolvers<ContextType>;
  Submitted?: SubmittedResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  SystemState?: SystemStateResolvers<ContextType>;
  SystemWarning?: SystemWarningResolvers<ContextType>;
  Term?: TermResolvers<ContextType>;
  TermCut?: TermCutResolvers<ContextType>;
  TimelineEntry?: TimelineEntryResolvers<ContextType>;
  TimelineField?: TimelineFieldResolvers<ContextType>;
  TimelineSource?: TimelineSourceResolvers<ContextType>;
  Today?: TodayResolvers<ContextType>;
  Unit?: UnitResolvers<ContextType>;
  UnitCounts?: UnitCountsResolvers<ContextType>;
  UnitFigure?: UnitFigureResolvers<ContextType>;
  UnitGlance?: UnitGlanceResolvers<ContextType>;
  UnknownNeighbourhood?: UnknownNeighbourhoodResolvers<ContextType>;
  UnmatchedMove?: UnmatchedMoveResolvers<ContextType>;
  UnmatchedMovePage?: UnmatchedMovePageResolvers<ContextType>;
  UnmergePreview?: UnmergePreviewResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  Warning?: WarningResolvers<ContextType>;
  WarningParam?: WarningParamResolvers<ContextType>;
  WithdrawalCounts?: WithdrawalCountsResolvers<ContextType>;
  WorkingSpan?: WorkingSpanResolvers<ContextType>;
  WorkingWeek?: WorkingWeekResolvers<ContextType>;
}>;

