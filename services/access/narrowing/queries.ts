import type { Role } from '@nocgia/schemas/events/account.ts';
import type { FieldGroup, FieldRight } from '@nocgia/schemas/events/field-right.ts';
import { sql } from 'kysely';
import { authorize } from '../ability.ts';
import { placeOfUnit } from '../account/role-units.ts';
import { fieldGroups, fieldsOf, roles, type FieldNarrowing } from '../field-table.ts';
import { liesWithin, type TerritoryLookup } from '../scope-of.ts';
import type { Scope } from '../scope.ts';
import type { ScopedDb } from '../scoped-db.ts';

export interface FieldCell {
  role: Role;
  group: FieldGroup;
  /** By the roles' table, and today with what was taken away. */
  granted: FieldRight;
  right: FieldRight;
}

export interface FieldTable {
  cells: FieldCell[];
  narrowings: (FieldNarrowing & { id: string })[];
}

/** The roles' table as it holds in a unit today, and everything that was ever taken away there or by the unit above; null to who keeps no accounts there. */
export async function fieldTableOf(
  scope: Scope,
  db: ScopedDb,
  unit: string,
  territory: TerritoryLookup,
): Promise<FieldTable | null> {
  if (authorize(scope, 'manage', 'Account', placeOfUnit(unit))) return null;
  // Few in a city's life: read whole, and told apart as a scope tells them.
  const { rows } = await sql<FieldNarrowing & { id: string }>`
    select n.id, n.unit, n.role, n.field_group as "group", n.field_right as "right", n.from_day as "from", n.until_day as "until", n.ended_on as "endedOn"
    from view.field_narrowing n order by n.from_day desc, n.id`.execute(db);
  const narrowings = rows.filter((one) => liesWithin(unit, one.unit, scope.today, territory));
  const cells = roles.flatMap((role) => {
    const granted = fieldsOf(role, scope.today);
    const now = fieldsOf(role, scope.today, narrowings);
    return fieldGroups.map((group) => ({ role, group, granted: granted[group], right: now[group] }));
  });
  return { cells, narrowings };
}
