import pg from 'pg';
import { connectionConfig } from './connection.ts';

/** A connection of one's own that is opened when needed, and anew after it was lost or dropped. */
export interface OwnClient {
  connected(): Promise<pg.Client>;
  drop(): void;
}

/** `answerWithin`: milliseconds after which a query without an answer counts as lost. */
export function ownClient(options: { connectionString: string; answerWithin: number; settings?: string }): OwnClient {
  let client: pg.Client | null = null;

  async function connected(): Promise<pg.Client> {
    if (client) return client;
    const fresh = new pg.Client({
      ...connectionConfig(options.connectionString, 'nocgia append', options.settings),
      query_timeout: options.answerWithin,
    });
    fresh.on('error', () => {
      if (client === fresh) client = null;
    });
    await fresh.connect();
    client = fresh;
    return fresh;
  }

  function drop(): void {
    const lost = client;
    client = null;
    lost?.end().catch(() => undefined);
  }

  return { connected, drop };
}
