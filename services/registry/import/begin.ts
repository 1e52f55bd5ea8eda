import { v7 } from 'uuid';
import type { ImportDeps } from './deps.ts';
import { storeSealed } from '../../files/sealed-file.ts';
import { limits } from '../../tables/reader/limits.ts';
import { refuse } from '../../tables/reader/refusal.ts';
import { importSubject, sealerOf } from './sealer.ts';
import { insertImport } from './store.ts';

/** Days after which what is left of an upload is destroyed. */
const keptDays = 30;

export interface NewUpload {
  file: AsyncIterable<Uint8Array>;
  fileName: string;
  /** Unit number of the ward. */
  ward: number;
  accountId: string | null;
  positionId: string | null;
  /** Given in tests and by who repeats an import. */
  importId?: string;
}

/** Stores an upload sealed and opens its import, in state `reading`. Throws IMPORT_TOO_LARGE, STORAGE_FULL or
 * STORAGE_AWAY; nothing is left behind then. */
export async function beginImport(deps: ImportDeps, upload: NewUpload): Promise<string> {
  const id = upload.importId ?? v7({ msecs: deps.now().getTime() });
  const sealer = await sealerOf(deps.keyring, id);
  const fileKey = `imports/${id}`;
  const createdAt = deps.now();
  try {
    const { bytes, hash } = await storeSealed(deps.disk, fileKey, upload.file, {
      sealer,
      limit: {
        bytes: limits.fileBytes,
        refusal: refuse('IMPORT_TOO_LARGE', { limit: limits.fileBytes / 1024 / 1024 }),
      },
    });
    const fileName = upload.fileName.normalize('NFC').slice(-200);
    const expiresAt = new Date(createdAt.getTime() + keptDays * 86_400_000);
    await insertImport(
      deps.pool,
      {
        id,
        ward: upload.ward,
        createdBy: upload.accountId,
        createdIn: upload.positionId,
        createdAt,
        fileName,
        fileKey,
        bytes,
        hash,
        expiresAt,
      },
      sealer,
    );
  } catch (error) {
    await deps.keyring.erase(importSubject(id), {});
    throw error;
  }
  return id;
}
