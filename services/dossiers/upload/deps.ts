import type { Pool } from 'pg';
import type { FileDeps } from '../file/deps.ts';
import type { PublicHash } from '../public/form-token.ts';
import type { Scanner } from './scanner.ts';

/** What uploads from home are kept and checked with. */
export interface UploadDeps extends FileDeps {
  /** Logs in as nocgia_app. */
  db: Pool;
  publicHash: PublicHash;
  /** Null where the office has none: then a file is checked for what it is and holds, and for nothing else. */
  scanner: Scanner | null;
  /** Has a file checked soon, and taken by its dossier where there is one. */
  soon(of: { fileId: string } | { dossierId: string }): Promise<void>;
}
