import type {
  CitizenDetails,
  CitizenEvent,
  CitizenWhole,
  Relation,
  ResidenceKind,
} from '@nocgia/schemas/events/citizen.ts';
import type { DomainEvent } from '../../event-store/log.ts';

export interface ResidenceState {
  residenceId: string;
  kind: ResidenceKind;
  householdId: string;
  relation: Relation;
  since: string;
  estimated: boolean;
  /** Last day of a temporary residence. */
  until: string | null;
  source: string;
  /** First day on which the citizen no longer lived there. */
  endedOn: string | null;
}

export interface AbsenceState {
  absenceId: string;
  since: string;
  /** Last day, as declared. */
  until: string | null;
  destination: string | null;
  /** First day home again. */
  endedOn: string | null;
}

/** A policy status of a person or a household. */
export interface StatusState {
  statusId: string;
  status: string;
  since: string;
  /** Last day. */
  until: string | null;
  endedOn: string | null;
}

export interface MarriageState {
  marriageId: string;
  spouseId: string | null;
  spouseName: string | null;
  since: string;
  endedOn: string | null;
  endCause: 'divorce' | 'death' | null;
}

/** A citizen as the own stream tells it. */
export interface CitizenState {
  citizenId: string;
  registeredOn: string;
  details: CitizenDetails;
  /** In the order in which they were recorded; what was recorded in error is gone. */
  residences: readonly ResidenceState[];
  died: string | null;
  absences: readonly AbsenceState[];
  policies: readonly StatusState[];
  marriages: readonly MarriageState[];
  /** The person this one was found to be: commands go there. */
  mergedInto: { mergeId: string; survivorId: string } | null;
  /** Who was found to be this person. */
  absorbed: readonly { mergeId: string; absorbedId: string }[];
  /** Recorded in error: there is no such person. */
  withdrawn: boolean;
  /** Where the citizen was last put, rightly or in error. */
  lastHouseholdId: string | null;
}

/** What stands where the person was erased and left no residue. */
const erased: CitizenDetails = { fullName: '—', sex: 'unknown', birth: null };

/** One fact onto the state of a citizen. */
export function evolveCitizen(state: CitizenState | null, event: DomainEvent): CitizenState | null {
  const fact = event as CitizenEvent;
  if (fact.type === 'CitizenRegistered') {
    const { citizenId, occurredOn, details } = fact.data;
    return {
      citizenId,
      registeredOn: occurredOn,
      details: { ...erased, ...details },
      residences: [],
      died: null,
      absences: [],
      policies: [],
      marriages: [],
      mergedInto: null,
      absorbed: [],
      withdrawn: false,
      lastHouseholdId: null,
    };
  }
  if (!state) return null;
  switch (fact.type) {
    case 'CitizenDetailsChanged':
      return { ...state, details: { ...state.details, ...fact.data.changes } };
    case 'ResidenceStarted': {
      const { residenceId, kind, householdId, relation, occurredOn: since, estimated, until, source } = fact.data;
      const residence = { residenceId, kind, householdId, relation, since, estimated, until, source, endedOn: null };
      return { ...state, residences: [...state.residences, residence], lastHouseholdId: householdId };
    }
    case 'ResidenceEnded': {
      const { residenceId, cause, occurredOn } = fact.data;
      if (cause === 'recorded_in_error')
        return { ...state, residences: state.residences.filter((one) => one.residenceId !== residenceId) };
      return withResidence(state, residenceId, { endedOn: occurredOn });
    }
    case 'ResidenceCorrected': {
      const { residenceId, since, until, source } = fact.data;
      return withResidence(state, residenceId, { since, until, source, estimated: false });
    }
    case 'ResidenceRelationChanged':
      return withResidence(state, fact.data.residenceId, { relation: fact.data.relation });
    case 'ResidenceRenewed':
      return withResidence(state, fact.data.residenceId, { until: fact.data.until, source: fact.data.source });
    case 'AbsenceStarted': {
      const { absenceId, occurredOn: since, until, destination = null } = fact.data;
      return { ...state, absences: [...state.absences, { absenceId, since, until, destination, endedOn: null }] };
    }
    case 'AbsenceEnded': {
      const { absenceId, cause, occurredOn: endedOn } = fact.data;
      return { ...state, absences: ended(state.absences, (one) => one.absenceId === absenceId, cause, { endedOn }) };
    }
    case 'PolicyStatusGranted': {
      const { statusId, status = UNKNOWN_STATUS, occurredOn: since, until } = fact.data;
      return { ...state, policies: [...state.policies, { statusId, status, since, until, endedOn: null }] };
    }
    case 'PolicyStatusEnded': {
      const { statusId, cause, occurredOn: endedOn } = fact.data;
      return { ...state, policies: ended(state.policies, (one) => one.statusId === statusId, cause, { endedOn }) };
    }
    case 'MarriageRecorded': {
      const { marriageId, spouseId, spouseName = null, occurredOn: since } = fact.data;
      const marriage = { marriageId, spouseId, spouseName, since, endedOn: null, endCause: null };
      return {
        ...state,
        details: { ...state.details, maritalStatus: 'married' },
        marriages: [...state.marriages, marriage],
      };
    }
    case 'MarriageEnded': {
      const { marriageId, cause, occurredOn: endedOn } = fact.data;
      const endCause = cause === 'recorded_in_error' ? null : cause;
      const marriages = ended(state.marriages, (one) => one.marriageId === marriageId, cause, { endedOn, endCause });
      return { ...state, details: { ...state.details, maritalStatus: statusAfter(marriages) }, marriages };
    }
    case 'CitizenMerged': {
      const { mergeId, survivorId } = fact.data;
      return { ...state, mergedInto: { mergeId, survivorId } };
    }
    case 'CitizenAbsorbed': {
      const { mergeId, absorbedId, whole } = fact.data;
      return { ...withWhole(state, whole), absorbed: [...state.absorbed, { mergeId, absorbedId }] };
    }
    case 'CitizenFactsTakenBack':
      return withWhole(state, fact.data.whole);
    case 'CitizenUnmerged':
      return { ...withWhole(state, fact.data.whole), mergedInto: null };
    case 'CitizenReleased': {
      const { mergeId, whole } = fact.data;
      return { ...withWhole(state, whole), absorbed: state.absorbed.filter((one) => one.mergeId !== mergeId) };
    }
    case 'CitizenWithdrawn':
      return { ...state, residences: [], absences: [], policies: [], marriages: [], withdrawn: true };
    case 'CitizenDied': {
      const { occurredOn } = fact.data;
      const residences = state.residences.map((one) =>
        one.endedOn === null || one.endedOn > occurredOn ? { ...one, endedOn: occurredOn } : one,
      );
      return { ...state, died: occurredOn, residences };
    }
  }
}

