import type { ResidenceKind, Relation, Sex } from '@nocgia/schemas/events/citizen.ts';
import {
  birthDay,
  compare,
  dayAfter,
  inOrder,
  type CitizenFacts,
  type DwellingFacts,
  type HouseholdFacts,
  type ResidenceFacts,
} from './facts.ts';
import {
  absenceSpans,
  ALWAYS,
  birthOf,
  eidSpans,
  ethnicitySpans,
  FOREVER,
  sexSpans,
  statusSpans,
  valueAt,
  type Span,
} from './spans.ts';

export type { Cause } from './spans.ts';
import type { Cause } from './spans.ts';

/** One person at one place, in one way, for a span of days: `from` inclusive, `to` exclusive (`infinity` = still). */
export interface Episode {
  residenceId: string;
  household: string;
  dwelling: string | null;
  /** Unit numbers; null while the dwelling is not known to the log, or not yet placed. */
  ward: number | null;
  neighbourhood: number | null;
  headcount: ResidenceKind;
  relation: Relation;
  sex: Sex;
  birth: string | null;
  birthEstimated: boolean;
  ethnicity: string | null;
  /** Level of the electronic identity. */
  eid: '1' | '2' | null;
  /** Temporarily away from home, wherever that is. */
  absent: boolean;
  /** Policy statuses of the person and statuses of the household, sorted. */
  policies: readonly string[];
  householdStatuses: readonly string[];
  /** First day of the whole residence. */
  since: string;
  from: string;
  to: string;
  startCause: Cause;
  endCause: Cause | null;
}

/** Everything that a person's episodes follow from. */
export interface History {
  /** One, or the survivor of a merge and whom it absorbed. */
  people: readonly CitizenFacts[];
  residences: readonly { id: string; facts: ResidenceFacts }[];
  household(id: string): HouseholdFacts | undefined;
  dwelling(id: string): DwellingFacts | undefined;
}

interface Stay {
  id: string;
  facts: ResidenceFacts & { started: NonNullable<ResidenceFacts['started']> };
  since: string;
  to: string;
  startCause: Cause;
  endCause: Cause | null;
}

/**
 * A person's episodes from the facts known now, taken in the order in which they occurred: the same facts recorded in another order
 * give the same episodes. At most one permanent and one temporary residence hold at a time: a later one ends the one before.
 */
export function episodesOf(history: History): Episode[] {
  const stays = staysOf(history);
  const { people } = history;
  const sexes = sexSpans(people);
  const ethnicities = ethnicitySpans(people);
  const eids = eidSpans(people);
  const absences = absenceSpans(people);
  const policies = statusSpans(
    people.flatMap((one) => one.policies ?? []),
    people.flatMap((one) => one.policyEnds ?? []),
  );
  const birth = birthDay(birthOf(people));
  const episodes: Episode[] = [];
  for (const stay of stays) {
    const { household } = stay.facts.started;
    const relations = relationSpans(stay);
    const places = placeSpans(household, history);
    const known = history.household(household);
    const statuses = statusSpans(known?.statuses ?? [], known?.statusEnds ?? []);
    const breaks = new Map<string, Cause>();
    // Places last: of what happens on one day, a change of place is what a figure of a place is changed by.
    for (const spans of [sexes, ethnicities, eids, absences, policies, statuses, relations, places]) {
      for (const span of spans) if (stay.since < span.from && span.from < stay.to) breaks.set(span.from, span.cause);
    }
    const starts = [stay.since, ...[...breaks.keys()].sort()];
    for (const [index, from] of starts.entries()) {
      const to = starts[index + 1] ?? stay.to;
      const place = valueAt(places, from);
      episodes.push({
        residenceId: stay.id,
        household,
        dwelling: place?.dwelling ?? null,
        ward: place?.ward ?? null,
        neighbourhood: place?.neighbourhood ?? null,
        headcount: stay.facts.started.kind,
        relation: valueAt(relations, from) ?? stay.facts.started.relation,
        sex: valueAt(sexes, from) ?? 'unknown',
        birth: birth.day,
        birthEstimated: birth.estimated,
        ethnicity: valueAt(ethnicities, from) ?? null,
        eid: valueAt(eids, from) ?? null,
        absent: valueAt(absences, from) ?? false,
        policies: valueAt(policies, from) ?? [],
        householdStatuses: valueAt(statuses, from) ?? [],
        since: stay.since,
        from,
        to,
        startCause: index === 0 ? stay.startCause : (breaks.get(from) ?? 'status'),
        endCause: to === stay.to ? stay.endCause : (breaks.get(to) ?? 'status'),
      });
    }
  }
  return episodes;
}

