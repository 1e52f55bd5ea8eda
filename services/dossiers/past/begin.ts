import { v7 } from 'uuid';
import { storeSealed } from '../../files/sealed-file.ts';
import { limits } from '../../tables/reader/limits.ts';
import { refuse } from '../../tables/reader/refusal.ts';
import { pastSubject, sealerOf, type PastDeps } from './deps.ts';
import { insertPast } from './store.ts';

/** Days after which what is left of an upload is destroyed. */
const keptDays = 30;

export interface NewPastUpload {
  file: AsyncIterable<Uint8Array>;
  fileName: string;
  /** Unit number of the ward. */
  ward: number;
  accountId: string | null;
  positionId: string | null;
  /** Given in tests and by who repeats an import. */
  importId?: string;
}

/** Stores an upload sealed and opens its import, in state `reading`. Throws IMPORT_TOO_LARGE, STORAGE_FULL or STORAGE_AWAY; nothing is left behind then. */
export async function beginPast(deps: PastDeps, upload: NewPastUpload): Promise<string> {
  const id = upload.importId ?? v7({ msecs: deps.now().getTime() });
  const sealer = await sealerOf(deps.keyring, id);
  const fileKey = `dossiers/${id}`;
  const createdAt = deps.now();
  const megabytes = limits.fileBytes / 1024 / 1024;
  const limit = { bytes: limits.fileBytes, refusal: refuse('IMPORT_TOO_LARGE', { limit: megabytes }) };
  try {
    const { bytes, hash } = await storeSealed(deps.disk, fileKey, upload.file, { sealer, limit });
    const fileName = upload.fileName.normalize('NFC').slice(-200);
    const expiresAt = new Date(createdAt.getTime() + keptDays * 86_400_000);
    const { ward, accountId: createdBy, positionId: createdIn } = upload;
    const made = { id, ward, createdBy, createdIn, createdAt, fileName, fileKey, bytes, hash, expiresAt };
    await insertPast(deps.pool, made, sealer);
  } catch (error) {
    await deps.keyring.erase(pastSubject(id), {});
    throw error;
  }
  return id;
}
