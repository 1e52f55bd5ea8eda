import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importDossiers } from '@nocgia/services/dossiers/past/import-dossiers.ts';
import { oldCsv, oldRows } from '@nocgia/services/dossiers/past/testing/old-software.ts';
import { ward } from '@nocgia/services/dossiers/testing/scene.ts';
import { openHouse, scratchFolder } from '@nocgia/services/registry/import/testing/house.ts';
import { runWithKills } from '@nocgia/services/registry/import/testing/killing.ts';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const dossiers = 1_500;
const importId = '01930000-0000-7000-8000-000000000002';
const masterKey = randomBytes(32).toString('base64');
const scratch = scratchFolder();
const databases: TestDatabase[] = [];
const process = {
  script: join(import.meta.dirname, '../../services/dossiers/past/testing/import-process.ts'),
  table: 'app.dossier_imports',
};

afterAll(async () => {
  for (const database of databases) await database.drop();
  scratch.remove();
});

async function prepared() {
  const database = await createTestDatabase();
  databases.push(database);
  const { appUrl, projectorUrl } = database;
  const folder = join(scratch.folder, database.name);
  return { database, address: { appUrl, projectorUrl, masterKey, folder, now: '2026-11-22T03:00:00.000Z' } };
}

/** What stands in the rows, but for the keyed hash of each course: every installation has a key of its own. */
async function rowsOf({ projectorUrl }: TestDatabase): Promise<unknown> {
  const client = new pg.Client({ connectionString: projectorUrl });
  await client.connect();
  const { rows } = await client.query(
    `select count(*)::int as n, md5(string_agg((to_jsonb(d) || jsonb_build_object('past', past - 'fingerprint'))::text, '' order by dossier_id)) as hash
    from view.dossiers d`,
  );
  await client.end();
  return rows;
}

test(
  'an import of dossiers killed three times ends with the same log and rows as an undisturbed one',
  { timeout: 120_000 },
  async () => {
    const file = join(scratch.folder, 'mot-cua-cu.csv');
    writeFileSync(file, oldCsv(oldRows(dossiers)));
    const calm = await prepared();
    const house = await openHouse(calm.address);
    const outcome = await importDossiers(house.deps, { file, unit: ward, dryRun: false, importId });
    await house.projector.runToHead();
    const total = Number(await house.log.store.head());
    await house.close();
    expect(outcome).toMatchObject({
      state: 'committed',
      summary: { create: dossiers, steps: 6 * dossiers, errors: 0 },
    });

    const disturbed = await prepared();
    const order = { address: disturbed.address, file, importId };
    const run = await runWithKills(order, disturbed.database.adminUrl, [0, 250, 900], process);
    expect(run.kills).toHaveLength(3);
    const after = await openHouse(disturbed.address, { projecting: false });
    expect(Number(await after.log.store.head())).toBe(total);
    await after.close();
    expect(await rowsOf(disturbed.database)).toEqual(await rowsOf(calm.database));
  },
);
