/**
 * The event log as its users see it. Two adapters keep this contract: `postgres/` and `kurrent/`;
 * `contract.ts` is the one suite that both must pass.
 */

/** Place of an event in the whole log: a 20-digit, zero-padded, ordered string. Opaque outside the adapters. */
export type Position = string;

/** The position before the first event. */
export const START: Position = '0'.repeat(20);

/** What a JSON column can hold. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The version a stream must have for a write to be taken: a number (1 = one event), `'none'` (0), or `'any'`. */
export type ExpectedVersion = number | 'none' | 'any';

/** One person's share of an event: personal fields under that subject's key. `subject` is e.g. `citizen:<uuid>`. */
export interface SealedPart {
  subject: string;
  /** nonce (12) + ciphertext + tag (16); additional data = event id. */
  bytes: Uint8Array;
}

/** An event as the log stores it: `data` carries nothing personal, `sealed` one part per subject. */
export interface StoredEvent {
  /** UUID; fixed before the append, since sealing binds to it. */
  id: string;
  type: string;
  schemaVersion: number;
  data: Json;
  sealed: SealedPart[];
}

/** Who did it, as what, and because of what. Nothing personal. */
export interface EventContext {
  /** Account id, or `system` / `scheduler`. */
  actor: string;
  /** The position held while acting (position id), if any. */
  position?: string;
  /** Unit code of that position. */
  unit?: string;
  /** Import, job or dossier that the change came from. */
  source?: { kind: 'import' | 'dossier' | 'schedule' | 'demo' | 'form'; id: string };
  correlation: string;
  causation?: string;
}

/** An event as read back. `version` counts from 1 within its stream. `recordedAt` is an ISO instant in UTC. */
export interface ReadEvent extends StoredEvent {
  stream: string;
  version: number;
  position: Position;
  recordedAt: string;
  context: EventContext;
  commandId: string;
}

/** One stream's share of a command. No events = a pure version check. */
export interface StreamWrite {
  stream: string;
  expected: ExpectedVersion;
  events: StoredEvent[];
}

/** A whole command: all of its writes are taken, or none. */
export interface AppendCommand {
  /** UUID chosen by whoever gives the command; a repeat returns the first result. */
  commandId: string;
  /** Hash of actor and payload (32 bytes, hex): the same id with another fingerprint is an error. */
  fingerprint: string;
  /** Small JSON result to give back on repeats, e.g. ids that were made. Nothing personal. */
  result: Json;
  context: EventContext;
  writes: StreamWrite[];
}

/** What an earlier run of the same command id left behind. */
export interface CommandRecord {
  commandId: string;
  fingerprint: string;
  result: Json;
  /** Position of the command's last event; START when it wrote none. */
  position: Position;
}

export type AppendResult =
  | { outcome: 'appended'; position: Position; versions: Record<string, number> }
  /** The command id was there already, with the same fingerprint: nothing written, the first result is returned. */
  | { outcome: 'duplicate'; record: CommandRecord }
  /** The command id was there already with another fingerprint: a bug or a forgery at the caller's. */
  | { outcome: 'mismatch'; record: CommandRecord }
  | { outcome: 'conflict'; stream: string; expected: ExpectedVersion; actual: number };

/** Narrowing of a read of the whole log; all given parts must hold. Positions advance over what is left out. */
export interface EventFilter {
  types?: readonly string[];
  streamPrefixes?: readonly string[];
}

/** A page of the whole log. `position` is how far the reader has come, also over events that were filtered out. */
export interface EventPage {
  events: ReadEvent[];
  position: Position;
  /** True when the page reached the head at the time of reading. */
  atHead: boolean;
}

export interface EventStore {
  readonly capabilities: { multiStream: 'atomic' | 'eventual' };
  /** Takes one command. Resolves with a typed verdict; rejects only when the store cannot be reached or is broken. */
  append(command: AppendCommand): Promise<AppendResult>;
  /** The record of a command id, for recognising repeats before deciding. */
  findCommand(commandId: string): Promise<CommandRecord | null>;
  /** Events of one stream in order, from `fromVersion` (1 by default), at most `limit`. */
  readStream(stream: string, options?: { fromVersion?: number; limit?: number }): Promise<ReadEvent[]>;
  /** Events of several streams at once (one query): stream name -> its events in order; missing streams are absent. */
  readStreams(streams: readonly string[]): Promise<Map<string, ReadEvent[]>>;
  /** At most `limit` events with position > `after`, in position order. */
  readAll(after: Position, limit: number, filter?: EventFilter): Promise<EventPage>;
  head(): Promise<Position>;
  /** Calls `wake` when something may have been appended (by this process at once, by others at the latest after the poll interval). */
  subscribe(wake: () => void): { close(): void };
  /** Counters for /metrics: appends, batches, conflicts, and recent batch sizes and times. */
  metrics(): StoreMetrics;
  close(): Promise<void>;
}

export interface StoreMetrics {
  appendedEvents: number;
  appendedCommands: number;
  conflicts: number;
  duplicates: number;
  batches: number;
  waiting: number;
  onBatch(listener: (batch: { commands: number; events: number; seconds: number }) => void): void;
}
