import type { RecordedEvent } from '@eventstore/db-client';
import { START, type EventContext, type Json, type Position, type ReadEvent, type StoredEvent } from '../port.ts';

/** An event as it is sent and as plans keep it: JSON throughout, sealed bytes in base64. */
export interface WireEvent {
  id: string;
  type: string;
  body: { schemaVersion: number; data: Json; sealed: [subject: string, base64: string][] };
}

/** What stands beside every event. The two names with a dollar are the server's own, for its correlation projection. */
export interface WireMetadata {
  $correlationId: string;
  $causationId?: string;
  commandId: string;
  context: EventContext;
  /** On the last event of a command of one stream: what else its record holds. Those of several have their plan. */
  command?: { fingerprint: string; result: Json };
}

/** Types of our own bookkeeping begin with this sign, so that one look at a type tells them from facts. */
const OWN_TYPES = '#';

/** Streams of our own bookkeeping, one per command that writes several streams. */
const OWN_STREAMS = 'command-';

/** Name of the stream that holds the plan of a command; no fact may go into a stream of this kind. */
export function commandStream(commandId: string): string {
  return `${OWN_STREAMS}${commandId}`;
}

/** Whether a stream is the server's or our bookkeeping's own and therefore closed to facts. */
export function isReservedStream(stream: string): boolean {
  return stream.startsWith('$') || stream.startsWith(OWN_STREAMS);
}

/** Whether an event is a fact of ours: neither the server's own, nor bookkeeping, nor another program's on the same server. */
export function isFact(event: RecordedEvent): boolean {
  if (isReservedStream(event.streamId) || event.type.startsWith('$') || event.type.startsWith(OWN_TYPES)) return false;
  return isWireBody(event.data) && isWireMetadata(event.metadata);
}

/** The wire form of an event. */
export function toWire(event: StoredEvent): WireEvent {
  const sealed = event.sealed.map((part): [string, string] => [
    part.subject,
    Buffer.from(part.bytes).toString('base64'),
  ]);
  return { id: event.id, type: event.type, body: { schemaVersion: event.schemaVersion, data: event.data, sealed } };
}

/** What goes beside the events of a command. */
export function toMetadata(commandId: string, context: EventContext): WireMetadata {
  const causation = context.causation === undefined ? {} : { $causationId: context.causation };
  return { $correlationId: context.correlation, ...causation, commandId, context };
}

/** The port's position for a commit position of the server. */
export function toPosition(commit: bigint): Position {
  return String(commit).padStart(20, '0');
}

/** The server's position for one of the port; undefined before the first event. Throws on anything else. */
export function fromPosition(position: Position): { commit: bigint; prepare: bigint } | undefined {
  if (!/^\d{20}$/.test(position)) throw new Error('not a position of this log');
  if (position === START) return undefined;
  // What is written over gRPC has one number for both.
  return { commit: BigInt(position), prepare: BigInt(position) };
}

function isWireBody(value: unknown): value is WireEvent['body'] {
  return (
    typeof value === 'object' && value !== null && 'schemaVersion' in value && 'data' in value && 'sealed' in value
  );
}

/** Whether metadata is ours. */
export function isWireMetadata(value: unknown): value is WireMetadata {
  return typeof value === 'object' && value !== null && 'commandId' in value && 'context' in value;
}

/**
 * The port's event for a recorded one: versions count from 1 (revision + 1), `recordedAt` is the server's time of writing
 * in ms. Throws when it was not written by this adapter.
 */
export function toReadEvent(event: RecordedEvent, commit: bigint): ReadEvent {
  const { data, metadata } = event;
  if (!isWireBody(data) || !isWireMetadata(metadata)) {
    throw new Error(`The event ${event.id} was not written by this program and cannot be read by it.`);
  }
  return {
    id: event.id,
    type: event.type,
    schemaVersion: data.schemaVersion,
    data: data.data,
    sealed: data.sealed.map(([subject, bytes]) => ({ subject, bytes: Buffer.from(bytes, 'base64') })),
    stream: event.streamId,
    version: Number(event.revision) + 1,
    position: toPosition(commit),
    recordedAt: event.created.toISOString(),
    context: metadata.context,
    commandId: metadata.commandId,
  };
}
