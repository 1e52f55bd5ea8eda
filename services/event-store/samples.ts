import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EventDefinition } from '@nocgia/schemas/events/define.ts';
import * as v from 'valibot';
import { eventId, sealEvent, takeApart } from './codec.ts';
import type { Json, ReadEvent } from './port.ts';

/** Where one frozen sample of every version of every event lies for good: `<Type>.v<version>.json`. */
export const samplesFolder = join(import.meta.dirname, '../../schemas/events/samples');

/** The key of every subject in the samples: they hold made-up people only. */
export const sampleKey = Buffer.alloc(32, 'nocgia sample');

/** An event as it was stored, bytes in base64, and the data it must open to at the newest version. */
export interface Sample {
  stored: {
    id: string;
    type: string;
    schemaVersion: number;
    data: Json;
    sealed: { subject: string; base64: string }[];
  };
  opensTo: Record<string, unknown>;
}

/** All samples there are, by file name. */
export function readSamples(): Map<string, Sample> {
  const names = readdirSync(samplesFolder).filter((name) => name.endsWith('.json'));
  return new Map(names.map((name) => [name, JSON.parse(readFileSync(join(samplesFolder, name), 'utf8'))]));
}

/** The sample's event as the store would give it back. */
export function toReadEvent({ stored }: Sample): ReadEvent {
  return {
    ...stored,
    sealed: stored.sealed.map(({ subject, base64 }) => ({ subject, bytes: Buffer.from(base64, 'base64') })),
    stream: 'sample',
    version: 1,
    position: '0'.repeat(19) + '1',
    recordedAt: '2026-01-01T00:00:00.000Z',
    context: { actor: 'sample', correlation: 'sample' },
    commandId: '00000000-0000-4000-8000-000000000000',
  };
}

// Texts of every shape that the schemas ask for; the first that a schema takes is the one.
const texts = [
  'Nguyễn Thị Ánh Tuyết',
  'Kinh',
  'VNM',
  '2024-05-17',
  '00000000-0000-7000-8000-00000000002a',
  '079184000123',
  '27415',
  '27415-003',
  'a'.repeat(64),
  'anh-tuyet',
  '2024-05-17T03:04:05.678Z',
  '#0f766e',
  '00000000000000000042',
  'appraise',
  '07:00',
  '970436',
  'H29.146-261122-0007',
];

// Shapes whose fields must fit each other.
const wholes = [{ from: '07:00', to: '11:30' }];

/** Something that fits the schema, for the shapes our events are made of; throws where it knows nothing that fits. */
export function anExample(schema: v.GenericSchema): unknown {
  const candidates = [...examplesOf(schema)];
  const fitting = candidates.find((candidate) => v.safeParse(schema, candidate).success);
  if (fitting === undefined)
    throw new Error(`no example for a schema of type ${schema.type}; write this sample by hand`);
  return fitting;
}

function namedExample(name: string, schema: v.GenericSchema): unknown {
  try {
    return anExample(schema);
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function isSchema(value: unknown): value is v.GenericSchema {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';
}

function* examplesOf(schema: v.GenericSchema): Generator<unknown> {
  yield* texts;
  yield* wholes;
  yield* [1, 27_415, 0, true, 10.762, 106.66, 2026, 970_436, 30];
  if ('wrapped' in schema && isSchema(schema.wrapped)) yield anExample(schema.wrapped);
  if ('literal' in schema) yield schema.literal;
  if ('options' in schema && Array.isArray(schema.options)) {
    for (const option of schema.options) yield isSchema(option) ? anExample(option) : option;
  }
  if ('items' in schema && Array.isArray(schema.items)) yield schema.items.filter(isSchema).map(anExample);
  if ('item' in schema && isSchema(schema.item)) {
    const item = anExample(schema.item);
    yield* [[item], [item, item]];
  }
  if ('value' in schema && isSchema(schema.value)) {
    const value = anExample(schema.value);
    yield { 'Cột khác': value };
    yield { appraise: value };
  }
  if ('entries' in schema && typeof schema.entries === 'object' && schema.entries !== null) {
    const fields = Object.entries(schema.entries).filter((entry): entry is [string, v.GenericSchema] =>
      isSchema(entry[1]),
    );
    yield Object.fromEntries(fields.map(([name, field]) => [name, namedExample(name, field)]));
  }
}

/** A sample of the newest version, made of example values. */
export function makeSample(definition: EventDefinition): Sample {
  const data = anExample(definition.schema);
  if (typeof data !== 'object' || data === null) throw new Error(`${definition.type} is not an object`);
  const plain = takeApart(new Map([[definition.type, definition]]), { type: definition.type, data });
  const keys = new Map([...plain.personal.keys()].map((subject) => [subject, sampleKey]));
  const { sealed, ...stored } = sealEvent(eventId(definition.type, definition.version), plain, keys);
  const parts = sealed.map(({ subject, bytes }) => ({ subject, base64: Buffer.from(bytes).toString('base64') }));
  return { stored: { ...stored, sealed: parts }, opensTo: { ...data } };
}
