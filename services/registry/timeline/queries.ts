import type { CitizenEvent } from '@nocgia/schemas/events/citizen.ts';
import type { Log, RecordedEvent } from '../../event-store/log.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';
import { citizenFacts } from './citizen-facts.ts';
import { dwellingFacts } from './dwelling-facts.ts';
import { householdFacts } from './household-facts.ts';
import { namesFor } from './names.ts';
import { entryOf, type Entry } from './timeline.ts';

const readers = { citizen: citizenFacts, household: householdFacts, dwelling: dwellingFacts } as const;

/** What a history can be of. */
export type Subject = keyof typeof readers;

/** Histories of subjects that the reader has been shown to see; the caller has checked that. */
export interface Histories {
  /** Subject's id -> its facts, the latest first. */
  entries: Map<string, Entry[]>;
  /** Other people whose names stand in them. */
  citizenIds: string[];
}

/**
 * Whole histories straight from the streams, before and after, masked for the reader by group of fields, other people by their own scope.
 * The streams are read at once and so is each kind of name. `ids` must be of subjects that the reader sees.
 */
export async function histories(
  scope: Scope,
  db: ScopedDb,
  log: Log,
  subject: Subject,
  ids: readonly string[],
): Promise<Histories> {
  const streams = await log.readStreams(ids.map((id) => `${subject}-${id}`));
  const given = subject === 'citizen' ? await givenBack(log, streams) : streams;
  const raw = new Map(ids.map((id) => [id, readers[subject](given.get(`${subject}-${id}`) ?? [])]));
  const names = await namesFor(scope, db, log, [...raw.values()].flat());
  const entries = new Map(
    [...raw].map(([id, facts]) => [id, facts.map((fact) => entryOf(scope, fact, names)).reverse()]),
  );
  return { entries, citizenIds: names.citizenIds };
}

/** Citizens' streams in which a fact stands with whom an undone merge gave it back to. */
async function givenBack(
  log: Log,
  streams: ReadonlyMap<string, RecordedEvent[]>,
): Promise<ReadonlyMap<string, RecordedEvent[]>> {
  const facts = [...streams.values()].flat().map(({ type, data }) => ({ type, data }) as CitizenEvent);
  const undone = facts.flatMap((fact) => (fact.type === 'CitizenUnmerged' ? [fact.data] : []));
  const away = new Set(facts.flatMap((fact) => (fact.type === 'CitizenReleased' ? fact.data.returned : [])));
  if (undone.length === 0 && away.size === 0) return streams;
  const sources = await log.readStreams([...new Set(undone.map(({ survivorId }) => `citizen-${survivorId}`))]);
  const back = (stream: string): RecordedEvent[] =>
    undone
      .filter(({ citizenId }) => stream === `citizen-${citizenId}`)
      .flatMap(({ survivorId, returned }) =>
        (sources.get(`citizen-${survivorId}`) ?? []).filter(({ position }) => returned.includes(position)),
      );
  return new Map(
    [...streams].map(([stream, own]) => [
      stream,
      [...own.filter(({ position }) => !away.has(position)), ...back(stream)].sort((a, b) =>
        a.position < b.position ? -1 : 1,
      ),
    ]),
  );
}
