import type { PoolClient, Submittable } from 'pg';

/** The part of pg's connection that COPY needs; its types leave these out. */
interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sync?(): void;
}

const CHUNK = 1 << 18;

/** Sends rows (text format, one per line) through `copy … from stdin`; rejects with PostgreSQL's error when they are not taken. */
export function copyIn(client: PoolClient, statement: string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const bytes = Buffer.from(text, 'utf8');
    const query: Submittable & Record<string, unknown> = {
      submit(connection: unknown) {
        (connection as CopyConnection).query(statement);
      },
      handleCopyInResponse(connection: CopyConnection) {
        for (let at = 0; at < bytes.length; at += CHUNK) connection.sendCopyFromChunk(bytes.subarray(at, at + CHUNK));
        connection.endCopyFrom();
      },
      handleCommandComplete() {},
      handleRowDescription() {},
      handleDataRow() {},
      handleEmptyQuery() {},
      // The client lets go of a query that has failed: nothing else is heard of it.
      handleError: reject,
      handleReadyForQuery() {
        resolve();
      },
      callback() {},
    };
    client.query(query);
  });
}
