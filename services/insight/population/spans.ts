import type { Sex } from '@nocgia/schemas/events/citizen.ts';
import {
  compare,
  dayAfter,
  inOrder,
  type CitizenFacts,
  type PeriodEnd,
  type PeriodFact,
  type StatusFact,
} from './facts.ts';

/** A day before all others and one after them: as texts they sort so, and PostgreSQL takes the latter for a date. */
export const ALWAYS = '0000-00-00';
export const FOREVER = 'infinity';

/**
 * Why a figure changes (design §3). `expired`: a temporary residence ran out; `status`: sex, ethnicity or a policy status; `placed`: a
 * dwelling found its neighbourhood. What is corrected or withdrawn takes back its own causes.
 */
export type Cause =
  | 'first_entry'
  | 'birth'
  | 'arrival'
  | 'move'
  | 'death'
  | 'departure'
  | 'expired'
  | 'boundary'
  | 'placed'
  | 'status'
  | 'absence'
  | 'return'
  | 'merge'
  | 'unmerge';

/** A value that holds from a day on, and why it does. */
export interface Span<V> {
  from: string;
  value: V;
  cause: Cause;
}

/** The value that holds on a day; undefined before the first. */
export function valueAt<V>(spans: readonly Span<V>[], day: string): V | undefined {
  return spans.findLast((span) => span.from <= day)?.value;
}

/** Of people who are one: what the first says who says anything; the survivor of a merge stands first, so that gaps alone are filled. */
function firstTold<V>(people: readonly CitizenFacts[], spansOf: (of: CitizenFacts) => Span<V>[], gap: V): Span<V>[] {
  let first: Span<V>[] | undefined;
  for (const person of people) {
    const spans = spansOf(person);
    if (spans.some(({ value }) => value !== gap)) return spans;
    first ??= spans;
  }
  return first ?? [];
}

/** What was said first always held; a correction says what the latest should have been. */
function detailSpans<V>(
  person: CitizenFacts,
  said: (fact: CitizenFacts['details'][number]) => V | undefined,
): Span<V>[] {
  const spans: Span<V>[] = [];
  for (const fact of inOrder(person.details)) {
    const value = said(fact);
    if (value === undefined) continue;
    const last = spans.at(-1);
    if (!last) spans.push({ from: ALWAYS, value, cause: 'status' });
    else if (fact.nature === 'correction') last.value = value;
    else if (last.value !== value) spans.push({ from: fact.on, value, cause: 'status' });
  }
  return spans;
}

/** Sex from which day on. */
export function sexSpans(people: readonly CitizenFacts[]): Span<Sex>[] {
  return firstTold(people, (person) => detailSpans(person, (fact) => fact.sex), 'unknown');
}

/** Ethnicity (code list) from which day on. */
export function ethnicitySpans(people: readonly CitizenFacts[]): Span<string | null>[] {
  return firstTold(people, (person) => detailSpans(person, (fact) => fact.ethnicity), null);
}

/** Level of the electronic identity from which day on: the day that was said, else that of the fact; a correction without a day: always. */
export function eidSpans(people: readonly CitizenFacts[]): Span<'1' | '2' | null>[] {
  return firstTold(people, ownEidSpans, null);
}

function ownEidSpans(person: CitizenFacts): Span<'1' | '2' | null>[] {
  if (person.details.every(({ eid }) => eid === undefined)) return [];
  const told: { value: '1' | '2' | null; from: string; always: boolean }[] = [];
  for (const { eid, nature } of inOrder(person.details)) {
    const last = told.at(-1);
    if (eid?.level !== undefined) told.push({ value: eid.level, from: eid.from, always: nature === 'correction' });
    else if (eid && last) last.from = eid.from;
  }
  let spans: Span<'1' | '2' | null>[] = [];
  for (const { value, from, always } of told) {
    const kept = always ? [] : spans.filter((span) => span.from < from);
    spans = [...kept, { from, value, cause: 'status' }];
  }
  return spans;
}

/** A birth does not change: whatever was said last is what it always was. */
export function birthOf(people: readonly CitizenFacts[]): string | null {
  for (const person of people) {
    const birth = inOrder(person.details).findLast((fact) => fact.birth !== undefined)?.birth ?? null;
    if (birth !== null) return birth;
  }
  return null;
}

interface Period<F> {
  fact: F;
  from: string;
  to: string;
}

/** From which day to which (exclusive) each holds: until its last day, or until it ended. */
function periods<F extends PeriodFact>(facts: readonly F[], ends: readonly PeriodEnd[]): Period<F>[] {
  return facts.flatMap((fact) => {
    const own = ends.filter((end) => end.id === fact.id);
    if (own.some((end) => end.error)) return [];
    const runsOut = fact.until === null ? FOREVER : dayAfter(fact.until);
    const to = [runsOut, ...own.map((end) => end.on)].toSorted(compare)[0] ?? FOREVER;
    return fact.on < to ? [{ fact, from: fact.on, to }] : [];
  });
}

function turns(all: readonly Period<unknown>[]): string[] {
  return [...new Set(all.flatMap(({ from, to }) => (to === FOREVER ? [from] : [from, to])))].sort(compare);
}

/** Whether somebody is temporarily absent, from which day on. */
export function absenceSpans(people: readonly CitizenFacts[]): Span<boolean>[] {
  const facts = people.flatMap((one) => one.absences ?? []);
  if (facts.length === 0) return [];
  const all = periods(
    facts,
    people.flatMap((one) => one.absenceEnds ?? []),
  );
  return turns(all).map((from) => {
    const value = all.some((one) => one.from <= from && from < one.to);
    return { from, value, cause: value ? 'absence' : 'return' };
  });
}

/** Which statuses hold from which day on, sorted. */
export function statusSpans(facts: readonly StatusFact[], ends: readonly PeriodEnd[]): Span<readonly string[]>[] {
  if (facts.length === 0) return [];
  const all = periods(facts, ends);
  return turns(all).map((from) => {
    const held = all.filter((one) => one.from <= from && from < one.to).map(({ fact }) => fact.status);
    return { from, value: [...new Set(held)].sort(compare), cause: 'status' };
  });
}
