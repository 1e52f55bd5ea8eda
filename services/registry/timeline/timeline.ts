import type { RecordedEvent } from '../../event-store/log.ts';
import { fieldView } from '../../access/where-scope.ts';
import { maskValue } from '../../access/masking.ts';
import type { FieldGroup, Scope } from '../../access/scope.ts';

/** What a fact is about besides its own subject: shown by name where the reader may know it. */
export interface Reference {
  kind: 'citizen' | 'household' | 'dwelling' | 'unit' | 'boundary_change';
  id: string;
}

/** One value of a fact before anything is masked. */
export interface RawField {
  name: string;
  value: string | null;
  before?: string | null;
  /** Group of the field; none = nobody's secret. */
  group?: FieldGroup | null;
  ref?: Reference;
}

/** A fact of a history before names are filled in. */
export interface RawEntry {
  event: RecordedEvent;
  fields: RawField[];
}

/** One fact as the reader may see it. */
export interface Entry {
  eventId: string;
  type: string;
  occurredOn: string;
  recordedAt: string;
  actorName: string | null;
  actorPosition: string | null;
  source: { kind: string; id: string; label: string | null } | null;
  position: string;
  fields: {
    name: string;
    value: string | null;
    before: string | null;
    masked: boolean;
    ref: string | null;
    refId: string | null;
  }[];
}

/** Names that fill a history in, each kind read with one query. */
export interface Names {
  actors: ReadonlyMap<string, string>;
  positions: ReadonlyMap<string, string>;
  /** By reference kind and id; what the reader may not know is absent. */
  references: ReadonlyMap<string, string>;
  sources: ReadonlyMap<string, string>;
}

/** A key for `Names.references`. */
export function referenceKey({ kind, id }: Reference): string {
  return `${kind} ${id}`;
}

function dayOf(event: RecordedEvent): string {
  const { data } = event;
  return 'occurredOn' in data && typeof data.occurredOn === 'string' ? data.occurredOn : event.recordedAt.slice(0, 10);
}

/** A fact with its values masked by the reader's rights and the names of actors, positions and references filled in. */
export function entryOf(scope: Scope, { event, fields }: RawEntry, names: Names): Entry {
  const { actor, position, source } = event.context;
  return {
    eventId: event.id,
    type: event.type,
    occurredOn: dayOf(event),
    recordedAt: event.recordedAt,
    actorName: names.actors.get(actor) ?? null,
    actorPosition: position === undefined ? null : (names.positions.get(position) ?? null),
    source: source ? { kind: source.kind, id: source.id, label: names.sources.get(source.id) ?? null } : null,
    position: event.position,
    fields: fields.flatMap((field) => shownField(scope, field, names)),
  };
}

function shownField(
  scope: Scope,
  { name, value, before = null, group = null, ref }: RawField,
  names: Names,
): Entry['fields'] {
  if (ref) {
    const known = names.references.get(referenceKey(ref));
    // Another person or household is masked by its own scope: what may not be seen has neither name nor id.
    if (known === undefined && ref.kind !== 'boundary_change')
      return [{ name, value: null, before: null, masked: true, ref: ref.kind, refId: null }];
    return [{ name, value: known ?? value, before, masked: false, ref: ref.kind, refId: ref.id }];
  }
  const view = group === null ? 'clear' : fieldView(scope, group);
  if (view === 'withheld') return [];
  if (view === 'clear') return [{ name, value, before, masked: false, ref: null, refId: null }];
  return [
    { name, value: maskValue(name, value), before: maskValue(name, before), masked: true, ref: null, refId: null },
  ];
}
