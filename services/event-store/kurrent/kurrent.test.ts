import { Pool } from 'pg';
import { describe } from 'vitest';
import { createTestDatabase } from '../../../test/support/database.ts';
import { storeContract } from '../contract.ts';
import { openKurrentStore, type KurrentStore } from './kurrent-store.ts';
import { startKurrentTestServer } from './testing/server.ts';

function contractAgainst(start: () => Promise<{ connectionString: string; close: () => Promise<void> }>): void {
  storeContract(async () => {
    const server = await start();
    const database = await createTestDatabase();
    const opened: { store: KurrentStore; pool: Pool }[] = [];
    const open = (): KurrentStore => {
      const pool = new Pool({ connectionString: database.appUrl, max: 4 });
      const store = openKurrentStore({ connectionString: server.connectionString, pool, pollMs: 200 });
      opened.push({ store, pool });
      return store;
    };
    return {
      store: open(),
      another: open,
      close: async () => {
        for (const { store, pool } of opened) {
          await store.close();
          await pool.end();
        }
        await database.drop();
        await server.close();
      },
    };
  });
}

describe('the KurrentDB store keeps the contract, over the real client and protocol, on the server in this process', () => {
  contractAgainst(startKurrentTestServer);
});

const realServer = process.env['EVENT_STORE_TEST_URL'];
if (realServer) {
  describe('the KurrentDB store keeps the contract on a real server', () => {
    contractAgainst(async () => ({ connectionString: realServer, close: async () => undefined }));
  });
} else {
  process.stderr.write(
    'KurrentDB: EVENT_STORE_TEST_URL is not set, so the contract ran against the server in this process only.\n',
  );
}
