import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHashes } from '@nocgia/services/projection/hashes.ts';
import { importResidents } from '@nocgia/services/registry/import/import-residents.ts';
import { establishWard, openHouse, scratchFolder, ward } from '@nocgia/services/registry/import/testing/house.ts';
import { runWithKills } from '@nocgia/services/registry/import/testing/killing.ts';
import { csvOf, sampleRegister, seeded } from '@nocgia/services/registry/import/testing/sample-register.ts';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const people = 2_000;
const importId = '01930000-0000-7000-8000-000000000001';
const neighbourhoods = { [`${ward}-001`]: 'Khu phố 1', [`${ward}-002`]: 'Khu phố 2' };
const masterKey = randomBytes(32).toString('base64');
const scratch = scratchFolder();
const databases: TestDatabase[] = [];

afterAll(async () => {
  for (const database of databases) await database.drop();
  scratch.remove();
});

async function prepared(): Promise<{ database: TestDatabase; address: Parameters<typeof openHouse>[0] }> {
  const database = await createTestDatabase();
  databases.push(database);
  const { appUrl, projectorUrl } = database;
  const address = {
    appUrl,
    projectorUrl,
    masterKey,
    folder: join(scratch.folder, database.name),
    now: '2026-11-22T03:00:00.000Z',
  };
  const house = await openHouse(address);
  await establishWard(house.log, neighbourhoods);
  await house.projector.runToHead();
  await house.close();
  return { database, address };
}

test(
  'an import killed three times ends with the same rows, episodes and tallies as an undisturbed one',
  { timeout: 240_000 },
  async () => {
    const file = join(scratch.folder, 'register.csv');
    writeFileSync(file, csvOf(sampleRegister(people, 7)));

    const calm = await prepared();
    const house = await openHouse(calm.address);
    const outcome = await importResidents(house.deps, { file, unit: ward, dryRun: false, importId });
    await house.projector.runToHead();
    const total = Number(await house.log.store.head());
    await house.close();
    expect(outcome.summary).toMatchObject({ rows: people, create: people, errors: 0 });

    const random = seeded(2026);
    const targets = [
      0,
      ...[random(), random()].map((part) => 20 + Math.floor(part * (total - 40))).sort((a, b) => a - b),
    ];
    const disturbed = await prepared();
    const run = await runWithKills(
      { address: disturbed.address, file, importId },
      disturbed.database.adminUrl,
      targets,
    );
    expect(run.kills).toHaveLength(3);

    const after = await openHouse(disturbed.address, { projecting: false });
    expect(Number(await after.log.store.head())).toBe(total);
    await after.close();
    const expected = await contentHashes(calm.database.projectorUrl);
    expect(Object.keys(expected)).toContain('citizens');
    expect(await contentHashes(disturbed.database.projectorUrl)).toEqual(expected);
  },
);
