import type { Role } from '@nocgia/schemas/events/account.ts';
import { unitNumber } from '@nocgia/schemas/events/common.ts';
import { fieldsOf, noFields, type FieldNarrowing } from './field-table.ts';
import type { Scope } from './scope.ts';

/** A position as granted; `until` is its last day, `endedOn` the first day on which it is no longer held. */
export interface HeldPosition {
  id: string;
  role: Role;
  unit: string;
  title: string | null;
  from: string;
  until: string | null;
  endedOn: string | null;
}

/** What has to be known of the units to turn a position into a scope. Codes as in events; unknown codes answer empty lists. */
export interface TerritoryLookup {
  /** The unit's successors as of a day, to the end of the chain; the unit itself while it exists. Empty when it is unknown. */
  current(code: string, day: string): readonly string[];
  /** Codes of the wards within a city or district on a day. */
  wardsWithin(code: string, day: string): readonly string[];
}

export interface ScopeInput {
  account: { id: string; closed: boolean };
  positions: readonly HeldPosition[];
  /** The position chosen for the session; the first valid one when it is null or holds no longer. */
  activePositionId: string | null;
  today: string;
  locale: 'vi' | 'en';
  territory: TerritoryLookup;
  narrowings?: readonly FieldNarrowing[];
}

/** Whether a position is held on a day. */
export function isHeldOn(position: HeldPosition, day: string): boolean {
  return (
    position.from <= day &&
    (position.until === null || day <= position.until) &&
    (position.endedOn === null || day < position.endedOn)
  );
}

/** The position a session acts in: the chosen one while it is held, else the one held longest; undefined when none is held. */
export function activePosition(
  positions: readonly HeldPosition[],
  chosen: string | null,
  today: string,
): HeldPosition | undefined {
  const held = positions.filter((position) => isHeldOn(position, today));
  const order = (a: HeldPosition, b: HeldPosition): number =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1;
  return held.find((position) => position.id === chosen) ?? held.sort(order)[0];
}

const isNeighbourhood = (code: string): boolean => code.includes('-');
const isWard = (code: string): boolean => /^\d{5}$/.test(code);
const isAbove = (code: string): boolean => /^\d{2,3}$/.test(code);

type Reach = Pick<Scope, 'wards' | 'neighbourhoods' | 'aggregates'>;
const nothing: Reach = { wards: [], neighbourhoods: [], aggregates: [] };

/** A unit that was merged or split is followed to what it became: nobody loses their work overnight, and a split widens nothing. */
function reachOf(role: Role, unit: string, today: string, territory: TerritoryLookup): Reach {
  const units = territory.current(unit, today);
  const neighbourhoods = units.filter(isNeighbourhood).map(unitNumber);
  const wards = units.filter(isWard).map(unitNumber);
  const beneath = (): number[] =>
    units.filter(isAbove).flatMap((code) => territory.wardsWithin(code, today).map(unitNumber));
  switch (role) {
    case 'board':
      return { wards: [], neighbourhoods, aggregates: neighbourhoods };
    case 'desk':
    case 'civil_status':
    case 'social':
    case 'economy':
    case 'land':
    case 'police':
    case 'military':
    case 'leader':
      return { wards, neighbourhoods, aggregates: [...wards, ...neighbourhoods] };
    case 'auditor': {
      const all = [...wards, ...beneath()];
      return { wards: all, neighbourhoods, aggregates: [...all, ...neighbourhoods] };
    }
    case 'department':
    case 'administrator':
      return { ...nothing, aggregates: [...units.filter(isAbove).map(unitNumber), ...wards, ...beneath()] };
  }
}

/**
 * What a signed-in account may see, acting in one position. Pure. A closed account, and one without a position held today,
 * sees nothing; a role at a level it has nothing to do at (a board at a ward, an officer at a city) reaches nothing.
 */
export function scopeOf(input: ScopeInput): Scope {
  const { account, positions, activePositionId, today, locale, territory } = input;
  const position = account.closed ? undefined : activePosition(positions, activePositionId, today);
  const base = { accountId: account.id, today, locale };
  if (!position) return { ...base, positionId: null, role: null, unit: null, ...nothing, fields: noFields };
  return {
    ...base,
    positionId: position.id,
    role: position.role,
    unit: territory.current(position.unit, today)[0] ?? position.unit,
    ...reachOf(position.role, position.unit, today, territory),
    fields: fieldsOf(
      position.role,
      today,
      input.narrowings?.filter(({ unit }) => liesWithin(position.unit, unit, today, territory)),
    ),
  };
}

/** Whether a position's unit is another unit or lies below it on a day. */
export function liesWithin(unit: string, above: string, day: string, territory: TerritoryLookup): boolean {
  const units = [unit, ...territory.current(unit, day)];
  return units.some(
    (one) =>
      one === above || one.startsWith(`${above}-`) || territory.wardsWithin(above, day).includes(one.slice(0, 5)),
  );
}
