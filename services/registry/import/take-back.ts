import type { CitizenEvent } from '@nocgia/schemas/events/citizen.ts';
import type { HouseholdEvent } from '@nocgia/schemas/events/household.ts';
import { after } from '../../event-store/deciding.ts';
import type { Decided, Decision, LoadStreams } from '../../event-store/dispatcher.ts';
import type { DomainEvent, RecordedEvent } from '../../event-store/log.ts';
import { citizenOf, citizenStream, currentResidences, type CitizenState } from '../citizen/citizen-state.ts';
import { holderOf, nationalIdClaim } from '../citizen/claim.ts';
import { standing, wholeOf } from '../citizen/whole.ts';
import { householdOf, householdStream } from '../household/household-state.ts';
import { dwellingStream, placeOfDwelling } from '../place.ts';
import { nothing, type KeptWhy, type WithdrawalOptions } from './withdraw.ts';

/** Streams as they were read, and what is going to be written behind them. */
interface Drafts {
  read(streams: readonly string[]): Promise<void>;
  events(stream: string): readonly RecordedEvent[];
  /** The stream with what is drafted. */
  now(stream: string): readonly DomainEvent[];
  add(stream: string, ...facts: DomainEvent[]): void;
  writes(): Decision['writes'];
}

function openDrafts(load: LoadStreams): Drafts {
  const streams = new Map<string, RecordedEvent[]>();
  const added = new Map<string, DomainEvent[]>();
  const events = (stream: string): readonly RecordedEvent[] => streams.get(stream) ?? [];
  return {
    async read(names) {
      const wanted = [...new Set(names)].filter((name) => !streams.has(name));
      if (wanted.length > 0) for (const [name, found] of await load(wanted)) streams.set(name, found);
    },
    events,
    now: (stream) => [...events(stream), ...(added.get(stream) ?? [])],
    add: (stream, ...facts) => added.set(stream, [...(added.get(stream) ?? []), ...facts]),
    writes: () => [...added].map(([stream, facts]) => after(stream, events(stream), ...facts)),
  };
}

/** Facts of one citizen that go, and what is left without them. */
interface Going {
  stream: string;
  facts: RecordedEvent[];
  now: CitizenState;
  then: CitizenState;
}

/**
 * Takes back what an import brought of people who were there before it: deaths, departures, moves, other details, with what follows for
 * households, spouses and identity numbers. Whoever has been recorded on since stays as they are and is named.
 */
export function decideFactsBack(
  citizenIds: readonly string[],
  options: WithdrawalOptions,
): (load: LoadStreams) => Promise<Decided> {
  return async (load) => {
    const drafts = openDrafts(load);
    const result = nothing();
    await drafts.read(citizenIds.map(citizenStream));
    // The last recorded first: a number that went from one to another finds its way back.
    for (const citizenId of citizenIds.toReversed()) {
      const why = await takePersonBack(citizenId, drafts, options);
      if (why !== null) result.kept.push(['citizen', citizenId, why]);
    }
    return { ok: true, decision: { writes: drafts.writes(), result } };
  };
}

async function takePersonBack(citizenId: string, drafts: Drafts, options: WithdrawalOptions): Promise<KeptWhy | null> {
  const stream = citizenStream(citizenId);
  // That a spouse was widowed goes with the death, not with what else was said of them.
  const person = goingOf(
    stream,
    drafts,
    options,
    (fact) => !(fact.type === 'MarriageEnded' && fact.data.cause === 'death'),
  );
  if (person === null) return null;
  if (person === 'changed') return 'changed';
  const all = [person];
  for (const marriage of person.now.died === null || person.then.died !== null ? [] : person.then.marriages) {
    if (marriage.spouseId === null || marriage.endedOn !== null) continue;
    const spouse = citizenStream(marriage.spouseId);
    await drafts.read([spouse]);
    const { marriageId } = marriage;
    const widowed = goingOf(
      spouse,
      drafts,
      options,
      (fact) => fact.type === 'MarriageEnded' && fact.data.marriageId === marriageId,
    );
    if (widowed === 'changed') return 'changed';
    if (widowed) all.push(widowed);
  }
  const homes = await homesBack(person, drafts, options);
  if (!Array.isArray(homes)) return homes;
  const number = await numberBack(person, drafts, options);
  if (!Array.isArray(number)) return number;
  for (const [name, ...facts] of [...homes, ...number]) drafts.add(name, ...facts);
  const { importId, today: occurredOn } = options;
  for (const one of all) {
    const facts = one.facts.map(({ position }) => position);
    const data = { citizenId: one.now.citizenId, importId, facts, whole: wholeOf(one.then), occurredOn };
    drafts.add(one.stream, { type: 'CitizenFactsTakenBack', data });
  }
  return null;
}

/** The import's facts in a citizen's stream that still stand; null where there are none, `changed` where somebody else has gone on since. */
function goingOf(
  stream: string,
  drafts: Drafts,
  { own }: WithdrawalOptions,
  wanted: (fact: CitizenEvent) => boolean,
): Going | 'changed' | null {
  const stands = standing(drafts.events(stream));
  const facts = stands.filter((event) => own(event) && wanted(event as CitizenEvent));
  const [first] = facts;
  if (!first) return null;
  if (stands.some((event) => event.position > first.position && !own(event))) return 'changed';
  const gone = new Set(facts);
  const now = citizenOf(stands);
  const then = citizenOf(stands.filter((event) => !gone.has(event)));
  return now && then ? { stream, facts, now, then } : null;
}

type Drafted = [stream: string, ...facts: DomainEvent[]];

