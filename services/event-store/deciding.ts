import type { Rejection } from '@nocgia/schemas/errors.ts';
import * as v from 'valibot';
import type { Decided, Decision } from './dispatcher.ts';
import type { DomainEvent, RecordedEvent } from './log.ts';
import type { Json } from './port.ts';

/** A refusal by a rule. */
export function refuse(
  code: Rejection['code'],
  field?: string,
  params?: Rejection['params'],
): { ok: false; rejection: Rejection } {
  return { ok: false, rejection: { code, ...(field !== undefined && { field }), ...(params && { params }) } };
}

/** A decision to write. `writes` without events check the version of a stream that was relied on. */
export function accept(writes: Decision['writes'], result: Json = null): Decided {
  return { ok: true, decision: { writes, result } };
}

/** One stream's share of a decision: these events, if the stream is still as it was read. */
export function after(
  stream: string,
  read: readonly RecordedEvent[],
  ...events: DomainEvent[]
): Decision['writes'][number] {
  return { stream, expected: read.at(-1)?.version ?? 'none', events };
}

/** Checks an input against its schema; the refusal names the field and never repeats the value. */
export function parsed<S extends v.GenericSchema>(
  schema: S,
  input: unknown,
): { ok: true; value: v.InferOutput<S> } | { ok: false; rejection: Rejection } {
  const result = v.safeParse(schema, input);
  if (result.success) return { ok: true, value: result.output };
  const path = result.issues[0].path?.map((part) => String(part.key)).join('.');
  return refuse('FIELD_INVALID', path ?? 'input');
}
