import type { Household } from '@nocgia/schemas/generated/resolvers.ts';
import { batched } from '../../access/batch.ts';
import { maskFields } from '../../access/masking.ts';
import { isId } from '../../access/paging.ts';
import type { Scope } from '../../access/scope.ts';
import type { RegistryContext } from '../context.ts';
import { householdsByIds, type HouseholdEntry, type HouseholdOfLine } from './queries.ts';

/** A household on the way through the API, with the row behind it. */
export type HouseholdParent = Partial<Household> & { entry?: HouseholdEntry };

const groups = { number: 'residence', phone: 'contact', note: 'notes' } as const;

/** A household as this reader may see it; dwelling, head and members are completed when asked for. */
export function householdType(scope: Scope, entry: HouseholdEntry): HouseholdParent {
  const {
    household_id: id,
    number,
    phone,
    note,
    formed_on: formedOn,
    dissolved_on: dissolvedOn,
    member_count: memberCount,
    version,
  } = entry;
  const { row } = maskFields(scope, groups, { number, phone, note });
  return {
    ...row,
    id,
    memberCount,
    formedOn,
    dissolvedOn,
    version,
    dwelling: { id: entry.dwelling_id } as Household['dwelling'],
    entry,
  };
}

/** The household that a line of people tells of; null where there is none or the reader may not see it. */
export function householdLine(scope: Scope, line: HouseholdOfLine): HouseholdParent | null {
  if (line.household_id === null) return null;
  const { row } = maskFields(scope, groups, { number: line.household_number });
  return {
    id: line.household_id,
    number: row.number,
    dwelling: { id: line.household_dwelling } as Household['dwelling'],
  };
}

/** Households asked for by id within one operation, read together. */
export const householdById = batched((context: RegistryContext, ids: string[]) =>
  householdsByIds(context.scope, context.db, ids.filter(isId)),
);
