interface UnitLink {
  code: string;
  name: string;
}
interface NestedUnit extends UnitLink {
  parent?: NestedUnit | null;
}
type Step = { href: string; name: string };

const step = ({ code, name }: UnitLink): Step => ({ href: `/units/${code}`, name });

/** The way down to a place, widest first: ward, neighbourhood. */
export function placePath(place: { ward: UnitLink; neighbourhood: UnitLink | null }): Step[] {
  return [step(place.ward), ...(place.neighbourhood ? [step(place.neighbourhood)] : [])];
}

/** The units above a unit, widest first. */
export function above(unit: NestedUnit): Step[] {
  const steps: Step[] = [];
  for (let at = unit.parent; at; at = at.parent) steps.unshift(step(at));
  return steps;
}
