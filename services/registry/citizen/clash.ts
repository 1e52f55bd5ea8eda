import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { RecordedEvent } from '../../event-store/log.ts';
import type { RegistryContext } from '../context.ts';
import { citizenFacts } from '../timeline/citizen-facts.ts';
import { namesFor } from '../timeline/names.ts';
import { entryOf } from '../timeline/timeline.ts';
import { citizenStream } from './citizen-state.ts';

/** What the other clerk did to a field: the value that stands there now (masked where the reader may not see it), by whom and when. */
export interface Clash {
  field: string;
  value: string | null;
  masked: boolean;
  by: string | null;
  position: string | null;
  at: string;
}

/** Fills the answer to a CLASH with what the page must show; any other error is given back as it is. */
export async function withClash(context: RegistryContext, citizenId: string, error: unknown): Promise<unknown> {
  if (!(error instanceof RejectionError) || error.rejection.code !== 'CLASH') return error;
  const { field } = error.rejection;
  const { scope, db, log } = context;
  const events: RecordedEvent[] = await log.readStream(citizenStream(citizenId));
  const last = citizenFacts(events).findLast(({ fields }) => fields.some((one) => one.name === field));
  if (!last || field === undefined) return error;
  const entry = entryOf(scope, last, await namesFor(scope, db, log, [last]));
  const shown = entry.fields.find((one) => one.name === field);
  const clash: Clash = {
    field,
    value: shown?.value ?? null,
    masked: shown?.masked ?? true,
    by: entry.actorName,
    position: entry.actorPosition,
    at: entry.recordedAt,
  };
  return new RejectionError(error.rejection, { clash });
}
