import { RejectionError } from '@nocgia/schemas/errors.ts';
import { dispatch, type Decided, type LoadStreams } from './dispatcher.ts';
import type { Log } from './log.ts';
import type { EventContext, Json, Position } from './port.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Runs a command of a reader; a rejection is thrown as a RejectionError. */
export async function runCommand(
  context: { log: Log; eventContext(): EventContext },
  meta: { commandId: string },
  name: string,
  payload: unknown,
  decide: (load: LoadStreams) => Promise<Decided>,
): Promise<{ position: Position; result: Json; repeated: boolean }> {
  if (!uuid.test(meta.commandId)) throw new RejectionError({ code: 'FIELD_INVALID', field: 'meta.commandId' });
  const outcome = await dispatch(
    context.log,
    { commandId: meta.commandId, name, payload, context: context.eventContext() },
    decide,
  );
  if (!outcome.ok) throw new RejectionError(outcome.rejection);
  return outcome;
}

/** One text of a command's result, e.g. the id that it made. */
export function resultText(result: Json, name: string): string {
  const value = typeof result === 'object' && result !== null && !Array.isArray(result) ? result[name] : undefined;
  if (typeof value !== 'string') throw new Error(`A command answered no ${name}.`);
  return value;
}
