import { RejectionError, type ErrorCode } from '@nocgia/schemas/errors.ts';
import { systemAuthority } from '../../access/authority.ts';
import { PUBLIC_ACTOR } from '../../access/public.ts';
import { derivedId } from '../../event-store/derived-id.ts';
import { SubjectErased } from '../../event-store/keys/keyring.ts';
import { runCommand } from '../../event-store/run-command.ts';
import { sealerFor } from '../../files/sealer.ts';
import { dayInVietnam } from '@nocgia/schemas/days.ts';
import { v7 as uuidv7 } from 'uuid';
import { addCheckedFile } from '../dossier/files.ts';
import { dossierOf, dossierStream } from '../dossier/dossier-state.ts';
import { dossierSubject, dropFile, openFile } from '../file/store.ts';
import { refuseContent } from './check.ts';
import type { UploadDeps } from './deps.ts';
import { forgetRefused, forgetUpload, markUpload, openUploads, uploadById, uploadsOf, type UploadRow } from './rows.ts';

/** Where the name of an upload is sealed. */
export const namePlace = (fileId: string): string => `upload/${fileId}/name`;

/** Milliseconds after which an upload whose dossier was never sent goes: its form holds for a day. */
const UNSENT = 25 * 3_600_000;
/** Milliseconds for which a refusal can be read. */
const REFUSED = 180 * 24 * 3_600_000;
/** Milliseconds after which a file that still waits is asked about again. */
const FORGOTTEN = 10 * 60_000;

/**
 * Checks one upload, and gives it to its dossier where that was sent. Throws where it could not be done now (store or scanner away): the job
 * is tried again, and the file stays in quarantine until then.
 */
export async function checkUpload(deps: UploadDeps, fileId: string): Promise<void> {
  const row = await uploadById(deps.db, fileId);
  if (!row || row.state === 'refused') return;
  if (row.state === 'waiting') {
    const reason = await refusalOf(deps, row);
    if (reason !== null) return refuse(deps, row, reason);
    await markUpload(deps.db, fileId, null, deps.now());
  }
  await give(deps, row);
}

/** All uploads of a dossier, once it was sent. */
export async function takeUploads(deps: UploadDeps, dossierId: string): Promise<void> {
  for (const { file_id: fileId } of await uploadsOf(deps.db, dossierId)) await checkUpload(deps, fileId);
}

/**
 * Looks after what a kill or an outage left: checks again what has waited for ten minutes, drops what no dossier was sent with within its
 * form's day, forgets refusals after half a year. Run every hour.
 */
export async function sweepUploads(deps: UploadDeps): Promise<number> {
  const now = deps.now().getTime();
  let dropped = 0;
  for (const row of await openUploads(deps.db, new Date(now - FORGOTTEN))) {
    const sent = (await deps.log.readStream(dossierStream(row.dossier_id))).length > 0;
    if (sent || row.state === 'waiting') await deps.soon({ fileId: row.file_id });
    if (sent || row.sent_at.getTime() > now - UNSENT) continue;
    await dropFile(deps.disk, { dossierId: row.dossier_id, fileId: row.file_id });
    await forgetUpload(deps.db, row.file_id);
    dropped += 1;
  }
  await forgetRefused(deps.db, new Date(now - REFUSED));
  return dropped;
}

/** Why the check refuses it; null where it passes. */
async function refusalOf(deps: UploadDeps, row: UploadRow): Promise<ErrorCode | null> {
  const pieces: Buffer[] = [];
  try {
    const bytes = await openFile(deps, { dossierId: row.dossier_id, fileId: row.file_id });
    for await (const piece of bytes as AsyncIterable<Buffer>) pieces.push(piece);
  } catch (error) {
    if (error instanceof RejectionError && error.rejection.code === 'FILE_UNKNOWN') return 'FILE_UNKNOWN';
    throw error;
  }
  const file = Buffer.concat(pieces);
  const reason = refuseContent(row.media_type, file);
  if (reason !== null || !deps.scanner) return reason;
  return (await deps.scanner(file)) === null ? null : 'FILE_HARMFUL';
}

async function refuse(deps: UploadDeps, row: UploadRow, reason: ErrorCode): Promise<void> {
  // The bytes go first: after a kill between the two it is refused again, and nothing that was refused stays.
  await dropFile(deps.disk, { dossierId: row.dossier_id, fileId: row.file_id });
  await markUpload(deps.db, row.file_id, reason, deps.now());
}

/** Gives a file that passed to its dossier; one that was not sent yet is waited for. */
async function give(deps: UploadDeps, row: UploadRow): Promise<void> {
  const { dossier_id: dossierId, file_id: fileId, paper, media_type: mediaType, bytes, hash } = row;
  if (!dossierOf(await deps.log.readStream(dossierStream(dossierId)))) return;
  try {
    const sealer = await sealerFor(deps.keyring, dossierSubject(dossierId));
    const name = sealer.open<string>(row.name, namePlace(fileId));
    const now = deps.now();
    const env = {
      ...{ may: systemAuthority, accountId: null, role: null, now: now.toISOString(), today: dayInVietnam(now) },
      newId: uuidv7,
    };
    const input = { dossierId, fileId, paper, name, mediaType, bytes, hash, from: 'citizen' as const };
    const eventContext = () => ({ actor: PUBLIC_ACTOR, correlation: fileId });
    const meta = { commandId: derivedId('upload', fileId) };
    await runCommand({ log: deps.log, eventContext }, meta, 'addCheckedFile', input, addCheckedFile(input, env));
  } catch (error) {
    if (error instanceof SubjectErased) return refuse(deps, row, 'FILE_UNKNOWN');
    if (!(error instanceof RejectionError)) throw error;
    const { code } = error.rejection;
    // It belongs to the dossier already: a kill came between the event and this row.
    if (code !== 'NOTHING_CHANGED') return refuse(deps, row, code);
  }
  await forgetUpload(deps.db, fileId);
}
