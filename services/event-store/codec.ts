import { derivedId } from './derived-id.ts';
import type { EventDefinition } from '@nocgia/schemas/events/define.ts';
import * as v from 'valibot';
import type { Keyring, SubjectKey } from './keys/keyring.ts';
import { open, seal } from './keys/wrap.ts';
import type { DomainEvent, RecordedEvent } from './log.ts';
import type { Json, ReadEvent, SealedPart, StoredEvent } from './port.ts';

/** All events that may be recorded, by type. */
export type EventRegistry = ReadonlyMap<string, EventDefinition>;

/** An event does not fit its schema: a bug of the caller's. Tells type and field, never a value. */
export class InvalidEvent extends Error {
  constructor(type: string, what: string) {
    super(`event ${type}: ${what}`);
    this.name = 'InvalidEvent';
  }
}

/** A stored event cannot be read: an unknown type, a version newer than the program, or a key that is missing. */
export class UnreadableEvent extends Error {
  constructor(event: ReadEvent, what: string, cause?: unknown) {
    super(`event ${event.type} v${event.schemaVersion} at ${event.position}: ${what}`, { cause });
    this.name = 'UnreadableEvent';
  }
}

type Fields = Record<string, unknown>;

/** A copy with every text in NFC, at any depth. */
export function toNfc(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(toNfc);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toNfc(part)]));
}

/** A UUID (version 8) for the n-th event of a command: a repeat of the command makes the same events. */
export function eventId(commandId: string, n: number): string {
  return derivedId(`${commandId.toLowerCase()}/${n}`);
}

/** An event that has been checked and taken apart: open fields, and the personal ones by subject. */
export interface PlainEvent {
  type: string;
  schemaVersion: number;
  data: Fields;
  personal: Map<string, Fields>;
}

/** The subject a personal field belongs to, e.g. `citizen:<uuid>`. */
function subjectOf(kind: string, id: unknown): string | null {
  return typeof id === 'string' && id !== '' ? `${kind}:${id}` : null;
}

/** Checks an event against its schema, brings its text to NFC and takes the personal fields out; throws `InvalidEvent`. */
export function takeApart(registry: EventRegistry, event: DomainEvent): PlainEvent {
  const definition = registry.get(event.type);
  if (!definition) throw new InvalidEvent(event.type, 'not in the registry');
  for (const [name, value] of Object.entries(event.data)) {
    // The schema would drop it without a word, and with it what somebody meant to record.
    if (value !== undefined && !(name in definition.schema.entries))
      throw new InvalidEvent(event.type, `no field ${name}`);
  }
  const checked = v.safeParse(definition.schema, toNfc(event.data));
  if (!checked.success) {
    throw new InvalidEvent(
      event.type,
      checked.issues.map((issue) => `${v.getDotPath(issue)} is not ${issue.expected}`).join(', '),
    );
  }
  const data: Fields = {};
  const personal = new Map<string, Fields>();
  const fields: Fields = checked.output;
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const mark = definition.personalFields[name];
    if (!mark) {
      data[name] = value;
      continue;
    }
    const subject = subjectOf(mark.kind, fields[mark.subjectField]);
    if (!subject) throw new InvalidEvent(event.type, `${name} is personal, but ${mark.subjectField} names nobody`);
    const part = personal.get(subject);
    if (part) part[name] = value;
    else personal.set(subject, { [name]: value });
  }
  return { type: event.type, schemaVersion: definition.version, data, personal };
}

/** Seals the personal parts under their subjects' keys, bound to the event's id. */
export function sealEvent(id: string, plain: PlainEvent, keys: ReadonlyMap<string, Uint8Array>): StoredEvent {
  const sealed: SealedPart[] = [];
  for (const [subject, fields] of plain.personal) {
    const key = keys.get(subject);
    if (!key) throw new Error('a subject without a key');
    sealed.push({ subject, bytes: seal(key, JSON.stringify(fields), id) });
  }
  const data: Json = JSON.parse(JSON.stringify(plain.data));
  return { id, type: plain.type, schemaVersion: plain.schemaVersion, data, sealed };
}

/** Brings the data of an older version up to the newest, step by step. */
export function upcast(definition: EventDefinition, version: number, data: Fields): Fields {
  let current = data;
  for (let from = version; from < definition.version; from += 1) {
    const step = definition.upcast[from];
    if (!step) throw new Error(`${definition.type} has no step up from version ${from}`);
    current = step(current);
  }
  return current;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Opens one event. Where a subject is erased, the residue's values stand for its personal fields, or nothing does. */
function openEvent(registry: EventRegistry, event: ReadEvent, keys: ReadonlyMap<string, SubjectKey>): RecordedEvent {
  const definition = registry.get(event.type);
  if (!definition) throw new UnreadableEvent(event, 'not in the registry');
  if (event.schemaVersion > definition.version)
    throw new UnreadableEvent(event, 'written by a newer version of the program');
  let data: Fields = isFields(event.data) ? event.data : {};
  const erased: string[] = [];
  for (const { subject, bytes } of event.sealed) {
    const found = keys.get(subject);
    if (!found) throw new UnreadableEvent(event, 'the key of a subject is missing');
    if (!found.key) {
      erased.push(subject);
      continue;
    }
    try {
      data = { ...data, ...JSON.parse(open(found.key, bytes, event.id).toString()) };
    } catch (error) {
      throw new UnreadableEvent(event, 'a sealed part does not open', error);
    }
  }
  if (event.schemaVersion < definition.version) data = upcast(definition, event.schemaVersion, data);
  if (erased.length > 0) data = withResidues(definition, data, erased, keys);
  const { id, type, stream, version, position, recordedAt, context, commandId } = event;
  return { id, type, data, stream, version, position, recordedAt, context, commandId, erased };
}

function withResidues(
  definition: EventDefinition,
  data: Fields,
  erased: readonly string[],
  keys: ReadonlyMap<string, SubjectKey>,
): Fields {
  const filled: Fields = { ...data };
  for (const [name, mark] of Object.entries(definition.personalFields)) {
    const subject = subjectOf(mark.kind, data[mark.subjectField]);
    if (!subject || !erased.includes(subject)) continue;
    const value = keys.get(subject)?.residue?.[name];
    // Whatever an upcast made up for a field it could not see is no better than nothing.
    if (value === undefined) delete filled[name];
    else filled[name] = value;
  }
  return filled;
}

/** Opens events in their order, fetching all keys at once; throws `UnreadableEvent`. The log is trusted: no schema is checked. */
export async function openEvents(
  registry: EventRegistry,
  keyring: Pick<Keyring, 'find'>,
  events: readonly ReadEvent[],
): Promise<RecordedEvent[]> {
  const subjects = new Set<string>();
  for (const event of events) for (const part of event.sealed) subjects.add(part.subject);
  const keys: ReadonlyMap<string, SubjectKey> = subjects.size > 0 ? await keyring.find([...subjects]) : new Map();
  return events.map((event) => openEvent(registry, event, keys));
}
