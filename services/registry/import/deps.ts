import type { Disk } from 'flydrive';
import type pg from 'pg';
import type { LogAccess } from '../../access/access-log/access-log.ts';
import type { Keyring } from '../../event-store/keys/keyring.ts';
import type { Log } from '../../event-store/log.ts';
import type { Position } from '../../event-store/port.ts';

/** A sheet of the report: headings with widths in characters, and rows as they come. */
export interface ReportSheet {
  name: string;
  above: readonly string[];
  columns: readonly { heading: string; width: number }[];
  rows: AsyncIterable<readonly (string | number | null)[]>;
}

/** What the import works with; wired by the server, the CLI and the tests. */
export interface ImportDeps {
  /** Pool of the role `nocgia_app`. */
  pool: pg.Pool;
  log: Log;
  keyring: Keyring;
  /** Keyed hash for claim streams. */
  claimHash(text: string): string;
  now(): Date;
  logAccess: LogAccess;
  /** Where uploads lie; they are sealed before they get there. */
  disk: Disk;
  /** Waits (bounded) until the rows of the register have come to a position; `behind` when they have not. */
  waitFor(position: Position, timeoutMs: number): Promise<{ behind: boolean }>;
  /** Waits until the rows are at most `limit` positions behind one; false when that took longer than `timeoutMs`. */
  pause(position: Position, limit: number, timeoutMs: number): Promise<boolean>;
  /** Makes a workbook (.xlsx) of sheets whose rows come one by one. */
  workbook(sheets: readonly ReportSheet[]): Promise<Buffer>;
  /** Queues the work on an import as a job (`importTask`), so that it survives a restart. */
  enqueue(importId: string): Promise<void>;
}
