import { RejectionError } from '@nocgia/schemas/errors.ts';
import { v7 as uuidv7 } from 'uuid';
import { sealerFor } from '../../files/sealer.ts';
import { dossierOf, dossierStream, isOver } from '../dossier/dossier-state.ts';
import { dossierSubject, dropFile, settleFile, storeFile } from '../file/store.ts';
import { rightOf } from './capability.ts';
import type { UploadDeps } from './deps.ts';
import { forgetUpload, keepUpload, uploadById, uploadLimits, waitingBytes } from './rows.ts';
import { namePlace } from './take.ts';

/** Whose upload it is: a dossier, and what shows that the sender may send to it. */
export interface UploadRight {
  dossierId: string;
  /** Of the form's token; empty for a holder's. */
  procedureId: string;
  token: string;
}

/**
 * Refuses who may not send files to a dossier now: UPLOAD_TOKEN for a right that is none or has run out, UPLOAD_CLOSED for a dossier that is
 * over, and for the form's token once the dossier was taken in.
 */
export async function mustMaySend(
  deps: Pick<UploadDeps, 'publicHash' | 'log' | 'now'>,
  by: UploadRight,
): Promise<void> {
  const right = rightOf(deps.publicHash, by, deps.now());
  if (right === null) throw new RejectionError({ code: 'UPLOAD_TOKEN' });
  const dossier = dossierOf(await deps.log.readStream(dossierStream(by.dossierId)));
  if (right === 'holder' && !dossier) throw new RejectionError({ code: 'UPLOAD_TOKEN' });
  if (!dossier) return;
  if (isOver(dossier.status) || (right === 'form' && dossier.status !== 'submitted'))
    throw new RejectionError({ code: 'UPLOAD_CLOSED' });
}

/**
 * Takes a file from home into quarantine: stored sealed, known to `app.uploads`, served to nobody until `checkUpload` has passed it. Refuses as
 * `storeFile` does, UPLOADS_FULL beyond what a dossier may have waiting, STORAGE_FULL while too much waits in all; then nothing of it stays.
 * Answers its id.
 */
export async function receiveUpload(
  deps: UploadDeps,
  {
    dossierId,
    paper,
    name,
    bytes,
  }: { dossierId: string; paper: string | null; name: string; bytes: AsyncIterable<Buffer> },
): Promise<string> {
  if ((await waitingBytes(deps.db)) > uploadLimits.unsent) throw new RejectionError({ code: 'STORAGE_FULL' });
  const of = { dossierId, fileId: uuidv7({ msecs: deps.now().getTime() }) };
  const stored = await storeFile(deps, of, bytes);
  try {
    const sealer = await sealerFor(deps.keyring, dossierSubject(dossierId));
    const kept = await keepUpload(deps.db, {
      ...{ file_id: of.fileId, dossier_id: dossierId, paper, name: sealer.seal(name, namePlace(of.fileId)) },
      ...{ media_type: stored.mediaType, bytes: stored.bytes, hash: stored.hash, sent_at: deps.now() },
    });
    if (!kept)
      throw new RejectionError({
        code: 'UPLOADS_FULL',
        params: { files: uploadLimits.files, megabytes: uploadLimits.bytes / 1024 / 1024 },
      });
  } catch (error) {
    await dropFile(deps.disk, of);
    throw error;
  }
  await settleFile(deps.disk, of);
  await deps.soon({ fileId: of.fileId });
  return of.fileId;
}

/** Takes back an upload that its sender does not want to send after all, while its dossier was not sent; nothing happens to any other. */
export async function dropUpload(
  deps: UploadDeps,
  { dossierId, fileId }: { dossierId: string; fileId: string },
): Promise<void> {
  const row = await uploadById(deps.db, fileId);
  if (row?.dossier_id !== dossierId) return;
  if ((await deps.log.readStream(dossierStream(dossierId))).length > 0)
    throw new RejectionError({ code: 'UPLOAD_CLOSED' });
  if (row.state !== 'refused') await dropFile(deps.disk, { dossierId, fileId });
  await forgetUpload(deps.db, fileId);
}
