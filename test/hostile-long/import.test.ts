import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHashes } from '@nocgia/services/projection/hashes.ts';
import { importResidents } from '@nocgia/services/registry/import/import-residents.ts';
import {
  establishWard,
  openHouse,
  scratchFolder,
  ward,
  type HouseAddress,
} from '@nocgia/services/registry/import/testing/house.ts';
import { runWithKills } from '@nocgia/services/registry/import/testing/killing.ts';
import { csvOf, sampleRegister, seeded } from '@nocgia/services/registry/import/testing/sample-register.ts';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const kills = 24;
const seed = Number(process.env.NOCGIA_SEED ?? 20_261_122);
const importId = '01930000-0000-7000-8000-000000000001';
const masterKey = randomBytes(32).toString('base64');
const real = new URL('../../../shared/data/residents-essnet.csv', import.meta.url).pathname;
const scratch = scratchFolder();
const databases: TestDatabase[] = [];

afterAll(async () => {
  for (const database of databases) await database.drop();
  scratch.remove();
});

async function prepared(): Promise<{ database: TestDatabase; address: HouseAddress }> {
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
  await establishWard(house.log, { [`${ward}-001`]: 'Khu phố 1' });
  await house.projector.runToHead();
  await house.close();
  return { database, address };
}

/** The real register where it is, else an invented one of its size. */
function registerFile(): string {
  if (existsSync(real)) return real;
  console.warn(`An invented register stands for ${real}, which is not there.`);
  const file = join(scratch.folder, 'register.csv');
  writeFileSync(file, csvOf(sampleRegister(25_343, 5)));
  return file;
}

test(
  `a whole register, killed ${kills} times: the same rows, episodes and tallies as undisturbed`,
  { timeout: 3_600_000 },
  async () => {
    const file = registerFile();
    const calm = await prepared();
    const house = await openHouse(calm.address);
    const begun = performance.now();
    const outcome = await importResidents(house.deps, { file, unit: ward, dryRun: false, importId });
    await house.projector.runToHead();
    const calmSeconds = (performance.now() - begun) / 1000;
    const total = Number(await house.log.store.head());
    await house.close();
    expect(outcome.summary).toMatchObject({ create: 25_343, errors: 0 });

    const random = seeded(seed);
    const anywhere = Array.from({ length: kills - 2 }, () => 20 + Math.floor(random() * (total - 200)));
    const targets = [0, 0, ...anywhere.sort((a, b) => a - b)];
    const disturbed = await prepared();
    const run = await runWithKills(
      { address: disturbed.address, file, importId },
      disturbed.database.adminUrl,
      targets,
    );
    console.log(
      JSON.stringify({
        seed,
        events: total,
        calmSeconds: Math.round(calmSeconds),
        kills: run.kills.length,
        starts: run.starts,
        at: run.kills.map(({ at, state }) => `${at} ${state}`),
      }),
    );
    expect(run.kills).toHaveLength(kills);

    const after = await openHouse(disturbed.address, { projecting: false });
    expect(Number(await after.log.store.head())).toBe(total);
    await after.close();
    expect(await contentHashes(disturbed.database.projectorUrl)).toEqual(
      await contentHashes(calm.database.projectorUrl),
    );
  },
);
