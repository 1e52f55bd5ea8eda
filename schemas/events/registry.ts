import * as account from './account.ts';
import * as citizen from './citizen.ts';
import * as claim from './claim.ts';
import type { EventDefinition } from './define.ts';
import * as dwelling from './dwelling.ts';
import * as fieldRight from './field-right.ts';
import * as household from './household.ts';
import * as imports from './import.ts';
import * as unit from './unit.ts';

function isDefinition(value: unknown): value is EventDefinition {
  return typeof value === 'object' && value !== null && 'personalFields' in value && 'upcast' in value;
}

/** Every event type there is, by name. A type that is not here cannot be written or read. */
export const eventRegistry: ReadonlyMap<string, EventDefinition> = new Map(
  [account, citizen, claim, dwelling, fieldRight, household, imports, unit]
    .flatMap((module) => Object.values<unknown>(module))
    .filter(isDefinition)
    .map((definition) => [definition.type, definition]),
);
