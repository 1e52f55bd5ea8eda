import { codeOfUnit } from '@nocgia/schemas/events/common.ts';
import { sql, type RawBuilder } from 'kysely';
import { withScope, type ScopedDb } from '../../access/scoped-db.ts';
import type { ImportDeps } from './deps.ts';
import { holderOf, nationalIdClaim } from '../citizen/claim.ts';
import { foldNumber } from './match.ts';
import type { KnownDwelling, KnownHousehold, KnownPerson, Probe, Register } from './register.ts';

interface PersonRow {
  citizen_id: string;
  source_key: string | null;
  full_name: string;
  sex: KnownPerson['sex'];
  birth: string | null;
  national_id: string | null;
  phone: string | null;
  household_id: string | null;
  number: string | null;
  neighbourhood: number | null;
  house_number: string | null;
  street: string | null;
}

/**
 * The register of one ward as an import compares with it: rows under row-level security narrowed to that ward, and for identity
 * numbers the claims in the log, which say no more than that a number is taken.
 */
export function openRegister(
  { pool, log, claimHash }: Pick<ImportDeps, 'pool' | 'log' | 'claimHash'>,
  ward: number,
): Register {
  const reading = <T>(work: (db: ScopedDb) => Promise<T>): Promise<T> =>
    withScope(pool, { wards: [ward], neighbourhoods: [], aggregates: [] }, work);

  return {
    async people(probe) {
      const here = (await reading((db) => peopleHere(db, ward, probe))).map(knownPerson);
      const found = new Set(here.map(({ nationalId }) => nationalId));
      return [...here, ...(await takenElsewhere(probe.nationalIds.filter((id) => !found.has(id))))];
    },
    residents: () =>
      reading(async (db) => {
        const { rows } = await sql<{ citizen_id: string; household_id: string; neighbourhood: number | null }>`
          select citizen_id, household_id, neighbourhood from view.citizens
          where ward = ${ward} and slot = 1 and resident and household_id is not null order by name_key, citizen_id`.execute(
          db,
        );
        return rows.map((row) => ({
          citizenId: row.citizen_id,
          householdId: row.household_id,
          neighbourhood: codeOf(row.neighbourhood),
        }));
      }),
    byIds: (citizenIds) =>
      reading(async (db) => {
        if (citizenIds.length === 0) return [];
        const ids = sql`select unnest(${[...citizenIds]}::uuid[]) as citizen_id`;
        return (await peopleFound(db, ward, ids)).map(knownPerson);
      }),
    dwellings: () =>
      reading(async (db) => {
        const { rows } = await sql<{
          dwelling_id: string;
          neighbourhood: number | null;
          house_number: string | null;
          street: string | null;
        }>`
          select dwelling_id, neighbourhood, house_number, street from view.dwellings where ward = ${ward} order by address_key, dwelling_id`.execute(
          db,
        );
        return rows.map((row): KnownDwelling => ({
          dwellingId: row.dwelling_id,
          neighbourhood: codeOf(row.neighbourhood),
          houseNumber: row.house_number,
          street: row.street,
        }));
      }),
    households: (numbers) =>
      reading(async (db) => {
        if (numbers.length === 0) return [];
        const wanted = new Set(numbers);
        const { rows } = await sql<{ household_id: string; number: string; neighbourhood: number | null }>`
          select household_id, number, neighbourhood from view.households
          where ward = ${ward} and number is not null and dissolved_on is null order by formed_on, household_id`.execute(
          db,
        );
        return rows.flatMap((row): KnownHousehold[] => {
          const number = foldNumber(row.number);
          return number !== null && wanted.has(number)
            ? [{ householdId: row.household_id, number, neighbourhood: codeOf(row.neighbourhood) }]
            : [];
        });
      }),
    neighbourhoods: () =>
      reading(async (db) => {
        const { rows } = await sql<{ code: string; name: string }>`
          select code, name from view.units where level = 'neighbourhood' and parent = ${codeOfUnit(ward)} and valid_to is null order by code`.execute(
          db,
        );
        return rows;
      }),
  };

  async function takenElsewhere(ids: readonly string[]): Promise<KnownPerson[]> {
    if (ids.length === 0) return [];
    const claims = await log.readStreams(ids.map((id) => nationalIdClaim(claimHash, id)));
    return ids.flatMap((nationalId): KnownPerson[] => {
      const holder = holderOf(claims.get(nationalIdClaim(claimHash, nationalId)) ?? []);
      if (holder === null) return [];
      const unseen = {
        sourceKey: null,
        fullName: '',
        sex: 'unknown' as const,
        birth: null,
        phone: null,
        householdId: null,
        householdNumber: null,
      };
      return [
        { citizenId: holder, nationalId, ...unseen, neighbourhood: null, houseNumber: null, street: null, here: false },
      ];
    });
  }
}

async function peopleHere(db: ScopedDb, ward: number, probe: Probe): Promise<PersonRow[]> {
  // One branch for each thing to be recognised by, so that each goes by its own index.
  return peopleFound(
    db,
    ward,
    sql`select citizen_id from view.citizens where source_key = any(${[...probe.sourceKeys]}::text[])
      union select citizen_id from view.citizens where national_id = any(${[...probe.nationalIds]}::text[])
      union select citizen_id from view.citizens where phone = any(${[...probe.phones]}::text[])
      union select citizen_id from view.citizens where folded_name = any(${[...probe.names]}::text[])`,
  );
}

async function peopleFound(db: ScopedDb, ward: number, ids: RawBuilder<unknown>): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    with found as (${ids})
    select c.citizen_id, c.source_key, c.details->>'fullName' as full_name, c.details->>'sex' as sex, c.details->>'birth' as birth,
      c.national_id, c.phone, case when c.resident then c.household_id end as household_id,
      h.number, d.neighbourhood, d.house_number, d.street
    from found join view.citizens c using (citizen_id)
    left join view.households h on h.household_id = c.household_id
    left join view.dwellings d on d.dwelling_id = c.dwelling_id
    where c.slot = 1 and c.ward = ${ward}
    order by c.registered_on, c.citizen_id`.execute(db);
  return rows;
}

function knownPerson(row: PersonRow): KnownPerson {
  return {
    citizenId: row.citizen_id,
    sourceKey: row.source_key,
    fullName: row.full_name,
    sex: row.sex,
    birth: row.birth,
    nationalId: row.national_id,
    phone: row.phone,
    householdId: row.household_id,
    householdNumber: foldNumber(row.number),
    neighbourhood: codeOf(row.neighbourhood),
    houseNumber: row.house_number,
    street: row.street,
    here: true,
  };
}

function codeOf(neighbourhood: number | null): string | null {
  return neighbourhood === null ? null : codeOfUnit(neighbourhood);
}