/** The share of households that somebody returns to, or had never come to. A household with a head chosen since has said anew who is what to whom. */
async function homesBack(
  { now, then }: Going,
  drafts: Drafts,
  { importId, today: occurredOn, own }: WithdrawalOptions,
): Promise<Drafted[] | KeptWhy> {
  const { citizenId } = now;
  const before = new Set(currentResidences(now).map(({ householdId }) => householdId));
  const afterwards = new Set(currentResidences(then).map(({ householdId }) => householdId));
  const changing = [...before.symmetricDifference(afterwards)];
  await drafts.read(changing.map(householdStream));
  const drafted: Drafted[] = [];
  for (const householdId of changing) {
    const stream = householdStream(householdId);
    const events = drafts.events(stream);
    const household = householdOf(drafts.now(stream));
    const at = events.findLastIndex((event) => own(event) && isAbout(event, citizenId));
    if (!household || household.dissolvedOn !== null || at < 0) return 'changed';
    if (events.slice(at).some((event) => event.type === 'HouseholdHeadChanged' && !own(event))) return 'head';
    const member = { householdId, citizenId, importId, occurredOn };
    if (before.has(householdId)) {
      const heads = household.headId === citizenId;
      const headless = { type: 'HouseholdHeadChanged', data: { householdId, citizenId: null, occurredOn } };
      drafted.push([stream, { type: 'HouseholdMemberLeft', data: member }, ...(heads ? [headless] : [])]);
      continue;
    }
    const had = householdOf(events.slice(0, at));
    const heads = had?.headId === citizenId && household.headId === null;
    const headed = {
      type: 'HouseholdHeadChanged',
      data: { householdId, citizenId, occurredOn: had?.headOn ?? occurredOn },
    };
    drafted.push([stream, { type: 'HouseholdMemberJoined', data: member }, ...(heads ? [headed] : [])]);
  }
  return drafted;
}

function isAbout(event: RecordedEvent, citizenId: string): boolean {
  const fact = event as HouseholdEvent;
  const joins = fact.type === 'HouseholdMemberJoined' || fact.type === 'HouseholdMemberLeft';
  return joins && fact.data.citizenId === citizenId;
}

/** The identity number that somebody held before, unless another living person holds it by now. */
async function numberBack(
  { now, then }: Going,
  drafts: Drafts,
  { claimHash }: WithdrawalOptions,
): Promise<Drafted[] | KeptWhy> {
  const { citizenId } = now;
  const [held, had] = [now, then].map(({ died, details }) => (died === null ? (details.nationalId ?? null) : null));
  if (held === had) return [];
  const claim = (number: string | null | undefined): string[] => (number ? [nationalIdClaim(claimHash, number)] : []);
  await drafts.read([...claim(held), ...claim(had)]);
  const drafted: Drafted[] = [];
  for (const stream of claim(held)) {
    const data = { kind: 'national-id', holder: citizenId, reason: 'correction' };
    if (holderOf(drafts.now(stream)) === citizenId) drafted.push([stream, { type: 'ClaimReleased', data }]);
  }
  for (const stream of claim(had)) {
    const holder = holderOf(drafts.now(stream));
    if (holder !== null && holder !== citizenId) return 'number';
    const data = { kind: 'national-id', holder: citizenId };
    if (holder === null) drafted.push([stream, { type: 'ClaimTaken', data }]);
  }
  return drafted;
}

/** Takes back that households moved, where nobody has recorded anything of the household since and its former dwelling still stands. */
export function decideMovesBack(
  householdIds: readonly string[],
  { importId, today: occurredOn, own }: WithdrawalOptions,
): (load: LoadStreams) => Promise<Decided> {
  return async (load) => {
    const drafts = openDrafts(load);
    const result = nothing();
    await drafts.read(householdIds.map(householdStream));
    for (const householdId of householdIds) {
      const stream = householdStream(householdId);
      const stands = standingMoves(drafts.events(stream));
      const moves = stands.filter((event) => event.type === 'HouseholdMoved' && own(event));
      const [first] = moves;
      if (!first) continue;
      const gone = new Set(moves);
      const left = stands.filter((event) => !gone.has(event));
      const then = householdOf(left);
      if (!then) continue;
      const { dwellingId, movedOn: since } = then;
      await drafts.read([dwellingStream(dwellingId)]);
      const touched = stands.some((event) => event.position > first.position && !own(event));
      if (touched || !placeOfDwelling(drafts.events(dwellingStream(dwellingId)))) {
        result.kept.push(['household', householdId, 'changed']);
        continue;
      }
      const facts = moves.map(({ position }) => position);
      const formerDwellings = [...new Set(dwellingsOf(left).slice(0, -1))];
      const data = { householdId, importId, facts, dwellingId, since, formerDwellings, occurredOn };
      drafts.add(stream, { type: 'HouseholdMoveTakenBack', data });
    }
    return { ok: true, decision: { writes: drafts.writes(), result } };
  };
}

/** What stands in a household's stream: neither moves that were taken back nor their taking back. */
function standingMoves(events: readonly RecordedEvent[]): RecordedEvent[] {
  const gone = new Set(
    events.flatMap((event) => {
      const fact = event as HouseholdEvent;
      return fact.type === 'HouseholdMoveTakenBack' ? [event.position, ...fact.data.facts] : [];
    }),
  );
  return events.filter(({ position }) => !gone.has(position));
}

/** The dwellings that a household has lived in, one after the other. */
function dwellingsOf(events: readonly RecordedEvent[]): string[] {
  return events.flatMap((event) => {
    const fact = event as HouseholdEvent;
    return fact.type === 'HouseholdFormed' || fact.type === 'HouseholdMoved' ? [fact.data.dwellingId] : [];
  });
}
