/** The rules of a KurrentDB log, in memory. Each rule names the place in the server's source (github.com/EventStore/EventStore) it follows. */

/** An event as a client proposes it; bodies are bytes as they came over the wire. */
export interface Proposed {
  id: string;
  type: string;
  contentType: string;
  data: Uint8Array;
  metadata: Uint8Array;
}

/** An event as recorded: `revision` counts from 0 in its stream, `position` is its place in `$all`, `created` in ms. */
export interface Recorded extends Proposed {
  stream: string;
  revision: number;
  position: number;
  created: number;
}

/** The revision the stream's last event must have, or one of the protocol's words. */
export type Expected = number | 'any' | 'no_stream' | 'stream_exists';

/** `last` is the revision of the stream's last event, -1 for a stream that is not there. */
export type Appended =
  | { ok: true; last: number; position: number; written: boolean }
  | { ok: false; reason: 'wrong_version'; last: number }
  | { ok: false; reason: 'too_big' };

/** `ClusterVNodeOptions.Application.MaxAppendSize`: 1 MiB unless set otherwise; counted over all events of one append. */
export const MAX_APPEND_SIZE = 1024 * 1024;

/** `IndexReader`, `EventTypeFilter`, `StreamIdFilter`: a regular expression or a list of prefixes on type or stream name. */
export interface Filter {
  on: 'type' | 'stream';
  regex?: RegExp;
  prefixes?: readonly string[];
}

export interface MemoryLog {
  append(stream: string, expected: Expected, events: readonly Proposed[]): Appended;
  /** The events of a stream in order; undefined for a stream that was never written. */
  stream(name: string): readonly Recorded[] | undefined;
  readonly all: readonly Recorded[];
  /** Calls back after every append that wrote; returns how to stop that. */
  onAppend(listener: () => void): () => void;
  /** What a restart loses: the cache by which appends with 'any' are recognised. */
  forgetCache(): void;
}

/** Makes an empty log that holds, as a fresh server's does, a few system events. `clock` gives `created`. */
export function createMemoryLog(clock: () => Date): MemoryLog {
  const all: Recorded[] = [];
  const streams = new Map<string, Recorded[]>();
  const listeners = new Set<() => void>();
  // IndexWriter._committedEvents: a bounded cache of event ids. The server rebuilds part of it on start; here, none,
  // so that nothing can come to rely on it.
  const committed = new Map<string, Recorded>();
  let end = 0;

  // IndexWriter.CheckCommit, in its order of decisions.
  function check(stream: string, expected: Expected, events: readonly Proposed[]): Appended | 'write' {
    const recorded = streams.get(stream) ?? [];
    const last = recorded.length - 1;
    const wrong: Appended = { ok: false, reason: 'wrong_version', last };
    if (expected === 'stream_exists' && last < 0) return wrong;
    if (expected === 'any' || expected === 'stream_exists') {
      // "All events have been committed already": acknowledged and not written again, as far as the cache reaches.
      // "Some of the events" (CorruptedIdempotency) is reported as a wrong expected version.
      const known = events
        .map((event) => committed.get(event.id))
        .map((found) => (found?.stream === stream ? found : null));
      if (!known[0]) return 'write';
      const lastKnown = known.at(-1);
      if (known.includes(null) || !lastKnown) return wrong;
      return { ok: true, last: lastKnown.revision, position: lastKnown.position, written: false };
    }
    const at = expected === 'no_stream' ? -1 : expected;
    if (at > last) return wrong;
    if (at === last) return 'write';
    // expectedVersion < curVersion: the ids behind the expected revision are compared one by one, from the index and so
    // without end in time. All equal: idempotent. The first differs: wrong version. A later one: corrupted, the same answer.
    if (events.length === 0 || events.some((event, index) => recorded[at + 1 + index]?.id !== event.id)) return wrong;
    const repeated = recorded[at + events.length];
    return repeated ? { ok: true, last: repeated.revision, position: repeated.position, written: false } : wrong;
  }

  function append(stream: string, expected: Expected, events: readonly Proposed[]): Appended {
    const size = events.reduce((sum, event) => sum + event.data.length + event.metadata.length + event.type.length, 0);
    // Streams.BatchAppend: SizeOnDisk of all events of one append against _maxAppendSize.
    if (size > MAX_APPEND_SIZE) return { ok: false, reason: 'too_big' };
    const checked = check(stream, expected, events);
    if (checked !== 'write') return checked;
    const recorded = streams.get(stream) ?? [];
    const now = clock().getTime();
    for (const event of events) {
      const created = Math.max(now, all.at(-1)?.created ?? 0);
      const entry = { ...event, stream, revision: recorded.length, position: end, created };
      // A position is a place in the transaction file: it grows by the record's length.
      end += 120 + stream.length + event.type.length + event.data.length + event.metadata.length;
      recorded.push(entry);
      all.push(entry);
      committed.set(event.id, entry);
    }
    if (events.length > 0) streams.set(stream, recorded);
    for (const listener of listeners) listener();
    return { ok: true, last: recorded.length - 1, position: all.at(-1)?.position ?? 0, written: true };
  }

  const empty = new Uint8Array();
  for (const stream of ['$users', '$user-admin', '$settings']) {
    append(stream, 'any', [
      {
        id: crypto.randomUUID(),
        type: '$System',
        contentType: 'application/json',
        data: Buffer.from('{}'),
        metadata: empty,
      },
    ]);
  }

  return {
    append,
    stream: (name) => streams.get(name),
    all,
    onAppend(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    forgetCache: () => committed.clear(),
  };
}

/**
 * A page of `$all`. AllReader: forwards a position is a pre-position (the event that stands there is in), backwards a
 * post-position (it is not); both ends of the log by word.
 */
export function readAllPage(
  all: readonly Recorded[],
  direction: 'forwards' | 'backwards',
  from: 'start' | 'end' | number,
  count: number,
): Recorded[] {
  if (direction === 'forwards') {
    if (from === 'end') return [];
    const first = from === 'start' ? 0 : indexAtOrAfter(all, from);
    return all.slice(first, first + count);
  }
  const before = from === 'end' ? all.length : from === 'start' ? 0 : indexAtOrAfter(all, from);
  return all.slice(Math.max(0, before - count), before).reverse();
}

/** A page of one stream: forwards and backwards, the revision asked for is in (ReadIndex.ReadStreamEventsForward/Backward). */
export function readStreamPage(
  recorded: readonly Recorded[],
  direction: 'forwards' | 'backwards',
  from: 'start' | 'end' | number,
  count: number,
): Recorded[] {
  if (direction === 'forwards') {
    const first = from === 'start' ? 0 : from === 'end' ? recorded.length : from;
    return recorded.slice(first, first + count);
  }
  const last = from === 'end' ? recorded.length - 1 : from === 'start' ? 0 : Math.min(from, recorded.length - 1);
  return recorded.slice(Math.max(0, last + 1 - count), last + 1).reverse();
}

/** Index of the first event at or behind `position`, by halving. */
export function indexAtOrAfter(all: readonly Recorded[], position: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.position ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** EventFilter: a regular expression or any of the prefixes. */
export function matches(filter: Filter, event: Recorded): boolean {
  const value = filter.on === 'type' ? event.type : event.stream;
  return filter.regex ? filter.regex.test(value) : (filter.prefixes ?? []).some((prefix) => value.startsWith(prefix));
}
