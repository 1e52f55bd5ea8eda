import type { AppendResult, EventContext, EventFilter, EventStore, ExpectedVersion, Json, Position } from './port.ts';

/** A fact before it is recorded: type and data as its schema in `schemas/events` says, nothing sealed. */
export interface DomainEvent {
  type: string;
  data: object;
}

/** A fact as read back, opened and brought to the newest version of its schema. */
export interface RecordedEvent<E extends DomainEvent = DomainEvent> {
  id: string;
  type: E['type'];
  data: E['data'];
  stream: string;
  version: number;
  position: Position;
  recordedAt: string;
  context: EventContext;
  commandId: string;
  /** Subjects whose key is gone (erased): their personal fields stand as the residue left behind, or are absent. */
  erased: string[];
}

export interface Command {
  commandId: string;
  fingerprint: string;
  result: Json;
  context: EventContext;
  writes: { stream: string; expected: ExpectedVersion; events: DomainEvent[] }[];
}

/** The log with sealing and versions dealt with: what all code above the event store uses. */
export interface Log {
  readonly store: EventStore;
  append(command: Command): Promise<AppendResult>;
  readStream(stream: string, options?: { fromVersion?: number; limit?: number }): Promise<RecordedEvent[]>;
  readStreams(streams: readonly string[]): Promise<Map<string, RecordedEvent[]>>;
  readAll(
    after: Position,
    limit: number,
    filter?: EventFilter,
  ): Promise<{ events: RecordedEvent[]; position: Position; atHead: boolean }>;
  close(): Promise<void>;
}
