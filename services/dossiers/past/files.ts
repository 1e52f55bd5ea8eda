import type { PastDeps } from './deps.ts';
import { updatePast, type PastImport } from './store.ts';

/** What has been taken in need not lie about as a file as well. */
export async function dropFile({ disk, pool }: Pick<PastDeps, 'disk' | 'pool'>, record: PastImport): Promise<void> {
  if (record.file_key === null) return;
  await disk.delete(record.file_key).catch(() => undefined);
  await updatePast(pool, record.id, { file_key: null });
}
