import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withScope } from '@nocgia/services/access/scoped-db.ts';
import { scopeAt } from '@nocgia/services/access/testing/house.ts';
import { population } from '@nocgia/services/insight/population/queries.ts';
import { importResidents } from '@nocgia/services/registry/import/import-residents.ts';
import { runImport } from '@nocgia/services/registry/import/run.ts';
import {
  establishWard,
  openHouse,
  scratchFolder,
  ward,
  type House,
} from '@nocgia/services/registry/import/testing/house.ts';
import { csvOf, sampleRegister } from '@nocgia/services/registry/import/testing/sample-register.ts';
import {
  before,
  after,
  confirmAll,
  headings,
  takeBook,
} from '@nocgia/services/registry/import/testing/later-register.ts';
import { withdrawImport } from '@nocgia/services/registry/import/withdrawal.ts';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const scratch = scratchFolder();
const opened: { house: House; database: TestDatabase }[] = [];
const day = '2026-11-22';
const leader = scopeAt('leader', ward, { today: day });
const clerk = scopeAt('civil_status', ward);

afterAll(async () => {
  for (const { house, database } of opened) {
    await house.close();
    await database.drop();
  }
  scratch.remove();
});

async function emptyWard(): Promise<House> {
  const database = await createTestDatabase();
  const house = await openHouse({
    ...database,
    masterKey: randomBytes(32).toString('base64'),
    folder: join(scratch.folder, database.name),
    now: `${day}T03:00:00Z`,
  });
  opened.push({ house, database });
  await establishWard(house.log, { [`${ward}-001`]: 'Khu phố 1', [`${ward}-002`]: 'Khu phố 2' });
  return house;
}

async function take(house: House, mark: string, seed: number): Promise<string> {
  const file = join(scratch.folder, `${mark}.csv`);
  writeFileSync(file, csvOf(sampleRegister(150, seed).map((cells) => cells.with(1, `${mark}${cells[1]}`).with(5, ''))));
  const { importId } = await importResidents(house.deps, { file, unit: ward, dryRun: false });
  await house.projector.runToHead();
  return importId;
}

/** Everything the page of figures says of the ward on a day, with the movement of the year; `knownAt` null = all that is known. */
async function figures(house: House, knownAt: string | null) {
  const asked = { unit: ward, asOf: day, knownAt, headcount: 'permanent' as const, boundaries: 'then' as const };
  const question = { ...asked, movementFrom: '2026-01-01' };
  const { knownAt: _, ...said } = await withScope(house.app, leader, (db) => population(leader, db, question));
  return said;
}

test('figures known before a withdrawal stay; those known after are as if the import had never been', async () => {
  const never = await emptyWard();
  await take(never, 'A', 3);

  const house = await emptyWard();
  await take(house, 'A', 3);
  const mistaken = await take(house, 'B', 4);
  const before = await house.log.store.head();
  const known = await figures(house, before);
  expect(known.total.value).toBe(300);

  await withdrawImport(clerk, house.deps, mistaken, 'wrong_file');
  await runImport(house.deps, mistaken);
  await house.projector.runToHead();

  expect(await figures(house, before)).toEqual(known);
  const after = await figures(house, null);
  expect(after.total.value).toBe(150);
  expect(after).toEqual(await figures(never, null));
});

test('what was confirmed from a file is counted no more once the file is withdrawn, and is still what was known before', async () => {
  const book = { rows: before, headings, on: '2025-11-20' };
  const never = await emptyWard();
  await takeBook(never, clerk, book);

  const house = await emptyWard();
  await takeBook(house, clerk, book);
  const first = await house.log.store.head();
  const later = await takeBook(house, clerk, { rows: after, headings, on: day });
  await confirmAll(house, clerk, later);
  const confirmed = await house.log.store.head();
  const known = [await figures(house, first), await figures(house, confirmed)] as const;
  expect(known[0].total.value).toBe(7);
  expect(known[1].movement?.causes).not.toEqual(known[0].movement?.causes);

  await withdrawImport(clerk, house.deps, later, 'outdated');
  await runImport(house.deps, later);
  await house.projector.runToHead();

  expect([await figures(house, first), await figures(house, confirmed)]).toEqual(known);
  expect(await figures(house, null)).toEqual(await figures(never, null));
  expect(await figures(house, null)).toEqual(known[0]);
  await house.projector.rebuild('population');
  expect([await figures(house, first), await figures(house, confirmed)]).toEqual(known);
  expect(await figures(house, null)).toEqual(known[0]);
});
