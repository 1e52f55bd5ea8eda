import type { Pool } from 'pg';

/**
 * One look at people: a list or a search is one look at all that it showed. `number_in_use`: nobody was shown, but that an identity number
 * is somebody's whom the account does not see.
 */
export interface AccessEntry {
  at: Date;
  accountId: string;
  positionId: string | null;
  action: 'list' | 'search' | 'open' | 'reveal' | 'export' | 'number_in_use';
  citizenIds: readonly string[];
  purpose?: string | null;
  /** Id of the stream `reveal-<uuid>` of a revealed field. */
  revealId?: string | null;
}

/** Writes looks to app.access_log. Resolves once the entry is committed; rejects when it could not be, and so must the read. */
export type LogAccess = (entry: AccessEntry) => Promise<void>;

const insert = `
  insert into app.access_log (at, account_id, position_id, action, citizen_ids, purpose, reveal_id)
  select at, account_id, position_id, action, citizen_ids::uuid[], purpose, reveal_id
  from unnest($1::timestamptz[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::uuid[])
    as e (at, account_id, position_id, action, citizen_ids, purpose, reveal_id)`;

interface Waiting {
  entry: AccessEntry;
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * A writer on one pool: entries that come while an insert is in flight go out together in the next one, so that many readers at once
 * share one commit. A look at nobody is not written, unless it is an export.
 */
export function createAccessLog(pool: Pool): LogAccess {
  let waiting: Waiting[] = [];
  let busy = false;

  const flush = async (): Promise<void> => {
    busy = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      const entries = batch.map(({ entry }) => entry);
      try {
        await pool.query({
          name: 'access-log',
          text: insert,
          values: [
            entries.map((entry) => entry.at),
            entries.map((entry) => entry.accountId),
            entries.map((entry) => entry.positionId),
            entries.map((entry) => entry.action),
            entries.map((entry) => `{${entry.citizenIds.join(',')}}`),
            entries.map((entry) => entry.purpose ?? null),
            entries.map((entry) => entry.revealId ?? null),
          ],
        });
        batch.forEach(({ resolve }) => resolve());
      } catch (error) {
        batch.forEach(({ reject }) => reject(error));
      }
    }
    busy = false;
  };

  return (entry) => {
    // A file of figures shows nobody, and yet is something that left the house.
    if (entry.citizenIds.length === 0 && entry.action !== 'export') return Promise.resolve();
    return new Promise((resolve, reject) => {
      waiting.push({ entry, resolve, reject });
      if (!busy) void flush();
    });
  };
}
