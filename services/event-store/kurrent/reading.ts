import type { EventFilter, EventPage, Position, ReadEvent } from '../port.ts';
import type { LogClient } from './client.ts';
import { fromPosition, isFact, toPosition, toReadEvent } from './wire.ts';

/** How many streams are read at the same time. */
const PARALLEL = 16;

/** With a filter: events looked at per request, and per page before it is given back with what there is. */
const FILTERED_REQUEST = 1_000;
const FILTERED_PAGE = 20_000;

/** Events of a stream from a version on; empty for a stream that is not there. */
export async function readStream(
  log: LogClient,
  stream: string,
  options: { fromVersion?: number; limit?: number } = {},
): Promise<ReadEvent[]> {
  const { fromVersion, limit } = options;
  if (limit !== undefined && limit <= 0) return [];
  const read = await log.readStream(stream, {
    ...(fromVersion !== undefined && { from: Math.max(1, fromVersion) }),
    ...(limit !== undefined && { limit }),
  });
  return read.flatMap(({ event, commitPosition }) => {
    const commit = event?.position?.commit ?? commitPosition;
    return event && commit !== undefined ? [toReadEvent(event, commit)] : [];
  });
}

/** Events of several streams, a few streams at a time; missing ones are absent. */
export async function readStreams(log: LogClient, streams: readonly string[]): Promise<Map<string, ReadEvent[]>> {
  const found = new Map<string, ReadEvent[]>();
  const names = [...new Set(streams)];
  let next = 0;
  const reader = async (): Promise<void> => {
    for (let name = names[next++]; name !== undefined; name = names[next++]) {
      const events = await readStream(log, name);
      if (events.length > 0) found.set(name, events);
    }
  };
  await Promise.all(Array.from({ length: Math.min(PARALLEL, names.length) }, reader));
  return found;
}

function matches(event: { type: string; streamId: string }, filter: EventFilter | undefined): boolean {
  if (filter?.types && !filter.types.includes(event.type)) return false;
  return !filter?.streamPrefixes || filter.streamPrefixes.some((prefix) => event.streamId.startsWith(prefix));
}

/** At most `limit` facts behind `after`; the position moves over everything else that stands between. */
export async function readPage(
  log: LogClient,
  after: Position,
  limit: number,
  filter?: EventFilter,
): Promise<EventPage> {
  const events: ReadEvent[] = [];
  let position = after;
  for (let seen = 0; seen < FILTERED_PAGE;) {
    // The event we stand on comes again, and one more tells whether this is the head.
    const count = Math.max(limit - events.length + 2, filter ? FILTERED_REQUEST : 0);
    const page = await log.readAll(fromPosition(position), count);
    for (const { event, commitPosition } of page) {
      const commit = commitPosition ?? event?.position.commit;
      if (commit === undefined || toPosition(commit) <= position) continue;
      if (events.length >= limit) return { events, position, atHead: false };
      position = toPosition(commit);
      if (event && isFact(event) && matches(event, filter)) events.push(toReadEvent(event, commit));
    }
    if (page.length < count) return { events, position, atHead: true };
    seen += page.length;
  }
  return { events, position, atHead: false };
}
