import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { RecordedEvent } from '../../event-store/log.ts';
import { dossierStream } from '../dossier/dossier-state.ts';
import { rowAt } from '../dossier/row-at.ts';
import type { DossierRow } from '../dossier/rows.ts';
import { procedureOf, procedureStream, versionNumbered, type ProcedureVersion } from '../procedure/procedure.ts';
import type { PublicContext } from '../public/context.ts';
import { holderOf } from './holder.ts';

/** A dossier as its holder follows it: told by its own stream, so that it is never behind. */
export interface Followed {
  row: DossierRow;
  events: readonly RecordedEvent[];
  procedure: ProcedureVersion;
}

/** The dossier that a token opens; throws FOLLOW_ENDED for a token that opens none, any more or at all. */
export async function followedBy(
  context: Pick<PublicContext, 'log' | 'publicHash' | 'now'>,
  token: string,
): Promise<Followed> {
  const dossierId = holderOf(context.publicHash, token, context.now());
  const found = dossierId === null ? null : await followedOf(context, dossierId);
  if (!found) throw new RejectionError({ code: 'FOLLOW_ENDED' });
  return found;
}

async function followedOf({ log }: Pick<PublicContext, 'log'>, dossierId: string): Promise<Followed | null> {
  const events = await log.readStream(dossierStream(dossierId));
  const begun = events.find(({ type }) => type === 'DossierSubmitted' || type === 'DossierTakenIn');
  const { procedureId, procedureVersion } = (begun?.data ?? {}) as { procedureId?: string; procedureVersion?: number };
  if (procedureId === undefined || procedureVersion === undefined) return null;
  const catalogue = procedureOf(await log.readStream(procedureStream(procedureId)));
  const procedure = catalogue && versionNumbered(catalogue, procedureVersion);
  const row = procedure && rowAt(events, procedure.content);
  return row && procedure ? { row, events, procedure } : null;
}

/** The result that its holder may take home: returned online, as the signed file where there is one; null where there is none. */
export function resultOf({
  return_by,
  returned,
  ending,
  files,
}: DossierRow): { fileId: string; mediaType: string } | null {
  if (return_by !== 'online' || returned === null || ending?.kind !== 'settled' || ending.fileId === null) return null;
  const named = files.find(({ fileId }) => fileId === ending.fileId);
  const file = named?.signedAs ? (files.find(({ fileId }) => fileId === named.signedAs) ?? named) : named;
  return file && !file.setAside ? { fileId: file.fileId, mediaType: file.mediaType } : null;
}
