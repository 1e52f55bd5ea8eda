import { dossierFileAdded, dossierFileSetAside } from '@nocgia/schemas/events/dossier.ts';
import { accept, refuse } from '../../event-store/deciding.ts';
import type { Decided } from '../../event-store/dispatcher.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { isOver } from './dossier-state.ts';
import { loadAsItStands, loadDossier, single, type AsShown, type LoadedDossier, type OnDossier } from './dossier.ts';

export interface AddFile extends AsShown {
  fileId: string;
  /** Key of the paper that it shows. */
  paper: string | null;
  name: string;
  mediaType: string;
  bytes: number;
  /** SHA-256 (hex) of the file itself. */
  hash: string;
  from: 'officer' | 'citizen' | 'system';
}

/** Files that count among the papers of a dossier at most. */
export const MOST_FILES = 40;

/** A scan, a photo or a result belongs to the dossier from now on; its bytes are stored and checked before. Answers its `fileId`. */
export function addFile(input: AddFile, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadDossier(input, env, load);
    return loaded.ok ? added(input, loaded.found, env) : loaded;
  };
}

/**
 * A file that its owner sent, once it was checked: whichever version the dossier has come to meanwhile. UPLOAD_CLOSED once the dossier is
 * over. Answers its `fileId`.
 */
export function addCheckedFile(input: Omit<AddFile, 'expectedVersion'>, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadAsItStands(input.dossierId, env, load);
    if (!loaded.ok) return loaded;
    return isOver(loaded.found.dossier.status) ? refuse('UPLOAD_CLOSED') : added(input, loaded.found, env);
  };
}

function added(input: Omit<AddFile, 'expectedVersion'>, found: LoadedDossier, env: CommandEnv): Decided {
  const { fileId, paper, name, mediaType, bytes, hash, from } = input;
  if (found.dossier.files.some((one) => one.fileId === fileId)) return refuse('NOTHING_CHANGED');
  const held = found.dossier.files.filter((one) => !one.setAside).length;
  if (held >= MOST_FILES) return refuse('FILES_FULL', undefined, { limit: MOST_FILES });
  const file = { fileId, paper, name, mediaType, bytes, hash, from };
  const decided = single(dossierFileAdded, found, env, null, file);
  return decided.ok ? accept(decided.decision.writes, { fileId }) : decided;
}

/** A file that does not belong here no longer counts among its papers. */
export function setFileAside(input: OnDossier & { fileId: string; reason: string }, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadDossier(input, env, load);
    if (!loaded.ok) return loaded;
    const { fileId, reason } = input;
    if (!loaded.found.dossier.files.some((one) => one.fileId === fileId && !one.setAside))
      return refuse('FILE_UNKNOWN', 'fileId');
    return single(dossierFileSetAside, loaded.found, env, null, { fileId, reason });
  };
}
