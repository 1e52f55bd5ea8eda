import { RejectionError } from '@nocgia/schemas/errors.ts';
import { displayNames } from '../../access/account/queries.ts';
import { isId } from '../../access/paging.ts';
import type { DossierContext } from '../context.ts';
import { dossierStream } from './dossier-state.ts';
import type { OnDossier } from './dossier.ts';

/** Does something with a dossier; where somebody was first, the refusal says who, when and what they did, to whoever may see the dossier. */
export async function tellingWhoWasFirst<T>(
  context: DossierContext,
  { dossierId = '', expectedVersion = 0 }: Partial<OnDossier>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RejectionError) || error.rejection.code !== 'DOSSIER_CHANGED') throw error;
    const events = await context.log.readStream(dossierStream(dossierId), { fromVersion: expectedVersion + 1 });
    const names = await displayNames(context.db, [...new Set(events.map((one) => one.context.actor).filter(isId))]);
    const changes = events.map(({ type, recordedAt, context: { actor } }) => ({
      type,
      recordedAt,
      by: names.get(actor) ?? null,
    }));
    throw new RejectionError(error.rejection, { changes });
  }
}
