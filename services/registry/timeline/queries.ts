import type { Log } from '../../event-store/log.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';
import { citizenFacts, dwellingFacts, householdFacts } from './facts.ts';
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
  const raw = new Map(ids.map((id) => [id, readers[subject](streams.get(`${subject}-${id}`) ?? [])]));
  const names = await namesFor(scope, db, log, [...raw.values()].flat());
  const entries = new Map(
    [...raw].map(([id, facts]) => [id, facts.map((fact) => entryOf(scope, fact, names)).reverse()]),
  );
  return { entries, citizenIds: names.citizenIds };
}
