import { dossierFileAdded, dossierSigned } from '@nocgia/schemas/events/dossier.ts';
import type { Rejection } from '@nocgia/schemas/errors.ts';
import { accept, after, refuse } from '../../event-store/deciding.ts';
import type { LoadStreams } from '../../event-store/dispatcher.ts';
import type { RecordedEvent } from '../../event-store/log.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { fact, loadDossier, notTheirs, stepHeld, type AsShown, type LoadedDossier } from './dossier.ts';
import { MOST_FILES } from './files.ts';

/** Which file of which dossier is to be signed. */
export interface ToSign extends AsShown {
  fileId: string;
}

/**
 * The dossier with the file, if this officer may sign it now: a PDF that counts and has no signed copy, at their own step of approval or
 * of signing, before the result is returned. FILE_UNKNOWN, FILE_NOT_PDF, FILE_SIGNED, SIGNING_STEP and what any act is refused with.
 */
export async function toSign(
  { dossierId, expectedVersion, fileId }: ToSign,
  env: CommandEnv,
  load: LoadStreams,
): Promise<{ ok: true; found: LoadedDossier; name: string } | { ok: false; rejection: Rejection }> {
  const loaded = await loadDossier({ dossierId, expectedVersion }, env, load);
  if (!loaded.ok) return loaded;
  const { found } = loaded;
  const { status, files } = found.dossier;
  const denied = notTheirs(found, env);
  if (denied) return { ok: false, rejection: denied };
  if (!['accepted', 'processing', 'settled'].includes(status)) return refuse('DOSSIER_STATE', undefined, { status });
  const kind = stepHeld(found)?.kind;
  if (kind !== 'approve' && kind !== 'sign') return refuse('SIGNING_STEP');
  const file = files.find((one) => one.fileId === fileId && !one.setAside);
  if (!file) return refuse('FILE_UNKNOWN', 'fileId');
  if (file.mediaType !== 'application/pdf') return refuse('FILE_NOT_PDF', 'fileId');
  if (file.signedAs !== null) return refuse('FILE_SIGNED', 'fileId');
  if (files.filter((one) => !one.setAside).length >= MOST_FILES)
    return refuse('FILES_FULL', undefined, { limit: MOST_FILES });
  return { ok: true, found, name: signedName(found.events, fileId) };
}

/** `Giấy xác nhận (đã ký).pdf` */
function signedName(events: readonly RecordedEvent[], fileId: string): string {
  const data = events.find(
    ({ type, data: of }) => type === 'DossierFileAdded' && 'fileId' in of && of.fileId === fileId,
  )?.data;
  const name = data && 'name' in data && typeof data.name === 'string' ? data.name : 'ket-qua.pdf';
  return `${name.replace(/\.pdf$/i, '').slice(0, 180)} (đã ký).pdf`;
}

export interface SignResult extends ToSign {
  signed: { fileId: string; bytes: number; hash: string };
  /** SHA-256 (hex) of the signer's certificate. */
  certificate: string;
}

/** The signed copy belongs to the dossier and stands for the file: both in one append. Answers `signedFileId`. */
export function signResult(input: SignResult, env: CommandEnv): Decider {
  return async (load) => {
    const ready = await toSign(input, env, load);
    if (!ready.ok) return ready;
    const { found, name } = ready;
    const { fileId, signed, certificate } = input;
    const { bytes, hash } = signed;
    const file = {
      fileId: signed.fileId,
      bytes,
      hash,
      paper: null,
      name,
      mediaType: 'application/pdf',
      from: 'system',
    };
    const added = fact(dossierFileAdded, found, env, file);
    if (!added.ok) return added;
    const made = fact(dossierSigned, found, env, { fileId, signedFileId: signed.fileId, certificate });
    if (!made.ok) return made;
    const signedFileId = signed.fileId;
    return accept([after(found.stream, found.events, added.event, made.event)], { signedFileId });
  };
}
