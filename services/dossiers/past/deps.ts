import type { Disk } from 'flydrive';
import type pg from 'pg';
import type { Keyring } from '../../event-store/keys/keyring.ts';
import type { Log } from '../../event-store/log.ts';
import type { Position } from '../../event-store/port.ts';
import { sealerFor, type Sealer } from '../../files/sealer.ts';
import { piecesIn } from '../../tables/pieces.ts';

/** A sheet of the report: headings with widths in characters, and rows as they come. */
export interface ReportSheet {
  name: string;
  above: readonly string[];
  columns: readonly { heading: string; width: number }[];
  rows: AsyncIterable<readonly (string | number | null)[]>;
}

/** What the import of past dossiers works with; wired by the server, the CLI and the tests. */
export interface PastDeps {
  /** Pool of the role `nocgia_app`. */
  pool: pg.Pool;
  log: Log;
  keyring: Keyring;
  /** Keyed hash, by which the same course is recognised. */
  claimHash(text: string): string;
  now(): Date;
  /** Where uploads lie; they are sealed before they get there. */
  disk: Disk;
  /** Waits (bounded) until the rows have come to a position; `behind` when they have not. */
  waitFor(position: Position, timeoutMs: number): Promise<{ behind: boolean }>;
  /** Waits until the rows are at most `limit` positions behind one; false when that took longer than `timeoutMs`. */
  pause(position: Position, limit: number, timeoutMs: number): Promise<boolean>;
  /** Makes a workbook (.xlsx) of sheets whose rows come one by one. */
  workbook(sheets: readonly ReportSheet[]): Promise<Buffer>;
  /** Queues the work on an import as a job (`pastTask`), so that it survives a restart. */
  enqueue(importId: string): Promise<void>;
}

/** The subject under which an import's own key is kept. */
export function pastSubject(importId: string): string {
  return `dossier-import:${importId}`;
}

/** A sealer under the import's own key, which is made when there is none yet; throws `SubjectErased` once the import has expired. */
export function sealerOf(keyring: Keyring, importId: string): Promise<Sealer> {
  return sealerFor(keyring, pastSubject(importId));
}

/** The stream of an import's own events; also what the ids of its commands are derived from. */
export function pastStream(importId: string): string {
  return `dossier-import-${importId}`;
}

/** The rows of a file as they were read. */
export const pieces = piecesIn('app.dossier_import_pieces');
