import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importResidents } from '@nocgia/services/registry/import/import-residents.ts';
import {
  establishWard,
  openHouse,
  scratchFolder,
  ward,
  type House,
} from '@nocgia/services/registry/import/testing/house.ts';
import { afterAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import type { ExpectedPerson, TestRegister } from './registers/expected.ts';
import { householdBook } from './registers/household-book.ts';
import { policeList } from './registers/police-list.ts';
import { socialList } from './registers/social-list.ts';

const scratch = scratchFolder();
const opened: { house: House; database: TestDatabase }[] = [];
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
    now: '2026-11-22T03:00:00Z',
  });
  opened.push({ house, database });
  await establishWard(house.log, { [`${ward}-001`]: 'Khu phố 1', [`${ward}-002`]: 'Khu phố 2' });
  return house;
}

async function take(house: House, { fileName, bytes }: TestRegister) {
  const file = join(scratch.folder, fileName);
  writeFileSync(file, bytes);
  const outcome = await importResidents(house.deps, { file, unit: ward, dryRun: false });
  await house.projector.runToHead();
  return outcome;
}

/** The people in the rows, as the register says them; only what the expectation speaks of. */
async function peopleOf(house: House, expected: readonly ExpectedPerson[]): Promise<object[]> {
  const { rows } = await house.projectorPool.query<Record<string, unknown> & { name: string }>(
    `select c.details->>'fullName' as name, c.details->>'sex' as sex, c.details->>'birth' as birth, c.details->>'nationalId' as "nationalId",
      head.details->>'fullName' as head, nullif(concat_ws(' ', d.house_number, d.street), '') as address,
      right(c.neighbourhood::text, 3) as place, c.relation, c.citizen_id
    from view.citizens c join view.households h using (household_id) join view.dwellings d on d.dwelling_id = c.dwelling_id
    left join view.citizens head on head.citizen_id = h.head_id`,
  );
  const byName = new Map(rows.map((row) => [row.name, row]));
  const found = [];
  for (const person of expected) {
    const row = byName.get(person.name);
    if (!row) continue;
    byName.delete(person.name);
    const [registered] = await house.log.readStream(`citizen-${String(row['citizen_id'])}`);
    const data = registered?.data as { unmapped?: Record<string, string> | null };
    const aside = data.unmapped ?? {};
    found.push(
      Object.fromEntries(Object.keys(person).map((key) => [key, key === 'aside' ? aside : (row[key] ?? null)])),
    );
  }
  return [...found, ...byName.values()];
}

describe.each([
  ['a household book with blocks, years under Nam and Nữ, titles and sums', householdBook()],
  ['the same book typed in TCVN3', householdBook({ oldFont: true })],
  ['a list of the police in Windows-1258', policeList()],
  ['a list of social affairs made on a Mac', socialList()],
])('%s', (_, register) => {
  test('goes in: the people right, the faults named, nothing left out', { timeout: 60_000 }, async () => {
    const house = await emptyWard();
    const { summary, importId } = await take(house, register);
    expect(summary).toMatchObject(register.summary);
    const told = Object.fromEntries(
      summary?.issues.flatMap(({ code, severity, count }) => (severity === 'notice' ? [] : [[code, count]])) ?? [],
    );
    expect(told).toEqual(register.issues);
    expect(await peopleOf(house, register.people)).toEqual(register.people);
    const { rows: errors } = await house.app.query<{ line: number; codes: string[] }>(
      `select line, codes from app.import_rows where import_id = $1 and action = 'error' order by line`,
      [importId],
    );
    expect(errors.map(({ line }) => line)).toEqual(register.errors.map(([line]) => line));
    for (const [index, [, code]] of register.errors.entries()) expect(errors[index]?.codes).toContain(code);

    const again = await take(house, register);
    expect(again.summary).toMatchObject({ create: 0, update: 0, unchanged: register.people.length });
  });
});