/** What stands where the person was erased: some status was held, nobody knows which. */
const UNKNOWN_STATUS = 'unknown';

/** A list in which one entry has ended; what was recorded in error is gone. */
export function ended<T>(
  list: readonly T[],
  is: (one: T) => boolean,
  cause: string,
  changes: Partial<T>,
): readonly T[] {
  if (cause === 'recorded_in_error') return list.filter((one) => !is(one));
  return list.map((one) => (is(one) ? { ...one, ...changes } : one));
}

/** The marital status that marriages leave: the last one's. */
function statusAfter(marriages: readonly MarriageState[]): string | null {
  const last = marriages.at(-1);
  if (!last) return null;
  return last.endCause === 'divorce' ? 'divorced' : last.endCause === 'death' ? 'widowed' : 'married';
}

/** The state that a merge, its undoing, or facts taken back leave; of an erased person there is no whole, and the state stays. */
function withWhole(state: CitizenState, whole: CitizenWhole | undefined): CitizenState {
  if (!whole) return state;
  const lastHouseholdId = whole.residences.at(-1)?.householdId ?? state.lastHouseholdId;
  return { ...state, ...whole, lastHouseholdId };
}

function withResidence(state: CitizenState, residenceId: string, changes: Partial<ResidenceState>): CitizenState {
  return {
    ...state,
    residences: state.residences.map((one) => (one.residenceId === residenceId ? { ...one, ...changes } : one)),
  };
}

/** The state that a citizen's stream adds up to; null when there is none. */
export function citizenOf(events: readonly DomainEvent[] = []): CitizenState | null {
  return events.reduce(evolveCitizen, null);
}

export function citizenStream(id: string): string {
  return `citizen-${id}`;
}

/** Residences that have not ended, permanent first. */
export function currentResidences(state: CitizenState): ResidenceState[] {
  return state.residences
    .filter((one) => one.endedOn === null)
    .sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
}

/** Households by which a citizen is placed: the present ones, else the last, since the dead and departed belong to their last unit. */
export function placingHouseholds(state: CitizenState): string[] {
  const current = currentResidences(state);
  if (current.length > 0) return current.map((one) => one.householdId);
  const last = state.residences.reduce<ResidenceState | null>(
    (a, b) => (a === null || (b.endedOn ?? '') >= (a.endedOn ?? '') ? b : a),
    null,
  );
  const householdId = last?.householdId ?? state.lastHouseholdId;
  return householdId === null ? [] : [householdId];
}

/** The first day on which a birth as far as known can have been: `1990` -> 1990-01-01. */
export function earliestBirth(birth: string): string {
  return birth.length === 4 ? `${birth}-01-01` : birth.length === 7 ? `${birth}-01` : birth;
}

const NEVER = '9999-12-31';

/** A recorded residence of the same kind that shares a day with `since` (inclusive) to `end` (exclusive; null = open). */
export function overlapping(
  state: CitizenState,
  kind: ResidenceKind,
  since: string,
  end: string | null,
  except: string | null,
): ResidenceState | undefined {
  return state.residences.find(
    (one) =>
      one.kind === kind &&
      one.residenceId !== except &&
      one.since < (end ?? NEVER) &&
      (one.endedOn ?? NEVER) > since &&
      one.since !== one.endedOn,
  );
}
