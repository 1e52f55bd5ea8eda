import type { CitizenDetails, CitizenEvent, Relation, ResidenceKind } from '@nocgia/schemas/events/citizen.ts';
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

/** A citizen as the own stream tells it. */
export interface CitizenState {
  citizenId: string;
  registeredOn: string;
  details: CitizenDetails;
  /** In the order in which they were recorded; what was recorded in error is gone. */
  residences: readonly ResidenceState[];
  died: string | null;
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
    case 'CitizenDied': {
      const { occurredOn } = fact.data;
      const residences = state.residences.map((one) =>
        one.endedOn === null || one.endedOn > occurredOn ? { ...one, endedOn: occurredOn } : one,
      );
      return { ...state, died: occurredOn, residences };
    }
  }
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
