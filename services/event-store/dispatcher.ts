import type { Rejection } from '@nocgia/schemas/errors.ts';
import type { DomainEvent, Log, RecordedEvent } from './log.ts';
import { fingerprint } from './fingerprint.ts';
import type { EventContext, ExpectedVersion, Json, Position } from './port.ts';

/** What a decision writes; `result` is given back to the caller, and again to whoever repeats the command. Nothing personal in it. */
export interface Decision {
  writes: { stream: string; expected: ExpectedVersion; events: DomainEvent[] }[];
  result: Json;
}

export type Decided = { ok: true; decision: Decision } | { ok: false; rejection: Rejection };

/** Gives a decider the streams it asks for, all in one query: name -> events in order (empty when the stream does not exist). */
export type LoadStreams = (streams: readonly string[]) => Promise<Map<string, RecordedEvent[]>>;

export interface CommandRequest {
  /** UUID from the form; makes a double click, a repeated post or a lost answer harmless. */
  commandId: string;
  /** Name of the command and its input, hashed into the fingerprint. */
  name: string;
  payload: unknown;
  context: EventContext;
}

export type CommandOutcome =
  { ok: true; position: Position; result: Json; repeated: boolean } | { ok: false; rejection: Rejection };

/** How often a command is decided again after another writer got in between, before it is reported as a conflict. */
const ATTEMPTS = 6;

/**
 * Runs one command: recognises a repeat, loads, decides against the state of that moment, appends; decides again when a stream moved.
 * `decide` must check the actor's ability against the state it loads, and put every stream it relied on into `writes`
 * (without events where it only relied on it).
 */
export async function dispatch(
  log: Log,
  request: CommandRequest,
  decide: (load: LoadStreams) => Promise<Decided>,
): Promise<CommandOutcome> {
  const print = fingerprint(request.context.actor, { name: request.name, payload: request.payload });
  const earlier = await log.store.findCommand(request.commandId);
  if (earlier) {
    if (earlier.fingerprint !== print) return { ok: false, rejection: { code: 'COMMAND_MISMATCH' } };
    return { ok: true, position: earlier.position, result: earlier.result, repeated: true };
  }
  const load: LoadStreams = async (streams) => {
    const found = await log.readStreams(streams);
    return new Map(streams.map((stream) => [stream, found.get(stream) ?? []]));
  };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const decided = await decide(load);
    if (!decided.ok) return decided;
    const { writes, result } = decided.decision;
    const verdict = await log.append({
      commandId: request.commandId,
      fingerprint: print,
      result,
      context: request.context,
      writes,
    });
    switch (verdict.outcome) {
      case 'appended':
        return { ok: true, position: verdict.position, result, repeated: false };
      case 'duplicate':
        return { ok: true, position: verdict.record.position, result: verdict.record.result, repeated: true };
      case 'mismatch':
        return { ok: false, rejection: { code: 'COMMAND_MISMATCH' } };
      case 'conflict':
        continue;
    }
  }
  return { ok: false, rejection: { code: 'CONFLICT' } };
}
