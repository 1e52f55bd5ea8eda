import type { CitizenEvent, CitizenWhole } from '@nocgia/schemas/events/citizen.ts';
import type { RecordedEvent } from '../../event-store/log.ts';
import { evolveCitizen, type CitizenState, type ResidenceState } from './citizen-state.ts';

/** The parts of a state that a merge changes. */
export function wholeOf({ details, died, residences, absences, policies, marriages }: CitizenState): CitizenWhole {
  return {
    ...{ details, died },
    residences: [...residences],
    absences: [...absences],
    policies: [...policies],
    marriages: [...marriages],
  };
}

/**
 * What two records of one person add up to: the survivor's details, gaps filled from the other's; both histories of residence as one,
 * in which a later residence of a kind ends the one before, as figures take them.
 */
export function union(survivor: CitizenState, absorbed: CitizenState): CitizenState {
  const details = { ...absorbed.details, ...said(survivor.details) };
  const died = [survivor.died, absorbed.died].filter((day) => day !== null).toSorted()[0] ?? null;
  const state = {
    ...survivor,
    details,
    died,
    residences: [...survivor.residences, ...absorbed.residences],
    absences: [...survivor.absences, ...absorbed.absences],
    policies: [...survivor.policies, ...absorbed.policies],
    marriages: [...survivor.marriages, ...absorbed.marriages],
  };
  return settled(state);
}

function said<T extends object>(details: T): T {
  const unknown = (name: string, value: unknown): boolean =>
    value === null || value === undefined || (name === 'sex' && value === 'unknown');
  return Object.fromEntries(Object.entries(details).filter(([name, value]) => !unknown(name, value))) as T;
}

/** A history of residence in which at most one of a kind holds at a time, and none after death. */
export function settled(state: CitizenState): CitizenState {
  const ends = new Map<string, string>();
  for (const kind of ['permanent', 'temporary'] as const) {
    const own = state.residences.filter((one) => one.kind === kind).toSorted(bySince);
    for (const [index, one] of own.entries()) {
      const next = own[index + 1];
      if (next && next.since < (one.endedOn ?? '9999-12-31')) ends.set(one.residenceId, next.since);
    }
  }
  const { died } = state;
  const residences = state.residences.map((one) => {
    const endedOn = ends.get(one.residenceId) ?? one.endedOn;
    return { ...one, endedOn: died !== null && (endedOn === null || endedOn > died) ? died : endedOn };
  });
  return { ...state, residences };
}

function bySince(a: ResidenceState, b: ResidenceState): number {
  return a.since < b.since ? -1 : a.since > b.since ? 1 : a.residenceId < b.residenceId ? -1 : 1;
}

/** How a stream is read once more when a merge is undone. */
export interface Reading {
  /** Whom each merge that still holds has absorbed. */
  absorbed: ReadonlyMap<string, CitizenState>;
  /** Facts that were given back to somebody else, by position. */
  without: ReadonlySet<string>;
  /** Facts recorded elsewhere that meant this one, in the order of the log. */
  returned: readonly RecordedEvent[];
}

const OF_MERGES: ReadonlySet<string> = new Set([
  'CitizenMerged',
  'CitizenAbsorbed',
  'CitizenUnmerged',
  'CitizenReleased',
] satisfies CitizenEvent['type'][]);

/** What stands in a citizen's stream: neither facts that were taken back nor their taking back. */
export function standing(events: readonly RecordedEvent[]): RecordedEvent[] {
  const gone = new Set(
    events.flatMap((event) => {
      const fact = event as CitizenEvent;
      return fact.type === 'CitizenFactsTakenBack' ? [event.position, ...fact.data.facts] : [];
    }),
  );
  return gone.size === 0 ? [...events] : events.filter(({ position }) => !gone.has(position));
}

/** The state that a stream adds up to when only the merges of `reading` have happened; null for an empty stream. */
export function readAnew(events: readonly RecordedEvent[], reading: Reading): CitizenState | null {
  const own = standing(events).filter((event) => !reading.without.has(event.position));
  const all = [...own, ...reading.returned].toSorted((a, b) => (a.position < b.position ? -1 : 1));
  let state: CitizenState | null = null;
  for (const event of all) {
    if (!OF_MERGES.has(event.type)) {
      state = evolveCitizen(state, event);
      continue;
    }
    const fact = event as CitizenEvent;
    const other = fact.type === 'CitizenAbsorbed' ? reading.absorbed.get(fact.data.mergeId) : undefined;
    if (state && other) state = union(state, other);
  }
  return state && settled(state);
}
