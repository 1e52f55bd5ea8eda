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

/** A day before all others and one after them: as texts they sort so, and PostgreSQL takes the latter for a date. */
export const ALWAYS = '0000-00-00';
export const FOREVER = 'infinity';

/** Why a figure changes (design §3). `expired`: a temporary residence ran out; `status`: sex; `placed`: a dwelling found its neighbourhood. */
export type Cause =
  'first_entry' | 'birth' | 'arrival' | 'move' | 'death' | 'departure' | 'expired' | 'boundary' | 'placed' | 'status';

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
  /** First day of the whole residence. */
  since: string;
  from: string;
  to: string;
  startCause: Cause;
  endCause: Cause | null;
}

/** Everything that a person's episodes follow from. */
export interface History {
  citizen: CitizenFacts;
  residences: readonly { id: string; facts: ResidenceFacts }[];
  household(id: string): HouseholdFacts | undefined;
  dwelling(id: string): DwellingFacts | undefined;
}

/** A value that holds from a day on, and why it does. */
interface Span<V> {
  from: string;
  value: V;
  cause: Cause;
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
  const sexes = sexSpans(history.citizen);
  const birth = birthDay(birthOf(history.citizen));
  const episodes: Episode[] = [];
  for (const stay of stays) {
    const relations = relationSpans(stay);
    const places = placeSpans(stay.facts.started.household, history);
    const breaks = new Map<string, Cause>();
    for (const spans of [sexes, relations, places]) {
      for (const span of spans) if (stay.since < span.from && span.from < stay.to) breaks.set(span.from, span.cause);
    }
    const starts = [stay.since, ...[...breaks.keys()].sort()];
    for (const [index, from] of starts.entries()) {
      const to = starts[index + 1] ?? stay.to;
      const place = valueAt(places, from);
      episodes.push({
        residenceId: stay.id,
        household: stay.facts.started.household,
        dwelling: place?.dwelling ?? null,
        ward: place?.ward ?? null,
        neighbourhood: place?.neighbourhood ?? null,
        headcount: stay.facts.started.kind,
        relation: valueAt(relations, from) ?? stay.facts.started.relation,
        sex: valueAt(sexes, from) ?? 'unknown',
        birth: birth.day,
        birthEstimated: birth.estimated,
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
  const died = history.citizen.deaths.toSorted()[0] ?? FOREVER;
  const stays = history.residences.flatMap(({ id, facts }): Stay[] => {
    if (!facts.started || facts.ends.some((end) => end.cause === 'recorded_in_error')) return [];
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

function sexSpans(citizen: CitizenFacts): Span<Sex>[] {
  const spans: Span<Sex>[] = [];
  for (const fact of inOrder(citizen.details)) {
    if (fact.sex === undefined) continue;
    const last = spans.at(-1);
    if (!last) spans.push({ from: ALWAYS, value: fact.sex, cause: 'status' });
    else if (fact.nature === 'correction') last.value = fact.sex;
    else if (last.value !== fact.sex) spans.push({ from: fact.on, value: fact.sex, cause: 'status' });
  }
  return spans;
}

/** A birth does not change: whatever was said last is what it always was. */
function birthOf(citizen: CitizenFacts): string | null {
  return inOrder(citizen.details).findLast((fact) => fact.birth !== undefined)?.birth ?? null;
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
  const moves = inOrder(history.household(household)?.moves ?? []);
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

function valueAt<V>(spans: readonly Span<V>[], day: string): V | undefined {
  return spans.findLast((span) => span.from <= day)?.value;
}
