import type { RegistryContext } from '../context.ts';
import { fieldView } from '../../access/where-scope.ts';
import { citizensByIds } from '../citizen/queries.ts';
import { householdsByIds, householdsIn, type HouseholdEntry } from '../household/queries.ts';
import { search } from './search.ts';

/**
 * Households that still stand, found by what finds their people (a name, a number) or their address; those of people first. Searching for
 * people is a look at them, and is logged.
 */
export async function householdsFound(
  context: RegistryContext,
  text: string,
  first: number,
): Promise<HouseholdEntry[]> {
  const { scope, db } = context;
  if (fieldView(scope, 'residence') === 'withheld') return [];
  const { hits } = await search(scope, db, text, first);
  const citizenIds = hits.flatMap((hit) => (hit.kind === 'citizen' ? [hit.id] : []));
  if (citizenIds.length > 0) await context.logAccess({ action: 'search', citizenIds });
  const people = await citizensByIds(scope, db, citizenIds);
  const homes = citizenIds.flatMap((id) => people.get(id)?.residences ?? []).filter((one) => one.endedOn === null);
  const byPeople = await householdsByIds(scope, db, [...new Set(homes.map((one) => one.householdId))]);
  const dwellingIds = hits.flatMap((hit) => (hit.kind === 'dwelling' ? [hit.id] : []));
  const byRoof = [...(await householdsIn(scope, db, dwellingIds)).values()].flat();
  const all = [...byPeople.values(), ...byRoof].filter((one) => one.dissolved_on === null);
  return [...new Map(all.map((one) => [one.household_id, one])).values()].slice(0, first);
}
