import type { Role } from '@nocgia/schemas/events/account.ts';
import type { CodedPlace } from '../ability.ts';

const neighbourhood = /^\d{5}-\d{3}$/;
const ward = /^\d{5}$/;
const above = /^\d{2,3}$/;
const levels: Record<Role, readonly RegExp[]> = {
  board: [neighbourhood],
  desk: [ward, neighbourhood],
  civil_status: [ward, neighbourhood],
  social: [ward, neighbourhood],
  economy: [ward],
  land: [ward],
  police: [ward, neighbourhood],
  military: [ward, neighbourhood],
  leader: [ward],
  department: [above],
  auditor: [ward, above],
  administrator: [ward, above],
};

/** Whether a role can be held at a unit of this code: a board at a neighbourhood, a department at a city or district, and so on. */
export function roleFitsUnit(role: Role, unit: string): boolean {
  return levels[role].some((level) => level.test(unit));
}

/** Where a unit lies, for rules about whom an administrator may deal with. A city counts as itself. */
export function placeOfUnit(unit: string): CodedPlace {
  return {
    ward: neighbourhood.test(unit) ? unit.slice(0, 5) : unit,
    neighbourhood: neighbourhood.test(unit) ? unit : null,
  };
}
