import { unitNumber } from '@nocgia/schemas/events/common.ts';
import { sql } from 'kysely';
import type { ScopedDb } from './scoped-db.ts';

/** Numbers of one column by which rows of a unit are found. */
export interface RowUnits {
  column: 'ward' | 'neighbourhood';
  numbers: number[];
}

/** By which column and numbers the rows of a unit are found: its own, or those of the wards below a city or district. */
export async function rowUnits(db: ScopedDb, code: string): Promise<RowUnits> {
  if (/^\d{5}-\d{3}$/.test(code)) return { column: 'neighbourhood', numbers: [unitNumber(code)] };
  if (/^\d{5}$/.test(code)) return { column: 'ward', numbers: [unitNumber(code)] };
  const wards = await sql<{ number: number }>`
    with recursive below as (
      select u.code, u.level, u.number from view.units u where u.parent = ${code}
      union all
      select u.code, u.level, u.number from view.units u join below b on u.parent = b.code where b.level <> 'ward'
    )
    select number from below where level = 'ward'`.execute(db);
  return { column: 'ward', numbers: wards.rows.map((row) => row.number) };
}
