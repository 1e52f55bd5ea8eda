import type { ProcedureContent, ProcedureEvent, Step } from '@nocgia/schemas/events/procedure.ts';
import { procedureEnded, procedurePublished } from '@nocgia/schemas/events/procedure.ts';
import { derivedId } from '../../event-store/derived-id.ts';
import { accept, after, parsed, refuse } from '../../event-store/deciding.ts';
import type { DomainEvent } from '../../event-store/log.ts';
import type { CommandEnv, Decider } from '../command-env.ts';

export interface ProcedureVersion {
  version: number;
  /** The first day on which dossiers are taken by it. */
  validFrom: string;
  content: ProcedureContent;
}

/** An administrative procedure (thủ tục hành chính) of a ward, as its stream tells it. */
export interface ProcedureState {
  procedureId: string;
  ward: string;
  code: string;
  /** In order of publication; a later one that begins earlier or on the same day takes the place of what it overlaps. */
  versions: readonly ProcedureVersion[];
  /** The first day on which no dossier is taken. */
  endedOn: string | null;
}

export function procedureStream(id: string): string {
  return `procedure-${id}`;
}

/** The id of a ward's procedure: always the same for the same code, so that a catalogue taken in twice adds nothing. */
export function procedureIdOf(ward: string, code: string): string {
  return derivedId('procedure', ward, code);
}

/** The state that a procedure's stream adds up to; null when there is none. */
export function procedureOf(events: readonly DomainEvent[] = []): ProcedureState | null {
  return events.reduce(evolveProcedure, null);
}

/** One fact onto the state of a procedure. Published again after its end, it is in force again. */
export function evolveProcedure(state: ProcedureState | null, event: DomainEvent): ProcedureState | null {
  const fact = event as ProcedureEvent;
  if (fact.type === 'ProcedureEnded') return state && { ...state, endedOn: fact.data.occurredOn };
  const { procedureId, ward, code, version, validFrom, content } = fact.data;
  const versions = [...(state?.versions ?? []), { version, validFrom, content }];
  return { procedureId, ward, code, versions, endedOn: null };
}

/** The version by which a dossier of that day is taken; null before the first and after the end. */
export function versionOn(state: ProcedureState, day: string): ProcedureVersion | null {
  if (state.endedOn !== null && day >= state.endedOn) return null;
  return state.versions.reduce<ProcedureVersion | null>(
    (latest, one) => (one.validFrom <= day && (latest === null || one.validFrom >= latest.validFrom) ? one : latest),
    null,
  );
}

/** A version by its number, whatever has been published since: a running dossier keeps its own. */
export function versionNumbered(state: ProcedureState, version: number): ProcedureVersion | undefined {
  return state.versions.find((one) => one.version === version);
}

/** A step by its key. */
export function stepOf(content: ProcedureContent, key: string): Step | undefined {
  return content.steps.find((one) => one.key === key);
}

export interface PublishProcedure {
  ward: string;
  code: string;
  validFrom: string;
  content: ProcedureContent;
  /** The number of the version that the form showed as the newest; 0 when there was none. */
  expectedVersion: number;
}

/** What is wrong with a procedure beyond its shape: the field, or null. */
function flawOf(content: ProcedureContent): string | null {
  const unique = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;
  if (content.onlineLevel === 'partial' && content.partialReason === null) return 'content.partialReason';
  if (!unique(content.steps.map((one) => one.key))) return 'content.steps';
  if (content.steps[0]?.kind !== 'take') return 'content.steps';
  if (!unique(content.papers.map((one) => one.key))) return 'content.papers';
  if (!unique(content.fees.map((one) => one.key))) return 'content.fees';
  return null;
}

/**
 * A new version of a procedure, for dossiers taken from `validFrom` on; dossiers under way keep theirs. Refuses what says the same as
 * the newest version. Answers `{ procedureId, version }`.
 */
export function publishProcedure(input: PublishProcedure, env: CommandEnv): Decider {
  return async (load) => {
    const denied = env.may('manage', 'Procedure', { ward: input.ward, neighbourhood: null });
    if (denied) return { ok: false, rejection: denied };
    const procedureId = procedureIdOf(input.ward, input.code);
    const stream = procedureStream(procedureId);
    const events = (await load([stream])).get(stream) ?? [];
    const state = procedureOf(events);
    const newest = state?.versions.at(-1);
    if ((newest?.version ?? 0) !== input.expectedVersion) return refuse('CONFLICT');
    const version = input.expectedVersion + 1;
    const { expectedVersion: _, ...said } = input;
    const checked = parsed(procedurePublished.schema, { ...said, procedureId, version, occurredOn: env.today });
    if (!checked.ok) return checked;
    const { content, validFrom } = checked.value;
    const flaw = flawOf(content);
    if (flaw !== null) return refuse('FIELD_INVALID', flaw);
    if (newest && state?.endedOn === null && newest.validFrom === validFrom && same(newest.content, content))
      return refuse('NOTHING_CHANGED');
    return accept([after(stream, events, { type: 'ProcedurePublished', data: checked.value })], {
      procedureId,
      version,
    });
  };
}

/** Whether two contents say the same; keys stand in the order of the schema in both. */
export function same(one: ProcedureContent, other: ProcedureContent): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export interface EndProcedure {
  procedureId: string;
  reason: string;
  occurredOn: string;
}

/** No dossier is taken for it from a day on; those under way go on to their end. */
export function endProcedure(input: EndProcedure, env: CommandEnv): Decider {
  return async (load) => {
    const stream = procedureStream(input.procedureId);
    const events = (await load([stream])).get(stream) ?? [];
    const state = procedureOf(events);
    if (!state) return refuse('NOT_FOUND', 'procedureId');
    const denied = env.may('manage', 'Procedure', { ward: state.ward, neighbourhood: null });
    if (denied) return { ok: false, rejection: denied };
    if (state.endedOn !== null) return refuse('PROCEDURE_ENDED', undefined, { day: state.endedOn });
    const checked = parsed(procedureEnded.schema, { ...input, ward: state.ward });
    if (!checked.ok) return checked;
    return accept([after(stream, events, { type: 'ProcedureEnded', data: checked.value })]);
  };
}