function staysOf(history: History): Stay[] {
  const died = history.people.flatMap((one) => one.deaths.map(({ on }) => on)).toSorted()[0] ?? FOREVER;
  const stays = history.residences.flatMap(({ id, facts }): Stay[] => {
    if (!facts.started || facts.ends.some((end) => end.cause === 'recorded_in_error')) return [];
    if (history.household(facts.started.household)?.withdrawn) return [];
    const correction = inOrder(facts.corrections).at(-1);
    const since = correction?.since ?? facts.started.on;
    const said = correction ? correction.until : facts.started.until;
    // A renewal only ever lengthens; a correction recorded after it says what is true.
    const renewed = facts.renewals.filter((one) => !correction || one.at > correction.at).map((one) => one.until);
    const until = said === null ? null : ([said, ...renewed].toSorted().at(-1) ?? said);
    // The earliest end counts: what ended once cannot end again.
    const end = inOrder(facts.ends)[0];
    const runsOut = until === null ? FOREVER : dayAfter(until);
    const ended = end?.on ?? FOREVER;
    const to = [died, ended, runsOut].toSorted()[0] ?? FOREVER;
    const endCause: Cause | null =
      to === FOREVER ? null : to === died ? 'death' : to === ended ? endCauseOf(end?.cause) : 'expired';
    return [{ id, facts: { ...facts, started: facts.started }, since, to, startCause: facts.started.cause, endCause }];
  });
  return (['permanent', 'temporary'] as const).flatMap((kind) => {
    const own = stays
      .filter((stay) => stay.facts.started.kind === kind && stay.since < stay.to)
      .sort((a, b) => compare(a.since, b.since) || compare(a.id, b.id));
    for (const [index, stay] of own.entries()) {
      const next = own[index + 1];
      if (next && next.since < stay.to) {
        stay.to = next.since;
        stay.endCause = 'move';
      }
    }
    return own.filter((stay) => stay.since < stay.to);
  });
}

function endCauseOf(cause: 'departure' | 'move' | 'expired' | 'recorded_in_error' | undefined): Cause {
  return cause === 'move' || cause === 'expired' ? cause : 'departure';
}

function relationSpans(stay: Stay): Span<Relation>[] {
  const spans: Span<Relation>[] = [{ from: ALWAYS, value: stay.facts.started.relation, cause: 'status' }];
  for (const fact of inOrder(stay.facts.relations))
    spans.push({ from: fact.on, value: fact.relation, cause: 'status' });
  return spans;
}

interface Place {
  dwelling: string;
  ward: number | null;
  neighbourhood: number | null;
}

/** Where a household's people live from which day on; the first dwelling and its first place reach back as far as anybody asks. */
function placeSpans(household: string, history: History): Span<Place>[] {
  // A move into a dwelling that never was is no move.
  const moves = inOrder(history.household(household)?.moves ?? []).filter(
    (move) => !history.dwelling(move.dwelling)?.withdrawn,
  );
  const spans: Span<Place>[] = [];
  for (const [index, move] of moves.entries()) {
    const from = index === 0 ? ALWAYS : move.on;
    const to = moves[index + 1]?.on ?? FOREVER;
    const placements = placementSpans(history.dwelling(move.dwelling));
    const before = placements.findLast((span) => span.from <= from)?.value ?? placements[0]?.value;
    spans.push({
      from,
      value: { dwelling: move.dwelling, ward: before?.ward ?? null, neighbourhood: before?.neighbourhood ?? null },
      cause: 'move',
    });
    for (const span of placements) {
      if (from < span.from && span.from < to)
        spans.push({ from: span.from, value: { dwelling: move.dwelling, ...span.value }, cause: span.cause });
    }
  }
  return spans;
}

/** Where a dwelling lies from which day on; a correction says that it always lay there. */
export function placementSpans(
  dwelling: DwellingFacts | undefined,
): Span<{ ward: number; neighbourhood: number | null }>[] {
  const spans: Span<{ ward: number; neighbourhood: number | null }>[] = [];
  if (dwelling?.withdrawn) return spans;
  for (const fact of inOrder(dwelling?.placements ?? [])) {
    const value = { ward: fact.ward, neighbourhood: fact.neighbourhood };
    if (spans.length === 0 || fact.cause === 'correction') {
      spans.splice(0, spans.length, { from: ALWAYS, value, cause: 'placed' });
      continue;
    }
    const last = spans.at(-1);
    if (last?.value.ward === value.ward && last.value.neighbourhood === value.neighbourhood) continue;
    if (last?.from === fact.on) spans.pop();
    spans.push({ from: fact.on, value, cause: fact.cause === 'boundary' ? 'boundary' : 'placed' });
  }
  return spans;
}
