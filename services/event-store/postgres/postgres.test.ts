import { describe } from 'vitest';
import { createTestDatabase } from '../../../test/support/database.ts';
import { storeContract } from '../contract.ts';
import { openPostgresStore } from './postgres.ts';

describe('the PostgreSQL store keeps the contract', () => {
  storeContract(async () => {
    const database = await createTestDatabase();
    const open = () => openPostgresStore({ connectionString: database.appUrl });
    const store = open();
    return {
      store,
      another: open,
      close: async () => {
        await store.close();
        await database.drop();
      },
    };
  });
});
