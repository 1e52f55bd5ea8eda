import {
  binaryEvent,
  BACKWARDS,
  END,
  EventStoreDBClient,
  eventTypeFilter,
  jsonEvent,
  NO_STREAM,
  START,
  WrongExpectedVersionError,
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type AppendResult,
  type Credentials,
  type ResolvedEvent,
} from '@eventstore/db-client';
import { errorType, withRetry } from './retry.ts';
import type { WireEvent, WireMetadata } from './wire.ts';

/** An event on its way: facts as JSON, bookkeeping as bytes. */
export type Outgoing = WireEvent | { id: string; type: string; bytes: Uint8Array };

/** Written (or found to have been written before): version and commit position of the last event. */
export type Written = { ok: true; version: number; commit: bigint };

/** The stream stood at another version and does not hold these events behind the expected one. */
export type Moved = { ok: false; actual: number };

/** The few calls that the adapter makes to the server. Versions count from 1; 0 is a stream that is not there. Each is retried. */
export interface LogClient {
  /**
   * Appends at exactly `version`; the last event may have metadata of its own. A repeat with the same ids at the same
   * version is recognised by the server, however late.
   */
  append(
    stream: string,
    version: number,
    events: readonly Outgoing[],
    metadata: WireMetadata,
    lastMetadata?: WireMetadata,
  ): Promise<Written | Moved>;
  version(stream: string): Promise<number>;
  readStream(
    stream: string,
    options?: { from?: number; limit?: number; backwards?: boolean },
  ): Promise<ResolvedEvent[]>;
  /** Events of `$all` from a position on, that event included. */
  readAll(from: { commit: bigint; prepare: bigint } | undefined, limit: number): Promise<AllStreamResolvedEvent[]>;
  /** The last event of `$all`. */
  last(): Promise<AllStreamResolvedEvent | undefined>;
  /** A subscription to what comes from now on, the server's own events left out. */
  follow(): AllStreamSubscription;
  close(): Promise<void>;
}

/** An answer that has not come by then will not come. The client's own deadline for appends (10 s) is first; for reads it has none. */
const APPEND_DEADLINE_MS = 15_000;
const READ_DEADLINE_MS = 60_000;

/**
 * With credentials in the call the client uses single appends, without them one batch stream for all. The latter's table
 * of open calls is shared by all clients of the process and emptied when any of their streams breaks, so that a late
 * answer throws out of its event handler. So: single appends wherever that is possible. An insecure channel ignores them.
 */
function appendCredentials(connectionString: string): Credentials | undefined {
  const match = /^esdb(?:\+discover)?:\/\/([^:@/]+):([^@/]+)@/.exec(connectionString);
  if (match) return { username: decodeURIComponent(match[1] ?? ''), password: decodeURIComponent(match[2] ?? '') };
  return /[?&]tls=false/i.test(connectionString) ? { username: 'none', password: 'none' } : undefined;
}

function toEventData(event: Outgoing, metadata: WireMetadata) {
  const { id, type } = event;
  return 'bytes' in event
    ? binaryEvent({ id, type, data: event.bytes, metadata })
    : jsonEvent({ id, type, data: event.body, metadata });
}

function inTime<Result>(work: Promise<Result>, milliseconds: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The log did not answer in time.')), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function collect<Event>(read: AsyncIterable<Event>): Promise<Event[]> {
  const events: Event[] = [];
  const all = async (): Promise<Event[]> => {
    for await (const event of read) events.push(event);
    return events;
  };
  return inTime(all(), READ_DEADLINE_MS);
}

/** Opens a client on `esdb://…`; connects with the first call. */
export function openLogClient(connectionString: string): LogClient {
  const client = EventStoreDBClient.connectionString(connectionString);
  const credentials = appendCredentials(connectionString);
  // What a decision rests on is read from the leader; followers may lag.
  const leader = { requiresLeader: true };

  const log: LogClient = {
    append: (stream, version, events, metadata, lastMetadata = metadata) =>
      withRetry(async () => {
        const data = events.map((event, index) =>
          toEventData(event, index === events.length - 1 ? lastMetadata : metadata),
        );
        const expectedRevision = version === 0 ? NO_STREAM : BigInt(version - 1);
        let result: AppendResult;
        try {
          result = await inTime(
            client.appendToStream(stream, data, { expectedRevision, ...(credentials && { credentials }) }),
            APPEND_DEADLINE_MS,
          );
        } catch (error) {
          if (!(error instanceof WrongExpectedVersionError)) throw error;
          const { actualVersion } = error;
          return {
            ok: false,
            actual: typeof actualVersion === 'bigint' ? Number(actualVersion) + 1 : await log.version(stream),
          };
        }
        const reached = Number(result.nextExpectedRevision) + 1;
        if (result.position) return { ok: true, version: reached, commit: result.position.commit };
        const [last] = await log.readStream(stream, { from: reached, limit: 1 });
        if (last?.event?.position === undefined) throw new Error('The log does not tell where it wrote.');
        return { ok: true, version: reached, commit: last.event.position.commit };
      }),

    async version(stream) {
      const [last] = await log.readStream(stream, { limit: 1, backwards: true });
      return last?.event ? Number(last.event.revision) + 1 : 0;
    },

    readStream: (stream, { from, limit, backwards = false } = {}) =>
      withRetry(async () => {
        const fromRevision = from !== undefined ? BigInt(from - 1) : backwards ? END : START;
        const read = client.readStream(stream, {
          fromRevision,
          ...leader,
          ...(limit !== undefined && { maxCount: limit }),
          ...(backwards && { direction: BACKWARDS }),
        });
        return collect<ResolvedEvent>(read).catch((error: unknown) => {
          if (errorType(error) === 'stream-not-found') return [];
          throw error;
        });
      }),

    readAll: (from, limit) =>
      withRetry(() => collect(client.readAll({ fromPosition: from ?? START, maxCount: limit, ...leader }))),

    last: () =>
      withRetry(async () => {
        const read = client.readAll({ fromPosition: END, direction: BACKWARDS, maxCount: 1, ...leader });
        return (await collect(read))[0];
      }),

    follow: () =>
      client.subscribeToAll({
        fromPosition: END,
        // The server's own events would wake everybody for nothing.
        filter: eventTypeFilter({ regex: '^[^$#]' }),
      }),

    close: () => client.dispose(),
  };
  return log;
}
