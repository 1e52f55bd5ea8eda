import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importResidents } from '@nocgia/services/registry/import/import-residents.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { establishWard, openHouse, scratchFolder, ward, type House } from '@nocgia/services/registry/import/testing/house.ts';

const register = new URL('../../../shared/data/residents-essnet.csv', import.meta.url).pathname;
const here = existsSync(register);
if (!here) console.warn(`skipped: ${register} is not there`);

let database: TestDatabase;
let house: House;
const scratch = scratchFolder();

beforeAll(async () => {
  database = await createTestDatabase();
  house = await openHouse({ ...database, masterKey: randomBytes(32).toString('base64'), folder: scratch.folder, now: '2026-11-22T03:00:00Z' });
  await establishWard(house.log);
});
afterAll(async () => {
  await house.close();
  await database.drop();
  scratch.remove();
});

test.runIf(here)('the real register goes in whole', { timeout: 300_000 }, async () => {
  const t0 = performance.now();
  const outcome = await importResidents(house.deps, { file: register, unit: ward, dryRun: false, onProgress: (p) => console.log(Math.round(performance.now() - t0), p) });
  console.log(outcome.state, outcome.summary, Math.round(performance.now() - t0), process.memoryUsage().rss / 1e6);
  await house.projector.runToHead();
  console.log(Math.round(performance.now() - t0));
  expect(outcome.state).toBe('committed');
});
