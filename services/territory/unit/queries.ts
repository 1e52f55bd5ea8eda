import { sql } from 'kysely';
import { mayEver } from '../../access/ability.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';
import type { BoundaryChangeRow, UnitRow } from './projection.ts';

/** All units there are or ever were, by code. */
export type UnitMap = ReadonlyMap<string, UnitRow>;

type Tables = { 'view.units': UnitRow; 'view.boundary_changes': BoundaryChangeRow };

/** Every unit by code, in order of code; units are no secret, so whoever has a position reads them. Some hundreds in a ward's installation. */
export async function allUnits(scope: Scope, db: ScopedDb): Promise<UnitMap> {
  if (!mayEver(scope, 'read', 'Unit')) return new Map();
  const rows = await db
    .withTables<Tables>()
    .selectFrom('view.units')
    .select(['code', 'number', 'level', 'name', 'parent', 'ward', 'predecessors', 'successors', 'names', 'version'])
    .select([sql<string>`valid_from::text`.as('valid_from'), sql<string | null>`valid_to::text`.as('valid_to')])
    .orderBy('code')
    .execute();
  return new Map(rows.map((row) => [row.code, row]));
}

/** Whether a unit exists on a day. */
export function standsOn(unit: Pick<UnitRow, 'valid_from' | 'valid_to'>, day: string): boolean {
  return unit.valid_from <= day && (unit.valid_to === null || day < unit.valid_to);
}

/** The name that a unit had on a day. */
export function nameOn(unit: Pick<UnitRow, 'name' | 'names'>, day: string): string {
  return unit.names.findLast((one) => one.from <= day)?.name ?? unit.names[0]?.name ?? unit.name;
}

/** Whether a unit lies within what the reader deals with: their wards and neighbourhoods, and those whose figures they may read. */
export function within(scope: Scope, unit: Pick<UnitRow, 'level' | 'number' | 'ward'>): boolean {
  const { level, number, ward } = unit;
  const own = [...scope.wards, ...scope.aggregates];
  if (level === 'neighbourhood') return scope.neighbourhoods.includes(number) || (ward !== null && own.includes(ward));
  return own.includes(number);
}

/** Units within the reader's scope and those above them, that exist on the day and are of the level, with the names of that day. */
export function unitsOf(scope: Scope, units: UnitMap, level: string | null, day: string): UnitRow[] {
  const codes = new Set<string>();
  for (const unit of units.values()) {
    if (!within(scope, unit)) continue;
    for (
      let at: UnitRow | undefined = unit;
      at && !codes.has(at.code);
      at = at.parent === null ? undefined : units.get(at.parent)
    )
      codes.add(at.code);
  }
  return [...units.values()]
    .filter((unit) => codes.has(unit.code) && (level === null || unit.level === level) && standsOn(unit, day))
    .map((unit) => ({ ...unit, name: nameOn(unit, day) }));
}

/** Changes of a ward's neighbourhoods, the latest effective day first. */
export async function boundaryChanges(scope: Scope, db: ScopedDb, ward: string): Promise<BoundaryChangeRow[]> {
  if (!mayEver(scope, 'read', 'Unit')) return [];
  return db
    .withTables<Tables>()
    .selectFrom('view.boundary_changes')
    .select(['change_id', 'ward', 'state', 'legal_basis', 'change'])
    .select([sql<string>`effective_on::text`.as('effective_on'), sql<string>`planned_on::text`.as('planned_on')])
    .where('ward', '=', ward)
    .orderBy('view.boundary_changes.effective_on', 'desc')
    .orderBy('change_id')
    .execute();
}
