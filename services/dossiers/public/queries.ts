import { codeOfUnit } from '@nocgia/schemas/events/common.ts';
import { sql, type SqlBool } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';
import type { ProcedureRow } from '../procedure/projection.ts';

/** What the territory publishes of its units. */
type Tables = {
  'view.procedures': ProcedureRow;
  'view.units': { number: number; name: string; valid_to: string | null };
};

/** Wards that have procedures, with their names, by code: open to everybody, since nothing in it is anybody's. */
export async function wardsWithProcedures(_: Scope, db: ScopedDb): Promise<{ ward: string; name: string }[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('view.units as u')
    .where('u.valid_to', 'is', null)
    .where(sql<SqlBool>`exists (select from view.procedures p where p.ward = u.number)`)
    .select(['u.number', 'u.name'])
    .orderBy('u.number')
    .execute();
  return rows.map(({ number, name }) => ({ ward: codeOfUnit(number), name }));
}
