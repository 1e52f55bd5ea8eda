import type { TerritoryLookup } from './scope-of.ts';

/** What access needs to know of a unit; `validTo` is the first day on which it no longer exists. */
export interface KnownUnit {
  code: string;
  parent: string | null;
  validFrom: string;
  validTo: string | null;
  successors: readonly string[];
}

/** A look-up over all units, for `scopeOf`. Successors are followed only once a unit has ended, and in any number of steps. */
export function territoryLookup(units: Iterable<KnownUnit>): TerritoryLookup {
  const byCode = new Map<string, KnownUnit>();
  const below = new Map<string, KnownUnit[]>();
  for (const unit of units) {
    byCode.set(unit.code, unit);
    if (unit.parent === null) continue;
    const siblings = below.get(unit.parent);
    if (siblings) siblings.push(unit);
    else below.set(unit.parent, [unit]);
  }
  const exists = (unit: KnownUnit, day: string): boolean =>
    unit.validFrom <= day && (unit.validTo === null || day < unit.validTo);

  const current = (code: string, day: string): string[] => {
    const found: string[] = [];
    const seen = new Set<string>();
    const walk = (at: string): void => {
      const unit = byCode.get(at);
      if (!unit || seen.has(at)) return;
      seen.add(at);
      if (exists(unit, day)) found.push(at);
      else if (unit.validTo !== null && unit.validTo <= day) unit.successors.forEach(walk);
    };
    walk(code);
    return found;
  };
  const wardsWithin = (code: string, day: string): string[] =>
    (below.get(code) ?? [])
      .filter((unit) => exists(unit, day))
      .flatMap((unit) => (/^\d{5}$/.test(unit.code) ? [unit.code] : wardsWithin(unit.code, day)));
  return { current, wardsWithin };
}
