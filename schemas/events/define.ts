import * as v from 'valibot';

type Schema = v.GenericSchema;
type Entries = Record<string, Schema>;

/** Marks a field as personal: the codec seals it under the key of the subject whose id stands in field `subjectField`. */
export interface PersonalMark {
  kind: 'citizen' | 'household' | 'dwelling' | 'account' | 'import' | 'dossier';
  /** Name of the field of the same event that holds the subject's id. */
  subjectField: string;
}

const marks = new WeakMap<object, PersonalMark>();

/** Declares a personal field; the schema itself is unchanged. `of` names the field that holds the id of the person it belongs to. */
export function personal<S extends Schema>(of: `${PersonalMark['kind']}:${string}`, schema: S): S {
  const [kind, subjectField] = of.split(':') as [PersonalMark['kind'], string];
  // A fresh object, so that a shared schema (say `day`) may be personal in one event and plain in another.
  const marked = { ...schema };
  marks.set(marked, { kind, subjectField });
  return marked;
}

/** One type of event at its newest version: its schema, which of its fields are personal, and the steps up from older versions. */
export interface EventDefinition<T extends string = string, E extends Entries = Entries> {
  type: T;
  version: number;
  schema: v.ObjectSchema<E, undefined>;
  personalFields: Record<string, PersonalMark>;
  /** `upcast[n]` turns the whole (opened) data of version n into version n + 1. */
  upcast: Record<number, (data: Record<string, unknown>) => Record<string, unknown>>;
}

export type EventOf<D> =
  D extends EventDefinition<infer T, infer E> ? { type: T; data: v.InferOutput<v.ObjectSchema<E, undefined>> } : never;

/** Defines an event. A new meaning is a new type; a new shape is a new version with a step in `upcast`. */
export function defineEvent<const T extends string, E extends Entries>(
  type: T,
  version: number,
  entries: E,
  upcast: EventDefinition['upcast'] = {},
): EventDefinition<T, E> {
  const personalFields: Record<string, PersonalMark> = {};
  for (const [name, schema] of Object.entries(entries)) {
    const mark = marks.get(schema);
    if (!mark) continue;
    if (!(mark.subjectField in entries)) throw new Error(`${type}.${name}: no field ${mark.subjectField}`);
    personalFields[name] = mark;
  }
  return { type, version, schema: v.object(entries), personalFields, upcast };
}
